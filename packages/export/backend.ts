import { omit, type StackConfig } from "@pipelines/permissions/stack-config";

/** Where an exported config keeps its state. */
export type Backend =
  | { readonly kind: "keep" }
  | { readonly kind: "none" }
  | {
      readonly kind: "cloud";
      readonly organization: string;
      readonly workspace: string;
      readonly hostname: string | undefined;
    };

/**
 * Returns the config with the requested backend. A config has a `backend` block, a `cloud` block or neither, but never
 * both.
 */
export function withBackend(config: StackConfig, backend: Backend): StackConfig {
  if (backend.kind === "keep") return config;
  const terraform = omit(config.terraform, "backend", "cloud");
  if (backend.kind === "none") return { ...config, terraform };
  const { organization, workspace, hostname } = backend;
  const cloud = { ...(hostname === undefined ? {} : { hostname }), organization, workspaces: { name: workspace } };
  return { ...config, terraform: { ...terraform, cloud } };
}
