import { error, type Finding } from "@pipelines/findings/finding";
import { isList, isRecord } from "@pipelines/findings/values";
import type { DocumentKind } from "./kind";
import type { Located, Path } from "@pipelines/findings/located";

/** Fields of an entry in parameters or constants, in addition to its name. */
const parameterFields = ["type", "default", "value", "description"];

/**
 * Returns a document with its parameters and constants in the form for its kind of document, and one finding if they
 * had the other kind's form.
 *
 * In components, each is a map with the name as its only key; in workflows, the name is a field. This is the most
 * common mix-up in public documents. Once the form is corrected, all other checks work on what was meant.
 * https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-user-defined-variables.html
 * https://docs.aws.amazon.com/imagebuilder/latest/userguide/image-workflow-create-document.html
 */
export function readParameters(located: Located, kind: DocumentKind): { located: Located; findings: Finding[] } {
  const { value } = located;
  if (!isRecord(value)) return { located, findings: [] };
  const findings: Finding[] = [];
  const fields = { ...value };
  for (const section of kind === "component" ? ["parameters", "constants"] : ["parameters"]) {
    const wrong = otherForm(value[section], [section], kind);
    if (wrong === undefined) continue;
    fields[section] = wrong.entries;
    findings.push(
      error(located.at(wrong.path), "IB-DOC-PARAMETERS", {
        found: isList(value[section])
          ? `${section} in the form used in ${kind === "component" ? "workflow" : "component"} documents`
          : `${section} as a map`,
        allowed:
          kind === "component"
            ? "a list, with the name as the only key in each entry"
            : "a list, with the name in the name field",
        fix: `write ${form(wrong.name, wrong.fields, kind)}`,
      }),
    );
  }
  return findings.length === 0 ? { located, findings } : { located: located.with(fields), findings };
}

interface Wrong {
  /** The position of the first entry in the other form. */
  readonly path: Path;
  readonly name: string;
  readonly fields: Readonly<Record<string, unknown>>;
  readonly entries: readonly unknown[];
}

function otherForm(section: unknown, path: Path, kind: DocumentKind): Wrong | undefined {
  const list: readonly unknown[] = isList(section)
    ? section
    : isRecord(section) && Object.keys(section).length > 0
      ? Object.entries(section).map(([name, fields]) => (isRecord(fields) ? { [name]: fields } : fields))
      : [];
  const entries: unknown[] = [];
  let wrong: Omit<Wrong, "entries"> | undefined;
  for (const [index, entry] of list.entries()) {
    const other = kind === "component" ? fromField(entry) : fromKey(entry);
    const own = kind === "component" ? fromKey(entry) : fromField(entry);
    const [name = "", fields = {}] = other ?? own ?? [];
    if (other !== undefined || (!isList(section) && own !== undefined)) {
      wrong ??= { path: isList(section) ? [...path, index] : [...path, name], name, fields };
      entries.push(kind === "component" ? { [name]: { type: "string", ...fields } } : { name, ...fields });
    } else entries.push(entry);
  }
  return wrong && { ...wrong, entries };
}

/** Reads `- name: Version` with its type, the form used in workflows. */
function fromField(entry: unknown): [name: string, fields: Record<string, unknown>] | undefined {
  if (!isRecord(entry) || !["string", "number"].includes(typeof entry.name)) return undefined;
  const { name, ...fields } = entry;
  return [String(name), fields];
}

/** Reads `- Version:` with its type below it, the form used in components. */
function fromKey(entry: unknown): [name: string, fields: Record<string, unknown>] | undefined {
  const [first, ...more] = isRecord(entry) ? Object.entries(entry) : [];
  if (first === undefined || more.length > 0 || !isRecord(first[1])) return undefined;
  return Object.keys(first[1]).some((key) => parameterFields.includes(key)) ? [first[0], first[1]] : undefined;
}

/** Returns the correct form on one line, with the name that the user wrote. */
function form(name: string, fields: Readonly<Record<string, unknown>>, kind: DocumentKind): string {
  const others = ["default", "value"].filter((key) => key in fields).map((key) => `${key}: …`);
  const written = [`type: ${typeof fields.type === "string" ? fields.type : "string"}`, ...others].join(", ");
  return kind === "component" ? `- ${name}: { ${written} }` : `- { name: ${name}, ${written} }`;
}
