import { AwsError } from "../errors";

/** Number of rows that a list returns at a time. */
export const pages = { size: 100, badToken: "InvalidParameterException" };

export function invalidParameter(field: string, why: string): AwsError {
  return new AwsError(
    "InvalidParameterException",
    `Invalid parameter at '${field}' failed to satisfy constraint: '${why}'`,
  );
}
