import type { StackConfig } from "@pipelines/permissions/stack-config";
import * as path from "node:path";
import { formatFinding } from "@pipelines/findings/report";
import { expectFile } from "@pipelines/testing/expected";
import { movedStates, movesBetween, type PlacedStack, takenAddresses } from "../move";
import { addressOf, emptyState, type Instance, type StateFile } from "../state-file";

const provider = 'provider["registry.terraform.io/hashicorp/aws"]';
const repository = "aws_ecr_repository.repository_web_repository_8C1B2D3E";
const pipeline = "aws_imagebuilder_image_pipeline.image_web_pipeline_E351C50B";
const target = "aws_cloudwatch_event_target.rebuilds_target-web_71F03682";
const rule = "aws_cloudwatch_event_rule.rebuilds_rule-dev-web-parent_26EF1682";
const bucket = "aws_s3_bucket.build_logs_1A2B3C4D";

function config(addresses: readonly string[], output: Record<string, unknown> = {}): StackConfig {
  const resource: Record<string, Record<string, Record<string, unknown>>> = {};
  for (const address of addresses) {
    const [type = "", name = ""] = address.split(".");
    const more = type.endsWith("_target")
      ? { rule: `\${${rule}.name}` }
      : type.endsWith("_rule")
        ? { name: "new" }
        : {};
    resource[type] = { ...resource[type], [name]: more };
  }
  return {
    terraform: { required_version: "", required_providers: {} },
    provider: { aws: [{ region: "eu-west-1", allowed_account_ids: ["123456789012"] }] },
    resource,
    output: Object.fromEntries(Object.entries(output).map(([name, value]) => [name, { value }])),
  };
}

function state(entries: Record<string, readonly Partial<Instance>[]>, outputs: object = {}): StateFile {
  const resources = Object.entries(entries).map(([address, instances]) => {
    const [type = "", name = ""] = address.split(".");
    const whole = instances.map((each) => ({ schema_version: 0, attributes: { id: address }, ...each }));
    return { mode: "managed" as const, type, name, provider, instances: whole };
  });
  return { ...emptyState("1.11.4"), serial: 7, resources, outputs };
}

const text = (value: string) => ({ value, type: "string" });
const object = (value: Record<string, string>) => ({
  value,
  type: ["object", Object.fromEntries(Object.keys(value).map((key) => [key, "string"]))],
});
const urls = (image: string) => ({ [image]: "${aws_ecr_repository.x.repository_url}" });

/** An environment whose image web is to move from the environment's own stack to the group's. */
function splitOf(dev: StateFile, web?: StateFile): PlacedStack[] {
  const shared = { urls: { ...urls("base"), version: "1.0.0" }, environment: "dev", literal: "$${x}" };
  return [
    { name: "dev", config: config([bucket], shared), state: dev },
    {
      name: "dev-web",
      config: config([repository, pipeline, rule, target], { ...shared, urls: urls("web") }),
      state: web,
    },
  ];
}

const outputs = { urls: object({ base: "…/base", web: "…/web" }), gone: text("x") };

describe("What is moved", () => {
  it("covers entries that are in one stack's state but only in another stack's configuration", () => {
    const both = config([repository]);
    const stacks = splitOf(state({ [bucket]: [{}], [repository]: [{}], "aws_iam_role.removed": [{}] }));
    expect(movesBetween(stacks)).toEqual([{ from: "dev", to: "dev-web", addresses: [repository] }]);
    expect(movesBetween([{ name: "dev", config: both, state: state({ [repository]: [{}] }) }])).toEqual([]);
  });

  it("includes a rule's target only together with the rule", () => {
    const of = (name: string) => movesBetween(splitOf(state({ [target]: [{ attributes: { id: "t", rule: name } }] })));
    expect(of("new")).toEqual([{ from: "dev", to: "dev-web", addresses: [target] }]);
    expect(of("dev-base-children")).toEqual([]);
    const both = ["new", "dev-base-children"].map((rule) => ({ attributes: { id: "t", rule } }));
    expect(movesBetween(splitOf(state({ [target]: both })))).toEqual([]);
  });
});

describe("The states after a move", () => {
  const instances: Partial<Instance>[] = [
    { status: "tainted", dependencies: [bucket, repository], create_before_destroy: true },
    { deposed: "00000001", attributes: { id: "old" } },
  ];
  const dev = state({ [bucket]: [{}], [repository]: [{}], [pipeline]: instances }, outputs);

  it("contain each entry with all its instances and attributes, and outputs as a plan expects them", () => {
    const stacks = splitOf(dev);
    const { first, last } = movedStates(stacks, movesBetween(stacks));
    const [web, left] = [first.get("dev-web"), last.get("dev")];
    expect([[...first.keys()], [...last.keys()]]).toEqual([["dev-web"], ["dev"]]);
    const [moved] = web?.resources.filter((each) => addressOf(each) === pipeline) ?? [];
    expect(moved).toEqual({
      ...dev.resources[2],
      instances: [{ ...dev.resources[2]?.instances[0], dependencies: [repository] }, dev.resources[2]?.instances[1]],
    });
    expect([web?.serial, web?.lineage === dev.lineage]).toEqual([1, false]);
    expect(web?.outputs).toEqual({
      urls: object({ web: "…/web" }),
      environment: text("dev"),
      literal: text("${x}"),
    });
    expect(left?.resources.map(addressOf)).toEqual([bucket]);
    expect([left?.serial, left?.lineage]).toEqual([8, dev.lineage]);
    expect(left?.outputs).toEqual({
      urls: object({ base: "…/base", version: "1.0.0" }),
      environment: text("dev"),
      literal: text("${x}"),
    });
  });

  it("have outputs of every type, and the version of the Terraform that wrote the others", () => {
    const value = { yes: true, number: 1, nothing: null, names: ["a", { b: "c" }] };
    const stacks = splitOf(dev);
    const web = { ...stacks[1], config: config([repository, pipeline], { value }) } as PlacedStack;
    const { first } = movedStates([stacks[0] as PlacedStack, web], movesBetween(stacks));
    const type = {
      ...{ yes: "bool", number: "number", nothing: "dynamic" },
      names: ["tuple", ["string", ["object", { b: "string" }]]],
    };
    expect(first.get("dev-web")).toMatchObject({
      terraform_version: "1.11.4",
      outputs: { value: { value, type: ["object", type] } },
    });
  });

  it("do not exist if nothing has been deployed yet", () => {
    const stacks = splitOf(dev).map((each) => ({ ...each, state: undefined }));
    expect(movedStates(stacks, movesBetween(stacks))).toEqual({ first: new Map(), last: new Map() });
  });

  it("are the same if the first of them was already written before an interruption", () => {
    const stacks = splitOf(dev);
    const { first } = movedStates(stacks, movesBetween(stacks));
    const again = splitOf(dev, first.get("dev-web"));
    const { first: second, last } = movedStates(again, movesBetween(again));
    expect(second.get("dev-web")?.resources).toEqual(first.get("dev-web")?.resources);
    expect(last.get("dev")?.resources.map(addressOf)).toEqual([bucket]);
  });

  it("keep, until the end, entries that another stack still needs, if two stacks exchange images", () => {
    const [one, other] = ["aws_ecr_repository.one", "aws_ecr_repository.other"];
    const stacks: PlacedStack[] = [
      {
        name: "a",
        config: config([other], { urls: urls("other") }),
        state: state({ [one]: [{}] }, { urls: object({ one: "1" }) }),
      },
      {
        name: "b",
        config: config([one], { urls: urls("one") }),
        state: state({ [other]: [{}] }, { urls: object({ other: "2" }) }),
      },
    ];
    const { first, last } = movedStates(stacks, movesBetween(stacks));
    expect(first.get("a")?.resources.map(addressOf)).toEqual([one, other]);
    expect(first.get("a")?.outputs).toEqual({ urls: object({ one: "1", other: "2" }) });
    expect(last.get("a")?.resources.map(addressOf)).toEqual([other]);
    expect(last.get("a")?.outputs).toEqual({ urls: object({ other: "2" }) });
    expect(last.get("b")?.outputs).toEqual({ urls: object({ one: "1" }) });
  });

  it("are refused if the other state has a different object at the same address", () => {
    const stacks = splitOf(dev, state({ [repository]: [{ attributes: { id: "theirs" } }] }));
    const findings = takenAddresses(stacks, movesBetween(stacks)).map((each) => formatFinding(each));
    expectFile(path.join(__dirname, "move-messages.txt"), `${findings.join("\n")}\n`);
    const same = splitOf(dev, state({ [repository]: [{}] }));
    expect(takenAddresses(same, movesBetween(same))).toEqual([]);
  });
});
