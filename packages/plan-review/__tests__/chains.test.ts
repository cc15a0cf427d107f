import { summarizePlan } from "../plan-summary";
import { change, planOf } from "./hand-made";

const registry = "111122223333.dkr.ecr.eu-west-1.amazonaws.com";

function recipe(name: string, parent: string | undefined, actions: readonly string[] = ["no-op"]): object {
  const state = {
    name: `dev-${name}`,
    version: "1.0.0",
    parent_image: parent === undefined ? "amazonlinux:2023" : `${registry}/${parent}:latest`,
    target_repository: [{ repository_name: name, service: "ECR" }],
    tags_all: { Environment: "dev" },
  };
  const after = actions.length === 1 ? state : { ...state, version: "1.0.10001" };
  const type = "aws_imagebuilder_container_recipe";
  return change({ type, address: `${type}.${name}`, actions, before: state, after });
}

function build(name: string): object {
  const type = "aws_imagebuilder_image";
  const before = { name: `dev-${name}`, container_recipe_arn: "old" };
  return change({ type, address: `${type}.${name}`, actions: ["delete", "create"], before, after: {} });
}

function follows(
  parent: string,
  child: string,
  source = "aws.imagebuilder",
  actions: readonly string[] = ["no-op"],
): object[] {
  const name = `dev-${parent}-${source === "aws.ecr" ? "stable" : "children"}`;
  const rule = { name, event_pattern: JSON.stringify({ source: [source] }) };
  const target = { rule: rule.name, target_id: `dev-${child}`, arn: "…" };
  return [
    change({
      type: "aws_cloudwatch_event_rule",
      address: `aws_cloudwatch_event_rule.${child}`,
      actions: ["no-op"],
      before: rule,
      after: rule,
    }),
    change({
      type: "aws_cloudwatch_event_target",
      address: `aws_cloudwatch_event_target.${child}`,
      actions,
      before: target,
      after: target,
    }),
  ];
}

function headline(...changes: readonly object[]): string {
  return (
    summarizePlan(planOf(changes), { stack: "dev" })
      .markdown.split("\n")
      .find((line) => line.includes("dev")) ?? ""
  );
}

const chain = [
  recipe("base", undefined, ["create", "delete"]),
  build("base"),
  recipe("runtime", "base"),
  recipe("web", "runtime"),
  recipe("cli", "base"),
  recipe("other", undefined),
];

describe("The first sentence about a plan that rebuilds a parent", () => {
  it("lists the images built after it, at all levels, with the time along the longest path", () => {
    expect(
      headline(...chain, ...follows("base", "runtime"), ...follows("runtime", "web"), ...follows("base", "cli")),
    ).toContain(
      "`base` will be rebuilt (about 20 minutes), and after it 3 images: `runtime`, `web` and `cli` (about 60 minutes from the first to the last), nothing is deleted",
    );
  });

  it("leaves out images that follow their own schedule or promotions to a channel, and images that start to follow only with this plan", () => {
    expect(
      headline(
        ...chain,
        ...follows("base", "runtime", "aws.ecr"),
        ...follows("base", "cli", "aws.imagebuilder", ["create"]),
      ),
    ).toContain("1 image will be rebuilt (about 20 minutes), nothing is deleted");
    expect(headline(...chain, ...follows("runtime", "web"))).toContain("1 image will be rebuilt");
  });

  it("adds up builds in the deploy that wait for each other", () => {
    const both = [
      ...chain.slice(0, 2),
      recipe("runtime", "base", ["create", "delete"]),
      build("runtime"),
      ...chain.slice(3),
    ];
    expect(headline(...both, ...follows("base", "runtime"), ...follows("runtime", "web"))).toContain(
      "2 images will be rebuilt (about 40 minutes), and after them 1 image: `web` (about 60 minutes from the first to the last)",
    );
  });

  it("stops if the plan's images form a cycle", () => {
    const circle = [recipe("one", "two", ["create", "delete"]), build("one"), recipe("two", "one")];
    expect(headline(...circle, ...follows("one", "two"))).toContain("and after it 1 image: `two`");
  });
});
