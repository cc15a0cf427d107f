import * as fs from "node:fs";
import * as path from "node:path";
import { isList, isRecord } from "@pipelines/findings/values";
import { condition } from "./conditions";
import { functionOf, type Scope, word } from "./shell-words";

const runtimeScript = fs.readFileSync(path.join(__dirname, "runtime.sh"), "utf8");

/** The functions at the start of a document's script, without the explanatory comments. */
export const runtime = runtimeScript.replaceAll(/^ *#.*\n|^\n/gm, "");

/** The inputs of each action, in the order in which its function in runtime.sh takes them as arguments. */
const lists = new Map(
  [...runtimeScript.matchAll(/^([A-Z]\w+)\(\) \{.*# ([\w ]+)$/gm)].map(([, action = "", inputs = ""]) => [
    action,
    inputs.split(" "),
  ]),
);

/** The actions that cannot run in a local container, each with the reason. */
const elsewhere: Readonly<Record<string, string | undefined>> = {
  Reboot: "a container cannot restart",
  S3Download: "there are no credentials for the bucket here",
  S3Upload: "there are no credentials for the bucket here",
};

const windows = ["ExecutePowerShell", "InstallMSI", "UninstallMSI", "SetRegistry"];

/**
 * Returns the body of the shell function that runs a step's action once.
 *
 * @param nested returns the script of the document that an ExecuteDocument refers to, or the reason why it is missing
 */
export function actionBody(scope: Scope, nested: (inputs: Readonly<Record<string, unknown>>) => string): string {
  const { action = "", fields } = scope.step;
  const { inputs } = fields;
  const given = isList(inputs) ? inputs.filter(isRecord) : isRecord(inputs) ? [inputs] : [];
  const [first = {}] = given;
  const list = (value: unknown): string[] => (isList(value) ? value : []).map((each) => word(each, scope));
  const names = lists.get(action);
  if (names !== undefined) {
    if (given.length === 0) return `fail '${action} has no inputs'`;
    return given.map((each) => [action, ...names.map((name) => word(each[name], scope))].join(" ")).join(" &&\n  ");
  }
  switch (action) {
    case "ExecuteBash":
      return ["ExecuteBash", ...list(first.commands)].join(" ");
    case "ExecuteBinary":
      return ["ExecuteBinary", word(first.path, scope), ...list(first.arguments)].join(" ");
    case "ExecuteDocument":
      return nested(first);
    case "Assert":
      return "Assert";
    case "UpdateOS": {
      // The shell splits the package names into words again.
      const names = (value: unknown): string => list(value).join("' '") || "''";
      return `UpdateOS ${names(first.include)} ${names(first.exclude)}`;
    }
    default:
      scope.missing.add(
        elsewhere[action] ?? (windows.includes(action) ? `${action} is for Windows` : `no action is called ${action}`),
      );
      return ":";
  }
}

/** Returns shell functions needed in addition to the action's own: the condition of an Assert, or of the step. */
export function conditionFunctions(scope: Scope): string {
  const { action, fields } = scope.step;
  const name = functionOf(scope.step);
  const assertion = action === "Assert" ? `${name}_assert() {\n  ${condition(fields.inputs, scope)}\n}\n` : "";
  return fields.if === undefined ? assertion : `${assertion}${name}_if() {\n  ${condition(fields.if, scope)}\n}\n`;
}
