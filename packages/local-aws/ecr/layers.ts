import { randomUUID } from "node:crypto";
import { repositoryNamed, repositoryOf } from "./repository";
import { invalidParameter, refused } from "./errors";
import { sha256 } from "./manifest";
import type { Repository, Upload } from "./state";
import { AwsError, raise } from "../errors";
import { type JsonObject, needed, texts } from "../json";
import type { Operations } from "../protocols";
import type { Asked, Service } from "../service";
import type { HttpRequest, Reply } from "../messages";
import type { Scope } from "../world";

/** https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_UploadLayerPart.html */
const layerPartSize = 10 * 1024 * 1024;
const smallestPart = 5 * 1024 * 1024;

/**
 * Allowed values of each setting, default first:
 * https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_PutAccountSetting.html
 */
const accountSettings: Readonly<Record<string, readonly string[]>> = {
  BASIC_SCAN_TYPE_VERSION: ["AWS_NATIVE", "CLAIR"],
  BLOB_MOUNTING: ["DISABLED", "ENABLED"],
  REGISTRY_POLICY_SCOPE: ["V2", "V1"],
};

function settingNamed(name: string): readonly string[] {
  return accountSettings[name] ?? raise(invalidParameter("name", "must be one of AWS's settings"));
}

function uploadOf(input: JsonObject, repository: Repository): Upload {
  const uploadId = needed(input, "uploadId");
  const missing = `The upload with upload id '${uploadId}' cannot be found in`;
  return repository.uploads.get(uploadId) ?? raise(refused("UploadNotFoundException", missing, repository));
}

export const layerOperations: Operations = {
  BatchCheckLayerAvailability: (input, scope) => {
    const { layers } = repositoryOf(input, scope);
    return {
      layers: texts(input, "layerDigests").map((layerDigest) => ({
        layerDigest,
        layerAvailability: layers.has(layerDigest) ? "AVAILABLE" : "UNAVAILABLE",
        layerSize: layers.get(layerDigest)?.length,
      })),
      failures: [],
    };
  },
  InitiateLayerUpload: (input, scope) => {
    const uploadId = randomUUID();
    repositoryOf(input, scope).uploads.set(uploadId, { parts: [], received: 0 });
    return { uploadId, partSize: layerPartSize };
  },
  UploadLayerPart: (input, scope) => {
    const repository = repositoryOf(input, scope);
    const upload = uploadOf(input, repository);
    const first = Number(input["partFirstByte"]);
    const last = Number(input["partLastByte"]);
    const part = Buffer.from(needed(input, "layerPartBlob"), "base64");
    const described = {
      registryId: scope.accountId,
      repositoryName: repository.name,
      uploadId: needed(input, "uploadId"),
    };
    if (first !== upload.received || last - first + 1 !== part.length || part.length > 2 * layerPartSize) {
      throw new AwsError(
        "InvalidLayerPartException",
        `The layer part with first byte ${first} and last byte ${last} is not the next part of the upload`,
        400,
        { ...described, lastValidByteReceived: upload.received - 1 },
      );
    }
    upload.parts.push(part);
    upload.received += part.length;
    return { ...described, lastByteReceived: last };
  },
  CompleteLayerUpload: (input, scope) => {
    const repository = repositoryOf(input, scope);
    const upload = uploadOf(input, repository);
    const uploadId = needed(input, "uploadId");
    const [layerDigest = ""] = texts(input, "layerDigests");
    if (repository.layers.has(layerDigest)) {
      const what = `The layer with digest '${layerDigest}' already exists in`;
      throw refused("LayerAlreadyExistsException", what, repository);
    }
    if (upload.parts.length === 0) throw new AwsError("EmptyUploadException", "The upload has no parts");
    if (upload.parts.slice(0, -1).some((part) => part.length < smallestPart)) {
      throw new AwsError("LayerPartTooSmallException", `Layer parts must be at least ${smallestPart} bytes in size`);
    }
    const layer = Buffer.concat(upload.parts);
    if (sha256(layer) !== layerDigest) {
      throw new AwsError("InvalidLayerException", `Layer digest '${layerDigest}' does not match '${sha256(layer)}'`);
    }
    repository.uploads.delete(uploadId);
    repository.layers.set(layerDigest, layer);
    return { registryId: scope.accountId, repositoryName: repository.name, uploadId, layerDigest };
  },
  GetDownloadUrlForLayer: (input, scope) => {
    const repository = repositoryOf(input, scope);
    const layerDigest = needed(input, "layerDigest");
    if (!repository.layers.has(layerDigest)) {
      const what = `The layer with digest '${layerDigest}' does not exist in`;
      throw refused("LayersNotFoundException", what, repository);
    }
    const place = [scope.accountId, scope.region, repository.name, layerDigest].map(encodeURIComponent).join("/");
    return { layerDigest, downloadUrl: `${scope.world.endpoint}/layer/${place}` };
  },
  PutAccountSetting: (input, scope) => {
    const name = needed(input, "name");
    const value = needed(input, "value");
    if (!settingNamed(name).includes(value)) throw invalidParameter("value", "must be one of AWS's settings");
    scope.ecr.settings.set(name, value);
    return { name, value };
  },
  GetAccountSetting: (input, scope) => {
    const name = needed(input, "name");
    return { name, value: scope.ecr.settings.get(name) ?? settingNamed(name)[0] };
  },
  GetAuthorizationToken: (_input, scope) => ({
    authorizationData: [
      {
        authorizationToken: Buffer.from(`AWS:${scope.accountId}/${scope.region}`).toString("base64"),
        expiresAt: new Date(scope.now().getTime() + 12 * 3_600_000),
        proxyEndpoint: scope.world.endpoint,
      },
    ],
  }),
};

/**
 * Unsigned requests: layer downloads from an ECR URL, and the registry's own API with an ECR token, of which only pulls
 * and layer mounts are implemented. https://github.com/opencontainers/distribution-spec/blob/main/spec.md
 */
export const registry: Service = {
  name: "unsigned",
  operations: ["GetLayer", "MountLayer", "Pull"],
  read: (request) => {
    if (request.method === "GET" && request.path.startsWith("/layer/")) return download(request);
    const [, name] = /^\/v2\/(.+)\/blobs\/uploads\/$/.exec(request.path) ?? [];
    if (request.method === "POST" && name !== undefined) return mount(name, request);
    const pulled = /^\/v2\/(?:(.+)\/(manifests|blobs)\/([^/]+))?$/.exec(request.path);
    if (/^(?:GET|HEAD)$/.test(request.method) && pulled !== null) return pull(request, pulled);
    return { operation: `${request.method} ${request.path}` };
  },
  refuse: (error) => ({
    status: error.status,
    body: JSON.stringify({ errors: [{ code: error.code, message: error.message }] }),
  }),
  throttled: new AwsError("TOOMANYREQUESTS", "Rate exceeded", 429),
  broken: new AwsError("UNKNOWN", "An internal error has occurred.", 500),
};

function download({ path, headers }: HttpRequest): Asked {
  const [account = "", region = "", name = "", digest = ""] = path.split("/").slice(2).map(decodeURIComponent);
  return {
    operation: "GetLayer",
    answer: ({ world }): Reply => {
      const layer = repositoryNamed(name, world.scope(account, region)).layers.get(digest);
      if (layer === undefined) throw new AwsError("NoSuchKey", "The specified key does not exist.", 404);
      const [, from] = /^bytes=(\d+)-$/.exec(headers["range"] ?? "") ?? [];
      return from === undefined ? { status: 200, body: layer } : { status: 206, body: layer.subarray(Number(from)) };
    },
  };
}

/** Account and region of the token's holder. */
function scopeOf({ headers }: HttpRequest, { world }: Scope): Scope | undefined {
  const token = Buffer.from((headers["authorization"] ?? "").replace(/^Basic /, ""), "base64").toString("utf8");
  const [, account, region] = /^AWS:(\d{12})\/([\w-]+)$/.exec(token) ?? [];
  return account === undefined || region === undefined ? undefined : world.scope(account, region);
}

/** A manifest, by tag or digest, or a blob. */
function pull(request: HttpRequest, [, name, kind, reference = ""]: RegExpExecArray): Asked {
  return {
    operation: "Pull",
    answer: (caller): Reply => {
      const scope = scopeOf(request, caller);
      // A client sends its token only when asked for it.
      if (scope === undefined)
        return { status: 401, headers: { "www-authenticate": `Basic realm="${caller.world.endpoint}/"` } };
      if (name === undefined) return { status: 200, body: "{}" };
      const { images, layers } = repositoryNamed(name, scope);
      const image = [...images.values()].find(({ digest, tags }) => digest === reference || tags.has(reference));
      const found =
        kind === "blobs" ? { manifest: layers.get(reference), mediaType: "application/octet-stream" } : image;
      if (found?.manifest === undefined) throw new AwsError("MANIFEST_UNKNOWN", "Requested image not found", 404);
      const headers = { "content-type": found.mediaType, "docker-content-digest": image?.digest ?? reference };
      return { status: 200, headers, body: found.manifest };
    },
  };
}

function mount(name: string, request: HttpRequest): Asked {
  const { query } = request;
  return {
    operation: "MountLayer",
    answer: (caller): Reply => {
      const scope = scopeOf(request, caller);
      if (scope === undefined) throw new AwsError("UNAUTHORIZED", "Not Authorized", 401);
      const into = repositoryNamed(name, scope);
      const digest = String(query.get("mount"));
      const layer = scope.ecr.repositories.get(String(query.get("from")))?.layers.get(digest);
      const location = `/v2/${name}/blobs/`;
      // A registry that cannot mount starts an upload instead.
      if (layer === undefined || scope.ecr.settings.get("BLOB_MOUNTING") !== "ENABLED") {
        return { status: 202, headers: { location: `${location}uploads/${randomUUID()}` } };
      }
      into.layers.set(digest, layer);
      return { status: 201, headers: { location: location + digest, "docker-content-digest": digest } };
    },
  };
}
