import * as fs from "node:fs";
import * as path from "node:path";
import { fileErrorCode } from "./file-error";
import { UnusablePlan } from "./unusable-plan";
import { isObject, type JsonObject } from "./values";

/** The configuration of each stack that a synth wrote, by name. */
export type Synth = ReadonlyMap<string, JsonObject>;

/** Bytes. A stack of a hundred images has about 1 MB. */
const largest = 16 * 1024 * 1024;

/** A stack's name is part of paths, names of roles and marks in comments. */
const stackName = /^[A-Za-z0-9_-]{1,64}$/;

/**
 * Reads the manifest of a synth and each stack's `cdk.tf.json`, and nothing else that may be in the folder: it may come
 * from a pull request. Both must be regular files in regular folders, of a size that a synth writes.
 *
 * @throws {UnusablePlan} for everything else
 */
export function readSynth(folder: string): Synth {
  const stacks = readJson(folder, "manifest.json")["stacks"];
  if (!isObject(stacks)) throw new UnusablePlan(`${folder}/manifest.json lists no stacks`);
  return new Map(
    Object.keys(stacks).map((name) => {
      if (!stackName.test(name)) {
        throw new UnusablePlan(`${folder}/manifest.json has a stack whose name is not letters, digits, - and _`);
      }
      return [name, readJson(folder, "stacks", name, "cdk.tf.json")] as const;
    }),
  );
}

function readJson(folder: string, ...parts: readonly string[]): JsonObject {
  const file = path.join(folder, ...parts);
  try {
    parts.slice(0, -1).forEach((_, index) => {
      const parent = path.join(folder, ...parts.slice(0, index + 1));
      if (!fs.lstatSync(parent).isDirectory()) throw new UnusablePlan(`${parent} is not a folder`);
    });
    const { size } = regularFile(file);
    if (size > largest) throw new UnusablePlan(`${file} has ${size} bytes; at most ${largest} are read`);
    const value: unknown = JSON.parse(fs.readFileSync(file, "utf8"));
    if (isObject(value)) return value;
  } catch (error) {
    if (error instanceof UnusablePlan) throw error;
    if (!(error instanceof SyntaxError)) {
      throw new UnusablePlan(`${file} cannot be read (${fileErrorCode(error)}): run \`npm run synth\` first`);
    }
  }
  throw new UnusablePlan(`${file} is not an object in JSON`);
}

function regularFile(file: string): fs.Stats {
  const stats = fs.lstatSync(file);
  if (!stats.isFile()) throw new UnusablePlan(`${file} is not a regular file`);
  return stats;
}
