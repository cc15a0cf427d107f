import { readFileSync } from "node:fs";
import * as path from "node:path";
import { type CommandLine, printHelp, readCommandLine } from "@pipelines/findings/command-line";
import { checkComponentDocument } from "@pipelines/image-checks/component-document";
import { hasErrors } from "@pipelines/findings/finding";
import { environmentNamed, readEnvironments } from "@pipelines/operations/environments";
import { failure, OperationFailed } from "@pipelines/operations/failure";
import { Engine, ENGINES } from "./engine";
import { planImage } from "./plan-image";
import { record } from "./tried";
import { chainOf, planOptions, type Request, resultTag, summaryOf, tryImage, type TryResult } from "./try-image";

const flag = { type: "boolean" } as const;

const command = {
  name: "npm run try",
  about: `Builds an image of this repository and its own parents in a local container engine, runs every component by the rules
of AWSTOE, then the test phases in a container of the result. Needs no AWS. docs/try.md says where it differs.`,
  takes: ["<image>"],
  options: {
    environment: { type: "string", help: "the image as this environment has it" },
    parent: {
      type: "string",
      value: "<reference>",
      help: "any local or remote image instead of the parent",
    },
    component: {
      type: "string",
      value: "<name>=<file>",
      multiple: true,
      help: "the document of a component that is not in this repository, or a changed one",
    },
    parameter: {
      type: "string",
      value: "<name>=<value>",
      multiple: true,
      help: "another value for this parameter of every component that declares it",
    },
    engine: { type: "string", help: "the container engine; by default the first that answers", choices: ENGINES },
    print: { ...flag, help: "print the Dockerfile and the scripts, and build nothing" },
    shell: { ...flag, help: "open a shell in the result, or where a step failed" },
    keep: { ...flag, help: "keep the folders with Dockerfile and scripts, and print their paths" },
    strict: { ...flag, help: "fail if anything was left out" },
    fresh: { ...flag, help: "run every step, whatever the engine has in its cache" },
    record: { ...flag, help: "do so, and write what was run into docs/tried.json and the README" },
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
    else process.stderr.write(thrown.message === "" ? "" : `${thrown.message}\n`);
    return 1;
  }
}

type Values = CommandLine<typeof command.options>["values"];

async function run(name: string, values: Values): Promise<number> {
  const { environment, parent } = values;
  const documents = readDocuments(values.component ?? []);
  const request: Request = {
    image: name,
    environment: environment === undefined ? undefined : environmentNamed(environment, await readEnvironments()),
    parent,
    documents,
    fresh: values.fresh === true || values.record === true,
    parameters: Object.fromEntries((values.parameter ?? []).map((each) => pair("--parameter", each))),
  };
  const chain = chainOf(request);
  if (values.print === true) {
    for (const link of chain) process.stdout.write(printed(planImage(link.image, planOptions(link, request)).build));
    return 0;
  }
  const engine = Engine.find(values.engine);
  process.on("SIGINT", () => {
    engine.interrupt();
    process.stderr.write("\nInterrupted. Nothing is left but the engine's cache.\n");
    process.exit(130);
  });
  const say = (line: string): void => {
    if (values.json !== true) process.stderr.write(`${line}\n`);
  };
  const result = await tryImage(request, engine, say);
  if (values.json === true) process.stdout.write(`${JSON.stringify(result)}\n`);
  else process.stderr.write(summaryOf(result));
  if (values.record === true) record(result, new Date());
  if (values.keep === true) keep(request, engine);
  if (values.shell === true) await openShell(request, result, engine);
  return result.failure !== undefined || (values.strict === true && result.leftOut.length > 0) ? 1 : 0;
}

/** `update-linux=file.yaml`, by name. */
function readDocuments(given: readonly string[]): Map<string, string> {
  const documents = new Map<string, string>();
  for (const each of given) {
    const [name, file] = pair("--component", each);
    let text: string;
    try {
      text = readFileSync(file, "utf8");
    } catch {
      throw failure("IB-TRY-COMPONENT", "--component", `no file ${file} that can be read`, "a component document");
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

function printed({ dockerfile, files }: ReturnType<typeof planImage>["build"]): string {
  const all = [["Dockerfile", dockerfile] as const, ...files];
  return all.map(([file, content]) => `# ==== ${file}\n${content.trimEnd()}\n\n`).join("");
}

function keep(request: Request, engine: Engine): void {
  for (const link of chainOf(request)) {
    const folder = engine.write(planImage(link.image, planOptions(link, request)).build);
    process.stderr.write(`${path.join(folder, "Dockerfile")} → ${resultTag(link.image, request.environment)}\n`);
  }
}

/** Where a step of the build failed, its component is run once more, and the container kept as it leaves it. */
async function openShell(request: Request, { built, failure: failed }: TryResult, engine: Engine): Promise<void> {
  const chain = chainOf(request);
  const link = chain[failed === undefined ? chain.length - 1 : Math.min(built.length, chain.length - 1)];
  if (link === undefined) return;
  const tag = resultTag(link.image, request.environment);
  const [component] = failed?.where.split(" ") ?? [];
  if (failed === undefined || built.length === chain.length) {
    engine.shell(tag);
    return;
  }
  const { build } = planImage(link.image, { ...planOptions(link, request), stopAt: component });
  const failedTag = `${tag}:failed`;
  if (await engine.build(build, failedTag, () => undefined)) engine.shell(failedTag);
  else process.stderr.write("there is no container to look into: the build failed before its steps\n");
}

void main(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});
