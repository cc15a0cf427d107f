const { default: Sequencer } = require("@jest/test-sequencer");

/**
 * Test files that run entire deploys, in which the provider mostly waits, and others that take a minute or more;
 * longest first.
 */
const long = [
  // They start up to 25,000 git processes, each of which takes longer as Jest's own process grows.
  /version-lock.*histor/,
  /edited-trees/,
  /workflows.account\.full/,
  /terraform-scripts\.full/,
  /rehearse\.full/,
  /recover.*regions\.full/,
  /local-aws.*acceptance\.full/,
  /permissions.*roles\.full/,
  /rehearsal.*(chains|environments|features)\.full/,
  /(try-image|own-app|synthesis.main|export.*export)\.test/,
  /operations.*(faults|chain)/,
  /\.full\.test\.ts$|__tests__.terraform./,
];

const rank = ({ path }) => {
  const found = long.findIndex((pattern) => pattern.test(path));
  return found < 0 ? long.length : found;
};

/** Starts with the long test files, and distributes them evenly if the run is one of CI's shards. */
module.exports = class extends Sequencer {
  shard(tests, { shardIndex, shardCount }) {
    const named = [...tests].sort((a, b) => rank(a) - rank(b) || (a.path < b.path ? -1 : 1));
    // Assigns files back and forth, so that no shard always gets the longer file of a round.
    const shardOf = (index) => {
      const turn = index % (2 * shardCount);
      return Math.min(turn, 2 * shardCount - 1 - turn) + 1;
    };
    return named.filter((_test, index) => shardOf(index) === shardIndex);
  }

  sort(tests) {
    return super.sort(tests).sort((a, b) => rank(a) - rank(b));
  }
};
