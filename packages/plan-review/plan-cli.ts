import { lockProblem } from "./provider-lock";
import { deployLimits } from "./deploy-limits";
import { parsePlan } from "./plan-json";
import { fingerprint } from "./same-changes";
import { ended, UnusablePlan } from "./unusable-plan";

/**
 * The questions that plan.sh asks: `plan-cli.ts <question> <plan.json | folder>` prints the answer, or exits with 1
 * and the reason.
 */
const answers: Readonly<Record<string, (given: string) => string>> = {
  /** Prints how long an apply may take, as lines for GITHUB_OUTPUT. */
  limits(file) {
    const { minutes, sessionSeconds, parallelism } = deployLimits(parsePlan({ file }));
    return `minutes=${minutes}\nsession-seconds=${sessionSeconds}\nparallelism=${parallelism}\n`;
  },
  /** Prints a hash that is equal for plans that do the same when applied. */
  does: (file) => `${fingerprint(parsePlan({ file }))}\n`,
  /** Checks whether the provider lock in this checkout may be used. */
  lock(root) {
    const problem = lockProblem(root);
    if (problem !== undefined) throw new UnusablePlan(problem);
    return "";
  },
};

const [question = "", given = ""] = process.argv.slice(2);
process.exitCode = ended(question, () => {
  const answer = Object.hasOwn(answers, question) ? answers[question] : undefined;
  if (answer === undefined) throw new UnusablePlan(`not one of ${Object.keys(answers).join(", ")}`);
  process.stdout.write(answer(given));
  return 0;
});
