import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { copyProject } from "@pipelines/rehearsal/project-copy";
import { temporaryFolder } from "@pipelines/testing/stack";
import { OwnApp } from "../stacks/environments";
import { tree } from "@pipelines/testing/tree";

const root = path.resolve(__dirname, "../..");
const own = new OwnApp();
const environments = own.environments.map(({ settings }) => settings);
const withHelloWorld = environments
  .filter(({ images }) => images.some(({ name }) => name === "hello-world"))
  .map(({ environment }) => environment);
const { scripts } = JSON.parse(fs.readFileSync(path.join(root, "package.json"), "utf8")) as {
  scripts: Record<string, string>;
};

/** What a synth reads, in a folder of its own outside of git, with this tree's packages. */
class Copy {
  public readonly folder = fs.realpathSync(temporaryFolder());
  public readonly outdir = path.join(this.folder, "cdktf.out");

  public constructor() {
    copyProject(root, this.folder, "__tests__");
  }

  public edit(file: string, change: (text: string) => string): void {
    const before = fs.readFileSync(path.join(this.folder, file), "utf8");
    const after = change(before);
    if (after === before) throw new Error(`${file} has nothing to change`);
    fs.writeFileSync(path.join(this.folder, file), after);
  }

  /** The command of `npm run synth`. */
  public synth(
    env: Readonly<Record<string, string>> = {},
    args = "",
  ): { code: number | null; out: string; err: string } {
    const inherited = Object.entries(process.env).filter(
      ([name]) => !/^(CI|CDKTF_.*|SYNTH_.*|NODE_OPTIONS)$/.test(name),
    );
    const { status, stdout, stderr } = spawnSync(`${scripts.synth ?? ""} --without-history ${args}`, {
      cwd: this.folder,
      env: { ...Object.fromEntries(inherited), ...env },
      encoding: "utf8",
      shell: true,
    });
    return { code: status, out: stdout, err: stderr };
  }

  /** Everything but the packages. */
  public files(): Record<string, string> {
    return Object.fromEntries(Object.entries(tree(this.folder)).filter(([file]) => !file.startsWith("node_modules")));
  }

  public output(): Record<string, string> {
    return tree(this.outdir);
  }
}

// Each test starts the app, some several times, on a machine that may be busy.
jest.setTimeout(120_000);

const stackTrace = /^\s+at .*:\d+:\d+\)?$/m;

describe("The app, as it is", () => {
  const copy = new Copy();
  const lock = fs.readFileSync(path.join(root, "image-versions.lock"), "utf8");
  const first = copy.synth();

  it("synthesizes its environments and their state buckets, and says where", () => {
    expect({ code: first.code, err: first.err }).toEqual({ code: 0, err: "" });
    for (const { environment } of environments) {
      expect(first.out).toMatch(
        new RegExp(`^cdktf\\.out/stacks/${environment}/cdk\\.tf\\.json: \\d+ resources, in `, "m"),
      );
    }
    expect(Object.keys(copy.output()).sort()).toEqual(
      ["manifest.json", ...own.stacks.map((stack) => `stacks/${stack}/cdk.tf.json`)].sort(),
    );
  });

  it("has a lock that matches its images", () => {
    expect(fs.readFileSync(path.join(copy.folder, "image-versions.lock"), "utf8")).toBe(lock);
  });

  it("has an explicit backend in every stack", () => {
    for (const [file, text] of Object.entries(copy.output()).filter(([name]) => name.endsWith("cdk.tf.json"))) {
      const { terraform } = JSON.parse(text) as { terraform: { backend?: object; cloud?: object } };
      const kinds = Object.keys(terraform.backend ?? terraform.cloud ?? {});
      expect([file, kinds.includes("local")]).toEqual([file, file.includes("/state-")]);
      expect(kinds).not.toEqual([]);
    }
  });

  it("writes no path of this machine anywhere", () => {
    for (const [file, text] of Object.entries(copy.output())) {
      const folders = [copy.folder, root, process.cwd(), process.execPath];
      // Not the folder of temporary files: components have that in a container too.
      for (const place of [...folders, path.join(os.homedir(), path.sep)]) {
        // Some build machines' home is "/", which is everywhere.
        if (place !== "/") expect([file, place, text.includes(place)]).toEqual([file, place, false]);
      }
      const paths = [...text.matchAll(/"(?:path|[a-z_]*file|source)": "([^"]*)"/g)].map((match) => match[1] ?? "");
      // IAM's paths begin with a slash and are no files.
      expect(paths.filter((one) => path.isAbsolute(one) && !["/", "/executionServiceEC2Role/"].includes(one))).toEqual(
        [],
      );
    }
  });

  it("writes the same bytes a second time, and in another folder, time zone and locale", () => {
    const output = copy.output();
    expect(copy.synth()).toEqual(first);
    expect(copy.output()).toEqual(output);
    const other = new Copy();
    expect(
      other.synth({ TZ: "Pacific/Auckland", LC_ALL: "tr_TR.UTF-8", LANG: "tr_TR.UTF-8", HOME: other.folder }),
    ).toEqual(first);
    expect(other.output()).toEqual(output);
  });

  it("passes with the lock frozen, as in CI", () => {
    const { code, err } = copy.synth({ CI: "true" });
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(copy.synth({}, "--frozen").code).toBe(0);
  });
});

describe("The app on a machine with Node alone", () => {
  const bin = temporaryFolder();
  const PATH = { PATH: bin };
  beforeAll(() => {
    fs.symlinkSync(process.execPath, path.join(bin, "node"));
  });

  it("synthesizes, a state in HCP Terraform included", () => {
    const copy = new Copy();
    const state = 'state: { hcpTerraform: { organization: "acme" } },';
    copy.edit("stacks/dev-stack.ts", (text) => text.replace('environment: "dev",', (line) => `${line} ${state}`));
    const { code, err } = copy.synth(PATH);
    expect({ code, err }).toEqual({ code: 0, err: "" });
    const { terraform } = JSON.parse(copy.output()["stacks/dev/cdk.tf.json"] ?? "") as { terraform: object };
    expect(terraform).toMatchObject({ cloud: { organization: "acme", workspaces: { name: "dev" } } });
  });

  it.each([
    ["an option that it does not know", {}, "--forzen", "fix:     write --frozen\n"],
    [
      "an option that npm took for itself",
      { npm_config_frozen: "true" },
      "",
      "fix:     write npm run synth -- --frozen\n",
    ],
    ["an argument", {}, "dev", 'found:   the argument "dev"\n'],
  ])("refuses %s, and writes nothing", (_what, env, args, words) => {
    const copy = new Copy();
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
  const document = "images/hello-world/hello-world.yaml";

  it("finds no error in the app as it is, and nothing in a document of it", () => {
    // Settings may have warnings: T2 in a young region, a parent that is not pinned.
    const { code, err } = run();
    expect(code).toBe(0);
    expect(err).not.toMatch(/^error/m);
    expect(run(document, "--strict")).toEqual({ code: 0, out: "no findings\n", err: "" });
  });

  it.each([[["--strct"]], [[document, "--strct"]]])("refuses an option that it does not know: %j", (args) => {
    const { code, out, err } = run(...args);
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err).toContain("fix:     write --strict\n");
  });

  it("has no versions to freeze in documents", () => {
    expect(run(document, "--frozen")).toMatchObject({ code: 1, out: "" });
  });
});

describe("The app with a mistake in it", () => {
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
      "a syntax error in main.ts",
      "main.ts",
      (text) => text.replace("new DevStack(app, versions);", "new DevStack(app, versions;"),
      [/main\.ts:\d+:40 IB-CODE\n  found: {3}it does not compile: Unexpected token, expected ","/],
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
      "the import of a name that there is not",
      "main.ts",
      (text) => text.replaceAll("StagingStack", "StageStack"),
      [/main\.ts:\d+ IB-CODE/, "StageStack is not a constructor", "what stacks/staging-stack.ts exports: StagingStack"],
    ],
    [
      "an argument left out, which fails in the project's own code",
      "main.ts",
      (text) => text.replace("new DevStack(app, versions)", "new DevStack(app)"),
      [/stacks\/dev-stack\.ts:\d+ IB-CODE/, "(in stacks/environment/check-first-builds.ts:"],
    ],
    [
      "something thrown that is no error",
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
      "a document that git could not merge",
      "images/hello-world/hello-world.yaml",
      (text) => `<<<<<<< HEAD\n${text}=======\n>>>>>>> other\n`,
      ["images/hello-world/hello-world.yaml:1 IB-MERGE-CONFLICT", "1 error\n"],
    ],
    [
      "an account left out, for which nothing else is checked",
      "stacks/dev-stack.ts",
      (text) => text.replace("account: accounts.dev,", ""),
      ["stacks/dev-stack.ts account IB-FIELD-MISSING", "1 error\n"],
    ],
    [
      "one account for all environments, without what makes it work",
      "stacks/accounts.ts",
      (text) => text.replaceAll(/"\d{12}"/g, '"111122223333"'),
      [
        "stacks/accounts.ts project.repositoryPrefix IB-REPOSITORY-TAKEN",
        'repositoryPrefix: "environment"',
        "1 error\n",
      ],
    ],
    [
      "an image that is not there",
      "stacks/dev-stack.ts",
      (text) => text.replace('image("hello-world"', 'image("hallo-world"'),
      ["IB-IMAGE-MISSING", "hallo-world", 'write image("hello-world")', "1 error\n"],
    ],
    [
      "two environments of one name",
      "stacks/staging-stack.ts",
      (text) => text.replace('"staging"', '"dev"'),
      ["IB-ENVIRONMENT-TWICE"],
    ],
    [
      "a line of its lock cut short",
      "image-versions.lock",
      (text) => text.replace(/^recipe .*/m, "recipe dev"),
      ["IB-LOCK-LINE", "image-versions.lock:8"],
    ],
  ])("reports it without a stack trace, ends with 1 and writes nothing: %s", (_what, file, change, messages) => {
    const copy = new Copy();
    copy.edit(file, change);
    const before = copy.files();
    const { code, out, err } = copy.synth();
    expect({ code, out }).toEqual({ code: 1, out: "" });
    for (const words of messages) expect(err).toMatch(words);
    expect(err).not.toMatch(stackTrace);
    expect(copy.files()).toEqual(before);
  });
});

describe("The app with one account for all environments", () => {
  it("takes one line, which puts every repository under its environment's name", () => {
    const copy = new Copy();
    // Its lock has repositories of deploys before, which prod keeps.
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
    expect(repositories).toEqual(environments.map(({ environment }) => [environment, [environment]]).sort());
  });
});

describe("The app in a tree that it cannot read or write", () => {
  it.each<[string, string, string]>([
    ["a folder in place of its lock", "image-versions.lock", "EISDIR"],
    ["a file in place of its output folder", "cdktf.out", "ENOTDIR"],
    ["a file in place of the folder of a stack", "cdktf.out/stacks", "ENOTDIR"],
  ])("says so without a stack trace, and ends with 1: %s", (_what, file, reason) => {
    const copy = new Copy();
    const place = path.join(copy.folder, file);
    fs.rmSync(place, { recursive: true, force: true });
    fs.mkdirSync(path.dirname(place), { recursive: true });
    if (file === "image-versions.lock") fs.mkdirSync(place);
    else fs.writeFileSync(place, "");
    const { code, out, err } = copy.synth();
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err).toMatch(new RegExp(`^error ${file}\\S* IB-FILE-SYSTEM\\n.*${reason}`));
    expect(err).not.toMatch(stackTrace);
  });
});

describe("The app with an asset that CDKTF archives", () => {
  it("has the archive beside the stack", () => {
    const copy = new Copy();
    copy.edit("main.ts", (text) =>
      text
        .replace('import { App } from "cdktf";', 'import { App, AssetType, TerraformAsset } from "cdktf";')
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
  const copy = new Copy();
  copy.edit("images/hello-world/hello-world.yaml", (text) => text.replace('Hello World! Build."', 'Hello ${USER}!"'));

  it.each([
    ["in CI", { CI: "true" }, ""],
    ["frozen on request", {}, "--frozen"],
  ])("fails %s: names each resource and the command that fixes it, and writes nothing", (_where, env, args) => {
    const before = copy.files();
    const { code, out, err } = copy.synth(env, args);
    expect({ code, out }).toEqual({ code: 1, out: "" });
    for (const environment of withHelloWorld) {
      expect(err).toContain(`component ${environment}/hello-world/hello-world`);
      expect(err).toContain(`recipe ${environment}/hello-world`);
    }
    expect(err).toContain("hello-world.yaml changed");
    expect(err).toContain("npm run synth");
    expect(err).not.toMatch(stackTrace);
    expect(copy.files()).toEqual(before);
  });

  it("moves component and recipe in every environment, says so once, and passes in CI from then on", () => {
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
