import { execFileSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import type { ImageDefinition } from "@pipelines/image-definition";
import { resolveImage } from "@pipelines/image-definition/load-image";
import { expectFile } from "@pipelines/testing/expected";
import { SynthesizedStack, TestEnvironment, testApp } from "@pipelines/testing/stack";
import { temporaryFolder } from "@pipelines/testing/temporary-folder";
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
  // Mistakes on the command line are reported before there are streams.
  const stderr = jest.spyOn(process.stderr, "write").mockImplementation((text) => {
    err += String(text).replace(/\n\nusage: [^]*/, "\n");
    return true;
  });
  const code = await importSource([given, ...args], root, streams);
  stderr.mockRestore();
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
  const [hash, other] = ["a".repeat(64), "b".repeat(64)];
  const app = {
    "manifest.json": JSON.stringify({
      artifacts: {
        Base: {
          properties: { templateFile: "Base.template.json" },
          environment: "aws://unknown-account/unknown-region",
        },
        Web: { properties: { templateFile: "Web.template.json" }, environment: "aws://unknown-account/eu-west-1" },
      },
    }),
    [`asset.${other}`]:
      "FROM {{{ imagebuilder:parentImage }}}\n{{{ imagebuilder:environments }}}\n{{{ imagebuilder:components }}}\n",
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
            DockerfileTemplateUri: { "Fn::Sub": `s3://assets-\${AWS::AccountId}/${other}.${other}` },
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
  expect(result.files["images/web/Dockerfile"]).toBe(app[`asset.${other}`]);
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

test("stages with equal names are told apart, by stack and by folder", async () => {
  const stage = (environment: string) => ({
    Resources: {
      Repo: { Type: "AWS::ECR::Repository", Properties: { RepositoryName: "web" } },
      Recipe: {
        Type: "AWS::ImageBuilder::ContainerRecipe",
        Properties: {
          Name: `web-${environment}`,
          Version: "1.0.0",
          ParentImage: "amazonlinux:2023",
          PlatformOverride: "Linux",
          DockerfileTemplateUri: "s3://bucket/Dockerfile",
          Components: [{ ComponentArn: "arn:aws:imagebuilder:eu-west-1:aws:component/update-linux/x.x.x" }],
          TargetRepository: { Service: "ECR", RepositoryName: { Ref: "Repo" } },
        },
      },
    },
  });
  const folder = temporaryFolder();
  const write = (name: string, value: unknown): void => {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    fs.writeFileSync(path.join(folder, name), JSON.stringify(value));
  };
  const artifacts = ["dev", "prod"].map((name) => [name, { properties: { directoryName: name } }]);
  write("manifest.json", { artifacts: Object.fromEntries(artifacts) as unknown });
  for (const name of ["dev", "prod"]) {
    write(`${name}/manifest.json`, { artifacts: { S: { properties: { templateFile: "S.template.json" } } } });
    write(`${name}/S.template.json`, stage(name));
  }
  let out = "";
  const streams = { out: (text: string) => void (out += text), err: () => undefined };
  expect(await importSource([folder, "--recipe", "web-prod"], temporaryFolder(), streams)).toBe(0);
  expect(out).toContain("To adopt prod/S/Repo: add");
  expect(out).toContain("AWS::ImageBuilder::ContainerRecipe (dev/S/Recipe): not selected by --recipe");
});

const withParent = (parameter: string) =>
  changed(/(Parent: \{ Type: String), Default: "amazonlinux:2023"/, `$1${parameter}`);
/** The sample with a second recipe for the same image. */
const twice = sample.replace(
  / {2}Recipe:\n[^]*?(?= {2}Distribution:)/,
  (text) => text + text.replace("Recipe:", "Other:"),
);

/** The sample with a second image, which has its own infrastructure configuration. */
const withSecond = (settings: string, from = sample): string =>
  `${from}  OtherInfrastructure:
    Type: AWS::ImageBuilder::InfrastructureConfiguration
    Properties: { Name: other, ${settings} }
  OtherRecipe:
    Type: AWS::ImageBuilder::ContainerRecipe
    Properties:
      Name: other
      Version: 1.0.0
      ContainerType: DOCKER
      ParentImage: amazonlinux:2
      Components: [{ ComponentArn: !GetAtt Hello.Arn }]
      TargetRepository: { Service: ECR, RepositoryName: other }
      DockerfileTemplateData: |
        FROM {{{ imagebuilder:parentImage }}}
        {{{ imagebuilder:environments }}}
        {{{ imagebuilder:components }}}
  OtherDistribution:
    Type: AWS::ImageBuilder::DistributionConfiguration
    Properties:
      Name: other
      Distributions:
        - Region: eu-west-1
          ContainerDistributionConfiguration: { TargetRepository: { Service: ECR, RepositoryName: other } }
  OtherPipeline:
    Type: AWS::ImageBuilder::ImagePipeline
    Properties:
      Name: other
      ContainerRecipeArn: !Ref OtherRecipe
      InfrastructureConfigurationArn: !Ref OtherInfrastructure
      DistributionConfigurationArn: !Ref OtherDistribution
`;
const inSubnet = ["--parameter", "Subnet=subnet-1", "--parameter", "Groups=sg-1"];
const types = "InstanceTypes: [t3.large, t3.medium]";
const profile = "InstanceProfileName: !Ref Profile";

/** Settings of a second image, the sample, arguments, and what the report says about the second image's settings. */
const seconds: Readonly<
  Record<string, readonly [settings: string, from: string, args: readonly string[], ...changes: string[]]>
> = {
  "the same settings in another region": [`${profile}, ${types}`, sample, [], "region eu-west-1 → default"],
  "the same settings and region": [`${profile}, ${types}`, sample, ["--parameter", "AWS::Region=eu-west-1"]],
  "the default, which the first image overrides": [
    profile,
    changed("TerminateInstanceOnFailure: true", "TerminateInstanceOnFailure: false"),
    [...inSubnet, "--parameter", "AWS::Region=us-east-1"],
    "region eu-west-1 → us-east-1",
    "subnetId default → subnet-1",
    "securityGroupIds default → sg-1",
    "instanceTypes default → t3.large,t3.medium",
    "terminateInstanceOnFailure default → false",
  ],
  "settings for which the first image has the default": [
    `${profile}, ${types}, SubnetId: subnet-2, TerminateInstanceOnFailure: false, Placement: { Tenancy: dedicated }`,
    sample,
    ["--parameter", "AWS::Region=eu-west-1"],
    "subnetId subnet-2 → default",
    "terminateInstanceOnFailure false → default",
    'placement {"tenancy":"dedicated"} → default',
  ],
  "defaults that are written out": [
    `${profile}, ${types}, Placement: { Tenancy: default }, TerminateInstanceOnFailure: true`,
    sample,
    ["--parameter", "AWS::Region=eu-west-1"],
  ],
  "a different subnet": [
    `${profile}, ${types}, SubnetId: subnet-2, SecurityGroupIds: [sg-1]`,
    sample,
    inSubnet,
    "region eu-west-1 → default",
    "subnetId subnet-2 → subnet-1",
  ],
  "an instance profile that the source does not create": [
    `InstanceProfileName: existing, ${types}`,
    sample,
    [],
    "region eu-west-1 → default",
    "instanceProfile existing → default",
  ],
  "an unknown setting, which is reported as such": [
    `${profile}, ${types}, KeyPair: !Ref Key`,
    sample,
    [],
    "region eu-west-1 → default",
  ],
};

test("everything that an import reads is written, or reported with the reason", async () => {
  const given = ["--parameter", "Missing=arn:aws:imagebuilder:eu-west-1:123456789012:component/missing/1.0.0/1"];
  const everything = fs.readFileSync(path.join(__dirname, "everything.yaml"), "utf8");
  const { code, out, err, files } = await imported(everything, [...given, "--environment", "qa"]);
  const written = Object.entries(files).map(([name, text]) => `# ${name}\n\n${text}`);
  expectFile(
    path.join(__dirname, "everything.txt"),
    [`# The report\n\n${out}`, reported({ code, err }), ...written].join("\n"),
  );
});

test("a component of the source is its own, even if the recipe builds its ARN", async () => {
  const arn = (text: string): string => changed("!GetAtt Hello.Arn", `!Sub "${text}"`);
  const own = "arn:${AWS::Partition}:imagebuilder:${AWS::Region}:${AWS::AccountId}:component/";
  for (const version of ["1.0.0", "1.0.0/1", "1.x.x"]) {
    const [, second] = definitionOf(await imported(arn(`${own}sayhello/${version}`)), "web-container").components;
    expect(second).toEqual({ document: "say-hello.yaml", changeDescription: "First version" });
  }
  for (const other of ["sayhello/2.0.0", "saybye/1.0.0"])
    expect((await imported(arn(own + other))).err).toContain("add --parameter 'AWS::Region=<value>'");
  const foreign = await imported(arn("arn:aws:imagebuilder:eu-west-1:999999999999:component/sayhello/1.0.0"));
  expect(definitionOf(foreign, "web-container").components[1]).toMatchObject({
    arn: expect.stringContaining("999999999999") as string,
  });
});

test("an unknown version does not stop an import, because this project sets its own", async () => {
  const { out, err } = await imported(changed("Version: 1.0.0", "Version: !Ref Nobody"));
  expect(err).toBe("");
  expect(out).toMatch(/left out {2}version of \w+: it depends on "Nobody", which is not in the source/);
});

test("an unknown block is one line of the report", async () => {
  const unknown = changed(/ImageTestsConfiguration: .*/, "ImageTestsConfiguration: !Ref Nobody");
  const lines = (await imported(unknown)).out.split("\n").filter((line) => line.includes("Nobody"));
  expect(lines).toEqual([expect.stringMatching(/^ {2}left out {2}tests: it depends on "Nobody"/)]);
});

test("the report tells which region an environment has if the source sets none", async () => {
  const note = "The source sets no region, so the environment uses the one in stacks/accounts.ts.";
  const args = ["--environment", "qa"];
  expect((await imported(sample, args)).out).toContain(note);
  expect((await imported(sample, [...args, "--parameter", "AWS::Region=eu-west-1"])).out).not.toContain(note);
});

test("instance types that the source leaves to Image Builder are the environment's, which is reported", async () => {
  const note = "changed   no instance types → the environment's default: Image Builder would choose one";
  const without = sample.replace(/^ *InstanceTypes:.*\n(?: *- .*\n)*/m, "");
  expect(without).not.toContain("InstanceTypes");
  expect((await imported(without)).out).toContain(note);
  expect((await imported(sample)).out).not.toContain("no instance types");
});

describe("an environment has the settings of its first image, and every difference is reported", () => {
  test.each(Object.entries(seconds))("for a second image with %s", async (_, [settings, from, args, ...changes]) => {
    const alone = await imported(from, [...args, "--environment", "qa"]);
    const { out, files } = await imported(withSecond(settings, from), [...args, "--environment", "qa"]);
    const [, report = ""] = out.split("images/other/\n");
    const lines = report.matchAll(/changed {3}(.* → .*): an environment has one for all images/g);
    expect([...lines].map(([, each]) => each)).toEqual(changes);
    expect(files["stacks/qa-stack.ts"]).toBe(
      alone.files["stacks/qa-stack.ts"]?.replace('image("web-container")', '$&, image("other")'),
    );
  });

  test("except for instance types, which an image can override", async () => {
    const result = await imported(withSecond(`${profile}, InstanceTypes: [m5.large]`));
    expect(definitionOf(result, "other").instanceTypes).toEqual(["m5.large"]);
    expect(definitionOf(result, "web-container")).not.toHaveProperty("instanceTypes");
    expect(result.out).not.toContain("m5.large");
  });
});

/** Sources with a mistake, with the command's arguments. */
const mistakes: Readonly<
  Record<string, readonly [source: string | Readonly<Record<string, string>>, ...args: string[]]>
> = {
  "a parameter without a default": [withParent("")],
  "a secret parameter, whose default is not read": [
    changed(/(Parent: \{ Type: String), Default: /, "$1, NoEcho: true, Default: "),
  ],
  "a secret that AWS looks up": [changed("!Ref Parent", "'{{resolve:secretsmanager:registry}}'")],
  "a reference to nothing": [changed("!Ref Parent", "!Ref Nobody")],
  "a condition that refers to itself": [changed(/InSubnet: .*/, "InSubnet: !Not [!Condition InSubnet]")],
  "two conditions that refer to each other": [
    changed(/InSubnet: .*/, "InSubnet: !Not [!Condition Other]\n  Other: !Not [!Condition InSubnet]"),
  ],
  "broken YAML": [`${sample}\n  Broken: [`],
  "a tower of brackets": ["[".repeat(100_000)],
  "a bomb of aliases": [
    "a: &a [x, x, x]\nb: &b [*a, *a, *a]\n".concat(
      ...Array.from({ length: 20 }, (_, i) => `c${i}: &c${i} [${`*${i === 0 ? "b" : `c${i - 1}`}, `.repeat(9)}x]\n`),
    ),
  ],
  "deep objects": [
    JSON.stringify({
      Resources: {
        R: {
          Type: "AWS::ImageBuilder::ContainerRecipe",
          Properties: JSON.parse(`${'{"a":'.repeat(500)}1${"}".repeat(500)}`) as unknown,
        },
      },
    }),
  ],
  "a recipe for AMIs": [changed("AWS::ImageBuilder::ContainerRecipe", "AWS::ImageBuilder::ImageRecipe")],
  "a recipe that is disabled": [
    changed(
      "Type: AWS::ImageBuilder::ContainerRecipe",
      "Type: AWS::ImageBuilder::ContainerRecipe\n    Condition: InSubnet",
    ),
  ],
  "two recipes for one image": [twice],
  "a file that is not a template": ["hello: world\n"],
  "a folder with neither templates nor Terraform files": [{ "readme.txt": "" }],
  "a component without a document": [changed(/Data: \|[^]*?(?= {2}Recipe:)/, "Description: none\n")],
  "a pipeline without a recipe": [changed(/(Name: web-pipeline\n).*\n/, "$1")],
  "a recipe without a parent image": [changed(/ {6}ParentImage: .*\n/, "")],
  "a recipe without a repository": [changed(/ {6}TargetRepository: .*\n/, "")],
  "an infrastructure configuration without an instance profile": [changed(/ {6}InstanceProfileName: .*\n/, "")],
  "a pipeline without an infrastructure configuration": [changed(/(Name: web-pipeline\n.*\n).*\n/, "$1")],
  "a distribution configuration without distributions": [changed(/ {6}Distributions:[^]*?(?= {2}Pipeline:)/, "")],
  "a distribution without a region": [changed("- Region: !Ref AWS::Region\n         ", "-")],
  "a pipeline whose condition is unknown": [
    changed("Type: AWS::ImageBuilder::ImagePipeline", "$&\n    Condition: Unknown").replace(
      "Conditions:",
      "Conditions:\n  Unknown: !Equals [!Ref AWS::StackName, a]",
    ),
  ],
  "one unknown in two components": [
    changed(
      "- ComponentArn: !GetAtt Hello.Arn",
      "- !If [Unknown, { ComponentArn: a }, !Ref AWS::NoValue]\n        - ComponentArn: !Ref AWS::StackName",
    ).replace("Conditions:", "Conditions:\n  Unknown: !Equals [!Ref AWS::StackName, a]"),
  ],
  "a component without an ARN": [changed("ComponentArn: !GetAtt Hello.Arn", "Parameters: [{ Name: a, Value: [b] }]")],
  "more than 16 MB": [" ".repeat(16 * 1024 * 1024 + 1)],
  "a parameter that nothing uses": [sample, "--parameter", "Parnet=x"],
  "one name for two recipes": [withSecond(profile), "--image", "web"],
  "a recipe that does not exist": [withSecond(profile), "--recipe", "none"],
  "a parameter without a value": [sample, "--parameter", "Parent"],
  "names that are not allowed": [sample, "--image", "My App", "--environment", "1"],
  "an environment whose class the project already has": [sample, "--environment", "environment"],
};

/** Returns what an import reports, without the paths of this run. */
function reported({ code, err }: Pick<Imported, "code" | "err">): string {
  expect(err).not.toContain("    at ");
  return `${err.trim().replaceAll(/\S*\/?image-pipelines-\w+/g, "<folder>")}\nexit code ${code}\n`;
}

test("Findings about a source are reported with exactly the reviewed messages, and nothing is written after an error", async () => {
  const texts: string[] = [];
  for (const [what, [source, ...args]] of Object.entries(mistakes)) {
    const result = await imported(source, args);
    expect([what, result.files]).toEqual([what, {}]);
    texts.push(`# ${what}\n\n${reported(result)}`);
  }
  const { root, files } = await imported(sample);
  const other = await imported(changed("amazonlinux:2023", "amazonlinux:2"), [], root);
  expect(other.files).toEqual(files);
  texts.push(`# an image that already exists\n\n${reported(other)}`);
  const warnings: typeof mistakes = {
    "a line that looks like a secret": [changed("Hello ${USER}", "x; export API_TOKEN=abcdefgh12345678")],
    "the value of a secret parameter": [withParent(", NoEcho: true"), "--parameter", "Parent=amazonlinux:2"],
    "a repository to adopt, without credentials": [
      changed(
        "Type: AWS::ECR::Repository",
        "Type: AWS::ECR::Repository\n    DeletionPolicy: Retain\n    UpdateReplacePolicy: Retain",
      ),
      "--environment",
      "qa",
    ],
  };
  for (const [what, [source, ...args]] of Object.entries(warnings)) {
    const result = await imported(source, args);
    expect([what, Object.keys(result.files)]).toEqual([
      what,
      expect.arrayContaining(["images/web-container/image.ts"]),
    ]);
    expect(result.err).not.toContain("abcdefgh12345678");
    texts.push(`# ${what}\n\n${reported(result)}`);
  }
  expectFile(path.join(__dirname, "messages.txt"), texts.join("\n"));
});

describe("anything that cannot be imported is a finding, and nothing is written", () => {
  test("a source and an account", async () => {
    expect((await imported(sample, ["--account"])).files).toEqual({});
  });

  test("an unknown region, which decides about the partition and the suffix, unless it is given", async () => {
    const own = changed(
      "!Ref Parent",
      '!Sub "arn:${AWS::Partition}:imagebuilder:${AWS::Region}:aws:image/ubuntu/x.x.x"',
    );
    const { err } = await imported(own);
    expect(err.match(/--parameter .*/g)).toEqual(["--parameter 'AWS::Region=<value>'"]);
    const given = ["--parameter", "AWS::Region=eu-west-1"];
    for (const args of [given, ["--parameter", "AWS::Partition=aws", ...given]]) {
      expect(definitionOf(await imported(own, args), "web-container").parentImage).toBe(
        "arn:aws:imagebuilder:eu-west-1:aws:image/ubuntu/x.x.x",
      );
    }
    const host = changed("!Ref Parent", '!Sub "123456789012.dkr.ecr.${AWS::Region}.${AWS::URLSuffix}/base:1"');
    const inChina = await imported(host, ["--parameter", "AWS::Region=cn-north-1"]);
    expect(definitionOf(inChina, "web-container").parentImage).toBe(
      "123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn/base:1",
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
});

test("one of several recipes is imported under a given name", async () => {
  const two = withSecond(profile);
  for (const recipe of ["other", "OtherRecipe"]) {
    const result = await imported(two, ["--recipe", recipe, "--image", "a-1"]);
    expect(Object.keys(result.files).sort()).toEqual(
      ["Dockerfile", "image.ts", "say-hello.yaml"].map((name) => `images/a-1/${name}`),
    );
    expect(result.out).toContain("  AWS::ImageBuilder::ContainerRecipe (Recipe): not selected by --recipe\n");
  }
});

test("an environment's class is written once, for any name, and otherwise its settings are shown", async () => {
  const { root, files, out } = await imported(sample, ["--environment", "my-qa2"]);
  expect(files["stacks/my-qa2-stack.ts"]).toContain('import { accounts, region } from "./accounts";');
  expect(files["stacks/my-qa2-stack.ts"]).toContain(`/** Imported from template.yaml. */
export class MyQa2Stack extends EnvironmentStack {
  public constructor(app: App, versions: Versions) {
    super(app, versions, {
      environment: "my-qa2",
      account: accounts["my-qa2"],
      region,
      images: [image("web-container")],`);
  expect(out).toContain(`Wrote stacks/my-qa2-stack.ts. Two lines are left to you:
  stacks/accounts.ts   the account's id: my-qa2: "<12 digits>",
  main.ts              the new class, with its import
`);
  const other = changed("t3.large, t3.medium", "m5.large");
  const settings = `Add to the settings of an environment, in stacks/my-qa2-stack.ts:
      images: [image("web-container")],
      instanceTypes: ["m5.large"],

`;
  const again = await imported(other, ["--environment", "my-qa2"], root);
  expect(again.files).toEqual(files);
  expect(again.out).toContain(settings);
  expect((await imported(other)).out).toContain(settings.replace("my-qa2", "<environment>"));
  const replaced = await imported(other, ["--environment", "my-qa2", "--replace"], root);
  expect(replaced.files["stacks/my-qa2-stack.ts"]).toContain('instanceTypes: ["m5.large"]');
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
