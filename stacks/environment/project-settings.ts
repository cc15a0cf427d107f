import type { Construct } from "constructs";
import type { Finding } from "@pipelines/findings/finding";
import { object, oneOf, type Read, readShape, type Written } from "@pipelines/findings/shape";
import * as v from "valibot";

const nameWords = "up to 12 lower-case letters and digits, beginning with a letter";

/** What all environments of this repository have in common; `project` in `stacks/accounts.ts` sets it. */
const projectSettings = object({
  /**
   * Name that distinguishes this repository's environments from those of other repositories in the same accounts: the
   * environment `dev` of the project `web` is called `web-dev`, in every name and in every command, and its states are
   * in the project's own bucket. It cannot change once an environment is deployed. @default none
   */
  name: v.optional(v.pipe(v.string(nameWords), v.regex(/^[a-z][a-z0-9]{0,11}$/, nameWords))),
  /**
   * With `"environment"`, the names of all repositories begin with the environment's name, as in `dev/web`, so that
   * several environments can share an account. An environment's own `repositoryPrefix` overrides it. @default none
   */
  repositoryPrefix: v.optional(oneOf("environment")),
});
export type ProjectSettings = Written<typeof projectSettings>;

/** The project's settings, which `main.ts` gives to the app as context, and what is wrong with them. */
export function readProject(scope: Construct): {
  readonly value: Read<typeof projectSettings>;
  readonly findings: Finding[];
} {
  const given: unknown = scope.node.tryGetContext("project") ?? {};
  return readShape(projectSettings, given, "stacks/accounts.ts", {});
}
