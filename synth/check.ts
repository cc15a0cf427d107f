import { checkFiles } from "../checks/check-file";
import { readCommandLine, refuseCommandLine, printHelp, wrongOption } from "../checks/command-line";
import { reportFindings } from "./synthesize";

const name = "npm run check";
const usage = `usage: npm run check [-- <document> …] [<option> …]

Looks for mistakes and writes nothing: those that a synth would find or, where documents are named, those of these
component documents, of this project or not.

  --frozen    count an image-versions.lock that does not match as a mistake (the default where CI is set)
  --strict    fail for warnings too
`;

process.exitCode = main(process.argv.slice(2));

function main(args: readonly string[]): number | undefined {
  const flag = { type: "boolean" } as const;
  const takes = { what: "documents", most: Infinity };
  const read = readCommandLine({ name, usage, options: { frozen: flag, strict: flag }, takes }, args, process.env);
  if ("help" in read) return printHelp(read);
  const { values, positionals } = read;
  if (positionals.length === 0) {
    // The app itself, asked to look only: which stacks exist stands in main.ts and nowhere else.
    process.argv.push("--check");
    // eslint-disable-next-line @typescript-eslint/no-require-imports
    require("../main");
    return Number(process.exitCode);
  }
  if (values.frozen === true) {
    const words = { found: "--frozen with documents, which have no versions", allowed: "documents, or --frozen" };
    return printHelp(refuseCommandLine(usage, [wrongOption(name, "--frozen", words)]));
  }
  return reportFindings(checkFiles(positionals), { check: true, strict: values.strict ?? false }) ? 0 : 1;
}
