import fc from "fast-check";
import { stringify, type ToStringOptions } from "yaml";
import { knownActions } from "../component-document/schema-node";
import schema from "../schemas/component-document.schema.json";

/** The part of JSON Schema that the generator reads. */
interface Node {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly pattern?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly examples?: readonly unknown[];
  readonly items?: Node;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Node>>;
  readonly oneOf?: readonly { readonly required: readonly string[] }[];
}

export type Platform = "Linux" | "Windows";

export interface Step {
  name: string;
  action: string;
  inputs?: unknown;
  if?: unknown;
  timeoutSeconds?: number | string;
  onFailure?: string;
  maxAttempts?: number;
  loop?: unknown;
}

export interface Document {
  schemaVersion?: unknown;
  name?: string;
  parameters?: Record<string, unknown>[];
  constants?: Record<string, unknown>[];
  phases: { name: string; steps: Step[] }[];
}

/** Duplicated here, so that the generator does not repeat a mistake in the checks. */
const windowsOnly = ["ExecutePowerShell", "InstallMSI", "UninstallMSI", "SetRegistry"];
const linuxOnly = [
  "ExecuteBash",
  "CreateSymlink",
  "SetFileOwner",
  "SetFolderOwner",
  "SetFilePermissions",
  "SetFolderPermissions",
];

/** Text without references or control characters, but with characters that are special in YAML. */
const text = fc
  .oneof(
    fc.string({ maxLength: 12 }),
    fc.constantFrom("a: b", "- x", "# no", "'", '"', "@x", "*y", "&z", "{", "|", "über", "🚀", "a\nb"),
  )
  .filter((each) => !each.includes("{{"));
const name = fc.stringMatching(/^[A-Za-z][A-Za-z0-9_-]{2,12}$/);

function clamp(value: number, min: number, max = 9000): number {
  return Math.min(Math.max(value, min), max);
}

function valueOf(node: Node): fc.Arbitrary<unknown> {
  const types = [node.type ?? []].flat();
  if (node.enum) return fc.constantFrom(...node.enum);
  if (types.includes("array") && node.items) return fc.array(valueOf(node.items), { maxLength: 3 });
  if (types.includes("object") && node.properties) return mapOf(node);
  if (types.includes("object") && !types.includes("array")) return fc.dictionary(name, text, { maxKeys: 2 });
  const kinds: fc.Arbitrary<unknown>[] = [];
  if (types.includes("boolean")) kinds.push(fc.boolean());
  if (types.includes("integer")) {
    kinds.push(fc.maxSafeInteger().map((each) => clamp(each % 9000, Math.max(node.minimum ?? 1, 1), node.maximum)));
  }
  if (node.pattern !== undefined) {
    // References are covered by another test.
    const pattern = new RegExp(node.pattern.replace(/\|\\\{\\\{$/, ""));
    kinds.push(fc.stringMatching(pattern).filter((each) => !/[\u0000-\u001f{]/.test(each)));
  } else if (types.includes("string")) kinds.push(text);
  return fc.oneof(...kinds);
}

function mapOf(node: Node): fc.Arbitrary<Record<string, unknown>> {
  const branch = node.oneOf ? fc.constantFrom(...node.oneOf) : fc.constant({ required: [] });
  return branch.chain(({ required }) => {
    const others = (node.oneOf ?? []).flatMap((each) => each.required).filter((each) => !required.includes(each));
    const fields = Object.entries(node.properties ?? {}).filter(([key]) => !others.includes(key));
    const requiredKeys = [...(node.required ?? []), ...required];
    return fc.record(Object.fromEntries(fields.map(([key, field]) => [key, valueOf(field)])), { requiredKeys });
  });
}

const number = fc.oneof(
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.stringMatching(/^[-+]?([0-9]{1,4}[.])?[0-9]{1,4}$/),
);

/**
 * Generates a condition with one operator, at most `levels` deep, with the second operand if the operator needs one.
 */
function condition(levels: number): fc.Arbitrary<object> {
  const comparison = fc.oneof(
    fc
      .constantFrom("stringIsEmpty", "stringIsWhitespace", "fileExists", "folderExists", "binaryExists")
      .chain((key) => fc.record({ [key]: text })),
    fc
      .constantFrom("stringEquals", "stringLessThan", "stringGreaterThanEquals")
      .chain((key) => fc.record({ [key]: text, value: text })),
    fc
      .constantFrom("numberEquals", "numberLessThanEquals", "numberGreaterThan")
      .chain((key) => fc.record({ [key]: number, value: number })),
    fc
      .constantFrom("fileMD5Equals", "fileSHA1Equals", "fileSHA256Equals", "fileSHA512Equals")
      .chain((key) => fc.record({ [key]: text, path: text })),
    fc.record({ patternMatches: fc.constantFrom("^[a-z]+$", "\\d{2,}(?:x|[[:alpha:]])", "(?i)a.c"), value: text }),
  );
  if (levels === 0) return comparison;
  const inner = condition(levels - 1);
  return fc.oneof(
    { arbitrary: comparison, weight: 3 },
    {
      arbitrary: fc
        .constantFrom("and", "or")
        .chain((key) => fc.record({ [key]: fc.array(inner, { minLength: 1, maxLength: 2 }) })),
      weight: 1,
    },
    { arbitrary: fc.record({ not: oneOrListed(inner) }), weight: 1 },
  );
}

function oneOrListed<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | T[]> {
  return fc.oneof(
    arbitrary,
    arbitrary.map((each) => [each]),
  );
}

function inputsOf(action: string): fc.Arbitrary<unknown> {
  if (action === "Assert") return oneOrListed(condition(4));
  const node: Node = Reflect.get(schema.definitions, action) as Node;
  return node.items ? fc.array(mapOf(node.items), { minLength: 1, maxLength: 2 }) : mapOf(node);
}

/** Applies rules that a schema cannot express: a checksum needs its algorithm, and files on Windows have no owner. */
function agree(inputs: unknown, platform: Platform): unknown {
  if (!Array.isArray(inputs)) return inputs;
  return inputs.map((entry: unknown) => {
    const { checksum, algorithm, ...rest } = entry as Record<string, unknown>;
    const posix = ["owner", "group", "permissions"];
    const kept = Object.entries(rest).filter(([key]) => platform === "Linux" || !posix.includes(key));
    return checksum !== undefined && algorithm !== undefined
      ? { ...Object.fromEntries(kept), checksum, algorithm }
      : Object.fromEntries(kept);
  });
}

function stepOf(platform: Platform): fc.Arbitrary<Step> {
  const doing = fc.constantFrom("Abort", "Execute", "Skip");
  const not = platform === "Linux" ? windowsOnly : linuxOnly;
  const actions = knownActions.filter((each) => !not.includes(each));
  return fc.constantFrom(...actions).chain((action) =>
    fc.record(
      {
        name,
        action: fc.constant(action),
        inputs: inputsOf(action).map((inputs) => agree(inputs, platform)),
        ...(action === "Reboot"
          ? {}
          : {
              timeoutSeconds: fc.oneof(
                fc.constant(-1),
                action === "ExecuteDocument" ? fc.constant("-1") : fc.integer({ min: 1, max: 9000 }),
              ),
            }),
        onFailure: fc.constantFrom("Abort", "Continue", "Ignore"),
        maxAttempts: fc.integer({ min: 1, max: action === "ExecuteDocument" ? 1 : 9 }),
        if: oneOrListed(
          fc
            .tuple(condition(4), fc.record({ then: doing, else: doing }, { requiredKeys: [] }))
            .map(([one, then]) => ({ ...one, ...then })),
        ),
        loop: fc.oneof(
          fc.record({ forEach: fc.array(text, { maxLength: 3 }) }),
          fc.record({ for: fc.constantFrom({ start: 1, end: 5, updateBy: 2 }, { start: 5, end: 1, updateBy: -1 }) }),
        ),
      },
      { requiredKeys: ["name", "action", "inputs"] },
    ),
  );
}

/** Generates a document that satisfies the schema and the rules that a schema cannot express. */
export function arbitraryDocument(platform: Platform): fc.Arbitrary<Document> {
  const steps = fc.uniqueArray(stepOf(platform), { minLength: 1, maxLength: 3, selector: (each) => each.name });
  const variable = fc.record({ name, value: text });
  return fc
    .record({
      schemaVersion: fc.constantFrom(1, "1.0"),
      phases: fc.uniqueArray(fc.record({ name: fc.constantFrom("build", "validate", "test"), steps }), {
        minLength: 1,
        maxLength: 3,
        selector: (each) => each.name,
      }),
      variables: fc.uniqueArray(variable, { maxLength: 4, selector: (each) => each.name }),
    })
    .map(({ schemaVersion, phases, variables }) => {
      const parameters = variables.filter((_, index) => index % 2 === 0);
      const constants = variables.filter((_, index) => index % 2 === 1);
      return {
        schemaVersion,
        parameters: parameters.map((each) => ({ [each.name]: { type: "string", default: each.value } })),
        constants: constants.map((each) => ({ [each.name]: { type: "string", value: each.value } })),
        phases,
      };
    });
}

/** Different ways of writing the same document. */
export const arbitraryStyle = fc.record({
  indent: fc.constantFrom(2, 4, 8),
  indentSeq: fc.boolean(),
  collectionStyle: fc.constantFrom("any" as const, "flow" as const),
  defaultStringType: fc.constantFrom("PLAIN" as const, "QUOTE_DOUBLE" as const, "QUOTE_SINGLE" as const),
  lineWidth: fc.constantFrom(0, 40, 120),
});

export function write(document: object, style: ToStringOptions = {}): string {
  return stringify(document, style);
}
