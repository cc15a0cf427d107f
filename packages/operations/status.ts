import {
  type ImagePipeline,
  ListWorkflowExecutionsCommand,
  paginateListImagePipelines,
} from "@aws-sdk/client-imagebuilder";
import { nextRuns } from "@pipelines/image-checks/schedule";
import { afterParent } from "@pipelines/image-definition/image-chains";
import { isPointer } from "@pipelines/image-definition/channel-tags";
import type { EnvironmentDescription, ImageDescription } from "@pipelines/image-definition/environment-description";
import { type Access, gather, inParallel } from "./access";
import { type Build, buildsOf } from "./builds";
import { regionalName } from "@pipelines/image-definition/regional-repository";
import { registryOf } from "@pipelines/facts/regions";
import { pipelineArn } from "./environments";
import { type FurtherRepositories, furtherRepositories, type RegionalTag, regionalTags } from "./further-regions";
import { ecrParent, startsWith } from "./layers";
import {
  buildOf,
  channelIn,
  imagesIn,
  type Manifest,
  manifestsOf,
  movedByHand,
  scanFindings,
  type StoredImage,
} from "./repository";

/** What is running in an environment, compared with what is defined. Times are ISO 8601, sizes are bytes. */
export interface EnvironmentStatus {
  readonly environment: string;
  readonly account: string;
  readonly region: string;
  readonly at: string;
  readonly images: readonly ImageStatus[];
  readonly calls: number;
}

export interface ImageStatus {
  readonly name: string;
  /** Name of the stack that contains it. */
  readonly stack: string;
  readonly description: string | undefined;
  /** Address to pull from, without a tag. */
  readonly uri: string;
  readonly version: { readonly defined: string; readonly deployed: string | undefined };
  readonly pipeline: "on" | "off" | "switched off by failures" | "missing";
  readonly nextRun: string | undefined;
  /** The parent's event that starts it, such as `after base`. */
  readonly follows: string | undefined;
  readonly lastBuild: BuildStatus | undefined;
  /** Tags and channels, both defined and found; for an image without fixed tags, its newest build. */
  readonly tags: readonly TagStatus[];
  readonly parent: { readonly image: string; /** undefined: not known */ readonly isNewer: boolean | undefined };
  readonly problems: readonly Problem[];
}

export interface BuildStatus {
  readonly build: string;
  readonly state: string;
  readonly started: string;
  /** undefined while it runs */
  readonly minutes: number | undefined;
  readonly reason: string | undefined;
}

export interface TagStatus {
  readonly tag: string;
  readonly isChannel: boolean;
  /** Whether it is the tag of a single build, which never moves: the newest build of an image without fixed tags. */
  readonly isBuild: boolean;
  /** undefined: it points nowhere */
  readonly image:
    | {
        readonly digest: string;
        readonly build: string;
        readonly pushed: string;
        readonly size: number;
        readonly findings: Readonly<Record<string, number>> | undefined;
        readonly revoked: { readonly at: string; readonly by: string; readonly reason: string } | undefined;
      }
    | undefined;
  readonly promoted: { readonly at: string; readonly by: string; readonly before: string | undefined } | undefined;
  /** A message if a channel does not point to the image from its last promotion. */
  readonly movedByHand: string | undefined;
  /** What it points to in the image's additional regions that have a repository. */
  readonly regions: readonly RegionalTag[];
}

export interface Problem {
  /** `--check` fails only for errors. */
  readonly severity: "error" | "warning";
  readonly text: string;
}

/** Calls in progress at the same time in one environment. */
const parallel = 16;

/**
 * Calls: one to STS, one per 25 pipelines. Per image, one per 25 builds of its version and one for the last of them.
 * Per repository, one per 1,000 images, one for manifests if an image is built on another one in the same registry, and
 * one per tag if Amazon Inspector scans. In additional regions, only the calls for images.
 */
export async function statusOf(access: Access, now: Date): Promise<EnvironmentStatus> {
  const { place } = access;
  await access.identify();
  const [pipelines, repositories, further] = await Promise.all([
    allPipelines(access),
    allRepositories(access),
    furtherRepositories(access),
  ]);
  const images = await inParallel(place.images, parallel, async (image) => {
    const pipeline = pipelines.get(pipelineArn(place, image.resourceName));
    const builds = await lastBuildOf(access, image, deployedVersion(pipeline));
    return imageStatus({ place, image, pipeline, builds, repositories, further, now });
  });
  const { environment, account, region } = place;
  return { environment, account, region, at: now.toISOString(), images, calls: access.calls };
}

async function allPipelines(access: Access): Promise<Map<string, ImagePipeline>> {
  const pages = paginateListImagePipelines({ client: access.imageBuilder, pageSize: 25 }, {});
  const pipelines = await gather(pages, (page) => page.imagePipelineList);
  return new Map(pipelines.map((pipeline) => [pipeline.arn ?? "", pipeline]));
}

interface RepositoryContent {
  readonly images: readonly StoredImage[];
  /** Manifests of the images that tags and channels point to, if one image is built on another. */
  readonly manifests: ReadonlyMap<string, Manifest>;
  readonly findings: ReadonlyMap<string, Readonly<Record<string, number>> | undefined>;
}

/** The repositories of an environment's images, and of parents in the same registry. */
async function allRepositories(access: Access): Promise<Map<string, RepositoryContent>> {
  const { place } = access;
  const compared = new Set(
    place.images.flatMap(({ repository, parentImage }) => {
      const parent = ecrParent(parentImage, place);
      return parent === undefined ? [] : [repository, parent.repository];
    }),
  );
  const names = new Set([...place.images.map(({ repository }) => repository), ...compared]);
  const contents = await inParallel([...names], parallel, async (name) => {
    const images = await imagesIn(access, name);
    if (images === undefined) return [];
    const newest = place.images.some(
      ({ repository, containerTags }) => repository === name && containerTags.length === 0,
    )
      ? newestBuild(images)
      : undefined;
    const pointedTo = images.filter((image) => image === newest || image.tags.some(isPointer));
    const manifests = await manifestsOf(access, name, compared.has(name) ? pointedTo.map(({ digest }) => digest) : []);
    const findings = new Map<string, Readonly<Record<string, number>> | undefined>();
    for (const image of pointedTo) findings.set(image.digest, await scanFindings(access, name, image));
    return [[name, { images, manifests, findings }] as const];
  });
  return new Map(contents.flat());
}

/** `1.0.3`, the version of the recipe that the pipeline builds. */
function deployedVersion(pipeline: ImagePipeline | undefined): string | undefined {
  return pipeline?.containerRecipeArn?.split("/").pop();
}

async function lastBuildOf(access: Access, image: ImageDescription, version: string | undefined) {
  if (version === undefined) return undefined;
  const last = (await buildsOf(access, image, version)).at(-1);
  if (last === undefined) return undefined;
  const command = new ListWorkflowExecutionsCommand({ imageBuildVersionArn: last.arn });
  const { workflowExecutions = [] } = await access.imageBuilder.send(command);
  const ends = workflowExecutions.map(({ endTime }) => (endTime === undefined ? NaN : Date.parse(endTime)));
  return { last, ended: Math.max(...ends) };
}

interface Gathered {
  readonly place: EnvironmentDescription;
  readonly image: ImageDescription;
  readonly pipeline: ImagePipeline | undefined;
  readonly builds: { readonly last: Build; readonly ended: number } | undefined;
  readonly repositories: ReadonlyMap<string, RepositoryContent>;
  readonly further: FurtherRepositories;
  readonly now: Date;
}

function imageStatus(gathered: Gathered): ImageStatus {
  const { place, image, pipeline, further, now } = gathered;
  const lastBuild = buildStatus(gathered);
  const deployed = deployedVersion(pipeline);
  const content = gathered.repositories.get(image.repository);
  const status: Omit<ImageStatus, "problems"> = {
    name: image.name,
    stack: image.stack,
    description: image.description,
    uri: `${registryOf(place)}/${image.repository}`,
    version: { defined: image.version, deployed },
    pipeline: pipelineState(pipeline, image),
    nextRun: pipeline?.status === "ENABLED" ? nextRun(pipeline, image, now) : undefined,
    follows:
      pipeline?.status === "ENABLED" && image.rebuiltWithParent && image.parent !== undefined
        ? afterParent(image.parent, image.parentChannel)
        : undefined,
    lastBuild,
    tags: content === undefined ? [] : tagsOf(gathered, content),
    parent: { image: image.parentImage, isNewer: isParentNewer(gathered) },
  };
  const gone = [
    ...(content === undefined ? [""] : []),
    ...image.regions.filter((each) => !further.has(regionalName(image.repository, each))).map((each) => ` in ${each}`),
  ];
  return { ...status, problems: problemsOf(status, gone, place) };
}

function pipelineState(pipeline: ImagePipeline | undefined, image: ImageDescription): ImageStatus["pipeline"] {
  if (pipeline === undefined) return "missing";
  if (pipeline.status !== "DISABLED") return "on";
  // Image Builder disables a pipeline if its scheduled builds fail several times in a row.
  return image.enabled && (pipeline.consecutiveFailures ?? 0) > 0 ? "switched off by failures" : "off";
}

function nextRun(pipeline: ImagePipeline, { schedule }: ImageDescription, now: Date): string | undefined {
  if (pipeline.dateNextRun !== undefined) return new Date(pipeline.dateNextRun).toISOString();
  if (schedule === null) return undefined;
  const { expression, timezone } = schedule;
  return nextRuns(expression, {
    from: now,
    count: 1,
    ...(timezone === undefined ? {} : { timezone }),
  })[0]?.toISOString();
}

function buildStatus({ builds }: Gathered): BuildStatus | undefined {
  if (builds === undefined) return undefined;
  const { last, ended } = builds;
  const minutes = Math.round((ended - last.started.getTime()) / 60_000);
  return {
    build: last.name,
    state: last.state,
    started: last.started.toISOString(),
    minutes: Number.isFinite(minutes) ? minutes : undefined,
    reason: last.reason,
  };
}

function tagsOf({ image, further, now }: Gathered, content: RepositoryContent): TagStatus[] {
  const found = content.images.flatMap(({ tags }) => tags.filter(isPointer)).sort();
  const newest = image.containerTags.length === 0 ? newestBuild(content.images) : undefined;
  const build = newest === undefined ? [] : [buildOf(newest)];
  return [...new Set([...build, ...image.channels, ...image.containerTags, ...found])].map((tag) => {
    const isChannel = image.channels.includes(tag);
    const channel = channelIn(content.images, tag);
    const { current, history } = channel;
    const promotion = history.findLast((each) => each.image.digest === current?.digest);
    const before = history.findLast((each) => each.image.digest !== current?.digest);
    return {
      tag,
      isChannel,
      isBuild: build.includes(tag),
      image: current && {
        digest: current.digest,
        build: buildOf(current),
        pushed: current.pushed.toISOString(),
        size: current.size,
        findings: content.findings.get(current.digest),
        revoked: current.revoked && {
          at: current.revoked.at.toISOString(),
          by: current.revoked.by,
          reason: current.revoked.reason,
        },
      },
      promoted:
        isChannel && promotion !== undefined
          ? { at: promotion.at.toISOString(), by: promotion.by, before: before && buildOf(before.image) }
          : undefined,
      movedByHand: isChannel ? movedByHand(tag, channel, now) : undefined,
      regions: regionalTags(image, tag, content.images, further),
    };
  });
}

/** The newest image with a build's tag, including builds from other environments. */
function newestBuild(images: readonly StoredImage[]): StoredImage | undefined {
  return images.findLast((image) => buildOf(image) !== image.digest);
}

/** Whether the image would be built on something newer today; undefined if its parent is in another registry. */
function isParentNewer({ place, image, repositories }: Gathered): boolean | undefined {
  const parent = ecrParent(image.parentImage, place);
  const own = repositories.get(image.repository);
  if (parent === undefined || own === undefined) return undefined;
  const content = repositories.get(parent.repository);
  const today = content?.images.find(({ tags, digest }) => tags.includes(parent.tag) || digest === parent.tag);
  const parentManifest = content?.manifests.get(today?.digest ?? "");
  const newest =
    image.containerTags.length === 0
      ? newestBuild(own.images)
      : own.images.findLast(({ tags }) => tags.some((tag) => image.containerTags.includes(tag)));
  const manifest = own.manifests.get(newest?.digest ?? "");
  if (parentManifest === undefined || manifest === undefined) return undefined;
  return !startsWith(manifest.layers, parentManifest.layers);
}

/** @param gone phrases that say where the repository is missing */
function problemsOf(
  status: Omit<ImageStatus, "problems">,
  gone: readonly string[],
  { environment, region: home }: EnvironmentDescription,
): Problem[] {
  const problems: Problem[] = [];
  const say = (severity: Problem["severity"], text: string): void => {
    problems.push({ severity, text });
  };
  const { version, pipeline, lastBuild, tags, parent, name } = status;
  if (pipeline === "missing") say("error", `not deployed: npm run deploy -- ${environment}`);
  else if (version.deployed !== version.defined) {
    say("error", `behind: ${version.deployed ?? "nothing"} is deployed, ${version.defined} is defined`);
  }
  for (const where of gone) say("error", `its repository${where} is gone`);
  if (pipeline === "switched off by failures") say("error", "AWS switched the pipeline off: its builds failed");
  if (pipeline === "off") say("warning", "the pipeline is off");
  if (lastBuild?.state === "FAILED")
    say("error", `${lastBuild.build} failed: ${lastBuild.reason ?? "no reason given"}`);
  for (const { tag, isChannel, image, movedByHand: stray, regions } of tags) {
    if (stray !== undefined) say("error", stray);
    for (const { region, build, state } of regions) {
      if (state === "equal") continue;
      const remedy = isChannel
        ? `npm run promote -- ${name} --to ${environment} --channel ${tag} --build ${image?.build ?? "<build>"}`
        : `npm run build -- ${environment} ${name}`;
      say(
        "error",
        `${tag} is ${build ?? "nowhere"} in ${region}, and ${image?.build ?? "nowhere"} in ${home}: ${remedy}`,
      );
    }
    if (image === undefined) {
      if (stray !== undefined) continue;
      if (isChannel) say("warning", `nothing has been promoted to ${tag} yet`);
      else if (lastBuild?.state === "AVAILABLE") say("error", `${tag} points nowhere`);
      else if (pipeline !== "missing") say("warning", `${tag} points nowhere: no build is available yet`);
      continue;
    }
    if (image.revoked !== undefined) {
      say("error", `${tag} is ${image.build}, which ${image.revoked.by} revoked: ${image.revoked.reason}`);
    }
    const critical = image.findings?.["CRITICAL"] ?? 0;
    if (critical > 0) say("error", `${tag} has ${critical} critical ${critical === 1 ? "finding" : "findings"}`);
  }
  if (parent.isNewer === true) say("warning", `its parent is newer: npm run build -- ${environment} ${name}`);
  return problems;
}
