import { formatFinding } from "@pipelines/findings/report";
import { findingsOf } from "../../constructs/attach";
import type { VersionRequest, Versions } from "@pipelines/version-lock/versions";
import type { ImageDefinition } from "@pipelines/image-definition";
import {
  firstVersions,
  reported,
  SynthesizedStack,
  testApp,
  TestEnvironment,
  testImage,
} from "@pipelines/testing/stack";
import { helloWorld } from "@pipelines/testing/fixture-app";

const configuration = "aws_imagebuilder_infrastructure_configuration";
const build = "aws_imagebuilder_image";

function synthesized(definition: Partial<ImageDefinition>, versions: Versions = firstVersions): SynthesizedStack {
  const images = [testImage(definition), testImage({ repository: "other" }, "other")];
  return new SynthesizedStack(new TestEnvironment(testApp(), { images }, versions));
}

describe("An image with its own instance types", () => {
  it("has its own infrastructure configuration, while others use the environment's", () => {
    const stack = synthesized({ instanceTypes: ["c7i.large", "c7a.large"] });
    const [own, all] = stack.resources(configuration);
    expect(all).toMatchObject({ name: "test-image-builder", instance_types: "${var.instance_types}" });
    expect(own).toEqual({
      ...all,
      name: "test-image-builder-web",
      description: "Instances that build web of test (123456789012, eu-west-1)",
      instance_types: ["c7i.large", "c7a.large"],
    });
    const [webs = "", environments = ""] = stack.addresses(configuration).map((address) => `\${${address}.arn}`);
    for (const type of [build, "aws_imagebuilder_image_pipeline"]) {
      const used = stack.resources(type).map((one) => one["infrastructure_configuration_arn"]);
      expect([...used].sort()).toEqual([webs, environments].sort());
    }
  });

  it("gets a new version once, because its build uses a different configuration, and then keeps it", () => {
    const contentOf = (definition: Partial<ImageDefinition>, before: boolean): string[] => {
      const asked: VersionRequest[] = [];
      const versions: Versions = {
        ...firstVersions,
        versionOf: (request) => {
          asked.push(request);
          return "1.0.0";
        },
        recipeHas: (_environment, image, part) => before && image === "web" && part === "instances",
      };
      const stack = synthesized(definition, versions);
      const recipe = asked.find(({ kind, image }) => kind === "recipe" && image === "web");
      const types = stack.resources(configuration).map((one) => JSON.stringify(one["instance_types"]));
      return [String(recipe?.content.find(({ part }) => part === "instances")?.value), ...types];
    };
    const variable = JSON.stringify("${var.instance_types}");
    expect(contentOf({}, false)).toEqual(["undefined", variable]);
    expect(contentOf({ instanceTypes: ["t3.large"] }, false)).toEqual(["own", '["t3.large"]', variable]);
    expect(contentOf({ instanceTypes: ["t3.small"] }, true)).toEqual(["own", '["t3.small"]', variable]);
    expect(contentOf({}, true)).toEqual(["own", variable, variable]);
  });

  it("is checked against its parent and its chain", () => {
    const base = testImage({ repository: "base" }, "base");
    const arm = testImage({ parentImage: { image: "base" }, instanceTypes: ["c7g.large"] });
    expect(reported({ images: [base, arm] })).toBe(
      [
        `error ${helloWorld}/image.ts instanceTypes IB-PARENT-ARCHITECTURE`,
        '  found:   c7g.large, which is arm64, for "web", and t2.micro, which is x86_64, for its parent "base"',
        "  allowed: one architecture for all images in a chain",
      ].join("\n"),
    );
    const armBase = testImage({ repository: "base", instanceTypes: ["c7g.large"] }, "base");
    expect(reported({ images: [armBase, arm] })).toBe("");
    const parentImage = "arm64v8/ubuntu:24.04";
    expect(reported({ images: [testImage({ parentImage, instanceTypes: ["c7g.large"] })] })).toBe("");
    expect(reported({ images: [testImage({ instanceTypes: [] })] })).toContain("IB-INSTANCE-TYPES");
  });
});

describe("An image that deploys do not build", () => {
  it("has no build, and one from an earlier deploy is forgotten, not destroyed", () => {
    const stack = synthesized({ buildOnDeploy: false });
    expect(stack.resources(build)).toHaveLength(1);
    const before = synthesized({}).addresses(build);
    const [from] = before.filter((address) => !stack.addresses(build).includes(address));
    expect((stack.json as { removed?: unknown }).removed).toEqual([{ from, lifecycle: { destroy: false } }]);
  });

  it("is recommended if a first deploy could not build it because it is built on a channel, or on an image that deploys do not build either", () => {
    const found = (versions: Versions, base: Partial<ImageDefinition>, web: Partial<ImageDefinition>): string[] => {
      const app = testApp();
      const images = [
        testImage({ repository: "base", channels: ["stable"], ...base }, "base"),
        testImage({ parentImage: { image: "base" }, ...web }),
      ];
      new TestEnvironment(app, { images }, versions);
      return findingsOf(app).map((one) => formatFinding(one).split("\n")[1] ?? "");
    };
    const onChannel = { parentImage: { image: "base", tag: "stable" } };
    const channel =
      '  found:   a build of "web" on the channel "stable" of "base", which nothing has been promoted to before the first deploy: the deploy would fail';
    expect(found(firstVersions, {}, onChannel)).toEqual([channel]);
    expect(found(firstVersions, {}, { ...onChannel, buildOnDeploy: false })).toEqual([]);
    expect(found(firstVersions, {}, {})).toEqual([]);
    expect(found(firstVersions, { buildOnDeploy: false }, {})).toEqual([
      '  found:   a build of "web" on "base", which the first deploy does not build: the deploy would fail',
    ]);
    // The recipe had already been committed, so the image had been built.
    const committed = (_environment: string, _image: string, part: string, isCommitted?: boolean): boolean =>
      part === "parent" && isCommitted === true;
    expect(found({ ...firstVersions, recipeHas: committed }, {}, onChannel)).toEqual([]);
  });
});
