import { NotifiedState } from "../constructs/build-notifications";
import { Image } from "../images/image";
import { Schedule } from "../images/image-definition";

/** Where images are built, and how. One class in this folder sets them for each environment. */
export interface EnvironmentSettings {
  /** Name of the stack, first part of every name in AWS: lower case, digits and hyphens, such as `dev`. */
  readonly environment: string;
  /** Account id, 12 digits; Terraform refuses to work with any other. */
  readonly account: string;
  /** Region, such as `us-east-1`. */
  readonly region: string;
  /** The images that this environment builds; see `image` in `images/image.ts`. */
  readonly images: readonly Image[];

  /** Where Terraform keeps the state. @default S3, in the state bucket of the account and region */
  readonly state?: StateSettings;
  /** Default of the Terraform variable `subnet_id`. @default the account's default VPC */
  readonly subnetId?: string;
  /** Default of the Terraform variable `security_group_ids`; needed with a subnet. @default none */
  readonly securityGroupIds?: readonly string[];
  /** Default of the Terraform variable `instance_types`. @default ["t2.micro"] */
  readonly instanceTypes?: readonly string[];
  /** When images are built whose definition does not say it; `null`: only by hand. @default 09:00 UTC on the first day of every month */
  readonly schedule?: Schedule | null;
  /** Whether a deploy builds every image that it creates or changes, and waits for it. @default false */
  readonly buildOnDeploy?: boolean;
  /** Minutes that a deploy waits for one image. @default 60 */
  readonly buildTimeoutMinutes?: number;
  /** Whether an instance whose build failed is stopped; `false` keeps it for a look around, and costs. @default true */
  readonly terminateInstanceOnFailure?: boolean;
  /** Days that build logs are kept, in S3 and in CloudWatch Logs. @default 90 */
  readonly logRetentionDays?: number;
  /** Whether Terraform refuses to destroy the repositories and the log bucket. @default false */
  readonly deletionProtection?: boolean;
  /** Who is mailed about builds. @default nobody */
  readonly notifications?: NotificationSettings;
  /** Tags on everything, beside `Environment`, `Project` and `ManagedBy`. @default none */
  readonly tags?: Readonly<Record<string, string>>;
}

export interface NotificationSettings {
  /** Addresses; AWS asks each to confirm once. */
  readonly emails: readonly string[];
  /** @default ["FAILED"] */
  readonly states?: readonly NotifiedState[];
}

export type StateSettings = { readonly s3: S3State } | { readonly hcpTerraform: HcpTerraformState };

export interface S3State {
  /** @default the bucket that `StateBucketStack` makes */
  readonly bucket?: string;
  /** @default `<environment>/terraform.tfstate` */
  readonly key?: string;
}

export interface HcpTerraformState {
  readonly organization: string;
  /** @default the environment's name */
  readonly workspace?: string;
  /** Terraform Enterprise's, where it is not HCP Terraform. @default "app.terraform.io" */
  readonly hostname?: string;
}

/** The settings with every default filled in, but for those that mean something when they are absent. */
export type ResolvedSettings = Required<Omit<EnvironmentSettings, "subnetId">> & Pick<EnvironmentSettings, "subnetId">;

export function resolveSettings(settings: EnvironmentSettings): ResolvedSettings {
  return {
    state: { s3: {} },
    securityGroupIds: [],
    instanceTypes: ["t2.micro"],
    schedule: "cron(0 9 1 * ? *)",
    buildOnDeploy: false,
    buildTimeoutMinutes: 60,
    terminateInstanceOnFailure: true,
    logRetentionDays: 90,
    deletionProtection: false,
    notifications: { emails: [] },
    tags: {},
    // A field that is `undefined` is as good as absent; it must not take the default's place.
    ...(Object.fromEntries(
      Object.entries(settings).filter(([, value]) => value !== undefined),
    ) as unknown as EnvironmentSettings),
  };
}
