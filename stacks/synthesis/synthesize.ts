import * as fs from "node:fs";
import * as path from "node:path";
import { type App, TerraformStack } from "cdktf";
import { findingsOf } from "../../constructs/attach";
import { error, hasErrors } from "@pipelines/findings/finding";
import { type OutputOptions, processStreams, reportFindings, type Streams } from "@pipelines/findings/output";
import type { ListedStack } from "@pipelines/image-definition/environment-description";
import type { VersionLock } from "@pipelines/version-lock/version-lock";
import { describeEnvironments } from "./describe";
import { ImageStack } from "../environment/image-stack";
import type { SynthOptions } from "./options";
import { summarize } from "./summary";

/**
 * Validates every stack, then writes the version lock and the stacks. If anything is wrong, reports all of it and
 * writes nothing. (`app.synth()` alone stops at the first stack that fails, after writing the preceding ones.)
 *
 * @returns the exit code: 0, or 1 if there were errors
 */
export function synthesize(
  app: App,
  versions: VersionLock,
  options: OutputOptions & Partial<Pick<SynthOptions, "describe" | "list">>,
  streams: Streams = processStreams,
): number {
  if (options.list === true) {
    removeEmptyOutput(app);
    streams.out(`${JSON.stringify(stacksOf(app).map(listed))}\n`);
    return 0;
  }
  const findings = app.hclOutput ? [hclAsked] : findingsOf(app);
  if (options.describe === true) {
    removeEmptyOutput(app);
    // The description does not depend on the lock; only the definitions must be free of errors.
    const errors = findings.filter(({ severity }) => severity === "error");
    if (errors.length === 0) streams.out(`${JSON.stringify(describeEnvironments(app))}\n`);
    else reportFindings(errors, options, streams);
    return errors.length === 0 ? 0 : 1;
  }
  // An image with errors is not built, but must not be mistaken for a missing one.
  const notBuilt = hasErrors(findings) ? ["IB-LOCK-STALE", "IB-LOCK-FORWARD"] : [];
  findings.push(...versions.findings().filter(({ code }) => !notBuilt.includes(code)));
  const failed = !reportFindings(findings, options, streams);
  if (failed || options.check) {
    removeEmptyOutput(app);
    if (failed && !options.check) {
      streams.err(`Nothing was written: ${app.outdir} and the version lock are unchanged.\n`);
    }
    return failed ? 1 : 0;
  }
  try {
    versions.write();
  } catch (thrown) {
    const reason = thrown instanceof Error ? thrown.message : String(thrown);
    streams.err(`image-versions.lock cannot be written: ${reason}\nNothing was written.\n`);
    removeEmptyOutput(app);
    return 1;
  }
  const before = manifestStacks(app.outdir);
  app.synth();
  clearStale(app, before);
  streams.out(summarize(app, versions, before));
  return 0;
}

/** CDKTF's own HCL for these stacks is not valid Terraform: `0 = "required_version"`. */
const hclAsked = error({ file: "cdktf.json" }, "IB-SYNTH-HCL", {
  found: "a synth that should write HCL",
  allowed: "JSON, which leads Terraform to the same plan",
  fix: "leave out --hcl, and unset SYNTH_HCL_OUTPUT",
});

function stacksOf(app: App): TerraformStack[] {
  return app.node.findAll().filter((construct) => TerraformStack.isStack(construct));
}

function listed(stack: TerraformStack): ListedStack {
  return {
    stack: stack.node.id,
    environment: stack instanceof ImageStack ? stack.place.environment : undefined,
    dependencies: stack.dependencies.map(({ node }) => node.id),
  };
}

function manifestStacks(outdir: string): string[] {
  try {
    const manifest: unknown = JSON.parse(fs.readFileSync(path.join(outdir, "manifest.json"), "utf8"));
    const stacks = typeof manifest === "object" && manifest !== null && "stacks" in manifest ? manifest.stacks : {};
    return Object.keys(stacks ?? {});
  } catch {
    return [];
  }
}

/** Removes stacks from an earlier synth that no longer exist, as the CDKTF CLI does. */
function clearStale(app: App, before: readonly string[]): void {
  const now = new Set(stacksOf(app).map((stack) => stack.node.id));
  for (const stack of before) {
    if (!now.has(stack)) fs.rmSync(path.join(app.outdir, "stacks", stack), { recursive: true, force: true });
  }
  // Versions up to 0.1.0 also wrote HCL, and Terraform would then find everything twice.
  for (const stack of now) fs.rmSync(path.join(app.outdir, "stacks", stack, "cdk.tf"), { force: true });
}

/** CDKTF creates the output folder together with the app, before it is known whether there will be any output. */
function removeEmptyOutput(app: App): void {
  for (const folder of [path.join(app.outdir, "stacks"), app.outdir]) {
    if (fs.existsSync(folder) && fs.readdirSync(folder).length === 0) fs.rmdirSync(folder);
  }
}
