import * as fs from "node:fs";
import * as path from "node:path";
import { execFileSync } from "node:child_process";
import type { EnvironmentDescription } from "@pipelines/image-definition/environment-description";
import { startLocalAws } from "@pipelines/local-aws/local-aws";
import { built, deploy } from "@pipelines/testing/local-environments";
import { copyProject, useFixtureApp } from "@pipelines/rehearsal/project-copy";

const root = path.resolve(__dirname, "../..");

/**
 * Creates a copy of the project in which dev is the only environment and builds the given number of images, each in its
 * own folder. An existing copy is reused.
 *
 * @param parent folder that contains the copy
 * @param groups number of groups that share the images equally; 0: dev has none
 */
export function appWith(images: number, parent: string, groups = 0): string {
  const folder = path.join(parent, `images-${images}${groups === 0 ? "" : `-in-${groups}`}`);
  if (fs.existsSync(folder)) return folder;
  fs.mkdirSync(folder);
  copyProject(root, folder, "__tests__", "docs");
  useFixtureApp(folder);
  const names = Array.from({ length: images }, (_, index) => `image-${index}`);
  for (const name of names) {
    const image = path.join(folder, "images", name);
    fs.cpSync(path.join(folder, "images", "hello-world"), image, { recursive: true });
    const definition = fs.readFileSync(path.join(image, "image.ts"), "utf8");
    fs.writeFileSync(path.join(image, "image.ts"), definition.replace("sample-repository", name));
  }
  const stack = fs.readFileSync(path.join(folder, "stacks", "dev-stack.ts"), "utf8");
  const list = (some: readonly string[]): string => `images: ${JSON.stringify(some)}.map((name) => image(name)),`;
  const grouped = Array.from({ length: groups }, (_, group) => {
    return `g${group}: { ${list(names.filter((_, index) => index % groups === group))} },`;
  });
  const listed = groups === 0 ? list(names) : `images: [], groups: { ${grouped.join("\n")} },`;
  // A strict role's policy grows with the number of images, and hundreds of images exceed IAM's size limit.
  const settings = stack.replace(/images: \[[^\]]*\],/, listed).replace("strictBuildRole: true,", "");
  fs.writeFileSync(path.join(folder, "stacks", "dev-stack.ts"), settings);
  const main = fs.readFileSync(path.join(folder, "main.ts"), "utf8");
  fs.writeFileSync(path.join(folder, "main.ts"), main.replaceAll(/^.*(?:StagingStack|ProdStack).*\n/gm, ""));
  return folder;
}

/** `status` of the environment of such a copy, at this endpoint. */
export function statusAt(endpoint: string, app: string, { account, environment }: EnvironmentDescription) {
  const env = { AWS_ACCESS_KEY_ID: account, AWS_SECRET_ACCESS_KEY: "local", AWS_ENDPOINT_URL: endpoint };
  const args = ["--require", "./typescript.cjs", "packages/operations/status-cli.ts", environment];
  return { command: process.execPath, args, cwd: app, env };
}

/**
 * Returns the environment of such a copy and a snapshot of a local AWS in which that environment is deployed, with one
 * build of each image.
 */
export async function deployed(app: string): Promise<{ readonly dev: EnvironmentDescription; readonly from: Buffer }> {
  const args = ["--require", "./typescript.cjs", "main.ts", "--describe"];
  const described = execFileSync(process.execPath, args, { cwd: app, encoding: "utf8", maxBuffer: Infinity });
  const [dev] = JSON.parse(described) as EnvironmentDescription[];
  if (dev === undefined) throw new Error("no environment");
  const aws = await startLocalAws({ speed: 0 });
  await deploy(aws, dev);
  await built(aws, dev, ...dev.images.map(({ name }) => name));
  const from = aws.snapshot();
  await aws.close();
  return { dev, from };
}
