import * as path from "node:path";

/** The folder of the fixture app's sample image, relative to the project's root, as shown in findings. */
export const helloWorld = "packages/testing/fixtures/app/images/hello-world";

// Not an import: the compiler would check the fixture's files, whose imports exist only in a whole tree.
// eslint-disable-next-line @typescript-eslint/no-require-imports
export const { accounts, region } = require(path.join(__dirname, "fixtures/app/stacks/accounts")) as {
  readonly accounts: Readonly<Record<"dev" | "staging" | "prod", string>>;
  readonly region: string;
};
