/**
 * The AWS accounts and the region of the environments: all that must be edited before a first deploy.
 *
 * These account ids are the examples of AWS's documentation and are not real accounts.
 */
export const region = "us-east-1";

export const accounts = {
  dev: "111122223333",
  staging: "444455556666",
  prod: "777788889999",
} as const;
