import type { At } from "@pipelines/findings/finding";
import { isList, isRecord } from "@pipelines/findings/values";
import { readYaml } from "./component-document/read-yaml";

/** A call by a workflow step that needs a permission not every workflow's role has. */
export interface WorkflowNeed {
  /** Its position in the document. */
  readonly at: At;
  readonly step: string;
  readonly service: "ssm" | "lambda" | "states";
  /** The actions that the workflow's role needs. */
  readonly actions: readonly string[];
  /** Type and name of the resource that is called, as in its ARN: `document/my-document`, `function:approve`. */
  readonly resource: string;
  /** Its ARN, if the document has one. */
  readonly arn?: string;
}

/** Systems Manager documents that Image Builder's own roles are allowed to send. */
const allowedDocuments = ["AWS-RunShellScript", "AWS-RunPowerShellScript"];

/**
 * Returns the calls for which a workflow document's steps need extra permissions. Calls whose target is a reference are
 * omitted, because the target is known only at build time.
 *
 * https://docs.aws.amazon.com/imagebuilder/latest/userguide/wfdoc-step-actions.html, "IAM permissions required".
 * According to github.com/SummitRoute/aws_managed_policies, November 2026, the managed execution policy allows only
 * these two documents.
 */
export function workflowNeeds(file: string, text: string): WorkflowNeed[] {
  const { located } = readYaml(file, text);
  const steps = isRecord(located?.value) && isList(located.value.steps) ? located.value.steps : [];
  return steps.flatMap((step, index): WorkflowNeed[] => {
    if (!located || !isRecord(step) || !isRecord(step.inputs)) return [];
    const { inputs, action } = step;
    const need = (
      input: string,
      kind: string,
      rest: Pick<WorkflowNeed, "service" | "actions">,
      skip: readonly string[] = [],
    ): WorkflowNeed[] => {
      const name = inputs[input];
      if (typeof name !== "string" || name === "" || /\$\.|\{\{/.test(name) || skip.includes(name)) return [];
      const at = located.at(["steps", index, "inputs", input]);
      const known = { at, step: String(step.name), ...rest };
      return [
        name.startsWith("arn:")
          ? { ...known, resource: name.split(":").slice(5).join(":"), arn: name }
          : { ...known, resource: `${kind}${name}` },
      ];
    };
    if (action === "RunCommand") {
      return need("documentName", "document/", { service: "ssm", actions: ["ssm:SendCommand"] }, allowedDocuments);
    }
    if (action === "WaitForAction") {
      return need("lambdaFunctionName", "function:", { service: "lambda", actions: ["lambda:InvokeFunction"] });
    }
    if (action !== "ExecuteStateMachine") return [];
    const actions = ["states:StartExecution", "states:DescribeExecution"];
    return need("stateMachineArn", "stateMachine:", { service: "states", actions });
  });
}
