import { spawn } from "node:child_process";
import { join, resolve } from "node:path";
import { printHelp, readCommandLine, refuseCommandLine, wrongOption } from "@pipelines/findings/command-line";
import { nearest } from "@pipelines/findings/nearest";
import { list, quote } from "@pipelines/findings/text";
import { readStackNames } from "./environments";
import { OperationFailed } from "./failure";

const commands = {
  diff: "Shows what a deploy would change.",
  deploy: "Deploys stacks: creates and changes what is defined.",
  destroy: "Destroys everything that stacks created.",
} as const;
type Name = keyof typeof commands;

/** Options of CDKTF's command line that are followed by a value. */
const valued = ["--output", "-o", "--var", "--var-file", "--terraform-parallelism", "--parallelism", "--log-level"];

void main(process.argv[2] as Name, process.argv.slice(3)).then((code) => {
  process.exitCode = code;
});

/** Runs CDKTF's command line, for stacks that exist. */
async function main(name: Name, args: readonly string[]): Promise<number> {
  const command = `npm run ${name}`;
  const usage = `usage: ${command} -- <stack> … [<option> …]

${commands[name]} <stack>: an environment, or state-<account>-<region>; * stands for any text.
Options are those of CDKTF: npx cdktf ${name} --help.
`;
  if (args.includes("--help") || args.includes("-h")) return printHelp({ help: usage, wrong: false });
  // What npm took as its own setting, such as --auto-approve before the --.
  const read = readCommandLine(
    { name: command, usage, options: { "auto-approve": { type: "boolean" } } },
    [],
    process.env,
  );
  if ("help" in read) return printHelp(read);
  const stacks = args.filter((arg, index) => !arg.startsWith("-") && !valued.includes(args[index - 1] ?? ""));
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
    return wrongOption(command, "<stack>", {
      found: `there is no stack ${quote(stack)}`,
      allowed: list(names),
      ...(near === undefined ? {} : { fix: `write ${command} -- ${near}` }),
    });
  });
  if (stacks.length === 0 && names.length > 1)
    wrong.push(wrongOption(command, "<stack>", { found: "no stack", allowed: list(names) }));
  if (wrong.length > 0) return printHelp(refuseCommandLine(usage, wrong));
  return runCdktf(name, args);
}

function runCdktf(name: Name, args: readonly string[]): Promise<number> {
  const root = resolve(__dirname, "../..");
  const cdktf = join(root, "node_modules/cdktf-cli/bundle/bin/cdktf");
  // Ctrl-C reaches CDKTF by itself, which ends Terraform in order: this process waits for both.
  process.on("SIGINT", () => undefined);
  return new Promise((ended, failed) => {
    const child = spawn(process.execPath, [cdktf, name, ...args], { cwd: root, stdio: "inherit" });
    child.on("error", failed);
    child.on("close", (code) => {
      ended(code ?? 1);
    });
  });
}
