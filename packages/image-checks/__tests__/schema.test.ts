import Ajv from "ajv";
import * as fs from "node:fs";
import * as path from "node:path";
import { knownActions, knownKeys, requiredInputs } from "../component-document/schema-node";
import { compileSchema, schemas, validatorFile } from "../schemas/compile";
import { workflowActions } from "@pipelines/facts/workflow-actions";
import schema from "../schemas/component-document.schema.json";
import both from "../schemas/document.schema.json";
import workflows from "../schemas/workflow-document.schema.json";

interface Described {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Described>>;
  readonly items?: Described;
}

test.each(Object.keys(schemas) as (keyof typeof schemas)[])(
  'the validator for the %s schema matches the schema: run "npm run schemas" after a change',
  (name) => {
    expect(fs.readFileSync(validatorFile(name), "utf8")).toBe(compileSchema(name));
  },
);

test("the schemas are the ones that documents name in their first line, for editors", () => {
  const root = path.resolve(__dirname, "../../..");
  const images = path.join(root, "packages/testing/fixtures/app/images");
  const named = fs
    .readdirSync(images, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".yaml"))
    .flatMap((file) => {
      const [, schema] = /\$schema=\.\.\/\.\.\/(\S+)/.exec(fs.readFileSync(path.join(images, file), "utf8")) ?? [];
      return schema === undefined ? [] : [path.join(root, schema)];
    });
  expect(named.length).toBeGreaterThan(0);
  for (const file of named) {
    const { $ref } = JSON.parse(fs.readFileSync(file, "utf8")) as { $ref: string };
    expect(path.resolve(path.dirname(file), $ref)).toBe(path.join(__dirname, "../schemas", path.basename(file)));
    expect(fs.existsSync(path.resolve(path.dirname(file), $ref))).toBe(true);
  }
});

describe("the JSON Schema for component documents", () => {
  test("has a definition for each of the 30 action modules, with its required inputs", () => {
    expect(knownActions).toHaveLength(30);
    expect(knownActions.filter((action) => knownKeys(action).length === 0)).toEqual(["Assert"]);
    expect(knownKeys("condition")).toHaveLength(26);
    expect(requiredInputs("SetRegistry")).toEqual(["path", "name", "value", "type"]);
    expect(requiredInputs("UpdateOS")).toEqual([]);
  });

  test("describes every action and every input, so that editors can show the description", () => {
    const undescribed = knownActions.flatMap((action) => {
      const definition = Reflect.get(schema.definitions, action) as Described;
      const inputs = Object.entries(definition.items?.properties ?? definition.properties ?? {});
      const names = inputs.filter(([, input]) => !input.description).map(([name]) => `${action}.${name}`);
      return definition.description ? names : [action, ...names];
    });
    expect(undescribed).toEqual([]);
  });

  test("has an example for every action and every input", () => {
    interface Exampled {
      readonly examples?: readonly unknown[];
      readonly properties?: Readonly<Record<string, Exampled>>;
      readonly items?: Exampled;
    }
    const without = [...knownActions, "condition"].flatMap((action) => {
      const definition = Reflect.get(schema.definitions, action) as Exampled;
      const inputs = Object.entries(definition.items?.properties ?? definition.properties ?? {});
      const names = inputs
        .filter(([name, input]) => !input.examples && name !== "not")
        .map(([name]) => `${action}.${name}`);
      return definition.examples || action === "condition" ? names : [action, ...names];
    });
    expect(without).toEqual([]);
  });
});

describe("the combined schema for both kinds of documents", () => {
  const ajv = new Ajv({ strict: false });
  for (const [name, each] of Object.entries(schemas)) ajv.addSchema(each, `${name}.schema.json`);
  const validate = ajv.compile(both);

  test("checks each document with its own schema, and rejects documents of neither kind", () => {
    const launch = { name: "Launch", action: "LaunchInstance", inputs: { waitFor: "ssmAgent" } };
    expect(validate({ schemaVersion: 1.0, steps: [launch] })).toBe(true);
    expect(validate({ schemaVersion: 1.0, steps: [{ ...launch, inputs: {} }] })).toBe(false);
    const phases = [{ name: "build", steps: [{ name: "A", action: "Reboot" }] }];
    expect(validate({ schemaVersion: 1.0, phases })).toBe(true);
    expect(validate({ schemaVersion: 1.0, phases: [{ name: "build" }] })).toBe(false);
    expect(validate({ schemaVersion: 1.0 })).toBe(false);
  });

  test("is what VS Code uses for the documents in images/", () => {
    const settings = fs.readFileSync(path.join(__dirname, "../../../.vscode/settings.json"), "utf8");
    expect(JSON.parse(settings)).toMatchObject({
      "yaml.schemas": {
        "./packages/image-checks/schemas/document.schema.json": ["images/**/*.yaml", "images/**/*.yml"],
      },
    });
  });
});

test("the facts about workflow actions cover all actions in the schema", () => {
  const { anyOf } = workflows.definitions.step.properties.action;
  expect(Object.keys(workflowActions)).toEqual(anyOf.flatMap((each) => each.enum ?? []));
});
