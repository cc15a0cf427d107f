import type { ImagebuilderImageWorkflow } from "@cdktf/provider-aws/lib/imagebuilder-image";
import { ImagebuilderWorkflow } from "@cdktf/provider-aws/lib/imagebuilder-workflow";
import { Construct } from "constructs";
import { managedStages, stageOf } from "@pipelines/image-definition/check-workflows";
import type { Image, Workflow } from "@pipelines/image-definition/image";
import type { ContentPart, Versions } from "@pipelines/version-lock/versions";
import { parameterList } from "./image-recipe";
import { ownPart, type OwnPartProps } from "./own-part";
import type { Place } from "./place";
import { literal, optionalLiteral } from "./terraform-text";

/**
 * The workflows that an image is built with. If its definition no longer has any, these are Image Builder's own, by
 * name: the provider can remove an execution role from a pipeline but not its workflows, and AWS rejects workflows
 * without a role.
 */
export function workflowsOf(image: Image, place: Place, versions: Versions): readonly Workflow[] {
  if (image.workflows.length > 0 || !versions.recipeHas(place.environment, image.name, "workflows")) {
    return image.workflows;
  }
  const names = ["build-container", ...(image.tests.enabled ? ["test-container" as const] : [])] as const;
  return names.map((managed) => ({ kind: "managed", managed, version: "x.x.x" }));
}

/**
 * The workflows that an image's builds run instead of Image Builder's own.
 *
 * Like components, they are immutable in AWS and versioned.
 */
export class ImageWorkflows extends Construct {
  /**
   * For the pipeline and the image, in the order of the definition. The provider sends an image's workflows in
   * arbitrary order.
   */
  public readonly configurations: ImagebuilderImageWorkflow[];
  /** Which workflows the image is built with: a change makes Terraform rebuild it. */
  public readonly content: readonly ContentPart[];

  public constructor(scope: Construct, id: string, props: OwnPartProps) {
    super(scope, id);
    const used = props.image.workflows.map((workflow) => {
      const { arn, version } = this.find(workflow, props);
      const parameter = parameterList(workflow);
      const rest = { onFailure: workflow.onFailure, parallelGroup: workflow.parallelGroup };
      return {
        configuration: { ...rest, workflowArn: arn, parameter: parameter.length === 0 ? undefined : parameter },
        value: [nameOf(workflow), version, stageOf(workflow), parameter, rest],
      };
    });
    this.configurations = used.map(({ configuration }) => configuration);
    const values = used.map(({ value }) => JSON.stringify(value)).sort();
    this.content = used.length === 0 ? [] : [{ part: "workflows", label: "workflows", value: values }];
  }

  /** The workflow's ARN, and its assigned version if it is the image's own. */
  private find(workflow: Workflow, props: OwnPartProps): { readonly arn: string; readonly version?: string } {
    if (workflow.kind === "foreign") return { arn: literal(workflow.arn) };
    if (workflow.kind === "managed") return { arn: literal(managedArn(props.place, workflow)) };
    const settings = {
      type: workflow.type,
      description: optionalLiteral(workflow.description),
      changeDescription: optionalLiteral(workflow.changeDescription),
      kmsKeyId: props.place.encryptionKey,
    };
    const attributes = ownPart("workflow", workflow, settings, props);
    return { arn: new ImagebuilderWorkflow(this, workflow.name, attributes).arn, version: attributes.version };
  }
}

function nameOf(workflow: Workflow): string {
  if (workflow.kind === "own") return workflow.name;
  return workflow.kind === "managed" ? `${workflow.managed}/${workflow.version}` : workflow.arn;
}

function managedArn({ partition, region }: Place, workflow: Extract<Workflow, { kind: "managed" }>): string {
  const stage = managedStages[workflow.managed].toLowerCase();
  return `arn:${partition}:imagebuilder:${region}:aws:workflow/${stage}/${workflow.managed}/${workflow.version}`;
}
