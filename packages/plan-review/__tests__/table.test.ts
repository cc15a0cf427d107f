import * as fs from "node:fs";
import * as path from "node:path";
import { summarizePlan } from "../plan-summary";
import { table, type TypeRules } from "../table";
import { change, planOf } from "./hand-made";

const page = path.join(__dirname, "../../../docs/plan-review.md");
const [begin, end] = ["<!-- table: begin -->", "<!-- table: end -->"];

/** The table in the documentation's format; written to the documentation if UPDATE_DOCS is set. */
function markdown(): string {
  return Object.entries(table)
    .map(([type, rules]) => `**\`${type}\`**\n\n${linesOf(rules).join("\n")}`)
    .join("\n\n");
}

function linesOf({ create, replace, delete: destroy, forget, attributes, shows = {} }: TypeRules): string[] {
  const permissions = { "A new one": create, "Another one instead": replace, Destroyed: destroy, Forgotten: forget };
  const names = Object.entries(attributes);
  const free = names.filter(([, { words }]) => words === "").map(([name]) => `\`${name}\``);
  const found = [
    ...Object.entries(permissions).flatMap(([what, given]) =>
      given === undefined ? [] : [`- ${what}: ${given.words}`],
    ),
    ...(free.length > 0 ? [`- May change: ${free.join(", ")}`] : []),
    ...names.filter(([, { words }]) => words !== "").map(([name, { words }]) => `- \`${name}\`: ${words}`),
    ...Object.entries(shows).map(([name, { type }]) => `- \`${name}\`: outside Terraform, as for \`${type}\``),
  ];
  return found.length === 0 ? ["- Every change needs approval"] : found;
}

describe("the table of harmless changes", () => {
  test("is in the documentation, word for word", () => {
    const text = fs.readFileSync(page, "utf8");
    const [before = "", rest = ""] = text.split(`${begin}\n`);
    const [written = "", after = ""] = rest.split(`\n${end}`);
    const expected = `\n<!-- prettier-ignore-start -->\n\n${markdown()}\n\n<!-- prettier-ignore-end -->\n`;
    if (process.env["UPDATE_DOCS"] !== undefined) {
      fs.writeFileSync(page, `${before}${begin}\n${expected}\n${end}${after}`);
      return;
    }
    expect(written).toBe(expected);
  });

  test("has only types that this project creates", () => {
    const constructs = path.join(__dirname, "../../../constructs");
    const sources = fs.readdirSync(constructs).map((file) => fs.readFileSync(path.join(constructs, file), "utf8"));
    const stacks = path.join(__dirname, "../../../stacks/account/account-stack.ts");
    const imported = [...sources, fs.readFileSync(stacks, "utf8")].flatMap((source) =>
      [...source.matchAll(/@cdktf\/provider-aws\/lib\/([a-z0-9-]+)"/g)].map(
        ([, name = ""]) => `aws_${name.replaceAll("-", "_")}`,
      ),
    );
    expect(Object.keys(table).filter((type) => !imported.includes(type))).toEqual([]);
  });
});

describe("what an environment has once for all its groups", () => {
  const account = "111122223333";
  const needsApproval = (type: string, attribute: string, value: unknown, environment?: string) => {
    const after = { [attribute]: value };
    const before = { execution_role: role("before"), image_scanning_configuration: scans("before") };
    const changed = change({ type, before, after: { ...before, ...after } });
    return summarizePlan(planOf([changed]), { base: { accounts: [account], environment } }).needsApproval;
  };
  const role = (name: string, owner = account) => `arn:aws:iam::${owner}:role/${name}`;
  const workflows = role("imageBuilder/dev-image-builder-workflows");
  const scans = (repository_name: string) => [
    { image_scanning_enabled: true, ecr_configuration: [{ repository_name, container_tags: ["web"] }] },
  ];

  describe.each(["aws_imagebuilder_image_pipeline", "aws_imagebuilder_image"])("%s", (type) => {
    test.each([
      ["execution_role", workflows],
      ["image_scanning_configuration", scans("dev/image-scans")],
    ])("may use it: %s", (attribute, value) => {
      expect(needsApproval(type, attribute, value, "dev")).toBe(false);
      expect(needsApproval(type, attribute, value, "de")).toBe(true);
      expect(needsApproval(type, attribute, value)).toBe(true);
    });

    test.each([
      ["execution_role", role("dev-image-builder-workflows")],
      ["execution_role", role("imageBuilder/dev-admin")],
      ["execution_role", role("imageBuilder/dev-image-builder-workflows", "444455556666")],
      ["execution_role", undefined],
      ["image_scanning_configuration", scans("undefined/image-scans")],
      ["image_scanning_configuration", scans("payments")],
    ])("may use nothing else: %s %s", (attribute, value) => {
      expect(needsApproval(type, attribute, value, "dev")).toBe(true);
      expect(needsApproval(type, attribute, value)).toBe(true);
    });
  });
});
