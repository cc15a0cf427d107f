import type { Consumers } from "@pipelines/image-definition";
import { pullPolicy } from "../../constructs/pull-policy";
import { place } from "@pipelines/testing/stack";

const nobody: Consumers = { accounts: [], organizations: [], organizationalUnits: [], lambda: false };

/** Statements by id, without the parts that all of them share. */
function statements(consumers: Partial<Consumers>): Record<string, unknown> {
  const policy = JSON.parse(pullPolicy({ ...nobody, ...consumers }, place) ?? "") as {
    Statement: readonly { Sid: string; Effect: string; Action: unknown }[];
  };
  return Object.fromEntries(
    policy.Statement.map(({ Sid, Effect, Action, ...rest }) => {
      expect({ Effect, Action }).toEqual({
        Effect: "Allow",
        Action: ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
      });
      return [Sid, rest];
    }),
  );
}

describe("Who may pull", () => {
  it("is no one else if there are no consumers: the repository has no policy", () => {
    expect(pullPolicy(nobody, place)).toBeUndefined();
    expect(pullPolicy({ ...nobody, lambda: true }, place)).toBeDefined();
  });

  it("includes each account once, in a fixed order", () => {
    expect(statements({ accounts: ["444455556666", "111122223333", "444455556666"] })).toEqual({
      PullFromAccounts: {
        Principal: { AWS: ["arn:aws:iam::111122223333:root", "arn:aws:iam::444455556666:root"] },
      },
    });
  });

  it("includes an organization, by the caller's organization id", () => {
    expect(statements({ organizations: ["o-a1b2c3d4e5"] })).toEqual({
      PullFromOrganizations: {
        Principal: { AWS: "*" },
        Condition: { StringEquals: { "aws:PrincipalOrgID": ["o-a1b2c3d4e5"] } },
      },
    });
  });

  it("includes an organizational unit with its nested units, but not one whose id starts the same way", () => {
    const unit = "o-a1b2c3d4e5/r-ab12/ou-ab12-11111111";
    const { PullFromOrganizationalUnits: statement } = statements({ organizationalUnits: [unit] });
    expect(statement).toEqual({
      Principal: { AWS: "*" },
      Condition: { "ForAnyValue:StringLike": { "aws:PrincipalOrgPaths": [`${unit}/*`] } },
    });
    const pattern = new RegExp(`^${`${unit}/*`.replaceAll("*", ".*")}$`);
    expect([`${unit}/`, `${unit}/ou-ab12-22222222/`, `${unit}9/`].map((path) => pattern.test(path))).toEqual([
      true,
      true,
      false,
    ]);
  });

  it("includes the Lambda service, for functions in the same accounts, organizations and units, and in the repository's own account", () => {
    const unit = "o-a1b2c3d4e5/r-ab12/ou-ab12-11111111";
    const all = statements({
      accounts: ["444455556666"],
      organizations: ["o-a1b2c3d4e5"],
      organizationalUnits: [unit],
      lambda: true,
    });
    const Principal = { Service: "lambda.amazonaws.com" };
    const functions = (account: string) => `arn:aws:lambda:eu-west-1:${account}:function:*`;
    expect(all).toMatchObject({
      LambdaOfAccounts: {
        Principal,
        Condition: { ArnLike: { "aws:SourceArn": [functions(place.account), functions("444455556666")] } },
      },
      LambdaOfOrganizations: { Principal, Condition: { StringEquals: { "aws:SourceOrgID": ["o-a1b2c3d4e5"] } } },
      LambdaOfOrganizationalUnits: {
        Principal,
        Condition: { "ForAnyValue:StringLike": { "aws:SourceOrgPaths": [`${unit}/*`] } },
      },
    });
    expect(Object.keys(all)).toHaveLength(6);
  });
});
