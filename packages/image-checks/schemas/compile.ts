import * as fs from "node:fs";
import * as path from "node:path";
import Ajv from "ajv";
import standaloneCode from "ajv/dist/standalone";
import { printHelp, readCommandLine } from "@pipelines/findings/command-line";
import componentDocument from "./component-document.schema.json";
import workflowDocument from "./workflow-document.schema.json";

/** What is compiled, by file name. */
export const schemas = { "component-document": componentDocument, "workflow-document": workflowDocument } as const;

type SchemaName = keyof typeof schemas;

/** File of a compiled validator. */
export function validatorFile(name: SchemaName): string {
  return path.join(__dirname, `${name}.validate.js`);
}

/**
 * A schema as plain JavaScript, which needs no ajv to run.
 *
 * Loading ajv and compiling a schema takes 200 ms, this takes 10, and a synth has no time for the former.
 */
export function compileSchema(name: SchemaName): string {
  // Union types are for fields that accept a reference instead of a number; ajv's strict mode dislikes them.
  const ajv = new Ajv({
    allErrors: true,
    strict: false,
    inlineRefs: false,
    verbose: true,
    code: { source: true },
  });
  const code = standaloneCode(ajv, ajv.compile(schemas[name]));
  return `// Made from ${name}.schema.json by "npm run schemas". Do not edit.\n${code}`;
}

if (require.main === module) {
  const command = {
    name: "npm run schemas",
    about: "Compiles the JSON Schemas of documents into the validators that the checks run.",
    options: {},
  };
  const read = readCommandLine(command, process.argv.slice(2), process.env);
  if ("help" in read) process.exitCode = printHelp(read);
  else
    for (const name of ["component-document", "workflow-document"] as const) {
      fs.writeFileSync(validatorFile(name), compileSchema(name));
    }
}
