import type { App } from "cdktf";
import { findingsOf } from "../../constructs/attach";
import {
  type EnvironmentSettings,
  readSettings,
  type ResolvedSettings,
} from "../../stacks/environment/environment-settings";
import { EnvironmentStack } from "../../stacks/environment/environment-stack";
import { firstVersions, TestEnvironment, testApp, testImage } from "@pipelines/testing/stack";

const required: EnvironmentSettings = {
  environment: "test",
  account: "123456789012",
  region: "eu-west-1",
  images: [],
};

function resolveSettings(settings: EnvironmentSettings): ResolvedSettings {
  return readSettings(settings, "stacks/test-stack.ts").value;
}

/** Code and field of each finding about these settings. */
function problems(settings: Readonly<Record<string, unknown>>): string[] {
  const app = testApp();
  new TestEnvironment(app, settings);
  return findingsOf(app).map(({ code, field }) => `${code} ${field ?? ""}`);
}

describe("An environment's settings", () => {
  it("default to the sample's values", () => {
    expect(resolveSettings(required)).toEqual({
      ...required,
      state: { s3: {} },
      securityGroupIds: [],
      regions: [],
      keep: { builds: 100 },
      instanceTypes: ["t2.micro"],
      schedule: "cron(0 9 1 * ? *)",
      buildOnDeploy: true,
      buildTimeoutMinutes: 240,
      terminateInstanceOnFailure: true,
      strictBuildRole: false,
      logRetentionDays: 90,
      deletionProtection: false,
      buildPermissions: { managedPolicies: [], statements: [] },
      workflowPermissions: { managedPolicies: [], statements: [] },
      notifications: { emails: [], states: ["FAILED"], disabledPipelines: true },
      tags: {},
    });
  });

  it("override every default", () => {
    const given: EnvironmentSettings = {
      ...required,
      state: { hcpTerraform: { organization: "acme", workspace: "builds", hostname: "tfe.example.com" } },
      encryptionKey: "arn:aws:kms:eu-west-1:123456789012:key/mrk-0123456789abcdef0123456789abcdef",
      placement: {
        tenancy: "host",
        availabilityZone: "eu-west-1a",
        hostId: "h-0123456789abcdef0",
        hostResourceGroupArn: "arn:aws:resource-groups:eu-west-1:123456789012:group/hosts",
      },
      keyPair: "builds",
      snsTopicArn: "arn:aws:sns:eu-west-1:123456789012:builds",
      consumers: { accounts: ["444455556666"], organizations: [], organizationalUnits: [], lambda: true },
      subnetId: "subnet-0123456789abcdef0",
      securityGroupIds: ["sg-0123456789abcdef0"],
      instanceTypes: ["m5.large"],
      schedule: null,
      buildOnDeploy: false,
      buildTimeoutMinutes: 30,
      terminateInstanceOnFailure: false,
      logRetentionDays: 7,
      deletionProtection: true,
      notifications: {
        emails: ["platform@example.com"],
        topic: "arn:aws:sns:eu-west-1:123456789012:builds",
        eventBus: "arn:aws:events:eu-west-1:123456789012:event-bus/builds",
        states: ["AVAILABLE"],
        disabledPipelines: false,
        findings: "high",
      },
      tags: { Team: "a" },
      regions: ["eu-central-1"],
      repositoryPrefix: "team",
      keep: { days: 30 },
      scan: "enhanced",
      registryScan: "basic",
      workflowPermissions: { managedPolicies: [], statements: [] },
      buildPermissions: {
        managedPolicies: ["arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess"],
        statements: [
          {
            effect: "Deny",
            actions: ["s3:GetObject"],
            resources: ["*"],
            conditions: { StringEquals: { "aws:ResourceTag/Team": "web" } },
          },
        ],
      },
      permissionsBoundary: "arn:aws:iam::123456789012:policy/boundary",
      strictBuildRole: true,
      instanceProfile: "builds",
      instanceProfileRole: "arn:aws:iam::123456789012:role/builds",
    };
    expect(resolveSettings(given)).toEqual(given);
    const state = { s3: { bucket: "states", key: "test", region: "us-east-1", account: "444455556666" } };
    expect(resolveSettings({ ...given, state }).state).toEqual(state);
  });

  it("keep their defaults if a field is present but undefined", () => {
    const names = Object.keys(resolveSettings(required)).filter((name) => !(name in required));
    const undefineds = Object.fromEntries(names.map((name) => [name, undefined]));
    expect(resolveSettings({ ...required, ...undefineds })).toEqual(resolveSettings(required));
    expect(problems(undefineds)).toEqual([]);
  });

  it("keep the defaults of nested fields that are present but undefined", () => {
    const state = { s3: { bucket: undefined, key: undefined }, hcpTerraform: undefined };
    const nested = { state, notifications: { emails: [], states: undefined }, tags: { Team: undefined } };
    expect(problems(nested)).toEqual([]);
    expect(readSettings({ ...required, ...nested } as object as EnvironmentSettings, "").value).toEqual(
      resolveSettings(required),
    );
  });

  it.each([undefined, null, "dev"])("are refused, without an exception, if they are %j", (given) => {
    class Bare extends EnvironmentStack {
      public constructor(app: App) {
        super(app, firstVersions, given as never);
      }
    }
    const findings = findingsOf(new Bare(testApp()));
    expect(findings.map(({ code, field, found }) => [code, field, found])).toContainEqual([
      "IB-FIELD-KIND",
      undefined,
      given === "dev" ? '"dev"' : String(given),
    ]);
  });

  it.each([
    ["environment", 5],
    ["account", 123456789012],
    ["region", null],
    ["images", "hello-world"],
    ["state", "s3"],
    ["state", {}],
    ["state", { s3: {}, hcpTerraform: { organization: "a" } }],
    ["subnetId", null],
    ["securityGroupIds", "sg-0123456789abcdef0"],
    ["instanceTypes", { 0: "t2.micro" }],
    ["schedule", 5],
    ["buildOnDeploy", "yes"],
    ["buildTimeoutMinutes", "60"],
    ["terminateInstanceOnFailure", 1],
    ["logRetentionDays", 91],
    ["deletionProtection", null],
    ["tags", ["a"]],
    ["scan", true],
    ["buildPermissions", ["s3:*"]],
    ["permissionsBoundary", null],
    ["instanceProfile", {}],
    ["strictBuildRole", "yes"],
    ["registryScan", false],
    ["notifications", null],
  ])("are refused, without an exception, if they have the wrong type: %s %j", (field, value) => {
    expect(problems({ [field]: value })).toEqual([`IB-FIELD-KIND ${field}`]);
  });

  it.each([
    [{ images: ["hello-world"] }, "IB-FIELD-KIND images[0]"],
    [{ images: [{}] }, "IB-FIELD-KIND images[0]"],
    [{ securityGroupIds: [5] }, "IB-FIELD-KIND securityGroupIds[0]"],
    [{ tags: { Team: 5 } }, "IB-FIELD-KIND tags.Team"],
    [{ notifications: { mails: [] } }, "IB-FIELD-UNKNOWN notifications.mails"],
    [{ notifications: { findings: "low" } }, "IB-FIELD-KIND notifications.findings"],
    [
      { buildPermissions: { statements: [{ actions: ["s3:*"] }] } },
      "IB-FIELD-MISSING buildPermissions.statements[0].resources",
    ],
    [{ notifications: { emails: [], states: ["BROKEN"] } }, "IB-FIELD-KIND notifications.states[0]"],
  ])("are refused with a finding at the incorrect entry: %j", (settings, problem) => {
    expect(problems(settings)).toEqual([problem]);
  });

  it.each(["environment", "account", "region", "images"])("are refused without %s", (field) => {
    expect(problems({ [field]: undefined })).toEqual([`IB-FIELD-MISSING ${field}`]);
  });

  it.each([
    [{ s3: { bucket: 5 } }, "IB-FIELD-KIND state.s3.bucket"],
    [{ s3: { table: "locks" } }, "IB-FIELD-UNKNOWN state.s3.table"],
    [{ hcpTerraform: {} }, "IB-FIELD-MISSING state.hcpTerraform.organization"],
    [{ hcpTerraform: { organization: "a", workspace: 1 } }, "IB-FIELD-KIND state.hcpTerraform.workspace"],
  ])("are refused with a state like %j", (state, problem) => {
    expect(problems({ state })).toEqual([problem]);
  });

  it.each([
    [{}, "IB-FIELD-MISSING schedule.expression"],
    [{ expression: 5 }, "IB-FIELD-KIND schedule.expression"],
    [{ expression: "rate(1 day)", zone: "UTC" }, "IB-FIELD-UNKNOWN schedule.zone"],
  ])("are refused with a schedule like %j, in the environment or in an image", (schedule, problem) => {
    expect(problems({ schedule })).toEqual([problem]);
    expect(problems({ images: [testImage({ schedule: schedule as never })] })).toEqual([problem]);
  });

  it("have all their mistakes reported together, including wrong types", () => {
    const found = problems({
      region: "eu-west-9",
      account: "1234",
      tags: 5,
      subnetId: "subnet-0123456789abcdef0",
      instanceTypes: [],
      colour: "red",
    });
    expect([...found].sort()).toEqual([
      "IB-ACCOUNT account",
      "IB-FIELD-KIND tags",
      "IB-FIELD-UNKNOWN colour",
      "IB-INSTANCE-TYPES instanceTypes",
      "IB-REGION region",
      "IB-SUBNET-GROUPS securityGroupIds",
    ]);
  });

  it("have their mistakes reported in the file of the environment's class", () => {
    const app = testApp();
    new TestEnvironment(app, { account: "1" });
    expect(findingsOf(app).map(({ file }) => file)).toEqual(["main.ts"]);
  });
});
