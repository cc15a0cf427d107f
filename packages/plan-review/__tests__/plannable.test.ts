import { TerraformStack } from "cdktf";
import { unplannable } from "../plannable";
import { SynthesizedStack } from "@pipelines/testing/stack";
import { OwnApp } from "../../../__tests__/stacks/environments";

const aws = { terraform: { required_providers: { aws: { source: "hashicorp/aws", version: "5.100.0" } } } };
const external = { run: { program: ["sh", "-c", "env"] } };
const provisioner = { "local-exec": { command: "env" } };

describe("What a pull request's configuration would have Terraform run beside the AWS provider", () => {
  test("is nothing in the app's own stacks", () => {
    const stacks = new OwnApp().app.node.children.filter((child) => TerraformStack.isStack(child));
    expect(stacks.map((stack) => unplannable({ ...new SynthesizedStack(stack).json }))).toEqual(stacks.map(() => []));
  });

  test("is nothing in what moves, forgets and imports", () => {
    const config = {
      ...aws,
      "//": {},
      locals: { a: 1 },
      moved: [{ from: "aws_x.a", to: "aws_x.b" }],
      import: [{ id: "a", to: "aws_x.a" }],
      removed: [{ from: "aws_x.a", lifecycle: { destroy: false } }],
      provider: { aws: [{ region: "eu-west-1" }, { alias: "other", region: "us-east-1" }] },
      data: { aws_region: { here: {} } },
    };
    expect(unplannable(config)).toEqual([]);
  });

  test.each<[string, object, string[]]>([
    ["a data source", { data: { external } }, ["data external"]],
    ["a data source in a list", { data: [{ aws_region: {} }, { external }] }, ["data external"]],
    ["a data source in a check", { check: { c: { data: { external } } } }, ["check c"]],
    ["an ephemeral resource", { ephemeral: { random_password: { a: {} } } }, ["ephemeral random_password"]],
    ["a resource", { resource: { null_resource: { a: {} } } }, ["resource null_resource"]],
    ["a provider", { provider: { aws: {}, random: {} } }, ["provider random"]],
    ["a module", { module: { a: { source: "./a" } } }, ["module a"]],
    ["a function of a later Terraform", { action: { a: {} } }, ["action a"]],
    ["a provisioner", { resource: { aws_x: { a: { provisioner } } } }, ["provisioner in aws_x.a"]],
    ["a provisioner in a list", { resource: { aws_x: { a: [{ provisioner }] } } }, ["provisioner in aws_x.a"]],
    [
      "a provisioner before another block of the type",
      { resource: [{ aws_x: { a: { provisioner } } }, { aws_x: { b: {} } }] },
      ["provisioner in aws_x.a"],
    ],
    ["a provisioner of what is removed", { removed: [{ from: "aws_x.a", provisioner }] }, ["provisioner in removed"]],
    [
      "another provider of the name",
      { terraform: { required_providers: { aws: { source: "evil/aws" } } } },
      ["provider aws from evil/aws"],
    ],
    [
      "another provider of the name, in lists",
      { terraform: [{ required_version: ">= 1.10" }, { required_providers: [{ aws: { source: "evil/aws" } }] }] },
      ["provider aws from evil/aws"],
    ],
    [
      "a source that is no text",
      { terraform: { required_providers: { aws: { source: { toString: 1 } } } } },
      ["provider aws from ?"],
    ],
    ["experiments", { terraform: { experiments: ["a"] } }, ["terraform experiments"]],
  ])("is found: %s", (_what, config, found) => {
    expect(unplannable({ ...aws, ...config })).toEqual(found);
  });
});
