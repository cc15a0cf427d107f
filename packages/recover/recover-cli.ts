import { spawnSync } from "node:child_process";
import { environmentOf } from "@pipelines/permissions/stack-config";
import type { Finding } from "@pipelines/findings/finding";
import { list } from "@pipelines/findings/text";
import { type Command, main, type Parsed, type Surroundings } from "@pipelines/operations/command";
import { environmentOfStack } from "@pipelines/operations/environments";
import { OperationFailed } from "@pipelines/operations/failure";
import * as machines from "./machine";
import { type Findings, type Item, Recovery } from "./recovery";
import { checkAdopted, findingsOf, forwardOf, frozen } from "./refusals";
import { adoptable } from "./resource-types";
import { changedMeanwhile, lockedBy, StackState, unlockedText } from "./stack-state";
import { itemText, lockText } from "./words";
import { nameOf } from "./wanted";

const options = {
  yes: { type: "boolean", help: "repair without asking" },
  wait: { type: "boolean", help: "wait for builds that are still running, and import them" },
  "break-lock": machines.breakLock,
  adopt: {
    type: "string",
    value: "<type>=[<region>:]<name>",
    multiple: true,
    help: `adopt what exists without this environment's tags: ${list(adoptable, "or")}`,
  },
  orphans: {
    type: "boolean",
    help: "also delete signatures, attestations and SBOMs (tags sha256-*) of images that are in none of the stack's repositories",
  },
} as const;

/** What the command needs from the machine on which it runs. */
export interface Machine extends machines.Machine {
  /** Gives images their next version in that environment. @returns whether it did so: a frozen lock cannot change */
  readonly forward: (images: readonly string[], environment: string) => boolean;
}

export function recoverCommand(machine: Machine): Command<typeof options> {
  return {
    name: "recover",
    about: `Repairs an environment after a deploy or destroy was interrupted. Compares the synthesized stack, the Terraform state
and AWS, reports what does not match, and repairs it once you agree. Then deploy again. It is safe to run at any
time, and to run again after an interruption.`,
    takes: ["<environment>"],
    options,
    page: "docs/faults.md",
    interrupted: "Run the same command to continue from here.",
    run: async ({ values, positionals: [name = ""] }, surroundings) => {
      const adopted = values.adopt ?? [];
      checkAdopted(adopted);
      const environment = environmentOfStack(name, surroundings.environments);
      const access = surroundings.access(environment);
      await access.identify();
      return machines.placed(access, async () => {
        const [site] = await machines.sitesOf(machine, [name], access, surroundings);
        if (site === undefined) throw new Error(`no stack ${name}`);
        const neighbours = {
          images: environment.images,
          states: async () => {
            const names = environment.stacks.filter((stack) => stack !== name);
            const others = await machines.sitesOf(machine, names, access, surroundings);
            const states = others.map(
              async (each) => [each.stack, await new StackState(each, "recover").pull()] as const,
            );
            return new Map((await Promise.all(states)).flatMap(([stack, state]) => (state ? [[stack, state]] : [])));
          },
        };
        const isGrouped = environmentOf(site.config) !== undefined;
        const recovery = new Recovery(site, adopted, values.orphans, isGrouped ? neighbours : undefined);
        return recover(recovery, name, { ...values, environment: environment.environment }, machine, surroundings);
      });
    },
  };
}

type Asked = Parsed<typeof options>["values"] & {
  /** The environment that the stack belongs to. */
  readonly environment: string;
};

async function recover(
  recovery: Recovery,
  environment: string,
  asked: Asked,
  machine: Machine,
  surroundings: Surroundings,
): Promise<number> {
  const { streams, now } = surroundings;
  const say = (text: string) => {
    if (asked.json !== true) streams.out(`${text}\n`);
  };
  const lock = await recovery.state.foundLock(asked["break-lock"]);
  let found = await recovery.look();
  let held: readonly string[] = [];
  const report = (done: boolean, wrong: readonly Finding[] = []) => {
    if (asked.json !== true) return;
    const items = found.items.map((item) => ({ ...item.matter, action: item.action, text: itemText(item) }));
    const info = lock && { ...lock.info, dead: lock.dead };
    streams.out(`${JSON.stringify({ environment, lock: info, items, done, held, findings: wrong })}\n`);
  };
  /** With `--json`, the report has the failure too. */
  const fail = (done: boolean, failed: OperationFailed): number => {
    if (asked.json !== true) throw failed;
    report(done, failed.findings);
    return 1;
  };
  if (lock !== undefined) say(lockText(lock.info, lock.dead, lock.breaks, now()));
  for (const item of found.items) say(itemText(item));
  if (lock?.breaks === false) return fail(false, lockedBy(environment, lock.info));
  const isDoable = found.items.some(({ action }) => doing.includes(action));
  const todo = lock !== undefined || isDoable || waitsFor(found, asked).length > 0;
  if (todo) {
    if (recovery.state.lock === undefined) say(unlockedText);
    const question = `Do this in ${environment}?`;
    if (!(await machines.agreed(machine, asked, question, `npm run recover -- ${environment}`, say))) {
      report(false);
      return 1;
    }
    if (lock !== undefined) await recovery.state.lock?.free(lock.info.ID);
    found = await waited(recovery, found, asked, surroundings);
    ({ found, held } = await carryOut(recovery, found, environment, asked));
    for (const id of held) say(`${nameOf(id)} is used by something in AWS, and stays`);
  }
  const images = todo ? forwardOf(found.items) : [];
  const isFrozen = images.length > 0 && !machine.forward(images, asked.environment);
  const wrong = [
    ...(isFrozen ? [frozen(images, asked.environment)] : []),
    ...findingsOf(found.items, environment, asked),
  ];
  if (wrong.length > 0) return fail(true, new OperationFailed(wrong));
  report(true);
  const changed = found.items.filter(({ action }) => doing.includes(action));
  const next = changed.every(({ matter }) => matter.kind === "orphan") ? "" : ` Now: npm run deploy -- ${environment}`;
  say(todo ? `Done.${next}` : `${environment} is complete: there is nothing to do.`);
  return 0;
}

/**
 * Does what the user agreed to, while holding the lock. @returns what was found at that point, and what could not be
 * deleted because it is in use in AWS
 */
async function carryOut(recovery: Recovery, agreed: Findings, environment: string, asked: Asked) {
  return recovery.state.whileLocked(async (locked) => {
    // Things may have changed since the first check, and the user agreed only to what was shown.
    const found = await recovery.look();
    if (asked.yes !== true && JSON.stringify(found.items) !== JSON.stringify(agreed.items)) {
      throw changedMeanwhile(environment);
    }
    return { found, held: await recovery.carryOut(found, locked) };
  });
}

const doing: readonly Item["action"][] = ["take in", "untaint", "delete", "forward"];

/** Returns builds that are still running, if the command should wait for them. */
function waitsFor({ items }: Findings, { wait }: Asked): string[] {
  if (wait !== true) return [];
  return items.flatMap(({ matter }) => (matter.kind === "building" ? [matter.id] : []));
}

async function waited(
  recovery: Recovery,
  first: Findings,
  asked: Asked,
  { streams, wait }: Surroundings,
): Promise<Findings> {
  let found = first;
  for (let builds = waitsFor(found, asked); builds.length > 0; builds = waitsFor(found, asked)) {
    streams.err(`waiting for ${list(builds.map(nameOf))}\n`);
    await wait(30_000);
    found = await recovery.look();
  }
  return found;
}

/** The real machine, with the project that contains this file. */
const thisMachine: Machine = {
  ...machines.thisMachine,
  forward: (images, environment) => {
    const args = images.flatMap((image) => ["--forward", image]);
    const all = ["--require", "./typescript.cjs", "main.ts", ...args, "--environment", environment];
    // Standard output may be JSON.
    return spawnSync(process.execPath, all, { cwd: machines.root, stdio: ["ignore", 2, "inherit"] }).status === 0;
  },
};

if (require.main === module) main(recoverCommand(thisMachine));
