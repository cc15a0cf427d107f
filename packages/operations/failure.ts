import { type Finding, error } from "@pipelines/findings/finding";
import { nearest } from "@pipelines/findings/nearest";
import { formatFindings } from "@pipelines/findings/report";
import { quote } from "@pipelines/findings/text";
import type { EnvironmentDescription } from "@pipelines/image-definition/environment-description";

/** Ends a command with a message for the person who ran it. */
export class OperationFailed extends Error {
  public constructor(public readonly findings: readonly Finding[]) {
    super(formatFindings(findings));
  }
}

/** @param where the part of the command line or of AWS that is wrong, such as `--channel` or `staging/web` */
export function failure(code: string, where: string, found: string, allowed: string, fix?: string): OperationFailed {
  return new OperationFailed([error({ file: where }, code, { found, allowed, ...(fix === undefined ? {} : { fix }) })]);
}

/** Creates the failure for a name that is not one of the existing names. */
export function unknownName(where: string, what: string, name: string, names: readonly string[]): OperationFailed {
  const near = nearest(name, names);
  return failure(
    "IB-OP-NAME",
    where,
    `there is no ${what} ${quote(name)}`,
    names.length === 0 ? `none, because there is no ${what}` : `one of ${names.join(", ")}`,
    near === undefined ? undefined : `write ${near}`,
  );
}

interface ServiceError {
  readonly name: string;
  readonly message: string;
  readonly code?: string;
}

/** Adds the environment to an AWS error, because a command may work with two environments at the same time. */
export function withPlace(thrown: unknown, place: EnvironmentDescription): unknown {
  return Object.assign(Object(thrown) as object, { place });
}

/** Explains an AWS error to the person who ran the command; rethrows any other error. */
export function explained(thrown: unknown): OperationFailed {
  if (thrown instanceof OperationFailed) return thrown;
  const { place } = Object(thrown) as { readonly place?: EnvironmentDescription };
  if (place === undefined) throw thrown;
  const { name, message, code } = thrown as ServiceError;
  const where = `${place.environment} (${place.account} ${place.region})`;
  const again = "run the same command again: it continues where it stopped";
  if (
    /^ExpiredToken|^RequestExpired|^TokenRefreshRequired/.test(name) ||
    /(?:token|session).*(?:expired|not found or is invalid)/i.test(message)
  ) {
    return failure(
      "IB-OP-EXPIRED",
      where,
      `the credentials have expired: ${message}`,
      `valid credentials for account ${place.account}`,
      `log in again, then ${again}`,
    );
  }
  if (/^CredentialsProviderError$|^InvalidClientTokenId$|^UnrecognizedClient|^SignatureDoesNotMatch/.test(name)) {
    return failure(
      "IB-OP-CREDENTIALS",
      where,
      message,
      `credentials for account ${place.account}, found the way the AWS CLI finds them`,
      `set AWS_PROFILE, or --profile ${place.environment}=<profile>`,
    );
  }
  if (name === "RepositoryNotFoundException") {
    return failure(
      "IB-OP-REPOSITORY",
      where,
      message,
      "an existing repository",
      `npm run deploy -- ${place.environment}`,
    );
  }
  if (/^AccessDenied/.test(name)) {
    return failure("IB-OP-DENIED", where, message, "the permissions listed in docs/operations.md");
  }
  return failure("IB-OP-AWS", where, `${code ?? name}: ${message}`, "a response from AWS", again);
}
