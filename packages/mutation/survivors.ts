import { createHash } from "node:crypto";
import * as fs from "node:fs";
import * as path from "node:path";
import { writeWhole } from "@pipelines/findings/files";
import { count, list } from "@pipelines/findings/text";
import { Copy, type TestFile, timeLimit } from "./copy";
import type { Mutant } from "./mutants";

interface Trial {
  readonly root: string;
  readonly mutants: readonly Mutant[];
  /** The test files to run, with their distance from the mutant's file. */
  readonly testsOf: (mutant: Mutant) => ReadonlyMap<string, number>;
  /** The file that stores results for the next run. */
  readonly memory: string;
  /** Receives a line for each step. */
  readonly tell: (line: string) => void;
}

/** Ends a trial whose tests fail without a mutant, with a message for the user. */
export class TestsFailed extends Error {}

/** The test file that failed, if any, and the hash of the tests that this depends on. */
type Results = Record<string, { readonly killer?: string; readonly tests: string }>;

/**
 * Returns the mutants that no test notices. Tries only those whose file or tests have changed since they were last
 * tried.
 */
export async function survivorsOf({ root, mutants, testsOf, memory, tell }: Trial): Promise<Mutant[]> {
  const results = fs.existsSync(memory) ? (JSON.parse(fs.readFileSync(memory, "utf8")) as Results) : {};
  const hash = (files: readonly string[]): string =>
    sha1(files.map((file) => (file === timeLimit ? file : fs.readFileSync(path.join(root, file), "utf8"))).join("\0"));
  const keys = new Map(mutants.map((mutant) => [mutant, `${JSON.stringify(mutant)} ${hash([mutant.file])}`]));
  const resultOf = (mutant: Mutant) => results[keys.get(mutant) ?? ""];
  const isKnown = (mutant: Mutant): boolean => {
    const { killer, tests } = resultOf(mutant) ?? {};
    if (killer === undefined) return tests === hash([...testsOf(mutant).keys()]);
    return (killer === timeLimit || fs.existsSync(path.join(root, killer))) && tests === hash([killer]);
  };
  const unknown = mutants.filter((mutant) => !isKnown(mutant));
  if (unknown.length > 0) {
    const copy = new Copy(root);
    for (const signal of ["SIGINT", "SIGTERM"] as const) {
      process.once(signal, () => {
        copy.delete();
        process.exit(130);
      });
    }
    try {
      const tests = [...new Set(unknown.flatMap((mutant) => [...testsOf(mutant).keys()]))];
      tell(`Running ${count(tests.length, "test file")} on the unchanged code …\n`);
      const files = await unmutated(copy, tests, unknown);
      const milliseconds = new Map(files.map((file) => [file.path, file.milliseconds]));
      const reached = new Map(files.map((file) => [file.path, new Set(file.reached)]));
      fs.mkdirSync(path.dirname(memory), { recursive: true });
      for (const [index, mutant] of unknown.entries()) {
        const steps = testsOf(mutant);
        const order = ([test, step]: readonly [string, number]): number => step * 1e9 + (milliseconds.get(test) ?? 0);
        const near = [...steps].filter(([test]) => reached.get(test)?.has(index) === true);
        const tests = near.sort((a, b) => order(a) - order(b)).map(([test]) => test);
        const limit = 60_000 + 4 * tests.reduce((sum, test) => sum + (milliseconds.get(test) ?? 0), 0);
        const killer = tests.length === 0 ? undefined : await copy.try(mutant, tests, limit);
        const how = killer === undefined ? "SURVIVED" : `killed by ${killer}`;
        tell(`${index + 1} of ${unknown.length}: ${mutant.file}:${mutant.line} ${how}\n`);
        results[keys.get(mutant) ?? ""] =
          killer === undefined ? { tests: hash([...steps.keys()]) } : { killer, tests: hash([killer]) };
        writeWhole(memory, JSON.stringify(results));
      }
    } finally {
      copy.delete();
    }
  }
  return mutants.filter((mutant) => resultOf(mutant)?.killer === undefined);
}

/** How long each test file takes, and what it reaches. Throws if one fails. */
async function unmutated(copy: Copy, tests: readonly string[], mutants: readonly Mutant[]): Promise<TestFile[]> {
  const files = tests.length === 0 ? [] : await copy.run(tests, mutants);
  const failed = files.filter(({ failed }) => failed);
  const missing = tests.filter((test) => !files.some(({ path }) => path === test));
  if (failed.length + missing.length === 0) return files;
  const all = [...failed.map(({ path }) => path), ...missing];
  const messages = failed.map(({ message }) => message ?? "");
  throw new TestsFailed([...messages, `Tests that fail without a mutant: ${list(all)}`].join("\n"));
}

function sha1(text: string): string {
  return createHash("sha1").update(text).digest("hex");
}
