import { ImagebuilderImageWorkflow } from "@cdktf/provider-aws/lib/imagebuilder-image";
import { ImagebuilderWorkflow } from "@cdktf/provider-aws/lib/imagebuilder-workflow";
import { Construct } from "constructs";
import { stageOf } from "@pipelines/image-definition/check-workflows";
import { Image, Workflow } from "@pipelines/image-definition/image";
import { ContentPart, Versions } from "@pipelines/version-lock/versions";
import { parameterList } from "./image-recipe";
import { partName } from "@pipelines/image-definition/full-names";
import { Place } from "./place";
import { literal, literalMap, optionalLiteral } from "./terraform-text";

/**
 * The workflows that an image is built by. Where its definition has none any more, these are Image Builder's own by name:
 * the provider takes an execution role out of a pipeline but no workflows, and AWS refuses these without that.
 */
export function workflowsOf(image: Image, place: Place, versions: Versions): readonly Workflow[] {
  if (image.workflows.length > 0 || !versions.recipeHas(place.environment, image.name, "workflows")) {
    return image.workflows;
  }
  const names = ["build-container", ...(image.tests.enabled ? ["test-container" as const] : [])] as const;
  return names.map((managed) => ({ kind: "managed", managed, version: "x.x.x" }));
}

export interface ImageWorkflowsProps {
  readonly place: Place;
  readonly image: Image;
  readonly versions: Versions;
}

/**
 * The workflows that an image's builds run in place of Image Builder's own.
 *
 * They are immutable in AWS, as components are, and versioned with them.
 */
export class ImageWorkflows extends Construct {
  /** For pipeline and image, in the order of the definition; the provider sends those of an image in any order. */
  public readonly configurations: ImagebuilderImageWorkflow[];
  /** Which workflows the image is built by: another one makes Terraform build it again. */
  public readonly content: readonly ContentPart[];

  public constructor(scope: Construct, id: string, props: ImageWorkflowsProps) {
    super(scope, id);
    const used = props.image.workflows.map((workflow) => {
      const made = workflow.kind === "own" ? this.createWorkflow(workflow, props) : undefined;
      const parameter = parameterList(workflow);
      const rest = { onFailure: workflow.onFailure, parallelGroup: workflow.parallelGroup };
      return {
        configuration: {
          ...rest,
          workflowArn: made?.arn ?? literal(foreignArn(props.place, workflow)),
          parameter: parameter.length === 0 ? undefined : parameter,
        },
        value: [nameOf(workflow), made?.version, stageOf(workflow), parameter, rest],
      };
    });
    this.configurations = used.map(({ configuration }) => configuration);
    const values = used.map(({ value }) => JSON.stringify(value)).sort();
    this.content = used.length === 0 ? [] : [{ part: "workflows", label: "workflows", value: values }];
  }

  private createWorkflow(
    workflow: Extract<Workflow, { kind: "own" }>,
    { image, place, versions }: ImageWorkflowsProps,
  ): { arn: string; version: string } {
    const name = partName(place, image, workflow);
    const { source } = workflow;
    const document = "uri" in source ? { uri: literal(source.uri) } : { data: literal(source.text) };
    const settings = {
      type: workflow.type,
      description: optionalLiteral(workflow.description),
      changeDescription: optionalLiteral(workflow.changeDescription),
      kmsKeyId: place.encryptionKey,
    };
    const version = versions.versionOf({
      kind: "workflow",
      name,
      environment: place.environment,
      image: image.name,
      label: workflow.name,
      file: image.file,
      line: workflow.version,
      content: [
        { part: "document", label: workflow.document, value: document },
        { part: "settings", label: "settings", value: settings },
      ],
    });
    const { arn } = new ImagebuilderWorkflow(this, workflow.name, {
      ...document,
      ...settings,
      name,
      version,
      tags: literalMap(image.tags),
      lifecycle: { createBeforeDestroy: true },
    });
    return { arn, version };
  }
}

function nameOf(workflow: Workflow): string {
  if (workflow.kind === "own") return workflow.name;
  return workflow.kind === "managed" ? `${workflow.managed}/${workflow.version}` : workflow.arn;
}

function foreignArn(place: Place, workflow: Workflow): string {
  if (workflow.kind !== "managed") return workflow.kind === "foreign" ? workflow.arn : "";
  const stage = stageOf(workflow)?.toLowerCase() ?? "";
  return `arn:${place.partition}:imagebuilder:${place.region}:aws:workflow/${stage}/${workflow.managed}/${workflow.version}`;
}
