/** Flags that let a destroy take what is in the resource along. They are in the state alone: AWS does not have them. */
export const forceFlags: readonly string[] = ["force_delete", "force_destroy"];
