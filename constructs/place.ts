/** Where a resource stands. Known at synth, so that a plan needs to ask AWS for nothing. */
export interface Place {
  /** Name of the environment, first part of every name: `dev`. */
  readonly environment: string;
  /** Account id, 12 digits. */
  readonly account: string;
  /** Region, such as `us-east-1`. */
  readonly region: string;
  /** `aws`, `aws-cn` or `aws-us-gov`. */
  readonly partition: string;
  /** ARN of the KMS key of that region that everything there is encrypted with. @default AWS's own keys */
  readonly encryptionKey?: string | undefined;
}
