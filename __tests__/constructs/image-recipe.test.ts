import { EcrRepository } from "@cdktf/provider-aws/lib/ecr-repository";
import { ImagebuilderComponent } from "@cdktf/provider-aws/lib/imagebuilder-component";
import { ImagebuilderContainerRecipe } from "@cdktf/provider-aws/lib/imagebuilder-container-recipe";
import * as fs from "node:fs";
import * as path from "node:path";
import { findingsOf } from "../../constructs/attach";
import { ImageRecipe } from "../../constructs/image-recipe";
import { isImageBuilderArn } from "@pipelines/image-definition/check-image";
import type { Image } from "@pipelines/image-definition/image";
import type { ImageDefinition } from "@pipelines/image-definition";
import type { VersionRequest, Versions } from "@pipelines/version-lock/versions";
import { firstVersions, place, placed, SynthesizedStack, testImage, testStack } from "@pipelines/testing/stack";
import { helloWorld } from "@pipelines/testing/fixture-app";

const component = "aws_imagebuilder_component";
const recipe = "aws_imagebuilder_container_recipe";
const ownDocument = { document: "hello-world.yaml" } as const;

function synthesizeImage(
  image: Image,
  options: { versions?: Versions; region?: string; partition?: string } = {},
  stack = testStack(),
) {
  const { versions = firstVersions, region = place.region, partition = place.partition } = options;
  new ImageRecipe(stack, "recipe", {
    place: { ...place, region, partition },
    image: placed(image),
    repository: new EcrRepository(stack, "repository", { name: image.repository }),
    versions,
    build: [],
  });
  return new SynthesizedStack(stack);
}

function synthesize(definition: Partial<ImageDefinition> = {}): SynthesizedStack {
  return synthesizeImage(testImage(definition));
}

/** The content that the recipe passes to the lock file. */
function requests(definition: Partial<ImageDefinition>, versionOfComponents = "1.0.0"): VersionRequest[] {
  const asked: VersionRequest[] = [];
  const versionOf = (request: VersionRequest): string => {
    asked.push(request);
    return request.kind === "component" ? versionOfComponents : "1.0.0";
  };
  synthesizeImage(testImage(definition), { versions: { ...firstVersions, versionOf } });
  return asked;
}

function recipeRequest(definition: Partial<ImageDefinition>, versionOfComponents?: string): VersionRequest {
  const request = requests(definition, versionOfComponents).find(({ kind }) => kind === "recipe");
  if (request === undefined) throw new Error("no version was requested");
  return request;
}

/** Names of the parts that differ between the recipe contents of two definitions. */
function changedParts(a: Partial<ImageDefinition>, b: Partial<ImageDefinition>): string[] {
  const [one, other] = [recipeRequest(a), recipeRequest(b)];
  return one.content
    .filter(({ value }, index) => JSON.stringify(value) !== JSON.stringify(other.content[index]?.value))
    .map(({ part }) => part);
}

describe("A recipe's working directory", () => {
  const windows = { platform: "Windows" } as const;
  /** A lock in which the image's newest recipe has these parts. */
  function built(definition: Partial<ImageDefinition>, ...parts: string[]) {
    const asked: VersionRequest[] = [];
    const versionOf = (request: VersionRequest): string => (asked.push(request), "1.0.0");
    const recipeHas = (_environment: string, _image: string, part: string): boolean => parts.includes(part);
    const stack = testStack();
    const versions = { ...firstVersions, versionOf, recipeHas };
    const synthesized = synthesizeImage(testImage(definition), { versions }, stack);
    const content = asked.find(({ kind }) => kind === "recipe")?.content ?? [];
    return {
      directory: synthesized.resource(recipe).working_directory,
      isRemembered: content.some(({ part }) => part === "directory"),
      findings: findingsOf(stack).filter(({ code }) => code === "IB-WINDOWS-DIRECTORY"),
    };
  }

  it("is Image Builder's default for a new Windows image, and does not change later", () => {
    const isNew = { directory: "C:/", isRemembered: true, findings: [] };
    expect(built(windows)).toEqual(isNew);
    expect(built(windows, "settings", "directory")).toEqual(isNew);
  });

  it("stays /tmp for an image that was built there, with a warning that shows the line to add", () => {
    expect(built(windows, "settings")).toMatchObject({
      directory: "/tmp",
      isRemembered: false,
      findings: [
        {
          severity: "warning",
          field: "workingDirectory",
          fix: 'write workingDirectory: "C:/", or workingDirectory: "/tmp" to keep the current one',
        },
      ],
    });
  });

  it("comes from the definition, or is /tmp on Linux", () => {
    const given = { isRemembered: false, findings: [] };
    expect(built({ ...windows, workingDirectory: "/tmp" }, "settings")).toEqual({ directory: "/tmp", ...given });
    expect(built({ ...windows, workingDirectory: "D:/x" })).toEqual({ directory: "D:/x", ...given });
    expect(built({})).toEqual({ directory: "/tmp", ...given });
    expect(built({}, "settings")).toEqual({ directory: "/tmp", ...given });
  });
});

describe("One of the image's own components", () => {
  it("has the name, the platform, the version and the exact text of the document", () => {
    const text = fs.readFileSync(path.join(__dirname, "../..", helloWorld, "hello-world.yaml"), "utf8");
    expect(text).not.toContain("${");
    expect(synthesize().resource(component)).toEqual({
      name: "test-web-hello-world",
      platform: "Linux",
      version: "1.0.0",
      data: text,
      tags: {},
      lifecycle: { create_before_destroy: true },
    });
  });

  it("has everything from its definition, with Terraform templates escaped", () => {
    const stack = synthesize({
      components: [
        {
          ...ownDocument,
          name: "greet",
          description: "Costs 100 %{x}",
          changeDescription: "Greets ${USER}",
          supportedOsVersions: ["Ubuntu 24", "Amazon Linux 2023"],
          version: "3.7",
        },
      ],
      tags: { Team: "web" },
    });
    expect(stack.resource(component)).toEqual(
      expect.objectContaining({
        name: "test-web-greet",
        version: "3.7.0",
        description: "Costs 100 %%{x}",
        change_description: "Greets $${USER}",
        // Sorted, because AWS treats this as a set: a different order in a definition is not a change.
        supported_os_versions: ["Amazon Linux 2023", "Ubuntu 24"],
        tags: { Team: "web" },
      }),
    );
  });

  it("may have its document in S3", () => {
    const stack = synthesize({ components: [{ document: "s3://the-bucket/folder/install.yaml" }] });
    expect(stack.resource(component)).toEqual({
      name: "test-web-install",
      platform: "Linux",
      version: "1.0.0",
      uri: "s3://the-bucket/folder/install.yaml",
      tags: {},
      lifecycle: { create_before_destroy: true },
    });
  });

  it("has the image's platform", () => {
    expect(synthesize({ platform: "Windows" }).text).toHaveResourceWithProperties(ImagebuilderComponent, {
      platform: "Windows",
    });
  });

  it("has its text escaped once, so that AWS gets the content of the file", () => {
    const image = testImage();
    const source = { file: "images/web/x.yaml", text: "echo ${HOME} $${TWICE} %{x}\r\n\ttrailing  \n" };
    const stack = synthesizeImage({ ...image, components: [{ kind: "own", name: "x", document: "x.yaml", source }] });
    expect(stack.resource(component).data).toBe("echo $${HOME} $$${TWICE} %%{x}\r\n\ttrailing  \n");
  });
});

describe("A container recipe", () => {
  it("has every setting from the sample, and refers to the repository and the component", () => {
    const stack = synthesize();
    expect(stack.resource(recipe)).toEqual({
      name: "test-web",
      version: "1.0.0",
      container_type: "DOCKER",
      parent_image: "amazonlinux:latest",
      platform_override: "Linux",
      working_directory: "/tmp",
      dockerfile_template_data:
        "FROM {{{ imagebuilder:parentImage }}}\n{{{ imagebuilder:environments }}}\n{{{ imagebuilder:components }}}\n",
      target_repository: { repository_name: stack.ref("aws_ecr_repository", "name"), service: "ECR" },
      component: [{ component_arn: stack.ref(component, "arn"), parameter: [] }],
      tags: {},
      lifecycle: { create_before_destroy: true },
    });
  });

  it("has the settings from its definition, with Terraform templates escaped", () => {
    const stack = synthesize({
      description: "For ${everyone}",
      parentImage: "public.ecr.aws/docker/library/python:3.12",
      workingDirectory: "/srv/${dir}",
      version: "2.5",
      tags: { Team: "%{web}" },
    });
    expect(stack.text).toHaveResourceWithProperties(ImagebuilderContainerRecipe, {
      description: "For $${everyone}",
      parent_image: "public.ecr.aws/docker/library/python:3.12",
      platform_override: "Linux",
      working_directory: "/srv/$${dir}",
      version: "2.5.0",
      tags: { Team: "%%{web}" },
    });
  });

  it("may have its Dockerfile template in S3, and then has none inline", () => {
    const { dockerfile_template_uri, dockerfile_template_data } = synthesize({
      dockerfile: "s3://the-bucket/Dockerfile",
    }).resource(recipe);
    expect(dockerfile_template_uri).toBe("s3://the-bucket/Dockerfile");
    expect(dockerfile_template_data).toBeUndefined();
  });

  it("has the Dockerfile's text escaped once", () => {
    const text = "FROM {{{ imagebuilder:parentImage }}}\nENV A=${B:-%{c}} \\\n  C=ü\n";
    const stack = synthesizeImage({ ...testImage(), dockerfile: { file: "images/web/Dockerfile", text } });
    expect(stack.resource(recipe).dockerfile_template_data).toBe(
      "FROM {{{ imagebuilder:parentImage }}}\nENV A=$${B:-%%{c}} \\\n  C=ü\n",
    );
  });

  it.each([
    "arn:aws:imagebuilder:eu-west-1:123456789012:image/base/1.2.3/1",
    "arn:aws-cn:imagebuilder:cn-north-1:aws:image/amazon-linux-2023/x.x.x",
  ])("omits the platform override if the parent is an Image Builder image: %s", (parentImage) => {
    const attributes = synthesize({ parentImage }).resource(recipe);
    expect(attributes.parent_image).toBe(parentImage);
    expect(attributes).not.toHaveProperty("platform_override");
    expect(isImageBuilderArn(parentImage)).toBe(true);
  });

  it.each([
    "amazonlinux:latest",
    "123456789012.dkr.ecr.eu-west-1.amazonaws.com/imagebuilder:1",
    "imagebuilder/arn:1",
    "arn:aws:ecr:eu-west-1:123456789012:repository/imagebuilder",
  ])("overrides the platform of a parent from a registry: %s", (parentImage) => {
    expect(isImageBuilderArn(parentImage)).toBe(false);
    expect(synthesize({ parentImage }).resource(recipe).platform_override).toBe("Linux");
  });

  it("has its components in the order of the definition: its own, AWS's and those from other accounts", () => {
    const foreign = "arn:aws:imagebuilder:eu-west-1:999999999999:component/hardening/2.0.0/1";
    const stack = synthesize({
      components: [
        { managed: "update-linux" },
        ownDocument,
        { arn: foreign },
        { managed: "aws-cli-version-2-linux", version: "1.0.4" },
      ],
    });
    const arns = (stack.resource(recipe).component as { component_arn: string }[]).map((use) => use.component_arn);
    expect(arns).toEqual([
      "arn:aws:imagebuilder:eu-west-1:aws:component/update-linux/x.x.x",
      stack.ref(component, "arn"),
      foreign,
      "arn:aws:imagebuilder:eu-west-1:aws:component/aws-cli-version-2-linux/1.0.4",
    ]);
  });

  it.each([
    ["aws", "us-east-1"],
    ["aws-cn", "cn-northwest-1"],
    ["aws-us-gov", "us-gov-west-1"],
  ])("finds AWS's components in its own partition and region: %s, %s", (partition, region) => {
    const image = testImage({ components: [{ managed: "update-linux", version: "1.x.x" }] });
    expect(synthesizeImage(image, { partition, region }).resource(recipe).component).toEqual([
      {
        component_arn: `arn:${partition}:imagebuilder:${region}:aws:component/update-linux/1.x.x`,
        parameter: [],
      },
    ]);
  });

  it("passes component parameters sorted by name", () => {
    const stack = synthesize({
      components: [
        { ...ownDocument, parameters: { zone: "b", Count: "1", name: "${n}" } },
        { managed: "update-linux", parameters: { exclude: "kernel" } },
        {
          arn: "arn:aws:imagebuilder:eu-west-1:999999999999:component/x/1.0.0/1",
          parameters: { "%{a}": "" },
        },
      ],
    });
    const parameters = (stack.resource(recipe).component as { parameter: unknown }[]).map((use) => use.parameter);
    expect(parameters).toEqual([
      [
        { name: "Count", value: "1" },
        { name: "name", value: "$${n}" },
        { name: "zone", value: "b" },
      ],
      [{ name: "exclude", value: "kernel" }],
      [{ name: "%%{a}", value: "" }],
    ]);
  });

  it("creates a component resource for each of its own components, and for no others", () => {
    const stack = synthesize({
      components: [ownDocument, { ...ownDocument, name: "again" }, { managed: "update-linux" }],
    });
    expect(stack.counts()).toEqual({ [component]: 2, [recipe]: 1, aws_ecr_repository: 1 });
    expect(stack.resources(component).map(({ name }) => name)).toEqual(["test-web-again", "test-web-hello-world"]);
  });

  it("lets Image Builder choose the build instance if the definition does not", () => {
    expect(synthesize().resource(recipe)).not.toHaveProperty("instance_configuration");
  });

  it("has the build instance's image and volumes, which by default are encrypted gp3 on the root device", () => {
    const stack = synthesize({
      buildInstance: {
        image: "ssm:/aws/service/ecs/optimized-ami/amazon-linux-2023/recommended/image_id",
        volumes: [
          { size: 30 },
          {
            size: 100,
            deviceName: "/dev/sdf",
            type: "io2",
            iops: 4000,
            encrypted: false,
            kmsKeyId: "alias/${key}",
          },
          { size: 50, deviceName: "/dev/sdg", throughput: 250, encrypted: true },
        ],
      },
    });
    expect(stack.resource(recipe).instance_configuration).toEqual({
      image: "ssm:/aws/service/ecs/optimized-ami/amazon-linux-2023/recommended/image_id",
      block_device_mapping: [
        {
          device_name: "/dev/xvda",
          ebs: { volume_size: 30, volume_type: "gp3", encrypted: "true", delete_on_termination: "true" },
        },
        {
          device_name: "/dev/sdf",
          ebs: {
            volume_size: 100,
            volume_type: "io2",
            iops: 4000,
            encrypted: "false",
            delete_on_termination: "true",
            kms_key_id: "alias/$${key}",
          },
        },
        {
          device_name: "/dev/sdg",
          ebs: {
            volume_size: 50,
            volume_type: "gp3",
            throughput: 250,
            encrypted: "true",
            delete_on_termination: "true",
          },
        },
      ],
    });
  });

  it("has the version that the lock file assigns to its name, as does each component", () => {
    const versions: Versions = {
      ...firstVersions,
      versionOf: ({ kind, name }) => (kind === "recipe" ? "4.5.6" : `7.8.${name.length}`),
    };
    const stack = synthesizeImage(testImage(), { versions });
    expect(stack.resource(recipe).version).toBe("4.5.6");
    expect(stack.resource(component).version).toBe("7.8.20");
  });
});

describe("The content of a version", () => {
  it("is part of a request that contains everything the lock file records", () => {
    expect(requests({ version: "1.1", components: [{ ...ownDocument, name: "greet", version: "2.0" }] })).toEqual([
      expect.objectContaining({
        kind: "component",
        name: "test-web-greet",
        environment: "test",
        image: "web",
        label: "greet",
        file: `${helloWorld}/image.ts`,
        line: "2.0",
      }),
      expect.objectContaining({
        kind: "recipe",
        name: "test-web",
        environment: "test",
        image: "web",
        label: "web",
        file: `${helloWorld}/image.ts`,
        line: "1.1",
      }),
    ]);
  });

  it.each<[string, Partial<ImageDefinition>, string[]]>([
    ["the parent image", { parentImage: "alpine:3" }, ["parent"]],
    ["the repository", { repository: "elsewhere" }, ["repository"]],
    ["the Dockerfile's place", { dockerfile: "s3://b/Dockerfile" }, ["dockerfile"]],
    ["the description", { description: "New" }, ["settings"]],
    ["the working directory", { workingDirectory: "/work" }, ["settings"]],
    ["the build instance's image", { buildInstance: { image: "ami-1" } }, ["settings"]],
    ["the build instance's volumes", { buildInstance: { volumes: [{ size: 9 }] } }, ["settings"]],
    ["the platform", { platform: "Windows" }, ["settings"]],
    ["a parameter", { components: [{ ...ownDocument, parameters: { a: "1" } }] }, ["components"]],
    ["a component's name", { components: [{ ...ownDocument, name: "other" }] }, ["components"]],
    ["one component more", { components: [ownDocument, { managed: "update-linux" }] }, ["components"]],
  ])("is a different recipe if %s changes", (_what, definition, parts) => {
    expect(changedParts({}, definition)).toEqual(parts);
  });

  it.each<[string, Partial<ImageDefinition>, Partial<ImageDefinition>]>([
    [
      "the component's version in AWS",
      { components: [{ managed: "a" }] },
      { components: [{ managed: "a", version: "1.0.0" }] },
    ],
    [
      "the order of components",
      { components: [{ managed: "a" }, { managed: "b" }] },
      { components: [{ managed: "b" }, { managed: "a" }] },
    ],
  ])("is a different recipe if %s changes", (_what, before, after) => {
    expect(changedParts(before, after)).toEqual(["components"]);
  });

  it.each<[string, Partial<ImageDefinition>]>([
    ["tags, which AWS changes in place", { tags: { Team: "web" } }],
    ["the schedule, which belongs to the pipeline", { schedule: "rate(1 day)", enabled: false }],
    ["the requested version", { version: "2.0" }],
  ])("is the same recipe with different %s", (_what, definition) => {
    expect(changedParts({}, definition)).toEqual([]);
  });

  it("is a different recipe if one of its own components has a different version", () => {
    expect(recipeRequest({}, "1.0.1").content).not.toEqual(recipeRequest({}, "1.0.0").content);
  });

  it("is the same component if only the order of its OS versions and of the recipe's parameters changed", () => {
    const written = (supportedOsVersions: string[], parameters: Record<string, string>): VersionRequest[] =>
      requests({ components: [{ ...ownDocument, supportedOsVersions, parameters }] });
    expect(written(["A", "B"], { x: "1", y: "2" })).toEqual(written(["B", "A"], { y: "2", x: "1" }));
  });

  it.each<[string, Partial<ImageDefinition>, string]>([
    ["document", { components: [{ document: "s3://b/hello-world.yaml" }] }, "document"],
    ["description", { components: [{ ...ownDocument, description: "New" }] }, "settings"],
    ["change description", { components: [{ ...ownDocument, changeDescription: "New" }] }, "settings"],
    ["OS versions", { components: [{ ...ownDocument, supportedOsVersions: ["A"] }] }, "settings"],
    ["platform", { platform: "Windows" }, "settings"],
  ])("is a different component if its %s changes", (_what, definition, part) => {
    const [before] = requests({});
    const [after] = requests(definition);
    const changed = before?.content.filter(
      ({ value }, index) => JSON.stringify(value) !== JSON.stringify(after?.content[index]?.value),
    );
    expect(changed?.map((content) => content.part)).toEqual([part]);
  });

  it("has a label for each part: for a document, its file name", () => {
    expect(requests({})[0]?.content.map(({ label }) => label)).toEqual(["hello-world.yaml", "settings"]);
    expect(recipeRequest({}).content.map(({ label }) => label)).toEqual([
      "parent image",
      "components",
      "Dockerfile",
      "repository",
      "settings",
    ]);
  });
});
