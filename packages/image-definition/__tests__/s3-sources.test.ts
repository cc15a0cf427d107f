import { s3Sources } from "../s3-sources";
import { testImage } from "@pipelines/testing/stack";

const document = (...steps: readonly string[]): string =>
  ["schemaVersion: 1.0", "phases:", "  - name: build", "    steps:", ...steps.map((step) => `      ${step}`)].join(
    "\n",
  );

const download = (name: string, ...sources: readonly string[]): string[] => [
  `- name: ${name}`,
  "  action: S3Download",
  "  inputs:",
  ...sources.flatMap((source) => [`    - source: ${JSON.stringify(source)}`, "      destination: /tmp/x"]),
];

/** Returns the S3 objects that an image reads if one of its components has this document. */
function read(text: string, others: readonly string[] = [], dockerfile = "Dockerfile"): string[] {
  const components = ["hello-world.yaml", ...others].map((one, index) => ({ document: one, name: `part-${index}` }));
  const image = testImage({ components, dockerfile });
  const [first, ...rest] = image.components;
  if (first?.kind !== "own") throw new Error("no component");
  return s3Sources({ ...image, components: [{ ...first, source: { file: "x.yaml", text } }, ...rest] });
}

describe("The list of S3 objects that a build reads", () => {
  it("is empty if no source is named", () => {
    expect(s3Sources(testImage())).toEqual([]);
    expect(read("this: is: not yaml")).toEqual([]);
  });

  it("includes the Dockerfile and the documents that are stored there", () => {
    expect(read(document(), ["s3://documents/web/install.yaml"], "s3://templates/web/Dockerfile")).toEqual([
      "s3://documents/web/install.yaml",
      "s3://templates/web/Dockerfile",
    ]);
  });

  it("includes objects that S3Download steps fetch from a literal source, without duplicates, and nothing from other steps", () => {
    const text = document(
      ...download("Scripts", "s3://scripts/setup.sh", "s3://tools/linux/*"),
      ...download("Again", "s3://scripts/setup.sh"),
      "- name: Upload",
      "  action: S3Upload",
      "  inputs:",
      "    - source: /tmp/x",
      "      destination: s3://results/x",
    );
    expect(read(text)).toEqual(["s3://scripts/setup.sh", "s3://tools/linux/*"]);
  });

  it("excludes sources known only during the build: those with a parameter or another step's output", () => {
    const text = document(
      ...download("Parameter", "s3://scripts/{{ Version }}/setup.sh", "s3://{{ Bucket }}/setup.sh", "{{ Source }}"),
    );
    expect(read(text)).toEqual([]);
  });
});
