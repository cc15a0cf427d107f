/**
 * Changes that the gate must judge. Each is a set of resources before and after, with the verdict that AWS's
 * documentation for their types suggests; corpus-plans.ts has the real Terraform plan them.
 */
export interface Case {
  readonly name: string;
  /** Whether the plan may be applied without approval. */
  readonly routine: boolean;
  readonly before?: Resources;
  readonly after?: Resources;
  /** Types for which the state also contains a leftover from an interrupted replacement. */
  readonly deposed?: readonly string[];
  /** Types that a `removed` block removes from the state. */
  readonly forgotten?: readonly string[];
  /** Provider arguments that replace the usual ones. */
  readonly provider?: Arguments;
}

type Arguments = Readonly<Record<string, unknown>>;

/** Arguments by type, as in a JSON configuration. `@` in a reference stands for the resources of the same case. */
export type Resources = Readonly<Record<string, Arguments>>;

/** The account that the plans are for, and a different one. */
export const account = "111122223333";
const other = "444455556666";
export const region = "eu-west-1";

const cases: Case[] = [];
const add = (routine: boolean, name: string, before: Resources, after: Resources, more: Partial<Case> = {}): void => {
  cases.push({ name, routine, before, after, ...more });
};
const routine = add.bind(undefined, true);
const approval = add.bind(undefined, false);

/**
 * Adds cases for one resource: its arguments before and, for each case, what differs after. `null` removes an
 * argument.
 */
function vary(type: string, base: Arguments, others: Resources, verdicts: Record<string, Arguments>[]): void {
  const [free = {}, held = {}] = verdicts;
  for (const [isRoutine, changes] of [
    [true, free],
    [false, held],
  ] as const) {
    for (const [name, change] of Object.entries(changes)) {
      const after = Object.fromEntries(Object.entries({ ...base, ...change }).filter(([, value]) => value !== null));
      add(isRoutine, `${type}: ${name}`, { ...others, [type]: base }, { ...others, [type]: after });
    }
  }
}

const arn = (service: string, resource: string, owner = account): string =>
  `arn:aws:${service}:${region}:${owner}:${resource}`;
const iamArn = (resource: string, owner = account): string => `arn:aws:iam::${owner}:${resource}`;
const ref = (attribute: string): string => `\${${attribute.replace(".", ".@.")}}`;
const key = arn("kms", "key/1234abcd-12ab-34cd-56ef-1234567890ab");
const otherKey = arn("kms", "key/00000000-0000-0000-0000-000000000000");
const foreignKey = arn("kms", "key/1234abcd-12ab-34cd-56ef-1234567890ab", other);

type Statement = Arguments;
const policy = (...statements: readonly Statement[]): string =>
  JSON.stringify({ Version: "2012-10-17", Statement: statements });
const allow = (
  Action: string | readonly string[],
  Resource: string | readonly string[] = "*",
  more: Statement = {},
) => ({
  Effect: "Allow",
  Action,
  Resource,
  ...more,
});
const deny = (...args: Parameters<typeof allow>) => ({ ...allow(...args), Effect: "Deny" });

// Components, recipes, workflows: https://docs.aws.amazon.com/imagebuilder/latest/userguide/manage-components.html
const document = (text: string): string =>
  `schemaVersion: 1.0\nphases: [{name: build, steps: [{name: ${text}, action: UpdateOS}]}]\n`;
const component = {
  name: "prod-web-hello",
  platform: "Linux",
  version: "1.0.9",
  description: "says hello",
  data: document("hello"),
};
const newest = { lifecycle: { create_before_destroy: true } };
vary("aws_imagebuilder_component", { ...component, ...newest }, {}, [
  {
    "different steps with a higher version": { version: "1.0.10", data: document("bye") },
    "another series": { version: "1.1.0", data: document("bye") },
    "a different description with a higher version": { version: "1.0.10", description: "greets" },
    tags: { tags: { Team: "platform" } },
  },
  {
    "different steps with the same version": { data: document("bye") },
    "different steps with a lower version": { version: "1.0.8", data: document("bye") },
    "steps read from a bucket": { version: "1.0.10", data: null, uri: "s3://anybody/hello.yaml" },
    "another account's key": { version: "1.0.10", kms_key_id: foreignKey },
    "hidden steps": {
      version: "1.0.10",
      data: `\${sensitive("${document("bye").replaceAll("\n", "\\n")}")}`,
    },
  },
]);
routine("component: new", {}, { aws_imagebuilder_component: component });
routine("component: no longer used", { aws_imagebuilder_component: component }, {});
approval(
  "component: new, from a bucket",
  {},
  {
    aws_imagebuilder_component: { name: "prod-web-x", platform: "Linux", version: "1.0.0", uri: "s3://anybody/x.yaml" },
  },
);

const repository = {
  name: "web",
  image_tag_mutability: "IMMUTABLE",
  image_scanning_configuration: [{ scan_on_push: true }],
  encryption_configuration: [{ encryption_type: "AES256" }],
  force_delete: true,
};
const recipe = {
  name: "prod-web",
  version: "1.0.9",
  container_type: "DOCKER",
  parent_image: "amazonlinux:2023",
  component: [{ component_arn: ref("aws_imagebuilder_component.arn") }],
  target_repository: [{ repository_name: ref("aws_ecr_repository.name"), service: "ECR" }],
  dockerfile_template_data: "FROM {{{ imagebuilder:parentImage }}}\n",
  instance_configuration: [
    { block_device_mapping: [{ device_name: "/dev/xvda", ebs: [{ volume_size: 20, encrypted: true }] }] },
  ],
};
const web = { aws_ecr_repository: repository, aws_imagebuilder_component: component };
const volume = (ebs: Arguments) => [{ block_device_mapping: [{ device_name: "/dev/xvda", ebs: [ebs] }] }];
const next = { version: "1.0.10" };
vary("aws_imagebuilder_container_recipe", { ...recipe, ...newest }, web, [
  {
    "another parent image": { ...next, parent_image: "amazonlinux:2" },
    "another Dockerfile": { ...next, dockerfile_template_data: "FROM {{{ imagebuilder:parentImage }}}\nUSER app\n" },
    "an additional AWS component": {
      ...next,
      component: [
        ...recipe.component,
        { component_arn: `arn:aws:imagebuilder:${region}:aws:component/update-linux/x.x.x` },
      ],
    },
    "a parameter of a component": {
      ...next,
      component: [{ ...recipe.component[0], parameter: [{ name: "Version", value: "3" }] }],
    },
    "a larger volume": { ...next, instance_configuration: volume({ volume_size: 40, encrypted: true }) },
    "another working directory": { ...next, working_directory: "/tmp" },
  },
  {
    "a different parent image with the same version": { parent_image: "amazonlinux:2" },
    "a different parent image with a lower version": { version: "1.0.8", parent_image: "amazonlinux:2" },
    "a Dockerfile read from a bucket": {
      ...next,
      dockerfile_template_data: null,
      dockerfile_template_uri: "s3://anybody/Dockerfile",
    },
    "someone else's repository": {
      ...next,
      target_repository: [{ repository_name: "payments", service: "ECR" }],
    },
    "another account's component": {
      ...next,
      component: [...recipe.component, { component_arn: arn("imagebuilder", "component/mine/x.x.x", other) }],
    },
    "a hidden parameter": {
      ...next,
      component: [
        { ...recipe.component[0], parameter: [{ name: "Url", value: '${sensitive("https://example.com")}' }] },
      ],
    },
    "an unencrypted volume": {
      ...next,
      instance_configuration: volume({ volume_size: 20, encrypted: false }),
    },
    "another account's key": { ...next, kms_key_id: foreignKey },
  },
]);
approval("recipe: taken out", { ...web, aws_imagebuilder_container_recipe: recipe }, web);
const workflow = {
  name: "prod-web-scan",
  version: "1.0.0",
  type: "TEST",
  data: "name: scan\nschemaVersion: 1.0\nsteps: [{name: a, action: WaitForAction}]\n",
};
vary("aws_imagebuilder_workflow", { ...workflow, ...newest }, {}, [
  { "different steps with a higher version": { version: "1.0.1", data: workflow.data.replace("name: a", "name: b") } },
  { "steps read from a bucket": { version: "1.0.1", data: null, uri: "s3://anybody/scan.yaml" } },
]);
approval(
  "workflow: different steps with the same version",
  { aws_imagebuilder_workflow: { ...workflow, ...newest } },
  {
    aws_imagebuilder_workflow: { ...workflow, ...newest, data: workflow.data.replace("name: a", "name: b") },
  },
);

// Distribution: https://docs.aws.amazon.com/imagebuilder/latest/APIReference/API_Distribution.html
const target = (more: Arguments = {}) => [
  {
    container_tags: ["latest"],
    target_repository: [{ repository_name: ref("aws_ecr_repository.name"), service: "ECR" }],
    ...more,
  },
];
const distribution = {
  name: "prod-web",
  description: "Pushes web",
  distribution: [{ region, container_distribution_configuration: target() }],
};
const distributing = (...blocks: readonly Arguments[]) => ({ distribution: blocks });
vary("aws_imagebuilder_distribution_configuration", distribution, { aws_ecr_repository: repository }, [
  {
    "another container tag": distributing({
      region,
      container_distribution_configuration: target({ container_tags: ["latest", "stable"] }),
    }),
    "another description": { description: "Pushes web to web" },
  },
  {
    "a region more": distributing(...distribution.distribution, {
      region: "us-east-1",
      container_distribution_configuration: target(),
    }),
    "another region": distributing({ region: "us-east-1", container_distribution_configuration: target() }),
    "someone else's repository": distributing({
      region,
      container_distribution_configuration: target({
        target_repository: [{ repository_name: "payments", service: "ECR" }],
      }),
    }),
    "an export to a bucket": distributing({
      region,
      container_distribution_configuration: target(),
      s3_export_configuration: [
        { disk_image_format: "RAW", role_name: "export", s3_bucket: "anybody", s3_prefix: "images" },
      ],
    }),
    "an AMI for everyone": distributing({
      region,
      ami_distribution_configuration: [
        { name: "web-{{ imagebuilder:buildDate }}", launch_permission: [{ user_groups: ["all"] }] },
      ],
    }),
    "an AMI for another account": distributing({
      region,
      ami_distribution_configuration: [{ name: "web-{{ imagebuilder:buildDate }}", target_account_ids: [other] }],
    }),
  },
]);
approval(
  "distribution: to a repository that is known only after the apply, in a dynamic block",
  { aws_ecr_repository: repository, aws_imagebuilder_distribution_configuration: distribution },
  {
    aws_ecr_repository: repository,
    "aws_ecr_repository b": { ...repository, name: "b" },
    aws_imagebuilder_distribution_configuration: {
      name: distribution.name,
      description: distribution.description,
      dynamic: {
        distribution: {
          for_each: ["payments"],
          content: {
            region,
            container_distribution_configuration: target({
              target_repository: [
                {
                  repository_name:
                    "${aws_ecr_repository.@_b.repository_url == distribution.value ? distribution.value : distribution.value}",
                  service: "ECR",
                },
              ],
            }),
          },
        },
      },
    },
  },
);
approval(
  "distribution: taken out",
  { aws_ecr_repository: repository, aws_imagebuilder_distribution_configuration: distribution },
  {
    aws_ecr_repository: repository,
  },
);

// Infrastructure: https://docs.aws.amazon.com/imagebuilder/latest/APIReference/API_InfrastructureConfiguration.html
const metadata = (more: Arguments = {}) => ({
  instance_metadata_options: [{ http_tokens: "required", http_put_response_hop_limit: 2, ...more }],
});
const logging = (s3_bucket_name: string) => ({ logging: [{ s3_logs: [{ s3_bucket_name, s3_key_prefix: "builds" }] }] });
const infrastructure = {
  name: "prod-image-builder",
  description: "builds",
  instance_profile_name: "prod-image-builder",
  instance_types: ["t3.small"],
  subnet_id: "subnet-0123456789abcdef0",
  security_group_ids: ["sg-0123456789abcdef0"],
  terminate_instance_on_failure: true,
  ...metadata(),
  ...logging("prod-image-builder-logs"),
};
vary("aws_imagebuilder_infrastructure_configuration", infrastructure, {}, [
  {
    "other instance types": { instance_types: ["t3.large", "t3.xlarge"] },
    "another description": { description: "builds of prod" },
    "tags of instances": { resource_tags: { Team: "platform" } },
    "fewer hops to the metadata service": metadata({ http_put_response_hop_limit: 1 }),
  },
  {
    "metadata without tokens": metadata({ http_tokens: "optional" }),
    "more hops to the metadata service": metadata({ http_put_response_hop_limit: 9 }),
    "no metadata options": { instance_metadata_options: null },
    "another instance profile": { instance_profile_name: "admin" },
    "a key pair": { key_pair: "laptop" },
    "another subnet": { subnet_id: "subnet-0aaaaaaaaaaaaaaaa" },
    "another security group": { security_group_ids: ["sg-0aaaaaaaaaaaaaaaa"] },
    "instances that are kept after a failure": { terminate_instance_on_failure: false },
    "a topic for all builds": { sns_topic_arn: arn("sns", "builds", other) },
    "logs in another bucket": logging("anybody"),
    "no logs": { logging: null },
    "hidden instance types": { instance_types: '${sensitive(["t3.large"])}' },
    "its own host": { placement: [{ tenancy: "host", host_id: "h-0123456789abcdef0" }] },
  },
]);
routine(
  "infrastructure: metadata tokens, instances that are terminated, no key pair",
  {
    aws_imagebuilder_infrastructure_configuration: {
      ...infrastructure,
      ...metadata({ http_tokens: "optional" }),
      key_pair: "laptop",
      terminate_instance_on_failure: false,
    },
  },
  { aws_imagebuilder_infrastructure_configuration: infrastructure },
);
approval("infrastructure: new", {}, { aws_imagebuilder_infrastructure_configuration: infrastructure });
approval("infrastructure: gone", { aws_imagebuilder_infrastructure_configuration: infrastructure }, {});

// Pipelines and builds: https://docs.aws.amazon.com/imagebuilder/latest/APIReference/API_CreateImagePipeline.html
const image = {
  ...web,
  aws_imagebuilder_container_recipe: recipe,
  aws_imagebuilder_distribution_configuration: distribution,
  aws_imagebuilder_infrastructure_configuration: infrastructure,
};
const built = {
  container_recipe_arn: ref("aws_imagebuilder_container_recipe.arn"),
  distribution_configuration_arn: ref("aws_imagebuilder_distribution_configuration.arn"),
  infrastructure_configuration_arn: ref("aws_imagebuilder_infrastructure_configuration.arn"),
  enhanced_image_metadata_enabled: true,
  image_tests_configuration: [{ image_tests_enabled: true, timeout_minutes: 60 }],
};
const schedule = (schedule_expression: string, more: Arguments = {}) => ({
  schedule: [{ schedule_expression, ...more }],
});
const pipeline = {
  ...built,
  name: "prod-web",
  description: "web",
  status: "ENABLED",
  ...schedule("cron(0 9 1 * ? *)"),
};
const scanning = (image_scanning_enabled: boolean) => ({
  image_scanning_configuration: [
    {
      image_scanning_enabled,
      ecr_configuration: [{ repository_name: ref("aws_ecr_repository.name"), container_tags: ["web"] }],
    },
  ],
});
const ownWorkflow = { workflow: [{ workflow_arn: ref("aws_imagebuilder_workflow.arn"), on_failure: "ABORT" }] };
const runner = { execution_role: iamArn("role/imageBuilder/prod-image-builder-workflows") };
vary("aws_imagebuilder_image_pipeline", { ...pipeline, ...scanning(true) }, image, [
  {
    "another schedule": schedule("cron(0 10 * * ? *)"),
    "another time zone": schedule("cron(0 9 1 * ? *)", { timezone: "Europe/Berlin" }),
    "at every scheduled time, whether or not something is new": schedule("cron(0 9 1 * ? *)", {
      pipeline_execution_start_condition: "EXPRESSION_MATCH_ONLY",
    }),
    "a longer test": { image_tests_configuration: [{ image_tests_enabled: true, timeout_minutes: 90 }] },
    "another description": { description: "the web server" },
    tags: { tags: { Team: "platform" } },
  },
  {
    "switched off": { status: "DISABLED" },
    "no schedule": { schedule: null },
    "no tests": { image_tests_configuration: [{ image_tests_enabled: false, timeout_minutes: 60 }] },
    "no package list": { enhanced_image_metadata_enabled: false },
    "no scan": scanning(false),
    "a scan in someone else's repository": {
      image_scanning_configuration: [
        { image_scanning_enabled: true, ecr_configuration: [{ repository_name: "payments" }] },
      ],
    },
    "another account's recipe": { container_recipe_arn: arn("imagebuilder", "container-recipe/web/1.0.0", other) },
    "another infrastructure": {
      infrastructure_configuration_arn: arn("imagebuilder", "infrastructure-configuration/admin"),
    },
    "another distribution": {
      distribution_configuration_arn: arn("imagebuilder", "distribution-configuration/everywhere"),
    },
    "its own role": { execution_role: iamArn("role/admin") },
    "another account's workflow": {
      ...runner,
      workflow: [{ workflow_arn: arn("imagebuilder", "workflow/test/x/1.0.0", other), on_failure: "ABORT" }],
    },
    "renamed, and therefore replaced": { name: "prod-www" },
  },
]);
routine(
  "pipeline: enabled, with tests and a package list",
  {
    ...image,
    aws_imagebuilder_image_pipeline: {
      ...pipeline,
      status: "DISABLED",
      enhanced_image_metadata_enabled: false,
      image_tests_configuration: [{ image_tests_enabled: false, timeout_minutes: 60 }],
    },
  },
  { ...image, aws_imagebuilder_image_pipeline: pipeline },
);
approval("pipeline: taken out", { ...image, aws_imagebuilder_image_pipeline: pipeline }, image);
approval(
  "pipeline: its tests are no longer run",
  {
    ...image,
    aws_imagebuilder_workflow: workflow,
    aws_imagebuilder_image_pipeline: { ...pipeline, ...runner, ...ownWorkflow },
  },
  { ...image, aws_imagebuilder_workflow: workflow, aws_imagebuilder_image_pipeline: pipeline },
);
approval(
  "pipeline: a failed test no longer counts",
  {
    ...image,
    aws_imagebuilder_workflow: workflow,
    aws_imagebuilder_image_pipeline: { ...pipeline, ...runner, ...ownWorkflow },
  },
  {
    ...image,
    aws_imagebuilder_workflow: workflow,
    aws_imagebuilder_image_pipeline: {
      ...pipeline,
      ...runner,
      workflow: [{ ...ownWorkflow.workflow[0], on_failure: "CONTINUE" }],
    },
  },
);
const existing = { aws_imagebuilder_infrastructure_configuration: infrastructure };
const logs = { name: "/aws/imagebuilder/prod-web", retention_in_days: 90 };
const keepRules = (...rules: readonly Arguments[]) => JSON.stringify({ rules });
const keepRule = (rulePriority: number, countNumber: number, selection: Arguments = {}, more: Arguments = {}) => ({
  rulePriority,
  selection: { tagStatus: "untagged", countType: "imageCountMoreThan", countNumber, ...selection },
  action: { type: "expire" },
  ...more,
});
const newImage = {
  ...image,
  aws_ecr_lifecycle_policy: { repository: ref("aws_ecr_repository.name"), policy: keepRules(keepRule(1, 10)) },
  aws_cloudwatch_log_group: logs,
  aws_imagebuilder_image_pipeline: pipeline,
  aws_imagebuilder_image: built,
};
routine("image: new, with everything that belongs to it", existing, newImage);
routine(
  "image: a different component, and everything that follows from it",
  {
    ...newImage,
    aws_imagebuilder_component: { ...component, ...newest },
    aws_imagebuilder_container_recipe: { ...recipe, ...newest },
  },
  {
    ...newImage,
    aws_imagebuilder_component: { ...component, ...newest, version: "1.0.10", data: document("bye") },
    aws_imagebuilder_container_recipe: { ...recipe, ...newest, ...next },
  },
);
approval("image: removed, with everything that belongs to it", newImage, existing);
approval("image: new, and everyone can pull it", existing, {
  ...newImage,
  aws_ecr_repository_policy: {
    repository: ref("aws_ecr_repository.name"),
    policy: policy({ Effect: "Allow", Principal: "*", Action: "ecr:BatchGetImage" }),
  },
});
approval(
  "build: its record is removed",
  newImage,
  Object.fromEntries(Object.entries(newImage).filter(([type]) => type !== "aws_imagebuilder_image")),
);
approval("build: new, with another account's recipe", image, {
  ...image,
  aws_imagebuilder_image: { ...built, container_recipe_arn: arn("imagebuilder", "container-recipe/web/1.0.0", other) },
});
approval("build: new, without tests", image, {
  ...image,
  aws_imagebuilder_image: { ...built, image_tests_configuration: [{ image_tests_enabled: false }] },
});

// Log groups: https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/Working-with-log-groups-and-streams.html
vary("aws_cloudwatch_log_group", { ...logs, kms_key_id: key }, {}, [
  {
    "kept for longer": { retention_in_days: 365 },
    "kept forever": { retention_in_days: 0 },
    tags: { tags: { Team: "platform" } },
  },
  {
    "kept for a shorter time": { retention_in_days: 30 },
    "without its key": { kms_key_id: null },
    "another account's key": { kms_key_id: foreignKey },
    "another name": { name: "/aws/imagebuilder/prod-www" },
    "a class that deletes after two days": { log_group_class: "DELIVERY" },
    "a hidden retention": { retention_in_days: "${sensitive(365)}" },
  },
]);
approval(
  "log group: no longer kept forever",
  { aws_cloudwatch_log_group: { ...logs, retention_in_days: 0 } },
  { aws_cloudwatch_log_group: logs },
);
routine("log group: new", {}, { aws_cloudwatch_log_group: logs });
approval("log group: gone", { aws_cloudwatch_log_group: logs }, {});
approval(
  "log group: new, with another account's key",
  {},
  { aws_cloudwatch_log_group: { ...logs, kms_key_id: foreignKey } },
);
approval("log group: forgotten", { aws_cloudwatch_log_group: logs }, {}, { forgotten: ["aws_cloudwatch_log_group"] });
approval(
  "log group: a command runs on this machine",
  { aws_cloudwatch_log_group: logs },
  {
    aws_cloudwatch_log_group: {
      ...logs,
      tags: { Team: "platform" },
      provisioner: [{ "local-exec": { command: "true" } }],
    },
  },
);

// Repositories: https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_CreateRepository.html
vary("aws_ecr_repository", { ...repository, force_delete: false }, {}, [
  { tags: { tags: { Team: "platform" } } },
  {
    "tags may move": { image_tag_mutability: "MUTABLE" },
    "pushes are no longer scanned": { image_scanning_configuration: [{ scan_on_push: false }] },
    "no scan setting": { image_scanning_configuration: null },
    "a destroy also deletes the images": { force_delete: true },
    "different encryption, and therefore a different repository": {
      encryption_configuration: [{ encryption_type: "KMS", kms_key: key }],
    },
    "another name": { name: "www" },
  },
]);
routine(
  "repository: immutable tags, pushes are scanned, a destroy is refused",
  {
    aws_ecr_repository: {
      ...repository,
      image_tag_mutability: "MUTABLE",
      image_scanning_configuration: [{ scan_on_push: false }],
    },
  },
  { aws_ecr_repository: { ...repository, force_delete: false } },
);
routine("repository: new", {}, { aws_ecr_repository: repository });
routine(
  "repository: new, with a key in this account",
  { aws_ecr_repository: repository },
  {
    aws_ecr_repository: repository,
    "aws_ecr_repository b": {
      ...repository,
      name: "b",
      encryption_configuration: [{ encryption_type: "KMS", kms_key: key }],
    },
  },
);
approval(
  "repository: new, without scans",
  {},
  {
    aws_ecr_repository: { ...repository, image_scanning_configuration: [{ scan_on_push: false }] },
  },
);
approval(
  "repository: new, with another account's key",
  {},
  {
    aws_ecr_repository: { ...repository, encryption_configuration: [{ encryption_type: "KMS", kms_key: foreignKey }] },
  },
);
approval("repository: gone", { aws_ecr_repository: repository }, {});
approval("repository: forgotten", { aws_ecr_repository: repository }, {}, { forgotten: ["aws_ecr_repository"] });
approval(
  "repository: a leftover goes",
  { aws_ecr_repository: repository },
  { aws_ecr_repository: repository },
  {
    deposed: ["aws_ecr_repository"],
  },
);

// Lifecycle policies: https://docs.aws.amazon.com/AmazonECR/latest/userguide/LifecyclePolicies.html
const rules = (...list: readonly Arguments[]) => ({ repository: "web", policy: keepRules(...list) });
const untagged = keepRule(2, 10);
const stable = keepRule(1, 100_000, { tagStatus: "tagged", tagPatternList: ["stable"] });
const latest = keepRule(1, 100_000, { tagStatus: "tagged", tagPatternList: ["latest"] });
const byDays = (countNumber: number) =>
  keepRule(3, countNumber, { tagStatus: "any", countType: "sinceImagePushed", countUnit: "days" });
vary("aws_ecr_lifecycle_policy", rules(stable, untagged, byDays(30)), { aws_ecr_repository: repository }, [
  {
    "more images are kept": rules(stable, { ...keepRule(2, 20) }, byDays(30)),
    "images are kept for longer": rules(stable, untagged, byDays(60)),
    "one more tag is kept": rules(
      latest,
      { ...stable, rulePriority: 2 },
      { ...untagged, rulePriority: 3 },
      { ...byDays(30), rulePriority: 4 },
    ),
    "another description": rules(stable, { ...untagged, description: "builds" }, byDays(30)),
  },
  {
    "fewer images are kept": rules(stable, keepRule(2, 5), byDays(30)),
    "images are kept for a shorter time": rules(stable, untagged, byDays(7)),
    "a tag is no longer kept": rules(untagged, byDays(30)),
    "a tag is kept by a later rule": rules(
      { ...untagged, rulePriority: 1 },
      { ...stable, rulePriority: 2 },
      byDays(30),
    ),
    "one more rule that deletes": rules(
      stable,
      untagged,
      byDays(30),
      keepRule(4, 1, { tagStatus: "tagged", tagPrefixList: ["v"] }),
    ),
    "days instead of a count": rules(stable, { ...byDays(10), rulePriority: 2 }, byDays(30)),
    "hidden rules": { policy: `\${sensitive(${JSON.stringify(keepRules(stable, untagged, byDays(60)))})}` },
  },
]);
const byTag = (rulePriority: number, countNumber: number, pattern: string) =>
  keepRule(rulePriority, countNumber, { tagStatus: "tagged", tagPatternList: [pattern] });
approval(
  "image rules: a rule for some tags before the one that keeps one of them",
  { aws_ecr_repository: repository, aws_ecr_lifecycle_policy: rules(stable, byTag(2, 10, "*")) },
  {
    aws_ecr_repository: repository,
    aws_ecr_lifecycle_policy: rules(byTag(1, 10, "stab*"), { ...stable, rulePriority: 2 }, byTag(3, 10, "*")),
  },
);
approval(
  "image rules: moved to another existing repository",
  { aws_ecr_repository: repository, aws_ecr_lifecycle_policy: { ...rules(untagged), repository: "other" } },
  {
    aws_ecr_repository: repository,
    aws_ecr_lifecycle_policy: { ...rules(untagged), repository: ref("aws_ecr_repository.name") },
  },
);
routine(
  "image rules: none any more",
  { aws_ecr_repository: repository, aws_ecr_lifecycle_policy: rules(untagged) },
  { aws_ecr_repository: repository },
);
approval(
  "image rules: none any more, and a command runs when they are destroyed",
  { aws_ecr_repository: repository, aws_ecr_lifecycle_policy: rules(untagged) },
  {
    aws_ecr_repository: repository,
    aws_ecr_lifecycle_policy: {
      ...rules(untagged),
      count: 0,
      provisioner: [{ "local-exec": { when: "destroy", command: "true" } }],
    },
  },
);
approval(
  "image rules: for an existing repository",
  { aws_ecr_repository: repository },
  {
    aws_ecr_repository: repository,
    aws_ecr_lifecycle_policy: rules(untagged),
  },
);
approval(
  "image rules: for someone else's repository",
  {},
  {
    aws_ecr_lifecycle_policy: { repository: "payments", policy: keepRules(untagged) },
  },
);

// Repository policies: https://docs.aws.amazon.com/AmazonECR/latest/userguide/repository-policies.html
const pull = ["ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"];
const pulls = (Principal: unknown, more: Statement = {}): Statement => ({
  Effect: "Allow",
  Principal,
  Action: pull,
  ...more,
});
const [one, two] = [other, "777788889999"].map((id) => iamArn("root", id));
const inOrganization = (...ids: readonly string[]): Statement => ({
  Condition: { StringEquals: { "aws:PrincipalOrgID": ids } },
});
const lambda = { Service: "lambda.amazonaws.com" };
const functions = { Condition: { ArnLike: { "aws:SourceArn": [`arn:aws:lambda:${region}:${other}:function:*`] } } };
const consumers = policy(
  pulls({ AWS: [one, two] }),
  pulls({ AWS: "*" }, inOrganization("o-a1b2c3d4e5", "o-b1b2c3d4e5")),
  pulls(lambda, functions),
);
const consuming = (...statements: readonly Statement[]) => ({ policy: policy(...statements) });
const outer = pulls({ AWS: "*" }, inOrganization("o-a1b2c3d4e5", "o-b1b2c3d4e5"));
const both = pulls({ AWS: [one, two] });
vary(
  "aws_ecr_repository_policy",
  { repository: ref("aws_ecr_repository.name"), policy: consumers },
  { aws_ecr_repository: repository },
  [
    {
      "a consumer less": consuming(pulls({ AWS: one }), outer, pulls(lambda, functions)),
      "an organization less": consuming(
        both,
        pulls({ AWS: "*" }, inOrganization("o-a1b2c3d4e5")),
        pulls(lambda, functions),
      ),
      "no functions": consuming(both, outer),
      "a right less": consuming({ ...both, Action: "ecr:BatchGetImage" }, outer, pulls(lambda, functions)),
      "the same in a different order": consuming(
        outer,
        pulls({ AWS: [two, one] }, { Sid: "Accounts" }),
        pulls(lambda, functions),
      ),
    },
    {
      "a consumer more": consuming(
        pulls({ AWS: [one, two, iamArn("root", "123456789012")] }),
        outer,
        pulls(lambda, functions),
      ),
      "another consumer": consuming(pulls({ AWS: iamArn("root", "123456789012") }), outer, pulls(lambda, functions)),
      everybody: consuming(both, pulls({ AWS: "*" })),
      "everyone in all services": consuming(both, pulls("*")),
      "an organization more": consuming(both, pulls({ AWS: "*" }, inOrganization("o-a1b2c3d4e5", "o-c1c2c3c4c5"))),
      "everyone except an organization": consuming(
        both,
        pulls({ AWS: "*" }, { Condition: { StringNotEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } } }),
      ),
      "an organization, if it has one": consuming(
        both,
        pulls({ AWS: "*" }, { Condition: { StringEqualsIfExists: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } } }),
      ),
      "any organization": consuming(
        both,
        pulls({ AWS: "*" }, { Condition: { StringLike: { "aws:PrincipalOrgID": "*" } } }),
      ),
      "functions of everybody": consuming(both, outer, pulls(lambda)),
      "a service without a source": consuming(both, outer, pulls({ Service: "codebuild.amazonaws.com" })),
      "everybody but one": consuming({ Effect: "Allow", NotPrincipal: { AWS: one }, Action: pull }),
      "a right more": consuming({ ...both, Action: [...pull, "ecr:PutImage"] }, outer),
      "all rights": consuming({ ...both, Action: "ecr:*" }, outer),
      "all rights but one": consuming({
        Effect: "Allow",
        Principal: { AWS: [one, two] },
        NotAction: "ecr:DeleteRepository",
      }),
      "no one, not even its owner": consuming({ Effect: "Deny", Principal: "*", Action: "ecr:*" }),
      "what nobody sees": { policy: `\${sensitive(${JSON.stringify(policy(both))})}` },
    },
  ],
);
routine(
  "repository policy: nobody any more",
  {
    aws_ecr_repository: repository,
    aws_ecr_repository_policy: { repository: "web", policy: consumers },
  },
  { aws_ecr_repository: repository },
);
approval(
  "repository policy: removed, along with a denial",
  {
    aws_ecr_repository: repository,
    aws_ecr_repository_policy: {
      repository: "web",
      policy: policy(both, { Effect: "Deny", Principal: "*", Action: "ecr:PutImage" }),
    },
  },
  { aws_ecr_repository: repository },
);
approval(
  "repository policy: new",
  { aws_ecr_repository: repository },
  {
    aws_ecr_repository: repository,
    aws_ecr_repository_policy: { repository: "web", policy: policy(pulls({ AWS: one })) },
  },
);
approval(
  "repository policy: known only after the apply",
  { aws_ecr_repository: repository, aws_ecr_repository_policy: { repository: "web", policy: consumers } },
  {
    aws_ecr_repository: repository,
    aws_iam_role: {
      name: "late",
      assume_role_policy: policy({
        Effect: "Allow",
        Action: "sts:AssumeRole",
        Principal: { Service: "ec2.amazonaws.com" },
      }),
    },
    aws_ecr_repository_policy: {
      repository: "web",
      policy: policy(pulls({ AWS: "ROLE" })).replace("ROLE", ref("aws_iam_role.arn")),
    },
  },
);
approval(
  "repository policy: forgotten",
  { aws_ecr_repository: repository, aws_ecr_repository_policy: { repository: "web", policy: consumers } },
  { aws_ecr_repository: repository },
  {
    forgotten: ["aws_ecr_repository_policy"],
  },
);

// The registry: https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-scanning-enhanced.html
const scans = (frequency: string, filter = "*") => ({
  scan_type: "ENHANCED",
  rule: [{ scan_frequency: frequency, repository_filter: [{ filter, filter_type: "WILDCARD" }] }],
});
vary("aws_ecr_registry_scanning_configuration", scans("CONTINUOUS_SCAN"), {}, [
  {},
  {
    "basic scans": { scan_type: "BASIC", rule: scans("SCAN_ON_PUSH").rule },
    "no repository": { rule: null },
    "some repositories": { rule: scans("CONTINUOUS_SCAN", "web*").rule },
    "at a push alone": { rule: scans("SCAN_ON_PUSH").rule },
  },
]);
routine(
  "registry: Inspector scans it",
  { aws_ecr_registry_scanning_configuration: { ...scans("SCAN_ON_PUSH"), scan_type: "BASIC" } },
  {
    aws_ecr_registry_scanning_configuration: scans("SCAN_ON_PUSH"),
  },
);
approval("registry: AWS's default", { aws_ecr_registry_scanning_configuration: scans("CONTINUOUS_SCAN") }, {});
approval(
  "registry: pushed to another account",
  {},
  {
    aws_ecr_replication_configuration: {
      replication_configuration: [{ rule: [{ destination: [{ region, registry_id: other }] }] }],
    },
  },
);
approval(
  "registry: what another account may do in it",
  {},
  {
    aws_ecr_registry_policy: {
      policy: policy({
        Effect: "Allow",
        Principal: { AWS: one },
        Action: "ecr:ReplicateImage",
        Resource: arn("ecr", "repository/*"),
      }),
    },
  },
);

// Events: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-targets.html
const pattern = (name: string) =>
  JSON.stringify({
    source: ["aws.imagebuilder"],
    "detail-type": ["EC2 Image Builder Image State Change"],
    resources: [{ prefix: arn("imagebuilder", `image/${name}/`) }],
    detail: { state: { status: ["AVAILABLE"] } },
  });
const rule = { name: "prod-base-children", description: "builds children", event_pattern: pattern("prod-base") };
vary("aws_cloudwatch_event_rule", rule, {}, [
  { "another description": { description: "builds what is built on it" } },
  {
    "switched off": { state: "DISABLED" },
    "other events": { event_pattern: pattern("prod-nothing") },
    "all events": { event_pattern: JSON.stringify({ source: [{ prefix: "" }] }) },
    "another bus": { event_bus_name: "mine" },
    "hidden events": { event_pattern: `\${sensitive(${JSON.stringify(pattern("prod-base"))})}` },
  },
]);
approval("rule: gone", { aws_cloudwatch_event_rule: rule }, {});
const eventsTrust = (more: Statement = { Condition: { StringEquals: { "aws:SourceAccount": account } } }) =>
  policy({ Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: "events.amazonaws.com" }, ...more });
const ofRules = {
  Condition: {
    StringEquals: { "aws:SourceAccount": account },
    ArnLike: { "aws:SourceArn": arn("events", "rule/prod-*") },
  },
};
const rebuilds = { name: "prod-image-rebuilds", path: "/", assume_role_policy: eventsTrust(ofRules) };
const starts = (...pipelines: readonly string[]) => ({
  name: "start-pipelines",
  role: ref("aws_iam_role.id"),
  policy: policy(allow("imagebuilder:StartImagePipelineExecution", pipelines)),
});
const startOf = (name: string) => arn("imagebuilder", `image-pipeline/${name}`);
const refTo = (attribute: string, id: string): string => `\${${attribute.replace(".", `.@_${id}.`)}}`;
/** An image with its own repository, under another name. */
const named = (id: string, more: Arguments = {}): Resources => {
  const target_repository = [{ repository_name: refTo("aws_ecr_repository.name", id), service: "ECR" }];
  return {
    [`aws_ecr_repository ${id}`]: { ...repository, name: id },
    [`aws_imagebuilder_container_recipe ${id}`]: { ...recipe, name: `prod-${id}`, target_repository },
    [`aws_imagebuilder_distribution_configuration ${id}`]: {
      name: `prod-${id}`,
      distribution: [{ region, container_distribution_configuration: target({ target_repository }) }],
    },
    [`aws_imagebuilder_image_pipeline ${id}`]: {
      ...pipeline,
      name: `prod-${id}`,
      container_recipe_arn: refTo("aws_imagebuilder_container_recipe.arn", id),
      distribution_configuration_arn: refTo("aws_imagebuilder_distribution_configuration.arn", id),
      ...more,
    },
  };
};
const withPipeline = { ...image, ...named("base"), aws_imagebuilder_image_pipeline: pipeline };
const chain = {
  ...withPipeline,
  aws_iam_role: rebuilds,
  aws_iam_role_policy: starts(startOf("prod-web")),
  aws_cloudwatch_event_rule: rule,
};
const starting = {
  rule: ref("aws_cloudwatch_event_rule.name"),
  target_id: "prod-web",
  arn: ref("aws_imagebuilder_image_pipeline.arn"),
  role_arn: ref("aws_iam_role.arn"),
};
vary("aws_cloudwatch_event_target", starting, chain, [
  {},
  {
    "another account's bus": { arn: arn("events", "event-bus/mine", other) },
    "a function": { arn: arn("lambda", "function:mine"), role_arn: null },
    "another role": { role_arn: iamArn("role/admin") },
    "another text": { input: "{}" },
    "a queue for failures": { dead_letter_config: [{ arn: arn("sqs", "mine", other) }] },
    "commands on instances": {
      arn: `arn:aws:ssm:${region}::document/AWS-RunShellScript`,
      run_command_targets: [{ key: "tag:Name", values: ["*"] }],
    },
  },
]);
routine("chain: the first", withPipeline, { ...chain, aws_cloudwatch_event_target: starting });
routine("chain: a child more", chain, {
  ...chain,
  aws_imagebuilder_image_pipeline: pipeline,
  "aws_imagebuilder_image_pipeline b": { ...pipeline, name: "prod-api" },
  aws_iam_role_policy: starts(startOf("prod-api"), startOf("prod-web")),
  aws_cloudwatch_event_target: { ...starting, arn: ref("aws_imagebuilder_image_pipeline.arn") },
});
const following = (event_pattern: object) => ({
  ...chain,
  aws_cloudwatch_event_rule: { ...rule, event_pattern: JSON.stringify(event_pattern) },
  aws_cloudwatch_event_target: starting,
});
const pushed = {
  source: ["aws.ecr"],
  "detail-type": ["ECR Image Action"],
  detail: { "action-type": ["PUSH"], result: ["SUCCESS"], "repository-name": ["base"], "image-tag": ["stable"] },
};
routine("chain: the first, after each promotion", withPipeline, following(pushed));
approval("chain: the first, after every event", withPipeline, following({ source: [{ prefix: "" }] }));
approval(
  "chain: the first, after every push",
  withPipeline,
  following({ ...pushed, detail: { ...pushed.detail, "image-tag": [{ prefix: "" }] } }),
);
approval(
  "rule: new, with the name of an existing one",
  { aws_cloudwatch_event_rule: rule },
  { aws_cloudwatch_event_rule: rule, "aws_cloudwatch_event_rule b": { ...rule, event_pattern: pattern("prod-web") } },
);
const alarming = { ...starting, target_id: "alarm", arn: arn("sns", "alarms"), role_arn: null };
approval(
  "chain: a target instead of an existing one",
  { ...chain, aws_cloudwatch_event_target: alarming },
  {
    ...chain,
    aws_cloudwatch_event_target: alarming,
    "aws_cloudwatch_event_target b": { ...starting, target_id: alarming.target_id },
  },
);
approval("chain: a child that is no longer started", { ...chain, aws_cloudwatch_event_target: starting }, chain);
approval("chain: a target in another account", chain, {
  ...chain,
  aws_cloudwatch_event_target: { ...starting, arn: arn("events", "event-bus/mine", other) },
});

// Roles: https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-service.html
const ec2: Statement = { Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: "ec2.amazonaws.com" } };
const trusts = (Principal: unknown, more: Statement = {}): Statement => ({
  Effect: "Allow",
  Action: "sts:AssumeRole",
  Principal,
  ...more,
});
const github = { Federated: iamArn("oidc-provider/token.actions.githubusercontent.com") };
const claims = (condition: Statement): Statement => ({
  ...trusts(github, { Condition: condition }),
  Action: "sts:AssumeRoleWithWebIdentity",
});
const sub = "token.actions.githubusercontent.com:sub";
const boundary = iamArn("policy/boundary");
const builder = {
  name: "prod-image-builder",
  path: "/executionServiceEC2Role/",
  description: "builds",
  assume_role_policy: policy(ec2),
  max_session_duration: 7200,
  permissions_boundary: boundary,
};
const trusting = (...statements: readonly Statement[]) => ({ assume_role_policy: policy(...statements) });
vary("aws_iam_role", builder, {}, [
  {
    "another description": { description: "builds images" },
    "shorter sessions": { max_session_duration: 3600 },
    tags: { tags: { Team: "platform" } },
    "the same trust, worded differently": trusting({
      ...ec2,
      Sid: "Ec2",
      Action: ["sts:AssumeRole"],
      Principal: { Service: ["ec2.amazonaws.com"] },
    }),
    "a narrower trust": trusting({ ...ec2, Condition: { StringEquals: { "aws:SourceAccount": account } } }),
  },
  {
    "longer sessions": { max_session_duration: 43_200 },
    "no boundary": { permissions_boundary: null },
    "another boundary": { permissions_boundary: iamArn("policy/wide") },
    "another name": { name: "prod-builder" },
    "another path": { path: "/" },
    "its own permissions": { inline_policy: [{ name: "all", policy: policy(allow("*")) }] },
    "all rights": { managed_policy_arns: ["arn:aws:iam::aws:policy/AdministratorAccess"] },
    "another account": trusting(ec2, trusts({ AWS: iamArn("root", other) })),
    "another account, by its number": trusting(ec2, trusts({ AWS: other })),
    "another account with an external id": trusting(
      ec2,
      trusts({ AWS: other }, { Condition: { StringEquals: { "sts:ExternalId": "42" } } }),
    ),
    everybody: trusting(ec2, trusts({ AWS: "*" })),
    "everyone with some ARN": trusting(
      ec2,
      trusts({ AWS: "*" }, { Condition: { StringLike: { "aws:PrincipalArn": "arn:aws:iam::*:*" } } }),
    ),
    "everybody over TLS": trusting(
      ec2,
      trusts({ AWS: "*" }, { Condition: { Bool: { "aws:SecureTransport": "true" } } }),
    ),
    "everyone from half of the internet": trusting(
      ec2,
      trusts({ AWS: "*" }, { Condition: { IpAddress: { "aws:SourceIp": ["0.0.0.0/1", "128.0.0.0/1"] } } }),
    ),
    "everybody who says so": trusting(
      ec2,
      trusts({ AWS: "*" }, { Condition: { StringEquals: { "sts:RoleSessionName": "builder" } } }),
    ),
    "everybody before a date": trusting(
      ec2,
      trusts({ AWS: "*" }, { Condition: { DateLessThan: { "aws:CurrentTime": "2099-01-01T00:00:00Z" } } }),
    ),
    "everyone with no wrong tags": trusting(
      ec2,
      trusts({ AWS: "*" }, { Condition: { "ForAllValues:StringEquals": { "aws:TagKeys": ["a"] } } }),
    ),
    "a whole organization": trusting(
      ec2,
      trusts({ AWS: "*" }, { Condition: { StringEquals: { "aws:PrincipalOrgID": "o-abcdefghij" } } }),
    ),
    "this whole account": trusting(ec2, trusts({ AWS: iamArn("root") })),
    "a role in this account": trusting(ec2, trusts({ AWS: iamArn("role/reader") })),
    "a service more": trusting(ec2, trusts({ Service: "lambda.amazonaws.com" })),
    "all of GitHub": trusting(
      ec2,
      claims({ StringEquals: { "token.actions.githubusercontent.com:aud": "sts.amazonaws.com" } }),
    ),
    "all branches of a repository": trusting(ec2, claims({ StringLike: { [sub]: "repo:me/images:*" } })),
    "a repository": trusting(ec2, claims({ StringEquals: { [sub]: "repo:me/images:environment:prod" } })),
    "any identity of a SAML provider": trusting(ec2, {
      ...trusts({ Federated: iamArn("saml-provider/corp") }),
      Action: "sts:AssumeRoleWithSAML",
    }),
    "tags of sessions": trusting({ ...ec2, Action: ["sts:AssumeRole", "sts:TagSession"] }),
    "a hidden trust": {
      assume_role_policy: `\${sensitive(${JSON.stringify(policy(trusts({ AWS: other })))})}`,
    },
    "a trust with NotPrincipal": trusting(ec2, {
      Effect: "Allow",
      Action: "sts:AssumeRole",
      NotPrincipal: { AWS: iamArn("user/x") },
    }),
    "a denial that denies nothing": trusting(ec2, { ...trusts({ AWS: other }), Effect: "allow" }),
  },
]);
const federated = (subject: string | readonly string[], operator = "StringEquals") => ({
  aws_iam_role: { name: "prod-image-pipelines-deploy", ...trusting(claims({ [operator]: { [sub]: subject } })) },
});
approval(
  "role: the whole repository instead of one environment",
  federated("repo:me/images:environment:prod"),
  federated("repo:me/images:*", "StringLike"),
);
approval(
  "role: a pull request instead of one environment",
  federated("repo:me/images:environment:prod"),
  federated("repo:me/images:pull_request"),
);
routine(
  "role: one of two identities",
  federated(["repo:me/images:environment:prod", "repo:me/images:ref:refs/heads/main"]),
  federated("repo:me/images:environment:prod"),
);
routine(
  "role: another account may no longer assume it",
  { aws_iam_role: { name: "a", ...trusting(ec2, trusts({ AWS: other })) } },
  { aws_iam_role: { name: "a", ...trusting(ec2) } },
);
routine(
  "role: a boundary",
  { aws_iam_role: { name: "a", ...trusting(ec2) } },
  { aws_iam_role: { name: "a", ...trusting(ec2), permissions_boundary: boundary } },
);
approval(
  "role: loses its external id",
  {
    aws_iam_role: {
      name: "a",
      ...trusting(trusts({ AWS: other }, { Condition: { StringEquals: { "sts:ExternalId": "42" } } })),
    },
  },
  { aws_iam_role: { name: "a", ...trusting(trusts({ AWS: other })) } },
);
approval(
  "role: a denial in its trust is removed",
  {
    aws_iam_role: {
      name: "a",
      ...trusting(trusts({ AWS: other }), { ...trusts({ AWS: iamArn("role/x", other) }), Effect: "Deny" }),
    },
  },
  { aws_iam_role: { name: "a", ...trusting(trusts({ AWS: other })) } },
);
approval("role: new, for EC2", {}, { aws_iam_role: { name: "prod-helper", ...trusting(ec2) } });
approval(
  "role: new, for another account",
  {},
  { aws_iam_role: { name: "prod-image-rebuilds", ...trusting(trusts({ AWS: other })) } },
);
approval(
  "role: new, for everyone's events",
  {},
  { aws_iam_role: { name: "prod-image-rebuilds", assume_role_policy: eventsTrust({}) } },
);
approval(
  "role: new, for another account's events",
  {},
  {
    aws_iam_role: {
      name: "prod-image-rebuilds",
      assume_role_policy: eventsTrust({ Condition: { StringEquals: { "aws:SourceAccount": other } } }),
    },
  },
);
approval(
  "role: new, without the boundary that the others have",
  { aws_iam_role: builder },
  { aws_iam_role: builder, "aws_iam_role b": rebuilds },
);
approval("role: gone", { aws_iam_role: builder }, {});
approval("role: forgotten", { aws_iam_role: builder }, {}, { forgotten: ["aws_iam_role"] });

// What roles may do: https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
const narrow = policy(
  allow(["s3:GetObject", "s3:PutObject"], ["arn:aws:s3:::builds/a/*", "arn:aws:s3:::builds/b/*"]),
  deny("s3:DeleteBucket", "*", { Sid: "Keep" }),
);
const kept = deny("s3:DeleteBucket", "*", { Sid: "Keep" });
const reads = allow("s3:GetObject", "arn:aws:s3:::builds/a/*");
const powers = (rights: Record<string, readonly Statement[]>): Record<string, Arguments> =>
  Object.fromEntries(Object.entries(rights).map(([name, list]) => [name, { policy: policy(...list) }]));
vary("aws_iam_role_policy", { name: "builds", role: "prod-image-builder", policy: narrow }, {}, [
  powers({
    "an action less": [allow("s3:GetObject", ["arn:aws:s3:::builds/a/*", "arn:aws:s3:::builds/b/*"]), kept],
    "a resource less": [allow(["s3:GetObject", "s3:PutObject"], "arn:aws:s3:::builds/a/*"), kept],
    "a narrower resource": [allow("s3:GetObject", "arn:aws:s3:::builds/a/b/*"), kept],
    "a condition more": [{ ...reads, Condition: { Bool: { "aws:SecureTransport": "true" } } }, kept],
    "a denial more": [reads, kept, deny("iam:*")],
    "a wider denial": [reads, deny("s3:Delete*")],
    nothing: [kept],
  }),
  {
    ...powers({
      everything: [allow("*"), kept],
      "everything of a service": [allow("s3:*", "*"), kept],
      "another bucket": [reads, allow("s3:GetObject", "arn:aws:s3:::payroll/*"), kept],
      "all buckets but one": [{ Effect: "Allow", Action: "s3:GetObject", NotResource: "arn:aws:s3:::builds/*" }, kept],
      "everything but IAM": [{ Effect: "Allow", NotAction: "iam:*", Resource: "*" }, kept],
      "a denial goes": [reads],
      "a denial that covers less": [reads, { ...kept, Resource: "arn:aws:s3:::builds" }],
      "a denial under a condition": [
        reads,
        { ...kept, Condition: { Bool: { "aws:MultiFactorAuthPresent": "false" } } },
      ],
      "a role passed to EC2": [
        reads,
        kept,
        allow("iam:PassRole", "*", { Condition: { StringEquals: { "iam:PassedToService": "ec2.amazonaws.com" } } }),
      ],
      "roles assumed": [reads, kept, allow("sts:AssumeRole", iamArn("role/*"))],
      "commands on all instances": [reads, kept, allow("ssm:SendCommand")],
      "sessions on all instances": [reads, kept, allow("ssm:StartSession")],
      "instances with any profile": [reads, kept, allow("ec2:RunInstances")],
      "another instance profile": [reads, kept, allow("ec2:ReplaceIamInstanceProfileAssociation")],
      "code of functions": [reads, kept, allow("lambda:UpdateFunctionCode")],
      "builds of projects": [reads, kept, allow(["codebuild:UpdateProject", "codebuild:StartBuild"])],
      "stacks with roles": [reads, kept, allow("cloudformation:CreateStack")],
      "new versions of policies": [reads, kept, allow("iam:CreatePolicyVersion")],
      "keys of users": [reads, kept, allow("iam:CreateAccessKey", iamArn("user/*"))],
      "trust of roles": [reads, kept, allow("iam:UpdateAssumeRolePolicy", iamArn("role/prod-*"))],
      secrets: [reads, kept, allow("secretsmanager:GetSecretValue")],
      parameters: [reads, kept, allow("ssm:GetParameter*")],
      "use of all keys": [reads, kept, allow("kms:Decrypt")],
      "policies of buckets": [reads, kept, allow("s3:PutBucketPolicy", "arn:aws:s3:::*")],
      "policies of repositories": [reads, kept, allow("ecr:SetRepositoryPolicy")],
      "shares of snapshots": [reads, kept, allow("ec2:ModifySnapshotAttribute")],
      "an end to recordings": [reads, kept, allow("cloudtrail:StopLogging")],
      "a question mark": [reads, kept, allow("iam:Attach?olePolicy")],
      "other letters": [reads, kept, allow("IAM:*")],
      "resources that a tag opens": [reads, kept, allow("s3:GetObject", "arn:aws:s3:::$${aws:PrincipalTag/bucket}/*")],
      "permissions with a condition that is always true": [
        allow("*", "*", { Condition: { StringLike: { "aws:userid": "*" } } }),
        kept,
      ],
    }),
    "hidden permissions": { policy: `\${sensitive(${JSON.stringify(policy(reads, kept))})}` },
    "another role": { role: "admin" },
  },
]);
const conditional = allow("s3:GetObject", "*", { Condition: { StringEquals: { "aws:PrincipalTag/a": "b" } } });
approval(
  "role policy: a condition is removed",
  { aws_iam_role_policy: { name: "a", role: "b", policy: policy(conditional) } },
  {
    aws_iam_role_policy: { name: "a", role: "b", policy: policy(allow("s3:GetObject")) },
  },
);
approval(
  "role policy: a condition with a different meaning",
  { aws_iam_role_policy: { name: "a", role: "b", policy: policy(conditional) } },
  {
    aws_iam_role_policy: {
      name: "a",
      role: "b",
      policy: policy({ ...conditional, Condition: { StringNotEquals: { "aws:PrincipalTag/a": "b" } } }),
    },
  },
);
routine("role policy: goes", { aws_iam_role_policy: { name: "a", role: "b", policy: policy(reads) } }, {});
approval(
  "role policy: removed, along with its denial",
  { aws_iam_role_policy: { name: "a", role: "b", policy: narrow } },
  {},
);
approval(
  "role policy: new",
  {},
  { aws_iam_role_policy: { name: "a", role: "prod-image-builder", policy: policy(reads) } },
);
const guard = { name: "guard", role: ref("aws_iam_role.id"), policy: policy(kept) };
approval(
  "role policy: another denial, with the name of an existing one",
  { aws_iam_role: builder, aws_iam_role_policy: guard },
  {
    aws_iam_role: builder,
    aws_iam_role_policy: guard,
    "aws_iam_role_policy b": { ...guard, policy: policy(deny("iam:*")) },
  },
);
const role = { aws_iam_role: rebuilds };
for (const [name, ...pipelines] of [
  ["all pipelines", "*"],
  ["all pipelines by name", startOf("*")],
  ["pipelines in another environment", startOf("prod-web"), startOf("staging-web")],
  ["pipelines in another account", arn("imagebuilder", "image-pipeline/prod-web", other)],
  ["pipelines in another region", startOf("prod-web").replace(region, "us-east-1")],
] as const) {
  approval(
    `role policy: starts ${name}`,
    { ...role, aws_iam_role_policy: starts(startOf("prod-web")) },
    {
      ...role,
      aws_iam_role_policy: starts(...pipelines),
    },
  );
}
approval(
  "role policy: known only after the apply",
  { ...role, ...image },
  {
    ...role,
    ...image,
    aws_imagebuilder_image_pipeline: pipeline,
    aws_iam_role_policy: starts(ref("aws_imagebuilder_image_pipeline.arn")),
  },
);
const attach = (policy_arn: string) => ({ aws_iam_role_policy_attachment: { role: "prod-image-builder", policy_arn } });
approval("attached: AdministratorAccess", {}, attach("arn:aws:iam::aws:policy/AdministratorAccess"));
approval("attached: an AWS policy", {}, attach("arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore"));
approval("attached: a policy in this account", {}, attach(iamArn("policy/admin")));
approval(
  "attached: another",
  attach("arn:aws:iam::aws:policy/ReadOnlyAccess"),
  attach("arn:aws:iam::aws:policy/PowerUserAccess"),
);
approval("detached: it may have denied something", attach(iamArn("policy/guard")), {});

// The account's stack: permissions of the deploy roles.
const repositoryArn = (name: string) => arn("ecr", `repository/${name}`);
const onRepositories = (...names: readonly string[]) =>
  allow(["ecr:CreateRepository", "ecr:DeleteRepository", "ecr:PutLifecyclePolicy"], names.map(repositoryArn), {
    Sid: "Repositories",
  });
const onPipelines = allow(
  ["imagebuilder:CreateImagePipeline", "imagebuilder:UpdateImagePipeline"],
  arn("imagebuilder", "image-pipeline/prod-*"),
);
const passing = (
  roles: string,
  more: Statement = { Condition: { StringEquals: { "iam:PassedToService": "ec2.amazonaws.com" } } },
) => allow("iam:PassRole", iamArn(`role/${roles}`), more);
const passes = passing("executionServiceEC2Role/prod-image-builder");
const deploys = (...statements: readonly Statement[]) => ({ policy: policy(...statements) });
vary(
  "aws_iam_policy",
  { name: "prod-image-pipelines-deploy-1", path: "/", ...deploys(onRepositories("web"), onPipelines, passes) },
  {},
  [
    {
      "a repository more": deploys(onRepositories("api", "web"), onPipelines, passes),
      "no repository": deploys(onPipelines, passes),
      "the environment's log groups": deploys(
        onRepositories("web"),
        onPipelines,
        passes,
        allow(["logs:CreateLogGroup", "logs:PutRetentionPolicy"], arn("logs", "log-group:/aws/imagebuilder/prod-*")),
      ),
      "the environment's rules": deploys(
        onRepositories("web"),
        onPipelines,
        passes,
        allow(["events:PutRule", "events:PutTargets"], arn("events", "rule/prod-*")),
      ),
      tags: { tags: { Team: "platform" } },
    },
    {
      "all repositories": deploys(onRepositories("*"), onPipelines, passes),
      "repositories in another account": deploys(
        { ...onRepositories("web"), Resource: [arn("ecr", "repository/web", other)] },
        onPipelines,
        passes,
      ),
      "pipelines in another environment": deploys(
        onRepositories("web"),
        { ...onPipelines, Resource: arn("imagebuilder", "image-pipeline/*") },
        passes,
      ),
      "another role passed": deploys(onRepositories("web"), onPipelines, passing("admin")),
      "passing roles with the environment's name": deploys(onRepositories("web"), onPipelines, passing("prod-*")),
      "passed to any service": deploys(
        onRepositories("web"),
        onPipelines,
        passing("executionServiceEC2Role/prod-image-builder", {}),
      ),
      "passed to another service": deploys(
        onRepositories("web"),
        onPipelines,
        passing("executionServiceEC2Role/prod-image-builder", {
          Condition: { StringEquals: { "iam:PassedToService": "lambda.amazonaws.com" } },
        }),
      ),
      "all of ECR": deploys({ ...onRepositories("web"), Action: "ecr:*" }, onPipelines, passes),
      "policies of roles": deploys(
        onRepositories("web"),
        onPipelines,
        passes,
        allow("iam:AttachRolePolicy", iamArn("role/executionServiceEC2Role/prod-image-builder")),
      ),
      users: deploys(onRepositories("web"), onPipelines, passes, allow("iam:CreateUser", iamArn("user/prod-x"))),
      "boundaries of roles": deploys(
        onRepositories("web"),
        onPipelines,
        passes,
        allow("iam:DeleteRolePermissionsBoundary", iamArn("role/prod-image-rebuilds")),
      ),
      "other environments' states": deploys(
        onRepositories("web"),
        onPipelines,
        passes,
        allow("s3:GetObject", "arn:aws:s3:::terraform-state/*"),
      ),
      "another name": { name: "prod-image-pipelines-deploy-2" },
      "what nobody sees": { policy: `\${sensitive(${JSON.stringify(policy(onPipelines, passes))})}` },
    },
  ],
);
approval("policy: gone", { aws_iam_policy: { name: "guard", policy: policy(deny("s3:*")) } }, {});
approval(
  "policy: new, everything",
  {},
  { aws_iam_policy: { name: "prod-image-pipelines-deploy-9", policy: policy(allow("*")) } },
);
vary("aws_iam_instance_profile", { name: "prod-image-builder", role: "prod-image-builder" }, {}, [
  { tags: { tags: { Team: "platform" } } },
  { "another role": { role: "admin" }, "another name": { name: "prod-builder" } },
]);
approval("instance profile: gone", { aws_iam_instance_profile: { name: "a", role: "b" } }, {});
const oidc = { url: "https://token.actions.githubusercontent.com", client_id_list: ["sts.amazonaws.com"] };
vary("aws_iam_openid_connect_provider", oidc, {}, [
  { tags: { tags: { Team: "platform" } } },
  {
    "another audience": { client_id_list: ["sts.amazonaws.com", "anything"] },
    "another address": { url: "https://example.com" },
  },
]);
approval("identity provider: new", {}, { aws_iam_openid_connect_provider: { ...oidc, url: "https://example.com" } });
approval("identity provider: gone", { aws_iam_openid_connect_provider: oidc }, {});

// Buckets: https://docs.aws.amazon.com/AmazonS3/latest/userguide/security-best-practices.html
const bucket = { aws_s3_bucket: { bucket: "prod-logs" } };
const inBucket = { bucket: ref("aws_s3_bucket.id") };
vary("aws_s3_bucket", { bucket: "prod-logs", force_destroy: false }, {}, [
  { tags: { tags: { Team: "platform" } } },
  {
    "a destroy empties it": { force_destroy: true },
    "another name": { bucket: "prod-logs-2" },
    "a lock": { object_lock_enabled: true },
  },
]);
routine("bucket: a destroy is refused", { aws_s3_bucket: { bucket: "prod-logs", force_destroy: true } }, bucket);
approval("bucket: new", {}, bucket);
approval("bucket: gone", bucket, {});
approval("bucket: forgotten", bucket, {}, { forgotten: ["aws_s3_bucket"] });
const expires = (days: number | string, old = days, more: Arguments = {}) => ({
  rule: [
    {
      id: "expire",
      status: "Enabled",
      filter: [{ prefix: "" }],
      expiration: [{ days }],
      noncurrent_version_expiration: [{ noncurrent_days: old }],
      abort_incomplete_multipart_upload: [{ days_after_initiation: 7 }],
      ...more,
    },
  ],
});
const secondRule = { id: "b", status: "Enabled", filter: [{ prefix: "b/" }], expiration: [{ days: 400 }] };
vary("aws_s3_bucket_lifecycle_configuration", { ...inBucket, ...expires(90) }, bucket, [
  { "kept for longer": expires(365), "older versions kept for longer": expires(90, 365) },
  {
    "kept for a shorter time": expires(30, 90),
    "older versions kept for a shorter time": expires(90, 30),
    "another place": expires(90, 90, { filter: [{ prefix: "a/" }] }),
    "a rule more": { rule: [...expires(90).rule, secondRule] },
    "to an archive": expires(90, 90, { transition: [{ days: 30, storage_class: "DEEP_ARCHIVE" }] }),
    "only the newest old version": expires(90, 90, {
      noncurrent_version_expiration: [{ noncurrent_days: 90, newer_noncurrent_versions: 1 }],
    }),
    "at a date": expires(90, 90, { expiration: [{ date: "2026-12-31T00:00:00Z" }] }),
    "hidden days": expires("${sensitive(365)}", 90),
  },
]);
routine("expiry: never", { ...bucket, aws_s3_bucket_lifecycle_configuration: { ...inBucket, ...expires(90) } }, bucket);
approval("expiry: for an existing bucket", bucket, {
  ...bucket,
  aws_s3_bucket_lifecycle_configuration: { ...inBucket, ...expires(90) },
});
approval(
  "expiry: a rule that was disabled",
  {
    ...bucket,
    aws_s3_bucket_lifecycle_configuration: { ...inBucket, ...expires(90, 90, { status: "Disabled" }) },
  },
  { ...bucket, aws_s3_bucket_lifecycle_configuration: { ...inBucket, ...expires(90) } },
);
const plain = { Bool: { "aws:SecureTransport": "false" } };
const tls = deny("s3:*", ["arn:aws:s3:::prod-logs", "arn:aws:s3:::prod-logs/*"], {
  Sid: "DenyPlainHttp",
  Principal: "*",
  Condition: plain,
});
const access = (Principal: unknown, more: Statement = {}) =>
  allow("s3:GetObject", "arn:aws:s3:::prod-logs/*", { Principal, ...more });
vary("aws_s3_bucket_policy", { ...inBucket, policy: policy(tls) }, bucket, [
  powers({
    "the same, worded differently": [
      { ...tls, Sid: "Tls", Principal: { AWS: "*" }, Resource: ["arn:aws:s3:::prod-logs/*", "arn:aws:s3:::prod-logs"] },
    ],
  }),
  powers({
    "reads over TLS alone": [{ ...tls, Action: "s3:GetObject" }],
    "TLS for one role": [{ ...tls, Principal: { AWS: iamArn("role/x") } }],
    "TLS for no object": [{ ...tls, Resource: "arn:aws:s3:::prod-logs" }],
    "TLS from one address": [{ ...tls, Condition: { ...plain, IpAddress: { "aws:SourceIp": "192.0.2.0/24" } } }],
    "TLS except for one account": [
      { ...tls, Condition: { ...plain, StringNotEquals: { "aws:PrincipalAccount": other } } },
    ],
    "everybody reads": [tls, access("*")],
    "everyone reads with the right referer": [
      tls,
      access("*", { Condition: { StringLike: { "aws:Referer": "https://example.com/*" } } }),
    ],
    "everyone on one network reads": [
      tls,
      access("*", { Condition: { IpAddress: { "aws:SourceIp": "192.0.2.0/24" } } }),
    ],
    "another account reads": [tls, access({ AWS: iamArn("root", other) })],
    "another account's logs": [
      tls,
      allow("s3:PutObject", "arn:aws:s3:::prod-logs/*", { Principal: { Service: "logging.s3.amazonaws.com" } }),
    ],
    "nobody but one": [
      tls,
      deny("s3:*", ["arn:aws:s3:::prod-logs", "arn:aws:s3:::prod-logs/*"], {
        Principal: "*",
        Condition: { StringNotEquals: { "aws:PrincipalAccount": other } },
      }),
    ],
  }),
]);
approval(
  "bucket policy: TLS only goes",
  { ...bucket, aws_s3_bucket_policy: { ...inBucket, policy: policy(tls) } },
  bucket,
);
const block = {
  block_public_acls: true,
  block_public_policy: true,
  ignore_public_acls: true,
  restrict_public_buckets: true,
};
vary("aws_s3_bucket_public_access_block", { ...inBucket, ...block }, bucket, [
  {},
  {
    "public policies": { block_public_policy: false },
    "public ACLs": { block_public_acls: false, ignore_public_acls: false },
    "no setting for public buckets": { restrict_public_buckets: null },
  },
]);
routine(
  "public access: fully blocked",
  { ...bucket, aws_s3_bucket_public_access_block: { ...inBucket, ...block, block_public_policy: false } },
  {
    ...bucket,
    aws_s3_bucket_public_access_block: { ...inBucket, ...block },
  },
);
approval(
  "public access: the block is removed",
  { ...bucket, aws_s3_bucket_public_access_block: { ...inBucket, ...block } },
  bucket,
);
const owned = (object_ownership: string) => ({
  ...bucket,
  aws_s3_bucket_ownership_controls: { ...inBucket, rule: [{ object_ownership }] },
});
approval("ownership: ACLs count again", owned("BucketOwnerEnforced"), owned("ObjectWriter"));
approval("ownership: the control is removed", owned("BucketOwnerEnforced"), bucket);
routine("ownership: ACLs are no longer used", owned("BucketOwnerPreferred"), owned("BucketOwnerEnforced"));
const encrypted = (sse_algorithm: string, kms_master_key_id?: string) => ({
  ...bucket,
  aws_s3_bucket_server_side_encryption_configuration: {
    ...inBucket,
    rule: [
      { apply_server_side_encryption_by_default: [{ sse_algorithm, ...(kms_master_key_id && { kms_master_key_id }) }] },
    ],
  },
});
approval("encryption: S3's key instead of your own", encrypted("aws:kms", key), encrypted("AES256"));
approval("encryption: another account's key", encrypted("aws:kms", key), encrypted("aws:kms", foreignKey));
approval("encryption: AWS's key instead of your own", encrypted("aws:kms", key), encrypted("aws:kms"));
approval("encryption: a different key in this account", encrypted("aws:kms", key), encrypted("aws:kms", otherKey));
approval("encryption: once instead of twice", encrypted("aws:kms:dsse", key), encrypted("aws:kms", key));
approval("encryption: goes", encrypted("aws:kms", key), bucket);
routine("encryption: twice instead of once", encrypted("aws:kms", key), encrypted("aws:kms:dsse", key));
routine("encryption: a key in this account instead of S3's", encrypted("AES256"), encrypted("aws:kms", key));
const versioned = (status: string) => ({
  ...bucket,
  aws_s3_bucket_versioning: { ...inBucket, versioning_configuration: [{ status }] },
});
approval("versioning: suspended", versioned("Enabled"), versioned("Suspended"));
approval("versioning: goes", versioned("Enabled"), bucket);
routine("versioning: on", versioned("Suspended"), versioned("Enabled"));

// Topics: https://docs.aws.amazon.com/sns/latest/dg/sns-security-best-practices.html
const topicArn = arn("sns", "prod-image-builds");
vary("aws_sns_topic", { name: "prod-image-builds", kms_master_key_id: key }, {}, [
  { tags: { tags: { Team: "platform" } } },
  {
    "no key": { kms_master_key_id: null },
    "another key": { kms_master_key_id: foreignKey },
    "everybody publishes": { policy: policy(allow("sns:Publish", topicArn, { Principal: "*" })) },
    "a trace": { tracing_config: "Active" },
  },
]);
approval("topic: new", {}, { aws_sns_topic: { name: "prod-image-builds" } });
approval("topic: gone", { aws_sns_topic: { name: "prod-image-builds" } }, {});
const publishes = (...rules: readonly string[]) =>
  allow("sns:Publish", topicArn, {
    Principal: { Service: "events.amazonaws.com" },
    ...(rules.length > 0 && {
      Condition: { ArnEquals: { "aws:SourceArn": rules.map((name) => arn("events", `rule/${name}`)) } },
    }),
  });
vary("aws_sns_topic_policy", { arn: topicArn, policy: policy(publishes("prod-image-builds", "prod-pipelines")) }, {}, [
  powers({ "a rule less": [publishes("prod-image-builds")] }),
  powers({
    "all rules for everyone": [publishes()],
    "another account's rule": [
      { ...publishes("x"), Condition: { ArnEquals: { "aws:SourceArn": arn("events", "rule/x", other) } } },
    ],
    "another account subscribes": [
      publishes("prod-image-builds"),
      allow("sns:Subscribe", topicArn, { Principal: { AWS: one } }),
    ],
  }),
]);
approval(
  "subscription: a mail more",
  {},
  { aws_sns_topic_subscription: { topic_arn: topicArn, protocol: "email", endpoint: "a@example.com" } },
);
approval(
  "subscription: an address on the internet",
  {},
  { aws_sns_topic_subscription: { topic_arn: topicArn, protocol: "https", endpoint: "https://example.com" } },
);
approval(
  "subscription: no one is notified anymore",
  { aws_sns_topic_subscription: { topic_arn: topicArn, protocol: "email", endpoint: "a@example.com" } },
  {},
);

// Types of resources that this project does not create.
for (const [type, args] of Object.entries<Arguments>({
  aws_iam_access_key: { user: "ci" },
  aws_iam_user: { name: "ci" },
  aws_iam_user_policy: { name: "a", user: "ci", policy: policy(reads) },
  aws_lambda_permission: { action: "lambda:InvokeFunction", function_name: "a", principal: "events.amazonaws.com" },
  aws_kms_grant: { key_id: key, grantee_principal: iamArn("root", other), operations: ["Decrypt"] },
  aws_vpc_security_group_ingress_rule: {
    security_group_id: "sg-1",
    ip_protocol: "tcp",
    from_port: 22,
    to_port: 22,
    cidr_ipv4: "10.0.0.0/8",
  },
  aws_ram_principal_association: { principal: other, resource_share_arn: arn("ram", "resource-share/1") },
  aws_s3_bucket_website_configuration: { bucket: "prod-logs", index_document: [{ suffix: "index.html" }] },
  aws_s3_bucket_acl: { bucket: "prod-logs", acl: "public-read" },
  aws_s3_bucket_logging: { bucket: "prod-logs", target_bucket: "anybody", target_prefix: "" },
  aws_cloudwatch_log_subscription_filter: {
    name: "a",
    log_group_name: "b",
    filter_pattern: "",
    destination_arn: arn("logs", "destination:a", other),
  },
  aws_imagebuilder_lifecycle_policy: {
    name: "prod",
    execution_role: iamArn("role/x"),
    resource_type: "CONTAINER_IMAGE",
    policy_detail: [{ action: [{ type: "DELETE" }], filter: [{ type: "COUNT", value: 1 }] }],
    resource_selection: [{ tag_map: { a: "b" } }],
  },
  terraform_data: { input: "a", provisioner: [{ "local-exec": { command: "true" } }] },
})) {
  approval(`another type: ${type}`, {}, { [type]: args });
}
for (const [type, args, change] of [
  ["aws_cloudtrail", { name: "all", s3_bucket_name: "trail", enable_logging: true }, { enable_logging: false }],
  ["aws_kms_key", { description: "a", enable_key_rotation: true }, { enable_key_rotation: false }],
  ["aws_guardduty_detector", { enable: true }, { enable: false }],
] as const) {
  approval(`another type: ${type} changes`, { [type]: args }, { [type]: { ...args, ...change } });
}
approval(
  "another type: a leftover key is removed",
  { aws_kms_key: { description: "a" } },
  { aws_kms_key: { description: "a" } },
  { deposed: ["aws_kms_key"] },
);
approval(
  "component: a leftover goes",
  { aws_imagebuilder_component: component },
  { aws_imagebuilder_component: component },
  { deposed: ["aws_imagebuilder_component"] },
);

// The provider: https://registry.terraform.io/providers/hashicorp/aws/latest/docs
const tagged = [
  { aws_cloudwatch_log_group: logs },
  { aws_cloudwatch_log_group: { ...logs, tags: { Team: "platform" } } },
] as const;
const provider = { region, allowed_account_ids: [account] };
approval("provider: an account more", ...tagged, { provider: { ...provider, allowed_account_ids: [account, other] } });
approval("provider: any account", ...tagged, { provider: { region } });
routine("provider: default tags", ...tagged, { provider: { ...provider, default_tags: [{ tags: { Cost: "1" } }] } });

// Loops: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rules-best-practices.html
/** A rule with this pattern, and a target that starts the pipeline of a named image. */
const follows = (id: string, event_pattern: string, started = id): Resources => ({
  [`aws_cloudwatch_event_rule ${id}`]: { ...rule, name: `prod-${id}-parent`, event_pattern },
  [`aws_cloudwatch_event_target ${id}`]: {
    rule: refTo("aws_cloudwatch_event_rule.name", id),
    target_id: `prod-${id}`,
    arn: refTo("aws_imagebuilder_image_pipeline.arn", started),
    role_arn: ref("aws_iam_role.arn"),
  },
});
const pushes = (repository: string) =>
  JSON.stringify({ ...pushed, detail: { ...pushed.detail, "repository-name": [repository] } });
const family = { ...chain, ...named("api"), ...named("leaf") };
const scanned = {
  image_scanning_configuration: [
    {
      image_scanning_enabled: true,
      ecr_configuration: [{ repository_name: refTo("aws_ecr_repository.name", "base") }],
    },
  ],
};
const line = { ...family, ...follows("api", pattern("prod-base")), ...follows("leaf", pattern("prod-api")) };
routine("chain: a grandchild", family, line);
routine("chain: a grandchild, on pushes", family, { ...line, ...follows("leaf", pushes("api")) });
approval("loop: an image's own builds", family, { ...family, ...follows("api", pattern("prod-api")) });
approval("loop: an image's own pushes", family, { ...family, ...follows("api", pushes("api")) });
approval(
  "loop: an image's own scans",
  { ...family, ...named("api", scanned) },
  {
    ...family,
    ...named("api", scanned),
    ...follows("api", pushes("base")),
  },
);
approval("loop: two new rules", family, {
  ...family,
  ...follows("api", pattern("prod-leaf")),
  ...follows("leaf", pattern("prod-api")),
});
approval("loop: three images, through rules that exist", line, { ...line, ...follows("base", pattern("prod-leaf")) });
approval("loop: three images, through builds and pushes", line, { ...line, ...follows("base", pushes("leaf")) });
approval("loop: a pipeline that now builds its parent", line, {
  ...line,
  ...named("api", { container_recipe_arn: refTo("aws_imagebuilder_container_recipe.arn", "base") }),
});
approval(
  "loop: a pipeline that now pushes to its parent's repository",
  { ...line, ...follows("api", pushes("base")) },
  {
    ...line,
    ...follows("api", pushes("base")),
    ...named("api", {
      distribution_configuration_arn: refTo("aws_imagebuilder_distribution_configuration.arn", "base"),
    }),
  },
);
approval("chain: on an image that no pipeline here builds", family, {
  ...family,
  ...follows("api", pattern("dev-base")),
});
approval("chain: on a repository that no pipeline here pushes to", family, {
  ...family,
  ...follows("api", pushes("payments")),
});
const looping = { ...family, ...follows("api", pattern("prod-api")) };
routine("loop: exists already, and another child comes", looping, {
  ...looping,
  ...follows("leaf", pattern("prod-base")),
});

approval("loop: two new rules of the same name, of which the last one counts", family, {
  ...family,
  ...follows("api", pattern("prod-base")),
  "aws_cloudwatch_event_rule twin": { ...rule, name: "prod-api-parent", event_pattern: pattern("prod-leaf") },
});
approval("chain: two new targets with the same rule and id", line, {
  ...line,
  ...follows("base", pattern("prod-web")),
  "aws_cloudwatch_event_target twin": {
    ...follows("base", "", "leaf")["aws_cloudwatch_event_target base"],
  },
});
approval("pipeline: no schedule, and a target that starts it is not created", family, {
  ...family,
  ...named("api", { schedule: null }),
  ...follows("api", pattern("prod-base")),
  "aws_cloudwatch_event_target api": { ...follows("api", "")["aws_cloudwatch_event_target api"], count: 0 },
});
routine("pipeline: no schedule, because a new target starts it", family, {
  ...family,
  ...named("api", { schedule: null }),
  ...follows("api", pattern("prod-base")),
});

// Changes that a reader may take for everyday ones.
approval(
  "recipe: volumes that every build leaves behind",
  { ...web, aws_imagebuilder_container_recipe: { ...recipe, ...newest } },
  {
    ...web,
    aws_imagebuilder_container_recipe: {
      ...recipe,
      ...newest,
      ...next,
      instance_configuration: volume({ volume_size: 20, encrypted: true, delete_on_termination: false }),
    },
  },
);
const deployer = { name: "prod-image-pipelines-deploy", ...deploys(onPipelines) };
approval(
  "policy: nothing may be deployed from now on",
  { aws_iam_policy: deployer },
  { aws_iam_policy: { ...deployer, ...deploys(onPipelines, deny("*")) } },
);
approval("role: new, with a managed policy", withPipeline, {
  ...withPipeline,
  aws_iam_role: { ...rebuilds, managed_policy_arns: ["arn:aws:iam::aws:policy/AdministratorAccess"] },
});
approval("role: new, with a policy of its own", withPipeline, {
  ...withPipeline,
  aws_iam_role: { ...rebuilds, inline_policy: [{ name: "all", policy: policy(allow("*")) }] },
});
approval("rule: new, with a schedule", family, {
  ...family,
  ...follows("api", pattern("prod-base")),
  "aws_cloudwatch_event_rule api": {
    ...follows("api", pattern("prod-base"))["aws_cloudwatch_event_rule api"],
    schedule_expression: "rate(1 minute)",
  },
});
approval("pipeline: new, with another account's workflow", image, {
  ...image,
  aws_imagebuilder_image_pipeline: {
    ...pipeline,
    ...runner,
    workflow: [{ workflow_arn: arn("imagebuilder", "workflow/test/x/1.0.0", other), on_failure: "CONTINUE" }],
  },
});
approval(
  "distribution: new, with a launch template",
  { aws_ecr_repository: repository },
  {
    aws_ecr_repository: repository,
    aws_imagebuilder_distribution_configuration: {
      ...distribution,
      distribution: [
        {
          ...distribution.distribution[0],
          launch_template_configuration: [{ launch_template_id: "lt-0123456789abcdef0", account_id: other }],
        },
      ],
    },
  },
);
const twice = (text: string, member: string, first: string): string =>
  text.replace(`${member}":`, `${member}":${JSON.stringify(first)},"${member}":`);
routine("rule: new, with a pattern that names its source twice, because the provider sends only the last", family, {
  ...family,
  ...follows("api", twice(pattern("prod-base"), "source", "aws.s3")),
});

export { cases, provider };
