/**
 * Runs `work` without the stack trace that CDKTF takes, formats and keeps for every token it makes, which nothing
 * here shows: `stackTraces: false` keeps it out of the output, but not from being made. With a thousand images
 * that is half of the time.
 *
 * Errors keep theirs: V8 formats a stack when it is first read, and by then this is over.
 * https://v8.dev/docs/stack-trace-api#customizing-stack-traces
 */
export function withoutTokenTraces<T>(work: () => T): T {
  // It is put back where it was, never called.
  // eslint-disable-next-line @typescript-eslint/unbound-method
  const { prepareStackTrace } = Error;
  Error.prepareStackTrace = () => "";
  try {
    return work();
  } finally {
    Error.prepareStackTrace = prepareStackTrace;
  }
}
