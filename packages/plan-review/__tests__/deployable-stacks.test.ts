import { byAccount, judgeStacks, type ReviewerRules } from "../deployable-stacks";
import type { Synth } from "../read-synth";
import { UnusablePlan } from "../unusable-plan";
import { verdictComment } from "../verdict-comment";

const rules: ReviewerRules = { stacks: null, by: "environment" };

/** A stack whose state is in S3. */
function stack(account = "111122223333", more: object = {}) {
  return {
    terraform: {
      backend: { s3: { bucket: "states", key: "a", region: "eu-west-1" } },
      required_providers: { aws: { source: "hashicorp/aws", version: "5.100.0" } },
    },
    provider: { aws: [{ region: "eu-west-1", allowed_account_ids: [account] }] },
    resource: {},
    ...more,
  };
}
const protectedStack = stack("111122223333", {
  resource: { aws_ecr_repository: { a: { lifecycle: { prevent_destroy: true } } } },
});
const inHcp = { terraform: { cloud: { organization: "acme" } } };
const synth = (stacks: object): Synth => new Map(Object.entries(stacks));
const verdicts = (base: object | undefined, change: object) =>
  Object.fromEntries(judgeStacks(base && synth(base), synth(change), rules).map((one) => [one.stack, one.verdict]));

describe("The stacks in a change", () => {
  test("are those in the base and those in the change", () => {
    expect(verdicts({ dev: stack(), gone: stack() }, { dev: stack(), new: stack(), hcp: inHcp })).toEqual({
      dev: "unchanged",
      gone: "approval",
      new: "approval",
    });
  });

  test("are refused if they would run, read or connect to something, even if they are new or there is no base", () => {
    const evil = stack("111122223333", { data: { external: { a: {} } } });
    expect(verdicts({ dev: stack() }, { dev: evil, new: evil })).toEqual({ dev: "refused", new: "refused" });
    expect(verdicts(undefined, { dev: evil })).toEqual({ dev: "refused" });
  });

  test("all need approval if the base cannot be synthesized, each for one reason", () => {
    const judged = judgeStacks(undefined, synth({ dev: stack(), prod: stack() }), rules);
    expect(judged.map(({ verdict }) => verdict)).toEqual(["approval", "approval"]);
    expect(judged[0]?.findings.map(({ found }) => found)).toEqual([
      "the base branch cannot be synthesized, so there is nothing to compare with",
    ]);
  });

  test("are planned in the base's account and region", () => {
    const [moved] = judgeStacks(synth({ dev: stack() }), synth({ dev: stack("999900001111") }), rules);
    expect(moved).toMatchObject({
      verdict: "approval",
      account: "111122223333",
      region: "eu-west-1",
      partition: "aws",
    });
    expect(() => judgeStacks(synth({}), synth({ dev: stack("1:role/x") }), rules)).toThrow(UnusablePlan);
  });

  test("that move to HCP Terraform need approval", () => {
    expect(verdicts({ dev: stack() }, { dev: { ...stack(), ...inHcp } })).toEqual({ dev: "approval" });
  });

  test.each<[ReviewerRules, object]>([
    [rules, { dev: "none", prod: "environment", "state-111122223333-eu-west-1": "environment" }],
    [
      { stacks: ["dev"], by: "environment" },
      { dev: "environment", prod: "none", "state-111122223333-eu-west-1": "none" },
    ],
    [
      { stacks: null, by: "pull request" },
      { dev: "none", prod: "pull request", "state-111122223333-eu-west-1": "pull request" },
    ],
  ])("wait for reviewers as set in stacks/accounts.ts: %j", (given, reviewers) => {
    const stacks = synth({ dev: stack(), prod: protectedStack, "state-111122223333-eu-west-1": stack() });
    const judged = judgeStacks(stacks, stacks, given);
    expect(Object.fromEntries(judged.map((one) => [one.stack, one.reviewers]))).toEqual(reviewers);
  });

  test("still wait for reviewers in the change that removes the protection", () => {
    const [prod] = judgeStacks(synth({ prod: protectedStack }), synth({ prod: stack() }), rules);
    expect(prod?.reviewers).toBe("environment");
  });

  test("are left alone if they are the same as in the base, with a comment that says so", () => {
    const judged = judgeStacks(
      synth({ dev: stack(), prod: stack() }),
      synth({ dev: stack(), prod: protectedStack }),
      rules,
    );
    expect(judged.map((one) => one.verdict)).toEqual(["unchanged", "planned"]);
    expect(judged.slice(0, 1).map(verdictComment)).toEqual([
      "dev: **unchanged.** Its configuration is the same as in the base, so it is not planned.\n",
    ]);
  });

  const grouped = (environment: string) => stack("111122223333", { output: { environment: { value: environment } } });
  const order = new Map([
    ["dev-web", ["dev"]],
    ["dev-shop", ["dev", "dev-web"]],
  ]);

  test("are grouped by account and environment, in waves, with the account's own stack kept separate", () => {
    const stacks = synth({
      ...{ "dev-shop": grouped("dev"), dev: grouped("dev"), "dev-web": grouped("dev") },
      ...{ "state-111122223333-eu-west-1": stack(), prod: stack("444455556666") },
    });
    expect(byAccount(judgeStacks(stacks, stacks, rules), order, (one) => one.stack)).toEqual([
      {
        account: "111122223333",
        accounts: ["state-111122223333-eu-west-1"],
        environments: [{ environment: "dev", waves: [["dev"], ["dev-web"], ["dev-shop"], []] }],
      },
      {
        account: "444455556666",
        accounts: [],
        environments: [{ environment: "prod", waves: [["prod"], [], [], []] }],
      },
    ]);
    const one = synth({ "dev-shop": grouped("dev") });
    expect(byAccount(judgeStacks(one, one, rules), order, ({ stack }) => stack)[0]?.environments[0]?.waves[0]).toEqual([
      "dev-shop",
    ]);
  });

  test("are refused if a chain of groups is longer than the workflow supports", () => {
    const chain = ["a", "b", "c", "d", "e"];
    const stacks = synth(Object.fromEntries(chain.map((name) => [name, stack()])));
    const after = new Map(chain.map((name, index) => [name, chain.slice(0, index)]));
    expect(() => byAccount(judgeStacks(stacks, stacks, rules), after, ({ stack }) => stack)).toThrow(
      "a workflow deploys 4 stacks of an environment one after the other, and e would be later",
    );
  });
});

describe("The comment on a stack that is not planned", () => {
  const comment = (base: object, change: object) => {
    const [judged] = judgeStacks(synth(base), synth(change), rules);
    return judged === undefined ? "" : verdictComment(judged);
  };

  test("contains the reasons and the difference", () => {
    const text = comment({ dev: stack() }, { dev: stack("999900001111") });
    expect(text).toMatch(/^⚠️ dev: \*\*not planned, needs approval\.\*\*/);
    expect(text).toContain('allowed: ["111122223333"], as in the base');
    expect(text).toContain('\n-          "111122223333"\n+          "999900001111"\n');
  });

  test("cannot be escaped by the configuration's content, and fits into a comment", () => {
    const evil = { output: { a: { value: `\`\`\`\n</details> @everybody ${"x".repeat(200_000)}` } } };
    const text = comment({ dev: stack() }, { dev: stack("111122223333", { ...evil, locals: {} }) });
    expect(text.length).toBeLessThan(65_536);
    expect(text).not.toMatch(/^```\n<\/details>/m);
  });
});
