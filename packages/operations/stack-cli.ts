import {
  type Command,
  type CommandLine,
  type Options,
  printHelp,
  readCommandLine,
  refuseCommandLine,
  wrongOption,
} from "@pipelines/findings/command-line";
import { textStreams } from "@pipelines/findings/output";
import { nearest } from "@pipelines/findings/nearest";
import { list, quote } from "@pipelines/findings/text";
import type { Finding } from "@pipelines/findings/finding";
import type { ListedStack } from "@pipelines/image-definition/environment-description";
import { readStacks } from "./environments";
import { OperationFailed } from "./failure";
import { StackOrder, stacksNamed } from "./stack-order";
import { runCdktf, runRounds } from "./stack-runs";

const flag = { type: "boolean" } as const;
const ignore = "ignore-missing-stack-dependencies";
const count = { type: "string", value: "<n>" } as const;

/** Options of the CDKTF command line that make sense for this project's stacks. */
const common = {
  output: { type: "string", value: "<folder>", help: "folder with the synthesized stacks; cdktf.out by default" },
  var: { type: "string", value: "<name>=<value>", multiple: true, help: "a Terraform variable" },
  "var-file": { type: "string", value: "<file>", multiple: true, help: "a file with Terraform variables" },
  "terraform-parallelism": { ...count, help: "how many resources Terraform works on at the same time" },
  "migrate-state": { ...flag, help: "move the state after its location has changed" },
  "skip-synth": { ...flag, help: "use the stacks as they were last synthesized" },
  "skip-provider-lock": { ...flag, help: "do not add other platforms' hashes to the provider lock" },
  "no-color": { ...flag, help: "no colors" },
} as const satisfies Options;
const refresh = {
  "refresh-only": { ...flag, help: "compare what exists with the state, and propose no changes" },
} as const satisfies Options;
const groups = {
  "without-groups": { ...flag, help: "for an environment, only the stack that its groups share" },
} as const satisfies Options;
const several = {
  ...groups,
  "auto-approve": { ...flag, help: "ask nothing" },
  parallelism: { ...count, default: "8", help: "how many stacks at the same time; 8 by default" },
} as const satisfies Options;

const commands = {
  diff: {
    about: "Shows what a deploy would change.",
    takes: "<stack> …",
    options: { ...groups, ...refresh, ...common },
  },
  deploy: {
    about: "Deploys stacks: creates and changes what is defined.",
    takes: "<stack> …",
    options: {
      ...several,
      "outputs-file": { type: "string", value: "<file>", help: "write the outputs as JSON" },
      "outputs-file-include-sensitive-outputs": { ...flag, help: "include sensitive outputs" },
      ...refresh,
      ...common,
    },
  },
  destroy: {
    about: "Destroys everything that stacks created.",
    takes: "<stack> …",
    options: {
      ...several,
      [ignore]: { ...flag, help: "do not require the stacks that depend on these" },
      ...common,
    },
  },
} as const satisfies Record<string, { about: string; takes: string; options: Options }>;
type Name = keyof typeof commands;

void main(process.argv[2] as Name, process.argv.slice(3)).then((code) => {
  process.exitCode = code;
});

/** Runs the CDKTF command line, for stacks that exist. */
async function main(name: Name, args: readonly string[]): Promise<number> {
  const { about, takes, options } = commands[name];
  const command: Command<Options> = {
    name: `npm run ${name}`,
    about,
    // If there is no name, the message lists the existing ones.
    takes: [`[${takes}]`],
    options,
    more: "<stack>: an environment with all its groups, the stack of one group (dev-web), or state-<account>-<region>;\n* stands for any text. It may be left out if there is only one.",
  };
  const read = readCommandLine(command, args, process.env);
  if ("help" in read) return printHelp(read);
  let stacks: ListedStack[];
  try {
    stacks = await readStacks();
  } catch (thrown) {
    if (!(thrown instanceof OperationFailed)) throw thrown;
    if (thrown.message !== "") textStreams.err(`${thrown.message}\n`);
    return 1;
  }
  const { "without-groups": alone, [ignore]: ignored, ...values } = read.values;
  const order = new StackOrder(stacks, name === "destroy" ? "destroy" : "deploy");
  const names = read.positionals.length === 0 && stacks.length === 1 ? ["*"] : read.positionals;
  const chosen = stacksNamed(names, stacks, alone === true);
  const missing = name === "diff" ? [] : order.missing(chosen);
  const wrong = [
    ...wrongNames(command.name, names, stacks),
    ...(name === "destroy" && ignored !== true && missing.length > 0 ? [neededBy(chosen, missing, stacks)] : []),
  ];
  if (wrong.length > 0) return printHelp(refuseCommandLine(command, wrong));
  const rounds = name === "diff" ? chosen.map((one) => [one]) : order.rounds(chosen, missing.length > 0);
  const { done, failed, left, code, plans } = await runRounds(rounds, order, (round, isFirst) =>
    runCdktf(name, [
      ...round,
      ...Object.entries(isFirst ? values : { ...values, "skip-synth": true }).flatMap(written),
      ...(missing.length > 0 ? [`--${ignore}`] : []),
    ]),
  );
  if (chosen.length > 1) {
    const rest = [...failed, ...left];
    const again = stacks.map(({ stack }) => stack).filter((stack) => rest.includes(stack));
    const ignores = name === "destroy" && order.missing(again).length > 0 ? [`--${ignore}`] : [];
    const more = [...Object.entries(values).flatMap(written), ...ignores].sort().map(shellWord);
    const lines = [
      ...done.map((stack) => `done       ${stack}${name === "diff" ? `: ${plans.get(stack) ?? "no plan"}` : ""}`),
      ...failed.map((stack) => `failed     ${stack}`),
      ...left.map((stack) => `not begun  ${stack}`),
      ...(rest.length > 0
        ? [`To continue: ${[command.name, "--", ...namesOf(again, stacks), ...more].join(" ")}`]
        : []),
    ];
    process.stdout.write(`\n${lines.join("\n")}\n`);
  }
  return code;
}

function wrongNames(command: string, names: readonly string[], stacks: readonly ListedStack[]): Finding[] {
  const all = stacks.map(({ stack }) => stack);
  if (names.length === 0) return [wrongOption(command, "<stack>", { found: "no stack", allowed: list(all) })];
  return names
    .filter((name) => stacksNamed([name], stacks, true).length === 0)
    .map((name) => {
      const near = nearest(name, all);
      return wrongOption(command, "<stack>", {
        found: `there is no stack ${quote(name)}`,
        allowed: list(all),
        ...(near === undefined ? {} : { fix: `write ${command} -- ${near}` }),
      });
    });
}

function neededBy(chosen: readonly string[], missing: readonly string[], stacks: readonly ListedStack[]): Finding {
  const together = stacks.map(({ stack }) => stack).filter((stack) => [...chosen, ...missing].includes(stack));
  return wrongOption("npm run destroy", "<stack>", {
    found: `${list(chosen)} without ${list(missing)}, which would lose what they are built on`,
    allowed: `stacks along with everything that depends on them; --${ignore} if that is already destroyed`,
    fix: `write npm run destroy -- ${namesOf(together, stacks).join(" ")}`,
  });
}

/** Returns command-line arguments that select exactly these stacks. */
function namesOf(chosen: readonly string[], stacks: readonly ListedStack[]): string[] {
  const isMore = stacksNamed(chosen, stacks, false).length > chosen.length;
  return [...chosen, ...(isMore ? ["--without-groups"] : [])];
}

/** An option as CDKTF parses it, regardless of what follows it. */
function written([name, value]: readonly [string, CommandLine<Options>["values"][string]]): string[] {
  return [value ?? []].flat().map((one) => (typeof one === "string" ? `--${name}=${one}` : `--${name}`));
}

function shellWord(word: string): string {
  return /^[\w./:=@,+-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`;
}
