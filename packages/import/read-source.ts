import * as fs from "node:fs";
import * as path from "node:path";
import { isRecord } from "@pipelines/findings/values";
import { assemblyTemplates, parseTemplate, readTemplates } from "./cloudformation";
import { failure } from "@pipelines/operations/failure";
import type { Scope } from "./scope";
import { readText, shownPath, type Source, sources } from "./source";
import { readConfiguration, readState } from "./terraform";

/** Reads the source at a path, whatever its type; throws a failure if an import does not support it. */
export async function readSource(given: string, scope: Scope): Promise<Source> {
  const file = shownPath(given);
  const isTerraform = (name: string): boolean => /\.tf(?:\.json)?$/.test(name);
  const stat = fs.statSync(given, { throwIfNoEntry: false });
  if (stat === undefined) throw failure("IB-FILE-MISSING", file, "no such file or folder", sources);
  if (stat.isDirectory()) {
    if (fs.readdirSync(given).some(isTerraform)) return readConfiguration(given, undefined, scope);
    const templates = assemblyTemplates(given);
    if (templates.length > 0) return readTemplates(templates, scope);
    const found = "a folder with neither Terraform files nor the manifest of a cdk.out";
    throw failure("IB-IMPORT-SOURCE", file, found, sources);
  }
  if (isTerraform(given)) return readConfiguration(path.dirname(given), path.basename(given), scope);
  const value = parseTemplate(readText(given), file);
  if (isRecord(value) && (value.values ?? value.planned_values ?? value.resources))
    return readState(value, file, scope);
  return readTemplates([{ name: given, value }], scope);
}
