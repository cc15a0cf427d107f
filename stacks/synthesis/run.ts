import * as path from "node:path";
import { App } from "cdktf";
import { reportFileErrors } from "@pipelines/findings/output";
import { VersionLock } from "@pipelines/version-lock/version-lock";
import { project } from "../accounts";
import { withoutTokenTraces } from "./faster-cdktf";
import type { SynthOptions } from "./options";
import { synthesize } from "./synthesize";

const lock = path.resolve(__dirname, "../../image-versions.lock");

/** The whole run of `main.ts`: builds the app with the stacks that `addStacks` adds, and does what the command line asks. */
export function run(addStacks: (app: App, versions: VersionLock) => void, options: SynthOptions): void {
  process.exitCode = reportFileErrors(() => {
    const versions = VersionLock.open(lock, { ...options, project: project.name });
    return withoutTokenTraces(() => {
      // Stack traces would put this machine's paths into the manifest; `synthesize` validates all stacks at once.
      const app = new App({ stackTraces: false, skipValidation: true, context: { project } });
      addStacks(app, versions);
      return synthesize(app, versions, options);
    });
  });
}
