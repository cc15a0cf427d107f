import { CreateComponentCommand } from "@aws-sdk/client-imagebuilder";
import type { LocalAws } from "../../../tools/rehearsal/aws/local-aws";
import { recoverLocally } from "../../../tools/rehearsal/local-recovery";
import { type Deployed, deployedDev } from "../../deployed";
import { describeWithTerraform } from "../../terraform";
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
