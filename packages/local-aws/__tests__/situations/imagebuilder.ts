import { type Attributes, changed, keys, of, region, type Situations, tags } from "./situation";

function document(action: "ExecuteBash" | "ExecutePowerShell", command: string, rest: Attributes = {}): string {
  const step = { name: "first", action, inputs: { commands: [command] } };
  return JSON.stringify({ schemaVersion: 1.0, ...rest, phases: [{ name: "build", steps: [step] }] });
}

function workflow(name: string): string {
  const launch = { name: "Launch", action: "LaunchInstance", onFailure: "Abort", inputs: { waitFor: "ssmAgent" } };
  const instance = { "instanceId.$": "$.stepOutputs.Launch.instanceId" };
  const end = { name: "End", action: "TerminateInstance", onFailure: "Continue", inputs: instance };
  return JSON.stringify({ name, schemaVersion: 1.0, steps: [launch, end] });
}

export const documents = {
  "component.json": document("ExecuteBash", "echo from S3"),
  "workflow.json": workflow("from-s3"),
  Dockerfile:
    "FROM {{{ imagebuilder:parentImage }}}\n{{{ imagebuilder:environments }}}\n{{{ imagebuilder:components }}}\n",
};

const uri = "the API returns the content, not where it came from";
const inS3 = (title: string, key: keyof typeof documents) => `s3://\${aws_s3_object.s3_object_${title}.bucket}/${key}`;
const amazonLinux = `arn:aws:imagebuilder:${region}:aws:image/amazon-linux-x86-2/x.x.x`;
const device = (mapping: Attributes) => [
  { instance_configuration: { block_device_mapping: { device_name: "/dev/xvda", ...mapping } } },
];
const disk = (ebs: Attributes) => device({ ebs });

const distribution = (output: Attributes) => ({ distribution: { region, ...output } });
const container = (output: Attributes = {}) =>
  distribution({
    container_distribution_configuration: {
      target_repository: { repository_name: of("aws_ecr_repository", "name"), service: "ECR" },
      ...output,
    },
  });
const ami = (output: Attributes) => distribution({ ami_distribution_configuration: output });

const ownWorkflow = {
  execution_role: of("aws_iam_role", "arn", "imagebuilder"),
  workflow: { workflow_arn: of("aws_imagebuilder_workflow") },
};
const parts = () => ({
  container_recipe_arn: of("aws_imagebuilder_container_recipe"),
  infrastructure_configuration_arn: of("aws_imagebuilder_infrastructure_configuration"),
});
const scanned = (...container_tags: readonly string[]) => ({
  image_scanning_configuration: {
    image_scanning_enabled: true,
    ecr_configuration: { repository_name: of("aws_ecr_repository", "name"), container_tags },
  },
});
const scheduled = (schedule: Attributes) => ({
  schedule: { schedule_expression: "cron(0 0 * * ? *)", ...schedule },
});
// The provider does not know what it left out after an update.
const containersOnly = { amis: false, containers: true, snapshots: false };
const rule = (filter: Attributes, rest: Attributes = {}) => ({
  policy_detail: { action: { type: "DELETE", include_resources: containersOnly }, filter, ...rest },
});

export const imageBuilder: Readonly<Record<string, Situations>> = {
  aws_imagebuilder_component: {
    base: (name) => ({ name, platform: "Linux", version: "1.0.0", data: document("ExecuteBash", "echo 1") }),
    notImported: { skip_destroy: "it only says how Terraform deletes", uri },
    steps: {
      basic: [{}],
      change_description: changed("change_description", "one", "two"),
      data: [
        {},
        { data: document("ExecuteBash", "echo 2") },
        { data: document("ExecuteBash", "echo 3"), version: "1.0.1" },
      ],
      description: changed("description", "one", "two"),
      kms_key_id: changed("kms_key_id", ...keys),
      parameters: [
        {
          data: document("ExecuteBash", "echo {{ Greeting }} {{ Name }}", {
            parameters: [{ Greeting: { type: "string" } }, { Name: { type: "string", default: "you" } }],
          }),
        },
      ],
      platform: [{ platform: "Windows", data: document("ExecutePowerShell", "Write-Host 1") }],
      supported_os_versions: changed(
        "supported_os_versions",
        ["Amazon Linux 2"],
        ["Amazon Linux 2", "Amazon Linux 2023"],
      ),
      tags,
      uri: [{ data: undefined, uri: inS3("component", "component.json") }],
    },
  },
  aws_imagebuilder_container_recipe: {
    base: (name) => ({
      name,
      version: "1.0.0",
      container_type: "DOCKER",
      parent_image: amazonLinux,
      component: [{ component_arn: of("aws_imagebuilder_component") }],
      dockerfile_template_data: documents.Dockerfile,
      target_repository: { repository_name: of("aws_ecr_repository", "name"), service: "ECR" },
    }),
    notImported: { dockerfile_template_uri: uri, platform_override: "the API returns the platform alone" },
    steps: {
      basic: [{}],
      amazon_component: [
        { component: [{ component_arn: `arn:aws:imagebuilder:${region}:aws:component/update-linux/x.x.x` }] },
      ],
      block_device_name: device({}),
      block_device_no_device: device({ no_device: true }),
      block_device_virtual_name: device({ virtual_name: "ephemeral0" }),
      component: [
        {
          component: [
            { component_arn: of("aws_imagebuilder_component") },
            { component_arn: of("aws_imagebuilder_component", "arn", "change_description") },
          ],
        },
      ],
      component_parameter: [
        {
          component: [
            {
              component_arn: of("aws_imagebuilder_component", "arn", "parameters"),
              parameter: [
                { name: "Greeting", value: "hello" },
                { name: "Name", value: "world" },
              ],
            },
          ],
        },
      ],
      description: changed("description", "one", "two"),
      disk_delete_on_termination: disk({ delete_on_termination: true }),
      disk_encrypted: disk({ encrypted: true }),
      disk_iops: disk({ volume_type: "io1", volume_size: 10, iops: 100 }),
      disk_kms_key_id: disk({ encrypted: true, kms_key_id: keys[0] }),
      disk_snapshot_id: disk({ snapshot_id: "snap-0123456789abcdef0" }),
      disk_throughput: disk({ volume_type: "gp3", throughput: 200 }),
      disk_volume_size: disk({ volume_size: 20 }),
      disk_volume_type: disk({ volume_type: "gp2" }),
      docker_hub: [{ parent_image: "amazonlinux:latest" }],
      dockerfile_template_uri: [
        { dockerfile_template_data: undefined, dockerfile_template_uri: inS3("dockerfile", "Dockerfile") },
      ],
      image: [{ instance_configuration: { image: "ami-0123456789abcdef0" } }],
      kms_key_id: changed("kms_key_id", ...keys),
      platform_override: [{ parent_image: "public.ecr.aws/amazonlinux/amazonlinux:2023", platform_override: "Linux" }],
      tags,
      version: changed("version", "1.0.0", "1.0.1"),
      working_directory: changed("working_directory", "/tmp", "/var/tmp"),
    },
  },
  aws_imagebuilder_infrastructure_configuration: {
    base: (name) => ({ name, instance_profile_name: of("aws_iam_instance_profile", "name") }),
    steps: {
      basic: [{}],
      description: changed("description", "one", "two"),
      instance_metadata_options: changed(
        "instance_metadata_options",
        { http_put_response_hop_limit: 2, http_tokens: "required" },
        { http_put_response_hop_limit: 1, http_tokens: "optional" },
      ),
      instance_profile_name: [{}, { instance_profile_name: of("aws_iam_instance_profile", "name", "path") }],
      instance_types: changed("instance_types", ["m5.large"], ["m5.xlarge", "m5.large"]),
      key_pair: changed("key_pair", "one"),
      logging: ["one", "two"].map((s3_key_prefix) => ({
        logging: { s3_logs: { s3_bucket_name: of("aws_s3_bucket", "id"), s3_key_prefix } },
      })),
      resource_tags: changed("resource_tags", { a: "1" }, { b: "2" }),
      sns_topic_arn: [
        { sns_topic_arn: of("aws_sns_topic") },
        { sns_topic_arn: of("aws_sns_topic", "arn", "display_name") },
      ],
      subnet_id: ["0", "1"].map((last) => ({
        security_group_ids: [`sg-0123456789abcdef${last}`],
        subnet_id: `subnet-0123456789abcdef${last}`,
      })),
      tags,
      terminate_instance_on_failure: changed("terminate_instance_on_failure", true, false),
    },
  },
  aws_imagebuilder_distribution_configuration: {
    base: (name) => ({ name, ...container() }),
    steps: {
      basic: [{}],
      ami_description: [ami({ description: "one" }), ami({ description: "two" })],
      ami_kms_key_id: keys.map((kms_key_id) => ami({ kms_key_id })),
      ami_launch_permission: [
        ami({ launch_permission: { user_ids: ["444455556666"] } }),
        ami({ launch_permission: { user_groups: ["all"] } }),
      ],
      ami_name: ["one", "two"].map((name) => ami({ name: `${name}-{{ imagebuilder:buildDate }}` })),
      ami_tags: [ami({ ami_tags: { a: "1" } }), ami({ ami_tags: { b: "2" } })],
      ami_target_account_ids: [ami({ target_account_ids: ["444455556666"] })],
      container_description: [container({ description: "one" }), container({ description: "two" })],
      container_tags: [container({ container_tags: ["one"] }), container({ container_tags: ["two", "three"] })],
      container_target_repository: [
        {},
        container({ target_repository: { repository_name: of("aws_ecr_repository", "name", "tags"), service: "ECR" } }),
      ],
      description: changed("description", "one", "two"),
      regions: [
        { distribution: [region, "eu-central-1"].map((each) => ({ ...container().distribution, region: each })) },
      ],
      tags,
    },
  },
  aws_imagebuilder_image: {
    base: parts,
    steps: {
      basic: [{}],
      container_recipe_arn: [
        {},
        { container_recipe_arn: of("aws_imagebuilder_container_recipe", "arn", "description") },
      ],
      distribution_configuration_arn: [
        { distribution_configuration_arn: of("aws_imagebuilder_distribution_configuration") },
      ],
      enhanced_image_metadata_enabled: changed("enhanced_image_metadata_enabled", false),
      image_scanning_configuration: [scanned("one")],
      image_tests_enabled: changed("image_tests_configuration", { image_tests_enabled: false }),
      tags,
      timeout_minutes: changed("image_tests_configuration", { timeout_minutes: 721 }),
      workflow: [ownWorkflow],
    },
  },
  aws_imagebuilder_image_pipeline: {
    base: (name) => ({ name, ...parts() }),
    notImported: { date_next_run: "time passes" },
    steps: {
      basic: [{}],
      container_recipe_arn: [
        {},
        { container_recipe_arn: of("aws_imagebuilder_container_recipe", "arn", "docker_hub") },
      ],
      description: changed("description", "one", "two"),
      distribution_configuration_arn: [
        { distribution_configuration_arn: of("aws_imagebuilder_distribution_configuration") },
        { distribution_configuration_arn: of("aws_imagebuilder_distribution_configuration", "arn", "container_tags") },
      ],
      enhanced_image_metadata_enabled: changed("enhanced_image_metadata_enabled", false, true),
      image_scanning_enabled: changed(
        "image_scanning_configuration",
        { image_scanning_enabled: false },
        { image_scanning_enabled: true },
      ),
      image_scanning_ecr: [scanned("one", "two"), scanned("one", "three")],
      image_tests_enabled: changed(
        "image_tests_configuration",
        { image_tests_enabled: false },
        { image_tests_enabled: true },
      ),
      infrastructure_configuration_arn: [
        {},
        { infrastructure_configuration_arn: of("aws_imagebuilder_infrastructure_configuration", "arn", "tags") },
      ],
      pipeline_execution_start_condition: [
        scheduled({ pipeline_execution_start_condition: "EXPRESSION_MATCH_ONLY" }),
        scheduled({ pipeline_execution_start_condition: "EXPRESSION_MATCH_AND_DEPENDENCY_UPDATES_AVAILABLE" }),
      ],
      schedule_expression: [scheduled({}), scheduled({ schedule_expression: "cron(1 0 * * ? *)" })],
      status: changed("status", "DISABLED", "ENABLED"),
      tags,
      timeout_minutes: changed("image_tests_configuration", { timeout_minutes: 719 }, { timeout_minutes: 721 }),
      timezone: [scheduled({ timezone: "Etc/UTC" }), scheduled({ timezone: "America/Los_Angeles" })],
      workflow: [ownWorkflow, { ...ownWorkflow, description: "changed" }],
    },
  },
  aws_imagebuilder_lifecycle_policy: {
    base: (name) => ({
      name,
      execution_role: of("aws_iam_role", "arn", "imagebuilder"),
      resource_type: "CONTAINER_IMAGE",
      resource_selection: { tag_map: { a: "1", b: "2" } },
      ...rule({ type: "COUNT", value: 5 }),
    }),
    steps: {
      basic: [{}],
      description: changed("description", "one", "two"),
      policy_detail: [
        rule({ type: "AGE", value: 6, unit: "YEARS", retain_at_least: 5 }),
        rule({ type: "AGE", value: 2, unit: "WEEKS" }, { exclusion_rules: { tag_map: { keep: "yes" } } }),
        rule({ type: "COUNT", value: 10 }),
      ],
      policy_detail_of_amis: [
        {
          resource_type: "AMI_IMAGE",
          ...rule(
            { type: "AGE", value: 6, unit: "YEARS", retain_at_least: 5 },
            {
              action: { type: "DISABLE", include_resources: { amis: true } },
              exclusion_rules: { amis: { is_public: false, last_launched: { unit: "DAYS", value: 7 } } },
            },
          ),
        },
      ],
      resource_selection: [
        { resource_selection: { recipe: { name: "imagebuilder-container-recipe-basic", semantic_version: "1.0.0" } } },
        { resource_selection: { recipe: { name: "imagebuilder-container-recipe-tags", semantic_version: "1.0.0" } } },
      ],
      status: changed("status", "DISABLED", "ENABLED"),
      tags,
    },
  },
  aws_imagebuilder_workflow: {
    base: (name) => ({ name, version: "1.0.0", type: "TEST", data: workflow("one") }),
    notImported: { uri },
    steps: {
      basic: [{}],
      change_description: changed("change_description", "one", "two"),
      data: [{}, { data: workflow("two") }],
      description: changed("description", "one", "two"),
      kms_key_id: changed("kms_key_id", keys[0]),
      tags,
      type: [{ type: "BUILD" }],
      uri: [{ data: undefined, uri: inS3("workflow", "workflow.json") }],
    },
  },
};
