import { error, type Finding, warning } from "@pipelines/findings/finding";
import { nearest } from "@pipelines/findings/nearest";
import { count, list, quote } from "@pipelines/findings/text";
import { isList, isRecord } from "@pipelines/findings/values";
import { chain, checkChain, checkNearChain } from "./check-chain";
import type { Located, Path } from "@pipelines/findings/located";
import type { DocumentModel, Step } from "./model";

/**
 * Matches `{{ … }}` in text. If the content is not a name, loop variable or chain, it belongs to another tool's
 * template (Docker's `{{ .Names }}`, a Helm chart), which Image Builder leaves unchanged.
 */
export const referencePattern = /(?<![${])\{\{([^{}\n]{1,2100})\}\}(?!\})/g;

/** Matches a name that a document can declare. */
const namePattern = /^[A-Za-z0-9_-]{3,128}$/;

/**
 * Matches references to values from outside the document, by their prefix. Their names may contain dots, but they are
 * never chains. https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-user-defined-variables.html
 */
export const sourcedReference = /^(aws:ssm|aws:imds|env|context):(.*)$/;

const contextKeys = [
  "executionId",
  "accountId",
  "region",
  "osPlatform",
  "osName",
  "osVersion",
  "date",
  "dateTime",
  "uuid",
  "hostname",
  "phase",
  "step",
];

/**
 * Fields of a step that may contain chaining references: `inputs` and conditions. A forEach loop's list may contain
 * them as well.
 */
const referenceFields = ["inputs", "if"];

/** Returns findings about references to parameters, constants, loop variables and other steps that do not exist. */
export function checkReferences(model: DocumentModel, located: Located): Finding[] {
  const names = new Set(model.variables.map(({ name }) => name));
  const findings: Finding[] = [];
  const dotted: { readonly name: string; readonly at: Place }[] = [];
  for (const step of model.phases.flatMap((phase) => phase.steps)) {
    for (const { text, path, chains } of texts(step)) {
      let foreign: boolean | undefined;
      for (const [whole, inner = ""] of text.matchAll(referencePattern)) {
        const content = inner.trim();
        const at = located.at(path);
        const [, source, rest = ""] = sourcedReference.exec(content) ?? [];
        if (content.startsWith(".") && names.has(content.slice(1)) && !/--format\b/.test(text)) {
          dotted.push({ name: content.slice(1), at });
        } else if (namePattern.test(content)) {
          if (names.has(content) || isGoKeyword(content)) continue;
          foreign ??= isForeign(text);
          if (!foreign) findings.push(unknownName(content, names, at));
        } else if (source !== undefined) findings.push(...checkOutside(source, rest, names, at));
        else if (chain.test(content)) {
          if (chains) findings.push(...checkChain(content, step, model, at));
          else findings.push(misplaced(whole, at));
        } else findings.push(...checkLoopVariable(content, step, at), ...checkNearChain(content, model, at));
      }
    }
  }
  const [first] = dotted;
  if (first === undefined) return findings;
  const more = dotted.length === 1 ? "" : ` and ${count(dotted.length - 1, "more reference")} like it`;
  return [
    ...findings,
    warning(first.at, "IB-DOC-REFERENCE-DOT", {
      found: `{{ .${first.name} }}${more}, which AWSTOE leaves unchanged, although a parameter has that name`,
      allowed: "a reference without a dot",
      fix: `write {{ ${first.name} }}`,
    }),
  ];
}

/**
 * Reports whether an undeclared name seems to belong to another template language in the same text: Go's `{{ end }}`, a
 * variable within Jinja's `{% for … %}`. This cannot be known for sure, so such names pass.
 */
function isForeign(text: string): boolean {
  return /\{%|\{\{-?\s*(?:[.$#/]|(?:range|with|if|define)\s)/.test(text);
}

function isGoKeyword(name: string): boolean {
  return ["end", "else", "break", "continue"].includes(name);
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

/**
 * Checks references to Systems Manager parameters, instance metadata, environment variables, and AWSTOE's context
 * variables.
 */
function checkOutside(source: string, rest: string, names: ReadonlySet<string>, at: Place): Finding[] {
  if (source === "context" && !contextKeys.includes(rest)) {
    const near = nearest(rest, contextKeys);
    return [
      error(at, "IB-DOC-CONTEXT", {
        found: `the context variable ${quote(rest)}`,
        allowed: list(contextKeys, "or"),
        ...(near === undefined ? {} : { fix: `write {{ context:${near} }}` }),
      }),
    ];
  }
  if (source === "aws:imds" && /^\/?(?:iam|identity-credentials)(?:\/|$)/.test(rest)) {
    return [
      error(at, "IB-DOC-METADATA", {
        found: `the instance metadata ${quote(rest)}, which contains credentials`,
        allowed: "paths outside iam/ and identity-credentials/, which AWSTOE rejects",
      }),
    ];
  }
  const [, name = ""] = (source === "aws:ssm" && /^resolve\(([^()]*)\)$/.exec(rest)) || [];
  return namePattern.test(name.trim()) && !names.has(name.trim()) ? [unknownName(name.trim(), names, at)] : [];
}

function misplaced(reference: string, at: Place): Finding {
  return error(at, "IB-DOC-CHAIN-PLACE", {
    found: `the chaining reference ${quote(reference)} outside the step's inputs`,
    allowed: "chaining in inputs, in a forEach loop's list and in conditions",
  });
}

/** `{{ loop.value }}` in a step without a loop is left unchanged, which is legal but probably unintended. */
function checkLoopVariable(content: string, step: Step, at: Place): Finding[] {
  const [, loop = ""] = /^([^.]+)\.(?:index|value)$/.exec(content) ?? [];
  if (loop === "") return [];
  const own = isRecord(step.fields.loop) ? step.fields.loop : undefined;
  if (loop === "loop" ? own !== undefined : String(own?.name) === loop) return [];
  const elsewhere = step.phase.steps.some(({ fields }) => isRecord(fields.loop) && fields.loop.name === loop);
  if (loop !== "loop" && !elsewhere) return [];
  return [
    warning(at, "IB-DOC-LOOP-OUTSIDE", {
      found: `{{ ${content} }} in a step ${own ? `whose loop is not ${quote(loop)}` : "without a loop"}, which leaves it unchanged`,
      allowed: "loop variables in the step that has the loop",
      ...(own ? { fix: `write {{ loop.${content.slice(loop.length + 1)} }}` } : {}),
    }),
  ];
}

interface Text {
  readonly text: string;
  readonly path: Path;
  /** Whether the text may contain chaining references. */
  readonly chains: boolean;
}

/** Returns all text in a step that may contain references. */
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
    if (key !== "loop" || !isRecord(value)) visit(value, path, referenceFields.includes(key));
    else for (const [inner, each] of Object.entries(value)) visit(each, [...path, inner], inner === "forEach");
  }
  return found;
}
