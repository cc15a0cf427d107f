import * as fs from "node:fs";
import * as path from "node:path";
import { EcrRepository } from "@cdktf/provider-aws/lib/ecr-repository";
import { Aspects, TerraformOutput, TerraformStack } from "cdktf";
import type { IConstruct } from "constructs";
import { testApp, TestEnvironment, testImage } from "@pipelines/testing/stack";

/** The output that CDKTF itself produces for a stack. */
function asCdktf(stack: TerraformStack): unknown {
  return JSON.parse(JSON.stringify(TerraformStack.prototype.toTerraform.call(stack)));
}

function own(stack: TerraformStack): unknown {
  return JSON.parse(JSON.stringify(stack.toTerraform()));
}

describe("A stack that resolves every value once", () => {
  const texts = ["${aws}", "$${x}", "%{ if }", 'a "quote" and a \\ back', "[1.5e3]", "#{TfToken}"];

  it("writes the same output as CDKTF", () => {
    const stack = new TestEnvironment(testApp(), {
      images: texts.map((description, index) => testImage({ description, repository: `web${index}` }, `web${index}`)),
      strictBuildRole: true,
    });
    stack.addOverride("terraform.required_version", ">= 1.11");
    new TerraformOutput(stack.images.get("web0") ?? stack, "extra", { value: stack.place.region });
    stack.prepareStack();
    const expected = asCdktf(stack);
    expect(own(stack)).toEqual(expected);
    // The output is still the same after the prepared values were discarded.
    expect(own(stack)).toEqual(expected);
  });

  it("writes a reference to another stack in both stacks", () => {
    const app = testApp();
    const first = new TestEnvironment(app);
    const second = new TestEnvironment(app, { environment: "second" });
    const repository = first.node.findAll().find((construct) => construct instanceof EcrRepository);
    new TerraformOutput(second, "foreign", { value: repository?.arn });
    for (const stack of [first, second]) stack.prepareStack();
    const expected = [asCdktf(first), asCdktf(second)];
    expect([own(first), own(second)]).toEqual(expected);
    expect(JSON.stringify(expected)).toContain("cross-stack-reference-input-test");
    expect(second.dependencies).toEqual([first]);
  });

  it("includes changes made by aspects", () => {
    const app = testApp();
    const stack = new TestEnvironment(app);
    Aspects.of(stack).add({
      visit(construct: IConstruct) {
        if (construct instanceof EcrRepository) construct.forceDelete = false;
      },
    });
    app.synth();
    const written = fs.readFileSync(path.join(app.outdir, "stacks", "test", "cdk.tf.json"), "utf8");
    expect(written).toContain('"force_delete": false');
    expect(written).not.toContain('"force_delete": true');
  });
});
