import { fingerprint } from "./same-changes";
import { UnusablePlan } from "./unusable-plan";

// `fingerprint-cli.ts <plan.json>`: the same for plans of which an apply executes the same; 1 with the reason.
try {
  process.stdout.write(`${fingerprint(process.argv[2] ?? "")}\n`);
} catch (error) {
  if (!(error instanceof UnusablePlan)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
