import { checkSchedule as findingsOf } from "@pipelines/image-checks/schedule";
import { checkTimeZone } from "@pipelines/image-checks/time-zone";
import { type JsonObject, text } from "../json";
import { invalidValue } from "./errors";

/** Throws if Image Builder would reject a pipeline's schedule, by the same rules as the checks at synth. */
export function checkSchedule(schedule: JsonObject): void {
  const expression = text(schedule, "scheduleExpression");
  const timezone = text(schedule, "timezone");
  const findings = [
    ...(expression === undefined ? [] : findingsOf(expression, { file: "" })),
    ...(timezone === undefined ? [] : checkTimeZone(timezone, { file: "" })),
  ];
  const refused = findings.find(({ severity }) => severity === "error");
  if (refused)
    throw invalidValue("schedule", `The schedule is not valid: ${refused.found}; allowed: ${refused.allowed}.`);
}
