import { type At, error, type Finding, warning } from "@pipelines/findings/finding";

/** Image Builder counts characters, but the AWS provider first counts UTF-8 bytes, and the stricter limit applies. */
export function checkLength(value: string | undefined, min: number, max: number, at: At): Finding[] {
  if (value === undefined) return [];
  const bytes = Buffer.byteLength(value);
  if (bytes >= min && bytes <= max) return [];
  return [error(at, "IB-LENGTH", { found: `${bytes} bytes`, allowed: `${min} to ${max}, as the AWS provider counts` })];
}

/** Longer text is reported by the checks on the text itself. */
const longestText = 16_000;

/** Finds text that Terraform or its AWS provider would change or reject, regardless of what the file contains. */
export function checkText({ file, text }: { readonly file: string; readonly text: string }): Finding[] {
  const findings = text.length > longestText ? [] : checkLength(text, 0, longestText, { file });
  const lines = text.split("\n");
  const line = lines.findIndex((one) => one !== one.normalize("NFC"));
  if (line !== -1) {
    const written = lines[line] ?? "";
    const composed = written.normalize("NFC");
    let column = 1;
    while (written.charAt(column - 1) === composed.charAt(column - 1)) column++;
    findings.push(
      warning({ file, line: line + 1, column }, "IB-TEXT-NFC", {
        found: "a character written as a letter followed by an accent",
        allowed:
          "composed characters (Unicode NFC): Terraform stores text in this form, so AWS would get different bytes from those in the file",
        fix: "save the file in NFC",
      }),
    );
  }
  return findings;
}
