import { checkEventBusArn, checkKmsKey, checkTopicArn } from "../arns";
import type { At, Finding } from "@pipelines/findings/finding";
import { architectureIn, instanceArchitecture, withoutT2 } from "@pipelines/facts/instance-types";
import { checkInstanceType } from "../instance-types";
import { checkVersion, checkVolume } from "../limits";
import { foldName } from "@pipelines/facts/names";
import * as names from "../names";
import { nearest } from "@pipelines/findings/nearest";
import { expectMessages, type Mistake } from "./messages";
import { allRegions, partitionOf } from "@pipelines/facts/regions";
import { checkRegion } from "../regions";
import { checkInstanceTags, checkTags } from "../tags";
import { checkTimeZone } from "../time-zone";

const place = { file: "stacks/prod-stack.ts", field: "value" };

interface Rule {
  readonly check: (value: string, at: At) => Finding[];
  readonly code: string;
  readonly good: readonly string[];
  readonly bad: readonly string[];
}

const long = (length: number): string => "a".repeat(length);

const rules: Readonly<Record<string, Rule>> = {
  "a resource name": {
    check: names.checkResourceName,
    code: "IB-NAME",
    good: ["abc", "prod-web", "_x_", "-x-", "My Image 2", long(128)],
    bad: ["", "ab", long(129), " abc", "abc ", "prod/web", "prod.web", "größe", "a\nb"],
  },
  "a component name": {
    check: names.checkShortResourceName,
    code: "IB-NAME",
    good: ["abc", long(126)],
    bad: ["ab", long(127)],
  },
  "a repository name": {
    check: names.checkRepositoryName,
    code: "IB-REPOSITORY-NAME",
    good: ["ab", "team/web", "a.b_c__d--e/f9", long(256)],
    bad: ["a", "Web", "-web", "web-", "a..b", "a___b", "a//b", "/a", "web:1", long(257)],
  },
  "a container tag": {
    check: names.checkContainerTag,
    code: "IB-CONTAINER-TAG",
    good: ["latest", "1.0.0-1", "_x", "A", long(128)],
    bad: ["", ".x", "-x", "a b", "a/b", "a:b", long(129)],
  },
  "a bucket name": {
    check: names.checkBucketName,
    code: "IB-BUCKET-NAME",
    good: ["abc", "my-bucket.logs", "1bucket", long(63)],
    bad: ["ab", long(64), "Bucket", "-abc", "abc-", "a..b", "a_b", "192.168.1.1", "xn--abc", "abc-s3alias", "sthree-x"],
  },
  "a role name": {
    check: names.checkRoleName,
    code: "IB-ROLE-NAME",
    good: ["a", "prod-web+=,.@_", long(64)],
    bad: ["", "a b", "a/b", long(65)],
  },
  "an instance profile name": {
    check: names.checkInstanceProfileName,
    code: "IB-PROFILE-NAME",
    good: ["a", long(128)],
    bad: ["", "a b", long(129)],
  },
  "a policy name": {
    check: names.checkPolicyName,
    code: "IB-POLICY-NAME",
    good: ["a", long(128)],
    bad: ["", "a:b", long(129)],
  },
  "an account id": {
    check: names.checkAccountId,
    code: "IB-ACCOUNT",
    good: ["123456789012", "000000000000"],
    bad: ["", "12345678901", "1234567890123", "1234-5678-9012", "12345678901x"],
  },
  "a subnet": {
    check: names.checkSubnetId,
    code: "IB-SUBNET",
    good: ["subnet-12345678", "subnet-0123456789abcdef0"],
    bad: ["", "subnet-", "subnet-1234567", "sg-12345678", "subnet-0123456789ABCDEF0", "subnet-0123456789abcdef01"],
  },
  "a security group": {
    check: names.checkSecurityGroupId,
    code: "IB-SECURITY-GROUP",
    good: ["sg-12345678", "sg-0123456789abcdef0"],
    bad: ["", "sg-xyz", "subnet-12345678"],
  },
  "an S3 URI": {
    check: names.checkS3Uri,
    code: "IB-S3-URI",
    good: ["s3://bucket/key", "s3://my.bucket/a/b c".replace(" ", "-")],
    bad: ["", "s3://bucket", "https://bucket/key", "s3://Bucket/key", "bucket/key"],
  },
  "a topic": {
    check: (value, at) => checkTopicArn(value, { partition: "aws", region: "us-east-1" }, at),
    code: "IB-TOPIC",
    good: ["arn:aws:sns:us-east-1:123456789012:builds", "arn:aws:sns:us-east-1:210987654321:a_b-c"],
    bad: [
      "",
      "builds",
      "arn:aws:sns:us-east-1:123456789012:builds.fifo",
      "arn:aws:sqs:us-east-1:123456789012:x",
      "arn:aws:sns:us-west-2:123456789012:builds",
      "arn:aws-us-gov:sns:us-east-1:123456789012:builds",
    ],
  },
  "an event bus": {
    check: (value, at) => checkEventBusArn(value, { account: "123456789012", region: "eu-west-1" }, at),
    code: "IB-EVENT-BUS",
    good: [
      "arn:aws:events:eu-west-1:123456789012:event-bus/builds",
      "arn:aws:events:us-east-1:123456789012:event-bus/default",
      "arn:aws:events:eu-west-1:210987654321:event-bus/default",
    ],
    bad: [
      "",
      "builds",
      "arn:aws-cn:events:cn-north-1:123456789012:event-bus/builds",
      "arn:aws:events:eu-west-1:123456789012:rule/x",
    ],
  },
  "a KMS key": {
    check: checkKmsKey,
    code: "IB-KMS-KEY",
    good: [
      "1234abcd-12ab-34cd-56ef-1234567890ab",
      "mrk-1234abcd12ab34cd56ef1234567890ab",
      "alias/my/key",
      "arn:aws:kms:us-east-1:123456789012:key/1234abcd-12ab-34cd-56ef-1234567890ab",
      "arn:aws-cn:kms:cn-north-1:123456789012:alias/x",
    ],
    bad: ["", "key", "1234abcd", "arn:aws:kms:us-east-1:123456789012:key/x", "arn:aws:s3:::bucket"],
  },
  "an instance type": {
    check: checkInstanceType,
    code: "IB-INSTANCE-TYPE",
    good: ["t2.micro", "c7g.large", "m7i-flex.large", "u-6tb1.56xlarge", "mac2.metal", "p6e-gb200.36xlarge"],
    bad: ["", "t2", "t2.", "T2.micro", "t2 micro", ".large"],
  },
  "a region": {
    check: checkRegion,
    code: "IB-REGION",
    good: ["us-east-1", "eu-central-2", "cn-northwest-1", "us-gov-west-1"],
    bad: ["", "us-east", "US-EAST-1", "eu-centrall-1", "us-east-1a"],
  },
  "a version": {
    check: checkVersion,
    code: "IB-VERSION",
    good: ["0.0.0", "1.0.0", "1073741823.1073741823.1073741823"],
    bad: [
      "",
      "1",
      "1.0",
      "1.0.0.0",
      "1.0.x",
      "x.x.x",
      "01.0.0",
      "-1.0.0",
      "1073741824.0.0",
      "1.0.0-rc1",
      "v1.0.0",
      "1..0",
    ],
  },
  "a time zone": {
    check: checkTimeZone,
    code: "IB-TIMEZONE",
    good: [
      "UTC",
      "Europe/Berlin",
      "America/Argentina/Buenos_Aires",
      "America/Port-au-Prince",
      "US/Eastern",
      "Etc/GMT+5",
      "Etc/UTC",
      "GMT",
      "EST5EDT",
      "Asia/Kolkata",
      "Asia/Calcutta",
      "Australia/NSW",
    ],
    bad: [
      "",
      "Europe/Berlinn",
      "Mars/Olympus",
      "+02:00",
      "x",
      long(101),
      "europe/berlin",
      "EUROPE/BERLIN",
      "Europe/berlin",
      "utc",
      "us/eastern",
      "US/EASTERN",
    ],
  },
};

const wrongVolumes: readonly (readonly [volume: Parameters<typeof checkVolume>[0], field: string])[] = [
  [{ size: 0 }, "value.size"],
  [{ size: 1.5 }, "value.size"],
  [{ size: 16_385 }, "value.size"],
  [{ type: "gp4" }, "value.type"],
  [{ type: "gp3", iops: 2999 }, "value.iops"],
  [{ type: "gp3", throughput: 2001 }, "value.throughput"],
  [{ type: "gp2", iops: 3000 }, "value.iops"],
  [{ type: "gp2", throughput: 125 }, "value.throughput"],
  [{ type: "io1" }, "value.iops"],
  [{ type: "st1", size: 100 }, "value.size"],
];

function manyTags(count: number): Record<string, string> {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`key${index}`, "x"]));
}

const goodValues = Object.entries(rules).flatMap(([what, { check, good }]) =>
  good.map((value) => ({ what, check, value })),
);
const badValues = Object.entries(rules).flatMap(([what, { bad, ...rule }]) =>
  bad.map((value) => ({ what, ...rule, value })),
);

describe("names and ids", () => {
  test.each(goodValues)("$value is valid as $what", ({ check, value }) => {
    expect(check(value, place)).toEqual([]);
  });

  test.each(badValues)("$value is not valid as $what", ({ check, code, value }) => {
    expect(check(value, place)).toMatchObject([{ severity: "error", code, ...place }]);
  });

  test("every message has been reviewed", () => {
    const mistakes = badValues.flatMap(({ what, check, value }) => {
      const shown = value.length > 60 ? `${value.length} characters` : JSON.stringify(value);
      return check(value, place).map((finding): Mistake => [`${shown} for ${what}`, finding]);
    });
    const others: readonly (readonly [string, readonly Finding[]])[] = [
      ...wrongVolumes.map(([volume]) => [`the volume ${JSON.stringify(volume)}`, checkVolume(volume, place)] as const),
      ...["t2.tiny", "t2.nan0", "x99.large", "t99.large", "c0.large", "qq5.large"].map(
        (type) => [`the instance type ${type}`, checkInstanceType(type, place)] as const,
      ),
      ["t2.micro in a region without it", checkInstanceType("t2.micro", place, withoutT2[0])],
      ["51 tags", checkTags(manyTags(51), place)],
      ["31 tags for build instances", checkInstanceTags(manyTags(31), place)],
      ["tags with these keys and values", checkTags({ "aws:x": "x", "": "x", ok: long(257) }, place)],
      ["tags for build instances", checkInstanceTags({ Name: "x" }, place)],
      ["1.0 as a version", checkVersion("1.0", place, false)],
      ["version 1.x.0 in a reference", checkVersion("1.x.0", place, true)],
    ];
    mistakes.push(...others.flatMap(([what, findings]) => findings.map((finding): Mistake => [what, finding])));
    expectMessages("names", mistakes);
  });

  test("the message suggests the nearest region or time zone, and an account ID without its hyphens", () => {
    expect(checkRegion("eu-centrall-1", place)[0]?.fix).toContain('write "eu-central-1"');
    expect(checkRegion("eu-centrall-1", place)[0]?.fix).toContain("packages/facts/regions.ts");
    expect(checkTimeZone("Europe/Berlinn", place)[0]?.fix).toBe("write Europe/Berlin");
    expect(checkTimeZone("america/new_york", place)[0]?.fix).toBe("write America/New_York");
    expect(names.checkAccountId("1234-5678-9012", place)[0]?.fix).toBe('write "123456789012"');
  });

  test("names that Image Builder considers equal have the same folded form", () => {
    expect(new Set(["My Image_1", "my-image-1", "MY IMAGE 1"].map(foldName))).toEqual(new Set(["my-image-1"]));
    expect(foldName("my-image-2")).not.toBe(foldName("my-image-1"));
  });

  test("wildcards are accepted only in version references", () => {
    expect(checkVersion("x.x.x", place, true)).toEqual([]);
    expect(checkVersion("1.0.x", place, true)).toEqual([]);
    expect(checkVersion("1.0.y", place, true)).toMatchObject([{ code: "IB-VERSION" }]);
  });
});

describe("architectureIn", () => {
  it.each([
    ["arm64v8/debian:12", "arm64"],
    ["ssm:/aws/service/ecs/optimized-ami/amazon-linux-2023/arm64/recommended", "arm64"],
    ["base:1.2-amd64", "x86_64"],
    ["base:1.2-x86_64", "x86_64"],
    ["amazonlinux:latest", undefined],
    ["charm64:1", undefined],
  ])("of %s is %s", (name, architecture) => {
    expect(architectureIn(name)).toBe(architecture);
  });
});

describe("instanceArchitecture", () => {
  test.each([
    "a1.large",
    "t4g.micro",
    "c6gn.large",
    "c7g.large",
    "m6gd.large",
    "r8g.metal-24xl",
    "x2gd.large",
    "im4gn.large",
    "is4gen.large",
    "g5g.xlarge",
    "hpc7g.4xlarge",
    "i4g.large",
    "p6e-gb200.36xlarge",
  ])("%s is arm64", (type) => {
    expect(instanceArchitecture(type)).toBe("arm64");
  });

  test.each([
    "t2.micro",
    "t3a.large",
    "m5.large",
    "m7i-flex.large",
    "g4dn.xlarge",
    "g4ad.xlarge",
    "g5.xlarge",
    "g6e.xlarge",
    "gr6.4xlarge",
    "inf1.xlarge",
    "trn1.2xlarge",
    "p4d.24xlarge",
    "u-6tb1.56xlarge",
    "u7i-12tb.224xlarge",
    "hpc6id.32xlarge",
    "p6-b200.48xlarge",
  ])("%s is x86_64", (type) => {
    expect(instanceArchitecture(type)).toBe("x86_64");
  });

  test.each(["", "large", "mac2.metal"])("%j does not say", (type) => {
    expect(instanceArchitecture(type)).toBeUndefined();
  });
});

describe("regions", () => {
  test("are in the partition that their names imply", () => {
    expect(partitionOf("us-east-1")).toBe("aws");
    expect(partitionOf("cn-north-1")).toBe("aws-cn");
    expect(partitionOf("us-gov-east-1")).toBe("aws-us-gov");
    expect(new Set(allRegions).size).toBe(allRegions.length);
  });
});

describe("limits", () => {
  test.each([
    {},
    { size: 8 },
    { size: 30, type: "gp3", iops: 3000, throughput: 125 },
    { size: 4, type: "io2", iops: 100 },
  ])("the volume %j passes", (volume) => {
    expect(checkVolume(volume, place)).toEqual([]);
  });

  test.each(wrongVolumes)("the volume %j is rejected because of its %s", (volume, field) => {
    expect(checkVolume(volume, place)).toMatchObject([{ code: "IB-VOLUME", field }]);
  });
});

describe("tags", () => {
  test("are limited to 50, or to 30 on build instances", () => {
    expect(checkTags(manyTags(50), place)).toEqual([]);
    expect(checkTags(manyTags(51), place)).toMatchObject([{ code: "IB-TAG-COUNT" }]);
    expect(checkInstanceTags(manyTags(30), place)).toEqual([]);
    expect(checkInstanceTags(manyTags(31), place)).toMatchObject([{ code: "IB-TAG-COUNT" }]);
  });

  test("have keys of 1 to 128 characters that are not reserved by AWS, and values of at most 256", () => {
    expect(checkTags({ [long(128)]: long(256), empty: "" }, place)).toEqual([]);
    const findings = checkTags({ [long(129)]: "x", "aws:x": "x", "AWS:y": "x", "": "x", ok: long(257) }, place);
    expect(findings.map(({ code }) => code)).toEqual([...Array<string>(4).fill("IB-TAG-KEY"), "IB-TAG-VALUE"]);
    expect(findings.at(-1)?.field).toBe("value.ok");
  });

  test.each(["CreatedBy", "Ec2ImageBuilderArn", "Name", "Tags"])("on build instances are never named %s", (key) => {
    expect(checkInstanceTags({ [key]: "x" }, place)).toMatchObject([
      { code: "IB-TAG-RESERVED", field: `value.${key}` },
    ]);
  });
});

describe("nearest", () => {
  test.each([
    ["ExecuteBsh", "ExecuteBash"],
    ["executebash", "ExecuteBash"],
    ["S3Downlaod", "S3Download"],
    ["Reboot", "Reboot"],
  ])("of %s is %s", (text, name) => {
    expect(nearest(text, ["Reboot", "S3Download", "ExecuteBash", "ExecuteBinary"])).toBe(name);
  });

  test.each(["", "x", "RunShellScript", long(100_000)])("of %.20s is nothing", (text) => {
    expect(nearest(text, ["Reboot", "ExecuteBash"])).toBeUndefined();
  });
});
