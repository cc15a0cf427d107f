const { existsSync, readFileSync, rmSync, writeSync } = require("node:fs");

/** Writes a line of JSON to file descriptor 3 for each test that failed, and for each test file that ended. */
module.exports = class {
  onTestCaseResult({ path }, { status, duration }) {
    const isLast = status === "failed" && process.env.MUTATION_REACHED === undefined;
    if (isLast) write({ path, failed: true, milliseconds: duration ?? 0, message: null, reached: [] });
  }

  onTestFileResult({ path }, { numFailingTests, testExecError, perfStats, failureMessage }) {
    const failed = numFailingTests > 0 || testExecError !== undefined;
    const milliseconds = perfStats.end - perfStats.start;
    write({ path, failed, milliseconds, message: failed ? failureMessage : null, reached: reachedMutants() });
  }
};

function write(line) {
  writeSync(3, `${JSON.stringify(line)}\n`);
}

/** Indexes of the mutants whose statement ran since the last call. */
function reachedMutants() {
  const file = process.env.MUTATION_REACHED;
  if (file === undefined || !existsSync(file)) return [];
  const lines = readFileSync(file, "utf8").trim().split("\n");
  rmSync(file);
  return [...new Set(lines)].map(Number);
}
