import { Worker } from "node:worker_threads";

/**
 * Prints to standard error what this process is waiting for while it does some work: at once, and then repeatedly, from
 * a separate thread because the work may block this one.
 *
 * @param every interval in milliseconds
 * @returns the result of the work
 */
export function announced<Result>(what: string, every: number, work: () => Result): Result {
  const line = `… ${what}\n`;
  process.stderr.write(line);
  const code = `setInterval(() => require("node:fs").writeSync(2, ${JSON.stringify(line)}), ${every});`;
  const worker = new Worker(code, { eval: true });
  try {
    return work();
  } finally {
    void worker.terminate();
  }
}
