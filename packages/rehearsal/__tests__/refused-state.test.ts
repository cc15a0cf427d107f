import { spawnSync } from "node:child_process";
import { projectCopy } from "@pipelines/testing/exporting";
import { writeSmallTree } from "@pipelines/testing/small-tree";
import { describeWithTerraform } from "@pipelines/testing/terraform";

describeWithTerraform("npm run rehearse", () => {
  it("refuses an environment whose state is in HCP Terraform, and says what to do", () => {
    const tree = projectCopy();
    const environments = { test: 'images: [image("one")], state: { hcpTerraform: { organization: "acme" } }' };
    writeSmallTree(tree, { environments, images: { one: "" } });
    const command = ["--require", "./typescript.cjs", "packages/rehearsal/rehearse.ts"];
    const { status, stderr } = spawnSync(process.execPath, command, { cwd: tree, encoding: "utf8" });
    expect(stderr).toBe(
      "\ntest keeps its state in HCP Terraform, which has no local stand-in.\n" +
        "  To rehearse it, temporarily remove `state` from its settings: the state is then in S3.\n",
    );
    expect(status).toBe(1);
  });
});
