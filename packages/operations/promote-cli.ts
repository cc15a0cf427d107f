import { originTag } from "@pipelines/image-definition/channel-tags";
import type { EnvironmentDescription, ImageDescription } from "@pipelines/image-definition/environment-description";
import { buildsOf, deployedVersion, requireTested } from "./builds";
import { type Move, moveChannel } from "./channel";
import { type Command, main } from "./command";
import { wrongOption } from "@pipelines/findings/command-line";
import { copyImage, type Copied, type Place } from "./copy";
import { registryOf } from "@pipelines/facts/regions";
import { environmentNamed, imageNamed, requireChannel } from "./environments";
import { failure } from "./failure";
import { buildOf, channelIn, imageMeant, imagesIn, lastGood, named, type StoredImage } from "./repository";

const options = {
  to: { type: "string", value: "<environment>", required: true, help: "environment whose channel moves" },
  channel: {
    type: "string",
    value: "<channel>",
    required: true,
    help: "a channel in the image's definition, such as stable",
  },
  from: { type: "string", value: "<environment>", help: "environment of the build; the same as --to by default" },
  build: {
    type: "string",
    value: "<build>",
    help: "1.0.3-2, a digest or a tag; the newest AVAILABLE build by default",
  },
  previous: { type: "boolean", help: "move back to the channel's previous image; not with --from or --build" },
} as const;

export const promoteCommand: Command<typeof options> = {
  name: "promote",
  about: `Moves a channel to a tested build, by digest. From another environment, the image is copied unchanged, including
to the image's further regions.`,
  takes: ["<image>"],
  options,
  interrupted: "The channel is either where it was or where it should be; the same command finishes it.",
  check: ({ values: { previous, from, build } }) =>
    previous !== true || (from ?? build) === undefined
      ? []
      : [
          wrongOption("npm run promote", "--previous", {
            found: "together with --from or --build",
            allowed: "one of them",
          }),
        ],
  run: async ({ values: { to: whose = "", channel = "", ...values }, positionals: [name = ""] }, surroundings) => {
    const { environments, access, streams } = surroundings;
    const to = environmentNamed(whose, environments, "--to");
    const from = values.from === undefined ? to : environmentNamed(values.from, environments, "--from");
    const image = imageNamed(name, to);
    requireChannel(channel, image, to.environment);
    const target: Place = { access: access(to), repository: image.repository };
    await target.access.identify();
    const images = await imagesOf(target);
    const say = (text: string): void => {
      if (values.json !== true) streams.err(`${text}\n`);
    };
    let copied: Copied | undefined;
    let chosen: StoredImage;
    if (values.previous === true) chosen = previousOf(images, channel);
    else if (from === to) {
      chosen = await chooseBuild(target, image, images, values.build);
      refuseRevoked(chosen, to);
      if (!wasPromoted(chosen, images, image)) await requireTested(target.access, image, buildOf(chosen));
    } else {
      const sourceImage = imageNamed(name, from);
      const source: Place = { access: access(from), repository: sourceImage.repository };
      await source.access.identify();
      chosen = await chooseBuild(source, sourceImage, await imagesOf(source), values.build);
      refuseRevoked(chosen, from);
      const there = images.find(({ digest }) => digest === chosen.digest);
      if (there !== undefined) refuseRevoked(there, to);
      await requireTested(source.access, sourceImage, buildOf(chosen));
      copied = await copyImage(source, target, chosen.digest, originTag(from.environment, buildOf(chosen)), say);
    }
    const move = await moveChannel(target, channel, chosen.digest, surroundings);
    if (move.movedByHand !== undefined) say(`Before: ${move.movedByHand}.`);
    const build = buildOf(chosen);
    // An image that only has tags set by people is copied without a tag.
    const tag = from !== to ? originTag(from.environment, build) : build === chosen.digest ? undefined : build;
    for (const region of image.regions) {
      const there: Place = { access: target.access.in(region), repository: image.repository };
      say(`${region}:`);
      // An older build may be missing from a region that was added later.
      await copyImage(target, there, chosen.digest, tag, say);
      await moveChannel(there, channel, chosen.digest, surroundings);
    }
    const uri = `${registryOf(to)}/${image.repository}`;
    const result = {
      environment: to.environment,
      image: name,
      channel,
      moved: move.moved,
      by: move.by,
      before: move.before && described(move.before),
      movedByHand: move.movedByHand,
      after: described(move.after),
      uri: `${uri}:${channel}`,
      copied,
    };
    const text = message(move, `${to.environment}: ${name}:${channel}`, uri);
    streams.out(`${values.json === true ? JSON.stringify(result) : text}\n`);
    return 0;
  },
};

async function imagesOf({ access, repository }: Place): Promise<StoredImage[]> {
  const images = await imagesIn(access, repository);
  if (images !== undefined) return images;
  const { environment, images: defined } = access.place;
  const isMade = defined.some((image) => image.repository === repository && !image.repositoryExists);
  throw failure(
    "IB-OP-REPOSITORY",
    environment,
    `the repository ${repository} is gone`,
    "an existing repository",
    isMade ? `npm run deploy -- ${environment}` : "no deploy creates it: ask its owner",
  );
}

async function chooseBuild(place: Place, image: ImageDescription, images: readonly StoredImage[], meant?: string) {
  if (meant !== undefined) return imageMeant(images, meant, "--build");
  const builds = await buildsOf(place.access, image, await deployedVersion(place.access, image));
  const last = builds.findLast(({ state }) => state === "AVAILABLE");
  const { environment } = place.access.place;
  if (last === undefined) {
    const fix = `npm run build -- ${environment} ${image.name}`;
    throw failure(
      "IB-OP-BUILD",
      `${environment} ${image.name}`,
      "no build of the deployed version is AVAILABLE",
      "an AVAILABLE build",
      fix,
    );
  }
  return imageMeant(images, last.name, `${environment} ${image.name}`);
}

function refuseRevoked({ revoked, ...image }: StoredImage, { environment }: EnvironmentDescription): void {
  if (revoked === undefined) return;
  const found = `${named(image)} was revoked by ${revoked.by}: ${revoked.reason}`;
  throw failure(
    "IB-OP-REVOKED",
    environment,
    found,
    "a build that was not revoked; revoked builds are never promoted again",
  );
}

/** Whether one of the image's channels has ever pointed to it; if so, its tests were checked then. */
function wasPromoted({ digest }: StoredImage, images: readonly StoredImage[], { channels }: ImageDescription): boolean {
  return channels.some((channel) => channelIn(images, channel).history.some(({ image }) => image.digest === digest));
}

function previousOf(images: readonly StoredImage[], channel: string): StoredImage {
  const previous = lastGood(images, channel);
  if (previous !== undefined) return previous;
  throw failure(
    "IB-OP-PREVIOUS",
    channel,
    "it has no earlier image that still exists and is not revoked",
    "a channel that has been moved before",
  );
}

function message({ channel, before, after, moved, by }: Move, which: string, uri: string): string {
  const pull = `  docker pull ${uri}:${channel}\n  docker pull ${uri}@${after.digest}`;
  if (!moved) return `${which} is already ${named(after)}; nothing moved.\n${pull}`;
  const was = before === undefined ? "nothing" : named(before);
  return `${which} moved from ${was} to ${named(after)}, by ${by}.\n${pull}`;
}

function described(image: StoredImage): { readonly digest: string; readonly build: string } {
  return { digest: image.digest, build: buildOf(image) };
}

if (require.main === module) main(promoteCommand);
