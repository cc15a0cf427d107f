import { getEventListeners } from "node:events";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import type { Machine } from "../provider-mirror";
import { environmentFor, findTerraform, inheritedEnvironment, run } from "../terraform";
import { providerRange } from "../../../stacks/environment/provider";
import { Workspace } from "@pipelines/rehearsal/workspace";
import { temporaryFolder } from "@pipelines/testing/temporary-folder";
import { describeWithTerraform } from "@pipelines/testing/terraform";
import { root } from "@pipelines/testing/life";

describe("the environment of a Terraform that talks to local AWS", () => {
  const terraform = { command: "terraform", version: "1.11.4", provider: "5.100.0", env: { CHECKPOINT_DISABLE: "1" } };
  const before = { ...process.env };
  afterEach(() => {
    process.env = { ...before };
  });

  test("contains none of the user's AWS settings", () => {
    Object.assign(process.env, { AWS_PROFILE: "prod", AWS_SESSION_TOKEN: "secret", AWS_ACCESS_KEY_ID: "AKIAREAL" });
    const env = environmentFor(terraform, "http://127.0.0.1:1");
    expect(env["AWS_PROFILE"]).toBeUndefined();
    expect(env["AWS_SESSION_TOKEN"]).toBeUndefined();
    expect(env["AWS_ACCESS_KEY_ID"]).toBe("local");
    expect(env["AWS_ENDPOINT_URL"]).toBe("http://127.0.0.1:1");
    expect(env["CHECKPOINT_DISABLE"]).toBe("1");
  });

  test("contains no plugin cache, which may be the folder that the provider comes from", () => {
    process.env["TF_PLUGIN_CACHE_DIR"] = "/cache";
    const env = environmentFor(terraform, "http://127.0.0.1:1");
    expect(env["TF_PLUGIN_CACHE_DIR"]).toBeUndefined();
    expect(env["CDKTF_DISABLE_PLUGIN_CACHE_ENV"]).toBe("1");
  });

  test("contains nothing of the user's that changes what Terraform or a synth does, and everything else", () => {
    const changes = ["TF_VAR_a", "TF_CLI_ARGS_plan", "TF_WORKSPACE", "TF_DATA_DIR", "TF_PLUGIN_CACHE_DIR", "TF_LOG"];
    process.env = {};
    for (const name of [...changes, "TF_LOG_PATH", "npm_config_json", "AWS_PROFILE"]) process.env[name] = "x";
    Object.assign(process.env, { PATH: "/bin", TF_WORKSPACES: "y" });
    expect(inheritedEnvironment()).toEqual({ PATH: "/bin", TF_WORKSPACES: "y" });
    expect(environmentFor(terraform, "http://127.0.0.1:1")).toEqual({
      ...{ PATH: "/bin", TF_WORKSPACES: "y", GOGC: "400", CHECKPOINT_DISABLE: "1" },
      ...{ AWS_ENDPOINT_URL: "http://127.0.0.1:1", AWS_ACCESS_KEY_ID: "local", AWS_SECRET_ACCESS_KEY: "local" },
      ...{ AWS_CONFIG_FILE: os.devNull, AWS_SHARED_CREDENTIALS_FILE: os.devNull, AWS_EC2_METADATA_DISABLED: "true" },
      ...{ CDKTF_DISABLE_PLUGIN_CACHE_ENV: "1", TF_IN_AUTOMATION: "1", TF_INPUT: "0" },
    });
  });
});

describe("A Terraform that cannot be used", () => {
  const install = "Install Terraform 1.10 or later: https://developer.hashicorp.com/terraform/install";

  /** A machine with only a command that reports this version, as an old Terraform would. */
  function machineWith(version: string): Machine {
    const folder = temporaryFolder();
    const answer = JSON.stringify({ terraform_version: version, platform: "none_none" }, null, 2);
    const script = `#!/bin/sh\nif [ "$CHECKPOINT_DISABLE$*" = "1version -json" ]; then echo '${answer}'; else exit 1; fi\n`;
    fs.writeFileSync(path.join(folder, "terraform"), script, { mode: 0o755 });
    return { env: { PATH: folder }, home: folder, root: folder, cache: path.join(folder, "cache") };
  }

  test("is reported if it is not there", () => {
    const machine = { ...machineWith("1.11.4"), env: { TERRAFORM_BINARY_NAME: "no-terraform" } };
    expect(findTerraform("5.99.9", machine)).toEqual({
      missing: `Terraform was not found (no-terraform). ${install}`,
    });
  });

  test.each(["1.9.8", "0.15.5", "1.2.0"])("is reported if it is too old: %s", (version) => {
    expect(findTerraform("5.99.9", machineWith(version))).toEqual({
      missing: `Terraform ${version} is too old. ${install}`,
    });
  });

  test.each(["1.10.0", "1.11.4", "2.0.0"])("is reported if there is no provider for it: %s", (version) => {
    const printed = jest.spyOn(process.stderr, "write").mockReturnValue(true);
    expect(findTerraform("5.99.9", machineWith(version))).toEqual({
      missing:
        "AWS provider 5.99.9 (hashicorp/aws) was not found: no mirror on this disk has it, and the registry does not " +
        "respond. Connect to the network once, or put a copy where Terraform looks for one (`terraform providers " +
        "mirror ~/.terraform.d/plugins` on a connected machine): " +
        "https://developer.hashicorp.com/terraform/cli/config/config-file#provider-installation",
    });
    printed.mockRestore();
  });
});

describe("A command that runs", () => {
  const options = { cwd: os.tmpdir(), env: inheritedEnvironment() };
  /** A process that prints "up" and "asked" if it is asked to end, and "late" if it is not ended. */
  const waiting = `process.on("SIGINT", () => { console.error("asked"); process.exit(7); });
    setTimeout(() => console.log("late"), 1000);
    console.log("up");`;
  /** A process that starts such a process, and then does something else. */
  const parent = (then: string): string =>
    `require("node:child_process").spawn(process.execPath, ["-e", ${JSON.stringify(waiting)}], { stdio: "inherit" }); ${then}`;
  const stay = "setTimeout(() => console.log('late'), 1000)";

  test.each([
    ["asked to end", waiting, "interrupt", { code: 7, output: "up\nasked\n", stdout: "up\n" }],
    ["killed with its children", parent(stay), "kill", { code: null, output: "up\n", stdout: "up\n" }],
    ["killed alone", parent(stay), "killAlone", { code: null, output: "up\nlate\n", stdout: "up\nlate\n" }],
    ["survived by its children, which are then killed", parent("process.exit(3)"), "kill", { code: 3, output: "up\n" }],
  ] as const)("may be %s", async (_, code, signal, result) => {
    const controller = new AbortController();
    const running = run(process.execPath, ["-e", code], {
      ...options,
      [signal]: controller.signal,
      onOutput: (text) => {
        if (text.includes("up")) setTimeout(controller.abort.bind(controller), 100);
      },
    });
    expect(await running).toMatchObject(result);
    expect(getEventListeners(controller.signal, "abort")).toEqual([]);
  });

  test.each(["kill", "killAlone", "interrupt"])("does not go on if it was told to end before: %s", async (signal) => {
    const ended = await run(process.execPath, ["-e", stay], { ...options, [signal]: AbortSignal.abort() });
    expect(ended).toEqual({ code: null, output: "", stdout: "" });
  });

  test("fails if it does not exist, even if it is killed already", async () => {
    await expect(run("no-such-command", [], options)).rejects.toThrow("ENOENT");
    await expect(run("no-such-command", [], { ...options, kill: AbortSignal.abort() })).rejects.toThrow("ENOENT");
  });
});

describeWithTerraform("the Terraform that was found", (terraform) => {
  let folder = "";
  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), "terraform-test-"));
  });
  afterEach(() => {
    fs.rmSync(folder, { recursive: true, force: true });
  });

  test("initializes a configuration that requires the AWS provider", async () => {
    const range = { source: "hashicorp/aws", version: providerRange };
    fs.writeFileSync(
      path.join(folder, "main.tf.json"),
      JSON.stringify({ terraform: { required_providers: { aws: range } }, provider: { aws: { region: "eu-west-1" } } }),
    );
    const env = environmentFor(terraform, "http://127.0.0.1:1");
    const ended = await run(terraform.command, ["init", "-no-color"], { cwd: folder, env });
    expect(ended.output).toContain(`hashicorp/aws v${terraform.provider}`);
    expect(ended.code).toBe(0);
  });
});

describe("the copy of the project that a rehearsal edits", () => {
  test("finds an image's files even if another image starts with the same files", () => {
    const workspace = new Workspace(root);
    try {
      const images = path.join(workspace.folder, "images");
      fs.rmSync(images, { recursive: true });
      for (const image of ["a-copy", "web"]) {
        fs.mkdirSync(path.join(images, image), { recursive: true });
        fs.writeFileSync(path.join(images, image, "Dockerfile"), "FROM {{{ imagebuilder:parentImage }}}\n");
        fs.writeFileSync(path.join(images, image, "install.yaml"), "schemaVersion: 1.0\n");
      }
      const texts = ["schemaVersion: 1.0\n", "FROM {{{ imagebuilder:parentImage }}}\n", "nowhere"];
      expect(workspace.filesOf("web", texts)).toEqual(["images/web/install.yaml", "images/web/Dockerfile"]);
      expect(workspace.filesOf("removed", texts)).toEqual([]);
    } finally {
      workspace.remove();
    }
  });
});
