import * as fs from "node:fs";
import * as path from "node:path";
import { checkEventBusArn, checkTopicArn } from "@pipelines/image-checks/arns";
import { type At, error, type Finding, hasErrors, warning } from "@pipelines/findings/finding";
import { architectureIn, instanceArchitecture } from "@pipelines/facts/instance-types";
import { checkInstanceType } from "@pipelines/image-checks/instance-types";
import {
  checkAccountId,
  checkBucketName,
  checkEnvironmentName,
  checkRepositoryName,
  checkRoleName,
  checkSecurityGroupId,
  checkSubnetId,
} from "@pipelines/image-checks/names";
import {
  isAccountStackName,
  logBucketName,
  builderName,
  workflowRoleName,
} from "@pipelines/image-definition/full-names";
import { checkArnPlace } from "@pipelines/image-checks/parent-image";
import { checkRegion } from "@pipelines/image-checks/regions";
import { partitionOf } from "@pipelines/facts/regions";
import { checkInstanceTags } from "@pipelines/image-checks/tags";
import { list, quote } from "@pipelines/findings/text";
import type { Place } from "../../constructs/place";
import { pullPolicy } from "../../constructs/pull-policy";
import { checkConsumers } from "@pipelines/image-definition/check-consumers";
import { checkScheduleSetting, isImageBuilderArn } from "@pipelines/image-definition/check-image";
import type { Image } from "@pipelines/image-definition/image";
import { checkBuildPermissions } from "./check-build-permissions";
import { checkWorkflowPermissions } from "./check-workflow-permissions";
import { checkScans } from "./check-scans";
import { checkGroups } from "./check-groups";
import { checkState } from "./check-state";
import { checkNames, checkRepositories } from "./check-collisions";
import { checkParents } from "./check-parents";
import { checkInfrastructure } from "./check-infrastructure";
import type { ResolvedSettings } from "./environment-settings";

/**
 * Checks an environment's settings and images, and returns findings with positions. `file` is the stack class's file.
 */
export function checkSettings(settings: ResolvedSettings, place: Place, file: string): Finding[] {
  const at = (field: string): At => ({ file, field });
  const { environment } = settings;
  return [
    ...checkRegions(settings.regions, place, at("regions")),
    ...checkStateBucketName(environment, at("environment")),
    ...checkState(settings, file),
    ...checkGroups(settings, file),
    ...checkBucketName(logBucketName(place), at("environment")),
    ...checkRoleName(builderName(place), at("environment")),
    ...checkRepositoryPrefix(settings, at("repositoryPrefix")),
    ...checkPullPolicy(settings.consumers, place, at("consumers")),
    ...checkNotifications(settings, place, at),
    ...checkInfrastructure(settings, place, file),
    ...(settings.images.some(({ workflows }) => workflows.length > 0)
      ? checkRoleName(workflowRoleName(place), at("environment"))
      : []),
    ...checkScans(settings, file),
    ...checkBuildPermissions(settings, place, at),
    ...checkWorkflowPermissions(settings, place, file),
    ...settings.images.flatMap((image) => checkImageHere(image, settings, place, file)),
    ...checkParents(settings, (image, field) => whereWritten(image, field, file)),
    ...checkNames(settings, place, file),
    ...checkRepositories(settings, file),
  ];
}

/**
 * Checks an environment's name, account and region. They are part of every name and ARN, so nothing else in the
 * environment is checked until they are correct.
 */
export function checkPlace({ environment, account, region }: ResolvedSettings, file: string): Finding[] {
  return [
    ...checkEnvironmentName(environment, { file, field: "environment" }),
    ...checkAccountId(account, whereSet(account, "account", file)),
    ...checkRegion(region, whereSet(region, "region", file)),
  ];
}

/** Checks settings that do not depend on the environment's name, account and region. */
export function checkAnywhere(settings: ResolvedSettings, file: string): Finding[] {
  const at = (field: string): At => ({ file, field });
  const { schedule, images } = settings;
  return [
    ...checkNetwork(settings, at),
    ...checkInstanceTypes(settings, at),
    ...(schedule === null ? [] : checkScheduleSetting(schedule, at("schedule"))),
    ...checkConsumers(settings.consumers, at("consumers")),
    ...checkInstanceTags(settings.tags, at("tags")),
    ...images.flatMap((image) => image.findings.map((finding) => relocated(finding, image, file))),
  ];
}

/**
 * Returns the position of the line that sets an account or a region. Environments usually read these from
 * `stacks/accounts.ts`.
 */
function whereSet(value: string, field: string, file: string): At {
  const literal = JSON.stringify(value);
  for (const candidate of [file, "stacks/accounts.ts"]) {
    const line = readLines(candidate).findIndex((text) => text.includes(literal));
    if (line >= 0) return { file: candidate, line: line + 1, field };
  }
  return { file, field };
}

function readLines(file: string): string[] {
  try {
    return fs.readFileSync(path.resolve(__dirname, "../..", file), "utf8").split("\n");
  } catch {
    return [];
  }
}

/** The stacks that create state buckets have names like this; see `AccountStack`. */
function checkStateBucketName(environment: string, at: At): Finding[] {
  if (!isAccountStackName(environment)) return [];
  const found = `the environment ${quote(environment)}, which is the name of a state bucket's stack`;
  return [error(at, "IB-ENVIRONMENT-NAME", { found, allowed: "any name but state-<account>-<region>" })];
}

/** Checks that additional regions are known, are in the home region's partition, and are listed only once. */
function checkRegions(regions: readonly string[], { region: home }: { readonly region: string }, at: At): Finding[] {
  return regions.flatMap((region, index) => {
    const here = { ...at, field: `${at.field ?? ""}[${index}]` };
    const unknown = checkRegion(region, here);
    if (unknown.length > 0) return unknown;
    const wrong = (found: string, allowed: string) => [
      error(here, "IB-REGIONS", { found, allowed, fix: "leave it out" }),
    ];
    if (region === home)
      return wrong(
        `the environment's own region ${region}`,
        "other regions: images are always in the environment's own",
      );
    if (regions.indexOf(region) < index) return wrong(`${region} a second time`, "each region once");
    if (partitionOf(region) === partitionOf(home)) return [];
    return wrong(`${region}, in the partition ${partitionOf(region)}`, `regions in ${partitionOf(home)}, like ${home}`);
  });
}

/** Each image checks its name without the prefix, so this checks whether the prefix makes the longest name too long. */
function checkRepositoryPrefix({ repositoryPrefix, images }: ResolvedSettings, at: At): Finding[] {
  if (typeof repositoryPrefix !== "string") return [];
  const own = images.filter(({ findings, repositoryExists }) => !hasErrors(findings) && !repositoryExists);
  const names = own.map(({ repository }) => repository);
  const [longest] = names.sort((a, b) => b.length - a.length);
  return longest === undefined ? [] : checkRepositoryName(longest, at);
}

/**
 * Maximum length of a repository policy, in characters:
 * https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_SetRepositoryPolicy.html
 */
const longestRepositoryPolicy = 10_240;

function checkPullPolicy(consumers: ResolvedSettings["consumers"], place: Place, at: At): Finding[] {
  const { length } = (consumers && pullPolicy(consumers, place)) ?? "";
  if (length <= longestRepositoryPolicy) return [];
  return [
    error(at, "IB-CONSUMERS-SIZE", {
      found: `consumers that lead to a repository policy of ${length} characters`,
      allowed: `${longestRepositoryPolicy} characters, ECR's limit: name an organization or a unit instead of its accounts`,
    }),
  ];
}

function checkNotifications(
  { notifications, ...settings }: ResolvedSettings,
  place: Place,
  at: (field: string) => At,
): Finding[] {
  const { emails, topic, eventBus, states, disabledPipelines, findings: severity } = notifications;
  const findings = emails.flatMap((email, index): Finding[] => {
    const field = at(`notifications.emails[${index}]`);
    const [name = "", host = "", ...more] = email.split("@");
    if (name === "" || more.length > 0 || /\s/.test(email) || !/[^.]\.[^.]/.test(host)) {
      const words = { found: quote(email), allowed: "an address such as platform@example.com" };
      return [error(field, "IB-EMAIL", words)];
    }
    if (emails.indexOf(email) === index) return [];
    const words = { found: `${quote(email)} a second time`, allowed: "each address once: it gets each mail only once" };
    return [error(field, "IB-EMAIL-TWICE", { ...words, fix: "leave it out" })];
  });
  if (topic !== undefined) findings.push(...checkTopicArn(topic, place, at("notifications.topic")));
  if (eventBus !== undefined) findings.push(...checkEventBusArn(eventBus, settings, at("notifications.eventBus")));
  if (states.length === 0 && !disabledPipelines && severity === undefined) {
    findings.push(
      error(at("notifications.states"), "IB-NOTIFICATION-STATES", {
        found: "only an empty list, so no notification is ever sent",
        allowed: "at least one of FAILED, AVAILABLE and CANCELLED, or disabledPipelines, or findings",
        fix: "omit it to use the default",
      }),
    );
  }
  return findings;
}

function checkNetwork({ subnetId, securityGroupIds }: ResolvedSettings, at: (field: string) => At): Finding[] {
  const findings = securityGroupIds.flatMap((id, index) => checkSecurityGroupId(id, at(`securityGroupIds[${index}]`)));
  if (subnetId === undefined) return findings;
  if (securityGroupIds.length === 0) {
    findings.push(
      error(at("securityGroupIds"), "IB-SUBNET-GROUPS", {
        found: `the subnet ${quote(subnetId)} without security groups`,
        allowed: "a subnet with at least one security group in its VPC, or neither for the default VPC",
        fix: 'write securityGroupIds: ["sg-…"]',
      }),
    );
  }
  return [...findings, ...checkSubnetId(subnetId, at("subnetId"))];
}

function checkInstanceTypes(
  { environment, region, instanceTypes, placement }: ResolvedSettings,
  at: (field: string) => At,
): Finding[] {
  if (instanceTypes.length === 0) {
    return [
      error(at("instanceTypes"), "IB-INSTANCE-TYPES", {
        found: "an empty list",
        allowed: "at least one instance type",
        fix: 'write instanceTypes: ["t2.micro"], or leave the field out',
      }),
    ];
  }
  const findings = instanceTypes.flatMap((type, index) =>
    checkInstanceType(type, at(`instanceTypes[${index}]`), region),
  );
  const arm = instanceTypes.filter((type) => instanceArchitecture(type) === "arm64");
  const intel = instanceTypes.filter((type) => instanceArchitecture(type) === "x86_64");
  if (arm.length > 0 && intel.length > 0) {
    findings.push(
      error(at("instanceTypes"), "IB-ARCHITECTURE-MIXED", {
        found: `${list(arm)} for arm64 and ${list(intel)} for x86_64`,
        allowed:
          "one architecture: Image Builder uses whichever type is available, so the architecture of the images could change",
      }),
    );
  }
  // https://aws.amazon.com/ec2/pricing/dedicated-instances/, https://aws.amazon.com/ec2/dedicated-hosts/pricing/
  const tenancy = placement?.tenancy ?? "default";
  if (tenancy !== "default" && instanceTypes.every((type) => type.startsWith("t2."))) {
    findings.push(
      error(at("instanceTypes"), "IB-PLACEMENT", {
        found: `only ${list(instanceTypes)} for the tenancy ${tenancy} in ${environment}`,
        allowed: "at least one type that EC2 runs on dedicated hardware, where it does not run T2",
        fix: 'write instanceTypes: ["m5.large"], or another type that the region has on dedicated hardware',
      }),
    );
  }
  return findings;
}

/** Returns the definition's file, or the stack's file if the environment overrides the field. */
function whereWritten({ overridden, name, file }: Image, field: string, stackFile: string): At {
  return overridden.includes(field.split(/[.[]/, 1)[0] ?? "")
    ? { file: stackFile, field: `images: ${name}: ${field}` }
    : { file, field };
}

function relocated(finding: Finding, image: Image, file: string): Finding {
  return finding.file === image.file && finding.field !== undefined
    ? { ...finding, ...whereWritten(image, finding.field, file) }
    : finding;
}

/** Checks for mistakes and unwise settings of an image in this environment. */
function checkImageHere(image: Image, settings: ResolvedSettings, place: Place, file: string): Finding[] {
  const here = (field: string): At => whereWritten(image, field, file);
  if (image.unusable) return [];
  const findings: Finding[] = [];
  if (image.instanceTypes !== undefined) {
    findings.push(...checkInstanceTypes({ ...settings, instanceTypes: image.instanceTypes }, here));
  }
  findings.push(...checkArchitecture(image, settings, here));
  if (image.regions !== undefined) findings.push(...checkRegions(image.regions, settings, here("regions")));
  findings.push(...checkPullPolicy(image.consumers, place, here("consumers")));
  findings.push(...checkArns(image, settings, here), ...checkStartCondition(image, settings, here));
  const foreignParent = image.parent === undefined ? image.parentImage : undefined;
  if (settings.deletionProtection && foreignParent !== undefined && isUnpinned(foreignParent)) {
    findings.push(
      warning(here("parentImage"), "IB-PARENT-UNPINNED", {
        found: `${quote(foreignParent)} in ${settings.environment}, which may be a different image in each build`,
        allowed: "a parent with a tag that does not move, or a digest",
      }),
    );
  }
  return findings;
}

/**
 * Checks the architecture of a build, if it can be determined from the settings: instance types, AMI and parent must
 * agree. By default, Image Builder uses an x86_64 instance with Amazon Linux.
 */
function checkArchitecture(image: Image, settings: ResolvedSettings, here: (field: string) => At): Finding[] {
  const { instanceTypes = settings.instanceTypes } = image;
  const [built] = instanceTypes.flatMap((type) => instanceArchitecture(type) ?? []);
  if (built === undefined) return [];
  const named = [
    { field: "parentImage", text: image.parent ? undefined : image.parentImage },
    { field: "buildInstance", text: image.buildInstance?.image },
  ];
  return named.flatMap(({ field, text }) => {
    const own = architectureIn(text);
    if (text === undefined || own === undefined || own === built) return [];
    return [
      error(here(field), "IB-ARCHITECTURE", {
        found: `${quote(text)} is for ${own}, but ${settings.environment} builds ${quote(image.name)} on ${list(instanceTypes)}, which is ${built}`,
        allowed: "the same architecture for instance types, build AMI and parent image",
      }),
    ];
  });
}

/** Image Builder images exist per region; components and workflows only have to be in the same partition. */
function checkArns(
  { parentImage, components, workflows }: Image,
  { region }: ResolvedSettings,
  here: (field: string) => At,
): Finding[] {
  const partition = partitionOf(region);
  return [
    ...(isImageBuilderArn(parentImage) ? checkArnPlace(parentImage, { partition, region }, here("parentImage")) : []),
    ...components.flatMap((component, index) =>
      component.kind === "foreign" ? checkArnPlace(component.arn, { partition }, here(`components[${index}].arn`)) : [],
    ),
    ...workflows.flatMap((each, index) =>
      each.kind === "foreign" ? checkArnPlace(each.arn, { partition }, here(`workflows[${index}].arn`)) : [],
    ),
  ];
}

/**
 * A start condition that waits for updates works only for versions that contain an x, in the parent's ARN and in
 * components.
 */
function checkStartCondition(image: Image, settings: ResolvedSettings, here: (field: string) => At): Finding[] {
  const schedule = image.schedule === undefined ? settings.schedule : image.schedule;
  if (schedule === null || typeof schedule === "string") return [];
  if (schedule.startCondition !== "EXPRESSION_MATCH_AND_DEPENDENCY_UPDATES_AVAILABLE") return [];
  const versions = [
    ...(isImageBuilderArn(image.parentImage) ? [image.parentImage] : []),
    ...image.components.map((each) =>
      each.kind === "managed" ? `/${each.version}` : each.kind === "foreign" ? each.arn : "",
    ),
  ];
  if (versions.some((each) => /\/(?:\d+|x)\.(?:\d+|x)\.x$/.test(each))) return [];
  return [
    warning(here("schedule"), "IB-START-NEVER", {
      found: `${schedule.startCondition} for ${quote(image.name)}, whose parent and components have no version with an x`,
      allowed: "EXPRESSION_MATCH_ONLY: without an x, no update ever starts the pipeline",
      fix: 'write startCondition: "EXPRESSION_MATCH_ONLY"',
    }),
  ];
}

function isUnpinned(parentImage: string): boolean {
  if (parentImage.startsWith("arn:") || parentImage.includes("@sha256:")) return false;
  const name = parentImage.slice(parentImage.lastIndexOf("/") + 1);
  return !name.includes(":") || name.endsWith(":latest");
}
