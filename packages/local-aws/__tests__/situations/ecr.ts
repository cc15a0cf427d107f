import { account, changed, keys, of, ofParent, policy, type Situations, tags } from "./situation";

const repository = (name: string) => ofParent("aws_ecr_repository", name, "name");
const parents = (name: string) => ({ aws_ecr_repository: { name } });
const always = "the registry always has a value for it";

const expiring = (countNumber: number) => {
  const selection = { tagStatus: "untagged", countType: "sinceImagePushed", countUnit: "days", countNumber };
  return { policy: JSON.stringify({ rules: [{ rulePriority: 1, selection, action: { type: "expire" } }] }) };
};
const pulling = (...actions: readonly string[]) => {
  const Principal = { AWS: `arn:aws:iam::444455556666:root` };
  return { policy: policy({ Principal, Action: actions.map((action) => `ecr:${action}`) }) };
};
const replicating = (action: string) => ({
  policy: policy({
    Principal: { AWS: "arn:aws:iam::444455556666:root" },
    Action: action,
    Resource: `arn:aws:ecr:eu-west-1:${account}:repository/*`,
  }),
});
const scanning = (scan_type: string, ...rules: readonly (readonly [filter: string, frequency: string])[]) => ({
  scan_type,
  rule: rules.map(([filter, scan_frequency]) => ({
    scan_frequency,
    repository_filter: { filter, filter_type: "WILDCARD" },
  })),
});
const destination = (region: string) => ({ region, registry_id: account });

export const ecr: Readonly<Record<string, Situations>> = {
  aws_ecr_account_setting: {
    base: () => ({ name: "BASIC_SCAN_TYPE_VERSION" }),
    importId: ({ name }) => String(name),
    staysAfterDestroy: always,
    steps: {
      basic_scan_type: changed("value", "AWS_NATIVE", "CLAIR"),
      registry_policy_scope: ["V2", "V1"].map((value) => ({ name: "REGISTRY_POLICY_SCOPE", value })),
    },
  },
  aws_ecr_lifecycle_policy: {
    base: (name) => ({ repository: repository(name), ...expiring(14) }),
    parents,
    steps: {
      basic: [{}, expiring(7)],
      tag_patterns: [
        {
          policy: JSON.stringify({
            rules: [
              {
                rulePriority: 1,
                selection: {
                  tagStatus: "tagged",
                  tagPatternList: ["prod*"],
                  countType: "imageCountMoreThan",
                  countNumber: 3,
                },
                action: { type: "expire" },
              },
            ],
          }),
        },
      ],
    },
  },
  aws_ecr_registry_policy: {
    base: () => replicating("ecr:ReplicateImage"),
    steps: { basic: [{}, replicating("ecr:CreateRepository")] },
  },
  aws_ecr_registry_scanning_configuration: {
    base: () => scanning("BASIC"),
    staysAfterDestroy: always,
    steps: {
      basic: [
        {},
        scanning("BASIC", ["example", "SCAN_ON_PUSH"]),
        scanning("ENHANCED", ["example", "CONTINUOUS_SCAN"], ["*", "SCAN_ON_PUSH"]),
      ],
    },
  },
  aws_ecr_replication_configuration: {
    base: () => ({ replication_configuration: { rule: { destination: destination("eu-central-1") } } }),
    staysAfterDestroy: always,
    steps: {
      basic: [
        {},
        {
          replication_configuration: {
            rule: {
              destination: [destination("eu-central-1"), destination("us-east-1")],
              repository_filter: { filter: "web", filter_type: "PREFIX_MATCH" },
            },
          },
        },
      ],
    },
  },
  aws_ecr_repository: {
    base: (name) => ({ name, force_delete: true }),
    notImported: { force_delete: "it only says how Terraform deletes" },
    steps: {
      basic: [{}],
      encryption_configuration: [
        { encryption_configuration: { encryption_type: "AES256" } },
        { encryption_configuration: { encryption_type: "KMS" } },
        { encryption_configuration: { encryption_type: "KMS", kms_key: keys[0] } },
      ],
      image_scanning_configuration: changed(
        "image_scanning_configuration",
        { scan_on_push: true },
        { scan_on_push: false },
      ),
      image_tag_mutability: changed("image_tag_mutability", "IMMUTABLE", "MUTABLE"),
      name: [{}, { name: "another/ecr-repository-name" }],
      tags,
    },
  },
  aws_ecr_repository_policy: {
    base: (name) => ({ repository: repository(name), ...pulling("BatchGetImage") }),
    parents,
    steps: {
      basic: [{}, pulling("BatchGetImage", "GetDownloadUrlForLayer")],
      role: [
        { policy: policy({ Principal: { AWS: of("aws_iam_role") }, Action: "ecr:DescribeImages" }) },
        { policy: policy({ Principal: { AWS: of("aws_iam_role", "arn", "path") }, Action: "ecr:DescribeImages" }) },
      ],
    },
  },
};
