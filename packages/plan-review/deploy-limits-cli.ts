import { workflowLog } from "@pipelines/findings/escape";
import { deployLimits } from "./deploy-limits";
import { UnusablePlan } from "./unusable-plan";

// `deploy-limits-cli.ts <plan.json>`: lines for GITHUB_OUTPUT, or 1 with the reason.
try {
  const { minutes, sessionSeconds, parallelism } = deployLimits({ file: process.argv[2] ?? "" });
  process.stdout.write(`minutes=${minutes}\nsession-seconds=${sessionSeconds}\nparallelism=${parallelism}\n`);
} catch (error) {
  if (!(error instanceof UnusablePlan)) throw error;
  process.stderr.write(workflowLog(`${error.message}\n`));
  process.exitCode = 1;
}
