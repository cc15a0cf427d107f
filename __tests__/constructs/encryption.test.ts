import { keyIn, keyPolicyStatements } from "../../constructs/encryption";
import { place } from "@pipelines/testing/stack";

describe("An environment's encryption key", () => {
  it("has the same ARN in another region, except for the region", () => {
    expect(keyIn("arn:aws:kms:eu-west-1:123456789012:key/mrk-1", "eu-central-1")).toBe(
      "arn:aws:kms:eu-central-1:123456789012:key/mrk-1",
    );
  });

  it("may be used within the account, and by the services that encrypt logs and send build notifications", () => {
    const group = (name: string) => `arn:aws:logs:eu-west-1:123456789012:log-group:/aws/imagebuilder/${name}`;
    expect(keyPolicyStatements(place)).toEqual([
      {
        Sid: "UseInAccount",
        Effect: "Allow",
        Principal: { AWS: "arn:aws:iam::123456789012:root" },
        Action: [
          "kms:CreateGrant",
          "kms:Decrypt",
          "kms:DescribeKey",
          "kms:Encrypt",
          "kms:GenerateDataKey*",
          "kms:ReEncrypt*",
          "kms:RetireGrant",
        ],
        Resource: "*",
      },
      {
        Sid: "EncryptLogs",
        Effect: "Allow",
        Principal: { Service: "logs.eu-west-1.amazonaws.com" },
        Action: ["kms:Decrypt*", "kms:Describe*", "kms:Encrypt*", "kms:GenerateDataKey*", "kms:ReEncrypt*"],
        Resource: "*",
        Condition: {
          ArnLike: { "kms:EncryptionContext:aws:logs:arn": [group("test-*"), group("pipeline/test-*")] },
        },
      },
      {
        Sid: "NotifyOfBuilds",
        Effect: "Allow",
        Principal: { Service: "events.amazonaws.com" },
        Action: ["kms:Decrypt", "kms:GenerateDataKey*"],
        Resource: "*",
        Condition: { StringEquals: { "aws:SourceAccount": "123456789012" } },
      },
    ]);
  });
});
