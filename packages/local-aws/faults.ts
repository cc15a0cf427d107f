/** One call, with what is known before it is answered. */
export interface Call {
  /** Running number, from 1. */
  readonly number: number;
  /** The service's signing name: `s3`, `iam`, `imagebuilder`, … */
  readonly service: string;
  /** The API's name for it, such as `CreateContainerRecipe`. */
  readonly operation: string;
  readonly region: string;
  readonly account: string;
  /** The SDK's id for this call, which its retries share. */
  readonly invocation: string | undefined;
  /** 1 for the first attempt, as the SDK counts them. */
  readonly attempt: number;
}

/** What goes wrong with a call. */
export type Fault =
  /** Refused with the service's throttling error, or another one of its codes; no effect. */
  | { readonly kind: "throttle"; readonly code?: string }
  /** An HTTP 500 of that service; no effect. */
  | { readonly kind: "internal-error" }
  /** The connection is reset; no effect. */
  | { readonly kind: "reset-before-effect" }
  /** The effect takes place, then the connection is reset: the caller cannot know. */
  | { readonly kind: "reset-after-effect" }
  /** The answer breaks off in the middle of its body. */
  | { readonly kind: "cut" }
  /** Anything else, such as killing Terraform; the call is then answered as usual. */
  | { readonly kind: "hook"; readonly when: "before" | "after"; readonly run: () => void | Promise<void> };

/** Decides about every call; undefined lets it pass. */
export type Faults = (call: Call) => Fault | undefined;

/**
 * A fault for the call of this number and its retries, `times` times in all. Counting calls does not work: several run
 * in parallel, and the retry of one does not have the next number.
 *
 * @internal for tests
 */
export function faultAt(number: number, fault: Fault, times = 1): Faults {
  let left = times;
  let hit: Call | undefined;
  return (call) => {
    if (call.number === number) hit = call;
    if (hit === undefined || left === 0) return undefined;
    const isRetry = call.invocation !== undefined && call.invocation === hit.invocation;
    if (call !== hit && !isRetry) return undefined;
    left--;
    return fault;
  };
}
