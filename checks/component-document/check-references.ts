import { error, type Finding, warning } from "../finding";
import { nearest } from "../nearest";
import { list, quote } from "../text";
import { CHAIN, checkChain } from "./check-chain";
import { isList, isRecord, type Located, type Path } from "./located";
import type { DocumentModel, Step } from "./model";

/**
 * `{{ … }}` in a text. What is between the braces and is neither a name, a loop variable nor a chain is somebody
 * else's template (docker's `{{ .Names }}`, a Helm chart): Image Builder leaves it as it is.
 */
const REFERENCE = /(?<![${])\{\{[ \t]*([^{}\n]{1,600}?)[ \t]*\}\}(?!\})/g;

/** Fields of a step outside `inputs` that take references: a loop's list, and the operands of a condition. */
const REFERENCE_FIELDS = ["inputs", "if"];

/** References to parameters, constants, loop variables and other steps that lead nowhere. */
export function checkReferences(model: DocumentModel, located: Located): Finding[] {
  const names = new Set(model.variables.map(({ name }) => name));
  const findings: Finding[] = [];
  for (const step of model.phases.flatMap((phase) => phase.steps)) {
    for (const { text, path, chains } of texts(step)) {
      for (const [whole, content = ""] of text.matchAll(REFERENCE)) {
        const at = located.at(path);
        if (/^[A-Za-z0-9_-]{3,128}$/.test(content)) {
          if (!names.has(content) && !isForeign(text, content)) findings.push(unknownName(content, names, at));
        } else if (CHAIN.test(content)) {
          if (chains) findings.push(...checkChain(content, step, model, at));
          else findings.push(misplaced(whole, at));
        } else findings.push(...checkLoopVariable(content, step, at));
      }
    }
  }
  return findings;
}

/**
 * Whether a name without a declaration is part of some other template language in the same text: Go's `{{ end }}`,
 * a variable between Jinja's `{% for … %}`. Nobody can tell, so it passes.
 */
function isForeign(text: string, name: string): boolean {
  return /^(?:end|else|break|continue)$/.test(name) || /\{%|\{\{-?\s*(?:[.$#/]|(?:range|with|if|define)\s)/.test(text);
}

type Place = ReturnType<Located["at"]>;

function unknownName(name: string, names: ReadonlySet<string>, at: Place): Finding {
  const near = nearest(name, names);
  return error(at, "IB-DOC-REFERENCE", {
    found: `the reference {{ ${name} }} to a name the document does not declare`,
    allowed: names.size === 0 ? "a name under parameters or constants" : list([...names], "or"),
    fix: near === undefined ? `declare ${name} under parameters` : `write {{ ${near} }}`,
  });
}

function misplaced(reference: string, at: Place): Finding {
  return error(at, "IB-DOC-CHAIN-PLACE", {
    found: `the chaining reference ${quote(reference)} outside the step's inputs`,
    allowed: "chaining in inputs, in the list of a forEach loop and in conditions",
  });
}

/** `{{ loop.value }}` in a step without a loop is left standing as it is: legal, and hardly meant. */
function checkLoopVariable(content: string, step: Step, at: Place): Finding[] {
  const [, loop = ""] = /^([^.]+)\.(?:index|value)$/.exec(content) ?? [];
  if (loop === "") return [];
  const own = isRecord(step.fields.loop) ? step.fields.loop : undefined;
  if (loop === "loop" ? own !== undefined : String(own?.name) === loop) return [];
  const elsewhere = step.phase.steps.some(({ fields }) => isRecord(fields.loop) && fields.loop.name === loop);
  if (loop !== "loop" && !elsewhere) return [];
  return [
    warning(at, "IB-DOC-LOOP-OUTSIDE", {
      found: `{{ ${content} }} in a step ${own ? `whose loop is not ${quote(loop)}` : "without a loop"}, where it is left as it stands`,
      allowed: "loop variables in the step that has the loop",
      ...(own ? { fix: `write {{ loop.${content.slice(loop.length + 1)} }}` } : {}),
    }),
  ];
}

interface Text {
  readonly text: string;
  readonly path: Path;
  /** Whether chaining is allowed there. */
  readonly chains: boolean;
}

/** Every text in a step that may hold references. */
function texts(step: Step): Text[] {
  const found: Text[] = [];
  const visit = (value: unknown, path: Path, chains: boolean): void => {
    if (typeof value === "string") {
      if (value.includes("{{")) found.push({ text: value, path, chains });
    } else if (isList(value))
      value.forEach((each, index) => {
        visit(each, [...path, index], chains);
      });
    else if (isRecord(value)) {
      for (const [key, each] of Object.entries(value)) {
        visit(each, [...path, key], chains && key !== "delimiter");
      }
    }
  };
  for (const [key, value] of Object.entries(step.fields)) {
    const path = [...step.path, key];
    if (key !== "loop" || !isRecord(value)) visit(value, path, REFERENCE_FIELDS.includes(key));
    else for (const [inner, each] of Object.entries(value)) visit(each, [...path, inner], inner === "forEach");
  }
  return found;
}
