import * as fs from "node:fs";
import * as path from "node:path";
import { temporaryFolder } from "@pipelines/testing/temporary-folder";
import { readSource } from "../read-source";
import { Scope } from "../scope";
import { property, type Source } from "../source";
import { referenced, shown, unknownsIn } from "../unknowns";

/** Reads files in a folder, and resolves every resource. */
async function read(files: Readonly<Record<string, string>>, given: Readonly<Record<string, string>> = {}) {
  const folder = temporaryFolder();
  for (const [name, text] of Object.entries(files)) {
    fs.mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    fs.writeFileSync(path.join(folder, name), text);
  }
  const [only = ""] = Object.keys(files);
  const scope = new Scope("source", new Map(Object.entries(given)));
  const source = await readSource(/\.tf$|^manifest/.test(only) ? folder : path.join(folder, only), scope);
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
resource "aws_iam_role" "f" { count = var.none }
resource "aws_iam_role" "g" { count = 0 }
resource "aws_iam_instance_profile" "h" { name = "h" }
resource "aws_iam_instance_profile" "i" { name_prefix = "i" }
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
  ["try(local.a.none, { a = 1 }.b, 1)", 1],
  ['try("", 1)', ""],
  ["try(aws_iam_role.g[0].name, 1)", 1],
  ["one([1])", 1],
  ["one([])", null],
  ['"a %{ for each in [1, 2] ~}\\n b ${each} \\n%{ endfor ~}\\n ${~ "c" } $${~ d ~} e"', "a b 1 \nb 2 \nc ${~ d ~} e"],
  ['"" == null || null != null', false],
  ["null == null", true],
  ["keys(merge({ b = 1 }, { a = 2 }))", ["a", "b"]],
  ["values(merge({ b = 1 }, { a = 2 }))", [2, 1]],
  ["[for key, each in merge({ b = 1 }, { a = 2 }) : key]", ["a", "b"]],
  ['toset(["b", "a", "b"])', ["a", "b"]],
  ['format("%s-%s", "%s", "a")', "%s-a"],
  ['replace("a-b", "-", "$&")', "a$&b"],
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
  ['[for each in ["a"] : "${each}"]', ["a"]],
  ['{ for path, each in { a = "b" } : path => each }', { a: "b" }],
  ['substr("abcd", 1, 2)', "bc"],
  ['trimprefix("/a/b", "/")', "a/b"],
  ['trimprefix("a/b", "/")', "a/b"],
  ["[tonumber(1), tobool(true)]", [1, true]],
  ["aws_iam_instance_profile.h.id", "h"],
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
  ['aws_iam_role.d["z"].name', '"aws_iam_role.d["z"].name", which the source does not set'],
  ["try(aws_iam_role.f[0].name, 1)", "aws_iam_role.f[0].name of a resource that AWS creates"],
  ['file("../none.txt")', "the file ../none.txt"],
  ['try(sha1("a"))', 'sha1 of "a", which an import cannot resolve'],
  ["aws_iam_instance_profile.i.id", "aws_iam_instance_profile.i.id of a resource that AWS creates"],
  [
    'yamlencode({ a = "${join(" ", ["a", "long", "line", "that", "is", "as", "long", "as", "it", "has", "to", "be"])} ${var.none}" })',
    '"var.none", which is not in the source',
  ],
  ['sha1("a\\nb")', 'sha1 of "a b", which an import cannot resolve'],
  ["timestamp()", "timestamp, which an import cannot resolve"],
  ['format("%02d", 1)', 'format of "%02d" and "1", which an import cannot resolve'],
  ["local.a.none", '"local.a.none", which the source does not set'],
  ...[
    'coalesce(var.none, "a")',
    'try(var.none, "a")',
    'merge(var.none, { a = "b" })',
    "values(var.none)",
    "keys(var.none)",
    "toset(var.none)",
  ].map((expression): [string, string] => [expression, '"var.none", which is not in the source']),
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
      Other: !Rain::Embed a.txt
      Text: !Base64 {"Fn::Sub": ["\${a}\${!b}", {a: c}]}
`;
  const { source } = await read({ "template.yaml": template });
  expect(propertiesOf(source, "One")).toEqual({
    Joined: "a-c",
    Again: "a-c",
    Other: expect.stringContaining('Rain::Embed of "a.txt", which an import cannot resolve') as string,
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

test("a value given for a field that cannot be resolved is the whole field's", async () => {
  const sources: Readonly<Record<string, string>> = {
    "main.tf": `${declarations}resource "aws_iam_role" "b" {\n  value = "a-\${sha1("a")}"\n}\n`,
    "template.json": JSON.stringify({
      Resources: {
        One: {
          Type: "AWS::IAM::Role",
          Properties: { Value: { "Fn::Join": ["-", ["a", { "Fn::Base64": { "Fn::GetAZs": "" } }]] } },
        },
      },
    }),
  };
  for (const [file, text] of Object.entries(sources)) {
    const [id, field] = file === "main.tf" ? ["aws_iam_role.b", "value"] : ["One", "Value"];
    const { source, scope } = await read({ [file]: text }, { [`${id}.${field}`]: "given" });
    expect(propertiesOf(source, id)).toEqual({ [field]: "given" });
    expect(scope.unused()).toEqual([]);
  }
});

/** Returns all values of `Value`, by the resource's id. */
async function valuesOf(files: Readonly<Record<string, string>>, given: Readonly<Record<string, string>> = {}) {
  const { source } = await read(files, given);
  const values = source.resources.map(({ id, properties }) => [id, property(properties, "value")] as const);
  return { ...source, values: Object.fromEntries(values) as Readonly<Record<string, unknown>> };
}

const role = (name: string, value: string, more = ""): string =>
  `resource "aws_iam_role" "${name}" {\n  ${more}\n  value = ${value}\n}\n`;

test("a configuration's files, values and modules are read together", async () => {
  const { values, switchedOff } = await valuesOf(
    {
      "main.tf": `
variable "a" { default = "default" }
variable "b" { default = "default" }
variable "c" { default = "default" }
variable "list" { type = list(string) }
variable "number" { type = number }
module "one" {
  source = "./inner"
  given  = upper(var.a)
}
module "none" {
  source = "./inner"
  count  = 0
  given  = "x"
}
module "registry" { source = "terraform-aws-modules/ecr/aws" }
${role("values", '"${var.a} ${var.b} ${var.c}"')}
${role("types", "[var.list, var.number]")}
${role("output", "module.one.out")}
${role("off", '"x"', "count = 0")}
${role("empty", '"x"', "for_each = {}")}
${role("file", '[file("text.txt"), filebase64("text.txt"), templatefile("text.tpl", { a = 1 }), file("/etc/hostname")]')}
`,
      "other.tf": `
locals { one = "1" }
${role("other", "local.one")}
locals { two = "2" }
${role("two", "local.two")}
`,
      "json.tf.json": JSON.stringify({ resource: { aws_iam_role: { json: { value: "${local.one}" } } } }),
      "terraform.tfvars": 'b = "from tfvars"\n',
      "c.auto.tfvars": 'c = "from auto"\n',
      "unread.tfvars": 'c = "unread"\n',
      "folder.tf/text.txt": "",
      "override.tf": role("other", '"other"'),
      "inner/my_override.tf.json": "{}",
      "text.txt": "a ${b}",
      "text.tpl": "a ${a}\n  %{~ if true ~} \n yes\n %{~ endif }",
      "inner/main.tf": `
variable "given" { default = "default" }
output "out" { value = "out \${var.given}" }
${role("inner", "var.given")}
`,
    },
    { "var.list": '["x"]', "var.number": "[1]" },
  );
  expect(values).toMatchObject({
    "aws_iam_role.values": "default from tfvars from auto",
    "aws_iam_role.types": [["x"], [1]],
    "aws_iam_role.output": "out DEFAULT",
    "aws_iam_role.other": "1",
    "aws_iam_role.two": "2",
    "aws_iam_role.json": "1",
    "module.one.aws_iam_role.inner": "DEFAULT",
    "aws_iam_role.file": ["a ${b}", Buffer.from("a ${b}").toString("base64"), "a 1\n yes\n", expect.anything()],
  });
  expect(unknownsIn(values["aws_iam_role.file"]).map(({ what }) => what)).toEqual(["the file /etc/hostname"]);
  const overrides = "its changes to other files are not read; import the state instead";
  expect(switchedOff).toEqual([
    `override.tf: ${overrides}`,
    "module.none: its count is 0",
    `module.one.my_override.tf.json: ${overrides}`,
    "module.registry: its source terraform-aws-modules/ecr/aws is not read; import the state instead",
    "aws_iam_role.empty: its for_each is empty",
    "aws_iam_role.off: its count is 0",
  ]);
});

test("a module has as many instances as its count or for_each, with their own inputs and outputs", async () => {
  const module = (name: string, more: string) => `module "${name}" {\n  source = "./inner"\n  ${more}\n}\n`;
  const { values, switchedOff } = await valuesOf({
    "main.tf": [
      'variable "unknown" {}\nlocals { all = { b = 2, a = 1 } }\n',
      module("each", 'for_each = local.all\n  given = "${each.key}${each.value}"'),
      module("two", "count = 2\n  given = count.index"),
      module("none", "for_each = {}"),
      module("half", "count = var.unknown\n  given = count.index"),
      role("out", '[module.each["a"].out, [for key, each in module.each : "${key}-${each.out}"], module.two[*].out]'),
    ].join(""),
    "inner/main.tf": `variable "given" {}\noutput "out" { value = var.given }\n${module("on", "count = 1")}`,
    "inner/inner/main.tf": role("on", "1"),
  });
  expect(values).toMatchObject({
    'module.each["a"].module.on[0].aws_iam_role.on': 1,
    'module.each["b"].module.on[0].aws_iam_role.on': 1,
    "module.two[1].module.on[0].aws_iam_role.on": 1,
    "aws_iam_role.out": ["a1", ["a-a1", "b-b2"], [0, 1]],
  });
  expect(Object.keys(values)).toHaveLength(6);
  expect(switchedOff).toEqual(["module.none: its for_each is empty"]);
});

test("values of a root module come from all the files that Terraform reads, in its order", async () => {
  const { source, scope } = await read({
    "main.tf": `variable "a" {}\nvariable "b" {}\nvariable "secret" { sensitive = true }
module "inner" {\n  source = "./inner"\n  a = "given"\n}\n${role("root", "[var.a, var.b, var.secret]")}`,
    "a.auto.tfvars": 'a = "auto"\n',
    "terraform.tfvars": 'a = "plain"\nsecret = "s3cr3t"\n',
    "terraform.tfvars.json": '{ "b": "json" }',
    "inner/main.tf": `variable "a" {}\n${role("inner", "var.a")}`,
    "inner/terraform.tfvars": 'a = "never"\n',
  });
  expect(property(propertiesOf(source, "aws_iam_role.root"), "value")).toEqual(["auto", "json", "s3cr3t"]);
  expect(property(propertiesOf(source, "module.inner.aws_iam_role.inner"), "value")).toBe("given");
  expect([...scope.secrets]).toEqual(["s3cr3t"]);
});

test("what a template refers to is resolved, or named if only AWS knows it", async () => {
  const named = {
    Repository: ["AWS::ECR::Repository", "RepositoryName"],
    Role: ["AWS::IAM::Role", "RoleName"],
    Profile: ["AWS::IAM::InstanceProfile", "InstanceProfileName"],
    Group: ["AWS::Logs::LogGroup", "LogGroupName"],
    Bucket: ["AWS::S3::Bucket", "BucketName"],
  } as const;
  const own = Object.entries(named).map(([id, [Type, name]]) => [id, { Type, Properties: { [name]: `own-${id}` } }]);
  const value = (Value: unknown, more: object = {}) => ({ Type: "AWS::IAM::Role", Properties: { Value }, ...more });
  const template = {
    Parameters: {
      Secret: { Type: "String", NoEcho: "true", Default: "x" },
      Kept: { Type: "AWS::SSM::Parameter::Value<String>", Default: "/x" },
      Number: { Type: "Number", Default: 3 },
      List: { Type: "List<String>", Default: "a, b" },
      Text: { Type: "String", Default: "[1]" },
    },
    Conditions: {
      Yes: { "Fn::Equals": [{ Ref: "Number" }, "3"] },
      No: { "Fn::And": [{ Condition: "Yes" }, { "Fn::Not": [{ Condition: "Yes" }] }] },
      Either: { "Fn::Or": [{ Condition: "No" }, { Condition: "Yes" }] },
    },
    Mappings: { Map: { a: { b: "c" } } },
    Resources: {
      ...(Object.fromEntries(own) as object),
      Names: value(Object.keys(named).map((Ref) => ({ Ref }))),
      Parameters: value([{ Ref: "Number" }, { Ref: "List" }, { Ref: "Text" }]),
      Hidden: value([
        { Ref: "Secret" },
        { Ref: "Kept" },
        { "Fn::ImportValue": "elsewhere" },
        { Ref: "AWS::StackName" },
      ]),
      Region: value({ "Fn::Sub": "${AWS::Partition} ${AWS::Region}" }),
      Found: value([
        { "Fn::FindInMap": ["Map", "a", "b"] },
        { "Fn::FindInMap": ["Map", "a", "x", { DefaultValue: "d" }] },
        { "Fn::FindInMap": ["Map", "a", "x"] },
        { "Fn::Length": [1, 2] },
        { "Fn::ToJsonString": { a: [1] } },
        { "Fn::If": ["Either", "yes", "no"] },
        { "Fn::GetAtt": "Role.RoleName" },
        { "Fn::Cidr": ["10.0.0.0/8", 1] },
      ]),
      Plain: value([{ Ref: "Role", More: "x" }, { Condition: { Ref: "Role" } }, { Key: { Ref: "Role" } }]),
      Made: value("made", { Condition: "Yes", DeletionPolicy: "Retain", UpdateReplacePolicy: "Retain" }),
      Half: value("made", { DeletionPolicy: "Retain", UpdateReplacePolicy: "Delete" }),
      Other: value("made", { DeletionPolicy: "Delete", UpdateReplacePolicy: "Retain" }),
      Off: value("off", { Condition: "No" }),
      "Fn::ForEach::Loop": ["x", ["a"], {}],
    },
  };
  const files = { "template.json": JSON.stringify(template) };
  const { values, switchedOff, resources } = await valuesOf(files, { "AWS::Region": "cn-north-1" });
  expect(values["Names"]).toEqual(Object.keys(named).map((id) => `own-${id}`));
  expect(values["Parameters"]).toEqual(["3", ["a", "b"], "[1]"]);
  expect(values["Plain"]).toEqual([{ Ref: "Role", More: "x" }, { Condition: "own-Role" }, { Key: "own-Role" }]);
  expect(values["Region"]).toBe("aws-cn cn-north-1");
  expect(unknownsIn(values["Hidden"]).map(({ name, what }) => [name, what])).toEqual([
    ["Secret", "the parameter Secret, which is secret (NoEcho)"],
    ["Kept", "the parameter Kept, which Systems Manager keeps"],
    ["elsewhere", "the export elsewhere from another stack"],
    ["AWS::StackName", "the stack's AWS::StackName, which only AWS knows"],
  ]);
  const found = values["Found"] as readonly unknown[];
  expect(found.slice(0, 2)).toEqual(["c", "d"]);
  expect(found.slice(3, 7)).toEqual([2, '{"a":[1]}', "yes", "own-Role"]);
  expect(unknownsIn(found).map(({ what }) => what)).toEqual([
    'FindInMap of "Map", "a" and "x", which an import cannot resolve',
    'Cidr of "10.0.0.0/8" and "1", which an import cannot resolve',
  ]);
  expect(resources.filter(({ isLetGo }) => isLetGo).map(({ id }) => id)).toEqual(["Made"]);
  expect(switchedOff).toEqual([
    "Fn::ForEach::Loop: its resources are not read; import the deployed stack's processed template instead",
    "Off: its condition is false",
  ]);
  expect(resources.map(({ id }) => id)).not.toContain("Off");
});

test("given values replace those that a template hides", async () => {
  const Parameters = {
    Secret: { Type: "String", NoEcho: true },
    Secrets: { Type: "CommaDelimitedList", NoEcho: true },
    List: { Type: "CommaDelimitedList" },
    Text: { Type: "String" },
    Number: { Type: "Number" },
  };
  const Value = [...Object.keys(Parameters).map((Ref) => ({ Ref })), { "Fn::GetAtt": ["One", "Arn"] }];
  const template = { Parameters, Resources: { One: { Type: "AWS::IAM::Role", Properties: { Value } } } };
  const given = { Secret: "s3cr3t", Secrets: "one, two", List: "a, b", Text: "[1]", Number: "[1", "One.Arn": "arn" };
  const { source, scope } = await read({ "template.json": JSON.stringify(template) }, given);
  expect(property(propertiesOf(source, "One"), "Value")).toEqual([
    "s3cr3t",
    ["one", "two"],
    ["a", "b"],
    "[1]",
    "[1",
    "arn",
  ]);
  expect([...scope.secrets]).toEqual(["s3cr3t", "one", "two"]);
  expect(scope.unused()).toEqual([]);
});

test("an assembly within an assembly and nested stacks are read, in their own environments", async () => {
  const stack = (name: string, environment: string) => ({ properties: { templateFile: name }, environment });
  const template = (Value: unknown) =>
    JSON.stringify({ Resources: { One: { Type: "AWS::IAM::Role", Properties: { Value } } } });
  const place = { "Fn::Sub": "${AWS::AccountId} ${AWS::Region}" };
  const { values } = await valuesOf({
    "manifest.json": JSON.stringify({
      artifacts: {
        Tree: { type: "cdk:tree", properties: { file: "tree.json" } },
        Main: stack("Main.template.json", "aws://123456789012/eu-west-1"),
        Stage: { type: "cdk:cloud-assembly", properties: { directoryName: "assembly-Stage" } },
      },
    }),
    "Main.template.json": template(place),
    "MainNested.nested.template.json": template(place),
    "assembly-Stage/manifest.json": JSON.stringify({
      artifacts: { Own: stack("Own.template.json", "aws://unknown-account/us-east-1") },
    }),
    "assembly-Stage/Own.template.json": template({ "Fn::Sub": "${AWS::Region}" }),
  });
  expect(values).toEqual({
    "Main/One": "123456789012 eu-west-1",
    "MainNested.nested/One": "123456789012 eu-west-1",
    "Own/One": "us-east-1",
  });
});

describe("the provider's region is that of its data sources", () => {
  const values = ["data.aws_region.here.name", "data.aws_region.here.region", "data.aws_partition.here.partition"];
  const data = 'data "aws_region" "here" {}\ndata "aws_partition" "here" {}\n';
  const all = data + role("a", `[${values.join(", ")}]`);
  const provider = (region: string): string => `provider "aws" {\n  region = ${region}\n}\n`;
  const other = 'provider "aws" {\n  alias = "other"\n  region = "eu-west-1"\n}\n';

  test("if it is known, in all modules that inherit it", async () => {
    const files = {
      "main.tf": `${other}${provider("var.region")}variable "region" { default = "cn-north-1" }\n${all}
        module "same" { source = "./m" }
        module "other" {
          source    = "./m"
          providers = { aws = aws.other }
        }`,
      "m/main.tf": all,
    };
    const { region, values: found } = await valuesOf(files);
    const here = ["cn-north-1", "cn-north-1", "aws-cn"];
    expect(region).toBe("cn-north-1");
    expect(found).toMatchObject({ "aws_iam_role.a": here, "module.same.aws_iam_role.a": here });
    expect(unknownsIn(found["module.other.aws_iam_role.a"]).map(({ name }) => name)).toEqual(
      values.map((each) => `module.other.${each}`),
    );
    const given = { "data.aws_region.here.name": "eu-west-1" };
    expect((await valuesOf(files, given)).values["aws_iam_role.a"]).toEqual(["eu-west-1", ...here.slice(1)]);
  });

  test.each([
    ["no provider", all, values],
    ["a provider with another name", other + all, values],
    [
      "a data source with a provider of its own",
      provider('"eu-west-1"') + all.replaceAll("{}", "{ provider = aws.other }"),
      values,
    ],
    [
      "a region that is a variable",
      `${provider("var.region")}variable "region" {}\n${all}`,
      values.map(() => "var.region"),
    ],
  ])("and unknown with %s", async (_, text, names) => {
    const { values: found } = await valuesOf({ "main.tf": text });
    expect(unknownsIn(found["aws_iam_role.a"]).map(({ name }) => name)).toEqual(names);
  });
});

test("the instances of a module may depend on a module that is declared later, at any depth", async () => {
  const inner = `variable "names" {}\n${role("r", "each.value", "for_each = toset(var.names)")}`;
  const files = {
    "main.tf": `module "a" {
      source   = "./outer"
      for_each = toset(local.all)
      names    = module.c.names
    }
    locals { all = module.b.names }
    module "b" { source = "./names" }
    module "c" { source = "./names" }`,
    "outer/main.tf":
      'variable "names" {}\nmodule "i" {\n  source = "../inner"\n  for_each = toset(var.names)\n  names = var.names\n}',
    "inner/main.tf": inner,
    "names/main.tf": 'output "names" { value = ["x"] }',
  };
  const { resources, switchedOff } = await valuesOf(files);
  expect(resources.map(({ id }) => id)).toEqual(['module.a["x"].module.i["x"].aws_iam_role.r["x"]']);
  expect(switchedOff).toEqual([]);
});

test("modules whose instances depend on each other end as unknown", async () => {
  const module = (name: string, other: string): string =>
    `module "${name}" {\n  source = "./m"\n  for_each = toset(module.${other}.names)\n}\n`;
  const files = {
    "main.tf": module("a", "b") + module("b", "a"),
    "m/main.tf": `output "names" { value = ["x"] }\n${role("r", "1")}`,
  };
  const { resources } = await valuesOf(files);
  expect(unknownsIn(resources[0]?.properties)[0]?.name).toBe("module.b.names");
});
