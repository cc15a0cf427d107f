import { conformance } from "./conformance";

void conformance(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    // Credentials or the network: nothing is known about AWS.
    process.stderr.write(`npm run conformance: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  },
);
