import Module from "node:module";
import * as path from "node:path";

/*
 * Two places where CDKTF does work that no synth needs. Each fix saves a tenth of a synth's CPU time; with hundreds of
 * images, the second one saves a quarter (docs/benchmarks.md).
 */

/**
 * Keeps CDKTF from loading archiver, which it uses only in a separate process (cdktf/lib/private/fs.js).
 *
 * Can be removed once CDKTF no longer loads archiver at the top of a file.
 */
export function skipArchiver(): void {
  const archiver = path.join(path.dirname(require.resolve("cdktf/package.json")), "node_modules/archiver/index.js");
  require.cache[archiver] = Object.assign(new Module(archiver), { filename: archiver, loaded: true });
}

/**
 * Runs `work` without the stack trace that CDKTF captures and stores for every token, which nothing here uses:
 * `stackTraces: false` keeps it out of the output, but CDKTF still captures it. CDKTF uses `Error.captureStackTrace`,
 * which a thrown error does not need for its own trace.
 * https://v8.dev/docs/stack-trace-api#stack-trace-collection-for-custom-exceptions
 *
 * Can be removed once `stackTraces: false` stops CDKTF from capturing stack traces.
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
