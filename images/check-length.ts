import { At, error, Finding } from "../checks/finding";

/** Image Builder counts characters, the AWS provider before it bytes of UTF-8: the stricter of the two decides. */
export function checkLength(value: string | undefined, min: number, max: number, at: At): Finding[] {
  if (value === undefined) return [];
  const bytes = Buffer.byteLength(value);
  if (bytes >= min && bytes <= max) return [];
  return [
    error(at, "IB-LENGTH", { found: `${bytes} bytes`, allowed: `${min} to ${max}, which the AWS provider counts` }),
  ];
}

/** What is longer than this in characters too is told by the checks of the text itself. */
const longestText = 16_000;

export function checkTextLength({ file, text }: { readonly file: string; readonly text: string }): Finding[] {
  return text.length > longestText ? [] : checkLength(text, 0, longestText, { file });
}
