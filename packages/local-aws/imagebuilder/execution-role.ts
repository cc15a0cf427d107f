import { type JsonObject, text } from "../json";
import type { Scope } from "../world";
import { invalidValue } from "./errors";

/** Throws if the role for Image Builder does not exist, or does not trust it. */
export function checkExecutionRole(settings: JsonObject, scope: Scope): void {
  const arn = text(settings, "executionRole");
  const role = [...scope.iam.roles.values()].find((each) => each.arn === arn);
  if (role?.trust.includes("imagebuilder.amazonaws.com") === true) return;
  // The Terraform provider retries for a while when it reads this.
  throw invalidValue("executionRole", "The provided role does not exist or does not have sufficient permissions");
}
