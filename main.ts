// First of all: help, or a mistake on the command line, ends the process before anything else is loaded.
import { options } from "./stacks/synthesis/given-options";
import * as path from "node:path";
import { App } from "cdktf";
import { AccountStack } from "./stacks/account/account-stack";
import { project, trust } from "./stacks/accounts";
import { DevStack } from "./stacks/dev-stack";
import { ProdStack } from "./stacks/prod-stack";
import { StagingStack } from "./stacks/staging-stack";
import { reportFileErrors } from "@pipelines/findings/output";
import { synthesize } from "./stacks/synthesis/synthesize";
import { withoutTokenTraces } from "./stacks/synthesis/without-token-traces";
import { VersionLock } from "@pipelines/version-lock/version-lock";

process.exitCode = reportFileErrors(() => {
  const versions = VersionLock.open(path.join(__dirname, "image-versions.lock"), { ...options, project: project.name });
  return withoutTokenTraces(() => {
    // Stack traces would put this machine's paths into the manifest; `synthesize` validates all stacks at once.
    const app = new App({ stackTraces: false, skipValidation: true, context: { project } });
    new DevStack(app, versions);
    new StagingStack(app, versions);
    new ProdStack(app, versions);
    AccountStack.forEnvironmentsOf(app, trust);
    return synthesize(app, versions, options);
  });
});
