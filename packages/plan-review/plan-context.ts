import { list } from "@pipelines/findings/text";
import { code } from "@pipelines/findings/escape";
import type { Row } from "./row";
import {
  does,
  isList,
  isNothing,
  isObject,
  type JsonObject,
  objectAt,
  objectsOf,
  plainText,
  type Value,
} from "./values";

/** Facts that do not depend on the plan, because they come from the configuration before the change. */
export interface Base {
  /** IDs of the accounts that the stack may work in. */
  readonly accounts: readonly string[];
  /** Name of the environment, if it has groups. */
  readonly environment?: string | undefined;
}

/** The context for judging a change: the rest of the plan, and what existed before. */
export class PlanContext {
  /**
   * IDs of the stack's own accounts: those of the base, or none if there is no base. The plan's own claims do not
   * count.
   */
  public readonly accounts: ReadonlySet<string>;
  /** Accounts of existing resources. */
  private readonly inState: ReadonlySet<string>;
  /** Regions of existing resources; for resources without a region, such as roles, the regions of the providers. */
  public readonly regions: ReadonlySet<string>;
  /** Name of the environment, if it has groups. */
  public readonly environment: string | undefined;
  private readonly elements = new Map<string, JsonObject>();
  private readonly resources = new Map<string, JsonObject>();

  public constructor(
    private readonly plan: JsonObject,
    base: Base | undefined,
  ) {
    const arns: string[][] = [];
    for (const element of objectsOf(plan["resource_changes"])) {
      if (element["deposed"] === undefined) this.elements.set(plainText(element["address"]), element);
      const before = half(element, "before");
      if (typeof before["arn"] === "string") arns.push(before["arn"].split(":"));
    }
    this.inState = new Set(arns.flatMap(([, , , , account = ""]) => (/^\d{12}$/.test(account) ? [account] : [])));
    this.accounts = new Set(base?.accounts);
    this.environment = base?.environment;
    const regions = arns.flatMap(([, , , region = ""]) => (region === "" ? [] : [region]));
    this.regions = new Set(
      regions.length > 0 ? regions : this.providers().map((each) => plainText(constantOf(each, "region"))),
    );
    const { resources } = objectAt(plan, "configuration", "root_module");
    for (const resource of objectsOf(resources)) this.resources.set(plainText(resource["address"]), resource);
  }

  /** Returns rows for anything about the plan as a whole that needs approval. */
  public rows(): Row[] {
    const row = (subject: string, message: string): Row => ({ meaning: "approval", subject, message });
    const unknown = Object.entries(this.plan).filter(
      ([name, value]) => !members.includes(name) && value !== false && !isNothing(value),
    );
    return [
      ...unknown.map(([name]) =>
        row("plan", `${code(name)} is a part of the plan that this program does not recognize`),
      ),
      ...this.providers().flatMap((provider) =>
        this.providerReasons(provider).map((message) => row("provider", message)),
      ),
    ];
  }

  /**
   * Returns the AWS providers. Resources from other providers always need approval, so the settings of those providers
   * do not matter.
   */
  private providers(): JsonObject[] {
    return Object.values(objectAt(this.plan, "configuration", "provider_config"))
      .filter(isObject)
      .filter(({ full_name, name }) => full_name === "registry.terraform.io/hashicorp/aws" || name === "aws");
  }

  private providerReasons(provider: JsonObject): string[] {
    const { alias } = provider;
    const given = objectAt(provider, "expressions");
    const [ids, region] = [constantOf(provider, "allowed_account_ids"), constantOf(provider, "region")];
    const own = [...(this.accounts.size > 0 ? this.accounts : this.inState)].sort();
    const allowed = isList(ids) ? ids.map(plainText).sort() : [];
    const others = Object.entries(given).filter(([each, value]) => !isSetting(each, objectAt(value)["constant_value"]));
    return [
      ...(own.length > 0 && allowed.join() !== own.join()
        ? [
            `${code("allowed_account_ids")}: ${allowed.length === 0 ? "any account" : allowed.map((id) => code(id)).join(", ")}, but the stack is in ${list(own.map((id) => code(id)))}`,
          ]
        : []),
      ...(this.regions.size > 0 && !this.regions.has(plainText(region)) && alias === undefined
        ? [`${code("region")}: not a region of the stack, ${list([...this.regions].sort().map((each) => code(each)))}`]
        : []),
      ...others.map(([each]) => `${code(each)} is a setting that decides where Terraform works, and as whom`),
    ];
  }

  /** Returns the existing resources of a type. */
  public existing(type: string): JsonObject[] {
    const elements = [...this.elements.values()].filter((element) => element["type"] === type);
    return elements.map((element) => half(element, "before"));
  }

  /** Reports whether a value is a service's ARN in one of the stack's own accounts. */
  public isOwnArn(value: Value | undefined, service: string): boolean {
    const [prefix, , name, , account = ""] = typeof value === "string" ? value.split(":") : [];
    return prefix === "arn" && name === service && this.accounts.has(account);
  }

  /**
   * Reports whether a value is the ARN of something that all groups of an environment share, such as
   * `role/…-image-rebuilds`.
   */
  public isShared(value: Value | undefined, service: string, [kind, name]: readonly [string, string]): boolean {
    const { environment } = this;
    if (environment === undefined || typeof value !== "string" || !this.isOwnArn(value, service)) return false;
    const [, , , region = "", , ...rest] = value.split(":");
    return (region === "" || this.regions.has(region)) && rest.join(":") === `${kind}/${environment}-${name}`;
  }

  /** Returns why the configuration of a resource cannot be considered harmless, in words. */
  public oddity(address: string): string | undefined {
    const resource = this.resources.get(address);
    if (resource === undefined)
      return "the plan does not include its configuration, as with a resource in a module or one with several instances";
    const provider = this.elements.get(address)?.["provider_name"];
    if (typeof provider === "string" && !/^registry\.(terraform\.io|opentofu\.org)\/hashicorp\/aws$/.test(provider)) {
      return `it is a resource from another provider, ${code(provider)}`;
    }
    return isList(resource["provisioners"]) && resource["provisioners"].length > 0
      ? "it has a provisioner, which runs commands"
      : undefined;
  }

  /** Reports whether the configuration sets an attribute. */
  public isSet(address: string, path: readonly string[]): boolean {
    return this.expressions(address, path).length > 0;
  }

  /**
   * Returns the references in an attribute to other resources, as `type.name.attribute`; "?" for anything else. A plan
   * does not distinguish a bare reference from one inside a string; only the values, if they are known, show the
   * difference.
   */
  public references(address: string, path: readonly string[]): string[] {
    return this.expressions(address, path).flatMap((expression) => {
      const found = isObject(expression) ? expression["references"] : "?";
      if (found === undefined) return [];
      const [target, resource, ...others] = isList(found) ? found : [];
      const isOne = typeof target === "string" && target.split(".").length === 3 && others.length === 0;
      return isOne && target.startsWith(`${plainText(resource)}.`) ? [target] : ["?"];
    });
  }

  private expressions(address: string, path: readonly string[]): unknown[] {
    const at = (value: unknown, names: readonly string[]): unknown[] => {
      if (isList(value)) return value.flatMap((each) => at(each, names));
      const [name, ...rest] = names;
      if (name === undefined) return value === undefined ? [] : [value];
      return isObject(value) && Object.hasOwn(value, name) ? at(value[name], rest) : [];
    };
    return at(this.resources.get(address)?.["expressions"], path);
  }

  /** Returns the value that `type.name.attribute` will have after the apply, if it is known and is a string. */
  public valueOf(target: string): string | undefined {
    const [type = "", name = "", attribute = ""] = target.split(".");
    const value = half(this.elements.get(`${type}.${name}`) ?? {}, "after")[attribute];
    return typeof value === "string" ? value : undefined;
  }

  /** Reports whether an event rule's target in the same plan starts a pipeline. */
  public isStarted(pipeline: string): boolean {
    return [...this.resources].some(([address, { type }]) => {
      return type === "aws_cloudwatch_event_target" && this.references(address, ["arn"]).join() === `${pipeline}.arn`;
    });
  }

  /** Reports whether the plan creates the resource that `type.name.attribute` refers to. */
  public creates(target: string): boolean {
    const element = this.elements.get(target.split(".").slice(0, 2).join("."));
    return does(objectAt(element, "change"), "create");
  }
}

function constantOf(provider: JsonObject, name: string): unknown {
  return objectAt(provider, "expressions", name)["constant_value"];
}

function half(element: JsonObject, name: "before" | "after"): JsonObject {
  return objectAt(element, "change", name);
}

/** Members of a plan that this program reads, or that do not affect changes. */
const members = [
  ...["format_version", "terraform_version", "variables", "planned_values", "resource_drift", "resource_changes"],
  ...["output_changes", "prior_state", "configuration", "relevant_attributes", "checks", "timestamp"],
  ...["applyable", "complete", "errored"],
];

/** Reports whether a provider setting gives the provider no more reach than it would have without it. */
function isSetting(name: string, value: unknown): boolean {
  if (/^(alias|allowed_account_ids|default_tags|region|max_retries|s3_use_path_style)$/.test(name)) return true;
  // Settings for plans against local AWS: keys that are not real AWS keys, and skipped checks that only AWS can answer.
  if (/^(access|secret)_key$/.test(name)) return typeof value === "string" && value.length < 16;
  return /^skip_(credentials_validation|metadata_api_check|region_validation|requesting_account_id)$/.test(name);
}
