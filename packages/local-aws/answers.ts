import { types } from "node:util";
import type { Json } from "./json";
import type { ApiModel, Member, Shape } from "./model";

/** What an operation answers. The model says how a time, a set or a map is written, and which fields an answer has. */
export type Answer =
  | (string | number | boolean | null | undefined)
  | (Date | Uint8Array | ReadonlySet<string> | ReadonlyMap<string, Answer> | readonly Answer[])
  | AnswerObject;

export interface AnswerObject {
  readonly [name: string]: Answer;
}

/** Converts an answer to its model's shape: without the fields that the shape lacks, and with seconds as times. */
export function inShape(answer: Answer, shape: Shape, model: ApiModel): Json {
  const inside = (of: Answer, member: Member | undefined) => inShape(of, model.answer(member?.shape), model);
  if (types.isDate(answer)) return shape.type === "timestamp" ? answer.getTime() / 1000 : answer.toISOString();
  const isParent = /^(list|map|structure)$/.test(shape.type) && typeof answer === "object" && answer !== null;
  if (!isParent) return answer as Json;
  const entries: [string, Answer][] = types.isMap(answer) ? [...asMap(answer)] : Object.entries(answer as AnswerObject);
  if (shape.type === "list") {
    const rows = types.isMap(answer) ? entries.map((entry) => asTag(entry, shape, model)) : [...(answer as Answer[])];
    return rows.map((each) => inside(each, shape.member));
  }
  const { type, members = {}, value } = shape;
  const known = type === "map" ? entries : entries.filter(([name]) => name in members || name.startsWith("@"));
  return Object.fromEntries(known.map(([name, of]) => [name, inside(of, members[name] ?? value)]));
}

function asMap(answer: unknown): ReadonlyMap<string, Answer> {
  return answer as ReadonlyMap<string, Answer>;
}

/** A tag, in a list of structures whose members are named `Key` and `Value` or the like. */
function asTag([name, value]: [string, Answer], { member }: Shape, model: ApiModel): AnswerObject {
  const [key = "", content = ""] = Object.keys(model.answer(member?.shape).members ?? {});
  return { [key]: name, [content]: value };
}
