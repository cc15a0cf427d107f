import type { Consumers } from "@pipelines/image-definition";
import type { Place } from "./place";
import { policyOf } from "./policy-document";

/**
 * Actions that a pull needs on a repository; `AmazonEC2ContainerRegistryPullOnly` has the same two.
 * https://docs.aws.amazon.com/AmazonECR/latest/userguide/security-iam-awsmanpol.html
 */
const pull = ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"];

type Statement = Readonly<Record<string, unknown>>;

/**
 * Returns the policy of a repository that others may pull from, or `undefined` if nobody may.
 *
 * The creator of a Lambda function pulls its image like any other consumer. In addition, the Lambda service itself
 * pulls the image; ECR recognizes the service by the function's ARN or organization.
 * https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-policy-examples.html
 * https://docs.aws.amazon.com/lambda/latest/dg/images-create.html#gettingstarted-images-permissions
 */
export function pullPolicy(consumers: Consumers, place: Place): string | undefined {
  const { partition, region, account } = place;
  const accounts = sorted(consumers.accounts);
  const organizations = sorted(consumers.organizations);
  // The unit's own path ends in a slash; the star adds the units below it.
  const units = sorted(consumers.organizationalUnits).map((path) => `${path}/*`);
  const Statement: Statement[] = [];
  const allow = (Sid: string, Principal: unknown, Condition?: Statement): void => {
    Statement.push({ Sid, Effect: "Allow", Principal, Action: pull, Condition });
  };
  if (accounts.length > 0) {
    allow("PullFromAccounts", { AWS: accounts.map((id) => `arn:${partition}:iam::${id}:root`) });
  }
  if (organizations.length > 0) {
    allow("PullFromOrganizations", { AWS: "*" }, { StringEquals: { "aws:PrincipalOrgID": organizations } });
  }
  if (units.length > 0) {
    allow(
      "PullFromOrganizationalUnits",
      { AWS: "*" },
      { "ForAnyValue:StringLike": { "aws:PrincipalOrgPaths": units } },
    );
  }
  if (consumers.lambda) {
    const lambda = { Service: "lambda.amazonaws.com" };
    // Includes the repository's own account: otherwise Lambda would add its own statement.
    const functions = sorted([account, ...accounts]).map((id) => `arn:${partition}:lambda:${region}:${id}:function:*`);
    allow("LambdaOfAccounts", lambda, { ArnLike: { "aws:SourceArn": functions } });
    if (organizations.length > 0) {
      allow("LambdaOfOrganizations", lambda, { StringEquals: { "aws:SourceOrgID": organizations } });
    }
    if (units.length > 0) {
      allow("LambdaOfOrganizationalUnits", lambda, { "ForAnyValue:StringLike": { "aws:SourceOrgPaths": units } });
    }
  }
  return Statement.length === 0 ? undefined : policyOf(Statement);
}

/** Sorted and without duplicates: AWS stores sets, and a different order in the settings is not a change. */
function sorted(values: readonly string[]): string[] {
  return [...new Set(values)].sort();
}
