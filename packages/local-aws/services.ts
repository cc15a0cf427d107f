import { cloudFormation } from "./cloudformation/service";
import { ecr } from "./ecr/service";
import { events } from "./events/service";
import { iam } from "./iam/service";
import { imageBuilder } from "./imagebuilder/service";
import { logs } from "./logs/service";
import { s3 } from "./s3/service";
import type { Service } from "./service";
import { sns } from "./sns/service";
import { sts } from "./sts/service";

/** By signing name. */
export const services: ReadonlyMap<string, Service> = new Map(
  [cloudFormation, ecr, events, iam, imageBuilder, logs, s3, sns, sts].map((service) => [service.name, service]),
);
