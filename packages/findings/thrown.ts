import * as fs from "node:fs";
import * as path from "node:path";
import { inspect } from "node:util";
import { type At, error, type Finding } from "./finding";
import { list } from "./text";

/** Files that adopters write. Errors in them, or in calls from them, are reported with their line. */
const userFile = /^(?:main\.ts|stacks\/(?:accounts|[\w-]+-stack)\.ts|images\/[^/]+\/.+)$/;

/**
 * Returns the finding for an exception from loading or running the project's own code, or undefined if no file that
 * adopters write was involved. In that case the exception is a bug in this project, and its stack trace is needed.
 *
 * @param root the project's folder
 * @param fallback the file to name if the thrown value is not an Error and has no position
 */
export function findingOfThrown(thrown: unknown, root: string, fallback: string): Finding;
export function findingOfThrown(thrown: unknown, root: string): Finding | undefined;
export function findingOfThrown(thrown: unknown, root: string, fallback?: string): Finding | undefined {
  const syntax = syntaxError(thrown, root);
  if (syntax !== undefined) return syntax;
  const frames = framesOf(thrown, root);
  const user =
    frames.find(({ file }) => userFile.test(file)) ?? (fallback === undefined ? undefined : { file: fallback });
  if (user === undefined) return undefined;
  const [innermost] = frames;
  const elsewhere =
    innermost === undefined || innermost.file === user.file ? "" : ` (in ${innermost.file}:${innermost.line})`;
  const text = thrown instanceof Error ? thrown.message : typeof thrown === "string" ? thrown : inspect(thrown);
  const message = (text.split("\n")[0] ?? "").replaceAll(root + path.sep, "");
  return error(user, "IB-CODE", { ...explain(message, user, root), found: `it fails: ${plain(message)}${elsewhere}` });
}

interface Frame {
  readonly file: string;
  readonly line: number;
}

/** Returns the calls in the project's own files, innermost first. */
function framesOf(thrown: unknown, root: string): Frame[] {
  const stack = thrown instanceof Error ? (thrown.stack ?? "") : "";
  return stack.split("\n").flatMap((frame) => {
    const call = frame.trim();
    // The root's own name may contain a parenthesis.
    const start = call.indexOf(root);
    const where = call.slice(start < 0 ? call.lastIndexOf("(") + 1 : start).replace(/^at |\)$/g, "");
    const [, place = "", line] = /^(.*):(\d{1,9}):\d{1,9}$/.exec(where) ?? [];
    if (!call.startsWith("at ") || line === undefined) return [];
    const file = relative(place.replace(/^file:\/\//, ""), root);
    return file.startsWith("..") || file.includes("node_modules/") || !file.endsWith(".ts")
      ? []
      : [{ file, line: Number(line) }];
  });
}

/** Returns the finding for code that the compiler in `typescript.cjs`, or V8 after it, rejects. */
function syntaxError(thrown: unknown, root: string): Finding | undefined {
  if (!(thrown instanceof SyntaxError)) return undefined;
  const [, transformed = ""] = thrown.message.split("Error transforming ");
  const [position = "", line, column] = / \((\d{1,9}):(\d{1,9})\)$/.exec(transformed) ?? [];
  const end = transformed.indexOf(": ");
  const file = line === undefined || end < 0 ? undefined : transformed.slice(0, end);
  const what = file === undefined ? undefined : transformed.slice(end + 2, transformed.length - position.length);
  const [, otherFile, otherLine] = /^(.+\.ts):(\d+)\n/.exec(thrown.stack ?? "") ?? [];
  const place = file ?? otherFile;
  if (place === undefined) return undefined;
  const at = {
    file: relative(place, root),
    line: Number(line ?? otherLine),
    ...(column && { column: Number(column) }),
  };
  if (/^(?:<{7}|={7}|>{7}|\|{7})/.test(textOf(at.file, root).split("\n")[at.line - 1] ?? "")) {
    return error(at, "IB-MERGE-CONFLICT", mergeConflict);
  }
  if (thrown.message.startsWith("await is only valid")) {
    return error(at, "IB-CODE", {
      found: "await outside a function",
      allowed: "code that has finished once it is loaded",
      fix: "read the value synchronously, for example with fs.readFileSync, or write it into the file",
    });
  }
  return error(at, "IB-CODE", {
    found: `it does not compile: ${what ?? thrown.message}`,
    allowed: "TypeScript",
    fix: "correct the syntax on this line or just above it; an editor or `npm run typecheck` shows more",
  });
}

export const mergeConflict = {
  found: "a merge conflict marker",
  allowed: "one version of each line",
  fix: "edit the file so that it contains what you want, without the conflict markers, and `git add` it",
};

/** Restores the names used in the file, which differ from those in its compiled form. */
function plain(message: string): string {
  return message.replace(/\(0 , ?(?:_\w+\.)?(\w+)\)/g, "$1").replace(/\b_\w+\.(?=\w)/g, "");
}

/** Explains what is allowed, and suggests a fix if there is an obvious one. */
function explain(message: string, { file }: Pick<At, "file">, root: string): Pick<Finding, "allowed" | "fix"> {
  const [, undefinedName] = /^(\w+) is not defined$/.exec(message) ?? [];
  if (undefinedName !== undefined) {
    const from = exporterOf(undefinedName, root);
    const target = from && relativeImport(file, from);
    return {
      allowed: "names that the file declares or imports",
      fix: target
        ? `add import { ${undefinedName} } from "${target}";`
        : `declare or import ${undefinedName}, or correct its name`,
    };
  }
  const [, missing] = /\.(\w+)\)? is not a (?:constructor|function)/.exec(message) ?? [];
  const source = missing === undefined ? undefined : importedFrom(missing, file, root);
  if (missing !== undefined && source !== undefined) {
    return {
      allowed: `what ${source} exports: ${list(exportsOf(source, root)) || "nothing"}`,
      fix: `use a name that ${source} exports, or rename the export to ${missing}`,
    };
  }
  if (message.startsWith("process.exit(")) {
    return { allowed: "code that returns", fix: "throw an error that says what is wrong, or remove the call" };
  }
  const [, module] = /^Cannot find module '(.+)'/.exec(message) ?? [];
  if (module !== undefined) {
    return {
      allowed: "a file in this project, relative to the importing file, or an installed package",
      fix: "correct the import",
    };
  }
  return { allowed: "code that runs", fix: "`npm run typecheck` may show why" };
}

/** Returns the file in `stacks/` or `images/` that exports a name. */
function exporterOf(name: string, root: string): string | undefined {
  return ["stacks", "images"]
    .flatMap((folder) => filesIn(path.join(root, folder)).map((each) => `${folder}/${each}`))
    .find((each) => exportsOf(each, root).includes(name));
}

function filesIn(folder: string): string[] {
  try {
    return fs.readdirSync(folder).filter((name) => name.endsWith(".ts"));
  } catch {
    return [];
  }
}

function exportsOf(file: string, root: string): string[] {
  const found = textOf(file, root).matchAll(/^export (?:abstract |async )?(?:class|const|let|function) (\w+)/gm);
  return [...found].map(([, name = ""]) => name);
}

/** Returns the file from which this name is imported. */
function importedFrom(name: string, file: string, root: string): string | undefined {
  const [, ...imports] = textOf(file, root).split(/^import \{/m);
  const found =
    imports.find((text) =>
      text
        .slice(0, text.indexOf("}"))
        .split(/[\s,]+/)
        .includes(name),
    ) ?? "";
  const [, from] = /^[ ]from ["'](\.[^"'\n]{1,300})["']/.exec(found.slice(found.indexOf("}") + 1)) ?? [];
  return from === undefined ? undefined : `${path.posix.join(path.posix.dirname(file), from)}.ts`;
}

function relativeImport(file: string, target: string): string {
  const relative = path.posix.relative(path.posix.dirname(file), target.replace(/\.ts$/, ""));
  return relative.startsWith(".") ? relative : `./${relative}`;
}

function textOf(file: string, root: string): string {
  try {
    return fs.readFileSync(path.join(root, file), "utf8");
  } catch {
    return "";
  }
}

function relative(file: string, root: string): string {
  return path.relative(root, file).split(path.sep).join("/");
}

/** Returns the lines in users' files that called the currently running code, innermost first. */
export function callersIn(root: string): At[] {
  return framesOf(new Error(), root).filter(({ file }) => userFile.test(file));
}
