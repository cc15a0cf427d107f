import * as path from "node:path";
import { FakeGitHub, hasJq, writeFiles } from "./fake-gh";

if (!hasJq())
  process.stderr.write("\nSKIPPED: scripts of the workflows\n  jq was not found: https://jqlang.org/download\n\n");
const describeWithJq = hasJq() ? describe : describe.skip;

const comments = "GET repos/o/r/issues/7/comments";

/** A folder with plans, like the downloaded artifacts of a run. */
function plans(github: FakeGitHub, outcomes: Readonly<Record<string, string>>, prefix = "plan"): string {
  const folder = path.join(github.home, "plans");
  for (const [stack, outcome] of Object.entries(outcomes)) {
    writeFiles(path.join(folder, `${prefix}-${stack}`), {
      outcome: `${outcome}\n`,
      "summary.md": `${stack}: planned.\n`,
    });
  }
  return folder;
}

describeWithJq("comment.sh", () => {
  const env = {
    RUN_URL: "https://github.com/o/r/actions/runs/1",
    HEAD_SHA: "0123456789abcdef0123456789abcdef01234567",
  };
  const message = (stack: string) =>
    `<!-- plan of ${stack} -->\n${stack}: planned.\n\n<sub>Review of 0123456789ab, [made here](https://github.com/o/r/actions/runs/1). Changed images were [tried in containers](https://github.com/o/r/actions/workflows/try.yml).</sub>\n`;

  test("writes one comment per stack", () => {
    const github = new FakeGitHub({ [comments]: [], "POST repos/o/r/issues/7/comments": {} });
    const { status, stdout } = github.run("comment.sh", [plans(github, { dev: "routine", prod: "approval" })], env);
    expect(stdout).toBe("dev: commented\nprod: commented\n");
    expect(status).toBe(0);
    expect(github.asked.filter(({ method }) => method === "POST").map(({ body }) => body)).toEqual([
      message("dev"),
      message("prod"),
    ]);
  });

  test("updates its own comment, and leaves other people's alone even if they contain its marker", () => {
    const github = new FakeGitHub({
      [comments]: [
        { id: 1, user: { login: "mallory" }, body: "<!-- plan of dev -->\nmine" },
        { id: 2, user: { login: "github-actions[bot]" }, body: "<!-- plan of prod -->\nanother stack" },
        { id: 3, user: { login: "github-actions[bot]" }, body: "<!-- plan of dev -->\nolder" },
      ],
      "PATCH repos/o/r/issues/comments/3": {},
    });
    const { stdout } = github.run("comment.sh", [plans(github, { dev: "routine" })], env);
    expect(stdout).toBe("dev: updated comment 3\n");
    expect(github.asked.at(-1)).toEqual({ method: "PATCH", path: "repos/o/r/issues/comments/3", body: message("dev") });
  });

  test("also writes one for a stack that is not planned", () => {
    const github = new FakeGitHub({ [comments]: [], "POST repos/o/r/issues/7/comments": {} });
    const folder = plans(github, { dev: "routine" });
    writeFiles(path.join(folder, "stacks", "prod"), { "summary.md": "prod: planned.\n", "cdk.tf.json": "{}" });
    writeFiles(path.join(folder, "stacks", "dev"), { "cdk.tf.json": "{}" });
    expect(github.run("comment.sh", [folder], env).stdout).toBe("dev: commented\nprod: commented\n");
    expect(github.asked.at(-1)?.body).toBe(message("prod"));
  });

  test("refuses a folder whose name is not a stack name", () => {
    const github = new FakeGitHub({ [comments]: [] });
    const { status, stderr } = github.run("comment.sh", [plans(github, { "x --> @all": "routine" })], env);
    expect(stderr).toContain("not a stack name: ");
    expect(status).toBe(1);
    expect(github.asked).toEqual([]);
  });
});
