import { type At, error, type Finding, warning } from "@pipelines/findings/finding";
import { checkEnvironmentName } from "@pipelines/image-checks/names";
import { eventRules } from "@pipelines/facts/limits";
import { quote } from "@pipelines/findings/text";
import { ImageChains } from "@pipelines/image-definition/image-chains";
import { checkStates } from "./check-collisions";
import { checkState } from "./check-state";
import type { GroupedImage, ResolvedSettings } from "./environment-settings";

/** https://docs.github.com/en/repositories/managing-your-repositorys-settings-and-features/customizing-your-repository/about-code-owners */
const ownerForm = /^(@[A-Za-z0-9-]+(\/[\w.-]+)?|[^\s@#]+@[^\s@#]+\.[^\s@#]+)$/;

/** Checks an environment's groups: names, states, and chains across groups. */
export function checkGroups(settings: ResolvedSettings, file: string): Finding[] {
  const { groups } = settings;
  if (groups === undefined) return [];
  const names = [...groups].flatMap(([name, { stack }]) =>
    checkEnvironmentName(stack, { file, field: `groups.${name}` }, "the group's stack"),
  );
  const states = [...groups].flatMap(([name, { state }]) =>
    checkState({ ...settings, state }, file, `groups.${name}.state`),
  );
  const owners = [...groups].flatMap(([name, group]) =>
    group.owners
      .filter((owner) => !ownerForm.test(owner))
      .map((owner) =>
        error({ file, field: `groups.${name}.owners` }, "IB-GROUP-OWNER", {
          found: quote(owner),
          allowed: "@user, @organization/team or an email address, as in CODEOWNERS",
        }),
      ),
  );
  return [
    ...names,
    ...owners,
    ...states,
    ...checkStates(settings, file),
    ...checkOrder(settings, file),
    ...checkRules(settings, { file, field: "groups" }),
  ];
}

/**
 * Returns the names of the groups, each after the groups that its images are built on. Groups in a cycle keep the order
 * in which they were written.
 */
export function deployOrder(settings: ResolvedSettings): string[] {
  const waiting = new Map([...(settings.groups?.keys() ?? [])].map((name) => [name, new Set<string>()]));
  for (const { group, parent } of crossings(settings)) {
    if (group !== undefined && parent !== undefined) waiting.get(group)?.add(parent);
  }
  const order: string[] = [];
  while (waiting.size > 0) {
    const ready = [...waiting].filter(([, parents]) => [...parents].every((parent) => !waiting.has(parent)));
    const next = ready.length > 0 ? ready : [...waiting].slice(0, 1);
    for (const [name] of next) {
      order.push(name);
      waiting.delete(name);
    }
  }
  return order;
}

interface Crossing {
  readonly image: GroupedImage;
  readonly on: GroupedImage;
  readonly group: string | undefined;
  readonly parent: string | undefined;
}

/** Returns the images whose parents are in another stack. */
function crossings({ images }: ResolvedSettings): Crossing[] {
  const chains = new ImageChains(images);
  return images.flatMap((image) => {
    const on = chains.parentOf(image);
    return on === undefined || on.group === image.group ? [] : { image, on, group: image.group, parent: on.group };
  });
}

function checkOrder(settings: ResolvedSettings, file: string): Finding[] {
  const order = deployOrder(settings);
  const rank = (group: string | undefined): number => (group === undefined ? -1 : order.indexOf(group));
  const stackOf = (group: string | undefined): string =>
    (group === undefined ? undefined : settings.groups?.get(group)?.stack) ?? settings.environment;
  return crossings(settings)
    .filter(({ group, parent }) => rank(parent) > rank(group))
    .map(({ image, on, group, parent }) =>
      error({ file, field: image.position }, "IB-GROUP-ORDER", {
        found: `${quote(image.name)} in ${stackOf(group)} is built on ${quote(on.name)} in ${stackOf(parent)}, which is deployed later`,
        allowed:
          "stacks that can be deployed one after another: first the environment's own, then each group after those that it is built on",
        fix: `move ${quote(image.name)} to the images of ${stackOf(parent)}, or ${quote(on.name)} to those of ${stackOf(group)}`,
      }),
    );
}

/** Each image that is rebuilt with its parent has its own rule on the default event bus. */
function checkRules({ environment, images }: ResolvedSettings, at: At): Finding[] {
  const count = new ImageChains(images).followers().length;
  if (count <= eventRules) return [];
  return [
    warning(at, "IB-EVENT-RULES", {
      found: `${count} images in ${environment} that are rebuilt with their parents, each by its own EventBridge rule`,
      allowed: `${eventRules} rules on the event bus of an account and region, unless AWS raises this quota`,
      fix: "ask AWS to raise it (Service Quotas, EventBridge, Rules), or write rebuildWithParent: false",
    }),
  ];
}
