import type { LocalAws, LoggedCall } from "@pipelines/local-aws/local-aws";
import type { Resource } from "@pipelines/local-aws/resource";

/** A change that one call made in local AWS. */
export interface Effect {
  /** `+` created, `-` deleted, `~` changed in place, `!` refused. */
  readonly sign: "+" | "-" | "~" | "!";
  /** For example `container recipe`, or the call's name if only that is known. */
  readonly kind: string;
  readonly name: string;
  readonly version: string | undefined;
  readonly state: string | undefined;
}

/**
 * Watches what exists, so that every call can be shown with its effect. Ignores everything below `hide` (the bucket for
 * Terraform states, where locks are constantly created and removed).
 */
export class EffectWatch {
  private known = new Map<string, Resource>();

  public constructor(
    private readonly aws: Pick<LocalAws, "remaining">,
    private readonly hide: string,
  ) {
    this.known = this.now();
  }

  /**
   * Returns what has changed since the previous call to this method. The changes are attributed to `call`; if it is not
   * given, they come from the progress of builds.
   */
  public after(call?: LoggedCall): Effect[] {
    const before = this.known;
    this.known = this.now();
    const effects: Effect[] = [];
    for (const [key, row] of this.known) {
      const old = before.get(key);
      if (old === undefined) effects.push({ sign: "+", ...described(row) });
      else if (old.state !== row.state || old.version !== row.version) effects.push({ sign: "~", ...described(row) });
    }
    for (const [key, row] of before) {
      if (!this.known.has(key)) effects.push({ sign: "-", ...described(row) });
    }
    // An in-place update does not change anything that a row shows.
    if (effects.length === 0 && call?.error === undefined && call?.operation.startsWith("Update") === true) {
      effects.push({ sign: "~", kind: call.operation, name: "in place", version: undefined, state: undefined });
    }
    if (call?.error !== undefined && !/^(Get|Head|List|Describe)/.test(call.operation)) {
      effects.push({ sign: "!", kind: call.operation, name: call.error, version: undefined, state: undefined });
    }
    return effects;
  }

  private now(): Map<string, Resource> {
    const rows = this.aws.remaining().filter(({ name }) => !name.startsWith(`${this.hide}/`));
    return new Map(rows.map((row) => [keyOf(row), row]));
  }
}

/**
 * An ECR image is identified by its first tag, which only its build has; other tags, such as `latest`, move on to later
 * images.
 */
function keyOf({ service, kind, name, version }: Resource): string {
  return [service, kind, name, service === "ecr" ? version?.split(",")[0] : version].join(" ");
}

function described({ service, kind, name, version, state }: Resource): Omit<Effect, "sign"> {
  // An S3 version id is of no use to the reader.
  if (service === "s3") return { kind, name, version: undefined, state };
  return { kind: service === "ecr" && kind === "image" ? "pushed image" : kind, name, version, state };
}

/** Gaps shorter than this are within one burst of Terraform's work; a longer gap means waiting. */
const silenceMs = 1000;

/**
 * Returns the number of seconds in which an apply made no calls to AWS: the provider was waiting, not AWS.
 *
 * Counted from the first call that creates something, so that Terraform's own startup does not count.
 */
export function waitedFor(calls: readonly LoggedCall[]): number {
  const first = calls.findIndex(({ operation }) => operation.startsWith("Create"));
  if (first < 0) return 0;
  const gaps = calls.slice(first + 1).map(({ at }, index) => at - (calls[first + index]?.at ?? at));
  return gaps.filter((gap) => gap > silenceMs).reduce((sum, gap) => sum + gap, 0) / 1000;
}
