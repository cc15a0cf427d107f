/** What a change means for images, in the order of importance to a reviewer. */
export const meanings = {
  data: "⚠️ Data at risk",
  approval: "⚠️ Needs approval",
  version_conflict: "⚠️ Version conflict",
  removed: "Image removed",
  new: "New image",
  version: "New version",
  built: "Built",
  rebuilt: "Rebuilt",
  schedule: "Schedule changed",
  pipeline: "Pipeline updated",
  access: "Access changed",
  deleted: "Deleted",
  replaced: "Replaced",
  created: "Created",
  updated: "Updated",
  tags: "Tags",
  output: "Output changed",
  state: "State only",
  drift: "Changed outside Terraform",
  left: "Changed outside Terraform, and left that way",
} as const;

export type Meaning = keyof typeof meanings;

/** Changes that need approval before they are applied, in the words of the first sentence. */
export const grave: Partial<Readonly<Record<Meaning, string>>> = {
  data: "data is at risk",
  approval: "approval is needed",
  version_conflict: "versions conflict",
};

/** A row of the table. */
export interface Row {
  readonly meaning: Meaning;
  /** Markdown. */
  readonly subject: string;
  /** What happens to the subject, in Markdown. */
  readonly message: string;
}
