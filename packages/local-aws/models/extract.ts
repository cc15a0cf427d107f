import * as fs from "node:fs";
import * as path from "node:path";
import { gunzipSync } from "node:zlib";
import type { Member, ModelOperation, Shape } from "../model";
import { services } from "../services";
import unused from "./unused.json";

/** An API model as botocore has it, as far as it is read here. */
interface Published {
  readonly metadata: { readonly protocol: string };
  readonly operations: Readonly<Record<string, PublishedOperation>>;
  readonly shapes: Readonly<Record<string, Shape>>;
}

interface PublishedOperation {
  readonly http: { readonly method: string; readonly requestUri: string; readonly responseCode?: number };
  readonly input?: Member;
  readonly output?: Member;
  readonly deprecated?: boolean;
}

/**
 * Writes the `model.json` of each service, from AWS's published API models (Apache-2.0): of each operation that is
 * implemented here, what a request may contain, and what an answer contains. `unused.json` lists the parameters that
 * AWS knows and nothing here implements, by service and then by operation or, if they stand deeper in a request, by the
 * shape that has them: the models are written without them, so that a request which has one is refused and reported.
 * Run it after an operation was added:
 *
 *     pip download botocore --no-deps && unzip botocore-*.whl
 *     node --require ./typescript.cjs packages/local-aws/models/extract.ts botocore/data
 */
function main(data: string | undefined): void {
  if (data === undefined) throw new Error("The folder of botocore's models is missing: …/botocore/data");
  const allUnused: Readonly<Record<string, Unused>> = unused;
  for (const { name, operations } of services.values()) {
    const version = fs.readdirSync(path.join(data, name)).sort().at(-1) ?? "";
    const packed = fs.readFileSync(path.join(data, name, version, "service-2.json.gz"));
    const published = JSON.parse(gunzipSync(packed).toString("utf8")) as Published;
    const file = path.join(__dirname, "..", name, "model.json");
    fs.writeFileSync(file, extract(published, operations.toSorted(), allUnused[name]));
  }
}

type Unused = Readonly<Record<string, readonly string[]>>;

/**
 * Returns the text of a `model.json`.
 *
 * @internal for tests
 */
export function extract(
  { metadata, operations, shapes }: Published,
  names: readonly string[],
  unused: Unused = {},
): string {
  const found: Record<string, ModelOperation> = {};
  const requests: Record<string, Shape> = {};
  const answers: Record<string, Shape> = {};
  const take = (name: string, into: Record<string, Shape>, without: readonly string[]) => {
    const shape = shapes[name];
    if (shape === undefined || name in into) return;
    const { type, required, payload, flattened, min, max, pattern, enum: values } = shape;
    const rules = into === requests ? { required, min, max, pattern, enum: values } : {};
    const kept = Object.entries(shape.members ?? {}).filter(([member]) => !without.includes(member));
    const [member, key, value] = [shape.member, shape.key, shape.value].map((one) => one && lean(one));
    const members = shape.members && Object.fromEntries(kept.map(([name, one]) => [name, lean(one)]));
    into[name] = { type, ...rules, payload, flattened, member, key, value, members };
    for (const one of [member, key, value, ...Object.values(members ?? {})]) {
      if (one !== undefined) take(one.shape, into, into === requests ? (unused[one.shape] ?? []) : []);
    }
  };
  for (const name of names) {
    const operation = operations[name];
    if (operation === undefined) throw new Error(`AWS has no operation ${name}`);
    const { method, requestUri: uri, responseCode: status } = operation.http;
    const [input, output] = [operation.input?.shape, operation.output?.shape];
    found[name] = { method, uri, status, input, output };
    if (input !== undefined) take(input, requests, unused[name] ?? unused[input] ?? []);
    if (output !== undefined) take(output, answers, []);
  }
  const lines = (all: object) =>
    Object.entries(all)
      .map(([name, one]) => `${JSON.stringify(name)}: ${JSON.stringify(one)}`)
      .join(",\n");
  const rest = metadata.protocol.startsWith("rest-") ? Object.entries(operations) : [];
  const others = rest.filter(([name, { deprecated }]) => !names.includes(name) && deprecated !== true);
  const routes = others.map(([name, { http }]) => [name, { method: http.method, uri: http.requestUri }]);
  const parts = Object.entries({
    operations: found,
    ...(routes.length > 0 ? { others: Object.fromEntries(routes) as object } : {}),
    shapes: requests,
    answers,
  });
  return `{${parts.map(([name, all]) => `"${name}": {\n${lines(all)}\n}`).join(",\n")}}\n`;
}

function lean({ shape, location, locationName, flattened }: Member): Member {
  return { shape, location, locationName, flattened };
}

if (require.main === module) main(process.argv[2]);
