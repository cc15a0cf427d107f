import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import { printHelp, readCommandLine, refuseCommandLine, wrongOption } from "@pipelines/findings/command-line";
import { isAccountStackName } from "@pipelines/image-definition/full-names";
import { nearest } from "@pipelines/findings/nearest";
import { list, quote } from "@pipelines/findings/text";
import { isLocal, readStackConfig } from "@pipelines/permissions/stack-config";

const command = {
  name: "npm run bootstrap",
  about: `Deploys an account's stack for the first time, run by an administrator of the account. The stack creates the bucket
for its own state, so the state starts in a file, state/<stack>.tfstate, and is then moved. After an interruption, run it again.`,
  takes: ["<stack>"],
  options: { "auto-approve": { type: "boolean", help: "ask nothing" } },
  more: "<stack>: state-<account>-<region>, as npm run synth writes it.",
} as const;
const { name } = command;

process.exitCode = main(process.argv.slice(2));

function main(args: readonly string[]): number {
  const read = readCommandLine(command, args, process.env);
  if ("help" in read) return printHelp(read);
  const [stack = ""] = read.positionals;
  const stacks = path.resolve("cdktf.out/stacks");
  const known = fs.existsSync(stacks) ? fs.readdirSync(stacks).filter(isAccountStackName) : [];
  if (!known.includes(stack)) {
    const near = nearest(stack, known);
    const found = `no stack ${quote(stack)}`;
    const allowed = known.length === 0 ? "a stack written by `npm run synth`" : list(known, "or");
    const words = { found, allowed, ...(near === undefined ? {} : { fix: `write ${near}` }) };
    return printHelp(refuseCommandLine(command, [wrongOption(name, "", words)]));
  }
  const folder = path.join(stacks, stack);
  if (isLocal(readStackConfig(fs.readFileSync(path.join(folder, "cdk.tf.json"), "utf8")))) {
    const words = { found: `${stack}, whose state is kept in a file`, allowed: "an account stack with trust settings" };
    const fix = `npm run deploy -- ${stack}`;
    return printHelp(refuseCommandLine(command, [wrongOption(name, "", { ...words, fix })]));
  }
  return bootstrap(stack, folder, read.values["auto-approve"] === true);
}

function bootstrap(stack: string, folder: string, approved: boolean): number {
  const terraform = (stdio: "inherit" | "pipe", ...args: readonly string[]) =>
    spawnSync(process.env["TERRAFORM_BINARY_NAME"] ?? "terraform", args, { cwd: folder, stdio, encoding: "utf8" });
  const override = path.join(folder, "bootstrap_override.tf.json");
  fs.rmSync(override, { force: true });
  // This fails if the bucket does not exist yet or the state is still in a file.
  const there = terraform("pipe", "init", "-input=false").status === 0 ? terraform("pipe", "state", "list").stdout : "";
  if (there.trim() !== "") {
    process.stdout.write(`The state of ${stack} is already in its bucket: npm run deploy -- ${stack}\n`);
    return 0;
  }
  // If the repository already contains the account's state, it is in this file.
  const local = { path: path.join("..", "..", "..", "state", `${stack}.tfstate`) };
  fs.writeFileSync(override, JSON.stringify({ terraform: { backend: { local } } }));
  const first = terraform("inherit", "init", "-input=false", "-reconfigure");
  const applied =
    first.status === 0 && terraform("inherit", "apply", ...(approved ? ["-auto-approve"] : [])).status === 0;
  fs.rmSync(override);
  if (!applied) {
    const missing = first.error && `Terraform cannot be run (${first.error.message}): install it, then`;
    process.stderr.write(`${missing ?? `${stack} is incomplete:`} run the same command again.\n`);
    return 1;
  }
  const moved = terraform("inherit", "init", "-input=false", "-migrate-state", "-force-copy");
  if (moved.status !== 0) {
    process.stderr.write(`The state of ${stack} is still in ${local.path}: run the same command again.\n`);
    return 1;
  }
  const file = path.resolve(folder, local.path);
  for (const left of [file, `${file}.backup`]) fs.rmSync(left, { force: true });
  process.stdout.write(`${stack} has been created, and its state is in its bucket.\n`);
  return 0;
}
