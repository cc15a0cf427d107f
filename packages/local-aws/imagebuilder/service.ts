import { AwsError } from "../errors";
import model from "./model.json";
import { type Operations, restJson, serviceOf } from "../protocols";
import { tagging } from "../tagging";
import { componentOperations } from "./components";
import { containerRecipeOperations } from "./container-recipes";
import { configurationOperations } from "./configurations";
import { invalidValue } from "./errors";
import { imageOperations } from "./images";
import { pipelineOperations } from "./pipelines";
import { existing } from "./resources";
import { workflowResourceOperations } from "./workflow-resources";
import { workflowOperations } from "./workflows";

const operations: Operations = {
  ...componentOperations,
  ...containerRecipeOperations,
  ...configurationOperations,
  ...imageOperations,
  ...pipelineOperations,
  ...tagging({
    field: "tags",
    find: (input, scope) => existing(input, "resourceArn", (arn) => scope.imageBuilder.tagged(arn)),
    tooMany: new AwsError("InvalidParameterException", "A resource has at most 50 tags."),
  }),
  ...workflowResourceOperations,
  ...workflowOperations,
};

const protocol = {
  ...restJson,
  // The API model lists this error for every operation. The SDK for Go, and therefore the Terraform provider, does not
  // treat it as retryable.
  throttled: new AwsError("CallRateLimitExceededException", "Rate exceeded", 429),
  broken: new AwsError("ServiceException", "An internal error has occurred. Try your request again.", 500),
};

/** EC2 Image Builder, for containers. */
export const imageBuilder = serviceOf("imagebuilder", model, operations, protocol, ({ path, constraint }) =>
  invalidValue(path, `${path} ${constraint.replace(/^Member /, "")}`),
);
