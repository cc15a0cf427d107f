import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import * as v from "valibot";
import { UnusablePlan } from "../unusable-plan";

/** Result of running `gh`. */
export interface GhEnded {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the `gh` command, which is installed on every runner. */
export function runGh(args: readonly string[]): GhEnded {
  const { error, ...ended } = spawnSync("gh", args, { encoding: "utf8", maxBuffer: 256 * 1024 * 1024 });
  if (error !== undefined) throw new UnusablePlan(`gh cannot be run: ${error.message}`);
  return ended;
}

/** GitHub's REST API for one repository. */
export class GitHub {
  /** @param repository `owner/name`; @param branch the default branch, from which deploys run */
  public constructor(
    public readonly repository: string,
    public readonly branch: string,
    private readonly gh: (args: readonly string[]) => GhEnded = runGh,
  ) {}

  /**
   * Returns the resource at a path under the repository, such as `pulls/7`; undefined if it does not exist.
   *
   * @throws {UnusablePlan} if GitHub does not respond, or responds with something else
   */
  public get<T extends v.GenericSchema>(place: string, shape: T): v.InferOutput<T> | undefined {
    const text = this.ask(place);
    return text === undefined ? undefined : parse(text, shape, place);
  }

  /** Returns every element of a list, from all of its pages. */
  public list<T extends v.GenericSchema>(place: string, shape: T): v.InferOutput<T>[] {
    const lines = this.ask(place, "--paginate", "--jq", ".[] | tojson")?.split("\n");
    if (lines === undefined) throw new UnusablePlan(`GitHub has no ${place}`);
    return lines.filter((line) => line !== "").map((line) => parse(line, shape, place));
  }

  /** Sends string fields. */
  public post(place: string, fields: Readonly<Record<string, string>>): void {
    const given = Object.entries(fields).flatMap(([name, value]) => ["--raw-field", `${name}=${value}`]);
    const text = this.ask(place, "--silent", "--method", "POST", ...given);
    if (text === undefined) throw new UnusablePlan(`GitHub has no ${place}`);
  }

  /** Downloads an artifact from a run. @returns whether it still exists */
  public download(run: number, name: string, folder: string): boolean {
    fs.mkdirSync(path.dirname(folder), { recursive: true });
    const where = ["--repo", this.repository, "--name", name, "--dir", folder];
    return this.gh(["run", "download", String(run), ...where]).status === 0;
  }

  private ask(place: string, ...options: readonly string[]): string | undefined {
    const { status, stdout, stderr } = this.gh(["api", `repos/${this.repository}/${place}`, ...options]);
    if (status === 0) return stdout;
    if (/HTTP 404/.test(stderr)) return undefined;
    throw new UnusablePlan(`GitHub does not respond to ${place}: ${stderr.trim().slice(0, 300)}`);
  }
}

function parse<T extends v.GenericSchema>(text: string, shape: T, place: string): v.InferOutput<T> {
  const { success, output } = v.safeParse(v.pipe(v.string(), v.parseJson(), shape), text);
  if (!success) throw new UnusablePlan(`GitHub's response to ${place} is not what its API documents`);
  return output;
}

const account = v.nullable(v.object({ login: v.string(), type: v.optional(v.string()) }));

export const pullRequestShape = v.object({
  number: v.number(),
  state: v.string(),
  user: account,
  merged_at: v.nullish(v.string()),
  merge_commit_sha: v.nullish(v.string()),
  head: v.object({ ref: v.string(), sha: v.string(), repo: v.nullable(v.object({ full_name: v.string() })) }),
  base: v.object({ ref: v.string(), repo: v.object({ full_name: v.string() }) }),
});
export type PullRequest = v.InferOutput<typeof pullRequestShape>;

export const commitShape = v.object({
  sha: v.string(),
  author: v.nullish(v.object({ login: v.optional(v.string()) })),
  committer: v.nullish(v.object({ login: v.optional(v.string()) })),
  parents: v.array(v.object({ sha: v.string() })),
});

export const reviewShape = v.object({
  user: account,
  state: v.string(),
  commit_id: v.nullish(v.string()),
  submitted_at: v.nullish(v.string()),
});
export type Review = v.InferOutput<typeof reviewShape>;

export const runShape = v.object({
  id: v.number(),
  path: v.string(),
  event: v.string(),
  head_branch: v.nullish(v.string()),
  head_sha: v.string(),
  conclusion: v.nullish(v.string()),
  repository: v.object({ full_name: v.string() }),
  head_repository: v.nullish(v.object({ full_name: v.string() })),
});
export type Run = v.InferOutput<typeof runShape>;

/** Reports whether a run is of this workflow file in this repository. GitHub may append the ref to the path. */
export function isRunOf({ repository }: GitHub, run: Run, file: string): boolean {
  const [path = ""] = run.path.split("@");
  return run.repository.full_name === repository && path === `.github/workflows/${file}`;
}
