/**
 * The ECR tags that channels consist of. A channel is a tag that no build moves. Other tags are written once and never
 * move:
 *
 *     stable                                      the channel: what consumers pull
 *     stable.20261124T150405123Z.alice            alice promoted it to this image at that time
 *     revoked.20261124T150405123Z.alice.reason    nothing is promoted to this image again
 *     staging.1.0.3-2                             the image is build 1.0.3-2 of staging, copied from there
 *
 * A lifecycle policy therefore has to protect only `<channel>`, `<channel>.*` and `revoked.*`.
 */
const time = String.raw`\d{8}T\d{9}Z`;
const buildVersion = String.raw`\d+\.\d+\.\d+-\d+`;

/**
 * Maximum length of a channel name. With a time and a person's name appended, it must fit into a tag of at most 128
 * characters.
 */
export const longestChannel = 60;

/** Prefix of the tags on revoked images; a channel cannot have this name. */
export const revokedPrefix = "revoked";

/**
 * Makes text usable as the last part of a tag: spaces become `_`, and any other run of unusable characters becomes one
 * `-`.
 */
function tagText(text: string, length: number): string {
  const plain = text.trim().replaceAll(/\s+/g, "_");
  return plain.replaceAll(/[^A-Za-z0-9_.-]+/g, "-").slice(0, length);
}

/** `20261124T150405123Z` */
function stamp(at: Date): string {
  return at.toISOString().replaceAll(/[-:.]/g, "");
}

function fromStamp(text: string): Date {
  const [, ...parts] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z$/.exec(text) ?? [];
  const [year = 0, month = 1, ...rest] = parts.map(Number);
  return new Date(Date.UTC(year, month - 1, ...rest));
}

/** One promotion to a channel, as recorded in a tag on the promoted image. */
export interface HistoryTag {
  readonly tag: string;
  readonly channel: string;
  readonly at: Date;
  readonly by: string;
}

export function historyTag(channel: string, at: Date, by: string): string {
  return `${channel}.${stamp(at)}.${tagText(by, 40).replaceAll(".", "-")}`;
}

const history = new RegExp(String.raw`^(.+)\.(${time})\.([^.]+)$`);

export function parseHistoryTag(tag: string): HistoryTag | undefined {
  const [, channel, at, by] = history.exec(tag) ?? [];
  if (channel === undefined || at === undefined || by === undefined || channel === revokedPrefix) return undefined;
  return { tag, channel, at: fromStamp(at), by };
}

export interface RevokedTag {
  readonly tag: string;
  readonly at: Date;
  readonly by: string;
  readonly reason: string;
}

/** Maximum length of a reason, because a tag has at most 128 characters. */
const longestReason = 58;

export function revokedTag(at: Date, by: string, reason: string): string {
  return `${revokedPrefix}.${stamp(at)}.${tagText(by, 40).replaceAll(".", "-")}.${tagText(reason, longestReason)}`;
}

const revoked = new RegExp(String.raw`^${revokedPrefix}\.(${time})\.([^.]+)\.(.*)$`);

export function parseRevokedTag(tag: string): RevokedTag | undefined {
  const [, at, by, reason] = revoked.exec(tag) ?? [];
  if (at === undefined || by === undefined || reason === undefined) return undefined;
  return { tag, at: fromStamp(at), by, reason: reason.replaceAll("_", " ") };
}

/**
 * The tag on a build that was copied from another environment. It names the environment, because two environments can
 * have the same build numbers.
 */
export function originTag(environment: string, build: string): string {
  return `${environment}.${build}`;
}

/** `1.0.3-2`, the tag that every build gets. */
export function isBuildTag(tag: string): boolean {
  return new RegExp(`^${buildVersion}$`).test(tag);
}

export function isOriginTag(tag: string): boolean {
  return new RegExp(String.raw`^[a-z0-9-]+\.${buildVersion}$`).test(tag);
}

/** Returns the tags that people set and pull, excluding tags that only record what an image is or was. */
export function isPointer(tag: string): boolean {
  return !isBuildTag(tag) && !isOriginTag(tag) && !parseHistoryTag(tag) && !parseRevokedTag(tag);
}
