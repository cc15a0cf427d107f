import { error, type Finding } from "@pipelines/findings/finding";
import { checkContainerTag } from "@pipelines/image-checks/names";
import { count, quote } from "@pipelines/findings/text";
import { isPointer, longestChannel, revokedPrefix } from "./channel-tags";
import type { Image } from "./image";

/** Channels: tags that only promotions move. */
export function checkChannels(image: Omit<Image, "findings">): Finding[] {
  const { file, channels, containerTags, imageTagMutability } = image;
  const findings: Finding[] = [];
  if (imageTagMutability === "IMMUTABLE" && channels.length > 0) {
    findings.push(
      error({ file, field: "channels" }, "IB-CHANNEL-IMMUTABLE", {
        found: `the ${channels.length === 1 ? "channel" : "channels"} ${channels.map(quote).join(", ")} in a repository whose tags are immutable`,
        allowed: "channels only if tags are mutable: each promotion moves one",
        fix: 'write imageTagMutability: "MUTABLE", or channels: []',
      }),
    );
  }
  channels.forEach((channel, index) => {
    const at = { file, field: `channels[${index}]` };
    const wrong = (code: string, found: string, allowed: string) => findings.push(error(at, code, { found, allowed }));
    findings.push(...checkContainerTag(channel, at));
    if (channel.length > longestChannel && channel.length <= 128) {
      const allowed = `at most ${longestChannel}: each promotion adds a tag that starts with it`;
      wrong("IB-CHANNEL-NAME", `a channel name with ${count(channel.length, "character")}`, allowed);
    }
    if (!isPointer(channel) || channel.split(".")[0] === revokedPrefix) {
      wrong(
        "IB-CHANNEL-NAME",
        `the channel ${quote(channel)}, which has a form reserved for records of builds and promotions`,
        "a name such as stable or 3.12, but not a build version (1.0.3-2) or a name that starts with revoked",
      );
    }
    if (containerTags.includes(channel)) {
      wrong(
        "IB-CHANNEL-BUILT",
        `the channel ${quote(channel)}, which is also one of containerTags`,
        "a channel that no build pushes: every build would move it to an image that nobody promoted",
      );
    }
    if (channels.indexOf(channel) < index) wrong("IB-CHANNEL-TWICE", `${quote(channel)} a second time`, "once");
  });
  return findings;
}
