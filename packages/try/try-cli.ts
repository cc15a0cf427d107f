import * as fs from "node:fs";
import * as path from "node:path";
import { type CommandLine, printHelp, readCommandLine } from "@pipelines/findings/command-line";
import { checkComponentDocument } from "@pipelines/image-checks/component-document";
import { hasErrors } from "@pipelines/findings/finding";
import { textStreams } from "@pipelines/findings/output";
import { imageNames } from "@pipelines/image-definition/load-image";
import { environmentNamed, readEnvironments } from "@pipelines/operations/environments";
import { failure, OperationFailed, unknownName } from "@pipelines/operations/failure";
import { count } from "@pipelines/findings/text";
import { compareWithAwstoe } from "./compare";
import { Engine, engineNames } from "./engine";
import type { Context } from "./plan-image";
import { record } from "./tried";
import { chainOf, planOf, type Request, resultTag, summaryOf, tryImage, type TryResult } from "./try-image";

const flag = { type: "boolean" } as const;

const command = {
  name: "npm run try",
  about: `Builds an image in this repository and its own parents in a local container engine, runs every component by AWSTOE's
rules, then runs the test phases in a container of the result. Needs no AWS. docs/try.md lists the differences.`,
  takes: ["<image>"],
  options: {
    environment: { type: "string", help: "use this environment's parent image and settings" },
    parent: {
      type: "string",
      value: "<reference>",
      help: "use any local or remote image instead of the parent",
    },
    component: {
      type: "string",
      value: "<name>=<file>",
      multiple: true,
      help: "the document of a component that is not in this repository, or a modified document",
    },
    parameter: {
      type: "string",
      value: "<name>=<value>",
      multiple: true,
      help: "set this parameter in every component that declares it",
    },
    engine: { type: "string", help: "the container engine; by default the first that responds", choices: engineNames },
    print: { ...flag, help: "print the Dockerfile and the scripts, and build nothing" },
    shell: { ...flag, help: "open a shell in the result, or where a step failed" },
    keep: { ...flag, help: "keep the folders with the Dockerfile and scripts, and print their paths" },
    strict: { ...flag, help: "fail if anything was left out" },
    fresh: { ...flag, help: "run every step, without the engine's cache" },
    save: {
      type: "string",
      value: "<folder>",
      help: "write the result's manifest and layers to a folder",
    },
    awstoe: {
      type: "string",
      value: "<file>",
      help: "run the documents with AWS's own executor: the path to its binary",
    },
    compare: { ...flag, help: "with --awstoe: run the documents both ways, and show the differences" },
    record: { ...flag, help: "record what was run in docs/tried.json and the README" },
    json: { ...flag, help: "the result as JSON" },
  },
} as const;

async function main(args: readonly string[]): Promise<number> {
  const read = readCommandLine(command, args, process.env);
  if ("help" in read) return printHelp(read);
  const [name = ""] = read.positionals;
  const { values } = read;
  try {
    return await run(name, values);
  } catch (thrown) {
    if (!(thrown instanceof OperationFailed)) throw thrown;
    if (values.json === true) process.stdout.write(`${JSON.stringify({ findings: thrown.findings })}\n`);
    else textStreams.err(thrown.message === "" ? "" : `${thrown.message}\n`);
    return 1;
  }
}

type Values = CommandLine<typeof command.options>["values"];

async function run(name: string, values: Values): Promise<number> {
  const { environment, parent, awstoe } = values;
  if (awstoe !== undefined && !fs.existsSync(awstoe)) {
    throw failure("IB-TRY-AWSTOE", "--awstoe", `no file ${awstoe}`, "AWS's awstoe for Linux");
  }
  if (values.compare === true && awstoe === undefined) {
    throw failure("IB-TRY-AWSTOE", "--compare", "nothing to compare with", "--awstoe <file> in addition");
  }
  const request: Request = {
    image: name,
    environment: environment === undefined ? undefined : environmentNamed(environment, await readEnvironments()),
    parent,
    awstoe,
    documents: readDocuments(values.component ?? []),
    fresh: values.fresh === true || values.record === true,
    parameters: Object.fromEntries((values.parameter ?? []).map((each) => pair("--parameter", each))),
  };
  const names = imageNames();
  if (!names.includes(name)) throw unknownName("<image>", "image", name, names);
  const chain = chainOf(request);
  if (values.print === true) {
    for (const link of chain) process.stdout.write(printed(planOf(link, request).build));
    return 0;
  }
  const engine = Engine.find(values.engine);
  process.on("SIGINT", () => {
    engine.interrupt();
    process.stderr.write("\nInterrupted. Nothing is left behind except the engine's cache.\n");
    process.exit(130);
  });
  const say = (line: string): void => {
    if (values.json !== true) textStreams.err(`${line}\n`);
  };
  if (values.compare === true) {
    const compared = await compareWithAwstoe(request, engine, say);
    const { differences } = compared;
    if (values.json === true) process.stdout.write(`${JSON.stringify(compared)}\n`);
    else textStreams.err(["", count(differences.length, "difference"), ...differences, ""].join("\n"));
    return differences.length > 0 ? 1 : 0;
  }
  if (values.save !== undefined) engine.requireSave();
  const result = await tryImage(request, engine, say);
  if (values.json !== true) textStreams.err(summaryOf(result));
  if (values.record === true) record(result, new Date());
  const last = chain.at(-1);
  if (values.save !== undefined && result.failure === undefined && last !== undefined) {
    engine.save(resultTag(last.image, request), path.resolve(values.save));
  }
  // At the end, because a failure is JSON as well.
  if (values.json === true) process.stdout.write(`${JSON.stringify(result)}\n`);
  for (const link of values.keep === true ? chain : []) {
    const folder = engine.write(planOf(link, request).build);
    process.stderr.write(`${path.join(folder, "Dockerfile")} → ${resultTag(link.image, request)}\n`);
  }
  if (values.shell === true) await openShell(chain, request, result, engine);
  return result.failure !== undefined || (values.strict === true && result.leftOut.length > 0) ? 1 : 0;
}

/** Reads options such as `update-linux=file.yaml`, by name. */
function readDocuments(given: readonly string[]): Map<string, string> {
  const documents = new Map<string, string>();
  for (const each of given) {
    const [name, file] = pair("--component", each);
    let text: string;
    try {
      text = fs.readFileSync(file, "utf8");
    } catch {
      throw failure("IB-TRY-COMPONENT", "--component", `no readable file ${file}`, "a component document");
    }
    const findings = checkComponentDocument({ file, text, embedded: false });
    if (hasErrors(findings)) throw new OperationFailed(findings);
    documents.set(name, text);
  }
  return documents;
}

function pair(option: string, given: string): [name: string, value: string] {
  const [, name, value] = /^([^=]+)=(.+)$/s.exec(given) ?? [];
  if (name === undefined || value === undefined) throw failure("IB-TRY-PAIR", option, `"${given}"`, "<name>=<value>");
  return [name, value];
}

function printed({ dockerfile, files }: Context): string {
  const all = [["Dockerfile", dockerfile] as const, ...files];
  return all.map(([file, content]) => `# ==== ${file}\n${content.trimEnd()}\n\n`).join("");
}

/** If a build step failed, runs its component once more and keeps the container in the resulting state. */
async function openShell(
  chain: ReturnType<typeof chainOf>,
  request: Request,
  { built, failure: failed }: TryResult,
  engine: Engine,
): Promise<void> {
  const link = chain[Math.min(built.length, chain.length - 1)];
  if (link === undefined) return;
  const tag = resultTag(link.image, request);
  if (failed === undefined || built.length === chain.length) {
    engine.shell(tag);
    return;
  }
  const { build } = planOf(link, request, failed.where.split(" ")[0]);
  if (await engine.build(build, `${tag}-failed`, () => undefined)) engine.shell(`${tag}-failed`);
  else process.stderr.write("there is no container to look into: the build failed before its steps\n");
}

// A reader that needs only the first lines, such as `head`, closes the pipe.
process.stdout.on("error", () => process.exit());
void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
