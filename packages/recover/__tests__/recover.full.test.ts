import { CreateImageCommand, DeleteImageCommand } from "@aws-sdk/client-imagebuilder";
import { GetObjectCommand, PutObjectCommand } from "@aws-sdk/client-s3";
import type { StateFile } from "../state-file";
import { type RecoveredStack, recoverLocally } from "@pipelines/rehearsal/local-recovery";
import { type Deployed, deployedDev } from "@pipelines/testing/deployed";
import { describeWithTerraform } from "@pipelines/testing/terraform";
import { clientsOf } from "@pipelines/testing/clients";

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

  it("leaves a running build alone or waits for it, so that a deploy does not start a second one", async () => {
    const { imageBuilder } = clients;
    const whole = await pull();
    const images = whole.resources.filter(({ type }) => type === "aws_imagebuilder_image");
    const image = images.find(({ name }) => name.includes("hello-world"))?.instances[0]?.attributes;
    await forget(whole, ["aws_imagebuilder_image"]);
    await imageBuilder.send(new DeleteImageCommand({ imageBuildVersionArn: String(image?.["arn"]) }));
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
});
