import { DeleteObjectCommand, GetObjectCommand, PutObjectCommand, S3Client } from "@aws-sdk/client-s3";
import { spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import type { StackConfig } from "@pipelines/permissions/stack-config";
import { type Access, isNamed, unless } from "@pipelines/operations/access";

/** Fields used here from the record in which Terraform stores who holds a state's lock. */
export interface LockInfo {
  readonly ID: string;
  /** For example `OperationTypeApply`. */
  readonly Operation: string;
  /** `user@host` */
  readonly Who: string;
  readonly Version: string;
  readonly Created: string;
  readonly Path: string;
  readonly Info: string;
}

/** Operations in this project that take locks. */
const operations = ["recover", "move"] as const;
export type LockOperation = (typeof operations)[number];

/**
 * ID and start time of this process: an earlier process may have had the same ID, for example the first process in a
 * container.
 */
const thisProcess = `${process.pid} ${performance.timeOrigin}`;

interface Place {
  readonly bucket: string;
  readonly key: string;
}

/**
 * The lock on a state in S3: an object stored next to the state while someone is working on it.
 * https://developer.hashicorp.com/terraform/language/backend/s3#state-locking
 */
export class StateLock {
  public constructor(
    private readonly s3: S3Client,
    private readonly place: Place,
  ) {}

  /** `undefined` if the state is not in S3: HCP Terraform locks its workspaces itself. */
  public static of({ terraform }: StackConfig, { config }: Access): StateLock | undefined {
    const s3 = terraform.backend?.["s3"];
    if (s3 === undefined) return undefined;
    const text = (name: string) => String(s3[name]);
    const client = new S3Client({ ...config, region: text("region") });
    return new StateLock(client, { bucket: text("bucket"), key: text("key") });
  }

  private get object(): { readonly Bucket: string; readonly Key: string } {
    return { Bucket: this.place.bucket, Key: `${this.place.key}.tflock` };
  }

  /** Returns the holder of the lock. */
  public async read(): Promise<LockInfo | undefined> {
    // Without the bucket, there is no state either. Terraform's message about that is clearer.
    return unless(["NoSuchKey", "NoSuchBucket"], async () => {
      const { Body } = await this.s3.send(new GetObjectCommand(this.object));
      return JSON.parse((await Body?.transformToString()) ?? "") as LockInfo;
    });
  }

  /** Takes the lock, as Terraform does. @returns its ID; `undefined` if it was not free */
  public async take(now: Date, operation: LockOperation): Promise<string | undefined> {
    const info: LockInfo = {
      ID: randomUUID(),
      Operation: operation,
      Info: thisProcess,
      Who: `${os.userInfo().username}@${os.hostname()}`,
      Version: process.version,
      Created: now.toISOString(),
      Path: `${this.place.bucket}/${this.place.key}`,
    };
    try {
      await this.s3.send(new PutObjectCommand({ ...this.object, Body: JSON.stringify(info), IfNoneMatch: "*" }));
      return info.ID;
    } catch (error) {
      const taken = isNamed(error, "PreconditionFailed") || isNamed(error, "ConditionalRequestConflict");
      // If the response to a call was lost, the call is repeated and finds the lock that the first attempt took.
      if (!taken) throw error;
      if ((await this.read())?.ID !== info.ID) return undefined;
      return info.ID;
    }
  }

  /** Releases the lock with this ID; does not release one that someone else has taken in the meantime. */
  public async free(id: string): Promise<void> {
    if ((await this.read())?.ID === id) await this.s3.send(new DeleteObjectCommand(this.object));
  }

  /**
   * Reports whether the holder is known to be dead, which can be determined only if it ran on this machine. It is dead
   * if it was a recovery or a move whose process has ended, or if this machine is running no Terraform process that
   * works on this state and was started before the lock was taken.
   */
  public isDead({ Operation, Who, Created, Info }: LockInfo, machine: Machine = thisMachine): boolean {
    if (Who.slice(Who.lastIndexOf("@") + 1) !== machine.host || machine.host === "localhost") return false;
    const { pid } = machine;
    if (operations.some((each) => each === Operation)) {
      const holder = Number.parseInt(Info);
      return Info !== machine.process && (holder === pid || !machine.isRunning(holder));
    }
    const taken = new Date(Created).getTime();
    const mayHold = (each: Process): boolean =>
      isTerraform.test(each.command) &&
      // Process ages are in whole seconds.
      machine.now() - each.ageSeconds * 1000 <= taken + 2000 &&
      mayWorkOn(this.place, machine.stateOf(each));
    return machine.processes()?.every((each) => !mayHold(each)) ?? false;
  }
}

/** What can be found out about a machine. */
export interface Machine {
  readonly host: string;
  readonly pid: number;
  /** The value of `Info` in this process's locks. */
  readonly process: string;
  readonly now: () => number;
  readonly isRunning: (pid: number) => boolean;
  /** Running processes; `undefined` if they cannot be listed. */
  readonly processes: () => readonly Process[] | undefined;
  /**
   * Location of the state that a Terraform process works on; `none` if the process has ended or its state is not in a
   * backend.
   */
  readonly stateOf: (process: Process) => Place | "none" | "unknown";
}

const thisMachine: Machine = {
  host: os.hostname(),
  pid: process.pid,
  process: thisProcess,
  now: Date.now,
  isRunning,
  processes,
  stateOf,
};

function mayWorkOn({ bucket, key }: Place, state: Place | "none" | "unknown"): boolean {
  return state === "unknown" || (state !== "none" && state.bucket === bucket && state.key === key);
}

/** Matches `/usr/bin/terraform apply`, but not a provider's command. */
const isTerraform = /^\S*?(?:terraform|tofu)(?:\.exe)?(?:\s|$)/;

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // Nothing is known about another user's process except that it exists.
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

interface Process {
  readonly pid: number;
  readonly ageSeconds: number;
  readonly command: string;
}

function processes(): Process[] | undefined {
  const { status, stdout } = spawnSync("ps", ["-A", "-o", "pid=,etime=,args="], { encoding: "utf8" });
  if (status !== 0) return undefined;
  return stdout.split("\n").flatMap((line) => {
    const [, pid, days = "0", hours = "0", minutes, seconds, command = ""] =
      /^\s*(\d+)\s+(?:(\d+)-)?(?:(\d+):)?(\d+):(\d+)\s+(.*)$/.exec(line) ?? [];
    if (pid === undefined) return [];
    const ageSeconds = ((Number(days) * 24 + Number(hours)) * 60 + Number(minutes)) * 60 + Number(seconds);
    return [{ pid: Number(pid), ageSeconds, command }];
  });
}

/**
 * Returns the location of a Terraform process's state, according to its working folder, if the system reveals that
 * folder.
 */
function stateOf({ pid, command }: Process): Place | "none" | "unknown" {
  // On other platforms, a process's working folder cannot be read.
  if (process.platform !== "linux") return "unknown";
  try {
    const chdir = /\s-chdir=(\S+)/.exec(command)?.[1] ?? ".";
    const data =
      /(?:^|\0)TF_DATA_DIR=([^\0]+)/.exec(fs.readFileSync(`/proc/${pid}/environ`, "utf8"))?.[1] ?? ".terraform";
    const folder = path.resolve(fs.readlinkSync(`/proc/${pid}/cwd`), chdir);
    const file = fs.readFileSync(path.resolve(folder, data, "terraform.tfstate"), "utf8");
    return (JSON.parse(file) as { readonly backend: { readonly config: Place } }).backend.config;
  } catch (error) {
    // The process has already ended (ESRCH: during this read), or its state is not in a backend.
    return ["ENOENT", "ESRCH"].includes((error as NodeJS.ErrnoException).code ?? "") ? "none" : "unknown";
  }
}
