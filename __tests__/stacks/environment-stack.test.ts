import { findingsOf } from "../../constructs/attach";
import type { EnvironmentSettings } from "../../stacks/environment/environment-settings";
import type { Versions } from "@pipelines/version-lock/versions";
import { firstVersions, SynthesizedStack, TestEnvironment, testApp, testImage } from "@pipelines/testing/stack";

function synthesize(settings: Partial<EnvironmentSettings> = {}): SynthesizedStack {
  return new SynthesizedStack(new TestEnvironment(testApp(), settings));
}

/** The resources in an environment without images. */
const shared = {
  aws_s3_bucket: 1,
  aws_s3_bucket_lifecycle_configuration: 1,
  aws_s3_bucket_ownership_controls: 1,
  aws_s3_bucket_policy: 1,
  aws_s3_bucket_public_access_block: 1,
  aws_s3_bucket_server_side_encryption_configuration: 1,
  aws_s3_bucket_versioning: 1,
  aws_iam_role: 1,
  aws_iam_role_policy: 1,
  aws_iam_role_policy_attachment: 2,
  aws_iam_instance_profile: 1,
  aws_imagebuilder_infrastructure_configuration: 1,
};

const ofImages = (images: number, repositories = images): Record<string, number> => ({
  ...shared,
  aws_ecr_repository: repositories,
  aws_ecr_lifecycle_policy: repositories,
  aws_imagebuilder_component: images,
  aws_imagebuilder_container_recipe: images,
  aws_imagebuilder_distribution_configuration: images,
  aws_imagebuilder_image_pipeline: images,
  aws_cloudwatch_log_group: 2 * images,
  aws_imagebuilder_image: images,
});

describe("An environment's stack", () => {
  const stack = synthesize();

  it("has a provider that refuses any other account, and tags everything", () => {
    expect(stack.json.provider).toEqual({
      aws: [
        {
          region: "eu-west-1",
          allowed_account_ids: ["123456789012"],
          default_tags: [{ tags: { Environment: "test", Project: "container-image-pipelines", ManagedBy: "cdktf" } }],
        },
      ],
    });
  });

  it("puts the environment's tags, escaped, on everything including running instances; they override the project's tags", () => {
    const tagged = synthesize({ tags: { Team: "${platform}", Project: "theirs" } });
    const tags = { Environment: "test", Project: "theirs", ManagedBy: "cdktf", Team: "$${platform}" };
    expect(tagged.json.provider.aws[0]?.default_tags).toEqual([{ tags }]);
    expect(tagged.resource("aws_imagebuilder_infrastructure_configuration").resource_tags).toEqual(tags);
  });

  it("requires Terraform with native S3 locking, and a version range of the provider", () => {
    expect(stack.json.terraform.required_version).toBe(">= 1.10");
    expect(stack.json.terraform.required_providers).toEqual({
      aws: { source: "hashicorp/aws", version: ">= 5.100.0, < 6.23.0" },
    });
  });

  it("requests nothing from AWS during a plan: it has no data sources, and only the AWS provider", () => {
    expect(stack.json).not.toHaveProperty("data");
    expect(Object.keys(stack.json.provider)).toEqual(["aws"]);
    expect(Object.keys(stack.json.resource).every((type) => type.startsWith("aws_"))).toBe(true);
    expect(stack.text).not.toMatch(/local-exec|remote-exec|"provisioner"/);
  });

  it("has three variables, each with a type, a description, a default and validations", () => {
    const { variable = {} } = stack.json;
    expect(
      Object.entries(variable).map(([name, { type, default: value, validation }]) => [
        name,
        type,
        value,
        (validation as unknown[]).length,
      ]),
    ).toEqual([
      ["instance_types", "list(string)", ["t2.micro"], 2],
      ["security_group_ids", "list(string)", [], 1],
      ["subnet_id", "string", null, 2],
    ]);
    for (const { description } of Object.values(variable)) expect(String(description)).toMatch(/^[A-Z].{30,}\.$/);
  });

  it("has the network settings as the variables' defaults", () => {
    const { variable = {} } = synthesize({
      subnetId: "subnet-0123456789abcdef0",
      securityGroupIds: ["sg-0123456789abcdef0"],
      instanceTypes: ["m5.large", "m5.xlarge"],
    }).json;
    expect(Object.entries(variable).map(([name, settings]) => [name, settings.default])).toEqual([
      ["instance_types", ["m5.large", "m5.xlarge"]],
      ["security_group_ids", ["sg-0123456789abcdef0"]],
      ["subnet_id", "subnet-0123456789abcdef0"],
    ]);
  });

  it("keeps a hundred builds of each image, or as many as the environment or the image sets, plus its tags and channels", () => {
    const kept = (settings: Partial<EnvironmentSettings>): string[] => {
      const { policy } = synthesize(settings).resource("aws_ecr_lifecycle_policy");
      return (JSON.parse(String(policy)) as { rules: { description: string }[] }).rules.map((rule) => rule.description);
    };
    const untagged = "Expire untagged images after 30 days";
    const attached = "Keep signatures, attestations and SBOMs";
    expect(kept({})).toEqual([
      "Keep latest",
      attached,
      untagged,
      "Keep the newest 100 builds",
      "Keep other images among the newest 100",
    ]);
    expect(kept({ keep: { days: 90 } }).slice(-2)).toEqual([
      "Expire builds after 90 days",
      "Expire other images after 90 days",
    ]);
    const image = testImage({ keep: { builds: 5 }, channels: ["stable"] });
    expect(kept({ keep: { days: 90 }, images: [image] })).toEqual([
      "Keep latest",
      "Keep stable",
      "Keep stable.*",
      "Keep revoked.*",
      attached,
      untagged,
      "Keep the newest 5 builds",
      "Keep other images among the newest 5",
    ]);
  });

  it("lets the image's consumers pull, or the environment's if the image has none", () => {
    const policies = (settings: Partial<EnvironmentSettings>): unknown[] =>
      synthesize(settings)
        .resources("aws_ecr_repository_policy")
        .map(({ policy }) => String(policy).match(/\d{12}|o-\w+/g));
    const images = [
      testImage({}, "api"),
      testImage({ consumers: { organizations: ["o-a1b2c3d4e5"] } }, "base"),
      testImage({ consumers: {} }, "private"),
    ];
    expect(policies({ images, consumers: { accounts: ["444455556666"] } })).toEqual([
      ["444455556666"],
      ["o-a1b2c3d4e5"],
    ]);
    expect(policies({ images })).toEqual([["o-a1b2c3d4e5"]]);
  });

  it("scans an image on push only, with Image Builder as well, or not at all, depending on the image's or environment's setting", () => {
    const images = [testImage({}, "api"), testImage({ scan: "enhanced" }, "base"), testImage({ scan: false }, "job")];
    const scanned = synthesize({ images });
    const onPush = scanned
      .resources("aws_ecr_repository")
      .map(({ name, image_scanning_configuration: scan }) => [name, scan]);
    expect(Object.fromEntries(onPush)).toEqual({
      api: { scan_on_push: true },
      base: { scan_on_push: true },
      job: { scan_on_push: false },
      "test/image-scans": { scan_on_push: true },
    });
    const [scans = ""] = scanned.addresses("aws_ecr_repository").filter((address) => address.includes(".scans_"));
    const off = expect.objectContaining({ image_scanning_enabled: false }) as unknown;
    for (const [type, job] of [
      ["aws_imagebuilder_image_pipeline", off],
      ["aws_imagebuilder_image", undefined],
    ] as const) {
      expect(scanned.resources(type).map(({ image_scanning_configuration: scan }) => scan)).toEqual([
        undefined,
        {
          image_scanning_enabled: true,
          ecr_configuration: { repository_name: `\${${scans}.name}`, container_tags: ["base"] },
        },
        job,
      ]);
    }
    expect(synthesize({ scan: "basic" }).resource("aws_imagebuilder_image_pipeline")).toMatchObject({
      image_scanning_configuration: off,
    });
    const count = (settings: Partial<EnvironmentSettings>) => synthesize(settings).counts().aws_ecr_repository;
    expect([count({ scan: "enhanced" }), count({ scan: false }), count({})]).toEqual([2, 1, 1]);
  });

  it("gives a scanned recipe its own version, because AWS rebuilds an image if its scan setting changes", () => {
    const parts = (settings: Partial<EnvironmentSettings>): string[] => {
      const found: string[] = [];
      const versionOf: Versions["versionOf"] = ({ kind, content }) => {
        if (kind === "recipe") found.push(...content.map(({ part }) => part));
        return "1.0.0";
      };
      new TestEnvironment(testApp(), settings, { ...firstVersions, versionOf });
      return found;
    };
    const without = parts({});
    expect(parts({ scan: false })).toEqual(without);
    expect(parts({ scan: "enhanced" })).toEqual([...without, "scan"]);
  });

  it("leaves the registry's own scan settings unchanged unless asked to", () => {
    const type = "aws_ecr_registry_scanning_configuration";
    expect(synthesize({ scan: "enhanced" }).resources(type)).toEqual([]);
    const rule = (scan_frequency: string) => [
      { scan_frequency, repository_filter: [{ filter: "*", filter_type: "WILDCARD" }] },
    ];
    expect(synthesize({ registryScan: "enhanced" }).resource(type)).toEqual({
      scan_type: "ENHANCED",
      rule: rule("CONTINUOUS_SCAN"),
    });
    expect(synthesize({ registryScan: "basic" }).resource(type)).toEqual({
      scan_type: "BASIC",
      rule: rule("SCAN_ON_PUSH"),
    });
  });

  it("lets builds read what their images reference in S3, and sets the boundary on every role that it creates", () => {
    const image = testImage({ dockerfile: "s3://templates/web/Dockerfile" });
    const permissionsBoundary = "arn:aws:iam::123456789012:policy/boundary";
    const eventBus = "arn:aws:events:eu-west-1:444455556666:event-bus/central";
    const bounded = synthesize({ images: [image], permissionsBoundary, notifications: { eventBus } });
    expect(bounded.resources("aws_iam_role").map((role) => role.permissions_boundary)).toEqual([
      permissionsBoundary,
      permissionsBoundary,
    ]);
    const policies = bounded
      .resources("aws_iam_role_policy")
      .map(({ name, policy }) => [name, String(policy)] as const);
    expect(new Map(policies).get("read-sources")).toContain("arn:aws:s3:::templates/web/Dockerfile");
  });

  it("is the same if all optional settings are explicitly off", () => {
    const off = {
      consumers: { accounts: [], organizations: [], organizationalUnits: [], lambda: false },
      buildPermissions: { managedPolicies: [], statements: [] },
      workflowPermissions: { managedPolicies: [], statements: [] },
      notifications: { emails: [], states: ["FAILED"], disabledPipelines: true },
    } as const;
    expect(synthesize(off).text).toBe(stack.text);
  });

  it("has the outputs that you need after a deploy", () => {
    const pipeline = stack.ref("aws_imagebuilder_image_pipeline", "arn");
    const recipe = stack.ref("aws_imagebuilder_container_recipe", "arn");
    const repository = stack.ref("aws_ecr_repository", "repository_url");
    const [buildLogs = "", pipelineLogs = ""] = stack.addresses("aws_cloudwatch_log_group");
    expect(stack.json.output).toEqual({
      repository_urls: { description: "ECR repository, by image", value: { web: repository } },
      parent_images: { description: "Image that it is built on, by image", value: { web: "amazonlinux:latest" } },
      child_images: { description: "Images that are built on it, by image", value: { web: [] } },
      image_uris: {
        description: "URI to pull, once a build has succeeded, by image",
        value: { web: `${repository}:latest` },
      },
      pipeline_arns: { description: "ARN of the image pipeline, by image", value: { web: pipeline } },
      recipe_arns: { description: "ARN of the container recipe, by image", value: { web: recipe } },
      recipe_versions: { description: "Version of the container recipe, by image", value: { web: "1.0.0" } },
      log_groups: {
        description: "CloudWatch log group of the builds, by image",
        value: { web: `\${${buildLogs}.name}` },
      },
      pipeline_log_groups: {
        description: "CloudWatch log group of the image pipeline, by image",
        value: { web: `\${${pipelineLogs}.name}` },
      },
      console_links: {
        description: "Page of the image pipeline in the AWS console, by image",
        value: {
          web: `https://eu-west-1.console.aws.amazon.com/imagebuilder/home?region=eu-west-1#/pipelines/${pipeline}`,
        },
      },
      start_build_commands: {
        description: "Command of the AWS CLI that starts a build by hand, by image",
        value: {
          web: `aws imagebuilder start-image-pipeline-execution --region eu-west-1 --image-pipeline-arn ${pipeline}`,
        },
      },
      log_bucket: {
        description: "Bucket of the build logs, under the prefix imagebuilder-test/",
        value: "test-image-builder-logs-123456789012-eu-west-1",
      },
    });
  });

  it.each([
    ["cn-north-1", "https://cn-north-1.console.amazonaws.cn/", "arn:aws-cn:"],
    ["us-gov-west-1", "https://us-gov-west-1.console.amazonaws-us-gov.com/", "arn:aws-us-gov:"],
  ])("stays in its partition: %s", (region, console, arn) => {
    const elsewhere = synthesize({ region });
    const { web } = elsewhere.json.output?.console_links?.value as Record<string, string>;
    expect(web?.startsWith(console)).toBe(true);
    expect(new Set(elsewhere.text.match(/arn:[a-z-]+:/g))).toEqual(new Set([arn]));
  });

  it("has exactly these resources, of these types", () => {
    expect(synthesize({ images: [] }).counts()).toEqual(shared);
    expect(stack.counts()).toEqual(ofImages(1));
    const { aws_imagebuilder_image: built, ...leftToPipelines } = ofImages(1);
    expect(built).toBe(1);
    expect(synthesize({ buildOnDeploy: false }).counts()).toEqual(leftToPipelines);
  });

  it("can have any number of images, each under its own name in every output", () => {
    const several = synthesize({ images: [testImage({}, "web"), testImage({}, "api"), testImage({}, "job")] });
    expect(several.counts()).toEqual(ofImages(3));
    const names = (type: string): unknown[] => several.resources(type).map(({ name }) => name);
    expect(names("aws_imagebuilder_image_pipeline").sort()).toEqual(["test-api", "test-job", "test-web"]);
    expect(names("aws_imagebuilder_component").sort()).toEqual([
      "test-api-hello-world",
      "test-job-hello-world",
      "test-web-hello-world",
    ]);
    expect(names("aws_ecr_repository").sort()).toEqual(["api", "job", "web"]);
    for (const [name, { value }] of Object.entries(several.json.output ?? {})) {
      if (name !== "log_bucket") expect([name, Object.keys(value as object)]).toEqual([name, ["api", "job", "web"]]);
    }
  });

  it("puts its prefix in front of every repository name, including the one in the recipe's content", () => {
    const hashed: unknown[] = [];
    const versions: Versions = {
      ...firstVersions,
      versionOf: ({ content }) => {
        hashed.push(...content.filter(({ part }) => part === "repository").map(({ value }) => value));
        return "1.0.0";
      },
    };
    const images = [testImage(), testImage({ repository: "team/api" }, "api")];
    const prefixed = new SynthesizedStack(
      new TestEnvironment(testApp(), { repositoryPrefix: "staging", images }, versions),
    );
    const names = prefixed.resources("aws_ecr_repository").map(({ name }) => name);
    expect(names.sort()).toEqual(["staging/team/api", "staging/web"]);
    expect(hashed).toEqual(["staging/web", "staging/team/api"]);
  });

  it("keeps an image's addresses when other images are added before it", () => {
    const addresses = (stackOf: SynthesizedStack): string[] =>
      Object.entries(stackOf.json.resource)
        .flatMap(([type, resources]) => Object.keys(resources).map((name) => `${type}.${name}`))
        .filter((address) => address.includes("web"));
    expect(addresses(synthesize({ images: [testImage({}, "api"), testImage()] }))).toEqual(addresses(stack));
  });

  it("has the image's schedule, or the environment's if the image has none", () => {
    const schedules = (settings: Partial<EnvironmentSettings>): unknown[] =>
      synthesize(settings)
        .resources("aws_imagebuilder_image_pipeline")
        .map(({ schedule }) => (schedule as { schedule_expression: string } | undefined)?.schedule_expression);
    const images = [
      testImage({ schedule: "rate(1 day)" }, "daily"),
      testImage({}, "default"),
      testImage({ schedule: null }, "hand"),
    ];
    expect(schedules({ images })).toEqual(["rate(1 day)", "cron(0 9 1 * ? *)", undefined]);
    expect(schedules({ images, schedule: "rate(7 days)" })).toEqual(["rate(1 day)", "rate(7 days)", undefined]);
    expect(schedules({ images, schedule: null })).toEqual(["rate(1 day)", undefined, undefined]);
  });

  it("waits as long as the environment sets for an image that a deploy builds", () => {
    expect(synthesize({ buildTimeoutMinutes: 25 }).resource("aws_imagebuilder_image")).toEqual(
      expect.objectContaining({ timeouts: { create: "25m" } }),
    );
  });

  it("keeps logs as long as the environment sets, in S3 and in CloudWatch", () => {
    const kept = synthesize({ logRetentionDays: 365 });
    expect(kept.resources("aws_cloudwatch_log_group").map((group) => group.retention_in_days)).toEqual([365, 365]);
    expect(kept.resource("aws_s3_bucket_lifecycle_configuration").rule).toEqual([
      expect.objectContaining({ expiration: [{ days: 365 }] }),
    ]);
  });

  it.each([true, false])("protects only resources that hold data, if asked to: %s", (deletionProtection) => {
    const { json } = synthesize({ deletionProtection });
    const guarded = Object.entries(json.resource).flatMap(([type, resources]) =>
      Object.values(resources).flatMap(({ lifecycle }) => {
        const { prevent_destroy } = (lifecycle ?? {}) as { prevent_destroy?: boolean };
        return prevent_destroy === undefined ? [] : [[type, prevent_destroy]];
      }),
    );
    expect(guarded).toEqual([
      ["aws_ecr_repository", deletionProtection],
      ["aws_s3_bucket", deletionProtection],
    ]);
  });

  it("creates components and recipes, and nothing else, before it destroys their predecessors", () => {
    const { json } = synthesize();
    const first = Object.entries(json.resource).flatMap(([type, resources]) =>
      Object.values(resources).flatMap(({ lifecycle }) =>
        (lifecycle as { create_before_destroy?: boolean } | undefined)?.create_before_destroy === true ? [type] : [],
      ),
    );
    expect(first).toEqual(["aws_imagebuilder_component", "aws_imagebuilder_container_recipe"]);
  });

  it("omits an invalid image, reports why, and still checks the others", () => {
    const app = testApp();
    const environment = new TestEnvironment(app, {
      images: [
        testImage({ dockerfile: "nowhere" }, "web"),
        testImage({ schedule: "daily" }, "api"),
        testImage({}, "job"),
      ],
    });
    expect([...environment.images.keys()]).toEqual(["job"]);
    expect(findingsOf(app).map(({ field }) => field)).toEqual(["dockerfile", "schedule"]);
  });

  it("fails as a CDKTF validation, so that mistakes stop every kind of synth", () => {
    expect(() => synthesize({ account: "1" })).toThrow("IB-ACCOUNT");
  });
});

describe("Repositories that images used before", () => {
  const versions: Versions = {
    ...firstVersions,
    formerRepositories: () => [
      { name: "gone", left: true, images: ["gone"], group: undefined },
      { name: "old", left: false, images: ["web"], group: undefined },
      { name: "web", left: true, images: ["web"], group: undefined },
    ],
  };
  const synthesized = (deletionProtection: boolean): SynthesizedStack =>
    new SynthesizedStack(new TestEnvironment(testApp(), { deletionProtection }, versions));

  it("are forgotten in a protected environment if the image was removed, and kept if the image now has another repository", () => {
    const { json, text } = synthesized(true);
    const { removed } = JSON.parse(text) as { removed: { from: string }[] };
    expect(removed.map(({ from }) => from.replace(/_[0-9A-F]{8}$/, "")).sort()).toEqual([
      "aws_ecr_lifecycle_policy.repository_gone_expiry",
      "aws_ecr_repository.repository_gone_repository",
      "aws_ecr_repository_policy.repository_gone_policy",
      "aws_ecr_repository_policy.repository_old_policy",
    ]);
    const repositories = Object.values(json.resource["aws_ecr_repository"] ?? {});
    expect(repositories.map(({ name }) => name).sort()).toEqual(["old", "web"]);
  });

  it("are not mentioned in an unprotected environment, which destroys them", () => {
    const { json, text } = synthesized(false);
    expect(text).not.toContain('"removed"');
    expect(Object.values(json.resource["aws_ecr_repository"] ?? {}).map(({ name }) => name)).toEqual(["web"]);
  });
});
