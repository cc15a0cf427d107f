import {
  BatchCheckLayerAvailabilityCommand,
  CompleteLayerUploadCommand,
  GetAuthorizationTokenCommand,
  GetDownloadUrlForLayerCommand,
  InitiateLayerUploadCommand,
  PutImageCommand,
  UploadLayerPartCommand,
} from "@aws-sdk/client-ecr";
import { createHash } from "node:crypto";
import { type Access, hundreds, inParallel, isNamed, unless } from "./access";
import { failure } from "./failure";
import { type Manifest, manifestsOf, shortDigest } from "./repository";
import { megabytes } from "./words";

/** A repository, and the connection to its registry. */
export interface Place {
  readonly access: Access;
  readonly repository: string;
}

export type Copied = Awaited<ReturnType<typeof copyImage>>;

/** Number of layers in progress at the same time; at most one part of each is in memory. */
const layersAtOnce = 4;

/** Maximum number of times that the download of one layer is resumed. */
const downloads = 5;

/**
 * Copies an image, or an index with everything that it refers to, by digest: manifests and layers are copied byte for
 * byte. What already exists is not sent again, so an interrupted copy can be continued. The image can be pulled only
 * once it is complete, because its manifest is written last.
 */
export async function copyImage(
  from: Place,
  to: Place,
  digest: string,
  tag: string | undefined,
  say: (text: string) => void,
) {
  const manifests = await withChildren(from, digest);
  const blobs = new Map(manifests.flatMap((manifest) => manifest.blobs.map((blob) => [blob.digest, blob.size])));
  const missing = await missingLayers(to, [...blobs.keys()]);
  const bytes = missing.reduce((sum, layer) => sum + (blobs.get(layer) ?? 0), 0);
  const present = blobs.size - missing.length;
  say(`copying ${shortDigest(digest)}: ${blobs.size} layers, ${present} already there, ${megabytes(bytes)} to go`);
  const mount = isSameRegistry(from, to) && missing.length > 0 ? await mounter(from, to) : undefined;
  let done = 0;
  let mounted = 0;
  await inParallel(missing, layersAtOnce, async (layer) => {
    if ((await mount?.(layer)) === true) mounted++;
    else await copyLayer(from, to, layer);
    say(`  ${++done}/${missing.length} ${shortDigest(layer)} ${megabytes(blobs.get(layer) ?? 0)}`);
  });
  // Children before the index that refers to them.
  for (const manifest of manifests.slice(1).reverse()) await putImage(to, manifest);
  for (const manifest of manifests.slice(0, 1)) await putImage(to, manifest, tag);
  return { layers: blobs.size, bytes, present, mounted };
}

/** Returns a manifest followed by all those that it refers to, at all levels. */
async function withChildren({ access, repository }: Place, digest: string): Promise<Manifest[]> {
  const found: Manifest[] = [];
  let level: readonly string[] = [digest];
  while (level.length > 0) {
    const manifests = await manifestsOf(access, repository, level);
    for (const each of level) {
      const manifest = manifests.get(each);
      if (manifest === undefined) {
        throw failure("IB-OP-BUILD", repository, `${each} no longer exists`, "an image whose manifests all exist");
      }
      found.push(manifest);
    }
    level = [...new Set([...manifests.values()].flatMap(({ children }) => children))];
  }
  return found;
}

async function missingLayers({ access, repository }: Place, digests: readonly string[]): Promise<string[]> {
  const checked = await inParallel(hundreds(digests), layersAtOnce, async (layerDigests) => {
    const command = new BatchCheckLayerAvailabilityCommand({ repositoryName: repository, layerDigests });
    const { layers = [] } = await access.ecr.send(command);
    const there = new Set(layers.filter((l) => l.layerAvailability === "AVAILABLE").map((l) => l.layerDigest));
    return layerDigests.filter((digest) => !there.has(digest));
  });
  return checked.flat();
}

/** @param tag tag to add; if omitted, the image stays untagged */
export async function putImage({ access, repository }: Place, manifest: Manifest, tag?: string): Promise<void> {
  const command = new PutImageCommand({
    repositoryName: repository,
    imageManifest: manifest.text,
    imageManifestMediaType: manifest.mediaType,
    // ECR compares this digest with that of the data it received.
    imageDigest: manifest.digest,
    imageTag: tag,
  });
  // The manifest may already have been written, even by this same call, whose response was then lost.
  await unless(["ImageAlreadyExistsException"], () => access.ecr.send(command));
}

async function copyLayer(from: Place, to: Place, layerDigest: string): Promise<void> {
  const { ecr } = to.access;
  const upload = { repositoryName: to.repository };
  const { uploadId, partSize = 10 * 1024 * 1024 } = await ecr.send(new InitiateLayerUploadCommand(upload));
  const hash = createHash("sha256");
  let sent = 0;
  for await (const part of partsOf(from, layerDigest, partSize)) {
    hash.update(part);
    const bytes = { partFirstByte: sent, partLastByte: sent + part.length - 1, layerPartBlob: part };
    try {
      await ecr.send(new UploadLayerPartCommand({ ...upload, uploadId, ...bytes }));
    } catch (error) {
      // The part was already received, by a call whose response was lost.
      if (!isNamed(error, "InvalidLayerPartException") || error.lastValidByteReceived !== bytes.partLastByte)
        throw error;
    }
    sent += part.length;
  }
  const digest = `sha256:${hash.digest("hex")}`;
  if (digest !== layerDigest) {
    const place = `${from.access.place.environment} ${from.repository}`;
    throw failure(
      "IB-OP-DIGEST",
      place,
      `a layer with the digest ${digest}`,
      layerDigest,
      "run the same command again",
    );
  }
  try {
    await ecr.send(new CompleteLayerUploadCommand({ ...upload, uploadId, layerDigests: [layerDigest] }));
  } catch (error) {
    if (isNamed(error, "LayerAlreadyExistsException")) return;
    // The upload was already completed, by a call whose response was lost: the upload is gone and the layer exists.
    if (isNamed(error, "UploadNotFoundException") && (await missingLayers(to, [layerDigest])).length === 0) return;
    throw error;
  }
}

/** Copies a layer, in parts of this many bytes; the download resumes where it broke off. */
async function* partsOf({ access, repository }: Place, layerDigest: string, size: number): AsyncGenerator<Buffer> {
  let chunks: Uint8Array[] = [];
  let buffered = 0;
  let received = 0;
  for (let attempt = 1; ; attempt++) {
    const command = new GetDownloadUrlForLayerCommand({ repositoryName: repository, layerDigest });
    const { downloadUrl = "" } = await access.ecr.send(command);
    try {
      const response = await fetch(downloadUrl, received === 0 ? {} : { headers: { range: `bytes=${received}-` } });
      if (!response.ok || response.body === null) throw new Error(`HTTP ${response.status} for ${layerDigest}`);
      for await (const chunk of response.body as AsyncIterable<Uint8Array>) {
        received += chunk.length;
        let rest = chunk;
        while (buffered + rest.length >= size) {
          const needed = size - buffered;
          yield Buffer.concat([...chunks, rest.subarray(0, needed)]);
          rest = rest.subarray(needed);
          chunks = [];
          buffered = 0;
        }
        if (rest.length > 0) chunks.push(rest);
        buffered += rest.length;
      }
      break;
    } catch (error) {
      if (attempt < downloads) continue;
      const { message, cause } = error as { readonly message: string; readonly cause?: { readonly message?: string } };
      throw failure(
        "IB-OP-DOWNLOAD",
        repository,
        `the download of ${shortDigest(layerDigest)} broke off: ${cause?.message ?? message}`,
        "a connection that lasts",
        "run the same command again: layers that arrived are not resent",
      );
    }
  }
  if (buffered > 0) yield Buffer.concat(chunks);
}

function isSameRegistry(from: Place, to: Place): boolean {
  const [a, b] = [from.access.place, to.access.place];
  return a.account === b.account && a.region === b.region;
}

/**
 * Mounts layers with the registry's own API, because the ECR API has no such call. ECR mounts a layer if the account
 * setting BLOB_MOUNTING is on; otherwise it says so, and the layer is copied.
 * https://docs.aws.amazon.com/AmazonECR/latest/userguide/blob-mounting.html
 */
async function mounter(from: Place, to: Place): Promise<(layer: string) => Promise<boolean>> {
  const { authorizationData = [] } = await to.access.ecr.send(new GetAuthorizationTokenCommand({}));
  const [{ authorizationToken = "", proxyEndpoint = "" } = {}] = authorizationData;
  const headers = { authorization: `Basic ${authorizationToken}` };
  return async (layer) => {
    const query = new URLSearchParams({ mount: layer, from: from.repository }).toString();
    try {
      const url = `${proxyEndpoint}/v2/${to.repository}/blobs/uploads/?${query}`;
      return (await fetch(url, { method: "POST", headers })).status === 201;
    } catch {
      return false;
    }
  };
}
