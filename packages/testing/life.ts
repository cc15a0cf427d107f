import { CreateBucketCommand } from "@aws-sdk/client-s3";
import * as path from "node:path";
import type { LocalAws, LoggedCall } from "@pipelines/local-aws/local-aws";
import { useFixtureApp } from "@pipelines/rehearsal/project-copy";
import { type Applied, Deployment } from "@pipelines/rehearsal/deployment";
import type { Terraform } from "@pipelines/terraform/terraform";
import { Workspace } from "@pipelines/rehearsal/workspace";
import { withOneProvider } from "./terraform";
import { clientsOf } from "./clients";

export const root = path.resolve(__dirname, "../..");

/**
 * A copy of the project with the fixture app, on local AWS. It is edited and synthesized as users would do it, and
 * deployed by Terraform itself.
 */
export class Life {
  public readonly workspace = new Workspace(root);

  public constructor(
    private readonly terraform: Terraform,
    private readonly aws: LocalAws,
  ) {
    useFixtureApp(this.workspace.folder);
  }

  public async synth(): Promise<string> {
    const { code, output } = await this.workspace.synth();
    if (code !== 0) throw new Error(output);
    return output;
  }

  /**
   * Returns an environment's initialized Terraform, after creating the bucket for its state and starting one provider
   * process for its commands.
   */
  public async deployment(stack: string): Promise<Deployment> {
    const { account, region, stateBucket } = this.workspace.config(stack);
    await clientsOf(this.aws, region, account).s3.send(new CreateBucketCommand({ Bucket: stateBucket }));
    const target = { terraform: this.terraform, endpoint: this.aws.endpoint, account };
    const folder = this.workspace.stackFolder(stack);
    const { code, output } = await new Deployment(folder, target).init();
    if (code !== 0) throw new Error(output);
    return new Deployment(folder, await withOneProvider(target));
  }

  /** Returns what exists in an environment, except states. */
  public remaining(): string[] {
    return this.aws
      .remaining()
      .filter(({ name }) => !name.startsWith("image-builder-state-"))
      .map(({ service, kind, name, version = "" }) => `${service} ${kind} ${name} ${version}`.trimEnd());
  }
}

/**
 * Returns text such as `replace imagebuilder_component of hello-world`, one entry per planned change, sorted by name.
 */
export function planned({ changes }: Applied): string[] {
  return changes
    .map(({ action, type, address }) => {
      const image = /\.image_([a-z-]+)_/.exec(address)?.[1];
      return `${action} ${type.replace("aws_", "")}${image === undefined ? "" : ` of ${image}`}`;
    })
    .sort();
}

/** Returns the operations with which one account changed something in Image Builder. */
export function builderChanges(calls: readonly LoggedCall[], account: string): string[] {
  return calls
    .filter((call) => call.service === "imagebuilder" && call.account === account)
    .map(({ operation }) => operation)
    .filter((operation) => /^(Create|Update|Delete)/.test(operation));
}

/** Returns calls that would have changed something but were refused, for example because a name was taken. */
export function refusals(calls: readonly LoggedCall[]): string[] {
  return calls
    .filter(({ operation, status }) => !/^(Get|Head|List|Describe)/.test(operation) && status >= 400)
    .map(({ operation, error = "" }) => `${operation} ${error}`);
}
