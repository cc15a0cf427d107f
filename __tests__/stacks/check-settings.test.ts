import { App, TerraformElement, TerraformStack } from "cdktf";
import { findingsOf } from "../../checks/attach";
import { formatFinding } from "../../checks/report";
import { EnvironmentSettings } from "../../stacks/environment-settings";
import { firstVersions, place, testApp, TestEnvironment, testImage } from "../stack";

/** Name of the file that `TestEnvironment` would be in. */
const file = "stacks/test-environment.ts";

function told(...environments: readonly Partial<EnvironmentSettings>[]): string {
  const app: App = testApp();
  for (const settings of environments) new TestEnvironment(app, settings, firstVersions);
  return findingsOf(app)
    .map((one) => formatFinding(one))
    .join("\n");
}

function finding(field: string, code: string, found: string, allowed: string, fix?: string): string {
  const lines = [`error ${file} ${field} ${code}`, `  found:   ${found}`, `  allowed: ${allowed}`];
  return [...lines, ...(fix === undefined ? [] : [`  fix:     ${fix}`])].join("\n");
}

const web = testImage({}, "web");

describe("The checks of an environment", () => {
  it("have nothing to say about one image in one place", () => {
    expect(told({})).toBe("");
  });

  it("refuse a name that cannot stand before every other", () => {
    expect(told({ environment: "Test Environment" })).toContain(
      finding(
        "environment",
        "IB-ENVIRONMENT-NAME",
        'the environment "Test Environment"',
        "1 to 32 characters: lower-case letters, digits and single hyphens between them, beginning with a letter",
      ),
    );
  });

  it("refuse instance types of two architectures, and a parent or an AMI of another than theirs", () => {
    expect(told({ instanceTypes: ["t3.micro", "t4g.micro"] })).toBe(
      finding(
        "instanceTypes",
        "IB-ARCHITECTURE-MIXED",
        "t4g.micro for arm64 beside t3.micro for x86_64",
        "one architecture: Image Builder takes whichever type is free, and images would change theirs",
      ),
    );
    const arm = testImage({ parentImage: "arm64v8/debian:12" });
    expect(told({ images: [arm], instanceTypes: ["c7g.large"] })).toBe("");
    expect(told({ images: [arm] })).toBe(
      finding(
        "parentImage",
        "IB-ARCHITECTURE",
        '"arm64v8/debian:12" is for arm64, and test builds on t2.micro, which is x86_64',
        "one architecture for instance types, build AMI and parent image",
      ).replace(file, "images/hello-world/image.ts"),
    );
    const image = "ssm:/aws/service/ecs/optimized-ami/amazon-linux-2023/arm64/recommended";
    expect(told({ images: [testImage({ buildInstance: { image } })] })).toContain("buildInstance IB-ARCHITECTURE");
  });

  it("refuse an image twice, and names that are one for AWS", () => {
    const allowed = "names that differ in more than case, spaces, - and _";
    expect(told({ images: [web, web] })).toContain(
      finding("images[1]", "IB-NAME-TWICE", 'image "web" a second time', allowed),
    );
    const images = [testImage({ repository: "a" }, "web_app"), testImage({ repository: "b" }, "Web-App")];
    expect(told({ images })).toContain(
      finding(
        "images[1]",
        "IB-NAME-TWICE",
        'image "Web-App" beside image "web_app": both are "test-web-app" in AWS',
        allowed,
      ),
    );
  });

  it("refuse components of two images that come out with one name", () => {
    const component = (name: string) => ({ components: [{ document: "hello-world.yaml", name }] });
    const images = [
      testImage({ ...component("b-c"), repository: "one" }, "a"),
      testImage({ ...component("c"), repository: "two" }, "a-b"),
    ];
    expect(told({ images })).toBe(
      finding(
        "component c",
        "IB-NAME-TWICE",
        'component "c" of "a-b" beside component "b-c" of "a": both are "test-a-b-c" in AWS',
        "names that differ in more than case, spaces, - and _",
      ).replace(file, "images/hello-world/image.ts"),
    );
  });

  it("refuse a name that is only too long with the environment's before it", () => {
    expect(told({ images: [testImage({}, "x".repeat(120))] })).toContain('the name "test-xxx');
  });

  it("refuse two images that push the same tag, or both by build version alone, into one repository", () => {
    const shared = (containerTags: string[], name: string) => testImage({ repository: "base", containerTags }, name);
    expect(told({ images: [shared(["a", "latest"], "one"), shared(["latest"], "two")] })).toBe(
      finding(
        "images[1]",
        "IB-TAG-SHARED",
        '"two" and "one" both push "base:latest"',
        "different tags, or different repositories: each build would take the tag from the other",
      ),
    );
    expect(told({ images: [shared([], "one"), shared([], "two")] })).toBe(
      finding(
        "images[1]",
        "IB-TAG-SHARED",
        '"two" and "one" push to "base" by build version alone',
        "different repositories: both would push 1.0.0-1",
      ),
    );
    expect(told({ images: [shared(["one"], "one"), shared(["two"], "two")] })).toBe("");
  });

  it("refuse a channel that is another image's tag or channel in the same repository", () => {
    const shared = (name: string, containerTags: string[], channels: string[]) =>
      testImage({ repository: "base", containerTags, channels }, name);
    const said = (found: string) =>
      finding(
        "images[1]",
        "IB-CHANNEL-SHARED",
        found,
        "different names, or different repositories: a channel points to builds of one image",
      );
    expect(told({ images: [shared("one", ["a"], ["stable"]), shared("two", ["b"], ["stable"])] })).toBe(
      said('"base:stable" is a channel of "two" and a channel of "one"'),
    );
    expect(told({ images: [shared("one", ["a"], ["stable"]), shared("two", ["stable"], [])] })).toBe(
      said('"base:stable" is a tag of "two" and a channel of "one"'),
    );
    expect(told({ images: [shared("one", ["a"], ["one"]), shared("two", ["b"], ["two"])] })).toBe("");
  });

  it("refuse two images that want one repository in different ways", () => {
    const mutable = testImage({ repository: "base", containerTags: ["one"] }, "one");
    const immutable = testImage({ repository: "base", containerTags: [], imageTagMutability: "IMMUTABLE" }, "two");
    expect(told({ images: [mutable, immutable] })).toBe(
      finding(
        "images[1]",
        "IB-REPOSITORY-SHARED",
        '"two" wants "base" IMMUTABLE, "one" wants it MUTABLE',
        "the same imageTagMutability for all images of a repository",
      ),
    );
  });

  it("refuse what an environment would take from another in the same account and region", () => {
    const here = `test, which is in ${place.account} ${place.region} too`;
    expect(told({}, { environment: "other" })).toBe(
      finding(
        "images",
        "IB-REPOSITORY-TAKEN",
        `the repository "web" is also that of ${here}`,
        "repositories of its own for each environment of an account and region",
        'say it in the environment: image("…", { repository: "other/web" })',
      ),
    );
    expect(told({}, { environment: "other", account: "999999999999" })).toBe("");
    const images = [testImage({ repository: "two" }, "a-web")];
    expect(told({ environment: "test-a" }, { images })).toContain(
      `IB-NAME-TAKEN\n  found:   the name "test-a-web" is also one of test-a, which is in ${place.account} ${place.region} too`,
    );
  });

  it("say what CDKTF has against a stack, too", () => {
    const app = testApp();
    const stack = new TerraformStack(app, "bare");
    new TerraformElement(stack, "element").node.addValidation({ validate: () => ["something of CDKTF's"] });
    expect(findingsOf(app)).toContainEqual({
      severity: "error",
      code: "IB-CDKTF",
      file: "bare/element",
      found: "something of CDKTF's",
      allowed: "what CDKTF accepts",
    });
  });
});
