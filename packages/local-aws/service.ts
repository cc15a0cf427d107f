import type { AwsError } from "./errors";
import type { HttpRequest, Reply } from "./messages";
import type { Scope } from "./world";

/** The operation that a request asks for. */
export interface Asked {
  /** The operation's name in the API, even if it is not implemented. */
  readonly operation: string;
  /** Absent if it is not implemented. */
  readonly answer?: (scope: Scope) => Reply;
}

/** One AWS service: its protocol and the part of it that is implemented. */
export interface Service {
  /** Signing name. */
  readonly name: string;
  /** Names of all implemented operations in the API. */
  readonly operations: readonly string[];
  readonly read: (request: HttpRequest) => Asked;
  /** Formats an error for the protocol. */
  readonly refuse: (error: AwsError, requestId: string) => Reply;
  readonly throttled: AwsError;
  readonly broken: AwsError;
}
