import * as fs from "node:fs";
import { createInterface } from "node:readline/promises";
import { printHelp, readCommandLine } from "@pipelines/findings/command-line";
import { needed } from "../json";
// By the package's name, because modules of that name are loaded on first use (typescript.cjs).
import { type LocalAws, startLocalAws } from "@pipelines/local-aws/local-aws";
import { beliefs } from "./beliefs";
import { page, report } from "./page";
import { type Outcome, type Place, play } from "./play";
import { type Destination, type Send, sender } from "./send";

const command = {
  name: "npm run conformance",
  about: "Tries what this project believes about AWS, against the local AWS or, with --aws, in a real account.",
  options: {
    aws: { type: "boolean", help: "in the account of the environment's credentials; asks first, and costs cents" },
    region: { type: "string", value: "<region>", default: "eu-west-1", help: "the region; eu-west-1 if none is given" },
    policy: { type: "boolean", help: "prints the IAM policy that --aws needs, and tries nothing" },
    page: { type: "boolean", help: "writes docs/conformance.md, and tries nothing" },
  },
} as const;

const reportFile = "conformance-report.md";
const account = "111122223333";

/**
 * Tests every belief, one after the other, each with its own names.
 *
 * @internal for tests
 */
export async function tryAll(send: Send, at: Place): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const [index, belief] of beliefs.entries()) {
    outcomes.push(await play(belief, { ...at, prefix: `${at.prefix}-${index}` }, send));
  }
  return outcomes;
}

/**
 * Creates a role with a policy in a local AWS, and returns its credentials.
 *
 * @internal for tests
 */
export async function asRole(aws: LocalAws, region: string, PolicyDocument: string): Promise<Destination> {
  const admin = sender({
    endpoint: aws.endpoint,
    region,
    credentials: { accessKeyId: account, secretAccessKey: "local" },
  });
  const RoleName = "conformance-runner";
  const RoleArn = `arn:aws:iam::${account}:role/${RoleName}`;
  const statement = { Effect: "Allow", Action: "sts:AssumeRole", Principal: { AWS: account } };
  const AssumeRolePolicyDocument = JSON.stringify({ Version: "2012-10-17", Statement: [statement] });
  await admin("iam", "CreateRole", { RoleName, AssumeRolePolicyDocument });
  await admin("iam", "PutRolePolicy", { RoleName, PolicyName: "conformance", PolicyDocument });
  const { Credentials } = await admin("sts", "AssumeRole", { RoleArn, RoleSessionName: "conformance" });
  const keys = Credentials as { AccessKeyId: string; SecretAccessKey: string; SessionToken: string };
  const credentials = {
    accessKeyId: keys.AccessKeyId,
    secretAccessKey: keys.SecretAccessKey,
    sessionToken: keys.SessionToken,
  };
  return { endpoint: aws.endpoint, region, credentials };
}

/**
 * Returns the policy that the beliefs need, determined by testing them against a local AWS that enforces permissions.
 *
 * @internal for tests
 */
export async function policyOf(region: string): Promise<string> {
  const aws = await startLocalAws({ accountId: account });
  try {
    const all = JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "*", Resource: "*" }] });
    const prefix = "conformance-run";
    await tryAll(sender(await asRole(aws, region, all)), { account, region, prefix });
    const byResource = new Map<string, Set<string>>();
    for (const { action, resource } of aws.accesses) {
      // Image Builder names are lower-case in ARNs, and one of the IAM cases is about capitals.
      const pattern = resource
        .replace(/(:|\/)(aws\/)?conformance-run-.*$/, "$1$2conformance-*")
        .replace(`:${account}:`, ":*:")
        .replace(`:${region}:`, ":*:");
      byResource.set(pattern, (byResource.get(pattern) ?? new Set()).add(action));
    }
    const Statement = [...byResource]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([Resource, actions]) => ({ Effect: "Allow", Action: [...actions].sort(), Resource }));
    return JSON.stringify({ Version: "2012-10-17", Statement }, undefined, 2);
  } finally {
    await aws.close();
  }
}

async function againstAws(region: string): Promise<readonly Outcome[] | undefined> {
  const endpoint = process.env["AWS_ENDPOINT_URL"];
  const send = sender({ region, ...(endpoint === undefined ? {} : { endpoint }) });
  const found = needed(await send("sts", "GetCallerIdentity", {}), "Account");
  const prompt = createInterface({ input: process.stdin, output: process.stderr });
  const question = `This creates roles, repositories, buckets and the like in account ${found}, ${region}, and removes them. Type the account's number to go on: `;
  // If no one can answer the prompt, the input ends.
  const ended = new Promise<string>((resolve) =>
    prompt.once("close", () => {
      resolve("");
    }),
  );
  const answer = await Promise.race([prompt.question(question), ended]);
  prompt.close();
  if (answer.trim() !== found) return undefined;
  const prefix = `conformance-${Date.now().toString(36)}`;
  const outcomes = await tryAll(send, { account: found, region, prefix });
  fs.writeFileSync(reportFile, report(outcomes, `AWS, account ${found}, ${region}`, new Date()));
  return outcomes;
}

async function againstLocalAws(region: string): Promise<readonly Outcome[]> {
  const aws = await startLocalAws({ accountId: account });
  try {
    const credentials = { accessKeyId: account, secretAccessKey: "local" };
    const send = sender({ endpoint: aws.endpoint, region, credentials });
    return await tryAll(send, { account, region, prefix: "conformance-run" });
  } finally {
    await aws.close();
  }
}

/** @returns the exit code */
export async function conformance(args: readonly string[]): Promise<number> {
  const line = readCommandLine(command, args, process.env);
  if ("help" in line) return printHelp(line);
  const { aws = false, policy = false, page: writesPage = false, region } = line.values;
  if (policy) process.stdout.write(`${await policyOf(region)}\n`);
  if (writesPage) fs.writeFileSync("docs/conformance.md", page());
  if (policy || writesPage) return 0;
  const outcomes = aws ? await againstAws(region) : await againstLocalAws(region);
  if (outcomes === undefined) {
    process.stderr.write("That is not the account's number: nothing was tried.\n");
    return 1;
  }
  process.stdout.write(report(outcomes, aws ? "AWS" : "the local AWS", new Date()));
  if (aws) process.stdout.write(`Written to ${reportFile}.\n`);
  return outcomes.every(({ difference, left }) => difference === undefined && left.length === 0) ? 0 : 1;
}
