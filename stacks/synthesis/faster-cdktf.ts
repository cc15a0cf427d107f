import Module from "node:module";
import * as path from "node:path";

/*
 * The two places where CDKTF does work that no synth needs. Each saves a tenth of a synth's CPU time, and the second
 * a quarter with hundreds of images (docs/benchmarks.md).
 */

/**
 * Keeps CDKTF from loading archiver, which it only calls in a process of its own (cdktf/lib/private/fs.js).
 *
 * It can go when CDKTF no longer loads archiver at the top of a file.
 */
export function skipArchiver(): void {
  const archiver = path.join(path.dirname(require.resolve("cdktf/package.json")), "node_modules/archiver/index.js");
  require.cache[archiver] = Object.assign(new Module(archiver), { filename: archiver, loaded: true });
}

/**
 * Runs `work` without the stack trace that CDKTF takes and keeps for every token, which nothing here shows:
 * `stackTraces: false` keeps it out of the output, but CDKTF takes it all the same. CDKTF uses
 * `Error.captureStackTrace`, which an error that is thrown does not need for its own trace.
 * https://v8.dev/docs/stack-trace-api#stack-trace-collection-for-custom-exceptions
 *
 * It can go when `stackTraces: false` stops CDKTF from taking them.
 */
export function withoutTokenTraces<T>(work: () => T): T {
  // It is put back where it was, never called.
  // eslint-disable-next-line @typescript-eslint/unbound-method
  const { captureStackTrace } = Error;
  Error.captureStackTrace = () => undefined;
  try {
    return work();
  } finally {
    Error.captureStackTrace = captureStackTrace;
  }
}
