import * as fs from "node:fs";
import * as path from "node:path";
import { error, type Finding } from "@pipelines/findings/finding";
import { nearest } from "@pipelines/findings/nearest";
import { list } from "@pipelines/findings/text";

const accountsFile = "stacks/accounts.ts";

/**
 * Explains a missing account or region if the environment's class reads it from `stacks/accounts.ts` by a name that does
 * not exist: at run time, the value is simply `undefined`.
 */
export function explainAccount(finding: Finding): Finding {
  const { code, field, file } = finding;
  const isImported = /^import \{[^}]*\bregion\b[^}]*\} from "\.\/accounts"/m.test(textOf(file));
  if (code === "IB-FIELD-MISSING" && field === "region" && isImported) {
    const found = "it exports no region, which environments import";
    const fix = 'add export const region = "us-east-1"; with your region';
    return error({ file: accountsFile }, code, { found, allowed: "export const region", fix });
  }
  if (code !== "IB-FIELD-MISSING" || field !== "account") return finding;
  const [, body = ""] = /\baccounts = \{([^}]*)\}/.exec(textOf(accountsFile)) ?? [];
  const names = [...body.matchAll(/^\s*(\w+):/gm)].map(([, each = ""]) => each);
  const lines = textOf(file).split("\n");
  const [wrong] = lines.flatMap((text, index) => {
    const [, name = ""] = /\baccount: accounts\.(\w+)/.exec(text) ?? [];
    return name === "" || names.includes(name) ? [] : [{ name, line: index + 1 }];
  });
  if (wrong === undefined) return finding;
  const { name, line } = wrong;
  const near = nearest(name, names);
  return error({ file, line, field }, code, {
    found: `accounts.${name}, which does not exist in ${accountsFile}`,
    allowed: list(
      names.map((each) => `accounts.${each}`),
      "or",
    ),
    fix: near === undefined ? `add ${name} there` : `write accounts.${near}`,
  });
}

function textOf(file: string): string {
  try {
    return fs.readFileSync(path.resolve(__dirname, "../..", file), "utf8");
  } catch {
    return "";
  }
}
