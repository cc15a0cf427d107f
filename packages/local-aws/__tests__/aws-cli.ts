import { execFile, spawnSync } from "node:child_process";
import { promisify } from "node:util";
import { testAccount, testRegion } from "@pipelines/testing/clients";

const version = spawnSync("aws", ["--version"], { encoding: "utf8" });

/** Whether the installed AWS CLI is version 1, which lacks some operations. */
export const isVersion1 = `${version.stdout}${version.stderr}`.startsWith("aws-cli/1.");

/** A `describe` for tests that need the AWS CLI. If it is missing, they are skipped with a message about that. */
export function describeWithCli(name: string, tests: () => void): void {
  if (version.status === 0) {
    describe(name, tests);
    return;
  }
  const fix = "https://docs.aws.amazon.com/cli/latest/userguide/getting-started-install.html";
  process.stderr.write(`\nSKIPPED: ${name}\n  The AWS CLI was not found (aws). Install it: ${fix}\n\n`);
  describe.skip(name, tests);
}

/** Runs the AWS CLI against a local AWS. Rejects if it fails. */
export async function runCli(endpoint: string, args: readonly string[]): Promise<{ readonly stdout: string }> {
  const env = {
    PATH: process.env["PATH"],
    HOME: process.env["HOME"],
    AWS_ACCESS_KEY_ID: testAccount,
    AWS_SECRET_ACCESS_KEY: "local",
    AWS_DEFAULT_REGION: testRegion,
    AWS_ENDPOINT_URL: endpoint,
    AWS_CONFIG_FILE: "/dev/null",
    AWS_SHARED_CREDENTIALS_FILE: "/dev/null",
    AWS_PAGER: "",
  };
  return promisify(execFile)("aws", args, { env });
}
