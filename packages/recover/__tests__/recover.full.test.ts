import {
  CreateRepositoryCommand,
  DeleteRepositoryCommand,
  DescribeImagesCommand,
  DescribeRepositoriesCommand,
  PutImageCommand,
} from "@aws-sdk/client-ecr";
import {
  AddRoleToInstanceProfileCommand,
  CreateInstanceProfileCommand,
  DeleteInstanceProfileCommand,
  RemoveRoleFromInstanceProfileCommand,
} from "@aws-sdk/client-iam";
import {
  CreateComponentCommand,
  CreateImageCommand,
  DeleteImageCommand,
  GetComponentCommand,
} from "@aws-sdk/client-imagebuilder";
import { GetObjectCommand, PutObjectCommand } from "@aws-sdk/client-s3";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import type { StateFile } from "../state-file";
import { type RecoveredStack, recoverLocally } from "@pipelines/rehearsal/local-recovery";
import { type Deployed, deployedDev } from "@pipelines/testing/deployed";
import { describeWithTerraform } from "@pipelines/testing/terraform";
import { clientsOf, testDocument } from "@pipelines/testing/clients";

const tags = { Environment: "dev", Project: "container-image-pipelines", ManagedBy: "cdktf" };

describeWithTerraform("npm run recover", (terraform) => {
  let deployed: Deployed;
  let clients: ReturnType<typeof clientsOf>;
  let account = "";
  let region = "";
  let Bucket = "";
  const Key = "dev/terraform.tfstate";

  beforeAll(async () => {
    // Builds end only while a caller waits for them.
    deployed = await deployedDev(terraform, { speed: 0 });
    const config = deployed.life.workspace.config("dev");
    ({ account, region, stateBucket: Bucket = "" } = config);
    clients = clientsOf(deployed.aws, region, account);
  });
  afterAll(async () => {
    await deployed.aws.close();
    deployed.life.workspace.remove();
  });

  const recover = (args: readonly string[], machine: RecoveredStack["machine"] = {}) =>
    recoverLocally(
      { stack: "dev", folder: deployed.dev.folder, target: deployed.target, aws: deployed.aws, machine },
      args,
    );
  const pull = async () => {
    const { Body } = await clients.s3.send(new GetObjectCommand({ Bucket, Key }));
    return JSON.parse((await Body?.transformToString()) ?? "") as StateFile;
  };
  /** Removes these resources from the state, as if an apply had been killed before saving them. */
  const forget = async (state: StateFile, types: readonly string[]) => {
    const resources = state.resources.filter(({ type }) => !types.includes(type));
    const forgotten = { ...state, serial: state.serial + 1, resources };
    await clients.s3.send(new PutObjectCommand({ Bucket, Key, Body: JSON.stringify(forgotten) }));
  };
  const changes = () =>
    deployed.aws.calls
      .filter(({ operation }) => !/^(Get|Head|List|Describe)/.test(operation))
      .map((each) => each.operation);

  it("changes nothing, and says so, if nothing is wrong", async () => {
    const before = [await pull(), changes()];
    expect(await recover(["--yes"])).toEqual({ code: 0, out: "dev is complete: there is nothing to do.\n", err: "" });
    // There was nothing to do, so not even the lock was taken.
    expect([await pull(), changes()]).toEqual(before);
  });

  it("deletes only signatures whose image no longer exists, if asked to", async () => {
    const repositoryName = "sample-repository";
    const { imageDetails = [] } = await clients.ecr.send(new DescribeImagesCommand({ repositoryName }));
    const [there = ""] = imageDetails.map(({ imageDigest = "" }) => imageDigest.replace("sha256:", ""));
    const gone = "0".repeat(64);
    const signatures = [`sha256-${there}.sig`, `sha256-${gone}.sig`, `sha256-${gone}`, `sha256-${gone.slice(1)}.sig`];
    for (const imageTag of signatures) {
      const imageManifest = JSON.stringify({ schemaVersion: 2, layers: [], annotations: { imageTag } });
      await clients.ecr.send(new PutImageCommand({ repositoryName, imageTag, imageManifest }));
    }
    const left = async () => {
      const images = await clients.ecr.send(new DescribeImagesCommand({ repositoryName }));
      const tagged = images.imageDetails?.flatMap(({ imageTags = [] }) => imageTags) ?? [];
      return signatures.filter((tag) => tagged.includes(tag));
    };
    expect((await recover(["--yes"])).out).toBe("dev is complete: there is nothing to do.\n");
    expect(await left()).toEqual(signatures);

    const { code, out } = await recover(["--yes", "--orphans"]);
    const line = (tag: string) =>
      `signature, attestation or SBOM ${repositoryName}:${tag}: its image is gone → delete it\n`;
    const lines = [signatures[1] ?? "", signatures[2] ?? ""].map(line);
    expect([code, out.split(/(?<=\n)/).sort()]).toEqual([0, [...lines, "Done.\n"].sort()]);
    expect(await left()).toEqual([signatures[0], signatures[3]]);
    expect((await recover(["--yes", "--orphans"])).out).toBe("dev is complete: there is nothing to do.\n");
  });

  it("imports existing objects with the environment's tags into the state, after asking", async () => {
    const whole = await pull();
    const types = ["aws_ecr_repository", "aws_iam_role", "aws_s3_bucket", "aws_imagebuilder_container_recipe"];
    await forget(whole, types);
    const asked: string[] = [];
    const refused = await recover([], {
      ask: (question) => {
        asked.push(question);
        return Promise.resolve(false);
      },
    });
    expect(refused.code).toBe(1);
    expect(asked).toEqual(["Do this in dev?"]);
    expect(refused.out).toContain(
      "IAM role dev-image-builder: in AWS, but not in the state → import it into the state\n",
    );
    expect((await pull()).serial).toBe(whole.serial + 1);

    const { code, out } = await recover(["--yes"]);
    expect(code).toBe(0);
    expect(out).toContain("recipe dev-hello-world 1.0.0: in AWS, but not in the state → import it into the state\n");
    expect(out).toContain("Done. Now: npm run deploy -- dev\n");
    const taken = await pull();
    const idsOf = ({ resources }: StateFile) =>
      resources
        .filter(({ type }) => types.includes(type))
        .map(({ type, name, instances }) => `${type}.${name} ${String(instances[0]?.attributes["id"])}`)
        .sort();
    expect(idsOf(taken)).toEqual(idsOf(whole));
    // Values that AWS does not return are taken from the stack. Without them, Terraform would replace the recipe, and a
    // destroy would stop at the first bucket or repository that is not empty.
    for (const [type, attribute, value] of [
      ["aws_imagebuilder_container_recipe", "platform_override", "Linux"],
      ["aws_ecr_repository", "force_delete", true],
      ["aws_s3_bucket", "force_destroy", true],
    ] as const) {
      const resource = taken.resources.find((each) => each.type === type);
      expect(resource?.instances[0]?.attributes[attribute]).toBe(value);
    }
    expect((await recover(["--yes"])).out).toBe("dev is complete: there is nothing to do.\n");
  });

  it("ignores objects with other tags, and adopts them if asked to", async () => {
    const { ecr } = clients;
    await forget(await pull(), ["aws_ecr_repository"]);
    await ecr.send(new DeleteRepositoryCommand({ repositoryName: "sample-repository", force: true }));
    await ecr.send(
      new CreateRepositoryCommand({ repositoryName: "sample-repository", tags: [{ Key: "By", Value: "hand" }] }),
    );
    const { code, out, err } = await recover(["--yes"]);
    expect(code).toBe(1);
    expect(out).toContain(
      "ECR repository sample-repository: in AWS under the name that the stack wants, with the tags By=hand; it stays as it is\n",
    );
    expect(err).toContain("IB-RECOVER-FOREIGN");
    expect(err).toContain("npm run recover -- dev --adopt aws_ecr_repository=sample-repository");
    expect((await pull()).resources.map(({ name }) => name)).not.toContain("repository_sample-repository_0569B1DA");

    const adopted = await recover(["--yes", "--adopt", "aws_ecr_repository=sample-repository"]);
    expect(adopted.code).toBe(0);
    expect(adopted.out).toContain("with the tags By=hand → adopt it; the next deploy then sets force_delete");
    expect(adopted.out).toMatch(/sets .*image_scanning_configuration/);
    expect((await pull()).resources.map(({ name }) => name)).toContain("repository_sample-repository_0569B1DA");
  });

  it("does not adopt anything that a deploy would then have to delete and re-create", async () => {
    const { ecr } = clients;
    await forget(await pull(), ["aws_ecr_repository"]);
    await ecr.send(new DeleteRepositoryCommand({ repositoryName: "sample-repository", force: true }));
    const encryptionConfiguration = { encryptionType: "KMS" as const };
    await ecr.send(new CreateRepositoryCommand({ repositoryName: "sample-repository", encryptionConfiguration }));
    const { code, err } = await recover(["--yes", "--adopt", "aws_ecr_repository=sample-repository"]);
    expect(code).toBe(1);
    expect(err).toContain("IB-RECOVER-REPLACED");
    expect(err).toContain("sample-repository differs in encryption_configuration.0.encryption_type");
    expect(
      (await ecr.send(new DescribeRepositoriesCommand({ repositoryNames: ["sample-repository"] }))).repositories,
    ).toHaveLength(1);
    await ecr.send(new DeleteRepositoryCommand({ repositoryName: "sample-repository" }));
  });

  it("deletes versions that nothing needs, unless they belong to another environment", async () => {
    const { imageBuilder } = clients;
    const create = async (name: string, componentTags: Record<string, string>) => {
      const settings = {
        name,
        semanticVersion: "0.9.0",
        platform: "Linux" as const,
        data: testDocument,
        tags: componentTags,
      };
      return (await imageBuilder.send(new CreateComponentCommand(settings))).componentBuildVersionArn ?? "";
    };
    const left = await create("dev-hello-world-old", tags);
    const foreign = await create("dev-hello-world-other", { ...tags, Environment: "dev2" });
    const { out } = await recover(["--yes"]);
    expect(out).toContain("component dev-hello-world-old 0.9.0/1: left over, nothing needs it → delete it");
    expect(out).not.toContain("dev-hello-world-other");
    const get = (componentBuildVersionArn: string) =>
      imageBuilder.send(new GetComponentCommand({ componentBuildVersionArn }));
    await expect(get(left)).rejects.toThrow("cannot be found");
    expect((await get(foreign)).component?.arn).toBe(foreign);
  });

  it("reports what is in the state but not in AWS", async () => {
    const { iam } = clients;
    const name = { InstanceProfileName: "dev-image-builder" };
    await iam.send(new RemoveRoleFromInstanceProfileCommand({ ...name, RoleName: "dev-image-builder" }));
    await iam.send(new DeleteInstanceProfileCommand(name));
    const { code, out } = await recover(["--yes"]);
    expect(code).toBe(0);
    expect(out).toContain(
      "instance profile dev-image-builder: in the state, but not in AWS; the next deploy re-creates it\n",
    );
  });

  it("breaks a lock only if its holder is known to be dead, or if asked to", async () => {
    const lock = (Who: string, Created: string) => {
      const info = { ID: "b5a1", Operation: "OperationTypeApply", Who, Version: "1.11.4", Created, Path: "", Info: "" };
      return clients.s3.send(new PutObjectCommand({ Bucket, Key: `${Key}.tflock`, Body: JSON.stringify(info) }));
    };
    const old = "2026-01-01T00:00:00Z";
    await lock("ci@some-runner", old);
    const refused = await recover(["--yes"]);
    expect(refused.code).toBe(1);
    expect(refused.out).toContain("lock b5a1: held by ci@some-runner for");
    expect(refused.err).toContain("IB-RECOVER-LOCKED");
    expect(refused.err).toContain("--break-lock b5a1");
    expect((await recover(["--yes", "--break-lock", "another"])).code).toBe(1);

    const asked = await recover(["--yes", "--break-lock", "b5a1"]);
    expect([asked.code, asked.out]).toEqual([0, expect.stringContaining("→ break it, as requested\n")]);
    expect((await recover(["--yes"])).out).not.toContain("lock");

    await lock(`somebody@${os.hostname()}`, old);
    expect((await recover(["--yes"])).out).toContain("whose process has ended → break it\n");
  });

  it("leaves a running build alone or waits for it, so that a deploy does not start a second one", async () => {
    const { imageBuilder } = clients;
    const whole = await pull();
    const images = whole.resources.filter(({ type }) => type === "aws_imagebuilder_image");
    const image = images.find(({ name }) => name.includes("hello-world"))?.instances[0]?.attributes;
    await forget(whole, ["aws_imagebuilder_image"]);
    await imageBuilder.send(new DeleteImageCommand({ imageBuildVersionArn: String(image?.["arn"]) }));
    // Removed by the preceding tests, but needed by a build.
    const profile = { InstanceProfileName: "dev-image-builder" };
    await clients.ecr.send(
      new CreateRepositoryCommand({
        repositoryName: "sample-repository",
        tags: Object.entries(tags).map(([Key, Value]) => ({ Key, Value })),
      }),
    );
    await clients.iam.send(new CreateInstanceProfileCommand(profile));
    await clients.iam.send(new AddRoleToInstanceProfileCommand({ ...profile, RoleName: "dev-image-builder" }));
    const { imageBuildVersionArn } = await imageBuilder.send(
      new CreateImageCommand({
        containerRecipeArn: String(image?.["container_recipe_arn"]),
        infrastructureConfigurationArn: String(image?.["infrastructure_configuration_arn"]),
        distributionConfigurationArn: String(image?.["distribution_configuration_arn"]),
        imageTestsConfiguration: { imageTestsEnabled: true, timeoutMinutes: 60 },
        tags,
      }),
    );
    const left = await recover(["--yes"]);
    expect(left.code).toBe(1);
    const name = imageBuildVersionArn?.replace(/^.*:image\//, "").replace("/", " ");
    expect(left.out).toContain(`image ${name ?? ""}: still PENDING\n`);
    expect(left.err).toContain("IB-RECOVER-BUILDING");
    expect((await recover(["--yes", "--wait"])).err).toContain(`waiting for ${name ?? ""}\n`);
    const taken = (await pull()).resources.filter(({ type }) => type === "aws_imagebuilder_image");
    expect(taken.map(({ instances }) => instances[0]?.attributes["arn"])).toContain(imageBuildVersionArn);
  });

  it("advances the version if AWS has it with different content, and changes nothing in AWS", async () => {
    const { imageBuilder } = clients;
    const file = path.join(deployed.dev.folder, "cdk.tf.json");
    const before = fs.readFileSync(file, "utf8");
    const [name, semanticVersion] = ["dev-hello-world-hello-world", "1.0.7"];
    const create = new CreateComponentCommand({ name, semanticVersion, platform: "Linux", data: testDocument, tags });
    const { componentBuildVersionArn } = await imageBuilder.send(create);
    const config = JSON.parse(before) as { resource: Record<string, Record<string, { version: string }>> };
    for (const component of Object.values(config.resource["aws_imagebuilder_component"] ?? {}))
      component.version = "1.0.7";
    fs.writeFileSync(file, JSON.stringify(config));
    const forwarded: (readonly string[])[] = [];
    const { code, out } = await recover(["--yes"], {
      forward: (images, environment) => {
        forwarded.push([...images, environment]);
        return true;
      },
    });
    expect([code, forwarded]).toEqual([0, [["hello-world", "dev"]]]);
    expect(out).toContain(
      `component ${name} 1.0.7/1: in AWS, but not in the state; its content is not what the stack needs`,
    );
    const refused = await recover(["--yes"], { forward: () => false });
    expect(refused.err).toContain("IB-RECOVER-FORWARD");
    expect(refused.err).toContain("npm run synth -- --forward hello-world --environment dev");
    expect((await imageBuilder.send(new GetComponentCommand({ componentBuildVersionArn }))).component?.data).toBe(
      testDocument,
    );
    fs.writeFileSync(file, before);
  });

  it("does only what the user agreed to", async () => {
    const create = (semanticVersion: string) =>
      clients.imageBuilder.send(
        new CreateComponentCommand({ name: "dev-two", semanticVersion, platform: "Linux", data: testDocument, tags }),
      );
    await create("1.0.0");
    const { code, err } = await recover([], {
      ask: async () => {
        await create("1.0.1");
        return true;
      },
    });
    expect(code).toBe(1);
    expect(err).toContain("IB-RECOVER-CHANGED");
    expect((await recover(["--yes"])).out).toMatch(/dev-two 1\.0\.0\/1: left over[^]*dev-two 1\.0\.1\/1: left over/);
  });

  it("reports Terraform's message if Terraform fails", async () => {
    const whole = await pull();
    await clients.s3.send(new PutObjectCommand({ Bucket, Key, Body: "no state" }));
    const { code, err } = await recover(["--yes"]);
    expect(code).toBe(1);
    expect(err).toMatch(
      /terraform state IB-RECOVER-TERRAFORM\n +found: +Failed to refresh state: 2 problems: - Unsupported/,
    );
    await clients.s3.send(new PutObjectCommand({ Bucket, Key, Body: JSON.stringify(whole) }));
  });

  it.each([
    [["--adopt", "aws_iam_policy=web"], "IB-RECOVER-ADOPT"],
    [["prod"], "IB-OPTION"],
  ])("refuses %j", async (args, code) => {
    const refused = await recover(args);
    expect(refused.code).toBe(1);
    expect(refused.err).toContain(code);
  });
});
