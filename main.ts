// Must come first: if the command line asks for help or contains a mistake, the process ends before anything else is
// loaded.
import { options } from "./stacks/synthesis/given-options";
import { AccountStack } from "./stacks/account/account-stack";
import { trust } from "./stacks/accounts";
import { DevStack } from "./stacks/dev-stack";
import { ProdStack } from "./stacks/prod-stack";
import { StagingStack } from "./stacks/staging-stack";
import { run } from "./stacks/synthesis/run";

run({
  options,
  addStacks(app, versions) {
    new DevStack(app, versions);
    new StagingStack(app, versions);
    new ProdStack(app, versions);
    AccountStack.forEnvironmentsOf(app, trust);
  },
});
