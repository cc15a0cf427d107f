import { testAccount, testRegion } from "@pipelines/testing/clients";
import { sender } from "../conformance/send";
import { AwsError } from "../errors";
import { isObject, type Json, type JsonObject, omit } from "../json";
import { type LocalAws, startLocalAws } from "../local-aws";
import { ApiModel, type Member, type ModelFile, type Shape } from "../model";
import { validRequests } from "./valid-requests";

/** AWS's codes for a request that breaks its model. Whatever else refuses a broken request refuses it by chance. */
const codes: Readonly<Record<string, RegExp>> = {
  ecr: /^(InvalidParameterException|InvalidTagParameterException|SerializationException)$/,
  events: /^(ValidationException|SerializationException)$/,
  iam: /^(ValidationError|InvalidInput)/,
  imagebuilder: /^(InvalidParameterValueException|SerializationException)$/,
  logs: /^(InvalidParameterException|SerializationException)$/,
  // An answer to HEAD has no code.
  s3: /^(MalformedXML|InvalidArgument|InvalidBucketName|InvalidTag|Unknown)$/,
  sns: /^(ValidationError|InvalidParameter)/,
  sts: /^ValidationError/,
};

/** What the SDK of this version does not know: it sends nothing. */
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

/** Protocols without types: there, any text is a text, and a list is what has several of the same name. */
const untyped = new Set(["iam", "s3", "sns", "sts"]);

class Breaker {
  private readonly model: ApiModel;

  public constructor(private readonly service: string) {
    const file = jest.requireActual<ModelFile>(`../${service}/model.json`);
    this.model = new ApiModel(file, () => new AwsError("", ""));
  }

  /** The request with one rule of the model broken each time. */
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
        // No SDK sends a request without a label of its path, and each makes up a token.
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

/** What an SDK's error says: a code of the service's, or nothing if the SDK itself refused. */
function codeOf(error: unknown): string | undefined {
  const { name, $metadata, $response } = error as { name: string; $metadata?: object; $response?: unknown };
  return $metadata === undefined && $response === undefined ? undefined : name;
}

/** What became of a life's requests, and of the broken ones before each of them. */
export interface Outcome {
  readonly broken: readonly BrokenRequest[];
  /** Valid requests that were refused, and why. */
  readonly refused: readonly string[];
  /** Broken requests that were accepted, or refused for another reason than AWS would. */
  readonly wrong: readonly string[];
}

/** Plays the life of {@link validRequests}; each request comes after those of its broken forms that are wanted. */
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
