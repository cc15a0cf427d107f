import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import { createInterface } from "node:readline/promises";
import { readStackConfig } from "@pipelines/permissions/stack-config";
import { type Access, inParallel } from "@pipelines/operations/access";
import type { Surroundings } from "@pipelines/operations/command";
import { appFailed, findingsAsJson } from "@pipelines/operations/environments";
import { withPlace } from "@pipelines/operations/failure";
import { run as runProcess } from "@pipelines/terraform/terraform";
import { succeed } from "./read-objects";
import type { Site } from "./stack-state";

/** What a command needs from the machine on which it runs. */
export interface Machine {
  /** Returns the synthesized and initialized stacks of an environment, with a Terraform instance for each. */
  readonly sites: (
    stacks: readonly string[],
    access: Access,
  ) => Promise<readonly Pick<Site, "folder" | "config" | "terraform">[]>;
  /** Asks the user; `undefined` if there is no one to ask. */
  readonly ask: ((question: string) => Promise<boolean>) | undefined;
}

/** An option of the commands that change states. */
export const breakLock = {
  type: "string",
  multiple: true,
  value: "<id>",
  help: "break this lock although its holder may be alive",
} as const;

/** Asks the user, unless they agreed on the command line. @param again the command that does it without asking */
export async function agreed(
  { ask }: Pick<Machine, "ask">,
  { yes = false }: { readonly yes?: boolean | undefined },
  question: string,
  again: string,
  say: (text: string) => void,
): Promise<boolean> {
  if (yes || (await ask?.(question)) === true) return true;
  if (ask === undefined) say(`Nothing was changed. To do this: ${again} --yes`);
  return false;
}

/** Returns the sites of these stacks, in the same order. */
export async function sitesOf(
  machine: Machine,
  stacks: readonly string[],
  access: Access,
  { now }: Surroundings,
): Promise<Site[]> {
  const sites = await machine.sites(stacks, access);
  return sites.map((site, index) => ({ ...site, stack: stacks[index] ?? "", access, now }));
}

/** Runs a function and attributes S3 and IAM errors to the environment: these services have separate clients here. */
export async function placed<T>(access: Access, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (thrown) {
    const { $metadata } = Object(thrown) as { readonly $metadata?: object };
    throw $metadata === undefined ? thrown : withPlace(thrown, access.place);
  }
}

export const root = path.resolve(__dirname, "../..");

/** The real machine: its Terraform, its terminal, and the project that contains this file. */
export const thisMachine: Machine = {
  sites: async (stacks, { config: { profile } }) => {
    const args = ["--require", "./typescript.cjs", "main.ts", "--frozen", ...findingsAsJson];
    const synth = spawnSync(process.execPath, args, { cwd: root, encoding: "utf8" });
    if (synth.status !== 0) throw appFailed(synth.stdout, synth.stderr);
    const command = process.env["TERRAFORM_BINARY_NAME"] ?? "terraform";
    const env = { ...inherited(profile), CHECKPOINT_DISABLE: "1", TF_IN_AUTOMATION: "1", TF_INPUT: "0" };
    const terraform: Site["terraform"] = (args, cwd) => runProcess(command, args, { cwd, env });
    const output = path.resolve(root, process.env["CDKTF_OUTDIR"] ?? "cdktf.out");
    return inParallel(stacks, 4, async (stack) => {
      const folder = path.join(output, "stacks", stack);
      await succeed(terraform, ["init", "-input=false"], folder);
      return { folder, config: readStackConfig(fs.readFileSync(path.join(folder, "cdk.tf.json"), "utf8")), terraform };
    });
  },
  ask: process.stdin.isTTY
    ? async (question) => {
        const terminal = createInterface({ input: process.stdin, output: process.stderr });
        try {
          return /^y(es)?$/i.test((await terminal.question(`${question} [y/N] `)).trim());
        } finally {
          terminal.close();
        }
      }
    : undefined,
};

function inherited(profile: string | undefined): Record<string, string> {
  const all: NodeJS.ProcessEnv = { ...process.env, ...(profile === undefined ? {} : { AWS_PROFILE: profile }) };
  return Object.fromEntries(
    Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );
}
