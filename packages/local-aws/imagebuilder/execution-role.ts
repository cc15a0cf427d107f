import { type JsonObject, needed } from "../json";
import type { Scope } from "../world";
import { invalidValue } from "./errors";

const service = "imagebuilder.amazonaws.com";

/** Throws if the role that Image Builder is to use does not exist, or does not trust it. */
export function checkExecutionRole(settings: JsonObject, scope: Scope): void {
  const arn = needed(settings, "executionRole");
  if (scope.iam.trusts(arn, service) || scope.world.existing.has(arn)) return;
  // Image Builder creates its own role along with the first resource in an account.
  if (arn === scope.arn("iam", `role/aws-service-role/${service}/AWSServiceRoleForImageBuilder`, "")) return;
  // The Terraform provider retries for a while when it gets this error.
  throw invalidValue("executionRole", "The provided role does not exist or does not have sufficient permissions");
}
