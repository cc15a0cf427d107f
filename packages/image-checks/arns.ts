import { type At, error, type Finding } from "@pipelines/findings/finding";
import { partitionOf } from "@pipelines/facts/regions";
import { quote } from "@pipelines/findings/text";

const topic = /^arn:(aws(?:-[a-z]+)*):sns:([a-z0-9-]+):\d{12}:[A-Za-z0-9_-]{1,256}(\.fifo)?$/;

/** Checks a topic for build notifications: a standard topic in the region that they are sent from, in any account. */
export function checkTopicArn(
  value: string,
  from: { readonly partition: string; readonly region: string },
  at: At,
): Finding[] {
  const [match, partition, region, fifo] = topic.exec(value) ?? [];
  if (match !== undefined && fifo === undefined && partition === from.partition && region === from.region) return [];
  return [
    error(at, "IB-TOPIC", {
      found: `the ${fifo === undefined ? "" : "FIFO "}topic ${quote(value)}`,
      allowed: `the ARN of a standard topic in ${from.region}, such as arn:${from.partition}:sns:${from.region}:123456789012:builds`,
    }),
  ];
}

const eventBus = /^arn:(aws(?:-[a-z]+)*):events:[a-z0-9-]+:\d{12}:event-bus\/[\w./-]{1,256}$/;

/**
 * Checks an event bus to which the rules on another bus send events.
 * https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_CreateEventBus.html
 *
 * @param from account and region of the rules
 */
export function checkEventBusArn(
  value: string,
  from: { readonly account: string; readonly region: string },
  at: At,
): Finding[] {
  const arn = (account: string, name: string): string =>
    `arn:${partitionOf(from.region)}:events:${from.region}:${account}:event-bus/${name}`;
  const example = arn("123456789012", "builds");
  const own = arn(from.account, "default");
  if (value !== own && eventBus.exec(value)?.[1] === partitionOf(from.region)) return [];
  return [
    error(at, "IB-EVENT-BUS", {
      found: `the event bus ${quote(value)}${value === own ? ", which already receives Image Builder's events" : ""}`,
      allowed: `the ARN of ${value === own ? "another" : "an"} event bus, such as ${example}`,
    }),
  ];
}

const policy = /^arn:(aws(?:-[a-z]+)*):iam::(aws|\d{12}):policy\/(?:[\w+=,.@-]+\/)*[\w+=,.@-]{1,128}$/;

/**
 * Checks a managed policy, either AWS's or the account's own: a role cannot have one from another account or
 * partition.
 */
export function checkPolicyArn(
  value: string,
  own: { readonly account: string; readonly partition: string },
  at: At,
): Finding[] {
  const iam = `arn:${own.partition}:iam::`;
  const [, partition, owner = ""] = policy.exec(value) ?? [];
  if (partition === own.partition && ["aws", own.account].includes(owner)) return [];
  return [
    error(at, "IB-POLICY-ARN", {
      found: `the policy ${quote(value)}`,
      allowed: `the ARN of a managed policy: ${iam}aws:policy/… or ${iam}${own.account}:policy/…`,
      fix: /^[\w+=,.@-]+$/.test(value)
        ? `write "${iam}aws:policy/${value}" for the AWS policy with that name`
        : undefined,
    }),
  ];
}

const keyName = /^(?:mrk-[0-9a-f]{32}|[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|alias\/[A-Za-z0-9/_-]{1,250})$/i;
const keyArn =
  /^arn:aws(?:-[a-z]+)*:kms:[a-z0-9-]+:\d{12}:(?:key\/(?:mrk-[0-9a-f]{32}|[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})|alias\/[A-Za-z0-9/_-]{1,250})$/i;

/** Checks a KMS key: its ID, its ARN, an alias or an alias's ARN. */
export function checkKmsKey(value: string, at: At): Finding[] {
  if (keyArn.test(value) || keyName.test(value)) return [];
  return [
    error(at, "IB-KMS-KEY", {
      found: `the key ${quote(value)}`,
      allowed: "a key ID, alias/name, or the ARN of either",
    }),
  ];
}
