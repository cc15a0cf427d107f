import { IAMClient } from "@aws-sdk/client-iam";
import { S3Client } from "@aws-sdk/client-s3";
import type { Access } from "../operations/access";
import type { Place } from "./wanted";

/** The services that are looked at, as the environment's account. */
export interface Services extends Pick<Access, "ecr" | "imageBuilder" | "logs"> {
  readonly place: Place;
  readonly iam: IAMClient;
  readonly s3: S3Client;
}

export function servicesOf(access: Access): Services {
  const { ecr, imageBuilder, logs, place, config } = access;
  return { ecr, imageBuilder, logs, place, iam: new IAMClient(config), s3: new S3Client(config) };
}
