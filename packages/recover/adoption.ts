import {
  type CloudFormationClient,
  DescribeStackResourcesCommand,
  GetTemplateCommand,
  type StackResource,
} from "@aws-sdk/client-cloudformation";
import { parse } from "yaml";
import { regionalName } from "@pipelines/image-definition/regional-repository";
import { isNamed } from "@pipelines/operations/access";

/** The form of `--adopt`: `aws_ecr_repository=web`, or `aws_ecr_repository=eu-central-1:web` in a further region. */
export function adoptionOf(address: string, id: string, region?: string): string {
  return `${address.split(".", 1)[0] ?? ""}=${regionalName(id, region)}`;
}

/** What makes Terraform forget a resource: a block in its place. */
export function removedBlock(address: string): string[] {
  const from = `    from = ${address.replace(/\[.*/, "")}`;
  return ["  removed {", from, "    lifecycle {", "      destroy = false", "    }", "  }"];
}

/** What to write where a stack of CloudFormation or the CDK is to let a resource go. */
export const retain = "DeletionPolicy: Retain and UpdateReplacePolicy: Retain";

/** A stack of CloudFormation that has a resource. */
export interface OldOwner {
  readonly stack: string;
  readonly logicalId: string;
  /** Whether its deployed template retains the resource: only then may somebody else adopt it. */
  readonly letsGo: boolean;
}

/** The stack that has a resource. @param name of the resource in AWS */
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
  // Only policies are read: short forms of functions are as good as texts.
  const template = parse(TemplateBody, { logLevel: "silent" }) as { readonly Resources?: Record<string, Policies> };
  const { DeletionPolicy, UpdateReplacePolicy } = template.Resources?.[logicalId] ?? {};
  return { stack, logicalId, letsGo: DeletionPolicy === "Retain" && UpdateReplacePolicy === "Retain" };
}

interface Policies {
  readonly DeletionPolicy?: string;
  readonly UpdateReplacePolicy?: string;
}
