import { type At, error, type Finding } from "./finding";
import { quote } from "./text";

/** An SNS topic for Image Builder's notices: a standard topic. */
export function checkTopicArn(value: string, at: At): Finding[] {
  const match = /^arn:aws(?:-[a-z]+)*:sns:[a-z0-9-]+:\d{12}:([A-Za-z0-9_-]{1,256})(\.fifo)?$/.exec(value);
  if (match && match[2] === undefined) return [];
  return [
    error(at, "IB-TOPIC", {
      found: match ? `the FIFO topic ${quote(value)}` : `the topic ${quote(value)}`,
      allowed: "the ARN of a standard topic, such as arn:aws:sns:us-east-1:123456789012:builds",
    }),
  ];
}

const KEY_NAME = /^(?:mrk-[0-9a-f]{32}|[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}|alias\/[A-Za-z0-9/_-]{1,250})$/i;
const KEY_ARN =
  /^arn:aws(?:-[a-z]+)*:kms:[a-z0-9-]+:\d{12}:(?:key\/(?:mrk-[0-9a-f]{32}|[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})|alias\/[A-Za-z0-9/_-]{1,250})$/i;

/** A KMS key: its id, its ARN, an alias or an alias's ARN. */
export function checkKmsKey(value: string, at: At): Finding[] {
  if (KEY_ARN.test(value) || KEY_NAME.test(value)) return [];
  return [
    error(at, "IB-KMS-KEY", {
      found: `the key ${quote(value)}`,
      allowed: "a key id, alias/name, or the ARN of either",
    }),
  ];
}
