import {
  CreateRepositoryCommand,
  DescribeImagesCommand,
  DescribeRepositoriesCommand,
  PutImageCommand,
} from "@aws-sdk/client-ecr";
import { CreateComponentCommand } from "@aws-sdk/client-imagebuilder";
import type { LocalAws } from "../../../tools/rehearsal/aws/local-aws";
import { recoverLocally } from "../../../tools/rehearsal/local-recovery";
import { type Deployed, deployedDev } from "../../deployed";
import { describeWithTerraform, TerraformFolder } from "../../terraform";
import { clientsOf, DOCUMENT } from "../rehearsal/clients";

const ownTags = { Environment: "dev", Project: "container-image-pipelines", ManagedBy: "cdktf" };

/** Halts the first call of an operation until it is let go, and does this meanwhile. */
async function during<T>(aws: LocalAws, operation: string, begin: () => Promise<T>, meanwhile: () => Promise<void>) {
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => (release = resolve));
  const reached = new Promise<void>((resolve) => {
    aws.faults = (call) => {
      if (call.operation !== operation) return undefined;
      aws.faults = undefined;
      resolve();
      return { kind: "hook", when: "before", run: () => released };
    };
  });
  const running = begin();
  await reached;
  try {
    await meanwhile();
  } finally {
    release();
  }
  return running;
}

describeWithTerraform("Two at once", (terraform) => {
  let deployed: Deployed;
  let clients: ReturnType<typeof clientsOf>;

  beforeAll(async () => {
    deployed = await deployedDev(terraform);
    const { account, region } = deployed.life.workspace.config("dev");
    clients = clientsOf(deployed.aws, region, account);
  });
  afterAll(async () => {
    await deployed.aws.close();
    deployed.life.workspace.remove();
  });

  const recover = (...args: string[]) => {
    const { dev, target, aws } = deployed;
    return recoverLocally({ stack: "dev", folder: dev.folder, target, aws }, args);
  };
  /** A version of which nothing wants to know, for a recovery to have something to do. */
  const leaveOver = async (semanticVersion: string) => {
    const settings = { name: "dev-old", semanticVersion, platform: "Linux" as const, data: DOCUMENT, tags: ownTags };
    await clients.imageBuilder.send(new CreateComponentCommand(settings));
  };

  it("refuses a recovery, and a second deploy, while a deploy runs", async () => {
    const { aws, dev } = deployed;
    await leaveOver("1.0.0");
    const before = deployed.life.remaining();
    const { code } = await during(
      aws,
      "GetImagePipeline",
      () => dev.apply(),
      async () => {
        const refused = await recover("--yes");
        expect(refused.code).toBe(1);
        expect(refused.err).toContain("IB-RECOVER-LOCKED");
        expect(refused.out).toContain("(OperationTypeApply), who may be at work");
        expect((await dev.apply()).errors.join()).toContain("Error acquiring the state lock");
      },
    );
    expect(code).toBe(0);
    expect(deployed.life.remaining()).toEqual(before);
  });

  it("refuses a deploy, and a second recovery, while a recovery changes something", async () => {
    const { aws, dev } = deployed;
    await leaveOver("1.0.1");
    const first = await during(
      aws,
      "DeleteComponent",
      () => recover("--yes"),
      async () => {
        expect((await dev.apply()).errors.join()).toMatch(/Error acquiring the state lock[^]*Operation: +recover/);
        const refused = await recover("--yes");
        expect(refused.code).toBe(1);
        expect(refused.err).toContain("IB-RECOVER-LOCKED");
      },
    );
    expect(first.code).toBe(0);
    expect(await dev.isUnchanged()).toBe(true);
    expect((await recover("--yes")).out).toBe("dev is whole: there is nothing to do.\n");
  });
});

/** docs/adopting.md. */
describeWithTerraform("What others made is adopted, with its images", (terraform) => {
  let deployed: Deployed;
  let clients: ReturnType<typeof clientsOf>;
  const repositoryName = "sample-repository";
  const type = "aws_ecr_repository";

  beforeAll(async () => {
    deployed = await deployedDev(terraform);
    const { account, region } = deployed.life.workspace.config("dev");
    clients = clientsOf(deployed.aws, region, account);
    // Nothing of this project is there yet.
    expect((await deployed.dev.apply({ destroy: true })).errors).toEqual([]);
  });
  afterAll(async () => {
    await deployed.aws.close();
    deployed.life.workspace.remove();
  });
  afterEach(async () => {
    expect((await deployed.dev.apply({ destroy: true })).errors).toEqual([]);
  });

  const adopt = async () => {
    const { dev, target, aws } = deployed;
    const site = { stack: "dev", folder: dev.folder, target, aws };
    const { code, out } = await recoverLocally(site, ["--yes", "--adopt", `${type}=${repositoryName}`]);
    expect([code, out]).toEqual([0, expect.stringContaining("→ adopt it; the next deploy then sets ")]);
    const { changes, errors } = await dev.apply();
    expect(errors).toEqual([]);
    expect(changes.filter(({ action }) => action !== "create").map((each) => [each.type, each.action])).toEqual([
      [type, "update"],
    ]);
    expect(await dev.isUnchanged()).toBe(true);
  };
  /** What must be the same before and after: the repository, and the image that somebody pushed. */
  const kept = async () => {
    const { repositories } = await clients.ecr.send(
      new DescribeRepositoriesCommand({ repositoryNames: [repositoryName] }),
    );
    const { imageDetails } = await clients.ecr.send(new DescribeImagesCommand({ repositoryName }));
    const theirs = imageDetails?.filter(({ imageTags }) => imageTags?.includes("theirs"));
    expect(theirs).toHaveLength(1);
    return [
      repositories?.[0]?.repositoryArn,
      repositories?.[0]?.createdAt,
      theirs?.map(({ imageDigest, imagePushedAt }) => [imageDigest, imagePushedAt]),
    ];
  };
  const push = async () => {
    const imageManifest = JSON.stringify({ schemaVersion: 2, layers: [], annotations: { by: "hand" } });
    await clients.ecr.send(new PutImageCommand({ repositoryName, imageTag: "theirs", imageManifest }));
  };

  it("from a CloudFormation stack that retains its repository", async () => {
    const tags = [{ Key: "Stack", Value: "sample-container-recipe" }];
    const imageScanningConfiguration = { scanOnPush: true };
    await clients.ecr.send(new CreateRepositoryCommand({ repositoryName, imageScanningConfiguration, tags }));
    await push();
    const before = await kept();
    await adopt();
    expect(await kept()).toEqual(before);
  });

  it("from another Terraform state, which forgets it", async () => {
    const other = TerraformFolder.withConfig(deployed.target, "{}");
    await other.prepare();
    const provider = { aws: { region: deployed.life.workspace.config("dev").region } };
    const aws = { source: "hashicorp/aws", version: terraform.provider };
    const base = { terraform: { required_providers: { aws } }, provider };
    const resource = { [type]: { web: { name: repositoryName } } };
    other.write(JSON.stringify({ ...base, resource }));
    await other.succeed("apply", "-auto-approve");
    await push();
    const before = await kept();
    const removed = [{ from: `${type}.web`, lifecycle: { destroy: false } }];
    other.write(JSON.stringify({ ...base, removed }));
    expect(await other.succeed("apply", "-auto-approve")).toContain("0 destroyed");
    await adopt();
    expect(await kept()).toEqual(before);
  });
});
