import {
  ImagebuilderInfrastructureConfiguration,
  type ImagebuilderInfrastructureConfigurationPlacement,
} from "@cdktf/provider-aws/lib/imagebuilder-infrastructure-configuration";
import { Construct } from "constructs";
import { foldName } from "@pipelines/facts/names";
import type { Image } from "@pipelines/image-definition/image";
import { BuildVariables, type BuildVariablesProps } from "./build-variables";
import { InstanceRole, type RolePermissions } from "./instance-role";
import type { Place } from "./place";
import { PrivateBucket } from "./private-bucket";
import { literal, literalMap, optionalLiteral } from "./terraform-text";
import { builderName, logBucketName, logKeyPrefix, ownBuilderName } from "@pipelines/image-definition/full-names";

/** In a container, Image Builder's script is one hop further from the metadata service than on the host. */
const metadataHopLimit = 2;

export interface BuildInfrastructureProps extends BuildVariablesProps {
  readonly place: Place;
  /** Whether to terminate an instance whose build failed; `false` keeps it for inspection, at its usual cost. */
  readonly terminateInstanceOnFailure: boolean;
  /** Days to keep build logs. */
  readonly logRetentionDays: number;
  /** Whether Terraform refuses to destroy the log bucket. */
  readonly deletionProtection: boolean;
  /** `undefined` means shared hardware, in any Availability Zone. */
  readonly placement?: ImagebuilderInfrastructureConfigurationPlacement;
  /** Name of an EC2 key pair. */
  readonly keyPair?: string;
  /** Topic that Image Builder notifies after each build. */
  readonly snsTopicArn?: string;
  /** Tags for the instances while they run. */
  readonly instanceTags: Readonly<Record<string, string>>;
  /** What builds may do: through a role that the environment creates, or through an existing instance profile. */
  readonly access: RolePermissions | { readonly instanceProfile: string };
  /**
   * Whether another stack of the environment creates these resources. If so, they are referenced by name, and only
   * configurations for images with their own instance types are created. @default false
   */
  readonly elsewhere?: boolean;
}

/**
 * The shared infrastructure for an environment's builds: the instances, their permissions, and where they write logs.
 */
export class BuildInfrastructure extends Construct {
  public readonly configuration: Pick<ImagebuilderInfrastructureConfiguration, "arn">;
  public readonly logBucketName: string;
  /** Key prefix of the logs in the bucket. */
  public readonly logKeyPrefix: string;
  private readonly place: Place;
  private readonly configurationOf: (
    id: string,
    name: string,
    description: string,
    instanceTypes?: readonly string[],
  ) => ImagebuilderInfrastructureConfiguration;

  public constructor(scope: Construct, id: string, props: BuildInfrastructureProps) {
    super(scope, id);
    const { place, elsewhere = false } = props;
    const { environment, account, region, partition } = place;
    const { bucketName, keyPrefix } = logPlace(place);
    this.logBucketName = bucketName;
    this.logKeyPrefix = keyPrefix;

    const logs = elsewhere ? bucketName : this.addLogBucket(props).bucket;
    const instance = this.instanceProfile(props);
    if (!elsewhere) this.addVariables(props);

    this.configurationOf = (at, name, description, instanceTypes) => {
      const variables = this.addVariables(props);
      return new ImagebuilderInfrastructureConfiguration(this, at, {
        name,
        description,
        instanceProfileName: instance.name,
        instanceTypes: instanceTypes?.map(literal) ?? variables.instanceTypes.listValue,
        subnetId: variables.subnetId.stringValue,
        securityGroupIds: variables.securityGroupIds.listValue,
        terminateInstanceOnFailure: props.terminateInstanceOnFailure,
        placement: props.placement,
        keyPair: optionalLiteral(props.keyPair),
        snsTopicArn: props.snsTopicArn,
        instanceMetadataOptions: { httpTokens: "required", httpPutResponseHopLimit: metadataHopLimit },
        logging: { s3Logs: { s3BucketName: logs, s3KeyPrefix: this.logKeyPrefix } },
        resourceTags: literalMap(props.instanceTags),
        // A build that starts before its permissions exist fails twenty minutes later with "SSM Agent availability".
        dependsOn: instance.permissions,
      });
    };
    const name = builderName(place);
    this.configuration = elsewhere
      ? { arn: `arn:${partition}:imagebuilder:${region}:${account}:infrastructure-configuration/${foldName(name)}` }
      : this.configurationOf(
          "configuration",
          name,
          `Instances that build the images of ${environment} (${account}, ${region})`,
        );
    this.place = place;
  }

  private addLogBucket({ place, deletionProtection, logRetentionDays }: BuildInfrastructureProps) {
    return new PrivateBucket(this, "logs", {
      name: this.logBucketName,
      partition: place.partition,
      encryptionKey: place.encryptionKey,
      forceDestroy: true,
      preventDestroy: deletionProtection,
      expireAfterDays: logRetentionDays,
    }).bucket;
  }

  private addVariables(props: BuildInfrastructureProps): BuildVariables {
    const known = this.node.tryFindChild("variables");
    return known instanceof BuildVariables ? known : new BuildVariables(this, "variables", props);
  }

  /**
   * The configuration for an image with its own instance types. If the image stops setting any, the configuration uses
   * the environment's types.
   */
  public ownOf(image: Image): ImagebuilderInfrastructureConfiguration {
    const { name, instanceTypes } = image;
    const { environment, account, region } = this.place;
    return this.configurationOf(
      `configuration-${name}`,
      ownBuilderName(this.place, image),
      `Instances that build ${name} of ${environment} (${account}, ${region})`,
      instanceTypes,
    );
  }

  private instanceProfile({ place, access, elsewhere }: BuildInfrastructureProps) {
    if ("instanceProfile" in access) return { name: access.instanceProfile, permissions: [] };
    if (elsewhere === true) return { name: builderName(place), permissions: [] };
    const { profile, permissions } = new InstanceRole(this, "instance", { place, logs: logPlace(place), ...access });
    return { name: profile.name, permissions };
  }
}

/** Where build instances write their logs. */
export function logPlace(place: Place): { readonly bucketName: string; readonly keyPrefix: string } {
  return { bucketName: logBucketName(place), keyPrefix: logKeyPrefix(place) };
}
