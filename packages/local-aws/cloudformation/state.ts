/** A stack as somebody deployed it. */
export interface Stack {
  readonly template: string;
  /** Names in AWS of its resources, by their logical ids. */
  readonly resources: Readonly<Record<string, string>>;
}
