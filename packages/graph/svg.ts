import { html } from "@pipelines/findings/escape";
import { type GraphLabel, graphlib, layout } from "@dagrejs/dagre";
import type { Edge, Graph, Node } from "./chains";

const fontSize = 13;
const lineHeight = 19;
const padding = { x: 14, y: 11 };
const margin = 20;
/** Space for the title and the legend. */
const header = 44;
/** Width of a character in a sans-serif font, in pixels: in a bold title, and in the lines below it. */
const characterWidth = { title: 8.4, line: 6.8 };

interface Size {
  readonly width: number;
  readonly height: number;
}

/** The size of an image in the layout, and its center. */
interface Box extends Size {
  readonly x: number;
  readonly y: number;
}

interface Line {
  readonly points: readonly { readonly x: number; readonly y: number }[];
}

/** Draws the chains from left to right, in colors that work on light and dark pages. */
export function svg(graph: Graph): string {
  const placed = new graphlib.Graph<GraphLabel & Partial<Size>, Box, Line>({ directed: true });
  placed.setGraph({ rankdir: "LR", nodesep: 18, ranksep: 44, marginx: margin, marginy: margin });
  placed.setDefaultEdgeLabel(() => ({ points: [] }));
  for (const node of graph.nodes) placed.setNode(node.id, { x: 0, y: 0, ...sizeOf(node) });
  for (const { from, to } of graph.edges) placed.setEdge(from, to);
  layout(placed);
  const { width = 0, height = 0 } = placed.graph();
  const nodes = graph.nodes.map((node) => box(node, placed.node(node.id)));
  const edges = graph.edges.map((edge) => arrow(edge, placed.edge(edge.from, edge.to)));
  const all = { width: Math.ceil(Math.max(width, 460)), height: Math.ceil(height + header - margin) };
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${all.width}" height="${all.height}" viewBox="0 0 ${all.width} ${all.height}" font-family="system-ui, sans-serif" font-size="${fontSize}" role="img" aria-label="${html(`Images of ${graph.title}`)}">
<style>${style}</style>
<defs><marker id="end" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" orient="auto"><path d="M0 0 8 4 0 8z" class="head"/></marker></defs>
<rect width="100%" height="100%" rx="10" class="page"/>
<text x="${margin}" y="28" class="title">${html(graph.title)}</text>
<path d="M${all.width - 300} 24h28" class="follows" marker-end="url(#end)"/><text x="${all.width - 264}" y="28" class="line">rebuilt with it</text>
<path d="M${all.width - 166} 24h28" class="stays" marker-end="url(#end)"/><text x="${all.width - 130}" y="28" class="line">on its own</text>
<g transform="translate(0 ${header - margin})">
${[...edges, ...nodes].join("\n")}
</g>
</svg>
`;
}

const style = `
.page { fill: #fff; stroke: #d0d7de }
.title, .name { font-weight: 600; fill: #1f2328 }
.line { fill: #59636e; font-size: 12px }
.image { fill: #f6f8fa; stroke: #0969da }
.foreign { fill: none; stroke: #8c959f; stroke-dasharray: 4 3 }
.follows, .stays { fill: none; stroke: #0969da; stroke-width: 1.5 }
.stays { stroke: #8c959f; stroke-dasharray: 4 3 }
.head { fill: #59636e }
@media (prefers-color-scheme: dark) {
  .page { fill: #0d1117; stroke: #30363d }
  .title, .name { fill: #f0f6fc }
  .line { fill: #9198a1 }
  .image { fill: #151b23; stroke: #4493f8 }
  .follows { stroke: #4493f8 }
  .head { fill: #9198a1 }
}
`;

function sizeOf({ title, lines, foreign }: Node): Size {
  const own = title.length * (foreign ? characterWidth.line : characterWidth.title);
  return {
    width: Math.max(own, ...lines.map((line) => line.length * characterWidth.line)) + 2 * padding.x,
    height: (lines.length + 1) * lineHeight + 2 * padding.y,
  };
}

function box(node: Node, { x, y, width, height }: Box): string {
  const left = x - width / 2;
  const top = y - height / 2;
  const text = [node.title, ...node.lines].map((line, index) => {
    const kind = index === 0 && !node.foreign ? "name" : "line";
    const baseline = top + padding.y + index * lineHeight + fontSize;
    return `<text x="${fixed(left + padding.x)}" y="${fixed(baseline)}" class="${kind}">${html(line)}</text>`;
  });
  const shape = `<rect x="${fixed(left)}" y="${fixed(top)}" width="${fixed(width)}" height="${fixed(height)}" rx="7" class="${node.foreign ? "foreign" : "image"}"/>`;
  return [shape, ...text].join("\n");
}

function arrow({ follows }: Edge, { points }: Line): string {
  const [first, ...others] = points.map(({ x, y }) => `${fixed(x)} ${fixed(y)}`);
  return `<path d="M${first ?? "0 0"} L${others.join(" ")}" class="${follows ? "follows" : "stays"}" marker-end="url(#end)"/>`;
}

function fixed(number: number): string {
  return String(Math.round(number * 10) / 10);
}
