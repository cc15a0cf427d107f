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

/** Whether the plan is applied, and the words behind the name of the stack. */
const ask = (change: Partial<Question>): [boolean, string] => {
  const { apply, words } = agree({ ...question, ...change });
  expect(words).toMatch(apply ? /^dev: / : /^❌ dev: /);
  return [apply, words.replace(/^(❌ )?dev: /, "")];
};

const again =
  "Run this workflow by hand for dev to plan afresh: the person who approves the environment reviews that plan.";
const tick = `${again} Tick the box that accepts the risk.`;

describe("A deploy applies its plan", () => {
  test.each<[string, Partial<Question>, string]>([
    ["if it does what was reviewed", {}, "this plan does exactly what was reviewed on #7."],
    ["if it changes nothing", { outcome: "unchanged", verdict: "approval" }, "there is nothing to apply."],
    [
      "if it needs approval, was reviewed and approved",
      { outcome: "approval", approvedBy: ["bob"] },
      "this plan does exactly what was reviewed on #7 and approved by bob.",
    ],
    [
      "if its configuration was approved, and its plan is routine",
      { verdict: "approval", differences: undefined, approvedBy: ["bob", "eve"] },
      "its configuration was reviewed on #7 and approved by bob and eve; its plan is this one.",
    ],
    [
      "if it is that of a new stack, whose configuration was approved",
      { verdict: "approval", outcome: "approval", createsOnly: true, differences: undefined, approvedBy: ["bob"] },
      "its configuration was reviewed on #7 and approved by bob; its plan is this one.",
    ],
    [
      "if nobody reviewed it and nobody needs to",
      { differences: undefined, pullRequest: undefined },
      "no reviewed plan is compared with this one; the person who approves the environment reviews it here.",
    ],
    [
      "by hand, if an administrator accepts the risk",
      { byHand: true, riskAccepted: true, administrator: true, outcome: "approval", differences: undefined },
      "no reviewed plan is compared with this one; the person who approves the environment reviews it here.",
    ],
    [
      "by hand, if the risk is accepted, and reviewers of the environment see it next",
      { byHand: true, riskAccepted: true, reviewers: "environment", outcome: "approval", differences: undefined },
      "no reviewed plan is compared with this one; the person who approves the environment reviews it here.",
    ],
  ])("%s", (_, change, words) => {
    expect(ask(change)).toEqual([true, words]);
  });
});

describe("A deploy refuses its plan", () => {
  test.each<[string, Partial<Question>, string]>([
    [
      "by hand, if one person alone accepts the risk, who is no administrator",
      { byHand: true, riskAccepted: true, reviewers: "pull request", differences: undefined },
      "its deploys need an approval. The box counts if an administrator of the repository ticks it, or if the GitHub environment has required reviewers (github.reviewers in stacks/accounts.ts).",
    ],
    [
      "if it does something else, even with an approval",
      { differences: ["a changes"], approvedBy: ["bob"] },
      `the plan that was reviewed on #7 is stale. Since then something else changed, and applying now would do other things than were reviewed:\n\n- \`a changes\`\n\n${again}`,
    ],
    [
      "if the reviewed plan cannot be read",
      { differences: "unreadable" },
      `the plan that was reviewed on #7 cannot be read. ${again}`,
    ],
    [
      "if it needs approval and not approved",
      { outcome: "approval", notCounted: "alice wrote some of it" },
      `this plan needs an approval, and #7 was merged without the approval that it needs. Not counted: alice wrote some of it. ${tick}`,
    ],
    [
      "if its configuration needs an approval",
      { verdict: "approval", differences: undefined },
      `its configuration needs an approval, and #7 was merged without the approval that it needs. ${tick}`,
    ],
    [
      "if its deploys need one",
      { reviewers: "pull request" },
      `its deploys need an approval, and #7 was merged without the approval that it needs. ${tick}`,
    ],
    [
      "if it needs approval and nobody saw it, though its configuration was approved",
      { verdict: "approval", outcome: "approval", differences: undefined, approvedBy: ["bob"] },
      `this plan needs an approval and nobody reviewed it: no plan of a pull request is kept for this commit. ${tick}`,
    ],
    [
      "if it is that of a new stack, which nobody approved",
      { verdict: "approval", outcome: "approval", createsOnly: true, differences: undefined },
      `this plan needs an approval, and #7 was merged without the approval that it needs. ${tick}`,
    ],
    [
      "if it needs approval and came without a pull request",
      { outcome: "approval", differences: undefined, pullRequest: undefined },
      `this plan needs an approval and nobody reviewed it: no plan of a pull request is kept for this commit. ${tick}`,
    ],
    [
      "by hand, if the risk is not accepted",
      { byHand: true, outcome: "approval", differences: undefined, approvedBy: ["bob"] },
      "this plan needs an approval. Read it above; to apply it, run this workflow again and tick the box that accepts the risk.",
    ],
    [
      "by hand, for another configuration",
      { byHand: true, verdict: "approval", differences: undefined },
      "its configuration needs an approval. Read it above; to apply it, run this workflow again and tick the box that accepts the risk.",
    ],
    [
      "if it has an outcome that nobody knows",
      { outcome: "" },
      `this plan needs an approval, and #7 was merged without the approval that it needs. ${tick}`,
    ],
  ])("%s", (_, change, words) => {
    expect(ask(change)).toEqual([false, words]);
  });

  test("and lists twenty differences", () => {
    const [, words] = ask({ differences: Array.from({ length: 22 }, (_, index) => `a${index} changes`) });
    expect(words).toContain("- `a19 changes`\n- and 2 more\n");
  });
});
