import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { environmentFor, run, type Terraform } from "@pipelines/terraform/terraform";
import { describeWithTerraform } from "@pipelines/testing/terraform";
import { startLocalAws } from "../local-aws";

describeWithTerraform("resources that nobody wrote by hand", (terraform: Terraform) => {
  test("are created, planned as unchanged, changed, and destroyed", async () => {
    const aws = await startLocalAws();
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), "generic-"));
    fs.copyFileSync(path.join(__dirname, "generic.tf"), path.join(folder, "main.tf"));
    const env = environmentFor(terraform, aws.endpoint);
    const expectTerraform = async (...args: string[]) => {
      const { code, output } = await run(terraform.command, [...args, "-no-color"], { cwd: folder, env });
      if (code !== 0) throw new Error(`terraform ${args.join(" ")} ended with ${String(code)}:\n${output}`);
      return output;
    };
    await expectTerraform("init");
    expect(await expectTerraform("apply", "-auto-approve")).toContain("Resources: 12 added, 0 changed, 0 destroyed.");
    await expectTerraform("plan", "-detailed-exitcode");
    const changed = "-var=team=platform";
    expect(await expectTerraform("apply", "-auto-approve", changed)).toMatch(
      /Resources: 0 added, 9 changed, 0 destroyed/,
    );
    await expectTerraform("plan", "-detailed-exitcode", changed);
    await expectTerraform("destroy", "-auto-approve", changed);
    expect(aws.remaining()).toEqual([]);
    expect(aws.unknownCalls).toEqual([]);
    expect(aws.generic).toEqual([
      "cloudfront origin access control",
      "cloudwatch dashboard",
      "cloudwatch metric alarm",
      "ecr pull through cache rule",
      "iam user",
      "kms alias",
      "kms key",
      "logs metric filter",
      "scheduler schedule group",
      "secretsmanager secret",
      "ssm parameter",
    ]);
    fs.rmSync(folder, { recursive: true, force: true });
    await aws.close();
  });
});
