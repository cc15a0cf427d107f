/** An error response, before a protocol gives it its shape. */
export class AwsError extends Error {
  /**
   * @param code the error's name in the API, such as `ResourceNotFoundException`.
   * @param details further elements of the error's body.
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
 * Parameters that AWS may know but that nothing here implements. They are refused and reported like an operation that
 * is not implemented; otherwise a rehearsal could pass that AWS would fail.
 */
export class NotImplementedHere extends AwsError {
  public constructor(
    operation: string,
    public readonly parameters: readonly string[],
  ) {
    super("NotImplementedByLocalAws", `The local AWS does not implement ${parameters.join(", ")} of ${operation}.`);
  }
}
