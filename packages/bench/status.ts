import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { startLocalAws } from "@pipelines/local-aws/local-aws";
import { appWith, deployed, statusAt } from "./app-with";
import { limit, measure, report } from "./measure";

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
const most = 2;

const temporary = fs.mkdtempSync(path.join(os.tmpdir(), "bench-status-"));
void main().finally(() => {
  fs.rmSync(temporary, { recursive: true, force: true });
});

async function main(): Promise<void> {
  const app = appWith(images, temporary);
  const { dev, from } = await deployed(app);
  const aws = await startLocalAws({ speed: 0, latency, from });
  const atOnce = await startLocalAws({ speed: 0, from });
  const subject = (name: string, { endpoint }: typeof aws) => ({ name, ...statusAt(endpoint, app, dev) });
  const rounds = 7;
  const results = await measure([subject("status", aws), subject("answers at once", atOnce)], rounds);
  const [took = NaN, fastest = NaN] = report(results);
  await aws.close();
  await atOnce.close();
  console.log(`${aws.calls.length / (rounds + 1)} calls of ${latency} ms for ${images} images`);
  limit("status / answers at once", took / fastest, most);
}
