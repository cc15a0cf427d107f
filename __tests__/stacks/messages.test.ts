import { SnsTopic } from "@cdktf/provider-aws/lib/sns-topic";
import { SqsQueue } from "@cdktf/provider-aws/lib/sqs-queue";
import { type App, TerraformElement, TerraformStack } from "cdktf";
import * as fs from "node:fs";
import * as path from "node:path";
import { formatFinding } from "@pipelines/findings/report";
import type { ImageDefinition } from "@pipelines/image-definition";
import { resolveImage } from "@pipelines/image-definition/load-image";
import { expectFile } from "@pipelines/testing/expected";
import { firstVersions, testApp, TestEnvironment, testImage } from "@pipelines/testing/stack";
import { temporaryFolder } from "@pipelines/testing/temporary-folder";
import { addCheck, findingsOf } from "../../constructs/attach";
import { AccountStack } from "../../stacks/account/account-stack";
import type { TrustSettings } from "../../stacks/account/trust-settings";
import { checkGroups } from "../../stacks/environment/check-groups";
import { type EnvironmentSettings, readSettings } from "../../stacks/environment/environment-settings";

type Settings = Partial<EnvironmentSettings>;
/** Settings of one or more environments, or code that builds an app. */
type Mistake = readonly Settings[] | ((app: App) => void);

const hello = { document: "hello-world.yaml" };
const key = "arn:aws:kms:eu-west-1:123456789012:key/mrk-0123456789abcdef0123456789abcdef";
const ofOneRegion = key.replace(/[^/]*$/, "1234abcd-12ab-34cd-56ef-1234567890ab");
const base = testImage({ repository: "base", channels: ["stable"] }, "base");
const onBase = (tag?: string, more: Partial<ImageDefinition> = {}) =>
  testImage({ parentImage: { image: "base", ...(tag === undefined ? {} : { tag }) }, ...more });

const build = { managed: "build-container" } as const;
const approve = (name: string) =>
  ({ document: "approve.yaml", type: "TEST", name, parameters: { waitForApproval: "true" } }) as const;
const ssm = "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore";
const read = "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess";
const long = {
  actions: ["s3:GetObject"],
  resources: Array.from({ length: 400 }, (_, index) => `arn:aws:s3:::bucket-${index}/*`),
};
const windows = "arn:aws:imagebuilder:eu-west-1:aws:image/windows-server-2022-x86-core-ltsc2022-amd64/x.x.x";
const ami = (architecture: string): string =>
  `ssm:/aws/service/ecs/optimized-ami/amazon-linux-2023/${architecture}/recommended`;

/** An image on a parent in the same environment. */
function on(parent: string, name = "web", repository = name) {
  return testImage({ parentImage: { image: parent }, repository }, name);
}

function overriding(overrides: Parameters<typeof testImage>[2]) {
  return testImage({ repository: "other" }, "other", overrides);
}

/** An image with workflows that are in a folder of their own, or with other documents. */
function withWorkflows(definition: Partial<ImageDefinition>, name = "web", files: Record<string, string> = {}) {
  const folder = temporaryFolder();
  fs.cpSync("packages/testing/fixtures/workflows", folder, { recursive: true });
  for (const [file, text] of Object.entries(files)) fs.writeFileSync(path.join(folder, file), text);
  return resolveImage({ name, folder, definition: { components: [{ managed: "update-linux" }], ...definition } });
}

const withImage = (definition: Partial<ImageDefinition>): readonly Settings[] => [{ images: [testImage(definition)] }];
/** An image whose folder has these files in addition to a Dockerfile. */
function withFiles(files: Readonly<Record<string, string>>, definition: Partial<ImageDefinition>): readonly Settings[] {
  const dockerfile =
    "FROM {{{ imagebuilder:parentImage }}}\n{{{ imagebuilder:environments }}}\n{{{ imagebuilder:components }}}\n";
  const folder = temporaryFolder();
  for (const [name, text] of Object.entries({ Dockerfile: dockerfile, ...files }))
    fs.writeFileSync(path.join(folder, name), text.replace("<template>\n", dockerfile));
  return [
    {
      images: [
        resolveImage({
          name: "web",
          folder,
          definition: { components: [{ managed: "update-linux" }], ...definition },
        }),
      ],
    },
  ];
}

const github = { repository: "acme/images", ownerId: 4321, repositoryId: 8765 };

/** Environments in accounts whose roles trust these jobs. */
function trusting(trust: TrustSettings, ...environments: readonly Settings[]): Mistake {
  return (app) => {
    for (const settings of environments.length > 0 ? environments : [{}]) new TestEnvironment(app, settings);
    AccountStack.forEnvironmentsOf(app, trust);
  };
}
const former = { repository: "acme/former", branch: "/main", ownerId: 1, workflows: { plan: [] } };

/** An environment with resources that no role has permissions for. */
function withOthers(trust: TrustSettings): Mistake {
  return (app) => {
    const environment = new TestEnvironment(app);
    new SqsQueue(environment, "queue", { name: "queue" });
    new SnsTopic(environment, "alerts", { name: "alerts" });
    AccountStack.forEnvironmentsOf(app, trust);
  };
}

/** Environments that contain a mistake, keyed by a description of it. */
const mistakes: Readonly<Record<string, Mistake>> = {
  "an environment twice": [{}, { images: [testImage({ repository: "other" }, "other")] }],
  "an environment after the stacks of all accounts": (app) => {
    AccountStack.forEnvironmentsOf(app);
    new TestEnvironment(app);
  },
  "a name that cannot be a prefix": [{ environment: "Prod" }],
  "an invalid account": [{ account: "1234-5678-9012" }],
  "an unknown region": [{ region: "eu-centrall-1" }],
  "a subnet without security groups": [{ subnetId: "subnet-0123456789abcdef0" }],
  "invalid network ids": [{ subnetId: "subnet-x", securityGroupIds: ["default"] }],
  "no instance types": [{ instanceTypes: [] }],
  "two architectures": [{ instanceTypes: ["t3.micro", "t4g.micro"] }],
  "an unknown size": [{ instanceTypes: ["t3.micor"] }],
  "a key from another region": [{ encryptionKey: key.replace("eu-west-1", "us-east-1") }],
  "a key that additional regions cannot have": [{ regions: ["eu-central-1"], encryptionKey: ofOneRegion }],
  "the home region as an additional one": [{ regions: ["eu-west-1"] }],
  "a region in another partition": [{ regions: ["cn-north-1"] }],
  "a topic in another region": [
    { notifications: { topic: "arn:aws:sns:us-east-1:123456789012:builds", emails: ["a@example.com"] } },
  ],
  "an invalid address": [{ notifications: { emails: ["platform"] } }],
  "findings without a scan": [{ notifications: { emails: ["a@example.com"], findings: "high" } }],
  "a boundary from another account": [{ permissionsBoundary: "arn:aws:iam::999999999999:policy/boundary" }],
  "an invalid consumer": [{ consumers: { accounts: ["12"], organizations: ["acme"] } }],
  "an invalid schedule": [{ schedule: "daily" }],
  "a schedule too often": [{ images: [testImage({ schedule: "rate(5 minutes)" })] }],
  "a schedule in words": [{ images: [testImage({ schedule: "never" })] }],
  "no components": [{ images: [testImage({ components: [] })] }],
  "a component twice": [{ images: [testImage({ components: [hello, hello] })] }],
  "a file that does not exist": [{ images: [testImage({ components: [{ document: "gone.yaml" }] })] }],
  "a duplicate channel, and one that every build moves": [
    { images: [testImage({ channels: ["stable", "stable", "latest"] })] },
  ],
  "an old workflow version": [
    { images: [testImage({ workflows: [{ managed: "build-container", version: "1.0.0" }] })] },
  ],
  "both kinds of retention": [{ images: [testImage({ keep: { builds: 5, days: 30 } })] }],
  "an unknown parent": [{ images: [onBase()] }],
  "a parent with an unknown tag": [{ images: [base, onBase("beta")] }],
  "images built on each other": [
    {
      images: [
        testImage({ parentImage: { image: "one" }, repository: "two" }, "two"),
        testImage({ parentImage: { image: "two" }, repository: "one" }, "one"),
      ],
    },
  ],
  "a first build based on a channel": [{ images: [base, onBase("stable")] }],
  "a first build based on an image that is not built": [
    { images: [testImage({ repository: "base", buildOnDeploy: false }, "base"), onBase()] },
  ],
  "a moving parent under deletion protection": [
    { deletionProtection: true, images: [testImage({ parentImage: "public.ecr.aws/amazonlinux/amazonlinux:latest" })] },
  ],
  "a parent from another registry": [{ images: [testImage({ parentImage: "ghcr.io/acme/base:1" })] }],
  "an image twice": [{ images: [testImage(), testImage()] }],
  "names that AWS considers identical": [
    { images: [testImage({ repository: "a" }, "web_app"), testImage({ repository: "b" }, "Web-App")] },
  ],
  "one repository for two images": [
    { images: [testImage({ repository: "one" }, "a"), testImage({ repository: "one" }, "b")] },
  ],
  "one repository of two environments": [{}, { environment: "other" }],
  "one repository of two environments, of which one has a prefix": [
    { repositoryPrefix: "one" },
    { environment: "other", images: [testImage({ repository: "one/web" })] },
  ],
  "days that CloudWatch Logs does not have": [{ logRetentionDays: 2 }],
  "a tag reserved by AWS": [{ tags: { "aws:x": "y" } }],
  "an address twice, and nothing to report": [
    { notifications: { emails: ["a@example.com", "a@example.com"], states: [], disabledPipelines: false } },
  ],
  "a placement that cannot work": [
    {
      keyPair: "",
      snsTopicArn: "builds",
      placement: {
        tenancy: "dedicated",
        availabilityZone: "us-east-1a",
        hostId: "host",
        hostResourceGroupArn: "arn:aws:resource-groups:us-east-1:123456789012:group/hosts",
      },
    },
  ],
  "a key that is only a name": [{ encryptionKey: "alias/builds" }],
  "additional regions that are unknown, or listed twice": [{ regions: ["eu-central-9", "us-east-1", "us-east-1"] }],
  "invalid state settings in S3": [
    { state: { s3: { bucket: "States", key: "/dev/", region: "eu-west-9", account: "12" } } },
    { environment: "second", state: { s3: { key: "" } }, images: [] },
    { environment: "third", state: { s3: { key: "x".repeat(1018) } }, images: [] },
    { environment: "fourth", state: { s3: { key: "${path.root}" } }, images: [] },
  ],
  "invalid state settings in HCP Terraform": [
    {
      state: {
        hcpTerraform: { organization: "a b", workspace: "x".repeat(91), hostname: "https://tfe.example.com/app" },
      },
    },
    { environment: "second", state: { hcpTerraform: { organization: "acme", hostname: "-" } }, images: [] },
  ],
  "one state for two environments": [
    { state: { s3: { key: "one" } } },
    { environment: "other", state: { s3: { key: "one" } }, images: [] },
  ],
  "a name that AWS gives to the stack of an account": [{ environment: "state-123456789012-eu-west-1" }],
  "one registry with two configurations": [
    { registryScan: "basic" },
    { environment: "other", registryScan: "enhanced", images: [] },
  ],
  "one name in two environments": [
    { images: [testImage({ repository: "aa" }, "a-web")] },
    { environment: "test-a", images: [testImage({ repository: "bb" }, "web")] },
  ],
  "a workflow twice, under names that AWS considers identical": [
    { images: [withWorkflows({ workflows: [build, approve("ask_us"), approve("ask-us")] })] },
  ],
  "a name that is too long with its prefix": [
    { images: [withWorkflows({ repository: "web", workflows: [build, approve("x".repeat(120))] }, "x".repeat(120))] },
  ],
  "images that do not fit their parents": [
    {
      images: [
        testImage({ repository: "arm", containerTags: ["latest"], buildInstance: { image: ami("arm64") } }, "arm"),
        testImage({ repository: "aa", parentImage: { image: "arm" }, buildInstance: { image: ami("x86_64") } }, "a"),
        testImage({ repository: "bb", parentImage: { image: "arm" }, instanceTypes: ["t4g.micro"] }, "b"),
      ],
    },
  ],
  "a parent for another platform": [
    {
      images: [
        testImage({ repository: "windows", platform: "Windows", parentImage: windows }, "windows"),
        on("windows"),
      ],
    },
  ],
  "a parent without a tag": [
    { images: [testImage({ repository: "base", containerTags: [] }, "base"), on("base")] },
    {
      environment: "other",
      images: [
        testImage({ repository: "cc", containerTags: [], channels: ["stable"], imageTagMutability: "MUTABLE" }, "base"),
        testImage({ repository: "dd", parentImage: { image: "base" } }),
      ],
    },
  ],
  "a parent by the tag of one build": [{ images: [base, onBase("1.0.3-2")] }],
  "a misspelled parent": [{ images: [base, on("bse")] }],
  "a parent that is never built": [
    { buildOnDeploy: false, images: [testImage({ repository: "base", enabled: false }, "base"), on("base")] },
  ],
  "a parent that is built only once": [
    { images: [testImage({ repository: "base", enabled: false }, "base"), on("base")] },
  ],
  "a parent that is built only by hand": [
    { buildOnDeploy: false, images: [testImage({ repository: "base", schedule: null }, "base"), on("base")] },
  ],
  "a long chain": [
    {
      images: Array.from({ length: 7 }, (_, index) =>
        testImage(
          {
            repository: `r${index}`,
            ...(index === 0 ? {} : { parentImage: { image: `i${index - 1}` } }),
          },
          `i${index}`,
        ),
      ),
    },
  ],
  "an architecture that the instances do not have": [
    {
      images: [
        testImage({
          parentImage: "public.ecr.aws/docker/library/python:3.12-arm64v8",
          buildInstance: { image: ami("arm64") },
        }),
      ],
    },
  ],
  "an ARN from another place": [
    {
      images: [
        testImage({
          parentImage: "arn:aws:imagebuilder:us-east-1:aws:image/amazon-linux-2023-ecs-optimized-x86/x.x.x",
          components: [hello, { arn: "arn:aws-cn:imagebuilder:cn-north-1:123456789012:component/agent/1.0.0" }],
          workflows: [build, { arn: "arn:aws-cn:imagebuilder:cn-north-1:123456789012:workflow/test/t/1.0.0" }],
        }),
      ],
    },
  ],
  "a start condition that never holds": [
    {
      schedule: {
        expression: "rate(1 day)",
        startCondition: "EXPRESSION_MATCH_AND_DEPENDENCY_UPDATES_AVAILABLE",
      },
    },
  ],
  "enhanced scans without tests": [
    { scan: "enhanced", images: [testImage({ tests: { enabled: false } }), overriding({ tests: { enabled: false } })] },
  ],
  "settings of an image that the environment overrides": [
    { images: [overriding({ containerTags: ["-x"], regions: ["eu-west-1"], instanceTypes: [] })] },
  ],
  "too many consumers": [
    { consumers: { accounts: Array.from({ length: 320 }, (_, index) => String(100_000_000_000 + index)) } },
  ],
  "permissions that IAM would reject, and those that allow everything": [
    {
      buildPermissions: {
        managedPolicies: ["policy", ssm, read, read, "arn:aws:iam::aws:policy/AdministratorAccess"],
        statements: [
          { actions: [], resources: [] },
          { actions: ["*", "*:*", "getObject"], resources: ["bucket", "arn:aws:s3:::bucket/*"] },
          { effect: "Deny", actions: ["*", "*:*"], resources: ["*"] },
        ],
      },
      workflowPermissions: { managedPolicies: [ssm, ssm], statements: [{ actions: ["**"], resources: ["*"] }] },
    },
  ],
  "permissions that are too long": [
    { buildPermissions: { statements: [long] }, workflowPermissions: { statements: [long] } },
    { environment: "other", strictBuildRole: true, buildPermissions: { statements: [long] }, images: [] },
  ],
  "a strict role that denies what its policies are for": [
    { strictBuildRole: true, buildPermissions: { managedPolicies: [read] } },
  ],
  "an existing profile with an invalid role": [
    { instanceProfile: "a b", instanceProfileRole: "arn:aws:iam::123456789012:role/a b", strictBuildRole: true },
    { environment: "other", instanceProfile: "builds", instanceProfileRole: "builds", images: [] },
    { environment: "third", instanceProfileRole: "arn:aws:iam::123456789012:role/builds", images: [] },
  ],
  "a workflow that its role may not run": [
    {
      images: [
        withWorkflows({ workflows: [build, { document: "invoke.yaml", type: "TEST" }] }, "web", {
          "invoke.yaml":
            "schemaVersion: 1.0\nsteps:\n  - { name: Ask, action: WaitForAction, inputs: { lambdaFunctionName: ask } }\n",
        }),
      ],
    },
  ],
  "groups that cannot be deployed one after another": [
    {
      images: [testImage({ repository: "aa", parentImage: { image: "c" } }, "a")],
      groups: {
        one: {
          images: [
            testImage({ repository: "bb", parentImage: { image: "d" } }, "b"),
            testImage({ repository: "cc" }, "c"),
          ],
          owners: ["acme"],
          state: { s3: { key: "test/terraform.tfstate" } },
        },
        Two: {
          images: [testImage({ repository: "dd", parentImage: { image: "c" } }, "d")],
          state: { hcpTerraform: { organization: "a b" } },
        },
      },
    },
  ],
  "a profile together with its permissions": [
    { instanceProfile: "golden", buildPermissions: { managedPolicies: ["arn:aws:iam::aws:policy/ReadOnlyAccess"] } },
  ],
  "a parent image for another architecture": withImage({ parentImage: "arm64v8/ubuntu:24.04" }),
  "a parent image in another region": withImage({
    parentImage: "arn:aws:imagebuilder:eu-west-2:aws:image/al2023/x.x.x",
  }),
  "no image reference": withImage({ parentImage: "nginx 1.27" }),
  "a parent without a supported package manager": withImage({ parentImage: "alpine:3.20" }),
  "a parent with an unlisted distribution": withImage({ parentImage: "debian:12" }),
  "an AMI that is none": withImage({ buildInstance: { image: "amazon-linux-2023" } }),
  "a volume that is not the root volume": withImage({
    buildInstance: { volumes: [{ deviceName: "/dev/sda1", size: 50 }] },
  }),
  "tags and channels in a repository whose tags are immutable": withImage({
    imageTagMutability: "IMMUTABLE",
    containerTags: ["latest"],
    channels: ["stable"],
  }),
  "a channel with a build version's name": withImage({ channels: ["1.0.3-2"] }),
  "more tags than a lifecycle policy can protect": withImage({
    containerTags: Array.from({ length: 47 }, (_, index) => `t${index}`),
  }),
  "a component for AMIs": withImage({ components: [{ managed: "stig-build-linux-medium" }] }),
  "an invalid component ARN": withImage({
    components: [{ arn: "arn:aws:imagebuilder:eu-west-1:1:component/x/1.0.0" }],
  }),
  "no supported OS version": withImage({ components: [{ ...hello, supportedOsVersions: [] }] }),
  "a description that is too long": withImage({ description: "x".repeat(1025) }),
  "a component's name with a space": withImage({ components: [{ ...hello, name: "say hello" }] }),
  "retention for a repository that exists": withImage({ repository: { existing: "web" }, keep: { builds: 5 } }),
  "Windows on an image from a registry": withImage({
    components: [{ managed: "update-windows" }],
    platform: "Windows",
    parentImage: "mcr.microsoft.com/windows/servercore:ltsc2022",
  }),
  "a definition with an unknown field and without components": withImage({
    contianerTags: ["latest"],
    components: undefined,
  } as object),
  "a package that conflicts with one in the parent": withFiles(
    { Dockerfile: "<template>\nRUN dnf install -y curl\n" },
    { parentImage: "amazonlinux:2023" },
  ),
  "a letter and its accent as two characters": withFiles(
    {
      "own.yaml":
        "schemaVersion: 1.0\nphases: [{ name: build, steps: [{ name: A, action: ExecuteBash, inputs: { commands: [cafe\u0301] } }] }]\n",
    },
    { components: [{ document: "own.yaml" }] },
  ),
  "a file with a merge conflict": withFiles({ Dockerfile: "<template>\n<<<<<<< HEAD\n" }, {}),
  "wrong workflows": withImage({
    workflows: [
      { managed: "build-container", onFailure: "CONTINUE" },
      { managed: "test-container", parallelGroup: "-" },
      { managed: "build-container" },
      { arn: "test-container" },
    ],
  }),
  "consumers that are listed twice, or only in part": [
    { consumers: { accounts: ["777788889999", "777788889999"], organizationalUnits: ["ou-ab12-11112222"] } },
  ],
  "an unknown field": [{ regoins: ["eu-central-1"] } as Settings],
  "no account": [{ account: undefined }],
  "groups that cannot be deployed in any order": [{ images: [onBase()], groups: { tools: { images: [base] } } }],
  "a group owned by nobody that CODEOWNERS knows": [{ groups: { web: { images: [], owners: ["acme web"] } } }],
  "a registry whose scans two environments set": [
    { registryScan: "basic" },
    { registryScan: "basic", environment: "other", repositoryPrefix: "other" },
  ],
  "tags whose keys differ only in case": [{ tags: { Team: "web", team: "web" } }],
  "a Windows image whose recipe was made without a working directory": (app) => {
    const image = testImage({
      components: [{ managed: "update-windows" }],
      platform: "Windows",
      parentImage: "arn:aws:imagebuilder:eu-west-1:aws:image/windows-server-core/x.x.x",
    });
    const recipeHas = (_environment: string, _image: string, part: string): boolean => part === "settings";
    new TestEnvironment(app, { images: [image] }, { ...firstVersions, recipeHas });
  },
  "a construct that CDKTF itself refuses": (app) => {
    const element = new TerraformElement(new TerraformStack(app, "bare"), "element");
    element.node.addValidation({ validate: () => ["something of CDKTF's"] });
  },
  "more EventBridge rules than an account can have": (app) => {
    const images = Array.from({ length: 301 }, (_, index) => ({ ...onBase(), name: `web${index}` }));
    const place = { environment: "test", account: "123456789012", region: "eu-west-1" };
    const { value } = readSettings({ ...place, images: [base], groups: { web: { images } } }, "main.ts");
    addCheck(app, checkGroups(value, "main.ts"));
  },
  "more environments than a trust policy can name": trusting(
    { github },
    ...Array.from({ length: 30 }, (_, index) => ({
      environment: `environment-number-${index}`,
      repositoryPrefix: `environment-${index}`,
      images: index === 0 ? [testImage()] : [],
    })),
  ),
  "more images than the policies of a role can name": trusting(
    { github },
    {
      images: Array.from({ length: 20 }, (_, index) =>
        testImage({ repository: `${"long/".repeat(45)}image-${index}` }, `image-${index}`),
      ),
      regions: [
        "us-east-1",
        "us-east-2",
        "us-west-1",
        "us-west-2",
        "ca-central-1",
        "eu-central-1",
        "eu-west-2",
        "eu-west-3",
      ],
    },
  ),
  "trust: settings of the wrong shape": trusting({ gitlab: {}, github: { ownerId: 0 } } as unknown as TrustSettings),
  "trust: invalid names": trusting({
    github: {
      repository: "https://github.com/acme/images.git",
      repositoryId: 1,
      branch: "refs/heads/main",
      workflows: { plan: ["*"], deploy: [] },
      former,
      existingProviders: ["1234"],
    },
    hcpTerraform: { organization: "a b", project: "*", existingProviders: ["x"] },
    permissionsBoundary: "a b",
  }),
  "trust: a repository pattern, and half of the IDs": trusting({ github: { repository: "acme/*", ownerId: 1 } }),
  "trust: no IDs": trusting({ github: { repository: "acme/images" } }),
  "trust: workflows that do not exist": trusting({
    github: { ...github, workflows: { plan: ["later.yml", "plan.yml"], operate: ["build.yml", "release.yml"] } },
  }),
  "trust: what was trusted before": trusting({ github: { ...github, former: { repository: "acme/former" } } }),
  "trust: a partition in which STS compares less": trusting(
    { github: { ...github, branch: "release" } },
    { region: "cn-north-1" },
  ),
  "trust: a state in another account": trusting({ github }, { state: { s3: { account: "999999999999" } } }),
  "resources that the roles know nothing about": withOthers({ github }),
  "resources that nobody knows, without roles": withOthers({}),
};

/** Returns what a synth reports, without what differs from run to run or whenever a role's permissions change. */
function report(mistake: Mistake): string {
  const app = testApp();
  if (typeof mistake === "function") mistake(app);
  else for (const settings of mistake) new TestEnvironment(app, settings);
  return findingsOf(app)
    .map((one) => formatFinding(one))
    .join("\n")
    .replaceAll(/\/\S*\/image-pipelines-\w+/g, "<folder>")
    .replaceAll(/(?<=policy of \S+ has )\d+/g, "<number>");
}

const texts = Object.entries(mistakes).map(([what, mistake]) => [what, report(mistake)] as const);

test("Findings about an environment are reported with exactly the reviewed messages", () => {
  const whole = texts.map(([what, text]) => `# ${what}\n\n${text}\n`).join("\n");
  expectFile(path.join(__dirname, "messages.txt"), whole);
});

test.each(texts)("There is something wrong with %s", (_, text) => {
  expect(text).not.toBe("");
});

test("Every code of a stack is shown", () => {
  const stacks = path.join(__dirname, "../../stacks");
  const sources = ["account", "environment"].flatMap((name) =>
    fs.readdirSync(path.join(stacks, name)).map((file) => fs.readFileSync(path.join(stacks, name, file), "utf8")),
  );
  const codes = sources.flatMap((text) => [...text.matchAll(/"(IB-[A-Z-]+)"/g)].map(([, code = ""]) => code));
  const shown = texts.map(([, text]) => text).join();
  expect([...new Set(codes)].filter((code) => !new RegExp(` ${code}(\n|$)`).test(shown)).sort()).toEqual([]);
});
