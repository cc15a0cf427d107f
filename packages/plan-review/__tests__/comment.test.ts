import { summarizePlan } from "../plan-summary";
import { change, planOf } from "./hand-made";

const base = { accounts: ["111122223333"] };

function commentOn(...changes: readonly object[]): string {
  return summarizePlan(planOf(changes), { base }).markdown;
}

/** Resources with long names that a deploy may not change without approval. */
function queues(count: number, length: number): object[] {
  return Array.from({ length: count }, (_, index) =>
    change({
      address: `aws_sqs_queue.${"q".repeat(length)}${index}`,
      before: { policy: "a".repeat(400) },
      after: { policy: "b".repeat(400) },
    }),
  );
}

describe("A comment that would be longer than GitHub accepts", () => {
  const comment = commentOn(...queues(230, 300));

  it("shows as many rows and details as fit, and says how many it leaves out", () => {
    expect(comment.length).toBeLessThan(65_536 - 1_000);
    expect(comment.length).toBeGreaterThan(60_000);
    expect(comment.split("\n").filter((line) => line.includes("more"))).toEqual([
      "| **⚠️ Needs approval** | … and 30 more |  |",
      "| | … and 17 more rows | the comment would be too long |",
      "The details of 203 more are left out: GitHub accepts 65,536 characters in a comment. `terraform show` on the plan file shows them all.",
    ]);
  });

  it("has three quarters of it for the table, and the rest for the details", () => {
    const [table = "", details = ""] = comment.split("<details>");
    expect([table, details].map((part) => Math.round(part.length / 1000))).toEqual([48, 16]);
  });
});

it("A short comment leaves nothing out, and shows at most fifteen rows with the same ordinary meaning", () => {
  expect(commentOn(...queues(16, 10))).not.toContain("more");
  const type = "aws_cloudwatch_log_group";
  const groups = Array.from({ length: 17 }, (_, index) => {
    const address = `${type}.group${index}`;
    return change({ type, address, before: { retention_in_days: 7 }, after: { retention_in_days: 30 } });
  });
  expect(commentOn(...groups.slice(2))).not.toContain("more");
  expect(commentOn(...groups)).toContain("| … and 2 more |");
});

it.each([
  [48, "`description`: `%` → `x`"],
  [49, "`description` changes"],
])("A value of %d characters is shown in the table only if it is short", (length, text) => {
  const [long, short] = [{ description: "y".repeat(length) }, { description: "x" }];
  const type = "aws_imagebuilder_infrastructure_configuration";
  const shown = (before: object, after: object): string => commentOn(change({ type, before, after }));
  expect(shown(long, short)).toContain(`| ${text.replace("%", long.description)} |`);
  const reversed = text.replace("`%` → `x`", "`x` → `%`");
  expect(shown(short, long)).toContain(`| ${reversed.replace("%", long.description)} |`);
});

it.each([
  ["aws_imagebuilder_component", "data", "document"],
  ["aws_imagebuilder_component", "uri", "document"],
  ["aws_imagebuilder_component", "name", "name"],
  ["aws_imagebuilder_component", "platform", "platform"],
  ["aws_imagebuilder_component", "supported_os_versions", "supported operating systems"],
  ["aws_imagebuilder_component", "kms_key_id", "encryption key"],
  ["aws_imagebuilder_component", "description", "description"],
  ["aws_imagebuilder_component", "change_description", "change description"],
  ["aws_imagebuilder_container_recipe", "dockerfile_template_data", "Dockerfile"],
  ["aws_imagebuilder_container_recipe", "dockerfile_template_uri", "Dockerfile"],
  ["aws_imagebuilder_container_recipe", "parent_image", "parent image"],
  ["aws_imagebuilder_container_recipe", "component", "components"],
  ["aws_imagebuilder_container_recipe", "target_repository", "repository"],
  ["aws_imagebuilder_container_recipe", "working_directory", "working directory"],
  ["aws_imagebuilder_container_recipe", "instance_configuration", "build instance"],
  ["aws_imagebuilder_container_recipe", "platform_override", "platform"],
])("A new version of %s because of %s says so: %s", (type, attribute, words) => {
  const [before, after] = [
    { version: "1.0.0", [attribute]: "a" },
    { version: "1.0.1", [attribute]: "b" },
  ];
  const text = `\`1.0.0\` → \`1.0.1\` (${words})`;
  expect(commentOn(change({ type, actions: ["create", "delete"], before, after }))).toContain(`${text} |`);
  expect(commentOn(change({ type, actions: ["delete", "create"], before, after }))).toContain(
    `${text}; the old one is removed before the new one exists |`,
  );
});
