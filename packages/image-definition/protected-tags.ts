import { revokedPrefix } from "./channel-tags";
import type { Image } from "./image";

/**
 * Tags whose images a repository's retention never deletes: an image's tags except its build version, and the records
 * of channels. They are patterns for an ECR lifecycle policy, in which `*` stands for any text.
 */
export function protectedTags({ containerTags, channels }: Pick<Image, "containerTags" | "channels">): string[] {
  const history = channels.length === 0 ? [] : [`${revokedPrefix}.*`];
  return [...new Set([...containerTags, ...channels.flatMap((channel) => [channel, `${channel}.*`]), ...history])];
}
