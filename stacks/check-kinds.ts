import { At, error, Finding } from "../checks/finding";
import { checkShape, flag, Kind, listOf, oneOf, record, text, textMap, texts, wholeNumber } from "../checks/shape";
import { list } from "../checks/text";
import { checkScheduleShape, scheduleKind } from "../images/check-definition";
import { EnvironmentSettings, NotificationSettings } from "./environment-settings";

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
