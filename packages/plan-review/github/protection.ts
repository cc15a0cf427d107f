import * as v from "valibot";
import { list, quote } from "@pipelines/findings/text";
import type { Reviewers } from "../deployable-stacks";
import type { GitHub } from "./api";

const environmentShape = v.object({
  protection_rules: v.optional(
    v.array(v.object({ type: v.string(), reviewers: v.optional(v.array(v.unknown())) })),
    [],
  ),
  deployment_branch_policy: v.nullish(v.object({ custom_branch_policies: v.boolean() })),
});

const policiesShape = v.object({
  branch_policies: v.array(v.object({ name: v.string(), type: v.optional(v.string()) })),
});

/** Returns why a job in the GitHub environment named after the stack may not deploy the stack; empty if it may. */
export function protectionProblems(github: GitHub, stack: string, reviewers: Reviewers): string[] {
  const { branch } = github;
  const place = `environments/${encodeURIComponent(stack)}`;
  const environment = github.get(place, environmentShape);
  if (environment === undefined) {
    return [
      `there is no GitHub environment ${quote(stack)}, and GitHub would create one without any rules: add it under Settings → Environments, with deployments from ${branch} only (GitHub Free does not offer this for private repositories)`,
    ];
  }
  const problems: string[] = [];
  const custom = environment.deployment_branch_policy?.custom_branch_policies === true;
  const policies = custom ? github.get(`${place}/deployment-branch-policies?per_page=100`, policiesShape) : undefined;
  const allowed = policies?.branch_policies.map(({ name, type = "branch" }) => `${type} ${name}`) ?? [];
  if (allowed.length !== 1 || allowed[0] !== `branch ${branch}`) {
    const found = allowed.length === 0 ? "no branch list" : list(allowed);
    problems.push(
      `the GitHub environment ${quote(stack)} has ${found}: under "Deployment branches and tags", select only ${branch}`,
    );
  }
  const rule = environment.protection_rules.find(({ type }) => type === "required_reviewers");
  if (reviewers === "environment" && (rule?.reviewers ?? []).length === 0) {
    problems.push(
      `the GitHub environment ${quote(stack)} has no required reviewers, but stacks/accounts.ts asks for them: add some. ` +
        'If your GitHub plan does not offer them (private repositories need GitHub Enterprise), set github.reviewers.by to "pull request" there: then an approval of the pull request is required instead',
    );
  }
  return problems;
}
