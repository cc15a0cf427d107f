import { isDeepStrictEqual } from "node:util";
import { type At, error, type Finding, warning } from "@pipelines/findings/finding";
import { allRegions, partitionOf } from "@pipelines/facts/regions";
import { excerpt, list, quote } from "@pipelines/findings/text";
import { builtInTypes, permissionTable } from "@pipelines/permissions/permission-table";
import { calledFunctions } from "./template-functions";
import { isList, isObject, type JsonObject, omit, plainText } from "./values";

/** The blocks that this project writes; the contents of `terraform`, `provider` and `resource` are also checked. */
const knownBlocks = ["//", "terraform", "provider", "resource", "output", "variable", "removed"];

/** The resource types that this project writes. */
const knownTypes: ReadonlySet<string> = new Set([...Object.keys(permissionTable), ...builtInTypes]);

/** Terraform's own resource arguments that this project does not write. */
const unknownArguments = new Set(["count", "for_each", "dynamic"]);

/**
 * Functions that this project and CDKTF's tokens use: none of them reads a file, connects elsewhere, or hides a value
 * from the plan.
 */
const knownFunctions = new Set(
  "alltrue can element join jsonencode length lookup regex tolist tomap toset tostring".split(" "),
);

/** Functions that read files, including the file to be parsed as a template. */
const readingFunctions = /^(file\w*|templatefile|templatestring|pathexpand|abspath)$/;

/** Provider or backend settings that run a program, read a file, or send requests elsewhere. */
const outgoing = new Set(
  (
    "profile shared_config_files shared_credentials_files shared_credentials_file endpoints endpoint custom_ca_bundle " +
    "http_proxy https_proxy no_proxy insecure assume_role_with_web_identity iam_endpoint sts_endpoint sso_endpoint " +
    "dynamodb_endpoint ec2_metadata_service_endpoint ec2_metadata_service_endpoint_mode"
  ).split(" "),
);

/** Where this project keeps states. */
const knownBackends = new Set(["s3", "local", "cloud"]);

/** No configuration is nested more deeply than this; a malicious file may be. */
const deepest = 64;

const remedy = "if this is intended, have it reviewed: once approved, the deploy plans it from the default branch";

/**
 * Returns why a stack in a pull request may not be planned with credentials before someone has approved it. An error
 * means that the stack would make Terraform run a program, connect elsewhere or read files, so it is refused. A warning
 * means that the stack is harmless to read but differs from the base, so it needs approval. If there are no findings,
 * the stack is fully understood and can be planned.
 *
 * @param config a file in Terraform's JSON syntax: https://developer.hashicorp.com/terraform/language/syntax/json
 * @param base the same stack before the change; undefined if there is none
 */
export function unplannable(config: JsonObject, base: JsonObject | undefined, file: string): Finding[] {
  const found = new Reasons(file);
  if (isTooDeep(config)) {
    found.refuse("", `more than ${deepest} levels of nesting`, "what npm run synth writes");
    return found.list;
  }
  for (const [kind, value] of Object.entries(config)) {
    readBlock(kind, value, found);
    readExpressions(value, kind, found);
  }
  if (base === undefined) {
    found.ask("", "a stack that the base does not have", "the stacks in the base");
  }
  readTerraform(config, base, found);
  readProviders(config, base, found);
  return found.list;
}

class Reasons {
  public readonly list: Finding[] = [];

  public constructor(private readonly file: string) {}

  public refuse(field: string, found: string, allowed: string): void {
    this.list.push(error(this.at(field), "IB-PLAN-REFUSED", { found, allowed }));
  }

  public ask(field: string, found: string, allowed: string): void {
    this.list.push(warning(this.at(field), "IB-PLAN-APPROVAL", { found, allowed, fix: remedy }));
  }

  private at(field: string): At {
    return { file: this.file, ...(field === "" ? {} : { field }) };
  }
}

function readBlock(kind: string, value: unknown, found: Reasons): void {
  if (kind === "module" || kind === "action") {
    found.refuse(kind, `a block ${quote(kind)}, which runs code from elsewhere`, list(knownBlocks));
  } else if (!knownBlocks.includes(kind)) {
    found.ask(kind, `a block ${quote(kind)}`, list(knownBlocks));
  }
  if (kind === "removed") readBody(value, kind, found);
  for (const [name, inner] of members(value)) {
    if (kind === "check") {
      for (const [block, data] of members(inner)) if (block === "data") readBlock("data", data, found);
      readBody(inner, `check.${name}`, found);
    } else if (["resource", "data", "ephemeral"].includes(kind)) {
      readType(kind, name, found);
      for (const [id, body] of members(inner)) readBody(body, `${kind}.${name}.${id}`, found);
    }
  }
}

function readType(kind: string, type: string, found: Reasons): void {
  const field = `${kind}.${type}`;
  const allowed = kind === "resource" ? "the types in packages/permissions/permission-table.ts" : "resources only";
  if (!type.startsWith("aws_") && !builtInTypes.includes(type)) {
    found.refuse(field, `${quote(type)}, which only providers other than hashicorp/aws have`, allowed);
  } else if (kind !== "resource" && /^aws_(lambda_invocation|cloudformation_export)/.test(type)) {
    found.refuse(field, `${quote(type)}, which runs code elsewhere while Terraform plans`, allowed);
  } else if (kind !== "resource" || !knownTypes.has(type)) {
    found.ask(field, quote(type), allowed);
  }
}

function readBody(body: unknown, at: string, found: Reasons): void {
  for (const [name, value] of members(body)) {
    if (name === "provider" && !/^aws(\.[\w-]+)?$/.test(plainText(value))) {
      found.refuse(`${at}.${name}`, shown(value), "aws, or one of its aliases");
    } else if (name === "provisioner" || name === "connection") {
      found.refuse(`${at}.${name}`, `a ${name}, which runs a program`, "none");
    } else if (unknownArguments.has(name)) {
      found.ask(`${at}.${name}`, quote(name), "resources that are written out");
    }
  }
}

/**
 * Reads every string that Terraform may evaluate, including member names. Terraform never evaluates some of them, but
 * they are read as well.
 */
function readExpressions(value: unknown, at: string, found: Reasons): void {
  if (typeof value === "string") readTemplate(value, at, found);
  else if (isList(value)) {
    for (const [index, one] of value.entries()) readExpressions(one, `${at}[${index}]`, found);
  } else if (isObject(value)) {
    for (const [name, inner] of Object.entries(value)) {
      readTemplate(name, at, found);
      readExpressions(inner, `${at}.${name}`, found);
    }
  }
}

function readTemplate(text: string, at: string, found: Reasons): void {
  const allowed = `the functions ${list([...knownFunctions])}`;
  const called = calledFunctions(text);
  if (called === undefined) found.ask(at, `a template that cannot be parsed: ${excerpt(text, 80)}`, allowed);
  for (const name of new Set(called)) {
    if (readingFunctions.test(name.replace(/^.*::/, ""))) {
      found.refuse(at, `the function ${quote(name)}, which reads files`, allowed);
    } else if (!knownFunctions.has(name)) found.ask(at, `the function ${quote(name)}`, allowed);
  }
}

/** Checks that the Terraform and provider versions and the state's location are the same as in the base. */
function readTerraform(config: JsonObject, base: JsonObject | undefined, found: Reasons): void {
  const { terraform } = config;
  const within = (block: string) =>
    members(terraform).flatMap(([name, value]) => (name === block ? members(value) : []));
  for (const [type] of within("backend").filter(([type]) => !knownBackends.has(type))) {
    found.refuse(`terraform.backend.${type}`, `a backend ${quote(type)}`, list([...knownBackends], "or"));
  }
  for (const [provider, requirement] of within("required_providers")) {
    const source = isObject(requirement) ? requirement["source"] : undefined;
    if (typeof source === "string" && /^(registry\.terraform\.io\/)?hashicorp\/aws$/.test(source)) continue;
    const at = `terraform.required_providers.${provider}`;
    found.refuse(at, `the provider ${quote(provider)} from ${shown(source)}`, "hashicorp/aws");
  }
  compare(terraform, base && (base["terraform"] ?? {}), "terraform", found);
}

/**
 * Checks that provider blocks are the same as in the base: only a default tag, or an alias for another region, may
 * differ.
 */
function readProviders(config: JsonObject, base: JsonObject | undefined, found: Reasons): void {
  const before = providersOf(base ?? {});
  const main = before.find(({ alias }) => alias === undefined);
  const now = providersOf(config);
  if (now.filter(({ alias }) => alias === undefined).length !== 1) {
    found.ask("provider.aws", "no provider without an alias, or several", "one");
  }
  for (const [name] of members(config["provider"])) {
    if (name !== "aws") found.refuse(`provider.${name}`, `the provider ${quote(name)}`, "aws");
  }
  for (const [index, { alias, settings, tags }] of now.entries()) {
    const at = `provider.aws[${index}]`;
    const old = before.find((one) => one.alias === alias)?.settings;
    const isFurther = old === undefined && isFurtherRegion(settings["region"], main?.settings["region"]);
    const expected = isFurther ? { ...main?.settings, region: settings["region"] } : (old ?? {});
    compare(settings, base && expected, at, found);
    if (!tags.every(isTags)) found.ask(`${at}.default_tags`, shown(tags), "tags with literal values");
  }
}

interface Provider {
  readonly alias: unknown;
  readonly settings: JsonObject;
  readonly tags: readonly unknown[];
}

function providersOf(config: JsonObject): Provider[] {
  const blocks = members(config["provider"]).flatMap(([name, value]) => (name === "aws" ? instances(value) : []));
  return blocks.filter(isObject).map((block) => ({
    alias: block["alias"],
    settings: omit(block, "alias", "default_tags", "//"),
    tags: block["default_tags"] === undefined ? [] : instances(block["default_tags"]),
  }));
}

function isFurtherRegion(region: unknown, main: unknown): boolean {
  if (typeof region !== "string" || typeof main !== "string" || !allRegions.includes(region)) return false;
  return partitionOf(region) === partitionOf(main);
}

function isTags(value: unknown): boolean {
  if (!isObject(value) || Object.keys(value).join() !== "tags" || !isObject(value["tags"])) return false;
  return Object.values(value["tags"]).every((tag) => typeof tag === "string");
}

/** Checks that members are the same as in the base; if there is no base, reports only members that are refused. */
function compare(now: unknown, old: unknown, at: string, found: Reasons): void {
  const [after, before] = [members(now), new Map(members(old))];
  for (const [name, value] of after) {
    const [place, was] = [`${at}.${name}`, before.get(name)];
    const inner = isObject(value) && isObject(was) ? was : undefined;
    // This applies even if the base has it too: an earlier pull request could have put it there.
    if (outgoing.has(name)) found.refuse(place, shown(value), "nothing");
    else {
      compare(value, inner, place, found);
      const isOther = old !== undefined && inner === undefined && !isDeepStrictEqual(value, was);
      if (isOther) found.ask(place, shown(value), asOnBase(was));
    }
  }
  const gone = [...before].filter(([name]) => !after.some(([each]) => each === name));
  for (const [name, was] of gone) found.ask(`${at}.${name}`, "nothing", asOnBase(was));
}

function shown(value: unknown): string {
  return value === undefined ? "nothing" : excerpt(JSON.stringify(value), 200);
}

function asOnBase(value: unknown): string {
  return value === undefined ? "nothing, as in the base" : `${shown(value)}, as in the base`;
}

/**
 * Returns the contents of blocks, including several of the same name: wherever Terraform allows one block, it also
 * allows a list of them.
 */
function members(value: unknown): [string, unknown][] {
  if (isList(value)) return value.flatMap(members);
  return isObject(value) ? Object.entries(value) : [];
}

function instances(value: unknown): readonly unknown[] {
  return isList(value) ? value : [value];
}

function isTooDeep(value: unknown, depth = 0): boolean {
  if (typeof value !== "object" || value === null) return depth > deepest;
  return depth > deepest || Object.values(value).some((inner) => isTooDeep(inner, depth + 1));
}
