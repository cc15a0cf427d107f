import { isObject, type Json, type JsonObject, objects, shown, text } from "../json";
import type { Send } from "./send";

/** The account and region in which cases are tested, and the prefix of every name that they use. */
export interface Place {
  readonly account: string;
  readonly region: string;
  readonly prefix: string;
}

/** One call in a case, and the expected response. */
export interface Step {
  /** `iam:CreateRole` */
  readonly call: string;
  readonly input: (at: Place) => object;
  /** Code of the error with which AWS refuses the call. */
  readonly refused?: string;
  /** Part of the response. @default any response */
  readonly shows?: (at: Place) => JsonObject;
}

/** An assumption about AWS that this project relies on. */
export interface Belief {
  readonly belief: string;
  /** The page or report that states it, or the program that relies on it. */
  readonly source: string;
  readonly steps: readonly Step[];
}

export interface Outcome {
  readonly belief: string;
  /** How AWS differed from the belief; absent if it holds. */
  readonly difference?: string;
  /** Things that could not be removed. */
  readonly left: readonly string[];
}

/** How calls that create something begin, and the calls that remove it again. */
const removals: readonly (readonly [RegExp, string])[] = [
  [/^PutTargets$/, "RemoveTargets"],
  [/^(Create|Put(?=Rule$|Object$))/, "Delete"],
  [/^AttachRolePolicy$/, "DetachRolePolicy"],
  [/^AddRoleTo/, "RemoveRoleFrom"],
];

/** How to remove what a call created: the operation, and everything that is known about the thing as its input. */
function removalOf(operation: string, input: JsonObject, answer: JsonObject): [string, JsonObject] | undefined {
  const [pattern = "", removal = ""] = removals.find(([begins]) => begins.test(operation)) ?? [];
  if (removal === "") return undefined;
  const Ids = objects(input, "Targets").map((each) => shown(each["Id"]));
  const PolicyArn = text(answer, "Policy", "Arn") ?? input["PolicyArn"];
  return [operation.replace(pattern, removal), { ...input, ...answer, Ids, PolicyArn, force: true }];
}

/** Tests one belief, and removes everything that was created. */
export async function play({ belief, steps }: Belief, at: Place, send: Send): Promise<Outcome> {
  const made: { readonly service: string; readonly removal: readonly [string, JsonObject] }[] = [];
  let difference: string | undefined;
  for (const step of steps) {
    const [service = "", operation = ""] = step.call.split(":");
    const input = step.input(at) as JsonObject;
    const answer = await send(service, operation, input).catch((error: unknown) =>
      error instanceof Error ? error : new Error(String(error)),
    );
    if (!(answer instanceof Error)) {
      const removal = removalOf(operation, input, answer);
      if (removal !== undefined) made.unshift({ service, removal });
    }
    difference = differenceOf(step, answer, at);
    if (difference !== undefined) break;
  }
  const left: string[] = [];
  for (const { service, removal } of made) {
    const [operation, input] = removal;
    await send(service, operation, input).catch((error: unknown) => {
      const { name } = error as Error;
      // It may be gone already: some cases delete what they create.
      if (!/NotFound|NoSuch/.test(name))
        left.push(`${service}:${operation} ${JSON.stringify({ ...input, $metadata: undefined })}: ${name}`);
    });
  }
  return { belief, left, ...(difference === undefined ? {} : { difference }) };
}

function differenceOf({ call, refused, shows }: Step, answer: JsonObject | Error, at: Place): string | undefined {
  if (answer instanceof Error) {
    return answer.name === refused ? undefined : `${call} was refused with ${answer.name}: ${answer.message}`;
  }
  if (refused !== undefined) return `${call} was accepted; expected ${refused}`;
  const wanted = shows?.(at);
  if (wanted === undefined || includes(answer, wanted)) return undefined;
  return `${call} answered ${JSON.stringify({ ...answer, $metadata: undefined })}; expected ${JSON.stringify(wanted)}`;
}

/** Whether a value contains everything that is expected; null means that a field must be absent. */
function includes(value: Json, wanted: Json): boolean {
  if (wanted === null) return value === undefined || value === null;
  if (Array.isArray(wanted)) {
    return (
      Array.isArray(value) &&
      value.length === wanted.length &&
      wanted.every((each: Json, i) => includes(value[i] as Json, each))
    );
  }
  if (!isObject(wanted)) return shown(value) === shown(wanted);
  return isObject(value) && Object.entries(wanted).every(([key, each]) => includes(value[key], each));
}
