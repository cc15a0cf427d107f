import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { useFixtureApp } from "@pipelines/rehearsal/project-copy";
import { Workspace } from "@pipelines/rehearsal/workspace";
import { providerRange } from "../../../stacks/environment/provider";
import { temporaryFolder } from "@pipelines/testing/temporary-folder";
import { describeWithCommand } from "@pipelines/testing/terraform";
import { type Machine, mirrorFolders, testedProvider, thisMachine } from "../provider-mirror";
import { environmentFor, findTerraform, type Terraform } from "../terraform";

const source = "registry.terraform.io/hashicorp/aws";
const root = path.resolve(__dirname, "../../..");

/** A machine with only this Terraform, in a folder of its own. */
function machine(...env: readonly (readonly [name: string, value: string])[]): Machine {
  const folder = fs.realpathSync(temporaryFolder());
  const [home, cache] = [path.join(folder, "home"), path.join(folder, "cache")];
  fs.mkdirSync(home);
  const { PATH, TERRAFORM_BINARY_NAME } = process.env;
  const user = { PATH, TERRAFORM_BINARY_NAME, HOME: home, USERPROFILE: home, APPDATA: home };
  const paths = env.map(([name, value]) => [name, path.join(home, value)] as const);
  return { home, cache, root: path.join(folder, "root"), env: { ...user, ...Object.fromEntries(paths) } };
}

test("This machine's providers are kept where CI caches them", () => {
  const { cache, ...rest } = thisMachine();
  expect(rest).toEqual({ env: process.env, home: os.homedir(), root: path.parse(root).root });
  expect(fs.readFileSync(path.join(root, ".github/workflows/ci.yml"), "utf8")).toContain(
    `path: ${path.relative(root, cache)}\n`,
  );
});

describe("A mirror", () => {
  it.each([
    ["home", "mirror"],
    ["home", ".terraform.d/plugins"],
    ["home", ".terraform.d/plugin-cache"],
    ...["opt", "usr/local/share", "usr/local/lib", "usr/share", "usr/lib", "var/lib", "srv"].map(
      (place) => ["root", `${place}/any`] as const,
    ),
  ] as const)("is found below the %s folder, in %s", (parent, place) => {
    const on = machine();
    const folder = path.join(on[parent], place);
    fs.mkdirSync(folder, { recursive: true });
    expect(mirrorFolders(on)).toContain(folder);
  });

  it("may be the plugin cache, wherever that is, and cannot be a file", () => {
    const on = machine(["TF_PLUGIN_CACHE_DIR", "far/away"]);
    fs.mkdirSync(on.root);
    fs.writeFileSync(path.join(on.root, "opt"), "");
    expect(mirrorFolders(on)).toEqual([path.join(on.home, "far/away")]);
    expect(mirrorFolders(machine())).toEqual([]);
  });
});

describeWithCommand("A version of the AWS provider", ({ command, version, platform }) => {
  /** Puts these versions into a mirror. A program is never started, so it may be empty. */
  function fill(mirror: string, ...versions: readonly string[]): void {
    for (const each of versions) {
      const folder = path.join(mirror, source, each, platform);
      fs.mkdirSync(folder, { recursive: true });
      fs.writeFileSync(path.join(folder, `terraform-provider-aws_v${each}`), "");
    }
  }

  /** Puts a version into a mirror as an archive. */
  function fillPacked(mirror: string, packed: string): void {
    fill(mirror, packed);
    const cwd = path.join(mirror, source, packed, platform);
    const git = (...args: readonly string[]) => spawnSync("git", args, { cwd, encoding: "utf8" }).stdout.trim();
    git("init");
    git("add", ".");
    const zip = path.join(mirror, source, `terraform-provider-aws_${packed}_${platform}.zip`);
    git("archive", "--format=zip", "-o", zip, git("write-tree"));
    fs.rmSync(path.join(mirror, source, packed), { recursive: true });
  }

  /** Writes a CLI configuration that uses only this mirror. */
  function configure(file: string, mirror: string): void {
    fs.writeFileSync(
      file,
      `provider_installation {\n  filesystem_mirror {\n    path = ${JSON.stringify(mirror)}\n  }\n}\n`,
    );
  }

  /** Finds a version, and checks that nothing else is left behind. */
  function find(wanted: string, on: Machine): Terraform {
    const found = findTerraform(wanted, on);
    if ("missing" in found) throw new Error(found.missing);
    const config = path.join(on.cache, `aws-${wanted}.tfrc`);
    expect(found).toEqual({
      ...{ command: on.env["TERRAFORM_BINARY_NAME"] ?? "terraform", version, provider: wanted },
      env: { CHECKPOINT_DISABLE: "1", TF_CLI_CONFIG_FILE: config },
    });
    expect(fs.readdirSync(on.cache)).toEqual([`aws-${wanted}`, `aws-${wanted}.tfrc`]);
    return found;
  }

  /** Returns the version that `terraform init` installs for a stack. */
  function initialize(env: Terraform["env"], cwd = stack()): string | undefined {
    const terraform = { command, version, provider: "", env };
    const { stdout } = spawnSync(command, ["init", "-backend=false", "-no-color"], {
      ...{ cwd, encoding: "utf8", env: environmentFor(terraform, "http://127.0.0.1:1") },
    });
    return /Install(?:ed|ing) hashicorp\/aws v(\d+\.\d+\.\d+)/.exec(stdout)?.[1];
  }

  function stack(): string {
    const cwd = temporaryFolder();
    const required_providers = { aws: { source: "hashicorp/aws", version: providerRange } };
    fs.writeFileSync(path.join(cwd, "cdk.tf.json"), JSON.stringify({ terraform: { required_providers } }));
    return cwd;
  }

  const printed = jest.spyOn(process.stderr, "write").mockReturnValue(true);
  afterAll(() => {
    printed.mockRestore();
  });
  afterEach(() => {
    printed.mockClear();
  });

  it("is not the highest in the stacks' range, although a deploy would get that one", () => {
    const on = machine();
    const mirror = path.join(on.root, "opt", "any");
    fill(mirror, testedProvider, "6.22.1", "6.25.0");
    const mine = path.join(on.home, "mine.tfrc");
    configure(mine, mirror);
    expect(initialize({ TF_CLI_CONFIG_FILE: mine })).toBe("6.22.1");
    expect(initialize(find(testedProvider, on).env)).toBe(testedProvider);
  });

  it("is found again without writing, because the cache may be read-only", () => {
    const on = machine();
    fill(path.join(on.root, "opt", "any"), testedProvider);
    const config = String(find(testedProvider, on).env["TF_CLI_CONFIG_FILE"]);
    const { ino } = fs.statSync(config);
    find(testedProvider, on);
    expect(fs.statSync(config).ino).toBe(ino);
  });

  it("may be outside that range", async () => {
    const on = machine();
    fill(path.join(on.root, "opt", "any"), testedProvider, "6.25.0");
    const workspace = new Workspace(root, undefined, "6.25.0");
    try {
      useFixtureApp(workspace.folder);
      expect(await workspace.synth()).toMatchObject({ code: 0 });
      expect(initialize(find("6.25.0", on).env, workspace.stackFolder("dev"))).toBe("6.25.0");
      const stated = fs.readFileSync(path.join(workspace.stackFolder("dev"), "cdk.tf.json"), "utf8");
      expect(stated).toContain(`"version": "${providerRange}"`);
    } finally {
      workspace.remove();
    }
  });

  it.each([
    ["unpacked", fill],
    ["packed", fillPacked],
  ])("comes from a folder on disk before Terraform looks for it: %s", (_, prepare) => {
    const on = machine(["TF_PLUGIN_CACHE_DIR", "cache"], ["TF_CLI_CONFIG_FILE", "mine.tfrc"]);
    configure(path.join(on.home, "mine.tfrc"), path.join(on.home, "nothing"));
    prepare(path.join(on.home, "cache"), "6.0.1");
    expect(initialize(find("6.0.1", on).env)).toBe("6.0.1");
    expect(printed).not.toHaveBeenCalled();
  });

  it.each([
    ["mine.tfrc", [["TF_CLI_CONFIG_FILE", "mine.tfrc"]]],
    // The first variable would put the provider in another folder, and the others would change what Terraform does.
    [".terraformrc", ["TF_DATA_DIR", "TF_CLI_ARGS_init", "TF_CLI_ARGS"].map((name) => [name, "data"] as const)],
  ] as const)("otherwise comes from the user's own configuration, %s", (file, env) => {
    const on = machine(...env);
    const mirror = path.join(on.home, "too/deep/to/be/found");
    fill(mirror, "6.0.1");
    configure(path.join(on.home, file), mirror);
    expect(initialize(find("6.0.1", on).env)).toBe("6.0.1");
    expect(printed).toHaveBeenCalledWith("… getting AWS provider 6.0.1: a one-time download of about 150 MB\n");
  });

  it("is kept, but not if its mirror is gone", () => {
    const on = machine();
    const [first, second] = ["first", "second"].map((name) => path.join(on.home, name)) as [string, string];
    fill(first, "6.0.1");
    find("6.0.1", on);
    fs.renameSync(first, second);
    expect(initialize(find("6.0.1", on).env)).toBe("6.0.1");
    const from = (folder: string): string => fs.realpathSync(path.join(folder, source, "6.0.1", platform));
    expect(from(path.join(on.cache, "aws-6.0.1"))).toBe(from(second));
    fs.cpSync(second, first, { recursive: true });
    find("6.0.1", on);
    expect(from(path.join(on.cache, "aws-6.0.1"))).toBe(from(second));
  });

  it("may be kept by another process at the same time", () => {
    const on = machine(["TERRAFORM_BINARY_NAME", "terraform"]);
    fill(path.join(on.home, "mirror"), "6.0.1");
    const script = `#!/bin/sh\n${command} "$@"\n[ "$1" != init ] || { cp -R .terraform/providers ../aws-6.0.1; echo >../aws-6.0.1/other; }\n`;
    fs.writeFileSync(on.env["TERRAFORM_BINARY_NAME"] ?? "", script, { mode: 0o755 });
    expect(initialize(find("6.0.1", on).env)).toBe("6.0.1");
    expect(fs.readdirSync(path.join(on.cache, "aws-6.0.1"))).toContain("other");
  });

  it("does not depend on the copy of the project that found it", () => {
    const on = machine();
    fill(path.join(on.home, "mirror"), "6.0.1");
    fs.mkdirSync(path.join(on.home, "kept"));
    fs.symlinkSync(path.join(on.home, "kept"), on.cache);
    expect(fs.readFileSync(find("6.0.1", on).env["TF_CLI_CONFIG_FILE"] ?? "", "utf8")).toContain(
      `path    = ${JSON.stringify(path.join(on.home, "kept", "aws-6.0.1"))}\n`,
    );
  });

  it.each([
    ["6.0.0", platform],
    ["6.0.1", "none_none"],
  ])("is required, for this platform: %s for %s is missing", (present, of) => {
    const on = machine(["TF_CLI_CONFIG_FILE", "mine.tfrc"]);
    const mirror = path.join(on.home, "mirror");
    configure(path.join(on.home, "mine.tfrc"), mirror);
    fs.mkdirSync(path.join(mirror, source, present, of), { recursive: true });
    expect(findTerraform("6.0.1", on)).toEqual({ missing: expect.stringContaining("AWS provider 6.0.1") as string });
    expect(fs.readdirSync(on.cache)).toEqual([]);
  });
});
