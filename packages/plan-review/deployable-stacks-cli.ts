import { byAccount, deployableStacks } from "./deployable-stacks";
import { UnusablePlan } from "./unusable-plan";

// For the matrices of workflows, as GITHUB_OUTPUT wants them: `stacks=[{"stack":"dev",…}]`, and the same by account.
try {
  const [outdir = "cdktf.out", only] = process.argv.slice(2);
  const stacks = deployableStacks(outdir, only === "" ? undefined : only);
  process.stdout.write(`stacks=${JSON.stringify(stacks)}\naccounts=${JSON.stringify(byAccount(stacks))}\n`);
} catch (error) {
  if (!(error instanceof UnusablePlan)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
