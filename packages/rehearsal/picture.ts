import * as fs from "node:fs";
import * as path from "node:path";

/**
 * Draws the example in docs/rehearsal.md as a picture of a terminal, for the README: `node --require ./typescript.cjs
 * packages/rehearsal/picture.ts` writes docs/rehearsal.svg.
 */
const docs = path.resolve(__dirname, "../../docs");

/** Number of lines shown per step; longer output is cut to its first and last lines. */
const shown = 8;
/** Number of characters shown per line. */
const columns = 112;
const lineHeight = 17;
const colours = new Map([
  ["+ ", "#7ee787"],
  ["- ", "#ff7b72"],
  ["~ ", "#e3b341"],
]);

/** Renders the output of `npm run rehearse`, from the page that contains it, as an SVG. */
export function pictureOf(page: string): string {
  const [, example] = /\n## Example\n[^]*?```text\n([^]*?)```/.exec(page) ?? [];
  if (example === undefined) throw new Error("the page has no example");
  const lines = ["$ npm run rehearse", ...shortened(example.trimEnd().split("\n"))];
  const [width, height] = [20 + columns * 7.25 + 20, 48 + lines.length * lineHeight];
  const texts = lines.map((line, index) => {
    const isStep = /^[[$]/.test(line);
    const colour = isStep ? "#e6edf3" : (colours.get(line.trimStart().slice(0, 2)) ?? "#9da7b3");
    const text = line.length > columns ? `${line.slice(0, columns - 1)}…` : line;
    const weight = isStep ? ' font-weight="bold"' : "";
    const y = 48 + index * lineHeight;
    return `<text x="20" y="${y}" fill="${colour}"${weight} style="white-space:pre">${escaped(text)}</text>`;
  });
  return `${[
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-label="Output of npm run rehearse">`,
    `<rect width="${width}" height="${height}" rx="8" fill="#0d1117"/>`,
    ...["#ff5f57", "#febc2e", "#28c840"].map((fill, n) => `<circle cx="${20 + 20 * n}" cy="18" r="6" fill="${fill}"/>`),
    '<g font-family="ui-monospace, SFMono-Regular, Menlo, DejaVu Sans Mono, Consolas, monospace" font-size="12" xml:space="preserve">',
    ...texts,
    "</g>",
    "</svg>",
  ].join("\n")}\n`;
}

function shortened(lines: readonly string[]): string[] {
  const steps: string[][] = [];
  for (const line of lines) {
    const last = steps.at(-1);
    if (last === undefined || line.startsWith("[")) steps.push([line]);
    else last.push(line);
  }
  return steps.flatMap((step) =>
    step.length <= shown + 1 ? step : [...step.slice(0, shown - 1), "    …", ...step.slice(-1)],
  );
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

if (require.main === module) {
  const page = fs.readFileSync(path.join(docs, "rehearsal.md"), "utf8");
  fs.writeFileSync(path.join(docs, "rehearsal.svg"), pictureOf(page));
}
