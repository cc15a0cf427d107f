import * as fs from "node:fs";
import * as path from "node:path";
import { temporaryFolder } from "@pipelines/testing/temporary-folder";
import { importSource } from "../import-source";
import { readSource } from "../read-source";
import { Scope } from "../scope";
import { property } from "../source";

/** Reads a state or plan, and returns the value of each resource by its id. */
async function valuesOf(name: string, content: unknown): Promise<Readonly<Record<string, unknown>>> {
  const file = path.join(temporaryFolder(), name);
  fs.writeFileSync(file, JSON.stringify(content));
  const { resources } = await readSource(file, new Scope("state", new Map()));
  return Object.fromEntries(resources.map(({ id, properties }) => [id, property(properties, "value")]));
}

const own = { mode: "managed", type: "aws_iam_role" };
const values = {
  "aws_iam_role.one": "x",
  "aws_iam_role.all[0]": "y",
  "aws_iam_role.all[1]": "z",
  'module.a.aws_iam_role.each["k"]': "k",
};

test("resources in a state file get their addresses, and data sources are not read", async () => {
  const instance = (value: string, key?: unknown) => ({ index_key: key, attributes: { value } });
  const resources = [
    { ...own, name: "one", instances: [{ ...instance("old"), deposed: "1" }, instance("x")] },
    { ...own, name: "all", instances: [instance("y", 0), instance("z", 1)] },
    { ...own, name: "each", module: "module.a", instances: [instance("k", "k")] },
    { ...own, name: "data", mode: "data", instances: [instance("x")] },
  ];
  expect(await valuesOf("terraform.tfstate", { version: 4, resources })).toEqual(values);
});

test.each(["values", "planned_values"])("resources in %s are read, including those in modules", async (name) => {
  const [first, ...others] = Object.entries(values).map(([address, value]) => ({ ...own, address, values: { value } }));
  const root_module = { resources: [first], child_modules: [{ child_modules: [{ resources: others }] }] };
  expect(await valuesOf("show.json", { [name]: { root_module } })).toEqual(values);
});

test("values that a state marks as sensitive are secrets", async () => {
  const value = { text: "s3cr3t", list: ["t0p", { a: 1 }], open: "a" };
  const marked = { ...own, address: "a", values: value, sensitive_values: { text: true, list: [true], open: [] } };
  const steps = ["text", "list"].map((name) => [{ type: "get_attr", value: name }]);
  const instances = [{ attributes: value, sensitive_attributes: steps }];
  for (const content of [
    { values: { root_module: { resources: [marked] } } },
    { version: 4, resources: [{ ...own, name: "a", instances }] },
  ]) {
    const file = path.join(temporaryFolder(), "state.json");
    fs.writeFileSync(file, JSON.stringify(content));
    const scope = new Scope("state", new Map());
    await readSource(file, scope);
    expect([...scope.secrets]).toEqual(["s3cr3t", "t0p"]);
  }
});

test("a file that does not exist or is not text is a finding", async () => {
  const folder = temporaryFolder();
  const binary = path.join(folder, "binary.json");
  fs.writeFileSync(binary, Buffer.from([0xff, 0x00]));
  const read = (file: string) => readSource(file, new Scope("state", new Map()));
  await expect(read(binary)).rejects.toThrow(
    /binary\.json IB-FILE-BINARY\n {2}found: {3}bytes that are not UTF-8 text\n {2}allowed: a UTF-8 text file\n/,
  );
  await expect(read(path.join(folder, "none.json"))).rejects.toThrow(
    /none\.json IB-FILE-MISSING\n {2}found: {3}no such file or folder\n {2}allowed: a CloudFormation template, a cdk\.out/,
  );
});

test("the only recipe of a source is not imported under another recipe's name", async () => {
  const file = path.join(temporaryFolder(), "terraform.tfstate");
  const instances = [{ attributes: { name: "web" } }];
  const recipe = { mode: "managed", type: "aws_imagebuilder_container_recipe", name: "this", instances };
  fs.writeFileSync(file, JSON.stringify({ version: 4, resources: [recipe] }));
  let err = "";
  const streams = { out: () => undefined, err: (text: string) => void (err += text) };
  expect(await importSource([file, "--recipe", "none"], temporaryFolder(), streams)).toBe(1);
  expect(err).toContain('IB-IMPORT-RECIPE\n  found:   no recipe "none"\n  allowed: web\n');
});
