import { once } from "node:events";
import * as path from "node:path";
import { printHelp } from "@pipelines/findings/command-line";
import { textStreams } from "@pipelines/findings/output";
import { columns } from "@pipelines/operations/words";
import { type LoggedCall, startLocalAws } from "@pipelines/local-aws/local-aws";
import { readRehearsalOptions, type RehearsalOptions } from "./options";
import { testedProvider } from "@pipelines/terraform/provider-mirror";
import { Progress } from "./progress";
import { Rehearsal, RehearsalFailed } from "./rehearsal";
import { findTerraform, type Terraform } from "@pipelines/terraform/terraform";
import { Workspace } from "./workspace";

/** Runs `npm run rehearse`: deploys, changes and destroys an environment on local AWS. */
async function main(): Promise<number> {
  const options = readRehearsalOptions(process.argv.slice(2), process.env);
  if ("help" in options) return printHelp(options);
  const terraform = findTerraform(options.provider);
  if ("missing" in terraform) {
    process.stderr.write(`${terraform.missing}\n`);
    return 1;
  }
  return rehearse(options, terraform);
}

async function rehearse(options: RehearsalOptions, terraform: Terraform): Promise<number> {
  const killer = new AbortController();
  const { signal } = killer;
  const interrupted = once(signal, "abort");
  for (const name of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(name, () => {
      killer.abort();
    });
  }
  let listener: ((call: LoggedCall) => void) | undefined;
  const progress = new Progress(textStreams.out);
  const aws = await startLocalAws({
    onCall: (call) => {
      progress.call();
      listener?.(call);
    },
    // A 20-minute build takes seconds here, so local AWS's clock runs fast; it starts in the past because builds must
    // not end in the real future. Sixty days are enough for a rehearsal of 100 minutes.
    daysAgo: 60,
  });
  let workspace: Workspace | undefined;
  try {
    progress.say(
      `Rehearsal of ${options.stack ?? "the first environment"}: Terraform ${terraform.version} and AWS provider ${terraform.provider} against a local AWS, ${aws.endpoint}`,
    );
    if (terraform.provider !== testedProvider) {
      progress.say(
        `This project is tested only with AWS provider ${testedProvider}: any other version is an experiment.`,
      );
    }
    workspace = new Workspace(path.resolve(__dirname, "../.."), signal, terraform.provider);
    const listen = (next: typeof listener) => {
      listener = next;
    };
    await new Rehearsal({ options, workspace, aws, terraform, progress, listen, interrupted }).run();
    if (!options.keep) {
      progress.say("");
      progress.say(columns(progress.summary()).join("\n"));
      const generic = aws.generic.map((kind) => `\n  ${kind}`).join("");
      if (generic !== "") {
        progress.say(
          `\nWarning: answered from AWS's API model alone, without AWS's rules, limits and defaults (docs/rehearsal.md):${generic}`,
        );
      }
      progress.say("\nPassed.");
    }
    return 0;
  } catch (error) {
    if (signal.aborted) {
      process.stderr.write("\nInterrupted.\n");
      return 130;
    }
    if (!(error instanceof RehearsalFailed)) throw error;
    textStreams.err(`\n${error.message}\n`);
    return 1;
  } finally {
    progress.rest();
    // Any process still running belongs to a command that has already ended.
    killer.abort();
    await aws.close();
    workspace?.remove();
  }
}

void main().then((code) => {
  process.exitCode = code;
});
