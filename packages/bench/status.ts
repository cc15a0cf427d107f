import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { startLocalAws } from "@pipelines/local-aws/local-aws";
import { appWith, deployed } from "./app-with";
import { measure } from "./measure";

/**
 * Measures `status` for 100 images in one environment as a whole process, against a local AWS that takes 20 ms per
 * call: `node --require ./typescript.cjs packages/bench/status.ts`.
 */
const images = 100;
const latency = 20;
/**
 * How much longer `status` may take than with an AWS that answers immediately, as a factor. With one call at a time,
 * the factor would be ten.
 */
const limit = 2;

const temporary = fs.mkdtempSync(path.join(os.tmpdir(), "bench-status-"));
void main().finally(() => {
  fs.rmSync(temporary, { recursive: true, force: true });
});

async function main(): Promise<void> {
  const app = appWith(images, temporary);
  const node = ["--require", "./typescript.cjs"];
  const { dev, from } = await deployed(app);
  const aws = await startLocalAws({ speed: 0, latency, from });
  const atOnce = await startLocalAws({ speed: 0, from });
  const credentials = { AWS_ACCESS_KEY_ID: dev.account, AWS_SECRET_ACCESS_KEY: "local" };
  const args = [...node, "packages/operations/status-cli.ts", dev.environment];
  const subject = (name: string, { endpoint }: typeof aws) => {
    return { name, command: process.execPath, args, cwd: app, env: { ...credentials, AWS_ENDPOINT_URL: endpoint } };
  };
  const rounds = 7;
  const [status, fastest] = await measure([subject("status", aws), subject("answers at once", atOnce)], rounds);
  await aws.close();
  await atOnce.close();
  if (status === undefined || fastest === undefined) throw new Error("some commands were not measured");
  const { seconds, megabytes } = status;
  const times = seconds.median / fastest.seconds.median;
  console.log(
    `status of ${images} images, ${aws.calls.length / (rounds + 1)} calls of ${latency} ms: ` +
      `median ${seconds.median.toFixed(2)} s, ${seconds.min.toFixed(2)} to ${seconds.max.toFixed(2)}, ` +
      `${times.toFixed(2)} times as long as with immediate answers (at most ${limit}), ${megabytes.toFixed(0)} MB`,
  );
  if (times > limit) process.exitCode = 1;
}
