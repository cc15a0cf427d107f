import { AwsError } from "../errors";
import { type JsonObject, number, object, objects, text } from "../json";
import { malformedXml } from "../xml";

function invalid(why: string): AwsError {
  return new AwsError("InvalidArgument", why);
}

const actions = [
  ...["Expiration", "Transitions", "NoncurrentVersionExpiration", "NoncurrentVersionTransitions"],
  "AbortIncompleteMultipartUpload",
];

/** Storage classes for which objects must be at least this many days old. */
const youngest: Readonly<Record<string, number>> = { ONEZONE_IA: 30, STANDARD_IA: 30 };

/** https://docs.aws.amazon.com/AmazonS3/latest/userguide/intro-lifecycle-rules.html */
export function checkLifecycle(input: JsonObject): void {
  const rules = objects(object(input, "LifecycleConfiguration") ?? {}, "Rules");
  const ids = rules.flatMap((rule) => text(rule, "ID") ?? []);
  if (rules.length === 0 || rules.length > 1000) throw malformedXml();
  if (new Set(ids).size < ids.length) throw invalid("Rule ID must be unique. Found same ID for more than one rule");
  if (ids.some((id) => id.length > 255)) throw invalid("ID length should not exceed allowed limit of 255");
  for (const rule of rules) checkRule(rule);
}

function checkRule(rule: JsonObject): void {
  if ((rule["Filter"] === undefined) === (rule["Prefix"] === undefined)) throw malformedXml();
  if (!actions.some((action) => rule[action] !== undefined)) {
    throw new AwsError("InvalidRequest", "At least one action needs to be specified in a rule.");
  }
  const hasTags = checkFilter(object(rule, "Filter") ?? {});
  const expiration = object(rule, "Expiration");
  if (expiration !== undefined) checkExpiration(expiration, hasTags);
  const abort = object(rule, "AbortIncompleteMultipartUpload");
  if (abort !== undefined && hasTags) {
    throw new AwsError("InvalidRequest", "AbortIncompleteMultipartUpload cannot be specified with Tags.");
  }
  positive(abort, "DaysAfterInitiation", "AbortIncompleteMultipartUpload");
  positive(object(rule, "NoncurrentVersionExpiration"), "NoncurrentDays", "NoncurrentVersionExpiration");
  for (const transition of objects(rule, "NoncurrentVersionTransitions")) {
    checkAge(transition, "NoncurrentDays", "NoncurrentVersionTransition");
  }
  for (const transition of objects(rule, "Transitions")) {
    if ((transition["Days"] === undefined) === (transition["Date"] === undefined)) throw malformedXml();
    checkMidnight(transition);
    checkAge(transition, "Days", "Transition");
    const expires = number(expiration ?? {}, "Days") ?? Infinity;
    if (expires <= (number(transition, "Days") ?? -1)) {
      throw invalid("'Days' in the Expiration action must be greater than 'Days' in the Transition action");
    }
  }
}

/** Checks a filter, which has one condition, or several in `And`. Returns whether tags are among them. */
function checkFilter(filter: JsonObject): boolean {
  const and = object(filter, "And");
  if (Object.keys(filter).length > 1) throw malformedXml();
  const tags = objects(and ?? {}, "Tags").length;
  if (and !== undefined && Object.keys(and).filter((key) => key !== "Tags").length + tags < 2) throw malformedXml();
  return tags > 0 || filter["Tag"] !== undefined;
}

function checkExpiration(expiration: JsonObject, hasTags: boolean): void {
  if (Object.keys(expiration).length !== 1) throw malformedXml();
  if (hasTags && expiration["ExpiredObjectDeleteMarker"] !== undefined) {
    throw new AwsError("InvalidRequest", "ExpiredObjectDeleteMarker cannot be specified with Tags.");
  }
  positive(expiration, "Days", "Expiration");
  checkMidnight(expiration);
}

function positive(action: JsonObject | undefined, field: string, name: string): void {
  if ((number(action ?? {}, field) ?? 1) < 1) {
    throw invalid(`'${field}' for ${name} action must be a positive integer`);
  }
}

function checkAge(transition: JsonObject, field: string, name: string): void {
  const days = number(transition, field) ?? Infinity;
  const storage = text(transition, "StorageClass") ?? "";
  const least = youngest[storage] ?? 0;
  if (days >= least) return;
  throw invalid(`'${field}' in ${name} action must be greater than or equal to ${least} for storageClass '${storage}'`);
}

function checkMidnight(action: JsonObject): void {
  const date = text(action, "Date");
  if (date === undefined) return;
  if (!/^\d{4}-\d\d-\d\d(T00:00:00(\.0+)?Z?)?$/.test(date)) throw invalid("'Date' must be at midnight GMT");
}
