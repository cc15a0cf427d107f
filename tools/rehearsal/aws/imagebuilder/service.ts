import { AwsError } from "../errors";
import { type JsonObject, parseObject } from "../json";
import type { Reply, Service } from "../service";
import { componentOperations } from "./components";
import { containerRecipeOperations } from "./container-recipes";
import { distributionConfigurationOperations } from "./distribution-configurations";
import { imageOperations } from "./images";
import { infrastructureConfigurationOperations } from "./infrastructure-configurations";
import { lifecyclePolicyOperations } from "./lifecycle-policies";
import { operationOf, readInput } from "./model";
import type { Operation } from "./operation";
import { pipelineOperations } from "./pipelines";
import { tagOperations } from "./tags";

const operations: Readonly<Record<string, Operation>> = {
  ...componentOperations,
  ...containerRecipeOperations,
  ...distributionConfigurationOperations,
  ...imageOperations,
  ...infrastructureConfigurationOperations,
  ...lifecyclePolicyOperations,
  ...pipelineOperations,
  ...tagOperations,
};

function reply(status: number, body: JsonObject, headers: Record<string, string> = {}): Reply {
  return { status, headers: { "content-type": "application/json", ...headers }, body: JSON.stringify(body) };
}

/** EC2 Image Builder, for containers: REST and JSON. https://smithy.io/2.0/aws/protocols/aws-restjson1-protocol.html */
export const imageBuilder: Service = {
  name: "imagebuilder",
  read: (request) => {
    const name = operationOf(request);
    const operation = name === undefined ? undefined : operations[name];
    if (name === undefined || operation === undefined)
      return { operation: name ?? `${request.method} ${request.path}` };
    return {
      operation: name,
      answer: (scope) => {
        const input = readInput(name, request, parseObject(request.body));
        return reply(200, { requestId: scope.requestId, ...operation(input, scope) });
      },
    };
  },
  refuse: (error) => reply(error.status, { message: error.message }, { "x-amzn-errortype": error.code }),
  unknown: () => new AwsError("UnknownOperationException", "", 404),
  // The API model has it for every operation. The SDK for Go, and so the Terraform provider, does not know it as one to
  // be retried.
  throttled: new AwsError("CallRateLimitExceededException", "Rate exceeded", 429),
  broken: new AwsError("ServiceException", "An internal error has occurred. Try your request again.", 500),
};
