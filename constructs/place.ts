/** Account and region of a resource. They are known at synth, so a plan does not have to look them up in AWS. */
export interface Place {
  /** Name of the environment, the first part of every name: `dev`. */
  readonly environment: string;
  /** Account id, 12 digits. */
  readonly account: string;
  /** Region, such as `us-east-1`. */
  readonly region: string;
  /** `aws`, `aws-cn` or `aws-us-gov`. */
  readonly partition: string;
  /** ARN of the KMS key in that region that encrypts everything there. @default AWS's own keys */
  readonly encryptionKey?: string | undefined;
}
