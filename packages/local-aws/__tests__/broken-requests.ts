import { testAccount, testRegion } from "@pipelines/testing/clients";
import { sender } from "../conformance/send";
import { AwsError } from "../errors";
import { isObject, type Json, type JsonObject, omit } from "../json";
import { type LocalAws, startLocalAws } from "../local-aws";
import { ApiModel, type Member, type ModelFile, type Shape } from "../model";
import { validRequests } from "./valid-requests";

/** AWS's codes for a request that breaks its model. Any other refusal of a broken request is a coincidence. */
const codes: Readonly<Record<string, RegExp>> = {
  ecr: /^(InvalidParameterException|InvalidTagParameterException|SerializationException)$/,
  events: /^(ValidationException|SerializationException)$/,
  iam: /^(ValidationError|InvalidInput)/,
  imagebuilder: /^(InvalidParameterValueException|SerializationException)$/,
  logs: /^(InvalidParameterException|SerializationException)$/,
  // A response to HEAD has no code.
  s3: /^(MalformedXML|InvalidArgument|InvalidBucketName|InvalidTag|Unknown)$/,
  sns: /^(ValidationError|InvalidParameter)/,
  sts: /^ValidationError/,
};

/** Fields that this version of the SDK does not know and therefore does not send. */
const unsent = new Set(
  [
    "ContainerRecipe",
    "DistributionConfiguration",
    "ImagePipeline",
    "InfrastructureConfiguration",
    "LifecyclePolicy",
  ].map((type) => `imagebuilder:Create${type} dryRun`),
);

interface Break {
  readonly kind: "missing" | "type" | "below min" | "above max" | "pattern" | "enum";
  /** `tags[0].Key` */
  readonly path: string;
  readonly input: JsonObject;
}

/** Protocols without types: any text is a valid string, and several fields with the same name form a list. */
const untyped = new Set(["iam", "s3", "sns", "sts"]);

class Breaker {
  private readonly model: ApiModel;

  public constructor(private readonly service: string) {
    const file = jest.requireActual<ModelFile>(`../${service}/model.json`);
    this.model = new ApiModel(file, () => new AwsError("", ""));
  }

  /** Returns copies of the request that each break one rule of the model. */
  public breaksOf(operation: string, input: JsonObject): Break[] {
    return this.inside(this.model.input(operation), input, "").map(({ value, ...rest }) => ({
      ...rest,
      input: isObject(value) ? value : {},
    }));
  }

  private inside(
    shape: Shape,
    value: Json,
    path: string,
    location?: string,
  ): (Omit<Break, "input"> & { readonly value: Json })[] {
    if (shape.type === "structure" && isObject(value)) {
      return Object.entries(shape.members ?? {}).flatMap(([name, member]) => {
        const at = path === "" ? name : `${path}.${name}`;
        const inLabel = member.location === "uri";
        // No SDK sends a request without one of its path labels, and every SDK generates tokens itself.
        const isMissable = shape.required?.includes(name) === true && !inLabel && name !== "clientToken";
        const without = omit(value, name);
        return [
          ...(isMissable && value[name] !== undefined ? [{ kind: "missing" as const, path: at, value: without }] : []),
          ...this.of(member, value[name], at)
            .filter((each) => !inLabel || each.value !== "")
            .map((each) => ({ ...each, value: { ...value, [name]: each.value } })),
        ];
      });
    }
    if (shape.type === "list" && Array.isArray(value) && shape.member !== undefined) {
      const [first, ...others] = value as readonly Json[];
      return first === undefined
        ? []
        : this.of({ ...shape.member, ...(location === undefined ? {} : { location }) }, first, `${path}[0]`).map(
            (each) => ({ ...each, value: [each.value, ...others] }),
          );
    }
    if (shape.type === "map" && isObject(value) && shape.value !== undefined) {
      const [[name, first] = ["", undefined]] = Object.entries(value);
      if (first === undefined) return [];
      return this.of(shape.value, first, `${path}.${name}`).map((each) => ({
        ...each,
        value: { ...value, [name]: each.value },
      }));
    }
    return [];
  }

  private of(member: Member, value: Json, path: string) {
    const shape = this.model.shape(member.shape);
    const own = this.broken(shape, value, member).map(([kind, broken]) => ({ kind, path, value: broken }));
    return [...own, ...(value === undefined ? [] : this.inside(shape, value, path, member.location))];
  }

  private broken(shape: Shape, value: Json, { location }: Member): (readonly [Break["kind"], Json])[] {
    const { min = 0, max = Infinity, pattern, enum: values } = shape;
    const isTyped = !untyped.has(this.service) && location === undefined;
    switch (shape.type) {
      case "integer":
      case "long":
        return [
          ["type", "many"],
          ...(shape.min === undefined || min <= 0 ? [] : [["below min", min - 1] as const]),
          ...(max === Infinity || max > 2 ** 31 - 2 ? [] : [["above max", max + 1] as const]),
        ];
      case "boolean":
        return [["type", "maybe"]];
      case "list":
      case "map": {
        if (value === undefined) return [];
        const many = Array.isArray(value)
          ? Array.from({ length: max === Infinity ? 0 : max + 1 }, () => (value as readonly Json[])[0])
          : Object.fromEntries(Array.from({ length: max === Infinity ? 0 : max + 1 }, (_, i) => [`k${i}`, "v"]));
        const none = Array.isArray(value) ? [] : {};
        return [
          ...(isTyped ? [["type", 7] as const] : []),
          ...(min > 0 ? [["below min", none] as const] : []),
          ...(max === Infinity ? [] : [["above max", many as Json] as const]),
        ];
      }
      case "string": {
        const base = typeof value === "string" ? value : "a";
        const fits = (text: string) =>
          (pattern === undefined || this.model.pattern(pattern).test(text)) && text.length >= min && text.length <= max;
        const long =
          max === Infinity || max > 300_000 ? undefined : base + base.slice(-1).repeat(max + 1 - base.length);
        const odd = ["*", " ", "é", "\u0007", "|"]
          .map((c) => base + c)
          .find((text) => !fits(text) && text.length <= max);
        return [
          ...(isTyped ? [["type", 7] as const] : []),
          ...(min > 0 && (location !== "header" || min > 1) ? [["below min", base.slice(0, min - 1)] as const] : []),
          ...(long === undefined || values !== undefined ? [] : [["above max", long] as const]),
          ...(pattern === undefined || values !== undefined || odd === undefined ? [] : [["pattern", odd] as const]),
          ...(values === undefined ? [] : [["enum", "SOMETHING_ELSE"] as const]),
        ];
      }
      default:
        return [];
    }
  }
}

export interface BrokenRequest extends Break {
  readonly service: string;
  readonly operation: string;
  /** What is broken: `ecr:CreateRepository tags[0].Key missing`. */
  readonly name: string;
}

/** Returns the service's error code from an SDK error; undefined if the SDK itself rejected the request. */
function codeOf(error: unknown): string | undefined {
  const { name, $metadata, $response } = error as { name: string; $metadata?: object; $response?: unknown };
  return $metadata === undefined && $response === undefined ? undefined : name;
}

/** The outcome of a sequence of requests, and of the broken requests before each of them. */
export interface Outcome {
  readonly broken: readonly BrokenRequest[];
  /** Valid requests that were refused, with the reason. */
  readonly refused: readonly string[];
  /** Broken requests that were accepted, or that were refused for a different reason than in AWS. */
  readonly wrong: readonly string[];
}

/** Sends the requests of {@link validRequests}, each one after the selected broken versions of it. */
export async function playBroken(isWanted: (request: BrokenRequest) => boolean): Promise<Outcome> {
  const aws = await startLocalAws();
  try {
    return await play(aws, isWanted);
  } finally {
    await aws.close();
  }
}

async function play(aws: LocalAws, isWanted: (request: BrokenRequest) => boolean): Promise<Outcome> {
  const credentials = { accessKeyId: testAccount, secretAccessKey: "local" };
  const send = sender({ endpoint: aws.endpoint, region: testRegion, credentials });
  const answers: Record<string, JsonObject> = {};
  const broken: BrokenRequest[] = [];
  const refused: string[] = [];
  const wrong: string[] = [];
  for (const { service, operation, input, after } of validRequests) {
    if (after !== undefined) aws.clock.skip(after);
    const valid = input(answers) as JsonObject;
    for (const each of new Breaker(service).breaksOf(operation, valid)) {
      const what = `${service}:${operation} ${each.path}`;
      if (unsent.has(what)) continue;
      const request = { ...each, service, operation, name: `${what} ${each.kind}` };
      broken.push(request);
      if (!isWanted(request)) continue;
      const code = await send(service, operation, each.input).then(() => "accepted", codeOf);
      if (code !== undefined && codes[service]?.test(code) !== true) wrong.push(`${request.name}: ${code}`);
    }
    await send(service, operation, valid).then(
      (answered) => (answers[operation] = answered),
      (error: unknown) => refused.push(`${service}:${operation} ${String(error)}`),
    );
  }
  return { broken, refused, wrong };
}
