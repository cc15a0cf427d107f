import * as fs from "node:fs";
import * as path from "node:path";
import { isRecord } from "@pipelines/findings/values";
import { parseTemplate, readTemplate } from "./cloudformation";
import { Evaluator, type Names, part, textOf } from "./evaluate";
import { type Source, rejected } from "./source";
import { readConfiguration, readState, shownPath } from "./terraform";
import type { Unknowns } from "./unknowns";

/** Bytes of a template that CloudFormation takes: 1 MB. States may be larger. */
const mostBytes = 16 * 1024 * 1024;

const sources = "a CloudFormation template, a cdk.out folder, Terraform files, or a state or plan as JSON";

/** Reads whatever a path names; throws `rejected` if it is none of what an import knows. */
export async function readSource(given: string, unknowns: Unknowns): Promise<Source> {
  const file = shownPath(given);
  const stat = fs.statSync(given, { throwIfNoEntry: false });
  if (stat === undefined) throw rejected({ file }, "IB-FILE-MISSING", "no such file or folder", sources);
  if (stat.isDirectory()) {
    if (fs.readdirSync(given).some(isTerraform)) return readConfiguration(given, undefined, unknowns, readText);
    const templates = assemblyTemplates(given);
    if (templates.length > 0) return readTemplates(templates, unknowns);
    const found = "a folder with neither Terraform files nor the manifest of a cdk.out";
    throw rejected({ file }, "IB-IMPORT-SOURCE", found, sources);
  }
  if (isTerraform(given)) return readConfiguration(path.dirname(given), path.basename(given), unknowns, readText);
  const value = parseTemplate(readText(given), file);
  const isState =
    isRecord(value) && [value.values, value.planned_values, value.resources].some((each) => Boolean(each));
  return isState ? readState(value, file) : readTemplates([{ name: given, value, environment: "" }], unknowns);
}

function isTerraform(file: string): boolean {
  return /\.tf(?:\.json)?$/.test(file);
}

interface TemplateFile {
  readonly name: string;
  readonly value: unknown;
  /** Where the CDK deploys it: `aws://123456789012/eu-west-1`. */
  readonly environment: string;
}

/** The templates of a cloud assembly of the CDK, of the assemblies in it, and of nested stacks. */
function assemblyTemplates(folder: string): TemplateFile[] {
  const manifest = path.join(folder, "manifest.json");
  if (!fs.existsSync(manifest)) return [];
  const read = (file: string): unknown => parseTemplate(readText(file), shownPath(file));
  const artifacts = part(read(manifest), ["artifacts"]);
  const stacks = Object.values(isRecord(artifacts) ? artifacts : {}).flatMap((artifact): TemplateFile[] => {
    const [inner, template] = ["directoryName", "templateFile"].map((key) => part(artifact, ["properties", key]));
    if (inner !== undefined) return assemblyTemplates(path.join(folder, path.basename(textOf(inner))));
    if (template === undefined) return [];
    const name = path.join(folder, path.basename(textOf(template)));
    return [{ name, value: read(name), environment: textOf(part(artifact, ["environment"])) }];
  });
  const nested = fs.readdirSync(folder).filter((name) => name.endsWith(".nested.template.json"));
  const environment = stacks[0]?.environment ?? "";
  const others = nested
    .map((each) => path.join(folder, each))
    .map((name) => ({ name, value: read(name), environment }));
  return [...stacks, ...others.filter(({ name }) => stacks.every((stack) => stack.name !== name))];
}

function readTemplates(files: readonly TemplateFile[], unknowns: Unknowns): Source {
  const names: Names = new Map();
  for (const { name, value, environment } of files) {
    const file = shownPath(name);
    if (!isRecord(value) || !isRecord(value.Resources)) {
      throw rejected({ file }, "IB-IMPORT-SOURCE", "no Resources, which every template has", sources);
    }
    const [, account, region] = /^aws:\/\/(\d{12})?[^/]*\/(?!unknown)(.+)$/.exec(environment) ?? [];
    const prefix = files.length > 1 ? `${path.basename(name).replace(/\.template\.json$/, "")}/` : "";
    readTemplate({ file, content: value, prefix, region, account }, names, unknowns);
  }
  const first = files[0]?.name ?? "";
  const source = new Evaluator(shownPath(first), names, unknowns).resources();
  return { tool: "CloudFormation", ...source, textAt: (uri) => assetText(path.dirname(first), uri) };
}

/** The CDK keeps what it uploads in its assembly, named by the hash that is the key in S3. */
function assetText(folder: string, uri: string): string | undefined {
  const [, name] = /\/([0-9a-f]{64}(?:\.\w+)?)$/.exec(uri) ?? [];
  const file = path.join(folder, `asset.${name ?? ""}`);
  return name !== undefined && fs.statSync(file, { throwIfNoEntry: false })?.isFile() ? readText(file) : undefined;
}

/** The text of a file in UTF-8, of a size that can be an import's. */
function readText(file: string): string {
  const at = { file: shownPath(file) };
  const { size } = fs.statSync(file);
  if (size > mostBytes) throw rejected(at, "IB-FILE-SIZE", `${size} bytes`, `at most ${mostBytes} bytes`);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(fs.readFileSync(file));
  } catch (thrown) {
    if (!(thrown instanceof TypeError)) throw thrown;
    throw rejected(at, "IB-FILE-BINARY", "bytes that are not UTF-8 text", "a text file in UTF-8");
  }
}
