import type { Place } from "./place";
import { namePrefix } from "@pipelines/image-definition/full-names";

/** Returns the ARN of a multi-Region key's replica in another region. Only the region differs. */
export function keyIn(key: string, region: string): string {
  return key.replace(/^((?:[^:]*:){3})[^:]*/, `$1${region}`);
}

/**
 * What the key policy of the environment's key must allow, apart from administering the key. IAM policies decide who in
 * the account may use the key; services use it on their own behalf.
 */
export function keyPolicyStatements(place: Place): object[] {
  const { account, region, partition } = place;
  const statement = (Sid: string, Principal: object, Action: string[], Condition?: object) => ({
    Sid,
    Effect: "Allow",
    Principal,
    Action: Action.map((name) => `kms:${name}`),
    Resource: "*",
    ...(Condition === undefined ? {} : { Condition }),
  });
  const groups = ["", "pipeline/"].map(
    (kind) => `arn:${partition}:logs:${region}:${account}:log-group:/aws/imagebuilder/${kind}${namePrefix(place)}*`,
  );
  return [
    // ECR and EC2 use the key through grants that they create on the caller's behalf.
    statement("UseInAccount", { AWS: `arn:${partition}:iam::${account}:root` }, [
      ...["CreateGrant", "Decrypt", "DescribeKey", "Encrypt", "GenerateDataKey*", "ReEncrypt*", "RetireGrant"],
    ]),
    // https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html
    statement(
      "EncryptLogs",
      { Service: `logs.${region}.amazonaws.com` },
      ["Decrypt*", "Describe*", "Encrypt*", "GenerateDataKey*", "ReEncrypt*"],
      { ArnLike: { "kms:EncryptionContext:aws:logs:arn": groups } },
    ),
    // https://docs.aws.amazon.com/sns/latest/dg/sns-key-management.html
    statement("NotifyOfBuilds", { Service: "events.amazonaws.com" }, ["Decrypt", "GenerateDataKey*"], {
      StringEquals: { "aws:SourceAccount": account },
    }),
  ];
}
