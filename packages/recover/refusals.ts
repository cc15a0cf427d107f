import { error, type Finding } from "@pipelines/findings/finding";
import { count, list } from "@pipelines/findings/text";
import { failure } from "@pipelines/operations/failure";
import { adoptionOf, retain } from "./adoption";
import type { Item } from "./recovery";
import { adoptable } from "./resource-types";
import { nameOf } from "./wanted";

/** Returns the images of components, recipes or workflows whose version exists in AWS with different content. */
export function forwardOf(items: readonly Item[]): string[] {
  const images = items.flatMap(({ action, matter }) => {
    const address = action === "forward" && "address" in matter ? matter.address : undefined;
    return /\.image_(.+?)_(?:recipe(?:_component-.+)?|workflow_.+)_[0-9A-F]{8}$/.exec(address ?? "")?.[1] ?? [];
  });
  return [...new Set(images)];
}

export function frozen(images: readonly string[], environment: string): Finding {
  const forward = images.map((image) => `--forward ${image}`).join(" ");
  return error({ file: "image-versions.lock" }, "IB-RECOVER-FORWARD", {
    found: `AWS has the next version of ${list(images)} with different content, but the lock is frozen here`,
    allowed: "a version that does not exist in AWS",
    fix: `run \`npm run synth -- ${forward} --environment ${environment}\` with CI unset, commit the lock and deploy`,
  });
}

/** What a person has to decide. @param environment the one that has the stack */
export function findingsOf(
  items: readonly Item[],
  stack: string,
  { wait, environment }: { readonly wait?: boolean | undefined; readonly environment: string },
): Finding[] {
  const elsewhere = items.flatMap(({ matter }) => (matter.kind === "elsewhere" ? [matter.stack] : []));
  const moves = elsewhere.length === 0 ? [] : [unmoved(elsewhere, stack, environment)];
  const others = items.flatMap(({ action, matter, object, holder }) => {
    if (matter.kind === "building" && matter.address !== undefined && wait !== true) {
      return error({ file: stack, field: nameOf(matter.id) }, "IB-RECOVER-BUILDING", {
        found: `the build is ${matter.status}`,
        allowed: "finished builds: a deploy would start a second one",
        fix: `npm run recover -- ${stack} --wait`,
      });
    }
    if (action !== "refuse" || matter.kind === "elsewhere" || !("address" in matter) || matter.address === undefined)
      return [];
    const at = { file: stack, field: matter.address };
    const type = matter.address.split(".", 1)[0] ?? "";
    if (holder !== undefined) {
      return error(at, "IB-RECOVER-HELD", {
        found: `the CloudFormation stack ${holder.stack} contains it as ${holder.logicalId}, and deletes it along with the stack`,
        allowed: "objects that their old owner has let go of",
        fix: `set ${retain} on ${holder.logicalId} in the template, and deploy that`,
      });
    }
    if (object !== undefined) {
      return error(at, "IB-RECOVER-REPLACED", {
        found: `${matter.id} differs in ${list(object.replacedFor)}, which AWS cannot change`,
        allowed: "an object that a deploy can change to the stack's settings without deleting it",
        fix: "change the stack's settings to match those in AWS, or use another name",
      });
    }
    return error(at, "IB-RECOVER-FOREIGN", {
      found: `${matter.id} exists, but does not carry this environment's tags`,
      allowed: "objects that this environment created",
      fix: adoptable.includes(type)
        ? `if it should belong to ${stack}: npm run recover -- ${stack} --adopt ${adoptionOf(matter.address, matter.id, matter.region)}`
        : "delete it, or give the environment another name",
    });
  });
  return [...moves, ...others];
}

/** @param states names of the other stacks, one for each resource of this stack that is in another stack's state */
function unmoved(states: readonly string[], stack: string, environment: string): Finding {
  return error({ file: stack }, "IB-RECOVER-MOVE", {
    found: `${count(states.length, "resource")} of ${stack} in the state of ${list([...new Set(states)])}`,
    allowed: "resources in the state of the stack whose images they belong to",
    fix: `npm run move -- ${environment}`,
  });
}

export function checkAdopted(adopted: readonly string[]): void {
  const wrong = adopted.filter((each) => !adoptable.some((type) => each.startsWith(`${type}=`)));
  if (wrong.length === 0) return;
  throw failure("IB-RECOVER-ADOPT", "--adopt", list(wrong), adoptable.map((type) => `${type}=<name>`).join(", "));
}
