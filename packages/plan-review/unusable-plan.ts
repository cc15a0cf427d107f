import * as fs from "node:fs";
import { systemReason } from "@pipelines/findings/files";
import { reportFileErrors, textStreams } from "@pipelines/findings/output";
import { type JsonObject, parsed } from "./values";

/** Thrown if the input is not a plan that can be summarized. The message is for the user at the terminal. */
export class UnusablePlan extends Error {
  public override readonly name = "UnusablePlan";
}

/** Runs a command. @returns its exit code; 1, after printing the reason, if its input cannot be used */
export function ended(name: string, work: () => number): number {
  try {
    return reportFileErrors(work);
  } catch (error) {
    if (!(error instanceof UnusablePlan)) throw error;
    textStreams.err(`${name}: ${error.message}\n`);
    return 1;
  }
}

/** @throws {UnusablePlan} if the file cannot be read */
export function bytesOf(file: string | 0): Buffer {
  try {
    return fs.readFileSync(file);
  } catch (error) {
    const reason = systemReason(error as Error);
    throw new UnusablePlan(`${file === 0 ? "standard input" : file} cannot be read: ${reason}`);
  }
}

/**
 * Reads a configuration that a synth wrote, or its manifest.
 *
 * @throws {UnusablePlan} for any other file
 */
export function readConfiguration(file: string): JsonObject {
  const value = parsed(bytesOf(file).toString());
  if (value !== undefined) return value;
  throw new UnusablePlan(`${file} is not a JSON object, such as cdktf.out/stacks/prod/cdk.tf.json`);
}
