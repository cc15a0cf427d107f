import type { StackConfig } from "@pipelines/permissions/stack-config";
import type { Backend } from "./backend";
import type { ProviderLock } from "./provider-locks";

export interface ReadmeProps {
  readonly stack: string;
  /** The exported config. */
  readonly config: StackConfig;
  readonly backend: Backend;
  readonly lock: ProviderLock;
  /** Names of the permissions files. */
  readonly policies: readonly string[];
  /** Resource types that these policies do not cover. */
  readonly uncovered: readonly string[];
}
