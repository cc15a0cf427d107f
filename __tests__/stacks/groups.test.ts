import { CloudwatchEventRule } from "@cdktf/provider-aws/lib/cloudwatch-event-rule";
import { CloudwatchEventTarget } from "@cdktf/provider-aws/lib/cloudwatch-event-target";
import { EcrRepository } from "@cdktf/provider-aws/lib/ecr-repository";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { ImagebuilderImagePipeline } from "@cdktf/provider-aws/lib/imagebuilder-image-pipeline";
import { ImagebuilderInfrastructureConfiguration } from "@cdktf/provider-aws/lib/imagebuilder-infrastructure-configuration";
import * as fs from "node:fs";
import * as path from "node:path";
import { type App, TerraformStack } from "cdktf";
import { reported, SynthesizedStack, testApp, TestEnvironment, testImage } from "@pipelines/testing/stack";
import { temporaryFolder } from "@pipelines/testing/temporary-folder";
import { VersionLock } from "@pipelines/version-lock/version-lock";
import { checkGroups } from "../../stacks/environment/check-groups";
import { type EnvironmentSettings, readSettings } from "../../stacks/environment/environment-settings";
import { describeEnvironments } from "../../stacks/synthesis/describe";

const base = testImage({ containerTags: ["latest"] }, "base");
const web = testImage({ parentImage: { image: "base" }, containerTags: ["latest"] }, "web");
const shop = testImage({ parentImage: { image: "web" }, instanceTypes: ["m5.large"] }, "shop");

/** The shop group is written first, but deployed last. */
const groups = { shop: { images: [shop] }, web: { images: [web], owners: ["@acme/web"] } };

function appWith(settings: Partial<EnvironmentSettings>): App {
  const app = testApp();
  new TestEnvironment(app, settings);
  return app;
}

function stackIn(app: App, name: string): SynthesizedStack {
  const stack = app.node.findChild(name);
  if (!TerraformStack.isStack(stack)) throw new Error(`there is no stack ${name}`);
  return new SynthesizedStack(stack);
}

const arn = "arn:aws:imagebuilder:eu-west-1:123456789012";

describe("An environment with groups", () => {
  const app = appWith({ images: [base], groups });

  it("has a stack for each group, with its own state, deployed after the stacks that its images are built on", () => {
    const stacks = app.node.children.filter((child) => TerraformStack.isStack(child));
    expect(stacks.map(({ node }) => node.id)).toEqual(["test", "test-web", "test-shop"]);
    expect(stacks.map((each) => each.dependencies.map(({ node }) => node.id))).toEqual([
      [],
      ["test"],
      ["test", "test-web"],
    ]);
    expect(stackIn(app, "test").json.terraform.backend?.["s3"]).toMatchObject({ key: "test/terraform.tfstate" });
    expect(stackIn(app, "test-web").json.terraform.backend?.["s3"]).toMatchObject({
      key: "test-web/terraform.tfstate",
    });
  });

  it("has keys of their own for the states of its groups, even if it names the key of its own", () => {
    const keyed = appWith({
      images: [base],
      groups: { web: { images: [web] } },
      state: { s3: { bucket: "ours", key: "k" } },
    });
    const keys = ["test", "test-web"].map((name) => stackIn(keyed, name).json.terraform.backend?.["s3"]);
    expect(keys).toMatchObject([
      { bucket: "ours", key: "k" },
      { bucket: "ours", key: "test-web/terraform.tfstate" },
    ]);
  });

  it("creates shared resources once, and its groups refer to them by name", () => {
    const types = Object.keys(stackIn(app, "test-web").json.resource);
    expect(types.filter((type) => /s3_|iam_|infrastructure|sns/.test(type))).toEqual([]);
    expect(stackIn(app, "test-web").text).toHaveResourceWithProperties(ImagebuilderImagePipeline, {
      infrastructure_configuration_arn: `${arn}:infrastructure-configuration/test-image-builder`,
    });
  });

  it("gives an image with its own instance types a configuration in its group, with the shared bucket and profile", () => {
    const { text, json } = stackIn(app, "test-shop");
    expect(text).toHaveResourceWithProperties(ImagebuilderInfrastructureConfiguration, {
      name: "test-image-builder-shop",
      instance_profile_name: "test-image-builder",
      logging: {
        s3_logs: {
          s3_bucket_name: "test-image-builder-logs-123456789012-eu-west-1",
          s3_key_prefix: "imagebuilder-test",
        },
      },
    });
    expect(Object.keys(json.variable ?? {})).toContain("subnet_id");
    expect(stackIn(app, "test-web").json.variable).toBeUndefined();
  });

  it("has a rule for each image that follows its parent, with a role that can start any pipeline in the environment", () => {
    const shared = stackIn(app, "test");
    expect(shared.text).toHaveResourceWithProperties(IamRolePolicy, {
      name: "start-pipelines",
      policy: JSON.stringify({
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Allow",
            Action: "imagebuilder:StartImagePipelineExecution",
            Resource: [`${arn}:image-pipeline/test-*`],
          },
        ],
      }),
    });
    expect(shared.resources("aws_cloudwatch_event_rule")).toEqual([]);
    const { text } = stackIn(app, "test-shop");
    expect(text).toHaveResourceWithProperties(CloudwatchEventRule, {
      name: "test-shop-parent",
      event_pattern: expect.stringContaining(`${arn}:image/test-web/`) as string,
    });
    expect(text).toHaveResourceWithProperties(CloudwatchEventTarget, {
      target_id: "test-shop",
      role_arn: "arn:aws:iam::123456789012:role/test-image-rebuilds",
    });
  });

  it("does not use group names in AWS, so that an image stays the same no matter which group it is in", () => {
    const all = appWith({ images: [base, web, shop], groups: {} });
    const nginx = stackIn(app, "test-web").json.resource;
    const before = stackIn(all, "test").json.resource;
    for (const [type, resources] of Object.entries(nginx)) {
      for (const id of Object.keys(resources)) expect(Object.keys(before[type] ?? {})).toContain(id);
    }
    expect(stackIn(app, "test-web").text).toHaveResourceWithProperties(EcrRepository, { name: "web" });
  });

  it("counts as a single environment for commands", () => {
    const [described] = describeEnvironments(app);
    expect(described?.stacks).toEqual(["test", "test-web", "test-shop"]);
    expect(described?.images.map(({ name, stack, parent, owners }) => [name, stack, parent, owners])).toEqual([
      ["base", "test", undefined, []],
      ["shop", "test-shop", "web", []],
      ["web", "test-web", "base", ["@acme/web"]],
    ]);
  });
});

describe("The version lock with groups", () => {
  const file = path.join(temporaryFolder(), "image-versions.lock");

  /** Synthesizes a protected environment. @returns each stack's JSON, by name */
  function synth(settings: Partial<EnvironmentSettings>): Record<string, string> {
    const app = testApp();
    const lock = VersionLock.open(file, { frozen: false, withoutHistory: true });
    new TestEnvironment(app, { deletionProtection: true, ...settings }, lock);
    lock.write();
    const stacks = app.node.children.filter((child) => TerraformStack.isStack(child));
    return Object.fromEntries(stacks.map((stack) => [stack.node.id, new SynthesizedStack(stack).text]));
  }
  const repositories = (): string[] =>
    fs
      .readFileSync(file, "utf8")
      .split("\n")
      .filter((line) => line.startsWith("repository"));

  it("records which group each image is in, and follows it into another one", () => {
    synth({ images: [base], groups: { web: { images: [web] } } });
    expect(repositories()).toEqual(["repository test/base base", "repository test/web web group=web"]);
    const { test, "test-web": group } = synth({ images: [base, web], groups: { web: { images: [] } } });
    expect(repositories()).toEqual(["repository test/base base", "repository test/web web"]);
    for (const text of [test, group]) expect(text).not.toContain("removed");
  });

  it("makes only the group that had an image forget its repository when the image is removed", () => {
    synth({ images: [base], groups: { web: { images: [web] }, shop: { images: [] } } });
    const texts = synth({ images: [base], groups: { web: { images: [] }, shop: { images: [] } } });
    const forgets = Object.keys(texts).filter((name) =>
      texts[name]?.includes('"from": "aws_ecr_repository.repository_web_'),
    );
    expect(forgets).toEqual(["test-web"]);
    expect(repositories()).toContain("repository test/web web left group=web");
    // Synthesizes again, now that this is recorded in the lock.
    expect(synth({ images: [base], groups: { web: { images: [] }, shop: { images: [] } } })).toEqual(texts);
  });
});

const names = "lower-case letters, digits and single hyphens between them, beginning with a letter";

describe("Mistakes in groups", () => {
  it.each<[string, Partial<EnvironmentSettings>, ...string[]]>([
    [
      "images that cannot be deployed in any order",
      { images: [web], groups: { tools: { images: [base] } } },
      "error main.ts images[0] IB-GROUP-ORDER",
      '  found:   "web" in test is built on "base" in test-tools, which is deployed later',
      "  allowed: stacks that can be deployed one after another: first the environment's own, then each group after those that it is built on",
      '  fix:     move "web" to the images of test-tools, or "base" to those of test',
    ],
    [
      "two groups that are built on each other",
      {
        images: [],
        groups: { one: { images: [base, shop] }, other: { images: [web] } },
      },
      "error main.ts groups.one.images[1] IB-GROUP-ORDER",
      '  found:   "shop" in test-one is built on "web" in test-other, which is deployed later',
      "  allowed: stacks that can be deployed one after another: first the environment's own, then each group after those that it is built on",
      '  fix:     move "shop" to the images of test-other, or "web" to those of test-one',
    ],
    [
      "a name that AWS would reject",
      { groups: { Web: { images: [] } } },
      "error main.ts groups.Web IB-ENVIRONMENT-NAME",
      `  found:   the group's stack "test-Web"`,
      `  allowed: 1 to 32 characters: ${names}`,
    ],
    [
      "a name with a space",
      { groups: { "Web Team": { images: [] } } },
      "error main.ts groups.Web Team IB-ENVIRONMENT-NAME",
      `  found:   the group's stack "test-Web Team"`,
      `  allowed: 1 to 32 characters: ${names}`,
    ],
    [
      "a field that does not exist",
      { groups: { web: { images: [], owner: "@acme/web" } } } as Partial<EnvironmentSettings>,
      "error main.ts groups.web.owner IB-FIELD-UNKNOWN",
      '  found:   there is no field "owner" here',
      "  allowed: images, owners and state",
      "  fix:     write owners",
    ],
    [
      "an owner that CODEOWNERS would reject",
      { groups: { web: { images: [], owners: ["@acme/web", "web@example.com", "acme web"] } } },
      "error main.ts groups.web.owners IB-GROUP-OWNER",
      '  found:   "acme web"',
      "  allowed: @user, @organization/team or an email address, as in CODEOWNERS",
    ],
    [
      "a state that another stack already has",
      { groups: { web: { images: [], state: { s3: { key: "test/terraform.tfstate" } } } } },
      "error main.ts state IB-STATE-TAKEN",
      "  found:   the state s3://image-builder-state-123456789012-eu-west-1/test/terraform.tfstate also belongs to test",
      "  allowed: a separate state for each stack: a deploy of one would destroy the other",
    ],
    [
      "an image in two groups",
      { images: [], groups: { one: { images: [base] }, other: { images: [base] } } },
      "error main.ts groups.other.images[0] IB-NAME-TWICE",
      '  found:   image "base" a second time',
      "  allowed: names that differ in more than case, spaces, - and _",
      "  fix:     list it once",
    ],
  ])("%s", (_, settings, ...lines) => {
    expect(reported(settings)).toContain(lines.join("\n"));
  });

  it("a group whose stack has the name of another environment", () => {
    expect(reported({ groups: { eu: { images: [] } } }, { environment: "test-eu", images: [] })).toBe(
      "error main.ts environment IB-ENVIRONMENT-TWICE\n" +
        '  found:   "test-eu" is already the name of another stack\n' +
        "  allowed: a unique name for each environment: stack, folder and state are named after it",
    );
  });

  it("more EventBridge rules than an account may have, but not exactly as many", () => {
    const given = { environment: "test", account: "123456789012", region: "eu-west-1", images: [base] };
    const found = (length: number): string[] => {
      const images = Array.from({ length }, (_, index) => ({ ...web, name: `web${index}` }));
      const { value } = readSettings({ ...given, groups: { web: { images } } }, "main.ts");
      return checkGroups(value, "main.ts").map(({ code }) => code);
    };
    expect([found(300), found(301)]).toEqual([[], ["IB-EVENT-RULES"]]);
  });
});
