import { changed, of, ofParent, policy, type Situations, tags, trust } from "./situation";

const role = (name: string) => ofParent("aws_iam_role", name, "name");
const parents = (name: string) => ({ aws_iam_role: { name, assume_role_policy: trust("ec2") } });
const allowing = (...Action: readonly string[]) => ({ policy: policy({ Action, Resource: "*" }) });
const managed = (name: string) => `arn:aws:iam::aws:policy/${name}`;
const host = (name: string) => `${name}.example.com`;
const thumbprints = ["a", "b"].map((digit) => digit.repeat(40));
const prefixed = (attribute: string, prefix: string) => [{ [attribute]: undefined, [`${attribute}_prefix`]: prefix }];

export const iam: Readonly<Record<string, Situations>> = {
  aws_iam_instance_profile: {
    base: (name) => ({ name, role: of("aws_iam_role", "name") }),
    steps: {
      basic: [{}],
      name_prefix: prefixed("name", "profile-"),
      path: [{ path: "/builds/" }],
      role: [{ role: undefined }, {}, { role: of("aws_iam_role", "name", "tags") }],
      tags,
    },
  },
  aws_iam_openid_connect_provider: {
    base: (name) => ({
      url: `https://${host(name)}`,
      client_id_list: ["sts.amazonaws.com"],
      thumbprint_list: [thumbprints[0]],
    }),
    steps: {
      basic: [{}],
      client_id_list: [{}, { client_id_list: ["sts.amazonaws.com", "another"] }, { client_id_list: ["another"] }],
      tags,
      thumbprint_list: [{}, { thumbprint_list: thumbprints }],
    },
  },
  aws_iam_policy: {
    base: (name) => ({ name, ...allowing("ec2:Describe*") }),
    steps: {
      basic: [{}],
      description: changed("description", "one", "two"),
      name_prefix: prefixed("name", "policy-"),
      path: [{ path: "/builds/" }],
      policy: [{}, allowing("ecr:Describe*"), allowing("ecr:Describe*", "ecr:List*")],
      tags,
    },
  },
  aws_iam_role: {
    base: (name) => ({ name, assume_role_policy: trust("ec2") }),
    notImported: { force_detach_policies: "it only says how Terraform deletes" },
    steps: {
      basic: [{}],
      assume_role_policy: [{}, { assume_role_policy: trust("events") }],
      description: changed("description", "one", "two", undefined),
      events: [{ assume_role_policy: trust("events") }],
      force_detach_policies: changed("force_detach_policies", true),
      imagebuilder: [{ assume_role_policy: trust("imagebuilder") }],
      max_session_duration: changed("max_session_duration", 3700, 43200),
      name_prefix: prefixed("name", "role-"),
      path: [{ path: "/builds/" }],
      permissions_boundary: changed(
        "permissions_boundary",
        managed("AmazonSSMManagedInstanceCore"),
        of("aws_iam_policy"),
        undefined,
      ),
      tags,
    },
  },
  aws_iam_role_policy: {
    base: (name) => ({ name, role: role(name), ...allowing("s3:ListBucket") }),
    parents,
    steps: {
      basic: [{}, allowing("s3:ListBucket", "s3:GetObject")],
      name: [{}, { name: "another" }],
      name_prefix: prefixed("name", "role-policy-"),
    },
  },
  aws_iam_role_policy_attachment: {
    base: (name) => ({ role: role(name), policy_arn: of("aws_iam_policy") }),
    parents,
    notImported: { id: "the provider makes one up" },
    importId: ({ role: name, policy_arn }) => `${String(name)}/${String(policy_arn)}`,
    steps: {
      basic: [{}, { policy_arn: of("aws_iam_policy", "arn", "path") }],
      managed: ["AmazonSSMManagedInstanceCore", "EC2InstanceProfileForImageBuilderECRContainerBuilds"].map((name) => ({
        policy_arn: managed(name),
      })),
    },
  },
};
