import { stringify } from "yaml";
import type { At } from "@pipelines/findings/finding";
import { list, quote } from "@pipelines/findings/text";
import { isList, isRecord } from "@pipelines/findings/values";
import { failure } from "@pipelines/operations/failure";
import { isTrue, kindOf, type Source } from "./source";
import { markOf, unknownsIn } from "./unknowns";

export type Section = Readonly<Record<string, unknown>>;
type Lazy = () => unknown;

/** One of the resources that a declaration creates. */
export interface Instance {
  /** Its index or key, if there may be several. */
  readonly key?: string | number;
  /** Values of names that are valid only in this instance. */
  readonly variables?: Section;
  /** A mark, if an unknown decides whether the instance exists. */
  readonly isMade?: string;
}

/** A resource whose contents have not been resolved yet. */
export interface Declaration {
  readonly id: string;
  readonly type: string;
  readonly at: At;
  readonly isLetGo?: boolean;
  readonly properties: unknown;
  /** Resolves an expression in the source's language. */
  readonly resolve: (value: unknown, at: string, variables?: Section) => unknown;
  readonly instances: () => readonly Instance[];
  /** Setting that would be the reason for having no instances. */
  readonly condition?: string;
  /** What a reference to all instances returns, if there may be several. */
  readonly many?: "list" | "map" | undefined;
}

/** Maximum depth of references, and of nested objects and lists; CloudFormation allows less. */
const mostLevels = 100;

/** Everything that a source declares, by the names that refer to it; resolved on demand, as far as possible. */
export class Scope {
  /** Values given for secret parameters. */
  public readonly secrets = new Set<string>();
  private readonly declared = new Map<string, Declaration | Lazy>();
  private readonly asked = new Set<string>();
  private readonly open: string[] = [];
  private readonly leftOut = new Set<string>();
  /** Modules that are not declared yet. */
  public readonly pending = new Set<string>();

  /** @param given values from the user, by name */
  public constructor(
    private readonly file: string,
    private readonly given: ReadonlyMap<string, string>,
  ) {}

  /** Returns the value given under a name. */
  public givenFor(name: string): string | undefined {
    this.asked.add(name);
    return this.given.get(name);
  }

  /** Notes something that is not read. */
  public leaveOut(id: string, why: string): void {
    this.leftOut.add(`${id}: its ${why}`);
  }

  /** Adds every text in a secret value. */
  public addSecrets(value: unknown): void {
    if (typeof value === "string") this.secrets.add(value);
    else for (const each of Object.values(Object(value) as object)) this.addSecrets(each);
  }

  /** Names that were given but do not occur in the source. */
  public unused(): string[] {
    return [...this.given.keys()].filter((name) => !this.asked.has(name));
  }

  /** Returns the value that the user gave for an unknown, or its mark. */
  public unknown(name: string, what: string, resource?: string): string {
    return this.givenFor(name) ?? markOf({ name, what, ...(resource !== undefined && { resource }) });
  }

  /** Returns the mark of an unknown that something depends on; `undefined` if it depends on none. */
  public follows(...values: readonly unknown[]): string | undefined {
    const [first] = unknownsIn(values);
    return first && markOf({ name: first.name, what: first.what });
  }

  /** Returns the value of a field: the one that the user gave for it, if part of it cannot be resolved. */
  public field(at: string, value: unknown): unknown {
    const isOpen = unknownsIn(value).some(({ name }) => name === at);
    const given = isOpen ? this.givenFor(at) : undefined;
    return given === undefined ? value : parsed(given);
  }

  public add(name: string, declared: Declaration | Lazy): void {
    this.declared.set(name, declared);
  }

  /**
   * Returns the instances of a resource: none if its condition is false, and one with a mark if an unknown decides.
   *
   * @param others what decides in addition to the condition
   */
  public instances(isMade: unknown, others: unknown = [], all = (): readonly Instance[] => [{}]): readonly Instance[] {
    const unclear = this.follows(isMade, others);
    if (unclear !== undefined) return [{ isMade: unclear, variables: { each: unclear, count: unclear } }];
    return isTrue(isMade) ? all() : [];
  }

  /** Returns all resources, without the properties of types that an import does not read. */
  public resources(): Pick<Source, "resources" | "switchedOff"> {
    const all = [...this.declared.values()].filter((each) => typeof each !== "function");
    const found = all.map((each) => ({ ...each, instances: kindOf(each.type) ? each.instances() : [{}] }));
    const resources = found.flatMap(({ id, type, at, isLetGo, instances, resolve, ...each }) => {
      const name = identifiers[`${type}.`] ?? "name";
      return instances.map((instance: Instance) => {
        const own = kindOf(type) && resolve(each.properties, id, instance.variables);
        // The user may give a name that AWS would otherwise generate.
        const properties = { [name]: this.givenFor(id), ...Object(own), isMade: instance.isMade } as Section;
        return { id: id + indexOf(instance), type, at, isLetGo, properties };
      });
    });
    const none = found.filter(({ instances }) => instances.length === 0);
    for (const { id, condition = "" } of none) this.leaveOut(id, condition);
    return { resources, switchedOff: [...this.leftOut] };
  }

  /** @param path of a reference, such as `["local", "name"]` */
  public reference(prefix: string, path: readonly string[], variables: Section = {}): unknown {
    const [root = "", ...rest] = path;
    const nameOf = (length?: number): string =>
      prefix +
      path
        .slice(0, length)
        .join(".")
        .replaceAll(/\.(\d+|"[^"]*")(?![^.])/g, "[$1]");
    const full = nameOf();
    const set = (value: unknown): unknown =>
      value === undefined ? this.unknown(full, `${quote(full)}, ${unset}`) : value;
    if (root in variables) return set(part(variables[root], rest));
    const length = [4, 3, 2, 1].find((each) => this.declared.has(nameOf(each))) ?? 0;
    const found = this.declared.get(nameOf(length));
    if (this.pending.has(nameOf(2))) throw new NotDeclared();
    if (found === undefined) return parsed(this.unknown(full, `${quote(full)}, which is not in the source`));
    const more = path.slice(length);
    return this.within(full, () =>
      typeof found === "function" ? set(part(found(), more)) : this.attribute(found, more, full),
    );
  }

  /** Returns an attribute that the source contains, such as a name. Only AWS knows the other attributes. */
  private attribute({ id, ...declared }: Declaration, path: readonly string[], full: string): unknown {
    const instances = declared.instances();
    const reference = (instance: Instance): string =>
      this.unknown(full, `${full} of a resource that AWS creates`, id + indexOf(instance));
    const many = path.length === 0 && instances[0]?.isMade === undefined ? declared.many : undefined;
    if (many === "list") return instances.map(reference);
    if (many === "map") return Object.fromEntries(instances.map((each) => [each.key, reference(each)]));
    const isIndexed = /^\d+$|^"/.test(path[0] ?? "");
    const [given = "", ...rest] = path.slice(isIndexed ? 1 : 0);
    const attribute = identifiers[`${declared.type}.${given}`] ?? given;
    const isWanted = (each: Instance): boolean => each.isMade !== undefined || indexOf(each) === `[${path[0] ?? ""}]`;
    const instance = instances.find((each) => !isIndexed || isWanted(each));
    if (instance === undefined) return this.unknown(full, `${quote(full)}, ${unset}`);
    const own = part(declared.properties, [attribute]);
    if (own === undefined) return reference(instance);
    return part(declared.resolve(own, full, instance.variables), rest);
  }

  /**
   * Returns the value of a CloudFormation parameter or a Terraform variable.
   *
   * @param hidden why the fallback is not used: it is secret, or only AWS knows it
   * @param isSecret whether the value must not be written without a warning
   */
  public parameter(
    name: string,
    label: string,
    type: string,
    fallback: Lazy,
    hidden: string | undefined,
    isSecret: boolean,
  ): unknown {
    const given = this.givenFor(name);
    const text = given ?? (hidden === undefined ? fallback() : undefined);
    if (text === undefined) return this.unknown(name, `${label}, ${hidden ?? "which has no default"}`);
    const isText =
      typeof text !== "string" || (given === undefined && !/List\b/.test(type)) || /^\W*string/i.test(type);
    const value = isText ? text : /List\b/.test(type) ? text.split(",").map((each) => each.trim()) : parsed(text);
    if (isSecret) this.addSecrets(value);
    return value;
  }

  /**
   * Returns the result of a function from any of the languages, or an unknown's mark if it cannot be determined.
   *
   * @param at the field that it is part of
   */
  public call(name: string, values: readonly unknown[], at: string): unknown {
    const key = name.toLowerCase();
    const follows: Functions[string] = (all) => this.follows(all);
    for (const each of [tolerantFunctions[key], follows, strictFunctions[key]]) {
      const result = each?.(values);
      if (result !== undefined) return result;
    }
    const given =
      values.length === 0 ? "" : ` of ${list(values.map((each) => quote(textOf(each).replaceAll("\n", " "))))}`;
    const why = tolerantFunctions[key] === get ? unset : "which an import cannot resolve";
    return markOf({ name: at, what: `${name}${given}, ${why}` });
  }

  /** Resolves what a name stands for; references may be neither circular nor endless. */
  private within<T>(name: string, work: () => T): T {
    const circle = this.open.indexOf(name);
    const names = [...this.open.slice(circle), name].join(" → ");
    if (circle >= 0) throw this.endless(`circular references: ${names}`);
    if (this.open.length > mostLevels) throw this.endless(`more than ${mostLevels} levels of references`);
    this.open.push(name);
    try {
      return work();
    } finally {
      this.open.pop();
    }
  }

  /** Returns the content of a file, unless it is nested too deeply to be resolved. */
  public content<T>(value: T): T {
    const isDeeper = (inner: unknown, levels: number): boolean =>
      levels === 0 ||
      (typeof inner === "object" && Object.values(inner ?? {}).some((each) => isDeeper(each, levels - 1)));
    if (isDeeper(value, mostLevels)) throw this.endless(`more than ${mostLevels} levels of nested objects and lists`);
    return value;
  }

  private endless(found: string): Error {
    const fix = "correct the source: its own tool rejects it too";
    return failure("IB-IMPORT-CYCLE", this.file, found, "references and nesting that end", fix);
  }
}

/** The property that `Ref`, or the attribute `id` in Terraform, returns for a resource whose name a source may set. */
const identifiers: Readonly<Record<string, string>> = {
  "AWS::ECR::Repository.": "RepositoryName",
  "AWS::IAM::Role.": "RoleName",
  "AWS::IAM::InstanceProfile.": "InstanceProfileName",
  "AWS::Logs::LogGroup.": "LogGroupName",
  "AWS::S3::Bucket.": "BucketName",
  "aws_ecr_repository.id": "name",
  "aws_iam_instance_profile.id": "name",
  "aws_s3_bucket.id": "bucket",
};

/** Thrown if a value depends on a module that is declared later. */
export class NotDeclared extends Error {}

/** Returns the end of an instance's address: `[0]`, `["web"]`, or nothing. */
export function indexOf({ key }: Instance): string {
  return key === undefined ? "" : `[${JSON.stringify(key)}]`;
}

/** Returns the members of a list or map, each with its index or key. Terraform sorts a map by its keys. */
export function entriesOf(value: unknown): (readonly [unknown, unknown])[] {
  if (isList(value)) return value.map((each, index) => [index, each]);
  return isRecord(value) ? Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)) : [];
}

export function listOf(value: unknown): readonly unknown[] {
  return isList(value) ? value : value === undefined ? [] : [value];
}

export function textOf(value: unknown): string {
  if (typeof value === "string") return value;
  if (isList(value)) return value.map(textOf).join(",");
  return value === null || value === undefined ? "" : JSON.stringify(value);
}

/** Converts text that the user gave to its value: a list or map if it is JSON for one. */
function parsed(text: string): unknown {
  try {
    return /^[[{]/.test(text) ? (JSON.parse(text) as unknown) : text;
  } catch {
    return text;
  }
}

/** Returns the part of a value that a path leads to. All parts of an unknown are the unknown itself. */
export function part(value: unknown, path: readonly unknown[]): unknown {
  return path.reduce<unknown>((found, name) => {
    if (typeof found === "string") return isKnown(found) ? undefined : found;
    const key = textOf(name).replace(/^"|"$/g, "");
    return Object.hasOwn(Object(found) as object, key) ? (found as Section)[key] : undefined;
  }, value);
}

type Functions = Readonly<Record<string, (values: readonly unknown[]) => unknown>>;

const isKnown = (value: unknown): boolean => unknownsIn(value).length === 0;
const same: Functions[string] = ([value]) => value;
const json: Functions[string] = ([value]) => JSON.stringify(value);
const base64: Functions[string] = ([text]) => Buffer.from(textOf(text)).toString("base64");

const join: Functions[string] = ([separator, all]) =>
  isList(all) ? all.map(textOf).join(textOf(separator)) : undefined;
const get: Functions[string] = ([value, ...keys]) => (isKnown(keys) ? part(value, keys) : undefined);
/** Why a part of a known value is unknown: in Terraform, an error, or the default of an optional attribute. */
const unset = "which the source does not set";
const isEqual = (a: unknown, b: unknown): boolean => (a === null) === (b === null) && textOf(a) === textOf(b);

/** Functions and operators from all languages whose results may contain unknown parts, by lower-case name. */
const tolerantFunctions: Functions = {
  // Values have no types, so conversions change nothing.
  ...Object.fromEntries(
    ["", "tolist", "tomap", "tostring", "tonumber", "tobool", "nonsensitive"].map((name) => [name, same]),
  ),
  join,
  templatejoin: (all) => join(["", ...all]),
  tuple: (all) => all,
  index: get,
  relativetraversal: get,
  one: ([all]) => (isList(all) ? (all[0] ?? null) : all),
  splat: ([all, ...keys]) => listOf(all).map((each) => part(each, keys)),
  select: ([index, all]) => (isList(all) ? all[Number(index)] : undefined),
  element: ([all, index]) => (isList(all) ? all[Number(index) % all.length] : undefined),
  lookup: ([all, key, otherwise]) => (isKnown(key) ? (part(all, [key]) ?? otherwise) : undefined),
  and: (all) => (all.some((each) => isKnown(each) && !isTrue(each)) ? false : undefined),
  or: (all) => all.some(isTrue) || undefined,
  concat: (all) => all.flatMap(listOf),
  merge: (all) => (all.some((each) => typeof each === "string") ? undefined : (Object.assign({}, ...all) as unknown)),
  flatten: ([all]) => (listOf(all) as unknown[]).flat(Infinity),
  compact: ([all]) => listOf(all).filter((each) => each !== "" && each !== null),
  distinct: ([all]) => [...new Set(listOf(all))],
  toset: ([all]) => (isList(all) ? [...new Set(all)].sort() : all),
  values: ([all]) => (isRecord(all) ? entriesOf(all).map(([, each]) => each) : undefined),
  keys: ([all]) => (isRecord(all) ? entriesOf(all).map(([key]) => key) : undefined),
  format: ([pattern, ...rest]) =>
    /%[^sdv]/.test(textOf(pattern)) ? undefined : textOf(pattern).replaceAll(/%[sdv]/g, () => textOf(rest.shift())),
  tojsonstring: json,
  jsonencode: json,
  // Folded lines would break the marks of unknowns.
  yamlencode: ([value]) => stringify(value, { lineWidth: 0 }),
  try: (all) => all.find((each) => !unknownsIn(each).some(({ what }) => what.endsWith(unset))),
  coalesce: (all) => all.find((each) => each !== null && each !== ""),
};

/** Functions whose arguments must be known. */
const strictFunctions: Functions = {
  and: (all) => all.every(isTrue),
  or: () => false,
  not: ([value]) => !isTrue(value),
  equals: ([a, b]) => isEqual(a, b),
  notequals: ([a, b]) => !isEqual(a, b),
  greaterthan: ([a, b]) => Number(a) > Number(b),
  lower: ([text]) => textOf(text).toLowerCase(),
  upper: ([text]) => textOf(text).toUpperCase(),
  trimspace: ([text]) => textOf(text).trim(),
  substr: ([text, from, length]) => {
    const rest = textOf(text).slice(Number(from));
    return Number(length) < 0 ? rest : rest.slice(0, Number(length));
  },
  trimprefix: ([text, prefix]) =>
    textOf(text).startsWith(textOf(prefix)) ? textOf(text).slice(textOf(prefix).length) : text,
  split: ([separator, text]) => textOf(text).split(textOf(separator)),
  base64,
  base64encode: base64,
  length: ([all]) => (typeof all === "string" ? all.length : entriesOf(all).length),
  contains: ([all, value]) => listOf(all).includes(value),
  replace: ([text, from, to]) =>
    /^\/.*\/$/s.test(textOf(from)) ? undefined : textOf(text).replaceAll(textOf(from), () => textOf(to)),
};
