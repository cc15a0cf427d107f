import { isList, isObject, JsonObject, plainText } from "./values";

/** Blocks that neither execute nor load anything. `check` is not one of them: it may have a data source in it. */
const harmless = ["//", "import", "locals", "moved", "output", "variable"];

/**
 * Why a configuration may not be planned with credentials by somebody who did not write it: all of it that would have
 * Terraform execute or load anything beside the AWS provider. The app itself has nothing of the kind.
 *
 * @param config a file in Terraform's JSON syntax. https://developer.hashicorp.com/terraform/language/syntax/json
 */
export function unplannable(config: JsonObject): string[] {
  return Object.entries(config).flatMap(([kind, value]): string[] => {
    if (harmless.includes(kind)) return [];
    switch (kind) {
      case "terraform":
        return members(value).flatMap(([name, inner]) => unplannableSetting(name, inner));
      case "provider":
        return members(value).flatMap(([name]) => (name === "aws" ? [] : [`provider ${name}`]));
      case "resource":
      case "data":
      case "ephemeral":
        return members(value).flatMap(([type, instances]) => [
          ...(type.startsWith("aws_") ? [] : [`${kind} ${type}`]),
          ...members(instances).flatMap(([name, block]) =>
            hasProvisioner(block) ? [`provisioner in ${type}.${name}`] : [],
          ),
        ]);
      case "removed":
        return hasProvisioner(value) ? ["provisioner in removed"] : [];
      default:
        return members(value).map(([name]) => `${kind} ${name}`);
    }
  });
}

function unplannableSetting(name: string, value: unknown): string[] {
  if (["backend", "cloud", "required_version"].includes(name)) return [];
  if (name !== "required_providers") return [`terraform ${name}`];
  return members(value).flatMap(([provider, requirement]) => {
    const source = isObject(requirement) ? requirement["source"] : undefined;
    const ours = provider === "aws" && /^(registry\.terraform\.io\/)?hashicorp\/aws$/.test(plainText(source));
    return ours ? [] : [`provider ${provider} from ${plainText(source)}`];
  });
}

function hasProvisioner(value: unknown): boolean {
  return members(value).some(([name]) => name === "provisioner");
}

/** What blocks have, several of a name included: where one may stand, so may a list of them. */
function members(value: unknown): [string, unknown][] {
  if (isList(value)) return value.flatMap(members);
  return isObject(value) ? Object.entries(value) : [];
}
