import fc from "fast-check";
import * as fs from "node:fs";
import * as path from "node:path";
import { lockName, GitProject } from "./git-project";
import { SharedAws } from "./shared-aws";

const names = ["web", "api", "web-a"] as const;
const contents = ["a", "b", "c"] as const;
const fields = ["document", "parent", "tests", "repository"] as const;

export interface Step {
  readonly what:
    | "edit"
    | "undo"
    | "remove"
    | "rename"
    | "branch"
    | "switch"
    | "merge"
    | "cherry-pick"
    | "revert"
    | "rebase"
    | "squash"
    | "amend"
    | "clone"
    | "shallow"
    | "deploy";
  /** Random numbers that determine the step's choices. */
  readonly pick: readonly [number, number, number];
}

const many = (what: Step["what"], weight: number) => ({ weight, arbitrary: fc.constant(what) });

/** Steps taken by people who work on one project and deploy to one environment. */
export const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    what: fc.oneof(
      many("edit", 8),
      many("undo", 1),
      many("remove", 1),
      many("rename", 1),
      many("branch", 2),
      many("switch", 3),
      many("merge", 3),
      many("cherry-pick", 2),
      many("revert", 3),
      many("rebase", 2),
      many("squash", 1),
      many("amend", 2),
      many("clone", 1),
      many("shallow", 1),
      many("deploy", 6),
    ),
    pick: fc.tuple(fc.nat(30), fc.nat(30), fc.nat(30)),
  }),
  { minLength: 12, maxLength: 24, size: "max" },
);

/** Takes the steps one by one, in a project with one deployed image. Throws if an invariant is violated. */
export function run(all: readonly Step[]): SharedAws {
  const project = GitProject.begin();
  const aws = new SharedAws();
  project.change("web", {});
  aws.deploy(project);
  for (const step of all) {
    take(step, project, aws);
    if (project.git("status", "--porcelain") !== "") throw new Error(`${step.what} leaves something behind`);
  }
  aws.deploy(project);
  return aws;
}

/** Steps that involve other branches. */
const amongBranches = new Set<Step["what"]>(["branch", "switch", "merge", "squash", "cherry-pick", "rebase"]);

function take({ what, pick: [first, second, third] }: Step, project: GitProject, aws: SharedAws): void {
  const image = choose(project.images().length === 0 ? names : project.images(), first);
  const others = amongBranches.has(what) ? otherBranches(project) : [];
  const other = others.length === 0 ? undefined : choose(others, first);
  switch (what) {
    case "edit":
      project.define(choose(names, first), { [choose(fields, second)]: choose(contents, third) });
      synthAndCommit(project);
      return;
    case "undo": {
      // First commits whatever a revert or a merge still requires.
      synthAndCommit(project);
      project.define(image, { [choose(fields, second)]: "never committed" });
      project.synth();
      // A revert may have left no images.
      if (project.git("ls-tree", "HEAD", "images") !== "") project.git("checkout", "--quiet", "HEAD", "--", "images");
      project.git("clean", "--quiet", "--force", "-d", "images");
      project.synth();
      if (project.git("status", "--porcelain") !== "") throw new Error("a change that was undone stays");
      return;
    }
    case "remove":
      if (project.images().length > 1) project.remove(image);
      synthAndCommit(project);
      return;
    case "rename": {
      const to = choose(names, second);
      // A revert may have left no images.
      if (!project.images().includes(image) || project.images().includes(to)) return;
      const about = project.definition(image);
      project.remove(image);
      project.define(to, about);
      synthAndCommit(project);
      return;
    }
    case "branch":
      project.git("checkout", "--quiet", "-b", `branch-${others.length + 1}`);
      return;
    case "switch":
      if (other !== undefined) project.git("checkout", "--quiet", other);
      return;
    case "merge":
      if (other !== undefined) conflicting(project, third, "merge", "--quiet", "--no-edit", other);
      return;
    case "squash":
      if (other === undefined) return;
      conflicting(project, third, "merge", "--quiet", "--squash", other);
      synthAndCommit(project);
      return;
    case "cherry-pick":
      if (other !== undefined && !isMerge(project, other)) conflicting(project, third, "cherry-pick", other);
      return;
    case "revert": {
      const commit = `HEAD~${second % 3}`;
      if (project.tryGit("rev-parse", "--verify", "--quiet", `${commit}~1`).code !== 0 || isMerge(project, commit))
        return;
      conflicting(project, third, "revert", "--no-edit", commit);
      return;
    }
    case "rebase":
      if (other !== undefined) conflicting(project, third, "rebase", "--quiet", other);
      return;
    case "amend":
      if (isMerge(project, "HEAD")) return;
      project.define(image, { [choose(fields, second)]: choose(contents, third) });
      project.synth();
      project.git("add", "--all");
      project.git("commit", "--quiet", "--amend", "--allow-empty", "--no-edit");
      return;
    case "clone": {
      const clone = project.clone();
      if (JSON.stringify(clone.synth().numbered) !== JSON.stringify(project.synth().numbered)) {
        throw new Error("a clone assigns different numbers");
      }
      project.git("checkout", "--quiet", "--", ".");
      return;
    }
    case "shallow": {
      const clone = project.clone("--depth", "1");
      if (
        clone.frozen().includes("IB-LOCK-HISTORY") !==
        (clone.git("rev-parse", "--is-shallow-repository") === "true")
      ) {
        throw new Error("a frozen synth passes in a shallow clone");
      }
      const { findings } = clone.synth();
      if (findings.some(({ severity }) => severity === "error")) throw new Error("a synth fails in a shallow clone");
      return;
    }
    case "deploy":
      aws.deploy(project);
      return;
  }
}

function synthAndCommit(project: GitProject): void {
  const { findings } = project.synth();
  if (findings.length > 0) throw new Error(JSON.stringify(findings));
  project.commit();
  const { numbered, findings: stale } = project.synth({ frozen: true });
  if (stale.length > 0) throw new Error(`immediately stale: ${JSON.stringify(stale)}`);
  if (numbered.length === 0 && project.images().length > 0) throw new Error("nothing was numbered");
}

/** Runs a git command, and resolves conflicts as people do: with one side of each definition, and `npm run synth`. */
function conflicting(project: GitProject, how: number, ...args: readonly string[]): void {
  const [command = ""] = args;
  let ended = project.tryGit(...args);
  for (let round = 0; ended.code !== 0; round++) {
    if (round === 30) throw new Error(`git ${args.join(" ")} does not come to an end: ${ended.output}`);
    // Git has already given up, for example because the commit would be empty.
    if (!inProgress(project)) break;
    const unmerged = project
      .git("diff", "--name-only", "--diff-filter=U")
      .split("\n")
      .filter((file) => file !== "");
    for (const file of unmerged.filter((name) => name !== lockName)) solve(project, file, how + round);
    const { findings } = project.synth();
    if (findings.length > 0) throw new Error(`after ${args.join(" ")}: ${JSON.stringify(findings)}`);
    if (/^[<=>|]{7}/m.test(project.read())) throw new Error("the lock still has conflict markers");
    project.git("add", "--all");
    if (command === "merge") {
      // A squash merge leaves no merge to conclude; the caller commits it.
      if (!args.includes("--squash")) project.git("commit", "--quiet", "--no-edit");
      return;
    }
    ended = project.tryGit(command, "--continue");
    if (ended.code !== 0 && /--skip|nothing to commit|empty/.test(ended.output))
      ended = project.tryGit(command, "--skip");
  }
}

function inProgress(project: GitProject): boolean {
  const heads = ["MERGE_HEAD", "SQUASH_MSG", "CHERRY_PICK_HEAD", "REVERT_HEAD", "rebase-merge"];
  return heads.some((name) => fs.existsSync(path.join(project.folder, ".git", name)));
}

/** Resolves a conflict to ours, theirs, or a mixture; to nothing if both sides renamed the image. */
function solve(project: GitProject, file: string, how: number): void {
  const sides = [2, 3].map((stage) => project.tryGit("show", `:${stage}:${file}`)).filter(({ code }) => code === 0);
  if (sides.length === 0) {
    project.git("rm", "--quiet", "--", file);
    return;
  }
  const { output = "" } = sides[how % sides.length] ?? {};
  const changed = how % 3 === 2 ? output.replace(/"parent": "[^"]*"/, '"parent": "of both"') : output;
  project.write(file, changed);
}

function otherBranches(project: GitProject): string[] {
  // The current branch, or a detached HEAD, is marked with `*`.
  const branches = project.git("branch", "--format=%(HEAD)%(refname:short)").split("\n");
  return branches.flatMap((line) => (line.startsWith("*") ? [] : [line.trim()]));
}

function isMerge(project: GitProject, commit: string): boolean {
  return project.tryGit("rev-parse", "--verify", "--quiet", `${commit}^2`).code === 0;
}

function choose<T>(list: readonly T[], pick: number): T {
  const chosen = list[pick % list.length];
  if (chosen === undefined) throw new Error("there is nothing to choose");
  return chosen;
}
