/** An error response, before a protocol formats it. */
export class AwsError extends Error {
  /**
   * @param code the error's name in the API, such as `ResourceNotFoundException`.
   * @param details additional elements of the error's body.
   */
  public constructor(
    public readonly code: string,
    message: string,
    public readonly status = 400,
    public readonly details: Readonly<Record<string, string | number>> = {},
  ) {
    super(message);
  }
}

/**
 * An operation, or parameters of one, that AWS knows but that is not implemented here. It is refused and reported with
 * wording that cannot be mistaken for AWS's.
 */
export class NotImplementedHere extends AwsError {
  public constructor(
    operation: string,
    public readonly parameters: readonly string[] = [],
  ) {
    const missing = parameters.length === 0 ? operation : `${parameters.join(", ")} of ${operation}`;
    super("NotImplementedByLocalAws", `The local AWS does not implement ${missing}.`);
  }
}

/** Throws an error in place of a value that is missing. */
export function raise(error: Error): never {
  throw error;
}
