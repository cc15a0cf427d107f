import { AwsError, raise } from "../errors";
import { needed, text } from "../json";
import model from "./model.json";
import { type Operations, queryService } from "../protocols";

function invalid(message: string): AwsError {
  return new AwsError("ValidationError", message);
}

const operations: Operations = {
  DescribeStackResources: (input, scope) => {
    const id = needed(input, "PhysicalResourceId");
    const found = [...scope.stacks].find(([, { resources }]) => Object.values(resources).includes(id));
    const [StackName, { resources }] = found ?? raise(invalid(`Stack for ${id} does not exist`));
    const ResourceStatus = "CREATE_COMPLETE";
    const StackResources = Object.entries(resources).map(([LogicalResourceId, PhysicalResourceId]) => {
      return { StackName, LogicalResourceId, PhysicalResourceId, ResourceStatus };
    });
    return { StackResources };
  },
  GetTemplate: (input, scope) => {
    const name = text(input, "StackName") ?? "";
    const stack = scope.stacks.get(name) ?? raise(invalid(`Stack with id ${name} does not exist`));
    return { TemplateBody: stack.template };
  },
};

/** What stacks report about their resources. No stack is deployed here: `addExisting` defines which ones exist. */
export const cloudFormation = queryService(
  { name: "cloudformation", namespace: "http://cloudformation.amazonaws.com/doc/2010-05-15/" },
  model,
  operations,
);
