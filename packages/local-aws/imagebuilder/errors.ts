import { AwsError } from "../errors";

// Image Builder's errors, with the original wording if it is publicly known: from reports in the Terraform provider's
// issue tracker (17390, 22127, 40037), and from the messages that make that provider retry.

export function invalidValue(parameter: string, why: string): AwsError {
  return new AwsError(
    "InvalidParameterValueException",
    `The value supplied for parameter '${parameter}' is not valid. ${why}`,
  );
}

export function invalidCombination(why: string): AwsError {
  return new AwsError("InvalidParameterCombinationException", why);
}

export function invalidRequest(why: string): AwsError {
  return new AwsError("InvalidRequestException", why);
}

export function alreadyExists(kind: string, arn: string): AwsError {
  return new AwsError("ResourceAlreadyExistsException", `The following resource '${kind}' already exists: '${arn}'.`);
}

export function hasDependents(arn: string): AwsError {
  return new AwsError(
    "ResourceDependencyException",
    `Resource dependency error: The resource ARN '${arn}' has other resources depended on it.`,
  );
}

export function notFound(arn: string): AwsError {
  return new AwsError("ResourceNotFoundException", `The resource with ARN '${arn}' cannot be found.`, 404);
}
