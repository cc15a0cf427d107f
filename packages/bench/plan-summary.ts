/**
 * Measures the summary of a plan with 5,000 resources as a whole process: `node --require ./typescript.cjs
 * packages/bench/plan-summary.ts`.
 *
 * Every resource is as large as this project's own, and appears in all four parts of a plan in which a resource can
 * appear. Half are unchanged; the others are created, updated, replaced and destroyed.
 */
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { limit, measure, report } from "./measure";

const resources = 5_000;
/** Limits for a summary, as multiples of the cost of only parsing the plan. */
const limits = { seconds: 4, megabytes: 2 };

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
void main().finally(() => {
  fs.rmSync(folder, { recursive: true, force: true });
});

async function main(): Promise<void> {
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
  const command = "packages/plan-review/plan-summary-cli.ts";
  const args = ["--require", "./typescript.cjs", command, file, "--out", path.join(folder, "summary.md")];
  const cwd = path.join(__dirname, "../..");
  const parse = `JSON.parse(require("node:fs").readFileSync(${JSON.stringify(file)}, "utf8"))`;
  const results = await measure(
    [
      // Some changes in the plan need approval.
      { name: "plan-summary", command: process.execPath, args, cwd, code: 2 },
      { name: "parsing the plan", command: process.execPath, args: ["--eval", parse], cwd },
    ],
    7,
  );
  console.log(`${resources} resources, ${(fs.statSync(file).size / 2 ** 20).toFixed(0)} MiB of plan`);
  const [took = NaN, parsing = NaN] = report(results);
  const [held = NaN, least = NaN] = results.map(({ megabytes }) => megabytes);
  limit("plan-summary / parsing the plan, in time", took / parsing, limits.seconds);
  limit("plan-summary / parsing the plan, in memory", held / least, limits.megabytes);
}
