import { mermaid as escaped } from "@pipelines/findings/escape";
import type { Graph } from "./chains";

/** https://mermaid.js.org/syntax/flowchart.html */
export function mermaid({ nodes, edges }: Graph): string {
  const lines = [
    "flowchart LR",
    ...nodes.map(({ id, title, lines: below, foreign }) => {
      const text = [`<b>${escaped(title)}</b>`, ...below.map(escaped)];
      return foreign ? `  ${id}(["${escaped(title)}"])` : `  ${id}["${text.join("<br/>")}"]`;
    }),
    ...edges.map(({ from, to, follows }) => `  ${from} ${follows ? "-->" : "-.->"} ${to}`),
  ];
  return `${lines.join("\n")}\n`;
}
