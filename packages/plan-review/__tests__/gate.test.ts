import { keepsAtLeast } from "../expiry";
import { summarizePlan } from "../plan-summary";
import { because, type ResourceChange } from "../resource-change";
import { change, planOf } from "./hand-made";

test.each([
  ["create", "delete", "web", true],
  ["create", "delete", "other", false],
  ["delete", "create", "web", false],
])("A repository's replacement (%s, %s) by one named %s fails only if the old one still has the name", (...given) => {
  const [first, second, name, fails] = given;
  const one = change({
    type: "aws_ecr_repository",
    actions: [first, second],
    before: { name: "web" },
    after: { name },
  });
  const { markdown } = summarizePlan(planOf([one]), { base: { accounts: ["111122223333"] } });
  const refused = "of the same name; ECR refuses it while the old one exists, so this deploy fails";
  expect(markdown.includes(refused)).toBe(fails);
  expect(markdown).toContain("replaced by another one");
});

describe("A lifecycle policy keeps at least what the previous one kept", () => {
  const rule = (countNumber: number, selection: object, action: object = { type: "expire" }) => ({
    selection: { countType: "imageCountMoreThan", countNumber, ...selection },
    action,
  });
  const policy = (...rules: readonly object[]): string =>
    JSON.stringify({ rules: rules.map((each, index) => ({ rulePriority: index + 1, ...each })) });
  const tagged = (...tagPatternList: readonly string[]) => ({ tagStatus: "tagged", tagPatternList });
  const all = rule(10, tagged("*"));
  const some = tagged("stable");
  const others = rule(10, { tagStatus: "untagged" });

  test.each<[string, string, string, boolean]>([
    ["the same rules", policy(all), policy(all), true],
    ["a higher number", policy(all), policy(rule(11, tagged("*"))), true],
    ["a lower number", policy(all), policy(rule(9, tagged("*"))), false],
    ["one rule less", policy(all, rule(5, { tagStatus: "untagged" })), policy(all), false],
    ["a rule that protects", policy(all), policy(rule(100_000, tagged("stable")), all), true],
    ["a rule that protects, after one for other images", policy(others), policy(rule(100_000, some), others), true],
    ["a rule that may expire something", policy(others), policy(rule(99_999, some), others), false],
    ["a rule for some, as wide as the one for all", policy(all), policy(rule(10, tagged("web*")), all), true],
    ["a rule for some, narrower than the one for all", policy(all), policy(rule(9, tagged("web*")), all), false],
    ["a rule for images without tags", policy(all), policy(rule(10, { tagStatus: "untagged" }), all), false],
    [
      "a rule for some, before one that protects some of them",
      policy(rule(100_000, some), all),
      policy(rule(10, tagged("stab*")), rule(100_000, some), all),
      false,
    ],
    [
      "a rule for some, after one that protects some of them",
      policy(rule(100_000, some), all),
      policy(rule(100_000, some), rule(10, tagged("stab*")), all),
      true,
    ],
    [
      "a rule for some, after one that selects no tagged images",
      policy(rule(10, { tagStatus: "untagged", tagPatternList: ["*"] })),
      policy(rule(10, tagged("web*")), rule(10, { tagStatus: "untagged", tagPatternList: ["*"] })),
      false,
    ],
    [
      "a rule that counts days instead",
      policy(all),
      policy(rule(10, { ...tagged("web*"), countType: "sinceImagePushed", countUnit: "days" }), all),
      false,
    ],
    ["another action", policy(all), policy(rule(10, tagged("*"), { type: "other" })), false],
    ["no JSON", policy(all), "rules", false],
    ["something else in it", policy(all), JSON.stringify({ ...(JSON.parse(policy(all)) as object), more: 1 }), false],
    ["something else in a rule", policy(all), policy({ ...all, more: 1 }), false],
  ])("with %s", (_, before, after, expected) => {
    expect(keepsAtLeast(before, after)).toBe(expected);
  });

  test("whatever the order in which the rules are written", () => {
    const rules = [
      { rulePriority: 2, ...all },
      { rulePriority: 1, ...rule(5, { tagStatus: "untagged" }) },
    ];
    expect(keepsAtLeast(JSON.stringify({ rules }), JSON.stringify({ rules: [...rules].reverse() }))).toBe(true);
  });
});

test.each<[readonly string[], string | undefined, string]>([
  [[], undefined, ""],
  [["name"], "replace_because_cannot_update", ", because `name` changes"],
  [["a", "b"], undefined, ", because `a` and `b` change"],
  [["a", "b", "c", "d", "e"], undefined, ", because `a`, `b`, `c` and `d` change"],
  [[], "delete_because_no_module", ", because its module is no longer in the configuration"],
  [[], "delete_because_no_resource_config", ", because it is no longer in the configuration"],
  [[], "delete_because_no_move_target", ", because the address it should move to is not in the configuration"],
  [[], "replace_because_tainted", ", because an earlier apply left it half-created"],
  [[], "replace_by_request", ", because `-replace` requests it"],
  [[], "replace_by_triggers", ", because of `replace_by_triggers`"],
  [[], "constructor", ", because of `constructor`"],
])("The reason for a change of %j with %s is in words", (replacePaths, reason, words) => {
  expect(because({ replacePaths, reason } as ResourceChange)).toBe(words);
});
