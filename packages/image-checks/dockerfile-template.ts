import { type Instruction, instructionsOf } from "./dockerfile-template/instructions";
import {
  componentsVariable,
  environmentsVariable,
  parentImage,
  type Variable,
  variablesOf,
  written,
} from "./dockerfile-template/variables";
import { type At, error, type Finding, warning } from "@pipelines/findings/finding";
import { listedPlatforms, parseReference, withoutPackages } from "./parent-image";
import { nearest } from "@pipelines/findings/nearest";
import { count, list, quote } from "@pipelines/findings/text";

/** Maximum length, in characters, of a template that a container recipe can contain (`dockerfile_template_data`). */
const mostCharacters = 16_000;

export interface DockerfileTemplate {
  /** Path to show in findings, relative to the project's root. */
  readonly file: string;
  readonly text: string;
  /** Whether the recipe has components; only then must the template include them. */
  readonly hasComponents: boolean;
}

/**
 * Returns what is wrong with a container recipe's Dockerfile template.
 *
 * https://docs.aws.amazon.com/imagebuilder/latest/userguide/create-container-recipes.html
 */
export function checkDockerfileTemplate({ file, text, hasComponents }: DockerfileTemplate): Finding[] {
  const unreadable = [...checkCharacters(file, text), ...checkLineEnds(file, text)];
  if (unreadable.length > 0) return unreadable;
  const variables = variablesOf(text);
  const instructions = instructionsOf(text);
  const findings = variables.flatMap((variable) => checkVariable(variable, { file, ...place(variable) }));
  // A misspelled variable is reported only once, and not also as missing.
  const meant = new Map<string, Variable>();
  for (const variable of variables) {
    const name = nearest(variable.name, [parentImage, environmentsVariable, componentsVariable]) ?? variable.name;
    if (!meant.has(name)) meant.set(name, variable);
  }
  const from = instructions.find(({ keyword }) => keyword === "FROM");
  const wrongParent = checkFrom(instructions, meant.has(parentImage), file);
  findings.push(...(wrongParent.length > 0 ? wrongParent : checkBootstrap(variables, instructions, file)));
  findings.push(...checkPresence(meant, hasComponents, { file, line: from?.line ?? 1, column: 1 }));
  findings.push(...checkOrder(meant, from, file), ...checkRepeated(variables, file));
  findings.push(...checkInstructions(instructions, file), ...checkPlaces(variables, instructions, file));
  findings.push(...instructions.flatMap((each) => checkSources(each, file)), ...checkMustaches(text, file));
  return findings.sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
}

function place({ line, column }: Variable): { line: number; column: number } {
  return { line, column };
}

function checkCharacters(file: string, text: string): Finding[] {
  const nul = text.indexOf("\0");
  if (nul >= 0) {
    const before = text.slice(0, nul).split("\n");
    const at = { file, line: before.length, column: (before[before.length - 1] ?? "").length + 1 };
    const words = { found: "a NUL character", allowed: "text", fix: "save the file as UTF-8 text" };
    return [error(at, "IB-DOCKERFILE-NUL", words)];
  }
  const length = text.length - (text.match(/[\uD800-\uDBFF][\uDC00-\uDFFF]/g)?.length ?? 0);
  if (length > 0 && length <= mostCharacters) return [];
  return [
    error({ file, line: 1, column: 1 }, "IB-DOCKERFILE-SIZE", {
      found: `a template of ${count(length, "character")}`,
      allowed: `1 to ${mostCharacters} characters`,
      ...(length === 0 ? {} : { fix: "move scripts to components or the parent image" }),
    }),
  ];
}

function checkVariable({ name, braces }: Variable, at: At): Finding[] {
  const known = [parentImage, environmentsVariable, componentsVariable];
  if (!known.includes(name)) {
    const near = nearest(name, known);
    return [
      error(at, "IB-DOCKERFILE-VARIABLE", {
        found: `the variable ${quote(name)}, which Image Builder does not know`,
        allowed: list(known.map(written), "or"),
        ...(near === undefined ? {} : { fix: `write ${written(near)}` }),
      }),
    ];
  }
  if (braces === 3) return [];
  const found = braces < 3 ? `${quote(name)} between two braces` : `${quote(name)} between ${braces} braces`;
  const words = { found, allowed: "three braces on each side" };
  return [error(at, "IB-DOCKERFILE-BRACES", { ...words, fix: `write ${written(name)}` })];
}

/** The parent image must be used in FROM, either directly or through an ARG before it. */
function checkFrom(instructions: readonly Instruction[], standsSomewhere: boolean, file: string): Finding[] {
  const froms = instructions.filter(({ keyword }) => keyword === "FROM");
  const [first] = froms;
  if (!first) {
    return [
      error({ file, line: 1, column: 1 }, "IB-DOCKERFILE-FROM", {
        found: "no FROM",
        allowed: `a stage built on ${written(parentImage)}`,
        fix: `start with FROM ${written(parentImage)}`,
      }),
    ];
  }
  const names = instructions.filter(({ keyword, text }) => keyword === "ARG" && mentions(text)).flatMap(argNames);
  const built = froms.some(({ text }) => mentions(text) || names.some((name) => usesArg(text, name)));
  if (built) return [];
  return [
    error({ file, line: first.line, column: 1 }, "IB-DOCKERFILE-PARENT", {
      found: standsSomewhere
        ? `${written(parentImage)} outside FROM`
        : `${quote(first.text)}, which names an image directly`,
      allowed: `FROM with ${written(parentImage)}; the recipe names the parent image`,
      fix: `write FROM ${written(parentImage)}`,
    }),
  ];
}

/** Reports whether the text contains the parent image's variable, or one reported as a misspelling of it. */
function mentions(text: string): boolean {
  return variablesOf(text).some(({ name }) => nearest(name, [parentImage]) !== undefined);
}

function argNames({ text }: Instruction): string[] {
  return [...text.matchAll(/\b(\w{1,99})=["']?\{\{/g)].map(([, name = ""]) => name);
}

function usesArg(text: string, name: string): boolean {
  return [`$${name}`, `\${${name}}`, `\${${name}:`].some((use) => {
    const end = text.indexOf(use) + use.length;
    return text.includes(use) && (use.includes("{") || !/\w/.test(text.charAt(end)));
  });
}

/** Either both or neither must be present; a recipe with components needs both. */
function checkPresence(meant: ReadonlyMap<string, Variable>, hasComponents: boolean, at: At): Finding[] {
  const missing = [environmentsVariable, componentsVariable].filter((name) => !meant.has(name));
  if (!hasComponents && missing.length !== 1) return [];
  return missing.map((name) =>
    error(at, "IB-DOCKERFILE-MISSING", {
      found: hasComponents
        ? `no ${written(name)}, though the recipe has components`
        : `no ${written(name)}, though there is ${written(name === componentsVariable ? environmentsVariable : componentsVariable)}`,
      allowed: `both ${written(environmentsVariable)} and ${written(componentsVariable)}, in this order`,
      fix: `add ${written(name)} on its own line`,
    }),
  );
}

function checkOrder(meant: ReadonlyMap<string, Variable>, from: Instruction | undefined, file: string): Finding[] {
  const [environments, components] = [meant.get(environmentsVariable), meant.get(componentsVariable)];
  const findings: Finding[] = [];
  if (environments && components && components.offset < environments.offset) {
    findings.push(
      error({ file, ...place(components) }, "IB-DOCKERFILE-ORDER", {
        found: `${written(componentsVariable)} before ${written(environmentsVariable)}`,
        allowed: "environments first: the components run in them",
        fix: "swap them",
      }),
    );
  }
  for (const variable of [environments, components]) {
    if (variable && from && variable.line < from.line) {
      findings.push(
        error({ file, ...place(variable) }, "IB-DOCKERFILE-ORDER", {
          found: `${written(variable.name)} before FROM`,
          allowed: "only ARG and comments before FROM",
        }),
      );
    }
  }
  return findings;
}

/** Checks for literal `\\n` instead of line breaks, left over when a template was copied from JSON or HCL. */
function checkLineEnds(file: string, text: string): Finding[] {
  const line = text.split("\n").findIndex((each) => !/^\s*#/.test(each) && /\}\}\}\\n/.test(each));
  if (line < 0) return [];
  return [
    error({ file, line: line + 1, column: 1 }, "IB-DOCKERFILE-NEWLINE", {
      found: "a literal \\n where a line should end",
      allowed: "each instruction on its own line",
      fix: "insert a line break there",
    }),
  ];
}

/**
 * Checks for COPY and ADD from the build context, which contains only Image Builder's own scripts, so that `docker
 * build` fails. Other stages and images, URLs and here-documents do not come from the context. Seen in AWS's
 * container-build-script.sh, github.com/aws-samples/amazon-ec2-image-builder-samples, November 2026.
 */
function checkSources({ keyword, text, line }: Instruction, file: string): Finding[] {
  if (keyword !== "COPY" && keyword !== "ADD") return [];
  const words = text.split(/\s+/).slice(1);
  const flags = words.findIndex((word) => !word.startsWith("--"));
  if (flags < 0 || words.slice(0, flags).some((word) => /^--from=/i.test(word))) return [];
  const rest = words.slice(flags);
  const sources = rest[0]?.startsWith("[") === true ? listed(rest.join(" ")) : rest.slice(0, -1);
  const local = sources.filter((source) => {
    if (source.startsWith("<<")) return false;
    return keyword === "COPY" || !/^(?:https?:\/\/|git:\/\/|git@|ssh:\/\/|[^/]{0,200}\$)/i.test(source);
  });
  const [first] = local;
  if (first === undefined) return [];
  // These patterns match Image Builder's scripts, so the build continues.
  const finds = local.every((source) => /^\.?\/?$|[*?]/.test(source));
  return [
    (finds ? warning : error)({ file, line, column: 1 }, "IB-DOCKERFILE-CONTEXT", {
      found: `${keyword} of ${quote(first)} from the build context, which contains only Image Builder's own scripts`,
      allowed: "COPY --from=, ADD with a URL, here-documents, and components, which can create and download files",
      fix: `${keyword === "COPY" ? "create the file" : "download it"} in a component (${keyword === "COPY" ? "CreateFile or S3Download" : "WebDownload or S3Download"})`,
    }),
  ];
}

/** Returns the sources in `["a", "b", "target"]`; none if the text is not such a list. */
function listed(text: string): string[] {
  try {
    const words: unknown = JSON.parse(text);
    return Array.isArray(words) ? words.slice(0, -1).map(String) : [];
  } catch {
    return [];
  }
}

/**
 * Checks for anything else in two or three braces, because mustache, which renders the template, replaces it with
 * nothing. Seen in the same script as above; the service does not guarantee this.
 */
function checkMustaches(text: string, file: string): Finding[] {
  return text.split("\n").flatMap((line, index) => {
    const found = /^\s*#/.test(line)
      ? undefined
      : [...line.matchAll(/\{\{[^{}\n]{1,200}\}\}/g)].find(
          ([each]) => !/^\{\{\s{0,99}imagebuilder\s{0,9}:/i.test(each),
        );
    if (found === undefined) return [];
    let column = found.index + 1;
    while (line[column - 2] === "{") column--;
    return [
      warning({ file, line: index + 1, column }, "IB-DOCKERFILE-MUSTACHE", {
        found: `${quote(found[0])}, which becomes empty when Image Builder renders the template`,
        allowed: "Image Builder's own variables, and no other text in double braces",
        fix: "write the file or run the command in a component",
      }),
    ];
  });
}

/** https://docs.docker.com/reference/dockerfile/ */
const knownInstructions = [
  ...["ADD", "ARG", "CMD", "COPY", "ENTRYPOINT", "ENV", "EXPOSE", "FROM", "HEALTHCHECK", "LABEL", "MAINTAINER"],
  ...["ONBUILD", "RUN", "SHELL", "STOPSIGNAL", "USER", "VOLUME", "WORKDIR"],
];

/** Checks for unknown instructions, and for instructions before FROM. */
function checkInstructions(instructions: readonly Instruction[], file: string): Finding[] {
  const first = instructions.findIndex(({ keyword }) => keyword === "FROM");
  return instructions.flatMap(({ keyword, text, line }, index) => {
    // Image Builder's variables are placeholders for instructions, each on its own line.
    if (text.startsWith("{{")) return [];
    const at = { file, line, column: 1 };
    const [word = ""] = text.split(/\s/, 1);
    if (!knownInstructions.includes(keyword)) {
      const near = nearest(word, knownInstructions);
      const words = { found: `the instruction ${quote(word)}`, allowed: list(knownInstructions, "or") };
      return [error(at, "IB-DOCKERFILE-INSTRUCTION", near === undefined ? words : { ...words, fix: `write ${near}` })];
    }
    if (index > first || keyword === "ARG" || keyword === "FROM") return [];
    return [
      error(at, "IB-DOCKERFILE-ORDER", {
        found: `${keyword} before FROM`,
        allowed: "only ARG and comments before FROM",
      }),
    ];
  });
}

/**
 * Checks for environments and components in a here-document, where they are part of a script, or in a stage that the
 * final one is not built on: nothing from such a stage reaches the image unless it is copied.
 */
function checkPlaces(variables: readonly Variable[], instructions: readonly Instruction[], file: string): Finding[] {
  const froms = instructions.filter(({ keyword }) => keyword === "FROM");
  return variables
    .filter(({ name }) => name === environmentsVariable || name === componentsVariable)
    .flatMap((variable) => {
      const at = { file, ...place(variable) };
      const inside = instructions.find(
        ({ hereFrom, end }) => hereFrom !== undefined && variable.line >= hereFrom && variable.line <= end,
      );
      if (inside) {
        const words = {
          found: `${written(variable.name)} in a here-document`,
          allowed: "its own line, which Image Builder replaces with instructions",
        };
        return [error(at, "IB-DOCKERFILE-PLACE", words)];
      }
      const stage = froms.filter(({ line }) => line <= variable.line).length - 1;
      if (stage < 0 || standsOn(froms, froms.length - 1, stage)) return [];
      return [
        warning(at, "IB-DOCKERFILE-STAGE", {
          found: `${written(variable.name)} in a stage that the final stage is not built on`,
          allowed: "the final stage, or one that it is built FROM",
        }),
      ];
    });
}

/**
 * Reports environments in a stage whose image has no package manager, because Image Builder's bootstrap needs one
 * there. Only images named in the template itself are checked; the recipe's parent is checked along with the recipe. An
 * image's name is only a hint about its contents.
 */
function checkBootstrap(variables: readonly Variable[], instructions: readonly Instruction[], file: string): Finding[] {
  const froms = instructions.filter(({ keyword }) => keyword === "FROM");
  const variable = variables.find(({ name }) => name === environmentsVariable);
  if (variable === undefined) return [];
  let base = baseOf(froms, froms.filter(({ line }) => line <= variable.line).length - 1);
  while (base.stage !== undefined) base = baseOf(froms, base.stage);
  const poor = withoutPackages(parseReference(base.image) ?? { path: "" });
  if (poor === undefined) return [];
  return [
    warning({ file, ...place(variable) }, "IB-DOCKERFILE-BOOTSTRAP", {
      found: `${written(environmentsVariable)} in a stage based on ${quote(base.image)}, which has no package manager that Image Builder's bootstrap knows`,
      allowed: `a stage based on an image of ${list(listedPlatforms, "or")}`,
      fix: `move it to a stage that starts with FROM ${written(parentImage)}`,
    }),
  ];
}

/** Returns what a stage is built FROM: an earlier stage, or an image. */
function baseOf(froms: readonly Instruction[], stage: number): { readonly image: string; readonly stage?: number } {
  const [, image = ""] = froms[stage]?.text.split(/\s+/).filter((word) => !word.startsWith("--")) ?? [];
  const names = froms.slice(0, stage).map(({ text }) => text.split(/\s+/).at(-1)?.toLowerCase());
  const found = /^\d+$/.test(image) ? Number(image) : names.lastIndexOf(image.toLowerCase());
  return found < 0 || found >= stage ? { image } : { image, stage: found };
}

/** Reports whether a stage is `other`, or is built FROM it. */
function standsOn(froms: readonly Instruction[], stage: number, other: number): boolean {
  const base = stage > other ? baseOf(froms, stage).stage : undefined;
  return stage === other || (base !== undefined && standsOn(froms, base, other));
}

function checkRepeated(variables: readonly Variable[], file: string): Finding[] {
  return variables
    .filter(({ name }, index) => name !== parentImage && variables.findIndex((each) => each.name === name) < index)
    .map((variable) =>
      warning({ file, ...place(variable) }, "IB-DOCKERFILE-REPEATED", {
        found: `a second ${written(variable.name)}`,
        allowed: "one, where the components run",
      }),
    );
}
