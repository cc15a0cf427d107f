import { stringify } from "yaml";
import type { At } from "@pipelines/findings/finding";
import { list, quote } from "@pipelines/findings/text";
import { isList, isRecord } from "@pipelines/findings/values";
import { isTrue, kindOf, rejected, type Source, type SourceResource } from "./source";
import { referenced, unknownsIn, type Unknowns } from "./unknowns";

export type Section = Readonly<Record<string, unknown>>;

/** Resolves an expression in the source's language. @param variables loop variables, by name */
type Resolve = (value: unknown, at: string, variables?: Section) => unknown;

/** A resource whose contents have not been resolved yet. */
export interface Declaration {
  readonly id: string;
  readonly type: string;
  readonly at: At;
  readonly isLetGo: boolean;
  readonly properties: unknown;
  readonly resolve: Resolve;
  /** Whether the resource exists. */
  readonly condition?: (() => unknown) | undefined;
  /** Number of instances, in Terraform. */
  readonly count?: unknown;
  readonly forEach?: unknown;
}

/** The declaration of a CloudFormation parameter or a Terraform variable. */
export interface Parameter {
  readonly name: string;
  readonly label: string;
  readonly type: string;
  readonly fallback: () => unknown;
  /** Why the fallback is not used: it is secret, or only AWS knows it. */
  readonly hidden: string | undefined;
}

/** Maximum depth of references, and of nested objects and lists; CloudFormation allows less. */
export const mostLevels = 100;

interface Instance {
  /** Suffix of its address: `[0]`, `["web"]`. */
  readonly index: string;
  readonly variables: Section;
}

/** Everything that a source declares, by the names that refer to it; resolved on demand, as far as possible. */
export class Declarations {
  private readonly all = new Map<string, Declaration | (() => unknown)>();
  private readonly open: string[] = [];

  public constructor(
    private readonly file: string,
    private readonly unknowns: Unknowns,
  ) {}

  public add(name: string, declared: Declaration | (() => unknown)): void {
    this.all.set(name, declared);
  }

  /** Returns all resources, without the properties of types that an import does not read. */
  public resources(): Pick<Source, "resources" | "switchedOff"> {
    const resources: SourceResource[] = [];
    const switchedOff: { id: string; why: string }[] = [];
    for (const each of this.all.values()) {
      if (typeof each === "function") continue;
      const { id, type, at, isLetGo, count } = each;
      const isRead = kindOf(type) !== undefined;
      const instances = isRead ? this.instances(each) : [{ index: "", variables: {} }];
      if (instances.length === 0) {
        const why = each.condition ? "condition is false" : count === undefined ? "for_each is empty" : "count is 0";
        switchedOff.push({ id, why: `its ${why}` });
      }
      for (const { index, variables } of isList(instances) ? instances : [{ index: "", variables: {} }]) {
        const own = isRead ? each.resolve(each.properties, id, variables) : {};
        const name = nameProperties[type];
        // The user may give a name that AWS would otherwise generate.
        const given = name === undefined ? {} : { [name]: this.unknowns.givenFor(id) };
        const properties = { ...given, ...Object(own), ...(isList(instances) ? {} : { isMade: instances }) } as Section;
        resources.push({ id: id + index, type, at, isLetGo, properties });
      }
    }
    return { resources, switchedOff };
  }

  /**
   * Returns the instances of a resource after its conditions, count and for_each are applied, or an unknown's mark if
   * they cannot be determined.
   */
  private instances({ id, condition, count, forEach, resolve }: Declaration): readonly Instance[] | string {
    const members = resolve(forEach, id);
    const times = count === undefined ? 1 : resolve(count, id);
    const isMade = condition?.() ?? true;
    const unclear = this.unknowns.follows(isMade, times, typeof members === "object" ? undefined : members);
    if (unclear !== undefined) return unclear;
    if (!isTrue(isMade)) return [];
    if (members === undefined) {
      return Array.from({ length: Number(times) }, (_, index) => {
        return { index: count === undefined ? "" : `[${index}]`, variables: { count: { index } } };
      });
    }
    return entriesOf(members).map(([name, value]) => {
      const key = textOf(isList(members) ? value : name);
      return { index: `["${key}"]`, variables: { each: { key, value } } };
    });
  }

  /** @param path of a reference, such as `["local", "name"]` */
  public reference(prefix: string, path: readonly string[], variables: Section = {}): unknown {
    const [root = "", ...rest] = path;
    if (root in variables) return part(variables[root], rest);
    const full = prefix + path.join(".");
    const nameOf = (length: number): string => prefix + path.slice(0, length).join(".");
    const length = [3, 2, 1].find((each) => this.all.has(nameOf(each))) ?? 0;
    const found = this.all.get(nameOf(length));
    if (found === undefined) return parsed(this.unknowns.textFor(full, `${quote(full)}, which is not in the source`));
    return this.within(full, () =>
      typeof found === "function" ? part(found(), path.slice(length)) : this.attribute(found, path.slice(length), full),
    );
  }

  /** Returns an attribute that the source contains, such as a name. Only AWS knows the other attributes. */
  private attribute(declared: Declaration, path: readonly string[], full: string): unknown {
    const { id, type, properties, count, forEach, resolve } = declared;
    const isIndexed = /^\d+$|^"/.test(path[0] ?? "");
    const [attribute = nameProperties[type] ?? "", ...rest] = path.slice(isIndexed ? 1 : 0);
    const reference = (index: string): string =>
      this.unknowns.textFor(full, `${full} of a resource that AWS creates`, id + index);
    const instances = this.instances(declared);
    if (!isList(instances)) return reference("");
    if (path.length === 0 && forEach !== undefined)
      return Object.fromEntries(instances.map(({ index }) => [index.slice(2, -2), reference(index)]));
    if (path.length === 0 && count !== undefined) return instances.map(({ index }) => reference(index));
    const index = isIndexed ? `[${path[0] ?? ""}]` : count === undefined ? "" : "[0]";
    const instance = instances.find((each) => each.index === index);
    const own = isRecord(properties) && Object.hasOwn(properties, attribute) ? properties[attribute] : undefined;
    if (own === undefined || instance === undefined) return reference(index);
    return part(resolve(own, full, instance.variables), rest);
  }

  public parameter({ name, label, type, fallback, hidden }: Parameter): unknown {
    const given = this.unknowns.givenFor(name);
    if (given !== undefined && /secret|sensitive/.test(hidden ?? "")) this.unknowns.secrets.add(given);
    const value = given ?? (hidden === undefined ? fallback() : undefined);
    if (value === undefined) return this.unknowns.textFor(name, `${label}, ${hidden ?? "which has no default"}`);
    if (typeof value !== "string" || (given === undefined && !/List\b/.test(type))) return value;
    if (/List\b/.test(type)) return value.split(",").map((each) => each.trim());
    return /^\W*string/i.test(type) ? value : parsed(value);
  }

  /** Returns the result of a function from any of the languages, or an unknown's mark if it cannot be determined. */
  public call(name: string, values: readonly unknown[], at: string): unknown {
    const key = name.toLowerCase();
    const follows: Functions[string] = (all) => this.unknowns.follows(all);
    for (const each of [tolerantFunctions[key], follows, strictFunctions[key]]) {
      const result = each?.(values);
      if (result !== undefined) return result;
    }
    const given = values.length === 0 ? "" : ` of ${list(values.map((each) => quote(textOf(each))))}`;
    return this.unknowns.textFor(at, `${name}${given}, which an import cannot resolve`);
  }

  /** Resolves what a name stands for; references may be neither circular nor endless. */
  private within<T>(name: string, work: () => T): T {
    const circle = this.open.indexOf(name);
    if (circle >= 0 || this.open.length > mostLevels) {
      const names = [...this.open.slice(circle), name].join(" → ");
      this.rejectCycle(circle < 0 ? `more than ${mostLevels} levels of references` : `circular references: ${names}`);
    }
    this.open.push(name);
    try {
      return work();
    } finally {
      this.open.pop();
    }
  }

  public rejectCycle(found: string): never {
    const fix = "correct the source: its own tool rejects it too";
    throw rejected({ file: this.file }, "IB-IMPORT-CYCLE", found, "references and nesting that end", fix);
  }
}

/** What `Ref` returns for resources whose name a template may set. */
const nameProperties: Readonly<Record<string, string>> = {
  "AWS::ECR::Repository": "RepositoryName",
  "AWS::IAM::Role": "RoleName",
  "AWS::IAM::InstanceProfile": "InstanceProfileName",
  "AWS::Logs::LogGroup": "LogGroupName",
  "AWS::S3::Bucket": "BucketName",
};

/** Returns the members of a list or map, each with its index or key. */
export function entriesOf(value: unknown): (readonly [unknown, unknown])[] {
  return isList(value) ? value.map((each, index) => [index, each]) : isRecord(value) ? Object.entries(value) : [];
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

/**
 * Returns the part of a value that a path leads to. If the path goes on into a resource's attributes, returns the
 * reference to that resource.
 */
export function part(value: unknown, path: readonly unknown[]): unknown {
  return path.reduce<unknown>((found, name) => {
    const key = textOf(name).replace(/^"|"$/g, "");
    if (typeof found === "string") return referenced(found) === undefined ? undefined : found;
    return isList(found) ? found[Number(key)] : isRecord(found) ? found[key] : undefined;
  }, value);
}

type Functions = Readonly<Record<string, (values: readonly unknown[]) => unknown>>;

const isKnown = (value: unknown): boolean => unknownsIn(value).length === 0;
const same: Functions[string] = ([value]) => value;
const json: Functions[string] = ([value]) => JSON.stringify(value);
const firstKnown: Functions[string] = (all) => all.find((each) => each !== null && each !== "" && isKnown(each));
const base64: Functions[string] = ([text]) => Buffer.from(textOf(text)).toString("base64");

const join: Functions[string] = ([separator, all]) =>
  isList(all) ? all.map(textOf).join(textOf(separator)) : undefined;
const get: Functions[string] = ([value, ...keys]) => (isKnown(keys) ? part(value, keys) : undefined);

/** Functions and operators from all languages whose results may contain unknown parts, by lower-case name. */
const tolerantFunctions: Functions = {
  "": same,
  join,
  templatejoin: (all) => join(["", ...all]),
  tuple: (all) => all,
  index: get,
  relativetraversal: get,
  splat: ([all, ...keys]) => listOf(all).map((each) => part(each, keys)),
  select: ([index, all]) => (isList(all) ? all[Number(index)] : undefined),
  element: ([all, index]) => (isList(all) ? all[Number(index) % all.length] : undefined),
  lookup: ([all, key, otherwise]) => (isKnown(key) ? (part(all, [key]) ?? otherwise) : undefined),
  and: (all) => (all.some((each) => isKnown(each) && !isTrue(each)) ? false : undefined),
  or: (all) => all.some(isTrue) || undefined,
  concat: (all) => all.flatMap(listOf),
  merge: (all) => Object.assign({}, ...all) as unknown,
  flatten: ([all]) => (listOf(all) as unknown[]).flat(Infinity),
  compact: ([all]) => listOf(all).filter((each) => each !== "" && each !== null),
  distinct: ([all]) => [...new Set(listOf(all))],
  values: ([all]) => entriesOf(all).map(([, each]) => each),
  keys: ([all]) => entriesOf(all).map(([key]) => key),
  format: ([pattern, ...rest]) =>
    rest.reduce<string>((text, each) => text.replace(/%[sdv]/, () => textOf(each)), textOf(pattern)),
  tojsonstring: json,
  jsonencode: json,
  yamlencode: ([value]) => stringify(value),
  try: firstKnown,
  coalesce: firstKnown,
  toset: same,
  tolist: same,
  tomap: same,
  tostring: same,
  nonsensitive: same,
};

/** Functions whose arguments must be known. */
const strictFunctions: Functions = {
  and: (all) => all.every(isTrue),
  or: () => false,
  not: ([value]) => !isTrue(value),
  equals: ([a, b]) => textOf(a) === textOf(b),
  notequals: ([a, b]) => textOf(a) !== textOf(b),
  greaterthan: ([a, b]) => Number(a) > Number(b),
  lower: ([text]) => textOf(text).toLowerCase(),
  upper: ([text]) => textOf(text).toUpperCase(),
  trimspace: ([text]) => textOf(text).trim(),
  split: ([separator, text]) => textOf(text).split(textOf(separator)),
  base64,
  base64encode: base64,
  length: ([all]) => (typeof all === "string" ? all.length : entriesOf(all).length),
  contains: ([all, value]) => listOf(all).includes(value),
  replace: ([text, from, to]) =>
    /^\/.*\/$/s.test(textOf(from)) ? undefined : textOf(text).replaceAll(textOf(from), textOf(to)),
};
