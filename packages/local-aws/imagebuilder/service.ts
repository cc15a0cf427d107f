import { authorize } from "../access";
import { AwsError, NotImplementedHere } from "../errors";
import { type JsonObject, parseObject } from "../json";
import { ApiModel, fromHttp, unknownQuery } from "../model";
import file from "./model.json";
import type { Reply } from "../messages";
import type { Service } from "../service";
import { componentOperations } from "./components";
import { containerRecipeOperations } from "./container-recipes";
import { distributionConfigurationOperations } from "./distribution-configurations";
import { invalidValue } from "./errors";
import { imageOperations } from "./images";
import { infrastructureConfigurationOperations } from "./infrastructure-configurations";
import { lifecyclePolicyOperations } from "./lifecycle-policies";
import type { Operation } from "./operation";
import { pipelineOperations } from "./pipelines";
import { tagOperations } from "./tags";
import { workflowResourceOperations } from "./workflow-resources";
import { workflowOperations } from "./workflows";

const operations: Readonly<Record<string, Operation>> = {
  ...componentOperations,
  ...containerRecipeOperations,
  ...distributionConfigurationOperations,
  ...imageOperations,
  ...infrastructureConfigurationOperations,
  ...lifecyclePolicyOperations,
  ...pipelineOperations,
  ...tagOperations,
  ...workflowResourceOperations,
  ...workflowOperations,
};

const model = new ApiModel(file, ({ path, constraint, kind }) =>
  kind === "type"
    ? new AwsError("SerializationException", `${path}: ${constraint}`)
    : invalidValue(path, `${path} ${constraint.replace(/^Member /, "")}`),
);

/** Operations whose answers do not repeat the id of their request, by AWS's API model. */
const withoutRequestId =
  /^(Create|Delete|Get|Update)(LifecyclePolicy|Workflow)$|^List(LifecyclePolicies|TagsForResource|WaitingWorkflowSteps|Workflow(s|BuildVersions))$|^(SendWorkflowStepAction|(Unt|T)agResource)$/;

function reply(status: number, body: JsonObject, headers: Record<string, string> = {}): Reply {
  return { status, headers: { "content-type": "application/json", ...headers }, body: JSON.stringify(body) };
}

/** EC2 Image Builder, for containers: REST and JSON. https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html */
export const imageBuilder: Service = {
  name: "imagebuilder",
  operations: Object.keys(operations),
  read: (request) => {
    const found = model.operationAt(request);
    const implemented = operations[found?.name ?? ""];
    if (found === undefined || implemented === undefined) {
      return { operation: found?.name ?? `${request.method} ${request.path}` };
    }
    const { name, labels } = found;
    return {
      operation: name,
      answer: (scope) => {
        const shape = model.input(name);
        const unknown = unknownQuery(request, shape);
        if (unknown.length > 0) throw new NotImplementedHere(name, unknown);
        const input = { ...parseObject(request.body), ...fromHttp(request, shape, model), ...labels };
        model.check(name, input);
        authorize("imagebuilder", name, input, scope);
        const requestId = withoutRequestId.test(name) ? undefined : scope.requestId;
        return reply(200, { requestId, ...implemented(input, scope) });
      },
    };
  },
  refuse: (error) => reply(error.status, { message: error.message }, { "x-amzn-errortype": error.code }),
  // The API model has it for every operation. The SDK for Go, and so the Terraform provider, does not know it as one to
  // be retried.
  throttled: new AwsError("CallRateLimitExceededException", "Rate exceeded", 429),
  broken: new AwsError("ServiceException", "An internal error has occurred. Try your request again.", 500),
};
