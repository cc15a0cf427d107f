import { differences } from "./same-changes";
import { UnusablePlan } from "./unusable-plan";

/** How many differences are listed before they are only counted. */
const mostListed = 20;

// `same-changes-cli.ts <reviewed.json> <fresh.json>`: 0 where both do the same; 2 where not, with what differs;
// 1 where one of them is no plan.
try {
  const [reviewed = "", fresh = ""] = process.argv.slice(2);
  const found = differences(reviewed, fresh);
  for (const difference of found.slice(0, mostListed)) process.stdout.write(`- ${difference}\n`);
  if (found.length > mostListed) process.stdout.write(`- and ${found.length - mostListed} more\n`);
  process.exitCode = found.length === 0 ? 0 : 2;
} catch (error) {
  if (!(error instanceof UnusablePlan)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
