import * as fs from "node:fs";
import * as path from "node:path";
import { LineCounter, Pair, parseDocument, Scalar, type CollectionTag, type ScalarTag, YAMLMap } from "yaml";
import { partitionOf } from "@pipelines/facts/regions";
import { isTooDeep } from "@pipelines/image-checks/component-document/read-yaml";
import { quote } from "@pipelines/findings/text";
import { isList, isRecord } from "@pipelines/findings/values";
import { Declarations, listOf, mostLevels, part, type Section, textOf } from "./evaluate";
import { isTrue, readText, rejected, shownPath, type Source, sources } from "./source";
import { shown, type Unknowns } from "./unknowns";

const shortForms =
  "Ref Condition And Base64 Cidr Equals FindInMap GetAtt GetAZs If ImportValue Join Length Not Or Select Split Sub ToJsonString Transform";

/** `!Sub text` as `{ "Fn::Sub": "text" }`. */
const tags = shortForms.split(" ").flatMap((name): (ScalarTag | CollectionTag)[] => {
  const [tag, key] = [`!${name}`, ["Ref", "Condition"].includes(name) ? name : `Fn::${name}`];
  const resolve = (value: unknown): YAMLMap => {
    const map = new YAMLMap();
    map.add(new Pair(new Scalar(key), value));
    return map;
  };
  const collections = (["seq", "map"] as const).map((collection) => ({ tag, collection, resolve }));
  return [{ tag, resolve: (text: string) => ({ [key]: text }) }, ...collections];
});

/** Parses a template in YAML, with or without short forms, or in JSON. YAML scalars become strings. */
export function parseTemplate(text: string, file: string): unknown {
  const broken = (found: string, at = {}) =>
    rejected({ file, ...at }, "IB-IMPORT-SYNTAX", found, "YAML or JSON", "correct the syntax");
  try {
    if (/^\s*[{[]/.test(text)) return JSON.parse(text);
  } catch {
    // Braces begin YAML too, whose parser knows the line of a mistake.
  }
  if (isTooDeep(text)) throw broken("lists and objects nested without an end");
  const lineCounter = new LineCounter();
  const customTags = (all: readonly unknown[]) => [...all, ...tags] as ScalarTag[];
  const options = { lineCounter, customTags, prettyErrors: false, merge: true, logLevel: "silent" } as const;
  const document = parseDocument(text, { schema: "failsafe", ...options });
  const [problem] = document.errors;
  if (problem) {
    const { line, col: column } = lineCounter.linePos(problem.pos[0]);
    throw broken(problem.message, { line, column });
  }
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
  const stacks = Object.values(isRecord(artifacts) ? artifacts : {}).flatMap((artifact): TemplateFile[] => {
    const [inner, own] = ["directoryName", "templateFile"].map((key) => part(artifact, ["properties", key]));
    if (inner !== undefined) return assemblyTemplates(path.join(folder, path.basename(textOf(inner))));
    return own === undefined ? [] : [template(own, textOf(part(artifact, ["environment"])))];
  });
  const known = new Set(stacks.map(({ name }) => path.basename(name)));
  const nested = fs.readdirSync(folder).filter((name) => name.endsWith(".nested.template.json") && !known.has(name));
  return [...stacks, ...nested.map((name) => template(name, stacks[0]?.environment))];
}

export function readTemplates(files: readonly TemplateFile[], unknowns: Unknowns): Source {
  const first = files[0]?.name ?? "";
  const declarations = new Declarations(shownPath(first), unknowns);
  const exported: Exported[] = [];
  for (const { name, value, environment = "" } of files) {
    const file = shownPath(name);
    if (!isRecord(value) || !isRecord(value.Resources)) {
      throw rejected({ file }, "IB-IMPORT-SOURCE", "no Resources, which every template has", sources);
    }
    const prefix = files.length > 1 ? `${path.basename(name).replace(/\.template\.json$/, "")}/` : "";
    new Template(value, prefix, declarations, unknowns, exported).declare(file, environment);
  }
  const textAt = (uri: string): string | undefined => assetText(path.dirname(first), uri);
  return { tool: "CloudFormation", ...declarations.resources(), textAt };
}

/** The CDK keeps the files that it uploads in its assembly. Each one is named after the hash that is its key in S3. */
function assetText(folder: string, uri: string): string | undefined {
  const [, name] = /\/([0-9a-f]{64}(?:\.\w+)?)$/.exec(uri) ?? [];
  const file = path.join(folder, `asset.${name ?? ""}`);
  return name !== undefined && fs.statSync(file, { throwIfNoEntry: false })?.isFile() ? readText(file) : undefined;
}

/** A value that other stacks can import. */
type Exported = Readonly<Record<"name" | "value", () => unknown>>;

class Template {
  /** @param prefix for ids, if there are several templates */
  public constructor(
    private readonly content: Section,
    private readonly prefix: string,
    private readonly declarations: Declarations,
    private readonly unknowns: Unknowns,
    private readonly exported: Exported[],
  ) {}

  /** Adds everything in the template. */
  public declare(file: string, environment: string): void {
    const { prefix, declarations, unknowns } = this;
    const [, account, own] = /^aws:\/\/(\d{12})?[^/]*\/(?!unknown)(.+)$/.exec(environment) ?? [];
    const region = own ?? unknowns.givenFor("AWS::Region");
    const partition = region === undefined ? undefined : partitionOf(region);
    const known = { AccountId: account, Region: region, Partition: partition };
    for (const [name, value] of Object.entries({
      ...known,
      StackName: undefined,
      StackId: undefined,
      URLSuffix: undefined,
    })) {
      const pseudo = `AWS::${name}`;
      const what = `the stack's ${pseudo}, which only AWS knows`;
      declarations.add(prefix + pseudo, () => unknowns.givenFor(pseudo) ?? value ?? unknowns.textFor(pseudo, what));
    }
    for (const [name, { Type, NoEcho, Default }] of this.section("Parameters")) {
      const type = textOf(Type);
      const kept = type.startsWith("AWS::SSM::") ? "which Systems Manager keeps" : undefined;
      const hidden = String(NoEcho) === "true" ? "which is secret (NoEcho)" : kept;
      const fallback = (): unknown => (Default === undefined ? undefined : textOf(Default));
      const parameter = { name, label: `the parameter ${name}`, type, fallback, hidden };
      declarations.add(prefix + name, () => declarations.parameter(parameter));
    }
    for (const [name, value] of this.section("Conditions"))
      declarations.add(`${prefix}Condition.${name}`, () => this.resolve(value, name));
    for (const [id, { Value, Export }] of this.section("Outputs")) {
      const name = (): unknown => this.resolve(part(Export, ["Name"]), id);
      if (Export !== undefined) this.exported.push({ name, value: () => this.resolve(Value, id) });
    }
    for (const [name, { Type, Condition, Properties, ...policies }] of this.section("Resources")) {
      // `Fn::ForEach` loops are not resources; they are reported as left out.
      const type = Type ?? (name.startsWith("Fn::") ? name : undefined);
      if (typeof type !== "string") continue;
      const isLetGo = policies.DeletionPolicy === "Retain" && policies.UpdateReplacePolicy === "Retain";
      const condition = Condition === undefined ? undefined : (): unknown => this.resolve({ Condition }, name);
      const [id, at] = [prefix + name, { file, field: `Resources.${name}` }];
      const resolve = (value: unknown, field: string): unknown => this.resolve(value, field);
      declarations.add(id, { id, type, at, isLetGo, properties: Properties, condition, resolve });
    }
  }

  private section(name: string): [string, Section][] {
    const section = this.content[name];
    return Object.entries(isRecord(section) ? section : {}).filter((each): each is [string, Section] =>
      isRecord(each[1]),
    );
  }

  private resolve(value: unknown, at: string, level = 0): unknown {
    if (level > mostLevels) this.declarations.rejectCycle(`more than ${mostLevels} levels of nested objects and lists`);
    const of = (each: unknown, field = at): unknown => this.resolve(each, field, level + 1);
    const ref = (...names: unknown[]): unknown =>
      this.declarations.reference(this.prefix, names.map(textOf).join(".").split("."));
    if (typeof value === "string") return this.text(value);
    if (isList(value)) return value.map((each) => of(each)).filter((each) => each !== undefined);
    if (!isRecord(value)) return value;
    const [[key, argument] = ["", undefined], ...others] = Object.entries(value);
    const isCondition = key === "Condition" && typeof argument === "string";
    if (others.length > 0 || !(isCondition || /^(?:Ref$|Fn::)/.test(key))) {
      const fields = Object.entries(value).map(([name, each]) => [name, of(each, `${at}.${name}`)] as const);
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
        return this.unknowns.follows(holds) ?? of(isTrue(holds) ? second : third);
      }
      case "Sub": {
        const pieces = textOf(first).split(/(\$\{[^}]*\})/);
        return pieces
          .map((piece) => {
            const [, literal, variable = ""] = /^\$\{(!?)\s*([^}]*?)\s*\}$/.exec(piece) ?? [];
            if (literal === "!") return `\${${variable}}`;
            if (!/^[\w:.]+$/.test(variable)) return this.text(piece);
            const own = part(second, [variable]);
            return textOf(own === undefined ? ref(variable) : of(own));
          })
          .join("");
      }
      case "FindInMap": {
        const keys = [first, second, third].map((each) => of(each));
        const found = part(this.content.Mappings, keys) ?? of(part(fourth, ["DefaultValue"]));
        return this.unknowns.follows(keys) ?? found ?? this.declarations.call(name, keys, at);
      }
      case "ImportValue": {
        const wanted = textOf(of(argument));
        const found = this.exported.find((each) => textOf(each.name()) === wanted)?.value();
        return found ?? this.unknowns.textFor(shown(wanted), `the export ${shown(wanted)} from another stack`);
      }
      case "Length":
      case "ToJsonString":
        return this.declarations.call(name, [of(argument)], at);
      default:
        return this.declarations.call(name, listOf(of(argument)), at);
    }
  }

  /** Text that only AWS can look up, including secrets, is unknown. */
  private text(text: string): string {
    return text.replaceAll(/\{\{resolve:([a-z-]+):([^}]+)\}\}/g, (whole, service: string, name: string) =>
      this.unknowns.textFor(whole, `${quote(name)} from ${service}, which AWS looks up`),
    );
  }
}
