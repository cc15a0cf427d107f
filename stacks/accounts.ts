import type { ProjectSettings } from "./environment/project-settings";
import type { TrustSettings } from "./account/trust-settings";

/**
 * The environments' AWS accounts and region: this is everything that you must edit before a first deploy.
 *
 * These account IDs are examples from AWS's documentation, not real accounts.
 */
export const region = "us-east-1";

export const accounts = {
  dev: "111122223333",
  staging: "444455556666",
  prod: "777788889999",
} as const;

/**
 * Settings that all environments share. Set them before the first deploy.
 *
 * If several environments share an account, write `repositoryPrefix: "environment"`: each then has its own
 * repositories, such as `dev/web` and `prod/web`. If another repository like this one deploys to the same accounts,
 * write a `name`: `dev` then becomes `<name>-dev`, in AWS and in every command.
 */
export const project: ProjectSettings = {};

/**
 * Who plans and deploys without keys: GitHub Actions in a repository, or an organization in HCP Terraform. They get
 * roles in the accounts of their environments (docs/accounts.md). Leave this empty if only people deploy.
 *
 *     github: { repository: "acme/image-pipelines", ownerId: 1234567, repositoryId: 987654321 },
 *     hcpTerraform: { organization: "acme", project: "Images" },
 */
export const trust: TrustSettings = {};
