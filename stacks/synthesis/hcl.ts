import * as fs from "node:fs";
import * as path from "node:path";
import { App, TerraformElement, TerraformStack } from "cdktf";
import { literalString, template } from "./hcl-text";

type Json = null | boolean | number | string | readonly Json[] | Body;
type Body = { readonly [key: string]: Json };

/** What an element of CDKTF says of its attributes in HCL: which are blocks. Old releases wrote it in snake case. */
type Shape = { readonly [attribute: string]: { isBlock?: boolean; is_block?: boolean; value?: unknown } | undefined };

/**
 * Writes every stack's `cdk.tf` again, so that it says what `cdk.tf.json` says. CDKTF's own is not valid Terraform
 * for these stacks (`0 = "required_version"`), loses `nullable`, and changes text; see `hcl-text.ts`.
 */
export function writeHcl(app: App, stacks: readonly TerraformStack[]): void {
  for (const stack of stacks) {
    fs.writeFileSync(path.join(app.outdir, "stacks", stack.node.id, "cdk.tf"), renderHcl(stack));
  }
}

/** A stack in Terraform's native syntax: the content is that of its JSON, and only which parts are blocks is asked of CDKTF. */
export function renderHcl(stack: TerraformStack): string {
  const config = stack.toTerraform() as Record<string, Record<string, Json>>;
  const shapes = shapesOf(stack);
  const parts: string[] = [];
  for (const [name, value] of entries((config["terraform"] ?? {}) as Body)) parts.push(...settings(name, value));
  const blocks = [`terraform {\n${indent(parts.join("\n"))}\n}`];
  for (const [name, instances] of entries((config["provider"] ?? {}) as Body)) {
    for (const each of list(instances)) {
      blocks.push(block(`provider "${name}"`, each as Body, shapes[`provider.${name}`]));
    }
  }
  for (const [name, { type, ...variable }] of entries((config["variable"] ?? {}) as Readonly<Record<string, Body>>)) {
    // A type is an expression, which JSON has as a string.
    const lines = typeof type === "string" ? [`type = ${type}`] : [];
    for (const [key, value] of entries(variable)) {
      if (key !== "validation") lines.push(`${key} = ${expression(value, literalString)}`);
      else lines.push(...list(value).map((each) => block("validation", each as Body, undefined)));
    }
    blocks.push(`variable "${name}" {\n${indent(lines.join("\n"))}\n}`);
  }
  for (const kind of ["data", "resource"]) {
    for (const [type, all] of entries((config[kind] ?? {}) as Readonly<Record<string, Body>>)) {
      for (const [id, body] of entries(all)) {
        blocks.push(block(`${kind} "${type}" "${id}"`, body as Body, shapes[`${type}.${id}`]));
      }
    }
  }
  for (const { from, ...removed } of (config["removed"] ?? []) as readonly (Body & { from: string })[]) {
    blocks.push(`removed {\n${indent([`from = ${from}`, ...body(removed, undefined)].join("\n"))}\n}`);
  }
  for (const [name, { description, ...output }] of entries(
    (config["output"] ?? {}) as Readonly<Record<string, Body>>,
  )) {
    const described = typeof description === "string" ? [`description = ${literalString(description)}`] : [];
    blocks.push(`output "${name}" {\n${indent([...described, ...body(output, undefined)].join("\n"))}\n}`);
  }
  return `${blocks.join("\n\n")}\n`;
}

/** One of the settings in the `terraform` block, in which nothing is evaluated. */
function settings(name: string, value: Json): string[] {
  const attributes = (body: Json): string[] =>
    entries(body as Body).map(([key, inner]) => `${key} = ${expression(inner, literalString)}`);
  const as = (head: string, lines: readonly string[]): string => `${head} {\n${indent(lines.join("\n"))}\n}`;
  if (name === "required_providers") return [as(name, attributes(value))];
  if (name === "backend")
    return entries(value as Body).map(([type, body]) => as(`${name} "${type}"`, attributes(body)));
  if (name === "cloud") {
    const { workspaces = {}, ...rest } = value as Body;
    return [as(name, [...attributes(rest), as("workspaces", attributes(workspaces))])];
  }
  return [`${name} = ${expression(value, literalString)}`];
}

/** Blocks whatever a provider says: they are Terraform's own. */
const ownBlocks = new Set(["lifecycle", "precondition", "postcondition"]);
/** Lists of references, which in JSON are written as strings. */
const references = new Set(["depends_on", "ignore_changes", "replace_triggered_by"]);

function block(head: string, content: Body, shape: Shape | undefined): string {
  return `${head} {\n${indent(body(content, shape).join("\n"))}\n}`;
}

function body(content: Body, shape: Shape | undefined): string[] {
  return entries(content).flatMap(([key, value]) => {
    if (key === "//") return [];
    const { isBlock, is_block, value: inner } = shape?.[key] ?? {};
    if (isBlock === true || is_block === true || ownBlocks.has(key)) {
      return list(value).map((each, index) =>
        block(key, each as Body, (Array.isArray(inner) ? inner[index] : inner) as Shape),
      );
    }
    if (key === "ignore_changes" && value === "all") return [`${key} = all`];
    // In JSON a reference to a provider is a string.
    if (key === "provider" && typeof value === "string") return [`${key} = ${value}`];
    if (references.has(key) && Array.isArray(value)) {
      return [`${key} = [\n${value.map((one) => `  ${String(one)},\n`).join("")}]`];
    }
    return [`${key} = ${expression(value, template)}`];
  });
}

function expression(value: Json, text: (text: string) => string): string {
  if (typeof value === "string") return text(value);
  if (value === null || typeof value !== "object") return String(value);
  const [open, close] = Array.isArray(value) ? "[]" : "{}";
  const items = Array.isArray(value)
    ? value.map((one: Json) => expression(one, text))
    : entries(value as Body).map(([key, one]) => `${text(key)} = ${expression(one, text)}`);
  if (items.length === 0) return `${open}${close}`;
  return `${open}\n${indent(items.map((item) => (Array.isArray(value) ? `${item},` : item)).join("\n"))}\n${close}`;
}

/** What CDKTF knows of the resources, data sources and providers of a stack, by `type.id`. */
function shapesOf(stack: TerraformStack): Record<string, Shape> {
  const shapes: Record<string, Shape> = {};
  for (const element of stack.node.findAll()) {
    if (!TerraformElement.isTerraformElement(element)) continue;
    const { resource, data, provider } = element.toHclTerraform() as Record<string, Record<string, object>>;
    for (const [type, all] of Object.entries({ ...resource, ...data })) {
      for (const [id, shape] of Object.entries(all)) shapes[`${type}.${id}`] = shape as Shape;
    }
    for (const [name, [shape]] of Object.entries((provider ?? {}) as Record<string, Shape[]>)) {
      if (shape !== undefined) shapes[`provider.${name}`] = shape;
    }
  }
  return shapes;
}

/** In the order of code units, as the JSON is written: the same on every machine. What is `undefined` is not there. */
function entries<T>(object: Readonly<Record<string, T>>): [string, T][] {
  return Object.entries(object)
    .filter(([, value]) => value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

function list(value: Json | undefined): readonly Json[] {
  if (value === undefined) return [];
  return isList(value) ? value : [value];
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

/** Strings have no line breaks here, so that every line may move. */
function indent(text: string): string {
  return text.replaceAll(/^(?=.)/gm, "  ");
}
