import { spawn } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import { type LocalAws, startLocalAws } from "@pipelines/local-aws/local-aws";
import { inheritedEnvironment } from "@pipelines/terraform/terraform";
import { projectCopy } from "@pipelines/testing/exporting";
import { prod, staging } from "@pipelines/testing/local-environments";

/** The app, without images: a status then needs only the account of the credentials. */
const environments = [staging, prod].map((each) => ({ ...each, images: [] }));

describe("The credentials of a command", () => {
  const tree = projectCopy();
  const config = path.join(tree, "aws-config");
  let aws: LocalAws;

  beforeAll(async () => {
    aws = await startLocalAws({ speed: 0 });
    const main = `process.stdout.write(${JSON.stringify(JSON.stringify(environments))});\nprocess.exitCode = 0;\n`;
    fs.writeFileSync(path.join(tree, "main.ts"), main);
    const profiles = { first: staging, second: prod };
    const lines = Object.entries(profiles).map(
      ([name, { account }]) => `[profile ${name}]\naws_access_key_id = ${account}\naws_secret_access_key = local\n`,
    );
    fs.writeFileSync(config, lines.join("\n"));
  });
  afterAll(() => aws.close());

  async function status(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
    const child = spawn(
      process.execPath,
      ["--require", "./typescript.cjs", "packages/operations/status-cli.ts", ...args],
      {
        cwd: tree,
        env: { ...inheritedEnvironment(), AWS_ENDPOINT_URL: aws.endpoint, AWS_CONFIG_FILE: config, ...env },
      },
    );
    let [out, err] = ["", ""];
    child.stdout.on("data", (chunk: Buffer) => (out += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (err += chunk.toString()));
    const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
    return { code, out, err };
  }

  test("are those of the environment's own profile, or of the one for all others", async () => {
    const { code, out } = await status(["--profile", "staging=first", "--profile", "second"]);
    expect([code, out.match(/^\w+ {2}\d+/gm)]).toEqual([0, ["staging  444455556666", "prod  777788889999"]]);
    expect((await status(["prod", "--profile", "first"])).err).toContain(
      "the credentials are for account 444455556666",
    );
  });

  test("are the keys in the environment, even if it also names a profile", async () => {
    const keys = { AWS_ACCESS_KEY_ID: prod.account, AWS_SECRET_ACCESS_KEY: "local", AWS_PROFILE: "first" };
    expect(await status(["prod"], keys)).toMatchObject({ code: 0 });
  });

  test("cannot be for an environment that does not exist", async () => {
    const { code, err } = await status(["--profile", "stagign=first"]);
    expect([code, err.split("\n").slice(0, 4)]).toEqual([
      1,
      [
        "error --profile <environment> IB-OPTION",
        '  found:   "stagign"',
        "  allowed: staging or prod",
        "  fix:     write staging",
      ],
    ]);
  });
});
