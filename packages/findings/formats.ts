import { terminal } from "./escape";
import type { Finding } from "./finding";

/** Finding formats for programs: a list, SARIF for editors and code scanning, annotations for GitHub. */
export const formats = ["json", "sarif", "github"] as const;

export type Format = (typeof formats)[number];

/** Includes each finding only once, because stacks that share an image have the same findings. */
export function formatFor(format: Format, all: readonly Finding[]): string {
  const findings = [...new Map(all.map((finding) => [JSON.stringify(finding), finding])).values()];
  if (format === "json") return `${JSON.stringify(findings, null, 2)}\n`;
  if (format === "sarif") return `${JSON.stringify(sarif(findings), null, 2)}\n`;
  return findings.map((finding) => `${annotation(finding)}\n`).join("");
}

function messageOf({ field, found, allowed, fix }: Finding): string {
  const place = field === undefined ? "" : `${field}: `;
  return `${place}found ${found}; allowed: ${allowed}${fix === undefined ? "" : `; fix: ${fix}`}`;
}

/** https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html */
function sarif(findings: readonly Finding[]): object {
  const rules = [...new Set(findings.map(({ code }) => code))].sort();
  return {
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "image-builder-checks", rules: rules.map((id) => ({ id })) } },
        columnKind: "utf16CodeUnits",
        results: findings.map((finding) => ({
          ruleId: finding.code,
          ruleIndex: rules.indexOf(finding.code),
          level: finding.severity,
          message: { text: messageOf(finding) },
          locations: [
            {
              physicalLocation: {
                artifactLocation: { uri: finding.file.split("/").map(encodeURIComponent).join("/") },
                ...(finding.line === undefined
                  ? {}
                  : { region: { startLine: finding.line, startColumn: finding.column ?? 1 } }),
              },
            },
          ],
        })),
      },
    ],
  };
}

/** https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands */
function annotation(finding: Finding): string {
  const { severity, code, file, line, column } = finding;
  const fields = { file, line, col: column, title: code };
  const written = Object.entries(fields)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${escapeData(String(value)).replaceAll(":", "%3A").replaceAll(",", "%2C")}`);
  return `::${severity} ${written.join(",")}::${escapeData(messageOf(finding))}`;
}

function escapeData(text: string): string {
  return terminal(text).replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}
