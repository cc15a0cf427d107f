import { createHash } from "node:crypto";
import * as fs from "node:fs";
import * as path from "node:path";
import { type LocalAws, type LocalAwsOptions, startLocalAws } from "@pipelines/local-aws/local-aws";
import { Deployment, withoutLifecycleRules } from "@pipelines/rehearsal/deployment";
import type { Terraform } from "@pipelines/terraform/terraform";
import type { Target } from "@pipelines/rehearsal/workspace";
import { Life, root } from "./life";
import { withOneProvider } from "./terraform";

const cache = path.join(root, "node_modules", ".cache", "deployed");
/** What the fixture's dev is created from, including the code that deploys it, and packages that do not change it. */
const sources = ["constructs", "packages", "stacks"];
const others = /^packages\/(bench|export|graph|import|mutation|operations|recover|successor|try)\//;
/** Files that `terraform init` leaves behind in a stack's folder. */
const initialised = [".terraform", ".terraform.lock.hcl"];

/** A deployed dev environment for one test file to change. */
export interface Deployed {
  readonly aws: LocalAws;
  /** A copy of the project to edit and synthesize. */
  readonly life: Life;
  /** Terraform in the initialized folder `cdktf.out/stacks/dev`, with the state in local AWS. */
  readonly dev: Deployment;
  /** The target of the Terraform commands that tests run in `dev`. */
  readonly target: Target;
  /** Synthesizes the edits, so that `dev` can apply them. */
  readonly synth: () => Promise<void>;
}

/**
 * Returns the fixture app's dev environment, deployed on the caller's own local AWS without the rules that take the
 * provider 55 s to create. The first test that needs it deploys it, and all others get a copy until its sources change.
 *
 * Clean up with `await deployed.aws.close()` and `deployed.life.workspace.remove()`.
 */
export async function deployedDev(terraform: Terraform, options: LocalAwsOptions = {}): Promise<Deployed> {
  const made = await madeOnce(terraform);
  const aws = await startLocalAws({ ...options, from: fs.readFileSync(path.join(made, "aws")) });
  const life = new Life(terraform, aws);
  const synth = async () => {
    await life.synth();
    withoutLifecycleRules(life.workspace.stackFolder("dev"));
  };
  await synth();
  const folder = life.workspace.stackFolder("dev");
  for (const name of initialised) {
    fs.cpSync(path.join(made, name), path.join(folder, name), { recursive: true, verbatimSymlinks: true });
  }
  const { account } = life.workspace.config("dev");
  const target = await withOneProvider({ terraform, endpoint: aws.endpoint, account });
  return { aws, life, dev: new Deployment(folder, target), target, synth };
}

/** Returns the folder that contains the deployed environment; other callers wait while it is created. */
async function madeOnce(terraform: Terraform): Promise<string> {
  const made = path.join(cache, contentKey(terraform));
  const lock = `${made}.lock`;
  fs.mkdirSync(cache, { recursive: true });
  while (!fs.existsSync(made)) {
    try {
      fs.writeFileSync(lock, String(process.pid), { flag: "wx" });
    } catch {
      if (!isAlive(lock)) fs.rmSync(lock, { force: true });
      await new Promise((resolve) => setTimeout(resolve, 200));
      continue;
    }
    try {
      for (const old of fs.readdirSync(cache).filter((name) => !lock.endsWith(name))) {
        fs.rmSync(path.join(cache, old), { recursive: true, force: true });
      }
      await make(terraform, made);
    } finally {
      fs.rmSync(lock, { force: true });
    }
  }
  return made;
}

function isAlive(lock: string): boolean {
  try {
    return process.kill(Number(fs.readFileSync(lock, "utf8")), 0);
  } catch {
    // The process that was creating it has ended, or is this one.
    return false;
  }
}

async function make(terraform: Terraform, made: string): Promise<void> {
  const aws = await startLocalAws({ speed: 8000 });
  const life = new Life(terraform, aws);
  try {
    await life.synth();
    const dev = await life.deployment("dev");
    withoutLifecycleRules(dev.folder);
    const { errors } = await dev.apply();
    if (errors.length > 0) throw new Error(errors.join("\n"));
    const draft = `${made}.${process.pid}`;
    fs.mkdirSync(draft);
    for (const name of initialised) {
      fs.cpSync(path.join(dev.folder, name), path.join(draft, name), { recursive: true, verbatimSymlinks: true });
    }
    fs.writeFileSync(path.join(draft, "aws"), aws.snapshot());
    fs.renameSync(draft, made);
  } finally {
    life.workspace.remove();
    await aws.close();
  }
}

function contentKey({ version, provider }: Terraform): string {
  const hash = createHash("sha256").update(`${version} ${provider}`);
  const below = sources.flatMap((folder) =>
    fs
      .readdirSync(path.join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && !/__tests__|node_modules/.test(entry.parentPath))
      .map(({ parentPath, name }) => path.relative(root, path.join(parentPath, name)))
      .filter((file) => !others.test(file)),
  );
  for (const file of [...below, "typescript.cjs"].sort())
    hash.update(file).update(fs.readFileSync(path.join(root, file)));
  return hash.digest("hex").slice(0, 16);
}
