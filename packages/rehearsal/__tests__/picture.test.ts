import * as fs from "node:fs";
import * as path from "node:path";
import { pictureOf } from "../picture";

const docs = path.resolve(__dirname, "../../../docs");

it("The picture in the README shows the rehearsal in docs/rehearsal.md", () => {
  const page = fs.readFileSync(path.join(docs, "rehearsal.md"), "utf8");
  expect(fs.readFileSync(path.join(docs, "rehearsal.svg"), "utf8")).toBe(pictureOf(page));
});

it("A page without a recorded rehearsal has no picture", () => {
  expect(() => pictureOf("# Rehearsing a deploy\n")).toThrow("the page has no example");
});

it("A line that is too long is cut", () => {
  const drawn = pictureOf(`\n## Example\n\n\`\`\`text\n${"x".repeat(112)}\n${"y".repeat(113)}\n\`\`\`\n`);
  const texts = [...drawn.matchAll(/>([xy…]+)</g)].map(([, text]) => text);
  expect(texts).toEqual(["x".repeat(112), `${"y".repeat(111)}…`]);
});
