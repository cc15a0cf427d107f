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
 * Validates every stack, then writes the version lock and the stacks; or reports all that is wrong and writes
 * nothing. (`app.synth()` by itself stops at the first stack that fails, after it wrote the ones before.)
 *
 * @returns the exit code: 0, or 1 where there were errors
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
    // What runs can be looked at whatever the lock says; it is the definitions that must be sound.
    const passed = reportFindings(
      findings.filter(({ severity }) => severity === "error"),
      options,
      streams,
    );
    if (passed) streams.out(`${JSON.stringify(describeEnvironments(app))}\n`);
    return passed ? 0 : 1;
  }
  // An image that is wrong is not built, and must not be taken for one that is not there.
  const notBuilt = hasErrors(findings) ? ["IB-LOCK-STALE", "IB-LOCK-FORWARD"] : [];
  findings.push(...versions.findings().filter(({ code }) => !notBuilt.includes(code)));
  const failed = !reportFindings(findings, options, streams);
  if (failed || options.check) {
    removeEmptyOutput(app);
    if (failed && !options.check) {
      streams.err(`Nothing was written: ${app.outdir} and the version lock are as they were.\n`);
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

/** What CDKTF's own HCL of these stacks holds is no Terraform: `0 = "required_version"`. */
const hclAsked = error({ file: "cdktf.json" }, "IB-SYNTH-HCL", {
  found: "a synth that is to write HCL",
  allowed: "JSON, of which Terraform makes the same plan",
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

/** Removes stacks of an earlier synth that no longer exist, as the CDKTF CLI does. */
function clearStale(app: App, before: readonly string[]): void {
  const now = new Set(stacksOf(app).map((stack) => stack.node.id));
  for (const stack of before) {
    if (!now.has(stack)) fs.rmSync(path.join(app.outdir, "stacks", stack), { recursive: true, force: true });
  }
  // Versions until 0.1.0 wrote HCL too; Terraform would find everything twice.
  for (const stack of now) fs.rmSync(path.join(app.outdir, "stacks", stack, "cdk.tf"), { force: true });
}

/** CDKTF makes the output folder together with the app, before it is known whether there will be output. */
function removeEmptyOutput(app: App): void {
  for (const folder of [path.join(app.outdir, "stacks"), app.outdir]) {
    if (fs.existsSync(folder) && fs.readdirSync(folder).length === 0) fs.rmdirSync(folder);
  }
}
