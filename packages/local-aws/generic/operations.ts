import { randomUUID } from "node:crypto";
import * as path from "node:path";
import { AwsError, NotImplementedHere } from "../errors";
import { isList, isObject, type Json, type JsonObject, shown, tagEntries } from "../json";
import type { Shape } from "../model";
import type { Scope } from "../world";
import type { Api } from "./api";
import { Filling, tagFields } from "./filling";
import type { Thing } from "./state";

const verbs = {
  create: /^(Create|Put|Register|Request|Allocate)/,
  change: /^(Update|Modify|Set|Enable|Disable)/,
  read: /^(Get|Describe|List|BatchGet)/,
  remove: /^(Delete|Deregister|Schedule(?=\w+Deletion$))/,
  tag: /^(Tag|Untag)[A-Z]|Tags(?=[A-Z]|$)/,
};
const missing = /NotFound|DoesNotExist|NoSuch|NonExist/;
const taken = /Exist|Duplicate|InUse|Conflict/;

/** One call of a service that nobody wrote by hand: what it does follows from its name and its shapes. */
export class GenericCall {
  private readonly verb: string;
  private readonly noun: string;

  public constructor(
    private readonly api: Api,
    private readonly operation: string,
    private readonly input: JsonObject,
    private readonly scope: Scope,
  ) {
    const [verb = ""] = Object.values(verbs).flatMap((each) => each.exec(operation)?.[0] ?? []);
    this.verb = verb;
    this.noun = operation.slice(verb.length).replace(/Deletion$/, "");
  }

  public answer(): JsonObject {
    const { operation } = this;
    if (verbs.tag.test(operation)) return this.tag();
    if (verbs.create.test(operation)) return this.create();
    if (verbs.change.test(operation)) return this.write(this.keyed()[0] ?? this.mentioned() ?? this.missing());
    if (verbs.read.test(operation)) return this.read();
    if (verbs.remove.test(operation)) return this.remove();
    throw new NotImplementedHere(operation);
  }

  private tag(): JsonObject {
    const thing = this.mentioned() ?? this.missing();
    const members = verbs.read.test(this.operation) ? [] : Object.keys(this.input).filter((name) => /tag/i.test(name));
    for (const name of members) {
      const removes = /^(Untag|Remove|Delete)/.test(this.operation) || name.startsWith("Remove");
      for (const [key, value] of tagEntries(this.input[name])) {
        if (removes) thing.tags.delete(key);
        else thing.tags.set(key, value);
      }
    }
    return this.output(thing);
  }

  private create(): JsonObject {
    const { noun, verb, input, scope, api } = this;
    const keys = this.keysOf(noun);
    const given = keys.flatMap((key) => texts(input[key] ?? input[single(key)]));
    const name = given.length > 0 && given.length === keys.length ? given.join("/") : nameIn(input, noun);
    const isSetting = verb === "Put" && keys.length === 0 && name === undefined;
    const old = this.things().find((thing) => thing.noun === noun && (isSetting || thing.name === name));
    const error = old && this.error(taken, noun, "exists already");
    const mayWrite = verb !== "Create" && (!("Overwrite" in this.members()) || input["Overwrite"] === true);
    if (!mayWrite && error !== undefined) throw error;
    // A key's policy belongs to the key: the same member identifies both.
    const owner = old ?? (verb === "Create" ? undefined : this.mentioned());
    if (owner !== undefined && owner.keys.join() === keys.map(single).join()) return this.write(owner);
    const id = randomUUID();
    const kind = noun.toLowerCase();
    const resource = name?.startsWith(`${kind}/`) === true ? name : path.posix.join(kind, name ?? id);
    const thing: Thing = {
      service: api.name,
      noun,
      id,
      name: name ?? id,
      arn: scope.arn(api.name, resource, /^(iam|cloudfront|route53)$/.test(api.name) ? "" : scope.region),
      created: Math.floor(scope.now().getTime() / 1000),
      keys: keys.map(single),
      fields: {},
      version: 0,
      tags: new Map(Object.keys(input).flatMap((field) => (tagFields.test(field) ? tagEntries(input[field]) : []))),
    };
    scope.generic.things.add(thing);
    scope.generic.known.set(`${api.name} ${noun}`, thing);
    return this.write(thing);
  }

  /** Keeps what a request says about a thing. */
  private write(thing: Thing): JsonObject {
    const { noun, verb, input } = this;
    thing.version++;
    const switched = /^(En|Dis)able$/.test(verb) ? { [`${noun}Enabled`]: verb === "Enable" } : {};
    const before = verb === "Put" && thing.noun === noun ? {} : thing.fields;
    const said = Object.entries({ ...input, ...switched }).map(([member, value]) => {
      const name = verb === "Update" ? member.replace(/^New(?=[A-Z])/, "") : member;
      if (name !== member && thing.keys.includes(name)) thing.name = shown(value);
      const [old, isMap] = [before[name], this.shape(this.members()[member]?.shape).type === "map"];
      return [name, isMap && isObject(old) && isObject(value) ? { ...old, ...value } : value];
    });
    thing.fields = { ...before, ...(Object.fromEntries(said) as JsonObject) };
    return this.output(thing);
  }

  private read(): JsonObject {
    const found = this.related().filter((thing) => this.selects(thing));
    const lists = Object.entries(this.outputShape().members ?? {}).filter(
      ([, of]) => this.shape(of.shape).type === "list",
    );
    if (this.known() === undefined || lists.length === 0 || !(this.verb === "List" || this.noun.endsWith("s"))) {
      return this.output(found[0] ?? this.mentioned() ?? this.missing());
    }
    const rows = lists.map(([name, { shape }]) => {
      const of = this.shape(this.shape(shape).member?.shape);
      const inside = found.filter((thing) => lists.length === 1 || isNamed(thing.noun, name));
      return [name, inside.map((thing) => this.row(thing, single(name), of))];
    });
    return Object.fromEntries(rows) as JsonObject;
  }

  private remove(): JsonObject {
    const found = this.keyed();
    for (const thing of found) this.scope.generic.things.delete(thing);
    const thing = found[0] ?? this.mentioned() ?? this.missing();
    if (found.length === 0) thing.fields = { ...thing.fields, [this.noun]: undefined };
    return this.output(thing);
  }

  private things(): Thing[] {
    return [...this.scope.generic.things].filter(({ service }) => service === this.api.name);
  }

  /** The things that the operation's noun stands for. */
  private related(): Thing[] {
    const exact = this.things().filter(({ noun }) => noun === this.noun);
    return exact.length > 0 ? exact : this.things().filter(({ noun }) => isNamed(noun, this.noun));
  }

  /** What the operation's noun, or its beginning, stands for, even if none is left. */
  private known(): string | undefined {
    const nouns = [...this.scope.generic.known.values()].filter(({ service }) => service === this.api.name);
    return nouns.map(({ noun }) => noun).find((noun) => isNamed(noun, this.noun) || this.noun.startsWith(noun));
  }

  /** A thing whose name, id, ARN or URL the request has somewhere. */
  private mentioned(): Thing | undefined {
    const values = Object.values(this.input).flatMap(texts);
    const all = this.things().filter((thing) => values.some((value) => this.filling(thing).identities.includes(value)));
    return all.find(({ noun }) => values.includes(noun) || this.operation.includes(noun)) ?? all[0];
  }

  /** The things whose keys the request gives. */
  private keyed(): Thing[] {
    return this.related().filter((thing) => {
      const given = Object.keys(this.input).filter((name) => thing.keys.includes(single(name)));
      return given.length > 0 && this.selects(thing, given);
    });
  }

  /** Whether a request means a thing: by keys, by other fields, by prefixes, by filters. */
  private selects(thing: Thing, members = Object.keys(this.input)): boolean {
    const is = (field: string, values: readonly string[]) =>
      values.length === 0 || values.some((value) => this.filling(thing).is(field, value));
    return members.every((name) => {
      const value = this.input[name];
      const base = /^(.+)Prefix$/.exec(name)?.[1];
      if (base !== undefined) return shown(thing.fields[base] ?? thing.name).startsWith(shown(value));
      const filters = isList(value) ? value.filter(isObject) : [];
      const pairs = filters.map((each) => [
        shown(each["Key"] ?? each["Name"] ?? each["name"]),
        each["Values"] ?? each["values"],
      ]);
      return [[name, value], [single(name), value], ...pairs].every(([field, of]) => {
        const isField = typeof field === "string" && (field in thing.fields || thing.keys.includes(field));
        return !isField || is(field, texts(of));
      });
    });
  }

  private filling(thing: Thing): Filling {
    return new Filling(this.api, thing, this.scope, this.noun);
  }

  private row(thing: Thing, name: string, shape: Shape): Json {
    const filling = this.filling(thing);
    return shape.type === "structure" ? filling.structure(shape, 1) : filling.value(name, shape, 1);
  }

  private output(thing: Thing): JsonObject {
    return this.filling(thing).structure(this.outputShape());
  }

  private outputShape(): Shape {
    return this.shape(this.api.file.operations[this.operation]?.output);
  }

  private shape(name = ""): Shape {
    return this.api.file.shapes[name] ?? { type: "structure" };
  }

  private members(operation = this.operation) {
    return this.shape(this.api.file.operations[operation]?.input).members ?? {};
  }

  /** The members that identify things of a kind: what their deletion requires, or else their reading. */
  private keysOf(noun: string): string[] {
    for (const verb of ["Delete", "Deregister", "Get", "Describe"]) {
      const all = Object.keys(this.api.file.operations).filter((name) => name.startsWith(verb));
      const named = all.filter((name) => isNamed(noun, name.slice(verb.length)));
      for (const name of [...named.filter((each) => each === verb + noun), ...named]) {
        const { required = [] } = this.shape(this.api.file.operations[name]?.input);
        const keys = required.filter((key) => /^(string|list)$/.test(this.shape(this.members(name)[key]?.shape).type));
        if (keys.length > 0) return keys;
      }
    }
    return [];
  }

  /** Refuses what does not exist. Of what was never created here, nothing is known. */
  private missing(): never {
    const noun = this.known();
    if (noun === undefined && !verbs.tag.test(this.operation)) throw new NotImplementedHere(this.operation);
    const unknown = new AwsError("ResourceNotFoundException", "It does not exist.", 404);
    throw this.error(missing, noun ?? "", "does not exist") ?? unknown;
  }

  private error(pattern: RegExp, noun: string, what: string): AwsError | undefined {
    const all = this.api.errorsOf(this.operation).filter(({ code }) => pattern.test(code));
    const { code, status } = all.find((each) => each.code.includes(noun)) ?? all[0] ?? {};
    return code === undefined ? undefined : new AwsError(code, `${noun || "It"} ${what}.`, status);
  }
}

function single(name: string): string {
  return name.replace(/(?<!s)s$/, "");
}

function texts(value: Json): string[] {
  return (isList(value) ? value : [value]).filter((each): each is string => typeof each === "string");
}

function nameIn(input: JsonObject, noun: string): string | undefined {
  const isOwn = (key: string) => /name$/i.test(key) && noun.toLowerCase().includes(key.slice(0, -4).toLowerCase());
  return Object.keys(input)
    .filter(isOwn)
    .flatMap((key) => texts(input[key]))[0];
}

/** Whether a plural, or a shorter name, stands for a noun: `Alarms` for `MetricAlarm`. */
function isNamed(noun: string, name: string): boolean {
  const all = [name, name.replace(/s$/, ""), name.replace(/es$/, ""), name.replace(/ies$/, "y")];
  return all.some((each) => each !== "" && noun.toLowerCase().endsWith(each.toLowerCase()));
}
