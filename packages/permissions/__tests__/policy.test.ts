import { stackPolicy } from "../policy";
import type { PolicyDocument } from "../policy-document";
import { managedPolicyLimit, policyFiles, policyLength, splitPolicy } from "../split-policy";
import type { ResourceType } from "../grants";
import { permissionTable } from "../permission-table";
import { type Block, readStackConfig, type StackConfig } from "../stack-config";
import { synthesizeStacks } from "@pipelines/export/synthesize-stacks";
import { SynthesizedStack, testApp, TestEnvironment, testImage } from "@pipelines/testing/stack";
import { allowedActions, allows } from "@pipelines/testing/iam";

function policyOf(config: StackConfig, stack = "test"): PolicyDocument {
  const { document, unknown, unreached } = stackPolicy(stack, config);
  expect([unknown, unreached]).toEqual([[], []]);
  return document;
}

function environmentWith(...images: ReturnType<typeof testImage>[]): StackConfig {
  return readStackConfig(new SynthesizedStack(new TestEnvironment(testApp(), { images })).text);
}

/**
 * Returns a block with the fields that the table reads: a name that starts with the stack's, or the resource that it
 * belongs to.
 */
function blockOf(type: string): Block {
  const name = type === "aws_cloudwatch_log_group" ? "/aws/imagebuilder/test-it" : "test-it";
  const ref = (owner: string) => `\${${owner}.it.id}`;
  return {
    name,
    url: "https://example.com",
    bucket: type === "aws_s3_bucket" ? name : ref("aws_s3_bucket"),
    repository: ref("aws_ecr_repository"),
    role: ref("aws_iam_role"),
    rule: ref("aws_cloudwatch_event_rule"),
    arn: ref("aws_sns_topic"),
    topic_arn: ref("aws_sns_topic"),
    container_recipe_arn: ref("aws_imagebuilder_container_recipe"),
    distribution: [],
  };
}

function statement(document: PolicyDocument, sid: string): unknown {
  return document.Statement.find(({ Sid }) => Sid === sid);
}

const componentArn = "arn:aws:imagebuilder:eu-west-1:123456789012:component/test-web-hello-world/1.0.0/1";
const repositoryArn = "arn:aws:ecr:eu-west-1:123456789012:repository/web";

describe("The permissions for a deploy", () => {
  const document = policyOf(environmentWith(testImage()));

  it("cover every resource type in every stack of the app", () => {
    const stacks =
      synthesizeStacks((text) => process.stderr.write(text), { withoutHistory: true }) ??
      new Map<string, StackConfig>();
    expect(stacks.size).toBeGreaterThan(3);
    for (const [name, config] of stacks) {
      const { document: one, unknown, unreached } = stackPolicy(name, config);
      expect([name, unknown, unreached]).toEqual([name, [], []]);
      for (const part of splitPolicy(one)) expect(policyLength(part)).toBeLessThanOrEqual(managedPolicyLimit);
    }
  });

  it("report an unknown resource type", () => {
    const config = environmentWith(testImage());
    const more = { ...config, resource: { ...config.resource, aws_sqs_queue: { queue: {} } } };
    expect(stackPolicy("test", more).unknown).toEqual(["aws_sqs_queue"]);
  });

  it("report the resources that another environment's policy does not cover", () => {
    const config = environmentWith(testImage());
    const names = Object.entries(config.resource).flatMap(([type, blocks]) =>
      Object.keys(blocks).map((id) => `${type}.${id}`),
    );
    const byName = names.filter((name) => /^aws_(imagebuilder|cloudwatch)_/.test(name));
    expect(byName.length).toBeGreaterThan(4);
    expect([...stackPolicy("prod", config).unreached].sort()).toEqual(byName.sort());
    expect([...stackPolicy("prod", config, { purpose: "plan" }).unreached].sort()).toEqual(byName.sort());
    expect(stackPolicy("prod", config, { purpose: "operate" }).unreached).toEqual([]);
  });

  it("cover everything with the environment's name, and nothing in another environment", () => {
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

  it("allow no action on all resources, and no action patterns", () => {
    for (const { Sid, Action, Resource } of document.Statement) {
      expect(Action.filter((action) => action.includes("*"))).toEqual([]);
      // SNS has no resource type for these.
      if (Sid !== "Subscriptions") expect(Resource).not.toContain("*");
    }
  });

  it("allow passing the role only to EC2, attaching only the two policies, and creating only Image Builder's own role", () => {
    expect(statement(document, "PassInstanceRole")).toMatchObject({
      Condition: { StringEquals: { "iam:PassedToService": ["ec2.amazonaws.com"] } },
    });
    expect(statement(document, "RolesPolicies")).toMatchObject({
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

  it("allow passing the role that rebuilds children only to EventBridge, and the instances' role only to EC2", () => {
    const child = testImage({ parentImage: { image: "web" } }, "child");
    const policy = policyOf(environmentWith(testImage(), child));
    expect(statement(policy, "PassNotificationsRole")).toMatchObject({
      Resource: ["arn:aws:iam::123456789012:role/test-image-rebuilds"],
      Condition: { StringEquals: { "iam:PassedToService": ["events.amazonaws.com"] } },
    });
    expect(statement(policy, "PassInstanceRole")).toMatchObject({
      Resource: [
        "arn:aws:iam::123456789012:instance-profile/executionServiceEC2Role/test-image-builder",
        "arn:aws:iam::123456789012:role/executionServiceEC2Role/test-image-builder",
      ],
    });
  });

  it("cover the parts of an image that come from elsewhere", () => {
    const parent = "arn:aws:imagebuilder:eu-west-1:aws:image/amazon-linux-2023-x86/x.x.x";
    const image = testImage({
      parentImage: parent,
      components: [
        { document: "hello-world.yaml" },
        { document: "s3://documents/web/install.yaml" },
        { managed: "update-linux" },
        { arn: "arn:aws:imagebuilder:eu-west-1:210987654321:component/shared/1.0.0" },
      ],
      dockerfile: "s3://templates/web/Dockerfile",
    });
    const policy = policyOf(environmentWith(image));
    expect(statement(policy, "ForeignParts")).toMatchObject({
      Resource: [
        "arn:aws:imagebuilder:eu-west-1:*:component/update-linux/*",
        "arn:aws:imagebuilder:eu-west-1:*:image/amazon-linux-2023-x86/*",
        "arn:aws:imagebuilder:eu-west-1:210987654321:component/shared/*",
      ],
    });
    expect(statement(policy, "PartsInS3")).toMatchObject({
      Action: ["s3:GetObject"],
      Resource: ["arn:aws:s3:::documents/web/install.yaml", "arn:aws:s3:::templates/web/Dockerfile"],
    });
    expect(statement(document, "ForeignParts")).toBeUndefined();
  });

  it("allow passing the role to EC2 under both of its names in China", () => {
    const china = new TestEnvironment(testApp(), { region: "cn-north-1" });
    const policy = policyOf(readStackConfig(new SynthesizedStack(china).text));
    expect(statement(policy, "PassInstanceRole")).toMatchObject({
      Condition: { StringEquals: { "iam:PassedToService": ["ec2.amazonaws.com", "ec2.amazonaws.com.cn"] } },
      Resource: [
        "arn:aws-cn:iam::123456789012:instance-profile/executionServiceEC2Role/test-image-builder",
        "arn:aws-cn:iam::123456789012:role/executionServiceEC2Role/test-image-builder",
      ],
    });
  });

  it("do not allow destroying anything that deletionProtection keeps", () => {
    const bucket = "arn:aws:s3:::test-image-builder-logs-123456789012-eu-west-1";
    const deleting = [
      ["ecr:DeleteRepository", repositoryArn],
      ["s3:DeleteBucket", bucket],
      ["s3:DeleteObject", `${bucket}/log`],
      ["s3:DeleteObjectVersion", `${bucket}/log`],
    ] as const;
    for (const [action, arn] of deleting) expect([action, allows(document, action, arn)]).toEqual([action, true]);
    const protects = new TestEnvironment(testApp(), { deletionProtection: true });
    const policy = policyOf(readStackConfig(new SynthesizedStack(protects).text));
    for (const [action, arn] of deleting) expect([action, allows(policy, action, arn)]).toEqual([action, false]);
    expect(allows(policy, "imagebuilder:DeleteComponent", componentArn)).toBe(true);
    expect(allows(policy, "ecr:PutImageTagMutability", repositoryArn)).toBe(true);
  });

  it("allow removing, but not creating, what another branch deployed or what this one used to have", () => {
    const rule = "arn:aws:events:eu-west-1:123456789012:rule/test-image-builds";
    expect(allows(document, "events:DeleteRule", rule)).toBe(true);
    expect(allows(document, "events:PutRule", rule)).toBe(false);
    const config = environmentWith(testImage());
    const former = repositoryArn.replace("web", "former");
    expect(allows(document, "ecr:DeleteRepository", former)).toBe(false);
    const { document: after } = stackPolicy("test", config, { former: { images: [], repositories: ["former"] } });
    expect(allows(after, "ecr:DeleteRepository", former)).toBe(true);
    expect(allows(after, "ecr:CreateRepository", former)).toBe(false);
    const protects = new TestEnvironment(testApp(), { deletionProtection: true });
    const kept = stackPolicy("test", readStackConfig(new SynthesizedStack(protects).text), {
      former: { images: [], repositories: ["former"] },
    });
    expect(allows(kept.document, "ecr:DescribeRepositories", former)).toBe(true);
    expect(allows(kept.document, "ecr:DeleteRepository", former)).toBe(false);
  });

  it("cover the registry and Amazon Inspector if the environment configures their scans", () => {
    const inspector = ["Disable", "Enable", "ListAccountPermissions", "ListCoverage", "ListFindings"];
    const registry = ["ecr:GetRegistryScanningConfiguration", "ecr:PutRegistryScanningConfiguration"];
    for (const registryScan of ["basic", "enhanced"] as const) {
      const scans = new TestEnvironment(testApp(), { registryScan });
      const policy = policyOf(readStackConfig(new SynthesizedStack(scans).text));
      expect(statement(policy, "Registry")).toMatchObject({ Action: registry, Resource: ["*"] });
      const enhanced = registryScan === "enhanced";
      const allowed = allowedActions(policy).filter((action) => action.startsWith("inspector2:"));
      expect(allowed).toEqual(enhanced ? inspector.map((action) => `inspector2:${action}`) : []);
      expect(statement(policy, "InspectorRole") !== undefined).toBe(enhanced);
    }
    expect(allowedActions(document).filter((action) => registry.includes(action))).toEqual([]);
  });

  it("allow passing the notifications role only to EventBridge, and the instances' role only to EC2", () => {
    const eventBus = "arn:aws:events:eu-west-1:444455556666:event-bus/central";
    const notified = new TestEnvironment(testApp(), { notifications: { eventBus } });
    const policy = policyOf(readStackConfig(new SynthesizedStack(notified).text));
    const role = "arn:aws:iam::123456789012:role/test-image-events-bus";
    expect(statement(policy, "PassNotificationsRole")).toMatchObject({
      Resource: [role],
      Condition: { StringEquals: { "iam:PassedToService": ["events.amazonaws.com"] } },
    });
    expect(JSON.stringify(statement(policy, "PassInstanceRole"))).not.toContain(role);
    expect(allows(policy, "iam:CreateRole", role)).toBe(true);
  });

  it("allow roles only the boundary in the config, and do not allow removing it", () => {
    const permissionsBoundary = "arn:aws:iam::123456789012:policy/boundary";
    const bounded = new TestEnvironment(testApp(), { permissionsBoundary });
    const policy = policyOf(readStackConfig(new SynthesizedStack(bounded).text));
    expect(statement(policy, "RolesInBounds")).toMatchObject({
      Action: expect.arrayContaining(["iam:CreateRole", "iam:PutRolePermissionsBoundary"]) as unknown,
      Condition: { ArnEquals: { "iam:PermissionsBoundary": [permissionsBoundary] } },
    });
    expect(statement(document, "RolesInBounds")).toBeUndefined();
    expect(allowedActions(policy)).not.toContain("iam:DeleteRolePermissionsBoundary");
  });

  it("allow passing the role of an existing instance profile, under the name that the console gives it, but not creating one", () => {
    const foreign = new TestEnvironment(testApp(), { instanceProfile: "golden-builds" });
    const policy = policyOf(readStackConfig(new SynthesizedStack(foreign).text));
    expect(statement(policy, "PassInstanceRole")).toMatchObject({
      Resource: ["arn:aws:iam::123456789012:role/*golden-builds"],
    });
    expect(allowedActions(policy)).not.toContain("iam:CreateRole");
  });

  it("allow passing only the role of an existing instance profile, if its ARN is known", () => {
    const instanceProfileRole = "arn:aws:iam::123456789012:role/ops/golden";
    const workflows = [{ managed: "build-container" as const }];
    const settings = { instanceProfile: "golden-builds", instanceProfileRole, images: [testImage({ workflows })] };
    const config = readStackConfig(new SynthesizedStack(new TestEnvironment(testApp(), settings)).text);
    expect(statement(policyOf(config), "PassInstanceRole")).toMatchObject({ Resource: [instanceProfileRole] });
    const [workflowRole] = Object.values(config.resource["aws_iam_role_policy"] ?? {}).map(
      ({ policy }) => JSON.parse(String(policy)) as PolicyDocument,
    );
    const passes = workflowRole?.Statement.filter(({ Action }) => Action.includes("iam:PassRole"));
    expect(passes).toMatchObject([{ Resource: [instanceProfileRole] }]);
  });

  it("cover a resource of every type in the table", () => {
    const table = permissionTable as Readonly<Record<string, ResourceType>>;
    const resource = Object.fromEntries(Object.keys(table).map((type) => [type, { it: blockOf(type) }]));
    const config = { ...environmentWith(testImage()), resource };
    const { document, unknown, unreached } = stackPolicy("test", config);
    expect([unknown, unreached]).toEqual([[], []]);
    // Every action for a type is in a statement; without the statement, the policy does not cover the type.
    for (const [type, { actions }] of Object.entries(table)) {
      expect([type, actions.filter((action) => !allowedActions(document).includes(action))]).toEqual([type, []]);
    }
  });

  it("allow canceling a build that a deploy gave up waiting for", () => {
    const image = "arn:aws:imagebuilder:eu-west-1:123456789012:image/test-web/1.0.0/1";
    expect(allows(document, "imagebuilder:CancelImageCreation", image)).toBe(true);
  });

  it("are split into several policies, which together allow the same, if a single one would be too long", () => {
    const config = environmentWith(testImage());
    const names = Array.from({ length: 300 }, (_, index) => `image-${index}`);
    const repositories = Object.fromEntries(names.map((name) => [name, { name }]));
    const aws_ecr_repository = { ...config.resource["aws_ecr_repository"], ...repositories };
    const long = policyOf({ ...config, resource: { ...config.resource, aws_ecr_repository } });
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

describe("The permissions for a plan", () => {
  const config = readStackConfig(new SynthesizedStack(new TestEnvironment(testApp())).text);
  const document = stackPolicy("test", config, { purpose: "plan" }).document;

  it("allow reading the state without a lock, but no changes", () => {
    expect(statement(document, "State")).toMatchObject({
      Action: ["s3:GetObject"],
      Resource: ["arn:aws:s3:::image-builder-state-123456789012-eu-west-1/test/terraform.tfstate"],
    });
    expect(statement(document, "StateLock")).toBeUndefined();
    expect(allowedActions(document).filter((action) => !/:(Get|List|Describe)/.test(action))).toEqual([]);
  });

  it("allow reading what another branch deployed: one more repository, and notifications", () => {
    expect(allows(document, "ecr:DescribeRepositories", repositoryArn.replace("web", "another"))).toBe(true);
    const rule = "arn:aws:events:eu-west-1:123456789012:rule/test-image-builds";
    expect(allows(document, "events:DescribeRule", rule)).toBe(true);
    expect(allows(document, "events:DescribeRule", rule.replace("/test-", "/prod-"))).toBe(false);
  });

  it("are limited to existing resources if the stack builds no images", () => {
    const bucket = { ...config, resource: { aws_s3_bucket: { state: { bucket: "states" } } } };
    const actions = allowedActions(stackPolicy("states", bucket, { purpose: "plan" }).document);
    expect(actions.filter((action) => !action.startsWith("s3:"))).toEqual([]);
  });
});
