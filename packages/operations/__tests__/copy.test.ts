import { createHash } from "node:crypto";
import {
  BatchGetImageCommand,
  CompleteLayerUploadCommand,
  CreateRepositoryCommand,
  InitiateLayerUploadCommand,
  PutAccountSettingCommand,
  PutImageCommand,
  UploadLayerPartCommand,
} from "@aws-sdk/client-ecr";
import { Access } from "../access";
import { copyImage, type Place } from "../copy";
import type { Call, Fault } from "@pipelines/local-aws/faults";
import { type LocalAws, startLocalAws } from "@pipelines/local-aws/local-aws";
import { prod, settingsFor, staging } from "@pipelines/testing/local-environments";

const mib = 1024 * 1024;
const ociImage = "application/vnd.oci.image.manifest.v1+json";
const ociIndex = "application/vnd.oci.image.index.v1+json";

let aws: LocalAws;
beforeEach(async () => {
  aws = await startLocalAws({ speed: 0 });
});
afterEach(async () => {
  expect(aws.unknownCalls).toEqual([]);
  await aws.close();
});

function sha256(content: string | Buffer): string {
  return `sha256:${createHash("sha256").update(content).digest("hex")}`;
}

async function place(environment: typeof staging, repository: string): Promise<Place> {
  const access = new Access(environment, settingsFor(aws, environment.account));
  await access.ecr.send(new CreateRepositoryCommand({ repositoryName: repository }));
  return { access, repository };
}

/** Content that is different each time. */
function layer(megabytes: number, seed: number): Buffer {
  const block = createHash("sha512").update(String(seed)).digest();
  return Buffer.alloc(megabytes * mib, block);
}

async function pushLayer({ access: { ecr }, repository }: Place, content: Buffer): Promise<object> {
  const upload = { repositoryName: repository };
  const { uploadId, partSize = 0 } = await ecr.send(new InitiateLayerUploadCommand(upload));
  for (let first = 0; first < content.length; first += partSize) {
    const layerPartBlob = content.subarray(first, first + partSize);
    const bytes = { partFirstByte: first, partLastByte: first + layerPartBlob.length - 1, layerPartBlob };
    await ecr.send(new UploadLayerPartCommand({ ...upload, uploadId, ...bytes }));
  }
  await ecr.send(new CompleteLayerUploadCommand({ ...upload, uploadId, layerDigests: [sha256(content)] }));
  return { mediaType: "application/vnd.oci.image.layer.v1.tar+gzip", digest: sha256(content), size: content.length };
}

/** An image with two layers. 21 MiB need three parts. */
async function pushImage(to: Place, seed: number, imageTag?: string, megabytes = 2) {
  const config = await pushLayer(to, Buffer.from(JSON.stringify({ architecture: "amd64", seed })));
  const layers = [await pushLayer(to, layer(1, seed)), await pushLayer(to, layer(megabytes, seed + 1))];
  const imageManifest = JSON.stringify({ schemaVersion: 2, mediaType: ociImage, config, layers });
  const { repository: repositoryName } = to;
  await to.access.ecr.send(
    new PutImageCommand({ repositoryName, imageManifest, imageManifestMediaType: ociImage, imageTag }),
  );
  return { mediaType: ociImage, digest: sha256(imageManifest), size: imageManifest.length };
}

async function manifestIn({ access, repository: repositoryName }: Place, imageDigest: string) {
  const command = new BatchGetImageCommand({ repositoryName, imageIds: [{ imageDigest }] });
  return (await access.ecr.send(command)).images?.[0]?.imageManifest;
}

const silent = () => undefined;
const operations = () => aws.calls.filter(({ error }) => error === undefined).map(({ operation }) => operation);

describe("a copy", () => {
  test("has the same manifest and layers; these are sent in parts, and never twice", async () => {
    const [from, to] = [await place(staging, "web"), await place(prod, "web")];
    const { digest } = await pushImage(from, 1, "1.0.0-1", 21);
    const before = aws.calls.length;
    const copied = await copyImage(from, to, digest, "staging.1.0.0-1", silent);
    expect(copied).toMatchObject({ layers: 3, present: 0, mounted: 0 });
    expect(await manifestIn(to, digest)).toBe(await manifestIn(from, digest));
    // 21 MiB in parts of 10 MiB, plus the two small ones.
    expect(
      operations()
        .slice(before)
        .filter((each) => each === "UploadLayerPart"),
    ).toHaveLength(3 + 1 + 1);
    const again = aws.calls.length;
    expect(await copyImage(from, to, digest, "staging.1.0.0-1", silent)).toMatchObject({ present: 3, bytes: 0 });
    expect(aws.calls.slice(again).map(({ operation }) => operation)).toEqual([
      "BatchGetImage",
      "BatchCheckLayerAvailability",
      "PutImage",
    ]);
  });

  test("of an index includes all its manifests, each written before whatever refers to it", async () => {
    const [from, to] = [await place(staging, "web"), await place(prod, "web")];
    const manifests = [await pushImage(from, 1), await pushImage(from, 10)];
    const imageManifest = JSON.stringify({ schemaVersion: 2, mediaType: ociIndex, manifests });
    const put = { repositoryName: "web", imageManifest, imageManifestMediaType: ociIndex, imageTag: "1.0.0-1" };
    await from.access.ecr.send(new PutImageCommand(put));
    const digest = sha256(imageManifest);
    await copyImage(from, to, digest, "staging.1.0.0-1", silent);
    for (const each of [digest, ...manifests.map((manifest) => manifest.digest)]) {
      expect(await manifestIn(to, each)).toBe(await manifestIn(from, each));
    }
    expect(await manifestIn(to, digest)).toBe(imageManifest);
  });

  test("mounts layers in the same registry, and copies them if the account does not allow that", async () => {
    const [from, to] = [await place(staging, "web"), await place(staging, "other")];
    const first = await pushImage(from, 1);
    expect(await copyImage(from, to, first.digest, "a", silent)).toMatchObject({ layers: 3, mounted: 0 });
    await from.access.ecr.send(new PutAccountSettingCommand({ name: "BLOB_MOUNTING", value: "ENABLED" }));
    const second = await pushImage(from, 10);
    const before = operations().length;
    expect(await copyImage(from, to, second.digest, "b", silent)).toMatchObject({ layers: 3, mounted: 3 });
    expect(operations().slice(before)).not.toContain("UploadLayerPart");
    expect(await manifestIn(to, second.digest)).toBe(await manifestIn(from, second.digest));
  });

  test("resumes a download where it broke off", async () => {
    const [from, to] = [await place(staging, "web"), await place(prod, "web")];
    const { digest } = await pushImage(from, 1);
    let cuts = 3;
    aws.faults = ({ operation }: Call): Fault | undefined =>
      operation === "GetLayer" && cuts-- > 0 ? { kind: "cut" } : undefined;
    await copyImage(from, to, digest, "staging.1.0.0-1", silent);
    expect(cuts).toBeLessThan(0);
    expect(await manifestIn(to, digest)).toBe(await manifestIn(from, digest));
  });

  test("writes no manifest before all its layers exist, and keeps the layers that arrived", async () => {
    const [from, to] = [await place(staging, "web"), await place(prod, "web")];
    const { digest } = await pushImage(from, 1, undefined, 21);
    let parts = 0;
    aws.faults = ({ operation }: Call): Fault | undefined =>
      operation === "UploadLayerPart" && ++parts > 3 ? { kind: "throttle", code: "ExpiredTokenException" } : undefined;
    await expect(copyImage(from, to, digest, "staging.1.0.0-1", silent)).rejects.toThrow();
    expect(await manifestIn(to, digest)).toBeUndefined();
    aws.faults = undefined;
    expect((await copyImage(from, to, digest, "staging.1.0.0-1", silent)).present).toBe(2);
    expect(await manifestIn(to, digest)).toBe(await manifestIn(from, digest));
  });
});
