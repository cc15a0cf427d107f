import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import { accounts, helloWorld } from "@pipelines/testing/fixture-app";
import { expectFile } from "@pipelines/testing/expected";
import { temporaryFolder } from "@pipelines/testing/temporary-folder";
import { AppCopy, root } from "../app-copy";

// Each test starts the app, some several times, and the machine may be busy.
jest.setTimeout(120_000);

const stackTrace = /^\s+at .*:\d+:\d+\)?$/m;

describe("The app on a machine with only Node", () => {
  const bin = temporaryFolder();
  const PATH = { PATH: bin };
  beforeAll(() => {
    fs.symlinkSync(process.execPath, path.join(bin, "node"));
  });

  it("synthesizes, including a state in HCP Terraform and a project name", () => {
    const copy = AppCopy.ofFixture();
    copy.edit("stacks/accounts.ts", (text) =>
      text.replace("project: ProjectSettings = {}", 'project: ProjectSettings = { name: "web" }'),
    );
    fs.rmSync(path.join(copy.folder, "image-versions.lock"));
    const state = 'state: { hcpTerraform: { organization: "acme" } },';
    copy.edit("stacks/dev-stack.ts", (text) => text.replace('environment: "dev",', (line) => `${line} ${state}`));
    const { code, err } = copy.synth(PATH);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    const { terraform } = JSON.parse(copy.output()["stacks/web-dev/cdk.tf.json"] ?? "") as { terraform: object };
    expect(terraform).toMatchObject({ cloud: { organization: "acme", workspaces: { name: "web-dev" } } });
  });

  const copy = AppCopy.ofFixture();
  it.each([
    ["an unknown option", {}, "--forzen", "fix:     write --frozen\n"],
    [
      "an option that npm kept for itself",
      { npm_config_frozen: "true" },
      "",
      "fix:     write npm run synth -- --frozen\n",
    ],
    ["an argument", {}, "dev", 'found:   the argument "dev"\n'],
    [
      "to move a version of a frozen lock",
      {},
      "--frozen --forward=web",
      "--forward IB-OPTION\n  found:   it with a frozen lock (CI, or --frozen)\n  allowed: it if versions may change\n  fix:     run it with CI unset, and commit the lock\n",
    ],
  ])("refuses %s, and writes nothing", (_what, env, args, words) => {
    const { code, out, err } = copy.synth({ ...PATH, ...env }, args);
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err).toContain(words);
    expect(copy.output()).toEqual({});
  });
});

describe("npm run check", () => {
  const run = (...args: string[]) => {
    const words = ["--require", "./typescript.cjs", "packages/image-checks/check-cli.ts", ...args];
    const { status, stdout, stderr } = spawnSync(process.execPath, words, { cwd: root, encoding: "utf8" });
    return { code: status, out: stdout, err: stderr };
  };
  const document = `${helloWorld}/hello-world.yaml`;

  it("reports no findings for a document without mistakes", () => {
    expect(run(document, "--strict")).toEqual({ code: 0, out: "no findings\n", err: "" });
  });

  it.each([[["--strct"]], [[document, "--strct"]]])("refuses an unknown option: %j", (args) => {
    const { code, out, err } = run(...args);
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err).toContain("fix:     write --strict\n");
  });

  it("writes nothing, not even an empty output folder, which a read-only tree would not allow", () => {
    const copy = AppCopy.ofFixture();
    // A file instead of the folder stands in for a tree that is read-only even for root.
    fs.writeFileSync(copy.outdir, "");
    const words = ["--require", "./typescript.cjs", "packages/image-checks/check-cli.ts"];
    const env = { ...process.env, CI: "", TMPDIR: temporaryFolder() };
    const { status, stderr } = spawnSync(process.execPath, words, { cwd: copy.folder, encoding: "utf8", env });
    expect([status, stderr]).toEqual([0, expect.not.stringContaining("IB-FILE-SYSTEM")]);
    expect(fs.readdirSync(env.TMPDIR)).toEqual([]);
  });

  it("rejects --frozen when checking documents, because there are no versions to freeze", () => {
    expect(run(document, "--frozen")).toMatchObject({ code: 1, out: "" });
  });
});

describe("The app without its packages", () => {
  it("explains how to install them", () => {
    const copy = AppCopy.ofFixture();
    fs.rmSync(path.join(copy.folder, "node_modules"), { recursive: true });
    expect(copy.synth()).toEqual({
      code: 1,
      out: "",
      err: "The packages of this project are not installed: run `npm ci`, then the same command again.\n",
    });
  });
});

describe("The app with a mistake in it", () => {
  const reports: string[] = [];
  const copy = AppCopy.ofFixture();

  it.each<[string, string, (text: string) => string, (string | RegExp)[]]>([
    [
      "settings",
      "stacks/accounts.ts",
      (text) => text.replace(/"\d{12}"/, '"1111"').replace(/(region =) "[^"]*"/, '$1 "us-east-9"'),
      [
        /stacks\/accounts\.ts:\d+ account IB-ACCOUNT/,
        /stacks\/accounts\.ts:\d+ region IB-REGION/,
        "us-east-9",
        "1 error, 1 warning",
      ],
    ],
    [
      "a definition that does not compile",
      "images/hello-world/image.ts",
      (text) => text.replace("components: [", "components: [[["),
      ["images/hello-world/image.ts:9:1 IB-CODE\n  found:   it does not compile", "1 error\n"],
    ],
    [
      "a definition that throws",
      "images/hello-world/image.ts",
      (text) => `throw new Error("on purpose");\n${text}`,
      ["images/hello-world/image.ts:1 IB-CODE\n  found:   it fails: on purpose", "1 error\n"],
    ],
    [
      "a definition that waits",
      "images/hello-world/image.ts",
      (text) => `await Promise.resolve();\n${text}`,
      ["images/hello-world/image.ts:1 IB-CODE\n  found:   await outside a function", "1 error\n"],
    ],
    [
      "a definition that ends the process",
      "images/hello-world/image.ts",
      (text) => `process.exit(0);\n${text}`,
      ["images/hello-world/image.ts:1 IB-CODE\n  found:   it fails: process.exit(0) ends the command", "1 error\n"],
    ],
    [
      "an environment that ends the process",
      "stacks/dev-stack.ts",
      (text) => text.replace("super(app", "process.exit();\n    super(app"),
      [/stacks\/dev-stack\.ts:\d+ IB-CODE\n  found: {3}it fails: process\.exit\(\) ends the command/, "1 error\n"],
    ],
    [
      "accounts without the region that environments import",
      "stacks/accounts.ts",
      (text) => text.replace(/^export const region.*$/m, ""),
      ["error stacks/accounts.ts IB-FIELD-MISSING\n  found:   it exports no region", "1 error\n"],
    ],
    [
      "a syntax error in main.ts",
      "main.ts",
      (text) => text.replace("new DevStack(app, versions);", "new DevStack(app, versions;"),
      [/main\.ts:14:31 IB-CODE\n  found: {3}it does not compile: Unexpected token, expected ","/],
    ],
    [
      "a forgotten import in main.ts",
      "main.ts",
      (text) => text.replace(/^import \{ StagingStack .*\n/m, ""),
      [
        /main\.ts:\d+ IB-CODE/,
        "StagingStack is not defined",
        'add import { StagingStack } from "./stacks/staging-stack";',
      ],
    ],
    [
      "an import of a name that does not exist",
      "main.ts",
      (text) => text.replaceAll("StagingStack", "StageStack"),
      [/main\.ts:\d+ IB-CODE/, "StageStack is not a constructor", "what stacks/staging-stack.ts exports: StagingStack"],
    ],
    [
      "a main.ts that runs nothing",
      "main.ts",
      (text) => text.replace(/^run\(\{[^]*/m, ""),
      ["main.ts IB-CODE\n  found:   it never calls run", "1 error\n"],
    ],
    [
      "an environment after the accounts, whose own account would get no stack",
      "main.ts",
      (text) => text.replace(/^( +new DevStack.*\n)([^]*?)( +AccountStack\.forEnvironmentsOf.*\n)/m, "$2$3$1"),
      [
        /^error main\.ts:\d+ IB-ENVIRONMENT-LATE/,
        "before the last environment",
        "move it below the last environment",
        "1 error\n",
      ],
    ],
    [
      "a missing argument, which fails in the project's own code",
      "main.ts",
      (text) => text.replace("new DevStack(app, versions)", "new DevStack(app)"),
      [/stacks\/dev-stack\.ts:\d+ IB-CODE/, "(in constructs/image-workflows.ts:"],
    ],
    [
      "a thrown value that is not an error",
      "stacks/dev-stack.ts",
      (text) => text.replace("super(app", 'throw "on purpose";\n    super(app'),
      ["main.ts IB-CODE\n  found:   it fails: on purpose"],
    ],
    [
      "an image without a name",
      "stacks/dev-stack.ts",
      (text) => text.replace('image("hello-world"', "image(undefined"),
      [/stacks\/dev-stack\.ts:\d+ IB-IMAGE-MISSING\n  found: {3}image\(undefined\)/, "1 error\n"],
    ],
    [
      "a document with an unresolved merge conflict",
      "images/hello-world/hello-world.yaml",
      (text) => `<<<<<<< HEAD\n${text}=======\n>>>>>>> other\n`,
      ["images/hello-world/hello-world.yaml:1 IB-MERGE-CONFLICT", "1 error\n"],
    ],
    [
      "a missing account, for which nothing else is checked",
      "stacks/dev-stack.ts",
      (text) => text.replace("account: accounts.dev,", ""),
      ["stacks/dev-stack.ts account IB-FIELD-MISSING", "1 error\n"],
    ],
    [
      "one account for all environments, without the setting that makes this work",
      "stacks/accounts.ts",
      (text) => text.replaceAll(/"\d{12}"/g, '"111122223333"'),
      [
        "stacks/accounts.ts project.repositoryPrefix IB-REPOSITORY-TAKEN",
        'repositoryPrefix: "environment"',
        "1 error\n",
      ],
    ],
    [
      "an image that does not exist",
      "stacks/dev-stack.ts",
      (text) => text.replace('image("hello-world"', 'image("hallo-world"'),
      ["IB-IMAGE-MISSING", "hallo-world", 'write image("hello-world")', "1 error\n"],
    ],
    [
      "a definition that is not exported",
      "images/hello-world/image.ts",
      (text) => text.replace(/^export default .*\n/m, ""),
      ["IB-IMAGE-LOAD"],
    ],
    [
      "two environments with the same name",
      "stacks/staging-stack.ts",
      (text) => text.replace('"staging"', '"dev"'),
      ["IB-ENVIRONMENT-TWICE"],
    ],
    [
      "a truncated line in its lock",
      "image-versions.lock",
      (text) => text.replace(/^recipe .*/m, "recipe dev"),
      ["IB-LOCK-LINE", "image-versions.lock:8"],
    ],
  ])("reports it without a stack trace, exits with 1 and writes nothing: %s", (what, file, change, messages) => {
    const undo = copy.edit(file, change);
    const before = copy.files();
    const { code, out, err } = copy.synth();
    const after = copy.files();
    undo();
    expect({ code, out }).toEqual({ code: 1, out: "" });
    for (const words of messages) expect(err).toMatch(words);
    expect(err).not.toMatch(stackTrace);
    expect(after).toEqual(before);
    // Where our own code fails is not part of the message.
    reports.push(
      `# ${what}\n\n${err.replaceAll(copy.folder, "<folder>").replaceAll(/(in constructs\/\S+:)\d+/g, "$1<line>")}`,
    );
  });

  it("reports it with exactly the reviewed messages", () => {
    expectFile(path.join(__dirname, "messages.txt"), reports.join("\n"));
  });
});

describe("The app with one account for all environments", () => {
  it("needs only one line, which puts every repository under its environment's name", () => {
    const copy = AppCopy.ofFixture();
    // Its lock lists repositories from earlier deploys, which prod keeps.
    fs.rmSync(path.join(copy.folder, "image-versions.lock"));
    copy.edit("stacks/accounts.ts", (text) =>
      text
        .replaceAll(/"\d{12}"/g, '"111122223333"')
        .replace("project: ProjectSettings = {}", 'project: ProjectSettings = { repositoryPrefix: "environment" }'),
    );
    expect(copy.synth()).toMatchObject({ code: 0, err: "" });
    const repositories = Object.entries(copy.output())
      .filter(([file]) => /stacks\/(?!state-)/.test(file) && file.endsWith("cdk.tf.json"))
      .map(([file, text]) => {
        const { resource } = JSON.parse(text) as { resource: { aws_ecr_repository: Record<string, { name: string }> } };
        const names = Object.values(resource.aws_ecr_repository).map(({ name }) => name.split("/")[0]);
        return [file.split("/")[1], [...new Set(names)]];
      });
    expect(repositories).toEqual(
      Object.keys(accounts)
        .map((environment) => [environment, [environment]])
        .sort(),
    );
  });
});

describe("The app with a link to an image's folder", () => {
  it("treats it as another image", () => {
    const copy = AppCopy.ofFixture();
    fs.symlinkSync("hello-world", path.join(copy.folder, "images/greeting"));
    copy.edit("stacks/dev-stack.ts", (text) => text.replace(/image\("hello-world"\)/, '$&, image("greeting")'));
    const { code, err } = copy.synth();
    expect(code).toBe(1);
    expect(err).toMatch(
      /IB-REPOSITORY-SHARED\n {2}found: {3}"greeting" and "hello-world" both push to [^]*\n1 error\n/,
    );
  });
});

describe("The app with an image whose definition has another name", () => {
  it("is told to rename it", () => {
    const copy = AppCopy.ofFixture();
    const folder = path.join(copy.folder, "images/hello-world");
    fs.renameSync(path.join(folder, "image.ts"), path.join(folder, "Image.ts"));
    const { code, err } = copy.synth();
    expect(code).toBe(1);
    expect(err).toContain("fix:     rename images/hello-world/Image.ts to image.ts\n\n1 error\n");
  });
});

describe("The app without settings for the project", () => {
  it("uses their defaults, as without trust", () => {
    const copy = AppCopy.ofFixture();
    copy.edit("stacks/accounts.ts", (text) => text.replace(/^export const (?:project|trust)\b.*$/gm, ""));
    expect(copy.synth()).toMatchObject({ code: 0, err: "" });
  });
});

describe("The app in a tree with paths that it cannot read or write", () => {
  const reports: string[] = [];

  it.each<[string, string, string]>([
    ["a folder instead of its lock", "image-versions.lock", "EISDIR"],
    ["a file instead of its output folder", "cdktf.out", "ENOTDIR"],
    ["a file instead of a stack's folder", "cdktf.out/stacks", "ENOTDIR"],
  ])("reports it without a stack trace, and exits with 1: %s", (what, file, reason) => {
    const copy = AppCopy.ofFixture();
    const place = path.join(copy.folder, file);
    fs.rmSync(place, { recursive: true, force: true });
    fs.mkdirSync(path.dirname(place), { recursive: true });
    if (file === "image-versions.lock") fs.mkdirSync(place);
    else fs.writeFileSync(place, "");
    const { code, out, err } = copy.synth();
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err).toMatch(new RegExp(`^error ${file}\\S* IB-FILE-SYSTEM\\n.*${reason}`));
    expect(err).not.toMatch(stackTrace);
    reports.push(`# ${what}\n\n${err.replaceAll(copy.folder, "<folder>")}`);
  });

  it("reports it with exactly the reviewed messages", () => {
    expectFile(path.join(__dirname, "path-messages.txt"), reports.join("\n"));
  });
});

describe("The app with an asset that CDKTF archives", () => {
  it("puts the archive next to the stack", () => {
    const copy = AppCopy.ofFixture();
    copy.edit("main.ts", (text) =>
      text
        .replace(/^/, 'import * as path from "node:path";\nimport { AssetType, TerraformAsset } from "cdktf";\n')
        .replace(
          /new DevStack\(.*\);/,
          'const dev = $&\n    new TerraformAsset(dev, "files", { path: path.join(__dirname, "images"), type: AssetType.ARCHIVE });',
        ),
    );
    expect(copy.synth()).toMatchObject({ code: 0, err: "" });
    const archives = Object.keys(copy.output()).filter((file) => file.endsWith(".zip"));
    expect(archives).toEqual([expect.stringMatching(/^stacks\/dev\/assets\/files\//)]);
  });
});

describe("The app with a changed document", () => {
  const copy = AppCopy.ofFixture();
  copy.edit("images/hello-world/hello-world.yaml", (text) => text.replace('Hello World! Build."', 'Hello ${USER}!"'));

  it.each([
    ["in CI", { CI: "true" }, ""],
    ["frozen on request", {}, "--frozen"],
  ])("fails %s: names each resource and the command that fixes it, and writes nothing", (_where, env, args) => {
    const before = copy.files();
    const { code, out, err } = copy.synth(env, args);
    expect({ code, out }).toEqual({ code: 1, out: "" });
    for (const environment of Object.keys(accounts)) {
      expect(err).toContain(`component ${environment}/hello-world/hello-world`);
      expect(err).toContain(`recipe ${environment}/hello-world`);
    }
    expect(err).toContain("hello-world.yaml changed");
    expect(err).toContain("npm run synth");
    expect(err).not.toMatch(stackTrace);
    expect(copy.files()).toEqual(before);
  });

  it("moves the component and the recipe in every environment, reports this once, and then passes in CI", () => {
    const { code, out, err } = copy.synth();
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatch(
      /^hello-world: component hello-world \d+\.\d+\.\d+ → \d+\.\d+\.\d+ \(hello-world\.yaml changed\) in [a-z0-9-, ]+$/m,
    );
    expect(out).toMatch(/^hello-world: recipe \d+\.\d+\.\d+ → \d+\.\d+\.\d+ \(components changed\) in [a-z0-9-, ]+$/m);
    expect(copy.output()["stacks/dev/cdk.tf.json"]).toContain("Hello $${USER}!");
    expect(copy.synth({ CI: "true" }).code).toBe(0);
  });
});
