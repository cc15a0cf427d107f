import { spawn } from "node:child_process";
import { once } from "node:events";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { asRole, conformance, policyOf, tryAll } from "../conformance/conformance";
import { beliefs } from "../conformance/beliefs";
import { page, report } from "../conformance/page";
import { play } from "../conformance/play";
import { sender } from "../conformance/send";
import { type LocalAws, startLocalAws } from "../local-aws";
import { testAccount, testRegion } from "@pipelines/testing/clients";

const root = path.join(__dirname, "../../..");
const at = { account: testAccount, region: testRegion, prefix: "conformance-test" };
let aws: LocalAws;
beforeEach(async () => {
  aws = await startLocalAws();
});
afterEach(async () => {
  await aws.close();
});
const administrator = () =>
  sender({
    endpoint: aws.endpoint,
    region: testRegion,
    credentials: { accessKeyId: testAccount, secretAccessKey: "local" },
  });

test.each(beliefs.map((belief) => [belief.belief, belief] as const))("%s", async (_, belief) => {
  expect(await play(belief, at, administrator())).toEqual({ belief: belief.belief, left: [] });
  expect(aws.unknownCalls).toEqual([]);
  expect(aws.remaining()).toEqual([]);
});

test("a role with the printed policy and no other permissions can test all beliefs", async () => {
  const policy = await policyOf(testRegion);
  expect(policy.replace(/\s/g, "").length).toBeLessThanOrEqual(10_240);
  const outcomes = await tryAll(sender(await asRole(aws, testRegion, policy)), { ...at, prefix: "conformance-other" });
  expect(outcomes.filter(({ difference, left }) => difference !== undefined || left.length > 0)).toEqual([]);
  expect(aws.remaining().map(({ name }) => name)).toEqual(["conformance-runner"]);
});

describe("--aws", () => {
  const run = async (answer: string) => {
    const role = await asRole(aws, testRegion, await policyOf(testRegion));
    const cwd = fs.mkdtempSync(path.join(os.tmpdir(), "conformance-"));
    const script = path.join(root, "packages/local-aws/conformance/conformance-cli.ts");
    const args = ["--require", path.join(root, "typescript.cjs"), script, "--aws"];
    const env = {
      ...process.env,
      AWS_ENDPOINT_URL: aws.endpoint,
      AWS_ACCESS_KEY_ID: role.credentials?.accessKeyId,
      AWS_SECRET_ACCESS_KEY: role.credentials?.secretAccessKey,
      AWS_SESSION_TOKEN: role.credentials?.sessionToken,
    };
    const child = spawn(process.execPath, args, { cwd, env });
    child.stdin.end(`${answer}\n`);
    const [code] = (await once(child, "close")) as [number];
    const files = fs.readdirSync(cwd).map((file) => fs.readFileSync(path.join(cwd, file), "utf8"));
    fs.rmSync(cwd, { recursive: true });
    return { code, files };
  };

  test("tests all beliefs with a role's permissions, and writes a report", async () => {
    const { code, files } = await run(testAccount);
    expect(code).toBe(0);
    expect(files).toEqual([
      expect.stringMatching(
        /^# Conformance of AWS, account 111122223333, .*\n\n(\d+) of \1 beliefs hold\.\n$/,
      ) as string,
    ]);
    expect(aws.remaining().map(({ name }) => name)).toEqual(["conformance-runner"]);
  });

  test("tests nothing unless the user types the account number", async () => {
    expect(await run("yes")).toEqual({ code: 1, files: [] });
    expect(aws.calls.filter(({ operation }) => operation.startsWith("Create")).length).toBe(1);
  });
});

test("a belief that does not hold is reported, and everything it created is removed", async () => {
  const [first] = beliefs;
  if (first === undefined) throw new Error("There are no beliefs");
  const [create, again] = first.steps;
  if (create === undefined || again === undefined) throw new Error("There are no steps");
  const wrong = {
    belief: "Nothing is taken",
    source: "",
    steps: [create, { ...again, refused: "ThrottlingException" }],
  };
  const outcome = await play(wrong, at, administrator());
  expect(outcome.difference).toMatch(/^imagebuilder:CreateComponent was refused with ResourceAlreadyExistsException: /);
  const accepted = await play({ belief: "No", source: "", steps: [{ ...create, refused: "X" }] }, at, administrator());
  expect(accepted.difference).toBe("imagebuilder:CreateComponent was accepted; expected X");
  expect(aws.remaining()).toEqual([]);
  expect(report([outcome], "a test", new Date(0))).toContain("0 of 1 beliefs hold.\n\n## Nothing is taken\n");
});

test("docs/conformance.md matches the beliefs", () => {
  expect(fs.readFileSync(path.join(root, "docs/conformance.md"), "utf8")).toBe(page());
});

test("a command-line mistake prints the usage", async () => {
  const written = jest.spyOn(process.stderr, "write").mockReturnValue(true);
  expect(await conformance(["--awz"])).toBe(1);
  expect(written.mock.calls.join("")).toContain("write --aws");
  written.mockRestore();
});
