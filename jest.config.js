const { availableParallelism } = require("node:os");

/** @type {import("jest").Config} */
module.exports = {
  testEnvironment: "node",
  roots: ["<rootDir>/__tests__", "<rootDir>/packages"],
  testMatch: ["**/*.test.ts"],
  transform: { "^.+\\.ts$": ["ts-jest", { diagnostics: false }] },
  // Only ends what hangs: the machines that run this are busy.
  testTimeout: 120_000,
  // The provider's waiting fills no core: other test files do meanwhile. (Jest takes "150%" for 150 workers.)
  maxWorkers: availableParallelism() + 2,
  // A process that grew takes long to start another one, such as git.
  workerIdleMemoryLimit: "600MB",
  testSequencer: "<rootDir>/__tests__/sequencer.js",
  setupFilesAfterEnv: ["<rootDir>/__tests__/setup.ts"],
  reporters: ["default", "<rootDir>/__tests__/progress-reporter.js", "<rootDir>/__tests__/count-reporter.js"],
};
