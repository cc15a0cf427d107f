import { CloudBackend, NamedCloudWorkspace, S3Backend, type TerraformStack } from "cdktf";
import type { ResolvedSettings } from "./environment-settings";
import { stateBucketName, stateKey } from "@pipelines/image-definition/full-names";

/** The owner of a state; `environment` is the name of the stack. */
export type StateOwner = Pick<ResolvedSettings, "environment" | "account" | "region" | "state" | "project">;

/** Returns the owner of the environment's state, or of a group's. */
export function stateOwner({ account, region, project, ...settings }: ResolvedSettings, group?: string): StateOwner {
  const own = group === undefined ? undefined : settings.groups?.get(group);
  return {
    account,
    region,
    project,
    state: own?.state ?? settings.state,
    environment: own?.stack ?? settings.environment,
  };
}

/** Returns the owners of all of an environment's states. */
export function stateOwners(settings: ResolvedSettings): StateOwner[] {
  return [undefined, ...(settings.groups?.keys() ?? [])].map((group) => stateOwner(settings, group));
}

/** Returns where an environment's state is, with every default filled in. */
export function stateOf({ environment, account, region, state, project }: StateOwner) {
  if ("hcpTerraform" in state) {
    const { organization, workspace = environment, hostname } = state.hcpTerraform;
    return { kind: "hcpTerraform", organization, workspace, hostname } as const;
  }
  const { s3 } = state;
  const place = { account: s3.account ?? account, region: s3.region ?? region, project };
  const bucket = s3.bucket ?? stateBucketName(place);
  return { kind: "s3", ...place, bucket, key: s3.key ?? stateKey({ environment }) } as const;
}

/** Gives a stack its backend. Uses only settings, because a state's location must not depend on the machine. */
export function addBackend(stack: TerraformStack, settings: StateOwner): void {
  const state = stateOf(settings);
  if (state.kind === "hcpTerraform") {
    const { organization, workspace, hostname } = state;
    new CloudBackend(stack, { organization, hostname, workspaces: new NamedCloudWorkspace(workspace) });
    return;
  }
  const { bucket, key, region, account } = state;
  new S3Backend(stack, { bucket, key, region, encrypt: true, allowedAccountIds: [account] })
    // S3's own locking, from Terraform 1.10 on, needs no DynamoDB table. CDKTF has no prop for it.
    .addOverride("use_lockfile", true);
}
