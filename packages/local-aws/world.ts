import { randomUUID } from "node:crypto";
import { deserialize, serialize } from "node:v8";
import type { AskedAccess } from "./access-policy";
import type { Stack } from "./cloudformation/state";
import type { Clock } from "./clock";
import { EcrState } from "./ecr/state";
import { type Delivery, EventsState } from "./events/state";
import { GenericState } from "./generic/state";
import { IamState } from "./iam/state";
import { ImageBuilderState } from "./imagebuilder/state";
import { LogsState } from "./logs/state";
import type { JsonObject } from "./json";
import type { Resource } from "./resource";
import { Bucket } from "./s3/state";
import { SnsState } from "./sns/state";

/** The contents of one account in one region. */
export class Region {
  public readonly ecr = new EcrState();
  public readonly events = new EventsState();
  public readonly imageBuilder = new ImageBuilderState();
  public readonly logs = new LogsState();
  public readonly sns = new SnsState();
  /** Of services that nobody wrote by hand. */
  public readonly generic = new GenericState();
  /** CloudFormation stacks, by name. */
  public readonly stacks = new Map<string, Stack>();
}

/** The contents of one account. IAM has no regions. */
export class Account {
  public readonly iam = new IamState();
  private readonly regions = new Map<string, Region>();

  public region(name: string): Region {
    let region = this.regions.get(name);
    if (region === undefined) this.regions.set(name, (region = new Region()));
    return region;
  }

  public existing(): Iterable<[string, Region]> {
    return this.regions;
  }

  /** Restores the classes of an account that {@link serialize} has written. */
  public static revive(data: Account): Account {
    const account = revive(new Account(), data);
    for (const region of account.regions.values()) revive(new Region(), region);
    return account;
  }
}

/** Gives a serialized value the class of an example, and its contents the classes of the example's contents. */
function revive<T extends object>(example: T, data: T): T {
  for (const [name, value] of Object.entries(example) as [keyof T, unknown][]) {
    const inside = data[name];
    if (typeof value !== "object" || value === null || typeof inside !== "object" || inside === null) continue;
    if (!(value instanceof Map)) revive(value, inside);
  }
  return Object.setPrototypeOf(data, Object.getPrototypeOf(example) as object) as T;
}

/** Settings for the builds that Image Builder simulates. */
export interface BuildSettings {
  /** Simulated minutes from the start to AVAILABLE. */
  readonly minutes: number;
  /** Why the builds of this recipe fail; undefined if they do not. */
  readonly failure: (recipe: string) => string | undefined;
  /** Folder with this recipe's image, if it was actually built. */
  readonly folder: (recipe: string) => string | undefined;
}

/** The caller, if it is a role session. */
export interface Caller {
  readonly accountId: string;
  /** Name of the role. */
  readonly role: string;
  /** `arn:aws:sts::111122223333:assumed-role/<role>/<session>` */
  readonly arn: string;
  readonly id: string;
}

interface Snapshot {
  readonly now: Date;
  readonly accounts: World["accounts"];
  readonly buckets: World["buckets"];
}

/** What scans find in a repository's images. */
export interface ScanResult {
  /** Number of findings, by severity. */
  readonly counts: Readonly<Record<string, number>>;
  /** Whether Amazon Inspector scans, instead of ECR itself. */
  readonly enhanced?: boolean;
}

/** Everything that exists in one local AWS. */
export class World {
  /** Where it listens: `http://127.0.0.1:<port>`. */
  public endpoint = "";
  /** By repository name. */
  public scans: Readonly<Record<string, ScanResult>> = {};
  /** What EventBridge started, or could not start. */
  public readonly deliveries: Delivery[] = [];
  public readonly accounts = new Map<string, Account>();
  /** Bucket names are unique across all accounts in a partition. */
  public readonly buckets = new Map<string, Bucket>();
  /** By access key. */
  public readonly sessions = new Map<string, Caller>();
  /** Every access that roles requested, whether or not it was allowed. */
  public readonly accesses: AskedAccess[] = [];
  /** Images, components and workflows that others created, by ARN or reference. Their content is not known. */
  public readonly existing = new Set<string>();

  public constructor(
    public readonly clock: Clock,
    public readonly builds: BuildSettings,
    /** Passes an event to the rules in a region. */
    public readonly deliver: (event: JsonObject, scope: Scope, at: Date) => void,
  ) {}

  public scope(accountId: string, region: string, caller?: Caller): Scope {
    let account = this.accounts.get(accountId);
    if (account === undefined) this.accounts.set(accountId, (account = new Account()));
    return new Scope(this, accountId, account, region, caller);
  }

  /** Every account and region that has ever been used. */
  public *scopes(): Iterable<Scope> {
    for (const [id, account] of this.accounts) {
      for (const [region] of account.existing()) yield new Scope(this, id, account, region);
    }
  }

  /**
   * Everything that exists, and the time, for {@link restore}. Maps, Dates, bytes and shared references are preserved.
   */
  public snapshot(): Buffer {
    const { accounts, buckets } = this;
    return serialize({ now: this.clock.now(), accounts, buckets } satisfies Snapshot);
  }

  public restore(snapshot: Buffer): void {
    const { now, accounts, buckets } = deserialize(snapshot) as Snapshot;
    // No resource may have been created in the future.
    this.clock.skip(Math.max(0, now.getTime() - this.clock.now().getTime()) / 60_000);
    for (const [id, account] of accounts) this.accounts.set(id, Account.revive(account));
    for (const [name, bucket] of buckets) {
      this.buckets.set(name, revive(new Bucket(name, bucket.region, bucket.accountId, bucket.created), bucket));
    }
  }

  public remaining(): Resource[] {
    const rows: Resource[] = [];
    for (const account of this.accounts.values()) {
      rows.push(...account.iam.rows());
      for (const [name, region] of account.existing()) {
        for (const state of [region.ecr, region.events, region.imageBuilder, region.logs, region.sns, region.generic]) {
          rows.push(...state.rows(name));
        }
      }
    }
    for (const bucket of this.buckets.values()) rows.push(...bucket.rows());
    return rows;
  }
}

/** Returns the scope of a call: the account from its key, the region from its signature. */
export class Scope {
  public readonly requestId = randomUUID();
  public readonly iam: IamState;
  public readonly ecr: EcrState;
  public readonly events: EventsState;
  public readonly generic: GenericState;
  public readonly imageBuilder: ImageBuilderState;
  public readonly logs: LogsState;
  public readonly sns: SnsState;
  public readonly stacks: Map<string, Stack>;

  public constructor(
    public readonly world: World,
    public readonly accountId: string,
    public readonly account: Account,
    public readonly region: string,
    /** Undefined for an administrator in the account. */
    public readonly caller?: Caller,
  ) {
    const here = account.region(region);
    ({ iam: this.iam } = account);
    ({ ecr: this.ecr, events: this.events, generic: this.generic, imageBuilder: this.imageBuilder } = here);
    ({ logs: this.logs, sns: this.sns, stacks: this.stacks } = here);
  }

  /** The same account in another region. */
  public in(region: string): Scope {
    return new Scope(this.world, this.accountId, this.account, region, this.caller);
  }

  public now(): Date {
    return this.world.clock.now();
  }

  public get partition(): string {
    if (this.region.startsWith("cn-")) return "aws-cn";
    if (this.region.startsWith("us-gov-")) return "aws-us-gov";
    return "aws";
  }

  /** Returns an ARN in this account, and in this region unless another one (or none, "") is given. */
  public arn(service: string, resource: string, region = this.region): string {
    return `arn:${this.partition}:${service}:${region}:${this.accountId}:${resource}`;
  }
}
