import { AwsError } from "../errors";

/** Number of rows that a list returns at a time. */
export const pages = { size: 100, badToken: "InvalidParameterException" };

export function invalidParameter(field: string, why: string): AwsError {
  return new AwsError(
    "InvalidParameterException",
    `Invalid parameter at '${field}' failed to satisfy constraint: '${why}'`,
  );
}

/** An error whose message ends with the repository. */
export function refused(
  code: string,
  what: string,
  { name, registryId }: Readonly<Record<"name" | "registryId", string>>,
): AwsError {
  return new AwsError(code, `${what} the repository with name '${name}' in the registry with id '${registryId}'`);
}
