import { type Finding, warning } from "@pipelines/findings/finding";
import { list, quote } from "@pipelines/findings/text";
import { type WorkflowNeed, workflowNeeds } from "@pipelines/image-checks/workflow-needs";
import { matches } from "@pipelines/plan-review/statements";
import type { Place } from "../../constructs/place";
import type { ResolvedSettings } from "./environment-settings";

/**
 * Checks for steps in workflow documents that the environment's role may not run. If the role has an additional managed
 * policy, only IAM knows what the role may do.
 */
export function checkWorkflowPermissions(settings: ResolvedSettings, place: Place, file: string): Finding[] {
  const { environment, images, workflowPermissions } = settings;
  const sources = images.flatMap(({ workflows }) =>
    workflows.flatMap((workflow) => (workflow.kind === "own" && "text" in workflow.source ? [workflow.source] : [])),
  );
  if (workflowPermissions.managedPolicies.length > 0) return [];
  return sources
    .flatMap(({ file, text }) => workflowNeeds(file, text))
    .filter((need) => !need.actions.every((action) => isAllowed(action, arnOf(need, place), workflowPermissions)))
    .map((need) => {
      const arns = [arnOf(need, place), ...executionsOf(need, place)].map((arn) => `"${arn}"`).join(", ");
      const actions = need.actions.map((action) => `"${action}"`).join(", ");
      return warning(need.at, "IB-WORKFLOW-PERMISSION", {
        found: `the step ${quote(need.step)}, which the workflow role in ${environment} may not run: it needs ${list(need.actions)}`,
        allowed: "steps that the role has permissions for",
        fix: `write workflowPermissions: { statements: [{ actions: [${actions}], resources: [${arns}] }] } in ${file}`,
      });
    });
}

function isAllowed(action: string, arn: string, { statements }: ResolvedSettings["workflowPermissions"]): boolean {
  return statements.some(
    ({ effect, actions, resources }) =>
      effect === "Allow" &&
      actions.some((wide) => matches(wide.toLowerCase(), action.toLowerCase())) &&
      // An action that describes an execution needs permission on the execution's ARN, which contains the state
      // machine's name.
      resources.some(
        (wide) => matches(wide, arn) || matches(wide, arn.replace(":stateMachine:", ":execution:") + ":x"),
      ),
  );
}

function arnOf({ arn, service, resource }: WorkflowNeed, { partition, region, account }: Place): string {
  // AWS's own documents are not in any account.
  const owner = service === "ssm" && /^document\/(?:AWS|Amazon)/.test(resource) ? "" : account;
  return arn ?? `arn:${partition}:${service}:${region}:${owner}:${resource}`;
}

function executionsOf(need: WorkflowNeed, place: Place): string[] {
  return need.service === "states" ? [`${arnOf(need, place).replace(":stateMachine:", ":execution:")}:*`] : [];
}
