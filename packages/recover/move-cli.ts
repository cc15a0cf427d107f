import * as fs from "node:fs";
import * as path from "node:path";
import { count, list } from "@pipelines/findings/text";
import { inParallel } from "@pipelines/operations/access";
import { type Command, main, type Parsed, type Surroundings } from "@pipelines/operations/command";
import { environmentNamed } from "@pipelines/operations/environments";
import { OperationFailed } from "@pipelines/operations/failure";
import * as machines from "./machine";
import { imagesOf, type Move, movedStates, movesBetween, type PlacedStack, takenAddresses } from "./move";
import { changedMeanwhile, lockedBy, StackState, unlockedText } from "./stack-state";
import { lockText } from "./words";

const options = {
  yes: { type: "boolean", help: "move without asking" },
  "break-lock": machines.breakLock,
} as const;

/** What the command needs from the machine on which it runs. */
interface Machine extends machines.Machine {
  /** Folder for copies of states. */
  readonly copies: string;
}

export function moveCommand(machine: Machine): Command<typeof options> {
  return {
    name: "move",
    about: `Moves images between an environment's groups after its class was edited: only their entries in the states,
not the images in AWS. Shows what it will move, and moves it once you agree. Afterward, plans are empty unless something
else was edited as well. It is safe to run at any time, and to run again after an interruption.`,
    takes: ["<environment>"],
    options,
    page: "docs/groups.md",
    interrupted: "Run the same command to continue from here.",
    run: async ({ values, positionals: [name = ""] }, surroundings) => {
      const environment = environmentNamed(name, surroundings.environments);
      const access = surroundings.access(environment);
      await access.identify();
      return machines.placed(access, async () => {
        const sites = await machines.sitesOf(machine, environment.stacks, access, surroundings);
        const states = sites.map((site) => new StackState(site, "move"));
        return move(states, name, values, machine, surroundings);
      });
    },
  };
}

async function move(
  all: readonly StackState[],
  environment: string,
  asked: Parsed<typeof options>["values"],
  machine: Machine,
  { streams, now }: Surroundings,
): Promise<number> {
  const say = (text: string) => {
    if (asked.json !== true) streams.out(`${text}\n`);
  };
  const { moves } = await look(all);
  const report = (done: boolean, copies: readonly string[] = []) => {
    if (asked.json === true) streams.out(`${JSON.stringify({ environment, moves, done, copies, findings: [] })}\n`);
  };
  for (const each of moves) say(moveText(each));
  if (moves.length === 0) {
    report(true);
    say(`Nothing to move: in the states of ${environment}, each image is already where its configuration puts it.`);
    return 0;
  }
  const touched = all.filter(({ site }) => moves.some(({ from, to }) => [from, to].includes(site.stack)));
  const broken: (() => Promise<void> | undefined)[] = [];
  for (const state of touched) {
    const found = await state.foundLock(asked["break-lock"]);
    if (found === undefined) continue;
    const { info, dead, breaks } = found;
    say(`${state.site.stack}: ${lockText(info, dead, breaks, now())}`);
    if (!breaks) throw lockedBy(state.site.stack, info);
    broken.push(() => state.lock?.free(info.ID));
  }
  if (touched.some(({ lock }) => lock === undefined)) say(unlockedText);
  const question = `Move this in the states of ${environment}?`;
  if (!(await machines.agreed(machine, asked, question, `npm run move -- ${environment}`, say))) {
    report(false);
    return 1;
  }
  for (const free of broken) await free();
  const copies = await whileLocked(touched, async () => {
    const found = await look(touched);
    if (JSON.stringify(found.moves) !== JSON.stringify(moves)) throw changedMeanwhile(environment);
    const kept = keep(found.stacks, machine.copies, now());
    for (const file of kept) say(`Copy of the state: ${file}`);
    await carryOut(touched, found.stacks, moves);
    return kept;
  });
  report(true, copies);
  say(`Done. Now: npm run diff -- ${environment}`);
  return 0;
}

/** Reads the states, and determines what to move between them. @throws {OperationFailed} if it cannot be moved */
async function look(states: readonly StackState[]): Promise<{ stacks: PlacedStack[]; moves: Move[] }> {
  const stacks = await inParallel(states, 4, async (each) => {
    const { stack: name, config } = each.site;
    return { name, config, state: await each.pull() };
  });
  const moves = movesBetween(stacks);
  const taken = takenAddresses(stacks, moves);
  if (taken.length > 0) throw new OperationFailed(taken);
  return { stacks, moves };
}

/** `dev → dev-web: 13 resources of nginx` */
function moveText(each: Move): string {
  const images = imagesOf(each);
  const whose = images.length === 0 ? "" : ` of ${list(images)}`;
  return `${each.from} → ${each.to}: ${count(each.addresses.length, "resource")}${whose}`;
}

/** Locks the states one after another, always in the same order. */
async function whileLocked<T>([first, ...others]: readonly StackState[], work: () => Promise<T>): Promise<T> {
  return first === undefined ? work() : first.whileLocked(() => whileLocked(others, work));
}

/** Every entry is in at least one state at all times, even if this is interrupted. */
async function carryOut(states: readonly StackState[], stacks: readonly PlacedStack[], moves: readonly Move[]) {
  const { first, last } = movedStates(stacks, moves);
  for (const [name, state] of [...first, ...last]) {
    await states.find(({ site }) => site.stack === name)?.push(state);
  }
}

/** Saves copies of the states. @returns the files */
function keep(stacks: readonly PlacedStack[], folder: string, now: Date): string[] {
  const time = now.toISOString().replaceAll(/[-:]|\.\d+/g, "");
  fs.mkdirSync(folder, { recursive: true });
  return stacks.flatMap(({ name, state }) => {
    if (state === undefined) return [];
    const file = path.join(folder, `${name}-before-move-${time}.tfstate`);
    fs.writeFileSync(file, JSON.stringify(state, null, 2), { mode: 0o600 });
    return [file];
  });
}

if (require.main === module) {
  main(moveCommand({ ...machines.thisMachine, copies: path.join(machines.root, "state") }));
}
