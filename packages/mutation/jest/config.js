/** Runs the project's tests in a given order, without output. */
module.exports = {
  ...require("../../../jest.config.js"),
  rootDir: "../../..",
  reporters: [`${__dirname}/reporter.js`],
  testSequencer: `${__dirname}/sequencer.js`,
};
