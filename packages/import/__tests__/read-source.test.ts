import * as fs from "node:fs";
import * as path from "node:path";
import { temporaryFolder } from "@pipelines/testing/stack";
import { readSource } from "../read-source";
import { Scope } from "../scope";
import type { Source } from "../source";
import { referenced, shown, unknownsIn } from "../unknowns";

/** Reads files in a folder, and resolves every resource. */
async function read(files: Readonly<Record<string, string>>, given: Readonly<Record<string, string>> = {}) {
  const folder = temporaryFolder();
  for (const [name, text] of Object.entries(files)) fs.writeFileSync(path.join(folder, name), text);
  const [only = ""] = Object.keys(files);
  const scope = new Scope("source", new Map(Object.entries(given)));
  const source = await readSource(only.endsWith(".tf") ? folder : path.join(folder, only), scope);
  return { source, scope };
}

function propertiesOf({ resources }: Source, id: string): unknown {
  return resources.find((each) => each.id === id)?.properties;
}

const declarations = `
locals { a = "b" }
resource "aws_iam_role" "c" {
  count = 2
  name  = "c-\${count.index}"
}
resource "aws_iam_role" "d" {
  for_each = toset(["x", "y"])
  name     = "d-\${each.value}"
}
resource "aws_iam_role" "e" { name = "e" }
`;

/** Returns the value of an expression in Terraform's language. */
async function valueOf(expression: string, more = declarations): Promise<unknown> {
  const { source } = await read({ "main.tf": `resource "aws_iam_role" "b" {\n  value = ${expression}\n}\n${more}` });
  return (propertiesOf(source, "aws_iam_role.b") as { readonly value: unknown }).value;
}

test.each([
  ['"a-${upper("b")}-$${c}"', "a-B-${c}"],
  ['lower("A")', "a"],
  ['trimspace(" a ")', "a"],
  ['join("-", ["a", "b"])', "a-b"],
  ['split(",", "a,b")', ["a", "b"]],
  ['replace("a.b", ".", "-")', "a-b"],
  ['format("%s-%d", "a", 1)', "a-1"],
  ['concat(["a"], ["b"])', ["a", "b"]],
  ["flatten([[1], [2, [3]]])", [1, 2, 3]],
  ['compact(["a", ""])', ["a"]],
  ['distinct(["a", "a"])', ["a"]],
  ['contains(["a"], "a")', true],
  ['length(["a", "b"])', 2],
  ['element(["a", "b"], 3)', "b"],
  ['lookup({ a = 1 }, "b", 2)', 2],
  ["merge({ a = 1 }, { b = 2 })", { a: 1, b: 2 }],
  ["keys({ a = 1 })", ["a"]],
  ["values({ a = 1 })", [1]],
  ["try(var.none, 1)", 1],
  ['coalesce("", "a")', "a"],
  ["jsonencode([1])", "[1]"],
  ["yamlencode({ a = 1 })", "a: 1\n"],
  ['base64encode("a")', "YQ=="],
  ["toset([1])", [1]],
  ["tolist([1])", [1]],
  ["tomap({ a = 1 })", { a: 1 }],
  ["tostring(1)", 1],
  ["nonsensitive(1)", 1],
  ["!true || 1 == 1 && 2 > 1 && 1 != 2", true],
  ["true ? 1 : var.none", 1],
  ["[for key, each in { a = 1, b = 2 } : key if each > 1]", ["b"]],
  ["{ for each in [1] : each => each }", { "1": 1 }],
  ['[{ a = "b" }][*].a', ["b"]],
  ["[{ a = { b = 1 } }].*.a.b", [1]],
  ['{ a = { b = 1 } }["a"].b', 1],
  ['"%{ for each in [1, 2] }x${each}%{ endfor }"', "x1x2"],
  ['join("\\n", ["a", "b"])', "a\nb"],
  ['"%%{a} $${b} ${upper("c")}"', "%{a} ${b} C"],
  ['"${true ? "a" : "b"}-${1}"', "a-1"],
  ['element(["a", "b"], 0)', "a"],
  ['lookup({ a = 1 }, "a", 2)', 1],
  ['contains(["a"], "b")', false],
  ['length("abc")', 3],
  ["length({ a = 1, b = 2 })", 2],
  ["2 > 2", false],
  ["true && false", false],
  ["false || false", false],
  ['coalesce(null, "", "b", "c")', "b"],
  ['compact(["a", null, ""])', ["a"]],
  ['format("%v", ["a"])', "a"],
  ['concat("a", ["b"])', ["a", "b"]],
  ['replace("aXa", "a", "b")', "bXb"],
  ["{ for key, each in { a = 1, b = 2 } : upper(key) => each if each != 2 }", { A: 1 }],
  ['{ (upper("a")) = 1, "b" = 2, c-d = 3 }', { A: 1, b: 2, "c-d": 3 }],
  ["[for index, each in [5, 6] : index]", [0, 1]],
  ["concat([1], [[2], [3]]...)", [1, 2, 3]],
  ["[{ a = [{ b = 1 }] }][0].a[0].b", 1],
  ["aws_iam_role.c[1].name", "c-1"],
  ['merge({ (upper("a")) = 1 })', { A: 1 }],
  ['aws_iam_role.d["y"].name', "d-y"],
  ["[for key, each in aws_iam_role.d : key]", ["x", "y"]],
  ["aws_iam_role.e.name", "e"],
  ["local.a", "b"],
])("%s is %j", async (expression, value) => {
  expect(await valueOf(expression)).toEqual(value);
});

test("a function that is not known, or whose arguments are not, is an unknown value", async () => {
  expect(unknownsIn(await valueOf('sha1("a")'))[0]?.what).toBe('sha1 of "a", which an import cannot resolve');
  const [unknown] = unknownsIn(await valueOf("upper(var.a)", 'variable "a" {}\n'));
  expect(unknown).toEqual({ name: "var.a", what: "the variable a, which has no default" });
});

test.each([
  ["aws_iam_role.c[1].arn", "aws_iam_role.c[1]"],
  ['aws_iam_role.d["y"].arn', 'aws_iam_role.d["y"]'],
  ["aws_iam_role.e.arn", "aws_iam_role.e"],
  ["aws_iam_role.e", "aws_iam_role.e"],
])("%s refers to the resource %s", async (expression, id) => {
  expect(referenced(await valueOf(expression))).toBe(id);
});

test.each([
  ["[for each in [1] : each if sha1(each)]", 'sha1 of "1", which an import cannot resolve'],
  ["[for each in 1 : each]", 'a loop over "1", which is not a collection'],
  ['aws_iam_role.d["z"].name', 'aws_iam_role.d."z".name of a resource that AWS creates'],
  ['file("../none.txt")', "the file ../none.txt"],
  ['try(sha1("a"))', 'sha1 of "a", which an import cannot resolve'],
  ["timestamp()", "timestamp, which an import cannot resolve"],
])("%s is unknown", async (expression, what) => {
  expect(unknownsIn(await valueOf(expression))[0]?.what).toBe(what);
});

test("a part of an unknown value is unknown, and so is a name that the source does not contain", async () => {
  const [part] = unknownsIn(await valueOf("var.a.b", 'variable "a" {}\n'));
  expect(part?.name).toBe("var.a");
  expect(unknownsIn(await valueOf("local.none"))[0]?.what).toBe('"local.none", which is not in the source');
});

test("text with unknown parts shows their names, and a reference leads to its resource", async () => {
  const template = {
    Resources: {
      One: {
        Type: "AWS::IAM::Role",
        Properties: { Text: { "Fn::Sub": "${AWS::Region}-${Two.Arn}" }, Two: { Ref: "Two" } },
      },
      Two: { Type: "AWS::IAM::Role" },
    },
  };
  const { source } = await read({ "template.json": JSON.stringify(template) });
  const { Text, Two } = propertiesOf(source, "One") as { readonly Text: string; readonly Two: string };
  expect(shown(Text)).toBe("${AWS::Region}-${Two.Arn}");
  expect(referenced(Text)).toBeUndefined();
  expect(referenced(Two)).toBe("Two");
});

test("short forms become the functions they stand for, even with anchors", async () => {
  const template = `
Conditions:
  No: !Equals [a, b]
Mappings:
  Map: { a: { b: c } }
Resources:
  One:
    Type: AWS::IAM::Role
    Properties:
      Joined: &joined !Join ["-", [a, !FindInMap [Map, a, b]]]
      Again: *joined
      None: !If [No, a, !Ref AWS::NoValue]
      Some: [!If [No, a, !Ref AWS::NoValue], !Select [1, !Split [",", "a,b"]]]
      Text: !Base64 {"Fn::Sub": ["\${a}\${!b}", {a: c}]}
`;
  const { source } = await read({ "template.yaml": template });
  expect(propertiesOf(source, "One")).toEqual({
    Joined: "a-c",
    Again: "a-c",
    Some: ["b"],
    Text: Buffer.from("c${b}").toString("base64"),
  });
});

test("a dynamic reference is unknown, even if its name is put together", async () => {
  const Text = { "Fn::Sub": ["a {{resolve:ssm:/images/${Stage}}} ${c", { Stage: "qa" }] };
  const template = { Resources: { One: { Type: "AWS::IAM::Role", Properties: { Text } } } };
  const { source } = await read({ "template.json": JSON.stringify(template) });
  const { Text: text } = propertiesOf(source, "One") as { readonly Text: string };
  expect(shown(text)).toBe("a ${{{resolve:ssm:/images/qa}}} ${c");
  expect(unknownsIn(text)[0]?.what).toBe('"/images/qa" from ssm, which AWS looks up');
});

test("given values are used, and unused ones are listed", async () => {
  const files = { "main.tf": 'variable "a" {}\nresource "aws_iam_role" "b" {\n  value = var.a\n}\n' };
  const { source, scope } = await read(files, { "var.a": "[1]", "var.b": "2" });
  expect(propertiesOf(source, "aws_iam_role.b")).toEqual({ value: [1] });
  expect(scope.unused()).toEqual(["var.b"]);
});
