import type { AwsError } from "./errors";
import type { HttpRequest, Reply } from "./messages";
import type { Scope } from "./world";

/** What a request asks for. */
export interface Asked {
  /** The API's name of the operation, even if it is not implemented. */
  readonly operation: string;
  /** Absent if it is not implemented. */
  readonly answer?: (scope: Scope) => Reply;
}

/** One AWS service: its protocol and what is implemented of it. */
export interface Service {
  /** Signing name. */
  readonly name: string;
  /** The API's names of all implemented operations. */
  readonly operations: readonly string[];
  /** May throw an {@link AwsError}, but only for a request that does not follow the protocol. */
  readonly read: (request: HttpRequest) => Asked;
  /** Gives an error the shape of the protocol. */
  readonly refuse: (error: AwsError, requestId: string) => Reply;
  readonly throttled: AwsError;
  readonly broken: AwsError;
}
