import { agree, type Question } from "../agree";

const question: Question = {
  stack: "dev",
  outcome: "routine",
  createsOnly: false,
  verdict: "planned",
  reviewers: "none",
  byHand: false,
  riskAccepted: false,
  administrator: false,
  pullRequest: "7",
  differences: [],
  approvedBy: [],
  notCounted: "",
};

/** Returns whether the plan is applied, and the text after the stack's name. */
const ask = (change: Partial<Question>): [boolean, string] => {
  const { apply, words } = agree({ ...question, ...change });
  expect(words).toMatch(apply ? /^dev: / : /^❌ dev: /);
  return [apply, words.replace(/^(❌ )?dev: /, "")];
};

const again =
  "Run this workflow by hand for dev to create a new plan: the person who approves the environment reviews that plan.";
const tick = `${again} Tick the box that accepts the risk.`;

describe("A deploy applies its plan", () => {
  test.each<[string, Partial<Question>, string]>([
    ["if it does what was reviewed", {}, "this plan does exactly what was reviewed in #7."],
    ["if it changes nothing", { outcome: "unchanged", verdict: "approval" }, "there is nothing to apply."],
    [
      "if it needs approval, and was reviewed and approved",
      { outcome: "approval", approvedBy: ["bob"] },
      "this plan does exactly what was reviewed in #7 and approved by bob.",
    ],
    [
      "if its configuration was approved, and its plan is routine",
      { verdict: "approval", differences: undefined, approvedBy: ["bob", "eve"] },
      "its configuration was reviewed in #7 and approved by bob and eve, and this is its plan.",
    ],
    [
      "if it is for a new stack, whose configuration was approved",
      { verdict: "approval", outcome: "approval", createsOnly: true, differences: undefined, approvedBy: ["bob"] },
      "its configuration was reviewed in #7 and approved by bob, and this is its plan.",
    ],
    [
      "if no one reviewed it and no one needs to",
      { differences: undefined, pullRequest: undefined },
      "this plan is not compared with a reviewed one; the person who approves the environment reviews it here.",
    ],
    [
      "by hand, if an administrator accepts the risk",
      { byHand: true, riskAccepted: true, administrator: true, outcome: "approval", differences: undefined },
      "this plan is not compared with a reviewed one; the person who approves the environment reviews it here.",
    ],
    [
      "by hand, if the risk is accepted, and the environment's reviewers see it next",
      { byHand: true, riskAccepted: true, reviewers: "environment", outcome: "approval", differences: undefined },
      "this plan is not compared with a reviewed one; the person who approves the environment reviews it here.",
    ],
  ])("%s", (_, change, words) => {
    expect(ask(change)).toEqual([true, words]);
  });
});

describe("A deploy refuses its plan", () => {
  test.each<[string, Partial<Question>, string]>([
    [
      "by hand, if a single person who is not an administrator accepts the risk",
      { byHand: true, riskAccepted: true, reviewers: "pull request", differences: undefined },
      "its deploys need approval. The box counts only if a repository administrator ticks it, or if the GitHub environment has required reviewers (github.reviewers in stacks/accounts.ts).",
    ],
    [
      "if it does something else, even with an approval",
      { differences: ["a changes"], approvedBy: ["bob"] },
      `the plan that was reviewed in #7 is stale. Something else has changed since, and applying it now would do something other than what was reviewed:\n\n- \`a changes\`\n\n${again}`,
    ],
    [
      "if the reviewed plan cannot be read",
      { differences: "unreadable" },
      `the plan that was reviewed in #7 cannot be read. ${again}`,
    ],
    [
      "if it needs approval and was not approved",
      { outcome: "approval", notCounted: "alice wrote part of it" },
      `this plan needs approval, and #7 was merged without the required approval. Not counted: alice wrote part of it. ${tick}`,
    ],
    [
      "if its configuration needs approval",
      { verdict: "approval", differences: undefined },
      `its configuration needs approval, and #7 was merged without the required approval. ${tick}`,
    ],
    [
      "if its deploys need approval",
      { reviewers: "pull request" },
      `its deploys need approval, and #7 was merged without the required approval. ${tick}`,
    ],
    [
      "if it needs approval and no one saw it, although its configuration was approved",
      { verdict: "approval", outcome: "approval", differences: undefined, approvedBy: ["bob"] },
      `this plan needs approval and nobody has reviewed it: no pull request plan is stored for this commit. ${tick}`,
    ],
    [
      "if it is for a new stack, which no one approved",
      { verdict: "approval", outcome: "approval", createsOnly: true, differences: undefined },
      `this plan needs approval, and #7 was merged without the required approval. ${tick}`,
    ],
    [
      "if it needs approval and came without a pull request",
      { outcome: "approval", differences: undefined, pullRequest: undefined },
      `this plan needs approval and nobody has reviewed it: no pull request plan is stored for this commit. ${tick}`,
    ],
    [
      "by hand, if the risk is not accepted",
      { byHand: true, outcome: "approval", differences: undefined, approvedBy: ["bob"] },
      "this plan needs approval. Read it above; to apply it, run this workflow again and tick the box that accepts the risk.",
    ],
    [
      "by hand, for a different configuration",
      { byHand: true, verdict: "approval", differences: undefined },
      "its configuration needs approval. Read it above; to apply it, run this workflow again and tick the box that accepts the risk.",
    ],
    [
      "if it has an unknown outcome",
      { outcome: "" },
      `this plan needs approval, and #7 was merged without the required approval. ${tick}`,
    ],
  ])("%s", (_, change, words) => {
    expect(ask(change)).toEqual([false, words]);
  });

  test("and lists twenty differences", () => {
    const [, words] = ask({ differences: Array.from({ length: 22 }, (_, index) => `a${index} changes`) });
    expect(words).toContain("- `a19 changes`\n- and 2 more\n");
  });
});
