import { type At, error, type Finding } from "@pipelines/findings/finding";
import { nearest } from "@pipelines/findings/nearest";
import { list, quote } from "@pipelines/findings/text";
import { isList, isRecord } from "@pipelines/findings/values";
import { stages } from "./check-names";
import type { DocumentModel, Phase, Step } from "./model";
import { knownActions } from "./schema-node";

/**
 * Matches `phase.step.inputs[0].source` and `phase.step.outputs.stdout`; names may contain spaces, and dots are the
 * separators.
 */
export const chain = /^([^.]+)\.([^.]+)\.(inputs|outputs)(?:\[(\d+)\])?((?:\.|\[).+)?$/;

/**
 * Outputs of actions, from the Output tables in the documentation. It has no such table for Assert and ExecuteDocument,
 * so their outputs are unknown. All other actions have no outputs.
 * https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-action-modules.html
 */
const outputs: Readonly<Record<string, readonly string[] | undefined>> = {
  ExecuteBash: ["stdout"],
  ExecuteBinary: ["stdout"],
  ExecutePowerShell: ["stdout"],
  WebDownload: ["destination"],
  ListFiles: ["files"],
  ReadFile: ["content"],
  InstallMSI: ["logFile", "msiExitCode", "stdout"],
  UninstallMSI: ["logFile", "msiExitCode", "stdout"],
};

/** Returns an action's outputs; undefined if they are unknown. */
function outputsOf(action = ""): readonly string[] | undefined {
  if (["Assert", "ExecuteDocument"].includes(action) || !knownActions.includes(action)) return undefined;
  return outputs[action] ?? [];
}

/**
 * Returns what is wrong with a reference to another step's inputs or outputs.
 *
 * https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-use-documents.html#document-chaining
 */
export function checkChain(reference: string, from: Step, model: DocumentModel, at: At): Finding[] {
  const [, phaseName = "", stepText = "", side = "", index, rest = ""] = chain.exec(reference) ?? [];
  const phase = model.phases.find(({ name }) => name === phaseName);
  if (!phase) return [nowhere(reference, "phase", phaseName, names(model.phases), at)];
  // A single iteration of a step with a loop: `build.Download[0].outputs.destination`.
  const stepName = stepText.replace(/\[\d+\]$/, "");
  const step = phase.steps.find(({ name }) => name === stepName || name === stepText);
  if (!step) return [nowhere(reference, "step", stepName, names(phase.steps), at)];
  const crossed = checkStage(reference, phase, from, at);
  if (crossed) return [crossed];
  if (side === "outputs") {
    return isLater(step, from) ? [notYet(reference, step, from, at)] : checkOutput(reference, step, rest, at);
  }
  return checkInput(reference, step, index, rest, at);
}

/**
 * Checks a reference to an existing step that is followed by neither `inputs` nor `outputs`: `{{
 * build.Get.output.stdout }}`.
 */
export function checkNearChain(content: string, model: DocumentModel, at: At): Finding[] {
  const [, phaseName, stepName, side = ""] = /^([^.]+)\.([^.]+)\.([^.[]+)/.exec(content) ?? [];
  const phase = model.phases.find(({ name }) => name === phaseName);
  const step = phase?.steps.find(({ name }) => name === stepName);
  if (!step) return [];
  const near = nearest(side, ["inputs", "outputs"]);
  const output = outputsOf(step.action)?.includes(side) ? `outputs.${side}` : near;
  return [
    error(at, "IB-DOC-CHAIN", {
      found: `{{ ${content} }} cannot be resolved: ${quote(side)} behind the step's name`,
      allowed: "inputs or outputs",
      ...(output === undefined ? {} : { fix: `write ${phaseName ?? ""}.${stepName ?? ""}.${output}` }),
    }),
  ];
}

function checkOutput(reference: string, { action = "" }: Step, rest: string, at: At): Finding[] {
  const known = outputsOf(action);
  const key = /^\.([^.[\]]+)/.exec(rest)?.[1];
  if (known === undefined || key === undefined || known.includes(key)) return [];
  const near = nearest(key, known) ?? (known.length === 1 ? known[0] : undefined);
  return [
    error(at, "IB-DOC-CHAIN", {
      found: `{{ ${reference} }} cannot be resolved: ${action} has no output ${quote(key)}`,
      allowed: known.length === 0 ? `that step's inputs; ${action} has no outputs` : list(known, "or"),
      ...(near === undefined ? {} : { fix: `write ${near}` }),
    }),
  ];
}

function names(items: readonly (Phase | Step)[]): string[] {
  return [...new Set(items.flatMap(({ name }) => name ?? []))];
}

function nowhere(reference: string, kind: string, name: string, known: readonly string[], at: At): Finding {
  const near = nearest(name, known);
  return error(at, "IB-DOC-CHAIN", {
    found: `{{ ${reference} }} cannot be resolved: there is no ${kind} ${quote(name)}`,
    allowed: known.length === 0 ? `a ${kind} in this document` : list(known, "or"),
    ...(near === undefined ? {} : { fix: `write ${near}` }),
  });
}

/** The build stage and the test stage run on different instances, which share no data. */
function checkStage(reference: string, phase: Phase, from: Step, at: At): Finding | undefined {
  const there = stages.get(phase.name ?? "");
  const here = stages.get(from.phase.name ?? "");
  if (there === undefined || here === undefined || there === here) return undefined;
  return error(at, "IB-DOC-CHAIN-STAGE", {
    found: `{{ ${reference} }} in the ${here} stage refers to the ${there} stage`,
    allowed: "chaining within a stage: build and validate, or test and container-host-test",
    fix: "write the value to a file in the image, or make it a constant",
  });
}

function isLater(step: Step, from: Step): boolean {
  return step.phase.index > from.phase.index || (step.phase === from.phase && step.index >= from.index);
}

function notYet(reference: string, step: Step, from: Step, at: At): Finding {
  const what = step === from ? "of the step itself" : "of a later step";
  return error(at, "IB-DOC-CHAIN-ORDER", {
    found: `{{ ${reference} }} refers to outputs ${what}`,
    allowed: "outputs of an earlier step",
  });
}

/** A step's inputs are in the document, so a reference to a missing one is certainly wrong. */
function checkInput(reference: string, step: Step, index: string | undefined, rest: string, at: At): Finding[] {
  const { inputs } = step.fields;
  const wrong = (found: string, known: readonly string[] = [], key = ""): Finding[] => {
    const near = nearest(key, known);
    const allowed = known.length === 0 ? "an input of that step" : list(known, "or");
    const fix = near === undefined ? {} : { fix: `write ${near}` };
    return [error(at, "IB-DOC-CHAIN", { found: `{{ ${reference} }} cannot be resolved: ${found}`, allowed, ...fix })];
  };
  if (isList(inputs) && index === undefined) return wrong("that step's inputs are a list", ["inputs[0]"]);
  if (isList(inputs) && Number(index) >= inputs.length) {
    return wrong(`the step has inputs[0] to inputs[${inputs.length - 1}]`);
  }
  const entry = isList(inputs) ? inputs[Number(index)] : inputs;
  const key = /^\.([^.[\]]+)/.exec(rest)?.[1];
  if (!isRecord(entry) || key === undefined || key in entry) return [];
  return wrong(`that step has no input ${quote(key)}`, Object.keys(entry), key);
}
