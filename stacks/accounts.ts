import type { TrustSettings } from "./account/trust-settings";

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

/**
 * Who plans and deploys without keys: GitHub Actions of a repository, an organization of HCP Terraform. What is named
 * here gets roles in the accounts of its environments (docs/accounts.md); nothing is needed where people deploy.
 *
 *     github: { repository: "acme/image-pipelines", ownerId: 1234567, repositoryId: 987654321 },
 *     hcpTerraform: { organization: "acme", project: "Images" },
 */
export const trust: TrustSettings = {};
