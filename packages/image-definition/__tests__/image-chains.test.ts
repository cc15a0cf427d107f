import type { Image } from "../image";
import type { ImageDefinition } from "../image-definition";
import { afterParent, ImageChains, parentTag, placeParents } from "../image-chains";
import { testImage } from "@pipelines/testing/stack";

function image(name: string, parent?: string, more: Partial<ImageDefinition> = {}): Image {
  return testImage({ ...(parent === undefined ? {} : { parentImage: { image: parent } }), ...more }, name);
}

function names(images: readonly Image[]): string[] {
  return images.map(({ name }) => name);
}

describe("Images built on other images", () => {
  const images = [
    image("web", "runtime"),
    image("tool"),
    image("runtime", "base"),
    image("base"),
    image("cli", "base"),
  ];
  const chains = new ImageChains(images);

  it("come after their parents, but otherwise keep the environment's order", () => {
    expect(names(chains.parentsFirst())).toEqual(["base", "runtime", "web", "tool", "cli"]);
  });

  it("each have a single path that leads to them", () => {
    const [web = image("web")] = images;
    expect(chains.pathTo(web).circular).toBe(false);
    expect(names(chains.pathTo(web).path)).toEqual(["base", "runtime", "web"]);
  });

  it("have a position in the order even if they form a cycle", () => {
    expect(names(new ImageChains([image("a", "b"), image("b", "a"), image("c", "a")]).parentsFirst()).sort()).toEqual([
      "a",
      "b",
      "c",
    ]);
  });

  it("have a path that starts where the cycle closes, if there is one", () => {
    const [a, b, c] = [image("a", "b"), image("b", "a"), image("c", "a")] as const;
    const { path, circular } = new ImageChains([a, b, c]).pathTo(c);
    expect([names(path), circular]).toEqual([["a", "b", "a", "c"], true]);
  });

  it("follow their parents if they are enabled, unless they or their environment rule it out", () => {
    const all = [
      ...images,
      image("disabled", "base", { enabled: false }),
      image("independent", "base", { rebuildWithParent: false }),
      image("orphan", "elsewhere"),
    ];
    expect(names(new ImageChains(all).followers())).toEqual(["web", "runtime", "cli"]);
    expect([undefined, "stable"].map((channel) => afterParent("base", channel))).toEqual([
      "after base",
      "after each promotion of base to stable",
    ]);
  });

  it("are found by name, even if it is misspelled; if there are two, the first one counts", () => {
    const second = image("base", undefined, { repository: "second" });
    const both = new ImageChains([...images, second]);
    expect(both.parentOf(image("x", "base"))?.repository).toBe("base");
    expect([both.near("bse"), both.near("something-else")]).toEqual(["base", undefined]);
    expect(both.names()).toEqual(["web", "tool", "runtime", "base", "cli"]);
    expect([image("x"), image("x", "gone")].map((each) => both.parentOf(each))).toEqual([undefined, undefined]);
  });

  it("are not built on a tag if neither they nor the parent has one", () => {
    const untagged = image("base", undefined, { containerTags: [] });
    expect(parentTag(image("web", "base"), untagged)).toBeUndefined();
    expect(placeParents([untagged, image("web", "base")], "registry").map((each) => each.parentImage)).toEqual([
      "amazonlinux:latest",
      undefined,
    ]);
  });

  it("use the parent's repository and first tag, or the tag that the definition sets", () => {
    const base = image("base", undefined, { repository: "platform/base", containerTags: ["2023", "latest"] });
    const placed = placeParents(
      [base, image("web", "base"), testImage({ parentImage: { image: "base", tag: "latest" } }, "cli")],
      "123456789012.dkr.ecr.eu-west-1.amazonaws.com",
    );
    expect(placed.map(({ parentImage }) => parentImage)).toEqual([
      "amazonlinux:latest",
      "123456789012.dkr.ecr.eu-west-1.amazonaws.com/platform/base:2023",
      "123456789012.dkr.ecr.eu-west-1.amazonaws.com/platform/base:latest",
    ]);
  });
});
