import * as fs from "node:fs";
import * as path from "node:path";
import { findProvider, testedProvider } from "../provider-mirror";
import { type Ended, environmentFor, run } from "../terraform";
import { useFixtureApp } from "@pipelines/rehearsal/project-copy";
import { Workspace } from "@pipelines/rehearsal/workspace";
import { providerRange } from "../../../stacks/environment/provider";
import { temporaryFolder } from "@pipelines/testing/stack";
import { describeWithTerraform } from "@pipelines/testing/terraform";

const providerSource = "registry.terraform.io/hashicorp/aws";
const root = path.resolve(__dirname, "../../..");

describeWithTerraform(
  "A mirror with higher versions of the AWS provider in addition to the tested one",
  (terraform) => {
    const environment: NodeJS.ProcessEnv = { ...process.env };
    const folder = fs.realpathSync(temporaryFolder());
    const mine = path.join(folder, "mine.tfrc");
    const made: string[] = [];
    let platform = "";

    beforeAll(() => {
      const installed = mirrorOf(terraform.env["TF_CLI_CONFIG_FILE"]);
      [platform = ""] = fs.readdirSync(path.join(installed, providerSource, testedProvider));
      const mirror = path.join(folder, "mirror");
      // All versions contain the tested provider's program; only the version number differs, and Terraform relies on
      // that number.
      for (const version of [testedProvider, "6.22.1", "6.25.0"]) {
        fs.mkdirSync(path.join(mirror, providerSource, version), { recursive: true });
        const program = fs.realpathSync(path.join(installed, providerSource, testedProvider, platform));
        fs.symlinkSync(program, path.join(mirror, providerSource, version, platform));
      }
      fs.writeFileSync(mine, `provider_installation {\n  filesystem_mirror {\n    path = "${mirror}"\n  }\n}\n`);
      process.env["TF_CLI_CONFIG_FILE"] = mine;
    });
    afterAll(() => {
      process.env = environment;
      // The copies stored from this mirror are no longer needed.
      for (const each of made) fs.rmSync(each, { recursive: true, force: true });
    });

    function mirrorOf(config = ""): string {
      return /path *= "(.*)"/.exec(fs.readFileSync(config, "utf8"))?.[1] ?? "";
    }

    function find(version: string): Readonly<Record<string, string>> {
      const found = findProvider(terraform.command, platform, version);
      if (found === undefined) throw new Error(`${version} was not found`);
      const config = found.env["TF_CLI_CONFIG_FILE"] ?? "";
      made.push(config, mirrorOf(config));
      return found.env;
    }

    /** Does the same in a process of its own, which prints the CLI configuration. */
    function findElsewhere(version: string, env: Readonly<Record<string, string>>): Promise<Ended> {
      const script = `
      const { findProvider } = require("@pipelines/terraform/provider-mirror");
      console.log(findProvider(...${JSON.stringify([terraform.command, platform, version])}).env.TF_CLI_CONFIG_FILE);
    `;
      return run(process.execPath, ["--require", "./typescript.cjs", "--eval", script], { cwd: root, env });
    }

    async function install(cwd: string, env: Readonly<Record<string, string>>): Promise<string | undefined> {
      const args = ["init", "-backend=false", "-no-color"];
      const { output } = await run(terraform.command, args, {
        cwd,
        env: { ...environmentFor({ ...terraform, env }, "http://127.0.0.1:1") },
      });
      return /Install(?:ed|ing) hashicorp\/aws v(\d+\.\d+\.\d+)/.exec(output)?.[1];
    }

    function stack(): string {
      const cwd = temporaryFolder();
      const required_providers = { aws: { source: "hashicorp/aws", version: providerRange } };
      fs.writeFileSync(path.join(cwd, "cdk.tf.json"), JSON.stringify({ terraform: { required_providers } }));
      return cwd;
    }

    it("gives a deploy the highest version in range", async () => {
      expect(await install(stack(), { TF_CLI_CONFIG_FILE: mine })).toBe("6.22.1");
    });

    it("does not change the version that tests and rehearsals run", async () => {
      expect(await install(stack(), find(testedProvider))).toBe("5.100.0");
    });

    it("provides another version if asked to, even one outside the stacks' range", async () => {
      const workspace = new Workspace(root, undefined, "6.25.0");
      try {
        useFixtureApp(workspace.folder);
        expect(await workspace.synth()).toMatchObject({ code: 0 });
        expect(await install(workspace.stackFolder("dev"), find("6.25.0"))).toBe("6.25.0");
        const stated = fs.readFileSync(path.join(workspace.stackFolder("dev"), "cdk.tf.json"), "utf8");
        expect(stated).toContain(`"version": "${providerRange}"`);
      } finally {
        workspace.remove();
      }
    });

    it("is found by every process, even if several of them store it at the same time", async () => {
      // A separate configuration file, for which nothing has been stored yet.
      const config = path.join(folder, "fresh.tfrc");
      fs.copyFileSync(mine, config);
      const env = { ...process.env, TF_CLI_CONFIG_FILE: config } as Record<string, string>;
      const found = await Promise.all(Array.from({ length: 8 }, () => findElsewhere(testedProvider, env)));
      for (const { stdout } of found) made.push(stdout.trim(), mirrorOf(stdout.trim()));
      expect(found.map(({ code, output }) => (code === 0 ? "found" : output))).toEqual(Array(8).fill("found"));
      expect(new Set(found.map(({ stdout }) => stdout)).size).toBe(1);
    });

    it("is still found if the mirror that it was taken from is gone", () => {
      const kept = path.join(
        mirrorOf(find(testedProvider)["TF_CLI_CONFIG_FILE"]),
        providerSource,
        testedProvider,
        platform,
      );
      fs.rmSync(kept);
      fs.symlinkSync(path.join(folder, "gone"), kept);
      find(testedProvider);
      expect(fs.existsSync(kept)).toBe(true);
    });

    it.each([
      ["plugins", ".terraform.d/plugins", {}],
      ["the user's data", "data/terraform/plugins", { XDG_DATA_HOME: "data" }],
      ["the machine's data", "shared/terraform/plugins", { XDG_DATA_DIRS: `none${path.delimiter}shared` }],
      ["a cache", "cache", { TF_PLUGIN_CACHE_DIR: "cache" }],
      ["any folder", "any", {}],
      ["what the user's configuration names", "deep/er/mirror", { TF_CLI_CONFIG_FILE: "missing" }],
    ])("is found in the folders that Terraform and machines use for it: %s", async (_, place, variables) => {
      const home = fs.realpathSync(temporaryFolder());
      const version = "5.99.1";
      const folder = path.join(home, place, providerSource, version);
      fs.mkdirSync(folder, { recursive: true });
      fs.symlinkSync(
        fs.realpathSync(path.join(mirrorOf(mine), providerSource, testedProvider, platform)),
        path.join(folder, platform),
      );
      if (place === "deep/er/mirror") {
        const text = fs.readFileSync(mine, "utf8").replace(/"[^"]*"/, JSON.stringify(path.join(home, place)));
        fs.writeFileSync(path.join(home, ".terraformrc"), text);
      }
      const temporary = path.join(home, "deep/tmp");
      fs.mkdirSync(temporary, { recursive: true });
      const absolute = (value: string): string =>
        value
          .split(path.delimiter)
          .map((each) => path.join(home, each))
          .join(path.delimiter);
      const moved = Object.entries<string>(variables).map(([name, value]) => [name, absolute(value)] as const);
      const usual = Object.entries(environment).filter(([name]) => name !== "TF_CLI_CONFIG_FILE");
      const env = { ...Object.fromEntries(usual), HOME: home, TMPDIR: temporary, ...Object.fromEntries(moved) };
      const { stdout } = await findElsewhere(version, env);
      const config = stdout.trim();
      made.push(config, mirrorOf(config));
      expect(fs.existsSync(path.join(mirrorOf(config), providerSource, version, platform))).toBe(true);
      expect(fs.readdirSync(temporary)).toEqual([]);
    });

    it("is required: no other version is used in its place", () => {
      expect(findProvider(terraform.command, platform, "5.99.0")).toBeUndefined();
    });
  },
);
