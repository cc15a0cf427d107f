/** One call, with everything that is known about it before it gets a response. */
export interface Call {
  /** Sequence number, starting at 1. */
  readonly number: number;
  /** The service's signing name: `s3`, `iam`, `imagebuilder`, … */
  readonly service: string;
  /** The operation's name in the API, such as `CreateContainerRecipe`. */
  readonly operation: string;
  readonly region: string;
  readonly account: string;
  /** The SDK's id for this call, which its retries share. */
  readonly invocation: string | undefined;
  /** 1 for the first attempt, as counted by the SDK. */
  readonly attempt: number;
}

/** What happens to a call. */
export type Fault =
  /** Refused with the service's throttling error, or with another of its codes; no effect. */
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

/** Decides what happens to every call; undefined lets it pass. */
export type Faults = (call: Call) => Fault | undefined;
