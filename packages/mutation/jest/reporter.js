const { writeSync } = require("node:fs");

/**
 * Writes a line of JSON to file descriptor 3 for each test file that has finished. Jest's own `--json` prints nothing
 * if the run stops at a failure.
 */
module.exports = class {
  onTestFileResult({ path }, { numFailingTests, testExecError, perfStats, failureMessage }) {
    const failed = numFailingTests > 0 || testExecError !== undefined;
    const line = {
      path,
      failed,
      milliseconds: perfStats.end - perfStats.start,
      message: failed ? failureMessage : null,
    };
    writeSync(3, `${JSON.stringify(line)}\n`);
  }
};
