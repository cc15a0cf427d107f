import * as path from "node:path";
import { setFlagsFromString } from "node:v8";
import { App } from "cdktf";
import { reportFileErrors } from "@pipelines/findings/output";
import { VersionLock } from "@pipelines/version-lock/version-lock";
import { project } from "../accounts";
import type { ProjectSettings } from "../environment/project-settings";
import { withoutTokenTraces } from "./faster-cdktf";
import type { SynthOptions } from "./options";
import { synthesize } from "./synthesize";

const lock = path.resolve(__dirname, "../../image-versions.lock");

export interface Run {
  readonly options: SynthOptions;
  readonly addStacks: (app: App, versions: VersionLock) => void;
}

/** Builds the app with its stacks, and does what the command line requests. Sets the exit code of the process. */
export function run({ options, addStacks }: Run): void {
  // By default, V8 does not collect old garbage until the heap is four times as large as the memory still in use: 320
  // MB for 1,000 images, which use 90 MB.
  setFlagsFromString("--heap-growing-percent=20");
  // By now, the space of young objects is large enough. The V8 of Node 24 would let it grow by another 100 MB.
  setFlagsFromString("--semi-space-growth-factor=1");
  process.exitCode = reportFileErrors(() => {
    // If stacks/accounts.ts does not export it, all of its defaults apply, as for `trust`.
    const { name } = (project as ProjectSettings | undefined) ?? {};
    const versions = VersionLock.open(lock, { ...options, project: name });
    return withoutTokenTraces(() => {
      // Stack traces would put this machine's paths in the manifest; validation is skipped because `synthesize`
      // validates all stacks together.
      const app = new App({ stackTraces: false, skipValidation: true, context: { project } });
      addStacks(app, versions);
      return synthesize(app, versions, options);
    });
  });
}
