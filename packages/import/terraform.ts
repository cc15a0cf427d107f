import * as fs from "node:fs";
import * as path from "node:path";
import { stringify } from "yaml";
import { type At, error } from "@pipelines/findings/finding";
import { isList, isRecord } from "@pipelines/findings/values";
import { kindOf, type Source, type SourceResource, SourceRejected } from "./source";
import type { Unknowns } from "./unknowns";

type Section = Readonly<Record<string, unknown>>;

/** A node of an expression. */
interface Ast {
  readonly type: string;
  readonly children: readonly Ast[];
  readonly meta?: Section;
}

interface Hcl {
  parse(file: string, text: string): Promise<unknown>;
  getExpressionAst(file: string, expression: string): Promise<Ast | null>;
}

/** Not an import: its types would bring the browser's into all of the project. */
function hcl(): Hcl {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require("@cdktf/hcl2json") as Hcl;
}

/** What an expression may name beyond the configuration: `each`, `count` and the variables of `for`. */
type Scope = Readonly<Record<string, unknown>>;

const one = (value: unknown): Section => {
  const first = isList(value) ? value[0] : value;
  return isRecord(first) ? first : {};
};
const listOf = (value: unknown): readonly unknown[] => (isList(value) ? value : value === undefined ? [] : [value]);

/** A folder of Terraform, whose expressions are resolved as far as they can be. */
export class Configuration {
  private readonly resources: SourceResource[] = [];
  private readonly switchedOff: { id: string; why: string }[] = [];
  private readonly open: string[] = [];
  private readonly locals: Section;
  private readonly modules = new Map<string, Configuration>();

  private constructor(
    private readonly folder: string,
    private readonly content: Section,
    private readonly unknowns: Unknowns,
    private readonly prefix: string,
    private readonly inputs: Section,
  ) {
    this.locals = Object.assign({}, ...listOf(content.locals)) as Section;
  }

  public static async read(
    folder: string,
    names: readonly string[],
    unknowns: Unknowns,
    text: (file: string) => string,
  ): Promise<Source> {
    const configuration = await Configuration.load(folder, names, unknowns, text, "", {});
    const { resources, switchedOff } = configuration;
    return { tool: "Terraform", resources, switchedOff, textAt: () => undefined };
  }

  private static async load(
    folder: string,
    names: readonly string[],
    unknowns: Unknowns,
    text: (file: string) => string,
    prefix: string,
    inputs: Section,
  ): Promise<Configuration> {
    const content: Record<string, unknown> = {};
    for (const name of names) merge(content, await parseFile(path.join(folder, name), text));
    const configuration = new Configuration(folder, content, unknowns, prefix, inputs);
    for (const [name, block] of Object.entries(one(content.module))) {
      const { source, ...given } = one(block);
      if (typeof source !== "string" || !/^\.\.?\//.test(source)) continue;
      const inner = path.join(folder, source);
      if (prefix.length > 200 || !fs.existsSync(inner)) continue;
      const files = fs.readdirSync(inner).filter((each) => /\.tf(?:\.json)?$/.test(each));
      const values = one(await configuration.value(given, {}, `module.${name}`));
      const module = await Configuration.load(inner, files, unknowns, text, `${prefix}module.${name}.`, values);
      configuration.modules.set(name, module);
      configuration.resources.push(...module.resources);
      configuration.switchedOff.push(...module.switchedOff);
    }
    for (const [type, all] of Object.entries(one(content.resource))) {
      for (const [name, block] of Object.entries(one(all))) await configuration.readResource(type, name, one(block));
    }
    return configuration;
  }

  private async readResource(type: string, name: string, block: Section): Promise<void> {
    const address = `${this.prefix}${type}.${name}`;
    const at = { file: path.relative(process.cwd(), this.folder).split(path.sep).join("/") || ".", field: address };
    const removed = listOf(this.content.removed).map(one);
    const isLetGo = removed.some(
      (each) => String(each.from).includes(`${type}.${name}`) && String(one(each.lifecycle).destroy) === "false",
    );
    const add = (id: string, properties: unknown): void => {
      this.resources.push({ id, type, properties, at, isLetGo });
    };
    if (kindOf(type) === undefined) {
      add(address, {});
      return;
    }
    const { count, for_each: each, ...fields } = block;
    const times = count === undefined ? 1 : await this.value(count, {}, `${address}.count`);
    const members = each === undefined ? undefined : await this.value(each, {}, `${address}.for_each`);
    const unclear = this.unknowns.follows(times, isRecord(members) || isList(members) ? undefined : members);
    if (unclear !== undefined) {
      add(address, { ...one(await this.value(fields, {}, address)), UnclearCondition: unclear });
    } else if (members !== undefined) {
      const pairs = isList(members)
        ? members.map((member) => [String(member), member] as const)
        : Object.entries(one(members));
      for (const [key, value] of pairs)
        add(`${address}["${key}"]`, await this.value(fields, { each: { key, value } }, address));
      if (pairs.length === 0) this.switchedOff.push({ id: address, why: "its for_each is empty" });
    } else if (Number(times) === 0) {
      this.switchedOff.push({ id: address, why: "its count is 0" });
    } else {
      const properties = await this.value(fields, { count: { index: 0 } }, address);
      add(count === undefined ? address : `${address}[0]`, properties);
    }
  }

  /** The value of anything in the configuration. */
  private async value(value: unknown, scope: Scope, at: string): Promise<unknown> {
    if (typeof value === "string") return this.template(value, scope, at);
    if (isList(value)) return inTurn(value, (each) => this.value(each, scope, at));
    if (!isRecord(value)) return value;
    const { dynamic, ...fields } = value;
    const entries: (readonly [string, unknown])[] = [];
    for (const [name, each] of Object.entries(fields))
      entries.push([name, await this.value(each, scope, `${at}.${name}`)]);
    for (const [name, block] of Object.entries(one(dynamic))) {
      const { for_each: each, content, iterator = name } = one(block);
      const members = await this.value(each, scope, `${at}.${name}`);
      const pairs: (readonly [unknown, unknown])[] = isList(members)
        ? members.map((member, index) => [index, member])
        : Object.entries(one(members));
      const blocks = await inTurn(pairs, ([key, member]) =>
        this.value(one(content), { ...scope, [String(iterator)]: { key, value: member } }, `${at}.${name}`),
      );
      const others = entries.filter(([other]) => other === name).flatMap(([, each]) => listOf(each));
      entries.push([
        name,
        [
          ...others,
          ...blocks,
          ...listOf(this.unknowns.follows(isList(members) || isRecord(members) ? undefined : members)),
        ],
      ]);
    }
    return Object.fromEntries(entries);
  }

  /** A text with `${…}` in it; the value itself if there is nothing else. */
  private async template(text: string, scope: Scope, at: string): Promise<unknown> {
    const parts = partsOf(text);
    if (parts.some((part) => part.kind === "directive")) return this.unknown(at, "a template directive (%{ … })");
    const values: unknown[] = [];
    for (const part of parts)
      values.push(part.kind === "text" ? part.text : await this.expression(part.text, scope, at));
    return values.length === 1 ? values[0] : values.map(textOf).join("");
  }

  private async expression(source: string, scope: Scope, at: string): Promise<unknown> {
    let ast: Ast | null;
    try {
      ast = await hcl().getExpressionAst("expression", source);
    } catch {
      ast = null;
    }
    return ast === null ? this.unknown(at, `the expression ${source}`) : this.evaluate(ast, scope, at);
  }

  private async evaluate(node: Ast, scope: Scope, at: string): Promise<unknown> {
    const { children, meta } = node;
    const source = textOf(meta?.value);
    const of = (child: Ast | undefined): Promise<unknown> =>
      child === undefined ? Promise.resolve(undefined) : this.evaluate(child, scope, at);
    switch (node.type) {
      case "literalValue":
        return meta?.type === "number"
          ? Number(source)
          : meta?.type === "bool"
            ? source === "true"
            : meta?.type === "string"
              ? source
              : null;
      case "template":
      case "templateWrap": {
        const isQuoted = source.startsWith('"');
        const values: unknown[] = [];
        for (const child of children) {
          const value = await of(child);
          values.push(child.type === "literalValue" ? unescapeText(String(value), isQuoted) : value);
        }
        return values.length === 1 ? values[0] : values.map(textOf).join("");
      }
      case "scopeTraversal":
        return this.reference(segmentsOf(meta), scope, at);
      case "relativeTraversal":
        return this.follow(await of(children[0]), segmentsOf(meta), at);
      case "index":
        return this.indexed(children, scope, at);
      case "splat": {
        const all = await of(children[0]);
        const [, ...path] = /^\[?\*\]?\.?(.*)$/.exec(textOf(meta?.eachExpression)) ?? [];
        const names = (path[0] ?? "").split(".").filter((name) => name !== "");
        return listOf(all).map((each) => this.follow(each, names, at));
      }
      case "conditional": {
        const [condition, yes, no] = children;
        const holds = await of(condition);
        return this.unknowns.follows(holds) ?? of(String(holds) === "true" ? yes : no);
      }
      case "tuple":
        return inTurn(children, of);
      case "object": {
        const items = one(meta?.items);
        const values: (readonly [string, unknown])[] = [];
        for (const [key, text] of Object.entries(items)) {
          const name = /^[\w-]+$/.test(key) ? key : textOf(await this.expression(key, scope, at));
          values.push([name, await this.expression(String(text), scope, at)]);
        }
        return Object.fromEntries(values);
      }
      case "for":
        return this.loop(one(meta), scope, at);
      case "function":
        return this.call(String(meta?.name), await inTurn(children, of), children.length, at);
      case "unaryOp": {
        const value = await of(children[0]);
        return (
          this.unknowns.follows(value) ?? (meta?.operator === "negate" ? -Number(value) : String(value) !== "true")
        );
      }
      case "binaryOp": {
        const [left, right] = await inTurn(children, of);
        return this.unknowns.follows(left, right) ?? this.compare(String(meta?.operator), left, right, at);
      }
      case "":
        return of(children[0]);
      default:
        return this.unknown(at, `the expression ${source}`);
    }
  }

  private compare(operator: string, left: unknown, right: unknown, at: string): unknown {
    const isSame =
      JSON.stringify(left) === JSON.stringify(right) ||
      (!isRecord(left) && !isList(left) && String(left) === String(right));
    const known: Readonly<Record<string, unknown>> = {
      equal: isSame,
      notEqual: !isSame,
      logicalAnd: String(left) === "true" && String(right) === "true",
      logicalOr: String(left) === "true" || String(right) === "true",
      add: Number(left) + Number(right),
      greaterThan: Number(left) > Number(right),
      lessThan: Number(left) < Number(right),
    };
    return operator in known ? known[operator] : this.unknown(at, `the operator ${operator}`);
  }

  private async indexed([collection, key]: readonly Ast[], scope: Scope, at: string): Promise<unknown> {
    if (collection === undefined || key === undefined) return undefined;
    return this.follow(await this.evaluate(collection, scope, at), [textOf(await this.evaluate(key, scope, at))], at);
  }

  private async loop(meta: Section, scope: Scope, at: string): Promise<unknown> {
    const all = await this.expression(String(meta.collectionExpression), scope, at);
    const unclear = isList(all) || isRecord(all) ? undefined : this.unknowns.follows(all);
    if (unclear !== undefined) return unclear;
    const pairs: (readonly [unknown, unknown])[] = isList(all)
      ? all.map((value, index) => [index, value])
      : Object.entries(one(all));
    const results: (readonly [unknown, unknown])[] = [];
    for (const [key, value] of pairs) {
      const inner = { ...scope, [String(meta.keyVar)]: key, [String(meta.valVar)]: value };
      const condition = meta.conditionalExpression;
      const isTaken =
        typeof condition === "string" && condition !== "" ? await this.expression(condition, inner, at) : true;
      if (String(isTaken) !== "true") continue;
      const name =
        typeof meta.keyExpression === "string" && meta.keyExpression !== ""
          ? await this.expression(meta.keyExpression, inner, at)
          : undefined;
      results.push([name, await this.expression(String(meta.valueExpression), inner, at)]);
    }
    return meta.openRangeValue === "{"
      ? Object.fromEntries(results.map(([name, value]) => [textOf(name), value]))
      : results.map(([, value]) => value);
  }

  private async reference(segments: readonly string[], scope: Scope, at: string): Promise<unknown> {
    const [root = "", name = "", ...rest] = segments;
    if (root in scope) return this.follow(scope[root], segments.slice(1), at);
    if (root === "var") return this.follow(await this.variable(name), rest, at);
    if (root === "path") return this.folder;
    if (root === "local") {
      const value = await this.within(`local.${name}`, () => this.value(this.locals[name], {}, `local.${name}`));
      return this.follow(value, rest, at);
    }
    if (root === "module") {
      const module = this.modules.get(name);
      const output = one(one(module?.content.output)[rest[0] ?? ""]);
      if (module && "value" in output)
        return this.follow(await module.value(output.value, {}, segments.join(".")), rest.slice(1), at);
      return this.unknown(segments.join("."), `${segments.join(".")}, which is not in this folder`);
    }
    const [type = "", id = "", ...attributes] = root === "data" ? segments.slice(1) : segments;
    const block = one(one(one(root === "data" ? this.content.data : this.content.resource)[type])[id]);
    const [index = "", ...after] = attributes;
    const isIndexed = /^\d+$|^"/.test(index);
    const [attribute = "", ...path] = isIndexed ? after : attributes;
    const full = segments.join(".");
    // A name or an id that is written in the configuration; the rest only AWS knows.
    if (attribute in block && !("for_each" in block) && kindOf(type) !== "component") {
      const value = await this.within(full, () =>
        this.value(block[attribute], { ...scope, count: { index: 0 } }, full),
      );
      return this.follow(value, path, at);
    }
    const address = `${this.prefix}${type}.${id}${isIndexed ? `[${index}]` : "count" in block ? "[0]" : ""}`;
    const what = `${full}, which AWS knows`;
    if (attribute === "" && "for_each" in block) return this.instances(type, id, block);
    return this.unknowns.textFor({ name: this.prefix + full, what, ...(root === "data" ? {} : { resource: address }) });
  }

  /** The resources of a for_each, as references by their keys. */
  private async instances(type: string, id: string, block: Section): Promise<unknown> {
    const members = await this.value(block.for_each, {}, `${type}.${id}.for_each`);
    const keys = isList(members) ? members.map(String) : Object.keys(one(members));
    const reference = (key: string): string => {
      const address = `${this.prefix}${type}.${id}["${key}"]`;
      return this.unknowns.textFor({ name: address, what: `${address}, which AWS knows`, resource: address });
    };
    return Object.fromEntries(keys.map((key) => [key, reference(key)]));
  }

  private async variable(name: string): Promise<unknown> {
    if (name in this.inputs) return this.inputs[name];
    const block = one(one(this.content.variable)[name]);
    const full = `${this.prefix}var.${name}`;
    const given = this.unknowns.valueOf(full);
    const isSecret = String(block.sensitive) === "true";
    if (given !== undefined) {
      if (isSecret) this.unknowns.secrets.push(given);
      return /list|set|map|object|bool|number/.test(String(block.type)) ? this.expression(given, {}, full) : given;
    }
    if ("default" in block && !isSecret) return this.value(block.default, {}, full);
    return this.unknown(full, `the variable ${name}, which ${isSecret ? "is sensitive" : "has no default"}`);
  }

  private follow(value: unknown, segments: readonly string[], at: string): unknown {
    let found = value;
    for (const segment of segments) {
      const name = segment.replace(/^"|"$/g, "");
      if (typeof found === "string") {
        // An attribute of a resource that is itself a reference.
        const resource = this.unknowns.resourceOf(found);
        return resource === undefined ? this.unknowns.follows(found) : found;
      }
      if (isList(found) ? found[Number(name)] === undefined : !isRecord(found) || !(name in found)) {
        return this.unknowns.follows(found) ?? this.unknown(at, `${segments.join(".")} of a value without it`);
      }
      found = (found as Section)[name];
    }
    return found;
  }

  private call(name: string, values: readonly unknown[], count: number, at: string): unknown {
    const { unknowns } = this;
    const [first, second, third] = values;
    if (name === "try" || name === "coalesce")
      return (
        values.find((each) => each !== null && each !== "" && unknowns.in(each).length === 0) ??
        unknowns.follows(values)
      );
    const structural = functions[name];
    if (structural !== undefined) return structural(values);
    if (["file", "templatefile", "filebase64"].includes(name))
      return unknowns.follows(first) ?? this.file(name, textOf(first), second, at);
    const text = unknowns.follows(name === "lookup" ? second : values) ?? textFunctions[name]?.(values);
    if (name === "lookup") return one(first)[textOf(second)] ?? unknowns.follows(first, second) ?? third;
    return text ?? this.unknown(at, `the function ${name} with ${count} arguments`);
  }

  private file(name: string, given: string, variables: unknown, at: string): unknown {
    const file = path.isAbsolute(given) ? given : path.resolve(this.folder, given);
    const isInside = !path.relative(process.cwd(), file).startsWith("..") || file.startsWith(path.resolve(this.folder));
    if (!isInside || !fs.existsSync(file)) return this.unknown(at, `the file ${given}`);
    const bytes = fs.readFileSync(file);
    if (name === "filebase64") return bytes.toString("base64");
    return name === "file" ? bytes.toString("utf8") : this.template(bytes.toString("utf8"), one(variables), at);
  }

  private unknown(name: string, what: string): string {
    return this.unknowns.textFor({ name, what });
  }

  private async within<T>(name: string, work: () => Promise<T>): Promise<T> {
    if (this.open.includes(name)) {
      const at: At = { file: this.folder };
      const words = {
        found: `references in a circle: ${name}`,
        allowed: "references that end",
        fix: "correct the source: its own tool refuses it too",
      };
      throw new SourceRejected(error(at, "IB-IMPORT-CYCLE", words));
    }
    this.open.push(name);
    try {
      return await work();
    } finally {
      this.open.pop();
    }
  }
}

/** One after the other, so that what is being resolved at any time is one chain. */
async function inTurn<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = [];
  for (const item of items) results.push(await work(item));
  return results;
}

type Functions = Readonly<Record<string, (values: readonly unknown[]) => unknown>>;

/** Functions whose result may have unknown parts. */
const functions: Functions = {
  join: ([separator, all]) => listOf(all).map(textOf).join(textOf(separator)),
  concat: (all) => all.flatMap(listOf),
  merge: (all) => Object.assign({}, ...all.map(one)) as unknown,
  flatten: ([all]) => (listOf(all) as unknown[]).flat(Infinity),
  compact: ([all]) => listOf(all).filter((each) => each !== "" && each !== null),
  distinct: ([all]) => [...new Set(listOf(all))],
  values: ([all]) => Object.values(one(all)),
  keys: ([all]) => Object.keys(one(all)),
  jsonencode: ([value]) => JSON.stringify(value),
  yamlencode: ([value]) => stringify(value),
  format: ([pattern, ...rest]) => {
    const left = [...rest];
    return textOf(pattern).replaceAll(/%[sdv]/g, () => textOf(left.shift()));
  },
  ...Object.fromEntries(
    ["toset", "tolist", "tomap", "tostring", "tonumber", "tobool", "nonsensitive", "sensitive"].map((name) => [
      name,
      ([value]: readonly unknown[]) => value,
    ]),
  ),
};

/** Functions that need to know their texts. */
const textFunctions: Functions = {
  lower: ([text]) => textOf(text).toLowerCase(),
  upper: ([text]) => textOf(text).toUpperCase(),
  trimspace: ([text]) => textOf(text).trim(),
  chomp: ([text]) => textOf(text).replace(/\n+$/, ""),
  split: ([separator, text]) => textOf(text).split(textOf(separator)),
  base64encode: ([text]) => Buffer.from(textOf(text)).toString("base64"),
  length: ([all]) => (typeof all === "string" ? all.length : isList(all) ? all.length : Object.keys(one(all)).length),
  element: ([all, index]) => listOf(all)[Number(index)],
  contains: ([all, value]) => listOf(all).includes(value),
  replace: ([text, from, to]) =>
    /^\/.*\/$/.test(textOf(from)) ? undefined : textOf(text).replaceAll(textOf(from), textOf(to)),
};

async function parseFile(file: string, text: (file: string) => string): Promise<Section> {
  const shown = path.relative(process.cwd(), file).split(path.sep).join("/");
  try {
    const content = text(file);
    return file.endsWith(".json") ? one(JSON.parse(content)) : one(await hcl().parse(path.basename(file), content));
  } catch (thrown) {
    if (thrown instanceof SourceRejected) throw thrown;
    const found = (thrown instanceof Error ? thrown.message : String(thrown)).split("\n")[0] ?? "";
    throw new SourceRejected(
      error({ file: shown }, "IB-IMPORT-SYNTAX", { found, allowed: "HCL or JSON", fix: "correct the syntax" }),
    );
  }
}

/** Adds the blocks of one file to those of the others. */
function merge(into: Record<string, unknown>, from: Section): void {
  for (const [name, value] of Object.entries(from)) {
    const before = into[name];
    if (isRecord(before) && isRecord(value)) merge(before, value);
    else into[name] = before === undefined ? value : [...listOf(before), ...listOf(value)];
  }
}

interface Part {
  readonly kind: "text" | "expression" | "directive";
  readonly text: string;
}

/** Text and expressions of a template; braces and quotes within an expression are its own. */
function partsOf(text: string): Part[] {
  const parts: Part[] = [];
  let plain = "";
  for (let index = 0; index < text.length; index++) {
    const two = text.slice(index, index + 2);
    if (/^(?:\$\$|%%)\{/.test(text.slice(index, index + 3))) {
      plain += text.slice(index + 1, index + 3);
      index += 2;
    } else if (two === "${" || two === "%{") {
      const end = endOf(text, index + 2);
      if (plain !== "") parts.push({ kind: "text", text: plain });
      plain = "";
      parts.push({
        kind: two === "${" ? "expression" : "directive",
        text: text.slice(index + 2, end).replace(/^~|~$/g, ""),
      });
      index = end;
    } else plain += text[index] ?? "";
  }
  return plain === "" && parts.length > 0 ? parts : [...parts, { kind: "text", text: plain }];
}

function endOf(text: string, start: number): number {
  let level = 1;
  let isQuoted = false;
  for (let index = start; index < text.length; index++) {
    const character = text[index];
    if (character === "\\" && isQuoted) index++;
    else if (character === '"') isQuoted = !isQuoted;
    else if (!isQuoted && character === "{") level++;
    else if (!isQuoted && character === "}" && --level === 0) return index;
  }
  return text.length;
}

function segmentsOf(meta: Section | undefined): string[] {
  return listOf(meta?.traversal).map((each) => String(one(each).segment));
}

function unescapeText(text: string, isQuoted: boolean): string {
  const plain = text.replaceAll("$${", "${").replaceAll("%%{", "%{");
  if (!isQuoted) return plain;
  try {
    return JSON.parse(`"${plain}"`) as string;
  } catch {
    return plain;
  }
}

function textOf(value: unknown): string {
  if (typeof value === "string") return value;
  return value === null || value === undefined ? "" : JSON.stringify(value);
}

/** The resources of a state or plan: as `terraform show -json` prints it, or a state's own file. */
export function readState(value: Section, file: string): Source {
  const resources: SourceResource[] = [];
  const add = (id: string, type: string, properties: unknown): void => {
    resources.push({ id, type, properties, at: { file, field: id }, isLetGo: false });
  };
  const module = (given: unknown): void => {
    for (const each of listOf(one(given).resources).map(one)) {
      if (each.mode !== "data") add(String(each.address), String(each.type), each.values);
    }
    listOf(one(given).child_modules).forEach(module);
  };
  module(one(value.planned_values ?? value.values).root_module);
  for (const each of listOf(value.resources).map(one)) {
    if (each.mode === "data") continue;
    for (const instance of listOf(each.instances).map(one)) {
      const key = instance.index_key === undefined ? "" : `[${JSON.stringify(instance.index_key)}]`;
      add(
        `${textOf(each.module)}${each.module === undefined ? "" : "."}${String(each.type)}.${String(each.name)}${key}`,
        String(each.type),
        instance.attributes,
      );
    }
  }
  return { tool: "Terraform", resources, switchedOff: [], textAt: () => undefined };
}
