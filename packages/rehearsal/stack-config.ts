import * as fs from "node:fs";
import * as path from "node:path";
import type { ExistingPart } from "@pipelines/local-aws/existing";
import { existingParts } from "./existing-parts";
import { existingRepositories } from "@pipelines/permissions/foreign-parts";
import { environmentOf, isProtected, placeOf, readStackConfig, unescape } from "@pipelines/permissions/stack-config";

/**
 * What a rehearsal needs to know about a synthesized stack, read from its `cdk.tf.json`, which is what gets deployed.
 */
export interface RehearsedStack {
  readonly account: string;
  readonly region: string;
  /** Bucket of its state; undefined if the state is in HCP Terraform or on disk. */
  readonly stateBucket: string | undefined;
  readonly stateRegion: string;
  readonly inHcpTerraform: boolean;
  /** Name of its environment, if that environment has groups. */
  readonly environment: string | undefined;
  /** Names of its container recipes: `dev-hello-world`. */
  readonly recipes: readonly string[];
  /** Recipes whose builds start other builds. */
  readonly parents: readonly string[];
  /** Repositories that exist before the first deploy. */
  readonly existingRepositories: readonly string[];
  /** Names of its roles, instance profiles and repositories, which other stacks in its environment may refer to. */
  readonly names: readonly string[];
  /** Anything else that the stack refers to but does not create. */
  readonly existingParts: readonly ExistingPart[];
  /** Whether a deploy builds images, and waits for them. */
  readonly buildsOnDeploy: boolean;
  /** Addresses of resources that Terraform refuses to destroy. */
  readonly protected: readonly string[];
  /** The component documents, then the Dockerfile templates, as in `images/`. */
  readonly texts: readonly string[];
}

export function readRehearsedStack(folder: string): RehearsedStack {
  const config = readStackConfig(fs.readFileSync(path.join(folder, "cdk.tf.json"), "utf8"));
  const values = (type: string, attribute: string): string[] =>
    Object.values(config.resource[type] ?? {})
      .map((attributes) => attributes[attribute])
      .filter((value) => typeof value === "string");
  const recipes = values("aws_imagebuilder_container_recipe", "name");
  const rules = values("aws_cloudwatch_event_rule", "name");
  const { bucket: stateBucket, region: stateRegion } = config.terraform.backend?.["s3"] ?? {};
  const place = placeOf(config);
  return {
    ...place,
    stateBucket: typeof stateBucket === "string" ? stateBucket : undefined,
    stateRegion: typeof stateRegion === "string" ? stateRegion : place.region,
    inHcpTerraform: config.terraform.cloud !== undefined,
    environment: environmentOf(config),
    recipes,
    parents: recipes.filter((name) => rules.includes(`${name}-children`)),
    existingRepositories: existingRepositories(config),
    names: ["aws_iam_role", "aws_iam_instance_profile", "aws_ecr_repository"].flatMap((type) => values(type, "name")),
    existingParts: existingParts(config),
    buildsOnDeploy: "aws_imagebuilder_image" in config.resource,
    protected: Object.entries(config.resource).flatMap(([type, all]) =>
      Object.entries(all).flatMap(([name, block]) => (isProtected(block) ? [`${type}.${name}`] : [])),
    ),
    texts: [
      ...values("aws_imagebuilder_component", "data"),
      ...values("aws_imagebuilder_container_recipe", "dockerfile_template_data"),
    ].map(unescape),
  };
}
