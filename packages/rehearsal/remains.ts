import { regionalName } from "@pipelines/image-definition/regional-repository";
import type { Resource } from "@pipelines/local-aws/resource";
import type { RehearsedStack } from "./stack-config";

/** Leaves out what belongs to others: repositories that existed before, and what the stack only refers to. */
export function withoutForeign(
  resources: readonly Resource[],
  {
    stateBucket,
    existingRepositories,
    region: home,
  }: Pick<RehearsedStack, "stateBucket" | "existingRepositories" | "region">,
  foreign: ReadonlySet<string>,
): Resource[] {
  return resources.filter(({ service, kind, name, region }) => {
    if (service === "ecr") {
      return !existingRepositories.includes(regionalName(name, region === home ? undefined : region));
    }
    return name === stateBucket || ![...foreign].some((each) => isNamed(kind, name, each));
  });
}

/** Reports whether a row shows the resource with that name, or something that belongs to it. */
function isNamed(kind: string, name: string, part: string): boolean {
  if (kind === "policy") return part.endsWith(`/${name}`);
  if (kind === "topic") return part.endsWith(`:${name}`);
  return name === part || part.startsWith(`${name}/`);
}

/**
 * Returns what a destroy should have deleted. In addition, Image Builder's own list may have an entry for each image
 * that a pipeline built, because these were never managed by Terraform.
 */
export function leftBehind(
  resources: readonly Resource[],
  stateBucket = "",
  deliveries: number,
): { readonly left: readonly Resource[]; readonly entries: number } {
  const all = resources
    .filter(({ name }) => name !== stateBucket && !name.startsWith(`${stateBucket}/`))
    // Belongs to the account, if somebody is trusted to deploy.
    .filter(
      ({ kind, name }) => kind !== "identity provider" && !/-image-pipelines-(plan|deploy|operate|read)/.test(name),
    );
  const entries = all.filter(({ service, kind }) => service === "imagebuilder" && kind === "image").length;
  return { left: all.length > entries || entries > deliveries ? all : [], entries };
}
