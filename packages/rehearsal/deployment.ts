import * as fs from "node:fs";
import * as path from "node:path";
import { run, type Ended, type RunOptions } from "@pipelines/terraform/terraform";
import { environmentOf, type Target } from "./workspace";

/** The result of an apply, and the changes it planned to make. */
export type Applied = Awaited<ReturnType<Deployment["apply"]>>;

/** Runs Terraform directly on one stack's synthesized config, without the CDKTF CLI. */
export class Deployment {
  public constructor(
    /** The stack's folder below `cdktf.out/stacks`, or a copy of it. */
    public readonly folder: string,
    public readonly target: Target,
  ) {}

  public terraform(args: readonly string[], ends: Pick<RunOptions, "kill" | "interrupt"> = {}): Promise<Ended> {
    const options = { cwd: this.folder, env: environmentOf(this.target), ...ends };
    return run(this.target.terraform.command, [...args, "-no-color"], options);
  }

  public init(): Promise<Ended> {
    return this.terraform(["init"]);
  }

  public async apply(options: { readonly destroy?: boolean } & Pick<RunOptions, "kill" | "interrupt"> = {}) {
    const { destroy = false, ...ends } = options;
    const args = ["apply", "-auto-approve", "-json", ...(destroy ? ["-destroy"] : [])];
    const ended = await this.terraform(args, ends);
    const events = ended.stdout.split("\n").flatMap(eventOf);
    const failures = events
      .flatMap(({ diagnostic }) => (diagnostic?.severity === "error" ? [diagnostic] : []))
      .map(({ address = "", summary, detail }) => ({ address, text: `${summary}\n${detail}` }));
    return {
      ...ended,
      /** Each with an action: `create`, `update`, `replace`, `delete`, … */
      changes: events
        .flatMap(({ type, change }) => (type === "planned_change" && change !== undefined ? [change] : []))
        .map(({ action, resource }) => ({ address: resource.addr, type: resource.resource_type, action })),
      /** The error messages, including details. */
      errors: failures.map(({ text }) => text),
      /** The same messages, each with the address of the resource that failed, if it was a resource. */
      failures,
    };
  }

  /** Reports whether the deployed resources match the configuration. */
  public async isUnchanged(): Promise<boolean> {
    const { code, output } = await this.terraform(["plan", "-detailed-exitcode"]);
    if (code === 1 || code === null) throw new Error(`the plan failed:\n${output}`);
    return code === 0;
  }
}

/** One line of `terraform apply -json`: https://developer.hashicorp.com/terraform/internals/machine-readable-ui */
interface UiEvent {
  readonly type: string;
  readonly change?: {
    readonly action: string;
    readonly resource: { readonly addr: string; readonly resource_type: string };
  };
  readonly diagnostic?: {
    readonly severity: string;
    readonly summary: string;
    readonly detail: string;
    readonly address?: string;
  };
}

function eventOf(line: string): UiEvent[] {
  try {
    return [JSON.parse(line) as UiEvent];
  } catch {
    // A killed process may leave an incomplete line behind.
    return [];
  }
}

/**
 * Removes the rules that expire objects from a synthesized config. The provider needs 55 s to create them, whatever S3
 * responds, because it reads them ten times. Use this only in runs that do not test these rules.
 */
export function withoutLifecycleRules(folder: string): void {
  const file = path.join(folder, "cdk.tf.json");
  const config = JSON.parse(fs.readFileSync(file, "utf8")) as { resource: Record<string, unknown> };
  delete config.resource["aws_s3_bucket_lifecycle_configuration"];
  fs.writeFileSync(file, JSON.stringify(config, null, 2));
}
