import { type JsonObject, needed } from "../json";
import type { Scope } from "../world";
import { invalidValue } from "./errors";

const service = "imagebuilder.amazonaws.com";

/** Throws where the role that Image Builder is to work with is not there, or does not trust it. */
export function checkExecutionRole(settings: JsonObject, scope: Scope): void {
  const arn = needed(settings, "executionRole");
  if (scope.iam.trusts(arn, service) || scope.world.existing.has(arn)) return;
  // Image Builder makes its own role with the first thing that is made in an account.
  if (arn === scope.arn("iam", `role/aws-service-role/${service}/AWSServiceRoleForImageBuilder`, "")) return;
  // The Terraform provider waits for a while where it reads this.
  throw invalidValue("executionRole", "The provided role does not exist or does not have sufficient permissions");
}
