import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { environmentFor, inheritedEnvironment, run } from "../terraform";
import { providerRange } from "../../../stacks/environment/provider";
import { Workspace } from "@pipelines/rehearsal/workspace";
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

  test("contains none of the user's Terraform variables or default arguments", () => {
    Object.assign(process.env, { TF_VAR_subnet_id: "subnet-1", TF_CLI_ARGS_plan: "-refresh=false" });
    expect(Object.keys(inheritedEnvironment()).filter((name) => /^TF_(VAR|CLI_ARGS)/.test(name))).toEqual([]);
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
