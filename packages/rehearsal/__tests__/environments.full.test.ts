import { PutObjectCommand } from "@aws-sdk/client-s3";
import { ListImagePipelinesCommand, StartImagePipelineExecutionCommand } from "@aws-sdk/client-imagebuilder";
import * as fs from "node:fs";
import * as path from "node:path";
import { type LocalAws, startLocalAws } from "@pipelines/local-aws/local-aws";
import type { Applied, Deployment } from "../deployment";
import { accounts, region } from "@pipelines/testing/fixture-app";
import { describeWithTerraform } from "@pipelines/testing/terraform";
import { clientsOf } from "@pipelines/testing/clients";
import { builderChanges, Life, refusals, planned } from "@pipelines/testing/life";

const environments = ["dev", "staging", "prod"] as const;
type Environment = (typeof environments)[number];
type Each<T> = Readonly<Record<Environment, T>>;

/** The same changes in all environments, except that only dev's deploys build images with a new recipe. */
const inAll = (changes: readonly string[]): Each<string[]> => {
  const images = changes.filter((change) => change.includes("imagebuilder_container_recipe"));
  const built = images.map((change) => change.replace("imagebuilder_container_recipe", "imagebuilder_image"));
  return { dev: [...changes, ...built].sort(), staging: [...changes].sort(), prod: [...changes].sort() };
};

const deletedRepository = ["delete ecr_lifecycle_policy", "delete ecr_repository"];

const newRecipe = (image: string): string[] => [
  `replace imagebuilder_container_recipe of ${image}`,
  `update imagebuilder_image_pipeline of ${image}`,
];

// The life cycle of three environments, in parallel: each test picks up where the previous one left off.
describeWithTerraform("Every environment", (terraform) => {
  let aws: LocalAws;
  let life: Life;
  let deployments: Each<Deployment>;
  let callsBefore = 0;

  async function all<T>(work: (environment: Environment) => Promise<T>): Promise<Each<T>> {
    const results = await Promise.all(environments.map(async (each) => [each, await work(each)] as const));
    return Object.fromEntries(results) as unknown as Each<T>;
  }

  beforeAll(async () => {
    aws = await startLocalAws({ speed: 8000 });
    life = new Life(terraform, aws);
    for (const stack of ["staging", "prod"])
      edit(`stacks/${stack}-stack.ts`, "images: [", "buildOnDeploy: false, images: [");
    await life.synth();
    deployments = await all((environment) => life.deployment(environment));
  });
  afterAll(async () => {
    life.workspace.remove();
    await aws.close();
  });
  beforeEach(() => {
    callsBefore = aws.calls.length;
  });

  const newCalls = () => aws.calls.slice(callsBefore);
  const edit = (file: string, from: string | RegExp, to: string) => {
    life.workspace.edit(file, (text) => text.replace(from, to));
  };
  const editStacks = (from: string | RegExp, to: string) => {
    for (const environment of environments) edit(`stacks/${environment}-stack.ts`, from, to);
  };

  /** One apply per environment, which must be enough: nothing is refused, and nothing is left to change. */
  async function deploy(only: readonly Environment[] = environments): Promise<Each<string[]>> {
    const applied = await all(async (environment): Promise<Applied | undefined> =>
      only.includes(environment) ? deployments[environment].apply() : undefined,
    );
    expect(environments.flatMap((each) => applied[each]?.errors ?? [])).toEqual([]);
    expect(refusals(newCalls())).toEqual([]);
    const unchanged = await all(async (each) => !only.includes(each) || (await deployments[each].isUnchanged()));
    expect(unchanged).toEqual({ dev: true, staging: true, prod: true });
    return Object.fromEntries(
      Object.entries(applied).flatMap(([name, each]) => (each === undefined ? [] : [[name, planned(each)]])),
    ) as unknown as Each<string[]>;
  }

  it("is deployed in one apply, which leaves nothing to change", async () => {
    const { dev, staging, prod } = await deploy();
    expect(staging).toEqual(prod);
    expect(dev.filter((change) => !change.startsWith("create imagebuilder_image of"))).toEqual(staging);
    expect(new Set(staging.map((change) => change.split(" ")[0]))).toEqual(new Set(["create"]));
  });

  it("replaces what changed, and its recipe, creating the new ones before deleting the old ones, and updates the pipeline in place", async () => {
    edit("images/hello-world/hello-world.yaml", "Hello World! Build.", "Servus! Build.");
    edit("images/nginx/Dockerfile", /$/, "# one line more\n");
    edit("images/python-runtime/image.ts", '{ image: "base" }', '{ image: "base", tag: "latest" }');
    await life.synth();
    expect(await deploy()).toEqual(
      inAll([
        "replace imagebuilder_component of hello-world",
        ...["hello-world", "nginx", "python-runtime"].flatMap(newRecipe),
      ]),
    );
    const order = builderChanges(newCalls(), accounts.prod);
    const updates = ["UpdateImagePipeline", "UpdateImagePipeline", "UpdateImagePipeline"];
    expect(order.filter((operation) => operation.startsWith("Update"))).toEqual(updates);
    const lastOf = (operation: string) => order.lastIndexOf(operation);
    expect(lastOf("CreateComponent")).toBeLessThan(lastOf("CreateContainerRecipe"));
    expect(lastOf("CreateContainerRecipe")).toBeLessThan(lastOf("UpdateImagePipeline"));
    expect(lastOf("UpdateImagePipeline")).toBeLessThan(lastOf("DeleteContainerRecipe"));
    // The images are updated in parallel; local AWS would have refused a wrong order within an image.
    expect(order.indexOf("DeleteContainerRecipe")).toBeLessThan(lastOf("DeleteComponent"));
  });

  it("changes tags, a schedule and instance types in place", async () => {
    edit("images/hello-world/image.ts", "description:", 'tags: { Team: "hello" }, description:');
    edit("images/nginx/image.ts", "schedule: null", 'schedule: "rate(1 day)"');
    editStacks("region,\n", 'region,\n      instanceTypes: ["t3.small"],\n');
    await life.synth();
    const tagged = [
      "cloudwatch_log_group",
      "cloudwatch_log_group",
      "imagebuilder_component",
      "imagebuilder_container_recipe",
      "imagebuilder_distribution_configuration",
      "imagebuilder_image_pipeline",
    ];
    expect(await deploy()).toEqual(
      inAll([
        ...tagged.map((type) => `update ${type} of hello-world`),
        "update ecr_repository",
        "update imagebuilder_image_pipeline of nginx",
        "update imagebuilder_infrastructure_configuration",
      ]),
    );
  });

  const ofSecond = [
    "cloudwatch_log_group of second",
    "cloudwatch_log_group of second",
    "ecr_lifecycle_policy",
    "ecr_repository",
    "imagebuilder_component of second",
    "imagebuilder_container_recipe of second",
    "imagebuilder_distribution_configuration of second",
    "imagebuilder_image_pipeline of second",
  ];

  /** The policy lists the repositories that the build role may push to. */
  const strictPolicy = "update iam_role_policy";

  it("adds an image without touching the others", async () => {
    const images = path.join(life.workspace.folder, "images");
    fs.cpSync(path.join(images, "hello-world"), path.join(images, "second"), { recursive: true });
    edit("images/second/image.ts", "sample-repository", "second");
    editStacks('image("hello-world"', 'image("second"), image("hello-world"');
    await life.synth();
    expect(await deploy()).toEqual(inAll([...ofSecond.map((type) => `create ${type}`), strictPolicy]));
  });

  it("moves to a repository with a different name, and keeps the old one in prod, which is protected", async () => {
    edit("images/second/image.ts", '"second"', '"renamed"');
    await life.synth();
    const expected = inAll([
      "create ecr_lifecycle_policy",
      "create ecr_repository",
      ...deletedRepository,
      "update imagebuilder_distribution_configuration of second",
      strictPolicy,
      ...newRecipe("second"),
    ]);
    const prod = expected.prod.filter((change) => !deletedRepository.includes(change));
    expect(await deploy()).toEqual({ ...expected, prod });
  });

  it("refuses to destroy prod, saying why, and destroys nothing", async () => {
    const before = life.remaining();
    const { code, errors } = await deployments.prod.apply({ destroy: true });
    expect(code).toBe(1);
    for (const type of ["aws_ecr_repository", "aws_s3_bucket"]) {
      expect(errors.join("\n")).toMatch(new RegExp(`Resource ${type}\\.[^]*has lifecycle\\.prevent_destroy set`));
    }
    expect(life.remaining()).toEqual(before);
    expect(refusals(newCalls())).toEqual([]);
  });

  it("removes an image and everything that belongs to it, including non-empty repositories and logs", async () => {
    const { imageBuilder, s3 } = clientsOf(aws, region, accounts.prod);
    const { imagePipelineList = [] } = await imageBuilder.send(new ListImagePipelinesCommand({}));
    for (const { arn } of imagePipelineList) {
      await imageBuilder.send(new StartImagePipelineExecutionCommand({ imagePipelineArn: arn }));
    }
    const Bucket = `prod-image-builder-logs-${accounts.prod}-${region}`;
    for (const Body of ["one", "two"]) await s3.send(new PutObjectCommand({ Bucket, Key: "by-hand", Body }));
    aws.clock.skip(30);
    expect(life.remaining().join("\n")).toMatch(
      /ecr image renamed 1\.0\.1\d{4}-1, latest[^]*s3 object prod-image-builder-logs\S+\/by-hand/,
    );
    edit("stacks/prod-stack.ts", "deletionProtection: true", "deletionProtection: false");
    editStacks('image("second"), ', "");
    await life.synth();
    const removed = inAll([...ofSecond.map((type) => `delete ${type}`), strictPolicy]);
    // Without its protection, prod destroys what it kept earlier.
    expect(await deploy()).toEqual({ ...removed, prod: [...removed.prod, ...deletedRepository].sort() });
    const left = life.remaining().filter((row) => /second|renamed/.test(row) && !row.includes("/console.log"));
    expect(left).toEqual([expect.stringMatching(/^imagebuilder image prod-second 1\.0\.1\d{4}\/1$/)]);
  });

  it("is destroyed completely", async () => {
    const destroyed = await all((environment) => deployments[environment].apply({ destroy: true }));
    expect(environments.flatMap((each) => destroyed[each].errors)).toEqual([]);
    // Images that pipelines built stay in Image Builder's list, free of charge: Terraform never managed them.
    const left = life.remaining().filter((row) => !row.startsWith("imagebuilder image prod-"));
    const built = left.filter((row) => row.startsWith("imagebuilder image "));
    expect(left.filter((row) => !built.includes(row))).toEqual([]);
    expect(built.length).toBeLessThanOrEqual(aws.deliveries.length);
    // The provider first tries to delete a bucket, and empties it when AWS reports that it is not empty.
    expect(refusals(newCalls()).filter((refusal) => refusal !== "DeleteBucket BucketNotEmpty")).toEqual([]);
    expect(aws.unknownCalls).toEqual([]);
  });
});
