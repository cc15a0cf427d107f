import type { StackConfig } from "@pipelines/permissions/stack-config";
import type { Backend } from "./backend";
import type { ProviderLock } from "./provider-locks";

export interface ReadmeProps {
  readonly stack: string;
  /** As it is exported. */
  readonly config: StackConfig;
  readonly backend: Backend;
  readonly lock: ProviderLock;
  /** Names of the files with the permissions. */
  readonly policies: readonly string[];
  /** Types of resources that these say nothing about. */
  readonly uncovered: readonly string[];
}
