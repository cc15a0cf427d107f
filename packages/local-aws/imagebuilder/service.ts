import { AwsError } from "../errors";
import { type JsonObject, parseObject } from "../json";
import { ApiModel } from "../model";
import file from "./model.json";
import type { Reply } from "../messages";
import { restReader } from "../protocols";
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
  ...restReader(
    "imagebuilder",
    model,
    operations,
    ({ body }) => parseObject(body),
    (result, operation, { requestId }) =>
      reply(200, withoutRequestId.test(operation) ? result : { requestId, ...result }),
  ),
  refuse: (error) => reply(error.status, { message: error.message }, { "x-amzn-errortype": error.code }),
  // The API model lists this error for every operation. The SDK for Go, and therefore the Terraform provider, does not
  // treat it as retryable.
  throttled: new AwsError("CallRateLimitExceededException", "Rate exceeded", 429),
  broken: new AwsError("ServiceException", "An internal error has occurred. Try your request again.", 500),
};
