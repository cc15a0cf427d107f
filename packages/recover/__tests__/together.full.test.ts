import { CreateComponentCommand, GetComponentCommand } from "@aws-sdk/client-imagebuilder";
import * as fs from "node:fs";
import * as path from "node:path";
import type { LocalAws } from "@pipelines/local-aws/local-aws";
import { recoverLocally } from "@pipelines/rehearsal/local-recovery";
import { type Deployed, deployedDev } from "@pipelines/testing/deployed";
import { describeWithTerraform } from "@pipelines/testing/terraform";
import { clientsOf, testDocument } from "@pipelines/testing/clients";

const ownTags = { Environment: "dev", Project: "container-image-pipelines", ManagedBy: "cdktf" };

/** Blocks the first call to an operation, runs a function in the meantime, and then lets the call continue. */
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

describeWithTerraform("Two commands at the same time", (terraform) => {
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
  /** Creates a version that nothing needs, so that a recovery has something to do. */
  const leaveOver = async (semanticVersion: string) => {
    const settings = {
      name: "dev-old",
      semanticVersion,
      platform: "Linux" as const,
      data: testDocument,
      tags: ownTags,
    };
    await clients.imageBuilder.send(new CreateComponentCommand(settings));
  };

  it("refuses a recovery, and a second deploy, while a deploy is running", async () => {
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
        expect(refused.out).toContain("(OperationTypeApply), who may still be working");
        expect((await dev.apply()).errors.join()).toContain("Error acquiring the state lock");
      },
    );
    expect(code).toBe(0);
    expect(deployed.life.remaining()).toEqual(before);
  });

  it("refuses a deploy, and a second recovery, while a recovery is changing something", async () => {
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
    expect((await recover("--yes")).out).toBe("dev is complete: there is nothing to do.\n");
  });
});

/** Tests only Terraform's own locking: a file stands in for HCP Terraform. */
describeWithTerraform("A recovery of a state in HCP Terraform", (terraform) => {
  let deployed: Deployed;
  let clients: ReturnType<typeof clientsOf>;

  beforeAll(async () => {
    deployed = await deployedDev(terraform);
    const { dev, life, synth } = deployed;
    const { account, region } = life.workspace.config("dev");
    clients = clientsOf(deployed.aws, region, account);
    const state = (await dev.terraform(["state", "pull"])).stdout;
    life.workspace.edit("stacks/dev-stack.ts", (text) =>
      text.replace("images: [", 'state: { hcpTerraform: { organization: "acme" } },\n      images: ['),
    );
    await synth();
    expect(life.workspace.config("dev").inHcpTerraform).toBe(true);
    fs.writeFileSync(path.join(dev.folder, "terraform.tfstate"), state);
    life.workspace.keepStateInFile("dev");
    const { code, output } = await dev.terraform(["init", "-reconfigure"]);
    expect([code, output]).toEqual([0, expect.any(String)]);
  });
  afterAll(async () => {
    await deployed.aws.close();
    deployed.life.workspace.remove();
  });

  const recover = (...args: string[]) => {
    const { dev, target, aws } = deployed;
    return recoverLocally({ stack: "dev", folder: dev.folder, target, aws }, args);
  };
  const before =
    "HCP Terraform locks the state only while it is being written: continue only if the workspace has no run in progress.\n";
  const left = { name: "dev-old", platform: "Linux" as const, data: testDocument, tags: ownTags };

  it("asks the user to check first, and repairs everything", async () => {
    expect((await recover("--yes")).out).toBe("dev is complete: there is nothing to do.\n");
    await deployed.dev.terraform(["state", "rm", "-backup=-", "aws_iam_role.build_instance_role_C9A810F6"]);
    const told = await recover();
    expect([told.code, told.out]).toEqual([
      1,
      `IAM role dev-image-builder: in AWS, but not in the state → import it into the state\n${before}` +
        "Nothing was changed. To do this: npm run recover -- dev --yes\n",
    ]);
    const { code, out } = await recover("--yes");
    expect([code, out]).toEqual([0, expect.stringContaining(before)]);
    expect(await deployed.dev.isUnchanged()).toBe(true);
  });

  it("fails while a run is in progress, and deletes nothing", async () => {
    const { dev, aws } = deployed;
    const { imageBuilder } = clients;
    const create = new CreateComponentCommand({ ...left, semanticVersion: "1.0.0" });
    const { componentBuildVersionArn } = await imageBuilder.send(create);
    const get = () => imageBuilder.send(new GetComponentCommand({ componentBuildVersionArn }));
    await during(
      aws,
      "GetImagePipeline",
      () => dev.apply(),
      async () => {
        const refused = await recover("--yes");
        expect(refused.code).toBe(1);
        expect(refused.err).toMatch(
          /terraform state IB-RECOVER-TERRAFORM\n +found: +.*Error acquiring the state lock.* OperationTypeApply /,
        );
        expect((await get()).component?.name).toBe("dev-old");
      },
    );
    expect(await recover("--yes")).toEqual({ code: 0, err: "", out: expect.stringContaining("delete it") as string });
    await expect(get()).rejects.toThrow("cannot be found");
  });

  it("breaks no lock", async () => {
    const { code, err } = await recover("--yes", "--break-lock", "b5a1");
    expect(code).toBe(1);
    expect(err).toContain(
      '--break-lock IB-OP-ARGUMENTS\n  found:   "b5a1", and the state of dev is in HCP Terraform\n' +
        "  allowed: the lock of a state in S3\n" +
        "  fix:     unlock the workspace in its settings, if you know that its run is dead\n",
    );
  });
});
