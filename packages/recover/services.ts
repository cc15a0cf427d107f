import { CloudFormationClient } from "@aws-sdk/client-cloudformation";
import { IAMClient } from "@aws-sdk/client-iam";
import { S3Client } from "@aws-sdk/client-s3";
import type { Access } from "@pipelines/operations/access";
import type { Place } from "./wanted";

/** Clients for the services in the environment's account. */
export interface Services extends Pick<Access, "ecr" | "imageBuilder" | "logs"> {
  readonly place: Place;
  readonly cloudFormation: CloudFormationClient;
  readonly iam: IAMClient;
  readonly s3: S3Client;
  /** Returns clients for an additional region of the environment; these clients if no region is given. */
  readonly in: (region: string | undefined) => Services;
}

export function servicesOf(access: Access): Services {
  const { ecr, imageBuilder, logs, place, config } = access;
  const others = new Map<string, Services>();
  const own: Services = {
    ...{ ecr, imageBuilder, logs, place },
    cloudFormation: new CloudFormationClient(config),
    iam: new IAMClient(config),
    s3: new S3Client(config),
    in: (region) => {
      if (region === undefined) return own;
      const services = others.get(region) ?? servicesOf(access.in(region));
      others.set(region, services);
      return services;
    },
  };
  return own;
}
