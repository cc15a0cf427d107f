import { type At, error } from "@pipelines/findings/finding";
import { list, quote } from "@pipelines/findings/text";
import { isList, isRecord } from "@pipelines/findings/values";
import { LineCounter, Pair, parseDocument, Scalar, type CollectionTag, type ScalarTag, YAMLMap } from "yaml";
import { isTooDeep } from "@pipelines/image-checks/component-document/read-yaml";
import { kindOf, type SourceResource, SourceRejected } from "./source";
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
  const tag = `!${name}`;
  return [
    { tag, resolve: (text: string) => ({ [key]: text }) },
    { tag, collection: "seq", resolve: long },
    { tag, collection: "map", resolve: long },
  ];
});

/** The values of a template, in YAML with or without short forms, or JSON. Scalars of YAML are texts. */
export function parseTemplate(text: string, file: string): unknown {
  const reject = (at: At, found: string): SourceRejected =>
    new SourceRejected(error(at, "IB-IMPORT-SYNTAX", { found, allowed: "YAML or JSON", fix: "correct the syntax" }));
  if (/^\s*[{[]/.test(text)) {
    try {
      return JSON.parse(text);
    } catch {
      // Braces begin YAML too, whose parser knows the line of a mistake.
    }
  }
  if (isTooDeep(text)) throw reject({ file }, "lists and objects inside each other without an end");
  const lines = new LineCounter();
  const document = parseDocument(text, {
    schema: "failsafe",
    customTags: (all) => [...all, ...tags],
    lineCounter: lines,
    prettyErrors: false,
    merge: true,
    logLevel: "silent",
  });
  const [problem] = document.errors;
  if (problem) {
    const { line, col } = lines.linePos(problem.pos[0]);
    throw reject({ file, line, column: col }, problem.message);
  }
  try {
    return document.toJS({ maxAliasCount: 1000 });
  } catch (thrown) {
    throw reject({ file }, thrown instanceof Error ? thrown.message : String(thrown));
  }
}

/** What `Ref` gives for resources whose name the template may choose. */
const nameProperties: Readonly<Record<string, string>> = {
  "AWS::ECR::Repository": "RepositoryName",
  "AWS::S3::Bucket": "BucketName",
  "AWS::IAM::Role": "RoleName",
  "AWS::IAM::InstanceProfile": "InstanceProfileName",
  "AWS::Logs::LogGroup": "LogGroupName",
};

/** Texts that only AWS can look up, secrets among them. */
const dynamicReference = /\{\{resolve:([a-z-]+):([^}]+)\}\}/g;

const mostLevels = 100;

type Section = Readonly<Record<string, unknown>>;

interface Surroundings {
  /** Of ids, for one of several templates. */
  readonly prefix: string;
  /** Values that templates of the same source export, by name. */
  readonly imports: ReadonlyMap<string, () => unknown>;
  /** Account and region, if they are known. */
  readonly place: Readonly<Record<string, string>>;
}

/** A template of CloudFormation, whose intrinsic functions are resolved as far as they can be. */
export class Template {
  private readonly parameters: Section;
  private readonly mappings: Section;
  private readonly conditions: Section;
  private readonly resources: Section;
  /** What is being resolved, outermost first. */
  private readonly open: string[] = [];
  private level = 0;

  public constructor(
    template: Section,
    private readonly file: string,
    private readonly unknowns: Unknowns,
    private readonly surroundings: Surroundings,
  ) {
    const section = (name: string): Section => (isRecord(template[name]) ? template[name] : {});
    this.parameters = section("Parameters");
    this.mappings = section("Mappings");
    this.conditions = section("Conditions");
    this.resources = section("Resources");
  }

  /** Every resource that the template makes; properties of kinds that an import does not read are left out. */
  public read(): { resources: SourceResource[]; switchedOff: { id: string; why: string }[] } {
    const switchedOff: { id: string; why: string }[] = [];
    const resources = Object.entries(this.resources).flatMap(([name, resource]): SourceResource[] => {
      if (!isRecord(resource) || typeof resource.Type !== "string") return [];
      const { Type: type, Condition: condition } = resource;
      const id = this.surroundings.prefix + name;
      const isMade = typeof condition !== "string" || kindOf(type) === undefined || this.condition(condition);
      if (isMade === false) {
        switchedOff.push({ id, why: `the condition ${condition} is false` });
        return [];
      }
      const properties = kindOf(type) === undefined ? {} : this.resolve(resource.Properties, name);
      const unclear = typeof isMade === "string" ? { UnclearCondition: isMade } : {};
      return [
        {
          id,
          type,
          properties: { ...Object(properties), ...unclear } as unknown,
          at: { file: this.file, field: `Resources.${name}` },
          isLetGo: resource.DeletionPolicy === "Retain" && resource.UpdateReplacePolicy === "Retain",
        },
      ];
    });
    return { resources, switchedOff };
  }

  /** The value of anything in the template; `undefined` for what is not there (`AWS::NoValue`). */
  public resolve(value: unknown, path: string): unknown {
    if (++this.level > mostLevels) {
      throw this.rejected(
        `more than ${mostLevels} levels of objects, lists and references in ${path.split(".")[0] ?? ""}`,
      );
    }
    try {
      if (typeof value === "string") return this.withoutDynamicReferences(value, path);
      if (isList(value)) {
        return value.map((each, index) => this.resolve(each, `${path}.${index}`)).filter((each) => each !== undefined);
      }
      if (!isRecord(value)) return value;
      const [[key, argument] = [""], ...others] = Object.entries(value);
      if (others.length === 0 && (key === "Ref" || key === "Condition" || key.startsWith("Fn::"))) {
        return this.call(key, argument, path);
      }
      const fields = Object.entries(value).map(
        ([name, each]) => [name, this.resolve(each, `${path}.${name}`)] as const,
      );
      return Object.fromEntries(fields.filter(([, each]) => each !== undefined));
    } finally {
      this.level--;
    }
  }

  private call(name: string, argument: unknown, path: string): unknown {
    const { unknowns } = this;
    const unknown = (what: string): string => unknowns.textFor({ name: path, what });
    if (name === "Ref") return this.reference(String(argument));
    if (name === "Condition") return this.condition(String(argument));
    if (name === "Fn::GetAtt") {
      const [resource = "", ...attribute] = isList(argument) ? argument.map(String) : String(argument).split(".");
      return this.attribute(resource, attribute.join("."));
    }
    if (name === "Fn::Sub") return this.substitute(argument, path);
    if (name === "Fn::If") {
      const [condition, yes, no] = isList(argument) ? argument : [];
      const isTrue = this.condition(String(condition));
      return typeof isTrue === "string" ? isTrue : this.resolve(isTrue ? yes : no, path);
    }
    const resolved = this.resolve(argument, path);
    const values = isList(resolved) ? resolved : [resolved];
    const [first, second, third] = values;
    const wrong = (): string => unknown(`${name} with ${list(values.map((each) => quote(textOf(each))))}`);
    switch (name) {
      case "Fn::Join":
        if (isList(second)) return second.map(textOf).join(textOf(first));
        return unknowns.follows(second) ?? wrong();
      case "Fn::Split":
        return unknowns.follows(second) ?? textOf(second).split(textOf(first));
      case "Fn::Select": {
        const chosen = isList(second) ? second[Number(first)] : unknowns.follows(second, first);
        return chosen ?? wrong();
      }
      case "Fn::FindInMap": {
        const row = isRecord(this.mappings[textOf(first)]) ? (this.mappings[textOf(first)] as Section) : {};
        const cells = isRecord(row[textOf(second)]) ? (row[textOf(second)] as Section) : {};
        const otherwise = values.slice(3).map((each) => (isRecord(each) ? each.DefaultValue : undefined))[0];
        return cells[textOf(third)] ?? unknowns.follows(values) ?? otherwise ?? wrong();
      }
      case "Fn::ImportValue": {
        const exported = this.surroundings.imports.get(textOf(resolved));
        const what = `the export ${unknowns.shown(textOf(resolved))} of another stack`;
        return exported === undefined ? unknowns.textFor({ name: unknowns.shown(textOf(resolved)), what }) : exported();
      }
      case "Fn::Base64":
        return unknowns.follows(resolved) ?? Buffer.from(textOf(resolved)).toString("base64");
      case "Fn::ToJsonString":
        return JSON.stringify(resolved);
      case "Fn::Length":
        return isList(resolved) ? resolved.length : (unknowns.follows(resolved) ?? wrong());
      case "Fn::Equals":
        return unknowns.follows(first, second) ?? textOf(first) === textOf(second);
      case "Fn::Not":
        return unknowns.follows(first) ?? first !== true;
      case "Fn::And":
        return values.includes(false) ? false : (unknowns.follows(values) ?? true);
      case "Fn::Or":
        return values.includes(true) ? true : (unknowns.follows(values) ?? false);
      default:
        return unknown(`${name}, which only AWS can resolve`);
    }
  }

  /** Whether a condition holds; a place for what that depends on, if it is unknown. */
  private condition(name: string): boolean | string {
    if (!(name in this.conditions)) {
      return this.unknowns.textFor({ name, what: `the condition ${quote(name)}, which the template does not have` });
    }
    const value = this.within(name, () => this.resolve(this.conditions[name], name));
    return this.unknowns.follows(value) ?? value === true;
  }

  private reference(name: string): unknown {
    if (name === "AWS::NoValue") return undefined;
    if (name.startsWith("AWS::"))
      return this.surroundings.place[name] ?? this.unknowns.textFor({ name, what: `${name} of the stack` });
    if (name in this.parameters) return this.parameter(name);
    const resource = this.resources[name];
    if (!isRecord(resource)) {
      return this.unknowns.textFor({ name, what: `${quote(name)}, which the template does not have` });
    }
    const field = nameProperties[String(resource.Type)];
    const properties = isRecord(resource.Properties) ? resource.Properties : {};
    if (field !== undefined && properties[field] !== undefined) {
      return this.within(name, () => this.resolve(properties[field], `${name}.${field}`));
    }
    return this.attribute(name, "");
  }

  private attribute(name: string, attribute: string): string {
    const full = attribute === "" ? name : `${name}.${attribute}`;
    const what = `${full} of a resource that AWS makes`;
    return this.unknowns.textFor({ name: full, what, resource: this.surroundings.prefix + name });
  }

  private parameter(name: string): unknown {
    const parameter = isRecord(this.parameters[name]) ? this.parameters[name] : {};
    const type = String(parameter.Type);
    const isSecret = String(parameter.NoEcho) === "true";
    const given = this.unknowns.valueOf(name);
    const fallback = isSecret || type.startsWith("AWS::SSM::") ? undefined : parameter.Default;
    if (given !== undefined && isSecret) this.unknowns.secrets.push(given);
    const value = given ?? fallback;
    if (value === undefined) {
      const why = isSecret
        ? "which is secret (NoEcho)"
        : fallback === parameter.Default
          ? "which has no default"
          : "which Systems Manager keeps";
      return this.unknowns.textFor({ name, what: `the parameter ${name}, ${why}` });
    }
    if (!/List\b/.test(type)) return textOf(value);
    return textOf(value)
      .split(",")
      .map((each) => each.trim());
  }

  private substitute(argument: unknown, path: string): string {
    const [text, variables] = isList(argument) ? argument : [argument];
    const own = isRecord(variables) ? variables : {};
    return textOf(text).replaceAll(/\$\{(!?)\s*([^}]*?)\s*\}/g, (whole, literal: string, name: string) => {
      if (literal === "!") return `\${${name}}`;
      if (!/^[\w:.]+$/.test(name)) return whole;
      if (name in own) return textOf(this.resolve(own[name], `${path}.${name}`));
      const [resource = "", ...attribute] = name.split(".");
      return textOf(attribute.length > 0 ? this.attribute(resource, attribute.join(".")) : this.reference(name));
    });
  }

  private withoutDynamicReferences(text: string, path: string): string {
    return text.replaceAll(dynamicReference, (whole, service: string, name: string) =>
      this.unknowns.textFor({ name: path, what: `${quote(name)} of ${service}, which AWS looks up (${quote(whole)})` }),
    );
  }

  private within<T>(name: string, work: () => T): T {
    if (this.open.includes(name)) {
      throw this.rejected(`references in a circle: ${[...this.open.slice(this.open.indexOf(name)), name].join(" → ")}`);
    }
    this.open.push(name);
    try {
      return work();
    } finally {
      this.open.pop();
    }
  }

  private rejected(found: string): SourceRejected {
    const words = { found, allowed: "references that end", fix: "correct the template: AWS refuses it too" };
    return new SourceRejected(error({ file: this.file }, "IB-IMPORT-CYCLE", words));
  }
}

function textOf(value: unknown): string {
  if (typeof value === "string") return value;
  if (isList(value)) return value.map(textOf).join(",");
  return value === undefined ? "" : JSON.stringify(value);
}
