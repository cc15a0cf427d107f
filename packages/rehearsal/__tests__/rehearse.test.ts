import * as fs from "node:fs";
import * as path from "node:path";
import { expectReviewedHelp } from "@pipelines/testing/expected";
import { describeWithTerraform } from "@pipelines/testing/terraform";
import { projectCopy } from "@pipelines/testing/exporting";
import { Rehearsal } from "./rehearsal-process";

/** The same rehearsal, except that deploys of staging build nothing. */
class RehearsalWithoutBuilds extends Rehearsal {
  protected override tree(): string {
    const copy = projectCopy();
    const file = path.join(copy, "stacks/staging-stack.ts");
    const text = fs.readFileSync(file, "utf8");
    fs.writeFileSync(file, text.replace('environment: "staging",', "$& buildOnDeploy: false,"));
    return copy;
  }
}

describeWithTerraform("npm run rehearse", () => {
  it("says what to install if there is no Terraform", async () => {
    process.env["TERRAFORM_BINARY_NAME"] = "no-terraform-here";
    const { code, output } = await new Rehearsal().ended;
    delete process.env["TERRAFORM_BINARY_NAME"];
    expect(output).toBe(
      "Terraform was not found (no-terraform-here). Install Terraform 1.10 or later: https://developer.hashicorp.com/terraform/install\n",
    );
    expect(code).toBe(1);
  });

  it("prints its help, and reports unknown options", async () => {
    const helped = await new Rehearsal("--help").ended;
    expect(helped.code).toBe(0);
    expectReviewedHelp(helped.output);
    const unknown = await new Rehearsal("--keeep").ended;
    expect(unknown.code).toBe(1);
    expect(unknown.output).toContain('the option "--keeep"');
    expect(unknown.output).toContain(helped.output);
  });

  it("suggests the nearest environment name, and lists all environments in the order of main.ts", async () => {
    const { code, output } = await new Rehearsal("deev").ended;
    expect(code).toBe(1);
    expect(output).toContain('There is no environment "deev"; did you mean dev?\n  main.ts has: dev, staging, prod\n');
  });

  it("suggests the nearest image name, and lists all images", async () => {
    const { code, output } = await new Rehearsal("--fail-build", "helo-world").ended;
    expect(code).toBe(1);
    expect(output).toContain('dev has no image "helo-world"; did you mean hello-world?\n  it builds: ');
  });

  it("refuses to omit something that the environment does not refer to", async () => {
    const { code, output } = await new Rehearsal("--missing", "team/web").ended;
    expect(code).toBe(1);
    expect(output).toContain('dev does not refer to "team/web"\n  what it refers to but does not create: nothing');
  });

  it("refuses to make a build fail if deploys build nothing", async () => {
    const { code, output } = await new RehearsalWithoutBuilds("staging", "--fail-build", "hello-world").ended;
    expect(code).toBe(1);
    expect(output).toContain("A deploy of staging builds nothing; its pipelines do that later.");
  });
});
