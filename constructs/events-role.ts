import { IamRole } from "@cdktf/provider-aws/lib/iam-role";
import { IamRolePolicy } from "@cdktf/provider-aws/lib/iam-role-policy";
import type { Construct } from "constructs";
import type { Place } from "./place";
import { policyOf, serviceTrust } from "./policy-document";

export interface EventsRoleProps {
  readonly place: Place;
  /** Ids of the role and its policy within the scope. */
  readonly ids: { readonly role: string; readonly policy: string };
  readonly name: string;
  readonly description: string;
  /** ARN, with wildcards, of the rules that use the role. @default all rules in the account */
  readonly rules?: string;
  readonly policyName: string;
  readonly action: string;
  /** ARN or ARNs that the action is allowed on. */
  readonly resource: string | readonly string[];
  /** ARN of the permissions boundary. @default none */
  readonly permissionsBoundary: string | undefined;
}

/** A role that EventBridge assumes for rule targets, and that allows one action. */
export function createEventsRole(scope: Construct, props: EventsRoleProps): { arn: string; policy: IamRolePolicy } {
  const { place, ids, rules } = props;
  const role = new IamRole(scope, ids.role, {
    name: props.name,
    path: "/",
    description: props.description,
    assumeRolePolicy: serviceTrust("events.amazonaws.com", {
      StringEquals: { "aws:SourceAccount": place.account },
      ...(rules === undefined ? {} : { ArnLike: { "aws:SourceArn": rules } }),
    }),
    permissionsBoundary: props.permissionsBoundary,
  });
  const policy = new IamRolePolicy(scope, ids.policy, {
    name: props.policyName,
    role: role.id,
    policy: policyOf([{ Effect: "Allow", Action: props.action, Resource: props.resource }]),
  });
  return { arn: role.arn, policy };
}
