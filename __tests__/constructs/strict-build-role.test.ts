import { allow, statementsOf } from "@pipelines/local-aws/access-policy";
import { SynthesizedStack, testApp, TestEnvironment, testImage } from "@pipelines/testing/stack";
import { grantsStrictly } from "../../constructs/strict-build-role";
import type { EnvironmentSettings } from "../../stacks/environment/environment-settings";

/** What AWS's policies for container builds and for Systems Manager allow on every resource. */
const ofAws = [
  {
    Effect: "Allow",
    Action: [
      "ecr:BatchCheckLayerAvailability",
      "ecr:BatchGetImage",
      "ecr:CompleteLayerUpload",
      "ecr:GetDownloadUrlForLayer",
      "ecr:InitiateLayerUpload",
      "ecr:PutImage",
      "ecr:UploadLayerPart",
      "ssm:GetParameter",
      "ssm:GetParameters",
    ],
    Resource: "*",
  },
];

/** Returns whether a build in an environment may perform an action on a resource. */
function builds(settings: Partial<EnvironmentSettings>): (action: string, resource: string) => boolean {
  const stack = new SynthesizedStack(new TestEnvironment(testApp(), settings));
  const own = stack.resources("aws_iam_role_policy").flatMap(({ policy }) => statementsOf(String(policy)));
  return (action, resource) => allow([...ofAws, ...own], { action, resource, context: {} });
}

const repository = (name: string, region = "eu-west-1") => `arn:aws:ecr:${region}:123456789012:repository/${name}`;
const parameter = (name: string) => `arn:aws:ssm:eu-west-1:123456789012:parameter${name}`;

describe("A strict build role", () => {
  const strict = builds({
    strictBuildRole: true,
    regions: ["us-east-1"],
    scan: "enhanced",
    images: [testImage(), testImage({ repository: { existing: "team/app" } }, "app")],
    buildPermissions: {
      statements: [
        { actions: ["ssm:Get*"], resources: [parameter("/team/*")] },
        { actions: ["ecr:PutImage", "ecr:*Layer*"], resources: [repository("cache")] },
        { effect: "Deny", actions: ["ssm:GetParameter"], resources: [parameter("/team/secret")] },
      ],
    },
  });

  it("pushes to the repositories of its images, in each region, and to the one used for scanning", () => {
    for (const own of ["web", "team/app", "test/image-scans"].map((name) => repository(name))) {
      expect([own, strict("ecr:PutImage", own)]).toEqual([own, true]);
    }
    expect(strict("ecr:UploadLayerPart", repository("web", "us-east-1"))).toBe(true);
    expect(strict("ecr:PutImage", repository("web", "us-west-2"))).toBe(false);
  });

  it("pushes nowhere else, and pulls from anywhere", () => {
    for (const action of ["CompleteLayerUpload", "InitiateLayerUpload", "PutImage", "UploadLayerPart"]) {
      expect([action, strict(`ecr:${action}`, repository("other"))]).toEqual([action, false]);
    }
    expect(strict("ecr:BatchGetImage", repository("other"))).toBe(true);
    expect(strict("ecr:PutImage", repository("cache"))).toBe(true);
  });

  it("reads AWS's parameters and those that it was granted", () => {
    expect(strict("ssm:GetParameter", "arn:aws:ssm:eu-west-1::parameter/aws/service/ami-amazon-linux-latest/al2")).toBe(
      true,
    );
    expect(strict("ssm:GetParameters", parameter("/team/token"))).toBe(true);
    expect(strict("ssm:GetParameter", parameter("/team/secret"))).toBe(false);
    expect(strict("ssm:GetParameter", parameter("/prod/database"))).toBe(false);
  });

  it("ignores the case of actions, as IAM does, and considers only statements that allow", () => {
    const builds1 = (effect: "Allow" | "Deny", action: string) =>
      builds({
        strictBuildRole: true,
        buildPermissions: { statements: [{ effect, actions: [action], resources: [repository("cache")] }] },
      })("ecr:PutImage", repository("cache"));
    expect([builds1("Allow", "ECR:putimage"), builds1("Allow", "ecr:PutImag?"), builds1("Allow", "ecr:Get*")]).toEqual([
      true,
      true,
      false,
    ]);
    expect(builds1("Deny", "ecr:PutImage")).toBe(false);
  });

  it("recognizes statements that grant what it would otherwise deny", () => {
    const granted = (effect: "Allow" | "Deny", ...actions: string[]) => [
      { effect, actions, resources: [repository("cache")] },
    ];
    expect(grantsStrictly(granted("Allow", "ecr:PutImage"))).toBe(true);
    expect(grantsStrictly(granted("Allow", "ssm:GetParameter*"))).toBe(true);
    expect(grantsStrictly(granted("Allow", "s3:GetObject"))).toBe(false);
    expect(grantsStrictly(granted("Deny", "ecr:PutImage"))).toBe(false);
  });

  it("denies nothing that is granted on all resources", () => {
    const statements = [{ actions: ["ssm:*"], resources: ["*"] }];
    expect(
      builds({ strictBuildRole: true, buildPermissions: { statements } })("ssm:GetParameter", parameter("/a")),
    ).toBe(true);
  });

  it("is not created unless asked for", () => {
    const usual = builds({});
    expect(usual("ecr:PutImage", repository("other"))).toBe(true);
    expect(usual("ssm:GetParameter", parameter("/prod/database"))).toBe(true);
  });
});
