import {
  type CloudFormationClient,
  DescribeStackResourcesCommand,
  GetTemplateCommand,
  type StackResource,
} from "@aws-sdk/client-cloudformation";
import { parse } from "yaml";
import { regionalName } from "@pipelines/image-definition/regional-repository";
import { isNamed } from "@pipelines/operations/access";

/**
 * Returns the value for `--adopt`: `aws_ecr_repository=web`, or `aws_ecr_repository=eu-central-1:web` in an additional
 * region.
 */
export function adoptionOf(address: string, id: string, region?: string): string {
  return `${address.split(".", 1)[0] ?? ""}=${regionalName(id, region)}`;
}

/** Returns the block that replaces a resource's block to make Terraform forget the resource. */
export function removedBlock(address: string): string[] {
  const from = `    from = ${address.replaceAll(/\[(?:\d+|"(?:[^"\\]|\\.)*")\]/g, "")}`;
  return ["  removed {", from, "    lifecycle {", "      destroy = false", "    }", "  }"];
}

/** The settings in a template that make a CloudFormation or CDK stack let go of a resource. */
export const retain = "DeletionPolicy: Retain and UpdateReplacePolicy: Retain";

/** A CloudFormation stack that owns a resource. */
export interface OldOwner {
  readonly stack: string;
  readonly logicalId: string;
  /** Whether its deployed template retains the resource: only then may another project adopt it. */
  readonly letsGo: boolean;
}

/** Returns the stack that owns a resource. @param name the resource's name in AWS */
export async function holderOf(client: CloudFormationClient, name: string): Promise<OldOwner | undefined> {
  let all: StackResource[];
  try {
    ({ StackResources: all = [] } = await client.send(new DescribeStackResourcesCommand({ PhysicalResourceId: name })));
  } catch (error) {
    if (isNamed(error, "ValidationError") && / does not exist/.test(error.message)) return undefined;
    throw error;
  }
  const found = all.find(({ PhysicalResourceId }) => PhysicalResourceId === name);
  const { StackName: stack, LogicalResourceId: logicalId } = found ?? {};
  if (stack === undefined || logicalId === undefined) return undefined;
  const command = new GetTemplateCommand({ StackName: stack, TemplateStage: "Processed" });
  const { TemplateBody = "" } = await client.send(command);
  // Only the policies are read, so it does no harm to parse short forms of functions as plain text.
  const template = parse(TemplateBody, { logLevel: "silent" }) as { readonly Resources?: Record<string, Policies> };
  const { DeletionPolicy, UpdateReplacePolicy } = template.Resources?.[logicalId] ?? {};
  return { stack, logicalId, letsGo: DeletionPolicy === "Retain" && UpdateReplacePolicy === "Retain" };
}

interface Policies {
  readonly DeletionPolicy?: string;
  readonly UpdateReplacePolicy?: string;
}
