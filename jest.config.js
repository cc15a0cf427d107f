const { availableParallelism } = require("node:os");

/** @type {import("jest").Config} */
module.exports = {
  testEnvironment: "node",
  roots: ["<rootDir>/__tests__", "<rootDir>/packages"],
  testMatch: ["**/*.test.ts"],
  transform: { "^.+\\.ts$": ["ts-jest", { diagnostics: false }] },
  // Generous, because the machines that run the tests are busy: it only stops tests that hang.
  testTimeout: 120_000,
  // While the provider waits, other test files can use its core. (Jest takes "150%" to mean 150 workers.)
  maxWorkers: availableParallelism() + 2,
  // A worker that has grown large takes a long time to start another process, such as git.
  workerIdleMemoryLimit: "350MB",
  testSequencer: "<rootDir>/__tests__/sequencer.js",
  setupFilesAfterEnv: ["<rootDir>/__tests__/setup.ts"],
  reporters: ["default", "<rootDir>/__tests__/progress-reporter.js", "<rootDir>/__tests__/count-reporter.js"],
};
