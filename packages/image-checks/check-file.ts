import * as fs from "node:fs";
import * as path from "node:path";
import { checkDocument } from "./check-document";
import type { Platform } from "./component-document";
import { checkDockerfileTemplate } from "./dockerfile-template";
import { error, type Finding } from "@pipelines/findings/finding";

/** Larger files are not read; this is sixty times what Image Builder accepts. */
const mostBytes = 1024 * 1024;

/** Matches `Dockerfile`, `Dockerfile.web` and `web.Dockerfile`, but not a component called `build-dockerfile.yaml`. */
export function isDockerfile(target: string): boolean {
  return /^dockerfile$|^dockerfile\.|\.dockerfile$/i.test(path.basename(target)) && !/\.(?:ya?ml|json)$/i.test(target);
}

/**
 * Reports whether the first line that is not a comment can only be the start of a Dockerfile, whatever the file's
 * name.
 */
function beginsLikeDockerfile(text: string): boolean {
  const first = text.split("\n").find((line) => line.trim() !== "" && !line.trimStart().startsWith("#"));
  return first !== undefined && /^(?:FROM|ARG)\s/.test(first);
}

/**
 * Checks component and workflow documents, and files called Dockerfile as templates, in any folder. A long document is
 * only a warning, because whether AWS stores the document itself depends on how it is used.
 *
 * @param paths files, relative to the current folder, and `-` for standard input; a folder is reported as a finding
 * @param platform platform of the components; by default, the one that each document's actions run on
 */
export function checkFiles(paths: readonly string[], platform?: Platform): Finding[] {
  return paths.flatMap((target) => {
    const file = target === "-" ? "stdin" : path.relative(process.cwd(), target).split(path.sep).join("/") || ".";
    const read = readText(target, file);
    if (typeof read !== "string") return [read];
    if (isDockerfile(target) || beginsLikeDockerfile(read)) {
      return checkDockerfileTemplate({ file, text: read, hasComponents: false });
    }
    return checkDocument({ file, text: read, embedded: false, ...(platform ? { platform } : {}) });
  });
}

/** Returns a file's text, or a finding that says why it is not available. */
function readText(target: string, file: string): string | Finding {
  try {
    if (target === "-") return decode(fs.readFileSync(0));
    const stat = fs.statSync(target);
    if (!stat.isFile()) {
      const found = stat.isDirectory() ? "a folder without documents" : "neither a file nor a folder";
      return error({ file }, "IB-FILE-KIND", {
        found,
        allowed: "paths of component or workflow documents",
        fix: `name the files: ${file}/*.yaml`,
      });
    }
    if (/\.[cm]?[jt]s$/.test(target)) {
      return error({ file }, "IB-FILE-KIND", {
        found: "code",
        allowed: "component and workflow documents, and Dockerfiles",
        fix: "run `npm run check` without a path, which checks definitions and settings",
      });
    }
    if (stat.size > mostBytes) {
      return error({ file }, "IB-FILE-SIZE", {
        found: `a file of ${stat.size} bytes`,
        allowed: `at most ${mostBytes} bytes`,
      });
    }
    return decode(fs.readFileSync(target));
  } catch (thrown) {
    return unreadable(thrown, file);
  }
}

function decode(bytes: Buffer): string {
  return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
}

function unreadable(thrown: unknown, file: string): Finding {
  const code = typeof thrown === "object" && thrown !== null && "code" in thrown ? String(thrown.code) : "";
  if (code === "ENOENT" || code === "ENOTDIR") {
    return error({ file }, "IB-FILE-MISSING", {
      found: "no such file",
      allowed: "the path of a document, from the project's folder",
    });
  }
  if (code === "ERR_ENCODING_INVALID_ENCODED_DATA") {
    return error({ file }, "IB-FILE-BINARY", {
      found: "bytes that are not UTF-8 text",
      allowed: "a UTF-8 text file",
    });
  }
  return error({ file }, "IB-FILE-UNREADABLE", {
    found: `a file that cannot be read (${code})`,
    allowed: "a readable file",
  });
}
