import type { ProjectSettings } from "./environment/project-settings";
import type { TrustSettings } from "./account/trust-settings";

/**
 * The AWS accounts and the region of the environments: all that you must edit before a first deploy.
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
 * What all environments have in common. Set it before the first deploy.
 *
 * If several environments share an account, write `repositoryPrefix: "environment"`: each then has its own
 * repositories, such as `dev/web` and `prod/web`. If another repository like this one deploys to the same accounts,
 * write a `name`: `dev` then becomes `<name>-dev`, in AWS and in every command.
 */
export const project: ProjectSettings = {};

/**
 * Who plans and deploys without keys: GitHub Actions of a repository, or an organization in HCP Terraform. They get
 * roles in the accounts of their environments (docs/accounts.md). Nothing is needed if only people deploy.
 *
 *     github: { repository: "acme/image-pipelines", ownerId: 1234567, repositoryId: 987654321 },
 *     hcpTerraform: { organization: "acme", project: "Images" },
 */
export const trust: TrustSettings = {};
