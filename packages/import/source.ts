import { isUtf8 } from "node:buffer";
import * as fs from "node:fs";
import * as path from "node:path";
import type { At } from "@pipelines/findings/finding";
import { isList, isRecord } from "@pipelines/findings/values";
import { failure } from "@pipelines/operations/failure";
import { unknownsIn } from "./unknowns";

/**
 * Returns Terraform's name for a type, `aws_ecr_repository` for `AWS::ECR::Repository`; `undefined` if an import does
 * not read that type.
 */
export function kindOf(type: string): string | undefined {
  const words = type.replace("AWS::Logs", "AWS::CloudWatch").replaceAll("::", "_");
  const snakes = words
    .replaceAll(/([a-z])(?=[A-Z])/g, "$1_")
    .toLowerCase()
    .replace(/(image|cloud)_(?=builder|watch)/, "$1");
  const read = /^aws_(?:imagebuilder_\w+|ecr_repository|iam_role|iam_instance_profile|cloudwatch_log_group)$/;
  return read.test(snakes) ? snakes : undefined;
}

/** A resource in a source, with its references resolved where possible. */
export interface SourceResource {
  /** CloudFormation logical id, Terraform address or ARN. */
  readonly id: string;
  /** As written in the source: `AWS::ECR::Repository` or `aws_ecr_repository`. */
  readonly type: string;
  readonly properties: unknown;
  readonly at: At;
  /** Whether its template releases it without deleting it. Only CloudFormation shows this. */
  readonly isLetGo?: boolean;
}

/** What was read from a template, an assembly, a configuration or an account. */
export interface Source {
  readonly tool: "CloudFormation" | "Terraform" | "account";
  readonly resources: readonly SourceResource[];
  /** The region to which it is deployed, if the source sets it for everything. */
  readonly region?: unknown;
  /** Resources that a condition or a count disables. */
  readonly switchedOff?: readonly string[];
  /** Returns the text of a file that the source refers to by an S3 address, as CDK assets do. */
  readonly textAt?: (uri: string) => string | undefined;
}

/**
 * Normalizes a name so that all sources match: ignores case, `_` and the plural in names like `Components`, `component`
 * and `block_device_mapping`.
 */
export function spelled(name: string): string {
  return name.replaceAll(/[_:]|s$/g, "").toLowerCase();
}

/**
 * Returns a property by Image Builder's own name and path; null and empty strings, lists and objects count as absent.
 * All properties of an unknown block are the unknown itself.
 */
export function property(properties: unknown, path: string): unknown {
  return path.split(".").reduce<unknown>((value, name) => {
    const block = isList(value) ? value[0] : value;
    if (typeof block === "string" && unknownsIn(block).length > 0) return block;
    const found = isRecord(block) ? Object.entries(block).filter(([key]) => spelled(key) === spelled(name)) : [];
    return found.map(([, each]) => each).find((each) => !isAbsent(each));
  }, properties);
}

export function isAbsent(value: unknown): boolean {
  if (value === undefined || value === null || value === "") return true;
  return (isList(value) || isRecord(value)) && Object.values(value).every(isAbsent);
}

/** Returns a list, whether the source contains a list or a single block. */
export function blocks(properties: unknown, path: string): readonly unknown[] {
  const value = property(properties, path);
  return isList(value) ? value.filter((each) => !isAbsent(each)) : value === undefined ? [] : [value];
}

/** Whether a flag is set, as a boolean or as text. */
export function isTrue(value: unknown): boolean {
  return value === true || value === "true";
}

export const sources = "a CloudFormation template, a cdk.out folder, Terraform files, or a state or plan as JSON";

/** Maximum size in bytes of a file to read. A template has at most 1 MB; states may be larger. */
const mostBytes = 16 * 1024 * 1024;

/** Reads a UTF-8 text file, if it is not too large for an import. */
export function readText(file: string): string {
  const { size } = fs.statSync(file);
  if (size > mostBytes) throw failure("IB-FILE-SIZE", shownPath(file), `${size} bytes`, `at most ${mostBytes} bytes`);
  const bytes = fs.readFileSync(file);
  if (!isUtf8(bytes))
    throw failure("IB-FILE-BINARY", shownPath(file), "bytes that are not UTF-8 text", "a UTF-8 text file");
  return bytes.toString().replace(/^\uFEFF/, "");
}

export function shownPath(file: string): string {
  return path.relative(process.cwd(), file).split(path.sep).join("/") || ".";
}
