import * as fs from "node:fs";
import * as path from "node:path";
import { ImagebuilderComponent } from "@cdktf/provider-aws/lib/imagebuilder-component";
import { LocalBackend } from "cdktf";
import { literal, literalMap } from "../../constructs/terraform-text";
import { startLocalAws } from "@pipelines/local-aws/local-aws";
import { literalString, template } from "../../stacks/synthesis/hcl-text";
import { renderHcl } from "../../stacks/synthesis/hcl";
import { place, SynthesizedStack, temporaryFolder, testStack } from "@pipelines/testing/stack";
import { describeWithTerraform, TerraformFolder } from "@pipelines/testing/terraform";

/** What Dockerfiles, documents and descriptions may hold, and syntaxes trip over. */
const texts = [
  'echo "${HOME}" and %{x} and $$ and %% and $${HOME} and $$${HOME} and %%{x}',
  "a ${ never closed, and a } never opened",
  '"quotes", \\"escaped quotes\\", \\backslashes\\, \\n and \\${HOME}',
  "tabs\tand\tblanks at the end  \t \nEOF\nEOF\n",
  "Windows\r\nlines\r\n\r\n",
  "no line break at the end\n\n  indented",
  "naïve – 日本語 – 🐳 – \u00a0 – \u2028 – <tags> & 'quotes' `ticks`",
  "#{ruby} {{ name }} {{{ imagebuilder:parentImage }}} ~} %{~ if true ~}",
  "\n",
  " ",
];

describe("Text in HCL", () => {
  it("keeps what is evaluated, and escapes what stands around it", () => {
    expect(template('"a" ${join("\\"}", ["${b}"])} \\ $${c}\n')).toBe(
      '"\\"a\\" ${join("\\"}", ["${b}"])} \\\\ $${c}\\n"',
    );
  });

  it("evaluates nothing where JSON does not either", () => {
    expect(literalString('"${a}" %{b}')).toBe('"\\"$${a}\\" %%{b}"');
  });
});

describeWithTerraform("Text through Terraform", (terraform) => {
  it.each(["JSON", "HCL"])("comes out of %s as it went in", async (format) => {
    const stack = testStack();
    new LocalBackend(stack, { path: "terraform.tfstate" });
    texts.forEach((text, index) => {
      new ImagebuilderComponent(stack, `component-${index}`, {
        name: `component-${index}`,
        platform: "Linux",
        version: "1.0.0",
        data: literal(text),
        tags: literalMap({ text, [`key ${index} "quoted" ${text.slice(0, 12).replaceAll(/[^ -~]/g, "")}`]: "value" }),
      });
    });
    const { text } = new SynthesizedStack(stack);
    const folder = temporaryFolder();
    fs.writeFileSync(
      path.join(folder, format === "HCL" ? "cdk.tf" : "cdk.tf.json"),
      format === "HCL" ? renderHcl(stack) : text,
    );
    const aws = await startLocalAws();
    try {
      const target = { terraform, endpoint: aws.endpoint, account: place.account };
      const workspace = await new TerraformFolder(target, folder).prepare();
      const { resource_changes } = await workspace.plan();
      const planned = texts.map((_text, index) => {
        const { data, tags } = resource_changes.find(({ address }) => address.endsWith(`component-${index}`))?.change
          .after as { data: string; tags: Record<string, string> };
        return [data, tags["text"], Object.keys(tags).find((key) => key !== "text")];
      });
      expect(planned).toEqual(
        texts.map((one, index) => [one, one, `key ${index} "quoted" ${one.slice(0, 12).replaceAll(/[^ -~]/g, "")}`]),
      );
    } finally {
      await aws.close();
    }
  });
});
