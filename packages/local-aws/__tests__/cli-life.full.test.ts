import { shapeProblems } from "./answer-shapes";
import { describeWithCli, runCli } from "./aws-cli";
import { type LocalAws, startLocalAws } from "../local-aws";
import { startTap, type Tap } from "./tap";
import { arn, clientsOf, dockerfile, makeGround, parts, testDocument, testRegion } from "@pipelines/testing/clients";

type Output = Readonly<Record<string, unknown>>;

const imageBuildVersionArn = arn("image/hello/1.0.0/1");
const imagePipelineArn = arn("image-pipeline/hello");
const componentBuildVersionArn = arn("component/hello/1.0.0/1");
const repository = { repositoryName: "hello" };
const target = { service: "ECR", ...repository };
const log = { logGroupName: "/aws/imagebuilder/hello" };

/** The parameters of a command; they may come from the output of an earlier one. */
type Input = Readonly<Record<string, unknown>> | ((outputs: Map<string, Output>) => object);

/** The commands, in order. */
const commands: readonly (readonly [command: string, input: Input])[] = [
  ["imagebuilder create-component", { name: "hello", semanticVersion: "1.0.0", platform: "Linux", data: testDocument }],
  [
    "imagebuilder create-container-recipe",
    {
      name: "hello",
      semanticVersion: "1.0.0",
      containerType: "DOCKER",
      parentImage: "amazonlinux:latest",
      components: [{ componentArn: componentBuildVersionArn }],
      dockerfileTemplateData: dockerfile,
      targetRepository: target,
    },
  ],
  ["imagebuilder create-infrastructure-configuration", { name: "hello", instanceProfileName: "build" }],
  [
    "imagebuilder create-distribution-configuration",
    {
      name: "hello",
      distributions: [
        {
          region: testRegion,
          containerDistributionConfiguration: { targetRepository: target, containerTags: ["latest"] },
        },
      ],
    },
  ],
  ["imagebuilder create-image-pipeline", { ...parts, name: "hello" }],
  ["imagebuilder start-image-pipeline-execution", { imagePipelineArn }],
  ["imagebuilder get-image building", { imageBuildVersionArn }],
  ["skip 21", {}],
  ["imagebuilder get-image", { imageBuildVersionArn }],
  ["imagebuilder get-component", { componentBuildVersionArn }],
  ["imagebuilder get-container-recipe", { containerRecipeArn: parts.containerRecipeArn }],
  [
    "imagebuilder get-infrastructure-configuration",
    { infrastructureConfigurationArn: parts.infrastructureConfigurationArn },
  ],
  ["imagebuilder get-distribution-configuration", { distributionConfigurationArn: parts.distributionConfigurationArn }],
  ["imagebuilder get-image-pipeline", { imagePipelineArn }],
  ["imagebuilder list-components", {}],
  ["imagebuilder list-component-build-versions", { componentVersionArn: arn("component/hello/1.0.0") }],
  ["imagebuilder list-container-recipes", {}],
  ["imagebuilder list-infrastructure-configurations", {}],
  ["imagebuilder list-distribution-configurations", {}],
  ["imagebuilder list-image-pipelines", {}],
  ["imagebuilder list-image-pipeline-images", { imagePipelineArn }],
  ["imagebuilder list-images", {}],
  ["imagebuilder list-image-build-versions", { imageVersionArn: arn("image/hello/1.0.0") }],
  ["imagebuilder list-image-packages", { imageBuildVersionArn }],
  ["imagebuilder list-tags-for-resource", { resourceArn: imagePipelineArn }],
  ["imagebuilder list-workflow-executions", { imageBuildVersionArn }],
  ["imagebuilder get-workflow-execution", (outputs) => ({ workflowExecutionId: workflowOf(outputs) })],
  ["imagebuilder list-workflow-step-executions", (outputs) => ({ workflowExecutionId: workflowOf(outputs) })],
  ["imagebuilder get-workflow-step-execution", (outputs) => ({ stepExecutionId: stepOf(outputs) })],
  ["imagebuilder list-waiting-workflow-steps", {}],
  ["ecr describe-repositories", {}],
  ["ecr describe-images", repository],
  ["ecr list-images", repository],
  ["ecr batch-get-image", { ...repository, imageIds: [{ imageTag: "latest" }, { imageTag: "absent" }] }],
  ["ecr start-image-scan", { ...repository, imageId: { imageTag: "latest" } }],
  ["ecr describe-image-scan-findings", { ...repository, imageId: { imageTag: "latest" } }],
  ["logs describe-log-groups", {}],
  ["logs describe-log-streams", log],
  ["logs filter-log-events", log],
  ["logs get-log-events", { ...log, logStreamName: "1.0.0/1" }],
  ["imagebuilder start-image-pipeline-execution again", { imagePipelineArn }],
  ["imagebuilder cancel-image-creation", { imageBuildVersionArn: arn("image/hello/1.0.0/2") }],
  ["imagebuilder get-image cancelled", { imageBuildVersionArn: arn("image/hello/1.0.0/2") }],
  ["imagebuilder delete-image-pipeline", { imagePipelineArn }],
  ["imagebuilder delete-image cancelled", { imageBuildVersionArn: arn("image/hello/1.0.0/2") }],
  ["imagebuilder delete-image", { imageBuildVersionArn }],
  ["imagebuilder delete-container-recipe", { containerRecipeArn: parts.containerRecipeArn }],
  [
    "imagebuilder delete-infrastructure-configuration",
    { infrastructureConfigurationArn: parts.infrastructureConfigurationArn },
  ],
  [
    "imagebuilder delete-distribution-configuration",
    { distributionConfigurationArn: parts.distributionConfigurationArn },
  ],
  ["imagebuilder delete-component", { componentBuildVersionArn }],
  ["ecr batch-delete-image", { ...repository, imageIds: [{ imageTag: "latest" }, { imageTag: "absent" }] }],
  ["ecr delete-repository", { ...repository, force: true }],
  ["logs delete-log-group", log],
];

function workflowOf(outputs: Map<string, Output>): unknown {
  const list = outputs.get("imagebuilder list-workflow-executions")?.["workflowExecutions"] as readonly Output[];
  return list[0]?.["workflowExecutionId"];
}

function stepOf(outputs: Map<string, Output>): unknown {
  const list = outputs.get("imagebuilder list-workflow-step-executions")?.["steps"] as readonly Output[];
  return list[0]?.["stepExecutionId"];
}

describeWithCli("a whole build life with the AWS CLI", () => {
  let aws: LocalAws;
  let tap: Tap;
  const outputs = new Map<string, Output>();
  beforeAll(async () => {
    aws = await startLocalAws({ speed: 0 });
    tap = await startTap(aws);
    await makeGround(clientsOf(aws));
  });
  afterAll(async () => {
    expect(aws.unknownCalls).toEqual([]);
    await tap.close();
    await aws.close();
  });

  async function run(command: string, input: object): Promise<Output> {
    const args = [...command.split(" ").slice(0, 2), "--output", "json", "--cli-input-json", JSON.stringify(input)];
    const { stdout } = await runCli(tap.endpoint, args);
    return (stdout.trim() === "" ? {} : JSON.parse(stdout)) as Output;
  }

  test.each(commands)(
    "aws %s returns what AWS always returns, and nothing that the model lacks",
    async (command: string, input: Input) => {
      if (command.startsWith("skip ")) {
        aws.clock.skip(Number(command.slice(5)));
        return;
      }
      const before = tap.answers.length;
      const parameters: object = typeof input === "function" ? input(outputs) : input;
      outputs.set(command, await run(command, parameters));
      const answers = tap.answers.slice(before);
      expect(answers.length).toBeGreaterThan(0);
      expect(answers.flatMap(shapeProblems)).toEqual([]);
    },
  );

  test("has the states of a build", () => {
    const stateOf = (command: string) => (outputs.get(command)?.["image"] as Output | undefined)?.["state"];
    expect(["building", "", "cancelled"].map((when) => stateOf(`imagebuilder get-image ${when}`.trim()))).toMatchObject(
      [
        { status: expect.stringMatching(/PENDING|CREATING|BUILDING/) as string },
        { status: "AVAILABLE" },
        { status: "CANCELLED" },
      ],
    );
  });

  test("leaves nothing but the role and the instance profile that it was given", () => {
    expect(aws.remaining().map(({ kind }) => kind)).toEqual(["role", "instance profile"]);
  });
});
