import { trust } from "../accounts";
import { readTrust } from "../account/trust-settings";

// Prints as JSON which deploys wait for a reviewer, and who reviews them; used by `deployable-stacks-cli.ts
// --reviewers`.
const { stacks = null, by = "environment" } = readTrust(trust).value.github?.reviewers ?? {};
process.stdout.write(`${JSON.stringify({ stacks, by })}\n`);
