import { App } from "cdktf";
import { findingsOf } from "../../checks/attach";
import { accounts, region } from "../../stacks/accounts";
import { DevStack } from "../../stacks/dev-stack";
import { EnvironmentStack } from "../../stacks/environment-stack";
import { ProdStack } from "../../stacks/prod-stack";
import { StagingStack } from "../../stacks/staging-stack";
import { Versions } from "../../versions/versions";
import { firstVersions, StackJson, SynthesizedStack, testApp } from "../stack";

const classes: readonly (new (app: App, versions: Versions) => EnvironmentStack)[] = [
  DevStack,
  StagingStack,
  ProdStack,
];
const [dev, staging, prod] = classes.map((Environment) => new Environment(testApp(), firstVersions)) as [
  EnvironmentStack,
  EnvironmentStack,
  EnvironmentStack,
];
const json = new Map([dev, staging, prod].map((stack) => [stack, new SynthesizedStack(stack).json]));

function jsonOf(stack: EnvironmentStack): StackJson {
  const found = json.get(stack);
  if (found === undefined) throw new Error("not synthesized");
  return found;
}

/** Every value of a stack by its path, with the environment's own name and account taken out of both. */
function values(stack: EnvironmentStack): Map<string, unknown> {
  const { environment, account } = stack.settings;
  const found = new Map<string, unknown>();
  const walk = (value: unknown, path: string): void => {
    if (typeof value === "object" && value !== null && Object.keys(value).length > 0) {
      for (const [key, inner] of Object.entries(value)) walk(inner, `${path}/${key}`);
    } else {
      found.set(path, value);
    }
  };
  const text = JSON.stringify(jsonOf(stack)).replaceAll(account, "ACCOUNT");
  // But for the folder of devices, which is in every environment: /dev/null, /dev/xvda.
  const name = new RegExp(`\\b${environment}(?=\\b|_)(?!(?<=/dev)/)`, "g");
  walk(JSON.parse(text.replaceAll(name, "ENVIRONMENT")), "");
  return found;
}

/** CDKTF's id of a repository, without its hash: slashes are none, and a word that stands twice stands once. */
function idOf(repository: string): string {
  const id = repository.replaceAll("/", "--");
  return id.endsWith("repository") ? `repository_${id}` : `repository_${id}_repository`;
}

/** Paths at which two environments differ, with both values; names and accounts aside. */
function differences(a: EnvironmentStack, b: EnvironmentStack): [string, unknown, unknown][] {
  const [left, right] = [values(a), values(b)];
  return [...new Set([...left.keys(), ...right.keys()])]
    .filter((path) => JSON.stringify(left.get(path)) !== JSON.stringify(right.get(path)))
    .map((path) => [path.replaceAll(/_[0-9A-F]{8}(?=\/|$)/g, ""), left.get(path), right.get(path)]);
}

describe("The development environment", () => {
  it("builds the sample on every deploy, and can be destroyed", () => {
    expect(dev.settings).toMatchObject({
      environment: "dev",
      account: accounts.dev,
      region,
      state: { s3: {} },
      schedule: "cron(0 9 1 * ? *)",
      instanceTypes: ["t2.micro"],
      securityGroupIds: [],
      buildOnDeploy: true,
      buildTimeoutMinutes: 240,
      terminateInstanceOnFailure: true,
      logRetentionDays: 90,
      deletionProtection: false,
      tags: {},
    });
    expect(dev.settings.images.map(({ name, parentImage }) => [name, parentImage])).toContainEqual([
      "hello-world",
      "amazonlinux:latest",
    ]);
  });
});

describe("The staging environment", () => {
  it("builds the sample on its schedule alone, and can be destroyed", () => {
    expect(staging.settings).toMatchObject({
      environment: "staging",
      account: accounts.staging,
      region,
      state: { s3: {} },
      schedule: "cron(0 9 1 * ? *)",
      buildOnDeploy: false,
      terminateInstanceOnFailure: true,
      logRetentionDays: 90,
      deletionProtection: false,
      tags: {},
    });
  });
});

describe("The production environment", () => {
  it("builds the sample on its schedule, from a parent that does not move, and is protected", () => {
    expect(prod.settings).toMatchObject({
      environment: "prod",
      account: accounts.prod,
      region,
      state: { s3: {} },
      schedule: "cron(0 9 1 * ? *)",
      buildOnDeploy: false,
      terminateInstanceOnFailure: true,
      logRetentionDays: 365,
      deletionProtection: true,
      tags: {},
    });
    for (const { parentImage } of prod.settings.images) expect(parentImage).not.toMatch(/:latest$|^[^:@]+$/);
  });
});

describe("The environments", () => {
  it("have no errors", () => {
    for (const stack of [dev, staging, prod]) {
      expect(findingsOf(stack).filter(({ severity }) => severity === "error")).toEqual([]);
    }
  });

  it("are in accounts of their own, which are examples of AWS's documentation until somebody edits them", () => {
    expect(accounts).toEqual({ dev: "111122223333", staging: "444455556666", prod: "777788889999" });
    expect(region).toBe("us-east-1");
  });

  it("have states of their own", () => {
    expect([dev, staging, prod].map((stack) => jsonOf(stack).terraform.backend)).toEqual(
      (["dev", "staging", "prod"] as const).map((environment) => ({
        s3: {
          bucket: `image-builder-state-${accounts[environment]}-${region}`,
          key: `${environment}/terraform.tfstate`,
          region,
          encrypt: true,
          use_lockfile: true,
          allowed_account_ids: [accounts[environment]],
        },
      })),
    );
  });

  it("differ between dev and staging in the image that dev builds on deploy, and in nothing else", () => {
    const found = differences(dev, staging);
    expect(found.length).toBeGreaterThan(0);
    const elsewhere = found.filter(
      ([path, , inStaging]) => !path.startsWith("/resource/aws_imagebuilder_image/") || inStaging !== undefined,
    );
    expect(elsewhere).toEqual([]);
  });

  it("differ between staging and prod in protection, log retention and parent image, and in nothing else", () => {
    const bucket = "/resource/aws_s3_bucket/build_logs_bucket";
    const expiry = "/resource/aws_s3_bucket_lifecycle_configuration/build_logs_expiry/rule/0";
    const ofImages = staging.settings.images.flatMap(({ name, repository, parentImage }, index) => {
      const inProd = prod.settings.images[index]?.parentImage;
      const recipe = `/resource/aws_imagebuilder_container_recipe/image_${name}_recipe`;
      return [
        [`/resource/aws_cloudwatch_log_group/image_${name}_logs/retention_in_days`, 90, 365],
        [`/resource/aws_ecr_repository/${idOf(repository)}/lifecycle/prevent_destroy`, false, true],
        ...(parentImage === inProd ? [] : [[`${recipe}/parent_image`, parentImage, inProd]]),
      ];
    });
    const sorted = (list: unknown[]): unknown[] => list.map((one) => JSON.stringify(one)).sort();
    expect(sorted(differences(staging, prod))).toEqual(
      sorted([
        ...ofImages,
        [`${bucket}/lifecycle/prevent_destroy`, false, true],
        [`${expiry}/expiration/0/days`, 90, 365],
        [`${expiry}/noncurrent_version_expiration/0/noncurrent_days`, 90, 365],
      ]),
    );
  });

  it("carry their own name in every name in AWS that is theirs, and nobody else's", () => {
    for (const stack of [dev, staging, prod]) {
      const { environment } = stack.settings;
      const names = Object.entries(jsonOf(stack).resource)
        .filter(([type]) => type !== "aws_ecr_repository" && type !== "aws_iam_role_policy")
        .flatMap(([, resources]) => Object.values(resources).map(({ name, bucket }) => name ?? bucket))
        .filter((name) => typeof name === "string")
        .filter((name) => !name.startsWith("${"));
      expect(names.length).toBeGreaterThan(5);
      for (const name of names) expect(name).toMatch(new RegExp(`^(/aws/imagebuilder/)?${environment}-`));
    }
  });
});
