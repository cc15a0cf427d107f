import * as fs from "node:fs";
import * as path from "node:path";
import * as v from "valibot";
import { type At, error, type Finding, warning } from "@pipelines/findings/finding";
import { checkAccountId, checkPolicyName } from "@pipelines/image-checks/names";
import { object, oneOf, type Read, readShape, text, texts, wholeNumber, type Written } from "@pipelines/findings/shape";
import { list, quote } from "@pipelines/findings/text";
import { checkHcpName } from "../environment/check-state";

/** GitHub's ids are numbers that JavaScript can hold. */
const id = wholeNumber(1, Number.MAX_SAFE_INTEGER);

const workflows = object({
  /** Files that plan, in addition to those that deploy. */
  plan: v.optional(texts, ["plan.yml"]),
  /** Files whose jobs deploy: those that are called, and those that call them. */
  deploy: v.optional(texts, ["deploy.yml", "deploy-account.yml", "deploy-environment.yml"]),
  /** Files that build and promote images. */
  operate: v.optional(texts, ["build.yml", "promote.yml"]),
});

const reviewers = object({
  /** Stacks whose deploys wait for a reviewer. @default environments with `deletionProtection`, and the accounts' stacks */
  stacks: v.optional(texts),
  /**
   * Who that is: required reviewers of the GitHub environment or, if GitHub's plan has none for private repositories, an
   * approval of the pull request.
   */
  by: v.optional(oneOf("environment", "pull request"), "environment"),
});

/** What a token of GitHub says about the repository whose job has it. */
const source = {
  /** `owner/name` of the repository whose workflows plan and deploy. */
  repository: text,
  /**
   * Numeric ids of owner and repository, which the tokens of repositories have that were created, renamed or transferred
   * on or after 15 July 2026: `gh api repos/<owner>/<name> --jq '{ownerId: .owner.id, repositoryId: .id}'`.
   * @default none, for older repositories
   */
  ownerId: v.optional(id),
  /** As `ownerId`. @default none, for older repositories */
  repositoryId: v.optional(id),
  /** The branch that is deployed from. */
  branch: v.optional(text, "main"),
  /** Files in `.github/workflows` that may take roles. @default this project's own */
  workflows: v.optional(workflows, {}),
};

const github = object({
  ...source,
  /**
   * What the roles trust in addition, while one of the fields above changes: the role that deploys the account's stack
   * must be able to deploy that change. @default nothing
   */
  former: v.optional(object(source)),
  /** Which deploys wait for a reviewer. */
  reviewers: v.optional(reviewers, {}),
  /** Ids of accounts that have GitHub's identity provider already, which is then used as it is. */
  existingProviders: v.optional(texts, []),
});

const hcpTerraform = object({
  /** The organization of the workspaces; those of other organizations get no roles. */
  organization: text,
  /** The project that the workspaces are in. */
  project: v.optional(text, "Default Project"),
  /** As for GitHub. */
  existingProviders: v.optional(texts, []),
});

const trustSettings = object({
  /** For environments whose state is in S3, and for the accounts themselves. @default no roles for GitHub */
  github: v.optional(github),
  /** For environments whose state is in HCP Terraform. @default no roles for HCP Terraform */
  hcpTerraform: v.optional(hcpTerraform),
  /** Name of a managed policy that is in every account: the permissions boundary of all roles made here. @default none */
  permissionsBoundary: v.optional(text),
});

export type TrustSettings = Written<typeof trustSettings>;
export type ResolvedTrust = Read<typeof trustSettings>;
export type Github = NonNullable<ResolvedTrust["github"]>;
/** A repository whose jobs are trusted. */
export type GithubSource = Omit<Github, "former" | "existingProviders" | "reviewers">;

/** Where the trust is written. */
export const trustFile = "stacks/accounts.ts";

/** Who is trusted, with the defaults, and what is wrong with it. What is wrong trusts nobody. */
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
    const allowed = "names of files in .github/workflows, such as deploy.yml";
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

/** What a change of the trust, or of what it names, has still to do. */
function checkChange({ former, ...github }: Github, workflowFolder: string): Finding[] {
  const at = (field: string): At => ({ file: trustFile, field: `trust.github.${field}` });
  const findings: Finding[] = [];
  if (github.ownerId === undefined) {
    findings.push(
      warning(at("ownerId"), "IB-TRUST-IDS", {
        found: `no ids of ${github.repository}: roles trust its tokens by their names alone`,
        allowed:
          "both ids if the repository was created, renamed or transferred on or after 15 July 2026; older ones work without",
        fix: idsCommand(github.repository),
      }),
    );
  }
  if (former !== undefined) {
    findings.push(
      warning(at("former"), "IB-TRUST-FORMER", {
        found: `${former.repository} as it was is trusted in addition`,
        allowed: "that during one deploy of the account's stacks",
        fix: "leave former out once that is deployed, and deploy again",
      }),
    );
    return findings;
  }
  for (const [purpose, files] of Object.entries(github.workflows)) {
    const missing = files.filter((file) => !fs.existsSync(path.join(workflowFolder, file)));
    if (missing.length === 0) continue;
    findings.push(
      error(at(`workflows.${purpose}`), "IB-TRUST-WORKFLOW", {
        found: `no ${list(missing.map((file) => `.github/workflows/${file}`))}, which roles trust`,
        allowed: "files that exist",
        fix: "rename them back, or name them in two deploys (docs/accounts.md, Change what is trusted)",
      }),
    );
  }
  return findings;
}

/** A wildcard here would trust the repositories of others. */
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
