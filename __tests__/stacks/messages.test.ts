import { SqsQueue } from "@cdktf/provider-aws/lib/sqs-queue";
import { type App, TerraformElement, TerraformStack } from "cdktf";
import * as fs from "node:fs";
import * as path from "node:path";
import { formatFinding } from "@pipelines/findings/report";
import type { ImageDefinition } from "@pipelines/image-definition";
import { resolveImage } from "@pipelines/image-definition/load-image";
import { expectFile } from "@pipelines/testing/expected";
import { firstVersions, temporaryFolder, testApp, TestEnvironment, testImage } from "@pipelines/testing/stack";
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
const withImage = (definition: Partial<ImageDefinition>): readonly Settings[] => [{ images: [testImage(definition)] }];
const folder = temporaryFolder();

/** An image whose folder has these files in addition to a Dockerfile. */
function withFiles(files: Readonly<Record<string, string>>, definition: Partial<ImageDefinition>): readonly Settings[] {
  const dockerfile =
    "FROM {{{ imagebuilder:parentImage }}}\n{{{ imagebuilder:environments }}}\n{{{ imagebuilder:components }}}\n";
  const own = fs.mkdtempSync(path.join(folder, "image-"));
  for (const [name, text] of Object.entries({ Dockerfile: dockerfile, ...files }))
    fs.writeFileSync(path.join(own, name), text.replace("<template>\n", dockerfile));
  return [
    {
      images: [
        resolveImage({
          name: "web",
          folder: own,
          definition: { components: [{ managed: "update-linux" }], ...definition },
        }),
      ],
    },
  ];
}

const ami = (architecture: string) =>
  `ssm:/aws/service/ecs/optimized-ami/amazon-linux-2023/${architecture}/recommended`;
const github = { repository: "acme/images", ownerId: 4321, repositoryId: 8765 };

/** Environments in accounts whose roles trust these jobs. */
function trusting(trust: TrustSettings, ...environments: readonly Settings[]): Mistake {
  return (app) => {
    for (const settings of environments.length > 0 ? environments : [{}]) new TestEnvironment(app, settings);
    AccountStack.forEnvironmentsOf(app, trust);
  };
}

/** Environments that contain a mistake, keyed by a description of it. */
const mistakes: Readonly<Record<string, Mistake>> = {
  "an environment twice": [{}, { images: [testImage({ repository: "other" }, "other")] }],
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
  "a parent for another platform": [
    {
      images: [
        testImage(
          {
            components: [{ managed: "update-windows" }],
            parentImage: "arn:aws:imagebuilder:eu-west-1:aws:image/windows-server-core/x.x.x",
            platform: "Windows",
            repository: "base",
          },
          "base",
        ),
        onBase(),
      ],
    },
  ],
  "a build instance for another architecture than its parent's": [
    {
      images: [
        testImage({ repository: "base", buildInstance: { image: ami("arm64") } }, "base"),
        onBase(undefined, { buildInstance: { image: ami("x86_64") } }),
      ],
    },
  ],
  "too many images on top of each other": [
    {
      images: ["i1", "i2", "i3", "i4", "i5", "i6"].map((name, index, all) =>
        testImage({ repository: name, ...(index > 0 ? { parentImage: { image: all[index - 1] ?? "" } } : {}) }, name),
      ),
    },
  ],
  "a parent that is never built": [
    { buildOnDeploy: false, images: [testImage({ repository: "base", enabled: false }, "base"), onBase()] },
  ],
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
  "a workflow step that the role may not run": withFiles(
    {
      "ask.yaml":
        "schemaVersion: 1.0\nsteps: [{ name: Ask, action: WaitForAction, inputs: { lambdaFunctionName: approve } }]\n",
    },
    { workflows: [{ managed: "build-container" }, { document: "ask.yaml", type: "TEST" }] },
  ),
  "a scan without tests": [{ scan: "enhanced", images: [testImage({ tests: { enabled: false } })] }],
  "a start condition that is never true": withImage({
    schedule: {
      expression: "rate(1 day)",
      startCondition: "EXPRESSION_MATCH_AND_DEPENDENCY_UPDATES_AVAILABLE",
    },
  }),
  "consumers that are listed twice, or only in part": [
    { consumers: { accounts: ["777788889999", "777788889999"], organizationalUnits: ["ou-ab12-11112222"] } },
  ],
  "more consumers than a repository policy can name": [
    { consumers: { accounts: Array.from({ length: 320 }, (_, index) => String(100000000000 + index)) } },
  ],
  "an address twice, and no state to notify about": [
    {
      notifications: { emails: ["a@example.com", "a@example.com"], states: [], disabledPipelines: false },
    },
  ],
  "an unknown field": [{ regoins: ["eu-central-1"] } as Settings],
  "no account": [{ account: undefined }],
  "groups that cannot be deployed in any order": [{ images: [onBase()], groups: { tools: { images: [base] } } }],
  "a group owned by nobody that CODEOWNERS knows": [{ groups: { web: { images: [], owners: ["acme web"] } } }],
  "an image's name that another environment would take": [
    { environment: "test-a" },
    { images: [testImage({ repository: "two" }, "a-web")] },
  ],
  "an availability zone in another region": [{ placement: { availabilityZone: "us-east-1a" } }],
  "an empty key pair": [{ keyPair: "" }],
  "a registry whose scans two environments set": [
    { registryScan: "basic" },
    { registryScan: "basic", environment: "other", repositoryPrefix: "other" },
  ],
  "an invalid key for the state": [{ state: { s3: { key: "/dev" } } }],
  "an invalid HCP Terraform host": [
    { state: { hcpTerraform: { organization: "acme", hostname: "https://tfe.example.com/app" } } },
  ],
  "one state for two environments": [
    { state: { s3: { bucket: "ours", key: "a" } } },
    { environment: "other", account: "999999999999", state: { s3: { bucket: "ours", key: "a" } } },
  ],
  "tags whose keys differ only in case": [{ tags: { Team: "web", team: "web" } }],
  "permissions that IAM would reject": [
    {
      buildPermissions: {
        managedPolicies: ["arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore"],
        statements: [{ actions: ["GetObject"], resources: ["bucket"] }],
      },
    },
  ],
  "all permissions": [{ buildPermissions: { statements: [{ actions: ["*"], resources: ["*"] }] } }],
  "more permissions than fit in a role": [
    {
      buildPermissions: {
        statements: [
          {
            actions: ["s3:GetObject"],
            resources: Array.from({ length: 300 }, (_, index) => `arn:aws:s3:::bucket-${index}/some/key/or/other`),
          },
        ],
      },
    },
  ],
  "a managed policy in a strict build role": [
    {
      strictBuildRole: true,
      buildPermissions: { managedPolicies: ["arn:aws:iam::aws:policy/CloudWatchAgentServerPolicy"] },
    },
  ],
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
  "a trusted repository with a wildcard, and more than one branch": trusting({
    github: { ...github, repository: "acme/*", branch: "refs/heads/main" },
  }),
  "a trusted repository without its IDs": trusting({ github: { repository: github.repository } }),
  "a trusted workflow file that does not exist": trusting({
    github: { ...github, workflows: { operate: ["release.yml"] } },
  }),
  "a former repository that is still trusted": trusting({ github: { ...github, former: { repository: "acme/old" } } }),
  "a partition in which roles cannot tell jobs apart": trusting({ github }, { region: "us-gov-west-1" }),
  "a state in an account that no trusted role can reach": trusting(
    { github },
    { state: { s3: { account: "999999999999" } } },
  ),
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
  "a resource type without permissions": (app) => {
    new SqsQueue(new TestEnvironment(app), "queue", { name: "queue" });
    AccountStack.forEnvironmentsOf(app, { github });
  },
};

/** Returns what a synth reports, without what differs from run to run or whenever a role's permissions change. */
function report(mistake: Mistake): string {
  const app = testApp();
  if (typeof mistake === "function") mistake(app);
  else for (const settings of mistake) new TestEnvironment(app, settings);
  return findingsOf(app)
    .map((one) => formatFinding(one))
    .join("\n")
    .replaceAll(/\S*\/image-pipelines-\w+\/image-\w+/g, "<folder>")
    .replaceAll(/(?<=policy of \S+ has )\d+/g, "<number>");
}

test("Findings about an environment are reported with exactly the reviewed messages", () => {
  const texts = Object.entries(mistakes).map(([what, mistake]) => {
    const text = report(mistake);
    expect([what, text]).not.toEqual([what, ""]);
    return `# ${what}\n\n${text}\n`;
  });
  expectFile(path.join(__dirname, "messages.txt"), texts.join("\n"));
});
