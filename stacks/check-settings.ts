import { At, error, Finding, warning } from "../checks/finding";
import { architectureIn, checkInstanceType, instanceArchitecture } from "../checks/instance-types";
import {
  checkAccountId,
  checkBucketName,
  checkEnvironmentName,
  checkRoleName,
  checkSecurityGroupId,
  checkSubnetId,
} from "../checks/names";
import { checkRegion } from "../checks/regions";
import { checkShape, flag, Kind, listOf, oneOf, record, text, textMap, texts, wholeNumber } from "../checks/shape";
import { checkInstanceTags } from "../checks/tags";
import { list, quote } from "../checks/text";
import { logBucketName } from "../constructs/build-infrastructure";
import { instanceRoleName } from "../constructs/instance-role";
import { Place } from "../constructs/place";
import { checkScheduleShape, scheduleKind } from "../images/check-definition";
import { checkScheduleSetting } from "../images/check-image";
import { Image } from "../images/image";
import { checkNames, checkRepositories } from "./check-collisions";
import { EnvironmentSettings, NotificationSettings, ResolvedSettings } from "./environment-settings";

/** Numbers of days that CloudWatch Logs can keep logs for; S3 takes any. */
const retentions = [
  1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653,
];

const retention: Kind = {
  words: `a number of days that CloudWatch Logs knows: ${list(retentions.map(String), "or")}`,
  is: (value) => typeof value === "number" && retentions.includes(value),
};

const fields: Readonly<Record<keyof EnvironmentSettings, Kind>> = {
  environment: text,
  account: text,
  region: text,
  images: {
    words: 'a list of image("…")',
    is: (value) => Array.isArray(value) && value.every((one) => record.is(one) && "findings" in (one as object)),
  },
  state: {
    words: "{ s3: { … } } or { hcpTerraform: { organization: … } }",
    is: (value) => {
      const { s3, hcpTerraform } = record.is(value) ? (value as { s3?: unknown; hcpTerraform?: unknown }) : {};
      return record.is(s3) !== record.is(hcpTerraform);
    },
  },
  subnetId: text,
  securityGroupIds: texts,
  instanceTypes: texts,
  schedule: scheduleKind,
  buildOnDeploy: flag,
  // A build has no bound of its own below a day; Terraform would wait for ever.
  buildTimeoutMinutes: wholeNumber(1, 1440),
  terminateInstanceOnFailure: flag,
  logRetentionDays: retention,
  deletionProtection: flag,
  notifications: record,
  tags: textMap,
};

const notificationFields: Readonly<Record<keyof NotificationSettings, Kind>> = {
  emails: texts,
  states: listOf(oneOf("FAILED", "AVAILABLE", "CANCELLED")),
};

const stateFields: Readonly<Record<string, Readonly<Record<string, Kind>>>> = {
  s3: { bucket: text, key: text },
  hcpTerraform: { organization: text, workspace: text, hostname: text },
};

/** For fields without a default, so that all else that is wrong can be told too. Nothing is written then. */
const placeholders = { environment: "unnamed", account: "000000000000", region: "us-east-1", images: [] };

/**
 * What is of the wrong kind, which the compiler would say too, for those who run the synth without it; and
 * settings in which a default stands for it, because with it a stack could not even be built to be checked.
 */
export function checkKinds(
  given: EnvironmentSettings,
  file: string,
): { settings: EnvironmentSettings; findings: Finding[] } {
  const findings = [...checkShape(given, fields, { file }), ...checkState(given.state, { file, field: "state" })];
  findings.push(...checkScheduleShape(given.schedule, { file, field: "schedule" }));
  if (given.notifications !== undefined && record.is(given.notifications)) {
    findings.push(...checkShape(given.notifications, notificationFields, { file, field: "notifications" }));
  }
  for (const field of Object.keys(placeholders) as (keyof typeof placeholders)[]) {
    if ((given[field] as unknown) !== undefined) continue;
    const words = { found: `no ${field}`, allowed: fields[field].words };
    findings.push(error({ file, field }, "IB-FIELD-MISSING", words));
  }
  const wrong = new Set(findings.map(({ field }) => field?.split(".", 1)[0]));
  const sound = Object.entries(given).filter(([field]) => !wrong.has(field));
  return { settings: { ...placeholders, ...Object.fromEntries(sound) }, findings };
}

function checkState(state: unknown, at: At): Finding[] {
  if (!record.is(state)) return [];
  const findings = checkShape(
    Object(state) as object,
    Object.fromEntries(Object.keys(stateFields).map((key) => [key, record])),
    at,
  );
  for (const [key, inner] of Object.entries(stateFields)) {
    const value = (state as Readonly<Record<string, unknown>>)[key];
    if (!record.is(value)) continue;
    const place = { ...at, field: `${at.field ?? ""}.${key}` };
    findings.push(...checkShape(Object(value) as object, inner, place));
    if (key === "hcpTerraform" && !("organization" in (value as object))) {
      findings.push(error(place, "IB-FIELD-MISSING", { found: "no organization", allowed: text.words }));
    }
  }
  return findings;
}

/** All that is wrong with an environment's settings and images. `file`: the stack class's. */
export function checkSettings(settings: ResolvedSettings, place: Place, file: string): Finding[] {
  const at = (field: string): At => ({ file, field });
  const { environment, account, region, schedule } = settings;
  return [
    ...checkEnvironmentName(environment, at("environment")),
    ...checkAccountId(account, at("account")),
    ...checkRegion(region, at("region")),
    ...checkBucketName(logBucketName(place), at("environment")),
    ...checkRoleName(instanceRoleName(place), at("environment")),
    ...checkNetwork(settings, at),
    ...checkInstanceTypes(settings, at),
    ...(schedule === null ? [] : checkScheduleSetting(schedule, at("schedule"))),
    ...checkEmails(settings, at),
    ...checkInstanceTags(settings.tags, at("tags")),
    ...settings.images.flatMap((image) => checkImageHere(image, settings, file)),
    ...checkNames(settings, place, file),
    ...checkRepositories(settings, file),
  ];
}

function checkEmails({ notifications }: ResolvedSettings, at: (field: string) => At): Finding[] {
  return notifications.emails.flatMap((email, index) =>
    /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)
      ? []
      : error(at(`notifications.emails[${index}]`), "IB-EMAIL", {
          found: quote(email),
          allowed: "an address such as platform@example.com",
        }),
  );
}

function checkNetwork({ subnetId, securityGroupIds }: ResolvedSettings, at: (field: string) => At): Finding[] {
  const findings = securityGroupIds.flatMap((id, index) => checkSecurityGroupId(id, at(`securityGroupIds[${index}]`)));
  if (subnetId === undefined) return findings;
  if (securityGroupIds.length === 0) {
    findings.push(
      error(at("securityGroupIds"), "IB-SUBNET-GROUPS", {
        found: `the subnet ${quote(subnetId)} without security groups`,
        allowed: "a subnet with at least one security group of its VPC, or neither for the default VPC",
        mend: 'write securityGroupIds: ["sg-…"]',
      }),
    );
  }
  return [...findings, ...checkSubnetId(subnetId, at("subnetId"))];
}

function checkInstanceTypes({ instanceTypes }: ResolvedSettings, at: (field: string) => At): Finding[] {
  if (instanceTypes.length === 0) {
    return [
      error(at("instanceTypes"), "IB-INSTANCE-TYPES", {
        found: "an empty list",
        allowed: "at least one instance type",
        mend: 'write instanceTypes: ["t2.micro"], or leave the field out',
      }),
    ];
  }
  const findings = instanceTypes.flatMap((type, index) => checkInstanceType(type, at(`instanceTypes[${index}]`)));
  const arm = instanceTypes.filter((type) => instanceArchitecture(type) === "arm64");
  const intel = instanceTypes.filter((type) => instanceArchitecture(type) === "x86_64");
  if (arm.length > 0 && intel.length > 0) {
    findings.push(
      error(at("instanceTypes"), "IB-ARCHITECTURE-MIXED", {
        found: `${list(arm)} for arm64 beside ${list(intel)} for x86_64`,
        allowed: "one architecture: Image Builder takes whichever type is free, and images would change theirs",
      }),
    );
  }
  return findings;
}

/** What an image's own checks found, at the place where it was written, and what is unwise in this environment. */
function checkImageHere(image: Image, settings: ResolvedSettings, file: string): Finding[] {
  const here = (field: string): At =>
    image.overridden.includes(field.split(/[.[]/, 1)[0] ?? "")
      ? { file, field: `images: ${image.name}: ${field}` }
      : { file: image.file, field };
  const findings = image.findings.map((finding) =>
    finding.file === image.file && finding.field !== undefined ? { ...finding, ...here(finding.field) } : finding,
  );
  findings.push(...checkArchitecture(image, settings, here));
  if (settings.deletionProtection && isUnpinned(image.parentImage)) {
    findings.push(
      warning(here("parentImage"), "IB-PARENT-UNPINNED", {
        found: `${quote(image.parentImage)} in ${settings.environment}, which may be another image at each build`,
        allowed: "a parent with a tag that does not move, or a digest",
      }),
    );
  }
  return findings;
}

/**
 * Architecture that a build comes out for, where the settings tell it: what the instance is, its AMI and the parent
 * must agree on. Image Builder takes an x86_64 instance of Amazon Linux where nothing else is said.
 */
function checkArchitecture(image: Image, settings: ResolvedSettings, here: (field: string) => At): Finding[] {
  const [built] = settings.instanceTypes.flatMap((type) => instanceArchitecture(type) ?? []);
  if (built === undefined) return [];
  const told = [
    { field: "parentImage", text: image.parentImage },
    { field: "buildInstance", text: image.buildInstance?.image ?? "" },
  ];
  return told.flatMap(({ field, text }) => {
    const own = architectureIn(text);
    if (own === undefined || own === built) return [];
    return [
      error(here(field), "IB-ARCHITECTURE", {
        found: `${quote(text)} is for ${own}, and ${settings.environment} builds on ${list(settings.instanceTypes)}, which is ${built}`,
        allowed: "one architecture for instance types, build AMI and parent image",
      }),
    ];
  });
}

function isUnpinned(parentImage: string): boolean {
  if (parentImage.startsWith("arn:") || parentImage.includes("@sha256:")) return false;
  const name = parentImage.slice(parentImage.lastIndexOf("/") + 1);
  return !name.includes(":") || name.endsWith(":latest");
}
