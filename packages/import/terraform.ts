import * as fs from "node:fs";
import * as path from "node:path";
import { quote } from "@pipelines/findings/text";
import { isList, isRecord } from "@pipelines/findings/values";
import { Declarations, entriesOf, listOf, mostLevels, type Section, textOf } from "./evaluate";
import { isTrue, readText, rejected, shownPath, type Source, type SourceResource } from "./source";
import type { Unknowns } from "./unknowns";

/** A node of an expression, as returned by `@cdktf/hcl2json`. */
interface Ast {
  readonly type: string;
  readonly children: readonly Ast[];
  readonly meta?: Section;
}

interface Hcl {
  parse(file: string, text: string): Promise<Section>;
  getExpressionAst(file: string, expression: string): Promise<Ast | null>;
}

/** Not an import, because its types would bring browser types into the whole project. */
function hcl(): Hcl {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  return require("@cdktf/hcl2json") as Hcl;
}

/** Thrown if an expression has to be parsed, which is asynchronous, before anything else can be resolved. */
class NotParsed extends Error {
  public constructor(public readonly expression: string) {
    super("an expression that has not been parsed yet");
  }
}

const one = (value: unknown): Section => {
  const first = isList(value) ? value[0] : value;
  return isRecord(first) ? first : {};
};
/** Returns blocks by label. */
const labelled = (value: unknown): [string, Section][] =>
  Object.entries(one(value)).map(([name, each]) => [name, one(each)]);

/** Reads a Terraform folder, or a single file in it. */
export async function readConfiguration(folder: string, only: string | undefined, unknowns: Unknowns): Promise<Source> {
  const parsed = new Map<string, Ast | null>();
  const declarations = new Declarations(shownPath(folder), unknowns);
  await new Module(folder, "", declarations, unknowns, parsed).declare(only, {});
  for (;;) {
    try {
      return { tool: "Terraform", ...declarations.resources() };
    } catch (thrown) {
      if (!(thrown instanceof NotParsed)) throw thrown;
      const ast = hcl().getExpressionAst("expression", `${thrown.expression}\n`);
      parsed.set(thrown.expression, await ast.catch(() => null));
    }
  }
}

class Module {
  /** @param prefix of addresses: `module.web.` */
  public constructor(
    private readonly folder: string,
    private readonly prefix: string,
    private readonly declarations: Declarations,
    private readonly unknowns: Unknowns,
    private readonly parsed: ReadonlyMap<string, Ast | null>,
  ) {}

  /** Adds everything in the module and in the modules within it. @param inputs from the calling module */
  public async declare(
    only: string | undefined,
    inputs: Readonly<Record<string, () => unknown>>,
    condition?: () => unknown,
  ): Promise<void> {
    const { folder, prefix, declarations } = this;
    const content: Record<string, unknown> = {};
    const values = { ...inputs };
    for (const file of fs.readdirSync(folder).sort()) {
      const isRead = /\.tf(?:\.json)?$/.test(file) && (only ?? file) === file;
      const isValues = /^terraform\.tfvars$|\.auto\.tfvars$/.test(file);
      const blocks = isRead || isValues ? await parseFile(path.join(folder, file)) : {};
      if (isValues) for (const [name, value] of Object.entries(blocks)) values[name] = () => value;
      else merge(content, blocks);
    }
    const add = (name: string, value: unknown): void => {
      declarations.add(name, () => this.resolve(value, name));
    };
    for (const [variable, { sensitive, type, default: fallback }] of labelled(content.variable)) {
      const [name, given] = [`${prefix}var.${variable}`, values[variable]];
      const hidden = String(sensitive) === "true" && given === undefined ? "which is sensitive" : undefined;
      const value = given ?? (() => this.resolve(fallback, name));
      const parameter = { name, label: `the variable ${variable}`, type: textOf(type), fallback: value, hidden };
      declarations.add(name, () => declarations.parameter(parameter));
    }
    for (const [name, value] of listOf(content.locals).flatMap((each) => Object.entries(one(each))))
      add(`${prefix}local.${name}`, value);
    for (const [name, { value }] of labelled(content.output)) add(`${prefix.slice(0, -1)}.${name}`, value);
    for (const [name, { source, count, ...given }] of labelled(content.module)) {
      const [id, inner] = [`${prefix}module.${name}`, path.join(folder, textOf(source))];
      if (/^\.\.?\//.test(textOf(source)) && fs.existsSync(inner) && prefix.length < 200) {
        const own = Object.entries(given).map(([key, value]) => [key, () => this.resolve(value, id)] as const);
        const module = new Module(inner, `${id}.`, declarations, this.unknowns, this.parsed);
        const isMade = (): unknown => declarations.call("greaterThan", [this.resolve(count, id), 0], id);
        await module.declare(undefined, Object.fromEntries(own), count === undefined ? condition : isMade);
      } else {
        const [type, at] = [`module ${textOf(source)}`, { file: shownPath(folder) }];
        declarations.add(id, { id, type, at, isLetGo: false, properties: {}, resolve: () => undefined });
      }
    }
    const letGo = listOf(content.removed)
      .filter((each) => String(one(one(each).lifecycle).destroy) === "false")
      .map((each) => textOf(one(each).from).replace(/^\$\{|\}$/g, ""));
    for (const [type, resources] of Object.entries(one(content.resource))) {
      for (const [name, { count, for_each: forEach, ...properties }] of labelled(resources)) {
        const id = `${prefix}${type}.${name}`;
        const at = { file: shownPath(folder), field: id };
        const resolve = (value: unknown, field: string, variables?: Section) => this.resolve(value, field, variables);
        const isLetGo = letGo.includes(`${type}.${name}`);
        declarations.add(id, { id, type, at, isLetGo, properties, condition, count, forEach, resolve });
      }
    }
  }

  private resolve(value: unknown, at: string, variables: Section = {}, level = 0): unknown {
    if (level > mostLevels) this.declarations.rejectCycle(`more than ${mostLevels} levels of blocks`);
    const of = (each: unknown, own = variables, field = at): unknown => this.resolve(each, field, own, level + 1);
    if (isList(value)) return value.map((each) => of(each));
    if (isRecord(value)) {
      const { dynamic, ...fields } = value;
      const values = Object.entries(fields).map(([name, each]) => [name, of(each, variables, `${at}.${name}`)]);
      const block = Object.fromEntries(values) as Record<string, unknown>;
      for (const [name, { for_each: all, content, iterator = name }] of labelled(dynamic)) {
        const entry = (key: unknown, each: unknown): Section => ({ [textOf(iterator)]: { key, value: each } });
        const rounds = this.rounds(of(all), at, variables, entry);
        const more = isList(rounds) ? rounds.map((own) => of(one(content), own)) : [rounds];
        block[name] = [...listOf(block[name]), ...more];
      }
      return block;
    }
    // A heredoc has no escapes, and accepts every kind of expression.
    return typeof value === "string" && /[$%]\{/.test(value) ? this.template(value, at, variables) : value;
  }

  private template(text: string, at: string, variables: Section): unknown {
    const ast = this.parse(`<<__EOT__\n${text}\n__EOT__`);
    if (ast === null) return this.unknowns.textFor(at, `the expression ${text}, which an import cannot resolve`);
    const parts = this.parts(ast, at, variables);
    const all = [...parts.slice(0, -1), textOf(parts.at(-1)).replace(/\n$/, "")].filter((each) => each !== "");
    return all.length === 1 ? all[0] : this.declarations.call("join", ["", all], at);
  }

  private parts({ children, meta }: Ast, at: string, variables: Section): unknown[] {
    const isQuoted = textOf(meta?.value).startsWith('"');
    return children.map((each) => {
      const value = this.node(each, at, variables);
      return each.type === "literalValue" ? unescaped(textOf(value), isQuoted) : value;
    });
  }

  private parse(expression: string): Ast | null {
    const ast = this.parsed.get(expression);
    if (ast === undefined) throw new NotParsed(expression);
    return ast;
  }

  private node(ast: Ast, at: string, variables: Section): unknown {
    const { type, children, meta = {} } = ast;
    const of = (each: Ast | undefined, own = variables): unknown => each && this.node(each, at, own);
    const call = (name: string, values: readonly unknown[]): unknown => this.declarations.call(name, values, at);
    const [first, second, third, fourth] = children;
    const segments = listOf(meta.traversal).map((each) => textOf(one(each).segment));
    switch (type) {
      case "literalValue":
        return meta.type === "string" ? meta.value : (JSON.parse(textOf(meta.value)) as unknown);
      case "template":
      case "templateWrap": {
        const parts = this.parts(ast, at, variables);
        return parts.length === 1 ? parts[0] : call("join", ["", parts]);
      }
      case "scopeTraversal":
        if (segments[0] === "path") return path.resolve(this.folder);
        return this.declarations.reference(this.prefix, segments, variables);
      case "conditional": {
        const holds = of(first);
        return this.unknowns.follows(holds) ?? of(isTrue(holds) ? second : third);
      }
      case "object": {
        const parse = (text: string): unknown => {
          const parsed = this.parse(text);
          return parsed === null ? call(`the expression ${text}`, []) : of(parsed);
        };
        const keyOf = (key: string): string => (/^[\w-]+$/.test(key) ? key : textOf(parse(key)));
        const pairs = Object.entries(one(meta.items)).map(([key, value]) => [keyOf(key), parse(textOf(value))]);
        return Object.fromEntries(pairs);
      }
      case "for": {
        const isMap = meta.openRangeValue === "{";
        const [key, value, condition] = isMap ? [second, third, fourth] : [undefined, second, third];
        const [index, each] = [textOf(meta.keyVar), textOf(meta.valVar)];
        const rounds = this.rounds(of(first), at, variables, (name, member) => ({ [index]: name, [each]: member }));
        if (!isList(rounds)) return rounds;
        const taken = rounds.filter((own) => condition === undefined || isTrue(of(condition, own)));
        if (!isMap) return taken.map((own) => of(value, own));
        return Object.fromEntries(taken.map((own) => [textOf(of(key, own)), of(value, own)]));
      }
    }
    const all = children.map((each) => of(each));
    const values = meta.expandedFinalArgument === true ? [...all.slice(0, -1), ...listOf(all.at(-1))] : all;
    const operator = textOf(meta.operator).replace("logical", "").replace(/qual$/, "quals");
    const splat = textOf(meta.eachExpression)
      .replace("[*]", "")
      .split(".")
      .filter((name) => name !== "");
    const name = type === "function" ? textOf(meta.name) : operator || type;
    if (/^(?:template)?file(?:base64)?$/.test(name))
      return this.unknowns.follows(values) ?? this.fileText(name, values, at);
    return call(name, [...values, ...segments, ...splat]);
  }

  /**
   * Returns the variables for each iteration of a `for` or a dynamic block, or an unknown's mark if they cannot be
   * determined.
   */
  private rounds(
    members: unknown,
    at: string,
    variables: Section,
    name: (key: unknown, value: unknown) => Section,
  ): readonly Section[] | string {
    if (isList(members) || isRecord(members))
      return entriesOf(members).map(([key, value]) => ({ ...variables, ...name(key, value) }));
    const what = `a loop over ${quote(textOf(members))}, which is not a collection`;
    return this.unknowns.follows(members) ?? this.unknowns.textFor(at, what);
  }

  private fileText(name: string, [given, variables]: readonly unknown[], at: string): unknown {
    const file = path.resolve(this.folder, textOf(given));
    const isInside = [process.cwd(), path.resolve(this.folder)].some((root) => file.startsWith(root + path.sep));
    if (!isInside || !fs.statSync(file, { throwIfNoEntry: false })?.isFile())
      return this.unknowns.textFor(at, `the file ${textOf(given)}`);
    if (name === "filebase64") return fs.readFileSync(file, "base64");
    const text = readText(file);
    if (name === "file") return text;
    return /[$%]\{/.test(text) ? this.template(text, at, Object(variables) as Section) : text;
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

async function parseFile(file: string): Promise<Section> {
  const text = readText(file);
  try {
    return one(file.endsWith(".json") ? JSON.parse(text) : await hcl().parse(path.basename(file), text));
  } catch (thrown) {
    const [found = ""] = (thrown instanceof Error ? thrown.message : String(thrown)).split("\n");
    throw rejected({ file: shownPath(file) }, "IB-IMPORT-SYNTAX", found, "HCL or JSON", "correct the syntax");
  }
}

/** Adds one file's blocks to those of the other files. */
function merge(into: Record<string, unknown>, from: Section): void {
  for (const [name, value] of Object.entries(from)) {
    const before = into[name];
    if (isRecord(before) && isRecord(value)) merge(before, value);
    else into[name] = before === undefined ? value : [...listOf(before), ...listOf(value)];
  }
}

/** Reads the resources in a state or plan: the output of `terraform show -json`, or a state file itself. */
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
    for (const { index_key: index, attributes } of listOf(each.instances).map(one)) {
      const key = index === undefined ? "" : `[${JSON.stringify(index)}]`;
      const address = [each.module, each.type, `${textOf(each.name)}${key}`].map(textOf);
      add(each, address.filter((name) => name !== "").join("."), attributes);
    }
  }
  return { tool: "Terraform", resources };
}
