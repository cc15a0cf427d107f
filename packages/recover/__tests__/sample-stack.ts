import { CreateRepositoryCommand } from "@aws-sdk/client-ecr";
import {
  AddRoleToInstanceProfileCommand,
  AttachRolePolicyCommand,
  CreateInstanceProfileCommand,
  CreateRoleCommand,
  DeleteInstanceProfileCommand,
  DeleteRoleCommand,
  DeleteRolePolicyCommand,
  DetachRolePolicyCommand,
  PutRolePolicyCommand,
  RemoveRoleFromInstanceProfileCommand,
} from "@aws-sdk/client-iam";
import {
  CreateComponentCommand,
  CreateContainerRecipeCommand,
  CreateDistributionConfigurationCommand,
  CreateImageCommand,
  CreateImagePipelineCommand,
  CreateInfrastructureConfigurationCommand,
  DeleteComponentCommand,
  DeleteContainerRecipeCommand,
  DeleteDistributionConfigurationCommand,
  DeleteImageCommand,
  DeleteImagePipelineCommand,
  DeleteInfrastructureConfigurationCommand,
} from "@aws-sdk/client-imagebuilder";
import {
  CreateBucketCommand,
  DeleteBucketCommand,
  DeleteObjectsCommand,
  ListObjectVersionsCommand,
  PutBucketEncryptionCommand,
  PutBucketVersioningCommand,
  PutPublicAccessBlockCommand,
} from "@aws-sdk/client-s3";
import { type Clients, dockerfile, testDocument, trustOf } from "@pipelines/testing/clients";

const name = "sample-ec2-ib-pipeline-container-images";
/** CloudFormation generates this name. */
const Bucket = `${name}-s3bucket-1a2b3c`;
const tags = { Stack: name };
const Tags = [{ Key: "Stack", Value: name }];
const Path = "/executionServiceEC2Role/";
const managedPolicies = ["AmazonSSMManagedInstanceCore", "EC2InstanceProfileForImageBuilderECRContainerBuilds"].map(
  (policy) => `arn:aws:iam::aws:policy/${policy}`,
);
const version = { name, semanticVersion: "1.0.0", tags };
const tests = { imageTestsConfiguration: { imageTestsEnabled: true, timeoutMinutes: 60 } };

/** The sample CloudFormation stack, created and deleted with the calls that CloudFormation makes. */
export class SampleStack {
  private readonly made: {
    component?: string | undefined;
    recipe?: string | undefined;
    infrastructure?: string | undefined;
    distribution?: string | undefined;
    pipeline?: string | undefined;
    image?: string | undefined;
  } = {};

  public constructor(
    private readonly clients: Clients,
    private readonly where: { readonly region: string; readonly repositoryName: string },
  ) {}

  /** Its image is still building when this returns. */
  public async create(): Promise<void> {
    const { ecr, iam, imageBuilder, s3 } = this.clients;
    const { region, repositoryName } = this.where;
    await s3.send(new CreateBucketCommand({ Bucket }));
    const byDefault = { ApplyServerSideEncryptionByDefault: { SSEAlgorithm: "AES256" as const } };
    const ServerSideEncryptionConfiguration = { Rules: [byDefault] };
    await s3.send(new PutBucketEncryptionCommand({ Bucket, ServerSideEncryptionConfiguration }));
    await s3.send(new PutBucketVersioningCommand({ Bucket, VersioningConfiguration: { Status: "Enabled" } }));
    const blocked = {
      BlockPublicAcls: true,
      BlockPublicPolicy: true,
      IgnorePublicAcls: true,
      RestrictPublicBuckets: true,
    };
    await s3.send(new PutPublicAccessBlockCommand({ Bucket, PublicAccessBlockConfiguration: blocked }));
    const imageScanningConfiguration = { scanOnPush: true };
    await ecr.send(new CreateRepositoryCommand({ repositoryName, imageScanningConfiguration, tags: Tags }));

    const role = { RoleName: name };
    const AssumeRolePolicyDocument = trustOf("ec2.amazonaws.com");
    await iam.send(new CreateRoleCommand({ ...role, AssumeRolePolicyDocument, Path, Tags }));
    for (const PolicyArn of managedPolicies) await iam.send(new AttachRolePolicyCommand({ ...role, PolicyArn }));
    const allow = { Effect: "Allow", Action: "s3:PutObject", Resource: `arn:aws:s3:::${Bucket}/*` };
    const PolicyDocument = JSON.stringify({ Version: "2012-10-17", Statement: [allow] });
    await iam.send(new PutRolePolicyCommand({ ...role, PolicyName: name, PolicyDocument }));
    const profile = { InstanceProfileName: name };
    await iam.send(new CreateInstanceProfileCommand({ ...profile, Path }));
    await iam.send(new AddRoleToInstanceProfileCommand({ ...profile, ...role }));

    const { made } = this;
    const infrastructure = await imageBuilder.send(
      new CreateInfrastructureConfigurationCommand({
        name,
        instanceProfileName: name,
        instanceTypes: ["t2.micro"],
        terminateInstanceOnFailure: true,
        logging: { s3Logs: { s3BucketName: Bucket, s3KeyPrefix: `imagebuilder-${name}` } },
        tags,
      }),
    );
    made.infrastructure = infrastructure.infrastructureConfigurationArn;
    const component = new CreateComponentCommand({ ...version, platform: "Linux", data: testDocument });
    made.component = (await imageBuilder.send(component)).componentBuildVersionArn;
    const targetRepository = { service: "ECR" as const, repositoryName };
    const recipe = new CreateContainerRecipeCommand({
      ...version,
      containerType: "DOCKER",
      parentImage: "amazonlinux:latest",
      platformOverride: "Linux",
      components: [{ componentArn: made.component }],
      targetRepository,
      workingDirectory: "/tmp",
      dockerfileTemplateData: dockerfile,
    });
    made.recipe = (await imageBuilder.send(recipe)).containerRecipeArn;
    const containerDistributionConfiguration = { targetRepository, containerTags: ["theirs"] };
    const distributions = [{ region, containerDistributionConfiguration }];
    const distribution = new CreateDistributionConfigurationCommand({ name, distributions, tags });
    made.distribution = (await imageBuilder.send(distribution)).distributionConfigurationArn;
    const parts = {
      containerRecipeArn: made.recipe,
      infrastructureConfigurationArn: made.infrastructure,
      distributionConfigurationArn: made.distribution,
      ...tests,
      tags,
    };
    const schedule = {
      scheduleExpression: "cron(0 9 1 * ? *)",
      pipelineExecutionStartCondition: "EXPRESSION_MATCH_ONLY" as const,
    };
    const pipeline = new CreateImagePipelineCommand({ ...parts, name, schedule, status: "ENABLED" });
    made.pipeline = (await imageBuilder.send(pipeline)).imagePipelineArn;
    made.image = (await imageBuilder.send(new CreateImageCommand(parts))).imageBuildVersionArn;
  }

  /** Deletes everything except the repository, which has the deletion policy Retain. */
  public async delete(): Promise<void> {
    const { iam, imageBuilder, s3 } = this.clients;
    const { made } = this;
    await imageBuilder.send(new DeleteImageCommand({ imageBuildVersionArn: made.image }));
    await imageBuilder.send(new DeleteImagePipelineCommand({ imagePipelineArn: made.pipeline }));
    const configurations = {
      infrastructureConfigurationArn: made.infrastructure,
      distributionConfigurationArn: made.distribution,
    };
    await imageBuilder.send(new DeleteDistributionConfigurationCommand(configurations));
    await imageBuilder.send(new DeleteContainerRecipeCommand({ containerRecipeArn: made.recipe }));
    await imageBuilder.send(new DeleteComponentCommand({ componentBuildVersionArn: made.component }));
    await imageBuilder.send(new DeleteInfrastructureConfigurationCommand(configurations));
    const profile = { InstanceProfileName: name };
    const role = { RoleName: name };
    await iam.send(new RemoveRoleFromInstanceProfileCommand({ ...profile, ...role }));
    await iam.send(new DeleteInstanceProfileCommand(profile));
    await iam.send(new DeleteRolePolicyCommand({ ...role, PolicyName: name }));
    for (const PolicyArn of managedPolicies) await iam.send(new DetachRolePolicyCommand({ ...role, PolicyArn }));
    await iam.send(new DeleteRoleCommand(role));
    // The bucket has to be deleted by hand before the stack can be deleted.
    const { Versions = [] } = await s3.send(new ListObjectVersionsCommand({ Bucket }));
    const Objects = Versions.map(({ Key, VersionId }) => ({ Key, VersionId }));
    await s3.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects } }));
    await s3.send(new DeleteBucketCommand({ Bucket }));
  }
}
