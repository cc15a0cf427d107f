import * as fs from "node:fs";
import * as path from "node:path";
import { gunzipSync } from "node:zlib";
import type { Member, ModelOperation, Shape } from "../model";
import { services } from "../services";
import { unusedOperations } from "./unused";

/** An API model as botocore has it, as far as it is read here. */
interface Published {
  readonly operations: Readonly<
    Record<string, { readonly http: { readonly method: string; readonly requestUri: string }; readonly input?: Member }>
  >;
  readonly shapes: Readonly<Record<string, Shape>>;
}

/**
 * Writes the `model.json` of each service, from AWS's published API models (Apache-2.0): of each operation that is
 * implemented here, what a request may contain. Run it after an operation was added:
 *
 *     pip download botocore --no-deps && unzip botocore-*.whl
 *     node --require ./typescript.cjs packages/local-aws/models/extract.ts botocore/data
 */
function main(data: string | undefined): void {
  if (data === undefined) throw new Error("The folder of botocore's models is missing: …/botocore/data");
  for (const service of services.values()) {
    const version = fs.readdirSync(path.join(data, service.name)).sort().at(-1) ?? "";
    const packed = fs.readFileSync(path.join(data, service.name, version, "service-2.json.gz"));
    const published = JSON.parse(gunzipSync(packed).toString("utf8")) as Published;
    fs.writeFileSync(
      path.join(__dirname, "..", service.name, "model.json"),
      extract(published, service.operations, unusedOperations[service.name]),
    );
  }
}

function extract(
  { operations, shapes }: Published,
  names: readonly string[],
  unused: Readonly<Record<string, readonly string[]>> = {},
): string {
  const foundOperations: Record<string, ModelOperation> = {};
  const foundShapes: Record<string, Shape> = {};
  const take = (name: string, without = unused[name] ?? []) => {
    const shape = shapes[name];
    if (shape === undefined || name in foundShapes) return;
    const kept = Object.entries(shape.members ?? {}).filter(([member]) => !without.includes(member));
    const members =
      shape.members === undefined ? undefined : Object.fromEntries(kept.map(([key, one]) => [key, lean(one)]));
    const { type, required, payload, flattened, min, max, pattern, enum: values } = shape;
    const [member, key, value] = [shape.member, shape.key, shape.value].map((one) => one && lean(one));
    foundShapes[name] = {
      type,
      required,
      payload,
      flattened,
      min,
      max,
      pattern,
      enum: values,
      member,
      key,
      value,
      members,
    };
    for (const one of [member, key, value, ...Object.values(members ?? {})]) if (one !== undefined) take(one.shape);
  };
  for (const name of names.toSorted()) {
    const operation = operations[name];
    if (operation === undefined) throw new Error(`AWS has no operation ${name}`);
    const { method, requestUri: uri } = operation.http;
    foundOperations[name] = { method, uri, input: operation.input?.shape };
    if (operation.input !== undefined) take(operation.input.shape, unused[name]);
  }
  const lines = (all: object) =>
    Object.entries(all)
      .map(([name, one]) => `${JSON.stringify(name)}: ${JSON.stringify(one)}`)
      .join(",\n");
  return `{"operations": {\n${lines(foundOperations)}\n},\n"shapes": {\n${lines(foundShapes)}\n}}\n`;
}

function lean({ shape, location, locationName, flattened }: Member): Member {
  return { shape, location, locationName, flattened };
}

main(process.argv[2]);
