import { type At, error, type Finding } from "@pipelines/findings/finding";
import { checkAccountId, checkBucketName } from "@pipelines/image-checks/names";
import { checkRegion } from "@pipelines/image-checks/regions";
import { quote } from "@pipelines/findings/text";
import { stateOf, type StateOwner } from "./backend";
import type { ResolvedSettings } from "./environment-settings";

/** Checks for state settings that S3, HCP Terraform or Terraform itself would reject. */
export function checkState({ state }: Pick<ResolvedSettings, "state">, file: string, field = "state"): Finding[] {
  const at = (inner: string): At => ({ file, field: `${field}.${"s3" in state ? "s3" : "hcpTerraform"}.${inner}` });
  if ("s3" in state) {
    const { bucket, key, region, account } = state.s3;
    return [
      ...(bucket === undefined ? [] : checkBucketName(bucket, at("bucket"))),
      ...(key === undefined ? [] : checkKey(key, at("key"))),
      ...(region === undefined ? [] : checkRegion(region, at("region"))),
      ...(account === undefined ? [] : checkAccountId(account, at("account"))),
    ];
  }
  const { organization, workspace, hostname } = state.hcpTerraform;
  return [
    ...checkHcpName("organization", organization, at("organization")),
    ...(workspace === undefined ? [] : checkHcpName("workspace", workspace, at("workspace"))),
    ...(hostname === undefined ? [] : checkHostname(hostname, at("hostname"))),
  ];
}

/** Returns the identity of a state: two stacks with the same ID share one. */
export function stateId(owner: StateOwner): string {
  const state = stateOf(owner);
  if (state.kind === "s3") return `s3://${state.bucket}/${state.key}`;
  const { hostname = "app.terraform.io", organization, workspace } = state;
  return `${hostname.toLowerCase()}/${organization.toLowerCase()}/${workspace}`;
}

/** Maximum length of an S3 key, in bytes, minus the length of the suffix of the lock file next to the state. */
const longestKey = 1024 - ".tflock".length;

function checkKey(key: string, at: At): Finding[] {
  const bytes = Buffer.byteLength(key);
  // Terraform reads `${` and `%{` as templates, which a backend must not contain.
  if (bytes >= 1 && bytes <= longestKey && !/^\/|\/$|[\u0000-\u001f\u007f]|[$%]\{/.test(key)) return [];
  const allowed = `1 to ${longestKey} bytes, with no / at either end, no control characters, and no \${ or %{`;
  return [error(at, "IB-STATE-KEY", { found: `the key ${quote(key)}`, allowed })];
}

const hcpName = { pattern: /^[A-Za-z0-9_-]{1,90}$/, allowed: "1 to 90 letters, digits, - and _" };

/** https://developer.hashicorp.com/terraform/cloud-docs/workspaces/create and, for projects, …/projects/manage */
const hcpNames = {
  organization: hcpName,
  workspace: hcpName,
  project: {
    pattern: /^[A-Za-z0-9_-](?:[A-Za-z0-9_ -]{1,38}[A-Za-z0-9_-])$/,
    allowed: "3 to 40 letters, digits, - and _, and spaces between them",
  },
} as const;

export function checkHcpName(what: keyof typeof hcpNames, value: string, at: At): Finding[] {
  const { pattern, allowed } = hcpNames[what];
  if (pattern.test(value)) return [];
  return [error(at, "IB-STATE-HCP", { found: `the ${what} ${quote(value)}`, allowed })];
}

function checkHostname(value: string, at: At): Finding[] {
  const label = "[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?";
  if (new RegExp(`^${label}(?:\\.${label})*(?::\\d{1,5})?$`, "i").test(value) && value.length <= 253) return [];
  const [, host] = /^[a-z]+:\/\/([^/]+)/i.exec(value) ?? [];
  return [
    error(at, "IB-STATE-HCP", {
      found: `the hostname ${quote(value)}`,
      allowed: "a host name, such as tfe.example.com",
      fix: host === undefined ? undefined : `write "${host}"`,
    }),
  ];
}
