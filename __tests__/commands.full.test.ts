import { spawn, spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import { projectCopy } from "@pipelines/testing/exporting";
import { smallTreePlace, writeSmallTree } from "@pipelines/testing/small-tree";
import { temporaryFolder } from "@pipelines/testing/temporary-folder";
import { inheritedEnvironment } from "@pipelines/terraform/terraform";

/** How a command should behave with a misspelled argument, and without arguments. */
interface Row {
  /** Arguments with a typo, and the line of the message that corrects it. */
  readonly near: readonly [readonly string[], string];
  /**
   * Expected exit code and part of the output when run without arguments. If there is no code, the command starts work
   * that takes a long time.
   */
  readonly nothing: readonly [code: number | undefined, text: string];
  /** What the command's own process loads without arguments; child processes are not counted. @default nothing */
  readonly loads?: readonly Heavy[];
}

/** Libraries that take longer to load than all of a command's own code. */
const heavy = { CDKTF: /node_modules.(cdktf.lib|constructs|@cdktf)/, "the AWS SDK": /node_modules.(@aws-sdk|@smithy)/ };
type Heavy = keyof typeof heavy;

const slip = "aplha";
const accountStack = `state-${smallTreePlace.account}-${smallTreePlace.region}`;
const noStack = `found:   no stack\n  allowed: alpha, beta and ${accountStack}\n`;
const fix = (text: string) => `  fix:     ${text}`;

/** Every command of this project; `help.test.ts` checks their help. Without arguments, most of them list everything that is missing. */
const commands: Readonly<Record<string, Row>> = {
  synth: {
    near: [["--forward", "oen", "--without-history"], fix("write --forward one")],
    nothing: [0, "Next:"],
    loads: ["CDKTF"],
  },
  diff: { near: [[slip], fix("write npm run diff -- alpha")], nothing: [1, noStack] },
  deploy: { near: [[slip], fix("write npm run deploy -- alpha")], nothing: [1, noStack] },
  destroy: { near: [[slip], fix("write npm run destroy -- alpha")], nothing: [1, noStack] },
  bootstrap: {
    near: [[accountStack.replace("eu", "ue")], fix(`write ${accountStack}`)],
    nothing: [1, "found:   no stack\n  allowed: npm run bootstrap -- <stack>"],
  },
  "plan-summary": { near: [["--stak", "alpha"], fix("write --stack")], nothing: [1, "standard input is empty: run"] },
  plannable: {
    near: [["--bas", "x"], fix("write --base")],
    nothing: [1, "found:   no --base\n  allowed: --base <cdk.tf.json>\nerror npm run -s plannable <cdk.tf.json>"],
  },
  bench: { near: [["--hepl"], fix("write --help")], nothing: [undefined, "Node v"] },
  schemas: { near: [["--hepl"], fix("write --help")], nothing: [0, ""] },
  check: { near: [["--format", "jsn"], fix("write --format json")], nothing: [0, ""] },
  mutate: { near: [["constructs", "--sede", "2"], fix("write --seed")], nothing: [1, "found:   no package\n"] },
  try: { near: [["oen"], fix("write one")], nothing: [1, "found:   no image"] },
  status: { near: [[slip], fix("write alpha")], nothing: [1, "IB-OP-CREDENTIALS"], loads: ["the AWS SDK"] },
  build: {
    near: [["alpha", "oen"], fix("write one")],
    nothing: [1, "<environment> IB-OPTION\n  found:   no environment\n"],
  },
  promote: {
    near: [["one", "--to", slip, "--channel", "stable"], fix("write alpha")],
    nothing: [1, "3 errors\n\nusage: npm run promote -- <image> --to <environment> --channel <channel>"],
  },
  revoke: {
    near: [["alpha", "oen", "1.0.0-1", "--reason", "bad"], fix("write one")],
    nothing: [1, "4 errors\n\nusage: npm run revoke -- <environment> <image> <build> --reason <text>"],
  },
  recover: { near: [[slip], fix("write alpha")], nothing: [1, "found:   no environment\n"] },
  move: { near: [[slip], fix("write alpha")], nothing: [1, "found:   no environment\n"] },
  ancestry: { near: [["alpha", "oen"], fix("write one")], nothing: [1, "2 errors\n\nusage: npm run ancestry"] },
  rehearse: { near: [[slip], "did you mean alpha?"], nothing: [undefined, "Rehearsal of the first environment"] },
  "rehearse:faults": { near: [["--phase", "dploy"], fix("write --phase deploy")], nothing: [undefined, ""] },
  conformance: {
    near: [["--awz"], fix("write --aws")],
    nothing: [0, "beliefs hold."],
    loads: ["the AWS SDK"],
  },
  successor: { near: [["--kepe"], fix("write --keep")], nothing: [undefined, "Copied the tree"] },
  import: { near: [["--acount"], fix("write --account")], nothing: [1, "npm run import"] },
  graph: { near: [[slip], fix("write alpha")], nothing: [1, "found:   no environment\n"] },
  "lock-provider": { near: [["--miror", "x"], fix("write --mirror")], nothing: [1, "usage: npm run lock-provider"] },
  export: { near: [[slip], fix("write --stack alpha")], nothing: [0, "alpha"] },
};

const root = path.resolve(__dirname, "..");
const { scripts } = JSON.parse(fs.readFileSync(path.join(root, "package.json"), "utf8")) as {
  scripts: Readonly<Record<string, string>>;
};

interface Ran {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

describe("Every command in package.json", () => {
  const tree = projectCopy();
  const folder = temporaryFolder();
  const hook = path.join(folder, "hook.cjs");
  const loaded = path.join(folder, "loaded");

  beforeAll(() => {
    writeSmallTree(tree, {
      environments: {
        alpha: 'images: [image("one")]',
        beta: 'images: [image("one")], repositoryPrefix: "beta"',
      },
      images: { one: 'repository: "one", parentImage: "amazonlinux:2023", channels: ["stable"]' },
    });
    fs.rmSync(path.join(tree, "image-versions.lock"));
    const git = (...args: string[]) =>
      spawnSync("git", ["-c", "user.name=Tests", "-c", "user.email=tests@example.com", ...args], { cwd: tree });
    git("init", "--quiet");
    // Some of the expected messages only appear after a synth.
    expect(spawnSync(process.execPath, ["--require", "./typescript.cjs", "main.ts"], { cwd: tree, env }).status).toBe(
      0,
    );
    git("add", "--all");
    git("commit", "--quiet", "--message=Begin");
    fs.writeFileSync(
      hook,
      `process.on("exit", () => {
        if (!process.argv[1]?.endsWith(process.env.COUNTED)) return;
        require("node:fs").writeFileSync(${JSON.stringify(loaded)}, Object.keys(require.cache).join("\\n"));
      });`,
    );
  });

  /** Runs a command, and also returns what its own process loaded, or nothing if a signal ended it. */
  async function runCounted(name: string, args: readonly string[], until?: string, more: NodeJS.ProcessEnv = {}) {
    fs.writeFileSync(loaded, "");
    const COUNTED = scripts[name]?.split(" ").find((word) => word.endsWith(".ts"));
    const ran = await run(name, args, until, { ...more, COUNTED, NODE_OPTIONS: `--require ${hook}` });
    const files = fs.readFileSync(loaded, "utf8");
    const loads = Object.entries(heavy).flatMap(([what, pattern]) => (pattern.test(files) ? [what] : []));
    return { ...ran, loads, isCounted: files !== "" };
  }

  const env: NodeJS.ProcessEnv = {
    ...Object.fromEntries(Object.entries(inheritedEnvironment()).filter(([name]) => name !== "CI")),
    AWS_EC2_METADATA_DISABLED: "true",
    AWS_CONFIG_FILE: path.join(folder, "none"),
    AWS_SHARED_CREDENTIALS_FILE: path.join(folder, "none"),
  };

  /**
   * Runs a command the way npm does. If no exit code is expected, the process is stopped once it prints `until`, or
   * after a few seconds.
   */
  function run(name: string, args: readonly string[], until?: string, more: NodeJS.ProcessEnv = {}): Promise<Ran> {
    const [, ...words] = (scripts[name] ?? "").split(" ");
    const child = spawn(process.execPath, [...words, ...args], { cwd: tree, env: { ...env, ...more }, detached: true });
    child.stdin.end();
    let [out, err] = ["", ""];
    const end = () => {
      if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, "SIGKILL");
    };
    const look = () => {
      if (until !== undefined && until !== "" && (out + err).includes(until)) end();
    };
    child.stdout.on("data", (data: Buffer) => {
      out += data.toString();
      look();
    });
    child.stderr.on("data", (data: Buffer) => {
      err += data.toString();
      look();
    });
    const timer = until === "" ? setTimeout(end, 3_000) : undefined;
    return new Promise((resolve) => {
      child.on("close", (code) => {
        clearTimeout(timer);
        resolve({ code, out, err });
      });
    });
  }

  it("is in this table, or belongs to another tool", () => {
    const own = Object.entries(scripts).filter(([, line]) => line.startsWith("node "));
    expect(own.map(([name]) => name).sort()).toEqual(Object.keys(commands).sort());
    const others = Object.entries(scripts).filter(([, line]) => !line.startsWith("node "));
    const tools = ["jest", "tsc", "knip", "eslint", "depcruise", "prettier"];
    expect(others.filter(([, line]) => !tools.includes(line.split(" ")[0] ?? ""))).toEqual([]);
  });

  describe.each(Object.entries(commands))("%s", (name, { near, nothing, loads: needed = [] }) => {
    it("suggests what was probably meant", async () => {
      const { code, out, err } = await run(name, near[0]);
      expect(code).toBe(1);
      expect(out + err).toContain(near[1]);
      expect(out + err).not.toMatch(/^ {4}at /m);
    });

    it("runs without arguments, and loads only what it needs for that", async () => {
      const [expected, text] = nothing;
      const more = ["rehearse", "rehearse:faults"].includes(name) ? {} : { TERRAFORM_BINARY_NAME: "no-terraform" };
      const { code, out, err, loads } = await runCounted(name, [], expected === undefined ? text : undefined, more);
      expect(out + err).toContain(text);
      // A command that had already started its work is stopped by a signal, so it has no exit code.
      expect(code).toBe(expected ?? null);
      expect(out + err).not.toMatch(/^ {4}at /m);
      expect(loads).toEqual(needed);
    });
  });

  it("checks a document without loading CDKTF", async () => {
    const { code, loads, isCounted } = await runCounted("check", ["images/one/install.yaml", "images/one/Dockerfile"]);
    expect([code, loads, isCounted]).toEqual([0, [], true]);
  });
});
