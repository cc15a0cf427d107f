import { CloudFormationClient } from "@aws-sdk/client-cloudformation";
import { CreateBucketCommand } from "@aws-sdk/client-s3";
import { type LocalAws, startLocalAws } from "@pipelines/local-aws/local-aws";
import { arn, clientsOf, testAccount, testRegion } from "@pipelines/testing/clients";
import { type Found, finderOf, resourceTypes } from "../resource-types";
import type { Services } from "../services";

let aws: LocalAws;
beforeAll(async () => {
  aws = await startLocalAws();
});
afterAll(async () => {
  await aws.close();
});
afterEach(() => {
  aws.faults = undefined;
});

function services(account = testAccount): Services {
  const own: Services = {
    ...clientsOf(aws, testRegion, account),
    cloudFormation: new CloudFormationClient({ region: testRegion }),
    place: { environment: "dev", account, region: testRegion, partition: "aws" },
    in: () => own,
  };
  return own;
}

/** Looks up a name that no existing object has. */
async function find(type: string, account?: string, name = "no-such-thing"): Promise<Found | undefined> {
  const attributes = {
    ...{ name, bucket: name, url: `https://${name}`, type: "TEST" },
    ...(/component|recipe|workflow/.test(type) && { version: "1.0.0" }),
    container_recipe_arn: arn(`container-recipe/${name}/1.0.0`),
  };
  return finderOf(type)?.(attributes, services(account), () => true, undefined);
}

const found = Object.keys(resourceTypes).filter((type) => finderOf(type) !== undefined);

test.each(found)("%s: the name counts as free only if AWS says so", async (type) => {
  expect(await find(type)).toBeUndefined();
  aws.faults = () => ({ kind: "internal-error" });
  await expect(find(type)).rejects.toThrow();
  aws.faults = () => ({ kind: "throttle" });
  await expect(find(type)).rejects.toThrow();
});

test("a bucket in another account counts as existing, but its tags cannot be read", async () => {
  await services().s3.send(
    new CreateBucketCommand({
      Bucket: "theirs-and-ours",
      CreateBucketConfiguration: { LocationConstraint: testRegion },
    }),
  );
  expect(await find("aws_s3_bucket", testAccount, "theirs-and-ours")).toEqual({
    id: "theirs-and-ours",
    tags: {},
    unfinished: true,
  });
  expect(await find("aws_s3_bucket", "444455556666", "theirs-and-ours")).toEqual({
    id: "theirs-and-ours",
    tags: undefined,
  });
});
