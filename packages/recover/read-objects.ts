import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { type Block, omit, type StackConfig } from "@pipelines/permissions/stack-config";
import type { Ended } from "@pipelines/terraform/terraform";
import { failure } from "@pipelines/operations/failure";
import { unreadOf } from "./resource-types";
import { type Instance, type StateFile, withoutCurrent } from "./state-file";
import type { Wanted } from "./wanted";

/** An AWS object as read by the provider, and what a deploy would do to it. */
export interface ObjectRead {
  readonly instance: Instance;
  /** `provider["registry.terraform.io/hashicorp/aws"]`, with the alias if the object is in an additional region */
  readonly provider: string;
  /** Attributes that the next deploy changes in place. */
  readonly changes: readonly string[];
  /** Attributes that would force a deploy to replace it. */
  readonly replacedFor: readonly string[];
  /** Attributes that are set only in the stack but affect a destroy. */
  readonly inStateAlone: Instance["attributes"];
}

export interface ReadFrom {
  /** The stack's initialized folder. */
  readonly folder: string;
  readonly config: StackConfig;
  readonly wanted: ReadonlyMap<string, Wanted>;
  readonly state: StateFile | undefined;
  readonly terraform: (args: readonly string[], folder: string) => Promise<Ended>;
}

/** The part of `terraform show -json` that is used here. */
interface PlanJson {
  readonly terraform_version: string;
  readonly prior_state?: {
    readonly values?: {
      readonly root_module?: {
        readonly resources?: readonly {
          readonly address: string;
          readonly provider_name: string;
          readonly schema_version: number;
          readonly values: Instance["attributes"];
        }[];
      };
    };
  };
  readonly resource_changes?: readonly {
    readonly address: string;
    readonly change: {
      readonly actions: readonly string[];
      readonly before: Instance["attributes"] | null;
      readonly after: Instance["attributes"] | null;
      readonly replace_paths?: readonly (readonly (string | number)[])[];
      readonly importing?: object;
    };
  }[];
}

/**
 * Reads objects through the provider, using a plan with import blocks in a separate folder and state. The plan is never
 * applied. This way, Terraform itself determines what belongs in the state, and whether the object is what the stack
 * needs.
 *
 * @param ids IDs by address
 */
export async function readObjects(
  { folder, config, wanted, state, terraform }: ReadFrom,
  ids: ReadonlyMap<string, string>,
): Promise<{ readonly objects: ReadonlyMap<string, ObjectRead>; readonly version: string }> {
  const scratch = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), "recover-")));
  try {
    fs.mkdirSync(path.join(scratch, ".terraform"));
    for (const each of [path.join(".terraform", "providers"), ".terraform.lock.hcl"]) {
      fs.cpSync(path.join(folder, each), path.join(scratch, each), { recursive: true, verbatimSymlinks: true });
    }
    const file = { ...withImports(config, ids), terraform: omit(config.terraform, "backend", "cloud") };
    fs.writeFileSync(path.join(scratch, "cdk.tf.json"), JSON.stringify(file));
    if (state !== undefined) {
      const without = [...ids.keys()].reduce(withoutCurrent, state);
      fs.writeFileSync(path.join(scratch, "terraform.tfstate"), JSON.stringify(without));
    }
    await succeed(terraform, ["plan", "-refresh=false", "-lock=false", "-input=false", "-out=plan"], scratch);
    const plan = JSON.parse(await succeed(terraform, ["show", "-json", "plan"], scratch)) as PlanJson;
    return {
      objects: new Map([...ids.keys()].flatMap((each) => objectIn(plan, each, wanted))),
      version: plan.terraform_version,
    };
  } finally {
    fs.rmSync(scratch, { recursive: true, force: true });
  }
}

/** Runs Terraform and returns its standard output. @throws {OperationFailed} with its message if it fails */
export async function succeed(
  terraform: ReadFrom["terraform"],
  args: readonly string[],
  folder: string,
): Promise<string> {
  const { code, output, stdout } = await terraform([...args, "-no-color"], folder);
  if (code === 0) return stdout;
  throw failure(
    "IB-RECOVER-TERRAFORM",
    `terraform ${args[0] ?? ""}`,
    output.trim().replaceAll(/\s+/g, " "),
    "a Terraform that can run in the stack's folder, as for a deploy",
  );
}

function withImports(config: StackConfig, ids: ReadonlyMap<string, string>): object {
  const resource = Object.fromEntries(
    Object.entries(config.resource).map(([type, all]) => [
      type,
      Object.fromEntries(Object.entries(all).map(([name, block]) => [name, withoutUnread(type, block)])),
    ]),
  );
  return { ...config, resource, import: [...ids].map(([to, id]) => ({ to, id })) };
}

/** Attributes that AWS does not return would otherwise look like differences. */
function withoutUnread(type: string, block: Block): Block {
  const unread = unreadOf(type);
  if (unread.length === 0) return block;
  return { ...block, lifecycle: { ...(block["lifecycle"] as object | undefined), ignore_changes: unread } };
}

function objectIn(plan: PlanJson, address: string, wanted: ReadFrom["wanted"]): [string, ObjectRead][] {
  const read = plan.prior_state?.values?.root_module?.resources?.find((each) => each.address === address);
  const change = plan.resource_changes?.find((each) => each.address === address)?.change;
  const resource = wanted.get(address);
  if (read === undefined || change === undefined || resource === undefined) return [];
  const { type, attributes } = resource;
  const unread = unreadOf(type).filter((name) => typeof attributes[name] === "string");
  const { before, after } = change;
  const changes = change.actions.includes("update")
    ? Object.keys(after ?? {}).filter((name) => !same(before?.[name], after?.[name]))
    : [];
  const instance = {
    schema_version: read.schema_version,
    attributes: { ...read.values, ...Object.fromEntries(unread.map((name) => [name, attributes[name]])) },
    sensitive_attributes: [],
  };
  const replacedFor = change.actions.includes("delete")
    ? (change.replace_paths ?? []).map((path) => path.join("."))
    : [];
  const inStateAlone = Object.fromEntries(
    Object.entries(after ?? {}).filter(([name]) => /^force_(delete|destroy)$/.test(name)),
  );
  const alias = resource.region === undefined ? "" : `.${resource.region}`;
  const provider = `provider["${read.provider_name}"]${alias}`;
  return [[address, { instance, provider, changes, replacedFor, inStateAlone }]];
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
