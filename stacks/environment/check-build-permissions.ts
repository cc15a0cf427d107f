import { checkPolicyArn } from "@pipelines/image-checks/arns";
import { type At, error, type Finding, hasErrors, warning } from "@pipelines/findings/finding";
import { checkInstanceProfileName } from "@pipelines/image-checks/names";
import { list, quote } from "@pipelines/findings/text";
import { type BuildInfrastructureProps, logPlace } from "../../constructs/build-infrastructure";
import { basicPolicyArns, inlinePolicies } from "../../constructs/instance-role";
import { workflowPolicies } from "../../constructs/workflow-role";
import type { Place } from "../../constructs/place";
import { grantsStrictly } from "../../constructs/strict-build-role";
import { scanRepositoryName } from "@pipelines/image-definition/full-names";
import { isScanned } from "./check-scans";
import { s3Sources } from "@pipelines/image-definition/s3-sources";
import { inlinePolicyLimit } from "@pipelines/permissions/split-policy";
import type { ResolvedSettings } from "./environment-settings";

/** Returns what the builds of all images read from S3. */
export function sourcesOf({ images }: Pick<ResolvedSettings, "images">): string[] {
  return [...new Set(images.filter(({ findings }) => !hasErrors(findings)).flatMap(s3Sources))].sort();
}

/**
 * Checks what builds may do, and under which role: reports permissions that IAM would reject, and permissions that
 * would let a build do anything.
 */
export function checkBuildPermissions(settings: ResolvedSettings, place: Place, at: (field: string) => At): Finding[] {
  const { permissionsBoundary, instanceProfile, instanceProfileRole } = settings;
  return [
    ...(instanceProfile === undefined
      ? checkInlineSize(settings, place, at("buildPermissions.statements"))
      : checkForeignProfile(settings, instanceProfile, at)),
    ...checkProfileRole(instanceProfile, instanceProfileRole, place, at),
    ...checkStrictRole(settings, at("strictBuildRole")),
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
  { buildPermissions, strictBuildRole }: ResolvedSettings,
  instanceProfile: string,
  at: (field: string) => At,
): Finding[] {
  const findings = checkInstanceProfileName(instanceProfile, at("instanceProfile"));
  const { managedPolicies, statements } = buildPermissions;
  const fields = [
    ...(managedPolicies.length + statements.length === 0 ? [] : ["buildPermissions"]),
    ...(strictBuildRole ? ["strictBuildRole"] : []),
  ];
  for (const field of fields) {
    findings.push(
      error(at(field), "IB-PROFILE-PERMISSIONS", {
        found: `${field} together with the instance profile ${quote(instanceProfile)}, which the environment does not create`,
        allowed: "only one of them: the owner of an existing profile decides what its role may do",
      }),
    );
  }
  return findings;
}

/** Checks which role a deploy passes to EC2, if the environment does not create it. */
function checkProfileRole(
  instanceProfile: string | undefined,
  role: string | undefined,
  { partition, account }: Place,
  at: (field: string) => At,
): Finding[] {
  const roles = `arn:${partition}:iam::${account}:role/`;
  const wrong = (severity: typeof error | typeof warning, found: string, allowed: string, fix?: string): Finding[] => [
    severity(at("instanceProfileRole"), "IB-PROFILE-ROLE", { found, allowed, fix }),
  ];
  if (role === undefined) {
    if (instanceProfile === undefined) return [];
    const found = `no ARN for the role of ${quote(instanceProfile)}: a deploy may pass every role whose name ends with it`;
    return wrong(warning, found, "the one role", `write instanceProfileRole: "${roles}…"`);
  }
  if (instanceProfile === undefined) {
    return wrong(
      error,
      "a role without instanceProfile",
      "both, or neither: the profile that the environment creates has its own role",
    );
  }
  if (role.startsWith(roles) && /^[\w+=,.@/-]+$/.test(role.slice(roles.length))) return [];
  return wrong(error, quote(role), `the ARN of a role in the account: ${roles}…`);
}

/** Returns the existing profile that builds use. */
export function existingProfile({ instanceProfile, instanceProfileRole }: ResolvedSettings) {
  return instanceProfile === undefined ? undefined : { name: instanceProfile, role: instanceProfileRole };
}

/** Returns what builds may do. */
export function accessOf(settings: ResolvedSettings, place: Place): BuildInfrastructureProps["access"] {
  const { instanceProfile, buildPermissions: permissions, permissionsBoundary } = settings;
  return instanceProfile === undefined
    ? { reads: sourcesOf(settings), permissions, permissionsBoundary, pushesOnlyTo: strictTargets(settings, place) }
    : { instanceProfile };
}

/** Returns the ARNs of the repositories that builds push to, if they may push to no others. */
export function strictTargets(settings: ResolvedSettings, place: Place): string[] | undefined {
  if (!settings.strictBuildRole) return undefined;
  const arn = (name: string, region: string): string =>
    `arn:${place.partition}:ecr:${region}:${place.account}:repository/${name}`;
  const { repositoryPrefix: prefix, groups } = settings;
  const own = settings.images.flatMap(({ repository, repositoryExists, regions = settings.regions }) => {
    // Groups share this role, and must be able to add images without changing it.
    const name = groups && prefix !== undefined && !repositoryExists ? `${prefix}/*` : repository;
    return [place.region, ...regions].map((region) => arn(name, region));
  });
  return [...new Set(own), ...(isScanned(settings) ? [arn(scanRepositoryName(place), place.region)] : [])];
}

/** A managed policy may be intended to allow what is denied here; its content is unknown. */
function checkStrictRole({ strictBuildRole, buildPermissions, instanceProfile }: ResolvedSettings, at: At): Finding[] {
  const { managedPolicies, statements } = buildPermissions;
  if (!strictBuildRole || instanceProfile !== undefined || managedPolicies.length === 0) return [];
  if (grantsStrictly(statements)) return [];
  return [
    warning(at, "IB-STRICT-ROLE", {
      found: `managed policies, while it denies their access to other repositories and parameters: ${list(managedPolicies)}`,
      allowed: "parameters and repositories that statements also allow",
      fix: "allow what builds need from these in buildPermissions.statements, such as ssm:GetParameter on one ARN",
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
      // IAM accepts only `*`. Denying everything is not dangerous.
      if (effect === "Allow") findings.push(everything(at(field), `the action ${quote(action)}`));
      else if (action !== "*") wrong(field, `the action ${quote(action)}`, '"*"');
    } else if (!/^[a-z0-9-]+:[A-Za-z0-9*?]+$/i.test(action)) {
      wrong(field, `the action ${quote(action)}`, "a service and one of its actions, such as s3:GetObject");
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
    found: `${what}, which lets every build do anything in the account`,
    allowed: "the actions that the components call: anyone who can change a component has all permissions of its build",
  });
}

function checkInlineSize(settings: ResolvedSettings, place: Place, at: At): Finding[] {
  const { statements } = settings.buildPermissions;
  const policies = inlinePolicies({
    place,
    logs: logPlace(place),
    reads: sourcesOf(settings),
    statements,
    pushesOnlyTo: strictTargets(settings, place),
  });
  if (!settings.strictBuildRole) return tooLong(policies, ", including what builds read from S3", at);
  const fix = "leave strictBuildRole out, or split the environment";
  return tooLong(policies, ", including what builds read from S3 and push to", at, fix);
}

function checkWorkflowPolicySize(settings: ResolvedSettings, place: Place, at: At): Finding[] {
  const { workflowPermissions } = settings;
  return tooLong(
    workflowPolicies(place, workflowPermissions.statements, existingProfile(settings)),
    ", including what every workflow does",
    at,
  );
}

function tooLong(
  policies: Readonly<Record<string, { readonly policy: string }>>,
  what: string,
  at: At,
  fix = "put them in a managed policy, and add its ARN to managedPolicies",
): Finding[] {
  const length = Object.values(policies).reduce((sum, { policy }) => sum + policy.replace(/\s/g, "").length, 0);
  if (length <= inlinePolicyLimit) return [];
  return [
    error(at, "IB-PERMISSION-SIZE", {
      found: `policies with ${length} characters${what}`,
      allowed: `${inlinePolicyLimit} characters, IAM's limit for a role's inline policies`,
      fix,
    }),
  ];
}
