import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { checkFiles } from "./check-file";
import { readCommandLine, refuseCommandLine, printHelp, wrongOption } from "@pipelines/findings/command-line";
import { findFiles } from "./find-files";
import { FORMATS } from "@pipelines/findings/formats";
import { reportFindings } from "@pipelines/findings/output";

const name = "npm run check";
const usage = `usage: npm run check [-- <file, folder, glob or -> …] [<option> …]

Looks for mistakes and writes nothing: those that a synth would find or, where documents are named, those of these
component and workflow documents and Dockerfiles, of this project or not.

  --frozen    count an image-versions.lock that does not match as a mistake (the default where CI is set)
  --strict    fail for warnings too
  --format <name>      how findings are written for programs: json, sarif or github
  --platform <name>    Linux or Windows, for the components named; by default what their actions run on
`;

const PLATFORMS = ["Linux", "Windows"] as const;

process.exitCode = main(process.argv.slice(2));

function main(args: readonly string[]): number | undefined {
  const flag = { type: "boolean" } as const;
  const text = { type: "string" } as const;
  const takes = { what: "documents", most: Infinity };
  const read = readCommandLine(
    { name, usage, options: { frozen: flag, strict: flag, format: text, platform: text }, takes },
    args,
    process.env,
  );
  if ("help" in read) return printHelp(read);
  const { values, positionals } = read;
  const format = FORMATS.find((each) => each === values.format);
  const platform = PLATFORMS.find((each) => each === values.platform);
  const wrong = [
    ...(values.format === undefined || format
      ? []
      : [wrongOption(name, "--format", { found: `"${values.format}"`, allowed: FORMATS.join(", ") })]),
    ...(values.platform === undefined || platform
      ? []
      : [wrongOption(name, "--platform", { found: `"${values.platform}"`, allowed: PLATFORMS.join(", ") })]),
  ];
  if (wrong.length > 0) return printHelp(refuseCommandLine(usage, wrong));
  if (positionals.length === 0) {
    // In a process of its own: main.ts alone knows which stacks there are.
    const [loader, main] = ["typescript.cjs", "main.ts"].map((file) => join(__dirname, "../..", file)) as [
      string,
      string,
    ];
    const app = spawnSync(process.execPath, ["--require", loader, main, "--check", ...args], { stdio: "inherit" });
    return app.status ?? 1;
  }
  if (values.frozen === true) {
    const words = { found: "--frozen with documents, which have no versions", allowed: "documents, or --frozen" };
    return printHelp(refuseCommandLine(usage, [wrongOption(name, "--frozen", words)]));
  }
  const findings = checkFiles(findFiles(positionals), platform);
  return reportFindings(findings, { check: true, strict: values.strict ?? false, format }) ? 0 : 1;
}
