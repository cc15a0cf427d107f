import * as v from "valibot";
import { type At, error, type Finding } from "@pipelines/findings/finding";
import { checkAccountId, checkPolicyName } from "@pipelines/image-checks/names";
import { object, type Read, readShape, text, texts, type Written } from "@pipelines/findings/shape";
import { quote } from "@pipelines/findings/text";
import { checkHcpName } from "../environment/check-state";

const github = object({
  /** `owner/name` of the repository whose workflows plan and deploy. */
  repository: text,
  /** The branch that is deployed from. */
  branch: v.optional(text, "main"),
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

/** Where the trust is written. */
export const trustFile = "stacks/accounts.ts";

/** Who is trusted, with the defaults, and what is wrong with it. What is wrong trusts nobody. */
export function readTrust(given: TrustSettings): { readonly value: ResolvedTrust; readonly findings: Finding[] } {
  const { value, findings } = readShape(trustSettings, given, trustFile, {});
  const all = [...findings, ...checkTrust(value)];
  return { value: all.length === 0 ? value : {}, findings: all };
}

function checkTrust({ github, hcpTerraform, permissionsBoundary }: ResolvedTrust): Finding[] {
  const at = (field: string): At => ({ file: trustFile, field: `trust.${field}` });
  const findings =
    permissionsBoundary === undefined ? [] : checkPolicyName(permissionsBoundary, at("permissionsBoundary"));
  if (github !== undefined) {
    findings.push(...checkRepository(github.repository, at("github.repository")));
    findings.push(...checkBranch(github.branch, at("github.branch")));
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
