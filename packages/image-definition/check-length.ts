import { type At, error, type Finding, warning } from "@pipelines/findings/finding";

/** Image Builder counts characters, the AWS provider before it bytes of UTF-8: the stricter of the two decides. */
export function checkLength(value: string | undefined, min: number, max: number, at: At): Finding[] {
  if (value === undefined) return [];
  const bytes = Buffer.byteLength(value);
  if (bytes >= min && bytes <= max) return [];
  return [
    error(at, "IB-LENGTH", { found: `${bytes} bytes`, allowed: `${min} to ${max}, which the AWS provider counts` }),
  ];
}

/** Text that has more characters than this is reported by the checks of the text itself. */
const longestText = 16_000;

/** What Terraform and its AWS provider make of a file's text, whatever is in it. */
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
        found: "a character that is written as a letter and an accent",
        allowed:
          "composed characters (Unicode NFC): Terraform stores text so, and AWS gets other bytes than the file's",
        fix: "save the file in NFC",
      }),
    );
  }
  return findings;
}
