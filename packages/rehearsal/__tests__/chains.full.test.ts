import { planned } from "@pipelines/testing/life";
import { describeWithTerraform } from "@pipelines/testing/terraform";
import { type Chains, ChainLife, each } from "./chain-life";

/** So far in the future that the schedule never starts a build while a test waits for others. */
const newYear2100 = "cron(0 0 1 1 ? 2100)";

/** Returns a chain of five images. */
function line(name: string, length = 5): Chains {
  const names = Array.from({ length }, (_, index) => `${name}${index + 1}`);
  return Object.fromEntries(names.map((one, index) => [one, names[index - 1]]));
}

/** Returns an image with this many children; the default number is more than one EventBridge rule can start. */
function tree(name: string, children = 7): Chains {
  const leaves = Array.from({ length: children }, (_, index) => [`${name}-leaf${index + 1}`, name] as const);
  return { [name]: undefined, ...Object.fromEntries(leaves) };
}

function plus(
  before: Readonly<Record<string, number>>,
  more: Readonly<Record<string, number>>,
): Record<string, number> {
  return Object.fromEntries(Object.entries(before).map(([name, count]) => [name, count + (more[name] ?? 0)]));
}

function without<T>(all: Readonly<Record<string, T>>, name: string): Record<string, T> {
  return Object.fromEntries(Object.entries(all).filter(([one]) => one !== name));
}

describeWithTerraform("Sixty images in chains", (terraform) => {
  const quads = Object.fromEntries(
    Array.from({ length: 11 }, (_, index) => Object.entries(line(`quad${index + 1}-`, 4))).flat(),
  );
  const chains: Chains = { ...line("line"), ...tree("tree"), ...quads, ...line("rest", 3) };
  let life: ChainLife;

  beforeAll(async () => {
    life = await ChainLife.start(terraform, { schedules: true });
    life.define(chains, { line1: { schedule: newYear2100 }, tree: { schedule: newYear2100 } });
  });
  afterAll(async () => {
    expect(life.aws.unknownCalls).toEqual([]);
    await life.aws.close();
  });

  it("are each built once by a first deploy, on top of the previous image", async () => {
    expect(Object.keys(chains)).toHaveLength(60);
    await life.deploy();
    life.settle();
    expect(life.builds()).toEqual(each(chains, 1));
    expect(await life.outdated(chains)).toEqual([]);
    expect(life.aws.deliveries).toEqual([]);
  });

  it("are rebuilt after scheduled builds of their parents, through all levels, while no others are rebuilt", async () => {
    const { clock } = life.aws;
    clock.skip((Date.UTC(2100, 0, 1, 0, 1) - clock.now().getTime()) / 60_000);
    life.settle();
    const rebuilt = Object.keys({ ...line("line"), ...tree("tree") });
    expect(life.builds()).toEqual(each(chains, 1, Object.fromEntries(rebuilt.map((name) => [name, 2]))));
    expect(await life.outdated(chains)).toEqual([]);
    expect(life.aws.deliveries.filter(({ refused }) => refused !== undefined)).toEqual([]);
  });

  it("are destroyed together with the rules, targets and roles that link them", async () => {
    expect((await life.terraform.apply({ destroy: true })).errors).toEqual([]);
    // Images built by pipelines were never managed by Terraform.
    expect(life.aws.remaining().filter(({ kind }) => kind !== "image")).toEqual([]);
  });
});

// A single life cycle: each test continues where the previous one ended.
describeWithTerraform("A change in a chain", (terraform) => {
  const chains: Chains = { ...line("line"), side: "line1", other: undefined };
  let life: ChainLife;
  let before: Record<string, number>;
  const versions = { line3: { version: "1.3" }, other: { version: "1.3" } };

  beforeAll(async () => {
    life = await ChainLife.start(terraform);
    life.define(chains);
    await life.deploy();
    life.settle();
  });
  beforeEach(() => {
    before = life.builds();
  });
  afterAll(async () => {
    expect(life.aws.unknownCalls).toEqual([]);
    await life.aws.close();
  });

  it("of the first image is built by the deploy, and EventBridge builds each image below it once without changing that image's version", async () => {
    life.define(chains, { line1: { version: "1.1" } });
    const applied = await life.deploy();
    life.settle();
    expect(planned(applied)).toEqual([
      "replace imagebuilder_container_recipe",
      "replace imagebuilder_image",
      "update imagebuilder_image_pipeline",
    ]);
    expect(applied.changes.map(({ address }) => address).filter((one) => !one.includes("image_line1_"))).toEqual([]);
    expect(life.builds()).toEqual(plus(before, { ...each(line("line"), 1), side: 1 }));
    expect(await life.outdated(chains)).toEqual([]);
    expect(await life.terraform.isUnchanged()).toBe(true);
  });

  it("of several images makes each image build at most once per change to it or to an image above it", async () => {
    life.define(chains, { line1: { version: "1.2" }, line3: { version: "1.2" } });
    await life.deploy();
    life.settle();
    expect(life.builds()).toEqual(plus(before, { line1: 1, line2: 1, line3: 2, line4: 2, line5: 2, side: 1 }));
    expect(await life.outdated(chains)).toEqual([]);
  });

  it("at the first image, together with one at a middle image, builds the images below both only twice", async () => {
    await life.build("line1");
    await life.build("line2");
    life.settle();
    expect(life.builds()).toEqual(plus(before, { line1: 1, line2: 2, line3: 2, line4: 2, line5: 2, side: 1 }));
    expect(await life.outdated(chains)).toEqual([]);
  });

  it("that fails to build stops only the images built on it, and the next deploy continues", async () => {
    life.define(chains, { ...versions, line1: { version: "1.3" } });
    life.aws.failBuilds = { "test-line1": "exit status 1" };
    const { errors } = await life.terraform.apply();
    life.settle();
    expect(errors).toHaveLength(1);
    expect(errors[0]).toMatch(/image\/test-line1\/1\.3\.0\/1[^]*'FAILED'[^]*exit status 1/);
    expect(life.builds()).toEqual(plus(before, { other: 1 }));
    life.aws.failBuilds = {};
    life.define(chains, { ...versions, line1: { version: "1.4" } });
    await life.deploy();
    life.settle();
    expect(life.builds()).toEqual(
      plus(before, { line1: 1, line2: 1, line3: 2, line4: 2, line5: 2, side: 1, other: 1 }),
    );
    expect(await life.outdated(chains)).toEqual([]);
    expect(await life.terraform.isUnchanged()).toBe(true);
  });

  it("of the first image's name builds the new image, and everything that refers to it, once", async () => {
    const renamed: Chains = { ...without(chains, "line1"), first: undefined, line2: "first", side: "first" };
    life.define(renamed, { ...versions, line2: { version: "1.5" }, side: { version: "1.5" } });
    await life.deploy();
    life.settle();
    expect(life.builds()).toEqual(
      plus({ ...without(before, "line1"), first: 0 }, { first: 1, line2: 1, line3: 1, line4: 1, line5: 1, side: 1 }),
    );
    expect(await life.outdated(renamed)).toEqual([]);
  });

  it("from all images to none leaves nothing behind", async () => {
    expect((await life.terraform.apply({ destroy: true })).errors).toEqual([]);
    expect(life.aws.remaining().filter(({ kind }) => kind !== "image")).toEqual([]);
  });
});

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
