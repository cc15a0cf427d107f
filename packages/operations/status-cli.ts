import * as fs from "node:fs";
import { inParallel } from "./access";
import { type Command, main } from "./command";
import { environmentNamed } from "./environments";
import { failure } from "./failure";
import { statusOf } from "./status";
import { statusPage } from "./status-html";
import { statusText } from "./status-text";

const options = {
  check: { type: "boolean", help: "exit with 1 if something is wrong, for monitors" },
  html: { type: "string", value: "<file>", help: "the same as a page, for people who pull the images" },
} as const;

export const statusCommand: Command<typeof options> = {
  name: "status",
  about: `Compares what is running in each environment with what is defined: versions, pipelines, last builds, what tags and
channels point to, and scan findings. Includes all environments by default. It changes nothing.`,
  takes: ["[<environment> …]"],
  options,
  interrupted: "This command only reads: nothing has changed.",
  run: async ({ values, positionals }, { environments, access, streams, now }) => {
    const chosen =
      positionals.length === 0 ? environments : positionals.map((name) => environmentNamed(name, environments));
    const started = Date.now();
    const all = await inParallel(chosen, 4, (environment) => statusOf(access(environment), now()));
    if (values.html !== undefined) {
      try {
        fs.writeFileSync(values.html, statusPage(all));
      } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        throw failure("IB-OP-FILE", "--html", reason, "a file that can be written");
      }
    }
    if (values.json === true) streams.out(`${JSON.stringify({ environments: all })}\n`);
    else {
      streams.out(`${all.map(statusText).join("\n\n\n")}\n`);
      const calls = all.reduce((sum, each) => sum + each.calls, 0);
      streams.err(`\n${calls} calls in ${((Date.now() - started) / 1000).toFixed(1)} s\n`);
      if (values.html !== undefined) streams.err(`Wrote the page to ${values.html}.\n`);
    }
    const wrong = all.some(({ images }) => images.some(({ problems }) => problems.some((p) => p.severity === "error")));
    return values.check === true && wrong ? 1 : 0;
  },
};

if (require.main === module) main(statusCommand);
