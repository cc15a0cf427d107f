import { describeWithTerraform } from "@pipelines/testing/terraform";
import { ChainLife, each } from "./chain-life";

const chains = { app: "left", left: "base", base: undefined, right: "base" };

// A single life cycle: each test continues where the previous one ended.
describeWithTerraform("A deploy of images that are built on one another", (terraform) => {
  let life: ChainLife;

  beforeAll(async () => {
    life = await ChainLife.start(terraform);
    life.define(chains);
  });
  afterAll(async () => {
    expect(life.aws.unknownCalls).toEqual([]);
    await life.aws.close();
  });

  it("builds each image once, after its parent, and starts no pipeline", async () => {
    await life.deploy();
    life.settle();
    expect(life.builds()).toEqual(each(chains, 1));
    expect(await life.outdated(chains)).toEqual([]);
    expect(life.aws.deliveries).toEqual([]);
    expect(await life.terraform.isUnchanged()).toBe(true);
  });

  it("lets a later manual build of an image build each image below it once", async () => {
    const before = life.builds();
    await life.build("left");
    life.settle();
    expect(life.builds()).toEqual({ ...before, left: (before.left ?? 0) + 1, app: (before.app ?? 0) + 1 });
    expect(await life.outdated(chains)).toEqual([]);
  });
});
