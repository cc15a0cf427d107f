import { type Finding, warning } from "@pipelines/findings/finding";
import { quote } from "@pipelines/findings/text";
import { parseReference } from "@pipelines/image-checks/parent-image";
import type { Image } from "./image";

/**
 * Reports packages that conflict with a variant in the parent image. Amazon Linux 2023 comes with curl-minimal, which
 * conflicts with curl, so the build fails. github.com/amazonlinux/amazon-linux-2023/issues/416 and 150, November 2026
 */
export function checkPackages({ parentImage, dockerfile, components }: Omit<Image, "findings">): Finding[] {
  if (parentImage === undefined || !isAmazonLinux2023(parentImage)) return [];
  const sources = [dockerfile, ...components.flatMap((each) => (each.kind === "own" ? [each.source] : []))];
  return sources.flatMap((source) => ("text" in source ? curlIn(source) : []));
}

function curlIn({ file, text }: { readonly file: string; readonly text: string }): Finding[] {
  const lines = text.split("\n");
  return lines.flatMap((first, index) => {
    if (/^\s*#/.test(first) || /\\\r?$/.test(lines[index - 1] ?? "")) return [];
    let command = first;
    for (let next = index; /\\\r?$/.test(lines[next] ?? ""); next++)
      command = command.replace(/\\\r?$/, "") + (lines[next + 1] ?? "");
    if (/--allowerasing|\sswap\s/.test(command) || !installsCurl(command)) return [];
    return [
      warning({ file, line: index + 1, column: first.length - first.trimStart().length + 1 }, "IB-PACKAGE-CURL", {
        found: `${quote(command.trim())}, but the parent image contains curl-minimal, which conflicts with curl`,
        allowed: "curl-minimal, which provides the command curl, or dnf install --allowerasing",
        fix: "leave curl out",
      }),
    ];
  });
}

/** Matches `dnf install -y git curl`, even if the line contains other commands. */
function installsCurl(line: string): boolean {
  return line.split(/[;&|]/).some((command) => {
    const words = command.split(/[\s"'[\]]+/);
    const manager = words.findIndex((word) => /^(?:\/usr\/bin\/)?(?:dnf|yum|microdnf)$/.test(word));
    const install = words.indexOf("install", manager + 1);
    return manager >= 0 && install > 0 && words.indexOf("curl", install) > 0;
  });
}

function isAmazonLinux2023(parentImage: string): boolean {
  if (/^arn:[^:]+:imagebuilder:[^:]*:aws[^:]*:image\/amazon-linux-2023-/.test(parentImage)) return true;
  const { path, tag = "latest" } = parseReference(parentImage) ?? {};
  if (path !== "library/amazonlinux" && path !== "amazonlinux/amazonlinux") return false;
  return tag === "latest" || tag.startsWith("2023");
}
