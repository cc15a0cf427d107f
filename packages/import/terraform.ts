import * as fs from "node:fs";
import * as path from "node:path";
import { isList, isRecord } from "@pipelines/findings/values";
import { call, Evaluator, listOf, type Names, NotParsed, part, type Section, textOf, Unresolved } from "./evaluate";
import { rejected, type Source, type SourceResource } from "./source";
import type { Unknowns } from "./unknowns";

/** A node of an expression, as `@cdktf/hcl2json` gives it. */
interface Ast {
  readonly type: string;
  readonly children: readonly Ast[];
  readonly meta?: Section;
}

interface Hcl {
  parse(file: string, text: string): Promise<Section>;
  getExpressionAst(file: string, expression: string): Promise<Ast | null>;
}

/** Not an import: its types would bring the browser's into all of the project. */
function hcl(): Hcl {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require("@cdktf/hcl2json") as Hcl;
}

const one = (value: unknown): Section => {
  const first = isList(value) ? value[0] : value;
  return isRecord(first) ? first : {};
};

/** Turns what a module of Terraform writes into expressions. */
class ModuleReader {
  public constructor(
    private readonly folder: string,
    private readonly prefix: string,
  ) {}

  public async expression(value: unknown, level = 0): Promise<unknown> {
    if (level > 100)
      throw rejected({ file: shownPath(this.folder) }, "IB-IMPORT-CYCLE", "more than 100 levels", "fewer levels");
    if (isList(value)) return Promise.all(value.map((each) => this.expression(each, level + 1)));
    if (isRecord(value)) return this.block(value, level);
    // A here-document has no escapes, and takes every kind of expression.
    if (typeof value !== "string" || !/[$%]\{/.test(value)) return value;
    const all = await this.parsed(`<<__EOT__\n${value}\n__EOT__`);
    const parts = listOf(part(all, ["Fn::join", 1]) ?? all);
    const withoutEnd = [...parts.slice(0, -1), textOf(parts.at(-1)).replace(/\n$/, "")].filter((each) => each !== "");
    return withoutEnd.length === 1 ? withoutEnd[0] : call("join", "", withoutEnd);
  }

  /** Fields of a block; a dynamic block is a loop. */
  private async block({ dynamic, ...fields }: Section, level: number): Promise<Section> {
    const values = await Promise.all(Object.values(fields).map((each) => this.expression(each, level + 1)));
    const block = Object.fromEntries(Object.keys(fields).map((name, index) => [name, values[index]]));
    for (const [name, each] of Object.entries(one(dynamic))) {
      const {
        for_each: all,
        content,
        iterator = name,
      } = (await this.block(one(each), level + 1)) as Record<string, unknown>;
      block[name] = call("concat", block[name] ?? [], { "Fn::for": { iterator, all, value: one(content) } });
    }
    return block;
  }

  private async parsed(source: string): Promise<unknown> {
    const ast = await hcl()
      .getExpressionAst("expression", `${source}\n`)
      .catch(() => null);
    return ast === null ? call(`the expression ${source}`) : this.node(ast);
  }

  private async node({ type, children, meta = {} }: Ast): Promise<unknown> {
    const source = textOf(meta.value);
    const segments = listOf(meta.traversal).map((each) => textOf(one(each).segment));
    const all = type === "object" ? [] : await Promise.all(children.map((each) => this.node(each)));
    const [first, second, third, fourth] = all;
    switch (type) {
      case "literalValue":
        return meta.type === "string" ? source : (JSON.parse(source) as unknown);
      case "template":
      case "templateWrap": {
        const parts = all.map((each) => (typeof each === "string" ? unescaped(each, source.startsWith('"')) : each));
        return parts.length === 1 ? parts[0] : call("join", "", parts);
      }
      case "templateJoin":
        return call("join", "", first);
      case "scopeTraversal":
        return segments[0] === "path" ? path.resolve(this.folder) : call("ref", this.prefix, ...segments);
      case "relativeTraversal":
        return call("get", first, ...segments.map((each) => each.replace(/^"|"$/g, "")));
      case "index":
        return call("get", first, second);
      case "splat": {
        const names = textOf(meta.eachExpression).replace("[*]", "").split(".");
        return call("splat", first, ...names.filter((name) => name !== ""));
      }
      case "conditional":
        return call("if", first, second, third);
      case "tuple":
        return all;
      case "object": {
        const pairs = Object.entries(one(meta.items)).map(async ([key, value]) => [
          /^[\w-]+$/.test(key) ? key : await this.parsed(key),
          await this.parsed(textOf(value)),
        ]);
        return call("object", ...(await Promise.all(pairs)));
      }
      case "for": {
        const names = [meta.keyVar, meta.valVar];
        const isMap = meta.openRangeValue === "{";
        const [key, value, condition] = isMap ? [second, third, fourth] : [undefined, second, third];
        return { "Fn::for": { names, all: first, key, value, condition } };
      }
      case "function": {
        const name = `${textOf(meta.name)}${meta.expandedFinalArgument === true ? "..." : ""}`;
        return call(name, ...(/^(?:template)?file(?:base64)?$/.test(name) ? [path.resolve(this.folder)] : []), ...all);
      }
      case "unaryOp":
      case "binaryOp":
        return call(textOf(meta.operator).replace("logical", "").replace(/qual$/, "quals"), ...all);
      case "":
        return first;
      default:
        return call(`the expression ${source}`);
    }
  }
}

function unescaped(text: string, isQuoted: boolean): string {
  const plain = text.replaceAll("$${", "${").replaceAll("%%{", "%{");
  try {
    return isQuoted ? (JSON.parse(`"${plain}"`) as string) : plain;
  } catch {
    return plain;
  }
}

/** A folder of Terraform: all of it, or one file. */
interface Module {
  readonly folder: string;
  readonly only?: string | undefined;
  /** Of addresses: `module.web.`. */
  readonly prefix: string;
  /** Expressions of its variables, where another module calls it. */
  readonly inputs: Section;
  /** Whether there is one: an expression of the calling module. */
  readonly condition?: unknown;
}

type ReadText = (file: string) => string;

/** Adds what a module and the modules in it have to the names, as expressions. */
async function readModule(
  { folder, only, prefix, inputs, condition }: Module,
  names: Names,
  read: ReadText,
): Promise<void> {
  const reader = new ModuleReader(folder, prefix);
  const files = fs.readdirSync(folder).sort();
  const content: Record<string, unknown> = {};
  const values: Record<string, unknown> = { ...inputs };
  for (const file of files) {
    const isRead = /\.tf(?:\.json)?$/.test(file) && (only ?? file) === file;
    if (isRead) merge(content, await parseFile(path.join(folder, file), read));
    if (/^terraform\.tfvars$|\.auto\.tfvars$/.test(file))
      Object.assign(values, await parseFile(path.join(folder, file), read));
  }
  for (const [name, block] of Object.entries(one(content.variable)).map(([key, each]) => [key, one(each)] as const)) {
    const isGiven = name in values;
    const hidden = String(block.sensitive) === "true" && !isGiven ? "which is sensitive" : undefined;
    const fallback = isGiven ? values[name] : await reader.expression(block.default);
    const label = `the variable ${name}`;
    names.set(
      `${prefix}var.${name}`,
      call("parameter", { name: `${prefix}var.${name}`, label, type: textOf(block.type), fallback, hidden }),
    );
  }
  for (const [name, value] of Object.entries(Object.assign({}, ...listOf(content.locals)) as Section)) {
    names.set(`${prefix}local.${name}`, await reader.expression(value));
  }
  for (const [name, block] of Object.entries(one(content.output))) {
    names.set(`${prefix.slice(0, -1)}.${name}`, await reader.expression(one(block).value));
  }
  for (const [name, block] of Object.entries(one(content.module)).map(([key, each]) => [key, one(each)] as const)) {
    const inner = path.join(folder, textOf(block.source));
    const given = (await reader.expression(block)) as Section;
    const isLocal = /^\.\.?\//.test(textOf(block.source)) && fs.existsSync(inner) && prefix.length < 200;
    if (!isLocal)
      names.set(
        `${prefix}module.${name}`,
        new Unresolved(
          `${prefix}module.${name}`,
          `module ${textOf(block.source)}`,
          { file: shownPath(folder) },
          false,
          {},
        ),
      );
    const own =
      given.count === undefined ? condition : call("and", condition ?? true, call("greaterThan", given.count, 0));
    if (isLocal)
      await readModule(
        { folder: inner, prefix: `${prefix}module.${name}.`, inputs: given, condition: own },
        names,
        read,
      );
  }
  const removed = listOf(content.removed)
    .map(one)
    .filter((each) => String(one(each.lifecycle).destroy) === "false");
  for (const [type, all] of Object.entries(one(content.resource))) {
    for (const [name, block] of Object.entries(one(all))) {
      const {
        count,
        for_each: forEach,
        ...properties
      } = (await reader.expression(one(block))) as Record<string, unknown>;
      const id = `${prefix}${type}.${name}`;
      const isLetGo = removed.some(({ from }) => textOf(from).replace(/^\$\{|\}$/g, "") === `${type}.${name}`);
      const at = { file: shownPath(folder), field: id };
      names.set(id, new Unresolved(id, type, at, isLetGo, properties, { condition, count, forEach }));
    }
  }
}

async function parseFile(file: string, read: ReadText): Promise<Section> {
  const text = read(file);
  try {
    return one(file.endsWith(".json") ? JSON.parse(text) : await hcl().parse(path.basename(file), text));
  } catch (thrown) {
    const [found = ""] = (thrown instanceof Error ? thrown.message : String(thrown)).split("\n");
    throw rejected({ file: shownPath(file) }, "IB-IMPORT-SYNTAX", found, "HCL or JSON", "correct the syntax");
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

export function shownPath(file: string): string {
  return path.relative(process.cwd(), file).split(path.sep).join("/") || ".";
}

/** Reads a folder of Terraform, or one file of it. */
export async function readConfiguration(
  folder: string,
  only: string | undefined,
  unknowns: Unknowns,
  read: ReadText,
): Promise<Source> {
  const names: Names = new Map();
  await readModule({ folder, only, prefix: "", inputs: {} }, names, read);
  const templates = new Map<string, unknown>();
  for (;;) {
    try {
      const source = new Evaluator(shownPath(folder), names, unknowns, templates).resources();
      return { tool: "Terraform", ...source, textAt: () => undefined };
    } catch (thrown) {
      if (!(thrown instanceof NotParsed)) throw thrown;
      templates.set(thrown.template, await new ModuleReader(folder, "").expression(thrown.template));
    }
  }
}

/** The resources of a state or plan: as `terraform show -json` prints it, or a state's own file. */
export function readState(value: Section, file: string): Source {
  const resources: SourceResource[] = [];
  const add = ({ mode, type }: Section, id: string, properties: unknown): void => {
    if (mode !== "data")
      resources.push({ id, type: textOf(type), properties, at: { file, field: id }, isLetGo: false });
  };
  const module = (given: unknown): void => {
    for (const each of listOf(one(given).resources).map(one)) add(each, textOf(each.address), each.values);
    listOf(one(given).child_modules).forEach(module);
  };
  module(one(value.planned_values ?? value.values).root_module);
  for (const each of listOf(value.resources).map(one)) {
    for (const instance of listOf(each.instances).map(one)) {
      const key = instance.index_key === undefined ? "" : `[${JSON.stringify(instance.index_key)}]`;
      const address = [each.module, each.type, `${textOf(each.name)}${key}`].map(textOf);
      add(each, address.filter((name) => name !== "").join("."), instance.attributes);
    }
  }
  return { tool: "Terraform", resources, switchedOff: [], textAt: () => undefined };
}
