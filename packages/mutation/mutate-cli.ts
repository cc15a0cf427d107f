import * as fs from "node:fs";
import * as path from "node:path";
import { notOneOf, printHelp, readCommandLine, refuseCommandLine, wrongOption } from "@pipelines/findings/command-line";
import { processStreams, type Streams } from "@pipelines/findings/output";
import { count } from "@pipelines/findings/text";
import { Compiler } from "./compiler";
import { filesOf } from "./copy";
import { equivalentMutants } from "./equivalent";
import { changed, mutantsOf, rank, type Mutant } from "./mutants";
import { relatedTests } from "./related-tests";
import { survivorsOf, TestsFailed } from "./survivors";

const command = {
  name: "npm run mutate",
  about: `Makes small changes to a package's code, one at a time, in a copy of the project, and runs the tests on each change. A
change that no test notices is listed: a test is missing, or the code is not needed. A change is not tried again until
its file or its tests change.`,
  takes: ["<package>"],
  options: {
    count: { type: "string", value: "<number>", default: "60", help: "number of random changes; 60 by default" },
    seed: { type: "string", value: "<text>", default: "1", help: "selects different changes; 1 by default" },
    tests: {
      type: "string",
      default: "own",
      value: "<which>",
      choices: ["own", "own-full", "everyday", "all"],
      help: "the package's own everyday tests (the default), all of its own, all everyday tests, or all tests",
    },
    least: { type: "string", value: "<percent>", default: "0", help: "fail if the tests notice a smaller share" },
  },
} as const;

const app = ["constructs", "stacks"];

/** @returns the exit code */
export async function main(args: readonly string[], root: string, streams: Streams): Promise<number> {
  const read = readCommandLine(command, args, process.env);
  if ("help" in read) return printHelp(read, streams);
  const { values, positionals } = read;
  const [name = ""] = positionals;
  const names = [...app, ...fs.readdirSync(path.join(root, "packages"))];
  const wrong = (["count", "least"] as const)
    .filter((option) => !/^\d+$/.test(values[option]))
    .map((option) => wrongOption(command.name, `--${option}`, { found: values[option], allowed: "a number" }));
  if (!names.includes(name)) wrong.push(notOneOf(command.name, "<package>", name, names));
  if (wrong.length > 0) return printHelp(refuseCommandLine(command, wrong), streams);

  const files = filesOf(root).filter((file) => /\.(ts|cjs)$/.test(file));
  const texts = new Map(files.map((file) => [file, fs.readFileSync(path.join(root, file), "utf8")]));
  const chosen = choose(root, app.includes(name) ? name : `packages/${name}`, texts, Number(values.count), values.seed);
  const equivalent = chosen.filter((mutant) => equivalentMutants.some((each) => isSame(each, mutant)));
  const tried = chosen.filter((mutant) => !equivalent.includes(mutant));
  const { scripts } = JSON.parse(fs.readFileSync(path.join(root, "package.json"), "utf8")) as {
    readonly scripts: Readonly<Record<string, string>>;
  };
  const related = relatedTests(texts, new Map(Object.entries(scripts)));
  const runs = (test: string): boolean =>
    (/^(own-full|all)$/.test(values.tests) || !test.endsWith(".full.test.ts")) &&
    (!values.tests.startsWith("own") || isOwn(test, name));
  try {
    const survivors = await survivorsOf({
      root,
      mutants: tried,
      testsOf: ({ file }) => new Map([...related(file)].filter(([test]) => runs(test))),
      memory: path.join(root, "node_modules/.cache/mutate", `${name}.json`),
      tell: streams.err,
    });
    for (const { file, line, before, after } of survivors) {
      streams.out(`${file}:${line}\n  - ${before}\n  + ${after}\n`);
    }
    const numbers = { tried: tried.length, survived: survivors.length, equivalent: equivalent.length };
    return report(name, numbers, Number(values.least), streams);
  } catch (thrown) {
    if (!(thrown instanceof TestsFailed)) throw thrown;
    streams.err(`${thrown.message}\n`);
    return 1;
  }
}

/** @returns the exit code */
function report(
  name: string,
  { tried, survived, equivalent }: Readonly<Record<"tried" | "survived" | "equivalent", number>>,
  least: number,
  streams: Streams,
): number {
  const score = tried === 0 ? 100 : (100 * (tried - survived)) / tried;
  const killed = `${tried - survived} of ${count(tried, "mutant")} killed`;
  streams.out(`${name}: ${killed}, ${score.toFixed(1)} %; ${equivalent} more equivalent\n`);
  if (equivalent <= 0.05 * (tried + equivalent)) return score < least ? 1 : 0;
  streams.err("At most 5 % of the mutants may be listed as equivalent.\n");
  return 1;
}

/** The tests of constructs and stacks form one suite, without those that need Terraform. */
function isOwn(test: string, name: string): boolean {
  const folders = ["constructs", "stacks", ...(name === "stacks" ? ["synthesis"] : [])].map(
    (each) => `__tests__/${each}/`,
  );
  return (app.includes(name) ? folders : [`packages/${name}/`]).some((folder) => test.startsWith(folder));
}

function isSame(a: Pick<Mutant, "file" | "before" | "after">, b: Mutant): boolean {
  return a.file === b.file && a.before === b.before && a.after === b.after;
}

/** Mutants of a folder's files that the compiler accepts, at random; no test depends on what an adopter edits. */
function choose(
  root: string,
  folder: string,
  texts: ReadonlyMap<string, string>,
  size: number,
  seed: string,
): Mutant[] {
  const isSource = (file: string): boolean =>
    file.startsWith(`${folder}/`) && !/\/(__tests__|fixtures)\/|\.d\.ts$|\.cjs$|^stacks\/[^/]+$/.test(file);
  const mutants = [...texts].filter(([file]) => isSource(file)).flatMap(([file, text]) => mutantsOf(file, text));
  const ranked = mutants.map((mutant) => [rank(seed, mutant), mutant] as const);
  ranked.sort(([a], [b]) => (a < b ? -1 : 1));
  const compiler = new Compiler(root);
  const chosen: Mutant[] = [];
  for (const [, mutant] of ranked) {
    if (chosen.length === size) break;
    const text = changed(texts.get(mutant.file) ?? "", mutant);
    if (compiler.accepts(path.join(root, mutant.file), text)) chosen.push(mutant);
  }
  return chosen;
}

if (require.main === module) {
  void main(process.argv.slice(2), process.cwd(), processStreams).then((code) => {
    process.exitCode = code;
  });
}
