import { afterParent } from "@pipelines/image-definition/image-chains";
import * as path from "node:path";
import { EcrRepository } from "@cdktf/provider-aws/lib/ecr-repository";
import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { type App, TerraformResource, TerraformStack } from "cdktf";
import { isAccountStackName } from "@pipelines/image-definition/full-names";
import { regionalName } from "@pipelines/image-definition/regional-repository";
import { describeSchedule, nextRuns } from "@pipelines/image-checks/schedule";
import { count } from "@pipelines/findings/text";
import { groupBy } from "@pipelines/findings/values";
import type { ContainerImage } from "../../constructs/container-image";
import type { Schedule } from "@pipelines/image-definition";
import { isScanned } from "../environment/check-scans";
import { ImageStack } from "../environment/image-stack";
import type { Gone, Move, VersionLock } from "@pipelines/version-lock/version-lock";

/** Describes what a synth created, where the output is, and what to do next. */
export function summarize(
  app: App,
  versions: VersionLock,
  formerStacks: readonly string[] = [],
  now = new Date(),
): string {
  const stacks = app.node.children.filter((child) => TerraformStack.isStack(child));
  const environments = stacks.filter((stack) => stack instanceof ImageStack);
  const others = stacks.filter((stack) => !(stack instanceof ImageStack));
  const first = (environments[0] ?? stacks[0])?.node.id;
  const lines = [
    ...describeMoves(versions.moves()),
    ...describeGone(versions.noLongerDefined(), environments),
    ...formerStacks
      .filter((name) => isAccountStackName(name) && stacks.every(({ node }) => node.id !== name))
      .map((name) => `${name} is no longer defined: its state bucket and roles stay in AWS: docs/rename-or-remove.md`),
    ...environments.flatMap((stack) => describeEnvironment(app, stack)),
    ...environments.flatMap((stack) => describeReturned(stack, versions)),
    ...others.map(
      (stack) => `${describeStack(app, stack)}, for the states${rolesIn(stack)} in that account and region`,
    ),
    ...describeNextRuns(environments, now),
    "",
    "Next:",
    ...(first === undefined
      ? ["  add an environment to main.ts: CONTRIBUTING.md lists the steps"]
      : [
          `  npm run diff -- ${first}      what a deploy would change (needs AWS credentials for the account)`,
          `  npm run deploy -- ${first}    deploy it; an account needs its state bucket first`,
        ]),
    "  cat help                 all commands",
    "",
  ];
  return lines.join("\n");
}

function describeEnvironment(app: App, stack: ImageStack): string[] {
  const { account, region, deletionProtection } = stack.settings;
  const protection = deletionProtection ? ", protected from deletion" : "";
  return [
    `${describeStack(app, stack)}, in ${account} ${region}${protection}`,
    ...describeImages(groupBy(stack.images.values(), parentInStack)),
    ...(isScanned(stack.settings)
      ? [
          `  scan: "enhanced" needs Amazon Inspector to be on for ECR in ${account} ${region}, with its service-linked role;` +
            ' without it, AWS refuses the pipeline. To switch it off again, write scan: "basic"',
        ]
      : []),
  ];
}

function parentInStack(image: ContainerImage): ContainerImage | undefined {
  return image.parent !== undefined && image.isTogetherWith(image.parent) ? image.parent : undefined;
}

/** Lists each image, with the images that are built on it below it. */
function describeImages(
  byParent: ReadonlyMap<ContainerImage | undefined, readonly ContainerImage[]>,
  parent?: ContainerImage,
  indent = "  ",
): string[] {
  return (byParent.get(parent) ?? []).flatMap((image) => [
    `${indent}${image.image.name} ${image.recipe.version}, ${describeBuilds(image)}`,
    ...describeImages(byParent, image, `${indent}  `),
  ]);
}

function describeStack(app: App, stack: TerraformStack): string {
  const file = path.join(app.outdir, "stacks", stack.node.id, "cdk.tf.json");
  const resources = stack.node.findAll().filter((construct) => TerraformResource.isTerraformResource(construct));
  return `${path.relative(process.cwd(), file)}: ${count(resources.length, "resource")}`;
}

/** If a CI provider is trusted, the stack for the states also contains the roles. */
function rolesIn(stack: TerraformStack): string {
  return stack.node.findAll().some((construct) => construct instanceof IamRole) ? " and the roles" : "";
}

function describeBuilds({ schedule, enabled, parent, parentChannel, rebuiltWithParent }: ContainerImage): string {
  const whenever = rebuiltWithParent && parent ? [afterParent(parent.image.name, parentChannel)] : [];
  const when = [...whenever, ...(schedule === null ? [] : [scheduleText(schedule)])];
  if (when.length === 0) return "built by hand only";
  return `built ${when.join(" and ")}${enabled ? "" : " once it is enabled"}`;
}

function scheduleText(schedule: Schedule): string {
  const { expression, timezone } = expressionOf(schedule);
  return describeSchedule(expression, timezone);
}

function expressionOf(schedule: Schedule): { expression: string; timezone?: string } {
  return typeof schedule === "string" ? { expression: schedule } : schedule;
}

/** Lists the next runs of each schedule. Rates are left out: they count from a moment that only AWS knows. */
function describeNextRuns(environments: readonly ImageStack[], now: Date): string[] {
  const schedules = new Map<string, Schedule>();
  for (const { schedule } of environments.flatMap((stack) => [...stack.images.values()])) {
    if (schedule !== null && expressionOf(schedule).expression.startsWith("cron(")) {
      schedules.set(scheduleText(schedule), schedule);
    }
  }
  return [...schedules].map(([words, schedule]) => {
    const { expression, timezone } = expressionOf(schedule);
    const runs = nextRuns(expression, { from: now, count: 3, ...(timezone === undefined ? {} : { timezone }) });
    const times = runs.map((run) => run.toISOString().slice(0, 16).replace("T", " "));
    return times.length === 0 ? `${words}: never again` : `${words}: next ${times.join(", ")} UTC`;
  });
}

/** Describes what the next deploys will delete or leave behind in AWS, and what to do beforehand. */
function describeGone(gone: Gone, environments: readonly ImageStack[]): string[] {
  const isProtected = (name: string): boolean =>
    environments.some(({ node, settings }) => node.id === name && settings.deletionProtection);
  return [
    ...gone.environments.map(
      (name) =>
        `${name} is no longer defined: whatever it deployed stays in AWS, and no command reaches it anymore.\n` +
        "  To destroy it, restore its class, its lines in main.ts and the lock (git checkout <commit> -- <files>), run\n" +
        `  npm run destroy -- ${name}, and remove it again: docs/rename-or-remove.md`,
    ),
    ...gone.images.map(
      ({ environment, name }) => `${environment}: the next deploy deletes everything that builds ${name}`,
    ),
    ...gone.repositories.map(({ environment, name }) =>
      isProtected(environment)
        ? `${environment}: the repository ${name} stays in AWS with its images; nothing pushes to it anymore`
        : `${environment}: the next deploy deletes the repository ${name} and every image in it.\n` +
          "  To keep it, write deletionProtection: true and deploy before you remove it: docs/rename-or-remove.md",
    ),
  ];
}

/**
 * Describes how a protected environment can import what it left behind in AWS; otherwise, Terraform would only find
 * that the name is taken.
 */
function describeReturned({ node, settings, images }: ImageStack, versions: VersionLock): string[] {
  if (!settings.deletionProtection) return [];
  const returned = new Set(versions.returnedRepositories(settings.environment));
  return [...images.values()]
    .flatMap(({ repository, regionalRepositories }) => [[undefined, repository] as const, ...regionalRepositories])
    .flatMap(([region, one]) =>
      one instanceof EcrRepository && returned.has(regionalName(one.nameInput ?? "", region)) ? [one] : [],
    )
    .map(
      ({ nameInput, friendlyUniqueId, terraformResourceType }) =>
        `${node.id}: the repository ${nameInput ?? ""} may still be in AWS; before the deploy, import it again:\n` +
        `  terraform -chdir=cdktf.out/stacks/${node.id} import ${terraformResourceType}.${friendlyUniqueId} ${nameInput ?? ""}`,
    );
}

/** Returns one line per version change; if several environments have the same change, they share a line. */
function describeMoves(moves: readonly Move[]): string[] {
  const environments = new Map<string, string[]>();
  for (const { message, environment } of moves) {
    environments.set(message, [...(environments.get(message) ?? []), environment]);
  }
  return [...environments].map(([message, where]) => {
    const names = where.filter((name) => name !== "");
    return names.length === 0 ? message : `${message} in ${names.join(", ")}`;
  });
}
