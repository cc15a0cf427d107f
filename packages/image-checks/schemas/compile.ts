import * as fs from "node:fs";
import * as path from "node:path";
import Ajv from "ajv";
import standaloneCode from "ajv/dist/standalone";
import { printHelp, readCommandLine } from "@pipelines/findings/command-line";
import componentDocument from "./component-document.schema.json";
import workflowDocument from "./workflow-document.schema.json";

/** The schemas to compile, by file name. */
export const schemas = { "component-document": componentDocument, "workflow-document": workflowDocument } as const;

type SchemaName = keyof typeof schemas;

/** Returns the path of a compiled validator. */
export function validatorFile(name: SchemaName): string {
  return path.join(__dirname, `${name}.validate.js`);
}

/**
 * Compiles a schema to plain JavaScript that runs without ajv.
 *
 * Loading ajv and compiling a schema would add 200 ms to every synth; loading this file adds 10 ms.
 */
export function compileSchema(name: SchemaName): string {
  // Fields that accept a reference instead of a number need union types, which ajv's strict mode objects to.
  const ajv = new Ajv({
    allErrors: true,
    strict: false,
    inlineRefs: false,
    verbose: true,
    code: { source: true },
  });
  const code = standaloneCode(ajv, ajv.compile(schemas[name]));
  return `// Generated from ${name}.schema.json by "npm run schemas". Do not edit.\n${code}`;
}

if (require.main === module) {
  const command = {
    name: "npm run schemas",
    about: "Compiles the JSON Schemas for documents into the validators that the checks run.",
    options: {},
  };
  const read = readCommandLine(command, process.argv.slice(2), process.env);
  if ("help" in read) process.exitCode = printHelp(read);
  else
    for (const name of ["component-document", "workflow-document"] as const) {
      fs.writeFileSync(validatorFile(name), compileSchema(name));
    }
}
