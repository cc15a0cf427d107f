import * as fs from "node:fs";
import * as path from "node:path";

/** An app of the tests' own: images, environments, accounts and a version lock, whatever this tree has of them. */
const fixture = path.join(__dirname, "fixtures/app");

/** The folder of the fixture's sample image, from the root of the project, as findings name it. */
export const helloWorld = "packages/testing/fixtures/app/images/hello-world";

// Not an import: the compiler would check the fixture's files, which import what only a whole tree has.
// eslint-disable-next-line @typescript-eslint/no-require-imports
export const { accounts, region } = require(path.join(fixture, "stacks/accounts")) as {
  readonly accounts: Readonly<Record<"dev" | "staging" | "prod", string>>;
  readonly region: string;
};

/** Puts the fixture in place of all that an adopter edits in a copy of the project. */
export function useFixtureApp(copy: string): void {
  const stacks = path.join(copy, "stacks");
  for (const { name } of fs.readdirSync(stacks, { withFileTypes: true }).filter((entry) => entry.isFile())) {
    fs.rmSync(path.join(stacks, name));
  }
  fs.rmSync(path.join(copy, "images"), { recursive: true });
  fs.cpSync(fixture, copy, { recursive: true });
}
