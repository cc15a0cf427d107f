import { ImagebuilderWorkflow } from "@cdktf/provider-aws/lib/imagebuilder-workflow";
import { TerraformOutput } from "cdktf";
import * as fs from "node:fs";
import * as path from "node:path";
import { ImageWorkflows } from "../../constructs/image-workflows";
import type { ImageDefinition } from "@pipelines/image-definition";
import { resolveImage } from "@pipelines/image-definition/load-image";
import { firstVersions, place, SynthesizedStack, testStack } from "@pipelines/testing/stack";

const folder = "packages/testing/fixtures/workflows";
const own = {
  document: "approve.yaml",
  type: "TEST",
  description: "Waits for ${somebody}",
  changeDescription: "Approval",
  parameters: { waitForApproval: "true" },
  onFailure: "ABORT",
  parallelGroup: "tests",
} as const;

function synthesize(workflows: ImageDefinition["workflows"], encryptionKey?: string) {
  const stack = testStack();
  const definition = { components: [{ managed: "update-linux" }], workflows, tags: { Team: "${web}" } };
  const image = resolveImage({ name: "web", folder, definition });
  const made = new ImageWorkflows(stack, "workflows", {
    place: { ...place, encryptionKey },
    image,
    versions: firstVersions,
  });
  new TerraformOutput(stack, "configurations", { value: made.configurations });
  const synthesized = new SynthesizedStack(stack);
  return { stack: synthesized, configurations: synthesized.json.output?.configurations?.value, content: made.content };
}

describe("An image's workflows", () => {
  it("are immutable resources with the text of their documents; a successor is created before one is destroyed", () => {
    const { text } = synthesize([own]).stack;
    expect(text).toHaveResourceWithProperties(ImagebuilderWorkflow, {
      name: "test-web-approve",
      version: "1.0.0",
      type: "TEST",
      description: "Waits for $${somebody}",
      change_description: "Approval",
      data: fs.readFileSync(path.join(folder, own.document), "utf8").replaceAll("${", "$${").replaceAll("%{", "%%{"),
      tags: { Team: "$${web}" },
      lifecycle: { create_before_destroy: true },
    });
  });

  it("are encrypted with the environment's key, if it has one", () => {
    const key = "arn:aws:kms:eu-west-1:123456789012:key/8a5e2b6c-0000-4000-8000-000000000000";
    expect(synthesize([own], key).stack.text).toHaveResourceWithProperties(ImagebuilderWorkflow, { kms_key_id: key });
    expect(synthesize([own]).stack.resource("aws_imagebuilder_workflow")).not.toHaveProperty("kms_key_id");
  });

  it("are used in the order of the definition; AWS's own and foreign ones need no resource", () => {
    const arn = "arn:aws:imagebuilder:eu-west-1:444455556666:workflow/test/shared/1.0.0/1";
    const { stack, configurations } = synthesize([{ managed: "build-container" }, own, { arn }]);
    expect(configurations).toEqual([
      { workflowArn: "arn:aws:imagebuilder:eu-west-1:aws:workflow/build/build-container/x.x.x" },
      {
        workflowArn: stack.ref("aws_imagebuilder_workflow", "arn"),
        parameter: [{ name: "waitForApproval", value: "true" }],
        onFailure: "ABORT",
        parallelGroup: "tests",
      },
      { workflowArn: arn },
    ]);
    expect(stack.counts()).toEqual({ aws_imagebuilder_workflow: 1 });
  });

  it("are part of the recipe's content, whatever their order, but only if the image has any", () => {
    const [one, other] = [
      synthesize([{ managed: "build-container" }, own]),
      synthesize([own, { managed: "build-container" }]),
    ];
    expect(one.content).toEqual(other.content);
    expect(one.content).toMatchObject([{ part: "workflows", label: "workflows" }]);
    expect(synthesize([]).content).toEqual([]);
    const stops = synthesize([{ managed: "build-container" }, { ...own, onFailure: "CONTINUE" }]);
    expect(stops.content).not.toEqual(one.content);
  });
});
