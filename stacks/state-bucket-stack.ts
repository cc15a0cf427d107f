import { App, LocalBackend, TerraformOutput, TerraformStack } from "cdktf";
import { partitionOf } from "../checks/regions";
import { PrivateBucket } from "../constructs/private-bucket";
import { stateBucketName, stateOf } from "./backend";
import { EnvironmentStack } from "./environment-stack";
import { addProvider, projectTags } from "./provider";

/** Old states are for going back after an accident; later than this they are of no use. */
const keepOldStatesDays = 90;

/**
 * The bucket that holds the Terraform states of one account and region.
 *
 * Its own state cannot be in the bucket that it makes. It is one small file without secrets, `state/<stack>.tfstate`,
 * and belongs into git. The path is relative to the stack's folder in `cdktf.out`, so that it is the same file
 * on every machine.
 */
export class StateBucketStack extends TerraformStack {
  public constructor(app: App, props: { readonly account: string; readonly region: string }) {
    const { account, region } = props;
    const id = stackId(props);
    super(app, id);
    addProvider(this, { account, region, tags: projectTags });
    new LocalBackend(this, { path: `../../../state/${id}.tfstate` });
    const name = stateBucketName(account, region);
    new PrivateBucket(this, "state", {
      name,
      partition: partitionOf(region),
      forceDestroy: false,
      preventDestroy: true,
      expireOldVersionsAfterDays: keepOldStatesDays,
    });
    new TerraformOutput(this, "state_bucket", { value: name, description: "Bucket of the Terraform states" });
  }

  /** One stack for each account and region that some environment of the app keeps its state in. */
  public static forEnvironmentsOf(app: App): void {
    const made = new Set<string>();
    for (const stack of app.node.children) {
      if (!(stack instanceof EnvironmentStack)) continue;
      const state = stateOf(stack.settings);
      if (state.kind !== "s3" || state.bucket !== stateBucketName(state.account, state.region)) continue;
      // An environment may have taken the name, which its own checks report.
      if (made.has(state.bucket) || app.node.tryFindChild(stackId(state)) !== undefined) continue;
      made.add(state.bucket);
      new StateBucketStack(app, state);
    }
  }
}

function stackId({ account, region }: { readonly account: string; readonly region: string }): string {
  return `state-${account}-${region}`;
}
