import {
  BucketAlreadyOwnedByYou,
  CreateBucketCommand,
  DeleteBucketCommand,
  DeleteObjectCommand,
  DeleteObjectsCommand,
  DeletePublicAccessBlockCommand,
  GetBucketEncryptionCommand,
  GetBucketLifecycleConfigurationCommand,
  GetBucketOwnershipControlsCommand,
  GetBucketPolicyCommand,
  GetBucketTaggingCommand,
  GetBucketVersioningCommand,
  GetObjectCommand,
  GetPublicAccessBlockCommand,
  HeadBucketCommand,
  type LifecycleRule,
  ListBucketsCommand,
  ListObjectVersionsCommand,
  ListObjectsV2Command,
  NoSuchKey,
  NotFound,
  PutBucketLifecycleConfigurationCommand,
  PutBucketOwnershipControlsCommand,
  PutBucketPolicyCommand,
  PutBucketTaggingCommand,
  PutBucketVersioningCommand,
  PutObjectCommand,
  PutPublicAccessBlockCommand,
  type S3Client,
} from "@aws-sdk/client-s3";
import { type LocalAws, startLocalAws } from "../local-aws";
import { clientsOf, testRegion } from "@pipelines/testing/clients";

const Bucket = "some-logs";
const expireRule = { ID: "expire", Status: "Enabled", Filter: { Prefix: "" }, Expiration: { Days: 90 } };
let aws: LocalAws;
let s3: S3Client;
beforeEach(async () => {
  aws = await startLocalAws();
  ({ s3 } = clientsOf(aws));
  await s3.send(new CreateBucketCommand({ Bucket, CreateBucketConfiguration: { LocationConstraint: testRegion } }));
});
afterEach(async () => {
  await aws.close();
});

async function textOf(Key: string, VersionId?: string): Promise<string | undefined> {
  const { Body } = await s3.send(new GetObjectCommand({ Bucket, Key, VersionId }));
  return Body?.transformToString();
}

function policyOf(statement: object): string {
  const Resource = `arn:aws:s3:::${Bucket}/*`;
  return JSON.stringify({ Version: "2012-10-17", Statement: { Action: "s3:GetObject", Resource, ...statement } });
}

describe("a bucket", () => {
  test("is read, listed and deleted", async () => {
    expect((await s3.send(new HeadBucketCommand({ Bucket }))).BucketRegion).toBe(testRegion);
    expect((await s3.send(new ListBucketsCommand({}))).Buckets?.map(({ Name }) => Name)).toEqual([Bucket]);
    await s3.send(new DeleteBucketCommand({ Bucket }));
    await expect(s3.send(new HeadBucketCommand({ Bucket }))).rejects.toBeInstanceOf(NotFound);
  });

  test("is refused a second time, even from another account, and with an invalid name", async () => {
    const again = { Bucket, CreateBucketConfiguration: { LocationConstraint: testRegion } } as const;
    await expect(s3.send(new CreateBucketCommand(again))).rejects.toBeInstanceOf(BucketAlreadyOwnedByYou);
    const other = clientsOf(aws, testRegion, "444455556666").s3;
    await expect(other.send(new CreateBucketCommand(again))).rejects.toMatchObject({ name: "BucketAlreadyExists" });
    await expect(s3.send(new CreateBucketCommand({ ...again, Bucket: "Upper" }))).rejects.toMatchObject({
      name: "InvalidBucketName",
    });
  });

  test("must be in the region of the request", async () => {
    const input = { Bucket: "elsewhere", CreateBucketConfiguration: { LocationConstraint: "eu-north-1" } } as const;
    await expect(s3.send(new CreateBucketCommand(input))).rejects.toMatchObject({
      name: "IllegalLocationConstraintException",
    });
  });

  test("returns its configurations unchanged, and an error if there is none", async () => {
    await s3.send(new DeletePublicAccessBlockCommand({ Bucket }));
    const absent = { name: "NoSuchPublicAccessBlockConfiguration" };
    await expect(s3.send(new GetPublicAccessBlockCommand({ Bucket }))).rejects.toMatchObject(absent);
    await expect(s3.send(new GetBucketPolicyCommand({ Bucket }))).rejects.toMatchObject({ name: "NoSuchBucketPolicy" });
    await expect(s3.send(new GetBucketTaggingCommand({ Bucket }))).rejects.toMatchObject({ name: "NoSuchTagSet" });

    const block = {
      BlockPublicAcls: true,
      IgnorePublicAcls: true,
      BlockPublicPolicy: true,
      RestrictPublicBuckets: true,
    };
    await s3.send(new PutPublicAccessBlockCommand({ Bucket, PublicAccessBlockConfiguration: block }));
    const read = await s3.send(new GetPublicAccessBlockCommand({ Bucket }));
    expect(read.PublicAccessBlockConfiguration).toEqual(block);

    const Policy = policyOf({ Effect: "Deny", Principal: "*" });
    await s3.send(new PutBucketPolicyCommand({ Bucket, Policy }));
    expect((await s3.send(new GetBucketPolicyCommand({ Bucket }))).Policy).toBe(Policy);

    const TagSet = [{ Key: "a", Value: "<&>" }];
    await s3.send(new PutBucketTaggingCommand({ Bucket, Tagging: { TagSet } }));
    expect((await s3.send(new GetBucketTaggingCommand({ Bucket }))).TagSet).toEqual(TagSet);

    const Rules = [{ ObjectOwnership: "BucketOwnerEnforced" as const }];
    await s3.send(new PutBucketOwnershipControlsCommand({ Bucket, OwnershipControls: { Rules } }));
    expect((await s3.send(new GetBucketOwnershipControlsCommand({ Bucket }))).OwnershipControls).toEqual({ Rules });

    const rule = { ID: "expire", Status: "Enabled" as const, Filter: { Prefix: "" }, Expiration: { Days: 90 } };
    await s3.send(new PutBucketLifecycleConfigurationCommand({ Bucket, LifecycleConfiguration: { Rules: [rule] } }));
    expect(await s3.send(new GetBucketLifecycleConfigurationCommand({ Bucket }))).toMatchObject({
      Rules: [rule],
      TransitionDefaultMinimumObjectSize: "all_storage_classes_128K",
    });

    const { ServerSideEncryptionConfiguration } = await s3.send(new GetBucketEncryptionCommand({ Bucket }));
    expect(ServerSideEncryptionConfiguration?.Rules?.[0]?.ApplyServerSideEncryptionByDefault?.SSEAlgorithm).toBe(
      "AES256",
    );
  });

  test("is private from the start: public access blocked, no access control lists", async () => {
    const { PublicAccessBlockConfiguration } = await s3.send(new GetPublicAccessBlockCommand({ Bucket }));
    expect(Object.values(PublicAccessBlockConfiguration ?? {})).toEqual([true, true, true, true]);
    const { OwnershipControls } = await s3.send(new GetBucketOwnershipControlsCommand({ Bucket }));
    expect(OwnershipControls?.Rules).toEqual([{ ObjectOwnership: "BucketOwnerEnforced" }]);
    const open = { Bucket: "open", CreateBucketConfiguration: { LocationConstraint: testRegion } } as const;
    await expect(s3.send(new CreateBucketCommand({ ...open, ACL: "public-read" }))).rejects.toMatchObject({
      name: "InvalidBucketAclWithObjectOwnership",
    });
    const ObjectOwnership = "ObjectWriter";
    await expect(
      s3.send(new CreateBucketCommand({ ...open, ACL: "public-read", ObjectOwnership })),
    ).rejects.toMatchObject({ name: "AccessDenied" });
    await expect(
      s3.send(new PutObjectCommand({ Bucket, Key: "a", Body: "1", ACL: "public-read" })),
    ).rejects.toMatchObject({ name: "AccessControlListNotSupported" });
  });

  test("accepts a public policy only once its public access block is gone", async () => {
    const put = (Policy: string) => s3.send(new PutBucketPolicyCommand({ Bucket, Policy }));
    const everybody = { Effect: "Allow", Principal: { AWS: "*" } };
    const denied = { name: "AccessDenied", message: expect.stringContaining("BlockPublicPolicy") as string };
    await expect(put(policyOf(everybody))).rejects.toMatchObject(denied);
    const anywhere = { IpAddress: { "aws:SourceIp": "0.0.0.0/0" } };
    await expect(put(policyOf({ ...everybody, Condition: anywhere }))).rejects.toMatchObject(denied);
    await put(policyOf({ ...everybody, Condition: { StringEquals: { "aws:PrincipalOrgID": "o-1234567890" } } }));
    await put(policyOf({ Effect: "Allow", Principal: { AWS: "444455556666" } }));
    await s3.send(new DeletePublicAccessBlockCommand({ Bucket }));
    await put(policyOf(everybody));
  });

  test.each([
    ["no JSON", "{", "This policy contains invalid Json"],
    ["no statement", '{"Version":"2012-10-17","Statement":[]}', "This policy contains invalid Json"],
    ["no principal", policyOf({ Effect: "Allow" }), "Missing required field Principal"],
    [
      "another service's action",
      policyOf({ Effect: "Deny", Principal: "*", Action: "ec2:RunInstances" }),
      "Policy has invalid action",
    ],
    [
      "another bucket",
      policyOf({ Effect: "Deny", Principal: "*", Resource: "arn:aws:s3:::other/*" }),
      "Policy has invalid resource",
    ],
  ])("rejects a policy with %s", async (_, Policy, message) => {
    const put = s3.send(new PutBucketPolicyCommand({ Bucket, Policy }));
    await expect(put).rejects.toMatchObject({ name: "MalformedPolicy", message });
  });

  test.each<[string, object[], string]>([
    ["no rule", [], "MalformedXML"],
    ["a rule without an action", [{ ...expireRule, Expiration: undefined }], "InvalidRequest"],
    ["a rule that says nowhere", [{ ...expireRule, Filter: undefined }], "MalformedXML"],
    ["an expiry after 0 days", [{ ...expireRule, Expiration: { Days: 0 } }], "InvalidArgument"],
    ["an expiry without a time", [{ ...expireRule, Expiration: {} }], "MalformedXML"],
    ["an id twice", [expireRule, expireRule], "InvalidArgument"],
    ["an unknown status", [{ ...expireRule, Status: "On" }], "MalformedXML"],
  ])("rejects a lifecycle configuration with %s", async (_, rules, name) => {
    const LifecycleConfiguration = { Rules: rules as LifecycleRule[] };
    const put = s3.send(new PutBucketLifecycleConfigurationCommand({ Bucket, LifecycleConfiguration }));
    await expect(put).rejects.toMatchObject({ name });
  });

  test("that contains an object cannot be deleted", async () => {
    await s3.send(new PutObjectCommand({ Bucket, Key: "a", Body: "1" }));
    await expect(s3.send(new DeleteBucketCommand({ Bucket }))).rejects.toMatchObject({ name: "BucketNotEmpty" });
    await s3.send(new DeleteObjectCommand({ Bucket, Key: "a" }));
    await s3.send(new DeleteBucketCommand({ Bucket }));
  });

  test("with versions keeps deleted objects, and cannot be deleted until they are gone", async () => {
    await s3.send(new PutBucketVersioningCommand({ Bucket, VersioningConfiguration: { Status: "Enabled" } }));
    expect((await s3.send(new GetBucketVersioningCommand({ Bucket }))).Status).toBe("Enabled");
    const first = await s3.send(new PutObjectCommand({ Bucket, Key: "a", Body: "1" }));
    await s3.send(new PutObjectCommand({ Bucket, Key: "a", Body: "2" }));
    expect((await s3.send(new DeleteObjectCommand({ Bucket, Key: "a" }))).DeleteMarker).toBe(true);
    await expect(textOf("a")).rejects.toBeInstanceOf(NoSuchKey);
    expect(await textOf("a", first.VersionId)).toBe("1");
    expect((await s3.send(new ListObjectsV2Command({ Bucket }))).KeyCount).toBe(0);
    await expect(s3.send(new DeleteBucketCommand({ Bucket }))).rejects.toMatchObject({ name: "BucketNotEmpty" });

    const { Versions = [], DeleteMarkers = [] } = await s3.send(new ListObjectVersionsCommand({ Bucket }));
    expect([Versions.length, DeleteMarkers.length]).toEqual([2, 1]);
    const Objects = [...Versions, ...DeleteMarkers].map(({ Key, VersionId }) => ({ Key, VersionId }));
    const { Deleted } = await s3.send(new DeleteObjectsCommand({ Bucket, Delete: { Objects } }));
    expect(Deleted).toHaveLength(3);
    await s3.send(new DeleteBucketCommand({ Bucket }));
    expect(aws.remaining()).toEqual([]);
  });
});

describe("an object", () => {
  test("is returned unchanged, however the SDK frames and checksums it", async () => {
    const Body = "line\r\n".repeat(1000);
    await s3.send(new PutObjectCommand({ Bucket, Key: "plain", Body, ContentType: "text/plain" }));
    await s3.send(new PutObjectCommand({ Bucket, Key: "a b/c+d", Body, ChecksumAlgorithm: "SHA256" }));
    expect(await textOf("plain")).toBe(Body);
    expect(await textOf("a b/c+d")).toBe(Body);
    expect((await s3.send(new GetObjectCommand({ Bucket, Key: "plain" }))).ContentType).toBe("text/plain");
  });

  test("is listed by folder, even if its name has characters that XML cannot contain", async () => {
    const odd = "a/\u0001&<\r";
    for (const Key of [odd, "a/2", "a/b/3", "c"]) await s3.send(new PutObjectCommand({ Bucket, Key, Body: Key }));
    const listed = await s3.send(new ListObjectsV2Command({ Bucket, Prefix: "a/", Delimiter: "/" }));
    expect(listed.Contents?.map(({ Key }) => Key)).toEqual([odd, "a/2"]);
    expect(listed.CommonPrefixes).toEqual([{ Prefix: "a/b/" }]);
    const encoded = await s3.send(new ListObjectsV2Command({ Bucket, Prefix: "a/", EncodingType: "url" }));
    expect(encoded.Contents?.map(({ Key }) => Key)).toEqual(["a/%01%26%3C%0D", "a/2", "a/b/3"]);
    const versions = await s3.send(new ListObjectVersionsCommand({ Bucket, EncodingType: "url" }));
    expect(versions.Versions?.[0]?.Key).toBe("a/%01%26%3C%0D");
  });

  test("is read in parts", async () => {
    await s3.send(new PutObjectCommand({ Bucket, Key: "a", Body: "0123456789" }));
    const part = async (Range: string) => {
      const { Body, ContentRange } = await s3.send(new GetObjectCommand({ Bucket, Key: "a", Range }));
      return [await Body?.transformToString(), ContentRange];
    };
    expect(await part("bytes=2-4")).toEqual(["234", "bytes 2-4/10"]);
    expect(await part("bytes=8-99")).toEqual(["89", "bytes 8-9/10"]);
    expect(await part("bytes=-3")).toEqual(["789", "bytes 7-9/10"]);
    expect(await part("bytes=0-9")).toEqual(["0123456789", undefined]);
    await expect(part("bytes=10-")).rejects.toMatchObject({ name: "InvalidRange" });
  });

  test("is written only once if the writer requires that, as for the state lock", async () => {
    const lock = (Body: string) => s3.send(new PutObjectCommand({ Bucket, Key: "lock", Body, IfNoneMatch: "*" }));
    const both = await Promise.allSettled([lock("one"), lock("two")]);
    expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    await expect(lock("three")).rejects.toMatchObject({
      name: "PreconditionFailed",
      $metadata: { httpStatusCode: 412 },
    });
  });

  test("is listed page by page", async () => {
    for (const Key of ["a/1", "a/2", "a/3", "b"]) await s3.send(new PutObjectCommand({ Bucket, Key, Body: Key }));
    const first = await s3.send(new ListObjectsV2Command({ Bucket, Prefix: "a/", MaxKeys: 2 }));
    const ContinuationToken = first.NextContinuationToken;
    const second = await s3.send(new ListObjectsV2Command({ Bucket, Prefix: "a/", MaxKeys: 2, ContinuationToken }));
    expect([first, second].map(({ Contents }) => Contents?.map(({ Key }) => Key))).toEqual([["a/1", "a/2"], ["a/3"]]);
  });
});
