import type { Image } from "@pipelines/image-definition/image";
import type { ImageDefinition } from "@pipelines/image-definition";
import type { EnvironmentSettings } from "../../stacks/environment/environment-settings";
import { reported, testImage } from "@pipelines/testing/stack";
import { helloWorld } from "@pipelines/testing/fixture-app";

function on(parent: string | undefined, name: string, more: Partial<ImageDefinition> = {}): Image {
  return testImage({ ...(parent === undefined ? {} : { parentImage: { image: parent } }), ...more }, name);
}

function reportedOf(images: readonly Image[], settings: Partial<EnvironmentSettings> = {}): string {
  return reported({ images, ...settings });
}

function finding(field: string, code: string, found: string, allowed: string, fix?: string): string {
  const lines = [`error ${helloWorld}/image.ts ${field} ${code}`, `  found:   ${found}`, `  allowed: ${allowed}`];
  return [...lines, ...(fix === undefined ? [] : [`  fix:     ${fix}`])].join("\n");
}

const base = on(undefined, "base");

describe("The checks for parents that are images in the environment", () => {
  it("accept a chain, whatever the order of its images", () => {
    expect(reportedOf([on("runtime", "web"), on("base", "runtime"), base])).toBe("");
    expect(reportedOf([base, on("base", "web")], { deletionProtection: true })).not.toContain("web");
  });

  it("refuse a parent that is not set, and suggest the right one", () => {
    expect(reportedOf([base, on("bse", "web")])).toBe(
      finding(
        "parentImage",
        "IB-PARENT-MISSING",
        'test has no image "bse"',
        "an image in the same environment: base or web",
        "write base",
      ),
    );
    expect(reportedOf([on("runtime", "web")])).toContain('add image("runtime") to the environment\'s images');
  });

  it("report a cycle only once, with its path, and not the images that lead into it", () => {
    expect(reportedOf([on("aa", "xx"), on("cc", "aa"), on("aa", "bb"), on("bb", "cc")])).toBe(
      finding(
        "parentImage",
        "IB-PARENT-CYCLE",
        "aa → bb → cc → aa, a cycle in which each image is built on the previous one",
        "chains that start with an image from a registry",
        "give one of aa, bb and cc a parent outside the cycle",
      ),
    );
    const itself = reportedOf([on("aa", "aa")]);
    expect(itself).toContain("aa → aa, a cycle");
    expect(itself).toContain("give aa a different parent");
  });

  it("refuse a parent without a moving tag", () => {
    const untagged = on(undefined, "base", { containerTags: [] });
    expect(reportedOf([untagged, on("base", "web")])).toBe(
      finding(
        "parentImage",
        "IB-PARENT-TAG",
        '"base" has no container tag',
        "a parent tag that moves to the newest build, or one of its channels",
        'give base containerTags: ["latest"]',
      ),
    );
    const immutable = on(undefined, "base", { containerTags: [], imageTagMutability: "IMMUTABLE" });
    expect(reportedOf([immutable, on("base", "web")])).toContain(
      'found:   "base" has no container tag, because the tags in its repository are immutable',
    );
    const promoted = on(undefined, "base", { containerTags: [], channels: ["stable"] });
    expect(reportedOf([promoted, on("base", "web")])).toContain(
      'fix:     write parentImage: { image: "base", tag: "stable" }',
    );
  });

  it("refuse a tag that the parent does not have, or the tag of one build, and accept any other, including channels", () => {
    const parent = on(undefined, "base", { containerTags: ["3", "latest"], channels: ["stable"] });
    const web = (tag: string) => testImage({ parentImage: { image: "base", tag } }, "web");
    expect(reportedOf([parent, web("latest")])).toBe("");
    expect(reportedOf([parent, { ...web("stable"), buildOnDeploy: false }])).toBe("");
    expect(reportedOf([parent, web("4")])).toBe(
      finding(
        "parentImage",
        "IB-PARENT-TAG",
        '"base" has no tag "4"',
        "one of its container tags or channels: 3, latest or stable",
        'write one of these, or add "4" to the containerTags of base',
      ),
    );
    expect(reportedOf([parent, web("1.0.0-1")])).toContain(
      'found:   the tag "1.0.0-1" of one build of "base", which never moves',
    );
  });

  it("refuse an architecture or platform that differs from the parent's", () => {
    const ami = (architecture: string) =>
      `ssm:/aws/service/ecs/optimized-ami/amazon-linux-2023/${architecture}/recommended`;
    const arm = on(undefined, "base", { buildInstance: { image: ami("arm64") } });
    const intel = on("base", "web", { buildInstance: { image: ami("x86_64") } });
    expect(
      reportedOf([arm, on("base", "middle"), on("middle", "web", { buildInstance: { image: ami("x86_64") } })]),
    ).toContain(
      finding(
        "buildInstance",
        "IB-PARENT-ARCHITECTURE",
        'a build AMI for x86_64, but the parent "middle" is for arm64',
        "one architecture for all images in a chain",
      ),
    );
    expect(reportedOf([base, intel])).toBe("");
    const windows = on(undefined, "base", {
      platform: "Windows",
      parentImage: "arn:aws:imagebuilder:eu-west-1:aws:image/windows-server-core/x.x.x",
    });
    expect(reportedOf([windows, on("base", "web")])).toContain(
      finding(
        "platform",
        "IB-PARENT-PLATFORM",
        'Linux on "base", which is for Windows',
        "one platform for all images in a chain",
      ),
    );
    expect(reportedOf([windows, on("base", "web", { platform: "Windows" })])).toContain(
      'Windows on "base", which is not an Image Builder image',
    );
  });

  it("refuse a chain of six images, with a single finding", () => {
    const chain = ["i1", "i2", "i3", "i4", "i5", "i6", "i7"].map((name, index, all) => on(all[index - 1], name));
    expect(reportedOf(chain.slice(0, 5))).toBe("");
    expect(reportedOf(chain)).toBe(
      finding(
        "parentImage",
        "IB-PARENT-DEPTH",
        "a chain of 6 images: i1 → i2 → i3 → i4 → i5 → i6",
        "5 at most: each build waits about 20 minutes for the previous one",
        "combine some of their components into one image",
      ),
    );
  });

  it("refuse a parent that is never built, and warn about one that is built only once or only manually", () => {
    const disabled = [on(undefined, "base", { enabled: false }), on("base", "web")];
    expect(reportedOf(disabled, { buildOnDeploy: false })).toBe(
      finding(
        "parentImage",
        "IB-PARENT-UNBUILT",
        '"base", whose pipeline is not enabled, in test, whose deploys build nothing (buildOnDeploy): it is never built',
        "a parent that is built before its children",
        "write enabled: true for base",
      ),
    );
    expect(reportedOf(disabled)).toContain(`warning ${helloWorld}/image.ts parentImage IB-PARENT-UNBUILT`);
    const byHand = [on(undefined, "base", { schedule: null }), on("base", "web"), on("web", "tool")];
    expect(reportedOf(byHand)).toBe("");
    expect(reportedOf(byHand, { buildOnDeploy: false }).match(/.*found.*/g)).toEqual([
      '  found:   "base", which is only built by hand: until then, every build of "web" fails',
    ]);
  });

  it("point at the environment if it sets the parent", () => {
    const web = testImage({}, "web", { parentImage: { image: "bse" } });
    expect(reportedOf([base, web])).toContain("error main.ts images: web: parentImage IB-PARENT-MISSING");
  });

  it("refuse another shape", () => {
    const wrong = { image: "base", tags: "latest" } as unknown as string;
    expect(reportedOf([base, testImage({ parentImage: wrong }, "web")])).toContain("parentImage.tags IB-FIELD-UNKNOWN");
  });
});
