import { type At, error, type Finding, warning } from "@pipelines/findings/finding";
import { list, quote } from "@pipelines/findings/text";

/** A reference to a parent image, split into its parts. */
interface Reference {
  /** Host of the registry, with its port; Docker Hub if the reference names none. */
  readonly registry: string;
  /** Path in the registry, such as `library/debian`. */
  readonly path: string;
  readonly tag?: string;
  readonly digest?: string;
}

const dockerHub = "docker.io";

/** One path segment: https://github.com/distribution/reference/blob/main/regexp.go */
const component = /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*$/;
const tagPattern = /^\w[\w.-]{0,127}$/;
const digestPattern = /^[A-Za-z][A-Za-z0-9]*(?:[-_+.][A-Za-z][A-Za-z0-9]*)*:[0-9A-Fa-f]{32,}$/;
const host = /^(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?\.)*[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?::[0-9]+)?$/;

/** Parses `registry/path:tag@digest`; returns undefined if it is not a reference. */
export function parseReference(text: string): Reference | undefined {
  const at = text.indexOf("@");
  const digest = at < 0 ? undefined : text.slice(at + 1);
  let name = at < 0 ? text : text.slice(0, at);
  const colon = name.lastIndexOf(":");
  const tag = colon > name.lastIndexOf("/") ? name.slice(colon + 1) : undefined;
  if (tag !== undefined) name = name.slice(0, colon);
  const [first = "", ...rest] = name.split("/");
  // Docker's own rule: the part before the first slash is a host if it looks like one.
  const hasHost = rest.length > 0 && (/[.:]/.test(first) || first === "localhost" || first !== first.toLowerCase());
  const components = hasHost ? rest : [first, ...rest];
  const sound =
    name.length <= 255 &&
    (!hasHost || host.test(first)) &&
    components.every((each) => component.test(each)) &&
    (tag === undefined || tagPattern.test(tag)) &&
    (digest === undefined || digestPattern.test(digest));
  if (!sound) return undefined;
  const registry = !hasHost || ["index.docker.io", "registry-1.docker.io"].includes(first) ? dockerHub : first;
  const path =
    registry === dockerHub && components.length === 1 ? `library/${components[0] ?? ""}` : components.join("/");
  return { registry, path, ...(tag === undefined ? {} : { tag }), ...(digest === undefined ? {} : { digest }) };
}

const imageArn =
  /^arn:aws(?:-[a-z]+)*:imagebuilder:[a-z0-9-]+:(?:\d{12}|aws(?:-[a-z]+)*):image\/[a-z0-9-_]+\/(?:x\.x\.x|\d+\.x\.x|\d+\.\d+\.x|\d+\.\d+\.\d+)(?:\/\d+)?$/;

const allowedParents =
  "an image on Docker Hub or in ECR, such as public.ecr.aws/amazonlinux/amazonlinux:2023, or an image ARN";

/**
 * Reports what is wrong with a reference to a parent image, whatever the region.
 *
 * https://docs.aws.amazon.com/imagebuilder/latest/APIReference/API_CreateContainerRecipe.html
 */
export function checkParentImage(value: string, at: At): Finding[] {
  const wrong = (found: string, fix?: string): Finding[] => [
    error(at, "IB-PARENT-IMAGE", { found, allowed: allowedParents, ...(fix === undefined ? {} : { fix }) }),
  ];
  if (/^ami-[0-9a-f]{8,17}$/.test(value))
    return wrong(`the AMI ${value}; the parent of a container image must be a container image`);
  if (value.startsWith("arn:")) {
    return imageArn.test(value) ? [] : wrong(`${quote(value)}, which is not the ARN of an Image Builder image`);
  }
  const scheme = /^(?:https?|docker|oci):\/\//i.exec(value)?.[0];
  if (scheme !== undefined) return wrong(`the URL ${quote(value)}`, `write ${value.slice(scheme.length)}`);
  const reference = parseReference(value);
  if (!reference) return wrong(`${quote(value)}, which is not an image reference`, nearReference(value));
  return [...checkRegistry(reference, value, at), ...checkBootstrap(reference, value, at)];
}

/** Returns a corrected form of references such as `NGINX:1.27` and `nginx 1.27`. */
function nearReference(value: string): string | undefined {
  const at = value.indexOf(":", value.lastIndexOf("/"));
  const lower = at < 0 ? value.toLowerCase() : value.slice(0, at).toLowerCase() + value.slice(at);
  const candidate = lower.trim().replace(/ +/, at < 0 ? ":" : "");
  return parseReference(candidate) ? `write ${candidate}` : undefined;
}

/** Registries that Image Builder is known not to pull from. */
const refused = ["ghcr.io", "quay.io"];

function checkRegistry({ registry }: Reference, value: string, at: At): Finding[] {
  const isEcr = /^\d{12}\.dkr[.-]ecr(?:-fips)?\.[a-z0-9-]+\.(?:amazonaws\.com(?:\.cn)?|on\.aws)$/.test(registry);
  if (isEcr || [dockerHub, "public.ecr.aws", "ecr-public.aws.com"].includes(registry)) return [];
  const words = {
    found: `${quote(value)} in the registry ${registry}`,
    allowed: "Docker Hub, public.ecr.aws or a private ECR repository",
    fix: "copy the image to an ECR repository, or use a pull through cache",
  };
  return [(refused.includes(registry) ? error : warning)(at, "IB-PARENT-REGISTRY", words)];
}

/** Images known to have no package manager that Image Builder's bootstrap supports. */
const packagelessImages = ["alpine", "distroless", "chainguard", "wolfi", "busybox", "scratch"];

/** Returns which of these images an image is based on, judging only by its name. */
export function withoutPackages({ path, tag = "" }: Pick<Reference, "path" | "tag">): string | undefined {
  const words = [...path.split(/[/_-]/), ...tag.toLowerCase().split(/[._-]/)].map((word) =>
    word.replace(/(?<=[a-z])\d+$/, ""),
  );
  return packagelessImages.find((name) => words.includes(name));
}

/** Debian releases, as they appear in image tags. */
const debianTags = ["debian", "buster", "bullseye", "bookworm", "trixie", "forky", "sid"];

/** Docker's official images that are based on Debian unless the tag names a different distribution. */
const debianImages = [
  ...["buildpack-deps", "debian", "gcc", "golang", "haproxy", "httpd", "julia", "memcached", "nginx", "node", "perl"],
  ...["php", "postgres", "pypy", "python", "redis", "ruby", "rust", "valkey"],
];

/** Distributions other than Debian in the tags of official images. */
const otherTags = [
  ...["amazonlinux", "al2", "al2023", "ubuntu", "focal", "jammy", "noble", "ubi", "ubi8", "ubi9", "ubi10"],
  ...["centos", "oraclelinux", "rockylinux", "sles", "nanoserver", "windowsservercore"],
];

/** Distributions that Image Builder's documentation lists for containers. */
export const listedPlatforms = ["Amazon Linux", "CentOS", "RHEL", "SLES", "Ubuntu", "Windows"];

/**
 * Image Builder starts each build with a script that installs AWSTOE's dependencies with yum, apt-get, zypper or the
 * like. An image's name only hints at what it contains, so these are warnings.
 */
function checkBootstrap({ path, tag = "", registry }: Reference, value: string, at: At): Finding[] {
  const poor = withoutPackages({ path, tag });
  if (poor !== undefined) {
    return [
      warning(at, "IB-PARENT-BOOTSTRAP", {
        found: `${quote(value)}, an image based on ${poor}, which has no package manager that Image Builder's bootstrap supports`,
        allowed: `an image based on ${list(listedPlatforms, "or")}`,
        fix: "use a variant of the image that is based on one of these, or build it in a later stage of the Dockerfile",
      }),
    ];
  }
  const parts = path.split("/");
  const name = parts[parts.length - 1] ?? "";
  const official = registry === dockerHub ? parts[0] === "library" : /^(?:docker\/library|nginx)\//.test(path);
  const tags = tag.toLowerCase().split(/[._-]/);
  const onDebian =
    name === "debian" ||
    debianTags.some((word) => tags.includes(word)) ||
    (official && debianImages.includes(name) && !otherTags.some((word) => tags.includes(word)));
  if (!onDebian) return [];
  return [
    warning(at, "IB-PARENT-DISTRIBUTION", {
      found: `${quote(value)}, which is based on Debian`,
      allowed: `distributions that Image Builder lists for containers: ${list(listedPlatforms)}`,
      fix: "try a build before you rely on it, or use a parent based on one of these",
    }),
  ];
}

/** Checks that an Image Builder ARN is in the partition and region that use it. */
export function checkArnPlace(
  arn: string,
  place: { readonly partition: string; readonly region?: string },
  at: At,
): Finding[] {
  const [, partition = "", , region = ""] = arn.split(":");
  // Anything that is not an ARN has its own finding.
  if (partition === "") return [];
  if (partition !== place.partition) {
    const words = { found: `${quote(arn)} in the partition ${partition}`, allowed: `the partition ${place.partition}` };
    return [error(at, "IB-ARN-PLACE", { ...words, fix: `write arn:${place.partition}:…` })];
  }
  if (place.region === undefined || region === place.region) return [];
  return [
    error(at, "IB-ARN-PLACE", {
      found: `${quote(arn)} in ${region}`,
      allowed: `an image in ${place.region}: Image Builder images are regional`,
      fix: `write arn:${partition}:imagebuilder:${place.region}:…`,
    }),
  ];
}
