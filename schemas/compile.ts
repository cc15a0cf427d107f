import { writeFileSync } from "node:fs";
import { join } from "node:path";
import Ajv from "ajv";
import standaloneCode from "ajv/dist/standalone";
import { printHelp, readCommandLine } from "../checks/command-line";
import schema from "./component-document.schema.json";

/** Where the compiled validator stands. */
export const VALIDATOR_FILE = join(__dirname, "component-document.validate.js");

/**
 * The schema as plain JavaScript, which needs no ajv to run.
 *
 * Loading ajv and compiling the schema takes 200 ms, this takes 10: a synth has no time for the former.
 */
export function compileSchema(): string {
  // Union types stand for a field that takes a reference in place of a number; ajv's strict mode dislikes them.
  const ajv = new Ajv({ allErrors: true, strict: false, verbose: true, code: { source: true, lines: true } });
  return `// Made from component-document.schema.json by "npm run schemas". Do not edit.\n${standaloneCode(ajv, ajv.compile(schema))}`;
}

if (require.main === module) {
  const command = { name: "npm run schemas", usage: "usage: npm run schemas\n", options: {} };
  const read = readCommandLine(command, process.argv.slice(2), process.env);
  if ("help" in read) process.exitCode = printHelp(read);
  else writeFileSync(VALIDATOR_FILE, compileSchema());
}
