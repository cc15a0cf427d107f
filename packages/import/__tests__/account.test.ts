import { CloudFormationClient } from "@aws-sdk/client-cloudformation";
import { CreateRepositoryCommand, DeleteRepositoryCommand } from "@aws-sdk/client-ecr";
import {
  CreateImagePipelineCommand,
  CreateWorkflowCommand,
  type CreateImagePipelineCommandInput,
} from "@aws-sdk/client-imagebuilder";
import { CreateRoleCommand } from "@aws-sdk/client-iam";
import { type LocalAws, startLocalAws } from "@pipelines/local-aws/local-aws";
import {
  arn,
  clientsOf,
  containerRecipe,
  dockerfile,
  makeParts,
  parts,
  testAccount,
  testDocument,
  testRegion,
  trustOf,
} from "@pipelines/testing/clients";
import { temporaryFolder } from "@pipelines/testing/temporary-folder";
import { tree } from "@pipelines/testing/tree";
import { importSource } from "../import-source";

let aws: LocalAws;
beforeEach(async () => {
  aws = await startLocalAws();
  await makeParts(clients(), ["latest"]);
});
afterEach(async () => {
  await aws.close();
});

const clients = () => clientsOf(aws, testRegion, testAccount);

/** Imports the account as an environment that does not exist yet. */
async function imported(...args: readonly string[]) {
  const root = temporaryFolder();
  let [out, err] = ["", ""];
  const streams = { out: (text: string) => void (out += text), err: (text: string) => void (err += text) };
  const credentials = { accessKeyId: testAccount, secretAccessKey: "local" };
  const cloudFormation = new CloudFormationClient({ endpoint: aws.endpoint, region: testRegion, credentials });
  const code = await importSource(args, root, streams, { ...clients(), cloudFormation });
  return { code, out, err, files: tree(root) };
}

function pipeline(settings: Partial<CreateImagePipelineCommandInput> = {}) {
  return new CreateImagePipelineCommand({ name: "hello", ...parts, ...settings });
}

const held = (more: object): void => {
  const template = JSON.stringify({ Resources: { Images: { Type: "AWS::ECR::Repository", ...more } } });
  aws.exists(
    { kind: "stack", name: "old", stack: { template, resources: { Images: "hello" } } },
    testAccount,
    testRegion,
  );
};

const workflowText = "name: verify\nschemaVersion: 1.0\nsteps:\n  - name: Wait\n    action: WaitForAction\n";

test("the version that a pipeline uses is imported, with everything that belongs to it", async () => {
  const { ecr, iam, imageBuilder } = clients();
  const workflow = { name: "verify", semanticVersion: "1.0.0", type: "TEST", data: workflowText } as const;
  await imageBuilder.send(new CreateWorkflowCommand(workflow));
  for (const repositoryName of ["elsewhere", "gone"]) await ecr.send(new CreateRepositoryCommand({ repositoryName }));
  await imageBuilder.send(containerRecipe({ semanticVersion: "1.10.0", parentImage: "amazonlinux:2023" }));
  await imageBuilder.send(containerRecipe({ semanticVersion: "1.9.0", parentImage: "amazonlinux:2" }));
  const targetRepository = { service: "ECR", repositoryName: "gone" } as const;
  await imageBuilder.send(containerRecipe({ name: "unused", targetRepository }));
  await imageBuilder.send(pipeline());
  const trust = trustOf("imagebuilder.amazonaws.com");
  await iam.send(new CreateRoleCommand({ RoleName: "run", AssumeRolePolicyDocument: trust }));
  const inUse = { containerRecipeArn: arn("container-recipe/hello/1.9.0"), name: "newer", status: "DISABLED" } as const;
  const workflows = [{ workflowArn: arn("workflow/test/verify/1.0.0/1") }];
  await imageBuilder.send(pipeline({ ...inUse, workflows, executionRole: `arn:aws:iam::${testAccount}:role/run` }));
  await ecr.send(new DeleteRepositoryCommand({ repositoryName: "gone" }));
  const { code, out, files } = await imported("--account", "--environment", "qa");
  expect(code).toBe(0);
  expect(files["images/hello/hello.yaml"]).toBe(testDocument);
  expect(files["images/hello/verify.yaml"]).toBe(workflowText);
  expect(files["images/hello/Dockerfile"]).toBe(dockerfile);
  expect(files["images/hello/image.ts"]).toContain(`/** Imported from an account. */
const definition: ImageDefinition = {
  parentImage: "amazonlinux:2",
  repository: "hello",
  containerTags: ["latest"],
  schedule: null,
  buildOnDeploy: false,
  tests: { timeoutMinutes: 720 },
  enabled: false,
  workflows: [{ document: "verify.yaml", type: "TEST" }],
  version: "1.11",
  components: [{ document: "hello.yaml" }],
};`);
  expect(files["images/unused/image.ts"]).toContain('repository: { existing: "gone" }');
  expect(files["stacks/qa-stack.ts"]).toContain(
    `images: [image("hello"), image("unused")],\n      region: "${testRegion}",\n      instanceProfile: "build",`,
  );
  expect(out).toContain("changed   version 1.10.0 → 1.11.0: versions continue from the highest");
  expect(out).not.toContain("elsewhere");
});

const adopts = "npm run recover -- qa --adopt aws_ecr_repository=hello\n";
test.each([
  [
    "its owner is unknown",
    undefined,
    [],
    "To adopt hello: no CloudFormation stack owns it, and an account does not show",
  ],
  ["the user says that no state has it", undefined, ["--unmanaged"], "To adopt: no CloudFormation stack deletes"],
  [
    "a stack would delete it",
    {},
    ["--unmanaged"],
    "To adopt hello: the stack old would delete it. Give Images DeletionPolicy",
  ],
  [
    "a stack would keep it",
    { DeletionPolicy: "Retain", UpdateReplacePolicy: "Retain" },
    [],
    "To adopt: no CloudFormation stack deletes",
  ],
])("a repository is adopted only if no one else owns it: %s", async (_, policies, args, text) => {
  if (policies !== undefined) held(policies);
  const { code, out } = await imported("--account", "--environment", "qa", ...args);
  expect(out).toContain(text);
  expect(out.includes(adopts)).toBe(text.startsWith("To adopt:"));
  expect(code).toBe(0);
});

test("an account that cannot be read is a finding", async () => {
  await aws.close();
  const { code, err, files } = await imported("--account");
  expect(err).toMatch(/^error AWS IB-OP-AWS\n {2}found: {3}\w.*ECONNREFUSED.*\n {2}allowed: credentials and a region/);
  expect(err).toContain("  fix:     set AWS_PROFILE and AWS_REGION\n");
  expect([code, files]).toEqual([1, {}]);
  aws = await startLocalAws();
});
