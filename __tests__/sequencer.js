const { default: Sequencer } = require("@jest/test-sequencer");

/** What takes longest: whole deploys, in which the provider waits most of the time. */
const isLong = ({ path }) => /\.full\.test\.ts$|rehearse\.test\.ts$|__tests__.terraform./.test(path);

/** Begins with the long test files, and deals them out evenly where the run is a shard of CI's. */
module.exports = class extends Sequencer {
  shard(tests, { shardIndex, shardCount }) {
    const named = [...tests].sort((a, b) => isLong(b) - isLong(a) || (a.path < b.path ? -1 : 1));
    return named.filter((_test, index) => index % shardCount === shardIndex - 1);
  }

  sort(tests) {
    const usual = super.sort(tests);
    return [...usual.filter(isLong), ...usual.filter((test) => !isLong(test))];
  }
};
