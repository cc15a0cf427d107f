import { ImageRepository } from "../../constructs/image-repository";
import { LeftRepository } from "../../constructs/left-repository";
import { place, SynthesizedStack, testStack } from "@pipelines/testing/stack";

const repository = {
  place,
  name: "team/web",
  imageTagMutability: "MUTABLE",
  deletionProtection: true,
  keep: { builds: 100 },
  protectedTags: [],
  tags: {},
} as const;

const nobody = { accounts: [], organizations: [], organizationalUnits: [], lambda: false };

describe("An orphaned repository", () => {
  it("makes Terraform forget all parts of the repository, at the same addresses, without destroying anything", () => {
    const before = testStack();
    new ImageRepository(before, "team/web", {
      ...repository,
      consumers: { ...nobody, organizations: ["o-a1b2c3d4e5"] },
    });
    const addresses = Object.entries(new SynthesizedStack(before).json.resource).flatMap(([type, resources]) =>
      Object.keys(resources).map((id) => `${type}.${id}`),
    );
    const after = testStack();
    new LeftRepository(after, "team/web");
    const { removed } = JSON.parse(new SynthesizedStack(after).text) as {
      removed: readonly { from: string; lifecycle: object }[];
    };
    expect(addresses).toHaveLength(3);
    expect(removed.map(({ from }) => from).sort()).toEqual(addresses.sort());
    expect(removed.map(({ lifecycle }) => lifecycle)).toEqual(Array(3).fill({ destroy: false }));
  });
});

describe("A former repository of an image that now uses another one", () => {
  it("is kept as it is, neither changed nor destroyed", () => {
    const stack = testStack();
    new ImageRepository(stack, "web", { ...repository, former: true });
    const synthesized = new SynthesizedStack(stack);
    expect(synthesized.resource("aws_ecr_repository")).toMatchObject({
      lifecycle: { ignore_changes: "all", prevent_destroy: true },
    });
    expect(synthesized.resource("aws_ecr_lifecycle_policy")).toMatchObject({ lifecycle: { ignore_changes: "all" } });
  });

  it("keeps its policy, which Terraform forgets", () => {
    const before = testStack();
    new ImageRepository(before, "web", { ...repository, consumers: { ...nobody, accounts: ["444455556666"] } });
    const address = new SynthesizedStack(before).address("aws_ecr_repository_policy");
    const after = testStack();
    new ImageRepository(after, "web", { ...repository, former: true });
    const { text } = new SynthesizedStack(after);
    expect(JSON.parse(text)).toMatchObject({ removed: [{ from: address, lifecycle: { destroy: false } }] });
  });
});
