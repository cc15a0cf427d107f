import * as fs from "node:fs";
import * as path from "node:path";
import { LineCounter, parseDocument, visit } from "yaml";
import { partitionOf } from "@pipelines/facts/regions";
import { error } from "@pipelines/findings/finding";
import { isTooDeep } from "@pipelines/image-checks/component-document/read-yaml";
import { quote } from "@pipelines/findings/text";
import { isList, isRecord } from "@pipelines/findings/values";
import { failure, OperationFailed } from "@pipelines/operations/failure";
import { listOf, part, type Scope, type Section, textOf } from "./scope";
import { isTrue, readText, shownPath, type Source, sources } from "./source";
import { shown } from "./unknowns";

/** Parses a template in YAML, with or without short forms, or in JSON. YAML scalars become strings. */
export function parseTemplate(text: string, file: string): unknown {
  const broken = (found: string, at = {}): OperationFailed => {
    const words = { found, allowed: "YAML or JSON", fix: "correct the syntax" };
    return new OperationFailed([error({ file, ...at }, "IB-IMPORT-SYNTAX", words)]);
  };
  try {
    if (/^\s*[{[]/.test(text)) return JSON.parse(text);
  } catch {
    // Braces begin YAML too, whose parser knows the line of a mistake.
  }
  if (isTooDeep(text)) throw broken("lists and objects nested without an end");
  const lineCounter = new LineCounter();
  const options = { lineCounter, prettyErrors: false, merge: true, logLevel: "silent" } as const;
  const document = parseDocument(text, { schema: "failsafe", ...options });
  const [problem] = document.errors;
  if (problem) {
    const { line, col: column } = lineCounter.linePos(problem.pos[0]);
    throw broken(problem.message, { line, column });
  }
  // Short forms: `!Sub text` is `{ "Fn::Sub": "text" }`.
  visit(document, {
    Value: (_, node) => {
      const { anchor, tag = "" } = node;
      const [, name] = /^!([\w:]+)$/.exec(tag) ?? [];
      if (name === undefined) return undefined;
      delete node.tag;
      delete node.anchor;
      const key = ["Ref", "Condition"].includes(name) ? name : `Fn::${name}`;
      return Object.assign(document.createNode({ [key]: node }), { anchor });
    },
  });
  try {
    return document.toJS({ maxAliasCount: 1000 });
  } catch (thrown) {
    throw broken(thrown instanceof Error ? thrown.message : String(thrown));
  }
}

interface TemplateFile {
  readonly name: string;
  readonly value: unknown;
  /** Where the CDK deploys it: `aws://123456789012/eu-west-1`. */
  readonly environment?: string | undefined;
}

/** Returns the templates of a CDK cloud assembly, of assemblies within it, and of nested stacks. */
export function assemblyTemplates(folder: string): TemplateFile[] {
  const manifest = path.join(folder, "manifest.json");
  if (!fs.existsSync(manifest)) return [];
  const template = (file: unknown, environment?: string): TemplateFile => {
    const name = path.join(folder, path.basename(textOf(file)));
    return { name, value: parseTemplate(readText(name), shownPath(name)), environment };
  };
  const artifacts = part(template("manifest.json").value, ["artifacts"]);
  const stacks = Object.values(Object(artifacts) as object).flatMap((artifact): TemplateFile[] => {
    const [inner, own] = ["directoryName", "templateFile"].map((key) => part(artifact, ["properties", key]));
    if (inner !== undefined) return assemblyTemplates(path.join(folder, path.basename(textOf(inner))));
    return own === undefined ? [] : [template(own, textOf(part(artifact, ["environment"])))];
  });
  const known = new Set(stacks.map(({ name }) => path.basename(name)));
  const nested = fs.readdirSync(folder).filter((name) => name.endsWith(".nested.template.json") && !known.has(name));
  return [...stacks, ...nested.map((name) => template(name, stacks[0]?.environment))];
}

export function readTemplates(files: readonly TemplateFile[], scope: Scope): Source {
  const exported: Exported[] = [];
  const regions = new Set<string | undefined>();
  for (const { name, value, environment = "" } of files) {
    const file = shownPath(name);
    if (!isRecord(value) || !isRecord(value.Resources))
      throw failure("IB-IMPORT-SOURCE", file, "no Resources, which every template has", sources);
    const [own, others] = [path.basename(name), files.map((each) => path.basename(each.name))];
    const isUnique = others.indexOf(own) === others.lastIndexOf(own);
    const id = `${isUnique ? "" : `${path.basename(path.dirname(name))}/`}${own.replace(/\.template\.json$/, "")}/`;
    const prefix = files.length > 1 ? id : "";
    regions.add(new Template(scope.content(value), prefix, scope, exported).declare(file, environment));
  }
  const textAt = (uri: string): string | undefined =>
    files.map(({ name }) => assetText(path.dirname(name), uri)).find((text) => text !== undefined);
  const region = regions.size === 1 ? [...regions][0] : undefined;
  return { tool: "CloudFormation", region, ...scope.resources(), textAt };
}

/**
 * The CDK keeps the files that it uploads in its assembly, under the hash that is their key in S3. The key of a file
 * without an ending, such as a Dockerfile, has the hash twice.
 */
function assetText(folder: string, uri: string): string | undefined {
  const [, hash = "", ending = ""] = /\/([0-9a-f]{64})(\.\w+)?$/.exec(uri) ?? [];
  const file = path.join(folder, `asset.${hash}${ending === `.${hash}` ? "" : ending}`);
  return fs.statSync(file, { throwIfNoEntry: false })?.isFile() ? readText(file) : undefined;
}

/** A value that other stacks can import. */
type Exported = Readonly<Record<"name" | "value", () => unknown>>;

class Template {
  /** @param prefix for ids, if there are several templates */
  public constructor(
    private readonly content: Section,
    private readonly prefix: string,
    private readonly scope: Scope,
    private readonly exported: Exported[],
  ) {}

  /** Adds everything in the template. @returns the region to which it is deployed, if that is known */
  public declare(file: string, environment: string): string | undefined {
    const { prefix, scope } = this;
    const [, AccountId, own] = /^aws:\/\/(\d{12})?[^/]*\/(?!unknown)(.+)$/.exec(environment) ?? [];
    const Region = own ?? scope.givenFor("AWS::Region");
    const Partition = Region && partitionOf(Region);
    const URLSuffix = Partition && (Partition === "aws-cn" ? "amazonaws.com.cn" : "amazonaws.com");
    const values = { AccountId, Region, Partition, URLSuffix, StackName: undefined, StackId: undefined };
    for (const [name, value] of Object.entries(values)) {
      // The region decides about the partition and the suffix.
      const source = ["Partition", "URLSuffix"].includes(name) ? "AWS::Region" : `AWS::${name}`;
      const unknown = (): string => scope.unknown(source, `the stack's ${source}, which only AWS knows`);
      scope.add(`${prefix}AWS::${name}`, () => scope.givenFor(`AWS::${name}`) ?? value ?? unknown());
    }
    for (const [name, { Type, NoEcho, Default }] of this.section("Parameters")) {
      const type = textOf(Type);
      const kept = type.startsWith("AWS::SSM::") ? "which Systems Manager keeps" : undefined;
      const isSecret = String(NoEcho) === "true";
      const hidden = isSecret ? "which is secret (NoEcho)" : kept;
      const fallback = (): unknown => (Default === undefined ? undefined : textOf(Default));
      scope.add(prefix + name, () => scope.parameter(name, `the parameter ${name}`, type, fallback, hidden, isSecret));
    }
    for (const [name, value] of this.section("Conditions"))
      scope.add(`${prefix}Condition.${name}`, () => scope.field(name, this.resolve(value, name)));
    for (const [id, { Value, Export }] of this.section("Outputs")) {
      const name = (): unknown => this.resolve(part(Export, ["Name"]), id);
      if (Export !== undefined) this.exported.push({ name, value: () => this.resolve(Value, id) });
    }
    for (const name of Object.keys(this.content.Resources as object).filter((each) => each.startsWith("Fn::")))
      scope.leaveOut(prefix + name, "resources are not read; import the deployed stack's processed template instead");
    for (const [name, { Type: type, Condition, Properties, ...policies }] of this.section("Resources")) {
      if (typeof type !== "string") continue;
      const isMade = Condition === undefined ? true : { Condition };
      scope.add(prefix + name, {
        id: prefix + name,
        type,
        at: { file, field: `Resources.${name}` },
        isLetGo: policies.DeletionPolicy === "Retain" && policies.UpdateReplacePolicy === "Retain",
        properties: Properties,
        resolve: this.resolve.bind(this),
        instances: () => scope.instances(this.resolve(isMade, name)),
        condition: "condition is false",
      });
    }
    return Region;
  }

  private section(name: string): [string, Section][] {
    const all = Object.entries(Object(this.content[name]) as object);
    return all.filter((each): each is [string, Section] => isRecord(each[1]));
  }

  private resolve(value: unknown, at: string): unknown {
    const of = (each: unknown, field = at): unknown => this.resolve(each, field);
    const ref = (...names: unknown[]): unknown =>
      this.scope.reference(this.prefix, names.map(textOf).join(".").split("."));
    if (typeof value === "string") return this.text(value);
    if (isList(value)) return value.map((each) => of(each)).filter((each) => each !== undefined);
    if (!isRecord(value)) return value;
    const [[key, argument] = ["", undefined], ...others] = Object.entries(value);
    const isCondition = key === "Condition" && typeof argument === "string";
    if (others.length > 0 || !(isCondition || /^(?:Ref$|Fn::)/.test(key))) {
      const fields = Object.entries(value).map(([name, each]) => {
        const field = `${at}.${name}`;
        return [name, this.scope.field(field, of(each, field))] as const;
      });
      return Object.fromEntries(fields.filter(([, each]) => each !== undefined));
    }
    const [first, second, third, fourth] = listOf(argument);
    const name = key.replace("Fn::", "");
    switch (name) {
      case "Ref":
        return argument === "AWS::NoValue" ? undefined : ref(argument);
      case "Condition":
        return ref(name, argument);
      case "GetAtt":
        return ref(...listOf(argument));
      case "If": {
        const holds = ref("Condition", first);
        return this.scope.follows(holds) ?? of(isTrue(holds) ? second : third);
      }
      case "Sub": {
        const value = (whole: string, literal: string, variable: string): string => {
          if (literal === "!") return `\${${variable}}`;
          const own = part(second, [variable]);
          return /^[\w:.]+$/.test(variable) ? textOf(own === undefined ? ref(variable) : of(own)) : whole;
        };
        return this.text(textOf(first).replaceAll(/\$\{(!?)\s*([^}]*?)\s*\}/g, value));
      }
      case "FindInMap": {
        const keys = [first, second, third].map((each) => of(each));
        const found = part(this.content.Mappings, keys) ?? of(part(fourth, ["DefaultValue"]));
        return this.scope.follows(keys) ?? found ?? this.scope.call(name, keys, at);
      }
      case "ImportValue": {
        const wanted = textOf(of(argument));
        const found = this.exported.find((each) => textOf(each.name()) === wanted)?.value();
        return found ?? this.scope.unknown(shown(wanted), `the export ${shown(wanted)} from another stack`);
      }
      case "Length":
      case "ToJsonString":
        return this.scope.call(name, [of(argument)], at);
      default:
        return this.scope.call(name, listOf(of(argument)), at);
    }
  }

  /** Text that only AWS can look up, including secrets, is unknown. */
  private text(text: string): string {
    return text.replaceAll(/\{\{resolve:([a-z-]+):([^}]+)\}\}/g, (whole, service: string, name: string) =>
      this.scope.unknown(whole, `${quote(name)} from ${service}, which AWS looks up`),
    );
  }
}
