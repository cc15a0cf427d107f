import * as fs from "node:fs";
import { isDeepStrictEqual } from "node:util";
import { code } from "@pipelines/findings/escape";
import { fileErrorCode } from "./file-error";
import { Row } from "./row";
import { UnusablePlan } from "./unusable-plan";
import { isList, isObject, JsonObject, plainText } from "./values";

/**
 * Protections from destruction that a configuration gives up.
 *
 * `prevent_destroy` is an order to Terraform: it is in no state and in no plan, so it takes the two configurations
 * (`cdk.tf.json`), before and after, to see it go. Once it is gone, the next plan may destroy what it kept.
 */
export function protectionsRemoved(before: string, after: string): Row[] {
  return [...stateMoved(before, after), ...resourcesUnprotected(before, after)];
}

/** With another state, Terraform does not see what is there, and so no plan shows what becomes of it. */
function stateMoved(before: string, after: string): Row[] {
  const [old, now] = [before, after].map((file) => {
    const { terraform } = readConfiguration(file);
    const { backend, cloud } = isObject(terraform) ? terraform : {};
    return { backend, cloud };
  });
  if (isDeepStrictEqual(old, now)) return [];
  return [{ meaning: "data", subject: "state", message: "is kept elsewhere: this plan does not know what is there" }];
}

function resourcesUnprotected(before: string, after: string): Row[] {
  const [old, now] = [protectedAddresses(before), protectedAddresses(after)];
  return [...old]
    .filter(([address, was]) => was && now.get(address) !== true)
    .map(([address]) => ({
      meaning: "data",
      subject: code(address),
      message: now.has(address)
        ? "protection removed: from now on a plan may destroy it (`prevent_destroy` is gone)"
        : "no longer in the configuration, nor its protection (`prevent_destroy`): it will be destroyed",
    }));
}

/** Every resource of a configuration that has the protection: true; those without it: false. */
function protectedAddresses(file: string): Map<string, boolean> {
  const found = new Map<string, boolean>();
  const types = readConfiguration(file)["resource"];
  for (const [type, resources] of Object.entries(isObject(types) ? types : {})) {
    for (const [name, resource] of Object.entries(isObject(resources) ? resources : {})) {
      const lifecycle = isObject(resource) ? resource["lifecycle"] : undefined;
      found.set(`${type}.${name}`, isObject(lifecycle) && lifecycle["prevent_destroy"] === true);
    }
  }
  return found;
}

/** Ids of the accounts that the provider of a configuration may work in. */
export function accountsOf(file: string): string[] {
  const provider = readConfiguration(file)["provider"];
  const aws = isObject(provider) ? provider["aws"] : undefined;
  return (isList(aws) ? aws : [aws]).flatMap((one) => {
    const ids = isObject(one) ? one["allowed_account_ids"] : undefined;
    return isList(ids) ? ids.map(plainText) : [];
  });
}

/** @throws {UnusablePlan} where the file is no configuration in JSON */
export function readConfiguration(file: string): JsonObject {
  let text: string;
  try {
    text = fs.readFileSync(file, "utf8");
  } catch (error) {
    const code = fileErrorCode(error);
    throw new UnusablePlan(code === "ENOENT" ? `there is no file ${file}` : `${file} cannot be read: ${code}`);
  }
  try {
    const value: unknown = JSON.parse(text);
    if (isObject(value)) return value;
  } catch {
    // Told below, without the text.
  }
  throw new UnusablePlan(`${file} is not a configuration in JSON, such as cdktf.out/stacks/prod/cdk.tf.json`);
}
