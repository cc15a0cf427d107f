import * as fs from "node:fs";
import * as path from "node:path";
import { type App, TerraformStack } from "cdktf";
import { EnvironmentStack } from "../../stacks/environment/environment-stack";
import { AccountStack } from "../../stacks/account/account-stack";
import type { Versions } from "@pipelines/version-lock/versions";
import { firstVersions, testApp } from "@pipelines/testing/stack";

export type StackClass = new (app: App, versions: Versions) => EnvironmentStack;

const folder = path.join(__dirname, "../../stacks");

const isEnvironment = (value: unknown): value is StackClass =>
  typeof value === "function" && value.prototype instanceof EnvironmentStack;

/** This project's own app as main.ts makes it, whatever settings its environments have: tests assert what follows. */
export class OwnApp {
  public readonly app = testApp();
  public readonly environments: readonly EnvironmentStack[];
  /** Names of all stacks, those of state buckets included. */
  public readonly stacks: readonly string[];

  public constructor() {
    this.environments = fs
      .readdirSync(folder)
      .filter((file) => file.endsWith("-stack.ts"))
      // eslint-disable-next-line @typescript-eslint/no-require-imports
      .flatMap((file) => Object.values(require(path.join(folder, file)) as object).filter(isEnvironment))
      .map((Environment) => new Environment(this.app, firstVersions));
    AccountStack.forEnvironmentsOf(this.app);
    this.stacks = this.app.node.children.filter((child) => TerraformStack.isStack(child)).map(({ node }) => node.id);
  }
}
