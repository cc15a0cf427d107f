import * as fs from "node:fs";
import * as path from "node:path";
import * as v from "valibot";
import { type At, error, type Finding, warning } from "@pipelines/findings/finding";
import { checkAccountId, checkPolicyName } from "@pipelines/image-checks/names";
import { object, oneOf, type Read, readShape, text, texts, wholeNumber, type Written } from "@pipelines/findings/shape";
import { list, quote } from "@pipelines/findings/text";
import { checkHcpName } from "../environment/check-state";

/** GitHub's IDs fit into JavaScript's safe integers. */
const id = wholeNumber(1, Number.MAX_SAFE_INTEGER);

const workflows = object({
  /** Files that plan, in addition to the files that deploy. */
  plan: v.optional(texts, ["plan.yml"]),
  /** Files whose jobs deploy: called workflows and their callers. */
  deploy: v.optional(texts, ["deploy.yml", "deploy-account.yml", "deploy-environment.yml"]),
  /** Files that build and promote images. */
  operate: v.optional(texts, ["build.yml", "promote.yml"]),
});

const reviewers = object({
  /** Stacks whose deploys wait for a reviewer. @default environments with `deletionProtection`, and the accounts' stacks */
  stacks: v.optional(texts),
  /**
   * Who reviews: the GitHub environment's required reviewers or, if your GitHub plan does not offer them for private
   * repositories, an approval on the pull request.
   */
  by: v.optional(oneOf("environment", "pull request"), "environment"),
});

/** The data about its job's repository that a GitHub token contains. */
const source = {
  /** The repository whose workflows plan and deploy, as `owner/name`. */
  repository: text,
  /**
   * Numeric IDs of the owner and the repository. Tokens contain them if the repository was created, renamed or
   * transferred on or after 15 July 2026. To get them, run `gh api repos/<owner>/<name> --jq '{ownerId: .owner.id,
   * repositoryId: .id}'`.
   * @default none, for older repositories
   */
  ownerId: v.optional(id),
  /** See `ownerId`. @default none, for older repositories */
  repositoryId: v.optional(id),
  /** The branch to deploy from. */
  branch: v.optional(text, "main"),
  /** Files in `.github/workflows` that may assume roles. @default this project's own */
  workflows: v.optional(workflows, {}),
};

const github = object({
  ...source,
  /**
   * What the roles also trust while one of the fields above is being changed, because the role that deploys the
   * account's stack must also be able to deploy that change. @default nothing
   */
  former: v.optional(object(source)),
  /** Which deploys wait for a reviewer. */
  reviewers: v.optional(reviewers, {}),
  /** IDs of accounts that already have GitHub's identity provider, which is then used unchanged. */
  existingProviders: v.optional(texts, []),
});

const hcpTerraform = object({
  /** The workspaces' organization; workspaces in other organizations get no roles. */
  organization: text,
  /** The project that the workspaces belong to. */
  project: v.optional(text, "Default Project"),
  /** IDs of accounts that already have HCP Terraform's identity provider. */
  existingProviders: v.optional(texts, []),
});

const trustSettings = object({
  /** Trust for environments with their state in S3, and for the accounts themselves. @default no roles for GitHub */
  github: v.optional(github),
  /** Trust for environments with their state in HCP Terraform. @default no roles for HCP Terraform */
  hcpTerraform: v.optional(hcpTerraform),
  /**
   * Name of a managed policy that exists in every account: the permissions boundary for all roles created here.
   * @default none
   */
  permissionsBoundary: v.optional(text),
});

export type TrustSettings = Written<typeof trustSettings>;
export type ResolvedTrust = Read<typeof trustSettings>;
export type Github = NonNullable<ResolvedTrust["github"]>;
/** A repository whose jobs are trusted. */
export type GithubSource = Omit<Github, "former" | "existingProviders" | "reviewers">;

/** The file with the trust settings. */
export const trustFile = "stacks/accounts.ts";

/** Returns the trust settings with their defaults, and findings about them. If anything is wrong, no one is trusted. */
export function readTrust(
  given: TrustSettings,
  workflowFolder = path.join(__dirname, "../../.github/workflows"),
): { readonly value: ResolvedTrust; readonly findings: Finding[] } {
  const { value, findings } = readShape(trustSettings, given, trustFile, {});
  const all = [...findings, ...checkTrust(value)];
  if (all.length > 0) return { value: {}, findings: all };
  return { value, findings: value.github === undefined ? [] : checkChange(value.github, workflowFolder) };
}

function checkTrust({ github, hcpTerraform, permissionsBoundary }: ResolvedTrust): Finding[] {
  const at = (field: string): At => ({ file: trustFile, field: `trust.${field}` });
  const findings =
    permissionsBoundary === undefined ? [] : checkPolicyName(permissionsBoundary, at("permissionsBoundary"));
  if (github !== undefined) {
    findings.push(...checkSource(github, (field) => at(`github.${field}`)));
    if (github.former !== undefined)
      findings.push(...checkSource(github.former, (field) => at(`github.former.${field}`)));
  }
  if (hcpTerraform !== undefined) {
    findings.push(...checkHcpName("organization", hcpTerraform.organization, at("hcpTerraform.organization")));
    findings.push(...checkHcpName("project", hcpTerraform.project, at("hcpTerraform.project")));
  }
  for (const [name, settings] of Object.entries({ github, hcpTerraform })) {
    const accounts = settings?.existingProviders ?? [];
    findings.push(...accounts.flatMap((id, index) => checkAccountId(id, at(`${name}.existingProviders[${index}]`))));
  }
  return findings;
}

function checkSource(source: GithubSource, at: (field: string) => At): Finding[] {
  const { repository, branch, ownerId, repositoryId } = source;
  const findings = [...checkRepository(repository, at("repository")), ...checkBranch(branch, at("branch"))];
  for (const [purpose, files] of Object.entries(source.workflows)) {
    const wrong = files.filter((file) => !/^[\w.-]+\.ya?ml$/.test(file));
    if (wrong.length === 0 && files.length > 0) continue;
    const found = files.length === 0 ? "an empty list" : list(wrong.map(quote));
    const allowed = "file names in .github/workflows, such as deploy.yml";
    findings.push(error(at(`workflows.${purpose}`), "IB-TRUST-WORKFLOW", { found, allowed }));
  }
  if ((ownerId === undefined) !== (repositoryId === undefined)) {
    const [missing, given] = ownerId === undefined ? ["ownerId", "repositoryId"] : ["repositoryId", "ownerId"];
    const words = { found: `${given} without ${missing}`, allowed: "both or neither", fix: idsCommand(repository) };
    findings.push(error(at(missing), "IB-TRUST-IDS", words));
  }
  return findings;
}

function idsCommand(repository: string): string {
  return `run gh api repos/${repository} --jq '{ownerId: .owner.id, repositoryId: .id}' and write both numbers here`;
}

/** Returns findings about what still has to be done when the trust settings, or something they refer to, change. */
function checkChange({ former, ...github }: Github, workflowFolder: string): Finding[] {
  const at = (field: string): At => ({ file: trustFile, field: `trust.github.${field}` });
  const findings: Finding[] = [];
  if (github.ownerId === undefined) {
    findings.push(
      warning(at("ownerId"), "IB-TRUST-IDS", {
        found: `no IDs for ${github.repository}: roles identify its tokens only by name`,
        allowed:
          "both IDs if the repository was created, renamed or transferred on or after July 15, 2026; older ones work without",
        fix: idsCommand(github.repository),
      }),
    );
  }
  if (former !== undefined) {
    findings.push(
      warning(at("former"), "IB-TRUST-FORMER", {
        found: `the former ${former.repository} is still trusted as well`,
        allowed: "this only during one deploy of the account stacks",
        fix: "remove former after that deploy, and deploy again",
      }),
    );
    return findings;
  }
  for (const [purpose, files] of Object.entries(github.workflows)) {
    const missing = files.filter((file) => !fs.existsSync(path.join(workflowFolder, file)));
    if (missing.length === 0) continue;
    findings.push(
      error(at(`workflows.${purpose}`), "IB-TRUST-WORKFLOW", {
        found: `no ${list(missing.map((file) => `.github/workflows/${file}`))}, which the roles trust`,
        allowed: "files that exist",
        fix: "rename them back, or change their names in two deploys (docs/accounts.md, Change what is trusted)",
      }),
    );
  }
  return findings;
}

/** A wildcard here would trust other people's repositories. */
function checkRepository(value: string, at: At): Finding[] {
  if (/^[A-Za-z0-9](?:-?[A-Za-z0-9])*\/[\w.-]+$/.test(value)) return [];
  const [, fix] = /^(?:https:\/\/|git@)github\.com[/:]([\w-]+\/[\w.-]+?)(?:\.git)?\/?$/.exec(value) ?? [];
  return [
    error(at, "IB-TRUST-REPOSITORY", {
      found: quote(value),
      allowed: "one repository, owner/name",
      fix: fix === undefined ? undefined : `write "${fix}"`,
    }),
  ];
}

function checkBranch(value: string, at: At): Finding[] {
  if (/^(?!refs\/|\/)[\w./-]+(?<!\/)$/.test(value)) return [];
  return [
    error(at, "IB-TRUST-BRANCH", { found: quote(value), allowed: "the name of one branch, without refs/heads/" }),
  ];
}
