import {
  GetImageCommand,
  GetImagePipelineCommand,
  type ImageSummary,
  ListWorkflowExecutionsCommand,
  paginateListImageBuildVersions,
} from "@aws-sdk/client-imagebuilder";
import { isBuildTag } from "@pipelines/image-definition/channel-tags";
import type { ImageDescription } from "@pipelines/image-definition/environment-description";
import { type Access, gather, unless } from "./access";
import { imageArn, pipelineArn } from "./environments";
import { failure } from "./failure";

/** An Image Builder build of the version that its pipeline currently builds. */
export interface Build {
  readonly arn: string;
  /** `1.0.3-2`, which is also its tag. */
  readonly name: string;
  readonly number: number;
  readonly state: string;
  /** Why it failed. */
  readonly reason: string | undefined;
  readonly started: Date;
}

/** Version of the recipe that the image's pipeline builds. */
export async function deployedVersion(access: Access, image: ImageDescription): Promise<string> {
  const { environment } = access.place;
  const command = new GetImagePipelineCommand({ imagePipelineArn: pipelineArn(access.place, image.resourceName) });
  const found = await unless(["ResourceNotFoundException"], () => access.imageBuilder.send(command));
  if (found !== undefined) return found.imagePipeline?.containerRecipeArn?.split("/").pop() ?? "";
  const fix = `npm run deploy -- ${environment}`;
  const where = `${environment} ${image.name}`;
  throw failure("IB-OP-PIPELINE", where, "there is no pipeline", "an image that is deployed", fix);
}

/** Returns the builds of a version, newest last. */
export async function buildsOf(access: Access, image: ImageDescription, version: string): Promise<Build[]> {
  const imageVersionArn = imageArn(access.place, image.resourceName, version);
  const pages = paginateListImageBuildVersions({ client: access.imageBuilder, pageSize: 25 }, { imageVersionArn });
  const builds = await gather(pages, (page) => page.imageSummaryList);
  return builds.map(summarized).sort((a, b) => a.number - b.number);
}

export function summarized({ arn = "", state, dateCreated }: ImageSummary): Build {
  const [version = "", number = ""] = arn.split("/").slice(-2);
  const started = new Date(dateCreated ?? 0);
  return {
    arn,
    name: `${version}-${number}`,
    number: Number(number),
    state: state?.status ?? "PENDING",
    reason: state?.reason,
    started,
  };
}

const ended = new Set(["AVAILABLE", "FAILED", "CANCELLED", "DEPRECATED", "DELETED", "DISABLED"]);

export function isRunning({ state }: Pick<Build, "state">): boolean {
  return !ended.has(state);
}

/**
 * Rejects a build that is not AVAILABLE or was not tested.
 *
 * @param build `1.0.3-2`
 */
export async function requireTested(access: Access, image: ImageDescription, build: string): Promise<void> {
  const where = `${access.place.environment} ${image.name} ${build}`;
  const refuse = (found: string, fix?: string) =>
    failure("IB-OP-BUILD", where, found, "an AVAILABLE build whose tests passed", fix);
  if (!isBuildTag(build)) throw refuse("not an Image Builder build", "choose one with --build 1.0.3-2");
  const [version = "", number = ""] = build.split("-");
  const arn = imageArn(access.place, image.resourceName, version, number);
  const getImage = new GetImageCommand({ imageBuildVersionArn: arn });
  const found = await unless(["ResourceNotFoundException"], () => access.imageBuilder.send(getImage));
  if (found === undefined) throw refuse("Image Builder has no such build");
  const { state: { status = "PENDING", reason } = {}, imageTestsConfiguration: configured } = found.image ?? {};
  if (status !== "AVAILABLE") throw refuse(`it is ${status}${reason === undefined ? "" : `: ${reason}`}`);
  const untested = "its tests did not run";
  const fix = `write tests: { enabled: true } in images/${image.name}/image.ts, deploy and build`;
  if (configured?.imageTestsEnabled === false) throw refuse(untested, fix);
  const command = new ListWorkflowExecutionsCommand({ imageBuildVersionArn: arn });
  const { workflowExecutions = [] } = await access.imageBuilder.send(command);
  const tests = workflowExecutions.filter(({ type }) => type === "TEST");
  if (tests.length === 0) throw refuse(untested, fix);
  const bad = tests.find(({ status }) => status !== "COMPLETED");
  if (bad !== undefined) throw refuse(`its tests are ${bad.status ?? "unknown"}`);
}
