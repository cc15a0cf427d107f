import { readConfiguration } from "./protections";
import { unplannable } from "./plannable";
import { UnusablePlan } from "./unusable-plan";

// `plannable-cli.ts <cdk.tf.json>`: ends with 1 and the reasons where the configuration may not be planned.
try {
  const found = unplannable(readConfiguration(process.argv[2] ?? ""));
  for (const what of found) {
    process.stdout.write(
      `::error::${what}: a pull request is planned with credentials, so only the AWS provider runs.\n`,
    );
  }
  process.exitCode = found.length === 0 ? 0 : 1;
} catch (error) {
  if (!(error instanceof UnusablePlan)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
