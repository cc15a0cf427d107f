import { LineCounter, Pair, parseDocument, Scalar, type CollectionTag, type ScalarTag, YAMLMap } from "yaml";
import { partitionOf } from "@pipelines/facts/regions";
import { isTooDeep } from "@pipelines/image-checks/component-document/read-yaml";
import { quote } from "@pipelines/findings/text";
import { isList, isRecord } from "@pipelines/findings/values";
import { call, listOf, type Names, part, type Section, textOf, Unresolved } from "./evaluate";
import { rejected } from "./source";
import type { Unknowns } from "./unknowns";

const shortForms =
  "Ref Condition And Base64 Cidr Equals FindInMap GetAtt GetAZs If ImportValue Join Length Not Or Select Split Sub ToJsonString Transform";

/** `!Sub text` as `{ "Fn::Sub": "text" }`. */
const tags = shortForms.split(" ").flatMap((name): (ScalarTag | CollectionTag)[] => {
  const key = ["Ref", "Condition"].includes(name) ? name : `Fn::${name}`;
  const long = (value: unknown): YAMLMap => {
    const map = new YAMLMap();
    map.add(new Pair(new Scalar(key), value));
    return map;
  };
  return [
    { tag: `!${name}`, resolve: (text: string) => ({ [key]: text }) },
    { tag: `!${name}`, collection: "seq", resolve: long },
    { tag: `!${name}`, collection: "map", resolve: long },
  ];
});

/** The values of a template, in YAML with or without short forms, or JSON. Scalars of YAML are texts. */
export function parseTemplate(text: string, file: string): unknown {
  const broken = (found: string, at = {}) =>
    rejected({ file, ...at }, "IB-IMPORT-SYNTAX", found, "YAML or JSON", "correct the syntax");
  try {
    if (/^\s*[{[]/.test(text)) return JSON.parse(text);
  } catch {
    // Braces begin YAML too, whose parser knows the line of a mistake.
  }
  if (isTooDeep(text)) throw broken("lists and objects inside each other without an end");
  const lines = new LineCounter();
  const customTags = (all: readonly unknown[]) => [...all, ...tags] as ScalarTag[];
  const options = {
    schema: "failsafe",
    lineCounter: lines,
    prettyErrors: false,
    merge: true,
    logLevel: "silent",
  } as const;
  const document = parseDocument(text, { ...options, customTags });
  const [problem] = document.errors;
  if (problem) {
    const { line, col: column } = lines.linePos(problem.pos[0]);
    throw broken(problem.message, { line, column });
  }
  try {
    return document.toJS({ maxAliasCount: 1000 });
  } catch (thrown) {
    throw broken(thrown instanceof Error ? thrown.message : String(thrown));
  }
}

/** A template to read: one of several, perhaps. */
export interface Template {
  readonly file: string;
  readonly content: Section;
  /** Of ids, for one of several templates. */
  readonly prefix: string;
  readonly region: string | undefined;
  readonly account: string | undefined;
}

/** Adds what a template has to the names, as expressions. */
export function readTemplate(
  { file, content, prefix, region, account }: Template,
  names: Names,
  unknowns: Unknowns,
): void {
  const section = (name: string): [string, Section][] =>
    Object.entries(isRecord(content[name]) ? content[name] : {}).map(([key, value]) => [
      key,
      isRecord(value) ? value : {},
    ]);
  const reader = new TemplateReader(file, prefix, unknowns);
  const place = region ?? unknowns.valueOf("AWS::Region");
  const known = { AccountId: account, Region: region, Partition: place === undefined ? undefined : partitionOf(place) };
  for (const [name, value] of Object.entries({
    StackName: undefined,
    StackId: undefined,
    URLSuffix: undefined,
    ...known,
  })) {
    const pseudo = `AWS::${name}`;
    names.set(
      prefix + pseudo,
      value ??
        call("parameter", { name: pseudo, label: `${pseudo} of the stack`, type: "", hidden: "which AWS knows" }),
    );
  }
  for (const [name, { Type = "", NoEcho, Default }] of section("Parameters")) {
    const isKept = textOf(Type).startsWith("AWS::SSM::");
    const hidden =
      String(NoEcho) === "true" ? "which is secret (NoEcho)" : isKept ? "which Systems Manager keeps" : undefined;
    const fallback = Default === undefined ? undefined : textOf(Default);
    names.set(prefix + name, call("parameter", { name, label: `the parameter ${name}`, type: Type, fallback, hidden }));
  }
  names.set(`${prefix}Mappings`, content.Mappings ?? {});
  for (const [name, value] of section("Conditions")) names.set(`${prefix}Condition.${name}`, reader.expression(value));
  for (const [, { Value, Export }] of section("Outputs")) {
    if (isRecord(Export))
      names.set("exports", [
        ...listOf(names.get("exports")),
        [Export.Name, Value].map((each) => reader.expression(each)),
      ]);
  }
  for (const [name, resource] of section("Resources")) {
    // Loops are no resources, and are named as what is left out.
    const {
      Type: type = name.startsWith("Fn::") ? name : undefined,
      Condition: condition,
      Properties: properties,
    } = resource;
    const isLetGo = resource.DeletionPolicy === "Retain" && resource.UpdateReplacePolicy === "Retain";
    const times = condition === undefined ? {} : { condition: reader.expression({ Condition: condition }) };
    const at = { file, field: `Resources.${name}` };
    const values = reader.expression(properties) as Section | undefined;
    if (typeof type === "string")
      names.set(prefix + name, new Unresolved(prefix + name, type, at, isLetGo, values ?? {}, times));
  }
}

/** Turns what CloudFormation writes into expressions. */
class TemplateReader {
  public constructor(
    private readonly file: string,
    private readonly prefix: string,
    private readonly unknowns: Unknowns,
  ) {}

  public expression(value: unknown, level = 0): unknown {
    if (level > 100) {
      const found = "more than 100 levels of objects and lists";
      throw rejected(
        { file: this.file },
        "IB-IMPORT-CYCLE",
        found,
        "fewer levels",
        "correct the template: AWS rejects it too",
      );
    }
    const inner = (each: unknown): unknown => this.expression(each, level + 1);
    if (typeof value === "string") return this.text(value);
    if (isList(value)) return value.map(inner);
    if (!isRecord(value)) return value;
    const [[key, argument] = ["", undefined], ...others] = Object.entries(value);
    const name = others.length === 0 ? key.replace("Fn::", "") : "";
    if (key === "Ref")
      return argument === "AWS::NoValue" ? call("NoValue") : call("ref", this.prefix, textOf(argument));
    if (name === "Condition" && typeof argument === "string") return call("ref", this.prefix, "Condition", argument);
    if (name === key || name === "")
      return Object.fromEntries(Object.entries(value).map(([field, each]) => [field, inner(each)]));
    const [first, ...rest] = listOf(argument).map((each) => (name === "Sub" ? each : inner(each)));
    switch (name) {
      case "GetAtt":
        return call("ref", this.prefix, ...[first, ...rest].map(textOf).join(".").split("."));
      case "Sub":
        return call("join", "", this.pieces(textOf(first), rest[0], level));
      case "If":
        return call("if", call("ref", this.prefix, "Condition", textOf(first)), ...rest);
      case "FindInMap":
        return call(
          "try",
          call("get", call("ref", this.prefix, "Mappings"), first, ...rest.slice(0, 2)),
          part(rest[2], ["DefaultValue"]) ?? "",
        );
      case "ImportValue":
        return call("import", first);
      case "Length":
      case "ToJsonString":
        return call(name, inner(argument));
      default:
        return { [key]: [first, ...rest] };
    }
  }

  /** Text and references of `Fn::Sub`. */
  private pieces(text: string, own: unknown, level: number): unknown[] {
    return text.split(/(\$\{[^}]*\})/).map((piece) => {
      const [, literal, name = ""] = /^\$\{(!?)\s*([^}]*?)\s*\}$/.exec(piece) ?? [];
      if (literal === "!") return `\${${name}}`;
      if (!/^[\w:.]+$/.test(name)) return this.text(piece);
      const value = part(own, [name]);
      return value === undefined ? call("ref", this.prefix, ...name.split(".")) : this.expression(value, level + 1);
    });
  }

  /** Texts that only AWS can look up, secrets among them, are unknown. */
  private text(text: string): string {
    return text.replaceAll(/\{\{resolve:([a-z-]+):([^}]+)\}\}/g, (whole, service: string, name: string) =>
      this.unknowns.textFor(whole, `${quote(name)} of ${service}, which AWS looks up`),
    );
  }
}
