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

/** What an image with a component with this text, and others, reads. */
function read(text: string, others: readonly string[] = [], dockerfile = "Dockerfile"): string[] {
  const components = ["hello-world.yaml", ...others].map((one, index) => ({ document: one, name: `part-${index}` }));
  const image = testImage({ components, dockerfile });
  const [first, ...rest] = image.components;
  if (first?.kind !== "own") throw new Error("no component");
  return s3Sources({ ...image, components: [{ ...first, source: { file: "x.yaml", text } }, ...rest] });
}

describe("What a build reads from S3", () => {
  it("is empty if nothing is named", () => {
    expect(s3Sources(testImage())).toEqual([]);
    expect(read("this: is: not yaml")).toEqual([]);
  });

  it("is the Dockerfile and the documents that are kept there", () => {
    expect(read(document(), ["s3://documents/web/install.yaml"], "s3://templates/web/Dockerfile")).toEqual([
      "s3://documents/web/install.yaml",
      "s3://templates/web/Dockerfile",
    ]);
  });

  it("is what S3Download steps fetch from a literal source, without duplicates, and no other step", () => {
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

  it("is not what only the build knows: a source with a parameter or another step's output in it", () => {
    const text = document(
      ...download("Parameter", "s3://scripts/{{ Version }}/setup.sh", "s3://{{ Bucket }}/setup.sh", "{{ Source }}"),
    );
    expect(read(text)).toEqual([]);
  });
});
