import * as fs from "node:fs";
import * as path from "node:path";
import { isAccountStackName } from "@pipelines/image-definition/full-names";
import { partitionOf } from "@pipelines/facts/regions";
import { isObject, JsonObject, plainText } from "./values";
import { fileErrorCode } from "./file-error";
import { UnusablePlan } from "./unusable-plan";

/** A stack that CI plans and deploys, and what it takes to get at it. */
export interface DeployableStack {
  readonly stack: string;
  /** Account id, 12 digits. */
  readonly account: string;
  readonly region: string;
  /** `aws`, `aws-cn` or `aws-us-gov`. */
  readonly partition: string;
}

/** The stacks of one account: those of the account itself, and those of its environments. */
export interface DeployableAccount {
  readonly account: string;
  readonly accounts: readonly DeployableStack[];
  readonly environments: readonly DeployableStack[];
}

/** Groups stacks by their accounts. */
export function byAccount(stacks: readonly DeployableStack[]): DeployableAccount[] {
  return [...new Set(stacks.map(({ account }) => account))].map((account) => {
    const here = stacks.filter((stack) => stack.account === account);
    const isAccount = ({ stack }: DeployableStack): boolean => isAccountStackName(stack);
    return { account, accounts: here.filter(isAccount), environments: here.filter((one) => !isAccount(one)) };
  });
}

/**
 * The stacks of a synthesized app whose state is in S3: the environments and, where GitHub has roles in them, the
 * accounts. Elsewhere an account's state is in git, and a stack in HCP Terraform is planned there.
 *
 * @throws {UnusablePlan} where the app is not synthesized, or `only` names no such stack
 */
export function deployableStacks(outdir: string, only?: string): DeployableStack[] {
  const stacks = readJson(path.join(outdir, "manifest.json"))["stacks"];
  const found = Object.values(isObject(stacks) ? stacks : {}).flatMap((entry) => {
    if (!isObject(entry) || typeof entry["name"] !== "string") return [];
    return deployable(entry["name"], readJson(path.join(outdir, plainText(entry["synthesizedStackPath"]))));
  });
  if (only === undefined) return found;
  const named = found.filter(({ stack }) => stack === only);
  if (named.length > 0) return named;
  throw new UnusablePlan(`there is no environment "${only}"; there are ${found.map(({ stack }) => stack).join(", ")}`);
}

function deployable(stack: string, config: JsonObject): DeployableStack[] {
  const terraform = config["terraform"];
  const backend = isObject(terraform) ? terraform["backend"] : undefined;
  const s3 = isObject(backend) ? backend["s3"] : undefined;
  if (!isObject(s3)) return [];
  const providers = isObject(config["provider"]) ? config["provider"]["aws"] : undefined;
  const provider: unknown = Array.isArray(providers) ? providers[0] : undefined;
  const accounts = isObject(provider) ? provider["allowed_account_ids"] : undefined;
  const account: unknown = Array.isArray(accounts) ? accounts[0] : undefined;
  const region = isObject(provider) ? provider["region"] : undefined;
  if (typeof account !== "string" || typeof region !== "string") {
    throw new UnusablePlan(`stack ${stack} names no account or no region in its provider`);
  }
  return [{ stack, account, region, partition: partitionOf(region) }];
}

function readJson(file: string): JsonObject {
  let text: string;
  try {
    text = fs.readFileSync(file, "utf8");
  } catch (error) {
    throw new UnusablePlan(`${file} cannot be read (${fileErrorCode(error)}): run \`npm run synth\` first`);
  }
  const value: unknown = JSON.parse(text);
  return isObject(value) ? value : {};
}
