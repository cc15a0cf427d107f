import { isList, isObject, JsonObject } from "./values";

/**
 * Why a configuration may not be planned with credentials by somebody who did not write it: all of it that would have
 * Terraform execute or load anything beside the AWS provider. The app itself has nothing of the kind.
 */
export function unplannable(config: JsonObject): string[] {
  const terraform = isObject(config["terraform"]) ? config["terraform"] : {};
  const found: string[] = [];
  for (const [name, provider] of Object.entries(members(terraform["required_providers"]))) {
    const source = isObject(provider) ? provider["source"] : undefined;
    const ours = name === "aws" && /^(registry\.terraform\.io\/)?hashicorp\/aws$/.test(String(source));
    if (!ours) found.push(`provider ${name} from ${String(source)}`);
  }
  for (const name of Object.keys(members(config["provider"]))) {
    if (name !== "aws") found.push(`provider ${name}`);
  }
  for (const name of Object.keys(members(config["module"]))) found.push(`module ${name}`);
  for (const kind of ["data", "ephemeral", "resource"]) {
    for (const [type, named] of Object.entries(members(config[kind]))) {
      if (!type.startsWith("aws_")) found.push(`${kind} ${type}`);
      for (const [name, block] of Object.entries(members(named))) {
        if (isObject(block) && "provisioner" in block) found.push(`provisioner in ${type}.${name}`);
      }
    }
  }
  return found;
}

/** Blocks by name: an object, or a list of such, as JSON configurations have it. */
function members(value: unknown): JsonObject {
  if (isList(value)) return Object.assign({}, ...value.filter(isObject)) as JsonObject;
  return isObject(value) ? value : {};
}
