import * as fs from "node:fs";
import * as path from "node:path";
import { parse } from "yaml";
import type { ImageDefinition } from "@pipelines/image-definition";
import { resolveImage } from "@pipelines/image-definition/load-image";
import { allow, statementsOf } from "@pipelines/local-aws/access-policy";
import { stackPolicy } from "@pipelines/permissions/policy";
import { readStackConfig } from "@pipelines/permissions/stack-config";
import type { EnvironmentSettings } from "../../stacks/environment/environment-settings";
import { VersionLock } from "@pipelines/version-lock/version-lock";
import { allows } from "@pipelines/testing/iam";
import { firstVersions, SynthesizedStack, reported, testApp, TestEnvironment } from "@pipelines/testing/stack";
import { temporaryFolder } from "@pipelines/testing/temporary-folder";

const folder = "packages/testing/fixtures/workflows";

/** Amazon's build and a test with an approval. */
const workflows: ImageDefinition["workflows"] = [
  { managed: "build-container" },
  {
    document: "approve.yaml",
    type: "TEST",
    description: "Waits for an approval",
    parameters: { waitForApproval: "true" },
    onFailure: "ABORT",
    parallelGroup: "tests",
  },
];

function imageWith(definition: Partial<ImageDefinition>, name = "web") {
  return resolveImage({ name, folder, definition: { components: [{ managed: "update-linux" }], ...definition } });
}

function synthesize(
  definition: Partial<ImageDefinition> = { workflows },
  settings: Partial<EnvironmentSettings> = {},
  versions = firstVersions,
): SynthesizedStack {
  const images = [imageWith(definition)];
  return new SynthesizedStack(new TestEnvironment(testApp(), { images, ...settings }, versions));
}

function reportedOf(definition: Partial<ImageDefinition>, settings: Partial<EnvironmentSettings> = {}): string {
  return reported({ images: [imageWith(definition)], ...settings });
}

describe("An image with workflows", () => {
  const stack = synthesize();

  it("is built with them in order, by its pipeline and by a deploy, with a role that the environment creates", () => {
    const own = stack.ref("aws_imagebuilder_workflow", "arn");
    const built = {
      workflow: [
        { workflow_arn: "arn:aws:imagebuilder:eu-west-1:aws:workflow/build/build-container/x.x.x" },
        {
          workflow_arn: own,
          on_failure: "ABORT",
          parallel_group: "tests",
          parameter: [{ name: "waitForApproval", value: "true" }],
        },
      ],
    };
    const [role] = stack.addresses("aws_iam_role").filter((address) => address.includes("workflows"));
    expect(stack.resource("aws_imagebuilder_image_pipeline")).toMatchObject({
      ...built,
      execution_role: `\${${role ?? ""}.arn}`,
    });
    expect(stack.resource("aws_imagebuilder_image")).toMatchObject(built);
    const waitsFor = stack.resource("aws_imagebuilder_image_pipeline").depends_on as string[];
    expect(waitsFor.filter((address) => address.startsWith("aws_iam_role_policy.workflows_"))).toHaveLength(1);
  });

  it("runs with a role that only Image Builder may assume, for this account, and that may pass on only one role", () => {
    const role = stack.resources("aws_iam_role").find(({ path }) => path === "/imageBuilder/");
    expect(role).toMatchObject({ name: "test-image-builder-workflows" });
    expect(JSON.parse(String(role?.assume_role_policy))).toMatchObject({
      Statement: [
        {
          Principal: { Service: "imagebuilder.amazonaws.com" },
          Condition: { StringEquals: { "aws:SourceAccount": "123456789012" } },
        },
      ],
    });
    const policies = stack.resources("aws_iam_role_policy").map(({ policy }) => String(policy));
    const { Statement } = JSON.parse(policies.find((policy) => policy.includes("RunInstances")) ?? "{}") as {
      Statement: readonly { Action: string[]; Resource: string[] }[];
    };
    const passes = Statement.filter(({ Action }) => Action.includes("iam:PassRole"));
    expect(passes.map(({ Resource }) => Resource)).toEqual([
      ["arn:aws:iam::123456789012:role/executionServiceEC2Role/test-image-builder"],
    ]);
    expect(Statement.filter(({ Action }) => Action.some((action) => action.startsWith("*")))).toEqual([]);
  });

  it.each<[string, string[], boolean[]]>([
    // Whether the role may write to the log groups of its own image, of an image in test-critical, and of critical-api,
    // if it has that image.
    ["not to those of an environment whose name starts the same way", ["web"], [true, false, false]],
    [
      "to those of its own image whose full name could also belong to the other environment",
      ["web", "critical-api"],
      [true, false, true],
    ],
  ])("lets the role write to its own log groups, and %s", (_what, names, expected) => {
    const app = testApp();
    const environment = new TestEnvironment(app, { images: names.map((name) => imageWith({ workflows }, name)) });
    new TestEnvironment(app, { environment: "test-critical", images: [imageWith({ repository: "other" }, "db")] });
    new TestEnvironment(app, { environment: "test-far", account: "999999999999", images: [imageWith({}, "db")] });
    const text = new SynthesizedStack(environment)
      .resources("aws_iam_role_policy")
      .map(({ policy }) => String(policy))
      .find((policy) => policy.includes("RunInstances"));
    const arn = (name: string, stream: string) =>
      `arn:aws:logs:eu-west-1:123456789012:log-group:/aws/imagebuilder/${name}${stream}`;
    const writes = (name: string) =>
      ["", ":log-stream:1.0.0"].map((stream) =>
        allow(statementsOf(text ?? ""), { action: "logs:PutLogEvents", resource: arn(name, stream), context: {} }),
      );
    expect(["test-web", "test-critical-db", "test-critical-api"].map(writes)).toEqual(
      expected.map((one) => [one, one]),
    );
    expect(writes("pipeline/test-critical-db")).toEqual([false, false]);
    expect(writes("test-far-db")).toEqual([true, true]);
  });

  it("omits the role from an environment whose images have no workflows", () => {
    expect(synthesize({}).counts()).toMatchObject({ aws_iam_role: 1, aws_iam_role_policy: 1 });
  });

  it("grants the role the additional permissions for the environment's workflows, and lets a deploy do so", () => {
    const managed = "arn:aws:iam::aws:policy/AWSLambdaRole";
    const statements = [
      { actions: ["lambda:InvokeFunction"], resources: ["arn:aws:lambda:eu-west-1:123456789012:function:f"] },
    ];
    const more = synthesize({ workflows }, { workflowPermissions: { managedPolicies: [managed], statements } });
    const policy = more.resources("aws_iam_role_policy").find(({ name }) => name === "workflow-permissions");
    expect(JSON.parse(String(policy?.policy))).toEqual({
      Version: "2012-10-17",
      Statement: [{ Effect: "Allow", Action: statements[0]?.actions, Resource: statements[0]?.resources }],
    });
    expect(more.resources("aws_iam_role_policy_attachment").map(({ policy_arn }) => policy_arn)).toContain(managed);
    const waitsFor = more.resource("aws_imagebuilder_image_pipeline").depends_on as string[];
    expect(waitsFor.filter((address) => address.includes("workflows_"))).toHaveLength(3);
    const { document, unknown, unreached } = stackPolicy("test", readStackConfig(more.text));
    expect([...unknown, ...unreached]).toEqual([]);
    const role = "arn:aws:iam::123456789012:role/imageBuilder/test-image-builder-workflows";
    expect(allows(document, "iam:AttachRolePolicy", role)).toBe(true);
    // Without workflows there is no role to grant it to.
    expect(synthesize({}, { workflowPermissions: { statements } }).counts()).toMatchObject({ aws_iam_role: 1 });
  });

  it("is deployed with permissions on its workflows, and with permission to pass the role only to Image Builder", () => {
    const { document, unknown, unreached } = stackPolicy("test", readStackConfig(stack.text));
    expect([...unknown, ...unreached]).toEqual([]);
    const place = "arn:aws:imagebuilder:eu-west-1";
    const mine = `${place}:123456789012:workflow/test/test-web-approve/1.0.0/1`;
    expect(allows(document, "imagebuilder:CreateWorkflow", mine)).toBe(true);
    expect(allows(document, "imagebuilder:CreateWorkflow", mine.replace("/test-web", "/prod-web"))).toBe(false);
    expect(allows(document, "imagebuilder:GetWorkflow", `${place}:aws:workflow/build/build-container/1.0.2/1`)).toBe(
      true,
    );
    const passes = document.Statement.filter(({ Action }) => Action.includes("iam:PassRole"));
    expect(
      passes.map(({ Resource, Condition }) => [Resource, Condition?.StringEquals?.["iam:PassedToService"]]),
    ).toEqual([
      [
        [
          "arn:aws:iam::123456789012:instance-profile/executionServiceEC2Role/test-image-builder",
          "arn:aws:iam::123456789012:role/executionServiceEC2Role/test-image-builder",
        ],
        ["ec2.amazonaws.com"],
      ],
      [["arn:aws:iam::123456789012:role/imageBuilder/test-image-builder-workflows"], ["imagebuilder.amazonaws.com"]],
    ]);
  });

  it("moves the versions of the workflow and the recipe if the document changes, but not if the order changes", () => {
    const file = `${temporaryFolder()}/image-versions.lock`;
    const versionsOf = (all: ImageDefinition["workflows"]): Record<string, unknown> => {
      const lock = VersionLock.open(file, { frozen: false, withoutHistory: true });
      const made = synthesize({ workflows: all }, {}, lock);
      lock.write();
      const version = (type: string) => made.resources(type).map((one) => one.version)[0];
      return { workflow: version("aws_imagebuilder_workflow"), recipe: version("aws_imagebuilder_container_recipe") };
    };
    const [build, approve] = workflows;
    if (build === undefined || approve === undefined) throw new Error("two workflows");
    const first = versionsOf([build, approve]);
    expect(first).toEqual({ workflow: "1.0.0", recipe: "1.0.0" });
    expect(versionsOf([approve, build])).toEqual(first);
    const changed = versionsOf([build, { ...approve, document: "approve-later.yaml", name: "approve" }]);
    expect(changed.workflow).toMatch(/^1\.0\.1\d{4}$/);
    expect(changed.recipe).toMatch(/^1\.0\.1\d{4}$/);
    expect(versionsOf([build])).toMatchObject({ recipe: expect.stringMatching(/^1\.0\.2\d{4}$/) as unknown });
  });

  it("switches back to Image Builder's own workflows by name, because the provider cannot remove workflows from a pipeline", () => {
    const file = `${temporaryFolder()}/image-versions.lock`;
    const open = () => VersionLock.open(file, { frozen: false, withoutHistory: true });
    const synthesized = (definition: Partial<ImageDefinition>): SynthesizedStack => {
      const lock = open();
      const made = synthesize(definition, {}, lock);
      lock.write();
      return made;
    };
    synthesized({ workflows });
    const arn = "arn:aws:imagebuilder:eu-west-1:aws:workflow";
    for (const [definition, names] of [
      [{}, ["build/build-container", "test/test-container"]],
      [{ tests: { enabled: false } }, ["build/build-container"]],
    ] as const) {
      const back = synthesized(definition);
      const used = names.map((name) => ({ workflow_arn: `${arn}/${name}/x.x.x` }));
      expect(back.resource("aws_imagebuilder_image_pipeline")).toMatchObject({
        workflow: used,
        execution_role: expect.any(String) as unknown,
      });
      expect(back.counts().aws_imagebuilder_workflow).toBeUndefined();
    }
  });
});

describe("The permissions for an environment's workflows", () => {
  const [build, test] = [{ managed: "build-container" }, { managed: "test-container" }] as const;
  const page = fs.readFileSync(path.join(__dirname, "../../docs/workflows.md"), "utf8");
  const gate = /## A gate on findings[^]*?```yaml\n([^]*?)```[^]*?```ts\n([^]*?)```/.exec(page);
  const settings = parse(`{${gate?.[2] ?? ""}}`) as Partial<EnvironmentSettings>;

  function reportedOf(document: string, given: Partial<EnvironmentSettings> = {}): string {
    const folder = temporaryFolder();
    fs.writeFileSync(
      path.join(folder, "Dockerfile"),
      "FROM {{{ imagebuilder:parentImage }}}\n{{{ imagebuilder:environments }}}\n{{{ imagebuilder:components }}}\n",
    );
    fs.writeFileSync(path.join(folder, "gate.yaml"), document);
    const definition: ImageDefinition = {
      components: [{ managed: "update-linux" }],
      workflows: [build, test, { document: "gate.yaml", type: "TEST" }],
    };
    const image = resolveImage({ name: "web", folder, definition });
    return reported({ images: [image], ...given }).replaceAll(`${folder}/`, "");
  }

  it("are sufficient for the gate shown on the page", () => {
    expect(reportedOf(gate?.[1] ?? "")).toBe(
      [
        "warning gate.yaml:7:24 steps[0].inputs.stateMachineArn IB-WORKFLOW-PERMISSION",
        '  found:   the step "Decide", which the workflow role in test may not run: it needs states:StartExecution and states:DescribeExecution',
        "  allowed: steps that the role has permissions for",
        "  fix:     write workflowPermissions: { statements: [{ " +
          'actions: ["states:StartExecution", "states:DescribeExecution"], resources: [' +
          '"arn:aws:states:eu-west-1:111122223333:stateMachine:image-gate", ' +
          '"arn:aws:states:eu-west-1:111122223333:execution:image-gate:*"] }] } in main.ts',
      ].join("\n"),
    );
    expect(reportedOf(gate?.[1] ?? "", settings)).toBe("");
  });

  it.each([
    [
      "{ name: Run, action: RunCommand, inputs: { instanceId: i-1, documentName: acme-harden } }",
      "arn:aws:ssm:eu-west-1:123456789012:document/acme-harden",
    ],
    [
      "{ name: Run, action: RunCommand, inputs: { instanceId: i-1, documentName: AWS-UpdateSSMAgent } }",
      "arn:aws:ssm:eu-west-1::document/AWS-UpdateSSMAgent",
    ],
    [
      "{ name: Ask, action: WaitForAction, inputs: { lambdaFunctionName: approve } }",
      "arn:aws:lambda:eu-west-1:123456789012:function:approve",
    ],
  ])("are insufficient for the step %s", (step, arn) => {
    const document = `schemaVersion: 1.0\nsteps:\n  - ${step}\n`;
    const actions = arn.includes(":lambda:") ? "lambda:InvokeFunction" : "ssm:SendCommand";
    expect(reportedOf(document)).toContain(`actions: ["${actions}"], resources: ["${arn}"]`);
    const given = (resource: string, effect?: "Deny") => ({
      workflowPermissions: { statements: [{ actions: [actions], resources: [resource], effect }] },
    });
    expect(reportedOf(document, given(arn))).toBe("");
    expect(reportedOf(document, given("*"))).toBe("");
    expect(reportedOf(document, given(`${arn}-other`))).toContain("IB-WORKFLOW-PERMISSION");
    expect(reportedOf(document, given(arn, "Deny"))).toContain("IB-WORKFLOW-PERMISSION");
    const managedPolicies = ["arn:aws:iam::aws:policy/AWSLambdaRole"];
    expect(reportedOf(document, { workflowPermissions: { managedPolicies } })).toBe("");
  });

  it.each([
    "{ name: Run, action: RunCommand, inputs: { instanceId: i-1, documentName: AWS-RunShellScript } }",
    "{ name: Run, action: RunCommand, inputs: { instanceId: i-1, documentName.$: $.parameters.document } }",
    "{ name: Ask, action: WaitForAction }",
    "{ name: Start, action: ExecuteStateMachine, inputs: { stateMachineArn.$: $.parameters.document } }",
  ])("are sufficient for the step %s, or cannot be known before the build", (step) => {
    const parameters = "parameters: [{ name: document, type: string, default: x }]\n";
    expect(reportedOf(`schemaVersion: 1.0\n${parameters}steps:\n  - ${step}\n`)).toBe("");
  });
});

describe("The checks for an image's workflows", () => {
  it("accept Amazon's build plus an approval", () => {
    expect(reportedOf({ workflows })).toBe("");
  });

  it("warn about a stage without a workflow, because the list replaces all of Image Builder's own", () => {
    const [, approve] = workflows;
    if (approve === undefined) throw new Error("an approval");
    expect(reportedOf({ workflows: [approve] })).toBe(
      [
        "warning packages/testing/fixtures/workflows/image.ts workflows IB-WORKFLOW-STAGE",
        "  found:   no workflow of type BUILD, but the list replaces all of Image Builder's own workflows",
        "  allowed: one workflow for each stage that the image needs",
        '  fix:     add { managed: "build-container" }',
      ].join("\n"),
    );
    const build = { managed: "build-container" } as const;
    expect(reportedOf({ workflows: [build] })).toContain('add { managed: "test-container" }');
    expect(reportedOf({ workflows: [build], tests: { enabled: false } })).toBe("");
  });

  it("refuse a duplicate workflow, test settings in other stages, and invalid versions and ARNs", () => {
    const build = { managed: "build-container" } as const;
    const test = { managed: "test-container" } as const;
    expect(reportedOf({ workflows: [build, test, build] })).toContain(
      'workflows[2] IB-WORKFLOW-TWICE\n  found:   "build-container" again, after workflows[0]',
    );
    expect(reportedOf({ workflows: [{ ...build, onFailure: "CONTINUE" }, test] })).toContain(
      "workflows[0].onFailure IB-WORKFLOW-TESTS\n  found:   onFailure on a BUILD workflow\n  allowed: TEST workflows only",
    );
    expect(reportedOf({ workflows: [build, { ...test, parallelGroup: "-" }] })).toContain("IB-WORKFLOW-GROUP");
    expect(reportedOf({ workflows: [{ ...build, version: "latest" }, test] })).toContain(
      "workflows[0].version IB-VERSION",
    );
    expect(reportedOf({ workflows: [build, { arn: "test-container" }] })).toContain(
      'workflows[1].arn IB-WORKFLOW-ARN\n  found:   "test-container"',
    );
    const old =
      "found:   the version 1.0.2 of an AWS workflow\n  allowed: x.x.x: as far as we know, AWS rejects every other version";
    expect(reportedOf({ workflows: [{ ...build, version: "1.0.2" }, test] })).toMatch(
      /^warning \S+ workflows\[0\]\.version IB-WORKFLOW-MANAGED\n/,
    );
    expect(reportedOf({ workflows: [{ ...build, version: "1.0.2" }, test] })).toContain(old);
    const of = (owner: string, version: string) =>
      reportedOf({ workflows: [build, { arn: `arn:aws:imagebuilder:eu-west-1:${owner}:workflow/test/t/${version}` }] });
    expect(of("aws", "1.0.2")).toContain(old);
    expect(of("aws", "1.0.2/1")).toContain("IB-WORKFLOW-MANAGED");
    expect(of("aws", "x.x.x")).toBe("");
    expect(of("123456789012", "1.0.2")).toBe("");
    const elsewhere = "arn:aws-cn:imagebuilder:cn-north-1:aws:workflow/test/test-container/1.0.2/1";
    expect(reportedOf({ workflows: [build, { arn: elsewhere }] })).toContain("IB-ARN-PLACE");
  });

  it("report mistakes in a document with their lines, and a missing document", () => {
    const build = { managed: "build-container" } as const;
    const typed = { type: "TEST" } as const;
    expect(reportedOf({ workflows: [build, { ...typed, document: "wrong.yaml" }] })).toContain(
      "error packages/testing/fixtures/workflows/wrong.yaml:4:13 steps[0].action IB-DOC-ACTION",
    );
    expect(reportedOf({ workflows: [build, { ...typed, document: "none.yaml" }] })).toContain(
      'workflows[1].document IB-FILE-READ\n  found:   "none.yaml" cannot be read: there is no such file',
    );
  });
});

describe("Image Builder's other fields", () => {
  it("are omitted by default, and set if an environment or image sets them", () => {
    const others = ["placement", "key_pair", "sns_topic_arn"];
    const plain = synthesize({}).resource("aws_imagebuilder_infrastructure_configuration");
    expect(Object.keys(plain).filter((name) => others.includes(name))).toEqual([]);
    const snsTopicArn = "arn:aws:sns:eu-west-1:123456789012:builds";
    const stack = synthesize(
      { enhancedImageMetadata: false, distributionDescription: "The web server of ${team}" },
      {
        instanceTypes: ["m5.large"],
        placement: { tenancy: "dedicated", availabilityZone: "eu-west-1a" },
        keyPair: "builds",
        snsTopicArn,
      },
    );
    expect(stack.resource("aws_imagebuilder_infrastructure_configuration")).toMatchObject({
      placement: { tenancy: "dedicated", availability_zone: "eu-west-1a" },
      key_pair: "builds",
      sns_topic_arn: snsTopicArn,
    });
    const description = "The web server of $${team}";
    expect(stack.resource("aws_imagebuilder_distribution_configuration")).toMatchObject({
      description,
      distribution: [{ container_distribution_configuration: { description } }],
    });
    for (const type of ["aws_imagebuilder_image", "aws_imagebuilder_image_pipeline"]) {
      expect(stack.resource(type)).toMatchObject({ enhanced_image_metadata_enabled: false });
    }
  });

  it("are refused if they contradict each other or are not in the environment's region", () => {
    const found = (settings: Partial<EnvironmentSettings>): string => reportedOf({}, settings);
    expect(found({ placement: { availabilityZone: "us-east-1a" } })).toBe(
      [
        "error main.ts placement.availabilityZone IB-PLACEMENT",
        '  found:   "us-east-1a"',
        "  allowed: a zone in eu-west-1, such as eu-west-1a",
      ].join("\n"),
    );
    expect(found({ placement: { hostId: "h-0123456789abcdef0" } })).toContain(
      "placement.tenancy IB-PLACEMENT\n  found:   hostId with the tenancy default\n  allowed: host",
    );
    expect(found({ placement: { tenancy: "host", hostId: "host" } })).toContain("placement.hostId IB-PLACEMENT");
    const group = "arn:aws:resource-groups:eu-west-1:123456789012:group/hosts";
    const host = { tenancy: "host", hostId: "h-0123456789abcdef0", hostResourceGroupArn: group } as const;
    expect(found({ placement: host })).toContain("hostId together with hostResourceGroupArn");
    const instanceTypes = ["t3.micro"];
    expect(found({ instanceTypes, placement: { tenancy: "host", hostResourceGroupArn: group } })).toBe("");
    const elsewhere = group.replace("eu-west-1", "us-east-1");
    expect(found({ instanceTypes, placement: { tenancy: "host", hostResourceGroupArn: elsewhere } })).toBe(
      [
        "error main.ts placement.hostResourceGroupArn IB-PLACEMENT",
        `  found:   "${elsewhere}"`,
        "  allowed: the ARN of a host resource group in eu-west-1, arn:aws:resource-groups:eu-west-1:…:group/<name>",
      ].join("\n"),
    );
    expect(found({ keyPair: "" })).toContain("keyPair IB-KEY-PAIR");
    expect(found({ snsTopicArn: "arn:aws:sns:us-east-1:123456789012:builds" })).toContain(
      'IB-TOPIC\n  found:   the topic "arn:aws:sns:us-east-1:123456789012:builds"\n  allowed: the ARN of a standard topic in eu-west-1, such as arn:aws:sns:eu-west-1:123456789012:builds',
    );
    expect(found({ snsTopicArn: "builds" })).toContain("snsTopicArn IB-TOPIC");
  });

  it.each(["dedicated", "host"] as const)(
    "are refused if all instance types are T2 and the tenancy is %s",
    (tenancy) => {
      const placement = { tenancy };
      expect(reportedOf({}, { placement })).toBe(
        [
          "error main.ts instanceTypes IB-PLACEMENT",
          `  found:   only t2.micro for the tenancy ${tenancy} in test`,
          "  allowed: at least one type that EC2 runs on dedicated hardware, where it does not run T2",
          '  fix:     write instanceTypes: ["m5.large"], or another type that the region has on dedicated hardware',
        ].join("\n"),
      );
      expect(reportedOf({}, { placement, instanceTypes: ["t2.micro", "m5.large"] })).toBe("");
      expect(reportedOf({}, { placement: { tenancy: "default" } })).toBe("");
      expect(reportedOf({ instanceTypes: ["t2.small"] }, { placement, instanceTypes: ["m5.large"] })).toContain(
        `image.ts instanceTypes IB-PLACEMENT\n  found:   only t2.small for the tenancy ${tenancy} in test`,
      );
    },
  );
});
