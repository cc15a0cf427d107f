import { Worker } from "node:worker_threads";

/**
 * Repeatedly prints to standard error what this process is waiting for, from a separate thread because the wait may
 * block this one.
 *
 * @param every interval in milliseconds
 * @returns a function that stops the proxy
 */
export function announce(what: string, every = 9_000): () => void {
  const code = `setInterval(() => require("node:fs").writeSync(2, ${JSON.stringify(`… ${what}\n`)}), ${every});`;
  const worker = new Worker(code, { eval: true });
  worker.unref();
  return () => {
    void worker.terminate();
  };
}
