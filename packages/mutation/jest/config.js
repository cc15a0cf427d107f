/** The project's tests, in a given order, with nothing printed. */
module.exports = {
  ...require("../../../jest.config.js"),
  rootDir: "../../..",
  reporters: [`${__dirname}/reporter.js`],
  testSequencer: `${__dirname}/sequencer.js`,
};
