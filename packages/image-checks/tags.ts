import { type At, error, type Finding } from "@pipelines/findings/finding";
import { quote } from "@pipelines/findings/text";

type Tags = Readonly<Record<string, string>>;

/** https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html */
export function checkTags(tags: Tags, at: At, max = 50): Finding[] {
  const findings: Finding[] = [];
  const count = Object.keys(tags).length;
  if (count > max) {
    findings.push(
      error(at, "IB-TAG-COUNT", { found: `${count} tags`, allowed: `at most ${max}, including default tags` }),
    );
  }
  for (const [key, value] of Object.entries(tags)) {
    const field = `${at.field ?? "tags"}.${key}`;
    if (key.length < 1 || key.length > 128 || /^aws:/i.test(key)) {
      findings.push(
        error({ ...at, field }, "IB-TAG-KEY", {
          found: `the tag key ${quote(key)}`,
          allowed: "1 to 128 characters, not starting with aws:",
        }),
      );
    }
    if (typeof value !== "string" || value.length > 256) {
      findings.push(
        error({ ...at, field }, "IB-TAG-VALUE", {
          found:
            typeof value === "string" ? `a value of ${value.length} characters` : `a value that is a ${typeof value}`,
          allowed: "text with at most 256 characters",
        }),
      );
    }
  }
  return findings;
}

/** Keys that Image Builder itself sets on its instances. */
const reserved = ["CreatedBy", "Ec2ImageBuilderArn", "Name", "Tags"];

/**
 * Checks an environment's tags. They are also set on build instances, which allow fewer tags and have some keys that
 * are reserved for Image Builder, and on IAM roles, where two keys cannot differ only in case.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/id_tags.html
 */
export function checkInstanceTags(tags: Tags, at: At): Finding[] {
  const keys = Object.keys(tags);
  return [
    ...checkTags(tags, at, 30),
    ...keys.flatMap((key, index) => {
      const other = keys.slice(0, index).find((each) => each.toLowerCase() === key.toLowerCase());
      if (other === undefined) return [];
      return error({ ...at, field: `${at.field ?? "tags"}.${key}` }, "IB-TAG-CASE", {
        found: `the tags ${quote(other)} and ${quote(key)}, which IAM treats as the same key`,
        allowed: "keys that differ in more than case",
      });
    }),
    ...Object.keys(tags)
      .filter((key) => reserved.includes(key))
      .map((key) =>
        error({ ...at, field: `${at.field ?? "tags"}.${key}` }, "IB-TAG-RESERVED", {
          found: `the tag ${quote(key)}, which is also set on the build instances`,
          allowed: `any key but ${reserved.join(", ")}: Image Builder sets those itself`,
        }),
      ),
  ];
}
