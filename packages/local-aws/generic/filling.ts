import { isList, isObject, type Json, type JsonObject, pick, shown } from "../json";
import type { Shape } from "../model";
import type { Scope } from "../world";
import type { Api } from "./api";
import type { Thing } from "./state";

/** Members with tags. */
export const tagFields = /^(\w*tags|taglist|tagset)$/i;
/** States of what can be used. */
const ready = ["active", "enabled", "available", "ready", "insync", "in_service", "completed", "created", "ok"];
/** Endings of members that say the same about a thing: `SSESpecification` in a request, `SSEDescription` in an answer. */
const endings = /(Description|Specification|Configuration|Config|Settings|Summary|Details)$/;
/** Members whose values a service makes up: those that begin with the thing's noun, or with nothing, are its own. */
const made = /^(.*?)(arn|id|name|url|state|status|version|etag|enabled)$/i;

/** What AWS adds, which no model says, and without which the Terraform provider reports a change. By `service Noun`. */
const defaults: Readonly<Record<string, JsonObject>> = {
  // https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateKey.html
  "kms Key": { Origin: "AWS_KMS", KeyManager: "CUSTOMER", RotationPeriodInDays: 365 },
};

/** Fills the shapes of answers with what is known about one thing. */
export class Filling {
  public readonly identities: readonly string[];
  private readonly url: string;
  private readonly said: JsonObject;

  public constructor(
    private readonly api: Api,
    private readonly thing: Thing,
    private readonly scope: Scope,
    /** The noun of the operation that is answered. */
    private readonly noun: string,
  ) {
    const { name, id, arn, service, fields } = thing;
    this.url = `https://${service}.${scope.region}.amazonaws.com/${scope.accountId}/${name}`;
    this.identities = [name, id, arn, this.url];
    this.said = { ...defaults[`${service} ${thing.noun}`], ...fields };
  }

  /** Whether a value of a request's member means this thing. */
  public is(member: string, value: string): boolean {
    return this.thing.fields[member] === value || this.identities.includes(value);
  }

  public structure({ members = {} }: Shape, depth = 0): JsonObject {
    const fields = Object.entries(members).map(([name, { shape }]) => [
      name,
      this.value(name, this.shape(shape), depth),
    ]);
    return Object.fromEntries(fields.filter(([, value]) => value !== undefined)) as JsonObject;
  }

  /** A member of an answer, or a row of a list in it. */
  public value(name: string, shape: Shape, depth: number): Json {
    const { type } = shape;
    if (tagFields.test(name)) return this.tags(shape);
    const said = this.said[name];
    const isFitting = isObject(said) ? /^(structure|map)$/.test(type) : isList(said) === (type === "list");
    if (said !== undefined && isFitting) {
      const isOwn = isObject(said) && type === "map" && this.noun.endsWith("Attributes");
      return isOwn ? { ...said, [`${this.thing.noun}Arn`]: this.thing.arn } : said;
    }
    return type === "structure" ? this.nested(name, shape, depth) : this.derived(name, type);
  }

  private shape(name = ""): Shape {
    return this.api.file.shapes[name] ?? { type: "structure" };
  }

  private tags(shape: Shape): Json {
    const { tags } = this.thing;
    if (shape.type === "map") return Object.fromEntries(tags);
    const members = Object.keys((shape.type === "list" ? this.shape(shape.member?.shape) : shape).members ?? {});
    const [key = "", value = ""] = [/key$/i, /value$/i].map((end) => members.find((each) => end.test(each)));
    if (shape.type === "list") return [...tags].map(([name, content]) => ({ [key]: name, [value]: content }));
    const [name = ""] = members;
    return { [name]: this.tags(this.shape(shape.members?.[name]?.shape)) };
  }

  /** What a service adds by itself: ids, ARNs, times, a state. */
  private derived(name: string, type: string): Json {
    const { thing, scope, api } = this;
    if (type === "timestamp") return /creat|modif|updat|chang/i.test(name) ? api.time(thing.created) : undefined;
    if (/^versionid$/i.test(name)) return String(thing.version);
    if (/(account|registry)(id)?$|^owner(id)?$/i.test(name)) return scope.accountId;
    const [, of = "", what = ""] = made.exec(name) ?? [];
    if (!`resource ${thing.noun}`.toLowerCase().includes(of.toLowerCase())) return undefined;
    switch (what.toLowerCase()) {
      case "arn":
      case "id":
      case "name":
        return thing[what.toLowerCase() as "arn" | "id" | "name"];
      case "url":
        return this.url;
      case "version":
      case "etag":
        return type === "string" ? String(thing.version) : thing.version;
      case "enabled":
        return type === "boolean" ? true : undefined;
      default: {
        const values = api.enums[name] ?? api.enums[`${thing.noun}${name}`] ?? [];
        return ready.flatMap((state) => values.filter((value) => value.toLowerCase() === state))[0];
      }
    }
  }

  /** A structure that a request has under a similar name, or that says more about the thing. */
  private nested(name: string, shape: Shape, depth: number): Json {
    const stem = name.replace(endings, "");
    const [field = "", given] = Object.entries(this.said).find(([each]) => each.replace(endings, "") === stem) ?? [];
    const said = pick(isObject(given) ? given : { [field]: given }, ...Object.keys(shape.members ?? {}));
    const inside = depth === 0 ? this.structure(shape, 1) : {};
    const isAbout = Object.values(inside).some((value) => this.identities.includes(shown(value)));
    const all = { ...(isAbout || name.startsWith(this.noun) ? inside : {}), ...said };
    return Object.keys(all).length > 0 ? all : undefined;
  }
}
