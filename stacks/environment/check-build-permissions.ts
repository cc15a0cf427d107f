import { checkPolicyArn } from "@pipelines/image-checks/arns";
import { type At, error, type Finding, hasErrors } from "@pipelines/findings/finding";
import { checkInstanceProfileName } from "@pipelines/image-checks/names";
import { quote } from "@pipelines/findings/text";
import { logPlace } from "../../constructs/build-infrastructure";
import { basicPolicyArns, inlinePolicies } from "../../constructs/instance-role";
import { workflowPolicies } from "../../constructs/workflow-role";
import type { Place } from "../../constructs/place";
import { s3Sources } from "@pipelines/image-definition/s3-sources";
import { inlinePolicyLimit } from "@pipelines/permissions/split-policy";
import type { ResolvedSettings } from "./environment-settings";

/** What the builds of all images read from S3. */
export function sourcesOf({ images }: Pick<ResolvedSettings, "images">): string[] {
  return [...new Set(images.filter(({ findings }) => !hasErrors(findings)).flatMap(s3Sources))].sort();
}

/** What builds may do, and by which role: what IAM would refuse, and what gives a build everything. */
export function checkBuildPermissions(settings: ResolvedSettings, place: Place, at: (field: string) => At): Finding[] {
  const { permissionsBoundary, instanceProfile } = settings;
  return [
    ...(instanceProfile === undefined
      ? checkInlineSize(settings, place, at("buildPermissions.statements"))
      : checkForeignProfile(settings, instanceProfile, at)),
    ...(permissionsBoundary === undefined ? [] : checkPolicyArn(permissionsBoundary, place, at("permissionsBoundary"))),
    ...checkWorkflowPolicySize(settings, place, at("workflowPermissions.statements")),
    ...(["buildPermissions", "workflowPermissions"] as const).flatMap((field) => {
      const { managedPolicies, statements } = settings[field];
      const basic = field === "buildPermissions" ? [...basicPolicyArns(place).values()] : [];
      return [
        ...managedPolicies.flatMap((arn, index) =>
          checkManagedPolicy(arn, index, managedPolicies, basic, place, at(`${field}.managedPolicies[${index}]`)),
        ),
        ...statements.flatMap((statement, index) =>
          checkStatement(statement, (inner) => at(`${field}.statements[${index}].${inner}`)),
        ),
      ];
    }),
  ];
}

function checkForeignProfile(
  { buildPermissions }: ResolvedSettings,
  instanceProfile: string,
  at: (field: string) => At,
): Finding[] {
  const findings = checkInstanceProfileName(instanceProfile, at("instanceProfile"));
  const { managedPolicies, statements } = buildPermissions;
  if (managedPolicies.length + statements.length === 0) return findings;
  return [
    ...findings,
    error(at("buildPermissions"), "IB-PROFILE-PERMISSIONS", {
      found: `buildPermissions beside the instance profile ${quote(instanceProfile)}, which is not the environment's`,
      allowed: "one of them: what the role of an existing profile may do is its owner's to say",
    }),
  ];
}

function checkManagedPolicy(
  arn: string,
  index: number,
  all: readonly string[],
  basic: readonly string[],
  place: Place,
  at: At,
): Finding[] {
  const malformed = checkPolicyArn(arn, place, at);
  if (malformed.length > 0) return malformed;
  const isBasic = basic.includes(arn);
  if (isBasic || all.indexOf(arn) < index) {
    const found = `${quote(arn)} a second time${isBasic ? ": every build has it" : ""}`;
    return [error(at, "IB-PERMISSION-TWICE", { found, allowed: "each policy once", fix: "leave it out" })];
  }
  return arn.endsWith(":aws:policy/AdministratorAccess") ? [everything(at, quote(arn))] : [];
}

type Statement = ResolvedSettings["buildPermissions"]["statements"][number];

function checkStatement({ effect, actions, resources }: Statement, at: (field: string) => At): Finding[] {
  const findings: Finding[] = [];
  const wrong = (field: string, found: string, allowed: string) =>
    findings.push(error(at(field), "IB-PERMISSION", { found, allowed }));
  if (actions.length === 0) wrong("actions", "an empty list", "at least one action");
  if (resources.length === 0) wrong("resources", "an empty list", 'at least one ARN, or "*"');
  actions.forEach((action, index) => {
    const field = `actions[${index}]`;
    if (/^\*+(?::\*+)?$/.test(action)) {
      // IAM knows the one form, and to deny everything is nobody's danger.
      if (effect === "Allow") findings.push(everything(at(field), `the action ${quote(action)}`));
      else if (action !== "*") wrong(field, `the action ${quote(action)}`, '"*"');
    } else if (!/^[a-z0-9-]+:[A-Za-z0-9*?]+$/i.test(action)) {
      wrong(field, `the action ${quote(action)}`, "a service and an action of it, such as s3:GetObject");
    }
  });
  resources.forEach((resource, index) => {
    if (resource === "*" || /^arn:[^:]*:[^:]+:[^:]*:[^:]*:.+$/.test(resource)) return;
    wrong(`resources[${index}]`, `the resource ${quote(resource)}`, 'an ARN, such as arn:aws:s3:::bucket/*, or "*"');
  });
  return findings;
}

function everything(at: At, what: string): Finding {
  return error(at, "IB-PERMISSION-ALL", {
    found: `${what}, which lets every build do everything in the account`,
    allowed: "the actions that the components call: whoever can change a component has what its build has",
  });
}

function checkInlineSize(settings: ResolvedSettings, place: Place, at: At): Finding[] {
  const { statements } = settings.buildPermissions;
  const policies = inlinePolicies({ place, logs: logPlace(place), reads: sourcesOf(settings), statements });
  return tooLong(policies, ", with what builds read from S3", at);
}

function checkWorkflowPolicySize(settings: ResolvedSettings, place: Place, at: At): Finding[] {
  const { workflowPermissions, instanceProfile } = settings;
  return tooLong(
    workflowPolicies(place, workflowPermissions.statements, instanceProfile),
    ", with what every workflow does",
    at,
  );
}

function tooLong(policies: Readonly<Record<string, { readonly policy: string }>>, what: string, at: At): Finding[] {
  const length = Object.values(policies).reduce((sum, { policy }) => sum + policy.replace(/\s/g, "").length, 0);
  if (length <= inlinePolicyLimit) return [];
  return [
    error(at, "IB-PERMISSION-SIZE", {
      found: `policies of ${length} characters${what}`,
      allowed: `${inlinePolicyLimit} characters, which IAM takes of a role's own policies`,
      fix: "put them into a managed policy, and write its ARN into managedPolicies",
    }),
  ];
}
