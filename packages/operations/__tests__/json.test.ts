import type { Finding } from "@pipelines/findings/finding";
import type { Options } from "@pipelines/findings/command-line";
import { type LocalAws, startLocalAws } from "@pipelines/local-aws/local-aws";
import { built, deploy, prod, run, staging } from "@pipelines/testing/local-environments";
import { ancestryCommand } from "../ancestry-cli";
import { buildCommand } from "../build-cli";
import type { Command } from "../command";
import { promoteCommand } from "../promote-cli";
import { revokeCommand } from "../revoke-cli";
import { statusCommand } from "../status-cli";
import { OperatedProject } from "./command-process";

interface Row {
  readonly command: unknown;
  readonly succeeds: string;
  /** What the result contains. */
  readonly result: object;
  readonly fails: string;
  readonly code: string;
}

const rows: Readonly<Record<string, Row>> = {
  status: {
    command: statusCommand,
    succeeds: "staging",
    result: { environments: [{ environment: "staging" }] },
    fails: "stagin",
    code: "IB-OP-NAME",
  },
  ancestry: {
    command: ancestryCommand,
    succeeds: "staging base",
    result: { descendants: [] },
    fails: "staging base --build 9.9.9-9",
    code: "IB-OP-NAME",
  },
  build: {
    command: buildCommand,
    succeeds: "staging base",
    result: { builds: [{ image: "base", state: "AVAILABLE" }] },
    fails: "staging bsae",
    code: "IB-OP-NAME",
  },
  promote: {
    command: promoteCommand,
    succeeds: "base --from staging --to prod --channel stable",
    result: { channel: "stable" },
    fails: "base --to prod --channel beta",
    code: "IB-OP-NAME",
  },
  revoke: {
    command: revokeCommand,
    succeeds: "staging base 1.0.0-1 --reason bad",
    result: { reason: "bad" },
    fails: "staging base 9.9.9-9 --reason bad",
    code: "IB-OP-NAME",
  },
};

describe.each(Object.entries(rows))("With --json, %s prints only JSON", (_name, row) => {
  let aws: LocalAws;
  beforeAll(async () => {
    aws = await startLocalAws({ speed: 0 });
    await deploy(aws, staging);
    await deploy(aws, prod);
    await built(aws, staging, "base", "base");
  });
  afterAll(async () => {
    await aws.close();
  });
  const print = async (line: string) => {
    const command = row.command as Command<Options>;
    const { code, out, err } = await run(aws, command, [...line.split(" "), "--json"], {
      environments: [staging, prod],
    });
    return { code, err, result: JSON.parse(out) as object };
  };

  test("if it succeeds", async () => {
    expect(await print(row.succeeds)).toMatchObject({ code: 0, err: "", result: row.result });
  });

  test("if it fails, with the error in it", async () => {
    const { code, err, result } = await print(row.fails);
    expect([code, err, result]).toEqual([
      1,
      "",
      { findings: [expect.objectContaining({ severity: "error", code: row.code })] },
    ]);
  });

  test("if its command line is invalid, with the error in it", async () => {
    const { code, err, result } = await print(`${row.succeeds} --nonsense`);
    expect([code, err]).toEqual([1, ""]);
    expect(result).toMatchObject({ findings: [{ severity: "error", code: "IB-OPTION", field: "--nonsense" }] });
  });

  test("if AWS fails, with the error in it", async () => {
    aws.faults = () => ({ kind: "throttle", code: "AccessDeniedException" });
    const { code, err, result } = await print(row.succeeds);
    aws.faults = undefined;
    expect([code, err]).toEqual([1, ""]);
    expect(result).toMatchObject({ findings: [{ code: "IB-OP-DENIED" }] });
  });
});

test("With --json, options that cannot be combined are reported in the JSON", async () => {
  const aws = await startLocalAws({ speed: 0 });
  const args = ["base", "--to", "prod", "--channel", "stable", "--previous", "--build", "1.0.0-1", "--json"];
  const { code, out, err } = await run(aws, promoteCommand, args);
  await aws.close();
  expect([code, err]).toEqual([1, ""]);
  expect(JSON.parse(out)).toMatchObject({ findings: [{ code: "IB-OPTION", field: "--previous" }] });
});

test("A failed build is in the JSON, and the exit code is 1", async () => {
  const aws = await startLocalAws({ speed: 0 });
  await deploy(aws, staging);
  aws.failBuilds = { "staging-base": "toomanyrequests: pull rate limit" };
  const { code, out, err } = await run(aws, buildCommand, ["staging", "base", "--json"], { environments: [staging] });
  await aws.close();
  expect([code, err]).toEqual([1, ""]);
  expect(JSON.parse(out)).toMatchObject({ builds: [{ image: "base", state: "FAILED" }] });
});

test("With --json, mistakes in the app are in the JSON, and standard error is empty", async () => {
  const project = new OperatedProject();
  project.edit("images/web/image.ts", (text) => text.replace("repository:", "repositroy:"));
  const { code, out, err } = await project.start(
    "status",
    ["staging", "--json"],
    { endpoint: "http://127.0.0.1:1" },
    {},
  ).ended;
  expect([code, err]).toEqual([1, ""]);
  const { findings } = JSON.parse(out) as { readonly findings: readonly Finding[] };
  expect(findings.map(({ code: each, field }) => `${each} ${field ?? ""}`)).toContain("IB-FIELD-UNKNOWN repositroy");
  const plain = await project.start("status", ["staging"], { endpoint: "http://127.0.0.1:1" }, {}).ended;
  expect([plain.code, plain.out]).toEqual([1, ""]);
  expect(plain.err).toContain("error images/web/image.ts repositroy IB-FIELD-UNKNOWN\n");
});
