import * as fs from "node:fs";
import * as path from "node:path";
import { code } from "@pipelines/findings/escape";
import { count } from "@pipelines/findings/text";
import { groupedOutput } from "@pipelines/permissions/stack-config";
import { changesIn, type ResourceChange } from "./resource-change";
import type { Row } from "./row";
import { readConfiguration, UnusablePlan } from "./unusable-plan";
import { type JsonObject, objectAt, own, plainText, textAt, type Value } from "./values";

/** Another stack in the same environment, before and after the change. */
export interface Neighbour {
  readonly stack: string;
  readonly before: JsonObject | undefined;
  readonly after: JsonObject | undefined;
}

/** Returns the name of the environment that a group's stack belongs to; undefined for an environment without groups. */
export function groupedEnvironment(config: JsonObject | undefined): string | undefined {
  const { value } = objectAt(config, "output", groupedOutput);
  return typeof value === "string" ? value : undefined;
}

/**
 * Reads the other stacks in a stack's environment.
 *
 * @param folder a folder with one subfolder per stack, which contains cdk.tf.json and base.json if they exist
 */
export function readNeighbours(folder: string, stack: string): { environment: string; neighbours: Neighbour[] } {
  const read = (name: string, file: string): JsonObject | undefined => {
    const whole = path.join(folder, name, file);
    return fs.existsSync(whole) ? readConfiguration(whole) : undefined;
  };
  const all = fs
    .readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => ({ stack: name, before: read(name, "base.json"), after: read(name, "cdk.tf.json") }));
  const environmentOf = (name: string): string => {
    const { before, after } = all.find((each) => each.stack === name) ?? {};
    return groupedEnvironment(after) ?? groupedEnvironment(before) ?? name;
  };
  const environment = environmentOf(stack);
  const isNeighbour = ({ stack: name }: Neighbour): boolean => name !== stack && environmentOf(name) === environment;
  return { environment, neighbours: all.filter(isNeighbour) };
}

/**
 * Returns rows for resources that a plan creates although another stack may already have them: the same address means
 * the same object in all stacks of an environment.
 *
 * @throws {UnusablePlan} if the plan removes something that another stack now has
 */
export function movedRows(plan: JsonObject, environment: string, neighbours: readonly Neighbour[]): Row[] {
  const changes = changesIn(plan, "resource_changes").filter(({ deposed }) => !deposed);
  const having = (action: string): ResourceChange[] => changes.filter(({ actions }) => actions.includes(action));
  const move = `npm run move -- ${environment}`;
  const [gone, made] = [[...having("delete"), ...having("forget")], having("create")];
  for (const { stack, after } of neighbours) {
    const [first, ...others] = gone.filter((change) => has(after, change, change.before));
    if (first === undefined) continue;
    throw new UnusablePlan(
      `the plan removes ${count(others.length + 1, "resource")} that ${stack} now has, such as ${first.address}: ` +
        `run ${move} to move them between the states, and plan again`,
    );
  }
  return neighbours.flatMap(({ stack, before }): Row[] => {
    const [first, ...others] = made.filter((change) => has(before, change, change.after));
    if (first === undefined) return [];
    const message = `${count(others.length + 1, "resource")} that this plan creates, such as ${code(first.address, 80)}, used to be in this stack: if its state still has them, run ${code(move)} first`;
    return [{ meaning: "approval", subject: code(stack), message }];
  });
}

/**
 * Reports whether a configuration contains the object of a change. A rule's target is a different object if its rule is
 * different: when an environment gets its first groups, each image gets its own rule, and `move` does not move the
 * targets of the old rules.
 */
function has(config: JsonObject | undefined, { address }: ResourceChange, half: Value): boolean {
  const [type = "", id = "", ...others] = address.split(".");
  const resource = own(objectAt(config, "resource", type), id);
  if (resource === undefined || others.length > 0) return false;
  if (type !== "aws_cloudwatch_event_target") return true;
  const rule = plainText(objectAt(resource)["rule"]);
  const [, rules = "", ruleId = ""] = /^\$\{(\w+)\.([\w-]+)\.name\}$/.exec(rule) ?? [];
  return (objectAt(config, "resource", rules, ruleId)["name"] ?? rule) === textAt(half, "rule");
}
