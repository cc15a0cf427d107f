import { spawn, spawnSync } from "node:child_process";
import * as fs from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import * as path from "node:path";
import { temporaryFolder } from "@pipelines/testing/temporary-folder";
import { fixtureTree, projectCopy } from "@pipelines/testing/exporting";
import { writeSmallTree } from "@pipelines/testing/small-tree";

const hasTools = ["jq", "curl", "bash"].every((tool) => spawnSync(tool, ["--version"]).status === 0);
if (!hasTools) process.stderr.write("\nSKIPPED: operate.sh\n  jq, curl or bash was not found\n\n");
const describeWithTools = hasTools ? describe : describe.skip;

interface Operated {
  readonly status: number | null;
  readonly summary: string;
  readonly out: string;
  readonly stderr: string;
  /** How `npm` was called, and the profiles available to it. */
  readonly npm: string;
}

/** Runs the script with a GitHub that issues this token, and an npm that records its calls. */
async function operate(
  command: string,
  env: Readonly<Record<string, string>>,
  token = "a.token",
  cwd = fixtureTree(),
): Promise<Operated> {
  const home = temporaryFolder();
  const said = path.join(home, "npm.log");
  const bin = path.join(home, "bin");
  fs.mkdirSync(bin);
  const npm = `#!/bin/sh\nprintf '%s\\n' "$@" >"${said}"\ncat "$AWS_CONFIG_FILE" >>"${said}"\ncat "$(sed -n 's/web_identity_token_file = //p' "$AWS_CONFIG_FILE" | head -1)" >>"${said}"\necho moved\nexit \${EXIT:-0}\n`;
  fs.writeFileSync(path.join(bin, "npm"), npm, { mode: 0o755 });
  const github = createServer((request, response) => {
    const isAsked =
      request.url === "/token?v=1&audience=sts.amazonaws.com" && request.headers.authorization === "bearer t";
    response.writeHead(isAsked ? 200 : 401).end(JSON.stringify({ value: token }));
  });
  await new Promise<void>((resolve) => github.listen(0, "127.0.0.1", resolve));
  const summary = path.join(home, "summary.md");
  try {
    const child = spawn("bash", [".github/scripts/operate.sh", command], {
      cwd,
      env: {
        PATH: `${bin}:${process.env["PATH"] ?? ""}`,
        GITHUB_STEP_SUMMARY: summary,
        GITHUB_ACTOR: "alice[bot]",
        GITHUB_RUN_ID: "42",
        ACTIONS_ID_TOKEN_REQUEST_TOKEN: "t",
        ACTIONS_ID_TOKEN_REQUEST_URL: `http://127.0.0.1:${(github.address() as AddressInfo).port}/token?v=1`,
        ...env,
      },
    });
    let stderr = "";
    let out = "";
    child.stdout.on("data", (chunk: Buffer) => (out += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
    const status = await new Promise<number | null>((resolve) => child.on("close", resolve));
    const read = (file: string) => (fs.existsSync(file) ? fs.readFileSync(file, "utf8") : "");
    return { status, out, stderr, summary: read(summary), npm: read(said) };
  } finally {
    github.close();
  }
}

describeWithTools("operate.sh", () => {
  const promotion = { IMAGE: "web", TO: "prod", CHANNEL: "stable", FROM: "", BUILD: "", PREVIOUS: "false" };

  test("promotes with the roles of both environments, and summarizes what moved", async () => {
    const { status, summary, npm } = await operate("promote", { ...promotion, FROM: "staging", BUILD: "1.0.3-2" });
    expect(status).toBe(0);
    expect(npm.split("\n[profile")[0]?.split("\n")).toEqual([
      ...["run", "--silent", "promote", "--", "web", "--to", "prod", "--channel", "stable", "--profile", "prod=prod"],
      ...["--from", "staging", "--profile", "staging=staging", "--build", "1.0.3-2"],
    ]);
    expect(npm).toMatch(/\[profile prod\]\nrole_arn = arn:aws:iam::\d{12}:role\/prod-image-pipelines-operate\n/);
    expect(npm).toMatch(/\[profile staging\]\nrole_arn = arn:aws:iam::\d{12}:role\/staging-image-pipelines-read\n/);
    expect(npm).toContain("role_session_name = alicebot-42\n");
    expect(npm.endsWith("a.token\n")).toBe(true);
    expect(summary).toBe("### promote: exit code 0\n~~~~~~\nmoved\n~~~~~~\n");
  });

  test("moves a channel back, and returns the command's exit code", async () => {
    const { status, summary, npm } = await operate("promote", { ...promotion, PREVIOUS: "true", EXIT: "1" });
    expect(npm).toContain("\nprod=prod\n--previous\n");
    expect(status).toBe(1);
    expect(summary).toContain("exit code 1");
  });

  test("builds several images, whatever their names contain", async () => {
    const { npm } = await operate("build", { ENVIRONMENT: "staging", IMAGES: "web  $(touch x) base" });
    expect(npm.split("\n[profile")[0]?.split("\n").slice(4)).toEqual([
      ...["staging", "web", "$(touch", "x)", "base", "--profile", "staging"],
    ]);
  });

  test("finds the stack that images are in, and lets the command report unknown names", async () => {
    const found = async (ENVIRONMENT: string, IMAGES: string) => (await operate("stack", { ENVIRONMENT, IMAGES })).out;
    expect(await found("staging", "hello-world no-such-image")).toBe("stack=staging\n");
    expect(await found("nowhere", "web")).toBe("stack=nowhere\n");
  });

  test("reports an error if GitHub does not issue a token", async () => {
    const { status, stderr, npm } = await operate("promote", promotion, "");
    expect(status).toBe(1);
    expect(stderr).toContain("id-token: write");
    expect(npm).toBe("");
  });
});

describeWithTools("operate.sh in an environment with groups", () => {
  const tree = projectCopy();
  writeSmallTree(tree, {
    environments: {
      dev: 'images: [image("base")], groups: { web: { images: [image("web")] }, shop: { images: [image("shop")] } }',
    },
    images: { base: "", web: "", shop: "" },
  });
  const inTree = (command: string, IMAGES: string) => operate(command, { ENVIRONMENT: "dev", IMAGES }, "a.token", tree);

  it.each([
    ["web", "dev-web"],
    ["base", "dev"],
    ["unknown", "dev"],
  ])("finds the stack of %s: %s", async (images, stack) => {
    expect(await inTree("stack", images)).toMatchObject({ status: 0, out: `stack=${stack}\n` });
  });

  it("refuses images from several groups, because one job cannot assume all of their roles", async () => {
    const { status, stderr } = await inTree("stack", "web shop");
    expect(status).toBe(1);
    expect(stderr).toContain(
      "::error::web shop are in several groups of dev, each with its own role (dev-shop dev-web): run this workflow once for each",
    );
  });

  it("builds with the role of the group that the image is in", async () => {
    const { status, npm } = await inTree("build", "web");
    expect(status).toBe(0);
    expect(npm).toContain("role_arn = arn:aws:iam::123456789012:role/dev-web-image-pipelines-operate");
  });
});
