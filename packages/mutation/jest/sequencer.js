const { default: Sequencer } = require("@jest/test-sequencer");

/** Runs test files in the order listed in the environment variable. */
module.exports = class extends Sequencer {
  sort(tests) {
    const order = process.env.MUTATION_TESTS.split("\n");
    return [...tests].sort((a, b) => order.indexOf(a.path) - order.indexOf(b.path));
  }
};
