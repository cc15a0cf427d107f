import { execFile, spawnSync } from "node:child_process";
import { promisify } from "node:util";
import { testAccount, testRegion } from "@pipelines/testing/clients";

const version = spawnSync("aws", ["--version"], { encoding: "utf8" });

/** Whether the AWS CLI is installed, and which one. */
export const cli = {
  isInstalled: version.status === 0,
  isVersion1: `${version.stdout}${version.stderr}`.startsWith("aws-cli/1."),
};

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
