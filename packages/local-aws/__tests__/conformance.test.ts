import { spawn } from "node:child_process";
import { once } from "node:events";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { asRole, conformance, policyOf, tryAll } from "../conformance/conformance";
import { beliefs } from "../conformance/beliefs";
import { page, report } from "../conformance/page";
import * as playing from "../conformance/play";
import { type Send, sender } from "../conformance/send";
import { type JsonObject, pick } from "../json";
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

const callsFile = path.join(__dirname, "beliefs.txt");

describe("belief", () => {
  const known = fs.readFileSync(callsFile, "utf8").split(/^(?=# )/m);
  const tried: string[] = [];

  /** Sends calls on, and writes them with their outcomes. */
  const recorded = (send: Send, lines: string[]): Send =>
    async function (service, operation, input) {
      // A removal has everything that is known about a thing.
      const said = "force" in input ? pick(input as JsonObject, "Ids", "PolicyArn", "force") : input;
      const line = `${service}:${operation} ${JSON.stringify(said)}`;
      try {
        const answer = await send(service, operation, input);
        lines.push(line);
        return answer;
      } catch (error) {
        lines.push(line, `  ${(error as Error).name}: ${(error as Error).message}`);
        throw error;
      }
    };

  test.each(beliefs.map((belief) => [belief.belief, belief] as const))("%s", async (_, belief) => {
    const lines = [`# ${belief.belief}`];
    expect(await playing.play(belief, at, recorded(administrator(), lines))).toEqual({
      belief: belief.belief,
      left: [],
    });
    expect(aws.unknownCalls).toEqual([]);
    expect(aws.remaining()).toEqual([]);
    const calls = `${lines.join("\n")}\n`;
    tried.push(calls);
    if (process.env["CONVERSATIONS"] !== "write") expect(known).toContain(calls);
  });

  // `CONVERSATIONS=write` writes what was called, including what removes everything again, with the reasons of refusals.
  afterAll(() => {
    if (process.env["CONVERSATIONS"] === "write") fs.writeFileSync(callsFile, tried.join(""));
  });
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
  const outcome = await playing.play(wrong, at, administrator());
  expect(outcome.difference).toMatch(/^imagebuilder:CreateComponent was refused with ResourceAlreadyExistsException: /);
  const accepted = await playing.play(
    { belief: "No", source: "", steps: [{ ...create, refused: "X" }] },
    at,
    administrator(),
  );
  expect(accepted.difference).toBe("imagebuilder:CreateComponent was accepted; expected X");
  expect(aws.remaining()).toEqual([]);
  expect(report([outcome], "a test", new Date(0))).toContain("0 of 1 beliefs hold.\n\n## Nothing is taken\n");
});

test("docs/conformance.md matches the beliefs", () => {
  expect(fs.readFileSync(path.join(root, "docs/conformance.md"), "utf8")).toBe(page());
});

describe("npm run conformance", () => {
  const run = async (...args: string[]) => {
    const [out, err] = ([process.stdout, process.stderr] as const).map((stream) =>
      jest.spyOn(stream, "write").mockReturnValue(true),
    );
    try {
      const code = await conformance(args);
      return { code, out: out?.mock.calls.join(""), err: err?.mock.calls.join("") };
    } finally {
      jest.restoreAllMocks();
    }
  };

  test("tries all beliefs against the local AWS", async () => {
    const today = new Date().toISOString().slice(0, 10);
    const all = beliefs.length;
    const out = `# Conformance of the local AWS, ${today}\n\n${all} of ${all} beliefs hold.\n`;
    expect(await run()).toEqual({ code: 0, out, err: "" });
  });

  test.each([
    ["does not hold", { difference: "It is not so.", left: [] }, "## $1\n\nIt is not so.\n"],
    [
      "leaves something behind",
      { left: ["iam:DeleteRole {}: Throttling"] },
      "## Left behind\n\n- iam:DeleteRole {}: Throttling\n",
    ],
  ])("fails if one belief %s", async (_, outcome, shown) => {
    const [, second] = beliefs;
    jest.spyOn(playing, "play").mockImplementation(({ belief }) => {
      return Promise.resolve({ belief, left: [], ...(belief === second?.belief ? outcome : {}) });
    });
    const { code, out } = await run();
    const hold = "difference" in outcome ? beliefs.length - 1 : beliefs.length;
    const all = `\n\n${hold} of ${beliefs.length} beliefs hold.\n\n${shown.replace("$1", second?.belief ?? "")}`;
    expect([code, out?.slice(-all.length)]).toEqual([1, all]);
  });

  test("prints the policy, which covers every resource by its pattern, or writes the page", async () => {
    const { code, out } = await run("--policy", "--region", "eu-north-1");
    expect([code, out]).toEqual([0, fs.readFileSync(path.join(__dirname, "conformance-policy.txt"), "utf8")]);
    const folder = fs.mkdtempSync(path.join(os.tmpdir(), "conformance-"));
    fs.mkdirSync(path.join(folder, "docs"));
    process.chdir(folder);
    expect(await run("--page")).toEqual({ code: 0, out: "", err: "" });
    process.chdir(root);
    expect(fs.readFileSync(path.join(folder, "docs/conformance.md"), "utf8")).toBe(page());
    fs.rmSync(folder, { recursive: true });
  });

  test("refuses a mistake in the command line", async () => {
    expect(await run("--awz")).toMatchObject({ code: 1, err: expect.stringContaining("write --aws") as string });
  });
});
