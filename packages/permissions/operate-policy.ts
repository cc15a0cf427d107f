import { partitionOf } from "@pipelines/facts/regions";
import { allow, type PolicyDocument } from "./policy";
import { existingRepositories } from "./foreign-parts";
import { placeOf, repositoryArn, repositoryName, type StackConfig } from "./stack-config";

/**
 * The permissions that the commands on a running environment take: status, ancestry, build, promote and revoke.
 *
 * @param stack name of the stack, which is the environment's
 */
export function operatePolicy(stack: string, config: StackConfig): PolicyDocument {
  const { account, region } = placeOf(config);
  const arn = (service: string, resource: string): string =>
    `arn:${partitionOf(region)}:${service}:${region}:${account}:${resource}`;
  const made = Object.values(config.resource["aws_ecr_repository"] ?? {}).map(repositoryName);
  const repositories = [...made, ...existingRepositories(config)].map((one) => repositoryArn(config, one));
  const statements = [
    allow(
      "Pipelines",
      ["imagebuilder:GetImagePipeline", "imagebuilder:StartImagePipelineExecution"],
      [arn("imagebuilder", `image-pipeline/${stack}-*`)],
    ),
    allow(
      "Builds",
      ["CancelImageCreation", "GetImage", "ListImageBuildVersions", "ListWorkflowExecutions"].map(
        (name) => `imagebuilder:${name}`,
      ),
      [arn("imagebuilder", `image/${stack}-*`)],
    ),
    allow("BuildSteps", ["imagebuilder:ListWorkflowStepExecutions"], [arn("imagebuilder", "workflow-execution/*")]),
    // Image Builder and ECR know no resource for these.
    allow("All", ["imagebuilder:ListImagePipelines", "ecr:GetAuthorizationToken"], ["*"]),
    allow("Logs", ["logs:GetLogEvents"], [arn("logs", `log-group:/aws/imagebuilder/${stack}-*`)]),
    allow(
      "Images",
      [
        "BatchCheckLayerAvailability",
        "BatchDeleteImage",
        "BatchGetImage",
        "CompleteLayerUpload",
        "DescribeImages",
        "DescribeImageScanFindings",
        "GetDownloadUrlForLayer",
        "InitiateLayerUpload",
        "PutImage",
        "UploadLayerPart",
      ].map((name) => `ecr:${name}`),
      repositories,
    ),
  ];
  return { Version: "2012-10-17", Statement: statements.filter(({ Resource }) => Resource.length > 0) };
}
