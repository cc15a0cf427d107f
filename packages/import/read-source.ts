import * as fs from "node:fs";
import * as path from "node:path";
import { error } from "@pipelines/findings/finding";
import { isList, isRecord } from "@pipelines/findings/values";
import { parseTemplate, Template } from "./cloudformation";
import { type Source, SourceRejected } from "./source";
import { Configuration, readState } from "./terraform";
import type { Unknowns } from "./unknowns";

/** Bytes of a template that CloudFormation takes: 1 MB. States may be larger. */
const mostBytes = 16 * 1024 * 1024;

const sources = "a CloudFormation template, a cdk.out folder, Terraform files, or a state or plan as JSON";

/** Reads whatever a path names; throws `SourceRejected` if it is none of what an import knows. */
export async function readSource(given: string, unknowns: Unknowns): Promise<Source> {
  const file = shown(given);
  const stat = fs.statSync(given, { throwIfNoEntry: false });
  if (stat === undefined) throw rejected(file, "IB-FILE-MISSING", "no such file or folder");
  if (!stat.isDirectory()) {
    if (isTerraform(given)) return Configuration.read(path.dirname(given), [path.basename(given)], unknowns, readText);
    const value = parseTemplate(readText(given), file);
    if (isRecord(value) && (isRecord(value.values) || isRecord(value.planned_values) || isList(value.resources))) {
      return readState(value, file);
    }
    return readTemplates([{ name: given, value, region: undefined, account: undefined }], unknowns);
  }
  const names = fs.readdirSync(given).filter(isTerraform).sort();
  if (names.length > 0) return Configuration.read(given, names, unknowns, readText);
  const templates = assemblyTemplates(given);
  if (templates.length > 0) return readTemplates(templates, unknowns);
  throw rejected(file, "IB-IMPORT-SOURCE", "a folder with neither Terraform files nor the manifest of a cdk.out");
}

function isTerraform(file: string): boolean {
  return /\.tf(?:\.json)?$/.test(file);
}

interface TemplateFile {
  readonly name: string;
  readonly value: unknown;
  readonly region: string | undefined;
  readonly account: string | undefined;
}

/** The templates of a cloud assembly of the CDK and of the assemblies in it, with their accounts and regions. */
function assemblyTemplates(folder: string): TemplateFile[] {
  const manifest = path.join(folder, "manifest.json");
  if (!fs.existsSync(manifest)) return [];
  const content = parseTemplate(readText(manifest), shown(manifest));
  const artifacts = isRecord(content) && isRecord(content.artifacts) ? Object.values(content.artifacts) : [];
  const stacks = artifacts.flatMap((artifact): TemplateFile[] => {
    if (!isRecord(artifact) || !isRecord(artifact.properties)) return [];
    const { templateFile, directoryName } = artifact.properties;
    if (typeof directoryName === "string") return assemblyTemplates(path.join(folder, path.basename(directoryName)));
    if (typeof templateFile !== "string") return [];
    const name = path.join(folder, path.basename(templateFile));
    const [, account, region] =
      /^aws:\/\/(\d{12}|)(?:unknown-account)?\/(?!unknown)(.+)$/.exec(String(artifact.environment)) ?? [];
    return [{ name, value: parseTemplate(readText(name), shown(name)), account: account || undefined, region }];
  });
  // Nested stacks are files that no artifact names.
  const known = new Set(stacks.map(({ name }) => name));
  const nested = fs
    .readdirSync(folder)
    .map((name) => path.join(folder, name))
    .filter((name) => name.endsWith(".nested.template.json") && !known.has(name));
  return [
    ...stacks,
    ...nested.map((name) => ({
      name,
      value: parseTemplate(readText(name), shown(name)),
      region: stacks[0]?.region,
      account: stacks[0]?.account,
    })),
  ];
}

function readTemplates(files: readonly TemplateFile[], unknowns: Unknowns): Source {
  const imports = new Map<string, () => unknown>();
  const templates = files.map(({ name, value, region, account }) => {
    const file = shown(name);
    if (!isRecord(value) || !isRecord(value.Resources)) {
      throw rejected(file, "IB-IMPORT-SOURCE", "no Resources, which every template has");
    }
    const prefix = files.length > 1 ? `${path.basename(name).replace(/\.template\.json$/, "")}/` : "";
    const place = { ...(region ? { "AWS::Region": region } : {}), ...(account ? { "AWS::AccountId": account } : {}) };
    const template = new Template(value, file, unknowns, { prefix, imports, place });
    for (const [output, exported] of Object.entries(isRecord(value.Outputs) ? value.Outputs : {})) {
      if (!isRecord(exported) || !isRecord(exported.Export)) continue;
      const exportName = template.resolve(exported.Export.Name, `Outputs.${output}`);
      imports.set(String(exportName), () => template.resolve(exported.Value, `Outputs.${output}`));
    }
    return template;
  });
  const read = templates.map((template) => template.read());
  return {
    tool: "CloudFormation",
    resources: read.flatMap(({ resources }) => resources),
    switchedOff: read.flatMap(({ switchedOff }) => switchedOff),
    textAt: (uri) => assetText(path.dirname(files[0]?.name ?? ""), uri),
  };
}

/** The CDK keeps what it uploads in its assembly, named by the hash that is the key in S3. */
function assetText(folder: string, uri: string): string | undefined {
  const [, name] = /\/([0-9a-f]{64}(?:\.\w+)?)$/.exec(uri) ?? [];
  const file = name === undefined ? undefined : path.join(folder, `asset.${name}`);
  return file !== undefined && fs.existsSync(file) && fs.statSync(file).isFile() ? readText(file) : undefined;
}

/** The text of a file in UTF-8, of a size that can be an import's. */
function readText(file: string): string {
  const { size } = fs.statSync(file);
  if (size > mostBytes)
    throw rejected(shown(file), "IB-FILE-SIZE", `a file of ${size} bytes`, `at most ${mostBytes} bytes`);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(fs.readFileSync(file));
  } catch (thrown) {
    if (!(thrown instanceof TypeError)) throw thrown;
    throw rejected(shown(file), "IB-FILE-BINARY", "bytes that are not UTF-8 text", "a text file in UTF-8");
  }
}

function shown(file: string): string {
  return path.relative(process.cwd(), file).split(path.sep).join("/") || ".";
}

function rejected(file: string, code: string, found: string, allowed = sources): SourceRejected {
  return new SourceRejected(error({ file }, code, { found, allowed }));
}
