/**
 * Changes that the review must judge: each a resource before and after, or only one of them where it is made or goes.
 * corpus-plans.ts has the real Terraform plan them.
 */
export interface Case {
  readonly name: string;
  readonly dangerous: boolean;
  /** Arguments by type, as in a configuration in JSON. */
  readonly before?: Resources;
  readonly after?: Resources;
}

export type Resources = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** The account that the plans are for, and another. */
export const account = "111122223333";
const other = "444455556666";

type Statement = Readonly<Record<string, unknown>>;

const policy = (...statements: readonly Statement[]): string =>
  JSON.stringify({ Version: "2012-10-17", Statement: statements });
const allow = (
  action: string | readonly string[],
  resource: string | readonly string[] = "*",
  more: Statement = {},
) => ({
  Effect: "Allow",
  Action: action,
  Resource: resource,
  ...more,
});
const deny = (
  action: string | readonly string[],
  resource: string | readonly string[] = "*",
  more: Statement = {},
) => ({
  ...allow(action, resource, more),
  Effect: "Deny",
});

const cases: Case[] = [];
const add = (dangerous: boolean, name: string, before: Resources | undefined, after: Resources | undefined): void => {
  cases.push({ name, dangerous, ...(before && { before }), ...(after && { after }) });
};

// What a role is allowed: from a harmless policy to another one.
const narrow = policy(allow("s3:GetObject", "arn:aws:s3:::builds/*"));
const role = (document: string) => ({ aws_iam_role_policy: { name: "builds", role: "builder", policy: document } });
const roleFrom = (before: string, dangerous: boolean, name: string, ...statements: readonly Statement[]): void => {
  add(dangerous, `role policy: ${name}`, role(before), role(policy(...statements)));
};
const ofRole = roleFrom.bind(undefined, narrow);
ofRole(true, "everything", allow("*"));
ofRole(true, "everything as *:*", allow("*:*"));
ofRole(true, "everything in a list", allow(["s3:GetObject", "*"]));
ofRole(true, "everything on every ARN", allow("*", "arn:aws:*:*:*:*"));
ofRole(true, "iam:*", allow("iam:*"));
ofRole(true, "IAM:* in capitals", allow("IAM:*"));
ofRole(true, "iam:Pass*", allow("iam:Pass*"));
ofRole(true, "iam:PassRole on all roles", allow("iam:PassRole", `arn:aws:iam::${account}:role/*`));
ofRole(
  true,
  "iam:PassRole to any service",
  allow("iam:PassRole", "*", { Condition: { StringLike: { "iam:PassedToService": "*" } } }),
);
ofRole(true, "iam:Attach?olePolicy with a question mark", allow("iam:Attach?olePolicy"));
ofRole(true, "iam:CreateAccessKey on all users", allow("iam:CreateAccessKey"));
ofRole(true, "sts:AssumeRole on all roles", allow("sts:AssumeRole"));
ofRole(true, "sts:*", allow("sts:*"));
ofRole(true, "NotAction, which leaves IAM in", { Effect: "Allow", NotAction: "s3:*", Resource: "*" });
ofRole(true, "NotResource, which leaves nearly all in", {
  Effect: "Allow",
  Action: "iam:PutRolePolicy",
  NotResource: "arn:aws:iam::111122223333:role/admin",
});
ofRole(true, "s3:* on all buckets", allow("s3:*"));
ofRole(true, "s3:PutBucketPolicy on all buckets", allow("s3:PutBucketPolicy", "arn:aws:s3:::*"));
ofRole(true, "kms:CreateGrant on all keys", allow("kms:CreateGrant", `arn:aws:kms:*:${account}:key/*`));
ofRole(true, "ecr:SetRepositoryPolicy on all repositories", allow("ecr:SetRepositoryPolicy"));
ofRole(true, "lambda:Add* on all functions", allow("lambda:Add*"));
ofRole(true, "imagebuilder:Put*Policy on all", allow("imagebuilder:Put*Policy"));
ofRole(true, "iam:* under an empty condition", allow("iam:*", "*", { Condition: {} }));
ofRole(
  true,
  "iam:* over TLS, which all is",
  allow("iam:*", "*", { Condition: { Bool: { "aws:SecureTransport": "true" } } }),
);
ofRole(
  true,
  "iam:PutRolePolicy unless a tag has some value",
  allow("iam:PutRolePolicy", "*", { Condition: { StringNotEquals: { "aws:ResourceTag/a": "b" } } }),
);
ofRole(
  true,
  "iam:PutRolePolicy if a tag is absent or right",
  allow("iam:PutRolePolicy", "*", { Condition: { StringEqualsIfExists: { "aws:ResourceTag/a": "b" } } }),
);
roleFrom(policy(allow("iam:*"), deny("iam:*")), true, "a denial goes that kept IAM out", allow("iam:*"));
roleFrom(policy(allow("iam:Get*"), deny("s3:Delete*")), true, "a denial of deletions goes", allow("iam:Get*"));
roleFrom(
  policy(allow("iam:PassRole", "*", { Condition: { StringEquals: { "iam:PassedToService": "ec2.amazonaws.com" } } })),
  true,
  "the service that a role may be passed to is left open",
  allow("iam:PassRole"),
);
roleFrom(policy(allow("s3:*")), true, "everything in place of s3:*", allow("*"));
ofRole(false, "reads of IAM", allow(["iam:Get*", "iam:List*"]));
ofRole(false, "s3:* on one bucket", allow("s3:*", ["arn:aws:s3:::builds", "arn:aws:s3:::builds/*"]));
ofRole(false, "s3:PutObject on all buckets", allow("s3:PutObject"));
ofRole(false, "ecr pulls and pushes", allow(["ecr:GetAuthorizationToken", "ecr:BatchGetImage", "ecr:PutImage"]));
ofRole(false, "iam:PassRole of one role", allow("iam:PassRole", `arn:aws:iam::${account}:role/builder`));
ofRole(false, "iam:PassRole of roles of one environment", allow("iam:PassRole", `arn:aws:iam::${account}:role/prod-*`));
ofRole(
  false,
  "iam:PassRole to one service",
  allow("iam:PassRole", "*", { Condition: { StringEquals: { "iam:PassedToService": "ec2.amazonaws.com" } } }),
);
ofRole(
  false,
  "iam:CreateServiceLinkedRole of one service",
  allow("iam:CreateServiceLinkedRole", "*", {
    Condition: { StringEquals: { "iam:AWSServiceName": "imagebuilder.amazonaws.com" } },
  }),
);
ofRole(
  false,
  "kms:CreateGrant for AWS's own services",
  allow("kms:CreateGrant", "*", { Condition: { Bool: { "kms:GrantIsForAWSResource": "true" } } }),
);
ofRole(
  false,
  "iam:PutRolePolicy on roles with a tag",
  allow("iam:PutRolePolicy", "*", { Condition: { StringEquals: { "aws:ResourceTag/Team": "platform" } } }),
);
ofRole(false, "iam:* that is denied in the same breath", allow("iam:*"), deny("iam:*"));
ofRole(false, "sts:AssumeRole of one role", allow("sts:AssumeRole", `arn:aws:iam::${account}:role/reader`));
ofRole(false, "sts:GetCallerIdentity and decoding", allow(["sts:GetCallerIdentity", "sts:DecodeAuthorizationMessage"]));
ofRole(false, "a denial more", allow("s3:GetObject", "arn:aws:s3:::builds/*"), deny("s3:Delete*"));
ofRole(false, "imagebuilder reads", allow(["imagebuilder:Get*", "imagebuilder:List*"]));
ofRole(false, "ssm parameters of one path", allow("ssm:*", `arn:aws:ssm:*:${account}:parameter/builds/*`));
ofRole(false, "logs on all groups", allow(["logs:CreateLogStream", "logs:PutLogEvents"]));
roleFrom(policy(allow("*")), false, "less than everything", allow("iam:*"));
roleFrom(policy(allow("iam:*")), false, "the same in other words", allow(["iam:*"], ["*"], { Sid: "Iam" }));
roleFrom(policy(allow("iam:*")), false, "one action of a service that it had whole", allow("iam:PassRole"));
roleFrom(
  policy(allow(["iam:Get*"]), deny(["s3:Delete*"])),
  false,
  "a denial that is wider",
  allow("iam:Get*"),
  deny("s3:*"),
);
roleFrom(
  policy(allow("iam:Get*"), deny("s3:Delete*", "*", { Sid: "Keep" })),
  false,
  "a denial under another Sid",
  allow("iam:Get*"),
  deny(["s3:Delete*"], ["*"], { Sid: "KeepAll" }),
);
add(true, "new role policy: everything", undefined, role(policy(allow("*"))));
add(false, "new role policy: one bucket", undefined, role(narrow));
add(false, "role policy: everything goes", role(policy(allow("*"))), undefined);
add(
  true,
  "role policy: goes with its denial",
  role(policy(allow("s3:*", "arn:aws:s3:::builds"), deny("s3:DeleteBucket"))),
  undefined,
);
add(true, "managed policy: iam:*", undefined, { aws_iam_policy: { name: "all", policy: policy(allow("iam:*")) } });
add(false, "managed policy: reads", undefined, {
  aws_iam_policy: { name: "reads", policy: policy(allow("ecr:Get*")) },
});
add(true, "user policy: everything", undefined, {
  aws_iam_user_policy: { name: "all", user: "ci", policy: policy(allow("*")) },
});

const attach = (arn: string) => ({ aws_iam_role_policy_attachment: { role: "builder", policy_arn: arn } });
add(true, "attached: AdministratorAccess", undefined, attach("arn:aws:iam::aws:policy/AdministratorAccess"));
add(true, "attached: IAMFullAccess", undefined, attach("arn:aws:iam::aws:policy/IAMFullAccess"));
add(true, "attached: PowerUserAccess, in China", undefined, attach("arn:aws-cn:iam::aws:policy/PowerUserAccess"));
add(true, "attached: a service's full access", undefined, attach("arn:aws:iam::aws:policy/AmazonS3FullAccess"));
add(false, "attached: the SSM agent's", undefined, attach("arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore"));
add(false, "attached: a policy of this account", undefined, attach(`arn:aws:iam::${account}:policy/builds`));
add(false, "detached: AdministratorAccess", attach("arn:aws:iam::aws:policy/AdministratorAccess"), undefined);

// Who may assume a role.
const ec2 = { Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: "ec2.amazonaws.com" } };
const trusts = (principal: unknown, more: Statement = {}): Statement => ({
  Effect: "Allow",
  Action: "sts:AssumeRole",
  Principal: principal,
  ...more,
});
const trust = (document: string, more: Statement = {}) => ({
  aws_iam_role: { name: "builder", assume_role_policy: document, ...more },
});
const ofTrust = (dangerous: boolean, name: string, ...statements: readonly Statement[]): void => {
  add(dangerous, `trust: ${name}`, trust(policy(ec2)), trust(policy(...statements)));
};
const github = { Federated: `arn:aws:iam::${account}:oidc-provider/token.actions.githubusercontent.com` };
const web = (condition: Statement): Statement => ({
  Effect: "Allow",
  Action: "sts:AssumeRoleWithWebIdentity",
  Principal: github,
  Condition: condition,
});
const sub = "token.actions.githubusercontent.com:sub";
ofTrust(true, "another account", ec2, trusts({ AWS: `arn:aws:iam::${other}:root` }));
ofTrust(true, "another account by its number", ec2, trusts({ AWS: other }));
ofTrust(
  true,
  "a role of another account",
  ec2,
  trusts({ AWS: [`arn:aws:iam::${account}:root`, `arn:aws:iam::${other}:role/deploy`] }),
);
ofTrust(
  true,
  "another account with an external id",
  ec2,
  trusts({ AWS: other }, { Condition: { StringEquals: { "sts:ExternalId": "42" } } }),
);
ofTrust(true, "everybody", ec2, trusts("*"));
ofTrust(true, "everybody as AWS", ec2, trusts({ AWS: "*" }));
ofTrust(true, "everybody under an empty condition", ec2, trusts({ AWS: "*" }, { Condition: {} }));
ofTrust(
  true,
  "everybody with a name of wildcards",
  ec2,
  trusts({ AWS: "*" }, { Condition: { StringLike: { "aws:PrincipalArn": "*" } } }),
);
ofTrust(
  true,
  "everybody from any address",
  ec2,
  trusts({ AWS: "*" }, { Condition: { IpAddress: { "aws:SourceIp": "0.0.0.0/0" } } }),
);
ofTrust(
  true,
  "everybody but one account",
  ec2,
  trusts({ AWS: "*" }, { Condition: { StringNotEquals: { "aws:PrincipalAccount": other } } }),
);
ofTrust(
  true,
  "everybody of an organization",
  ec2,
  trusts({ AWS: "*" }, { Condition: { StringEquals: { "aws:PrincipalOrgID": "o-abcdefghij" } } }),
);
ofTrust(
  true,
  "all workflows on GitHub",
  ec2,
  web({ StringEquals: { "token.actions.githubusercontent.com:aud": "sts.amazonaws.com" } }),
);
ofTrust(true, "all repositories on GitHub", ec2, web({ StringLike: { [sub]: "repo:*" } }));
ofTrust(true, "another owner's repositories", ec2, web({ StringLike: { [sub]: "repo:mallory/*" } }));
ofTrust(false, "this account", ec2, trusts({ AWS: `arn:aws:iam::${account}:root` }));
ofTrust(
  false,
  "everybody in this account",
  ec2,
  trusts({ AWS: "*" }, { Condition: { StringEquals: { "aws:PrincipalAccount": account } } }),
);
ofTrust(false, "another service", trusts({ Service: ["ec2.amazonaws.com", "imagebuilder.amazonaws.com"] }));
add(
  false,
  "trust: one environment where the whole repository was",
  trust(policy(web({ StringLike: { [sub]: "repo:me/images:*" } }))),
  trust(policy(web({ StringEquals: { [sub]: "repo:me/images:environment:prod" } }))),
);
add(
  true,
  "trust: the whole repository where one environment was",
  trust(policy(web({ StringEquals: { [sub]: "repo:me/images:environment:prod" } }))),
  trust(policy(web({ StringLike: { [sub]: "repo:me/images:*" } }))),
);
add(false, "trust: another account goes", trust(policy(ec2, trusts({ AWS: other }))), trust(policy(ec2)));
add(
  true,
  "trust: another account loses its external id",
  trust(policy(trusts({ AWS: other }, { Condition: { StringEquals: { "sts:ExternalId": "42" } } }))),
  trust(policy(trusts({ AWS: other }))),
);
add(
  false,
  "role: description and session length",
  trust(policy(ec2)),
  trust(policy(ec2), { description: "builds", max_session_duration: 7200 }),
);
add(
  true,
  "role: its permissions boundary goes",
  trust(policy(ec2), { permissions_boundary: `arn:aws:iam::${account}:policy/boundary` }),
  trust(policy(ec2)),
);
add(
  false,
  "role: gets a permissions boundary",
  trust(policy(ec2)),
  trust(policy(ec2), { permissions_boundary: `arn:aws:iam::${account}:policy/boundary` }),
);
add(false, "new role: for EC2", undefined, trust(policy(ec2)));
add(true, "new role: for another account", undefined, trust(policy(trusts({ AWS: other }))));
add(true, "access key", undefined, { aws_iam_access_key: { user: "ci" } });

// Policies of resources.
const tls = deny("s3:*", ["arn:aws:s3:::logs", "arn:aws:s3:::logs/*"], {
  Sid: "DenyPlainHttp",
  Principal: "*",
  Condition: { Bool: { "aws:SecureTransport": "false" } },
});
const bucketPolicy = (...statements: readonly Statement[]) => ({
  aws_s3_bucket_policy: { bucket: "logs", policy: policy(...statements) },
});
const ofBucket = (dangerous: boolean, name: string, ...statements: readonly Statement[]): void => {
  add(dangerous, `bucket policy: ${name}`, bucketPolicy(tls), bucketPolicy(...statements));
};
const reads = (principal: unknown, more: Statement = {}): Statement =>
  allow("s3:GetObject", "arn:aws:s3:::logs/*", { Principal: principal, ...more });
add(true, "bucket policy: TLS only goes, the bucket stays", bucketPolicy(tls), undefined);
ofBucket(
  true,
  "TLS only in place of nothing",
  allow("s3:GetObject", "arn:aws:s3:::logs/*", { Principal: { AWS: `arn:aws:iam::${account}:root` } }),
);
ofBucket(true, "TLS only for reads alone", { ...tls, Action: "s3:GetObject" });
ofBucket(true, "TLS only for one role", { ...tls, Principal: { AWS: `arn:aws:iam::${account}:role/x` } });
ofBucket(true, "TLS only for the bucket and no object", { ...tls, Resource: "arn:aws:s3:::logs" });
ofBucket(true, "TLS only if asked from one address", {
  ...tls,
  Condition: { Bool: { "aws:SecureTransport": "false" }, IpAddress: { "aws:SourceIp": "192.0.2.0/24" } },
});
ofBucket(true, "everybody reads", tls, reads("*"));
ofBucket(true, "everybody reads under an empty condition", tls, reads("*", { Condition: {} }));
ofBucket(true, "everybody reads over TLS", tls, reads("*", { Condition: { Bool: { "aws:SecureTransport": "true" } } }));
ofBucket(
  true,
  "everybody reads with the right referer",
  tls,
  reads("*", { Condition: { StringLike: { "aws:Referer": "https://example.com/*" } } }),
);
ofBucket(true, "everybody reads but one, who is named", tls, {
  Effect: "Allow",
  NotPrincipal: { AWS: `arn:aws:iam::${account}:user/x` },
  Action: "s3:GetObject",
  Resource: "arn:aws:s3:::logs/*",
});
ofBucket(
  true,
  "everybody of any organization",
  tls,
  reads("*", { Condition: { StringLike: { "aws:PrincipalOrgID": "*" } } }),
);
ofBucket(true, "another account reads", tls, reads({ AWS: other }));
ofBucket(false, "this account reads", tls, reads({ AWS: `arn:aws:iam::${account}:root` }));
ofBucket(
  false,
  "everybody of this account reads",
  tls,
  reads("*", { Condition: { StringEquals: { "aws:PrincipalAccount": account } } }),
);
ofBucket(
  false,
  "everybody from one VPC endpoint reads",
  tls,
  reads("*", { Condition: { StringEquals: { "aws:SourceVpce": "vpce-0123456789abcdef0" } } }),
);
ofBucket(
  false,
  "everybody from one network reads",
  tls,
  reads("*", { Condition: { IpAddress: { "aws:SourceIp": "192.0.2.0/24" } } }),
);
ofBucket(
  false,
  "a service writes logs",
  tls,
  allow("s3:PutObject", "arn:aws:s3:::logs/*", { Principal: { Service: "logging.s3.amazonaws.com" } }),
);
ofBucket(
  false,
  "TLS only in another order, with a newer minimum beside it",
  deny("s3:*", ["arn:aws:s3:::logs/*", "arn:aws:s3:::logs"], {
    Principal: { AWS: "*" },
    Condition: { NumericLessThan: { "s3:TlsVersion": "1.2" } },
  }),
  { ...tls, Sid: "Tls", Resource: ["arn:aws:s3:::logs/*", "arn:aws:s3:::logs"] },
);
add(
  true,
  "bucket policy: everybody writes where everybody read",
  bucketPolicy(tls, reads("*")),
  bucketPolicy(tls, { ...reads("*"), Action: ["s3:GetObject", "s3:PutObject"] }),
);
add(
  true,
  "bucket policy: everybody reads all where everybody read one folder",
  bucketPolicy(tls, { ...reads("*"), Resource: "arn:aws:s3:::logs/public/*" }),
  bucketPolicy(tls, reads("*")),
);
add(
  false,
  "bucket policy: everybody reads less",
  bucketPolicy(tls, reads("*")),
  bucketPolicy(tls, { ...reads("*"), Resource: "arn:aws:s3:::logs/public/*" }),
);
add(false, "bucket policy: new, TLS only", undefined, bucketPolicy(tls));
const ecrPolicy = (principal: unknown) => ({
  aws_ecr_repository_policy: {
    repository: "web",
    policy: policy({
      Effect: "Allow",
      Principal: principal,
      Action: ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
    }),
  },
});
add(true, "repository policy: everybody pulls", undefined, ecrPolicy("*"));
add(
  true,
  "repository policy: another account pulls",
  ecrPolicy({ AWS: `arn:aws:iam::${account}:root` }),
  ecrPolicy({ AWS: [`arn:aws:iam::${account}:root`, `arn:aws:iam::${other}:root`] }),
);
add(
  false,
  "repository policy: another account pulls no longer",
  ecrPolicy({ AWS: [account, other] }),
  ecrPolicy({ AWS: account }),
);
const topic = (statement: Statement) => ({
  aws_sns_topic_policy: {
    arn: `arn:aws:sns:eu-west-1:${account}:builds`,
    policy: policy({ Resource: `arn:aws:sns:eu-west-1:${account}:builds`, ...statement }),
  },
});
add(
  true,
  "topic policy: everybody publishes",
  undefined,
  topic({ Effect: "Allow", Principal: { AWS: "*" }, Action: "sns:Publish" }),
);
add(
  false,
  "topic policy: EventBridge publishes",
  undefined,
  topic({ Effect: "Allow", Principal: { Service: "events.amazonaws.com" }, Action: "sns:Publish" }),
);
add(
  false,
  "topic policy: AWS's own default",
  undefined,
  topic({
    Effect: "Allow",
    Principal: { AWS: "*" },
    Action: "sns:Publish",
    Condition: { StringEquals: { "AWS:SourceOwner": account } },
  }),
);
const permission = (principal: string, more: Statement = {}) => ({
  aws_lambda_permission: { action: "lambda:InvokeFunction", function_name: "promote", principal, ...more },
});
add(true, "function: everybody invokes it", undefined, permission("*"));
add(true, "function: another account invokes it", undefined, permission(other));
add(
  false,
  "function: EventBridge invokes it",
  undefined,
  permission("events.amazonaws.com", { source_arn: `arn:aws:events:eu-west-1:${account}:rule/builds` }),
);

// Buckets.
const block = (off: Statement = {}) => ({
  aws_s3_bucket_public_access_block: {
    bucket: "logs",
    block_public_acls: true,
    block_public_policy: true,
    ignore_public_acls: true,
    restrict_public_buckets: true,
    ...off,
  },
});
add(true, "public access block: one setting off", block(), block({ block_public_policy: false }));
add(true, "public access block: goes, the bucket stays", block(), undefined);
add(false, "public access block: new", undefined, block());
add(false, "public access block: one setting on", block({ block_public_policy: false }), block());
const encryption = (algorithm: string) => ({
  aws_s3_bucket_server_side_encryption_configuration: {
    bucket: "logs",
    rule: [
      {
        apply_server_side_encryption_by_default: [
          { sse_algorithm: algorithm, ...(algorithm === "AES256" ? {} : { kms_master_key_id: "alias/logs" }) },
        ],
      },
    ],
  },
});
add(true, "encryption: goes, the bucket stays", encryption("aws:kms"), undefined);
add(true, "encryption: S3's key in place of one's own", encryption("aws:kms"), encryption("AES256"));
add(false, "encryption: one's own key in place of S3's", encryption("AES256"), encryption("aws:kms"));
const versioning = (status: string) => ({
  aws_s3_bucket_versioning: { bucket: "logs", versioning_configuration: [{ status }] },
});
add(true, "versioning: suspended", versioning("Enabled"), versioning("Suspended"));
add(true, "versioning: goes, the bucket stays", versioning("Enabled"), undefined);
add(false, "versioning: enabled", versioning("Suspended"), versioning("Enabled"));
const ownership = (value: string) => ({
  aws_s3_bucket_ownership_controls: { bucket: "logs", rule: [{ object_ownership: value }] },
});
add(true, "ownership: ACLs count again", ownership("BucketOwnerEnforced"), ownership("ObjectWriter"));
add(false, "ownership: ACLs no longer count", ownership("BucketOwnerPreferred"), ownership("BucketOwnerEnforced"));
const rule = (id: string, days: number, more: Statement = {}) => ({
  id,
  status: "Enabled",
  filter: [{ prefix: "" }],
  expiration: [{ days }],
  ...more,
});
const expiry = (...rules: readonly Statement[]) => ({
  aws_s3_bucket_lifecycle_configuration: { bucket: "logs", rule: rules },
});
add(true, "expiry: earlier", expiry(rule("a", 90)), expiry(rule("a", 30)));
add(
  true,
  "expiry: of a folder that had none",
  expiry(rule("a", 30, { filter: [{ prefix: "a/" }] })),
  expiry(rule("a", 30, { filter: [{ prefix: "a/" }] }), rule("b", 60, { filter: [{ prefix: "b/" }] })),
);
add(true, "expiry: a rule that slept", expiry(rule("a", 90, { status: "Disabled" })), expiry(rule("a", 90)));
add(true, "expiry: of a bucket that is there", undefined, expiry(rule("a", 90)));
add(false, "expiry: later", expiry(rule("a", 30)), expiry(rule("a", 90)));
add(false, "expiry: never again", expiry(rule("a", 30)), undefined);
add(false, "expiry: of a new bucket", undefined, { aws_s3_bucket: { bucket: "logs" }, ...expiry(rule("a", 90)) });
add(true, "bucket: goes", { aws_s3_bucket: { bucket: "logs" } }, undefined);
add(true, "bucket: another name", { aws_s3_bucket: { bucket: "logs" } }, { aws_s3_bucket: { bucket: "logs-2" } });
add(
  true,
  "bucket: force_destroy",
  { aws_s3_bucket: { bucket: "logs" } },
  { aws_s3_bucket: { bucket: "logs", force_destroy: true } },
);
add(
  false,
  "bucket: tags",
  { aws_s3_bucket: { bucket: "logs" } },
  { aws_s3_bucket: { bucket: "logs", tags: { Team: "platform" } } },
);
add(
  false,
  "bucket: force_destroy off",
  { aws_s3_bucket: { bucket: "logs", force_destroy: true } },
  { aws_s3_bucket: { bucket: "logs" } },
);

// Repositories.
const repository = (more: Statement = {}) => ({
  aws_ecr_repository: {
    name: "web",
    image_tag_mutability: "IMMUTABLE",
    image_scanning_configuration: [{ scan_on_push: true }],
    ...more,
  },
});
add(true, "repository: goes", repository(), undefined);
add(true, "repository: tags may move", repository(), repository({ image_tag_mutability: "MUTABLE" }));
add(true, "repository: force_delete", repository(), repository({ force_delete: true }));
add(
  true,
  "repository: pushes are scanned no longer",
  repository(),
  repository({ image_scanning_configuration: [{ scan_on_push: false }] }),
);
add(
  true,
  "repository: another encryption, and so another repository",
  repository(),
  repository({ encryption_configuration: [{ encryption_type: "KMS" }] }),
);
add(false, "repository: tags may no longer move", repository({ image_tag_mutability: "MUTABLE" }), repository());
add(
  false,
  "repository: pushes are scanned",
  repository({ image_scanning_configuration: [{ scan_on_push: false }] }),
  repository(),
);
const ecrRule = (rulePriority: number, countNumber: number, more: Statement = {}) => ({
  rulePriority,
  selection: { tagStatus: "untagged", countType: "imageCountMoreThan", countNumber, ...more },
  action: { type: "expire" },
});
const ecrRules = (...rules: readonly Statement[]) => ({
  aws_ecr_lifecycle_policy: { repository: "web", policy: JSON.stringify({ rules }) },
});
const tagged = { tagStatus: "tagged", tagPatternList: ["stable*"] };
add(true, "image rules: fewer are kept", ecrRules(ecrRule(1, 10)), ecrRules(ecrRule(1, 5)));
add(
  true,
  "image rules: one that protects a tag goes",
  ecrRules(ecrRule(1, 1000, tagged), ecrRule(2, 5, { tagStatus: "any" })),
  ecrRules(ecrRule(2, 5, { tagStatus: "any" })),
);
add(true, "image rules: of a repository that is there", undefined, ecrRules(ecrRule(1, 10)));
add(false, "image rules: more are kept", ecrRules(ecrRule(1, 5)), ecrRules(ecrRule(1, 10)));
add(
  false,
  "image rules: a description",
  ecrRules(ecrRule(1, 5)),
  ecrRules({ ...ecrRule(1, 5), description: "builds" }),
);
add(false, "image rules: none any more", ecrRules(ecrRule(1, 5)), undefined);

// Image Builder.
const infrastructure = (options: Statement | undefined, more: Statement = {}) => ({
  aws_imagebuilder_infrastructure_configuration: {
    name: "builds",
    instance_profile_name: "builder",
    ...(options === undefined ? {} : { instance_metadata_options: [options] }),
    ...more,
  },
});
const imds = { http_tokens: "required", http_put_response_hop_limit: 2 };
add(
  true,
  "build instances: tokens optional",
  infrastructure(imds),
  infrastructure({ ...imds, http_tokens: "optional" }),
);
add(true, "build instances: metadata options go", infrastructure(imds), infrastructure(undefined));
add(
  false,
  "build instances: tokens required",
  infrastructure({ ...imds, http_tokens: "optional" }),
  infrastructure(imds),
);
add(
  false,
  "build instances: other types",
  infrastructure(imds),
  infrastructure(imds, { instance_types: ["t3.large"] }),
);
const component = (version: string, text = "hello") => ({
  aws_imagebuilder_component: {
    name: "hello",
    platform: "Linux",
    version,
    data: `schemaVersion: 1.0\nphases: [{name: build, steps: [{name: ${text}, action: UpdateOS}]}]\n`,
  },
});
const recipe = (version: string, more: Statement = {}) => ({
  aws_imagebuilder_container_recipe: {
    name: "web",
    version,
    container_type: "DOCKER",
    parent_image: "amazonlinux:2023",
    component: [{ component_arn: `arn:aws:imagebuilder:eu-west-1:${account}:component/hello/1.0.0` }],
    target_repository: [{ repository_name: "web", service: "ECR" }],
    dockerfile_template_data: "FROM {{{ imagebuilder:parentImage }}}\n",
    ...more,
  },
});
add(true, "recipe: a lower version", recipe("1.0.10"), recipe("1.0.9"));
add(
  true,
  "recipe: the same version with other content",
  recipe("1.0.0"),
  recipe("1.0.0", { parent_image: "amazonlinux:2" }),
);
add(true, "component: a lower version", component("2.0.0"), component("1.20000.0"));
add(true, "component: the same version with other content", component("1.0.0"), component("1.0.0", "bye"));
add(false, "recipe: a higher version", recipe("1.0.9"), recipe("1.0.10", { parent_image: "amazonlinux:2" }));
add(false, "component: a higher version", component("1.0.0"), component("1.12345.0", "bye"));
add(false, "recipe: the first version", undefined, recipe("1.0.0"));
add(false, "recipe: goes", recipe("1.0.0"), undefined);

// Logs, keys, networks.
const logs = (more: Statement) => ({ aws_cloudwatch_log_group: { name: "/aws/imagebuilder/web", ...more } });
add(true, "logs: kept for less long", logs({ retention_in_days: 90 }), logs({ retention_in_days: 30 }));
add(true, "logs: no longer for ever", logs({}), logs({ retention_in_days: 365 }));
add(true, "logs: without their key", logs({ kms_key_id: `arn:aws:kms:eu-west-1:${account}:key/1` }), logs({}));
add(false, "logs: kept for longer", logs({ retention_in_days: 30 }), logs({ retention_in_days: 90 }));
add(false, "logs: for ever", logs({ retention_in_days: 30 }), logs({}));
const key = (more: Statement) => ({ aws_kms_key: { description: "images", enable_key_rotation: true, ...more } });
add(true, "key: goes", key({}), undefined);
add(true, "key: not rotated", key({}), key({ enable_key_rotation: false }));
add(true, "key: switched off", key({}), key({ is_enabled: false }));
add(
  true,
  "key: another account uses it",
  key({ policy: policy(allow("kms:*", "*", { Principal: { AWS: account } })) }),
  key({
    policy: policy(
      allow("kms:*", "*", { Principal: { AWS: account } }),
      allow("kms:Decrypt", "*", { Principal: { AWS: other } }),
    ),
  }),
);
add(false, "key: a description", key({}), key({ description: "all images" }));
const ingress = (cidr: string) => ({
  aws_vpc_security_group_ingress_rule: {
    security_group_id: "sg-1",
    ip_protocol: "tcp",
    from_port: 22,
    to_port: 22,
    cidr_ipv4: cidr,
  },
});
add(true, "network: the internet", undefined, ingress("0.0.0.0/0"));
add(false, "network: the own one", undefined, ingress("10.0.0.0/8"));
add(false, "network: egress to the internet", undefined, {
  aws_vpc_security_group_egress_rule: { security_group_id: "sg-1", ip_protocol: "-1", cidr_ipv4: "0.0.0.0/0" },
});
add(
  true,
  "topic: without its key",
  { aws_sns_topic: { name: "builds", kms_master_key_id: "alias/aws/sns" } },
  { aws_sns_topic: { name: "builds" } },
);
add(false, "topic: new", undefined, { aws_sns_topic: { name: "builds" } });

export { cases };
