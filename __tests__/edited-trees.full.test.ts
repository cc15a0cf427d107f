import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import { copyProject, useFixtureApp } from "@pipelines/rehearsal/project-copy";
import { play, type Step, stepsOf } from "@pipelines/testing/page";
import { temporaryFolder } from "@pipelines/testing/temporary-folder";
import { describeWithTerraform } from "@pipelines/testing/terraform";

// Long enough to run all checks on a whole tree, even on a busy machine.
jest.setTimeout(1_800_000);

const root = path.resolve(__dirname, "..");

/**
 * Left out: tests that need Terraform, which is unavailable in the copy, and tests that do not depend on anything
 * edited here.
 */
const leftOut = [
  "full.test",
  "image-checks/.*document",
  "image-checks/.*patterns",
  "packages/(operations|rehearsal|local-aws)/",
  "version-lock/.*histories",
];

const quickPart = leftOut.flatMap((file) => ["--testPathIgnorePatterns", file]);
const ownApp = ["__tests__/own-app"];

type Page = readonly [file: string, section?: string];

/** A page, the section that an adopter follows, and the tests to run in the resulting tree. */
const edits: readonly (readonly [string, readonly string[], readonly Page[]])[] = [
  ["its images replaced", ownApp, [["docs/tutorial.md"]]],
  [
    "one image renamed and another removed",
    ownApp,
    [
      ["docs/rename-or-remove.md", "Rename an image"],
      ["docs/rename-or-remove.md", "Remove an image"],
    ],
  ],
  [
    "its images replaced and an environment renamed",
    quickPart,
    [["docs/tutorial.md"], ["docs/rename-or-remove.md", "Rename an environment"]],
  ],
  [
    "a new image and a new environment",
    ownApp,
    [["CONTRIBUTING.md", "Add an image"], ["CONTRIBUTING.md", "Add an environment"], ["docs/example.md"]],
  ],
  ["an environment removed", ownApp, [["docs/rename-or-remove.md", "Remove an environment"]]],
  ["one account for all environments", ownApp, [["docs/first-deploy.md"]]],
];

/**
 * This project with the fixture app, which is identical to the samples, edited the way the pages tell users to edit a
 * clone.
 */
class EditedTree {
  public readonly folder = fs.realpathSync(temporaryFolder());

  public constructor() {
    copyProject(root, this.folder);
    useFixtureApp(this.folder);
    this.git("init", "--quiet");
    this.git("config", "user.name", "test");
    this.git("config", "user.email", "test@example.com");
    this.git("add", "--all");
    this.git("commit", "--quiet", "--message", "Clone");
  }

  public follow([file, section]: Page, withRehearsals = false): void {
    const steps = stepsOf(fs.readFileSync(path.join(root, file), "utf8"), section);
    // Rehearsals are covered by a test that has Terraform.
    const isRehearsal = (step: Step): boolean => step.kind === "command" && step.command.includes("npm run rehearse");
    play(withRehearsals ? steps : steps.filter((step) => !isRehearsal(step)), this.folder);
  }

  /** The TypeScript files written or changed since the clone. */
  public changed(): string[] {
    this.git("add", "--all");
    const [first = ""] = this.git("rev-list", "--max-parents=0", "HEAD").split("\n");
    return this.git("diff", "--name-only", "--diff-filter=d", first, "--", "*.ts").split("\n").filter(Boolean);
  }

  /**
   * Runs a package's command in the copy without Terraform, as on a machine that does not have it. @returns what it
   * prints if it fails
   */
  public failures(command: string, ...args: readonly string[]): string {
    const env: NodeJS.ProcessEnv = { ...process.env, TERRAFORM_BINARY_NAME: "no-terraform", CI: "" };
    delete env.NODE_OPTIONS;
    const { status, stdout, stderr } = spawnSync(process.execPath, [path.join("node_modules", command), ...args], {
      cwd: this.folder,
      env,
      encoding: "utf8",
      maxBuffer: 64 * 1024 * 1024,
    });
    return status === 0 ? "" : `${command} ended with ${String(status)}\n${stdout}${stderr}`;
  }

  private git(...args: readonly string[]): string {
    const { status, stdout, stderr } = spawnSync("git", args, { cwd: this.folder, encoding: "utf8" });
    if (status !== 0) throw new Error(`git ${args.join(" ")}: ${stderr}`);
    return stdout;
  }
}

describe("Everything that CI requires passes in a tree edited exactly as a page says, with", () => {
  it.each(edits)("%s", (_what, tests, pages) => {
    const tree = new EditedTree();
    for (const page of pages) tree.follow(page);
    const changed = tree.changed();
    expect(changed).not.toEqual([]);
    play([{ kind: "command", command: "npm run synth -- --frozen", output: "" }], tree.folder);
    const found = [
      tree.failures("typescript/bin/tsc", "--noEmit"),
      tree.failures("eslint/bin/eslint.js", ...changed),
      tree.failures("prettier/bin/prettier.cjs", "--check", ...changed),
      tree.failures(
        "dependency-cruiser/bin/dependency-cruise.mjs",
        "--output-type",
        "err",
        "main.ts",
        "stacks",
        "constructs",
        "images",
        "packages",
      ),
      tree.failures("knip/bin/knip.js", "--no-progress"),
      tree.failures("knip/bin/knip.js", "--no-progress", "--production", "--include", "exports"),
      tree.failures("jest/bin/jest.js", ...tests),
    ];
    expect(found.filter((failure) => failure !== "")).toEqual([]);
  });
});

describeWithTerraform("docs/tutorial.md", () => {
  it("leads from a clone to a rehearsed prod, with the output that the page shows", () => {
    new EditedTree().follow(["docs/tutorial.md"], true);
  });
});
