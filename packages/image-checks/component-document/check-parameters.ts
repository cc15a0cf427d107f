import { error, type Finding } from "@pipelines/findings/finding";
import { nearest } from "@pipelines/findings/nearest";
import { list, quote } from "@pipelines/findings/text";
import type { Located } from "@pipelines/findings/located";
import type { DocumentModel } from "./model";

/**
 * Returns mismatches between the parameters that a document declares and the values that a recipe sets.
 *
 * AWS rejects a recipe if a parameter without a default has no value.
 */
export function checkParameters(
  model: DocumentModel,
  given: Readonly<Record<string, string>>,
  located: Located,
): Finding[] {
  const parameters = model.variables.filter(({ kind }) => kind === "parameter");
  const names = parameters.map(({ name }) => name);
  const findings: Finding[] = [];
  for (const name of Object.keys(given).filter((each) => !names.includes(each))) {
    const constant = model.variables.find((each) => each.kind === "constant" && each.name === name);
    const near = nearest(name, names);
    findings.push(
      error(located.at(constant?.path ?? ["parameters"]), "IB-DOC-PARAMETER-UNKNOWN", {
        found: `the recipe sets a value for ${quote(name)}, which is ${constant ? "a constant" : "not a parameter of this document"}`,
        allowed: names.length === 0 ? "no values: the document declares no parameters" : list(names, "or"),
        ...(near === undefined ? {} : { fix: `write ${near} in the recipe` }),
      }),
    );
  }
  for (const { name, path, fields } of parameters) {
    if (name in given || fields.default !== undefined) continue;
    findings.push(
      error(located.atKey(path), "IB-DOC-PARAMETER-MISSING", {
        found: `the parameter ${quote(name)} has no default, and the recipe sets no value for it`,
        allowed: "a default here, or a value in the recipe",
      }),
    );
  }
  return findings;
}
