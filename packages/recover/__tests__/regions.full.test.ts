import { CreateRepositoryCommand, DeleteRepositoryCommand } from "@aws-sdk/client-ecr";
import { Deployment } from "@pipelines/rehearsal/deployment";
import { recoverLocally } from "@pipelines/rehearsal/local-recovery";
import { describeWithTerraform } from "@pipelines/testing/terraform";
import { clientsOf } from "@pipelines/testing/clients";
import { account, further, home, OneImageLife } from "@pipelines/testing/one-image-life";

// A separate state, because any other Terraform process on this machine that works on the same state might hold the
// lock.
const state = 'state: { s3: { key: "two-regions/terraform.tfstate" } },';
const settings = `${state} regions: ["${further}"], consumers: { accounts: ["444455556666"] },`;

// The life cycle of one environment: each test picks up where the previous one left off.
describeWithTerraform("npm run recover for an environment in two regions", (terraform) => {
  let one: OneImageLife;
  beforeAll(async () => {
    one = await OneImageLife.start(terraform, state);
  });
  afterAll(() => one.close());

  const recover = (...args: string[]) => {
    const { folder, target } = one.dev;
    return recoverLocally({ stack: "dev", folder, target, aws: one.aws }, ["--yes", ...args]);
  };

  it.each([
    [home, "ECR repository one"],
    [further, `ECR repository one in ${further}`],
  ])("imports only the repository in %s if a deploy was killed while creating it", async (region, named) => {
    await one.synth(settings, "");
    expect((await one.dev.apply({ destroy: true })).errors).toEqual([]);
    const killed = new AbortController();
    // The repository in the other region does not exist yet.
    one.aws.faults = (call) => {
      if (call.operation !== "CreateRepository") return undefined;
      if (call.region !== region) return { kind: "reset-before-effect" };
      return {
        kind: "hook",
        when: "after",
        run: () => {
          killed.abort();
        },
      };
    };
    // Has its own provider, which is killed along with it.
    const dev = new Deployment(one.dev.folder, { terraform, endpoint: one.aws.endpoint, account });
    expect((await dev.apply({ kill: killed.signal })).code).not.toBe(0);
    one.aws.faults = undefined;
    expect(one.life.remaining().filter((each) => each.startsWith("ecr repository"))).toHaveLength(1);
    const { code, out, err } = await recover();
    expect([code, err]).toEqual([0, ""]);
    expect(out.split("\n").filter((line) => line.includes("ECR repository"))).toEqual([
      expect.stringContaining(`${named}: in AWS, but not in the state → import it into the state`),
    ]);
    await one.whole();
    expect((await recover()).out).toBe("dev is complete: there is nothing to do.\n");
  });

  it("notices that the repository in one region is gone, and re-creates it", async () => {
    const { ecr } = clientsOf(one.aws, further, account);
    await ecr.send(new DeleteRepositoryCommand({ repositoryName: "one", force: true }));
    const { code, out } = await recover();
    expect([code, out]).toEqual([
      0,
      `ECR repository one in ${further}: in the state, but not in AWS; the next deploy re-creates it\ndev is complete: there is nothing to do.\n`,
    ]);
    await one.whole();
  });

  it("leaves alone what others created in one region, until asked to adopt it", async () => {
    expect((await one.dev.apply({ destroy: true })).errors).toEqual([]);
    const { ecr } = clientsOf(one.aws, further, account);
    await ecr.send(new CreateRepositoryCommand({ repositoryName: "one" }));
    const refused = await recover();
    expect([refused.code, refused.err]).toEqual([
      1,
      expect.stringContaining(`npm run recover -- dev --adopt aws_ecr_repository=${further}:one`),
    ]);
    const { code, out } = await recover("--adopt", `aws_ecr_repository=${further}:one`);
    expect([code, out]).toEqual([
      0,
      expect.stringContaining(`ECR repository one in ${further}: in AWS under the name that the stack wants`),
    ]);
    await one.whole();
  });
});
