import { stackPolicy } from "@pipelines/permissions/policy";
import { readStackConfig } from "@pipelines/permissions/stack-config";
import type { EnvironmentSettings } from "../../stacks/environment/environment-settings";
import { VersionLock } from "@pipelines/version-lock/version-lock";
import { allows } from "@pipelines/testing/iam";
import {
  firstVersions,
  SynthesizedStack,
  reported,
  testApp,
  TestEnvironment,
  testImage,
} from "@pipelines/testing/stack";
import { temporaryFolder } from "@pipelines/testing/temporary-folder";

const encryptionKey = "arn:aws:kms:eu-west-1:123456789012:key/mrk-0123456789abcdef0123456789abcdef";
const replica = encryptionKey.replace("eu-west-1", "eu-central-1");

function synthesize(settings: Partial<EnvironmentSettings> = {}, versions = firstVersions): SynthesizedStack {
  const images = [
    testImage({ buildInstance: { volumes: [{ size: 30 }, { deviceName: "/dev/xvdb", size: 8, encrypted: false }] } }),
  ];
  const notifications = { emails: ["platform@example.com"] };
  return new SynthesizedStack(
    new TestEnvironment(testApp(), { encryptionKey, images, notifications, ...settings }, versions),
  );
}

describe("An environment with its own key", () => {
  const stack = synthesize({ regions: ["eu-central-1"] });

  it("encrypts everything it can with that key, and repositories in additional regions with the key's replica there", () => {
    const [home, other] = stack.resources("aws_ecr_repository").sort((a) => (a.provider === undefined ? -1 : 1));
    expect(home?.encryption_configuration).toEqual([{ encryption_type: "KMS", kms_key: encryptionKey }]);
    expect(other?.encryption_configuration).toEqual([{ encryption_type: "KMS", kms_key: replica }]);
    expect(stack.resource("aws_s3_bucket_server_side_encryption_configuration").rule).toEqual([
      {
        apply_server_side_encryption_by_default: { sse_algorithm: "aws:kms", kms_master_key_id: encryptionKey },
        bucket_key_enabled: true,
      },
    ]);
    for (const [type, attribute] of [
      ["aws_cloudwatch_log_group", "kms_key_id"],
      ["aws_sns_topic", "kms_master_key_id"],
      ["aws_imagebuilder_component", "kms_key_id"],
      ["aws_imagebuilder_container_recipe", "kms_key_id"],
    ] as const) {
      for (const resource of stack.resources(type)) expect([type, resource[attribute]]).toEqual([type, encryptionKey]);
    }
    expect(stack.resource("aws_imagebuilder_container_recipe").instance_configuration).toMatchObject({
      block_device_mapping: [{ ebs: { kms_key_id: encryptionKey } }, { ebs: { encrypted: "false" } }],
    });
    expect(JSON.stringify(stack.resource("aws_imagebuilder_container_recipe"))).not.toMatch(/"false","kms_key_id"/);
  });

  it("lets its instances use the key, and its deploys use it in both regions", () => {
    const policies = stack.resources("aws_iam_role_policy").map(({ policy }) => String(policy));
    expect(policies.join()).toContain(
      `{"Effect":"Allow","Action":["kms:Decrypt","kms:GenerateDataKey"],"Resource":"${encryptionKey}"}`,
    );
    const { document } = stackPolicy("test", readStackConfig(stack.text));
    expect([encryptionKey, replica].map((key) => allows(document, "kms:CreateGrant", key))).toEqual([true, true]);
    expect(allows(document, "kms:CreateGrant", encryptionKey.replace("mrk-0", "mrk-1"))).toBe(false);
  });

  it("shows in an output what the key's policy must allow, and to whom", () => {
    const statements = JSON.parse(String(stack.json.output?.encryption_key_policy?.value)) as readonly {
      Principal: object;
    }[];
    expect(statements.map(({ Principal }) => Principal)).toEqual([
      { AWS: "arn:aws:iam::123456789012:root" },
      { Service: "logs.eu-west-1.amazonaws.com" },
      { Service: "events.amazonaws.com" },
    ]);
  });

  it("gets new versions of components and recipes if the key changes, because AWS cannot change it in existing ones", () => {
    const file = `${temporaryFolder()}/image-versions.lock`;
    const versionsWith = (settings: Partial<EnvironmentSettings>): unknown[] => {
      const lock = VersionLock.open(file, { frozen: false, withoutHistory: true });
      const made = synthesize(settings, lock);
      lock.write();
      return ["component", "container_recipe"].map((type) => made.resource(`aws_imagebuilder_${type}`).version);
    };
    expect(versionsWith({ encryptionKey: undefined })).toEqual(["1.0.0", "1.0.0"]);
    for (const version of versionsWith({})) expect(version).toMatch(/^1\.0\.1\d{4}$/);
  });
});

describe("The checks for a key", () => {
  it("refuse an alias, a key from another region, and a key without replicas if there are additional regions", () => {
    const single = "arn:aws:kms:eu-west-1:123456789012:key/01234567-89ab-cdef-0123-456789abcdef";
    expect(reported({ encryptionKey })).toBe("");
    expect(reported({ encryptionKey: single })).toBe("");
    expect(reported({ encryptionKey: "alias/images" })).toBe(
      [
        "error main.ts encryptionKey IB-ENCRYPTION-KEY",
        '  found:   "alias/images"',
        "  allowed: the ARN of a key, arn:aws:kms:eu-west-1:123456789012:key/…",
      ].join("\n"),
    );
    expect(reported({ encryptionKey: replica })).toContain("allowed: a key in eu-west-1, arn:aws:kms:eu-west-1:");
    expect(reported({ encryptionKey: single, regions: ["eu-central-1"] })).toContain(
      "which is in one region only\n  allowed: a multi-Region key (key/mrk-…) with a replica in each additional region",
    );
  });
});
