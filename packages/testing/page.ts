import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import { inheritedEnvironment } from "@pipelines/terraform/terraform";

/** A step that a reader takes while following a page: run a command, write a file, or change lines in one. */
export type Step =
  | { readonly kind: "command"; readonly command: string; readonly output: string }
  | { readonly kind: "file"; readonly file: string; readonly text: string }
  | { readonly kind: "change"; readonly file: string; readonly from: string; readonly to: string };

/**
 * Returns the steps on a page, or in one of its sections, in order:
 *
 * - a `console` block contains commands after `$`, each followed by its output;
 * - a `diff` block starts with `--- ` and the file whose lines it changes; `@@` separates the changes;
 * - any other block is a file if its first line is a comment with a path, which is not part of the file.
 *
 * All other blocks are for reading.
 */
export function stepsOf(markdown: string, section?: string): Step[] {
  const text = section === undefined ? markdown : sectionOf(markdown, section);
  return [...text.matchAll(/^( *)```(\w+)\n([^]*?)^ *```$/gm)].flatMap(([, indent = "", language, block = ""]) => {
    const body = block.replaceAll(new RegExp(`^${indent}`, "gm"), "");
    if (language === "console") return commandsOf(body);
    const [first = "", ...rest] = body.split("\n");
    const file = /^(?:\/\/|#|---) (\S+[/.]\S+)$/.exec(first)?.[1];
    if (file === undefined) return [];
    if (language !== "diff") return [{ kind: "file", file, text: rest.join("\n").replace(/^\n/, "") }];
    const places = rest.join("\n").split(/^@@\n/m);
    return places.map((place) => ({ kind: "change", file, from: side(place, "+"), to: side(place, "-") }));
  });
}

/** Returns one side of a diff: without the `+` lines, the file before; without the `-` lines, the file after. */
function side(diff: string, without: "+" | "-"): string {
  const lines = diff.split("\n").filter((line) => line !== "" && !line.startsWith(without));
  return lines.map((line) => `${line.slice(1)}\n`).join("");
}

function sectionOf(markdown: string, heading: string): string {
  const [, level = "", body] = new RegExp(`^(#+) ${heading}\\n([^]*)`, "m").exec(markdown) ?? [];
  if (body === undefined) throw new Error(`the page has no section "${heading}"`);
  return body.split(new RegExp(`^#{1,${level.length}} `, "m"))[0] ?? "";
}

function commandsOf(block: string): Step[] {
  return block
    .split(/^\$ /m)
    .slice(1)
    .map((text) => {
      const [command = "", ...output] = text.split("\n");
      return { kind: "command", command, output: output.join("\n").trim() };
    });
}

/** Follows the steps in a copy of the project, and throws if the result of a step differs from the page. */
export function play(steps: readonly Step[], folder: string, env: Readonly<Record<string, string>> = {}): void {
  if (steps.length === 0) throw new Error("the page has no steps");
  for (const step of steps) {
    if (step.kind === "command") {
      runStep(step.command, step.output, folder, env);
      continue;
    }
    const file = path.join(folder, step.file);
    if (step.kind === "file") {
      fs.mkdirSync(path.dirname(file), { recursive: true });
      fs.writeFileSync(file, step.text);
      continue;
    }
    const before = fs.readFileSync(file, "utf8");
    const after = before.replace(step.from, () => step.to);
    if (after === before) throw new Error(`${step.file} does not have:\n${step.from}`);
    fs.writeFileSync(file, after);
  }
}

function runStep(command: string, shown: string, cwd: string, env: Readonly<Record<string, string>>): void {
  const inherited = Object.entries(inheritedEnvironment()).filter(([name]) => !/^(CI|CDKTF_|npm_)/.test(name));
  const options = { cwd, encoding: "utf8", env: { ...Object.fromEntries(inherited), NO_COLOR: "1", ...env } } as const;
  const { status, stdout } = spawnSync("bash", ["-c", `{ ${command}\n} 2>&1`], options);
  // Removes the lines that npm itself prints (the package and the command behind the script's name), and lines that
  // appear only if a step is slow.
  const printed = stdout.replaceAll(/^> .*\n|^ *… [\d.]+ s: .*\n/gm, "").trim();
  const fails = /^\d+ errors?\b/m.test(shown);
  const isAsShown = shown === "" || patternOf(shown).test(`${printed}\n`);
  if ((status !== 0) === fails && isAsShown) return;
  throw new Error(
    `$ ${command}\n\nended with ${String(status)} and printed:\n\n${printed}\n\nThe page says:\n\n${shown}`,
  );
}

/**
 * Returns a pattern for the output that a page shows: `…` stands for any text in a line, or for any lines if it is
 * alone on its line.
 */
function patternOf(shown: string): RegExp {
  const lines = shown.split("\n").map((line) => {
    if (line.trim() === "…") return "(?:.*\\n)*?";
    const parts = line.trimEnd().split("…");
    return `${parts.map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")).join(".*")} *\\n`;
  });
  return new RegExp(`^${lines.join("")}$`);
}
