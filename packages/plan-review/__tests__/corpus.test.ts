import * as fs from "node:fs";
import * as path from "node:path";
import { summarizePlan } from "../plan-summary";
import { account, cases } from "./corpus-cases";
import { CorpusPlans } from "./corpus-plans";

/** Written by corpus-plans.full.test.ts. */
const file = path.join(__dirname, "corpus", "plans.json");

describe("the review of the corpus of plans", () => {
  const plans = JSON.parse(fs.readFileSync(file, "utf8")) as CorpusPlans;
  const provider_config = { aws: { expressions: { allowed_account_ids: { constant_value: [account] } } } };

  test.each(cases.map((one) => [one.dangerous ? "dangerous" : "harmless", one.name, one] as const))(
    "finds %s: %s",
    (verdict, name) => {
      const summary = summarizePlan(
        JSON.stringify({ format_version: "1.2", resource_changes: plans[name], configuration: { provider_config } }),
      );
      expect(`${summary.dangerous ? "dangerous" : "harmless"}\n${summary.markdown}`).toMatch(
        new RegExp(`^${verdict}\n`),
      );
      // Nothing passes because Terraform plans nothing.
      expect(summary.markdown).not.toMatch(/^no changes/);
    },
  );

  test("covers both kinds, each case under its own name", () => {
    expect(new Set(cases.map(({ name }) => name)).size).toBe(cases.length);
    expect(Object.keys(plans)).toEqual(cases.map(({ name }) => name));
    expect(cases.filter(({ dangerous }) => dangerous).length).toBeGreaterThanOrEqual(60);
    expect(cases.filter(({ dangerous }) => !dangerous).length).toBeGreaterThanOrEqual(60);
  });
});
