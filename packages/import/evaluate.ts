import * as fs from "node:fs";
import * as path from "node:path";
import { stringify } from "yaml";
import type { At } from "@pipelines/findings/finding";
import { list, quote } from "@pipelines/findings/text";
import { isList, isRecord } from "@pipelines/findings/values";
import { kindOf, rejected, type Source, type SourceResource } from "./source";
import { referenced, shown, unknownsIn, type Unknowns } from "./unknowns";

export type Section = Readonly<Record<string, unknown>>;

/** A resource before anything in it is resolved. */
export class Unresolved {
  public constructor(
    public readonly id: string,
    public readonly type: string,
    public readonly at: At,
    public readonly isLetGo: boolean,
    public readonly properties: Section,
    /** Expressions that say whether there is one, and how many: of CloudFormation, or of Terraform. */
    public readonly times: { readonly condition?: unknown; readonly count?: unknown; readonly forEach?: unknown } = {},
  ) {}
}

/**
 * What every language is read into: expressions in the form of CloudFormation's JSON, `{ "Fn::join": […] }`, by the
 * names that `ref` finds them under; resources too.
 */
export type Names = Map<string, unknown>;

/** An expression: a function with its arguments. */
export function call(name: string, ...values: readonly unknown[]): Section {
  return { [`Fn::${name}`]: values };
}

/** A template of Terraform that has to be parsed before the rest can be resolved. */
export class NotParsed extends Error {
  public constructor(public readonly template: string) {
    super("a template that is not parsed yet");
  }
}

/** What a parameter of CloudFormation or variable of Terraform declares. */
export interface Parameter {
  readonly name: string;
  readonly label: string;
  readonly type: string;
  readonly fallback: unknown;
  /** Why the fallback does not count: it is secret, or only AWS knows it. */
  readonly hidden: string | undefined;
}

/** Levels of references; CloudFormation has fewer. */
const mostLevels = 100;

interface Instance {
  /** End of its address: `[0]`, `["web"]`. */
  readonly index: string;
  readonly variables: Section;
}

/** Resolves expressions as far as they can be. */
export class Evaluator {
  private readonly open: string[] = [];

  public constructor(
    private readonly file: string,
    private readonly names: Names,
    private readonly unknowns: Unknowns,
    private readonly templates: ReadonlyMap<string, unknown> = new Map(),
  ) {}

  /** All resources; properties of types that an import does not read are left out. */
  public resources(): Pick<Source, "resources" | "switchedOff"> {
    const resources: SourceResource[] = [];
    const switchedOff: { id: string; why: string }[] = [];
    for (const each of this.names.values()) {
      if (!(each instanceof Unresolved)) continue;
      const isRead = kindOf(each.type) !== undefined;
      const instances = isRead ? this.instances(each) : [{ index: "", variables: {} }];
      if (instances.length === 0) {
        const { condition, count } = each.times;
        const why =
          condition !== undefined ? "condition is false" : count === undefined ? "for_each is empty" : "count is 0";
        switchedOff.push({ id: each.id, why: `its ${why}` });
      }
      for (const { index, variables } of isList(instances) ? instances : [{ index: "", variables: {} }]) {
        const properties = isRead ? this.evaluate(each.properties, variables, each.id) : {};
        const unclear = isList(instances) ? {} : { isMade: instances };
        const { type, at, isLetGo } = each;
        const values: unknown = { ...Object(properties), ...unclear };
        resources.push({ id: each.id + index, type, at, isLetGo, properties: values });
      }
    }
    return { resources, switchedOff };
  }

  /** What conditions, count and for_each make of a resource; a mark if that is unknown. */
  private instances({ id, times: { condition, count, forEach } }: Unresolved): readonly Instance[] | string {
    const members = this.evaluate(forEach, {}, id);
    const times = count === undefined ? 1 : this.evaluate(count, {}, id);
    const isMade = condition === undefined || this.evaluate(condition, {}, id);
    const unclear = this.unknowns.follows(isMade, times, typeof members === "object" ? undefined : members);
    if (unclear !== undefined) return unclear;
    if (!isTrue(isMade)) return [];
    if (members === undefined) {
      const index = (number: number): string => (count === undefined ? "" : `[${number}]`);
      return Array.from({ length: Number(times) }, (_, each) => ({
        index: index(each),
        variables: { count: { index: each } },
      }));
    }
    return entriesOf(members).map(([name, value]) => {
      const key = textOf(isList(members) ? value : name);
      return { index: `["${key}"]`, variables: { each: { key, value } } };
    });
  }

  public evaluate(value: unknown, variables: Section, at: string): unknown {
    if (typeof value !== "object" || value === null) return value;
    if (isList(value))
      return value.map((each) => this.evaluate(each, variables, at)).filter((each) => each !== undefined);
    const [[key, argument] = ["", undefined], ...others] = Object.entries(value);
    if (others.length === 0 && key.startsWith("Fn::")) return this.call(key.slice(4), argument, variables, at);
    const fields = Object.entries(value).map(
      ([name, each]) => [name, this.evaluate(each, variables, `${at}.${name}`)] as const,
    );
    return Object.fromEntries(fields.filter(([, each]) => each !== undefined));
  }

  private call(name: string, argument: unknown, variables: Section, at: string): unknown {
    const { unknowns } = this;
    const of = (value: unknown): unknown => this.evaluate(value, variables, at);
    const [first, second, third] = listOf(argument);
    if (name === "NoValue") return undefined;
    if (name === "parameter") return this.parameter(first as Parameter, at);
    if (name === "ref") return this.reference(listOf(argument).map(textOf), variables);
    if (name === "if") {
      const holds = of(first);
      return unknowns.follows(holds) ?? of(isTrue(holds) ? second : third);
    }
    if (name === "import") {
      const wanted = textOf(of(first));
      const [, exported] =
        listOf(this.names.get("exports"))
          .map(listOf)
          .find(([key]) => textOf(of(key)) === wanted) ?? [];
      return of(exported) ?? unknowns.textFor(shown(wanted), `the export ${shown(wanted)} of another stack`);
    }
    if (name === "for") return this.loop(argument as Section, variables, at);
    const all = listOf(of(argument));
    const values = name.endsWith("...") ? [...all.slice(0, -1), ...listOf(all.at(-1))] : all;
    const key = name.replace("...", "").toLowerCase();
    let result = tolerantFunctions[key]?.(values);
    if (result === undefined) result = unknowns.follows(values);
    if (result === undefined)
      result = /^(?:template)?file(?:base64)?$/.test(key)
        ? this.fileText(key, values, at)
        : strictFunctions[key]?.(values);
    if (result !== undefined) return result;
    const given = values.length === 0 ? "" : ` of ${list(values.map((each) => quote(textOf(each))))}`;
    return unknowns.textFor(at, `${name}${given}, which an import cannot resolve`);
  }

  /** A `for` or a dynamic block of Terraform. */
  private loop({ names, iterator, all, key, value, condition }: Section, variables: Section, at: string): unknown {
    const members = this.evaluate(all, variables, at);
    if (!isList(members) && !isRecord(members)) {
      return (
        this.unknowns.follows(members) ??
        this.unknowns.textFor(at, `a loop over ${quote(textOf(members))}, which is no collection`)
      );
    }
    const [index, each] = listOf(names).map(textOf);
    const inner = entriesOf(members).map(([name, member]) => {
      const own =
        iterator === undefined
          ? { [index ?? ""]: name, [each ?? ""]: member }
          : { [textOf(iterator)]: { key: name, value: member } };
      return { ...variables, ...own };
    });
    const taken = inner.filter((own) => condition === undefined || isTrue(this.evaluate(condition, own, at)));
    const values = taken.map((own) => this.evaluate(value, own, at));
    if (key === undefined) return values;
    return Object.fromEntries(taken.map((own, number) => [textOf(this.evaluate(key, own, at)), values[number]]));
  }

  private parameter({ name, label, type, fallback, hidden }: Parameter, at: string): unknown {
    const given = this.unknowns.valueOf(name);
    if (given !== undefined && /secret|sensitive/.test(hidden ?? "")) this.unknowns.secrets.push(given);
    const value = given ?? (hidden === undefined ? this.evaluate(fallback, {}, at) : undefined);
    if (value === undefined) return this.unknowns.textFor(name, `${label}, ${hidden ?? "which has no default"}`);
    if (typeof value !== "string" || (given === undefined && !/List\b/.test(type))) return value;
    if (/List\b/.test(type)) return value.split(",").map((each) => each.trim());
    try {
      return /list|set|map|object|bool|number/.test(type) ? (JSON.parse(value) as unknown) : value;
    } catch {
      return value;
    }
  }

  /** @param path prefix of the module, and the segments of the reference */
  private reference([prefix = "", ...segments]: readonly string[], variables: Section): unknown {
    const [root = "", ...rest] = segments.map((each) => each.replace(/^"|"$/g, ""));
    if (root in variables) return part(variables[root], rest);
    const full = prefix + segments.join(".");
    const length = [3, 2, 1].find((number) => this.names.has(prefix + segments.slice(0, number).join("."))) ?? 0;
    const found = this.names.get(prefix + segments.slice(0, length).join("."));
    const value = this.within(full, () =>
      found instanceof Unresolved
        ? this.attribute(found, segments.slice(length), full)
        : part(this.evaluate(found, {}, full), [root, ...rest].slice(length)),
    );
    return value === undefined && length === 0
      ? this.unknowns.textFor(full, `${quote(full)}, which the source does not have`)
      : value;
  }

  /** What the source says of a resource: a name, say. The rest only AWS knows. */
  private attribute(resource: Unresolved, path: readonly string[], full: string): unknown {
    const { id, type, properties, times } = resource;
    const isIndexed = /^\d+$|^"/.test(path[0] ?? "");
    const [attribute = nameProperties[type] ?? "", ...rest] = path.slice(isIndexed ? 1 : 0);
    const instances = this.instances(resource);
    const reference = (index: string): string =>
      this.unknowns.textFor(full, `${full} of a resource that AWS makes`, id + index);
    if (!isList(instances)) return reference("");
    if (path.length === 0 && times.forEach !== undefined) {
      return Object.fromEntries(instances.map(({ index }) => [index.slice(2, -2), reference(index)]));
    }
    if (path.length === 0 && times.count !== undefined) return instances.map(({ index }) => reference(index));
    const index = isIndexed ? `[${path[0] ?? ""}]` : times.count === undefined ? "" : "[0]";
    const instance = instances.find((each) => each.index === index);
    const own = properties[attribute];
    return own === undefined || instance === undefined
      ? reference(index)
      : part(this.evaluate(own, instance.variables, full), rest);
  }

  private fileText(name: string, [folder, given, variables]: readonly unknown[], at: string): unknown {
    const file = path.resolve(textOf(folder), textOf(given));
    const isInside = [process.cwd(), textOf(folder)].some((root) => file.startsWith(root + path.sep));
    if (!isInside || !fs.statSync(file, { throwIfNoEntry: false })?.isFile())
      return this.unknowns.textFor(at, `the file ${textOf(given)}`);
    const text = fs.readFileSync(file, name === "filebase64" ? "base64" : "utf8");
    if (name !== "templatefile") return text;
    if (!this.templates.has(text)) throw new NotParsed(text);
    return this.evaluate(this.templates.get(text), { ...Object(variables) } as Section, at);
  }

  /** Resolves what a name stands for; references may neither be a circle nor go on without an end. */
  private within<T>(name: string, work: () => T): T {
    const circle = this.open.indexOf(name);
    if (circle >= 0 || this.open.length > mostLevels) {
      const found =
        circle < 0
          ? `more than ${mostLevels} levels of references`
          : `references in a circle: ${[...this.open.slice(circle), name].join(" → ")}`;
      throw rejected(
        { file: this.file },
        "IB-IMPORT-CYCLE",
        found,
        "references that end",
        "correct the source: its own tool rejects it too",
      );
    }
    this.open.push(name);
    try {
      return work();
    } finally {
      this.open.pop();
    }
  }
}

/** What `Ref` gives for resources whose name a template may choose. */
const nameProperties: Readonly<Record<string, string>> = {
  "AWS::ECR::Repository": "RepositoryName",
  "AWS::IAM::Role": "RoleName",
  "AWS::IAM::InstanceProfile": "InstanceProfileName",
  "AWS::Logs::LogGroup": "LogGroupName",
  "AWS::S3::Bucket": "BucketName",
};

/** Members of a list or map with their index or key. */
function entriesOf(value: unknown): (readonly [unknown, unknown])[] {
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

/** The part of a value that a path leads to; a reference to a resource stands for its attributes too. */
export function part(value: unknown, keys: readonly unknown[]): unknown {
  return keys.reduce<unknown>((found, key) => {
    if (typeof found === "string") return referenced(found) === undefined ? undefined : found;
    return isList(found) ? found[Number(key)] : isRecord(found) ? found[textOf(key)] : undefined;
  }, value);
}

type Functions = Readonly<Record<string, (values: readonly unknown[]) => unknown>>;

const isKnown = (value: unknown): boolean => unknownsIn(value).length === 0;
const isTrue = (value: unknown): boolean => value === true || value === "true";
const same: Functions[string] = ([value]) => value;
const json: Functions[string] = ([value]) => JSON.stringify(value);
const firstKnown: Functions[string] = (all) => all.find((each) => each !== null && each !== "" && isKnown(each));
const base64: Functions[string] = ([text]) => Buffer.from(textOf(text)).toString("base64");

/** Functions of all languages whose result may have unknown parts, by their names in lower case. */
const tolerantFunctions: Functions = {
  join: ([separator, all]) => (isList(all) ? all.map(textOf).join(textOf(separator)) : undefined),
  select: ([index, all]) => (isList(all) ? all[Number(index)] : undefined),
  element: ([all, index]) => (isList(all) ? all[Number(index) % all.length] : undefined),
  get: ([value, ...keys]) => (isKnown(keys) ? part(value, keys) : undefined),
  lookup: ([all, key, otherwise]) => (isKnown(key) ? (part(all, [key]) ?? otherwise) : undefined),
  splat: ([all, ...keys]) => listOf(all).map((each) => part(each, keys)),
  object: (pairs) => Object.fromEntries(pairs.map((pair) => [textOf(part(pair, [0])), part(pair, [1])])),
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

/** Functions whose values have to be known. */
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
