import * as fs from "node:fs";
import * as path from "node:path";
import type { StackConfig } from "@pipelines/permissions/stack-config";
import type { Access } from "@pipelines/operations/access";
import { failure } from "@pipelines/operations/failure";
import { list, quote } from "@pipelines/findings/text";
import type { Ended } from "@pipelines/terraform/terraform";
import { type LockInfo, type LockOperation, StateLock } from "./lock";
import { succeed } from "./read-objects";
import type { StateFile } from "./state-file";

/** A stack, and the tools to work on it. */
export interface Site {
  readonly stack: string;
  /** The initialized folder that contains its `cdk.tf.json`. */
  readonly folder: string;
  readonly config: StackConfig;
  readonly access: Access;
  readonly terraform: (args: readonly string[], folder: string) => Promise<Ended>;
  readonly now: () => Date;
}

/** Shown before a state in HCP Terraform is changed. */
export const unlockedText =
  "HCP Terraform locks the state only while it is being written: continue only if the workspace has no run in progress.";

/** The state of a stack, wherever it is kept. */
export class StackState {
  /** `undefined` if the state is in HCP Terraform. */
  public readonly lock: StateLock | undefined;
  private held = false;

  public constructor(
    public readonly site: Site,
    private readonly operation: LockOperation,
  ) {
    this.lock = StateLock.of(site.config, site.access);
  }

  public async pull(): Promise<StateFile | undefined> {
    const text = await succeed(this.site.terraform, ["state", "pull"], this.site.folder);
    return text.trim() === "" ? undefined : (JSON.parse(text) as StateFile);
  }

  /** Without the lock, this fails if someone is working on the state. */
  public async push(state: StateFile): Promise<void> {
    const { folder, terraform } = this.site;
    const file = path.join(folder, `${this.operation}-${process.pid}.tfstate`);
    try {
      fs.writeFileSync(file, JSON.stringify(state, null, 2), { mode: 0o600 });
      // The lock is already held and covers this work as well.
      await succeed(terraform, ["state", "push", ...(this.held ? ["-lock=false"] : []), file], folder);
    } finally {
      fs.rmSync(file, { force: true });
    }
  }

  /**
   * Returns the lock on the state, whether its holder is known to be `dead`, and whether to continue despite it
   * (`breaks`).
   *
   * @param broken IDs of locks to ignore
   */
  public async foundLock(broken: readonly string[] = []) {
    if (this.lock === undefined && broken.length > 0) {
      throw failure(
        "IB-OP-ARGUMENTS",
        "--break-lock",
        `${list(broken.map(quote))}, and the state of ${this.site.stack} is in HCP Terraform`,
        "the lock of a state in S3",
        "unlock the workspace in its settings, if you know that its run is dead",
      );
    }
    const info = await this.lock?.read();
    if (info === undefined) return undefined;
    const dead = this.lock?.isDead(info) === true;
    return { info, dead, breaks: dead || broken.includes(info.ID) };
  }

  /**
   * Runs a function while no Terraform process can run: this process and Terraform each refuse to start while the other
   * is running.
   *
   * @param work receives whether the lock is held
   */
  public async whileLocked<T>(work: (locked: boolean) => Promise<T>): Promise<T> {
    if (this.lock === undefined) return work(false);
    const id = await this.lock.take(this.site.now(), this.operation);
    if (id === undefined) throw lockedBy(this.site.stack, await this.lock.read());
    this.held = true;
    try {
      return await work(true);
    } finally {
      this.held = false;
      await this.lock.free(id);
    }
  }
}

export function lockedBy(stack: string, info: LockInfo | undefined): ReturnType<typeof failure> {
  const who = info === undefined ? "somebody" : `${info.Who}, ${info.Operation}, since ${info.Created}, ID ${info.ID}`;
  return failure(
    "IB-RECOVER-LOCKED",
    stack,
    `the state is locked by ${who}`,
    "a state that nobody is working on",
    info === undefined
      ? "run the same command again"
      : `wait until it has finished; if you know that it is dead: --break-lock ${info.ID}`,
  );
}

export function changedMeanwhile(environment: string): ReturnType<typeof failure> {
  return failure(
    "IB-RECOVER-CHANGED",
    environment,
    "something changed in the meantime",
    "an environment that nobody else is working on",
    "run the same command again",
  );
}
