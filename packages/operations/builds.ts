import {
  GetImageCommand,
  GetImagePipelineCommand,
  type ImageSummary,
  ListWorkflowExecutionsCommand,
  paginateListImageBuildVersions,
} from "@aws-sdk/client-imagebuilder";
import { isBuildTag } from "@pipelines/image-definition/channel-tags";
import type { ImageDescription } from "@pipelines/image-definition/environment-description";
import { type Access, isNamed } from "./access";
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
  const imagePipelineArn = pipelineArn(access.place, image.resourceName);
  try {
    const { imagePipeline } = await access.imageBuilder.send(new GetImagePipelineCommand({ imagePipelineArn }));
    return imagePipeline?.containerRecipeArn?.split("/").pop() ?? "";
  } catch (error) {
    if (!isNamed(error, "ResourceNotFoundException")) throw error;
    const { environment } = access.place;
    const where = `${environment} ${image.name}`;
    throw failure(
      "IB-OP-PIPELINE",
      where,
      "there is no pipeline",
      "an image that is deployed",
      `npm run deploy -- ${environment}`,
    );
  }
}

/** Returns the builds of a version, newest last. */
export async function buildsOf(access: Access, image: ImageDescription, version: string): Promise<Build[]> {
  const imageVersionArn = imageArn(access.place, image.resourceName, version);
  const builds: Build[] = [];
  const pages = paginateListImageBuildVersions({ client: access.imageBuilder, pageSize: 25 }, { imageVersionArn });
  for await (const { imageSummaryList = [] } of pages) builds.push(...imageSummaryList.map(summarized));
  return builds.sort((a, b) => a.number - b.number);
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
  let found;
  try {
    found = (await access.imageBuilder.send(new GetImageCommand({ imageBuildVersionArn: arn }))).image;
  } catch (error) {
    if (!isNamed(error, "ResourceNotFoundException")) throw error;
    throw refuse("Image Builder has no such build");
  }
  const state = found?.state?.status ?? "PENDING";
  if (state !== "AVAILABLE")
    throw refuse(`it is ${state}${found?.state?.reason === undefined ? "" : `: ${found.state.reason}`}`);
  const untested = "its tests did not run";
  const fix = `write tests: { enabled: true } in images/${image.name}/image.ts, deploy and build`;
  if (found?.imageTestsConfiguration?.imageTestsEnabled === false) throw refuse(untested, fix);
  const command = new ListWorkflowExecutionsCommand({ imageBuildVersionArn: arn });
  const { workflowExecutions = [] } = await access.imageBuilder.send(command);
  const tests = workflowExecutions.filter(({ type }) => type === "TEST");
  if (tests.length === 0) throw refuse(untested, fix);
  const bad = tests.find(({ status }) => status !== "COMPLETED");
  if (bad !== undefined) throw refuse(`its tests are ${bad.status ?? "unknown"}`);
}
