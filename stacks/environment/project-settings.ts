import type { Construct } from "constructs";
import type { Finding } from "@pipelines/findings/finding";
import { object, oneOf, type Read, readShape, type Written } from "@pipelines/findings/shape";
import * as v from "valibot";

/** What all environments of this repository have in common; `project` in `stacks/accounts.ts` sets it. */
const projectSettings = object({
  /**
   * `"environment"`: the names of all repositories begin with the environment's name, as in `dev/web`, so that several
   * environments can share an account. An environment's own `repositoryPrefix` comes first. @default none
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
