import * as fs from "node:fs";
import * as path from "node:path";
import { printHelp, readCommandLine } from "@pipelines/findings/command-line";
import { reportFileErrors, textStreams } from "@pipelines/findings/output";
import { environmentNamed, readEnvironments } from "@pipelines/operations/environments";
import { OperationFailed } from "@pipelines/operations/failure";
import type { EnvironmentDescription } from "@pipelines/image-definition/environment-description";
import { graphOf } from "./chains";
import { mermaid } from "./mermaid";
import { svg } from "./svg";

const command = {
  name: "npm run graph",
  about: `Writes what is built on what in an environment, and when, to <folder>/<environment>-chains.mmd (Mermaid) and .svg.

With --codeowners, it prints lines for CODEOWNERS instead: who owns the images in the environment's groups.`,
  takes: ["<environment>"],
  options: {
    out: { type: "string", value: "<folder>", default: "cdktf.out", help: "folder to write to; default: cdktf.out" },
    codeowners: { type: "boolean", help: "print lines for CODEOWNERS" },
  },
} as const;

async function main(args: readonly string[]): Promise<number | undefined> {
  const read = readCommandLine(command, args, process.env);
  if ("help" in read) return printHelp(read);
  const [name = ""] = read.positionals;
  let environment;
  try {
    environment = environmentNamed(name, await readEnvironments());
  } catch (thrown) {
    if (!(thrown instanceof OperationFailed)) throw thrown;
    textStreams.err(`${thrown.message}\n`);
    return 1;
  }
  if (read.values.codeowners === true) {
    textStreams.out(codeowners(environment));
    return 0;
  }
  const graph = graphOf(environment);
  const file = path.join(read.values.out, `${name}-chains`);
  const pictures = { mmd: mermaid(graph), svg: svg(graph) };
  return reportFileErrors(() => {
    fs.mkdirSync(read.values.out, { recursive: true });
    for (const [kind, text] of Object.entries(pictures)) {
      fs.writeFileSync(`${file}.${kind}`, text);
      process.stdout.write(`${file}.${kind}\n`);
    }
    return 0;
  });
}

/**
 * The last line that matches a file counts. Every change to an image also changes the lock, so this line leaves the
 * lock without an owner.
 */
function codeowners({ environment, images }: EnvironmentDescription): string {
  const owned = images
    .filter(({ owners }) => owners.length > 0)
    .map(({ name, owners }) => `/images/${name}/ ${owners.join(" ")}`);
  return [`# npm run -s graph -- ${environment} --codeowners`, ...owned.sort(), "/image-versions.lock", ""].join("\n");
}

void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
