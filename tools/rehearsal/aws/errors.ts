/** An answer that is an error, before a protocol gave it its shape. */
export class AwsError extends Error {
  /**
   * @param code the error's name in the API, such as `ResourceNotFoundException`.
   * @param details further elements of the error's body.
   */
  constructor(
    readonly code: string,
    message: string,
    readonly status = 400,
    readonly details: Readonly<Record<string, string>> = {},
  ) {
    super(message);
  }
}

/** The operation exists nowhere here: answered as AWS answers an unknown one, and logged. */
export class UnknownOperation extends AwsError {}
