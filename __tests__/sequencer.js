const { default: Sequencer } = require("@jest/test-sequencer");

/** Whole deploys, in which the provider waits most of the time, and what else takes a minute or more; longest first. */
const long = [
  // Starts some 25,000 processes of git, each the slower the larger Jest's own process has become.
  /version-lock.*histories\.full/,
  /edited-trees/,
  /workflows.account\.full/,
  /terraform-scripts\.full/,
  /rehearse\.test/,
  /recover.*regions\.full/,
  /local-aws.*acceptance\.full/,
  /permissions.*roles\.full/,
  /rehearsal.*(chains|environments|features)\.full/,
  /operations.*faults/,
  /\.full\.test\.ts$|__tests__.terraform./,
];

const rank = ({ path }) => {
  const found = long.findIndex((pattern) => pattern.test(path));
  return found < 0 ? long.length : found;
};

/** Begins with the long test files, and deals them out evenly where the run is a shard of CI's. */
module.exports = class extends Sequencer {
  shard(tests, { shardIndex, shardCount }) {
    const named = [...tests].sort((a, b) => rank(a) - rank(b) || (a.path < b.path ? -1 : 1));
    // To and fro, so that no shard has the longer one of each round.
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
