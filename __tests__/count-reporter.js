/** Prints the test counts as a plain last line, for readers unfamiliar with Jest's summary. */
module.exports = class CountReporter {
  onRunComplete(_contexts, results) {
    const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
    const skipped = results.numPendingTests + results.numTodoTests;
    // Jest writes its own summary to stderr; this line follows it on stdout.
    process.on("exit", () => {
      process.stdout.write(
        `${results.numPassedTests} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ""}\n`,
      );
    });
  }
};
