import type { PolicyDocument, Statement } from "../policy-document";
import { managedPolicyLimit, policyFiles, policyLength, splitPolicy, trustPolicyLimits } from "../split-policy";

function policyOf(...statements: readonly Statement[]): PolicyDocument {
  return { Version: "2012-10-17", Statement: [...statements] };
}

/** A statement for resources whose ARNs have this length. */
function statement(Sid: string, ...lengths: readonly number[]): Statement {
  return { Sid, Effect: "Allow", Action: ["a:B"], Resource: lengths.map((length) => "x".repeat(length)) };
}

const sids = (parts: readonly PolicyDocument[]): string[][] =>
  parts.map(({ Statement }) => Statement.map(({ Sid }) => Sid));

describe("A policy", () => {
  it("that does not exceed the limit is one file", () => {
    const fixed = policyLength(policyOf(statement("A", 0)));
    const longest = policyOf(statement("A", managedPolicyLimit - fixed));
    expect([policyLength(longest), sids(splitPolicy(longest))]).toEqual([managedPolicyLimit, [["A"]]]);
    expect(policyFiles(longest)).toEqual({ "deploy-policy.json": `${JSON.stringify(longest, null, 2)}\n` });
  });

  it("puts as many of its statements in one file as fit", () => {
    const parts = splitPolicy(policyOf(statement("A", 2000), statement("B", 2000), statement("C", 3000)));
    expect(sids(parts)).toEqual([["A", "B"], ["C"]]);
    expect(Object.keys(policyFiles(policyOf(statement("A", 4000), statement("B", 4000))))).toEqual([
      "deploy-policy-1.json",
      "deploy-policy-2.json",
    ]);
  });

  it("splits a statement that is too long in half by resource, and the first half may have one resource more", () => {
    expect(splitPolicy(policyOf(statement("A", 3000, 3001, 3002)))).toEqual(
      [statement("AA", 3000, 3001), statement("AB", 3002)].map((half) => policyOf(half)),
    );
    expect(sids(splitPolicy(policyOf(statement("A", 3500, 3501))))).toEqual([["AA"], ["AB"]]);
    // A single resource cannot be split any further.
    expect(sids(splitPolicy(policyOf(statement("A", 7000))))).toEqual([["A"]]);
  });

  it("for trust may be twice as long if the quota was raised", () => {
    expect(trustPolicyLimits).toEqual({ usual: 2048, most: 4096 });
  });
});
