import * as ecr from "@aws-sdk/client-ecr";
import * as events from "@aws-sdk/client-eventbridge";
import * as iam from "@aws-sdk/client-iam";
import * as imagebuilder from "@aws-sdk/client-imagebuilder";
import * as logs from "@aws-sdk/client-cloudwatch-logs";
import * as s3 from "@aws-sdk/client-s3";
import * as sns from "@aws-sdk/client-sns";
import { permissionTable, type KnownType } from "../permission-table";
import { withoutCall } from "./without-call";
import { actionsOfOperation } from "@pipelines/local-aws/access-requests";

/** Each service's operations, from its own client. */
const operations: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  Object.entries({ ecr, events, iam, imagebuilder, logs, s3, sns }).map(([service, client]) => [
    service,
    Object.keys(client).flatMap((name) => (name.endsWith("Command") ? [name.slice(0, -"Command".length)] : [])),
  ]),
);

/**
 * The name of each resource type as it occurs in the service's operations that create, read, change, destroy and tag
 * it. The names of the operations come from the clients, so the test fails if a service adds an operation with such a
 * name.
 */
const nouns: Readonly<Record<Exclude<KnownType, ImageBuilderType>, Noun>> = {
  aws_s3_bucket: { service: "s3", noun: /^(Create|Delete|Head)Bucket$|^(Get|Put)BucketTagging$/ },
  aws_s3_bucket_lifecycle_configuration: {
    service: "s3",
    noun: /^(Get|Put)BucketLifecycleConfiguration$|^DeleteBucketLifecycle$/,
  },
  aws_s3_bucket_ownership_controls: { service: "s3", noun: /^(Get|Put|Delete)BucketOwnershipControls$/ },
  aws_s3_bucket_policy: { service: "s3", noun: /^(Get|Put|Delete)BucketPolicy$/ },
  aws_s3_bucket_public_access_block: { service: "s3", noun: /^(Get|Put|Delete)PublicAccessBlock$/ },
  aws_s3_bucket_server_side_encryption_configuration: { service: "s3", noun: /^(Get|Put|Delete)BucketEncryption$/ },
  aws_s3_bucket_versioning: { service: "s3", noun: /^(Get|Put)BucketVersioning$/ },
  aws_ecr_repository: {
    service: "ecr",
    noun: /^(Create|Delete)Repository$|^DescribeRepositories$|^PutImage(ScanningConfiguration|TagMutability)$|TagResource|UntagResource|ListTagsForResource/,
  },
  aws_ecr_lifecycle_policy: { service: "ecr", noun: /^(Get|Put|Delete)LifecyclePolicy$/ },
  aws_ecr_registry_scanning_configuration: { service: "ecr", noun: /^(Get|Put)RegistryScanningConfiguration$/ },
  aws_ecr_repository_policy: { service: "ecr", noun: /^(Get|Set|Delete)RepositoryPolicy$/ },
  aws_iam_role: {
    service: "iam",
    noun: /^(Create|Get|Update|Delete|Tag|Untag)Role(Description)?$|^UpdateAssumeRolePolicy$/,
  },
  aws_iam_role_policy: { service: "iam", noun: /^(Get|Put|Delete)RolePolicy$/ },
  aws_iam_role_policy_attachment: { service: "iam", noun: /^(Attach|Detach)RolePolicy$/ },
  aws_iam_instance_profile: {
    service: "iam",
    noun: /^(Create|Get|Delete|Tag|Untag|AddRoleTo|RemoveRoleFrom)InstanceProfile$/,
  },
  aws_iam_policy: { service: "iam", noun: /^(Create|Get|Delete|Tag|Untag)Policy$|^(Create|Get|Delete)PolicyVersion$/ },
  aws_iam_openid_connect_provider: {
    service: "iam",
    noun: /^(Create|Get|Delete|Tag|Untag)OpenIDConnectProvider$|^UpdateOpenIDConnectProviderThumbprint$|^(AddClientIDTo|RemoveClientIDFrom)OpenIDConnectProvider$/,
  },
  aws_cloudwatch_log_group: {
    service: "logs",
    noun: /^(Create|Delete)LogGroup$|^(A|Disa)ssociateKmsKey$|^PutRetentionPolicy$|^(Tag|Untag)Resource$|^ListTagsForResource$/,
  },
  aws_cloudwatch_event_rule: {
    service: "events",
    noun: /^(Put|Describe|Delete)Rule$|TagResource|UntagResource|ListTagsForResource/,
  },
  aws_cloudwatch_event_target: { service: "events", noun: /^(Put|Remove)Targets$|^ListTargetsByRule$/ },
  aws_sns_topic: {
    service: "sns",
    noun: /^(Create|Delete)Topic$|^(Get|Set)TopicAttributes$|^(Tag|Untag)Resource$|^ListTagsForResource$/,
  },
  aws_sns_topic_policy: { service: "sns", noun: /^(Get|Set)TopicAttributes$/ },
  aws_sns_topic_subscription: { service: "sns", noun: /^(Subscribe|Unsubscribe)$|^(Get|Set)SubscriptionAttributes$/ },
};

type ImageBuilderType = Extract<KnownType, `aws_imagebuilder_${string}`>;

interface Noun {
  readonly service: string;
  readonly noun: RegExp;
}

function nounOf(type: KnownType): Noun {
  return isImageBuilderType(type) ? imageBuilderNoun(type) : nouns[type];
}

function isImageBuilderType(type: KnownType): type is ImageBuilderType {
  return type.startsWith("aws_imagebuilder_");
}

/** Image Builder and Terraform use the same names for its resources. */
function imageBuilderNoun(type: ImageBuilderType): Noun {
  const words = type.split("_").slice(2);
  const name = words.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");
  return {
    service: "imagebuilder",
    noun: new RegExp(`^((Create|Get|Update|Delete)${name}|Cancel${name}Creation|(Tag|Untag)Resource)$`),
  };
}

describe("The actions for each resource type", () => {
  it.each(Object.keys(permissionTable) as KnownType[])(
    "include the operations that the service offers for %s",
    (type) => {
      const { service, noun } = nounOf(type);
      const offered = (operations[service] ?? []).filter((operation) => noun.test(operation));
      expect(offered.length).toBeGreaterThan(1);
      const needed = offered.flatMap((operation) => actionsOfOperation(service, operation));
      const actions: readonly string[] = permissionTable[type].actions;
      expect(needed.filter((action) => !actions.includes(action))).toEqual([]);
    },
  );

  it("are operations of their services, or IAM's names for S3 operations", () => {
    const known = new Set(
      Object.entries(operations).flatMap(([service, names]) =>
        names.flatMap((operation) => actionsOfOperation(service, operation)),
      ),
    );
    const named = [...Object.values(permissionTable).flatMap(({ actions }) => actions), ...Object.keys(withoutCall)];
    // PassRole is an IAM permission without an operation of that name.
    expect([...new Set(named)].filter((action) => !known.has(action))).toEqual(["iam:PassRole"]);
  });
});
