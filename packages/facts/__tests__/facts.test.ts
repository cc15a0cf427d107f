import { foldName } from "../names";
import { allRegions, consoleHost, partitionOf, regionShape, registryOf } from "../regions";
import { volumes } from "../limits";

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

test("a volume's size limits form a range, and so do its IOPS limits", () => {
  for (const { size, iops = [1, 2] } of volumes.values()) {
    expect(size[0]).toBeLessThan(size[1]);
    expect(iops[0]).toBeLessThan(iops[1]);
  }
});
