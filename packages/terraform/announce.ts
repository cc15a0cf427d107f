import { Worker } from "node:worker_threads";

/**
 * Says again and again on the standard error what this process waits for, from a thread of its own: the wait may block
 * this one.
 *
 * @param every milliseconds
 * @returns what ends it
 */
export function announce(what: string, every = 9_000): () => void {
  const code = `setInterval(() => require("node:fs").writeSync(2, ${JSON.stringify(`… ${what}\n`)}), ${every});`;
  const worker = new Worker(code, { eval: true });
  worker.unref();
  return () => {
    void worker.terminate();
  };
}
