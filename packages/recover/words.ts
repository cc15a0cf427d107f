import { list } from "@pipelines/findings/text";
import { span } from "@pipelines/operations/words";
import { wordsFor } from "@pipelines/plan-review/subject";
import type { LockInfo } from "./lock";
import type { Item } from "./recovery";
import { nameOf } from "./wanted";

/** Returns one line that says what was found, and what will be done about it. */
export function itemText({ matter, action, object, holder }: Item): string {
  const what = subject(matter);
  switch (matter.kind) {
    case "missing": {
      const found = `${what}: in AWS, but not in the state`;
      if (action === "forward") return `${found}; its content is not what the stack needs, so it stays as it is`;
      if (action === "tell") return `${found}; it belongs to a version that will not be imported`;
      if (action === "refuse") return `${found}; it ${replacement(object)}`;
      const { instead } = matter;
      const place = instead?.exists === true ? `, instead of ${nameOf(instead.id)}, which the next deploy deletes` : "";
      return `${found} → import it into the state${place}${then(object)}`;
    }
    case "foreign": {
      const found = `${what}: in AWS under the name that the stack wants, ${tagsText(matter.tags)}`;
      if (holder) return `${found}; the stack ${holder.stack} deletes it, so it stays as it is`;
      if (action === "take in") return `${found} → adopt it${then(object)}`;
      if (action === "forward") return `${found}; it stays as it is`;
      return object === undefined ? `${found}; it stays as it is` : `${found}; it ${replacement(object)}`;
    }
    case "gone":
      return `${what}: in the state, but not in AWS; the next deploy re-creates it`;
    case "tainted":
      return `${what}: tainted, but complete by now → remove the taint`;
    case "broken":
      return `${what}: tainted, and ${matter.status}; the next deploy re-creates it`;
    case "building":
      return `${what}: still ${matter.status}`;
    case "orphan":
      return `signature, attestation or SBOM ${matter.id}${regionText(matter)}: its image is gone → delete it`;
    case "elsewhere":
      return `${what}: in AWS, but in the state of ${matter.stack}; it stays as it is`;
    case "left over":
      return `${what}: left over, nothing needs it → delete it, unless something in AWS uses it`;
  }
}

export function lockText({ Who, Operation, Created, ID }: LockInfo, dead: boolean, asked: boolean, now: Date): string {
  const age = span(now.getTime() - new Date(Created).getTime());
  const held = `lock ${ID}: held by ${Who} for ${age} (${Operation})`;
  if (dead) return `${held}, whose process has ended → break it`;
  return asked ? `${held} → break it, as requested` : `${held}, who may still be working`;
}

function subject(matter: Item["matter"]): string {
  const type =
    "address" in matter && matter.address !== undefined ? matter.address.split(".", 1)[0] : typeOfArn(matter.id);
  return `${wordsFor(type ?? "") ?? type ?? ""} ${nameOf(matter.id)}${regionText(matter)}`;
}

function regionText({ region }: Item["matter"]): string {
  return region === undefined ? "" : ` in ${region}`;
}

function typeOfArn(arn: string): string {
  return `aws_imagebuilder_${(/:([a-z-]+)\//.exec(arn)?.[1] ?? "").replaceAll("-", "_")}`;
}

function then(object: Item["object"]): string {
  if (object === undefined || object.changes.length === 0) return "";
  return `; the next deploy then sets ${list(object.changes)}`;
}

function replacement(object: Item["object"]): string {
  const attributes = object === undefined || object.replacedFor.length === 0 ? "" : ` (${list(object.replacedFor)})`;
  return `would have to be deleted and re-created${attributes}, so it stays as it is`;
}

function tagsText(tags: Readonly<Record<string, string>> | undefined): string {
  if (tags === undefined) return "in another account";
  const all = Object.entries(tags).map(([key, value]) => `${key}=${value}`);
  return all.length === 0 ? "without tags" : `with the tags ${list(all)}`;
}
