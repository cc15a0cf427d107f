import { EcrLifecyclePolicy } from "@cdktf/provider-aws/lib/ecr-lifecycle-policy";
import { EcrRepository } from "@cdktf/provider-aws/lib/ecr-repository";
import { EcrRepositoryPolicy } from "@cdktf/provider-aws/lib/ecr-repository-policy";
import { ImageRepository, type ImageRepositoryProps } from "../../constructs/image-repository";
import { place, SynthesizedStack, testStack } from "@pipelines/testing/stack";

function synthesize(props: Partial<ImageRepositoryProps> = {}): SynthesizedStack {
  const stack = testStack();
  new ImageRepository(stack, "repository", {
    place,
    name: "team/app",
    imageTagMutability: "MUTABLE",
    deletionProtection: false,
    keep: { builds: 100 },
    protectedTags: ["latest", "3.12"],
    tags: { Owner: "${someone}" },
    ...props,
  });
  return new SynthesizedStack(stack);
}

describe("A repository", () => {
  const repository = synthesize();

  it("is scanned on push, encrypted, and destroyed with its images", () => {
    expect(repository.resource("aws_ecr_repository")).toEqual({
      name: "team/app",
      image_tag_mutability: "MUTABLE",
      image_scanning_configuration: { scan_on_push: true },
      encryption_configuration: [{ encryption_type: "AES256" }],
      force_delete: true,
      lifecycle: { prevent_destroy: false },
      tags: { Owner: "$${someone}" },
    });
  });

  it("is protected from deletion if the environment asks for it", () => {
    expect(synthesize({ deletionProtection: true }).text).toHaveResourceWithProperties(EcrRepository, {
      lifecycle: { prevent_destroy: true },
    });
  });

  it("can be configured so that tags cannot be moved", () => {
    expect(synthesize({ imageTagMutability: "IMMUTABLE" }).text).toHaveResourceWithProperties(EcrRepository, {
      image_tag_mutability: "IMMUTABLE",
    });
  });

  it("keeps the newest builds and images with a protected tag, and removes untagged images", () => {
    const rule = (rulePriority: number, description: string, selection: object) => ({
      rulePriority,
      description,
      selection,
      action: { type: "expire" },
    });
    const tagged = (pattern: string, countNumber: number) => ({
      tagStatus: "tagged",
      tagPatternList: [pattern],
      countType: "imageCountMoreThan",
      countNumber,
    });
    const untagged = { tagStatus: "untagged", countType: "sinceImagePushed", countUnit: "days", countNumber: 30 };
    const rules = [
      rule(1, "Keep latest", tagged("latest", 100_000)),
      rule(2, "Keep 3.12", tagged("3.12", 100_000)),
      rule(3, "Keep signatures, attestations and SBOMs", tagged("sha256-*", 100_000)),
      rule(4, "Expire untagged images after 30 days", untagged),
      rule(5, "Keep the newest 100 builds", tagged("*.*.*-*", 100)),
      rule(6, "Keep other images among the newest 100", tagged("*", 100)),
    ];
    expect(repository.text).toHaveResourceWithProperties(EcrLifecyclePolicy, {
      repository: repository.ref("aws_ecr_repository", "name"),
      policy: JSON.stringify({ rules }),
    });
  });

  it("expires signatures, attestations and SBOMs only if asked to", () => {
    const policy = String(synthesize({ keep: { builds: 9, orphans: 90 } }).resource("aws_ecr_lifecycle_policy").policy);
    const { rules } = JSON.parse(policy) as { rules: { description: string; selection: object }[] };
    expect(rules.map(({ description }) => description)).toContain(
      "Expire signatures, attestations and SBOMs after 90 days",
    );
    expect(rules.map(({ selection }) => selection)).toContainEqual({
      tagStatus: "tagged",
      tagPatternList: ["sha256-*"],
      countType: "sinceImagePushed",
      countUnit: "days",
      countNumber: 90,
    });
  });

  it("keeps recent builds by age if the retention is set in days", () => {
    const policy = String(synthesize({ keep: { days: 365 } }).resource("aws_ecr_lifecycle_policy").policy);
    const { rules } = JSON.parse(policy) as { rules: { selection: object }[] };
    expect(rules.at(-1)?.selection).toEqual({
      tagStatus: "tagged",
      tagPatternList: ["*"],
      countType: "sinceImagePushed",
      countUnit: "days",
      countNumber: 365,
    });
  });

  it("has no policy if nobody else may pull", () => {
    const nobody = { accounts: [], organizations: [], organizationalUnits: [], lambda: false };
    expect(synthesize({ consumers: nobody }).counts()).toEqual(repository.counts());
  });

  it("has a policy that lets its consumers pull, but do nothing else", () => {
    const consumers = {
      accounts: ["777788889999", "444455556666"],
      organizations: ["o-a1b2c3d4e5"],
      organizationalUnits: ["o-f6g7h8i9j0/r-ab12/ou-ab12-11112222"],
      lambda: true,
    };
    const shared = synthesize({ consumers });
    const statement = (Sid: string, Principal: unknown, Condition?: object) => ({
      Sid,
      Effect: "Allow",
      Principal,
      Action: ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
      ...(Condition && { Condition }),
    });
    const lambda = { Service: "lambda.amazonaws.com" };
    const units = ["o-f6g7h8i9j0/r-ab12/ou-ab12-11112222/*"];
    const functions = ["123456789012", "444455556666", "777788889999"].map(
      (account) => `arn:aws:lambda:eu-west-1:${account}:function:*`,
    );
    const statements = [
      statement("PullFromAccounts", { AWS: ["arn:aws:iam::444455556666:root", "arn:aws:iam::777788889999:root"] }),
      statement("PullFromOrganizations", { AWS: "*" }, { StringEquals: { "aws:PrincipalOrgID": ["o-a1b2c3d4e5"] } }),
      statement(
        "PullFromOrganizationalUnits",
        { AWS: "*" },
        { "ForAnyValue:StringLike": { "aws:PrincipalOrgPaths": units } },
      ),
      statement("LambdaOfAccounts", lambda, { ArnLike: { "aws:SourceArn": functions } }),
      statement("LambdaOfOrganizations", lambda, { StringEquals: { "aws:SourceOrgID": ["o-a1b2c3d4e5"] } }),
      statement("LambdaOfOrganizationalUnits", lambda, {
        "ForAnyValue:StringLike": { "aws:SourceOrgPaths": units },
      }),
    ];
    expect(shared.text).toHaveResourceWithProperties(EcrRepositoryPolicy, {
      repository: shared.ref("aws_ecr_repository", "name"),
      policy: JSON.stringify({ Version: "2012-10-17", Statement: statements }),
    });
  });

  it.each([
    ["aws-cn", "cn-north-1"],
    ["aws-us-gov", "us-gov-west-1"],
  ])("names only accounts and functions in its own partition: %s", (partition, region) => {
    const consumers = { accounts: ["444455556666"], organizations: [], organizationalUnits: [], lambda: true };
    const policy = String(
      synthesize({ consumers, place: { ...place, partition, region } }).resource("aws_ecr_repository_policy").policy,
    );
    expect(policy.match(/arn:[^"]*/g)).toEqual([
      `arn:${partition}:iam::444455556666:root`,
      `arn:${partition}:lambda:${region}:123456789012:function:*`,
      `arn:${partition}:lambda:${region}:444455556666:function:*`,
    ]);
  });

  it("is two resources", () => {
    expect(repository.counts()).toEqual({ aws_ecr_repository: 1, aws_ecr_lifecycle_policy: 1 });
  });
});
