import { checkFiles } from "../checks/check-file";
import { tellFindings } from "./synthesize";

/**
 * `npm run check`: all that a synth would find, without writing anything; `npm run check -- <document> …`: what is
 * wrong with documents of anybody's.
 */
const args = process.argv.slice(2);
const paths = args.filter((arg) => !arg.startsWith("--"));
if (paths.length > 0) {
  const passed = tellFindings(checkFiles(paths), { check: true, strict: args.includes("--strict") });
  process.exitCode = passed ? 0 : 1;
} else {
  // The app itself, told to look only: which stacks exist stands in main.ts and nowhere else.
  process.argv.push("--check");
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  require("../main");
}
