import * as fs from "node:fs";
import { fileErrorCode } from "./file-error";
import { UnusablePlan } from "./unusable-plan";

/**
 * Writes a file completely or not at all.
 *
 * @throws {UnusablePlan} if it cannot be written
 */
export function writeWhole(file: string, text: string): void {
  const draft = `${file}.${process.pid}.tmp`;
  try {
    fs.writeFileSync(draft, text);
    fs.renameSync(draft, file);
  } catch (error) {
    const code = fileErrorCode(error);
    throw new UnusablePlan(`${file} cannot be written: ${code === "ENOENT" ? "there is no such folder" : code}`);
  } finally {
    fs.rmSync(draft, { force: true });
  }
}
