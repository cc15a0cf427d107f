import * as fs from "node:fs";
import * as path from "node:path";
import { readConfiguration, UnusablePlan } from "./unusable-plan";
import { isList, isObject, type JsonObject, objectAt, plainText } from "./values";

/** The configuration of each stack that a synth wrote, by stack name. */
export type Synth = ReadonlyMap<string, JsonObject>;

/** In bytes. A stack with a hundred images has about 1 MB. */
const largest = 16 * 1024 * 1024;

/** A stack's name is used in paths, role names and markers in comments. */
const stackName = /^[A-Za-z0-9_-]{1,64}$/;

/**
 * Reads the manifest of a synth and each stack's `cdk.tf.json`, and ignores anything else in the folder, which may come
 * from a pull request. All of these must be regular files in regular folders, no larger than a synth writes.
 *
 * @throws {UnusablePlan} for anything else
 */
export function readSynth(folder: string): Synth {
  const { stacks } = readRegular(folder, "manifest.json");
  if (!isObject(stacks)) throw new UnusablePlan(`${folder}/manifest.json lists no stacks`);
  return new Map(
    Object.keys(stacks).map((name) => {
      if (!stackName.test(name)) {
        throw new UnusablePlan(`${folder}/manifest.json has a stack whose name is not letters, digits, - and _`);
      }
      return [name, readRegular(folder, "stacks", name, "cdk.tf.json")] as const;
    }),
  );
}

/**
 * Returns, for each stack in a synth, the names of the stacks that it is deployed after. The synth must be the
 * project's own.
 */
export function readDependencies(folder: string): ReadonlyMap<string, readonly string[]> {
  const { stacks } = readRegular(folder, "manifest.json");
  return new Map(
    Object.entries(objectAt(stacks)).map(([name, stack]) => {
      const { dependencies } = objectAt(stack);
      return [name, isList(dependencies) ? dependencies.map(plainText) : []] as const;
    }),
  );
}

function readRegular(folder: string, ...parts: readonly string[]): JsonObject {
  parts.slice(0, -1).forEach((_, index) => {
    const parent = path.join(folder, ...parts.slice(0, index + 1));
    if (!fs.lstatSync(parent).isDirectory()) throw new UnusablePlan(`${parent} is not a folder`);
  });
  const file = path.join(folder, ...parts);
  const stats = fs.lstatSync(file);
  if (!stats.isFile()) throw new UnusablePlan(`${file} is not a regular file`);
  if (stats.size > largest) throw new UnusablePlan(`${file} has ${stats.size} bytes; at most ${largest} are read`);
  return readConfiguration(file);
}
