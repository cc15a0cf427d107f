import * as fs from "node:fs";
import * as path from "node:path";
import type { EnvironmentDescription } from "@pipelines/image-definition/environment-description";
import { readStackConfig } from "@pipelines/permissions/stack-config";
import { Access } from "@pipelines/operations/access";
import { execute } from "@pipelines/operations/command";
import { moveCommand } from "@pipelines/recover/move-cli";
import { type Machine, recoverCommand } from "@pipelines/recover/recover-cli";
import { type Place, placeOfStack } from "@pipelines/recover/wanted";
import type { LocalAws } from "@pipelines/local-aws/local-aws";
import { run, type RunOptions } from "@pipelines/terraform/terraform";
import { environmentOf, type Target } from "./workspace";

/** What a recovery works on: a stack's initialized folder, and the local AWS that the stack was deployed to. */
export interface RecoveredStack {
  readonly stack: string;
  readonly folder: string;
  readonly target: Target;
  readonly aws: LocalAws;
  /**
   * The environment that the stack belongs to, whose other stacks are in folders next to this one. @default this stack
   * alone
   */
  readonly environment?: EnvironmentDescription;
  readonly signals?: Pick<RunOptions, "kill" | "interrupt">;
  /** Maximum number of attempts for each call. @default as for AWS */
  readonly maxAttempts?: number;
  readonly machine?: Partial<Pick<Machine, "forward" | "ask">>;
  /** Folder for copies of states; if set, runs `npm run move` instead. */
  readonly copies?: string;
}

/** Runs `npm run recover -- <environment> …` on a stack that has been synthesized. */
export async function recoverLocally(
  { stack, folder, target, aws, environment, signals, maxAttempts, machine, copies }: RecoveredStack,
  args: readonly string[],
): Promise<{ readonly code: number; readonly out: string; readonly err: string }> {
  let out = "";
  let err = "";
  const streams = { out: (text: string) => (out += text), err: (text: string) => (err += text) };
  const configOf = (at: string) => readStackConfig(fs.readFileSync(path.join(at, "cdk.tf.json"), "utf8"));
  const place = environment ?? { ...placeOfStack(configOf(folder), stack), stacks: [stack], images: [] };
  const surroundings = {
    environments: [place],
    access: () => localAccess(place, target, maxAttempts),
    streams,
    now: () => new Date(),
    // The clock advances only when something waits.
    wait: (milliseconds: number) => {
      aws.clock.skip(milliseconds / 60_000);
      return Promise.resolve();
    },
  };
  const terraform = (given: readonly string[], cwd: string) =>
    run(target.terraform.command, given, { cwd, env: environmentOf(target), ...signals });
  const sites: Machine["sites"] = (stacks) => {
    const folders = stacks.map((each) => (each === stack ? folder : path.join(path.dirname(folder), each)));
    return Promise.resolve(folders.map((at) => ({ folder: at, config: configOf(at), terraform })));
  };
  const local: Machine = { sites, ask: undefined, forward: () => false, ...machine };
  const call = [[stack, ...args], () => Promise.resolve(surroundings), streams] as const;
  const code = await (copies === undefined
    ? execute(recoverCommand(local), ...call)
    : execute(moveCommand({ ...local, copies }), ...call));
  return { code, out, err };
}

export function localAccess(place: Place, { endpoint }: Pick<Target, "endpoint">, maxAttempts = 8): Access {
  const credentials = { accessKeyId: place.account, secretAccessKey: "local" };
  return new Access(
    { stacks: [], images: [], ...place },
    { endpoint, credentials, retryMode: "standard", maxAttempts },
  );
}
