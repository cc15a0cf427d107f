import * as path from "node:path";
import { App, TerraformResource, TerraformStack } from "cdktf";
import { describeSchedule } from "../checks/schedule";
import { count } from "../checks/text";
import { ContainerImage } from "../constructs/container-image";
import { EnvironmentStack } from "../stacks/environment-stack";
import { Move, VersionLock } from "../versions/version-lock";

/** What a synth made, where it is, and what to do next. */
export function summarize(app: App, versions: VersionLock): string {
  const stacks = app.node.children.filter((child) => TerraformStack.isStack(child));
  const environments = stacks.filter((stack) => stack instanceof EnvironmentStack);
  const others = stacks.filter((stack) => !(stack instanceof EnvironmentStack));
  const first = environments[0]?.node.id ?? stacks[0]?.node.id ?? "";
  const lines = [
    ...tellMoves(versions.moves()),
    ...environments.flatMap((stack) => describeEnvironment(app, stack)),
    ...others.map((stack) => `${describeStack(app, stack)}, for the states of that account and region`),
    "",
    "Next:",
    `  npm run diff -- ${first}      what a deploy would change (needs AWS credentials of the account)`,
    `  npm run deploy -- ${first}    deploy it; the first deploy in an account wants its state bucket first`,
    "  cat help                 all commands",
    "",
  ];
  return lines.join("\n");
}

function describeEnvironment(app: App, stack: EnvironmentStack): string[] {
  const { account, region, deletionProtection } = stack.settings;
  const protection = deletionProtection ? ", protected from deletion" : "";
  return [
    `${describeStack(app, stack)}, in ${account} ${region}${protection}`,
    ...[...stack.images].map(([name, image]) => `  ${name} ${image.recipe.version}, ${tellSchedule(image)}`),
  ];
}

function describeStack(app: App, stack: TerraformStack): string {
  const file = path.join(app.outdir, "stacks", stack.node.id, app.hclOutput ? "cdk.tf" : "cdk.tf.json");
  const resources = stack.node.findAll().filter((construct) => TerraformResource.isTerraformResource(construct));
  return `${path.relative(process.cwd(), file)}: ${count(resources.length, "resource")}`;
}

function tellSchedule({ schedule, enabled }: ContainerImage): string {
  if (schedule === null) return "built by hand only";
  const { expression, timezone } =
    typeof schedule === "string" ? { expression: schedule, timezone: undefined } : schedule;
  return `built ${describeSchedule(expression, timezone)}${enabled ? "" : " once it is enabled"}`;
}

/** One line for each move; the same move in several environments is one. */
function tellMoves(moves: readonly Move[]): string[] {
  const environments = new Map<string, string[]>();
  for (const { told, environment } of moves) {
    environments.set(told, [...(environments.get(told) ?? []), environment]);
  }
  return [...environments].map(([told, where]) => {
    const names = where.filter((name) => name !== "");
    return names.length === 0 ? told : `${told} in ${names.join(", ")}`;
  });
}
