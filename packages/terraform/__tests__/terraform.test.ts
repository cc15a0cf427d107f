import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { environmentFor, findTerraform, inheritedEnvironment, run } from "../terraform";
import { providerRange } from "../../../stacks/environment/provider";
import { Workspace } from "@pipelines/rehearsal/workspace";
import { temporaryFolder } from "@pipelines/testing/stack";
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
  const before = { ...process.env };
  afterEach(() => {
    process.env = { ...before };
  });
  const install = "Install Terraform 1.10 or later: https://developer.hashicorp.com/terraform/install";

  /** Makes a command that reports this version, as an old Terraform would. */
  function report(version: string): void {
    const command = path.join(temporaryFolder(), "terraform");
    const answer = JSON.stringify({ terraform_version: version, platform: "none_none" }, null, 2);
    fs.writeFileSync(command, `#!/bin/sh\nif [ "$1" = version ]; then echo '${answer}'; else exit 1; fi\n`);
    fs.chmodSync(command, 0o755);
    process.env["TERRAFORM_BINARY_NAME"] = command;
  }

  test("is reported if it is not there", () => {
    process.env["TERRAFORM_BINARY_NAME"] = "no-terraform";
    expect(findTerraform()).toEqual({ missing: `Terraform was not found (no-terraform). ${install}` });
  });

  test.each(["1.9.8", "0.15.5", "1.2.0"])("is reported if it is too old: %s", (version) => {
    report(version);
    expect(findTerraform()).toEqual({ missing: `Terraform ${version} is too old. ${install}` });
  });

  test.each(["1.10.0", "1.11.4", "2.0.0"])("is reported if there is no provider for it: %s", (version) => {
    report(version);
    expect(findTerraform("5.99.9")).toEqual({
      missing:
        "AWS provider 5.99.9 (hashicorp/aws) was not found: no mirror on this disk has it, and the registry does not " +
        "respond. Connect to the network once, or put a copy where Terraform looks for one (`terraform providers " +
        "mirror ~/.terraform.d/plugins` on a connected machine): " +
        "https://developer.hashicorp.com/terraform/cli/config/config-file#provider-installation",
    });
  });
});

describe("A command that runs", () => {
  const waiting = "process.on('SIGINT', () => { console.error('asked'); process.exit(7) }); setInterval(() => {}, 1e6)";
  const start = (signal: "killAlone" | "interrupt", controller: AbortController) =>
    run(process.execPath, ["-e", `${waiting}; console.log('up')`], {
      cwd: os.tmpdir(),
      env: inheritedEnvironment(),
      [signal]: controller.signal,
      onOutput: (text) => {
        if (text.includes("up")) controller.abort();
      },
    });

  test("may be asked to end, or be killed alone", async () => {
    expect(await start("interrupt", new AbortController())).toEqual({ code: 7, output: "up\nasked\n", stdout: "up\n" });
    expect(await start("killAlone", new AbortController())).toEqual({ code: null, output: "up\n", stdout: "up\n" });
  });

  test("does not start if it is killed already, and fails if it does not exist", async () => {
    const options = { cwd: os.tmpdir(), env: inheritedEnvironment() };
    const late = "setTimeout(() => console.log('late'), 2000)";
    expect(await run(process.execPath, ["-e", late], { ...options, kill: AbortSignal.abort() })).toMatchObject({
      code: null,
      stdout: "",
    });
    await expect(run("no-such-command", [], options)).rejects.toThrow("ENOENT");
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

  test("can be killed in the middle of its work", async () => {
    const killer = new AbortController();
    const env = environmentFor(terraform, "http://127.0.0.1:1");
    const ended = run(process.execPath, ["-e", "console.log('up'); setInterval(() => {}, 1000)"], {
      cwd: folder,
      env,
      kill: killer.signal,
      onOutput: () => {
        killer.abort();
      },
    });
    expect(await ended).toMatchObject({ code: null, stdout: "up\n" });
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
