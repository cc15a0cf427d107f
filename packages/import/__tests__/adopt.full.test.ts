import { CloudFormationClient } from "@aws-sdk/client-cloudformation";
import { DescribeImagesCommand } from "@aws-sdk/client-ecr";
import { StartImagePipelineExecutionCommand } from "@aws-sdk/client-imagebuilder";
import * as fs from "node:fs";
import * as path from "node:path";
import { execute } from "@pipelines/operations/command";
import { promoteCommand } from "@pipelines/operations/promote-cli";
import { localAccess, recoverLocally } from "@pipelines/rehearsal/local-recovery";
import { clientsOf, dockerfile } from "@pipelines/testing/clients";
import { type Deployed, deployedDev } from "@pipelines/testing/deployed";
import { environment } from "@pipelines/testing/local-environments";
import { temporaryFolder } from "@pipelines/testing/temporary-folder";
import { describeWithTerraform } from "@pipelines/testing/terraform";
import { SampleStack } from "../../recover/__tests__/sample-stack";
import { importSource } from "../import-source";

const repositoryName = "sample-repository";
const adoption = `--adopt aws_ecr_repository=${repositoryName}`;
const repository = (policies: object): object => {
  return { Type: "AWS::ECR::Repository", Properties: { RepositoryName: repositoryName }, ...policies };
};
/** The recipe in the sample's stack. */
const recipe = {
  Type: "AWS::ImageBuilder::ContainerRecipe",
  Properties: {
    Name: "sample-ec2-ib-pipeline-container-images",
    Version: "1.0.0",
    ParentImage: "amazonlinux:latest",
    Components: [{ ComponentArn: "arn:aws:imagebuilder:us-east-1:aws:component/update-linux/x.x.x" }],
    TargetRepository: { RepositoryName: { Ref: "Images" } },
    DockerfileTemplateData: dockerfile,
  },
};
const policies = { DeletionPolicy: "Retain", UpdateReplacePolicy: "Retain" };

/** See docs/import.md. */
describeWithTerraform("A stack deployed by others", (terraform) => {
  let deployed: Deployed;
  beforeAll(async () => {
    deployed = await deployedDev(terraform);
    // Nothing from this project exists in AWS yet.
    expect((await deployed.dev.apply({ destroy: true })).errors).toEqual([]);
  });
  afterAll(async () => {
    await deployed.aws.close();
    deployed.life.workspace.remove();
  });

  it("is imported, adopted, deployed without destroying anything, promoted and deleted, and every image is kept", async () => {
    const { aws, dev, life, target } = deployed;
    const { account, region } = life.workspace.config("dev");
    const { folder } = life.workspace;
    const clients = clientsOf(aws, region, account);
    const settings = {
      endpoint: aws.endpoint,
      region,
      credentials: { accessKeyId: account, secretAccessKey: "local" },
    };
    const cloudFormation = new CloudFormationClient(settings);
    const images = async () => {
      const { imageDetails = [] } = await clients.ecr.send(new DescribeImagesCommand({ repositoryName }));
      return imageDetails;
    };
    /** The template of the deployed stack. */
    const stack = (more: object): void => {
      const template = JSON.stringify({ Resources: { Images: repository(more) } });
      aws.exists(
        { kind: "stack", name: "sample", stack: { template, resources: { Images: repositoryName } } },
        account,
        region,
      );
    };
    /** Returns the report of an import. */
    const report = async (source: string, root: string, ...more: readonly string[]): Promise<string> => {
      let out = "";
      const streams = { out: (text: string) => void (out += text), err: (text: string) => void (out += text) };
      const args = [source, "--image", "web", "--environment", "dev", ...more];
      expect([await importSource(args, root, streams, { ...clients, cloudFormation }), out]).toEqual([0, out]);
      return out;
    };
    /** Imports the account, and synthesizes an environment with only this image, which has a channel. */
    const imported = async (...more: readonly string[]): Promise<string> => {
      const out = await report("--account", folder, ...more);
      for (const [file, from, to] of [
        ["images/web/image.ts", /(?=\n};)/, '\n  channels: ["stable"],'],
        ["stacks/dev-stack.ts", /images: \[.*\]/, 'images: [image("web")]'],
      ] as const) {
        const text = fs.readFileSync(path.join(folder, file), "utf8");
        fs.writeFileSync(path.join(folder, file), text.replace(from, to));
      }
      await deployed.synth();
      return out;
    };
    const recover = (...args: readonly string[]) =>
      recoverLocally({ stack: "dev", folder: dev.folder, target, aws }, ["--yes", ...args]);

    const sample = new SampleStack(clients, { region, repositoryName });
    await sample.create();
    // Lets the build finish.
    aws.clock.skip(21);
    const before = await images();
    expect(before).toHaveLength(1);

    const unseen = await report("--account", temporaryFolder());
    expect(unseen).toContain("no CloudFormation stack owns it, and an account does not show whether");
    expect(unseen).not.toContain("npm run recover");
    const unmanaged = await report("--account", temporaryFolder(), "--unmanaged");
    expect(unmanaged).toContain(`npm run recover -- dev ${adoption}\n`);

    stack({});
    const held = await imported("--unmanaged");
    expect(held).toContain(`To adopt ${repositoryName}: the stack sample would delete it.`);
    expect(held).not.toContain("npm run recover");
    const refused = await recover(...adoption.split(" "));
    expect([refused.code, refused.err]).toEqual([1, expect.stringContaining("IB-RECOVER-HELD")]);

    stack(policies);
    const letGo = await imported("--replace");
    expect(letGo).toContain(`npm run recover -- dev ${adoption}\n`);
    expect(letGo).toContain("version 1.0.0 → 1.1.0");
    // A template does not show which versions exist; AWS does.
    const template = path.join(temporaryFolder(), "template.json");
    fs.writeFileSync(template, JSON.stringify({ Resources: { Images: repository(policies), Recipe: recipe } }));
    const fromTemplate = await report(template, temporaryFolder());
    expect(fromTemplate).toContain(`npm run recover -- dev ${adoption}\n`);
    expect(fromTemplate).toContain("version 1.0.0 → 1.1.0");
    const adopted = await recover(...adoption.split(" "));
    expect([adopted.code, adopted.err]).toEqual([0, ""]);
    const { changes, errors } = await dev.apply();
    expect(errors).toEqual([]);
    expect([...new Set(changes.map(({ action }) => action))].sort()).toEqual(["create", "update"]);
    expect(await dev.isUnchanged()).toBe(true);

    const imagePipelineArn = `arn:aws:imagebuilder:${region}:${account}:image-pipeline/dev-web`;
    await clients.imageBuilder.send(new StartImagePipelineExecutionCommand({ imagePipelineArn }));
    aws.clock.skip(21);
    const place = { ...environment("dev", account, [{ repository: repositoryName, version: "1.1.0" }]), region };
    let said = "";
    const surroundings = {
      environments: [place],
      access: () => localAccess(place, target),
      streams: { out: (text: string) => void (said += text), err: (text: string) => void (said += text) },
      now: () => new Date(),
      wait: () => Promise.resolve(),
    };
    const args = ["web", "--to", "dev", "--channel", "stable"];
    const promoted = await execute(promoteCommand, args, () => Promise.resolve(surroundings), surroundings.streams);
    expect([promoted, said]).toEqual([0, said]);

    await sample.delete();
    const after = await images();
    expect(after.map(({ imageDigest }) => imageDigest)).toEqual(
      expect.arrayContaining(before.map(({ imageDigest }) => imageDigest)),
    );
    expect(after.flatMap(({ imageTags = [] }) => imageTags)).toEqual(
      expect.arrayContaining(["1.0.0-1", "1.1.0-1", "stable"]),
    );
  });
});
