import { spawn } from "node:child_process";
import * as path from "node:path";
import {
  type Command,
  type CommandLine,
  type Options,
  printHelp,
  readCommandLine,
  refuseCommandLine,
  wrongOption,
} from "@pipelines/findings/command-line";
import { nearest } from "@pipelines/findings/nearest";
import { list, quote } from "@pipelines/findings/text";
import { readStackNames } from "./environments";
import { OperationFailed } from "./failure";

const flag = { type: "boolean" } as const;
const count = { type: "string", value: "<n>" } as const;

/** Options of CDKTF's command line that make sense for this project's stacks. */
const common = {
  output: { type: "string", value: "<folder>", help: "where the synthesized stacks are; cdktf.out by default" },
  var: { type: "string", value: "<name>=<value>", multiple: true, help: "a Terraform variable" },
  "var-file": { type: "string", value: "<file>", multiple: true, help: "a file of Terraform variables" },
  "terraform-parallelism": { ...count, help: "how many resources Terraform works on at a time" },
  "migrate-state": { ...flag, help: "move the state after a change of where it is kept" },
  "skip-synth": { ...flag, help: "take the stacks as they were last synthesized" },
  "skip-provider-lock": { ...flag, help: "do not add other platforms' hashes to the provider lock" },
  "no-color": { ...flag, help: "no colours" },
} as const satisfies Options;
const refresh = {
  "refresh-only": { ...flag, help: "compare what exists with the state, and propose nothing" },
} as const satisfies Options;
const several = {
  "auto-approve": { ...flag, help: "ask nothing" },
  parallelism: { ...count, help: "how many stacks at a time" },
  "ignore-missing-stack-dependencies": { ...flag, help: "do not ask for the stacks that these depend on" },
} as const satisfies Options;

const commands = {
  diff: {
    about: "Shows what a deploy would change.",
    takes: "<stack>",
    options: { ...refresh, ...common },
  },
  deploy: {
    about: "Deploys stacks: creates and changes what is defined.",
    takes: "<stack> …",
    options: {
      ...several,
      "outputs-file": { type: "string", value: "<file>", help: "write the outputs as JSON" },
      "outputs-file-include-sensitive-outputs": { ...flag, help: "those that are sensitive, too" },
      ...refresh,
      ...common,
    },
  },
  destroy: {
    about: "Destroys everything that stacks created.",
    takes: "<stack> …",
    options: { ...several, ...common },
  },
} as const satisfies Record<string, { about: string; takes: string; options: Options }>;
type Name = keyof typeof commands;

void main(process.argv[2] as Name, process.argv.slice(3)).then((code) => {
  process.exitCode = code;
});

/** Runs CDKTF's command line, for stacks that exist. */
async function main(name: Name, args: readonly string[]): Promise<number> {
  const { about, takes, options } = commands[name];
  const command: Command<Options> = {
    name: `npm run ${name}`,
    about,
    // Without a name, the message lists the existing ones.
    takes: [`[${takes}]`],
    options,
    more: "<stack>: an environment, or state-<account>-<region>; * stands for any text. It may be left out if there is only one.",
  };
  const read = readCommandLine(command, args, process.env);
  if ("help" in read) return printHelp(read);
  const stacks = read.positionals;
  let names: string[];
  try {
    names = await readStackNames();
  } catch (thrown) {
    if (thrown instanceof OperationFailed) return 1;
    throw thrown;
  }
  const unknown = stacks.filter((stack) => !stack.includes("*") && !names.includes(stack));
  const wrong = unknown.map((stack) => {
    const near = nearest(stack, names);
    return wrongOption(command.name, "<stack>", {
      found: `there is no stack ${quote(stack)}`,
      allowed: list(names),
      ...(near === undefined ? {} : { fix: `write ${command.name} -- ${near}` }),
    });
  });
  if (stacks.length === 0 && names.length > 1)
    wrong.push(wrongOption(command.name, "<stack>", { found: "no stack", allowed: list(names) }));
  if (wrong.length > 0) return printHelp(refuseCommandLine(command, wrong));
  return runCdktf(name, [...stacks, ...Object.entries(read.values).flatMap(written)]);
}

/** An option as CDKTF reads it, whatever follows it. */
function written([name, value]: readonly [string, CommandLine<Options>["values"][string]]): string[] {
  return [value ?? []].flat().map((one) => (typeof one === "string" ? `--${name}=${one}` : `--${name}`));
}

function runCdktf(name: Name, args: readonly string[]): Promise<number> {
  const root = path.resolve(__dirname, "../..");
  const cdktf = path.join(root, "node_modules/cdktf-cli/bundle/bin/cdktf");
  // Ctrl-C reaches CDKTF too, which ends Terraform properly: this process waits for both.
  process.on("SIGINT", () => undefined);
  return new Promise((ended, failed) => {
    const child = spawn(process.execPath, [cdktf, name, ...args], { cwd: root, stdio: "inherit" });
    child.on("error", failed);
    child.on("close", (code) => {
      ended(code ?? 1);
    });
  });
}
