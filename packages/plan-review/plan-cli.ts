import { lockProblem } from "./provider-lock";
import { deployLimits } from "./deploy-limits";
import { parsePlan } from "./plan-json";
import { fingerprint } from "./same-changes";
import { ended, UnusablePlan } from "./unusable-plan";

/** What the script plan.sh asks: `plan-cli.ts <question> <plan.json | folder>` prints the answer, or ends with 1 and the reason. */
const answers: Readonly<Record<string, (given: string) => string>> = {
  /** How long an apply may take, as lines for GITHUB_OUTPUT. */
  limits(file) {
    const { minutes, sessionSeconds, parallelism } = deployLimits(parsePlan({ file }));
    return `minutes=${minutes}\nsession-seconds=${sessionSeconds}\nparallelism=${parallelism}\n`;
  },
  /** The same for plans of which an apply executes the same. */
  does: (file) => `${fingerprint(parsePlan({ file }))}\n`,
  /** Whether the provider's lock of this checkout may be used. */
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
