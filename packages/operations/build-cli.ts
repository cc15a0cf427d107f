import { CancelImageCreationCommand, StartImagePipelineExecutionCommand } from "@aws-sdk/client-imagebuilder";
import type { ImageDescription } from "@pipelines/image-definition/environment-description";
import { type Access, inParallel } from "./access";
import { BuildFollower, resultText } from "./build-follow";
import { type Build, buildsOf, deployedVersion, isRunning, summarized } from "./builds";
import { type Command, main } from "./command";
import { environmentNamed, imageNamed, pipelineArn } from "./environments";

const options = { cancel: { type: "boolean", help: "cancel running builds" } } as const;

export const buildCommand: Command<typeof options> = {
  name: "build",
  about: `Starts builds and follows them until they end. If a build is already running, the command follows it instead of
starting another.`,
  takes: ["<environment>", "<image> …"],
  options,
  interrupted: "Started builds continue. Until they end, the same command follows them, and --cancel cancels them.",
  run: async ({ values, positionals: [name = "", ...names] }, surroundings) => {
    const { environments, streams } = surroundings;
    const place = environmentNamed(name, environments);
    const images = [...new Set(names)].map((each) => imageNamed(each, place));
    const access = surroundings.access(place);
    await access.identify();
    const width = Math.max(...images.map((image) => image.name.length));
    const sayFor = (image: ImageDescription) => (text: string) => {
      if (values.json !== true) streams.err(`${image.name.padEnd(width)} ${text}\n`);
    };
    if (values.cancel === true) {
      const cancelled = await inParallel(images, 4, async (image) => {
        const build = await runningBuild(access, image);
        if (build !== undefined)
          await access.imageBuilder.send(new CancelImageCreationCommand({ imageBuildVersionArn: build.arn }));
        return { image: image.name, build: build?.name, state: build === undefined ? undefined : "CANCELLED" };
      });
      if (values.json === true) streams.out(`${JSON.stringify({ builds: cancelled })}\n`);
      else
        for (const { image, build } of cancelled)
          streams.out(build === undefined ? `${image}: no build is running\n` : `${image} ${build} CANCELLED\n`);
      return 0;
    }
    const results = await inParallel(images, images.length, async (image) => {
      const say = sayFor(image);
      const running = await runningBuild(access, image);
      if (running !== undefined) say(`${running.name} has been running since ${running.started.toISOString()}`);
      const build = running ?? (await start(access, image, surroundings.now()));
      if (running === undefined) say(`${build.name} started`);
      const result = await new BuildFollower(access, image, build, say).follow(surroundings);
      if (values.json !== true) streams.out(`${resultText(result, place.environment)}\n`);
      return result;
    });
    if (values.json === true) streams.out(`${JSON.stringify({ builds: results })}\n`);
    return results.every(({ state }) => state === "AVAILABLE") ? 0 : 1;
  },
};

async function runningBuild(access: Access, image: ImageDescription): Promise<Build | undefined> {
  return (await buildsOf(access, image, await deployedVersion(access, image))).findLast(isRunning);
}

async function start(access: Access, image: ImageDescription, now: Date): Promise<Build> {
  const imagePipelineArn = pipelineArn(access.place, image.resourceName);
  const command = new StartImagePipelineExecutionCommand({ imagePipelineArn });
  const { imageBuildVersionArn } = await access.imageBuilder.send(command);
  return summarized({ arn: imageBuildVersionArn, dateCreated: now.toISOString() });
}

if (require.main === module) main(buildCommand);
