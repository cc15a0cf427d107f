import { CloudWatchLogsClient } from "@aws-sdk/client-cloudwatch-logs";
import { CreateRepositoryCommand, ECRClient } from "@aws-sdk/client-ecr";
import { EventBridgeClient } from "@aws-sdk/client-eventbridge";
import {
  AddRoleToInstanceProfileCommand,
  CreateInstanceProfileCommand,
  CreatePolicyCommand,
  CreateRoleCommand,
  IAMClient,
} from "@aws-sdk/client-iam";
import {
  CreateComponentCommand,
  CreateContainerRecipeCommand,
  type CreateContainerRecipeCommandInput,
  CreateDistributionConfigurationCommand,
  CreateInfrastructureConfigurationCommand,
  ImagebuilderClient,
} from "@aws-sdk/client-imagebuilder";
import { S3Client } from "@aws-sdk/client-s3";
import { SNSClient } from "@aws-sdk/client-sns";
import { STSClient } from "@aws-sdk/client-sts";
import type { LocalAws } from "@pipelines/local-aws/local-aws";

// The SDK warns on every run that support for Node 20 is ending, which is irrelevant to these tests.
process.env["AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED"] = "true";

export const testAccount = "111122223333";
export const testRegion = "eu-west-1";

/** Returns one client per service, all for this local AWS. */
export function clientsOf({ endpoint }: Pick<LocalAws, "endpoint">, region = testRegion, accessKeyId = "local") {
  const settings = { endpoint, region, credentials: { accessKeyId, secretAccessKey: "local" }, maxAttempts: 1 };
  return {
    ecr: new ECRClient(settings),
    events: new EventBridgeClient(settings),
    iam: new IAMClient(settings),
    imageBuilder: new ImagebuilderClient(settings),
    logs: new CloudWatchLogsClient(settings),
    s3: new S3Client({ ...settings, forcePathStyle: true }),
    sns: new SNSClient(settings),
    sts: new STSClient(settings),
  };
}

export type Clients = ReturnType<typeof clientsOf>;

/** Returns an Image Builder ARN in the test's account and region. */
export function arn(resource: string): string {
  return `arn:aws:imagebuilder:${testRegion}:${testAccount}:${resource}`;
}

export const testDocument = "schemaVersion: 1.0\nphases:\n  - name: build\n    steps: []\n";
export const dockerfile =
  "FROM {{{ imagebuilder:parentImage }}}\n{{{ imagebuilder:environments }}}\n{{{ imagebuilder:components }}}\n";

export function trustOf(service: string): string {
  const statement = { Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: service } };
  return JSON.stringify({ Version: "2012-10-17", Statement: [statement] });
}

/** Creates what Image Builder needs beforehand: a repository, and an instance profile with a role. */
export async function makeGround({ ecr, iam }: Clients): Promise<void> {
  await ecr.send(new CreateRepositoryCommand({ repositoryName: "hello" }));
  const trust = trustOf("ec2.amazonaws.com");
  await iam.send(new CreateRoleCommand({ RoleName: "build", AssumeRolePolicyDocument: trust }));
  await iam.send(new CreateInstanceProfileCommand({ InstanceProfileName: "build" }));
  await iam.send(new AddRoleToInstanceProfileCommand({ InstanceProfileName: "build", RoleName: "build" }));
}

export function component(settings: { semanticVersion?: string; data?: string; name?: string; dryRun?: boolean } = {}) {
  return new CreateComponentCommand({
    name: "hello",
    semanticVersion: "1.0.0",
    platform: "Linux",
    data: testDocument,
    ...settings,
  });
}

export function containerRecipe(settings: Partial<CreateContainerRecipeCommandInput> = {}) {
  return new CreateContainerRecipeCommand({
    name: "hello",
    semanticVersion: "1.0.0",
    containerType: "DOCKER",
    parentImage: "amazonlinux:latest",
    platformOverride: "Linux",
    components: [{ componentArn: arn("component/hello/1.0.0/1") }],
    dockerfileTemplateData: dockerfile,
    targetRepository: { service: "ECR", repositoryName: "hello" },
    ...settings,
  });
}

/** Creates everything that a pipeline or an image needs; the ARNs follow from the names, which are all `hello`. */
export async function makeParts(clients: Clients, containerTags: string[] = ["latest"]): Promise<void> {
  const { imageBuilder } = clients;
  await makeGround(clients);
  await imageBuilder.send(component());
  await imageBuilder.send(containerRecipe());
  await imageBuilder.send(
    new CreateInfrastructureConfigurationCommand({ name: "hello", instanceProfileName: "build" }),
  );
  const output = { targetRepository: { service: "ECR" as const, repositoryName: "hello" }, containerTags };
  await imageBuilder.send(
    new CreateDistributionConfigurationCommand({
      name: "hello",
      distributions: [{ region: testRegion, containerDistributionConfiguration: output }],
    }),
  );
}

export const parts = {
  containerRecipeArn: arn("container-recipe/hello/1.0.0"),
  infrastructureConfigurationArn: arn("infrastructure-configuration/hello"),
  distributionConfigurationArn: arn("distribution-configuration/hello"),
};

const document = JSON.stringify({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }],
});

/** Creates policies in the account that an environment refers to but does not create. */
export async function makePolicies(aws: LocalAws, account: string, ...names: readonly string[]): Promise<void> {
  const { iam } = clientsOf(aws, testRegion, account);
  for (const PolicyName of names) await iam.send(new CreatePolicyCommand({ PolicyName, PolicyDocument: document }));
}
