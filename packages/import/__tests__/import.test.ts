import { execFileSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import type { ImageDefinition } from "@pipelines/image-definition";
import { resolveImage } from "@pipelines/image-definition/load-image";
import { SynthesizedStack, temporaryFolder, TestEnvironment, testApp } from "@pipelines/testing/stack";
import { tree } from "@pipelines/testing/tree";
import { importSource } from "../import-source";

const sample = fs.readFileSync(path.join(__dirname, "sample.yaml"), "utf8");

interface Imported {
  readonly code: number;
  readonly out: string;
  readonly err: string;
  readonly root: string;
  /** The project's files, by path. */
  readonly files: Readonly<Record<string, string>>;
}

/** Imports a template, or a folder of files, into an empty project. */
async function imported(
  source: string | Readonly<Record<string, string>>,
  args: readonly string[] = [],
  root = temporaryFolder(),
): Promise<Imported> {
  const folder = temporaryFolder();
  const files = typeof source === "string" ? { "template.yaml": source } : source;
  for (const [name, text] of Object.entries(files)) fs.writeFileSync(path.join(folder, name), text);
  const given = typeof source === "string" ? path.join(folder, "template.yaml") : folder;
  let out = "";
  let err = "";
  const streams = { out: (text: string) => void (out += text), err: (text: string) => void (err += text) };
  const code = await importSource([given, ...args], root, streams);
  return { code, out, err, root, files: tree(root) };
}

function definitionOf({ root }: Imported, name: string): ImageDefinition {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return (require(path.join(root, `images/${name}/image.ts`)) as { default: ImageDefinition }).default;
}

function formatted(text: string): string {
  const prettier = path.join(__dirname, "../../../node_modules/prettier/bin/prettier.cjs");
  const args = [prettier, "--parser", "typescript", "--print-width", "120"];
  return execFileSync(process.execPath, args, { input: text, encoding: "utf8" });
}

/** Returns the sample with one change. */
function changed(from: string | RegExp, to: string): string {
  const text = sample.replace(from, to);
  expect(text).not.toBe(sample);
  return text;
}

describe("a template with the sample's resources", () => {
  let result: Imported;
  beforeAll(async () => {
    result = await imported(sample, ["--environment", "qa"]);
  });

  test("becomes an image, its documents and an environment", () => {
    expect(result.err).toBe("");
    expect(Object.keys(result.files).sort()).toEqual([
      "images/web-container/Dockerfile",
      "images/web-container/image.ts",
      "images/web-container/say-hello.yaml",
      "stacks/qa-stack.ts",
    ]);
    expect(definitionOf(result, "web-container")).toEqual({
      parentImage: "amazonlinux:2023",
      components: [{ managed: "update-linux" }, { document: "say-hello.yaml", changeDescription: "First version" }],
      repository: "team/web",
      containerTags: ["latest", "candidate"],
      schedule: "cron(0 9 1 * ? *)",
      tests: { timeoutMinutes: 90 },
    });
    expect(result.files["stacks/qa-stack.ts"]).toContain(
      '      images: [image("web-container")],\n      instanceTypes: ["t3.large", "t3.medium"],\n    });',
    );
    for (const file of ["images/web-container/image.ts", "stacks/qa-stack.ts"]) {
      const text = result.files[file] ?? "";
      expect(formatted(text)).toBe(text);
    }
  });

  test("is reported together with everything that was changed, left out or checked", () => {
    expect(result.code).toBe(0);
    expect(result.out).toContain("changed   cron(0 9 1 * ?) → cron(0 9 1 * ? *): Image Builder takes six fields");
    expect(result.out).toContain("changed   no platform override → Linux: Image Builder needs one unless");
    expect(result.out).toContain("  AWS::S3::Bucket (Logs): the environment creates its own");
    expect(result.out).toContain("Checks: no findings");
  });

  test("reproduces the source's recipe, component text and distribution when it is synthesized", () => {
    const definition = definitionOf(result, "web-container");
    const folder = path.relative(path.join(__dirname, "../../.."), path.join(result.root, "images/web-container"));
    const image = resolveImage({ name: "web-container", folder, definition });
    const stack = new SynthesizedStack(new TestEnvironment(testApp(), { images: [image] }));
    expect(stack.resource("aws_imagebuilder_container_recipe")).toMatchObject({
      container_type: "DOCKER",
      parent_image: "amazonlinux:2023",
      platform_override: "Linux",
      version: "1.0.0",
      working_directory: "/tmp",
      dockerfile_template_data:
        "FROM {{{ imagebuilder:parentImage }}}\n{{{ imagebuilder:environments }}}\n{{{ imagebuilder:components }}}\n",
    });
    // The same text, escaped for Terraform.
    expect(stack.resource("aws_imagebuilder_component").data).toContain("'echo \"Hello $${USER}\"'");
    expect(stack.resource("aws_imagebuilder_distribution_configuration").distribution).toMatchObject([
      { container_distribution_configuration: { container_tags: ["latest", "candidate"] } },
    ]);
    expect(stack.resource("aws_ecr_repository").name).toBe("team/web");
  });

  test("is adopted only once its owner has released it", async () => {
    expect(result.out).toContain("To adopt Images: add DeletionPolicy: Retain and UpdateReplacePolicy: Retain there");
    expect(result.out).not.toContain("npm run recover");
    const kept = changed(
      "Type: AWS::ECR::Repository",
      "Type: AWS::ECR::Repository\n    DeletionPolicy: Retain\n    UpdateReplacePolicy: Retain",
    );
    const adopted = await imported(kept, ["--environment", "qa"]);
    expect(adopted.out).toContain("npm run recover -- qa --adopt aws_ecr_repository=team/web\n");
    expect(adopted.err).toContain("warning images/web-container/image.ts IB-IMPORT-VERSIONS");
    expect(adopted.err).toContain("versions that start over, although those in AWS were not checked");
    expect(adopted.err).toContain("set AWS_PROFILE and AWS_REGION and import again with --replace");
  });
});

test("JSON and a CDK app's assembly are read, with assets and references between stacks", async () => {
  const hash = "a".repeat(64);
  const app = {
    "manifest.json": JSON.stringify({
      artifacts: {
        Base: {
          properties: { templateFile: "Base.template.json" },
          environment: "aws://unknown-account/unknown-region",
        },
        Web: { properties: { templateFile: "Web.template.json" }, environment: "aws://123456789012/eu-west-1" },
      },
    }),
    [`asset.${hash}.yaml`]: "schemaVersion: 1.0\nphases: [{name: build, steps: [{name: A, action: UpdateOS}]}]\n",
    "Base.template.json": JSON.stringify({
      Resources: { Repo: { Type: "AWS::ECR::Repository", Properties: { RepositoryName: "web" } } },
      Outputs: { Out: { Value: { Ref: "Repo" }, Export: { Name: "Base:Repo" } } },
    }),
    "Web.template.json": JSON.stringify({
      Resources: {
        Part: {
          Type: "AWS::ImageBuilder::Component",
          Properties: {
            Name: "part",
            Version: "1.2.0",
            Uri: { "Fn::Sub": `s3://assets-\${AWS::AccountId}-\${AWS::Region}/${hash}.yaml` },
          },
        },
        Recipe: {
          Type: "AWS::ImageBuilder::ContainerRecipe",
          Properties: {
            Name: "web",
            Version: "2.1.3",
            ParentImage: { "Fn::Sub": "arn:aws:imagebuilder:${AWS::Region}:aws:image/amazon-linux-x86-latest/x.x.x" },
            DockerfileTemplateData:
              "FROM {{{ imagebuilder:parentImage }}}\n{{{ imagebuilder:environments }}}\n{{{ imagebuilder:components }}}\n",
            Components: [
              { ComponentArn: { "Fn::GetAtt": ["Part", "Arn"] }, Parameters: [{ Name: "P", Value: ["v"] }] },
            ],
            TargetRepository: { Service: "ECR", RepositoryName: { "Fn::ImportValue": "Base:Repo" } },
          },
        },
      },
    }),
  };
  const result = await imported(app);
  expect(result.err).not.toContain("IB-IMPORT");
  expect(result.files["images/web/part.yaml"]).toBe(app[`asset.${hash}.yaml`]);
  expect(definitionOf(result, "web")).toEqual({
    parentImage: "arn:aws:imagebuilder:eu-west-1:aws:image/amazon-linux-x86-latest/x.x.x",
    components: [{ document: "part.yaml", version: "1.2", parameters: { P: "v" } }],
    repository: "web",
    containerTags: [],
    schedule: null,
    buildOnDeploy: false,
    version: "2.1",
  });
  expect(result.out).toContain("changed   version 2.1.3 of Web/Recipe → 2.1.0");
});

describe("anything that cannot be imported is a finding, and nothing is written", () => {
  test.each([
    [
      "a parameter without a default",
      changed(/(Parent: \{ Type: String), Default: "amazonlinux:2023"/, "$1"),
      "IB-IMPORT-UNRESOLVED",
      "add --parameter 'Parent=<value>'",
    ],
    [
      "a secret parameter",
      changed(/(Parent: \{ Type: String),/, "$1, NoEcho: true,"),
      "IB-IMPORT-UNRESOLVED",
      "the parameter Parent, which is secret (NoEcho)",
    ],
    [
      "a secret that AWS looks up",
      changed("!Ref Parent", "'{{resolve:secretsmanager:registry}}'"),
      "IB-IMPORT-UNRESOLVED",
      '"registry" from secretsmanager',
    ],
    [
      "a reference to nothing",
      changed("!Ref Parent", "!Ref Nobody"),
      "IB-IMPORT-UNRESOLVED",
      '"Nobody", which is not in the source',
    ],
    [
      "conditions in a circle",
      changed(/InSubnet: .*/, "InSubnet: !Not [!Condition Other]\n  Other: !Not [!Condition InSubnet]"),
      "IB-IMPORT-CYCLE",
      "Condition.InSubnet → Condition.Other → Condition.InSubnet",
    ],
    ["broken YAML", `${sample}\n  Broken: [`, "IB-IMPORT-SYNTAX", "template.yaml:"],
    ["a tower of brackets", "[".repeat(100_000), "IB-IMPORT-SYNTAX", "without an end"],
    [
      "a bomb of aliases",
      "a: &a [x, x, x]\nb: &b [*a, *a, *a]\n".concat(
        ...Array.from({ length: 20 }, (_, i) => `c${i}: &c${i} [${`*${i === 0 ? "b" : `c${i - 1}`}, `.repeat(9)}x]\n`),
      ),
      "IB-IMPORT-SYNTAX",
      "alias",
    ],
    [
      "deep objects",
      JSON.stringify({
        Resources: {
          R: {
            Type: "AWS::ImageBuilder::ContainerRecipe",
            Properties: JSON.parse(`${'{"a":'.repeat(500)}1${"}".repeat(500)}`) as unknown,
          },
        },
      }),
      "IB-IMPORT-CYCLE",
      "levels",
    ],
    [
      "a recipe for AMIs",
      changed("AWS::ImageBuilder::ContainerRecipe", "AWS::ImageBuilder::ImageRecipe"),
      "IB-IMPORT-RECIPE",
      "image recipes for AMIs only (1)",
    ],
    [
      "a recipe that is disabled",
      changed(
        "Type: AWS::ImageBuilder::ContainerRecipe",
        "Type: AWS::ImageBuilder::ContainerRecipe\n    Condition: InSubnet",
      ),
      "IB-IMPORT-RECIPE",
      "Recipe: its condition is false",
    ],
    ["a file that is not a template", "hello: world\n", "IB-IMPORT-SOURCE", "no Resources"],
    [
      "a component without a document",
      changed(/Data: \|[^]*?(?= {2}Recipe:)/, "Description: none\n"),
      "IB-IMPORT-INCOMPLETE",
      "neither data nor uri",
    ],
  ])("%s", async (_, source, code, words) => {
    const { code: exit, err, files } = await imported(source);
    expect(err).toContain(code);
    expect(err).toContain(words);
    expect(err).not.toContain("    at ");
    expect(exit).toBe(1);
    expect(files).toEqual({});
  });

  const cycle = changed(/InSubnet: .*/, "InSubnet: !Not [!Condition InSubnet]");
  const secret = changed(/(Parent: \{ Type: String), Default: /, "$1, NoEcho: true, Default: ");
  test.each([
    [
      "broken YAML",
      `${sample}\n  Broken: [`,
      /template\.yaml:\d+:\d+ IB-IMPORT-SYNTAX\n {2}found: {3}.+\n {2}allowed: YAML or JSON\n {2}fix: {5}correct the syntax\n/,
    ],
    [
      "recursive references",
      cycle,
      /IB-IMPORT-CYCLE\n {2}found: {3}circular references: Condition\.InSubnet → Condition\.InSubnet\n {2}allowed: references and nesting that end\n {2}fix: {5}correct the source: its own tool rejects it too\n/,
    ],
    [
      "more than 16 MB",
      " ".repeat(16 * 1024 * 1024 + 1),
      /IB-FILE-SIZE\n {2}found: {3}16777217 bytes\n {2}allowed: at most 16777216 bytes\n/,
    ],
    [
      "a secret parameter, whose default is not read",
      secret,
      /IB-IMPORT-UNRESOLVED\n {2}found: {3}it depends on the parameter Parent, which is secret \(NoEcho\)\n {2}allowed: a known value\n {2}fix: {5}add --parameter 'Parent=<value>'\n/,
    ],
  ])("the whole message: %s", async (_, source, message) => {
    const { code, err, files } = await imported(source);
    expect(err).toMatch(message);
    expect([code, files]).toEqual([1, {}]);
  });

  test("an unknown region and partition, unless both are given as the message asks", async () => {
    const own = changed(
      "!Ref Parent",
      '!Sub "arn:${AWS::Partition}:imagebuilder:${AWS::Region}:aws:image/ubuntu/x.x.x"',
    );
    const { err } = await imported(own);
    expect(err).toContain("add --parameter 'AWS::Partition=<value>'");
    expect(err).toContain("add --parameter 'AWS::Region=<value>'");
    const given = ["--parameter", "AWS::Partition=aws", "--parameter", "AWS::Region=eu-west-1"];
    expect(definitionOf(await imported(own, given), "web-container").parentImage).toBe(
      "arn:aws:imagebuilder:eu-west-1:aws:image/ubuntu/x.x.x",
    );
  });

  test("a name that AWS generates, until the user gives one that belongs to the repository", async () => {
    const unnamed = changed("RepositoryName: !Ref Repository\n      ", "");
    expect((await imported(unnamed)).err).toContain("add --parameter 'Images=<value>'");
    const result = await imported(unnamed, ["--parameter", "Images=made-up", "--environment", "qa"]);
    expect(definitionOf(result, "web-container").repository).toBe("made-up");
    expect(result.out).toContain("To adopt Images: add DeletionPolicy");
  });

  test("an image that already exists, unless --replace is given", async () => {
    const { root, files } = await imported(sample);
    const other = changed("amazonlinux:2023", "amazonlinux:2");
    expect((await imported(other, [], root)).err).toContain("IB-IMPORT-EXISTS");
    expect(tree(root)).toEqual(files);
    expect((await imported(sample, [], root)).code).toBe(0);
    expect((await imported(other, ["--replace"], root)).files["images/web-container/image.ts"]).toContain(
      '"amazonlinux:2"',
    );
  });

  test("a path that cannot be written to; everything written before that is undone", async () => {
    const before = await imported(sample);
    // The second image's folder cannot be created, because a file already has that name.
    fs.writeFileSync(path.join(before.root, "images/second"), "");
    const files = tree(before.root);
    const two = changed("amazonlinux:2023", "amazonlinux:2").replace(
      / {2}Recipe:\n[^]*?(?= {2}Distribution:)/,
      (text) => text.concat(text.replace("Recipe:", "Other:").replace(/Name: .*/, "Name: second")),
    );
    const { code, err } = await imported(two, ["--replace", "--environment", "qa"], before.root);
    expect(err).toContain("images/second");
    expect(err).toContain("IB-FILE-SYSTEM");
    expect(err).not.toContain("    at ");
    expect(code).toBe(1);
    expect(tree(before.root)).toEqual(files);
  });

  test("a source and an account", async () => {
    expect((await imported(sample, ["--account"])).files).toEqual({});
  });

  test("a parameter that nothing uses", async () => {
    expect((await imported(sample, ["--parameter", "Parnet=x"])).err).toContain('"Parnet", which nothing uses');
  });
});

test("given parameters are used, including those for a subnet and its security groups", async () => {
  const given = ["Parent=amazonlinux:2", "Subnet=subnet-1", "Groups=sg-1,sg-2"].flatMap((pair) => [
    "--parameter",
    pair,
  ]);
  const result = await imported(sample, [...given, "--image", "web"]);
  expect(definitionOf(result, "web").parentImage).toBe("amazonlinux:2");
  expect(result.out).toContain('      subnetId: "subnet-1",\n      securityGroupIds: ["sg-1", "sg-2"],');
});

test("secrets are imported, but with a warning that points to the line", async () => {
  const document = changed("Hello ${USER}", "x; export API_TOKEN=abcdefgh12345678");
  const { err, code } = await imported(document);
  expect(err).toContain("warning images/web-container/say-hello.yaml:7 IB-IMPORT-SECRET");
  expect(err).not.toContain("abcdefgh12345678");
  expect(code).toBe(0);
  const secret = changed(/(Parent: \{ Type: String),/, "$1, NoEcho: true,");
  expect((await imported(secret, ["--parameter", "Parent=amazonlinux:2"])).err).toContain(
    "the value of a secret parameter",
  );
});

test("a one-megabyte template is read quickly", async () => {
  const many = Array.from(
    { length: 12_000 },
    (_, index) =>
      `  Topic${index}:\n    Type: AWS::SNS::Topic\n    Properties: { TopicName: !Sub "t-\${AWS::Region}" }\n`,
  );
  expect((await imported(sample + many.join(""))).out).toContain(
    "AWS::SNS::Topic (Topic0, Topic1, Topic2, Topic3 and 11996 more)",
  );
});
