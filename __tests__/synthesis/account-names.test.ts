import { spawnSync } from "node:child_process";
import { projectCopy } from "@pipelines/testing/exporting";
import { writeSmallTree } from "@pipelines/testing/small-tree";

describe("An unknown account name in an environment", () => {
  const tree = projectCopy();

  it.each([
    ["onw", "write accounts.own"],
    ["production", "add production there"],
  ])("is reported, with the closest match: %s", (name, fix) => {
    writeSmallTree(tree, {
      environments: { test: `images: [image("one")], account: accounts.${name}` },
      images: { one: "" },
    });
    const command = ["--require", "./typescript.cjs", "main.ts", "--check", "--without-history"];
    const { status, stderr } = spawnSync(process.execPath, command, { cwd: tree, encoding: "utf8" });
    expect(stderr).toMatch(
      new RegExp(`^error stacks/test-stack\\.ts:\\d+ account IB-FIELD-MISSING
  found:   accounts\\.${name}, which does not exist in stacks/accounts\\.ts
  allowed: accounts\\.own
  fix:     ${fix}

1 error\n`),
    );
    expect(status).toBe(1);
  });
});
