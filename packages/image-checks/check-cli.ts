import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
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
  about: `Looks for mistakes without writing anything: those that a synth would find or, if documents are given, mistakes in these
component and workflow documents and Dockerfiles, whether or not they belong to this project.`,
  takes: ["[<file, folder, glob or -> …]"],
  options: {
    frozen: {
      ...flag,
      help: "treat an image-versions.lock that does not match as a mistake (the default if CI is set)",
    },
    strict: { ...flag, help: "also fail for warnings" },
    format: { type: "string", help: "output format of the findings, for programs", choices: formats },
    platform: {
      type: "string",
      help: "platform of the given components; by default, the one their actions run on",
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
    // Runs in a separate process, because only main.ts knows which stacks exist.
    const [loader, main] = ["typescript.cjs", "main.ts"].map((file) => path.join(__dirname, "../..", file)) as [
      string,
      string,
    ];
    // CDKTF creates an output folder even if nothing is written, which fails in a read-only tree.
    const outdir = fs.mkdtempSync(path.join(os.tmpdir(), "check-"));
    const env = { ...process.env, CDKTF_OUTDIR: outdir };
    const app = spawnSync(process.execPath, ["--require", loader, main, "--check", ...args], { stdio: "inherit", env });
    fs.rmSync(outdir, { recursive: true, force: true });
    return app.status ?? 1;
  }
  if (values.frozen === true) {
    const words = { found: "--frozen with documents, which have no versions", allowed: "documents, or --frozen" };
    return printHelp(refuseCommandLine(command, [wrongOption(command.name, "--frozen", words)], values));
  }
  const findings = checkFiles(findFiles(positionals), platform);
  return reportFindings(findings, { check: true, strict: values.strict ?? false, format }) ? 0 : 1;
}
