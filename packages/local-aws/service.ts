import type { AwsError } from "./errors";
import type { Scope } from "./world";

export interface HttpRequest {
  readonly method: string;
  /** Still percent-encoded. */
  readonly path: string;
  readonly query: URLSearchParams;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: Buffer;
}

export interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
}

/** What a request asks for. */
export interface Asked {
  /** The API's name of the operation, also where it is not implemented. */
  readonly operation: string;
  /** Absent where it is not implemented. */
  readonly answer?: (scope: Scope) => Reply;
}

/** One AWS service: its protocol and what is implemented of it. */
export interface Service {
  /** Signing name. */
  readonly name: string;
  /** The API's names of all that is implemented. */
  readonly operations: readonly string[];
  /** May throw an {@link AwsError} only for a request that is not of this protocol. */
  readonly read: (request: HttpRequest) => Asked;
  /** Gives an error the shape of the protocol. */
  readonly refuse: (error: AwsError, requestId: string) => Reply;
  readonly unknown: (operation: string) => AwsError;
  readonly throttled: AwsError;
  readonly broken: AwsError;
}

/** One row of what exists. */
export interface Resource {
  readonly service: string;
  readonly region: string;
  /** The API's word for it, in lower case: `container recipe`. */
  readonly kind: string;
  readonly name: string;
  readonly version?: string;
  readonly state?: string;
}
