/** A stack that someone deployed. */
export interface Stack {
  readonly template: string;
  /** AWS names of its resources, by logical id. */
  readonly resources: Readonly<Record<string, string>>;
}
