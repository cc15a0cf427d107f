import * as fs from "node:fs";
import * as path from "node:path";
import { existingParts } from "./existing-parts";
import { existingRepositories } from "@pipelines/permissions/foreign-parts";
import { environmentOf, isProtected, placeOf, readStackConfig, unescape } from "@pipelines/permissions/stack-config";

export type RehearsedStack = ReturnType<typeof readRehearsedStack>;

/**
 * Returns what a rehearsal needs to know about a synthesized stack, read from its `cdk.tf.json`, which is what gets
 * deployed.
 */
export function readRehearsedStack(folder: string) {
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
    /** Bucket of its state; undefined if the state is in HCP Terraform or on disk. */
    stateBucket: typeof stateBucket === "string" ? stateBucket : undefined,
    stateRegion: typeof stateRegion === "string" ? stateRegion : place.region,
    inHcpTerraform: config.terraform.cloud !== undefined,
    /** Name of its environment, if that environment has groups. */
    environment: environmentOf(config),
    /** Names of its container recipes: `dev-hello-world`. */
    recipes,
    /** Recipes whose builds start other builds. */
    parents: recipes.filter((name) => rules.includes(`${name}-children`)),
    /** Repositories that exist before the first deploy. */
    existingRepositories: existingRepositories(config),
    /** Names of its roles, instance profiles and repositories, which other stacks in its environment may refer to. */
    names: ["aws_iam_role", "aws_iam_instance_profile", "aws_ecr_repository"].flatMap((type) => values(type, "name")),
    /** Anything else that the stack refers to but does not create. */
    existingParts: existingParts(config),
    /** Whether a deploy builds images, and waits for them. */
    buildsOnDeploy: "aws_imagebuilder_image" in config.resource,
    /** Addresses of resources that Terraform refuses to destroy. */
    protected: Object.entries(config.resource).flatMap(([type, all]) =>
      Object.entries(all).flatMap(([name, block]) => (isProtected(block) ? [`${type}.${name}`] : [])),
    ),
    /** The component documents, then the Dockerfile templates, as in `images/`. */
    texts: [
      ...values("aws_imagebuilder_component", "data"),
      ...values("aws_imagebuilder_container_recipe", "dockerfile_template_data"),
    ].map(unescape),
  };
}
