/**
 * Measures the summary of a plan of 5,000 resources as a whole process: `node --require ./typescript.cjs bench/plan-summary.ts`.
 *
 * Every resource is as large as this project's own and in all four places that a plan has it. Half are left alone,
 * the others are created, updated, replaced and destroyed.
 */
import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";

const resources = 5_000;
/** What a summary may take. */
const limits = { seconds: 1, mebibytes: 200 };

const actions = [["no-op"], ["update"], ["no-op"], ["create", "delete"], ["no-op"], ["create"], ["no-op"], ["delete"]];

function values(index: number, version: string): Record<string, unknown> {
  const steps = Array.from({ length: 20 }, (_, step) => `      - echo "step ${step} of resource ${index}, ${version}"`);
  return {
    name: `prod-image-${index}`,
    version,
    arn: `arn:aws:imagebuilder:eu-west-1:123456789012:component/prod-image-${index}/${version}/1`,
    platform: "Linux",
    data: `name: hello\nschemaVersion: 1.0\nphases:\n  - name: build\n    steps:\n${steps.join("\n")}\n`,
    supported_os_versions: ["Amazon Linux 2023"],
    tags: { Team: "platform", Index: String(index) },
    tags_all: { Team: "platform", Index: String(index), Environment: "prod", ManagedBy: "cdktf" },
  };
}

function change(index: number): Record<string, unknown> {
  const list = actions[index % actions.length] ?? ["no-op"];
  const changed = list[0] !== "no-op";
  return {
    address: `aws_imagebuilder_component.image_${index}`,
    mode: "managed",
    type: "aws_imagebuilder_component",
    name: `image_${index}`,
    provider_name: "registry.terraform.io/hashicorp/aws",
    change: {
      actions: list,
      before: list[0] === "create" && list.length === 1 ? null : values(index, "1.0.0"),
      after: list[0] === "delete" ? null : values(index, changed ? "1.0.1" : "1.0.0"),
      after_unknown: {},
      before_sensitive: {},
      after_sensitive: {},
    },
  };
}

const folder = fs.mkdtempSync(path.join(os.tmpdir(), "plan-summary-"));
try {
  const all = Array.from({ length: resources }, (_, index) => index);
  const state = { root_module: { resources: all.map((index) => ({ values: values(index, "1.0.0") })) } };
  const file = path.join(folder, "plan.json");
  fs.writeFileSync(
    file,
    JSON.stringify({
      format_version: "1.2",
      terraform_version: "1.11.4",
      planned_values: state,
      resource_changes: all.map(change),
      output_changes: {},
      prior_state: { format_version: "1.0", values: state },
      configuration: { root_module: { resources: all.map((index) => ({ expressions: values(index, "1.0.0") })) } },
    }),
  );
  const cli = path.join(__dirname, "..", "review", "plan-summary-cli.ts");
  const measure = `process.on("exit", () => process.stderr.write(String(process.resourceUsage().maxRSS)));`;
  const preload = path.join(folder, "measure.cjs");
  fs.writeFileSync(preload, measure);
  const runs = Array.from({ length: 5 }, () => {
    const start = process.hrtime.bigint();
    const ended = spawnSync(
      process.execPath,
      [
        "--require",
        preload,
        "--require",
        path.join(__dirname, "..", "typescript.cjs"),
        cli,
        file,
        "--out",
        path.join(folder, "summary.md"),
      ],
      { encoding: "utf8" },
    );
    const seconds = Number(process.hrtime.bigint() - start) / 1e9;
    if (ended.status !== 0) throw new Error(`exit code ${ended.status ?? "none"}: ${ended.stderr}`);
    return { seconds, mebibytes: Number(ended.stderr) / 1024 };
  });
  const worst = {
    seconds: Math.max(...runs.map(({ seconds }) => seconds)),
    mebibytes: Math.max(...runs.map(({ mebibytes }) => mebibytes)),
  };
  const size = fs.statSync(file).size / 2 ** 20;
  process.stdout.write(
    `${resources} resources, ${size.toFixed(0)} MiB of plan, the worst of ${runs.length} runs: ` +
      `${worst.seconds.toFixed(2)} s (at most ${limits.seconds}), ${worst.mebibytes.toFixed(0)} MiB (at most ${limits.mebibytes})\n`,
  );
  if (worst.seconds > limits.seconds || worst.mebibytes > limits.mebibytes) process.exitCode = 1;
} finally {
  fs.rmSync(folder, { recursive: true, force: true });
}
