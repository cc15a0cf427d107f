import * as fs from "node:fs";
import * as path from "node:path";
import { startLocalAws } from "@pipelines/local-aws/local-aws";
import { environmentFor, run, type Terraform } from "@pipelines/terraform/terraform";
import { temporaryFolder } from "@pipelines/testing/temporary-folder";
import { account, type Case, provider, region, type Resources } from "./corpus-cases";

/**
 * The part of a plan that belongs to one case: elements of `resource_changes`, and of the configuration's resources.
 */
export interface CorpusPlan {
  readonly changes: readonly JsonObject[];
  readonly resources: readonly JsonObject[];
  /** Provider arguments, if they are not the usual ones. */
  readonly provider?: unknown;
}

/** `all`: the parts that every plan also contains. */
export interface Corpus {
  readonly all: CorpusPlan;
  readonly cases: Readonly<Record<string, CorpusPlan>>;
}

type JsonObject = Readonly<Record<string, unknown>>;

interface PlannedResource {
  readonly type: string;
  readonly name: string;
  readonly schema_version: number;
  readonly values: JsonObject;
}

interface Plan {
  readonly planned_values: { readonly root_module: { readonly resources?: readonly PlannedResource[] } };
  readonly resource_changes: readonly JsonObject[];
  readonly configuration: {
    readonly provider_config: JsonObject;
    readonly root_module: { readonly resources?: readonly JsonObject[] };
  };
}

/** In every plan, and never changed: the environment already exists. */
const anchor: Resources = { "aws_ecr_repository anchor": { name: "anchor" } };

/** Returns the plan of one case in the format of `terraform show -json`. */
export function planOfCase(corpus: Corpus, name: string): JsonObject {
  const { changes = [], resources = [], provider: own } = corpus.cases[name] ?? {};
  const { all } = corpus;
  return {
    format_version: "1.2",
    terraform_version: "1.11.4",
    planned_values: {},
    resource_changes: [...all.changes, ...changes],
    configuration: {
      provider_config: own ?? all.provider,
      root_module: { resources: [...all.resources, ...resources] },
    },
  };
}

/**
 * Has the real Terraform plan all cases, those with the same provider together. First, it plans the resources as they
 * were before the change. That plan becomes the state, and Terraform then plans the resources after the change against
 * it.
 */
export async function planCorpus(terraform: Terraform, cases: readonly Case[]): Promise<Corpus> {
  const aws = await startLocalAws({ accountId: account });
  try {
    const found = new Map<string, CorpusPlan>();
    let all: CorpusPlan = { changes: [], resources: [] };
    const numbered = cases.map((one, index) => ({ one, name: `case_${index}` }));
    for (const group of new Set([undefined, ...cases.map((each) => each.provider)])) {
      const some = numbered.filter(({ one }) => one.provider === group);
      const { plan, of } = await planned(terraform, aws.endpoint, some, group ?? provider);
      if (group === undefined) all = { ...of("anchor"), provider: plan.configuration.provider_config };
      for (const { one, name } of some) {
        const own = group === undefined ? {} : { provider: plan.configuration.provider_config };
        found.set(one.name, { ...of(name), ...own });
      }
    }
    return { all, cases: Object.fromEntries(cases.flatMap(({ name }) => [[name, found.get(name) ?? all]])) };
  } finally {
    await aws.close();
  }
}

interface NumberedCase {
  readonly one: Case;
  readonly name: string;
}

async function planned(terraform: Terraform, endpoint: string, cases: readonly NumberedCase[], provider: JsonObject) {
  const folder = temporaryFolder();
  const write = (file: string, content: object): void => {
    fs.writeFileSync(path.join(folder, file), JSON.stringify(content));
  };
  const terraformRun = async (...args: readonly string[]): Promise<string> => {
    const ended = await run(terraform.command, args, { cwd: folder, env: environmentFor(terraform, endpoint) });
    // Terraform quotes the line that contains a mistake, and the configuration is a single line.
    const said = ended.output.split("\n").filter((line) => line.length < 500);
    if (ended.code !== 0) throw new Error(`terraform ${args.join(" ")}: ${said.slice(-60).join("\n")}`);
    return ended.stdout;
  };
  const plan = async (half: "before" | "after"): Promise<Plan> => {
    write("main.tf.json", configuration(cases, half, provider));
    await terraformRun("plan", "-input=false", "-no-color", "-refresh=false", "-out=plan.tfplan");
    return JSON.parse(await terraformRun("show", "-json", "plan.tfplan")) as Plan;
  };
  write("main.tf.json", configuration(cases, "before", provider));
  await terraformRun("init", "-input=false", "-no-color");
  // A value that one resource takes from another is known only one round later.
  for (let round = 0; round < 3; round++) {
    const { planned_values } = await plan("before");
    write("terraform.tfstate", stateOf(planned_values.root_module.resources ?? [], cases));
  }
  const result = await plan("after");
  const of = (name: string): CorpusPlan => {
    const isOf = (each: JsonObject): boolean => new RegExp(`^${name}(_|$)`).test(String(each["name"]));
    const all = result.resource_changes.filter(isOf);
    const resources = (result.configuration.root_module.resources ?? []).filter(isOf).map(compactResource);
    const isChain = [...all, ...resources].some(({ type }) => type === "aws_cloudwatch_event_target");
    const changes = all.map((element) => compactChange(element, isChain ? /./ : basic));
    const changed = changes.filter((change) => !stays(change)).map(({ address }) => address);
    const concerned = resources.filter(({ address }) => changed.includes(address));
    // For unchanged resources, keep only the values that others take from them or are compared with.
    const isNeeded = ({ address, type }: JsonObject): boolean =>
      name === "anchor" ||
      (isChain && String(type).startsWith("aws_imagebuilder_")) ||
      /^aws_(iam_role|iam_role_policy|cloudwatch_event_(rule|target))$/.test(String(type)) ||
      changed.includes(address) ||
      JSON.stringify(concerned).includes(`"${String(address)}"`);
    return { changes: changes.filter(isNeeded), resources: resources.filter(isNeeded) };
  };
  return { plan: result, of };
}

function configuration(cases: readonly NumberedCase[], half: "before" | "after", provider: JsonObject): object {
  const resource: Record<string, Record<string, unknown>> = {};
  const addAll = (resources: Resources, name: string): void => {
    for (const [label, args] of Object.entries(resources)) {
      const [type = "", suffix] = label.split(" ");
      const local = [name, suffix].filter((part) => part).join("_");
      const text = JSON.stringify(args).replaceAll(".@", `.${name}`);
      resource[type] = { ...resource[type], [local]: JSON.parse(text) as unknown };
    }
  };
  addAll({ aws_ecr_repository: anchor["aws_ecr_repository anchor"] ?? {} }, "anchor");
  for (const { one, name } of cases) addAll(one[half] ?? {}, name);
  const removed = cases.flatMap(({ one, name }) =>
    half === "after"
      ? (one.forgotten ?? []).map((type) => ({ from: `${type}.${name}`, lifecycle: [{ destroy: false }] }))
      : [],
  );
  return {
    terraform: { required_providers: { aws: { source: "hashicorp/aws" } }, backend: { local: {} } },
    provider: { aws: [provider] },
    resource,
    ...(removed.length === 0 ? {} : { removed }),
  };
}

/** Attributes that AWS reports about a resource; if one of them changed, the resource would be replaced. */
const readBack: Readonly<Record<string, object>> = {
  aws_ecr_lifecycle_policy: { registry_id: account },
  aws_ecr_repository_policy: { registry_id: account },
  aws_iam_openid_connect_provider: { thumbprint_list: [] },
  aws_iam_role: { inline_policy: [], managed_policy_arns: [] },
  aws_s3_bucket_lifecycle_configuration: { expected_bucket_owner: "" },
};

/** Returns a state in which everything exists as planned, under its name in the configuration. */
function stateOf(resources: readonly PlannedResource[], cases: readonly NumberedCase[]): object {
  const byName = new Map(cases.map(({ one, name }) => [name, one]));
  return {
    version: 4,
    terraform_version: "1.11.4",
    serial: 1,
    lineage: "00000000-0000-0000-0000-000000000000",
    outputs: {},
    resources: resources.map(({ type, name, schema_version, values }) => {
      const tags = "tags" in values ? { tags_all: values["tags"] ?? {} } : {};
      const attributes = { ...readBack[type], ...values, ...tags, ...identity(type, name, values) };
      const instance = { schema_version, attributes };
      const isDeposed = byName.get(name)?.deposed?.includes(type) === true;
      const source = type.startsWith("aws_") ? "registry.terraform.io/hashicorp/aws" : "terraform.io/builtin/terraform";
      return {
        mode: "managed",
        type,
        name,
        provider: `provider["${source}"]`,
        instances: isDeposed ? [instance, { ...instance, deposed: "0badcafe" }] : [instance],
      };
    }),
  };
}

/** Returns the id and ARN, if other resources use them. */
function identity(type: string, localName: string, values: JsonObject): object {
  const text = (name: string): string => (typeof values[name] === "string" ? values[name] : "");
  const name = text("name") || text("bucket") || localName;
  const [, service = "", kind = ""] = /^aws_([a-z]+)_(\w+)$/.exec(type) ?? [];
  const regional = (part: string): string => `arn:aws:${part}`;
  if (type === "aws_s3_bucket") return { id: name, arn: regional(`s3:::${name}`) };
  if (service === "iam") {
    const arn = regional(`iam::${account}:${kind.replaceAll("_", "-")}${text("path") || "/"}${name}`);
    return { id: name, unique_id: "AROA0000000000000", ...(/^(role|policy|instance_profile)$/.test(kind) && { arn }) };
  }
  const stage = type === "aws_imagebuilder_workflow" ? `${text("type").toLowerCase()}/` : "";
  const version = text("version") && `/${text("version")}${kind === "container_recipe" ? "" : "/1"}`;
  const arn = regional(`${service}:${region}:${account}:${kind.replaceAll("_", "-")}/${stage}${name}${version}`);
  if (service === "imagebuilder") return { id: arn, arn };
  if (type === "aws_ecr_repository") return { id: name, arn, registry_id: account };
  return { id: name, ...("arn" in values ? {} : noArn.test(type) ? {} : { arn }) };
}

/** Types that have no ARN, and do not accept one. */
const noArn =
  /^aws_(s3_bucket_|ecr_|cloudwatch_event_target|cloudwatch_log_subscription|sns_topic_policy|lambda_permission)|^terraform_data$|_grant$/;

/** Keeps only the references in expressions: constants are in the changes. */
function compactResource({ address, type, name, provisioners, expressions }: JsonObject): JsonObject {
  const referring = JSON.stringify(expressions, (key, value: unknown) =>
    key === "constant_value" ? undefined : value,
  );
  return {
    address,
    mode: "managed",
    type,
    name,
    ...(provisioners !== undefined && { provisioners }),
    expressions: JSON.parse(referring) as unknown,
  };
}

/** Attributes of unchanged resources that others take or are compared with. */
const basic = /^(arn|id|name|permissions_boundary|role|rule|target_id)$/;

/**
 * Removes fields that a review does not read or that are absent on both sides; for unchanged resources, keeps the
 * values that others take from them.
 */
function compactChange(element: JsonObject, kept: RegExp): JsonObject {
  const { change, ...others } = element as { change: JsonObject };
  const rest = Object.fromEntries(Object.entries(others).filter(([name]) => name !== "provider_name"));
  const isKept = (attribute: string): boolean => !stays(element) || kept.test(attribute);
  const parts = Object.entries(change).map(([name, value]) => {
    if (name.endsWith("_sensitive") && !JSON.stringify(value).includes("true")) return [name, {}];
    const isHalf = name === "before" || name === "after";
    const given = isHalf && typeof value === "object" && value !== null;
    const entries = given
      ? Object.entries(value).filter(([attribute, each]) => each !== null && isKept(attribute))
      : [];
    return [name, given ? Object.fromEntries(entries) : value];
  });
  return { ...rest, change: Object.fromEntries(parts) as JsonObject };
}

function stays({ change }: JsonObject): boolean {
  return JSON.stringify((change as JsonObject)["actions"]) === '["no-op"]';
}
