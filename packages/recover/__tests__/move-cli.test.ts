import { CreateBucketCommand, GetObjectCommand, PutObjectCommand } from "@aws-sdk/client-s3";
import * as fs from "node:fs";
import * as path from "node:path";
import { type LocalAws, startLocalAws } from "@pipelines/local-aws/local-aws";
import { execute } from "@pipelines/operations/command";
import type { StackConfig } from "@pipelines/permissions/stack-config";
import { localAccess } from "@pipelines/rehearsal/local-recovery";
import { clientsOf, testAccount, testRegion } from "@pipelines/testing/clients";
import { environment } from "@pipelines/testing/local-environments";
import { temporaryFolder } from "@pipelines/testing/temporary-folder";
import { moveCommand } from "../move-cli";
import { emptyState, type StateFile } from "../state-file";

const dev = { ...environment("dev", testAccount, []), stacks: ["dev", "dev-web", "dev-shop"] };
const provider = 'provider["registry.terraform.io/hashicorp/aws"]';
const pipeline = "aws_imagebuilder_image_pipeline.image_web_pipeline_E351C50B";
const repository = "aws_ecr_repository.repository_web_repository_8C1B2D3E";
const Bucket = "states";

let aws: LocalAws;
let folder: string;
beforeEach(async () => {
  aws = await startLocalAws({ speed: 0 });
  folder = temporaryFolder();
  const CreateBucketConfiguration = { LocationConstraint: testRegion } as const;
  await clientsOf(aws, testRegion, testAccount).s3.send(new CreateBucketCommand({ Bucket, CreateBucketConfiguration }));
  write("dev", stateWith(pipeline, repository));
  write("dev-shop", stateWith());
});
afterEach(async () => {
  expect(aws.unknownCalls).toEqual([]);
  await aws.close();
});

function stateWith(...addresses: readonly string[]): StateFile {
  const resources = addresses.map((address) => {
    const [type = "", name = ""] = address.split(".");
    const instances = [{ schema_version: 0, attributes: { id: `${name} in AWS` } }];
    return { mode: "managed" as const, type, name, provider, instances };
  });
  return { ...emptyState("1.11.4"), lineage: "one", serial: 7, resources };
}

const file = (stack: string): string => path.join(folder, `${stack}.tfstate`);
const write = (stack: string, state: StateFile): void => {
  fs.writeFileSync(file(stack), JSON.stringify(state));
};
/** Names of the resources in a state. */
function held(stack: string): string[] {
  if (!fs.existsSync(file(stack))) return [];
  return (JSON.parse(fs.readFileSync(file(stack), "utf8")) as StateFile).resources.map(({ type }) => type);
}

/** The stack's configuration: the group `web` has the image. */
function config(stack: string, isRemote: boolean): StackConfig {
  const own = stack === "dev-web" ? [pipeline, repository] : [];
  return {
    terraform: {
      ...{ required_version: "", required_providers: {} },
      backend: isRemote ? {} : { s3: { bucket: Bucket, key: stack, region: testRegion } },
    },
    provider: { aws: [{ region: testRegion, allowed_account_ids: [testAccount] }] },
    resource: Object.fromEntries(
      own.map((address) => address.split(".")).map(([type = "", name = ""]) => [type, { [name]: { name: "web" } }]),
    ),
  };
}

interface Options {
  readonly ask?: (question: string) => Promise<boolean>;
  readonly isRemote?: boolean;
}

/** Runs the command with a Terraform that keeps each state in a file, and records its calls. */
async function move(args: readonly string[], { ask, isRemote = false }: Options = {}) {
  let [out, err] = ["", ""];
  const calls: string[] = [];
  const streams = { out: (text: string) => (out += text), err: (text: string) => (err += text) };
  const surroundings = {
    environments: [dev],
    access: () => localAccess(dev, aws, 1),
    streams,
    now: () => new Date("2026-11-30T04:05:06.789Z"),
    wait: () => Promise.resolve(),
  };
  const siteOf = (stack: string) => ({
    folder: temporaryFolder(),
    config: config(stack, isRemote),
    terraform: ([, action = "", ...given]: readonly string[]) => {
      const isPush = action === "push";
      if (isPush) {
        calls.push([stack, ...given.filter((each) => each === "-lock=false")].join(" "));
        fs.copyFileSync(given.find((each) => path.isAbsolute(each)) ?? "", file(stack));
      }
      const stdout = !isPush && fs.existsSync(file(stack)) ? fs.readFileSync(file(stack), "utf8") : "";
      return Promise.resolve({ code: 0, stdout, stderr: "", output: stdout });
    },
  });
  const machine = {
    copies: path.join(folder, "copies"),
    ask,
    sites: (stacks: readonly string[]) => Promise.resolve(stacks.map(siteOf)),
  };
  const code = await execute(moveCommand(machine), ["dev", ...args], () => Promise.resolve(surroundings), streams);
  return { code, out: out.replaceAll(`${folder}${path.sep}`, ""), err, calls };
}

const found = "dev → dev-web: 2 resources of web\n";
const copy = "Copy of the state: copies/dev-before-move-20261130T040506Z.tfstate\n";
const done = "Done. Now: npm run diff -- dev\n";

test("Entries move to the state of the group that has the image, and the old state is kept as a copy", async () => {
  const before = fs.readFileSync(file("dev"), "utf8");
  expect(await move(["--yes"])).toEqual({
    code: 0,
    out: found + copy + done,
    err: "",
    calls: ["dev-web -lock=false", "dev -lock=false"],
  });
  expect([held("dev-web"), held("dev"), held("dev-shop")]).toEqual([
    ["aws_imagebuilder_image_pipeline", "aws_ecr_repository"],
    [],
    [],
  ]);
  const kept = path.join(folder, "copies/dev-before-move-20261130T040506Z.tfstate");
  expect(JSON.parse(fs.readFileSync(kept, "utf8"))).toEqual(JSON.parse(before));
  expect(fs.statSync(kept).mode & 0o777).toBe(0o600);
  expect(await move(["--yes"])).toEqual({
    code: 0,
    out: "Nothing to move: in the states of dev, each image is already where its configuration puts it.\n",
    err: "",
    calls: [],
  });
  // The locks are released.
  for (const Key of ["dev.tflock", "dev-web.tflock"]) {
    const get = new GetObjectCommand({ Bucket, Key });
    await expect(clientsOf(aws, testRegion, testAccount).s3.send(get)).rejects.toThrow();
  }
});

test("Nothing moves until somebody agrees", async () => {
  const hint = "Nothing was changed. To do this: npm run move -- dev --yes\n";
  expect(await move([])).toEqual({ code: 1, out: found + hint, err: "", calls: [] });
  const asked: string[] = [];
  const ask = (question: string) => Promise.resolve(asked.push(question) > 1);
  expect(await move([], { ask })).toEqual({ code: 1, out: found, err: "", calls: [] });
  expect(await move([], { ask })).toMatchObject({ code: 0, out: found + copy + done });
  expect(asked).toEqual(Array.from({ length: 2 }, () => "Move this in the states of dev?"));
});

test("With --json, the report says what moves, whether it was done, and where the copies are", async () => {
  const moves = [{ from: "dev", to: "dev-web", addresses: [pipeline, repository] }];
  const report = async (...args: string[]) => {
    const { out, ...others } = await move(["--json", ...args]);
    return { ...others, ...(JSON.parse(out) as object) };
  };
  const nothing = { environment: "dev", moves, done: false, copies: [], findings: [] };
  expect(await report()).toEqual({ code: 1, err: "", calls: [], ...nothing });
  expect(await report("--yes")).toMatchObject({
    ...nothing,
    code: 0,
    done: true,
    copies: ["copies/dev-before-move-20261130T040506Z.tfstate"],
  });
  expect(await report()).toMatchObject({ code: 0, moves: [], done: true, copies: [] });
});

test("A locked state stays as it is, unless its lock is to be broken", async () => {
  const info = { ID: "b5a1", Operation: "OperationTypeApply", Who: "ci@runner", Version: "", Path: "", Info: "" };
  const Body = JSON.stringify({ ...info, Created: "2026-11-30T02:05:00Z" });
  const { s3 } = clientsOf(aws, testRegion, testAccount);
  // A move does not touch this one.
  await s3.send(new PutObjectCommand({ Bucket, Key: "dev-shop.tflock", Body }));
  await s3.send(new PutObjectCommand({ Bucket, Key: "dev-web.tflock", Body }));
  const lock = "dev-web: lock b5a1: held by ci@runner for 2 hours (OperationTypeApply)";
  const refused = await move(["--yes"]);
  expect([refused.code, refused.out, refused.calls]).toEqual([1, `${found}${lock}, who may still be working\n`, []]);
  expect(refused.err).toContain("error dev-web IB-RECOVER-LOCKED\n");
  expect(await move(["--yes", "--break-lock", "b5a1"])).toMatchObject({
    code: 0,
    out: `${found}${lock} → break it, as requested\n${copy}${done}`,
  });
});

test("Only what was shown is moved", async () => {
  const ask = () => {
    write("dev", stateWith(pipeline));
    return Promise.resolve(true);
  };
  const { code, err, calls } = await move([], { ask });
  expect([code, calls]).toEqual([1, []]);
  expect(err).toContain("error dev IB-RECOVER-CHANGED\n");
});

test("An address that refers to another object in the other state is refused", async () => {
  const [other] = stateWith(repository).resources;
  const theirs = { ...other, instances: [{ schema_version: 0, attributes: { id: "theirs" } }] };
  write("dev-web", { ...stateWith(), resources: [theirs as StateFile["resources"][number]] });
  const { code, err, calls } = await move(["--yes"]);
  expect([code, calls]).toEqual([1, []]);
  expect(err).toContain(`error dev-web ${repository} IB-MOVE-TAKEN\n`);
});

test("States in HCP Terraform are written without a lock of this command's own, after a warning", async () => {
  const warning =
    "HCP Terraform locks the state only while it is being written: continue only if the workspace has no run in progress.\n";
  expect(await move(["--yes"], { isRemote: true })).toEqual({
    code: 0,
    out: found + warning + copy + done,
    err: "",
    calls: ["dev-web", "dev"],
  });
});
