import * as path from "node:path";
import type { Finding } from "../../checks/finding";
import { nearest } from "../../checks/nearest";
import { formatFindings } from "../../checks/report";
import { list, quote } from "../../checks/text";
import { deployPolicy } from "./deploy-policy";
import { readOptions, usage, wrong, type ExportOptions } from "./options";
import { lockProviders, platforms, type ProviderLock } from "./provider-locks";
import { readme } from "./readme";
import { policyFiles, splitPolicy } from "./split-policy";
import { isLocal, withBackend, type Backend, type StackConfig } from "./stack-config";
import { synthesizeStacks } from "./synthesize-stacks";
import { cannotWrite, checkFolder, stageFolder, type Files, type StagedFolder } from "./write-folder";

/**
 * `npm run export`: what another team or a workspace of HCP Terraform needs of a stack, and nothing of CDKTF.
 * All that was asked for is written, or nothing is.
 */
process.exitCode = main(process.argv.slice(2));

function main(args: readonly string[]): number {
  const options = readOptions(args);
  if (options === "help") {
    process.stdout.write(usage);
    return 0;
  }
  if (!("backend" in options)) return refuse(options, usage);
  // Before the synth, which takes its time: where nothing can be written, nothing need be synthesized.
  const early = options.policy || options.stacks === undefined ? [] : checkFolders(options.stacks, options);
  if (early.length > 0) return refuse(early);
  const stacks = synthesizeStacks((text) => process.stderr.write(text));
  if (stacks === undefined) return refuse([]);
  const findings = checkStacks(stacks, options);
  if (findings.length > 0) return refuse(findings);
  const names = options.stacks ?? [...stacks].filter(([, config]) => !isLocal(config)).map(([name]) => name);
  const chosen = names.flatMap((name) => {
    const config = stacks.get(name);
    return config === undefined ? [] : [{ name, config: withBackend(config, backendOf(name, options)) }];
  });
  if (options.policy) return printPolicies(chosen);
  const late = checkFolders(names, options);
  return late.length > 0 ? refuse(late) : write(chosen, options);
}

interface Chosen {
  readonly name: string;
  readonly config: StackConfig;
}

function write(chosen: readonly Chosen[], options: ExportOptions): number {
  // All stacks ask for the same providers.
  const locks = new Map<string, ProviderLock>();
  const lockOf = (config: StackConfig): ProviderLock => {
    const key = JSON.stringify(config.terraform.required_providers);
    const lock = locks.get(key) ?? lockProviders(config, options.mirror);
    locks.set(key, lock);
    return lock;
  };
  const staged: StagedFolder[] = [];
  const told: string[] = [];
  let folder = "";
  try {
    for (const { name, config } of chosen) {
      const lock = lockOf(config);
      if ("missing" in lock && options.mirror !== undefined) {
        return refuse([wrong("--mirror", { found: lock.missing, allowed: `the provider for ${list(platforms)}` })]);
      }
      const { files, uncovered } = filesOf(name, config, backendOf(name, options), lock);
      folder = folderOf(name, options);
      staged.push(stageFolder(folder, files));
      told.push(`${folder}: ${Object.keys(files).join(", ")}`);
      if (uncovered.length > 0) told.push(`  the policy does not cover ${list(uncovered)}`);
    }
    for (const each of staged) each.commit();
  } catch (problem) {
    return refuse([cannotWrite(folder, problem)]);
  } finally {
    for (const each of staged) each.discard();
  }
  for (const lock of locks.values()) {
    if ("text" in lock) continue;
    told.push("", `No .terraform.lock.hcl, which needs the hashes for ${list(platforms)}: ${lock.missing}.`);
    told.push("The README.md there says how to make it.");
  }
  process.stdout.write(`${told.join("\n")}\n`);
  return 0;
}

function filesOf(
  stack: string,
  config: StackConfig,
  backend: Backend,
  lock: ProviderLock,
): { files: Files; uncovered: readonly string[] } {
  const { document, uncovered } = deployPolicy(stack, config);
  const policies = policyFiles(document);
  const files = {
    "cdk.tf.json": `${JSON.stringify(config, null, 2)}\n`,
    ...("text" in lock ? { ".terraform.lock.hcl": lock.text } : {}),
    ...policies,
    "README.md": readme({ stack, config, backend, lock, policies: Object.keys(policies), uncovered }),
  };
  return { files, uncovered };
}

function printPolicies(chosen: readonly Chosen[]): number {
  for (const { name, config } of chosen) {
    const { document, uncovered } = deployPolicy(name, config);
    if (uncovered.length > 0) process.stderr.write(`the policy of ${name} does not cover ${list(uncovered)}\n`);
    for (const part of splitPolicy(document)) process.stdout.write(`${JSON.stringify(part, null, 2)}\n`);
  }
  return 0;
}

function backendOf(stack: string, { backend, organization = "", workspace = stack, hostname }: ExportOptions): Backend {
  return backend === "cloud" ? { kind: backend, organization, workspace, hostname } : { kind: backend };
}

function folderOf(stack: string, { out, stacks }: ExportOptions): string {
  if (out === undefined) return path.join("export.out", stack);
  return stacks?.length === 1 ? out : path.join(out, stack);
}

function checkFolders(stacks: readonly string[], options: ExportOptions): Finding[] {
  return stacks.flatMap((stack) => checkFolder(folderOf(stack, options), options.replace));
}

function checkStacks(known: ReadonlyMap<string, StackConfig>, options: ExportOptions): Finding[] {
  return (options.stacks ?? []).flatMap((name) => {
    const config = known.get(name);
    if (config === undefined) {
      const near = nearest(name, known.keys());
      return wrong("--stack", {
        found: `no stack ${quote(name)}`,
        allowed: list([...known.keys()], "or"),
        ...(near === undefined ? {} : { fix: `write --stack ${near}` }),
      });
    }
    if (options.backend !== "keep" || !isLocal(config)) return [];
    return wrong("--backend", {
      found: `the state of ${quote(name)} is a file of this repository, which an exported config would not find`,
      allowed: "none or cloud for this stack",
    });
  });
}

/** Tells what is wrong. @returns the exit code */
function refuse(findings: readonly Finding[], more = ""): number {
  const color = process.stderr.isTTY && process.stderr.hasColors();
  const told = findings.length === 0 ? "" : `${formatFindings(findings, { color })}\n\n`;
  process.stderr.write(`${told}${more === "" ? "" : `${more}\n`}Nothing was exported.\n`);
  return 1;
}
