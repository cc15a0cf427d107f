import type { Ended } from "./terraform";
import { environmentOf, type Target } from "./workspace";
import { run } from "./terraform";

/** One resource that an apply changes: its address, and `create`, `update`, `replace`, `delete`, … */
export interface Change {
  readonly address: string;
  readonly type: string;
  readonly action: string;
}

/** An apply that ended, and what it planned to do. */
export interface Applied extends Ended {
  readonly changes: readonly Change[];
  /** Texts of the errors, with their detail. */
  readonly errors: readonly string[];
}

/** Terraform on the synthesized config of one stack, without the CLI around it. */
export class Deployment {
  public constructor(
    /** The stack's folder below `cdktf.out/stacks`, or a copy of it. */
    public readonly folder: string,
    private readonly target: Target,
  ) {}

  public terraform(args: readonly string[], kill?: AbortSignal): Promise<Ended> {
    const options = { cwd: this.folder, env: environmentOf(this.target), kill };
    return run(this.target.terraform.command, [...args, "-no-color"], options);
  }

  public init(): Promise<Ended> {
    return this.terraform(["init"]);
  }

  public async apply(options: { readonly destroy?: boolean; readonly kill?: AbortSignal } = {}): Promise<Applied> {
    const args = ["apply", "-auto-approve", "-json", ...(options.destroy === true ? ["-destroy"] : [])];
    const ended = await this.terraform(args, options.kill);
    const events = ended.stdout.split("\n").flatMap(eventOf);
    return {
      ...ended,
      changes: events
        .flatMap(({ type, change }) => (type === "planned_change" && change !== undefined ? [change] : []))
        .map(({ action, resource }) => ({ address: resource.addr, type: resource.resource_type, action })),
      errors: events.flatMap(({ type, diagnostic }) =>
        type === "diagnostic" && diagnostic?.severity === "error"
          ? [`${diagnostic.summary}\n${diagnostic.detail}`]
          : [],
      ),
    };
  }

  /** Whether what exists is what is defined. */
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
  readonly diagnostic?: { readonly severity: string; readonly summary: string; readonly detail: string };
}

function eventOf(line: string): UiEvent[] {
  try {
    return [JSON.parse(line) as UiEvent];
  } catch {
    // A process that was killed leaves half a line.
    return [];
  }
}
