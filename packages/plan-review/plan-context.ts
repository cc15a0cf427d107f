import { isDeepStrictEqual } from "node:util";
import { list } from "@pipelines/findings/text";
import { groupedOutput } from "@pipelines/permissions/stack-config";
import { code } from "@pipelines/findings/escape";
import type { ResourceChange } from "./resource-change";
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
  serialized,
  type Value,
} from "./values";

/** Facts that do not depend on the plan, because they come from the configuration before the change. */
export interface Base {
  /** IDs of the accounts that the stack may work in. */
  readonly accounts: readonly string[];
  /** Name of the environment, if it has groups. */
  readonly environment?: string | undefined;
}

/** A resource as in a configuration, where a value may be a reference. */
export interface Resource {
  readonly type: string;
  readonly id: string;
  readonly values: JsonObject;
}

/** Attributes that link roles, event rules, pipelines and what those build. */
const links = ["role", "rule", "arn", "container_recipe_arn", "distribution_configuration_arn"];

const awsProvider = /^registry\.(terraform\.io|opentofu\.org)\/hashicorp\/aws$/;

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
  private readonly elements: ReadonlyMap<string, JsonObject>;
  private readonly resources: ReadonlyMap<string, JsonObject>;
  private readonly halves: Partial<Record<"before" | "after", readonly Resource[]>> = {};
  /**
   * The AWS providers. Resources from other providers always need approval, so the settings of those providers do not
   * matter.
   */
  private readonly providers: readonly JsonObject[];

  public constructor(
    private readonly plan: JsonObject,
    base: Base | undefined,
    /** The configuration that was planned, if it is known. */
    private readonly config?: JsonObject,
  ) {
    const elements = objectsOf(plan["resource_changes"]);
    this.elements = byAddress(elements.filter(({ deposed }) => deposed === undefined));
    this.resources = byAddress(objectsOf(objectAt(plan, "configuration", "root_module")["resources"]));
    this.providers = Object.values(objectAt(plan, "configuration", "provider_config"))
      .filter(isObject)
      .filter(({ full_name, name }) => awsProvider.test(plainText(full_name)) || name === "aws");
    const arns = elements.map((element) => plainText(half(element, "before")["arn"]).split(":"));
    this.inState = new Set(arns.flatMap(([, , , , account = ""]) => (/^\d{12}$/.test(account) ? [account] : [])));
    this.accounts = new Set(base?.accounts);
    this.environment = base?.environment;
    const regions = arns.flatMap(([, , , region = ""]) => (region === "" ? [] : [region]));
    this.regions = new Set(
      regions.length > 0 ? regions : this.providers.map((each) => plainText(constantOf(each, "region"))),
    );
  }

  /** Returns rows for anything about the plan as a whole that needs approval. */
  public rows(): Row[] {
    const unknown = Object.entries(this.plan).filter(
      ([name, value]) => !members.includes(name) && value !== false && !isNothing(value),
    );
    // An apply opens ephemeral resources again, as the role that deploys, and no plan lists them as changes.
    const isEphemeral = serialized(objectAt(this.plan, "configuration"))?.includes('"mode":"ephemeral"') !== false;
    const { [groupedOutput]: output } = objectAt(this.plan, "output_changes");
    const named = isObject(output) && !does(output, "no-op") ? output["after"] : null;
    const isOther = named !== null && named !== this.environment;
    const reasons = [
      ...(isOther
        ? [["output", `${code(groupedOutput)} decides whose roles and repositories later plans may use`]]
        : []),
      ...(isEphemeral ? [["plan", "the apply opens an ephemeral resource, which no plan shows"]] : []),
      ...unknown.map(([name]) => ["plan", `${code(name)} is a part of the plan that this program does not recognize`]),
      ...this.providers.flatMap((provider) => this.providerReasons(provider).map((reason) => ["provider", reason])),
    ];
    return reasons.map(([about = "", message = ""]) => ({ meaning: "approval", subject: about, message }));
  }

  private providerReasons(provider: JsonObject): string[] {
    const [ids, region] = [constantOf(provider, "allowed_account_ids"), constantOf(provider, "region")];
    const own = [...(this.accounts.size > 0 ? this.accounts : this.inState)].sort();
    const allowed = isList(ids) ? ids.map(plainText).sort() : [];
    const codes = (texts: readonly string[]): string[] => texts.map((each) => code(each));
    const settings = Object.keys(objectAt(provider, "expressions"));
    const isElsewhere = this.regions.size > 0 && !this.regions.has(plainText(region));
    return [
      ...(allowed.length === 0 || (own.length > 0 && !isDeepStrictEqual(allowed, own))
        ? [
            `${code("allowed_account_ids")}: ${codes(allowed).join(", ") || "any account"}${own.length > 0 ? `, but the stack is in ${list(codes(own))}` : ""}`,
          ]
        : []),
      ...(isElsewhere
        ? [`${code("region")}: not a region of the stack, ${list(codes([...this.regions].sort()))}`]
        : []),
      ...settings
        .filter((each) => !isSetting(each, constantOf(provider, each)))
        .map((each) => `${code(each)} is a setting that decides where Terraform works, and as whom`),
    ];
  }

  /** Returns the existing resources of a type. */
  public existing(type: string): JsonObject[] {
    const elements = [...this.elements.values()].filter((element) => element["type"] === type);
    return elements.map((element) => half(element, "before"));
  }

  /** Returns the resources before or after the apply; a link to another resource that is not known yet is a reference. */
  public resourcesAt(name: "before" | "after"): readonly Resource[] {
    return (this.halves[name] ??= [...this.elements].flatMap(([address, element]) => {
      const values = objectAt(element, "change")[name];
      if (!isObject(values)) return [];
      const references = links.flatMap((link) => {
        const all = this.references(address, [link]);
        return all.length === 1 ? [[link, `\${${all.join()}}`] as const] : [];
      });
      const id = address.slice(address.indexOf(".") + 1);
      return [{ type: plainText(element["type"]), id, values: { ...Object.fromEntries(references), ...values } }];
    }));
  }

  /** Returns the region and resource in a service's ARN; undefined unless it is in one of the stack's own accounts. */
  public ownArn(value: Value | undefined, service: string): { region: string; resource: string } | undefined {
    const [prefix, , name, region = "", account = "", ...rest] = typeof value === "string" ? value.split(":") : [];
    const isOwn = prefix === "arn" && name === service && this.accounts.has(account);
    return isOwn ? { region, resource: rest.join(":") } : undefined;
  }

  /** Returns a check for ARNs of a service in the stack's own regions, for resources that start with one of these. */
  public isOwn(service: string, ...beginnings: readonly string[]): (arn: string) => boolean {
    return (arn) => {
      const { region = "", resource = "$" } = this.ownArn(arn, service) ?? {};
      return (
        this.regions.has(region) && !resource.includes("$") && beginnings.some((each) => resource.startsWith(each))
      );
    };
  }

  /**
   * Reports whether a value is the ARN of something that all groups of an environment share, such as
   * `role/…-image-rebuilds`.
   */
  public isShared(value: Value | undefined, service: string, [kind, name]: readonly [string, string]): boolean {
    const { region, resource } = this.ownArn(value, service) ?? {};
    if (this.environment === undefined || region === undefined) return false;
    return (region === "" || this.regions.has(region)) && resource === `${kind}/${this.environment}-${name}`;
  }

  /**
   * Returns why the configuration of a resource cannot be considered harmless, in words. The configuration may lack a
   * resource that is gone; if it still has it, as with `count = 0`, a provisioner may run at the end.
   */
  public oddity({ address, type, action }: ResourceChange): string | undefined {
    const resource = this.resources.get(address);
    const isGone = (action === "delete" || action === "forget") && address.split(".").length === 2;
    if (resource === undefined ? !isGone || address.includes("[") : resource["type"] !== type)
      return "the plan does not include its configuration, as with a resource in a module or one with several instances";
    const provider = this.elements.get(address)?.["provider_name"];
    if (typeof provider === "string" && !awsProvider.test(provider)) {
      return `it is a resource from another provider, ${code(provider)}`;
    }
    return isList(resource?.["provisioners"]) && resource["provisioners"].length > 0
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

  /**
   * Reports whether the configuration, if it is known, sets an attribute to references alone. A condition may refer to
   * one resource and give an attribute of another, or a text.
   */
  public isBare(address: string, path: readonly string[]): boolean {
    if (this.config === undefined) return true;
    const [type = "", name = ""] = address.split(".");
    const texts = allAt(objectAt(this.config, "resource", type, name), path);
    return texts.length > 0 && texts.every((text) => /^\$\{[\w.-]+\}$/.test(plainText(text)));
  }

  private expressions(address: string, path: readonly string[]): unknown[] {
    return allAt(this.resources.get(address), ["expressions", ...path]);
  }

  /** Returns the value that `type.name.attribute` will have after the apply, if it is known and is a string. */
  public valueOf(target: string): string | undefined {
    const [type = "", name = "", attribute = ""] = target.split(".");
    const value = half(this.elements.get(`${type}.${name}`) ?? {}, "after")[attribute];
    return typeof value === "string" ? value : undefined;
  }

  /** Reports whether an event rule's target that exists after the apply starts a pipeline. */
  public isStarted(pipeline: string): boolean {
    const starts = (address: string): boolean => this.references(address, ["arn"]).join() === `${pipeline}.arn`;
    return this.resourcesAt("after").some(
      ({ type, id }) => type === "aws_cloudwatch_event_target" && starts(`${type}.${id}`),
    );
  }

  /** Reports whether the plan creates the resource that `type.name.attribute` refers to. */
  public creates(target: string): boolean {
    const element = this.elements.get(target.split(".").slice(0, 2).join("."));
    return does(objectAt(element, "change"), "create");
  }
}

/** Returns the values at a path, in any of the blocks along it. */
function allAt(value: unknown, path: readonly string[]): unknown[] {
  const within = (all: readonly unknown[], name: string): unknown[] =>
    all.flat(Infinity).flatMap((each) => (isObject(each) && Object.hasOwn(each, name) ? [each[name]] : []));
  return path.reduce(within, [value]).flat(Infinity);
}

function byAddress(elements: readonly JsonObject[]): ReadonlyMap<string, JsonObject> {
  return new Map(elements.map((element) => [plainText(element["address"]), element]));
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
