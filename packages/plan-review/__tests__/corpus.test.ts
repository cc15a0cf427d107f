import * as fs from "node:fs";
import * as path from "node:path";
import { summarizePlan } from "../plan-summary";
import { account, cases } from "./corpus-cases";
import { type Corpus, planOfCase } from "./corpus-plans";

/** Written by corpus-plans.full.test.ts. */
const corpus = JSON.parse(fs.readFileSync(path.join(__dirname, "corpus", "plans.json"), "utf8")) as Corpus;

describe("the gate, with the corpus of plans", () => {
  test.each(cases.map(({ name, routine }) => [routine ? "finds routine" : "wants approval of", name] as const))(
    "%s: %s",
    (verdict, name) => {
      const { needsApproval, markdown } = summarizePlan(JSON.stringify(planOfCase(corpus, name)), {
        base: { accounts: [account] },
      });
      expect(`${needsApproval ? "wants approval of" : "finds routine"}\n${markdown}`).toMatch(
        new RegExp(`^${verdict}\n`),
      );
      // No case passes merely because Terraform plans no change.
      expect(markdown).not.toMatch(/^no changes/);
    },
  );

  test("contains both routine and other cases, each with its own name", () => {
    expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
    expect(Object.keys(corpus.cases)).toEqual(cases.map(({ name }) => name));
    expect(cases.filter(({ routine }) => routine).length).toBeGreaterThanOrEqual(60);
    expect(cases.filter(({ routine }) => !routine).length).toBeGreaterThanOrEqual(150);
  });
});
