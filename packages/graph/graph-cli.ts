import * as fs from "node:fs";
import * as path from "node:path";
import { printHelp, readCommandLine } from "@pipelines/findings/command-line";
import { reportFileErrors, textStreams } from "@pipelines/findings/output";
import { environmentNamed, readEnvironments } from "@pipelines/operations/environments";
import { OperationFailed } from "@pipelines/operations/failure";
import { graphOf } from "./chains";
import { mermaid } from "./mermaid";
import { svg } from "./svg";

const usage = `usage: npm run graph -- <environment> [--out <folder>]

Writes what is built on what in an environment, and when, as <folder>/<environment>-chains.mmd (Mermaid) and .svg.

  --out <folder>    where to; cdktf.out by default
`;

async function main(args: readonly string[]): Promise<number | undefined> {
  const options = { out: { type: "string", default: "cdktf.out" } } as const;
  const takes = { what: "environment", most: 1 };
  const read = readCommandLine({ name: "npm run graph", usage, options, takes }, args, process.env);
  if ("help" in read) return printHelp(read);
  const [name] = read.positionals;
  if (name === undefined) return printHelp({ help: usage, wrong: true });
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
