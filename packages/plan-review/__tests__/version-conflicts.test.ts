import { summarizePlan } from "../plan-summary";

interface Versioned {
  readonly name?: string;
  readonly version: string;
  readonly description?: string;
}

const recipe = "aws_imagebuilder_container_recipe.image_web_recipe_0A1B2C3D";
const component = "aws_imagebuilder_component.image_web_recipe_component-install_0A1B2C3D";

function change(before: Versioned | undefined, after: Versioned | undefined, address = recipe): object {
  const half = (one: Versioned | undefined): object | null =>
    one === undefined ? null : { name: "dev-web", description: "a", ...one };
  const actions = before === undefined ? ["create"] : after === undefined ? ["delete"] : ["create", "delete"];
  const same = JSON.stringify(before) === JSON.stringify(after);
  return {
    address,
    mode: "managed",
    type: address.split(".")[0],
    change: { actions: same ? ["no-op"] : actions, before: half(before), after: half(after), after_unknown: {} },
  };
}

/** Whether it needs approval, the first sentence, and the rows about version conflicts. */
function review(...changes: object[]) {
  const plan = {
    format_version: "1.2",
    complete: true,
    resource_changes: changes,
    configuration: { root_module: { resources: changes } },
  };
  const { markdown, needsApproval } = summarizePlan(JSON.stringify(plan), { stack: "dev" });
  const rows = markdown.split("\n").filter((line) => line.includes("⚠️ Version conflict"));
  return { needsApproval, sentence: markdown.split("\n", 1)[0], rows };
}

const way = (target: string, environment = "dev"): string =>
  `run \`npm run synth -- --forward ${target} --environment ${environment}\`, commit the lock and plan again`;

describe("The review of versions", () => {
  it("accepts a higher n, and the same n with a different fingerprint", () => {
    expect(review(change({ version: "1.0.12345" }, { version: "1.0.20001", description: "b" })).needsApproval).toBe(
      false,
    );
    expect(review(change({ version: "1.0.12345" }, { version: "1.0.10001", description: "b" })).needsApproval).toBe(
      false,
    );
    expect(review(change({ version: "1.0.74711" }, { version: "1.1.80001", description: "b" })).needsApproval).toBe(
      false,
    );
    expect(review(change(undefined, { version: "1.0.0" }, component)).needsApproval).toBe(false);
  });

  it("refuses a number that a resource already has, and says so in the first sentence, with the command that resolves it", () => {
    expect(review(change({ version: "1.0.0" }, { version: "1.0.0", description: "b" }))).toEqual({
      needsApproval: true,
      sentence: expect.stringContaining("⚠️ dev: **versions conflict in 1 place**") as string,
      rows: [
        "| **⚠️ Version conflict** | recipe `dev-web` | `1.0.0` is already the version in AWS, which refuses it a second time; " +
          `${way("web")} |`,
      ],
    });
  });

  it("refuses a number used by something else in the state, whether that is kept or removed", () => {
    const other = "aws_imagebuilder_container_recipe.elsewhere";
    for (const after of [{ version: "1.0.0" }, undefined]) {
      const { needsApproval, rows } = review(
        change({ version: "1.0.0" }, after, other),
        change(undefined, { version: "1.0.0" }),
      );
      expect(needsApproval).toBe(true);
      expect(rows.join()).toContain(`\`1.0.0\` is already the version of \`${other}\` in AWS`);
    }
  });

  it("refuses one number for two resources in the plan", () => {
    const twice = [
      change(undefined, { version: "1.0.0" }),
      change(undefined, { version: "1.0.0", description: "b" }, `${recipe}0`),
    ];
    expect(review(...twice).rows).toHaveLength(1);
  });

  it("accepts the same number under another name", () => {
    const install = { name: "dev-web-install", version: "1.0.0" };
    expect(
      review(change({ version: "1.0.0" }, { version: "1.0.0" }), change(undefined, install, component)).needsApproval,
    ).toBe(false);
  });

  it.each([
    ["1.0.12345", "1.0.0", "web"],
    ["1.0.54321", "1.0.10001", "web=1.0.54321"],
    ["1.1.12345", "1.0.20000", "web=1.1.12345"],
    ["1.0.3", "1.0.2", "web"],
  ])("refuses to replace a higher n with a lower one: %s → %s, %s", (old, now, target) => {
    const { needsApproval, rows } = review(change({ version: old }, { version: now, description: "b" }));
    expect(needsApproval).toBe(true);
    expect(rows.join()).toContain(`\`${old}\` → \`${now}\`: a lower version replaces a higher one`);
    expect(rows.join()).toContain(way(target));
  });

  it("recognizes the environment of a component, whatever names are used", () => {
    const at = "aws_imagebuilder_component.image_web_recipe_component-web_0A1B2C3D";
    const [old, now] = ["1.0.12345", "1.0.0"].map((version) => ({ name: "a-web-web-web", version, content: version }));
    expect(review(change(old, now, at)).rows.join()).toContain(way("web", "a-web"));
  });

  it("suggests no command for a resource that this project did not create", () => {
    const other = "aws_imagebuilder_component.mine";
    const { rows } = review(change({ version: "1.2.0" }, { version: "1.1.0", description: "b" }, other));
    expect(rows.join()).toContain("; give it a version above that one |");
  });
});
