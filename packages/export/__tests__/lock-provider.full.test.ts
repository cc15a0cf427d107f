import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import { copyProject } from "@pipelines/rehearsal/project-copy";
import { temporaryFolder } from "@pipelines/testing/temporary-folder";
import { describeWithTerraform } from "@pipelines/testing/terraform";
import { platforms } from "../provider-locks";
import { mirrorOf } from "./mirror";

const root = path.join(__dirname, "..", "..", "..");

describeWithTerraform("npm run lock-provider", (terraform) => {
  const copy = path.join(temporaryFolder(), "project");
  const lock = path.join(copy, ".terraform.lock.hcl");
  beforeAll(() => {
    copyProject(root, copy, ".terraform.lock.hcl");
  });

  const run = (mirror: string) => {
    const { status, stdout, stderr } = spawnSync(
      process.execPath,
      ["--require", "./typescript.cjs", "packages/export/lock-provider.ts", "--mirror", mirror],
      { cwd: copy, encoding: "utf8", env: { ...process.env, TERRAFORM_BINARY_NAME: terraform.command } },
    );
    return { status, stdout, stderr };
  };

  test("writes nothing if a platform is missing, and reports it", () => {
    const { status, stderr } = run(mirrorOf(["6.22.1"], platforms.slice(0, 1)));
    expect(status).toBe(1);
    expect(stderr).toContain("a registry or mirror that has the provider for linux_amd64, linux_arm64, darwin_arm64");
    expect(fs.existsSync(lock)).toBe(false);
  });

  test("writes the newest version in the range, for four platforms", () => {
    const { status, stdout } = run(mirrorOf(["5.100.0", "6.22.1", "6.23.0"], platforms));
    expect({ status, stdout }).toEqual({
      status: 0,
      stdout: ".terraform.lock.hcl: hashicorp/aws 6.22.1. Commit it.\n",
    });
    const text = fs.readFileSync(lock, "utf8");
    expect(text.match(/"h1:/g)).toHaveLength(platforms.length);
  });
});
