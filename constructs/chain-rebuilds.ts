import { CloudwatchEventRule } from "@cdktf/provider-aws/lib/cloudwatch-event-rule";
import { CloudwatchEventTarget } from "@cdktf/provider-aws/lib/cloudwatch-event-target";
import type { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import { Construct } from "constructs";
import {
  eventsName,
  followRuleName,
  namePrefix,
  rebuildRuleName,
  rebuildsRoleName,
  resourceName,
} from "@pipelines/image-definition/full-names";
import { foldName } from "@pipelines/facts/names";
import type { Image } from "@pipelines/image-definition/image";
import { parentTag } from "@pipelines/image-definition/image-chains";
import type { ContainerImage } from "./container-image";
import { createEventsRole } from "./events-role";
import type { Place } from "./place";

/** This quota cannot be raised: https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html */
const targetsOfRule = 5;

/**
 * Number of pipelines, with the longest possible names, that fit into the 10,240 characters of a role's inline
 * policies.
 */
const pipelinesOfRole = 50;

export interface ChainRebuildsProps {
  readonly place: Place;
  /** ARN of the permissions boundary for the roles. @default none */
  readonly permissionsBoundary?: string | undefined;
  /** Images whose pipelines start whenever their parents have a new build. */
  readonly followers: readonly ContainerImage[];
  /**
   * Set if an environment's images are in several stacks. Each child image then has its own rule in its own stack, and
   * the rule stays the same no matter which stacks parent and child are in. `role`: whether this stack has the role
   * that starts the pipelines for all of them. @default all images are in one stack
   */
  readonly grouped?: { readonly role: boolean } | undefined;
}

type Role = { readonly arn: string; readonly policy?: IamRolePolicy };

/**
 * Starts the pipelines of child images when their parent is new: after each build of the parent, whatever started it,
 * or, if the child is built on a channel, after each promotion. EventBridge uses a role that can only start these
 * pipelines.
 */
export class ChainRebuilds extends Construct {
  public constructor(scope: Construct, id: string, props: ChainRebuildsProps) {
    super(scope, id);
    const { place, followers, grouped } = props;
    const roles = new Map<ContainerImage, Role>();
    if (grouped === undefined) {
      chunks(followers, pipelinesOfRole).forEach((some, index) => {
        // Does not reference the pipelines' attributes, so that a plan shows the whole policy even before the pipelines
        // exist.
        const pipelines = some.map(({ pipeline }) => pipelineArn(place, foldName(pipeline.nameInput ?? "")));
        const role = this.createRole(props, pipelines.sort(), index === 0 ? "" : `-${index + 1}`);
        for (const follower of some) roles.set(follower, role);
      });
    } else {
      const role = grouped.role
        ? this.createRole(props, [pipelineArn(place, `${namePrefix(place)}*`)], "")
        : { arn: `arn:${place.partition}:iam::${place.account}:role/${rebuildsRoleName(place, "")}` };
      for (const follower of followers) roles.set(follower, role);
    }

    const rules = new Map<string, { name: string; description: string; pattern: object; children: ContainerImage[] }>();
    for (const child of followers) {
      const { parent } = child;
      if (parent === undefined) continue;
      const tag = parentTag(child.image, parent.image) ?? "";
      const shared = parent.image.channels.includes(tag)
        ? promoted(place, parent.image, tag)
        : built(place, parent.image);
      const rule = grouped === undefined ? shared : { ...shared, name: followRuleName(place, child.image) };
      const known = rules.get(rule.name) ?? { ...rule, children: [] };
      known.children.push(child);
      rules.set(rule.name, known);
    }
    for (const { name, description, pattern, children } of rules.values()) {
      chunks(children, targetsOfRule).forEach((some, index) => {
        const numbered = index === 0 ? name : `${name}-${index + 1}`;
        const rule = new CloudwatchEventRule(this, `rule-${numbered}`, {
          name: eventsName(numbered),
          description,
          eventPattern: JSON.stringify(pattern),
        });
        for (const child of some) {
          const role = roles.get(child);
          if (role === undefined) continue;
          new CloudwatchEventTarget(this, `target-${child.image.name}`, {
            rule: rule.name,
            // Shows readers of a plan which image is rebuilt.
            targetId: eventsName(foldName(resourceName(place, child.image))),
            arn: child.pipeline.arn,
            roleArn: role.arn,
            // A first deploy builds both parent and child: the parent's build must not also start the child's pipeline.
            dependsOn: [role.policy ?? [], child.build ?? []].flat(),
          });
        }
      });
    }
  }

  private createRole({ place, permissionsBoundary }: ChainRebuildsProps, pipelines: string[], number: string): Role {
    const { environment, account, region, partition } = place;
    return createEventsRole(this, {
      place,
      ids: { role: `role${number}`, policy: `start-pipelines${number}` },
      name: rebuildsRoleName(place, number),
      description: `EventBridge starts pipelines of ${environment} whose parent images are new`,
      rules: `arn:${partition}:events:${region}:${account}:rule/${namePrefix(place)}*`,
      policyName: "start-pipelines",
      action: "imagebuilder:StartImagePipelineExecution",
      resource: pipelines,
      permissionsBoundary,
    });
  }
}

function pipelineArn({ partition, region, account }: Place, name: string): string {
  return `arn:${partition}:imagebuilder:${region}:${account}:image-pipeline/${name}`;
}

function built(place: Place, parent: Image) {
  const name = foldName(resourceName(place, parent));
  return {
    name: rebuildRuleName(place, parent),
    description: `Builds what is built on ${parent.name}, after each of its builds`,
    pattern: {
      source: ["aws.imagebuilder"],
      "detail-type": ["EC2 Image Builder Image State Change"],
      // Includes the slash, because another image's name may start with this one.
      resources: [{ prefix: `arn:${place.partition}:imagebuilder:${place.region}:${place.account}:image/${name}/` }],
      detail: { state: { status: ["AVAILABLE"] } },
    },
  };
}

/** https://docs.aws.amazon.com/AmazonECR/latest/userguide/ecr-eventbridge.html */
function promoted(place: Place, parent: Image, channel: string) {
  return {
    name: rebuildRuleName(place, parent, channel),
    description: `Builds what is built on ${parent.name}:${channel}, after each promotion`,
    pattern: {
      source: ["aws.ecr"],
      "detail-type": ["ECR Image Action"],
      detail: {
        "action-type": ["PUSH"],
        result: ["SUCCESS"],
        "repository-name": [parent.repository],
        "image-tag": [channel],
      },
    },
  };
}

function chunks<T>(all: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(all.length / size) }, (_, index) =>
    all.slice(index * size, (index + 1) * size),
  );
}
