import * as path from "node:path";
import { printHelp } from "@pipelines/findings/command-line";
import { textStreams } from "@pipelines/findings/output";
import { type LoggedCall, startLocalAws } from "@pipelines/local-aws/local-aws";
import { readRehearsalOptions, type RehearsalOptions } from "./options";
import { testedProvider } from "@pipelines/terraform/provider-mirror";
import { Progress } from "./progress";
import { Rehearsal, RehearsalFailed, summarize } from "./rehearsal";
import { findTerraform, type Terraform } from "@pipelines/terraform/terraform";
import { Workspace } from "./workspace";

/** `npm run rehearse`: an environment deployed, changed and destroyed on a local AWS. */
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
  const interrupted = new Promise<void>((resolve) => {
    signal.addEventListener("abort", () => {
      resolve();
    });
  });
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
    // A build of 20 minutes takes seconds here, and must not end in the real future. Enough for 100 minutes.
    daysAgo: 60,
  });
  let workspace: Workspace | undefined;
  try {
    progress.say(
      `Rehearsal of ${options.stack ?? "the first environment"}: Terraform ${terraform.version} and AWS provider ${terraform.provider} against a local AWS, ${aws.endpoint}`,
    );
    if (terraform.provider !== testedProvider) {
      progress.say(`All of this project is tested with AWS provider ${testedProvider}: any other version is a trial.`);
    }
    workspace = new Workspace(path.resolve(__dirname, "../.."), signal, terraform.provider);
    const listen = (next: typeof listener) => {
      listener = next;
    };
    await new Rehearsal({ options, workspace, aws, terraform, progress, listen, interrupted }).run();
    if (!options.keep) {
      progress.say("");
      progress.say(summarize(progress).join("\n"));
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
    // Whatever is still running belongs to something that has ended.
    killer.abort();
    await aws.close();
    workspace?.remove();
  }
}

void main().then((code) => {
  process.exitCode = code;
});
