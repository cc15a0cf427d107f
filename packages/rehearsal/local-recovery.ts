import * as fs from "node:fs";
import * as path from "node:path";
import type { EnvironmentDescription } from "@pipelines/image-definition/environment-description";
import { readStackConfig } from "@pipelines/permissions/stack-config";
import { Access } from "@pipelines/operations/access";
import { execute, type Streams, type Surroundings } from "@pipelines/operations/command";
import type { Machine as LocalMachine } from "@pipelines/recover/machine";
import { moveCommand } from "@pipelines/recover/move-cli";
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
  /** The environment that has the stack; its other stacks are in folders next to it. @default this stack alone */
  readonly environment?: EnvironmentDescription;
  readonly signals?: Pick<RunOptions, "kill" | "interrupt">;
  /** Attempts for each call. @default as for AWS */
  readonly maxAttempts?: number;
  readonly machine?: Partial<Pick<Machine, "forward" | "ask">>;
}

interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** `npm run recover -- <environment> …`, with a stack that has been synthesized. */
export function recoverLocally(given: RecoveredStack, args: readonly string[]): Promise<Ran> {
  return locally(given, (local, surroundings, streams) => {
    const command = recoverCommand({ ...local, forward: () => false, ...given.machine });
    return execute(command, [given.stack, ...args], () => Promise.resolve(surroundings), streams);
  });
}

/** `npm run move -- <environment> …`, likewise. @param copies folder for copies of states */
export function moveLocally(given: RecoveredStack, copies: string, args: readonly string[]): Promise<Ran> {
  return locally(given, (local, surroundings, streams) => {
    const command = moveCommand({ ...local, copies, ...given.machine });
    return execute(command, [given.stack, ...args], () => Promise.resolve(surroundings), streams);
  });
}

async function locally(
  { stack, folder, target, aws, environment, signals, maxAttempts }: RecoveredStack,
  command: (machine: LocalMachine, surroundings: Surroundings, streams: Streams) => Promise<number>,
): Promise<Ran> {
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
    // Time passes only by waiting.
    wait: (milliseconds: number) => {
      aws.clock.skip(milliseconds / 60_000);
      return Promise.resolve();
    },
  };
  const terraform = (given: readonly string[], cwd: string) =>
    run(target.terraform.command, given, { cwd, env: environmentOf(target), ...signals });
  const sites: LocalMachine["sites"] = (stacks) => {
    const folders = stacks.map((each) => (each === stack ? folder : path.join(path.dirname(folder), each)));
    return Promise.resolve(folders.map((at) => ({ folder: at, config: configOf(at), terraform })));
  };
  const code = await command({ sites, ask: undefined }, surroundings, streams);
  return { code, out, err };
}

export function localAccess(place: Place, { endpoint }: Target, maxAttempts = 8): Access {
  const credentials = { accessKeyId: place.account, secretAccessKey: "local" };
  return new Access(
    { stacks: [], images: [], ...place },
    { endpoint, credentials, retryMode: "standard", maxAttempts },
  );
}
