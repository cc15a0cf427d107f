import { cpus, availableParallelism } from "node:os";
import { resolve } from "node:path";
import {
  readCommandLine,
  refuseCommandLine,
  printHelp,
  wrongOption,
  type CommandHelp,
} from "../../checks/command-line";
import type { Finding } from "../../checks/finding";
import { nearest } from "../../checks/nearest";
import { quote } from "../../checks/text";
import { FaultBench, type Phase, type Tried } from "./fault-bench";
import { changes, type FaultKind, faultKinds, faultWords, type Point } from "./fault-points";
import { markdownTable, tellTried } from "./fault-report";
import { findTerraform, type Terraform } from "./terraform";

const usage = `usage: npm run rehearse:faults [-- --every <n>] [--only <kind>]… [--phase deploy|update] [--changing]

Tries a fault at every API call of a deploy and of an update, and requires that a plain re-run comes to the same
final state. Prints Markdown, such as that in docs/faults.md. All of it takes hours; so ask for a part:

  --every <n>     every n-th call, the others not
  --only <kind>   ${faultKinds.join(", ")}; may be given several times
  --phase <name>  deploy or update
  --changing      calls that change something, not those that read

Ctrl-C ends it with a report of what was tried until then.
`;

const phases: readonly Phase[] = ["deploy", "update"];

interface Options {
  readonly every: number;
  readonly kinds: readonly FaultKind[];
  readonly phases: readonly Phase[];
  readonly changing: boolean;
}

const command = {
  name: "npm run rehearse:faults",
  usage,
  options: {
    every: { type: "string", default: "1" },
    only: { type: "string", multiple: true },
    phase: { type: "string", multiple: true },
    changing: { type: "boolean", default: false },
  },
} as const;

function readOptions(args: readonly string[]): Options | CommandHelp {
  const read = readCommandLine(command, args, process.env);
  if ("help" in read) return read;
  const { every, only, phase, changing } = read.values;
  const findings: Finding[] = [];
  if (!/^[1-9]\d*$/.test(every)) {
    findings.push(wrongOption(command.name, "--every", { found: quote(every), allowed: "a whole number from 1" }));
  }
  const oneOf = <T extends string>(option: string, given: readonly string[] | undefined, all: readonly T[]) => {
    const known: readonly string[] = all;
    for (const value of (given ?? []).filter((each) => !known.includes(each))) {
      const near = nearest(value, all);
      const fix = near === undefined ? {} : { fix: `write ${option} ${near}` };
      findings.push(wrongOption(command.name, option, { found: quote(value), allowed: all.join(", "), ...fix }));
    }
    return given === undefined ? all : all.filter((value) => given.includes(value));
  };
  const options = {
    every: Number(every),
    kinds: oneOf("--only", only, faultKinds),
    phases: oneOf("--phase", phase, phases),
    changing,
  };
  return findings.length > 0 ? refuseCommandLine(usage, findings) : options;
}

async function matrix(options: Options, terraform: Terraform): Promise<boolean> {
  const started = Date.now();
  const bench = await FaultBench.open(terraform, resolve(__dirname, "../.."));
  const tried: Tried[] = [];
  const work: { phase: Phase; kind: FaultKind; point: Point }[] = [];
  const stop = () => {
    work.length = 0;
    process.stderr.write("finishing what has begun; press Ctrl-C again to stop immediately\n");
  };
  process.once("SIGINT", stop);
  try {
    for (const phase of options.phases) {
      const points = await bench.points(phase);
      process.stderr.write(`${phase}: ${points.length} calls\n`);
      const chosen = points.filter((point) => !options.changing || changes(point));
      for (const kind of options.kinds) {
        // Each kind begins elsewhere, so that a sample of few has many calls in it.
        const offset = options.kinds.indexOf(kind) % options.every;
        work.push(...chosen.filter((_, i) => i % options.every === offset).map((point) => ({ phase, kind, point })));
      }
    }
    const total = work.length;
    // In an order that spreads: a run that is cut short is a sample of the whole.
    work.sort((a, b) => spread(a.point) - spread(b.point));
    const lane = async () => {
      for (let next = work.shift(); next !== undefined; next = work.shift()) {
        const result = await bench.try(next.phase, next.kind, next.point);
        tried.push(result);
        process.stderr.write(`${tried.length}/${total} ${tellTried(result)}\n`);
      }
    };
    // Half of the time, the provider waits.
    await Promise.all(Array.from({ length: 2 * availableParallelism() }, lane));
  } finally {
    process.off("SIGINT", stop);
    await bench.end();
  }
  const minutes = ((Date.now() - started) / 60_000).toFixed(0);
  const date = new Date().toISOString().slice(0, 10);
  console.log(
    `${date}, Terraform ${terraform.version}, AWS provider ${terraform.provider}, ${cpus().length} cores (${cpus()[0]?.model ?? ""}), ${minutes} minutes.\n`,
  );
  console.log(markdownTable(tried, faultWords).join("\n"));
  return tried.every(({ outcome }) => outcome !== "not");
}

function spread({ number }: Point): number {
  return (number * 61) % 997;
}

async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2));
  if ("help" in options) return printHelp(options);
  const terraform = findTerraform();
  if ("missing" in terraform) {
    process.stderr.write(`${terraform.missing}\n`);
    return 1;
  }
  return (await matrix(options, terraform)) ? 0 : 1;
}

void main().then((code) => {
  process.exitCode = code;
});
