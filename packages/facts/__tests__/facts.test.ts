import * as path from "node:path";
import { expectFile } from "@pipelines/testing/expected";
import { architectureIn, generations, instanceArchitecture, withoutT2 } from "../instance-types";
import { eventRules, mostComponents, mostInVersion, volumes } from "../limits";
import { foldName } from "../names";
import { allRegions, consoleHost, partitionOf, regionShape, registryOf } from "../regions";
import { workflowActions } from "../workflow-actions";

test("every list and limit is the one that someone compared with AWS's pages", () => {
  const lists = {
    "newest generation of each instance series": Object.entries(generations),
    "regions by partition": allRegions.map((region) => [region, partitionOf(region)] as const),
    "regions without T2": withoutT2.map((region) => [region] as const),
    "volumes: GiB and IOPS": [...volumes],
    "workflow actions": Object.entries(workflowActions),
    limits: Object.entries({ eventRules, mostComponents, mostInVersion }),
  };
  const texts = Object.entries(lists).map(([title, rows]) => {
    const lines = rows.map(([name, fact]) => (fact === undefined ? name : `${name} ${JSON.stringify(fact)}`));
    return `# ${title}\n\n${lines.join("\n")}\n`;
  });
  expectFile(path.join(__dirname, "facts.txt"), texts.join("\n"));
});

test.each([
  ["a1.large", "arm64"],
  ["a2.large", "x86_64"],
  ["c7g.large", "arm64"],
  ["c1.medium", "x86_64"],
  ["im4gn.large", "arm64"],
  ["m7i-flex.large", "x86_64"],
  ["g5.xlarge", "x86_64"],
  ["p6e-gb200.36xlarge", "arm64"],
  ["p6-b200.48xlarge", "x86_64"],
  ["u-6tb1.56xlarge", "x86_64"],
  ["u-12tb.metal", "x86_64"],
  ["mac2.metal", undefined],
  ["large", undefined],
  ["7g.large", undefined],
])("the architecture of %s is %s", (type, architecture) => {
  expect(instanceArchitecture(type)).toBe(architecture);
});

test.each([
  ["arm64v8/debian", "arm64"],
  ["base:1.2-ARM64", "arm64"],
  ["debian:12-aarch64", "arm64"],
  ["base:1.2-amd64", "x86_64"],
  ["ssm:/aws/service/ami-amazon-linux-latest/al2023-ami-kernel-default-x86_64", "x86_64"],
  ["warm64/charm:latest", undefined],
  [undefined, undefined],
])("%s names the architecture %s", (name, architecture) => {
  expect(architectureIn(name)).toBe(architecture);
});

test("every region has a valid name and the partition that its name implies", () => {
  expect(allRegions.filter((region) => !regionShape.test(region))).toEqual([]);
  expect(allRegions.filter((region) => partitionOf(region) !== "aws").sort()).toEqual([
    "cn-north-1",
    "cn-northwest-1",
    "us-gov-east-1",
    "us-gov-west-1",
  ]);
});

test.each(["eu-west", "eu--1", "eu-west-0", "us-gov-1", "EU-WEST-1", "eu-middle-1"])(
  "%s is not a region name",
  (name) => {
    expect(name).not.toMatch(regionShape);
  },
);

test("host names depend on the partition", () => {
  const place = { account: "111122223333", region: "cn-north-1", partition: "aws-cn" };
  expect(registryOf(place)).toBe("111122223333.dkr.ecr.cn-north-1.amazonaws.com.cn");
  expect(registryOf({ ...place, region: "eu-west-1", partition: "aws" })).toBe(
    "111122223333.dkr.ecr.eu-west-1.amazonaws.com",
  );
  expect(["aws", "aws-cn", "aws-us-gov"].map(consoleHost)).toEqual([
    "console.aws.amazon.com",
    "console.amazonaws.cn",
    "console.amazonaws-us-gov.com",
  ]);
});

test("names are the same if they differ only in case, spaces or underscores", () => {
  expect(foldName("My Web_Server")).toBe("my-web-server");
});
