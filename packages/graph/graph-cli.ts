import * as fs from "node:fs";
import * as path from "node:path";
import { printHelp, readCommandLine } from "@pipelines/findings/command-line";
import { reportFileErrors, textStreams } from "@pipelines/findings/output";
import { environmentNamed, readEnvironments } from "@pipelines/operations/environments";
import { OperationFailed } from "@pipelines/operations/failure";
import { graphOf } from "./chains";
import { mermaid } from "./mermaid";
import { svg } from "./svg";

const command = {
  name: "npm run graph",
  about: `Writes what is built on what in an environment, and when, as <folder>/<environment>-chains.mmd (Mermaid) and .svg.`,
  takes: ["<environment>"],
  options: { out: { type: "string", value: "<folder>", default: "cdktf.out", help: "where to; cdktf.out by default" } },
} as const;

async function main(args: readonly string[]): Promise<number | undefined> {
  const read = readCommandLine(command, args, process.env);
  if ("help" in read) return printHelp(read);
  const [name = ""] = read.positionals;
  let graph;
  try {
    graph = graphOf(environmentNamed(name, await readEnvironments()));
  } catch (thrown) {
    if (!(thrown instanceof OperationFailed)) throw thrown;
    textStreams.err(`${thrown.message}\n`);
    return 1;
  }
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

void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
