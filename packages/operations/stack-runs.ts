import { spawn } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { stripVTControlCharacters } from "node:util";
import type { StackOrder } from "./stack-order";

/** How one CDKTF call ended. */
export interface CdktfRun {
  readonly done: readonly string[];
  readonly failed: readonly string[];
  /** What Terraform last planned, in its own words. */
  readonly plan: string | undefined;
  /** CDKTF's exit code. */
  readonly code: number;
}

/** Lines in CDKTF's log, which shows the outcome for each stack. */
const state = /^\[[^\]]+\] \[DEBUG\] \w+ - \[([\w-]+)\]: (planned|deployed|destroyed|done|errored|dismissed)$/gm;
const begun = /^\[[^\]]+\] \[DEBUG\] \w+ - \[([\w-]+)\]\(/gm;
const planned = /Plan: \d+ to .*\.|No changes\./g;

/**
 * Runs CDKTF for each round. Stacks that cannot continue after a failure are skipped; the others continue.
 *
 * @param run runs CDKTF once
 * @returns the outcome for each stack; `left` has those that were not started, or not approved, and `plans` the plan of
 * each stack that had its own call
 */
export async function runRounds(
  rounds: readonly (readonly string[])[],
  order: StackOrder,
  run: (round: readonly string[], isFirst: boolean) => Promise<CdktfRun>,
) {
  const [done, failed, left]: [string[], string[], string[]] = [[], [], []];
  const plans = new Map<string, string>();
  let [code, isStopped] = [0, false];
  for (const [index, round] of rounds.entries()) {
    const waiting = new Set([...failed, ...left]);
    const ready = round.filter((stack) => ![...order.allBefore(stack)].some((other) => waiting.has(other)));
    left.push(...round.filter((stack) => isStopped || !ready.includes(stack)));
    if (isStopped || ready.length === 0) continue;
    const ended = await run(ready, index === 0);
    done.push(...ended.done);
    failed.push(...ended.failed);
    left.push(...ready.filter((stack) => !ended.done.includes(stack) && !ended.failed.includes(stack)));
    if (round.length === 1 && ended.plan !== undefined) for (const stack of round) plans.set(stack, ended.plan);
    code = Math.max(code, ended.code);
    // Without a synth, there is nothing to continue with.
    isStopped = index === 0 && ended.code !== 0 && ended.done.length + ended.failed.length === 0;
  }
  return { done, failed, left, plans, code };
}

/** Runs the CDKTF command line once, for these stacks. */
export async function runCdktf(command: string, args: readonly string[]): Promise<CdktfRun> {
  const root = path.resolve(__dirname, "../..");
  const cdktf = path.join(root, "node_modules/cdktf-cli/bundle/bin/cdktf");
  const logs = fs.mkdtempSync(path.join(os.tmpdir(), "cdktf-log-"));
  // Ctrl-C also reaches CDKTF, which shuts Terraform down properly: this process waits for both.
  const wait = (): void => undefined;
  process.on("SIGINT", wait);
  try {
    const code = await new Promise<number>((ended, failed) => {
      const env = { ...process.env, CDKTF_LOG_FILE_DIRECTORY: logs };
      // CDKTF is late to handle the rejected promise of a failed stack. Node would exit immediately, and interrupt the
      // other stacks in the middle of an apply.
      const node = ["--unhandled-rejections=none", cdktf, command, ...args];
      const child = spawn(process.execPath, node, { cwd: root, env, stdio: "inherit" });
      child.on("error", failed);
      child.on("close", (status) => {
        ended(status ?? 1);
      });
    });
    const file = path.join(logs, "cdktf.log");
    return readLog(fs.existsSync(file) ? stripVTControlCharacters(fs.readFileSync(file, "utf8")) : "", code);
  } finally {
    process.off("SIGINT", wait);
    fs.rmSync(logs, { recursive: true, force: true });
  }
}

function readLog(text: string, code: number): CdktfRun {
  const seen = [...text.matchAll(state)].map(([, stack = "", what = ""]) => ({ stack, what }));
  const are = (...states: string[]): Set<string> =>
    new Set(seen.filter(({ what }) => states.includes(what)).map(({ stack }) => stack));
  const not = are("errored", "dismissed");
  // If Terraform cannot be initialized, CDKTF stops at that stack.
  const stopped = code !== 0 && seen.length === 0 ? [...text.matchAll(begun)].slice(-1) : [];
  return {
    done: [...are("planned", "deployed", "destroyed", "done")].filter((stack) => !not.has(stack)),
    failed: [...are("errored"), ...stopped.map(([, stack = ""]) => stack)],
    plan: [...text.matchAll(planned)].at(-1)?.[0],
    code,
  };
}
