import * as fs from "node:fs";
import * as path from "node:path";
import { readStackConfig } from "@pipelines/permissions/stack-config";
import { Access } from "@pipelines/operations/access";
import { execute } from "@pipelines/operations/command";
import { type Machine, recoverCommand } from "@pipelines/recover/recover-cli";
import { type Place, placeOfStack } from "@pipelines/recover/wanted";
import type { LocalAws } from "@pipelines/local-aws/local-aws";
import { run, type RunOptions } from "@pipelines/terraform/terraform";
import { environmentOf, type Target } from "./workspace";

/** Where a recovery works: a stack's initialized folder, and the local AWS that it was deployed to. */
export interface RecoveredStack {
  readonly stack: string;
  readonly folder: string;
  readonly target: Target;
  readonly aws: LocalAws;
  readonly signals?: Pick<RunOptions, "kill" | "interrupt">;
  /** Attempts for each call. @default as for AWS */
  readonly maxAttempts?: number;
  readonly machine?: Partial<Pick<Machine, "forward" | "ask">>;
}

/** `npm run recover -- <environment> …`, with a stack that has been synthesized. */
export async function recoverLocally(
  { stack, folder, target, aws, signals, maxAttempts, machine }: RecoveredStack,
  args: readonly string[],
): Promise<{ readonly code: number; readonly out: string; readonly err: string }> {
  let out = "";
  let err = "";
  const streams = { out: (text: string) => (out += text), err: (text: string) => (err += text) };
  const config = readStackConfig(fs.readFileSync(path.join(folder, "cdk.tf.json"), "utf8"));
  const place = { ...placeOfStack(config, stack), stacks: [stack], images: [] };
  const surroundings = {
    environments: [place],
    access: () => localAccess(place, target, maxAttempts),
    streams,
    now: () => new Date(),
    // Time passes only by waiting.
    wait: (milliseconds: number) => {
      aws.clock.skip(milliseconds / 60_000);
      return Promise.resolve();
    },
  };
  const terraform = (given: readonly string[], cwd: string) =>
    run(target.terraform.command, given, { cwd, env: environmentOf(target), ...signals });
  const command = recoverCommand({
    site: () => Promise.resolve({ folder, config, terraform }),
    forward: () => false,
    ask: undefined,
    ...machine,
  });
  const code = await execute(command, [stack, ...args], () => Promise.resolve(surroundings), streams);
  return { code, out, err };
}

export function localAccess(place: Place, { endpoint }: Target, maxAttempts = 8): Access {
  const credentials = { accessKeyId: place.account, secretAccessKey: "local" };
  return new Access({ ...place, stacks: [], images: [] }, { endpoint, credentials, retryMode: "standard", maxAttempts });
}
