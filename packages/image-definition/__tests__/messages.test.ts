import * as fs from "node:fs";
import * as path from "node:path";
import { formatFinding } from "@pipelines/findings/report";
import { expectFile } from "@pipelines/testing/expected";
import { helloWorld } from "@pipelines/testing/fixture-app";
import { temporaryFolder } from "@pipelines/testing/temporary-folder";
import type { ImageDefinition, ImageOverrides } from "../image-definition";
import { resolveImage } from "../load-image";

type Definition = Partial<ImageDefinition>;

const hello = { document: "hello-world.yaml" };
const workflows = path.relative(helloWorld, "packages/testing/fixtures/workflows");
const build = { managed: "build-container" } as const;
const testing = { managed: "test-container" } as const;
const aws = "arn:aws:imagebuilder:eu-west-1:aws";
const own = "arn:aws:imagebuilder:eu-west-1:123456789012";
const approve = {
  document: `${workflows}/approve.yaml`,
  type: "TEST",
  parameters: { waitForApproval: "true" },
} as const;

/** Definitions that contain mistakes, keyed by a description of them. */
const mistakes: Readonly<Record<string, Definition>> = {
  "empty texts": {
    description: "",
    parentImage: "",
    workingDirectory: "",
    distributionDescription: "",
    components: [{ ...hello, description: "", changeDescription: "", supportedOsVersions: [] }],
    workflows: [build, { ...approve, description: "", changeDescription: "" }],
  },
  "texts that are one character too long": {
    description: "x".repeat(1025),
    parentImage: "x".repeat(1025),
    workingDirectory: "x".repeat(1025),
    distributionDescription: "x".repeat(1025),
    components: [
      {
        ...hello,
        description: "x".repeat(1025),
        changeDescription: "x".repeat(129),
        supportedOsVersions: Array.from({ length: 26 }, (_, index) => `Linux ${index}`),
      },
    ],
    workflows: [build, { ...approve, description: "x".repeat(1025), changeDescription: "x".repeat(129) }],
  },
  "names, tags and addresses that AWS rejects": {
    repository: "Web",
    containerTags: ["latest", "-x"],
    tags: { "aws:team": "web" },
    dockerfile: "s3://Bucket/Dockerfile",
    components: [
      { ...hello, name: "say hello" },
      { document: "s3://Bucket/install.yaml" },
      { managed: "update linux" },
    ],
    workflows: [build, { ...approve, name: "ask someone" }, { ...approve, document: "s3://Bucket/approve.yaml" }],
  },
  "Windows on an image from a registry": { platform: "Windows", components: [{ managed: "update-windows" }] },
  "Windows on another image": {
    platform: "Windows",
    components: [{ managed: "update-windows" }],
    parentImage: { image: "base" },
  },
  "settings for an existing repository": {
    repository: { existing: "team/web" },
    keep: { days: 30 },
    consumers: { accounts: ["444455556666"] },
  },
  "fixed tags and channels, although tags are immutable": {
    imageTagMutability: "IMMUTABLE",
    containerTags: ["latest", "edge"],
    channels: ["stable", "beta"],
  },
  "one channel, although tags are immutable": {
    imageTagMutability: "IMMUTABLE",
    containerTags: ["latest"],
    channels: ["stable"],
  },
  "too many tags": { containerTags: Array.from({ length: 44 }, (_, index) => `t${index}`), channels: ["stable"] },
  "channels that cannot be used": {
    channels: ["stable", "stable", "latest", "revoked", "revoked.x", "1.0.3-2", "-x", "s".repeat(61), "s".repeat(129)],
  },
  "invalid consumers": {
    consumers: {
      accounts: ["444455556666", "444455556666", "12"],
      organizations: ["acme", "o-a1b2c3d4e5", "o-a1b2c3d4e5"],
      organizationalUnits: ["ou-ab12-11112222", "o-a1b2c3d4e5/r-ab12/ou-ab12-11112222/*", "o-a1b2c3d4e5/r-ab12"],
    },
  },
  "a schedule in words": { schedule: "By hand" },
  "a schedule and a time zone that do not exist": { schedule: { expression: "daily", timezone: "Europe/Berlinn" } },
  "a build every minute": { schedule: "rate(1 minute)" },
  "a build every minute, with a mistake": { schedule: "rate(1 minutes)" },
  "a build every 59 minutes": { schedule: { expression: "rate(59 minutes)" } },
  "no components": { components: [] },
  "too many components": { components: Array.from({ length: 21 }, (_, index) => ({ managed: `component-${index}` })) },
  "duplicate components": {
    components: [
      hello,
      { managed: "update-linux" },
      { arn: `${own}:component/agent/1.0.0` },
      hello,
      { arn: `${aws}:component/update-linux/1.0.0` },
      { arn: `${own}:component/agent/2.x.x` },
    ],
  },
  "invalid components": {
    components: [
      { managed: "update-linux", version: "latest" },
      { arn: `${own}:image/agent/1.0.0` },
      { arn: `${aws}:component/reboot-linux/x.x.x` },
      { managed: "stig-build-linux-high" },
      { managed: "simple-boot-test-linux" },
    ],
  },
  "duplicate workflows": {
    workflows: [
      build,
      testing,
      approve,
      { arn: `${own}:workflow/test/scan/1.0.0` },
      testing,
      approve,
      { arn: `${own}:workflow/test/scan/1.0.0` },
    ],
  },
  "workflows without those of other stages": { workflows: [{ managed: "distribute-container" }] },
  "workflows without a test": { workflows: [{ arn: `${own}:workflow/build/own/1.0.0/1` }] },
  "settings for tests in other stages": {
    workflows: [
      { ...build, onFailure: "CONTINUE", parallelGroup: "-" },
      { ...testing, parallelGroup: "x".repeat(101) },
      { arn: `${own}:workflow/distribution/own/1.x.x`, onFailure: "ABORT" },
    ],
  },
  "invalid workflow versions and ARNs": {
    workflows: [
      { ...build, version: "1.0.2" },
      { ...testing, version: "latest" },
      { arn: "test-container", onFailure: "ABORT" },
      { arn: `${aws}:workflow/test/test-container/1.0.2/1` },
      { arn: `${own}:workflow/deploy/own/1.0.0` },
    ],
  },
  "an invalid workflow document": {
    workflows: [build, { document: `${workflows}/wrong.yaml`, type: "TEST", name: "wrong" }],
  },
  "invalid build instance settings": {
    buildInstance: {
      image: "amazon-linux-2023",
      volumes: [{ size: 30 }, { size: 5, type: "st1", kmsKeyId: "builds" }],
    },
  },
  "a second volume instead of a larger root volume": {
    buildInstance: { volumes: [{ deviceName: "/dev/sda1", size: 50 }] },
  },
  "files that cannot be used": {
    dockerfile: "/etc/Dockerfile",
    components: [
      { document: "C:\\install.yaml", name: "windows" },
      { document: "../../../../../../../install.yaml" },
      { document: "none.yaml" },
      { document: "../hello-world" },
      { document: "in\0stall.yaml", name: "other" },
    ],
  },
};

/** Files whose contents are wrong, by name; `install.yaml` is a component document. */
const files: Readonly<Record<string, Readonly<Record<string, string | Buffer>>>> = {
  "a merge conflict": { "install.yaml": "name: x\n<<<<<<< HEAD\nname: y\n" },
  "text that is not UTF-8": { "install.yaml": Buffer.from("name: ü\n", "latin1") },
  "a letter followed by an accent": { "install.yaml": documentWith("echo a", "echo cafe\u0301") },
  "a Dockerfile without its parts": { Dockerfile: "FROM amazonlinux:2023\n" },
  "a restart": { "install.yaml": documentWith("echo a").replace("ExecuteBash", "Reboot") },
  "curl on Amazon Linux 2023": { Dockerfile: dockerfile("  RUN dnf install -y \\\n    git \\\n    curl") },
};

function documentWith(...commands: readonly string[]): string {
  const steps = commands.map((command) => `          - ${command}\n`).join("");
  const step = `      - name: Run\n        action: ExecuteBash\n        inputs:\n          commands:\n`;
  return `schemaVersion: 1.0\nphases:\n  - name: build\n    steps:\n${step}${steps.replaceAll(/^/gm, "  ").trimEnd()}\n`;
}

function dockerfile(...lines: readonly string[]): string {
  const variables = ["environments", "components"].map((name) => `{{{ imagebuilder:${name} }}}`);
  return ["FROM {{{ imagebuilder:parentImage }}}", ...variables, ...lines, ""].join("\n");
}

function reported(definition: Definition, folder = helloWorld, overrides?: ImageOverrides): string {
  const options = { name: "web", folder, definition: { components: [hello], ...definition } };
  return resolveImage({ ...options, overrides })
    .findings.map((finding) => formatFinding(finding))
    .join("\n");
}

function reportedIn(texts: Readonly<Record<string, string | Buffer>>): string {
  const folder = temporaryFolder();
  const all = { Dockerfile: dockerfile(), "install.yaml": documentWith("echo a"), ...texts };
  for (const [name, text] of Object.entries(all)) fs.writeFileSync(path.join(folder, name), text);
  return reported({ components: [{ document: "install.yaml" }] }, folder).replaceAll(folder, "images/web");
}

describe("Findings about an image", () => {
  const texts = [
    ...Object.entries(mistakes).map(([what, definition]) => [what, reported(definition)] as const),
    ...Object.entries(files).map(([what, content]) => [what, reportedIn(content)] as const),
    [
      "a repository that only an environment overrides",
      reported({ keep: { days: 30 } }, helloWorld, { repository: { existing: "team/web" }, consumers: {} }),
    ] as const,
  ];

  it("are reported with exactly the reviewed messages", () => {
    const text = texts.map(([what, findings]) => `# ${what}\n\n${findings}\n`).join("\n");
    expectFile(path.join(__dirname, "messages.txt"), text);
  });

  it("include every code of this package; the other tests show those of an image that cannot be loaded", () => {
    const folder = path.join(__dirname, "..");
    const sources = fs.readdirSync(folder).filter((file) => file.endsWith(".ts"));
    const codes = sources.flatMap((file) =>
      [...fs.readFileSync(path.join(folder, file), "utf8").matchAll(/"(IB-[A-Z-]+)"/g)].map(([, code = ""]) => code),
    );
    const shown = texts.map(([, findings]) => findings).join();
    expect([...new Set(codes)].filter((code) => !shown.includes(` ${code}\n`)).sort()).toEqual([
      "IB-IMAGE-LOAD",
      "IB-IMAGE-MISSING",
    ]);
  });
});

test.each<[string, Definition]>([
  [
    "texts and lists of the maximum length",
    {
      description: "x".repeat(1024),
      workingDirectory: "x".repeat(1024),
      distributionDescription: "x".repeat(1024),
      containerTags: Array.from({ length: 43 }, (_, index) => `t${index}`),
      channels: ["s".repeat(60)],
      components: [
        {
          ...hello,
          description: "x".repeat(1024),
          changeDescription: "x".repeat(128),
          supportedOsVersions: Array.from({ length: 25 }, (_, index) => `Linux ${index}`),
        },
        ...Array.from({ length: 19 }, (_, index) => ({ managed: `component-${index}` })),
      ],
      workflows: [
        build,
        {
          ...approve,
          description: "x".repeat(1024),
          changeDescription: "x".repeat(128),
          parallelGroup: "x".repeat(100),
          onFailure: "CONTINUE",
        },
      ],
    },
  ],
  ["texts of one character", { description: "x", workingDirectory: "/", components: [{ ...hello, description: "x" }] }],
  ["an existing repository", { repository: { existing: "team/web" } }],
  ["a build every hour", { schedule: { expression: "rate(60 minutes)", timezone: "Europe/Berlin" } }],
  ["manual builds", { schedule: null }],
  ["workflows without a test, if there are no tests", { workflows: [build], tests: { enabled: false } }],
  [
    "workflows by their ARNs",
    {
      workflows: [
        { arn: `${own}:workflow/build/own/1.0.0/1` },
        { arn: `${own}:workflow/test/own/1.x.x`, onFailure: "ABORT" },
        { arn: `${aws}:workflow/test/test-container/x.x.x` },
        { arn: `${own}:workflow/distribution/own/1.0.0` },
      ],
    },
  ],
  [
    "consumers",
    {
      consumers: {
        accounts: ["444455556666", "777788889999"],
        organizations: ["o-a1b2c3d4e5"],
        organizationalUnits: ["o-a1b2c3d4e5/r-ab12/ou-ab12-11112222/ou-ab12-33334444"],
      },
    },
  ],
  ["an AMI as the build image", { buildInstance: { image: "ami-0123456789abcdef0", volumes: [{ size: 30 }] } }],
  ["documents in S3", { dockerfile: "s3://bucket/Dockerfile", components: [{ document: "s3://bucket/install.yaml" }] }],
])("There is nothing wrong with %s", (_, definition) => {
  expect(reported(definition)).toBe("");
});
