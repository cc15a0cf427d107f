import { execFileSync } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { built, deploy } from "@pipelines/testing/local-environments";
import type { EnvironmentDescription } from "@pipelines/image-definition/environment-description";
import { startLocalAws } from "@pipelines/local-aws/local-aws";
import { appWith } from "./app-with";
import { measure } from "./measure";

/**
 * Measures `status` of 100 images in one environment as a whole process, against a local AWS that takes 20 ms for each
 * call: `node --require ./typescript.cjs packages/bench/status.ts`.
 */
const images = 100;
const latency = 20;
/** What a status may take. */
const limit = 3;

const temporary = fs.mkdtempSync(path.join(os.tmpdir(), "bench-status-"));
void main().finally(() => {
  fs.rmSync(temporary, { recursive: true, force: true });
});

async function main(): Promise<void> {
  const app = appWith(images, temporary);
  const node = ["--require", "./typescript.cjs"];
  const described = execFileSync(process.execPath, [...node, "main.ts", "--describe"], { cwd: app, encoding: "utf8" });
  const [dev] = JSON.parse(described) as EnvironmentDescription[];
  if (dev === undefined) throw new Error("no environment");
  const ground = await startLocalAws({ speed: 0 });
  await deploy(ground, dev);
  await built(ground, dev, ...dev.images.map(({ name }) => name));
  const from = ground.snapshot();
  await ground.close();
  const aws = await startLocalAws({ speed: 0, latency, from });
  const credentials = { AWS_ACCESS_KEY_ID: dev.account, AWS_SECRET_ACCESS_KEY: "local" };
  const args = [...node, "packages/operations/status-cli.ts", dev.environment];
  const env = { ...credentials, AWS_ENDPOINT_URL: aws.endpoint };
  const rounds = 5;
  const [status] = await measure([{ name: "status", command: process.execPath, args, cwd: app, env }], rounds);
  await aws.close();
  if (status === undefined) throw new Error("nothing was measured");
  const { seconds, megabytes } = status;
  console.log(
    `status of ${images} images, ${aws.calls.length / (rounds + 1)} calls of ${latency} ms: ` +
      `${seconds.median.toFixed(2)} s in the median, ${seconds.min.toFixed(2)} to ${seconds.max.toFixed(2)} ` +
      `(at most ${limit}), ${megabytes.toFixed(0)} MB`,
  );
  if (seconds.median > limit) process.exitCode = 1;
}
