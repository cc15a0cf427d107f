import * as fs from "node:fs";
import * as path from "node:path";
import { modelOf } from "@pipelines/image-checks/component-document/model";
import { readYaml } from "@pipelines/image-checks/component-document/read-yaml";
import { isList, isRecord } from "@pipelines/findings/values";
import { failure } from "@pipelines/operations/failure";
import type { CompiledDocument, DocumentRun } from "./compile-document";
import { quoted, textOf } from "./shell-words";

/**
 * Returns a script that runs the document with AWS's own executor.
 *
 * https://docs.aws.amazon.com/imagebuilder/latest/userguide/cmd-run.html
 */
export function runByAwstoe({ name, text, parameters = {}, phases = [] }: DocumentRun): CompiledDocument {
  const model = modelOf(readYaml(name, text).located?.value);
  const given = Object.entries(parameters).filter(([key]) => model.variables.some((each) => each.name === key));
  const [wrong] = given.find(([, value]) => value.includes(",")) ?? [];
  if (wrong !== undefined) {
    throw failure(
      "IB-TRY-AWSTOE",
      name,
      `a comma in the value of ${wrong}`,
      "values without commas, which --parameters uses as separators",
    );
  }
  const variables = {
    name,
    document: text,
    phases: phases.join(","),
    parameters: given.map((one) => one.join("=")).join(","),
  };
  return {
    script: [
      ...Object.entries(variables).map(([key, value]) => `${key}=${quoted(value)}`),
      fs.readFileSync(path.join(__dirname, "awstoe.sh"), "utf8"),
    ].join("\n"),
    steps: model.phases.filter((each) => phases.includes(each.name ?? "")).flatMap(({ steps }) => steps).length,
  };
}

/**
 * Reads the steps in AWSTOE's `detailedoutput.json`.
 *
 * https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-action-modules.html#action-modules-executedocument
 */
export function stepsByAwstoe(output: string) {
  let written: unknown;
  try {
    written = JSON.parse(output);
  } catch {
    // It was interrupted while it wrote.
  }
  return records(written, "documents").flatMap((document) =>
    records(document, "phases").flatMap((phase) =>
      records(phase, "steps").map((step) => {
        const { name, action, status, onFailure, failureMessage, startTime, endTime } = step;
        const failed = onFailure === "Ignore" ? "ignored" : "failed";
        return {
          phase: textOf(phase.name),
          name: textOf(name),
          action: textOf(action),
          outcome: status === "success" ? "ok" : status === "failed" ? failed : "skipped",
          reason: textOf(failureMessage),
          seconds: (Date.parse(textOf(endTime)) - Date.parse(textOf(startTime))) / 1000,
        } as const;
      }),
    ),
  );
}

function records(from: unknown, field: string): Record<string, unknown>[] {
  const value = isRecord(from) ? from[field] : undefined;
  return isList(value) ? value.filter(isRecord) : [];
}
