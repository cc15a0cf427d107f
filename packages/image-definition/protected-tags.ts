import { revokedPrefix } from "./channel-tags";
import type { Image } from "./image";

/**
 * Tags whose images a repository's retention never deletes, as patterns of an ECR lifecycle policy, in which `*` stands
 * for any text: an image's tags except its build version, and the records of channels.
 */
export function protectedTags({ containerTags, channels }: Pick<Image, "containerTags" | "channels">): string[] {
  const history = channels.length === 0 ? [] : [`${revokedPrefix}.*`];
  return [...new Set([...containerTags, ...channels.flatMap((channel) => [channel, `${channel}.*`]), ...history])];
}
