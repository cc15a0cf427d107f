import { ecr } from "./ecr";
import { events } from "./events";
import { iam } from "./iam";
import { imageBuilder } from "./imagebuilder/service";
import { logs } from "./logs";
import { s3 } from "./s3";
import type { Service } from "./service";
import { sns } from "./sns";
import { sts } from "./sts";

/** By signing name. */
export const services: ReadonlyMap<string, Service> = new Map(
  [ecr, events, iam, imageBuilder, logs, s3, sns, sts].map((service) => [service.name, service]),
);
