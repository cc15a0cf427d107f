import * as fs from "node:fs";
import * as path from "node:path";
import { partitionOf } from "@pipelines/facts/regions";
import { quote } from "@pipelines/findings/text";
import { isList, isRecord } from "@pipelines/findings/values";
import { failure } from "@pipelines/operations/failure";
import { entriesOf, indexOf, type Instance, listOf, NotDeclared, type Scope, type Section, textOf } from "./scope";
import { isTrue, readText, shownPath, type Source, type SourceResource } from "./source";
import { markOf } from "./unknowns";

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
export async function readConfiguration(folder: string, only: string | undefined, scope: Scope): Promise<Source> {
  const parsed = new Map<string, Ast | null>();
  const root = new Module(folder, "", scope, parsed);
  await root.declare(only, {});
  return settled(parsed, () => ({ tool: "Terraform", region: root.region?.(), ...scope.resources() }));
}

/** Returns the result of a function, after parsing all expressions that it needs. */
async function settled<T>(parsed: Map<string, Ast | null>, work: () => T): Promise<T> {
  for (;;) {
    try {
      return work();
    } catch (thrown) {
      if (!(thrown instanceof NotParsed)) throw thrown;
      const ast = hcl().getExpressionAst("expression", `${thrown.expression}\n`);
      parsed.set(thrown.expression, await ast.catch(() => null));
    }
  }
}

/** Why a block has no instances. */
const none = ({ for_each: forEach }: Section): string => (forEach === undefined ? "count is 0" : "for_each is empty");

/** Attributes of data sources that follow from the provider's region. */
const regional: Readonly<Record<string, Readonly<Record<string, (region: string) => string>>>> = {
  aws_region: Object.fromEntries(["id", "name", "region"].map((name) => [name, (region: string) => region])),
  aws_partition: { id: partitionOf, partition: partitionOf },
};

class Module {
  /**
   * @param prefix of addresses: `module.web.`
   * @param region of its provider, if the configuration sets it
   */
  public constructor(
    private readonly folder: string,
    private readonly prefix: string,
    private readonly scope: Scope,
    private readonly parsed: Map<string, Ast | null>,
    public region?: () => unknown,
  ) {}

  /**
   * Adds everything in the module and in the modules within it.
   *
   * @param inputs from the calling module
   * @param isMade a mark, if an unknown decides whether the module exists
   * @returns its outputs
   */
  public async declare(
    only: string | undefined,
    inputs: Readonly<Record<string, () => unknown>>,
    isMade: unknown = true,
  ): Promise<() => Section> {
    const { folder, prefix, scope } = this;
    const content: Record<string, unknown> = {};
    const values = { ...inputs };
    const isAuto = (file: string): number => Number(file.includes(".auto.tfvars"));
    for (const file of fs.readdirSync(folder).sort((a, b) => isAuto(a) - isAuto(b) || (a < b ? -1 : 1))) {
      const isOverride = only === undefined && /^(?:.*_)?override\.tf(?:\.json)?$/.test(file);
      if (isOverride) scope.leaveOut(prefix + file, "changes to other files are not read; import the state instead");
      const isRead = !isOverride && /\.tf(?:\.json)?$/.test(file) && (only ?? file) === file;
      // Terraform reads values for the root module only.
      const isValues = prefix === "" && /^(?:terraform|.*\.auto)\.tfvars(?:\.json)?$/.test(file);
      const isFile = !fs.statSync(path.join(folder, file), { throwIfNoEntry: false })?.isDirectory();
      const blocks = isFile && (isRead || isValues) ? scope.content(await parseFile(path.join(folder, file))) : {};
      if (isValues) for (const [name, value] of Object.entries(blocks)) values[name] = () => value;
      else merge(content, blocks);
    }
    const add = (name: string, value: unknown): void => {
      scope.add(name, () => this.resolve(value, name));
    };
    for (const [variable, { sensitive, type, default: fallback }] of labelled(content.variable)) {
      const [name, given] = [`${prefix}var.${variable}`, values[variable]];
      const isSecret = String(sensitive) === "true";
      const hidden = isSecret && given === undefined ? "which is sensitive" : undefined;
      const value = given ?? (() => this.resolve(fallback, name));
      scope.add(name, () => scope.parameter(name, `the variable ${variable}`, textOf(type), value, hidden, isSecret));
    }
    for (const [name, value] of listOf(content.locals).flatMap((each) => Object.entries(one(each))))
      add(`${prefix}local.${name}`, value);
    const provider = listOf(one(content.provider).aws)
      .map(one)
      .find(({ alias }) => alias === undefined);
    if (provider) this.region = () => this.resolve(provider.region, `${prefix}provider.aws.region`);
    for (const [type, attributes] of Object.entries(regional))
      for (const [name, { provider: other, region: another }] of labelled(one(content.data)[type]))
        for (const [attribute, valueIn] of (other ?? another) ? [] : Object.entries(attributes)) {
          const id = `${prefix}data.${type}.${name}.${attribute}`;
          scope.add(id, () => {
            const region = textOf(this.region?.());
            const value = region === "" ? scope.unknown(id, `${quote(id)}, which only AWS knows`) : valueIn(region);
            return scope.givenFor(id) ?? scope.follows(region) ?? value;
          });
        }
    const outputs = labelled(content.output);
    for (const [name, { value }] of outputs) add(`${prefix.slice(0, -1)}.${name}`, value);
    for (const [type, resources] of Object.entries(one(content.resource)))
      for (const [name, block] of labelled(resources)) this.resource(`${prefix}${type}.${name}`, type, block, isMade);
    await this.modules(labelled(content.module), isMade);
    return () => Object.fromEntries(outputs.map(([name]) => [name, scope.reference(prefix, [name])]));
  }

  /** Adds the modules that this one calls. One whose instances depend on another's outputs comes after it. */
  private async modules(blocks: readonly [string, Section][], isMade: unknown): Promise<void> {
    const { pending } = this.scope;
    const idOf = ([name]: readonly [string, Section]): string => `${this.prefix}module.${name}`;
    for (const each of blocks) pending.add(idOf(each));
    for (let waiting = blocks, isStuck = false; waiting.length > 0;) {
      const later: [string, Section][] = [];
      for (const each of waiting) {
        pending.delete(idOf(each));
        try {
          await this.module(...each, isMade);
        } catch (thrown) {
          if (!(thrown instanceof NotDeclared) || isStuck) throw thrown;
          pending.add(idOf(each));
          later.push(each);
        }
      }
      // If all of them wait for each other, their outputs are unknown.
      isStuck = later.length === waiting.length;
      if (isStuck) for (const each of blocks) pending.delete(idOf(each));
      waiting = later;
    }
  }

  /** Adds everything in a module that this one calls. */
  private async module(name: string, block: Section, isMade: unknown): Promise<void> {
    const { prefix, scope, parsed } = this;
    const { source, count, for_each: forEach, providers, ...given } = block;
    const [id, inner] = [`${prefix}module.${name}`, path.join(this.folder, textOf(source))];
    if (!/^\.\.?\//.test(textOf(source)) || !fs.existsSync(inner) || prefix.length > 200) {
      scope.leaveOut(id, `source ${textOf(source)} is not read; import the state instead`);
      return;
    }
    // Which instances there are decides what there is to add.
    const instances = await settled(parsed, () => this.instances(id, block, isMade));
    if (instances.length === 0) scope.leaveOut(id, none(block));
    const all: (readonly [Instance["key"], () => Section])[] = [];
    for (const { key, variables, isMade: own } of instances) {
      const address = id + indexOf({ key });
      const inputs = Object.entries(given).map(
        ([input, value]) => [input, () => this.resolve(value, `${address}.${input}`, variables)] as const,
      );
      const module = new Module(inner, `${address}.`, scope, parsed, providers === undefined ? this.region : undefined);
      all.push([key, await module.declare(undefined, Object.fromEntries(inputs), own)]);
    }
    const outputs = (): Section => Object.fromEntries(all.map(([key = "", each]) => [key, each()] as const));
    if (count ?? forEach) scope.add(id, () => (count === undefined ? outputs() : Object.values(outputs())));
  }

  private instances(id: string, { count, for_each: forEach }: Section, isMade: unknown): readonly Instance[] {
    const [members, times] = [this.resolve(forEach, `${id}.for_each`), this.resolve(count, `${id}.count`)];
    return this.scope.instances(isMade, [times, typeof members === "string" && members], () => {
      if (count !== undefined)
        return Array.from({ length: Number(times) }, (_, key) => ({ key, variables: { count: { index: key } } }));
      if (members === undefined) return [{}];
      return entriesOf(members).map(([name, value]) => {
        const key = textOf(isList(members) ? value : name);
        return { key, variables: { each: { key, value } } };
      });
    });
  }

  private resource(id: string, type: string, block: Section, isMade: unknown): void {
    const { count, for_each: forEach, ...properties } = block;
    this.scope.add(id, {
      id,
      type,
      at: { file: shownPath(this.folder), field: id },
      properties,
      resolve: this.resolve.bind(this),
      instances: () => this.instances(id, block, isMade),
      condition: none(block),
      many: count !== undefined ? "list" : forEach !== undefined ? "map" : undefined,
    });
  }

  private resolve(value: unknown, at: string, variables: Section = {}): unknown {
    return this.scope.field(at, this.part(value, at, variables));
  }

  private part(value: unknown, at: string, variables: Section): unknown {
    if (isList(value)) return value.map((each) => this.part(each, at, variables));
    if (isRecord(value)) {
      const { dynamic, ...fields } = value;
      const values = Object.entries(fields).map(([name, each]) => [
        textOf(this.part(name, at, variables)),
        this.resolve(each, `${at}.${name}`, variables),
      ]);
      const block = Object.fromEntries(values) as Record<string, unknown>;
      for (const [name, { for_each: all, content, iterator = name }] of labelled(dynamic)) {
        const rounds = this.rounds(this.part(all, at, variables), at, (key, each) =>
          this.part(one(content), at, { ...variables, [textOf(iterator)]: { key, value: each } }),
        );
        block[name] = [...listOf(block[name]), ...listOf(rounds)];
      }
      return block;
    }
    // A heredoc has no escapes, and accepts every kind of expression.
    return typeof value === "string" && /[$%]\{/.test(value) ? this.template(value, at, variables) : value;
  }

  private template(text: string, at: string, variables: Section): unknown {
    // The parser ignores the markers that strip the rest of a line around a sequence.
    const stripped = text
      .replaceAll(/[^\S\n]*(?<![$%])([$%]\{)~/g, "$1")
      .replaceAll(/(?<=(?<![$%])[$%]\{[^{}]*)~\}[^\S\n]*\n?/g, "}");
    const ast = this.parse(`<<__EOT__\n${stripped}\n__EOT__`);
    if (ast === null) return this.scope.call(`the expression ${text}`, [], at);
    const parts = this.parts(ast, at, variables);
    return this.joined([...parts.slice(0, -1), textOf(parts.at(-1)).replace(/\n$/, "")], at);
  }

  private parts({ children, meta }: Ast, at: string, variables: Section): unknown[] {
    const isQuoted = textOf(meta?.value).startsWith('"');
    return children.map((each) => {
      const value = this.node(each, at, variables);
      return each.type === "literalValue" ? unescaped(textOf(value), isQuoted) : value;
    });
  }

  /** Joins the parts of a template; a single part keeps its type. */
  private joined(parts: readonly unknown[], at: string): unknown {
    const all = parts.filter((each) => each !== "");
    return all.length === 1 ? all[0] : this.scope.call("join", ["", all], at);
  }

  private parse(expression: string): Ast | null {
    const ast = this.parsed.get(expression);
    if (ast === undefined) throw new NotParsed(expression);
    return ast;
  }

  private node(ast: Ast, at: string, variables: Section): unknown {
    const { type, children, meta = {} } = ast;
    const of = (each: Ast | undefined, own = variables): unknown => each && this.node(each, at, own);
    const call = (name: string, values: readonly unknown[]): unknown => this.scope.call(name, values, at);
    const [first, second, third, fourth] = children;
    const segments = listOf(meta.traversal).map((each) => textOf(one(each).segment));
    switch (type) {
      case "literalValue":
        return meta.type === "string" ? meta.value : (JSON.parse(textOf(meta.value)) as unknown);
      case "template":
      case "templateWrap":
        return this.joined(this.parts(ast, at, variables), at);
      case "scopeTraversal":
        if (segments[0] === "path" && !("path" in variables)) return path.resolve(this.folder);
        return this.scope.reference(this.prefix, segments, variables);
      case "conditional": {
        const holds = of(first);
        return this.scope.follows(holds) ?? of(isTrue(holds) ? second : third);
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
        const rounds = this.rounds(of(first), at, (index, each) => {
          const own = { ...variables, [textOf(meta.keyVar)]: index, [textOf(meta.valVar)]: each };
          const holds = condition === undefined || of(condition, own);
          const unclear = this.scope.follows(holds);
          if (unclear !== undefined) return [[unclear, unclear]];
          return isTrue(holds) ? [[textOf(of(key, own)), of(value, own)]] : [];
        });
        if (!isList(rounds)) return rounds;
        const pairs = rounds.flat() as [string, unknown][];
        return isMap ? Object.fromEntries(pairs) : pairs.map(([, each]) => each);
      }
    }
    const all = (type === "splat" ? children.slice(0, 1) : children).map((each) => of(each));
    const values = meta.expandedFinalArgument === true ? [...all.slice(0, -1), ...listOf(all.at(-1))] : all;
    const operator = textOf(meta.operator).replace("logical", "").replace(/qual$/, "quals");
    const splat = textOf(meta.eachExpression)
      .split(/[\[\].*]+/)
      .filter((each) => each !== "");
    const name = type === "function" ? textOf(meta.name) : operator || type;
    if (/^(?:template)?file(?:base64)?$/.test(name))
      return this.scope.follows(values) ?? this.fileText(name, values, at);
    return call(name, [...values, ...segments, ...splat]);
  }

  /** Returns the results of a `for` or a dynamic block, or an unknown's mark if they cannot be determined. */
  private rounds(members: unknown, at: string, round: (key: unknown, value: unknown) => unknown): unknown {
    if (isList(members) || isRecord(members)) return entriesOf(members).map(([key, value]) => round(key, value));
    const what = `a loop over ${quote(textOf(members))}, which is not a collection`;
    return this.scope.follows(members) ?? markOf({ name: at, what });
  }

  private fileText(name: string, [given, variables]: readonly unknown[], at: string): unknown {
    const file = path.resolve(this.folder, textOf(given));
    const isInside = [process.cwd(), path.resolve(this.folder)].some((root) => file.startsWith(root + path.sep));
    if (!isInside || !fs.statSync(file, { throwIfNoEntry: false })?.isFile())
      return markOf({ name: at, what: `the file ${textOf(given)}` });
    if (name === "filebase64") return fs.readFileSync(file, "base64");
    const text = readText(file);
    return name === "file" ? text : this.part(text, at, Object(variables) as Section);
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
    throw failure("IB-IMPORT-SYNTAX", shownPath(file), found, "HCL or JSON", "correct the syntax");
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
export function readState(value: Section, file: string, scope: Scope): Source {
  const resources: SourceResource[] = [];
  const add = ({ mode, type }: Section, id: string, properties: unknown, secrets: readonly string[]): void => {
    if (mode === "data") return;
    resources.push({ id, type: textOf(type), properties, at: { file, field: id } });
    for (const name of secrets) scope.addSecrets(one(properties)[name]);
  };
  const module = (given: unknown): void => {
    for (const each of listOf(one(given).resources).map(one)) {
      const secrets = Object.entries(one(each.sensitive_values)).filter(([, parts]) => /true/.test(textOf(parts)));
      add(
        each,
        textOf(each.address),
        each.values,
        secrets.map(([name]) => name),
      );
    }
    listOf(one(given).child_modules).forEach(module);
  };
  module(one(value.planned_values ?? value.values).root_module);
  for (const each of listOf(value.resources).map(one)) {
    // A deposed object has been replaced; Terraform has yet to delete it.
    for (const instance of listOf(each.instances)
      .map(one)
      .filter(({ deposed }) => deposed === undefined)) {
      const { index_key: index, attributes, sensitive_attributes: secrets } = instance;
      const key = index === undefined ? "" : `[${JSON.stringify(index)}]`;
      const address = [each.module, each.type, `${textOf(each.name)}${key}`].map(textOf);
      const names = listOf(secrets).map((steps) => textOf(one(steps).value));
      add(each, address.filter((name) => name !== "").join("."), attributes, names);
    }
  }
  return { tool: "Terraform", resources };
}
