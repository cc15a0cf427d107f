import { spawnSync } from "node:child_process";
import * as path from "node:path";
import { checkFiles } from "./check-file";
import { readCommandLine, refuseCommandLine, printHelp, wrongOption } from "@pipelines/findings/command-line";
import { findFiles } from "./find-files";
import { formats } from "@pipelines/findings/formats";
import { reportFindings } from "@pipelines/findings/output";

const platforms = ["Linux", "Windows"] as const;

const flag = { type: "boolean" } as const;

const command = {
  name: "npm run check",
  about: `Looks for mistakes and writes nothing: those that a synth would find or, if documents are named, those of these
component and workflow documents and Dockerfiles, of this project or not.`,
  takes: ["[<file, folder, glob or -> …]"],
  options: {
    frozen: {
      ...flag,
      help: "count an image-versions.lock that does not match as a mistake (the default if CI is set)",
    },
    strict: { ...flag, help: "fail for warnings too" },
    format: { type: "string", help: "how findings are written for programs", choices: formats },
    platform: {
      type: "string",
      help: "of the components named; by default what their actions run on",
      choices: platforms,
    },
  },
} as const;

process.exitCode = main(process.argv.slice(2));

function main(args: readonly string[]): number | undefined {
  const read = readCommandLine(command, args, process.env);
  if ("help" in read) return printHelp(read);
  const { values, positionals } = read;
  const format = formats.find((each) => each === values.format);
  const platform = platforms.find((each) => each === values.platform);
  if (positionals.length === 0) {
    // In a separate process, because only main.ts knows which stacks exist.
    const [loader, main] = ["typescript.cjs", "main.ts"].map((file) => path.join(__dirname, "../..", file)) as [
      string,
      string,
    ];
    const app = spawnSync(process.execPath, ["--require", loader, main, "--check", ...args], { stdio: "inherit" });
    return app.status ?? 1;
  }
  if (values.frozen === true) {
    const words = { found: "--frozen with documents, which have no versions", allowed: "documents, or --frozen" };
    return printHelp(refuseCommandLine(command, [wrongOption(command.name, "--frozen", words)]));
  }
  const findings = checkFiles(findFiles(positionals), platform);
  return reportFindings(findings, { check: true, strict: values.strict ?? false, format }) ? 0 : 1;
}
