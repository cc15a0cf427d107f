import * as os from "node:os";
import * as path from "node:path";
import {
  readCommandLine,
  refuseCommandLine,
  printHelp,
  wrongOption,
  type CommandHelp,
} from "@pipelines/findings/command-line";
import type { Finding } from "@pipelines/findings/finding";
import { quote } from "@pipelines/findings/text";
import { FaultBench } from "./fault-bench";
import { changes, faultKinds } from "./fault-points";
import { FaultData, markdownTable, tellTried } from "./fault-report";
import { phases, type Trial } from "./fault-trials";
import { findTerraform, type Terraform } from "@pipelines/terraform/terraform";

async function walk(steps: number, seed: number, terraform: Terraform): Promise<boolean> {
  const bench = await FaultBench.open(terraform, path.resolve(__dirname, "../.."));
  console.log(`seed ${seed}`);
  try {
    const wrong = await bench.walk(steps, seed, (step) => {
      console.log(step);
    });
    console.log(wrong ?? `${steps} steps, complete at the end`);
    return wrong === undefined;
  } finally {
    await bench.end();
  }
}

const command = {
  name: "npm run rehearse:faults",
  about: `Tries a fault at every API call of a deploy, of an update, of a chain's ripple, of a destroy and of a recovery, and
requires that a plain re-run, or \`npm run recover -- <environment> --yes\` and a re-run, comes to the same final state.
Prints Markdown, such as that in docs/faults.md. All of it takes hours on two cores; so ask for a part, or take it up
again with --data.`,
  options: {
    data: {
      type: "string",
      value: "<file>",
      help: "add each result to this CSV file, and skip trials that it already contains",
    },
    every: { type: "string", value: "<n>", default: "1", help: "only every n-th call" },
    only: { type: "string", value: "<kind>", multiple: true, help: "kinds of faults", choices: faultKinds },
    phase: { type: "string", multiple: true, help: "when", choices: phases },
    changing: { type: "boolean", default: false, help: "only calls that change something, not calls that read" },
    minutes: { type: "string", value: "<n>", help: "start nothing new after this long" },
    walk: {
      type: "string",
      value: "<n>",
      help: "instead: this many random deploys, edits, faults and recoveries, one after another",
    },
    seed: { type: "string", value: "<n>", help: "for --walk, to repeat a run" },
  },
  more: "Ctrl-C ends it with a report of what has been tried so far.",
} as const;

type Options = Exclude<ReturnType<typeof readOptions>, CommandHelp>;

function readOptions(args: readonly string[]) {
  const read = readCommandLine(command, args, process.env);
  if ("help" in read) return read;
  const { every, only, phase, changing, data, minutes, walk, seed } = read.values;
  const findings: Finding[] = [];
  const numbers = { "--every": every, "--minutes": minutes, "--walk": walk, "--seed": seed };
  for (const [option, value = "1"] of Object.entries(numbers)) {
    if (/^[1-9]\d*$/.test(value)) continue;
    findings.push(wrongOption(command.name, option, { found: quote(value), allowed: "a whole number from 1" }));
  }
  const chosen = <T extends string>(given: readonly string[] | undefined, all: readonly T[]) =>
    given === undefined ? all : all.filter((value) => given.includes(value));
  const options = {
    every: Number(every),
    kinds: chosen(only, faultKinds),
    phases: chosen(phase, phases),
    changing,
    data,
    minutes: minutes === undefined ? Infinity : Number(minutes),
    /** Number of steps in a random walk that replaces the matrix. */
    walk: walk === undefined ? undefined : Number(walk),
    seed: seed === undefined ? Date.now() % 1_000_000 : Number(seed),
  };
  return findings.length > 0 ? refuseCommandLine(command, findings) : options;
}

async function matrix(options: Options, terraform: Terraform): Promise<boolean> {
  const started = Date.now();
  const bench = await FaultBench.open(terraform, path.resolve(__dirname, "../.."));
  const data = new FaultData(options.data);
  const all: Trial[] = [];
  const stopped = new AbortController();
  const stop = () => {
    stopped.abort();
    process.stderr.write("ending the trials that have started; press Ctrl-C again to stop immediately\n");
  };
  // A terminal's Ctrl-C also ends the provider, so what is running then shows nothing.
  const unlessStopped = async <T>(work: Promise<T>): Promise<T | undefined> => {
    try {
      const result = await work;
      return stopped.signal.aborted ? undefined : result;
    } catch (error) {
      if (!stopped.signal.aborted) throw error;
      return undefined;
    }
  };
  process.once("SIGINT", stop);
  try {
    for (const phase of options.phases) {
      const points = await unlessStopped(bench.points(phase));
      if (points === undefined) break;
      process.stderr.write(`${phase}: ${points.length} calls\n`);
      const chosen = points.filter((point) => !options.changing || changes(point));
      for (const kind of options.kinds) {
        // A recovery does not use the CLI, which only wraps Terraform.
        if (kind === "cdktf-killed" && phase === "recover") continue;
        // Each kind of fault starts at a different point, so that a small sample covers many calls.
        const offset = options.kinds.indexOf(kind) % options.every;
        const sample = chosen.filter((_, i) => i % options.every === offset).map((point) => ({ phase, kind, point }));
        all.push(...sample);
      }
    }
    const work = data.remaining(all);
    const total = work.length;
    let done = 0;
    const lane = async () => {
      for (let next = work.shift(); next !== undefined && !stopped.signal.aborted; next = work.shift()) {
        const result = await unlessStopped(bench.try(next));
        if (result === undefined) return;
        data.add(result);
        process.stderr.write(`${++done}/${total} ${tellTried(result)}\n`);
        if (Date.now() - started > options.minutes * 60_000) work.length = 0;
      }
    };
    // More runs than processors, because most of the time is spent waiting for the provider.
    await Promise.all(Array.from({ length: 4 * os.availableParallelism() }, lane));
  } finally {
    process.off("SIGINT", stop);
    data.write();
    await bench.end();
  }
  const minutes = ((Date.now() - started) / 60_000).toFixed(0);
  const date = new Date().toISOString().slice(0, 10);
  console.log(
    `${date}, Terraform ${terraform.version}, AWS provider ${terraform.provider}, ${os.cpus().length} cores (${os.cpus()[0]?.model ?? ""}), ${minutes} minutes.\n`,
  );
  console.log(markdownTable(data.all()).join("\n"));
  return data.all().every(({ outcome }) => outcome !== "not");
}

async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2));
  if ("help" in options) return printHelp(options);
  const terraform = findTerraform();
  if ("missing" in terraform) {
    process.stderr.write(`${terraform.missing}\n`);
    return 1;
  }
  const { walk: steps, seed } = options;
  return (await (steps === undefined ? matrix(options, terraform) : walk(steps, seed, terraform))) ? 0 : 1;
}

// The SDK warns on every run that support for Node 20 is ending, which is irrelevant here.
process.env["AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED"] = "true";
void main().then((code) => {
  process.exitCode = code;
});
