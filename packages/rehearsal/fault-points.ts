import type { Fault, Faults } from "@pipelines/local-aws/faults";
import type { LoggedCall } from "@pipelines/local-aws/local-aws";

/** The kinds of faults. */
export const faultKinds = ["throttled", "error-500", "reset", "lost", "interrupted", "killed", "cdktf-killed"] as const;
export type FaultKind = (typeof faultKinds)[number];

export const faultWords: Readonly<Record<FaultKind, string>> = {
  throttled: "throttled twice",
  "error-500": "a 500",
  reset: "connection reset after the effect",
  lost: "response permanently lost, but the effect took place",
  interrupted: "interrupted (SIGINT)",
  killed: "killed with all its processes (SIGKILL), without writing the state",
  "cdktf-killed": "`cdktf` killed (SIGKILL), Terraform left behind",
};

/**
 * One call in a run. Calls run in parallel, so the call with the same number may be a different one in the next run.
 * Therefore a call is identified as the nth call to its operation, and every call in a clean run is a point.
 */
export interface Point {
  /** Position in the clean run, starting at 1. */
  readonly number: number;
  readonly service: string;
  readonly operation: string;
  /** From 1. */
  readonly occurrence: number;
}

/** Returns the points of a clean run; retries do not count. */
export function pointsOf(calls: readonly LoggedCall[]): Point[] {
  const seen = new Map<string, number>();
  return calls
    .filter(({ attempt }) => attempt === 1)
    .map(({ service, operation }, index) => {
      const key = `${service}:${operation}`;
      const occurrence = (seen.get(key) ?? 0) + 1;
      seen.set(key, occurrence);
      return { number: index + 1, service, operation, occurrence };
    });
}

/** Reports whether a call changes something. */
export function changes({ operation }: Pick<Point, "operation">): boolean {
  return !/^(Get|Head|List|Describe|BatchGet)/.test(operation);
}

/** Controllers that end the run in the middle of a call. */
export interface Ends {
  readonly kill: AbortController;
  readonly interrupt: AbortController;
}

/** Returns the faults at this point, and a function that reports whether they were reached. */
export function faultsAt(point: Point, kind: FaultKind, ends: Ends): { faults: Faults; reached: () => boolean } {
  let seen = 0;
  let tries = 0;
  let hit: string | undefined;
  const end = (controller: AbortController): Fault => ({
    kind: "hook",
    when: "after",
    run: () => {
      controller.abort();
    },
  });
  const faults: Faults = ({ service, operation, attempt, invocation }) => {
    // A killed process does not receive any more responses.
    if (kind === "killed" && ends.kill.signal.aborted) return { kind: "reset-before-effect" };
    if (service === point.service && operation === point.operation && attempt === 1 && ++seen === point.occurrence) {
      hit = invocation ?? "";
    } else if (hit === undefined || hit !== invocation) return undefined;
    tries++;
    switch (kind) {
      case "throttled":
        return tries <= 2 ? { kind: "throttle" } : undefined;
      case "error-500":
        return tries === 1 ? { kind: "internal-error" } : undefined;
      case "reset":
        return tries === 1 ? { kind: "reset-after-effect" } : undefined;
      case "lost":
        return { kind: tries === 1 ? "reset-after-effect" : "reset-before-effect" };
      case "interrupted":
        return tries === 1 ? end(ends.interrupt) : undefined;
      case "killed":
      case "cdktf-killed":
        return tries === 1 ? end(ends.kill) : undefined;
    }
  };
  return { faults, reached: () => tries > 0 };
}
