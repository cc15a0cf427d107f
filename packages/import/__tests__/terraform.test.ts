import * as fs from "node:fs";
import * as path from "node:path";
import fc from "fast-check";
import type { ImageDefinition } from "@pipelines/image-definition";
import type { Image } from "@pipelines/image-definition/image";
import { resolveImage } from "@pipelines/image-definition/load-image";
import { firstVersions, SynthesizedStack, TestEnvironment, testApp, testImage } from "@pipelines/testing/stack";
import { temporaryFolder } from "@pipelines/testing/temporary-folder";
import { tree } from "@pipelines/testing/tree";
import { importSource } from "../import-source";

/** Imports a Terraform folder, or a single file if its name is not that of a configuration file. */
async function imported(files: Readonly<Record<string, string>>, args: readonly string[] = []) {
  const folder = temporaryFolder();
  const root = temporaryFolder();
  for (const [name, text] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    fs.writeFileSync(path.join(folder, name), text);
  }
  const [only = ""] = Object.keys(files);
  let out = "";
  let err = "";
  const streams = { out: (text: string) => void (out += text), err: (text: string) => void (err += text) };
  const given = /\.tf(?:\.json)?$/.test(only) ? folder : path.join(folder, only);
  const code = await importSource([given, ...args], root, streams);
  const definition = (name: string): ImageDefinition => {
    // eslint-disable-next-line @typescript-eslint/no-require-imports
    return (require(path.join(root, `images/${name}/image.ts`)) as { default: ImageDefinition }).default;
  };
  return { code, out, err, files: tree(root), root, definition };
}

const dockerfile =
  "FROM {{{ imagebuilder:parentImage }}}\n{{{ imagebuilder:environments }}}\n{{{ imagebuilder:components }}}\n";

const configuration = `
variable "parent" { default = "amazonlinux:2023" }
variable "types" {
  type    = list(string)
  default = ["t3.large"]
}
variable "subnet" {}
data "aws_region" "current" {}
locals {
  name  = "web-\${lower("APP")}"
  parts = { hello = "1.0.0", bye = "1.1.0" }
}
resource "aws_ecr_repository" "this" { name = "team/\${local.name}" }
resource "aws_imagebuilder_component" "part" {
  for_each = local.parts
  name     = each.key
  version  = each.value
  platform = "Linux"
  data     = templatefile("\${path.module}/part.yaml", { word = each.key })
}
resource "aws_imagebuilder_container_recipe" "this" {
  name           = local.name
  version        = "1.0.0"
  container_type = "DOCKER"
  parent_image   = var.parent
  target_repository {
    repository_name = aws_ecr_repository.this.name
    service         = "ECR"
  }
  component { component_arn = "arn:aws:imagebuilder:\${data.aws_region.current.name}:aws:component/update-linux/x.x.x" }
  dynamic "component" {
    for_each = aws_imagebuilder_component.part
    content { component_arn = component.value.arn }
  }
  dockerfile_template_data = <<EOF
${dockerfile}EOF
}
resource "aws_imagebuilder_infrastructure_configuration" "this" {
  name                          = "builder"
  instance_profile_name         = "existing"
  instance_types                = var.types
  subnet_id                     = var.subnet
  terminate_instance_on_failure = true
}
resource "aws_imagebuilder_image_pipeline" "this" {
  name                             = "web"
  container_recipe_arn             = aws_imagebuilder_container_recipe.this.arn
  infrastructure_configuration_arn = aws_imagebuilder_infrastructure_configuration.this.arn
  schedule {
    schedule_expression                = "cron(0 0 * * ?)"
    pipeline_execution_start_condition = "EXPRESSION_MATCH_ONLY"
  }
}
`;
const part = `schemaVersion: 1.0
phases:
  - name: build
    steps:
      - name: Say
        action: ExecuteBash
        inputs: { commands: ['echo \${word} $\${HOME}'] }
`;

test("a configuration is imported: variables, locals, for_each, dynamic blocks and files", async () => {
  const result = await imported({ "main.tf": configuration, "part.yaml": part }, [
    "--parameter",
    'var.types=["t3.small"]',
  ]);
  expect(result.err).toMatch(/^warning images\/web-app\/image\.ts IB-IMPORT-VERSIONS\n[^]*\n1 warning\s*$/);
  expect(result.definition("web-app")).toEqual({
    parentImage: "amazonlinux:2023",
    components: [{ managed: "update-linux" }, { document: "bye.yaml", version: "1.1" }, { document: "hello.yaml" }],
    repository: "team/web-app",
    containerTags: [],
    schedule: "cron(0 0 * * ? *)",
    buildOnDeploy: false,
  });
  expect(result.files["images/web-app/hello.yaml"]).toContain("'echo hello ${HOME}'");
  expect(result.files["images/web-app/Dockerfile"]).toBe(dockerfile);
  expect(result.out).toContain('      instanceTypes: ["t3.small"],\n      instanceProfile: "existing",');
  expect(result.out).toContain("left out  subnetId: it depends on the variable subnet, which has no default");
  expect(result.out).toContain("    from = aws_ecr_repository.this\n    lifecycle {\n      destroy = false");
  expect(result.out).toContain("npm run recover -- <environment> --adopt aws_ecr_repository=team/web-app\n");
});

test("a module in the same repository is read, with its inputs", async () => {
  const module = configuration.replace('variable "parent" { default = "amazonlinux:2023" }', 'variable "parent" {}');
  const files = {
    "main.tf": 'module "web" {\n  source = "./modules/web"\n  parent = "amazonlinux:2"\n}\n',
    "modules/web/main.tf": module,
    "modules/web/part.yaml": part,
  };
  const result = await imported(files);
  expect(result.err).toMatch(/^warning images\/web-app\/image\.ts IB-IMPORT-VERSIONS\n[^]*\n1 warning\s*$/);
  expect(result.definition("web-app").parentImage).toBe("amazonlinux:2");
});

test("a state, in which references are ARNs, is imported", async () => {
  const arn = "arn:aws:imagebuilder:eu-west-1:123456789012:";
  const resource = (type: string, values: object) => ({
    address: `${type}.this`,
    mode: "managed",
    type,
    name: "this",
    values,
  });
  const resources = [
    resource("aws_imagebuilder_component", {
      arn: `${arn}component/part/1.0.0/1`,
      name: "part",
      version: "1.0.0",
      data: part,
    }),
    resource("aws_imagebuilder_container_recipe", {
      arn: `${arn}container-recipe/web/1.0.0`,
      name: "web",
      version: "1.0.0",
      parent_image: "amazonlinux:2023",
      platform_override: "Linux",
      dockerfile_template_data: dockerfile,
      component: [{ component_arn: `${arn}component/part/1.0.0/1`, parameter: [] }],
      target_repository: [{ repository_name: "web", service: "ECR" }],
    }),
    resource("aws_imagebuilder_distribution_configuration", {
      arn: `${arn}distribution-configuration/web`,
      distribution: ["us-east-1", "eu-west-1"].map((region) => ({
        region,
        container_distribution_configuration: [{ container_tags: [region] }],
      })),
    }),
    resource("aws_imagebuilder_image_pipeline", {
      distribution_configuration_arn: `${arn}distribution-configuration/web`,
      container_recipe_arn: `${arn}container-recipe/web/1.0.0`,
      infrastructure_configuration_arn: `${arn}infrastructure-configuration/web`,
      status: "DISABLED",
      schedule: [],
    }),
  ];
  const shown = await imported({
    "state.json": JSON.stringify({ format_version: "1.0", values: { root_module: { resources } } }),
  });
  expect(shown.err).toBe("");
  expect(shown.definition("web")).toMatchObject({
    components: [{ document: "part.yaml" }],
    repository: { existing: "web" },
    enabled: false,
    containerTags: ["eu-west-1"],
    regions: ["us-east-1"],
  });
  expect(shown.out).toContain('      region: "eu-west-1",\n');
  expect(shown.out).toContain(
    `left out  infrastructure configuration ${arn}infrastructure-configuration/web: the source does not contain it; check what it sets`,
  );
  const own = resources.map(({ values, ...rest }) => ({ ...rest, instances: [{ attributes: values }] }));
  const raw = await imported({ "terraform.tfstate": JSON.stringify({ version: 4, resources: own }) });
  expect(raw.files).toEqual({
    ...shown.files,
    "images/web/image.ts": shown.files["images/web/image.ts"]?.replace("state.json", "terraform.tfstate"),
  });
});

test.each([
  [
    "a variable without a default",
    configuration.replace(' { default = "amazonlinux:2023" }', " {}"),
    "add --parameter 'var.parent=<value>'",
  ],
  [
    "a sensitive variable",
    configuration.replace('default = "amazonlinux:2023"', 'default = "a"\n  sensitive = true\n'),
    "HCL or JSON|which is sensitive",
  ],
  [
    "locals in a circle",
    configuration.replace('"web-${lower("APP")}"', "local.other").replace("parts =", "other = local.name\n  parts ="),
    "circular references",
  ],
  [
    "a loop over something that is not a collection",
    configuration.replace("for_each = aws_imagebuilder_component.part", 'for_each = "part"'),
    'a loop over "part", which is not a collection',
  ],
  [
    "a function of a folder",
    configuration.replace("parent_image   = var.parent", 'parent_image   = fileset(path.module, "*.tf")'),
    "fileset of",
  ],
  ["broken HCL", `${configuration}\nresource {`, "IB-IMPORT-SYNTAX"],
  [
    "a recipe that count disables",
    configuration.replace('resource "aws_imagebuilder_container_recipe" "this" {', "$&\n  count = 0"),
    "its count is 0",
  ],
])("%s is a finding", async (_, text, words) => {
  const { code, err, files } = await imported({ "main.tf": text, "part.yaml": part });
  expect(err).toMatch(new RegExp(words.replaceAll(/[.()<>]/g, "\\$&")));
  expect(code).toBe(1);
  expect(files).toEqual({});
});

test("the project's own synthesized configuration is imported as it was defined", async () => {
  const word = fc.stringMatching(/^[a-z][a-z0-9]{0,8}$/);
  const line = fc
    .string({ minLength: 1, maxLength: 20 })
    .map((text) => JSON.stringify(`echo ${text}`).replaceAll("{{", "{ {"));
  const definitions = fc.record(
    {
      description: word,
      // The default would be mistaken for the image's own description.
      distributionDescription: word,
      parentImage: fc.constantFrom("amazonlinux:2023", "public.ecr.aws/docker/library/ubuntu:24.04"),
      containerTags: fc.uniqueArray(word, { maxLength: 3 }),
      schedule: fc.constantFrom(
        "cron(0 9 1 * ? *)",
        "rate(2 days)",
        { expression: "cron(0 4 ? * mon *)", timezone: "Europe/Berlin" },
        null,
      ),
      workingDirectory: fc.constantFrom("/build", "/opt/work"),
      tests: fc.constantFrom({ enabled: false }, { timeoutMinutes: 90 }),
      repository: fc.constantFrom("team/web", { existing: "team/web" }),
      enabled: fc.constant(false),
      buildInstance: fc.constantFrom({ volumes: [{ size: 30 }] }, { image: "ami-0123456789abcdef0" }),
      tags: fc.dictionary(word, word, { minKeys: 1, maxKeys: 2 }),
    },
    { requiredKeys: ["parentImage", "distributionDescription", "containerTags", "schedule"] },
  );
  await fc.assert(
    fc.asyncProperty(definitions, fc.array(line, { minLength: 1, maxLength: 3 }), async (given, lines) => {
      const document = `schemaVersion: 1.0\nphases:\n  - name: build\n    steps:\n      - name: Run\n        action: ExecuteBash\n        inputs:\n          commands:\n${lines.map((each) => `            - ${each}\n`).join("")}`;
      const use = {
        document: "part.yaml",
        name: "part",
        source: { file: "part.yaml", text: document },
        kind: "own" as const,
      };
      const image = { ...testImage(given), components: [use] };
      const synthesize = (one: Image): SynthesizedStack =>
        new SynthesizedStack(new TestEnvironment(testApp(), { images: [one] }, firstVersions));
      const before = synthesize(image);
      const result = await imported({ "cdk.tf.json": before.text }, ["--image", "web"]);
      expect(result.err).not.toMatch(/error|IB-IMPORT(?!-VERSIONS)/);
      expect(result.files["images/web/test-web-part.yaml"]).toBe(document);
      const definition = result.definition("web");
      const again = resolveImage({
        name: "web",
        folder: path.relative(path.join(__dirname, "../../.."), path.join(result.root, "images/web")),
        // Restores the component's short name: the import returned its full name.
        definition: { ...definition, components: definition.components.map((each) => ({ ...each, name: "part" })) },
      });
      const after = synthesize(again);
      expect(result.files["images/web/Dockerfile"]).toBe("text" in image.dockerfile ? image.dockerfile.text : "");
      for (const type of [
        "aws_imagebuilder_container_recipe",
        "aws_imagebuilder_component",
        "aws_imagebuilder_distribution_configuration",
        "aws_imagebuilder_image_pipeline",
      ]) {
        expect(after.resource(type)).toEqual(before.resource(type));
      }
    }),
    { numRuns: 25 },
  );
});
