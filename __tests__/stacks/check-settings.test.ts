import { findingsOf } from "../../constructs/attach";
import type { StateSettings } from "../../stacks/environment/environment-settings";
import { place, reported, testApp, TestEnvironment, testImage } from "@pipelines/testing/stack";
import { helloWorld } from "@pipelines/testing/fixture-app";

/** The file that findings about `TestEnvironment` point to. */
const file = "main.ts";

function finding(field: string, code: string, found: string, allowed: string, fix?: string): string {
  const lines = [`error ${file} ${field} ${code}`, `  found:   ${found}`, `  allowed: ${allowed}`];
  return [...lines, ...(fix === undefined ? [] : [`  fix:     ${fix}`])].join("\n");
}

const web = testImage({}, "web");

describe("The checks for an environment", () => {
  it("accept one image in one environment", () => {
    expect(reported({})).toBe("");
  });

  it("refuse a name that cannot be the first part of all other names", () => {
    expect(reported({ environment: "Test Environment" })).toContain(
      finding(
        "environment",
        "IB-ENVIRONMENT-NAME",
        'the environment "Test Environment"',
        "1 to 32 characters: lower-case letters, digits and single hyphens between them, beginning with a letter",
      ),
    );
  });

  it("refuse instance types with two architectures, and a parent or an AMI with a different architecture", () => {
    expect(reported({ instanceTypes: ["t3.micro", "t4g.micro"] })).toBe(
      finding(
        "instanceTypes",
        "IB-ARCHITECTURE-MIXED",
        "t4g.micro for arm64 and t3.micro for x86_64",
        "one architecture: Image Builder uses whichever type is available, so the architecture of the images could change",
      ),
    );
    const arm = testImage({ parentImage: "arm64v8/ubuntu:24.04" });
    expect(reported({ images: [arm], instanceTypes: ["c7g.large"] })).toBe("");
    expect(reported({ images: [arm] })).toBe(
      finding(
        "parentImage",
        "IB-ARCHITECTURE",
        '"arm64v8/ubuntu:24.04" is for arm64, but test builds "web" on t2.micro, which is x86_64',
        "the same architecture for instance types, build AMI and parent image",
      ).replace(file, `${helloWorld}/image.ts`),
    );
    const image = "ssm:/aws/service/ecs/optimized-ami/amazon-linux-2023/arm64/recommended";
    expect(reported({ images: [testImage({ buildInstance: { image } })] })).toContain("buildInstance IB-ARCHITECTURE");
  });

  it("refuse a duplicate image, and names that AWS considers identical", () => {
    const allowed = "names that differ in more than case, spaces, - and _";
    expect(reported({ images: [web, web] })).toBe(
      finding("images[1]", "IB-NAME-TWICE", 'image "web" a second time', allowed, "list it once"),
    );
    const images = [testImage({ repository: "one" }, "web_app"), testImage({ repository: "two" }, "Web-App")];
    expect(reported({ images })).toBe(
      finding(
        "images[1]",
        "IB-NAME-TWICE",
        'image "Web-App" and image "web_app": both are "test-web-app" in AWS',
        allowed,
        "rename one of them",
      ),
    );
  });

  it("leave a name that no environment could use to the image's own checks", () => {
    const heads = (image: ReturnType<typeof testImage>) =>
      reported({ images: [image] })
        .match(/^error .*$/gm)
        ?.map((line) => line.split(" ").slice(2).join(" "));
    expect(heads(testImage({ repository: "web" }, "web.v2"))).toEqual(["name IB-PART-NAME"]);
    const components = [{ document: "hello-world.yaml", name: "say.hello" }];
    expect(heads(testImage({ components }, "web"))).toEqual(["components[0].name IB-PART-NAME"]);
  });

  it("refuse components of two images that end up with the same name", () => {
    const component = (name: string) => ({ components: [{ document: "hello-world.yaml", name }] });
    const images = [
      testImage({ ...component("b-c"), repository: "one" }, "a"),
      testImage({ ...component("c"), repository: "two" }, "a-b"),
    ];
    expect(reported({ images })).toBe(
      finding(
        "component c",
        "IB-NAME-TWICE",
        'component "c" of "a-b" and component "b-c" of "a": both are "test-a-b-c" in AWS',
        "names that differ in more than case, spaces, - and _",
        "rename one of them",
      ).replace(file, `${helloWorld}/image.ts`),
    );
  });

  it("refuse a name that is too long only because of the environment's prefix", () => {
    expect(reported({ images: [testImage({}, "x".repeat(120))] })).toContain('the name "test-xxx');
  });

  it("refuse two images in one repository, whatever their tags", () => {
    const shared = (containerTags: string[], name: string) => testImage({ repository: "base", containerTags }, name);
    const refused = finding(
      "images[1]",
      "IB-REPOSITORY-SHARED",
      '"two" and "one" both push to "base"',
      "one repository per image: both push their build version as a tag, and would take 1.0.0-1 from each other",
      'write repository: "base-two" for one of them',
    );
    expect(reported({ images: [shared(["one"], "one"), shared(["two"], "two")] })).toBe(refused);
    expect(reported({ images: [shared([], "one"), shared([], "two")] })).toBe(refused);
  });

  it("warn about instance types that the region probably does not have, and about unknown families", () => {
    const allowed = "t3, t3a or t4g, or another type in the region";
    const has = (region: string) => `the instance type "t2.micro", which ${region} probably does not have`;
    expect(reported({ region: "eu-north-1" })).toBe(
      finding("instanceTypes[0]", "IB-INSTANCE-REGION", has("eu-north-1"), allowed, "write t3.micro").replace(
        "error",
        "warning",
      ),
    );
    expect(reported({ region: "eu-west-1" })).toBe("");
    expect(reported({ instanceTypes: ["t9.micro"] })).toBe(
      finding(
        "instanceTypes[0]",
        "IB-INSTANCE-FAMILY",
        'the instance type "t9.micro", whose family is not known in any region',
        "t1 to t4, if they exist",
        "add newer families in packages/facts/instance-types.ts",
      ).replace("error", "warning"),
    );
  });

  it("refuse notifications without a state, and a duplicate address", () => {
    expect(
      reported({
        notifications: {
          emails: ["a@example.com", "b@example.com", "a@example.com"],
          states: [],
          disabledPipelines: false,
        },
      }),
    ).toBe(
      [
        finding(
          "notifications.emails[2]",
          "IB-EMAIL-TWICE",
          '"a@example.com" a second time',
          "each address once: it gets each mail only once",
          "leave it out",
        ),
        finding(
          "notifications.states",
          "IB-NOTIFICATION-STATES",
          "only an empty list, so no notification is ever sent",
          "at least one of FAILED, AVAILABLE and CANCELLED, or disabledPipelines, or findings",
          "omit it to use the default",
        ),
      ].join("\n"),
    );
    for (const email of ["platform", "@example.com", "a@b", "a b@example.com", "a@b@example.com", "a@.com"]) {
      expect(reported({ notifications: { emails: [email] } })).toContain("notifications.emails[0] IB-EMAIL\n");
    }
  });

  it("refuse ARNs from another region or partition", () => {
    const parent = (place: string) => `arn:${place}:aws:image/al2023/x.x.x`;
    const here = (parentImage: string, region = "eu-west-1") =>
      reported({ region, images: [testImage({ parentImage })] });
    const arn = parent("aws:imagebuilder:eu-west-1");
    expect(here(arn)).toBe("");
    expect(here(arn, "eu-west-2")).toBe(
      finding(
        "parentImage",
        "IB-ARN-PLACE",
        `"${arn}" in eu-west-1`,
        "an image in eu-west-2: Image Builder images are regional",
        "write arn:aws:imagebuilder:eu-west-2:…",
      ).replace(file, `${helloWorld}/image.ts`),
    );
    expect(here(parent("aws-cn:imagebuilder:cn-north-1"))).toContain("in the partition aws-cn");
    const component = "arn:aws-us-gov:imagebuilder:us-gov-west-1:aws:component/x/1.0.0";
    expect(reported({ images: [testImage({ components: [{ arn: component }] })] })).toContain(
      "components[0].arn IB-ARN-PLACE",
    );
  });

  it("warn about a schedule that waits for updates that never come", () => {
    const schedule = {
      expression: "rate(1 day)",
      startCondition: "EXPRESSION_MATCH_AND_DEPENDENCY_UPDATES_AVAILABLE",
    } as const;
    const starts = (definition: Parameters<typeof testImage>[0]) =>
      reported({ images: [testImage({ schedule, ...definition })] });
    expect(starts({})).toBe(
      finding(
        "schedule",
        "IB-START-NEVER",
        'EXPRESSION_MATCH_AND_DEPENDENCY_UPDATES_AVAILABLE for "web", whose parent and components have no version with an x',
        "EXPRESSION_MATCH_ONLY: without an x, no update ever starts the pipeline",
        'write startCondition: "EXPRESSION_MATCH_ONLY"',
      )
        .replace(file, `${helloWorld}/image.ts`)
        .replace("error", "warning"),
    );
    expect(reported({ schedule })).toContain("IB-START-NEVER");
    expect(starts({ components: [{ managed: "update-linux", version: "1.0.0" }] })).toContain("IB-START-NEVER");
    expect(starts({ components: [{ managed: "update-linux" }] })).toBe("");
    const parentImage = `arn:aws:imagebuilder:${place.region}:aws:image/amazon-linux-2023/2023.x.x`;
    expect(starts({ parentImage })).toBe("");
  });

  it("refuse resources that two environments in one account and region would take from each other", () => {
    const here = `test, which is also in ${place.account} ${place.region}`;
    const existing = [testImage({ repository: { existing: "web" } }, "web")];
    expect(reported({}, { environment: "other", images: existing })).toBe(
      finding(
        "images",
        "IB-REPOSITORY-TAKEN",
        `the repository "web" also belongs to ${here}`,
        "separate repositories for each environment in an account and region",
      ),
    );
    // Reported once, no matter how many environments and images there are.
    const shared = reported({}, { environment: "other" }, { environment: "third" }).split(/^error /m);
    expect([...new Set(shared.slice(1).map((one) => one.trimEnd()))]).toEqual([
      expect.stringMatching(/^stacks\/accounts\.ts project\.repositoryPrefix IB-REPOSITORY-TAKEN\n/),
    ]);
    expect(reported({}, { environment: "other", account: "999999999999" })).toBe("");
    const images = [testImage({ repository: "two" }, "a-web")];
    expect(reported({ environment: "test-a" }, { images })).toContain(
      `IB-NAME-TAKEN\n  found:   the recipe "test-a-web" also belongs to test-a, which is also in ${place.account} ${place.region}`,
    );
    // Each combines an image name with the name of one of its parts.
    const parts = (kind: "component" | "workflow", name: string) => {
      const documents = [{ document: "hello-world.yaml", name: kind === "component" ? name : "hello" }];
      const workflow = {
        document: "../../packages/testing/fixtures/workflows/approve.yaml",
        name,
        type: "TEST",
      } as const;
      return { components: documents, workflows: kind === "workflow" ? [workflow] : [] };
    };
    for (const kind of ["component", "workflow"] as const) {
      const [one, other] = [
        testImage(parts(kind, "x"), "web"),
        testImage({ repository: "two", ...parts(kind, "web-x") }, "a"),
      ];
      expect(reported({ environment: "test-a", images: [one] }, { images: [other] })).toContain(
        `IB-NAME-TAKEN\n  found:   the ${kind} "test-a-web-x" also belongs to test-a, which is also in ${place.account} ${place.region}`,
      );
    }
    // AWS keeps recipe names and component names separate.
    const component = testImage({ repository: "two", ...parts("component", "web") }, "a");
    expect(reported({ environment: "test-a" }, { images: [component] })).toBe("");
  });

  it("accept environments in the same account and region if their repositories have a prefix", () => {
    const environments = ["dev", "staging"].map((environment) => ({ environment, repositoryPrefix: environment }));
    expect(reported({}, ...environments)).toBe("");
    expect(reported({}, { environment: "other", repositoryPrefix: undefined })).toContain("IB-REPOSITORY-TAKEN");
  });

  it("refuse a prefix that makes every repository name invalid", () => {
    expect(reported({ repositoryPrefix: "Team/" })).toBe(
      finding(
        "repositoryPrefix",
        "IB-REPOSITORY-NAME",
        'the repository name "Team//web"',
        "2 to 256 characters: lower-case letters and digits, with . _ - between them and / between path segments",
      ),
    );
  });

  it("refuse a name that a state bucket's stack could have", () => {
    expect(reported({ environment: "state-123456789012-eu-west-1" })).toContain(
      finding(
        "environment",
        "IB-ENVIRONMENT-NAME",
        'the environment "state-123456789012-eu-west-1", which is the name of a state bucket\'s stack',
        "any name but state-<account>-<region>",
      ),
    );
  });

  it.each<[string, StateSettings, StateSettings, string]>([
    [
      "the same key in one bucket",
      { s3: { bucket: "ours", key: "a" } },
      { s3: { bucket: "ours", key: "a" } },
      "s3://ours/a",
    ],
    [
      "the default of the other",
      { s3: {} },
      { s3: { bucket: "image-builder-state-123456789012-eu-west-1", key: "test/terraform.tfstate" } },
      "s3://image-builder-state-123456789012-eu-west-1/test/terraform.tfstate",
    ],
    [
      "the same workspace in one organization and host",
      { hcpTerraform: { organization: "Acme", workspace: "a" } },
      { hcpTerraform: { organization: "acme", workspace: "a", hostname: "app.terraform.io" } },
      "app.terraform.io/acme/a",
    ],
  ])("refuse a state that also belongs to another environment: %s", (_what, first, second, state) => {
    const other = { environment: "other", account: "999999999999" };
    expect(reported({ state: first }, { ...other, state: second })).toBe(
      finding(
        "state",
        "IB-STATE-TAKEN",
        `the state ${state} also belongs to test`,
        "a separate state for each stack: a deploy of one would destroy the other",
      ),
    );
  });

  it.each<[string, StateSettings, StateSettings]>([
    ["other keys", { s3: { bucket: "ours" } }, { s3: { bucket: "ours" } }],
    ["other buckets", { s3: { bucket: "ours", key: "a" } }, { s3: { bucket: "theirs", key: "a" } }],
    ["other workspaces", { hcpTerraform: { organization: "a" } }, { hcpTerraform: { organization: "a" } }],
    [
      "other hosts",
      { hcpTerraform: { organization: "a", workspace: "x" } },
      { hcpTerraform: { organization: "a", workspace: "x", hostname: "tfe.example.com" } },
    ],
  ])("accept two different states: %s", (_what, first, second) => {
    expect(reported({ state: first }, { environment: "other", account: "999999999999", state: second })).toBe("");
  });

  const key = "1 to 1017 bytes, with no / at either end, no control characters, and no ${ or %{";
  it.each<[StateSettings, string, string, string, string, string?]>([
    [{ s3: { key: "" } }, "state.s3.key", "IB-STATE-KEY", 'the key ""', key],
    [{ s3: { key: "/dev" } }, "state.s3.key", "IB-STATE-KEY", 'the key "/dev"', key],
    [{ s3: { key: "${path.root}" } }, "state.s3.key", "IB-STATE-KEY", 'the key "${path.root}"', key],
    [
      { s3: { bucket: "" } },
      "state.s3.bucket",
      "IB-BUCKET-NAME",
      'the bucket name "" has 0 characters',
      "3 to 63 characters: lower-case letters, digits, hyphens and single dots, with a letter or digit at both ends",
    ],
    [
      { s3: { account: "1" } },
      "state.s3.account",
      "IB-ACCOUNT",
      'the account id "1"',
      "12 digits, as shown by `aws sts get-caller-identity`",
    ],
    [
      { hcpTerraform: { organization: "" } },
      "state.hcpTerraform.organization",
      "IB-STATE-HCP",
      'the organization ""',
      "1 to 90 letters, digits, - and _",
    ],
    [
      { hcpTerraform: { organization: "acme", workspace: "my images" } },
      "state.hcpTerraform.workspace",
      "IB-STATE-HCP",
      'the workspace "my images"',
      "1 to 90 letters, digits, - and _",
    ],
    [
      { hcpTerraform: { organization: "acme", hostname: "https://tfe.example.com/app" } },
      "state.hcpTerraform.hostname",
      "IB-STATE-HCP",
      'the hostname "https://tfe.example.com/app"',
      "a host name, such as tfe.example.com",
      'write "tfe.example.com"',
    ],
  ])("refuse an invalid state: %j", (state, ...words) => {
    expect(reported({ state })).toBe(finding(...words));
  });

  it("refuse consumers that are not ids, so that no one can allow everyone, and refuse duplicate consumers", () => {
    const consumers = {
      accounts: ["*", "4444-5555-6666", "777788889999", "777788889999"],
      organizations: ["*", "o-short"],
      organizationalUnits: ["ou-ab12-11112222", "o-a1b2c3d4e5/r-ab12/ou-ab12-11112222/*", "o-a1b2c3d4e5/*"],
    };
    const unit =
      "its full path starting with the organization, such as o-a1b2c3d4e5/r-ab12/ou-ab12-11112222; this includes the units below it";
    const organization = "the id of an organization, such as o-a1b2c3d4e5";
    const account = "12 digits, as shown by `aws sts get-caller-identity`";
    const path = "o-a1b2c3d4e5/r-ab12/ou-ab12-11112222";
    const of = (kind: string, index: number) => `consumers.${kind}[${index}]`;
    const expected = [
      finding(of("accounts", 0), "IB-ACCOUNT", 'the account id "*"', account),
      finding(of("accounts", 1), "IB-ACCOUNT", 'the account id "4444-5555-6666"', account, 'write "444455556666"'),
      finding(of("accounts", 3), "IB-CONSUMER-TWICE", '"777788889999" a second time', "once"),
      finding(of("organizations", 0), "IB-ORGANIZATION", 'the organization "*"', organization),
      finding(of("organizations", 1), "IB-ORGANIZATION", 'the organization "o-short"', organization),
      finding(
        of("organizationalUnits", 0),
        "IB-ORGANIZATIONAL-UNIT",
        'the organizational unit "ou-ab12-11112222"',
        unit,
      ),
      finding(
        of("organizationalUnits", 1),
        "IB-ORGANIZATIONAL-UNIT",
        `the organizational unit "${path}/*"`,
        unit,
        `write "${path}"`,
      ),
      finding(of("organizationalUnits", 2), "IB-ORGANIZATIONAL-UNIT", 'the organizational unit "o-a1b2c3d4e5/*"', unit),
    ].join("\n");
    expect(reported({ consumers })).toBe(expected);
    expect(reported({ images: [testImage({ consumers })] })).toBe(expected.replaceAll(file, `${helloWorld}/image.ts`));
  });

  it("refuse an Image Builder scan without tests, and notifications about findings without a scan", () => {
    const untested = (field: string, at: string) =>
      finding(
        field,
        "IB-SCAN-TESTS",
        '"web" without tests, and scan: "enhanced"',
        "tests, because Image Builder scans on the test instance",
        'write tests: { enabled: true }, or scan: "basic"',
      ).replace(file, at);
    const tests = { enabled: false };
    expect(reported({ scan: "enhanced", images: [testImage({ tests })] })).toBe(
      untested("tests.enabled", `${helloWorld}/image.ts`),
    );
    expect(reported({ images: [testImage({}, "web", { tests, scan: "enhanced" })] })).toBe(untested("images", file));
    expect(reported({ images: [testImage({ tests })] })).toBe("");
    const notifications = { emails: ["a@example.com"], findings: "high" } as const;
    expect(reported({ notifications })).toBe(
      finding(
        "notifications.findings",
        "IB-FINDINGS-UNSCANNED",
        'findings: "high", but Image Builder scans no image',
        'findings only if at least one image has scan: "enhanced": only Image Builder\'s own scan sends the event',
        'write scan: "enhanced"',
      ),
    );
    expect(reported({ notifications, scan: "enhanced" })).toBe("");
  });

  it("refuse two environments that configure scans for the same registry", () => {
    const one = { registryScan: "basic" } as const;
    const two = { ...one, environment: "other", repositoryPrefix: "other" };
    expect(reported(one, two)).toBe(
      finding(
        "registryScan",
        "IB-REGISTRY-SCAN-TWICE",
        "the registry of 123456789012 eu-west-1 is also configured by test",
        "registryScan in only one environment per account and region: a registry has one configuration",
      ),
    );
    expect(reported(one, { ...two, region: "eu-central-1" })).toBe("");
    expect(reported(one, { ...two, registryScan: undefined })).toBe("");
  });

  it("refuse to grant builds all permissions, no matter how this is written", () => {
    const allowed =
      "the actions that the components call: anyone who can change a component has all permissions of its build";
    const everything = (field: string, what: string) =>
      finding(
        `buildPermissions.${field}`,
        "IB-PERMISSION-ALL",
        `${what}, which lets every build do anything in the account`,
        allowed,
      );
    const managed = "arn:aws:iam::aws:policy/AdministratorAccess";
    const statement = (action: string, effect?: "Deny") => ({ actions: [action], resources: ["*"], effect });
    const statements = [statement("*"), statement("*:*"), statement("*", "Deny"), statement("s3:*")];
    expect(reported({ buildPermissions: { managedPolicies: [managed], statements } })).toBe(
      [
        everything("managedPolicies[0]", `"${managed}"`),
        everything("statements[0].actions[0]", 'the action "*"'),
        everything("statements[1].actions[0]", 'the action "*:*"'),
      ].join("\n"),
    );
  });

  it("refuse build permissions that IAM would reject", () => {
    const policy = (field: string, found: string, fix?: string) =>
      finding(
        field,
        "IB-POLICY-ARN",
        `the policy "${found}"`,
        "the ARN of a managed policy: arn:aws:iam::aws:policy/… or arn:aws:iam::123456789012:policy/…",
        fix,
      );
    const basic = "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore";
    const foreign = "arn:aws:iam::444455556666:policy/x";
    const buildPermissions = {
      managedPolicies: ["ReadOnlyAccess", foreign, basic],
      statements: [
        { actions: ["GetObject"], resources: ["bucket"] },
        { actions: [], resources: [] },
      ],
    };
    const statement = (field: string, found: string, allowed: string) =>
      finding(`buildPermissions.statements${field}`, "IB-PERMISSION", found, allowed);
    expect(reported({ buildPermissions, permissionsBoundary: "boundary" })).toBe(
      [
        policy(
          "permissionsBoundary",
          "boundary",
          'write "arn:aws:iam::aws:policy/boundary" for the AWS policy with that name',
        ),
        policy(
          "buildPermissions.managedPolicies[0]",
          "ReadOnlyAccess",
          'write "arn:aws:iam::aws:policy/ReadOnlyAccess" for the AWS policy with that name',
        ),
        policy("buildPermissions.managedPolicies[1]", foreign),
        finding(
          "buildPermissions.managedPolicies[2]",
          "IB-PERMISSION-TWICE",
          `"${basic}" a second time: every build has it`,
          "each policy once",
          "leave it out",
        ),
        statement("[0].actions[0]", 'the action "GetObject"', "a service and one of its actions, such as s3:GetObject"),
        statement("[0].resources[0]", 'the resource "bucket"', 'an ARN, such as arn:aws:s3:::bucket/*, or "*"'),
        statement("[1].actions", "an empty list", "at least one action"),
        statement("[1].resources", "an empty list", 'at least one ARN, or "*"'),
      ].join("\n"),
    );
  });

  it("apply to workflows as well", () => {
    const statements = [{ actions: ["*"], resources: ["bucket"] }];
    expect(reported({ workflowPermissions: { managedPolicies: ["ReadOnlyAccess"], statements } })).toMatch(
      /workflowPermissions\.managedPolicies\[0\] IB-POLICY-ARN[^]*statements\[0\]\.actions\[0\] IB-PERMISSION-ALL[^]*statements\[0\]\.resources\[0\] IB-PERMISSION\n/,
    );
    const basic = "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore";
    expect(reported({ workflowPermissions: { managedPolicies: [basic] } })).toBe("");
    const resources = Array.from(
      { length: 150 },
      (_, index) => `arn:aws:ssm:eu-west-1:123456789012:document/some-name-${index}`,
    );
    expect(reported({ workflowPermissions: { statements: [{ actions: ["ssm:SendCommand"], resources }] } })).toMatch(
      /^error .* workflowPermissions.statements IB-PERMISSION-SIZE\n {2}found: +policies with 1\d{4} characters, including what every workflow does/,
    );
  });

  it("refuse more statements than fit in a role, and permissions together with an existing instance profile", () => {
    const resources = Array.from({ length: 300 }, (_, index) => `arn:aws:s3:::bucket-${index}/some/key/or/other`);
    const statements = [{ actions: ["s3:GetObject"], resources }];
    expect(reported({ buildPermissions: { statements } })).toMatch(
      /^error .* buildPermissions.statements IB-PERMISSION-SIZE\n {2}found: +policies with 1\d{4} characters/,
    );
    const instanceProfileRole = "arn:aws:iam::123456789012:role/ops/golden";
    expect(
      reported({
        buildPermissions: { statements },
        strictBuildRole: true,
        instanceProfile: "golden/builds",
        instanceProfileRole,
      }),
    ).toBe(
      [
        finding(
          "instanceProfile",
          "IB-PROFILE-NAME",
          'the instance profile name "golden/builds"',
          "1 to 128 characters: letters, digits and + = , . @ - _",
        ),
        finding(
          "buildPermissions",
          "IB-PROFILE-PERMISSIONS",
          'buildPermissions together with the instance profile "golden/builds", which the environment does not create',
          "only one of them: the owner of an existing profile decides what its role may do",
        ),
        finding(
          "strictBuildRole",
          "IB-PROFILE-PERMISSIONS",
          'strictBuildRole together with the instance profile "golden/builds", which the environment does not create',
          "only one of them: the owner of an existing profile decides what its role may do",
        ),
      ].join("\n"),
    );
    expect(reported({ instanceProfile: "golden-builds", instanceProfileRole })).toBe("");
  });

  it("warn about an instance profile whose role is unknown, and refuse an invalid role", () => {
    expect(reported({ instanceProfile: "golden-builds" })).toMatch(
      /^warning \S+ instanceProfileRole IB-PROFILE-ROLE\n {2}found: {3}no ARN for the role of "golden-builds": a deploy may pass every role whose name ends with it\n {2}allowed: the one role\n {2}fix: {5}write instanceProfileRole: "arn:aws:iam::123456789012:role\/…"$/,
    );
    expect(reported({ instanceProfileRole: "arn:aws:iam::123456789012:role/golden" })).toContain(
      "error main.ts instanceProfileRole IB-PROFILE-ROLE\n  found:   a role without instanceProfile",
    );
    for (const role of ["golden", "arn:aws:iam::999999999999:role/golden", "arn:aws:iam::123456789012:role/*"]) {
      expect(reported({ instanceProfile: "golden-builds", instanceProfileRole: role })).toContain(
        `found:   "${role}"\n  allowed: the ARN of a role in the account: arn:aws:iam::123456789012:role/…`,
      );
    }
  });

  it("warn about managed policies that strictBuildRole may partly deny, unless statements allow what builds need", () => {
    const managedPolicies = ["arn:aws:iam::aws:policy/CloudWatchAgentServerPolicy"];
    expect(reported({ strictBuildRole: true, buildPermissions: { managedPolicies } })).toContain(
      "strictBuildRole IB-STRICT-ROLE\n  found:   managed policies, while it denies their access to other repositories and parameters: arn:aws:iam::aws:policy/CloudWatchAgentServerPolicy\n",
    );
    const statements = [
      { actions: ["ssm:Get*"], resources: ["arn:aws:ssm:eu-west-1:123456789012:parameter/AmazonCloudWatch-*"] },
    ];
    expect(reported({ strictBuildRole: true, buildPermissions: { managedPolicies, statements } })).toBe("");
  });

  it("refuse more repositories than fit in the policies of a strict build role", () => {
    const images = Array.from({ length: 40 }, (_, index) =>
      testImage({ repository: `${"long/".repeat(45)}${index}` }, `image-${index}`),
    );
    expect(reported({ strictBuildRole: true, images })).toMatch(
      /IB-PERMISSION-SIZE\n {2}found: {3}policies with 1\d{4} characters, including what builds read from S3 and push to\n.*\n {2}fix: {5}leave strictBuildRole out, or split the environment$/,
    );
  });

  it("refuse an unknown region for a state", () => {
    expect(reported({ state: { s3: { region: "eu-west-9" } } })).toContain("state.s3.region IB-REGION");
  });

  it("point at main.ts for a class that is not in any file in stacks/", () => {
    const app = testApp();
    new TestEnvironment(app, { account: "1" });
    expect(findingsOf(app).map((one) => one.file)).toEqual(["main.ts"]);
  });
});
