import {
  CreateWorkflowCommand,
  GetWorkflowCommand,
  paginateListWorkflowBuildVersions,
} from "@aws-sdk/client-imagebuilder";
import * as fs from "node:fs";
import * as path from "node:path";
import { Deployment } from "@pipelines/rehearsal/deployment";
import { faultsAt } from "@pipelines/rehearsal/fault-points";
import { type RecoveredStack, recoverLocally } from "@pipelines/rehearsal/local-recovery";
import { type Deployed, deployedDev } from "@pipelines/testing/deployed";
import { describeWithTerraform } from "@pipelines/testing/terraform";
import { type Clients, clientsOf } from "@pipelines/testing/clients";
import { root } from "@pipelines/testing/life";

const tags = { Environment: "dev", Project: "container-image-pipelines", ManagedBy: "cdktf" };
const name = "dev-hello-world-approve";
const approve = fs.readFileSync(path.join(root, "packages/testing/fixtures/workflows/approve.yaml"), "utf8");

const workflows = `workflows: [
  { managed: "build-container" },
  { document: "approve.yaml", type: "TEST", parameters: { waitForApproval: "true" } },
],`;

// The life cycle of one environment: each test picks up where the previous one left off.
describeWithTerraform("npm run recover for images with workflows", (terraform) => {
  let deployed: Deployed;
  let dev: Deployment;
  let clients: Clients;
  let site: RecoveredStack;

  beforeAll(async () => {
    deployed = await deployedDev(terraform, { speed: 8000 });
    const { life, aws, target } = deployed;
    const { account, region } = life.workspace.config("dev");
    clients = clientsOf(aws, region, account);
    dev = deployed.dev;
    site = { stack: "dev", folder: dev.folder, target, aws };
    fs.writeFileSync(path.join(life.workspace.folder, "images/hello-world/approve.yaml"), approve);
    life.workspace.edit("images/hello-world/image.ts", (text) =>
      text.replace("parentImage:", `${workflows}\n  parentImage:`),
    );
    await deployed.synth();
    expect((await dev.apply()).errors).toEqual([]);
  });
  afterAll(async () => {
    await deployed.aws.close();
    deployed.life.workspace.remove();
  });

  const recover = (...args: string[]) => recoverLocally(site, ["--yes", "--wait", ...args]);
  const create = async (settings: { name: string; semanticVersion: string; tags: Record<string, string> }) => {
    const command = new CreateWorkflowCommand({ type: "TEST", data: approve, ...settings });
    return (await clients.imageBuilder.send(command)).workflowBuildVersionArn ?? "";
  };
  const existing = async () => {
    const all: string[] = [];
    for await (const page of paginateListWorkflowBuildVersions({ client: clients.imageBuilder }, {})) {
      all.push(...(page.workflowSummaryList ?? []).map(({ arn = "" }) => arn.replace(/^.*:workflow\//, "")));
    }
    return all;
  };

  it("deletes workflow versions that nothing needs, unless they belong to another environment", async () => {
    const before = await existing();
    await create({ name: "dev-hello-world-old", semanticVersion: "1.0.0", tags });
    await create({ name: "dev-other", semanticVersion: "1.0.0", tags: { ...tags, Environment: "dev2" } });
    const { code, out } = await recover();
    expect([code, out]).toEqual([
      0,
      "workflow dev-hello-world-old 1.0.0/1: left over, nothing needs it → delete it, unless something in AWS uses it\n" +
        "Done. Now: npm run deploy -- dev\n",
    ]);
    expect(await existing()).toEqual([...before, "test/dev-other/1.0.0/1"]);
    expect((await recover()).out).toBe("dev is complete: there is nothing to do.\n");
  });

  it("imports the workflow that a killed update created, in place of the old one", async () => {
    const { life, aws } = deployed;
    const [old = ""] = await existing();
    life.workspace.edit("images/hello-world/approve.yaml", (text) => text.replace("Approve", "ApproveOnce"));
    await deployed.synth();
    const ends = { kill: new AbortController(), interrupt: new AbortController() };
    const point = { number: 0, service: "imagebuilder", operation: "CreateImage", occurrence: 1 };
    const { faults, reached } = faultsAt(point, "killed", ends);
    aws.faults = faults;
    // Has its own provider, which is killed along with it.
    const target = { ...deployed.target, terraform };
    await new Deployment(dev.folder, target).apply({ kill: ends.kill.signal });
    aws.faults = undefined;
    expect(reached()).toBe(true);
    const made = (await existing()).find((each) => each.startsWith(`test/${name}/`) && each !== old) ?? "";

    const { code, out } = await recover();
    expect([code, out]).toEqual([0, expect.any(String)]);
    const words = (arn: string) => arn.replace("test/", "").replace("/", " ");
    expect(out).toContain(
      `workflow ${words(made)}: in AWS, but not in the state → import it into the state, instead of ${words(old)}, which the next deploy deletes\n`,
    );
    const { errors, changes } = await dev.apply();
    expect(errors).toEqual([]);
    expect(changes.filter(({ action }) => action === "create" || action === "replace")).toEqual([]);
    expect(await existing()).not.toContain(old);
    expect(await existing()).toContain(made);
    expect(await dev.isUnchanged()).toBe(true);
    expect((await recover()).out).toBe("dev is complete: there is nothing to do.\n");
  });

  it("advances the image's version if AWS has the workflow's version with different content, and changes nothing in AWS", async () => {
    const file = path.join(dev.folder, "cdk.tf.json");
    const before = fs.readFileSync(file, "utf8");
    const workflowBuildVersionArn = await create({ name, semanticVersion: "1.0.7", tags });
    const config = JSON.parse(before) as {
      resource: Record<string, Record<string, { version: string }>>;
    };
    for (const workflow of Object.values(config.resource["aws_imagebuilder_workflow"] ?? {})) {
      workflow.version = "1.0.7";
    }
    fs.writeFileSync(file, JSON.stringify(config));
    const forwarded: (readonly string[])[] = [];
    site = {
      ...site,
      machine: {
        forward: (images, environment) => {
          forwarded.push([...images, environment]);
          return true;
        },
      },
    };
    const { code, out } = await recover();
    expect([code, forwarded]).toEqual([0, [["hello-world", "dev"]]]);
    expect(out).toContain(
      `workflow ${name} 1.0.7/1: in AWS, but not in the state; its content is not what the stack needs`,
    );
    const { workflow } = await clients.imageBuilder.send(new GetWorkflowCommand({ workflowBuildVersionArn }));
    expect(workflow?.data).toBe(approve);
    fs.writeFileSync(file, before);
    expect((await recover()).out).toContain(`workflow ${name} 1.0.7/1: left over`);
  });
});
