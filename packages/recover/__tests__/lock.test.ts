import { S3Client } from "@aws-sdk/client-s3";
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
