/** A document with mistakes: each » marks an expected finding, in the order of `codes`. */
export interface Case {
  readonly codes: readonly string[];
  readonly text: string;
  readonly platform?: "Linux" | "Windows";
  readonly parameters?: Readonly<Record<string, string>>;
}

/** Returns a document with one build phase; `steps` is the text of its list of steps. */
export function build(steps: string): string {
  return `schemaVersion: 1.0\nphases:\n  - name: build\n    steps:\n${steps}`;
}

/** Returns a document with one step. */
export function step(action: string, inputs: string, more = ""): string {
  return build(`      - name: One\n        action: ${action}\n${more}        inputs: ${inputs}\n`);
}

/** Returns a case with one mistake: its code and the document. */
export function one(code: string, text: string, more: Omit<Case, "codes" | "text"> = {}): Case {
  return { codes: [code], text, ...more };
}
