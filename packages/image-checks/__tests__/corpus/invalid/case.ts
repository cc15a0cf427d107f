/** A document with mistakes: each » stands where a finding is expected, in the order of `codes`. */
export interface Case {
  readonly codes: readonly string[];
  readonly text: string;
  readonly platform?: "Linux" | "Windows";
  readonly parameters?: Readonly<Record<string, string>>;
}

/** A document with one build phase; `steps` begins at its list. */
export function build(steps: string): string {
  return `schemaVersion: 1.0\nphases:\n  - name: build\n    steps:\n${steps}`;
}

/** A document with one step. */
export function step(action: string, inputs: string, more = ""): string {
  return build(`      - name: One\n        action: ${action}\n${more}        inputs: ${inputs}\n`);
}

/** One mistake in a document: its code and the document. */
export function one(code: string, text: string, more: Omit<Case, "codes" | "text"> = {}): Case {
  return { codes: [code], text, ...more };
}
