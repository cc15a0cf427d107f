import { deployableStacks } from "./deployable-stacks";
import { UnusablePlan } from "./unusable-plan";

// For the matrix of a workflow: `stacks=[{"stack":"dev",…}]`, as GITHUB_OUTPUT wants it.
try {
  const [outdir = "cdktf.out", only] = process.argv.slice(2);
  process.stdout.write(`stacks=${JSON.stringify(deployableStacks(outdir, only === "" ? undefined : only))}\n`);
} catch (error) {
  if (!(error instanceof UnusablePlan)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
