import { AwsError } from "../errors";
import { needed, text } from "../json";
import model from "./model.json";
import { type QueryOperation, queryService } from "../protocols";

function noStack(name: string): AwsError {
  return new AwsError("ValidationError", `Stack with id ${name} does not exist`);
}

const operations: Record<string, QueryOperation> = {
  DescribeStackResources: (input, scope) => {
    const id = needed(input, "PhysicalResourceId");
    const found = [...scope.stacks].find(([, { resources }]) => Object.values(resources).includes(id));
    if (found === undefined) throw new AwsError("ValidationError", `Stack for ${id} does not exist`);
    const [StackName, { resources }] = found;
    const all = Object.entries(resources).map(([LogicalResourceId, PhysicalResourceId]) => ({
      ...{ StackName, LogicalResourceId, PhysicalResourceId },
      ResourceStatus: "CREATE_COMPLETE",
    }));
    return { StackResources: { member: all } };
  },
  GetTemplate: (input, scope) => {
    const name = text(input, "StackName") ?? "";
    const stack = scope.stacks.get(name);
    if (stack === undefined) throw noStack(name);
    return { TemplateBody: stack.template };
  },
};

/** What stacks report about their resources. No stack is deployed here: `addExisting` defines which ones exist. */
export const cloudFormation = queryService(
  { name: "cloudformation", namespace: "http://cloudformation.amazonaws.com/doc/2010-05-15/" },
  model,
  operations,
);
