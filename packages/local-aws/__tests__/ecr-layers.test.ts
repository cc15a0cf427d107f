import {
  BatchCheckLayerAvailabilityCommand,
  BatchDeleteImageCommand,
  BatchGetImageCommand,
  CompleteLayerUploadCommand,
  CreateRepositoryCommand,
  DescribeImageScanFindingsCommand,
  DescribeImagesCommand,
  type ECRClient,
  GetDownloadUrlForLayerCommand,
  InitiateLayerUploadCommand,
  PutImageCommand,
  UploadLayerPartCommand,
} from "@aws-sdk/client-ecr";
import { sha256 } from "../ecr/manifest";
import { type LocalAws, startLocalAws } from "../local-aws";
import { clientsOf } from "@pipelines/testing/clients";

const mib = 1024 * 1024;
const ociImage = "application/vnd.oci.image.manifest.v1+json";
const ociIndex = "application/vnd.oci.image.index.v1+json";
const repositoryName = "web";

let aws: LocalAws;
let ecr: ECRClient;
beforeEach(async () => {
  aws = await startLocalAws({ speed: 0 });
  ({ ecr } = clientsOf(aws));
  await ecr.send(new CreateRepositoryCommand({ repositoryName }));
});
afterEach(async () => {
  expect(aws.unknownCalls).toEqual([]);
  await aws.close();
});

/** Uploads these parts one after the other. @returns the upload's id */
async function uploaded(...parts: readonly Buffer[]): Promise<string | undefined> {
  const { uploadId } = await ecr.send(new InitiateLayerUploadCommand({ repositoryName }));
  let partFirstByte = 0;
  for (const layerPartBlob of parts) {
    const partLastByte = partFirstByte + layerPartBlob.length - 1;
    const part = { repositoryName, uploadId, partFirstByte, partLastByte, layerPartBlob };
    const { lastByteReceived } = await ecr.send(new UploadLayerPartCommand(part));
    expect(lastByteReceived).toBe(partLastByte);
    partFirstByte = partLastByte + 1;
  }
  return uploadId;
}

const complete = (uploadId: string | undefined, content: string | Buffer) =>
  ecr.send(new CompleteLayerUploadCommand({ repositoryName, uploadId, layerDigests: [sha256(content)] }));

/** Pushes an image with one layer. @returns its digest */
async function pushed(content: string, imageTag?: string): Promise<string> {
  const layer = Buffer.from(content);
  await complete(await uploaded(layer), layer);
  const named = { mediaType: "application/octet-stream", digest: sha256(layer), size: layer.length };
  const imageManifest = JSON.stringify({ schemaVersion: 2, mediaType: ociImage, config: named, layers: [named] });
  await ecr.send(new PutImageCommand({ repositoryName, imageManifest, imageTag }));
  return sha256(imageManifest);
}

async function pushedIndex(imageTag: string, ...digests: readonly string[]): Promise<string> {
  const manifests = digests.map((digest) => ({ mediaType: ociImage, digest, size: 1 }));
  const imageManifest = JSON.stringify({ schemaVersion: 2, mediaType: ociIndex, manifests });
  await ecr.send(new PutImageCommand({ repositoryName, imageManifest, imageTag }));
  return sha256(imageManifest);
}

describe("a layer", () => {
  test("exists once its upload is complete, and is returned unchanged, in full or from a given byte", async () => {
    const parts = [Buffer.alloc(5 * mib, 1), Buffer.from("the end")];
    const layer = Buffer.concat(parts);
    const layerDigest = sha256(layer);
    const uploadId = await uploaded(...parts);
    const check = new BatchCheckLayerAvailabilityCommand({ repositoryName, layerDigests: [layerDigest] });
    expect((await ecr.send(check)).layers).toEqual([{ layerDigest, layerAvailability: "UNAVAILABLE" }]);
    expect(await complete(uploadId, layer)).toMatchObject({ layerDigest, repositoryName, uploadId });
    const available = { layerDigest, layerAvailability: "AVAILABLE", layerSize: layer.length };
    expect((await ecr.send(check)).layers).toEqual([available]);
    const url = new GetDownloadUrlForLayerCommand({ repositoryName, layerDigest });
    const { downloadUrl = "" } = await ecr.send(url);
    expect(sha256(Buffer.from(await (await fetch(downloadUrl)).arrayBuffer()))).toBe(layerDigest);
    const rest = await fetch(downloadUrl, { headers: { range: `bytes=${5 * mib}-` } });
    expect([rest.status, await rest.text()]).toEqual([206, "the end"]);
  });

  test("accepts its parts only in order, and reports the last byte", async () => {
    const uploadId = await uploaded(Buffer.from("first"));
    const late = { repositoryName, uploadId, partFirstByte: 6, partLastByte: 6, layerPartBlob: Buffer.from("x") };
    const refused = { name: "InvalidLayerPartException", lastValidByteReceived: 4, repositoryName, uploadId };
    await expect(ecr.send(new UploadLayerPartCommand(late))).rejects.toMatchObject(refused);
  });

  test.each<[string, string, () => Promise<unknown>]>([
    ["without a part", "EmptyUploadException", async () => complete(await uploaded(), "x")],
    ["of another digest", "InvalidLayerException", async () => complete(await uploaded(Buffer.from("x")), "y")],
    [
      "with a part before the last that is too small",
      "LayerPartTooSmallException",
      async () => complete(await uploaded(Buffer.from("x"), Buffer.from("y")), "xy"),
    ],
    ["of no upload", "UploadNotFoundException", () => complete("11111111-2222-3333-4444-555555555555", "x")],
    [
      "that is there",
      "LayerAlreadyExistsException",
      async () => {
        for (const content of ["x", "x"]) await complete(await uploaded(Buffer.from(content)), content);
      },
    ],
    [
      "that is not there, at its download",
      "LayersNotFoundException",
      () => ecr.send(new GetDownloadUrlForLayerCommand({ repositoryName, layerDigest: sha256("x") })),
    ],
  ])("is refused %s", async (_what, name, send) => {
    await expect(send()).rejects.toMatchObject({ name });
  });
});

describe("a manifest", () => {
  test("is refused if a layer or image that it refers to does not exist", async () => {
    const digest = sha256("nothing");
    const layers = [{ mediaType: "application/octet-stream", digest, size: 7 }];
    const imageManifest = JSON.stringify({ schemaVersion: 2, mediaType: ociImage, layers });
    const put = ecr.send(new PutImageCommand({ repositoryName, imageManifest }));
    await expect(put).rejects.toMatchObject({ name: "LayersNotFoundException" });
    await expect(pushedIndex("latest", digest)).rejects.toMatchObject({ name: "ReferencedImagesNotFoundException" });
  });

  test("is refused a second time, but accepted under another tag", async () => {
    const imageDigest = await pushed("x", "one");
    const got = await ecr.send(new BatchGetImageCommand({ repositoryName, imageIds: [{ imageDigest }] }));
    const imageManifest = got.images?.[0]?.imageManifest;
    const put = (imageTag?: string) => ecr.send(new PutImageCommand({ repositoryName, imageManifest, imageTag }));
    await expect(put()).rejects.toMatchObject({ name: "ImageAlreadyExistsException" });
    await expect(put("one")).rejects.toMatchObject({ name: "ImageAlreadyExistsException" });
    await put("two");
    const { imageDetails } = await ecr.send(new DescribeImagesCommand({ repositoryName }));
    expect(imageDetails?.map(({ imageTags }) => imageTags)).toEqual([["one", "two"]]);
  });

  test("is not returned to clients that accept only other types", async () => {
    const imageIds = [{ imageDigest: await pushed("x", "latest") }];
    const get = (type: string) =>
      ecr.send(new BatchGetImageCommand({ repositoryName, imageIds, acceptedMediaTypes: [type] }));
    expect((await get(ociImage)).images).toHaveLength(1);
    expect(await get(ociIndex)).toMatchObject({ images: [], failures: [{ failureCode: "ImageNotFound" }] });
  });

  test("that an index refers to can be deleted only after the index", async () => {
    const child = await pushed("x");
    const index = await pushedIndex("latest", child);
    const remove = (imageDigest: string) =>
      ecr.send(new BatchDeleteImageCommand({ repositoryName, imageIds: [{ imageDigest }] }));
    expect((await remove(child)).failures).toMatchObject([{ failureCode: "ImageReferencedByManifestList" }]);
    for (const digest of [index, child]) expect((await remove(digest)).failures).toEqual([]);
    expect((await ecr.send(new DescribeImagesCommand({ repositoryName }))).imageDetails).toEqual([]);
  });
});

describe("images", () => {
  test("are described in pages, with or without tags, and a missing one is an error", async () => {
    const digests = [await pushed("x", "latest"), await pushed("y"), await pushed("z")];
    const found: (string | undefined)[] = [];
    let nextToken: string | undefined;
    do {
      const page = await ecr.send(new DescribeImagesCommand({ repositoryName, maxResults: 2, nextToken }));
      found.push(...(page.imageDetails ?? []).map(({ imageDigest }) => imageDigest));
      nextToken = page.nextToken;
    } while (nextToken !== undefined);
    expect(found).toEqual(digests);
    const untagged = new DescribeImagesCommand({ repositoryName, filter: { tagStatus: "UNTAGGED" } });
    const { imageDetails } = await ecr.send(untagged);
    expect(imageDetails?.map(({ imageDigest }) => imageDigest)).toEqual(digests.slice(1));
    const absent = new DescribeImagesCommand({ repositoryName, imageIds: [{ imageTag: "absent" }] });
    await expect(ecr.send(absent)).rejects.toMatchObject({ name: "ImageNotFoundException" });
  });

  test("have no findings if scanning is off", async () => {
    const imageDigest = await pushed("x");
    const command = new DescribeImageScanFindingsCommand({ repositoryName, imageId: { imageDigest } });
    await expect(ecr.send(command)).rejects.toMatchObject({ name: "ScanNotFoundException" });
  });
});
