/** Longest time that a run may go without output, in milliseconds. */
const longest = 9_000;

/**
 * Reports what is running if no test file has finished for a while. For logs and other non-terminals: on a terminal,
 * Jest does this itself.
 */
module.exports = class ProgressReporter {
  constructor(_config, options = {}) {
    this.write = options.write ?? ((text) => process.stderr.write(text));
    this.always = options.always === true;
    this.running = new Map();
    this.done = 0;
  }

  onRunStart({ numTotalTestSuites }) {
    this.total = numTotalTestSuites;
    this.started = this.spoke = Date.now();
    if (process.stderr.isTTY && !this.always) return;
    this.timer = setInterval(() => this.beat(), 1_000);
  }

  onTestFileStart({ path }) {
    this.running.set(path, Date.now());
  }

  onTestFileResult({ path }) {
    this.running.delete(path);
    this.done += 1;
    this.spoke = Date.now();
  }

  onRunComplete() {
    clearInterval(this.timer);
  }

  beat(now = Date.now()) {
    if (now - this.spoke < longest) return;
    this.spoke = now;
    const seconds = (since) => `${Math.round((now - since) / 1000)} s`;
    const files = [...this.running].map(([file, since]) => `${file.split(/[\\/]/).pop()} (${seconds(since)})`);
    this.write(
      `… ${seconds(this.started)}: ${this.done} of ${this.total} test files done, running ${files.join(", ") || "none yet"}\n`,
    );
  }
};
