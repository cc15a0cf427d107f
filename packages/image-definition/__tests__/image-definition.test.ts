import { formatFinding } from "@pipelines/findings/report";
import { readShape } from "@pipelines/findings/shape";
import { imageDefinition, imageOverrides, type ImageDefinition } from "../image-definition";

/** A definition in which every field is set, to something other than its default. */
const every = {
  description: "A web server",
  parentImage: { image: "base", tag: "stable" },
  rebuildWithParent: false,
  platform: "Windows",
  dockerfile: "Dockerfile.web",
  components: [
    {
      document: "install.yaml",
      name: "install",
      description: "Installs it",
      changeDescription: "First",
      supportedOsVersions: ["Amazon Linux 2023"],
      version: "1.1",
      parameters: { a: "1" },
    },
    { managed: "update-linux", version: "1.0.0", parameters: { a: "1" } },
    { arn: "arn:component", parameters: { a: "1" } },
  ],
  repository: { existing: "team/web" },
  regions: ["eu-central-1"],
  imageTagMutability: "IMMUTABLE",
  containerTags: ["edge"],
  channels: ["stable"],
  keep: { builds: 5, orphans: 30 },
  scan: "enhanced",
  consumers: { accounts: ["1"], organizations: ["2"], organizationalUnits: ["3"], lambda: true },
  schedule: {
    expression: "rate(1 day)",
    timezone: "Europe/Berlin",
    startCondition: "EXPRESSION_MATCH_AND_DEPENDENCY_UPDATES_AVAILABLE",
  },
  buildOnDeploy: false,
  enabled: false,
  workingDirectory: "/work",
  tests: { enabled: false, timeoutMinutes: 90 },
  workflows: [
    {
      document: "approve.yaml",
      type: "TEST",
      name: "approve",
      description: "Waits",
      changeDescription: "First",
      version: "1.1",
      parameters: { a: "1" },
      onFailure: "CONTINUE",
      parallelGroup: "tests",
    },
    {
      managed: "build-container",
      version: "1.0.0",
      parameters: { a: "1" },
      onFailure: "ABORT",
      parallelGroup: "tests",
    },
    { arn: "arn:workflow", parameters: { a: "1" }, onFailure: "ABORT", parallelGroup: "tests" },
  ],
  enhancedImageMetadata: false,
  distributionDescription: "To Frankfurt",
  instanceTypes: ["t4g.micro"],
  buildInstance: {
    image: "ami-0123456789abcdef0",
    volumes: [
      {
        deviceName: "/dev/sdb",
        size: 30,
        type: "io2",
        iops: 200,
        throughput: 200,
        encrypted: false,
        kmsKeyId: "arn:key",
      },
    ],
  },
  version: "2.0",
  tags: { Team: "web" },
} as const satisfies ImageDefinition;

function read(definition: object) {
  const { value, findings } = readShape(imageDefinition, { components: [], ...definition }, "image.ts", {
    components: [],
  });
  return { value, findings: findings.map((finding) => formatFinding(finding)) };
}

test("A definition may set every field", () => {
  expect(read(every)).toEqual({ value: every, findings: [] });
});

test("An environment may override every field except those that decide what the image contains", () => {
  const { findings } = readShape(imageOverrides, every, "image.ts", {});
  expect(findings.map(({ code, field }) => `${code} ${field ?? ""}`).sort()).toEqual(
    ["components", "dockerfile", "platform", "workflows"].map((field) => `IB-FIELD-UNKNOWN ${field}`),
  );
  const { platform, dockerfile, components, workflows, ...others } = every;
  expect([platform, dockerfile, components.length, workflows.length]).toHaveLength(4);
  expect(readShape(imageOverrides, others, "image.ts", {}).value).toEqual(others);
  expect(readShape(imageOverrides, {}, "image.ts", {}).value).toEqual({});
});

test("Objects in a definition have defaults for the fields that are left out", () => {
  const { value } = read({
    components: [{ managed: "update-linux" }],
    workflows: [{ managed: "build-container" }],
    consumers: {},
    tests: {},
    buildInstance: { volumes: [{ size: 30 }] },
  });
  expect(value).toMatchObject({
    components: [{ managed: "update-linux", version: "x.x.x" }],
    workflows: [{ managed: "build-container", version: "x.x.x" }],
    consumers: { accounts: [], organizations: [], organizationalUnits: [], lambda: false },
    tests: { enabled: true, timeoutMinutes: 60 },
    buildInstance: { volumes: [{ deviceName: "/dev/xvda", size: 30, type: "gp3", encrypted: true }] },
  });
});

const withVolume = (volume: object) => ({ buildInstance: { volumes: [{ size: 30, ...volume }] } });
const withWorkflow = (workflow: object) => ({ workflows: [{ managed: "build-container", ...workflow }] });

test.each<[string, (value: number) => object, number, number]>([
  ["keep.builds", (builds) => ({ keep: { builds } }), 1, 50_000],
  ["keep.days", (days) => ({ keep: { days } }), 1, 36_500],
  ["keep.orphans", (orphans) => ({ keep: { days: 30, orphans } }), 1, 36_500],
  ["tests.timeoutMinutes", (timeoutMinutes) => ({ tests: { timeoutMinutes } }), 60, 1440],
  ["buildInstance.volumes[0].size", (size) => withVolume({ size }), 1, 65_536],
  ["buildInstance.volumes[0].iops", (iops) => withVolume({ iops }), 100, 256_000],
  ["buildInstance.volumes[0].throughput", (throughput) => withVolume({ throughput }), 125, 2_000],
])("%s has a lowest and a highest value", (field, definition, min, max) => {
  expect([min, max].flatMap((value) => read(definition(value)).findings)).toEqual([]);
  expect([min - 1, max + 1].flatMap((value) => read(definition(value)).findings)).toEqual(
    [min - 1, max + 1].map(
      (value) =>
        `error image.ts ${field} IB-FIELD-KIND\n  found:   ${value}\n  allowed: a whole number from ${min} to ${max}`,
    ),
  );
});

test.each<[string, (value: unknown) => object, readonly unknown[], string]>([
  ["platform", (platform) => ({ platform }), ["Linux", "Windows"], '"Linux" or "Windows"'],
  ["scan", (scan) => ({ scan }), ["basic", "enhanced", false], '"basic", "enhanced" or false'],
  [
    "imageTagMutability",
    (value) => ({ imageTagMutability: value }),
    ["MUTABLE", "IMMUTABLE"],
    '"MUTABLE" or "IMMUTABLE"',
  ],
  [
    "schedule.startCondition",
    (startCondition) => ({ schedule: { expression: "rate(1 day)", startCondition } }),
    ["EXPRESSION_MATCH_ONLY", "EXPRESSION_MATCH_AND_DEPENDENCY_UPDATES_AVAILABLE"],
    '"EXPRESSION_MATCH_ONLY" or "EXPRESSION_MATCH_AND_DEPENDENCY_UPDATES_AVAILABLE"',
  ],
  [
    "buildInstance.volumes[0].type",
    (type) => withVolume({ type }),
    ["gp2", "gp3", "io1", "io2", "sc1", "st1", "standard"],
    '"gp2", "gp3", "io1", "io2", "sc1", "st1" or "standard"',
  ],
  [
    "workflows[0].onFailure",
    (onFailure) => withWorkflow({ onFailure }),
    ["ABORT", "CONTINUE"],
    '"ABORT" or "CONTINUE"',
  ],
  [
    "workflows[0].managed",
    (managed) => withWorkflow({ managed }),
    ["build-container", "test-container", "distribute-container"],
    '"build-container", "test-container" or "distribute-container"',
  ],
  [
    "workflows[0].type",
    (type) => ({ workflows: [{ document: "approve.yaml", type }] }),
    ["BUILD", "TEST", "DISTRIBUTION"],
    '"BUILD", "TEST" or "DISTRIBUTION"',
  ],
])("%s has one of these values", (field, definition, values, allowed) => {
  expect(values.flatMap((value) => read(definition(value)).findings)).toEqual([]);
  expect(read(definition("other")).findings).toEqual([
    `error image.ts ${field} IB-FIELD-KIND\n  found:   "other"\n  allowed: ${allowed}`,
  ]);
});

test.each<[string, object, string]>([
  ["parentImage", { parentImage: 1 }, 'text, or { image: "…" }'],
  ["repository", { repository: [] }, 'a name, or { existing: "…" }'],
  ["schedule", { schedule: 1 }, "text, an object or null"],
  ["schedule.expression", { schedule: { expression: 1 } }, 'text: "cron(…)" or "rate(…)"'],
  ["components", { components: 1 }, "a list of components: { document: … }, { managed: … } or { arn: … }"],
  ["workflows", { workflows: 1 }, "a list of workflows: { document: … }, { managed: … } or { arn: … }"],
  [
    "workflows[0]",
    { workflows: [1] },
    "document (one of the image's files), managed (an AWS workflow) or arn (any other)",
  ],
  ["buildInstance.volumes", { buildInstance: { volumes: 1 } }, "a list of objects"],
  ["keep", { keep: {} }, "{ builds: 100 } or { days: 365 }, not both: ECR applies one expiry rule to an image"],
  [
    "imageTagMutability",
    { imageTagMutability: "IMMUTABLE_WITH_EXCLUSION" },
    '"MUTABLE" or "IMMUTABLE": exclusions were added in the AWS provider 6.8, and this project also supports 5.100',
  ],
])("%s has a message that says what it may be", (field, definition, allowed) => {
  expect(read(definition).findings).toEqual([expect.stringContaining(`image.ts ${field} IB-FIELD-KIND\n`)]);
  expect(read(definition).findings[0]?.split("allowed: ")[1]).toBe(allowed);
});
