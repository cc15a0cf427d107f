import { AwsError } from "../errors";

export const noSuchEntity = (message: string) => new AwsError("NoSuchEntity", message, 404);
export const alreadyExists = (what: string) => new AwsError("EntityAlreadyExists", `${what} already exists.`, 409);
export const deleteConflict = (message: string) => new AwsError("DeleteConflict", message, 409);
/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html */
export const limitExceeded = (message: string) => new AwsError("LimitExceeded", message, 409);
export const malformed = (message: string) => new AwsError("MalformedPolicyDocument", message);
export const tooManyTags = limitExceeded("The number of tags has reached the maximum limit.");
