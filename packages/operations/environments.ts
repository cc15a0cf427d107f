import { spawn } from "node:child_process";
import { once } from "node:events";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { text } from "node:stream/consumers";
import type { Finding } from "@pipelines/findings/finding";
import { foldName } from "@pipelines/facts/names";
import type {
  EnvironmentDescription,
  ImageDescription,
  ListedStack,
} from "@pipelines/image-definition/environment-description";
import { OperationFailed, failure, unknownName } from "./failure";

const root = path.resolve(__dirname, "../..");

/**
 * Returns the environments as currently defined. Runs in a separate process, because only `main.ts` knows which ones
 * exist.
 */
export async function readEnvironments(): Promise<EnvironmentDescription[]> {
  return (await askApp("--describe")) as EnvironmentDescription[];
}

/** Returns all stacks in the app, even if something is wrong with them. */
export async function readStacks(): Promise<ListedStack[]> {
  return (await askApp("--list")) as ListedStack[];
}

async function askApp(option: "--describe" | "--list"): Promise<unknown> {
  const outdir = fs.mkdtempSync(path.join(os.tmpdir(), "operations-"));
  const removeOutdir = () => {
    fs.rmSync(outdir, { recursive: true, force: true });
  };
  // Also runs on Ctrl-C.
  process.once("exit", removeOutdir);
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(CDKTF_|SYNTH_)/.test(name)));
  const args = ["--require", "./typescript.cjs", "main.ts", option, ...findingsAsJson];
  const child = spawn(process.execPath, args, { cwd: root, env: { ...env, CDKTF_OUTDIR: outdir } });
  const ended = Promise.all([text(child.stdout), text(child.stderr), once(child, "close")]);
  const [out, err] = await ended.finally(removeOutdir);
  if (child.exitCode === 0) return JSON.parse(out);
  throw appFailed(out, err);
}

/** Arguments for `main.ts`. */
export const findingsAsJson = ["--format", "json"] as const;

/** Returns the failure of an app with these findings. If it ended in any other way, the user sees what it wrote. */
export function appFailed(out: string, err: string): OperationFailed {
  try {
    return new OperationFailed(JSON.parse(out) as Finding[]);
  } catch {
    process.stderr.write(err);
    return new OperationFailed([]);
  }
}

/** Returns the one that has this name. @throws {OperationFailed} with the nearest existing name */
function oneNamed<T>(
  where: string,
  what: string,
  name: string,
  all: readonly T[],
  namesOf: (one: T) => readonly string[],
): T {
  const found = all.find((one) => namesOf(one).includes(name));
  if (found !== undefined) return found;
  throw unknownName(where, what, name, all.flatMap(namesOf));
}

export function environmentNamed(
  name: string,
  environments: readonly EnvironmentDescription[],
  where = "<environment>",
): EnvironmentDescription {
  return oneNamed(where, "environment", name, environments, ({ environment }) => [environment]);
}

/** Returns the environment that has this stack, as its own stack or as a group's. */
export function environmentOfStack(
  name: string,
  environments: readonly EnvironmentDescription[],
): EnvironmentDescription {
  return oneNamed("<environment>", "environment", name, environments, ({ stacks }) => stacks);
}

export function imageNamed(name: string, { environment, images }: EnvironmentDescription): ImageDescription {
  return oneNamed("<image>", `image in ${environment}`, name, images, (image) => [image.name]);
}

/** Rejects a channel that the image's definition does not have. */
export function requireChannel(channel: string, image: ImageDescription, environment: string): void {
  if (image.channels.includes(channel)) return;
  if (image.channels.length > 0) throw unknownName("--channel", `channel for ${image.name}`, channel, image.channels);
  throw failure(
    "IB-OP-CHANNEL",
    "--channel",
    `${image.name} has no channels in ${environment}`,
    "a channel in the image's definition, which retention then protects",
    `write channels: ["${channel}"] in images/${image.name}/image.ts, and deploy`,
  );
}

export function imageArn(place: EnvironmentDescription, name: string, version: string, build?: string): string {
  return arn(place, "image", name, version, ...(build === undefined ? [] : [build]));
}

export function pipelineArn(place: EnvironmentDescription, name: string): string {
  return arn(place, "image-pipeline", name);
}

function arn({ partition, region, account }: EnvironmentDescription, kind: string, name: string, ...rest: string[]) {
  return `arn:${partition}:imagebuilder:${region}:${account}:${[kind, foldName(name), ...rest].join("/")}`;
}
