import * as fs from "node:fs";
import * as path from "node:path";
import { temporaryFolder } from "@pipelines/testing/stack";
import { movedRows, readNeighbours } from "../neighbours";
import { summarizePlan } from "../plan-summary";
import { change, planOf } from "./hand-made";

const type = "aws_cloudwatch_log_group";

/** A stack of a group of dev, with log groups of these names. */
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

describe("A plan of a stack of an environment with groups", () => {
  test.each([[["delete"]], [["delete", "create"]], [["forget"]]])(
    "is refused if it takes away what another stack has: %j",
    (actions) => {
      expect(() => summarize(split, "dev", ...actions)).toThrow(
        "the plan takes away 1 resource that dev-web has now, such as aws_cloudwatch_log_group.web: " +
          "run npm run move -- dev, which moves them between the states, and plan again",
      );
    },
  );

  test("needs approval if it creates what another stack had", () => {
    const { needsApproval, markdown } = summarize(split, "dev-web", "create");
    expect(needsApproval).toBe(true);
    expect(markdown).toContain(
      "| **⚠️ Needs approval** | `dev` | 1 resource that this plan creates, such as `aws_cloudwatch_log_group.web`, were in this stack before: if its state still has them, run `npm run move -- dev` first |",
    );
  });

  test("is refused if groups are joined again, and the other one's still has what moves", () => {
    const joined: Sides = {
      dev: [stack("dev", "base"), stack(undefined, "base", "web")],
      "dev-web": [stack("dev", "web"), undefined],
    };
    expect(summarize(joined, "dev", "create").needsApproval).toBe(true);
    const moved: Sides = {
      "dev-web": [stack("dev", "web"), stack("dev")],
      "dev-shop": [stack("dev"), stack("dev", "web")],
    };
    expect(() => summarize(moved, "dev-web", "delete")).toThrow("that dev-shop has now");
  });

  test.each([
    ["dev-web-parent", true],
    ["dev-base-children", false],
  ])("is refused if it takes away a target whose rule %s another stack has: %s", (rule, refused) => {
    const of = "aws_cloudwatch_event_target";
    const group = {
      output: { environment: { value: "dev" } },
      resource: {
        [of]: { web: { rule: "${aws_cloudwatch_event_rule.web.name}" } },
        aws_cloudwatch_event_rule: { web: { name: "dev-web-parent" } },
      },
    };
    const plan = planOf([
      change({ type: of, address: `${of}.web`, actions: ["delete"], before: { rule }, after: null }),
    ]);
    const rows = () => movedRows(plan, "dev", [{ stack: "dev-web", before: undefined, after: group }]);
    if (refused) expect(rows).toThrow("the plan takes away 1 resource that dev-web has now");
    else expect(rows()).toEqual([]);
  });

  test("is judged as before if nothing of it is in another stack of its environment", () => {
    const others: Sides = { dev: [stack("dev"), stack("dev")], prod: [undefined, stack(undefined, "web")] };
    expect(summarize(others, "dev", "delete").markdown).toContain("every log in it is lost");
  });
});
