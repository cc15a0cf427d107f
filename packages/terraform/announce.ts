import { Worker } from "node:worker_threads";

/**
 * Repeats on standard error what this process waits for, from a separate thread, because the wait may block this one.
 *
 * @param every milliseconds
 * @returns a function that stops it
 */
export function announce(what: string, every = 9_000): () => void {
  const code = `setInterval(() => require("node:fs").writeSync(2, ${JSON.stringify(`… ${what}\n`)}), ${every});`;
  const worker = new Worker(code, { eval: true });
  worker.unref();
  return () => {
    void worker.terminate();
  };
}
