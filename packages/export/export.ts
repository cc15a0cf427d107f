import * as path from "node:path";
import type { Finding } from "@pipelines/findings/finding";
import { printHelp } from "@pipelines/findings/command-line";
import { nearest } from "@pipelines/findings/nearest";
import { textStreams } from "@pipelines/findings/output";
import { formatFindings } from "@pipelines/findings/report";
import { list, quote } from "@pipelines/findings/text";
import { stackPolicy } from "@pipelines/permissions/policy";
import type { Purpose } from "@pipelines/permissions/policy-context";
import { managedPolicyLimit, policyFiles, policyLength } from "@pipelines/permissions/split-policy";
import { isLocal, type StackConfig } from "@pipelines/permissions/stack-config";
import { withBackend, type Backend } from "./backend";
import { readOptions, wrong, type ExportOptions } from "./options";
import { lockProviders, platforms, type ProviderLock } from "./provider-locks";
import { readme } from "./readme";
import { synthesizeStacks } from "./synthesize-stacks";
import { cannotWrite, checkFolder, stageFolder, type Files, type StagedFolder } from "./write-folder";

/**
 * `npm run export` exports what another team or an HCP Terraform workspace needs to run a stack, with no trace of
 * CDKTF. It writes everything that was requested, or nothing.
 */
process.exitCode = main(process.argv.slice(2));

function main(args: readonly string[]): number {
  const options = readOptions(args);
  if ("help" in options) {
    const code = printHelp(options);
    return code === 0 ? 0 : refuse([]);
  }
  // Checked before the synth, whose time would be wasted if nothing could be written.
  const early =
    options.policy !== undefined || options.stacks === undefined ? [] : checkFolders(options.stacks, options);
  if (early.length > 0) return refuse(early);
  const stacks = synthesizeStacks((text) => process.stderr.write(text), options);
  if (stacks === undefined) return refuse([]);
  const findings = checkStacks(stacks, options);
  if (findings.length > 0) return refuse(findings);
  const names = options.stacks ?? [...stacks].filter(([, config]) => !isLocal(config)).map(([name]) => name);
  const chosen = names.flatMap((name) => {
    const config = stacks.get(name);
    return config === undefined ? [] : [{ name, config: withBackend(config, backendOf(name, options)) }];
  });
  if (options.policy !== undefined) return printPolicy(chosen, options.policy, stacks);
  const late = checkFolders(names, options);
  return late.length > 0 ? refuse(late) : write(chosen, stacks, options);
}

interface Chosen {
  readonly name: string;
  readonly config: StackConfig;
}

function write(chosen: readonly Chosen[], stacks: ReadonlyMap<string, StackConfig>, options: ExportOptions): number {
  // All stacks use the same providers.
  const locks = new Map<string, ProviderLock>();
  const lockOf = (config: StackConfig): ProviderLock => {
    const key = JSON.stringify(config.terraform.required_providers);
    const lock = locks.get(key) ?? lockProviders(config, options.mirror);
    locks.set(key, lock);
    return lock;
  };
  const staged: StagedFolder[] = [];
  const lines: string[] = [];
  let folder = "";
  try {
    for (const { name, config } of chosen) {
      const lock = lockOf(config);
      if ("missing" in lock && options.mirror !== undefined) {
        return refuse([wrong("--mirror", { found: lock.missing, allowed: `the provider for ${list(platforms)}` })]);
      }
      const { files, uncovered } = filesOf(name, config, stacks, backendOf(name, options), lock);
      folder = folderOf(name, options);
      staged.push(stageFolder(folder, files));
      lines.push(`${folder}: ${Object.keys(files).join(", ")}`);
      if (uncovered.length > 0) lines.push(`  the policy does not cover ${list(uncovered)}`);
    }
    for (const each of staged) {
      ({ folder } = each);
      each.commit();
    }
    for (const each of staged.splice(0)) each.keep();
  } catch (problem) {
    return refuse([cannotWrite(folder, problem)]);
  } finally {
    for (const each of staged) each.discard();
  }
  for (const lock of locks.values()) {
    if ("text" in lock) continue;
    lines.push("", `No .terraform.lock.hcl, which needs hashes for ${list(platforms)}: ${lock.missing}.`);
    lines.push("The README.md there explains how to create it.");
  }
  textStreams.out(`${lines.join("\n")}\n`);
  return 0;
}

function filesOf(
  stack: string,
  config: StackConfig,
  neighbours: ReadonlyMap<string, StackConfig>,
  backend: Backend,
  lock: ProviderLock,
): { files: Files; uncovered: readonly string[] } {
  const { document, unknown, unreached } = stackPolicy(stack, config, { neighbours });
  const uncovered = [...unknown, ...unreached];
  const policies = policyFiles(document);
  const files = {
    "cdk.tf.json": `${JSON.stringify(config, null, 2)}\n`,
    ...("text" in lock ? { ".terraform.lock.hcl": lock.text } : {}),
    ...policies,
    "README.md": readme({ stack, config, backend, lock, policies: Object.keys(policies), uncovered }),
  };
  return { files, uncovered };
}

/** Prints the policy for the one named stack, as one JSON document. */
function printPolicy(
  [chosen]: readonly Chosen[],
  purpose: Purpose,
  neighbours: ReadonlyMap<string, StackConfig>,
): number {
  if (chosen === undefined) return refuse([]);
  const { document, unknown, unreached } = stackPolicy(chosen.name, chosen.config, { purpose, neighbours });
  const uncovered = [...unknown, ...unreached];
  if (uncovered.length > 0) textStreams.err(`the policy of ${chosen.name} does not cover ${list(uncovered)}\n`);
  if (policyLength(document) > managedPolicyLimit) {
    const found = `This policy has ${policyLength(document)} characters, but a managed policy can have at most ${managedPolicyLimit}`;
    process.stderr.write(`${found}: npm run export without --policy splits it into several files.\n`);
  }
  process.stdout.write(`${JSON.stringify(document, null, 2)}\n`);
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
    if (options.policy !== undefined || options.backend !== "keep" || !isLocal(config)) return [];
    return wrong("--backend", {
      found: `the state of ${quote(name)} is a file in this repository, which an exported config would not find`,
      allowed: "none or cloud for this stack",
    });
  });
}

/** Reports the findings. @returns the exit code */
function refuse(findings: readonly Finding[]): number {
  const color = process.stderr.isTTY && process.stderr.hasColors();
  const report = findings.length === 0 ? "" : `${formatFindings(findings, { color })}\n\n`;
  process.stderr.write(`${report}Nothing was exported.\n`);
  return 1;
}
