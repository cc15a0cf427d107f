import { type Finding, warning } from "@pipelines/findings/finding";
import { quote } from "@pipelines/findings/text";
import { isList, isRecord } from "@pipelines/findings/values";
import type { Located } from "@pipelines/findings/located";
import type { DocumentModel } from "./model";

/**
 * Finds commands in shell scripts that are obviously wrong. Scripts are not parsed: only certain mistakes are
 * reported.
 */
export function checkScripts(model: DocumentModel, located: Located): Finding[] {
  const steps = model.phases.flatMap((phase) => phase.steps);
  const logsToOutput = steps.some(({ fields }) => errorLogToOutput.test(JSON.stringify(fields.inputs ?? null)));
  return steps.flatMap(({ action, fields, path }) => {
    const commands = isRecord(fields.inputs) ? fields.inputs.commands : undefined;
    if (action !== "ExecuteBash" || !isList(commands)) return [];
    return commands.flatMap((command, index) => {
      const daemon = typeof command === "string" ? daemonWithOpenOutput(command, logsToOutput) : undefined;
      if (daemon === undefined) return [];
      return [
        warning(located.at([...path, "inputs", "commands", index]), "IB-DOC-DAEMON", {
          found: `${quote(daemon)}, which keeps running and keeps the step's output open: the step may never end`,
          allowed: "a daemon whose output is redirected, or one that the step stops",
          fix: daemon.endsWith("&")
            ? `write ${daemon.slice(0, -1).trimEnd()} >/dev/null 2>&1 &`
            : `write ${daemon} >/dev/null 2>&1`,
        }),
      ];
    });
  });
}

/** Matches a server that moves itself to the background and, with the setting below, keeps writing to the output. */
const nginx = /^(?:sudo\s)?(?:\/usr\/sbin\/)?nginx$/;
const errorLogToOutput = /\berror_log\s{1,9}(?:\/dev\/)?stderr\b/;

/**
 * Returns a command that starts a daemon and lets it keep the step's output open: anything followed by &, or nginx if
 * the document makes it log to standard error. A script that waits for a process or ends one is not checked.
 *
 * It is not documented whether AWSTOE waits until the output is closed, but Go's os/exec, which it uses, does.
 */
function daemonWithOpenOutput(script: string, logsToOutput: boolean): string | undefined {
  if (/\b(?:wait|kill|pkill|killall|timeout|quit|stop|disown|exec)\b/.test(script)) return undefined;
  for (const line of script.split("\n")) {
    const text = line.trim();
    if (text.startsWith("#") || text.includes(">") || text.includes("<<")) continue;
    if (/^[^&'"`$()]{1,300}[^&\s]\s?&$/.test(text)) return text;
    const commands = text.split(/\|\||&&|;/).map((each) => each.trim());
    const server = logsToOutput ? commands.find((each) => nginx.test(each)) : undefined;
    if (server !== undefined) return server;
  }
  return undefined;
}
