import { contentOf } from "./manifest";
import type { Repository } from "./state";
import { type JsonObject, object, objects, parseObject, text, texts } from "../json";
import type { World } from "../world";

/** The properties of an image that a lifecycle policy uses. */
export interface ExpirableImage {
  readonly digest: string;
  readonly pushed: Date;
  readonly tags: ReadonlySet<string>;
  /** Digest of the image that it refers to, if it is a signature or similar. */
  readonly subject?: string | undefined;
}

const day = 86_400_000;

/**
 * Returns the images that a lifecycle policy expires. Each rule is evaluated over all images; then the rules are
 * applied by priority. An image that one rule selects is never expired by a later one, but still counts toward it. An
 * image that refers to an existing image is exempt from all rules, and expires along with that image.
 * https://docs.aws.amazon.com/AmazonECR/latest/userguide/LifecyclePolicies.html
 * https://aws.amazon.com/blogs/opensource/diving-into-oci-image-and-distribution-1-1-support-in-amazon-ecr/
 */
export function expiredImages<T extends ExpirableImage>(policy: string, images: readonly T[], now: Date): T[] {
  const digests = new Set(images.map(({ digest }) => digest));
  const refers = ({ subject }: T): boolean => subject !== undefined && digests.has(subject);
  const youngestFirst = images
    .filter((image) => !refers(image))
    .sort((a, b) => b.pushed.getTime() - a.pushed.getTime());
  const rules = objects(parseObject(Buffer.from(policy)), "rules").sort(
    (a, b) => Number(a["rulePriority"]) - Number(b["rulePriority"]),
  );
  const settled = new Set<T>();
  const expired: T[] = [];
  for (const rule of rules) {
    const selection = object(rule, "selection") ?? {};
    const count = Number(selection["countNumber"]);
    const selected = youngestFirst.filter((image) => selects(selection, image));
    const beyond =
      text(selection, "countType") === "imageCountMoreThan"
        ? selected.slice(count)
        : selected.filter(({ pushed }) => now.getTime() - pushed.getTime() > count * day);
    expired.push(...beyond.filter((image) => !settled.has(image)));
    for (const image of selected) settled.add(image);
  }
  const gone = new Set(expired.map(({ digest }) => digest));
  return [...expired, ...images.filter(({ subject }) => subject !== undefined && gone.has(subject))];
}

function selects(selection: JsonObject, { tags }: ExpirableImage): boolean {
  const status = text(selection, "tagStatus");
  if (status !== "tagged") return status === "any" || tags.size === 0;
  const patterns = [
    ...texts(selection, "tagPatternList"),
    ...texts(selection, "tagPrefixList").map((prefix) => `${prefix}*`),
  ];
  return patterns.every((pattern) => {
    const expression = new RegExp(
      `^${pattern.replaceAll(/[.+?^${}()|[\]\\]/g, String.raw`\$&`).replaceAll("*", ".*")}$`,
    );
    return [...tags].some((tag) => expression.test(tag));
  });
}

/** Expires images, at most once a day as ECR does. Called before every read. */
export function advanceExpiry(world: World): void {
  const now = world.clock.now();
  for (const scope of world.scopes()) {
    for (const repository of scope.ecr.repositories.values()) expire(repository, now);
  }
}

function expire({ lifecyclePolicy, images }: Repository, now: Date): void {
  if (lifecyclePolicy === undefined || now.getTime() - lifecyclePolicy.evaluated.getTime() < day) return;
  lifecyclePolicy.evaluated = now;
  const all = [...images.values()].map((image) => ({ ...image, subject: contentOf(image.manifest).subject }));
  for (const { digest } of expiredImages(lifecyclePolicy.text, all, now)) images.delete(digest);
}
