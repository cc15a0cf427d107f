import { error, type Finding, warning } from "@pipelines/findings/finding";
import { isList, isRecord } from "@pipelines/findings/values";
import type { Located } from "@pipelines/findings/located";
import type { DocumentModel, Step } from "./model";
import { checkOpenList } from "./open-list";
import { knownActions } from "./schema-node";

export type Platform = "Linux" | "Windows";

/** https://docs.aws.amazon.com/imagebuilder/latest/userguide/toe-action-modules.html */
const windowsOnly: ReadonlySet<string> = new Set(["ExecutePowerShell", "InstallMSI", "UninstallMSI", "SetRegistry"]);
const notOnWindows: ReadonlySet<string> = new Set([
  "ExecuteBash",
  "CreateSymlink",
  "SetFileOwner",
  "SetFolderOwner",
  "SetFilePermissions",
  "SetFolderPermissions",
]);

/** Inputs that make CreateFile and CreateFolder return an error on Windows. */
const posixInputs = ["owner", "group", "permissions"];

/**
 * Returns the platform that a document's actions run on: the platform of the first action that runs on only one, or
 * Linux if there is none. Only actions count, not the document's text.
 */
export function platformOf(model: DocumentModel): Platform {
  for (const { action = "" } of model.phases.flatMap((phase) => phase.steps)) {
    if (notOnWindows.has(action)) return "Linux";
    if (windowsOnly.has(action)) return "Windows";
  }
  return "Linux";
}

/** Returns what is wrong with a step, apart from its shape. */
export function checkSteps(model: DocumentModel, platform: Platform, located: Located): Finding[] {
  return model.phases
    .flatMap((phase) => phase.steps)
    .flatMap((step) => [
      ...checkAction(step, located),
      ...checkPlatform(step, platform, located),
      ...checkLoop(step, located),
      ...checkChecksum(step, located),
      ...checkReboot(step, located),
    ]);
}

function checkAction({ action, path }: Step, located: Located): Finding[] {
  const kind = { code: "IB-DOC-ACTION", what: "the action", words: "an Image Builder action module" };
  return checkOpenList(action, knownActions, kind, [...path, "action"], located);
}

function checkPlatform({ action = "", fields, path }: Step, platform: Platform, located: Located): Finding[] {
  const wrong = platform === "Linux" ? windowsOnly : notOnWindows;
  if (wrong.has(action)) {
    const other = { ExecuteBash: "ExecutePowerShell", ExecutePowerShell: "ExecuteBash" }[action];
    return [
      error(located.at([...path, "action"]), "IB-DOC-PLATFORM", {
        found: `the action ${action} in a component for ${platform}`,
        allowed: platform === "Linux" ? `${action} runs only on Windows` : `${action} does not run on Windows`,
        ...(other === undefined ? {} : { fix: `write ${other}` }),
      }),
    ];
  }
  if (platform !== "Windows" || !["CreateFile", "CreateFolder"].includes(action) || !isList(fields.inputs)) return [];
  return fields.inputs.flatMap((entry, index) =>
    posixInputs
      .filter((input) => isRecord(entry) && input in entry)
      .map((input) =>
        error(located.atKey([...path, "inputs", index, input]), "IB-DOC-PLATFORM", {
          found: `the input ${input} of ${action} in a component for Windows`,
          allowed: "owner, group and permissions are for Linux only",
          fix: "leave it out",
        }),
      ),
  );
}

/** Checks for a `for` loop that never ends, which Image Builder rejects. */
function checkLoop({ fields: { loop }, path }: Step, located: Located): Finding[] {
  if (!isRecord(loop) || !isRecord(loop.for)) return [];
  const [start, end, updateBy] = [loop.for.start, loop.for.end, loop.for.updateBy].map(wholeNumber);
  if (start === undefined || end === undefined || updateBy === undefined) return [];
  if (updateBy === 0 || start === end || end > start === updateBy > 0) return [];
  return [
    error(located.at([...path, "loop", "for", "updateBy"]), "IB-DOC-LOOP", {
      found: `a loop from ${start} to ${end} by ${updateBy}, which never ends`,
      allowed: end > start ? "updateBy above 0" : "updateBy below 0",
      fix: `write ${-updateBy}`,
    }),
  ];
}

function checkChecksum({ action, fields, path }: Step, located: Located): Finding[] {
  if (action !== "WebDownload" || !isList(fields.inputs)) return [];
  return fields.inputs.flatMap((entry, index) => {
    if (!isRecord(entry) || "checksum" in entry === "algorithm" in entry) return [];
    const [given, lacking] = "checksum" in entry ? ["checksum", "algorithm"] : ["algorithm", "checksum"];
    return [
      warning(located.atKey([...path, "inputs", index, given]), "IB-DOC-CHECKSUM", {
        found: `${given} without ${lacking}, so the download is not verified`,
        allowed: "both or neither",
        fix: `add ${lacking}`,
      }),
    ];
  });
}

function checkReboot({ action, fields, path }: Step, located: Located): Finding[] {
  if (action !== "Reboot" || !("timeoutSeconds" in fields)) return [];
  return [
    warning(located.atKey([...path, "timeoutSeconds"]), "IB-DOC-REBOOT", {
      found: "timeoutSeconds on a Reboot step, which has no effect",
      allowed: "delaySeconds in the inputs, to wait before the reboot",
      fix: "leave timeoutSeconds out",
    }),
  ];
}

function wholeNumber(value: unknown): number | undefined {
  const number = typeof value === "string" && /^-?\d{1,15}$/.test(value) ? Number(value) : value;
  return typeof number === "number" && Number.isInteger(number) ? number : undefined;
}
