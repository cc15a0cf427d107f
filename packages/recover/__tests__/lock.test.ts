import { CreateBucketCommand, S3Client } from "@aws-sdk/client-s3";
import { spawn } from "node:child_process";
import { once } from "node:events";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { faultAt } from "@pipelines/testing/faults";
import { type LocalAws, startLocalAws } from "@pipelines/local-aws/local-aws";
import type { StackConfig } from "@pipelines/permissions/stack-config";
import { localAccess } from "@pipelines/rehearsal/local-recovery";
import { clientsOf, testAccount, testRegion } from "@pipelines/testing/clients";
import { temporaryFolder } from "@pipelines/testing/temporary-folder";
import { type LockInfo, type Machine, StateLock } from "../lock";

const place = { bucket: "states", key: "dev.tfstate" };
const other = { bucket: "states", key: "prod.tfstate" };
const taken = Date.parse("2026-11-29T12:00:00Z");

/** A machine on which one Terraform process has been working on this state for two minutes. */
const busy: Machine = {
  host: "laptop",
  pid: 100,
  process: "100 5000.5",
  now: () => taken + 60_000,
  isRunning: () => true,
  processes: () => [
    { pid: 1, ageSeconds: 9000, command: "/sbin/init" },
    { pid: 42, ageSeconds: 120, command: "/usr/bin/terraform apply -auto-approve" },
  ],
  stateOf: () => place,
};

const ofTerraform: LockInfo = {
  ID: "b5a1",
  Operation: "OperationTypeApply",
  Who: "alice@laptop",
  Version: "1.11.4",
  Created: new Date(taken).toISOString(),
  Path: "states/dev.tfstate",
  Info: "",
};
const ofRecovery: LockInfo = { ...ofTerraform, Operation: "recover", Info: "42 4000.5" };

function isDead(info: LockInfo, machine: Partial<Machine> = {}): boolean {
  return new StateLock(new S3Client({ region: "eu-west-1" }), place).isDead(info, { ...busy, ...machine });
}

const running = (command: string, ageSeconds = 120) => ({ processes: () => [{ pid: 42, ageSeconds, command }] });

describe("The lock of a Terraform process", () => {
  test.each<[why: string, machine: Partial<Machine>, dead: boolean]>([
    ["a Terraform process works on this state", {}, false],
    ["that process is OpenTofu", running("tofu apply"), false],
    ["the folder of that Terraform process cannot be seen", { stateOf: () => "unknown" }, false],
    ["processes cannot be listed", { processes: () => undefined }, false],
    ["Terraform started within the same second in which the lock was taken", running("terraform plan", 59), false],
    ["Terraform started after the lock was taken", running("terraform plan", 30), true],
    ["Terraform works on another state", { stateOf: () => other }, true],
    ["Terraform works on the same key in another bucket", { stateOf: () => ({ ...place, bucket: "b" }) }, true],
    ["Terraform has ended, or has no backend", { stateOf: () => "none" }, true],
    ["only a provider is running", running("/p/terraform-provider-aws_v5.100.0_x5"), true],
    ["an editor has a file open that is named terraform", running("vim /src/terraform apply"), true],
    ["nothing runs", { processes: () => [] }, true],
  ])("if %s", (_, machine, dead) => {
    expect(isDead(ofTerraform, machine)).toBe(dead);
  });

  test("of another machine or an unknown one does not prove anything", () => {
    const nothing = { processes: () => [] };
    expect(isDead({ ...ofTerraform, Who: "ci@runner" }, nothing)).toBe(false);
    expect(isDead({ ...ofTerraform, Who: "alice@localhost" }, { ...nothing, host: "localhost" })).toBe(false);
  });
});

describe("The lock of a recovery", () => {
  test("is dead only once its process has ended", () => {
    expect(isDead(ofRecovery)).toBe(false);
    const asked: number[] = [];
    const isRunning = (pid: number): boolean => asked.push(pid) === 0;
    expect(isDead(ofRecovery, { isRunning })).toBe(true);
    expect(asked).toEqual([42]);
  });

  test("held by this process is not dead, but one held by an earlier process with the same ID is", () => {
    expect(isDead({ ...ofRecovery, Info: busy.process })).toBe(false);
    expect(isDead({ ...ofRecovery, Info: "100 4000.5" })).toBe(true);
  });
});

describe("The lock of a state in S3", () => {
  let aws: LocalAws;
  let lock: StateLock;
  const now = new Date(taken);

  beforeEach(async () => {
    aws = await startLocalAws();
    const backend = { s3: { ...place, region: testRegion } };
    const access = localAccess(
      { environment: "dev", account: testAccount, region: "us-east-1", partition: "aws" },
      aws,
      2,
    );
    const found = StateLock.of({ terraform: { backend } } as unknown as StackConfig, access);
    if (found === undefined) throw new Error("no lock");
    lock = found;
    expect(StateLock.of({ terraform: {} } as StackConfig, access)).toBeUndefined();
    expect(await lock.read()).toBeUndefined();
    const { s3 } = clientsOf(aws);
    const CreateBucketConfiguration = { LocationConstraint: testRegion } as const;
    await s3.send(new CreateBucketCommand({ Bucket: place.bucket, CreateBucketConfiguration }));
  });
  afterEach(() => aws.close());

  test("is taken by one at a time, says by whom, and is only freed by its own id", async () => {
    expect(await lock.read()).toBeUndefined();
    const id = await lock.take(now, "move");
    expect(await lock.read()).toEqual({
      ID: id,
      Operation: "move",
      Info: expect.stringMatching(new RegExp(`^${process.pid} \\d+`)) as string,
      Who: `${os.userInfo().username}@${os.hostname()}`,
      Version: process.version,
      Created: "2026-11-29T12:00:00.000Z",
      Path: "states/dev.tfstate",
    });
    expect(await lock.take(now, "recover")).toBeUndefined();
    await lock.free("another");
    expect((await lock.read())?.ID).toBe(id);
    await lock.free(id ?? "");
    expect(await lock.read()).toBeUndefined();
  });

  test("is taken although the answer was lost, and any other failure ends the command", async () => {
    aws.faults = faultAt(aws.calls.length + 1, { kind: "reset-after-effect" }, 1);
    const id = await lock.take(now, "recover");
    expect([id, (await lock.read())?.ID]).toEqual([expect.any(String), id]);
    for (const kind of ["internal-error", "throttle"] as const) {
      aws.faults = () => ({ kind });
      await expect(lock.take(now, "recover")).rejects.toThrow();
      await expect(lock.read()).rejects.toThrow();
    }
  });
});

// On other platforms, a process's working folder cannot be read.
(process.platform === "linux" ? describe : describe.skip)("On this machine", () => {
  /** Runs what looks like a Terraform in a folder whose `.terraform` names this place. */
  async function held(of: typeof place, { data = ".terraform", chdir = "." } = {}): Promise<boolean> {
    const folder = temporaryFolder();
    fs.mkdirSync(path.join(folder, chdir, data), { recursive: true });
    const state = JSON.stringify({ backend: { config: of } });
    fs.writeFileSync(path.join(folder, chdir, data, "terraform.tfstate"), state);
    const args = ["-e", "console.log(); setTimeout(() => {}, 60_000)", "--", `-chdir=${chdir}`];
    const env = { ...process.env, ...(data === ".terraform" ? {} : { TF_DATA_DIR: data }) };
    const child = spawn(process.execPath, args, { argv0: "terraform", cwd: folder, env });
    try {
      await once(child.stdout, "data");
      const info = { ...ofTerraform, Who: `alice@${os.hostname()}`, Created: new Date().toISOString() };
      return !new StateLock(new S3Client({ region: "eu-west-1" }), place).isDead(info);
    } finally {
      child.kill();
      await once(child, "exit");
    }
  }

  test("a Terraform holds the lock of the state that its folder names, and no other", async () => {
    expect(await held(place)).toBe(true);
    expect(await held(place, { data: "elsewhere" })).toBe(true);
    expect(await held(place, { chdir: "stack" })).toBe(true);
    expect(await held(other)).toBe(false);
    expect(await held(other, { data: "elsewhere", chdir: "stack" })).toBe(false);
  });

  test("a recovery holds its lock while its process runs", async () => {
    const child = spawn(process.execPath, ["-e", "console.log(); setTimeout(() => {}, 60_000)"]);
    await once(child.stdout, "data");
    const lock = new StateLock(new S3Client({ region: "eu-west-1" }), place);
    const info = { ...ofRecovery, Who: `alice@${os.hostname()}`, Info: `${child.pid ?? 0} 1` };
    expect(lock.isDead(info)).toBe(false);
    child.kill();
    await once(child, "exit");
    expect(lock.isDead(info)).toBe(true);
    // Another user's process.
    expect(lock.isDead({ ...info, Info: "1 1" })).toBe(false);
  });
});
