import { conformance } from "./conformance";

void conformance(process.argv.slice(2)).then(
  (code) => {
    process.exitCode = code;
  },
  (error: unknown) => {
    // A problem with credentials or the network says nothing about AWS.
    process.stderr.write(`npm run conformance: ${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  },
);
