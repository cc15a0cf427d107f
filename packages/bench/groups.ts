import { execFileSync } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { startLocalAws } from "@pipelines/local-aws/local-aws";
import { environmentOf } from "@pipelines/rehearsal/workspace";
import { pinProvider, testedProvider } from "@pipelines/terraform/provider-mirror";
import { findTerraform } from "@pipelines/terraform/terraform";
import { appWith, deployed, statusAt } from "./app-with";
import { limit, measure, report } from "./measure";

/**
 * Compares 1,000 images in one state with 1,000 in 20 groups: the synth, and the first plan of everything with the
 * first plan of one group. Then measures `status` of all groups, against an AWS that takes 20 ms per call: `node
 * --require ./typescript.cjs packages/bench/groups.ts`. Takes about half an hour.
 */
const images = 1000;
const groups = 20;
const latency = 20;
const rounds = 7;
/** A group has a twentieth of the images, but every plan has a fixed cost. */
const mostOfAPlan = 1 / 8;
/** Number of calls that `status` makes in parallel. */
const atOnce = 16;
/** How much longer `status` may take than its calls alone, as a factor. */
const mostOfStatus = 1.2;

const node = ["--require", "./typescript.cjs"];
const temporary = fs.mkdtempSync(path.join(os.tmpdir(), "bench-groups-"));
void main().finally(() => {
  fs.rmSync(temporary, { recursive: true, force: true });
});

async function main(): Promise<void> {
  const [whole, grouped] = [appWith(images, temporary), appWith(images, temporary, groups)];
  const subject = (name: string, cwd: string) => {
    return { name, command: process.execPath, args: [...node, "main.ts"], cwd };
  };
  report(await measure([subject("synth of one state", whole), subject(`synth of ${groups} groups`, grouped)], rounds));
  await plans(whole, grouped);
  await status(grouped);
}

async function plans(whole: string, grouped: string): Promise<void> {
  const terraform = findTerraform();
  if ("missing" in terraform) throw new Error(terraform.missing);
  const aws = await startLocalAws({ speed: 0 });
  const target = { terraform, endpoint: aws.endpoint, account: "111122223333" };
  const subjects = [
    ["plan of one group", grouped, "dev-g0"],
    ["plan of one state", whole, "dev"],
  ].map(([name = "", app = "", stack = ""]) => {
    execFileSync(process.execPath, [...node, "main.ts"], {
      cwd: app,
      env: { ...process.env, CDKTF_OUTDIR: "cdktf.out" },
    });
    const cwd = path.join(app, "cdktf.out", "stacks", stack);
    pinProvider(cwd, testedProvider);
    fs.writeFileSync(
      path.join(cwd, "backend_override.tf.json"),
      JSON.stringify({ terraform: { backend: { local: {} } } }),
    );
    const env = environmentOf(target);
    execFileSync(terraform.command, ["init"], { cwd, env });
    return { name, command: terraform.command, args: ["plan", "-out", "plan"], cwd, env };
  });
  const [one, all] = report(await measure(subjects, rounds));
  await aws.close();
  limit("plan of one group / plan of one state", (one ?? NaN) / (all ?? NaN), mostOfAPlan);
}

async function status(app: string): Promise<void> {
  const { dev, from } = await deployed(app);
  const aws = await startLocalAws({ speed: 0, latency, from });
  const [took] = report(await measure([{ name: "status", ...statusAt(aws.endpoint, app, dev) }], rounds));
  const calls = aws.calls.length / (rounds + 1);
  await aws.close();
  const least = (calls * latency) / atOnce / 1000;
  console.log(`${calls} calls of ${latency} ms, ${atOnce} in parallel, take at least ${least.toFixed(2)} s`);
  limit("status / its calls", (took ?? NaN) / least, mostOfStatus);
}
