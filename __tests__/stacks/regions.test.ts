import { stackPolicy } from "@pipelines/permissions/policy";
import { readStackConfig } from "@pipelines/permissions/stack-config";
import type { EnvironmentSettings } from "../../stacks/environment/environment-settings";
import { VersionLock } from "@pipelines/version-lock/version-lock";
import { allows } from "@pipelines/testing/iam";
import {
  firstVersions,
  SynthesizedStack,
  reported,
  testApp,
  TestEnvironment,
  testImage,
} from "@pipelines/testing/stack";
import { temporaryFolder } from "@pipelines/testing/temporary-folder";
import { helloWorld } from "@pipelines/testing/fixture-app";

const further = "eu-central-1";

function synthesize(settings: Partial<EnvironmentSettings> = {}, versions = firstVersions): SynthesizedStack {
  return new SynthesizedStack(new TestEnvironment(testApp(), { regions: [further], ...settings }, versions));
}

describe("An environment with an additional region", () => {
  const stack = synthesize({ keep: { builds: 5 }, consumers: { accounts: ["210987654321"] } });

  it("has a provider for it with the same account and tags, while state, network and pipelines stay in one region", () => {
    const [home, other] = [
      stack.json.provider.aws.find(({ alias }) => alias === undefined),
      stack.json.provider.aws.find(({ alias }) => alias === further),
    ];
    expect(home?.region).toBe("eu-west-1");
    expect(other).toEqual({ ...home, region: further, alias: further });
    expect(stack.counts()).toMatchObject({
      aws_ecr_repository: 2,
      aws_ecr_lifecycle_policy: 2,
      aws_ecr_repository_policy: 2,
      aws_imagebuilder_image_pipeline: 1,
      aws_imagebuilder_distribution_configuration: 1,
      aws_s3_bucket: 1,
      aws_iam_role: 1,
    });
  });

  it("has the same repository, retention and consumers there as in the home region, and does not delete a repository before its successor exists", () => {
    for (const type of ["aws_ecr_repository", "aws_ecr_lifecycle_policy", "aws_ecr_repository_policy"]) {
      const [home, other] = stack.resources(type).sort((a) => (a.provider === undefined ? -1 : 1));
      expect(other).toEqual({
        ...home,
        provider: `aws.${further}`,
        ...(type === "aws_ecr_repository"
          ? { lifecycle: { prevent_destroy: false, create_before_destroy: true } }
          : { repository: expect.stringMatching(/repository-eu-central-1/) as unknown }),
      });
    }
  });

  it("pushes each build to both, with the same tags", () => {
    const [home, other] = stack
      .addresses("aws_ecr_repository")
      .sort((a, b) => b.length - a.length)
      .reverse();
    const tags = { container_tags: ["latest"] };
    const to = (address = "") => ({
      target_repository: { repository_name: `\${${address}.name}`, service: "ECR" },
      ...tags,
    });
    expect(stack.resource("aws_imagebuilder_distribution_configuration").distribution).toEqual([
      { region: "eu-west-1", container_distribution_configuration: to(home) },
      { region: further, container_distribution_configuration: to(other) },
    ]);
    expect(stack.json.output?.regional_repository_urls?.value).toEqual({
      web: { [further]: `\${${other ?? ""}.repository_url}` },
    });
  });

  it("is overridden by an image's own regions", () => {
    const images = [testImage({ regions: [] }), testImage({ regions: ["us-east-1"] }, "api"), testImage({}, "job")];
    const { json } = synthesize({ images });
    expect(Object.keys(json.output?.regional_repository_urls?.value as object)).toEqual(["api", "job"]);
    expect(json.provider.aws.map(({ alias }) => alias)).toEqual([undefined, "us-east-1", further]);
  });

  it("also uses an existing repository there", () => {
    const images = [testImage({ repository: { existing: "team/web" } })];
    const existing = synthesize({ images });
    expect(existing.json.output?.regional_repository_urls?.value).toEqual({
      web: { [further]: `123456789012.dkr.ecr.${further}.amazonaws.com/team/web` },
    });
    expect(existing.counts().aws_ecr_repository).toBeUndefined();
  });

  it("is deployed and operated with permissions on its repositories in both regions, and in no others", () => {
    const config = readStackConfig(stack.text);
    const arn = (region: string) => `arn:aws:ecr:${region}:123456789012:repository/web`;
    for (const [policy, action] of [
      [stackPolicy("test", config).document, "ecr:CreateRepository"],
      [stackPolicy("test", config, { purpose: "plan" }).document, "ecr:DescribeRepositories"],
      [stackPolicy("test", config, { purpose: "operate" }).document, "ecr:PutImage"],
    ] as const) {
      const allowed = ["eu-west-1", further, "us-east-1"].map((region) => allows(policy, action, arn(region)));
      expect(allowed).toEqual([true, true, false]);
    }
  });

  it("leaves its repository there if the image or the region is removed from a protected environment", () => {
    const file = `${temporaryFolder()}/image-versions.lock`;
    const open = () => VersionLock.open(file, { frozen: false, withoutHistory: true });
    const lock = open();
    const before = synthesize({ deletionProtection: true }, lock);
    lock.write();
    const [address] = before.addresses("aws_ecr_repository").filter((each) => each.includes(further));
    const without = synthesize({ deletionProtection: true, regions: [] }, open());
    const kept = without.json.resource["aws_ecr_repository"]?.[address?.split(".")[1] ?? ""];
    expect(kept).toMatchObject({
      provider: `aws.${further}`,
      lifecycle: { ignore_changes: "all", prevent_destroy: true },
    });
    const gone = synthesize({ deletionProtection: true, regions: [], images: [] }, open());
    const { removed } = JSON.parse(gone.text) as { removed: readonly { from: string }[] };
    expect(removed.map(({ from }) => from)).toContain(address);
    // The repository is still in the state under that provider, which Terraform needs to forget or destroy it.
    for (const deletionProtection of [true, false]) {
      const { json } = synthesize({ deletionProtection, regions: [], images: [] }, open());
      expect(json.provider.aws.map(({ alias }) => alias)).toContain(further);
    }
  });
});

describe("The checks for regions", () => {
  it("refuse the home region, a duplicate region, an unknown one and one in another partition", () => {
    expect(reported({ regions: ["eu-west-1"] })).toBe(
      [
        "error main.ts regions[0] IB-REGIONS",
        "  found:   the environment's own region eu-west-1",
        "  allowed: other regions: images are always in the environment's own",
        "  fix:     leave it out",
      ].join("\n"),
    );
    expect(reported({ regions: [further, further] })).toContain(
      "regions[1] IB-REGIONS\n  found:   eu-central-1 a second time",
    );
    expect(reported({ regions: ["eu-centrall-1"] })).toContain("regions[0] IB-REGION\n");
    expect(reported({ regions: ["cn-north-1"] })).toContain(
      "found:   cn-north-1, in the partition aws-cn\n  allowed: regions in aws, like eu-west-1",
    );
    expect(reported({ images: [testImage({ regions: ["eu-west-1"] })] })).toContain(
      `error ${helloWorld}/image.ts regions[0] IB-REGIONS`,
    );
  });

  it("refuse another environment's repository in a region that both push to", () => {
    const state = { s3: { key: "other" } };
    const other = { environment: "other", region: further, state };
    expect(reported({ regions: [further] }, other)).toContain(
      `IB-REPOSITORY-TAKEN\n  found:   several environments in the account 123456789012 (${further}) would push to the same repositories`,
    );
    expect(reported({}, other)).toBe("");
  });
});
