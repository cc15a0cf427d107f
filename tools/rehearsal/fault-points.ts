import type { Faults } from "./aws/faults";
import type { LoggedCall } from "./aws/local-aws";

/** What goes wrong. */
export const faultKinds = ["throttled", "error-500", "reset", "interrupted", "killed"] as const;
export type FaultKind = (typeof faultKinds)[number];

export const faultWords: Readonly<Record<FaultKind, string>> = {
  throttled: "throttled twice",
  "error-500": "a 500",
  reset: "connection reset after the effect",
  interrupted: "Terraform interrupted (SIGINT)",
  killed: "Terraform killed (SIGKILL)",
};

/**
 * One call of an apply. Calls run side by side, and the same number is another call in the next run: so a call is
 * known as the n-th of its operation, and every call of a clean run is one point.
 */
export interface Point {
  /** Number in the clean run, from 1. */
  readonly number: number;
  readonly service: string;
  readonly operation: string;
  /** From 1. */
  readonly occurrence: number;
}

/** The points of a clean run; retries are none of their own. */
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

/** Whether a call changes something. */
export function changes({ operation }: Pick<Point, "operation">): boolean {
  return !/^(Get|Head|List|Describe|BatchGet)/.test(operation);
}

/** What ends Terraform in the middle of a call. */
export interface Ends {
  readonly kill: AbortController;
  readonly interrupt: AbortController;
}

/** The fault at this point, and whether it was reached. */
export function faultsAt(point: Point, kind: FaultKind, ends: Ends): { faults: Faults; reached: () => boolean } {
  let seen = 0;
  let left = kind === "throttled" ? 2 : 1;
  let hit: string | undefined;
  let reached = false;
  const faults: Faults = ({ service, operation, attempt, invocation }) => {
    if (service === point.service && operation === point.operation && attempt === 1 && ++seen === point.occurrence) {
      hit = invocation ?? "";
    } else if (hit === undefined || hit !== invocation) return undefined;
    if (left-- <= 0) return undefined;
    reached = true;
    switch (kind) {
      case "throttled":
        return { kind: "throttle" };
      case "error-500":
        return { kind: "internal-error" };
      case "reset":
        return { kind: "reset-after-effect" };
      case "interrupted":
        return {
          kind: "hook",
          when: "after",
          run: () => {
            ends.interrupt.abort();
          },
        };
      case "killed":
        return {
          kind: "hook",
          when: "after",
          run: () => {
            ends.kill.abort();
          },
        };
    }
  };
  return { faults, reached: () => reached };
}
