/** Prints the run's counts as one plain last line, for readers that do not know Jest's summary. */
module.exports = class CountReporter {
  onRunComplete(_contexts, results) {
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    const skipped = results.numPendingTests + results.numTodoTests;
    // Jest writes its own summary to stderr; after it, on stdout, this line stands alone.
    process.on("exit", () => {
      process.stdout.write(
        `${results.numPassedTests} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ""}\n`,
      );
    });
  }
};
