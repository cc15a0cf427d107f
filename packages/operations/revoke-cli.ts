import { BatchDeleteImageCommand } from "@aws-sdk/client-ecr";
import { isPointer, parseRevokedTag, revokedTag } from "@pipelines/image-definition/channel-tags";
import type { EnvironmentDescription } from "@pipelines/image-definition/environment-description";
import { ancestryOf, type Node, nodeMeant, relative } from "./ancestry";
import { moveChannel } from "./channel";
import { type Command, main, type Surroundings } from "./command";
import { wrongOption } from "@pipelines/findings/command-line";
import { putImage } from "./copy";
import { environmentNamed, imageNamed } from "./environments";
import { failure } from "./failure";
import { buildOf, channelIn, imagesIn, lastGood, manifestsOf, named } from "./repository";
import type { Access } from "./access";

const options = {
  reason: {
    type: "string",
    value: "<text>",
    required: true,
    help: "recorded in a tag: up to 58 characters; letters, digits, - and . are kept as they are",
  },
  descendants: { type: "boolean", help: "also revoke everything that is built on it" },
  delete: { type: "boolean", help: "delete revoked images from ECR if no channel points to them" },
} as const;

export const revokeCommand: Command<typeof options> = {
  name: "revoke",
  about: `Withdraws a bad build: marks it so that it is never promoted again, and moves the channels that point to it back to
their last good build. Lists what is built on it.`,
  takes: ["<environment>", "<image>", "<build>"],
  options,
  interrupted: "Anything already revoked stays revoked; the same command finishes the rest.",
  check: ({ values: { reason = "" } }) =>
    reason.trim() !== ""
      ? []
      : [wrongOption("npm run revoke", "--reason", { found: "no reason", allowed: "why no one should use the build" })],
  run: async ({ values, positionals: [environment = "", name = "", build = ""] }, surroundings) => {
    const place = environmentNamed(environment, surroundings.environments);
    const { repository } = imageNamed(name, place);
    const reason = values.reason?.trim() ?? "";
    const access = surroundings.access(place);
    await access.identify();
    const nodes = await ancestryOf(access);
    const node = nodeMeant(nodes, repository, build, "<build>");
    const chosen = values.descendants === true ? [node, ...node.descendants] : [node];
    // All marks are set before the first move, so that no one can promote a marked build in the meantime.
    for (const each of chosen) await mark(access, each, reason, surroundings.now());
    const places = [{ access, nodes: chosen }];
    for (const region of new Set(place.images.flatMap(({ regions }) => regions))) {
      const there = access.in(region);
      const same = (await ancestryOf(there)).filter((each) => chosen.some((one) => isSame(one, each)));
      for (const each of same) await mark(there, each, reason, surroundings.now());
      places.push({ access: there, nodes: same });
    }
    const moves: Back[] = [];
    for (const { access: there, nodes: bad } of places) moves.push(...(await moveBack(there, bad, surroundings)));
    const deleted: string[] = [];
    if (values.delete === true) {
      // The image named on the command line is deleted last, because the same command needs it to find what still has
      // to be deleted.
      for (const { access: there, nodes: bad } of places.reverse()) deleted.push(...(await remove(there, bad)));
    }
    const result: Result = {
      environment,
      reason: parseRevokedTag(revokedTag(surroundings.now(), "", reason))?.reason ?? reason,
      revoked: chosen.map((each) => relative(each, 0)),
      descendants: node.descendants.map((each) => relative(each, each.ancestors.indexOf(node) + 1)),
      moves,
      deleted,
    };
    if (values.json === true) surroundings.streams.out(`${JSON.stringify(result)}\n`);
    else surroundings.streams.out(`${message(result, values.descendants === true)}\n`);
    return moves.some(({ to }) => to === undefined) ? 1 : 0;
  },
};

/** Whether it is the same image in the same repository in another region. */
function isSame(one: Node, other: Node): boolean {
  return one.repository === other.repository && one.image.digest === other.image.digest;
}

async function mark(access: Access, { repository, image }: Node, reason: string, now: Date): Promise<void> {
  if (image.revoked !== undefined) return;
  const manifest = (await manifestsOf(access, repository, [image.digest])).get(image.digest);
  if (manifest === undefined)
    throw failure("IB-OP-BUILD", repository, `${image.digest} no longer exists`, "an existing image");
  await putImage({ access, repository }, manifest, revokedTag(now, await access.identify(), reason));
}

/** A channel that moved back from a bad build. */
interface Back {
  readonly repository: string;
  readonly channel: string;
  readonly from: string;
  /** undefined: there is no good build to go back to */
  readonly to: string | undefined;
}

async function moveBack(access: Access, chosen: readonly Node[], surroundings: Surroundings): Promise<Back[]> {
  const moves: Back[] = [];
  for (const repository of new Set(chosen.map((each) => each.repository))) {
    const channels = channelsOf(access.place, repository);
    for (const channel of channels) {
      // Read again, because the marks exist now.
      const images = (await imagesIn(access, repository)) ?? [];
      const { current } = channelIn(images, channel);
      if (current?.revoked === undefined) continue;
      const good = lastGood(images, channel);
      const place = { access, repository };
      const move = good && (await moveChannel(place, channel, good.digest, surroundings));
      moves.push({ repository, channel, from: buildOf(current), to: move && buildOf(move.after) });
    }
  }
  return moves;
}

function channelsOf({ images }: EnvironmentDescription, repository: string): Set<string> {
  return new Set(images.filter((image) => image.repository === repository).flatMap(({ channels }) => channels));
}

async function remove(access: Access, chosen: readonly Node[]): Promise<string[]> {
  const deleted: string[] = [];
  for (const { repository, image } of [...chosen].reverse()) {
    const images = (await imagesIn(access, repository)) ?? [];
    const channels = channelsOf(access.place, repository);
    const now = images.find(({ digest }) => digest === image.digest);
    if (now === undefined || now.tags.some((tag) => channels.has(tag))) continue;
    const imageIds = [{ imageDigest: image.digest }];
    await access.ecr.send(new BatchDeleteImageCommand({ repositoryName: repository, imageIds }));
    deleted.push(`${repository} ${named(image)}`);
  }
  return deleted;
}

type Relative = ReturnType<typeof relative>;

interface Result {
  readonly environment: string;
  readonly reason: string;
  readonly revoked: readonly Relative[];
  readonly descendants: readonly Relative[];
  readonly moves: readonly Back[];
  readonly deleted: readonly string[];
}

function message({ environment, reason, revoked, descendants, moves, deleted }: Result, all: boolean): string {
  const line = ({ repository, build, tags }: Relative) =>
    `  ${repository} ${build}${tags.length > 0 ? ` (${tags.filter(isPointer).join(", ")})` : ""}`;
  return [
    `${environment}: revoked, "${reason}"`,
    ...revoked.map(line),
    ...(descendants.length > 0 && !all
      ? ["built on it and not revoked (--descendants revokes them too)", ...descendants.map(line)]
      : []),
    ...moves.map(({ repository, channel, from, to }) =>
      to === undefined
        ? `✗ ${repository}:${channel} still points to ${from}: there is no good build to go back to; promote one`
        : `${repository}:${channel} moved back from ${from} to ${to}`,
    ),
    ...deleted.map((each) => `deleted ${each}`),
  ].join("\n");
}

if (require.main === module) main(revokeCommand);
