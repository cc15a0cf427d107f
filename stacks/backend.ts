import { CloudBackend, NamedCloudWorkspace, S3Backend, TerraformStack } from "cdktf";
import { StateSettings } from "./environment-settings";

/** Name of the bucket that holds the Terraform states of an account and region; `StateBucketStack` makes it. */
export function stateBucketName(account: string, region: string): string {
  return `image-builder-state-${account}-${region}`;
}

/** Gives a stack its backend, from settings alone: where a state is never depends on the machine. */
export function addBackend(
  stack: TerraformStack,
  settings: {
    readonly environment: string;
    readonly account: string;
    readonly region: string;
    readonly state: StateSettings;
  },
): void {
  const { environment, account, region, state } = settings;
  if ("hcpTerraform" in state) {
    const { organization, workspace, hostname } = state.hcpTerraform;
    new CloudBackend(stack, {
      organization,
      hostname,
      workspaces: new NamedCloudWorkspace(workspace ?? environment),
    });
    return;
  }
  new S3Backend(stack, {
    bucket: state.s3.bucket ?? stateBucketName(account, region),
    key: state.s3.key ?? `${environment}/terraform.tfstate`,
    region,
    encrypt: true,
    allowedAccountIds: [account],
  })
    // S3's own locking, from Terraform 1.10 on, needs no DynamoDB table. CDKTF has no prop for it.
    .addOverride("use_lockfile", true);
}
