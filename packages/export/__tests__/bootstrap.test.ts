import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import { temporaryFolder } from "@pipelines/testing/stack";

const root = path.resolve(__dirname, "../../..");
const stack = "state-111122223333-us-east-1";

/** Runs the command with these synthesized stacks, and with a Terraform binary that does not exist. */
function bootstrap(backends: Readonly<Record<string, object>>, ...args: readonly string[]) {
  const folder = temporaryFolder();
  for (const [name, backend] of Object.entries(backends)) {
    const to = path.join(folder, "cdktf.out", "stacks", name);
    fs.mkdirSync(to, { recursive: true });
    fs.writeFileSync(path.join(to, "cdk.tf.json"), JSON.stringify({ terraform: { backend } }));
  }
  const command = ["--require", path.join(root, "typescript.cjs"), path.join(root, "packages/export/bootstrap.ts")];
  const env = { ...process.env, TERRAFORM_BINARY_NAME: "no-terraform" };
  const { status, stderr } = spawnSync(process.execPath, [...command, ...args], { cwd: folder, encoding: "utf8", env });
  return { status, stderr, files: fs.readdirSync(folder, { recursive: true }).map(String) };
}

describe("npm run bootstrap", () => {
  it("lists the existing stacks and suggests the most similar one", () => {
    const { status, stderr } = bootstrap({ [stack]: { s3: {} }, dev: { s3: {} } }, "state-111122223333-us-east-2");
    expect(stderr).toContain(`error npm run bootstrap IB-OPTION
  found:   no stack "state-111122223333-us-east-2"
  allowed: ${stack}
  fix:     write ${stack}
`);
    expect(status).toBe(1);
  });

  it("asks for a synth if none has been run", () => {
    expect(bootstrap({}).stderr).toContain("found:   no stack\n  allowed: npm run bootstrap -- <stack>");
    expect(bootstrap({}, stack).stderr).toContain(
      `no stack "${stack}"\n  allowed: a stack written by \`npm run synth\``,
    );
  });

  it("rejects a stack whose state is kept in a file", () => {
    const { status, stderr } = bootstrap({ [stack]: { local: {} } }, stack);
    expect(stderr).toContain(`found:   ${stack}, whose state is kept in a file
  allowed: an account stack with trust settings
  fix:     npm run deploy -- ${stack}`);
    expect(status).toBe(1);
  });

  it("leaves nothing behind if Terraform cannot be run, and reports why", () => {
    const { status, stderr, files } = bootstrap({ [stack]: { s3: {} } }, stack);
    expect(stderr).toBe(
      "Terraform cannot be run (spawnSync no-terraform ENOENT): install it, then run the same command again.\n",
    );
    expect(status).toBe(1);
    expect(files.filter((file) => file.includes("override"))).toEqual([]);
  });
});
