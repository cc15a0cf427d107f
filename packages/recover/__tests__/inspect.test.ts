import { CreateRepositoryCommand } from "@aws-sdk/client-ecr";
import { CreateImageCommand } from "@aws-sdk/client-imagebuilder";
import { type LocalAws, startLocalAws } from "@pipelines/local-aws/local-aws";
import { localAccess } from "@pipelines/rehearsal/local-recovery";
import { arn, clientsOf, component, makeParts, parts, testAccount, testRegion } from "@pipelines/testing/clients";
import { Inspection, type Matter } from "../inspect";
import { servicesOf } from "../services";
import { emptyState, type Instance, type StateFile } from "../state-file";
import type { Wanted } from "../wanted";

const place = { environment: "dev", account: testAccount, region: testRegion, partition: "aws" };
const tags = { Environment: "dev" };
const further = "eu-central-1";
const address = "aws_ecr_repository.web";
const image = "aws_imagebuilder_image.web";
const provider = 'provider["registry.terraform.io/hashicorp/aws"]';

let aws: LocalAws;
beforeEach(async () => {
  aws = await startLocalAws({ speed: 0 });
});
afterEach(async () => {
  expect(aws.unknownCalls).toEqual([]);
  await aws.close();
});

async function repository(repositoryName: string, Environment?: string, region?: string): Promise<void> {
  const Tags = Environment === undefined ? [] : [{ Key: "Environment", Value: Environment }];
  await clientsOf(aws, region, testAccount).ecr.send(new CreateRepositoryCommand({ repositoryName, tags: Tags }));
}

const wantedRepository = (name: string, region?: string): Wanted => ({
  address,
  type: "aws_ecr_repository",
  attributes: { name },
  region,
});
const wantedImage: Wanted = {
  address: image,
  type: "aws_imagebuilder_image",
  attributes: { container_recipe_arn: parts.containerRecipeArn },
  region: undefined,
};

function stateOf(at: string, ...instances: readonly Partial<Instance>[]): StateFile {
  const [type = "", name = ""] = at.split(".");
  const whole = instances.map((each) => ({ schema_version: 0, attributes: {}, ...each }));
  return { ...emptyState("1.11.4"), resources: [{ mode: "managed", type, name, provider, instances: whole }] };
}

function matters(
  wanted: readonly Wanted[],
  state?: StateFile,
  isOfStack?: (name: string) => boolean,
): Promise<Matter[]> {
  const services = servicesOf(localAccess(place, aws, 1));
  const byAddress = new Map(wanted.map((each) => [each.address, each]));
  return new Inspection(services, byAddress, tags, state, isOfStack).matters();
}

const inState = (id: string, more: Partial<Instance> = {}): StateFile =>
  stateOf(address, { attributes: { id, name: id }, ...more });
const tainted = { status: "tainted" } as const;

describe("A resource of the stack", () => {
  test.each<[what: string, owners: Record<string, string | undefined>, state: StateFile | undefined, Matter[]]>([
    ["that neither AWS nor the state has is for the deploy", {}, undefined, []],
    ["that both have is in order", { web: "dev" }, inState("web"), []],
    [
      "that AWS has with the environment's tags is missing in the state",
      { web: "dev" },
      undefined,
      [{ kind: "missing", address, id: "web", instead: undefined }],
    ],
    [
      "that AWS has with other tags is foreign",
      { web: "prod" },
      undefined,
      [{ kind: "foreign", address, id: "web", tags: { Environment: "prod" } }],
    ],
    ["that the state has alone is gone", {}, inState("web"), [{ kind: "gone", address, id: "web" }]],
    [
      "that the state has under its old name is missing, next to the old one",
      { web: "dev", old: "dev" },
      inState("old"),
      [{ kind: "missing", address, id: "web", instead: { id: "old", exists: true } }],
    ],
    [
      "that the state has under a name that is gone is missing, instead of that one",
      { web: "dev" },
      inState("old"),
      [{ kind: "missing", address, id: "web", instead: { id: "old", exists: false } }],
    ],
    [
      "that others made under its new name is foreign, whatever became of the old one",
      { web: undefined },
      inState("old"),
      [
        { kind: "gone", address, id: "old" },
        { kind: "foreign", address, id: "web", tags: {} },
      ],
    ],
    ["that still has its old name is for the deploy", { old: "dev" }, inState("old"), []],
    [
      "that is tainted and complete loses its taint",
      { web: "dev" },
      inState("web", tainted),
      [{ kind: "tainted", address, id: "web" }],
    ],
    [
      "that is tainted, and others', is created again",
      { web: "prod" },
      inState("web", tainted),
      [{ kind: "broken", address, id: "web", status: "AVAILABLE" }],
    ],
    [
      "that has no id in the state is missing",
      { web: "dev" },
      stateOf(address, { attributes: { id: 1, name: "old" } }),
      [{ kind: "missing", address, id: "web", instead: { id: "", exists: false } }],
    ],
  ])("%s", async (_, owners, state, expected) => {
    for (const [name, owner] of Object.entries(owners)) await repository(name, owner);
    expect(await matters([wantedRepository("web")], state)).toEqual(expected);
  });

  test("in a further region is looked for there", async () => {
    await repository("web", "dev");
    expect(await matters([wantedRepository("web", further)])).toEqual([]);
    await repository("web", "dev", further);
    expect(await matters([wantedRepository("web", further)])).toEqual([
      { kind: "missing", address, id: "web", instead: undefined, region: further },
    ]);
  });

  test("that a deploy only sets is never missing", async () => {
    const policy = { address: "aws_ecr_lifecycle_policy.web", type: "aws_ecr_lifecycle_policy" };
    expect(await matters([{ ...policy, attributes: { repository: "web" }, region: undefined }])).toEqual([]);
  });
});

describe("A build", () => {
  const id = (build: number) => arn(`image/hello/1.0.0/${build}`);
  const inStack = (build: number) =>
    stateOf(image, { attributes: { id: id(build), ...wantedImage.attributes }, ...tainted });

  beforeEach(async () => {
    const clients = clientsOf(aws, testRegion, testAccount);
    await makeParts(clients);
    await clients.imageBuilder.send(new CreateImageCommand({ ...parts, tags }));
  });

  test("that runs is awaited, whether the state has it or not, and even if nothing wants it", async () => {
    const building = { kind: "building", id: id(1), status: "PENDING" };
    expect(await matters([wantedImage])).toEqual([{ ...building, address: image }]);
    expect(await matters([wantedImage], inStack(1))).toEqual([{ ...building, address: image }]);
    expect(await matters([], undefined)).toEqual([]);
    const other = stateOf(image, { attributes: { id: id(9), ...wantedImage.attributes } });
    expect(await matters([wantedImage], other)).toEqual([
      { kind: "gone", address: image, id: id(9) },
      { ...building, address: image },
    ]);
  });

  test("that has ended is complete, or has to be made again", async () => {
    aws.clock.skip(60);
    aws.remaining();
    expect(await matters([wantedImage], inStack(1))).toEqual([{ kind: "tainted", address: image, id: id(1) }]);
    aws.failBuilds = { hello: "no" };
    await clientsOf(aws, testRegion, testAccount).imageBuilder.send(new CreateImageCommand({ ...parts, tags }));
    aws.clock.skip(60);
    aws.remaining();
    expect(await matters([wantedImage], inStack(2))).toEqual([
      { kind: "broken", address: image, id: id(2), status: "FAILED" },
    ]);
  });
});

test("What is left over has the environment's name and tags, and nothing wants it", async () => {
  const { imageBuilder } = clientsOf(aws, testRegion, testAccount);
  const make = async (name: string, Environment: string, semanticVersion = "1.0.0") => {
    const command = component({ name, semanticVersion });
    await imageBuilder.send(Object.assign(command, { input: { ...command.input, tags: { Environment } } }));
  };
  await make("dev-web-hello", "dev");
  await make("dev-web-hello", "dev", "1.0.1");
  await make("dev-web-hello", "dev", "1.0.2");
  await make("dev-shop-hello", "dev");
  await make("dev-theirs", "prod");
  await make("prod-web", "dev");
  const version = (name: string, number: string) => arn(`component/${name}/${number}/1`);
  const at = "aws_imagebuilder_component.hello";
  const wanted: Wanted = {
    address: at,
    type: "aws_imagebuilder_component",
    attributes: { name: "dev-web-hello", version: "1.0.1" },
    region: undefined,
  };
  const state = stateOf(at, { attributes: { id: version("dev-web-hello", "1.0.2") }, deposed: "00000001" });
  const missing = { kind: "missing", address: at, id: version("dev-web-hello", "1.0.1"), instead: undefined };
  const first = { kind: "left over", id: version("dev-web-hello", "1.0.0") };
  const shop = { kind: "left over", id: version("dev-shop-hello", "1.0.0") };
  const found = await matters([wanted], state);
  expect(found).toEqual(expect.arrayContaining([missing, first, shop]));
  expect(found).toHaveLength(3);
  expect(await matters([wanted], state, (name) => name.startsWith("dev-web"))).toEqual([missing, first]);
});
