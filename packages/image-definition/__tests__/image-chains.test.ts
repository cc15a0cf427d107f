import type { Image } from "../image";
import type { ImageDefinition } from "../image-definition";
import { ImageChains, placeParents } from "../image-chains";
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
