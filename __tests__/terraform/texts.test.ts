import * as fs from "node:fs";
import * as path from "node:path";
import { formatFinding } from "@pipelines/findings/report";
import { type LocalAws, startLocalAws } from "@pipelines/local-aws/local-aws";
import { resolveImage } from "@pipelines/image-definition/load-image";
import { place, SynthesizedStack, testApp, TestEnvironment } from "@pipelines/testing/stack";
import { temporaryFolder } from "@pipelines/testing/temporary-folder";
import { describeWithTerraform, TerraformFolder, withOneProvider } from "@pipelines/testing/terraform";

/** Every kind of text that JSON, Terraform templates or the provider could corrupt. */
const hostile = [
  "${HOME} $${HOME} $$${HOME} ${ $ { $$ $",
  "%{x} %%{x} %{ if true }%{ endif } 100% %",
  `"double" 'single' \`back\` \\ \\n \\\\ \\" \\u0041`,
  "tab\there, spaces behind   ",
  "naïve café – 日本語 – 🐳 – \u2028 – é",
  "{{{ imagebuilder:unknown }} {{ reference }}",
  "<<EOT",
  "EOT",
].join("\n");

const crlf = hostile.replaceAll("\n", "\r\n");

function document(comment: string, length?: number): string {
  const commented = comment.split("\n").map((line) => `# ${line}`);
  const head = ["schemaVersion: 1.0", "phases:", "  - name: build", "    steps:"];
  const step = ["      - name: Say", "        action: ExecuteBash", "        inputs:", "          commands:"];
  const command = [
    "            - |",
    '              echo "${HOME} %{x} $$ \\t %%{y}"   ',
    "              printf '%s\\n' \"${1:-}\"",
  ];
  const text = [...commented, ...head, ...step, ...command, ""].join("\n");
  return length === undefined ? text : `${text}# ${"x".repeat(length - Buffer.byteLength(text) - 3)}\n`;
}

describeWithTerraform("Texts evaluated by Terraform", (terraform) => {
  let aws: LocalAws;
  let planned: Map<string, Readonly<Record<string, unknown>>>;
  const folder = temporaryFolder();
  const files = {
    Dockerfile: `FROM {{{ imagebuilder:parentImage }}}\n{{{ imagebuilder:environments }}}\n{{{ imagebuilder:components }}}\n${hostile
      .replaceAll("{{{ imagebuilder:unknown }}", "{{{ x }}")
      .split("\n")
      .map((line) => `# ${line}\n`)
      .join("")}RUN echo "\${HOME}" %{x}   `,
    "lf.yaml": document(hostile),
    "crlf.yaml": document(crlf).replaceAll(/\r?\n/g, "\r\n"),
    "long.yaml": document(hostile, 15_999),
    "bom.yaml": `\uFEFF${document("with a byte order mark")}`,
  };

  beforeAll(async () => {
    for (const [name, text] of Object.entries(files)) fs.writeFileSync(path.join(folder, name), text);
    const image = resolveImage({
      name: "hostile",
      folder,
      definition: {
        description: hostile,
        components: Object.keys(files)
          .filter((name) => name.endsWith(".yaml"))
          .map((name) => ({ document: name, description: hostile })),
        workingDirectory: "/tmp/${x}",
        tags: { Template: "${x} %{y} $${z}" },
      },
    });
    expect(image.findings).toEqual([]);
    aws = await startLocalAws();
    const config = new SynthesizedStack(new TestEnvironment(testApp(), { images: [image] })).text;
    const target = await withOneProvider({ terraform, endpoint: aws.endpoint, account: place.account });
    const plan = await TerraformFolder.withConfig(target, config).prepare();
    const { resource_changes } = await plan.plan();
    planned = new Map(
      resource_changes.map(({ type, change }) => [`${type} ${String(change.after?.["name"])}`, change.after ?? {}]),
    );
  });
  afterAll(async () => {
    await aws.close();
  });

  it.each(["lf", "crlf", "long", "bom"])("have the bytes of the document's file: %s.yaml", (name) => {
    const component = planned.get(`aws_imagebuilder_component test-hostile-${name}`);
    expect(component?.["data"]).toBe(fs.readFileSync(path.join(folder, `${name}.yaml`), "utf8"));
    expect(component?.["description"]).toBe(hostile);
  });

  it("have the bytes of the Dockerfile, and of every piece of text in a definition", () => {
    const recipe = planned.get("aws_imagebuilder_container_recipe test-hostile");
    expect(recipe?.["dockerfile_template_data"]).toBe(fs.readFileSync(path.join(folder, "Dockerfile"), "utf8"));
    expect(recipe?.["description"]).toBe(hostile);
    expect(recipe?.["working_directory"]).toBe("/tmp/${x}");
    expect(recipe?.["tags"]).toEqual({ Template: "${x} %{y} $${z}" });
  });

  it("are normalized by Terraform if the file has a letter followed by a separate accent, with a warning", () => {
    fs.writeFileSync(path.join(folder, "nfd.yaml"), document("first\ncafe\u0301"));
    const image = resolveImage({ name: "nfd", folder, definition: { components: [{ document: "nfd.yaml" }] } });
    expect(image.findings.map((finding) => formatFinding(finding).split("\n", 2).join(""))).toEqual([
      `warning ${image.components.map((one) => ("source" in one && "file" in one.source ? one.source.file : "")).join("")}:2:6 IB-TEXT-NFC  found:   a character written as a letter followed by an accent`,
    ]);
  });

  it("can be up to just under 16,000 bytes long, the provider's limit", () => {
    expect(Buffer.byteLength(files["long.yaml"])).toBe(15_999);
    const long = resolveImage({
      name: "long",
      folder,
      definition: { components: [{ document: "long.yaml", description: "é".repeat(513) }] },
    });
    fs.writeFileSync(path.join(folder, "long.yaml"), `${files["long.yaml"]}#é`);
    const longer = resolveImage({ name: "long", folder, definition: { components: [{ document: "long.yaml" }] } });
    expect([...long.findings, ...longer.findings].map(({ code, found }) => `${code} ${found}`)).toEqual([
      "IB-LENGTH 1026 bytes",
      "IB-LENGTH 16002 bytes",
    ]);
  });
});
