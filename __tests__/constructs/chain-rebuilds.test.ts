import { CloudwatchEventRule } from "@cdktf/provider-aws/lib/cloudwatch-event-rule";
import { CloudwatchEventTarget } from "@cdktf/provider-aws/lib/cloudwatch-event-target";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import type { Image } from "@pipelines/image-definition/image";
import type { ImageDefinition } from "@pipelines/image-definition";
import type { EnvironmentSettings } from "../../stacks/environment/environment-settings";
import { SynthesizedStack, testApp, TestEnvironment, testImage } from "@pipelines/testing/stack";

function on(parent: string, name: string, more: Partial<ImageDefinition> = {}, tag?: string): Image {
  return testImage({ parentImage: { image: parent, tag }, ...more }, name);
}

function synthesized(images: readonly Image[], settings: Partial<EnvironmentSettings> = {}): SynthesizedStack {
  return new SynthesizedStack(new TestEnvironment(testApp(), { images, ...settings }));
}

const base = testImage({ channels: ["stable"], repository: "team-base" }, "Team_base");

describe("Rebuilds of child images", () => {
  it("start after every available build of the parent, but not after builds of an image whose name starts with the parent's", () => {
    const { text, json } = synthesized([base, on("Team_base", "web")]);
    expect(text).toHaveResourceWithProperties(CloudwatchEventRule, {
      name: "test-team-base-children",
      event_pattern: JSON.stringify({
        source: ["aws.imagebuilder"],
        "detail-type": ["EC2 Image Builder Image State Change"],
        resources: [{ prefix: "arn:aws:imagebuilder:eu-west-1:123456789012:image/test-team-base/" }],
        detail: { state: { status: ["AVAILABLE"] } },
      }),
    });
    const [build] = Object.keys(json.resource["aws_imagebuilder_image"] ?? {}).filter((id) => id.includes("web"));
    const [target] = Object.values(json.resource["aws_cloudwatch_event_target"] ?? {});
    expect(target).toMatchObject({
      target_id: "test-web",
      arn: expect.stringMatching(/^\$\{aws_imagebuilder_image_pipeline\.image_web_pipeline_\w+\.arn\}$/) as unknown,
      // The rule gets its target only after the child has been built, in the same deploy as the parent.
      depends_on: expect.arrayContaining([`aws_imagebuilder_image.${build}`]) as unknown,
    });
  });

  it("are started by a role that only EventBridge may assume, for this environment's rules, and that may start only these pipelines", () => {
    const images = [
      base,
      on("Team_base", "web"),
      on("Team_base", "api"),
      on("web", "tool", { rebuildWithParent: false }),
    ];
    const { text } = synthesized(images);
    expect(text).toHaveResourceWithProperties(IamRole, {
      name: "test-image-rebuilds",
      assume_role_policy: JSON.stringify({
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Allow",
            Action: "sts:AssumeRole",
            Principal: { Service: "events.amazonaws.com" },
            Condition: {
              StringEquals: { "aws:SourceAccount": "123456789012" },
              ArnLike: { "aws:SourceArn": "arn:aws:events:eu-west-1:123456789012:rule/test-*" },
            },
          },
        ],
      }),
    });
    expect(text).toHaveResourceWithProperties(IamRolePolicy, {
      name: "start-pipelines",
      policy: JSON.stringify({
        Version: "2012-10-17",
        Statement: [
          {
            Effect: "Allow",
            Action: "imagebuilder:StartImagePipelineExecution",
            Resource: [
              "arn:aws:imagebuilder:eu-west-1:123456789012:image-pipeline/test-api",
              "arn:aws:imagebuilder:eu-west-1:123456789012:image-pipeline/test-web",
            ],
          },
        ],
      }),
    });
  });

  it("follow promotions, not the parent's builds, if an image is built on a channel", () => {
    const { text } = synthesized([base, on("Team_base", "web", {}, "stable")]);
    expect(text).toHaveResourceWithProperties(CloudwatchEventRule, {
      name: "test-team-base-stable",
      event_pattern: JSON.stringify({
        source: ["aws.ecr"],
        "detail-type": ["ECR Image Action"],
        detail: {
          "action-type": ["PUSH"],
          result: ["SUCCESS"],
          "repository-name": ["team-base"],
          "image-tag": ["stable"],
        },
      }),
    });
    expect(text).not.toHaveResourceWithProperties(CloudwatchEventRule, { name: "test-team-base-children" });
  });

  it("respect AWS's limits of five targets per rule and fifty pipelines per role, and its limits on the length of names", () => {
    const many = Array.from({ length: 53 }, (_, index) => on("Team_base", `${"long-".repeat(12)}${index}`));
    const stack = synthesized([base, ...many]);
    const rules = stack.resources("aws_cloudwatch_event_rule");
    expect(rules.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["test-team-base-children", "test-team-base-children-2"]),
    );
    expect(rules).toHaveLength(11);
    const targets = stack.resources("aws_cloudwatch_event_target");
    const ids = targets.map(({ target_id: id }) => String(id));
    expect(new Set(ids).size).toBe(53);
    expect(Math.max(...ids.map((id) => id.length))).toBe(64);
    const ofRule = (rule: unknown) => targets.filter((target) => target.rule === rule).length;
    expect([...new Set(targets.map(({ rule }) => rule))].map(ofRule).every((count) => count <= 5)).toBe(true);
    const policies = stack.resources("aws_iam_role_policy").filter(({ name }) => name === "start-pipelines");
    expect(policies.map(({ policy }) => String(policy).split("image-pipeline/").length - 1)).toEqual(
      expect.arrayContaining([50, 3]),
    );
    for (const { policy } of policies) expect(String(policy).length).toBeLessThan(10_240);
  });

  it("are omitted for disabled pipelines, and if no image is built on another one in the environment", () => {
    for (const images of [[base], [base, on("Team_base", "web", { enabled: false })]]) {
      const { text } = synthesized(images);
      expect(text).not.toHaveResource(CloudwatchEventTarget);
      expect(text).not.toHaveResourceWithProperties(IamRole, { name: "test-image-rebuilds" });
    }
  });

  it("do not wait for builds if deploys do not build", () => {
    const [target] = synthesized([base, on("Team_base", "web")], { buildOnDeploy: false }).resources(
      "aws_cloudwatch_event_target",
    );
    expect(target?.depends_on).toEqual([expect.stringMatching(/^aws_iam_role_policy\./)]);
  });
});

describe("Images in an environment that are built on each other", () => {
  const images = [on("base", "web"), testImage({ repository: "platform/base" }, "base")];
  const stack = synthesized(images, { repositoryPrefix: "test" });

  it("have the parent's reference, with the environment's prefix, in their recipe", () => {
    expect(stack.resources("aws_imagebuilder_container_recipe").map(({ parent_image: parent }) => parent)).toEqual(
      expect.arrayContaining([
        "amazonlinux:latest",
        "123456789012.dkr.ecr.eu-west-1.amazonaws.com/test/platform/base:latest",
      ]),
    );
  });

  it("are built by a deploy after their parents", () => {
    const builds = Object.entries(stack.json.resource["aws_imagebuilder_image"] ?? {});
    const [base = ""] = builds.map(([id]) => id).filter((id) => id.startsWith("image_base_"));
    const web = builds.find(([id]) => id.startsWith("image_web_"))?.[1];
    expect(web?.depends_on).toContain(`aws_imagebuilder_image.${base}`);
  });

  it("are listed in the outputs as parents and children", () => {
    expect(stack.json.output?.parent_images?.value).toEqual({
      base: "amazonlinux:latest",
      web: "123456789012.dkr.ecr.eu-west-1.amazonaws.com/test/platform/base:latest",
    });
    expect(stack.json.output?.child_images?.value).toEqual({ base: ["web"], web: [] });
  });
});
