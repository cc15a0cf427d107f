import * as fs from "node:fs";
import * as path from "node:path";
import { NormalizedSchema } from "@smithy/core/schema";
import { AwsError } from "../errors";
import type { Json } from "../json";
import type { Member, ModelFile, ModelOperation, Shape } from "../model";

/** A service's API, as the AWS SDK's client for the service describes it. */
export interface Api {
  /** As in IAM's actions and in ARNs. */
  readonly name: string;
  /** Whether its REST requests and answers are XML, not JSON. */
  readonly isXml: boolean;
  readonly file: ModelFile;
  /** Errors of an operation. The client's schemas have them without saying whose they are; its comments do. */
  readonly errorsOf: (operation: string) => readonly ApiError[];
  /** An error as the Query protocol names it. */
  readonly inQuery: (error: AwsError) => AwsError;
  /** How an answer has a time, given in seconds since 1970. */
  readonly time: (seconds: number) => Json;
  /** Values of enumerations, by name. */
  readonly enums: Readonly<Record<string, readonly string[]>>;
}

interface ApiError {
  readonly code: string;
  /** In the Query protocol. */
  readonly queryCode: string;
  readonly status: number;
}

/** A schema as the SDK's clients export them: kind, namespace, name, traits, … */
type Schema = readonly [kind: number, namespace: string, name: string, traits: object | number, ...rest: unknown[]];

/**
 * Names in actions and ARNs that differ from the signing name, which no client says.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
 */
const prefixes: Readonly<Record<string, string>> = { monitoring: "cloudwatch" };

/** The API with this signing name, if the AWS SDK's client for it is installed. */
export function findApi(name: string): Api | undefined {
  const signs = new RegExp(`signingProperties: \\{\\s*name: "${name}"`);
  const folder = clientFolders().find((each) => signs.test(read(each, "dist-es/auth/httpAuthSchemeProvider.js")));
  return folder === undefined ? undefined : apiOf(name, folder);
}

function read(folder: string, file: string): string {
  return fs.readFileSync(path.join(folder, file), "utf8");
}

function clientFolders(): string[] {
  const scopes = (require.resolve.paths("@aws-sdk/core") ?? []).map((folder) => path.join(folder, "@aws-sdk"));
  return scopes.filter(fs.existsSync).flatMap((scope) =>
    fs
      .readdirSync(scope)
      .filter((name) => name.startsWith("client-"))
      .map((name) => path.join(scope, name)),
  );
}

function apiOf(name: string, folder: string): Api {
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const all = Object.entries(require(folder) as Readonly<Record<string, unknown>>);
  const schemas = all.map(([, value]) => value).filter((value): value is Schema => Array.isArray(value));
  const enums = all.filter(
    (entry): entry is [string, object] => typeof entry[1] === "object" && entry[1] !== null && !Array.isArray(entry[1]),
  );
  const errors = new Map(schemas.filter(([kind]) => kind === -3).map((schema) => [schema[2], errorOf(schema)]));
  return {
    name: prefixes[name] ?? name,
    isXml: read(folder, "dist-es/runtimeConfig.shared.js").includes("AwsRestXmlProtocol"),
    file: modelOf(schemas.filter(([kind]) => kind === 9)),
    errorsOf: (operation) => {
      const types = read(folder, `dist-types/commands/${operation}Command.d.ts`);
      return [...types.matchAll(/@throws \{@link (\w+)\}/g)].flatMap(([, code = ""]) => errors.get(code) ?? []);
    },
    inQuery: ({ code, message, status }) => new AwsError(errors.get(code)?.queryCode ?? code, message, status),
    time: (seconds) => seconds,
    enums: Object.fromEntries(enums.map(([key, value]) => [key, Object.values(value).map(String)])),
  };
}

function errorOf([, , code, traits]: Schema): ApiError {
  const { awsQueryError: [queryCode] = [code], httpError: status = 400 } = traits as {
    readonly awsQueryError?: readonly [string];
    readonly httpError?: number;
  };
  return { code, queryCode, status };
}

/** The SDK's numbers for types; several stand for timestamps. */
const simple: Readonly<Record<string, string>> = {
  ...{ 0: "string", 1: "double", 2: "boolean", 15: "document", 17: "double", 19: "double", 21: "blob", 42: "blob" },
  unit: "structure",
};

const locations = [
  ["httpQuery", "querystring"],
  ["httpHeader", "header"],
  ["httpPrefixHeaders", "headers"],
  ["httpLabel", "uri"],
] as const;

/** The operations and shapes of schemas, in the form in which `model.json` has those of services written by hand. */
function modelOf(operations: readonly Schema[]): ModelFile {
  const shapes: Record<string, Shape> = {};
  const nameOf = (schema: NormalizedSchema): string => {
    const raw: unknown = schema.getSchema();
    const name = typeof raw === "number" || typeof raw === "string" ? String(raw) : (schema.getName() ?? "");
    if (name in shapes) return name;
    shapes[name] = { type: "structure" };
    shapes[name] = shapeOf(schema);
    return name;
  };
  const memberOf = (schema: NormalizedSchema): Member => {
    const traits = schema.getMergedTraits();
    const { httpQuery, httpHeader, httpPrefixHeaders, xmlName, xmlFlattened } = traits;
    return {
      shape: nameOf(schema),
      location: locations.find(([trait]) => traits[trait] !== undefined)?.[1],
      locationName: httpQuery ?? httpHeader ?? httpPrefixHeaders ?? xmlName,
      flattened: xmlFlattened === 1,
    };
  };
  const shapeOf = (schema: NormalizedSchema): Shape => {
    if (schema.isStructSchema()) {
      const members = [...schema.structIterator()].map(([name, of]) => ({
        name: of.getMergedTraits().jsonName ?? name,
        of,
      }));
      const required = (schema.getSchema() as readonly unknown[])[6];
      return {
        type: "structure",
        required: members.slice(0, typeof required === "number" ? required : 0).map(({ name }) => name),
        payload: members.find(({ of }) => of.getMergedTraits().httpPayload === 1)?.name,
        members: Object.fromEntries(members.map(({ name, of }) => [name, memberOf(of)])),
      };
    }
    if (schema.isListSchema()) return { type: "list", member: memberOf(schema.getValueSchema()) };
    if (schema.isMapSchema()) {
      return { type: "map", key: memberOf(schema.getKeySchema()), value: memberOf(schema.getValueSchema()) };
    }
    const raw: unknown = schema.getSchema();
    return { type: simple[String(raw)] ?? "timestamp" };
  };
  const found = operations.map(([, , name, traits, input, output]): [string, ModelOperation] => {
    const { http: [method, uri, status] = ["POST", "/", 200] } = traits as { http?: [string, string, number] };
    const shape = (schema: unknown) => nameOf(NormalizedSchema.of(schema as never));
    return [name, { method, uri, status, input: shape(input), output: shape(output) }];
  });
  return { operations: Object.fromEntries(found), shapes };
}
