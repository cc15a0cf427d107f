import * as fs from "node:fs";
import * as path from "node:path";
import { temporaryFolder } from "@pipelines/testing/temporary-folder";
import { movedRows, readNeighbours } from "../neighbours";
import { summarizePlan } from "../plan-summary";
import { change, planOf } from "./hand-made";

const type = "aws_cloudwatch_log_group";

/** Returns a group's stack in dev, with log groups that have these names. */
function stack(environment: string | undefined, ...names: string[]): object {
  return {
    ...(environment === undefined ? {} : { output: { environment: { value: environment } } }),
    resource: { [type]: Object.fromEntries(names.map((name) => [name, { name }])) },
  };
}

type Sides = Readonly<Record<string, readonly [before: object | undefined, after: object | undefined]>>;

function summarize(sides: Sides, of: string, ...actions: readonly string[]) {
  const folder = temporaryFolder();
  for (const [name, [before, after]] of Object.entries(sides)) {
    fs.mkdirSync(path.join(folder, name));
    if (before) fs.writeFileSync(path.join(folder, name, "base.json"), JSON.stringify(before));
    if (after) fs.writeFileSync(path.join(folder, name, "cdk.tf.json"), JSON.stringify(after));
  }
  const plan = planOf([
    change({ type, address: `${type}.web`, actions, before: { name: "web" }, after: { name: "web" } }),
  ]);
  return summarizePlan(plan, { stack: of, neighbours: readNeighbours(folder, of) });
}

/** `web` moves from dev to its group. */
const split: Sides = {
  dev: [stack(undefined, "base", "web"), stack("dev", "base")],
  "dev-web": [undefined, stack("dev", "web")],
};

describe("A plan for a stack in an environment with groups", () => {
  test.each([[["delete"]], [["delete", "create"]], [["forget"]]])(
    "is refused if it removes resources that another stack now has: %j",
    (actions) => {
      expect(() => summarize(split, "dev", ...actions)).toThrow(
        "the plan removes 1 resource that dev-web now has, such as aws_cloudwatch_log_group.web: " +
          "run npm run move -- dev to move them between the states, and plan again",
      );
    },
  );

  test("needs approval if it creates resources that another stack used to have", () => {
    const { needsApproval, markdown } = summarize(split, "dev-web", "create");
    expect(needsApproval).toBe(true);
    expect(markdown).toContain(
      "| **⚠️ Needs approval** | `dev` | 1 resource that this plan creates, such as `aws_cloudwatch_log_group.web`, used to be in this stack: if its state still has them, run `npm run move -- dev` first |",
    );
  });

  test("is refused if groups are merged again while the other group's stack still has the resources that move", () => {
    const joined: Sides = {
      dev: [stack("dev", "base"), stack(undefined, "base", "web")],
      "dev-web": [stack("dev", "web"), undefined],
    };
    expect(summarize(joined, "dev", "create").needsApproval).toBe(true);
    const moved: Sides = {
      "dev-web": [stack("dev", "web"), stack("dev")],
      "dev-shop": [stack("dev"), stack("dev", "web")],
    };
    expect(() => summarize(moved, "dev-web", "delete")).toThrow("that dev-shop now has");
  });

  test.each([
    ["dev-web-parent", true],
    ["dev-base-children", false],
  ])("is refused if it removes a target and another stack has the rule %s: %s", (rule, refused) => {
    const of = "aws_cloudwatch_event_target";
    const group = {
      output: { environment: { value: "dev" } },
      resource: {
        [of]: { web: { rule: "${aws_cloudwatch_event_rule.web.name}" } },
        aws_cloudwatch_event_rule: { web: { name: "dev-web-parent" } },
      },
    };
    const plan = JSON.parse(
      planOf([change({ type: of, address: `${of}.web`, actions: ["delete"], before: { rule }, after: null })]),
    ) as Record<string, unknown>;
    const rows = () => movedRows(plan, "dev", [{ stack: "dev-web", before: undefined, after: group }]);
    if (refused) expect(rows).toThrow("the plan removes 1 resource that dev-web now has");
    else expect(rows()).toEqual([]);
  });

  test("is judged as usual if nothing in it is in another stack of its environment", () => {
    const others: Sides = {
      dev: [stack("dev"), stack("dev")],
      "dev-shop": [stack("dev", "shop"), stack("dev", "shop")],
      prod: [undefined, stack(undefined, "web")],
    };
    expect(summarize(others, "dev", "delete").markdown).toContain("every log in it is lost");
  });
});
