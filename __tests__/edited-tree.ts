import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import { linkModules } from "@pipelines/rehearsal/project-copy";
import { temporaryFolder } from "@pipelines/testing/stack";

const root = path.resolve(__dirname, "..");

/** A copy of the tree as a new user edits it: own accounts and region, one image more, one less, one environment more. */
export class EditedTree {
  public readonly folder = fs.realpathSync(temporaryFolder());

  public constructor() {
    const listed = spawnSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
      cwd: root,
      encoding: "utf8",
    });
    for (const file of listed.stdout.split("\0")) {
      if (file !== "" && fs.existsSync(path.join(root, file))) fs.cpSync(path.join(root, file), this.at(file));
    }
    linkModules(root, this.folder);

    editAsAdopter(this.folder);
  }

  /** Runs Node in the copy, without Terraform, as on a machine that has none. */
  public node(...args: readonly string[]): { readonly code: number | null; readonly output: string } {
    const env: NodeJS.ProcessEnv = { ...process.env, TERRAFORM_BINARY_NAME: "no-terraform" };
    delete env.CI;
    delete env.NODE_OPTIONS;
    const { status, stdout, stderr } = spawnSync(process.execPath, args, {
      cwd: this.folder,
      env,
      encoding: "utf8",
      maxBuffer: 64 * 1024 * 1024,
    });
    return { code: status, output: stdout + stderr };
  }

  private at(file: string): string {
    return path.join(this.folder, file);
  }
}

/** The edits of a new user: own accounts and region, one image more, one less, one environment more. */
export function editAsAdopter(folder: string): void {
  const at = (file: string): string => path.join(folder, file);
  const edit = (file: string, change: (text: string) => string): void => {
    const before = fs.readFileSync(at(file), "utf8");
    const after = change(before);
    if (after === before) throw new Error(`${file} has nothing to edit`);
    fs.writeFileSync(at(file), after);
  };

  edit("stacks/accounts.ts", (text) =>
    text
      .replace(/region = "[^"]*"/, 'region = "eu-central-1"')
      .replaceAll(/"\d{12}"/g, (account) => account.replaceAll(/\d/g, (digit) => String(9 - Number(digit)))),
  );
  fs.cpSync(at("images/hello-world"), at("images/greeter"), { recursive: true });
  edit("images/greeter/image.ts", (text) => text.replace('"sample-repository"', '"greeter"'));
  fs.cpSync(at("stacks/staging-stack.ts"), at("stacks/qa-stack.ts"));
  edit("stacks/qa-stack.ts", (text) =>
    text
      .replace("StagingStack", "QaStack")
      .replace('environment: "staging"', 'environment: "qa"')
      .replace("accounts.staging", '"210987654321"')
      .replace('image("hello-world")', 'image("hello-world"), image("greeter")'),
  );
  edit("main.ts", (text) =>
    text
      .replace(/^import \{ StagingStack.*$/m, 'import { QaStack } from "./stacks/qa-stack";\n$&')
      .replace(/^( *)new StagingStack\(.*$/m, "$&\n$1new QaStack(app, versions);"),
  );
  fs.rmSync(at("images/nginx"), { recursive: true });
  for (const stack of ["dev", "staging", "prod", "qa"]) {
    edit(`stacks/${stack}-stack.ts`, (text) => text.replace(/,\s*image\("nginx"\)/, ""));
  }
}
