import { execFile } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { promisify } from "node:util";

/** A command, measured as a whole process. */
export interface Subject {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  /** Variables added to this process's own environment. */
  readonly env?: Readonly<Record<string, string>>;
  /** Expected exit code. @default 0 */
  readonly code?: number;
}

export interface Measurement {
  readonly name: string;
  /** Wall time in seconds: median, minimum and maximum. */
  readonly seconds: { readonly median: number; readonly min: number; readonly max: number };
  /** Most memory that one Node process of the command held, in MB: median of the runs. 0: there was none. */
  readonly megabytes: number;
}

/**
 * Runs the commands in turn (A B C A B C …), so that if the machine slows down, all of them are affected equally. The
 * first round is not counted.
 *
 * Throws if a command fails.
 */
export async function measure(subjects: readonly Subject[], rounds: number): Promise<Measurement[]> {
  const runs = subjects.map((): { seconds: number; megabytes: number }[] => []);
  for (let round = 0; round <= rounds; round++) {
    for (const [index, subject] of subjects.entries()) {
      const run = await runOnce(subject);
      if (round > 0) runs[index]?.push(run);
    }
  }
  return subjects.map(({ name }, index) => {
    const own = runs[index] ?? [];
    const seconds = own.map((run) => run.seconds).sort((a, b) => a - b);
    return {
      name,
      seconds: { median: median(seconds), min: seconds[0] ?? 0, max: seconds.at(-1) ?? 0 },
      megabytes: median(own.map((run) => run.megabytes).sort((a, b) => a - b)),
    };
  });
}

async function runOnce({
  command,
  args,
  cwd,
  env,
  code = 0,
}: Subject): Promise<{ seconds: number; megabytes: number }> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), "bench-"));
  const usage = path.join(folder, "usage");
  try {
    const started = process.hrtime.bigint();
    await promisify(execFile)(command, args, {
      cwd,
      maxBuffer: Infinity,
      env: {
        ...process.env,
        ...env,
        BENCH_USAGE_FILE: usage,
        CDKTF_OUTDIR: path.join(folder, "cdktf.out"),
        NODE_OPTIONS: `--require ${path.join(__dirname, "usage.cjs")}`,
      },
    }).catch((thrown: unknown) => {
      if (!(thrown instanceof Error && "code" in thrown && thrown.code === code)) throw thrown;
    });
    const seconds = Number(process.hrtime.bigint() - started) / 1e9;
    const kibibytes = fs.existsSync(usage) ? fs.readFileSync(usage, "utf8").trim().split("\n").map(Number) : [];
    return { seconds, megabytes: (Math.max(0, ...kibibytes) * 1024) / 1e6 };
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

function median(sorted: readonly number[]): number {
  const middle = sorted.length / 2;
  const [low = 0, high = 0] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return (low + high) / 2;
}

/** Prints results. @returns the medians, in seconds */
export function report(results: readonly Measurement[]): number[] {
  return results.map(({ name, seconds: { median, min, max }, megabytes }) => {
    const range = `${min.toFixed(2)} to ${max.toFixed(2)}`;
    const memory = megabytes === 0 ? "" : `, ${megabytes.toFixed(0)} MB`;
    console.log(`${name}: ${median.toFixed(2)} s in the median, ${range}${memory}`);
    return median;
  });
}

/** Prints a ratio, and lets the process fail if it is too large. */
export function limit(what: string, ratio: number, most: number): void {
  console.log(`${what} = ${ratio.toFixed(3)} (at most ${most})\n`);
  if (!(ratio <= most)) process.exitCode = 1;
}
