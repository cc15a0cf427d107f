import { BatchDeleteImageCommand } from "@aws-sdk/client-ecr";
import { historyTag } from "@pipelines/image-definition/channel-tags";
import type { Surroundings } from "./command";
import { type Place, putImage } from "./copy";
import { failure, type OperationFailed } from "./failure";
import {
  abandoned,
  type Channel,
  channelIn,
  imagesIn,
  isAbandoned,
  type Manifest,
  manifestsOf,
  movedByHand,
  named,
  type StoredImage,
} from "./repository";
import { moment } from "./words";

export type Move = Awaited<ReturnType<typeof moveChannel>>;

/** Seconds that one promotion waits for another to end or give way. */
const patience = 30;
/** Seconds to wait before reading the repository again, just before the channel moves. */
const fresh = 10;

/**
 * Moves a channel to an image in its repository.
 *
 * ECR cannot move a tag on the condition that nobody else has moved it. A promotion therefore adds its own tag to the
 * image first (the history, written ahead), then reads all tags. If two promotions run at the same time, at least one
 * of them sees the other. The one with the later tag removes its tag and reports this. The earlier one waits until it
 * sees that. If the later one read the tags too early and moves the channel, the earlier one withdraws.
 *
 * @returns what the channel pointed to before and after, whether anything had to move (`moved`), and a message if the
 * channel did not point to the image from its last promotion (`movedByHand`)
 */
export async function moveChannel(
  place: Place,
  channel: string,
  digest: string,
  { now, wait }: Pick<Surroundings, "now" | "wait">,
) {
  const by = await place.access.identify();
  const manifest = (await manifestsOf(place.access, place.repository, [digest])).get(digest);
  let seen = await read(place, channel);
  const image = seen.images.find((each) => each.digest === digest);
  if (manifest === undefined || image === undefined) {
    throw failure("IB-OP-BUILD", place.repository, `${digest} no longer exists`, "an existing image");
  }
  const before = seen.current;
  const stray = movedByHand(channel, seen, now());
  const moved = before?.digest !== digest;
  // If the channel was moved to this very image by hand, the promotion still has to be recorded.
  if (!moved && seen.open.length === 0 && stray === undefined) {
    return { channel, before, after: image, moved, by, movedByHand: stray };
  }
  refuseBusy(seen, digest, channel, now());
  const tag = await announce(place, channel, manifest, seen, by, now());
  seen = await turn(place, channel, { tag, image, before }, { now, wait });
  for (const stale of seen.open.filter((each) => each.image.digest !== digest))
    await removeTag(place, stale.tag, stale.image);
  await putImage(place, manifest, channel);
  const { current } = await read(place, channel);
  if (current?.digest !== digest) {
    const found = `${channel} moved, and immediately moved on to ${current === undefined ? "nothing" : named(current)}`;
    throw failure(
      "IB-OP-RACE",
      place.repository,
      found,
      "one promotion at a time",
      `npm run status -- ${place.access.place.environment}`,
    );
  }
  return { channel, before, after: current, moved, by, movedByHand: stray };
}

interface Seen extends Channel {
  readonly images: readonly StoredImage[];
}

/**
 * Waits until no other promotion is in progress; withdraws this one if it has to give way. @returns what it last saw
 */
async function turn(
  place: Place,
  channel: string,
  { tag, image, before }: { readonly tag: string; readonly image: StoredImage; readonly before: Seen["current"] },
  { now, wait }: Pick<Surroundings, "now" | "wait">,
): Promise<Seen> {
  const { digest } = image;
  for (let waited = 0; ; waited++) {
    const since = now().getTime();
    const seen = await read(place, channel);
    const withdraw = (why: string) => withdrawn(place, channel, tag, seen, why);
    if (seen.current?.digest !== before?.digest && seen.current?.digest !== digest) {
      throw await withdraw(`it is ${seen.current === undefined ? "gone" : named(seen.current)} now`);
    }
    const revoked = seen.images.find((each) => each.digest === digest)?.revoked;
    if (revoked !== undefined) throw await withdraw(`${revoked.by} revoked ${named(image)} at the same time`);
    const rival = seen.open.find((each) => each.image.digest !== digest && !isAbandoned(each, now()));
    if (rival === undefined) {
      if (now().getTime() - since < fresh * 1000) return seen;
      continue;
    }
    if (rival.tag < tag || waited >= patience) {
      throw await withdraw(`${rival.by} is moving it to ${named(rival.image)}`);
    }
    await wait(1000);
  }
}

async function read({ access, repository }: Place, channel: string): Promise<Seen> {
  const images = (await imagesIn(access, repository)) ?? [];
  return { images, ...channelIn(images, channel) };
}

function refuseBusy({ open }: Channel, digest: string, channel: string, now: Date): void {
  const rival = open.find((each) => each.image.digest !== digest && !isAbandoned(each, now));
  if (rival === undefined) return;
  throw failure(
    "IB-OP-RACE",
    channel,
    `${rival.by} is moving it to ${named(rival.image)}, since ${moment(rival.at)}`,
    "one promotion at a time",
    `run the same command again; after ${abandoned / 60} minutes the other one counts as interrupted`,
  );
}

/** Writes the history in advance, or continues with the tag that an interrupted promotion to the same image wrote. */
async function announce(
  place: Place,
  channel: string,
  manifest: Manifest,
  seen: Channel,
  by: string,
  now: Date,
): Promise<string> {
  const own = seen.open.find((each) => each.image.digest === manifest.digest);
  if (own !== undefined) return own.tag;
  // The tag must be later than the existing ones, whatever this machine's clock shows: the order of the tags is the
  // order of the promotions.
  const last = Math.max(...seen.history.map(({ at }) => at.getTime()));
  const tag = historyTag(channel, new Date(Math.max(now.getTime(), last + 1)), by);
  await putImage(place, manifest, tag);
  return tag;
}

async function withdrawn(
  place: Place,
  channel: string,
  tag: string,
  seen: Seen,
  found: string,
): Promise<OperationFailed> {
  const image = seen.images.find(({ tags }) => tags.includes(tag));
  if (image !== undefined) await removeTag(place, tag, image);
  return failure(
    "IB-OP-RACE",
    channel,
    `something else came first: ${found}`,
    "one change at a time; this one has changed nothing",
    "run the same command again if you still need it",
  );
}

async function removeTag({ access, repository }: Place, imageTag: string, { tags }: StoredImage): Promise<void> {
  // Deleting the last tag would delete the image.
  if (tags.length < 2) return;
  const command = new BatchDeleteImageCommand({ repositoryName: repository, imageIds: [{ imageTag }] });
  await access.ecr.send(command);
}
