import { stackPolicy } from "@pipelines/permissions/policy";
import { readStackConfig } from "@pipelines/permissions/stack-config";
import type { EnvironmentSettings } from "../../stacks/environment/environment-settings";
import { VersionLock } from "@pipelines/version-lock/version-lock";
import { allows } from "@pipelines/testing/iam";
import { SynthesizedStack, reported, testApp, TestEnvironment, testImage } from "@pipelines/testing/stack";
import { temporaryFolder } from "@pipelines/testing/temporary-folder";
import { helloWorld } from "@pipelines/testing/fixture-app";

const existing = testImage({ repository: { existing: "team/web" }, channels: ["stable"] });

function synthesize(settings: Partial<EnvironmentSettings> = {}): SynthesizedStack {
  return new SynthesizedStack(new TestEnvironment(testApp(), { images: [existing], ...settings }));
}

describe("An image in an existing repository", () => {
  it("is pushed there, without creating, changing or deleting anything in the repository", () => {
    for (const settings of [{}, { deletionProtection: true, repositoryPrefix: "test" }]) {
      const stack = synthesize(settings);
      expect(Object.keys(stack.json.resource).filter((type) => type.startsWith("aws_ecr_"))).toEqual([]);
      const target = { repository_name: "team/web", service: "ECR" };
      expect(stack.resource("aws_imagebuilder_container_recipe")).toMatchObject({ target_repository: target });
      expect(stack.resource("aws_imagebuilder_distribution_configuration").distribution).toEqual([
        {
          region: "eu-west-1",
          container_distribution_configuration: { target_repository: target, container_tags: ["latest"] },
        },
      ]);
    }
  });

  it("is pulled from an address that is already in the first plan's outputs", () => {
    const { output } = synthesize().json;
    const url = "123456789012.dkr.ecr.eu-west-1.amazonaws.com/team/web";
    expect(output?.repository_urls?.value).toEqual({ web: url });
    expect(output?.image_uris?.value).toEqual({ web: `${url}:latest` });
    const china = synthesize({ region: "cn-north-1" }).json.output;
    expect(china?.repository_urls?.value).toEqual({
      web: "123456789012.dkr.ecr.cn-north-1.amazonaws.com.cn/team/web",
    });
  });

  it("is deployed with read-only permission on that repository", () => {
    const { document } = stackPolicy("test", readStackConfig(synthesize().text));
    const arn = "arn:aws:ecr:eu-west-1:123456789012:repository/team/web";
    expect(allows(document, "ecr:DescribeImages", arn)).toBe(true);
    for (const action of ["ecr:DeleteRepository", "ecr:PutLifecyclePolicy", "ecr:CreateRepository"]) {
      expect([action, allows(document, action, arn)]).toEqual([action, false]);
    }
  });

  it("may not have retention or consumers set, unless the existing repository is an environment's override", () => {
    const keep = { builds: 5 };
    const message = [
      `error ${helloWorld}/image.ts keep IB-REPOSITORY-OWNER`,
      '  found:   keep for the existing repository "team/web"',
      "  allowed: none: the owner of an existing repository controls its policy, retention and deletion",
      '  fix:     leave keep out, or write repository: "team/web" for a repository that the project creates',
    ].join("\n");
    expect(reported({ images: [testImage({ repository: { existing: "team/web" }, keep })] })).toBe(message);
    const consumers = { accounts: ["444455556666"] };
    expect(reported({ images: [testImage({ repository: { existing: "team/web" }, consumers })] })).toContain(
      "consumers for the existing repository",
    );
    const overridden = testImage({ keep }, "web", { repository: { existing: "team/web" } });
    expect(reported({ images: [overridden] })).toBe("");
    const both = testImage({}, "web", { repository: { existing: "team/web" }, keep });
    expect(reported({ images: [both] })).toContain("IB-REPOSITORY-OWNER");
  });

  it("cannot share the repository with another image, because both would push their build version", () => {
    const other = testImage({ repository: { existing: "team/web" } }, "api");
    expect(reported({ images: [existing, other] })).toContain("IB-REPOSITORY-SHARED");
  });

  it("leaves its former repository in place in a protected environment", () => {
    const file = `${temporaryFolder()}/image-versions.lock`;
    const open = () => VersionLock.open(file, { frozen: false, withoutHistory: true });
    const own = open();
    new TestEnvironment(testApp(), { images: [testImage()] }, own);
    own.write();
    const stack = new SynthesizedStack(
      new TestEnvironment(testApp(), { images: [existing], deletionProtection: true }, open()),
    );
    expect(stack.resource("aws_ecr_repository")).toMatchObject({
      name: "web",
      lifecycle: { ignore_changes: "all", prevent_destroy: true },
    });
  });

  it("makes Terraform forget the same repository, which the environment created", () => {
    const file = `${temporaryFolder()}/image-versions.lock`;
    const open = () => VersionLock.open(file, { frozen: false, withoutHistory: true });
    const own = open();
    new TestEnvironment(testApp(), { images: [testImage({ repository: "team/web" })] }, own);
    own.write();
    const stack = new SynthesizedStack(
      new TestEnvironment(testApp(), { images: [existing], deletionProtection: true }, open()),
    );
    expect(stack.json.resource).not.toHaveProperty("aws_ecr_repository");
    expect(stack.text).toContain('"aws_ecr_repository.repository_');
  });

  it("is not recorded in the lock as one that the environment created", () => {
    const file = `${temporaryFolder()}/image-versions.lock`;
    const open = () => VersionLock.open(file, { frozen: false, withoutHistory: true });
    const lock = open();
    new TestEnvironment(testApp(), { images: [existing] }, lock);
    lock.write();
    const later = open();
    new TestEnvironment(testApp(), { images: [testImage({}, "api")] }, later);
    expect(later.formerRepositories("test", true)).toEqual([]);
  });
});
