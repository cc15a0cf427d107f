import { deployPolicy, type PolicyDocument } from "../../../tools/export/deploy-policy";
import { managedPolicyLimit, policyFiles, policyLength, splitPolicy } from "../../../tools/export/split-policy";
import { readStackConfig, type StackConfig } from "../../../tools/export/stack-config";
import { synthesizeStacks } from "../../../tools/export/synthesize-stacks";
import { SynthesizedStack, testApp, TestEnvironment, testImage } from "../../stack";
import { allows } from "./iam";

function policyOf(config: StackConfig, stack = "test"): PolicyDocument {
  const { document, uncovered } = deployPolicy(stack, config);
  expect(uncovered).toEqual([]);
  return document;
}

function environmentWith(...images: ReturnType<typeof testImage>[]): StackConfig {
  return readStackConfig(new SynthesizedStack(new TestEnvironment(testApp(), { images })).text);
}

function statement(document: PolicyDocument, sid: string): unknown {
  return document.Statement.find(({ Sid }) => Sid === sid);
}

describe("The permissions of a deploy", () => {
  const document = policyOf(environmentWith(testImage()));

  it("cover every type of resource of every stack of the app, in one managed policy each", () => {
    const stacks = synthesizeStacks((text) => process.stderr.write(text)) ?? new Map<string, StackConfig>();
    expect(stacks.size).toBeGreaterThan(3);
    for (const [name, config] of stacks) {
      const { document: one, uncovered } = deployPolicy(name, config);
      expect([name, uncovered]).toEqual([name, []]);
      expect(policyLength(one)).toBeLessThanOrEqual(managedPolicyLimit);
    }
  });

  it("name a type of resource that they do not know", () => {
    const config = environmentWith(testImage());
    const more = { ...config, resource: { ...config.resource, aws_sqs_queue: { queue: {} } } };
    expect(deployPolicy("test", more).uncovered).toEqual(["aws_sqs_queue"]);
  });

  it("reach what carries the environment's name, and nothing of another's", () => {
    const place = "eu-west-1:123456789012";
    for (const [action, mine, others] of [
      [
        "imagebuilder:DeleteComponent",
        `arn:aws:imagebuilder:${place}:component/test-web-hello-world/1.0.0/1`,
        "/test-",
      ],
      ["imagebuilder:UpdateImagePipeline", `arn:aws:imagebuilder:${place}:image-pipeline/test-web`, "/test-"],
      ["logs:DeleteLogGroup", `arn:aws:logs:${place}:log-group:/aws/imagebuilder/test-web`, "/test-"],
      ["ecr:DeleteRepository", `arn:aws:ecr:${place}:repository/web`, "/web"],
      ["iam:PassRole", "arn:aws:iam::123456789012:role/executionServiceEC2Role/test-image-builder", "/test-"],
      ["s3:DeleteBucket", "arn:aws:s3:::test-image-builder-logs-123456789012-eu-west-1", ":test-"],
    ] as const) {
      expect([action, allows(document, action, mine)]).toEqual([action, true]);
      const other = mine.replace(others, `${others.charAt(0)}prod-`);
      expect([other, allows(document, action, other)]).toEqual([other, false]);
      expect(allows(document, action, mine.replace("123456789012", "999999999999"))).toBe(false);
    }
  });

  it("allow no action on everything, and no pattern of actions", () => {
    for (const { Action, Resource } of document.Statement) {
      expect(Action.filter((action) => action.includes("*"))).toEqual([]);
      expect(Resource).not.toContain("*");
    }
  });

  it("pass the role to EC2 only, attach the two policies only, and let Image Builder make its role only", () => {
    expect(statement(document, "PassInstanceRole")).toMatchObject({
      Condition: { StringEquals: { "iam:PassedToService": "ec2.amazonaws.com" } },
    });
    expect(statement(document, "InstanceRolePolicies")).toMatchObject({
      Condition: {
        ArnEquals: {
          "iam:PolicyARN": [
            "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore",
            "arn:aws:iam::aws:policy/EC2InstanceProfileForImageBuilderECRContainerBuilds",
          ],
        },
      },
    });
    expect(statement(document, "ImageBuilderRole")).toMatchObject({
      Resource: [
        "arn:aws:iam::123456789012:role/aws-service-role/imagebuilder.amazonaws.com/AWSServiceRoleForImageBuilder",
      ],
      Condition: { StringEquals: { "iam:AWSServiceName": "imagebuilder.amazonaws.com" } },
    });
  });

  it("reach parts of an image that are somebody else's", () => {
    const parent = "arn:aws:imagebuilder:eu-west-1:aws:image/amazon-linux-2023-x86/x.x.x";
    const image = testImage({
      parentImage: parent,
      components: [{ document: "hello-world.yaml" }, { managed: "update-linux" }],
      dockerfile: "s3://templates/web/Dockerfile",
    });
    const policy = policyOf(environmentWith(image));
    expect(statement(policy, "ForeignParts")).toMatchObject({
      Resource: [
        "arn:aws:imagebuilder:eu-west-1:aws:component/update-linux/*",
        "arn:aws:imagebuilder:eu-west-1:aws:image/amazon-linux-2023-x86/*",
      ],
    });
    expect(statement(policy, "PartsInS3")).toMatchObject({ Resource: ["arn:aws:s3:::templates/web/Dockerfile"] });
    expect(statement(document, "ForeignParts")).toBeUndefined();
  });

  it("come in several policies where one would be too long, and together allow the same", () => {
    const images = Array.from({ length: 300 }, (_, index) => testImage({}, `image-${index}`));
    const long = policyOf(environmentWith(...images));
    const parts = splitPolicy(long);
    expect(parts.length).toBeGreaterThan(1);
    for (const part of parts) expect(policyLength(part)).toBeLessThanOrEqual(managedPolicyLimit);
    const pairs = (policies: readonly PolicyDocument[]): Set<string> =>
      new Set(
        policies.flatMap(({ Statement }) =>
          Statement.flatMap(({ Action, Resource }) => Action.flatMap((a) => Resource.map((r) => `${a} ${r}`))),
        ),
      );
    expect(pairs(parts)).toEqual(pairs([long]));
    const sids = parts.flatMap(({ Statement }) => Statement.map(({ Sid }) => Sid));
    expect(new Set(sids).size).toBe(sids.length);
    expect(Object.keys(policyFiles(long)).slice(0, 2)).toEqual(["deploy-policy-1.json", "deploy-policy-2.json"]);
  });
});
