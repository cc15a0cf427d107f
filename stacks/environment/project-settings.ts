import type { Construct } from "constructs";
import type { Finding } from "@pipelines/findings/finding";
import { object, oneOf, type Read, readShape, type Written } from "@pipelines/findings/shape";
import * as v from "valibot";

const nameWords = "up to 12 lowercase letters and digits, starting with a letter";

/** Settings shared by all environments in this repository; `project` in `stacks/accounts.ts` sets them. */
const projectSettings = object({
  /**
   * Name that distinguishes this repository's environments from those of other repositories in the same accounts: the
   * environment `dev` in the project `web` is called `web-dev` in every name and in every command, and its states are
   * in the project's own bucket. It cannot be changed once an environment is deployed. @default none
   */
  name: v.optional(v.pipe(v.string(nameWords), v.regex(/^[a-z][a-z0-9]{0,11}$/, nameWords))),
  /**
   * With `"environment"`, the names of all repositories start with the environment's name, as in `dev/web`, so that
   * several environments can share an account. An environment's own `repositoryPrefix` overrides it. @default none
   */
  repositoryPrefix: v.optional(oneOf("environment")),
});
export type ProjectSettings = Written<typeof projectSettings>;

/** Reads the project's settings, which `main.ts` passes to the app as context. Also returns findings about them. */
export function readProject(scope: Construct): {
  readonly value: Read<typeof projectSettings>;
  readonly findings: Finding[];
} {
  const given: unknown = scope.node.tryGetContext("project") ?? {};
  return readShape(projectSettings, given, "stacks/accounts.ts", {});
}
