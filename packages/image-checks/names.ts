import { type At, error, type Finding } from "@pipelines/findings/finding";
import { count, quote } from "@pipelines/findings/text";

/** A rule for names: a pattern, and its description for messages. */
interface NameRule {
  readonly code: string;
  readonly what: string;
  readonly pattern: RegExp;
  readonly min: number;
  readonly max: number;
  readonly allowed: string;
}

function check(rule: NameRule, value: string, at: At, fix?: string): Finding[] {
  const { code, what, pattern, min, max } = rule;
  const allowed = `${min} to ${max} characters: ${rule.allowed}`;
  if (value.length < min || value.length > max) {
    return [error(at, code, { found: `${what} ${quote(value)} has ${count(value.length, "character")}`, allowed })];
  }
  return pattern.test(value) ? [] : [error(at, code, { found: `${what} ${quote(value)}`, allowed, fix })];
}

const resourceName = {
  code: "IB-NAME",
  what: "the name",
  pattern: /^[-_A-Za-z0-9][-_A-Za-z0-9 ]*[-_A-Za-z0-9]$/,
  min: 3,
  allowed: "letters, digits, - and _, and spaces between them",
};

/** Name of a workflow. */
export function checkResourceName(value: string, at: At): Finding[] {
  return check({ ...resourceName, max: 128 }, value, at);
}

/** Name of a component, or of an image's recipe, pipeline and distribution; the AWS provider allows 126 characters. */
export function checkShortResourceName(value: string, at: At): Finding[] {
  return check({ ...resourceName, max: 126 }, value, at);
}

/** https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_CreateRepository.html */
export function checkRepositoryName(value: string, at: At): Finding[] {
  const [, name] = /^arn:aws[^:]*:ecr:[^:]*:[^:]*:repository\/(.+)$/.exec(value) ?? [];
  if (name !== undefined) {
    const words = {
      found: `the ARN ${quote(value)}`,
      allowed: 'a name, or { existing: "<name>" } for an existing one',
    };
    return [error(at, "IB-REPOSITORY-NAME", { ...words, fix: `write repository: { existing: "${name}" }` })];
  }
  return check(
    {
      code: "IB-REPOSITORY-NAME",
      what: "the repository name",
      pattern: /^[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*)*$/,
      min: 2,
      max: 256,
      allowed: "lower-case letters and digits, with . _ - between them and / between path segments",
    },
    value,
    at,
  );
}

/** https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_PutImage.html */
export function checkContainerTag(value: string, at: At): Finding[] {
  return check(
    {
      code: "IB-CONTAINER-TAG",
      what: "the container tag",
      pattern: /^[A-Za-z0-9_][A-Za-z0-9._-]*$/,
      min: 1,
      max: 128,
      allowed: "letters, digits, _ . and -, not starting with . or -",
    },
    value,
    at,
  );
}

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html */
export function checkBucketName(value: string, at: At): Finding[] {
  if (
    /^(?:\d+\.){3}\d+$/.test(value) ||
    /^(?:xn--|sthree-|amzn-s3-demo-)|(?:-s3alias|--ol-s3|--x-s3|\.mrap)$/.test(value)
  ) {
    const found = `the bucket name ${quote(value)}, which has a form that S3 reserves`;
    return [
      error(at, "IB-BUCKET-NAME", { found, allowed: "no IP address, and none of S3's reserved prefixes or suffixes" }),
    ];
  }
  return check(
    {
      code: "IB-BUCKET-NAME",
      what: "the bucket name",
      pattern: /^[a-z0-9](?:[a-z0-9-]|\.(?!\.))*[a-z0-9]$/,
      min: 3,
      max: 63,
      allowed: "lower-case letters, digits, hyphens and single dots, with a letter or digit at both ends",
    },
    value,
    at,
  );
}

/**
 * IAM role names have at most 64 characters;
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
 */
export function checkRoleName(value: string, at: At): Finding[] {
  return check(
    {
      code: "IB-ROLE-NAME",
      what: "the role name",
      pattern: /^[\w+=,.@-]+$/,
      min: 1,
      max: 64,
      allowed: "letters, digits and + = , . @ - _",
    },
    value,
    at,
  );
}

/** https://docs.aws.amazon.com/imagebuilder/latest/APIReference/API_CreateInfrastructureConfiguration.html */
export function checkInstanceProfileName(value: string, at: At): Finding[] {
  return checkIamName("IB-PROFILE-NAME", "the instance profile name", value, at);
}

export function checkPolicyName(value: string, at: At): Finding[] {
  return checkIamName("IB-POLICY-NAME", "the policy name", value, at);
}

function checkIamName(code: string, what: string, value: string, at: At): Finding[] {
  const allowed = "letters, digits and + = , . @ - _";
  return check({ code, what, pattern: /^[\w+=,.@-]+$/, min: 1, max: 128, allowed }, value, at);
}

/** An environment's name: the first part of every resource name, and the stack's name. */
export function checkEnvironmentName(value: string, at: At, what = "the environment"): Finding[] {
  return check(
    {
      code: "IB-ENVIRONMENT-NAME",
      what,
      pattern: /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/,
      min: 1,
      max: 32,
      allowed: "lower-case letters, digits and single hyphens between them, beginning with a letter",
    },
    value,
    at,
  );
}

const partName = {
  code: "IB-PART-NAME",
  pattern: /^[A-Za-z0-9][-_A-Za-z0-9]*$/,
  min: 1,
  max: 126,
  allowed: "letters, digits, - and _, starting with a letter or digit",
};

/**
 * Name of an image's folder or of one of its own components; part of AWS names and Terraform addresses.
 *
 * @param rename how to use a name that is allowed
 */
export function checkPartName(what: string, value: string, at: At, rename?: (allowed: string) => string): Finding[] {
  const better = (value.match(/[A-Za-z0-9][-_A-Za-z0-9]*/g) ?? []).join("-");
  return check({ ...partName, what }, value, at, better === "" ? undefined : rename?.(better));
}

/** Whether a name can be part of AWS names; if not, names that contain it are not worth a finding of their own. */
export function isPartName(value: string): boolean {
  return partName.pattern.test(value);
}

export function checkAccountId(value: string, at: At): Finding[] {
  if (/^\d{12}$/.test(value)) return [];
  const digits = value.replaceAll(/\D/g, "");
  return [
    error(at, "IB-ACCOUNT", {
      found: `the account id ${quote(value)}`,
      allowed: "12 digits, as shown by `aws sts get-caller-identity`",
      ...(digits.length === 12 ? { fix: `write "${digits}"` } : {}),
    }),
  ];
}

export function checkSubnetId(value: string, at: At): Finding[] {
  if (/^subnet-[0-9a-f]{8,17}$/.test(value)) return [];
  return [
    error(at, "IB-SUBNET", { found: `the subnet ${quote(value)}`, allowed: "an id such as subnet-0123456789abcdef0" }),
  ];
}

export function checkSecurityGroupId(value: string, at: At): Finding[] {
  if (/^sg-[0-9a-f]{8,17}$/.test(value)) return [];
  const allowed = "an id such as sg-0123456789abcdef0";
  return [error(at, "IB-SECURITY-GROUP", { found: `the security group ${quote(value)}`, allowed })];
}

/** `s3://bucket/key` */
export function checkS3Uri(value: string, at: At): Finding[] {
  if (/^s3:\/\/[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]\/\S+$/.test(value)) return [];
  return [error(at, "IB-S3-URI", { found: quote(value), allowed: "s3://bucket/key" })];
}
