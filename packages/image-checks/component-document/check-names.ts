import { error, type Finding, warning } from "@pipelines/findings/finding";
import { nearest } from "@pipelines/findings/nearest";
import { quote } from "@pipelines/findings/text";
import { isRecord } from "@pipelines/findings/values";
import type { Located, Path } from "@pipelines/findings/located";
import type { DocumentModel, Phase, Step } from "./model";

/** The build stage in which each phase runs; Image Builder does not run any other phase. */
export const stages: ReadonlyMap<string, "build" | "test"> = new Map([
  ["build", "build"],
  ["validate", "build"],
  ["test", "test"],
  ["container-host-test", "test"],
]);

/** A document must have at least one of these phases. */
const needed = ["build", "validate", "test"];

/** Returns what is wrong with the names of phases, steps, loops, parameters and constants, taken together. */
export function checkNames(model: DocumentModel, located: Located): Finding[] {
  return [
    ...checkPhases(model, located),
    ...repeated(model.phases, "phase", "the document", located),
    ...model.phases.flatMap((phase) => repeated(phase.steps, "step", `the phase ${quote(phase.name ?? "")}`, located)),
    ...model.phases.flatMap((phase) => repeated(loops(phase), "loop", `the phase ${quote(phase.name ?? "")}`, located)),
    ...model.phases.flatMap((phase) => phase.steps.flatMap((step) => checkStepName(step, located))),
    ...repeatedVariables(model, located),
    ...model.variables.flatMap(({ name, path }) => checkTextKey(name, path, located)),
  ];
}

/**
 * Image Builder's error text is "Invalid step name … Allowed characters are combinations of numbers [0-9], english
 * letters [a-z,A-Z] and special characters [-_]". An example in its later documentation has a name with a space, so a
 * space leads only to a warning. A reference gets a separate finding.
 */
function checkStepName({ name, path }: Step, located: Located): Finding[] {
  if (name === undefined || /^[A-Za-z0-9_-]*$/.test(name) || name.includes("{{")) return [];
  const spaces = /^[A-Za-z0-9_ -]*$/.test(name);
  const written = name.replace(/[^A-Za-z0-9_-]+/g, "-").replace(/^-|-$/g, "");
  return [
    (spaces ? warning : error)(located.at([...path, "name"]), "IB-DOC-STEP-NAME", {
      found: `the step name ${quote(name)}`,
      allowed: "English letters, digits, hyphens and underscores",
      ...(written === "" ? {} : { fix: `write ${written}` }),
    }),
  ];
}

/** https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-user-defined-variables.html */
function checkTextKey(name: string, path: Path, located: Located): Finding[] {
  if (located.isTextKey(path)) return [];
  return [
    error(located.atKey(path), "IB-DOC-NAME", {
      found: `the name ${name}, which YAML does not read as text`,
      allowed: "a YAML string",
      fix: `write "${name}"`,
    }),
  ];
}

function checkPhases({ phases, fields }: DocumentModel, located: Located): Finding[] {
  const findings: Finding[] = [];
  if (Array.isArray(fields.phases) && phases.every(({ name }) => name === undefined || !needed.includes(name))) {
    const words = { found: "none of the phases build, validate and test", allowed: "at least one of them" };
    findings.push(error(located.at(["phases"]), "IB-DOC-PHASES", words));
  }
  for (const { name, path, fields: phase } of phases) {
    if (name !== undefined && !stages.has(name)) {
      const near = nearest(name, stages.keys());
      findings.push(
        warning(located.at([...path, "name"]), "IB-DOC-PHASE-NEVER-RUN", {
          found: `the phase ${quote(name)}, which Image Builder never runs`,
          allowed: "build and validate run in the build stage, test and container-host-test in the test stage",
          ...(near === undefined ? {} : { fix: `write ${near}` }),
        }),
      );
    }
    if (Array.isArray(phase.steps) && phase.steps.length === 0) {
      const words = { found: "a phase without steps", allowed: "at least one step, or no such phase" };
      findings.push(warning(located.at([...path, "steps"]), "IB-DOC-PHASE-EMPTY", words));
    }
  }
  return findings;
}

function loops(phase: Phase): { name?: string; path: Path }[] {
  return phase.steps.flatMap(({ path, fields: { loop } }) =>
    isRecord(loop) && typeof loop.name === "string" ? [{ name: loop.name, path: [...path, "loop"] }] : [],
  );
}

function repeated(
  items: readonly { readonly name?: string; readonly path: Path }[],
  kind: "phase" | "step" | "loop",
  where: string,
  located: Located,
): Finding[] {
  const seen = new Set<string>();
  return items.flatMap(({ name, path }) => {
    if (name === undefined) return [];
    if (!seen.has(name)) {
      seen.add(name);
      return [];
    }
    const words = { found: `a second ${kind} ${quote(name)}`, allowed: `each ${kind} name only once in ${where}` };
    return [error(located.at([...path, "name"]), "IB-DOC-REPEATED", words)];
  });
}

function repeatedVariables({ variables }: DocumentModel, located: Located): Finding[] {
  const seen = new Map<string, string>();
  return variables.flatMap(({ name, kind, path }) => {
    const other = seen.get(name);
    if (other === undefined) {
      seen.set(name, kind);
      return [];
    }
    const words = {
      found: `a ${kind} ${quote(name)} and a ${other} with the same name`,
      allowed: "each name only once among parameters and constants",
    };
    return [error(located.atKey(path), "IB-DOC-REPEATED", words)];
  });
}
