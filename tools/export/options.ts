import { parseArgs } from "node:util";
import { error, type Finding, type Words } from "../../checks/finding";
import { nearest } from "../../checks/nearest";
import { list, quote } from "../../checks/text";

/** What the command line asks of an export. */
export interface ExportOptions {
  /** @default every stack whose state is not a file of this repository */
  readonly stacks: readonly string[] | undefined;
  readonly out: string | undefined;
  readonly backend: "keep" | "cloud" | "none";
  readonly organization: string | undefined;
  readonly workspace: string | undefined;
  readonly hostname: string | undefined;
  /** Folder or address that providers come from, instead of the registry. */
  readonly mirror: string | undefined;
  /** Whether files of an earlier export are overwritten. */
  readonly replace: boolean;
  /** Whether to print the policy of the permissions that a deploy needs, and write nothing. */
  readonly policy: boolean;
}

export const usage = `usage: npm run export -- [<stack> …] [<option> …]

  --stack <name>        which stack, as <stack> alone does; both may be given several times
                        (default: every stack whose state is not a file of this repository)
  --out <folder>        where to: the folder itself for one stack, else a folder of it for each stack
                        (default: export.out/<stack>)
  --backend none        no backend: for VCS-driven workspaces of HCP Terraform, or to bring your own (default)
            cloud       a cloud block, for CLI-driven workspaces; needs --organization <name>, and takes
                        --workspace <name> (default: the stack's name) and --hostname <name>
            keep        the stack's own
  --mirror <place>      take providers for .terraform.lock.hcl from this folder or https:// address
  --replace             overwrite what an earlier export wrote; other files of the folder stay
  --policy              only print the IAM policy that deploying the stack needs
`;

const values = {
  stack: { type: "string", multiple: true },
  out: { type: "string" },
  backend: { type: "string" },
  organization: { type: "string" },
  workspace: { type: "string" },
  hostname: { type: "string" },
  mirror: { type: "string" },
  replace: { type: "boolean" },
  policy: { type: "boolean" },
  help: { type: "boolean" },
} as const;

const backends = ["keep", "cloud", "none"] as const;

/** Reads the command line. `--help` gives the usage; a mistake gives findings. */
export function readOptions(args: readonly string[]): ExportOptions | "help" | readonly Finding[] {
  const {
    values: given,
    positionals,
    tokens,
  } = parseArgs({
    args: [...args],
    options: values,
    strict: false,
    tokens: true,
  });
  if (given.help === true) return "help";
  const findings: Finding[] = [];
  const text: Partial<Record<string, string>> = {};
  const seen = new Set<string>();
  for (const token of tokens) {
    if (token.kind !== "option") continue;
    const option = Object.hasOwn(values, token.name) ? values[token.name as keyof typeof values] : undefined;
    if (option === undefined) {
      findings.push(unknownOption(token.rawName));
    } else if (option.type === "boolean") {
      if (token.value !== undefined) findings.push(wrong(token.rawName, { found: "a value", allowed: "none" }));
    } else if (token.value === undefined || token.value === "" || /^--/.test(token.value)) {
      findings.push(wrong(token.rawName, { found: "no value", allowed: `${token.rawName} <value>` }));
    } else if (seen.has(token.name) && !("multiple" in option)) {
      findings.push(wrong(token.rawName, { found: "it twice", allowed: "it once" }));
    } else {
      text[token.name] = token.value;
    }
    seen.add(token.name);
  }
  const stacks = [...(given.stack ?? []), ...positionals].map(String);
  const backend = text["backend"] ?? "none";
  const options = {
    stacks: stacks.length === 0 ? undefined : [...new Set(stacks)],
    out: text["out"],
    backend: backends.find((known) => known === backend) ?? "none",
    organization: text["organization"],
    workspace: text["workspace"],
    hostname: text["hostname"],
    mirror: text["mirror"],
    replace: given.replace === true,
    policy: given.policy === true,
  };
  findings.push(...checkBackend(backend, options));
  return findings.length > 0 ? findings : options;
}

/** https://developer.hashicorp.com/terraform/cloud-docs/workspaces/create: letters, numbers, - and _, at most 90. */
const cloudName = /^[A-Za-z0-9][A-Za-z0-9_-]{0,89}$/;
const hostName = /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+(:\d{1,5})?$/i;

function checkBackend(backend: string, { stacks, organization, workspace, hostname }: ExportOptions): Finding[] {
  const findings: Finding[] = [];
  if (!backends.some((known) => known === backend)) {
    const near = nearest(backend, backends);
    findings.push(
      wrong("--backend", {
        found: `the backend ${quote(backend)}`,
        allowed: list(backends, "or"),
        ...(near === undefined ? {} : { fix: `write --backend ${near}` }),
      }),
    );
    return findings;
  }
  const forCloud = Object.entries({ organization, workspace, hostname }).filter(([, value]) => value !== undefined);
  if (backend !== "cloud") {
    return forCloud.map(([name]) =>
      wrong(`--${name}`, { found: `--${name} without --backend cloud`, allowed: "it with --backend cloud only" }),
    );
  }
  if (organization === undefined) {
    const words = { found: "--backend cloud without an organization", allowed: "--organization <name>" };
    findings.push(wrong("--organization", words));
  }
  for (const [name, value = ""] of forCloud) {
    if ((name === "hostname" ? hostName : cloudName).test(value)) continue;
    const allowed = name === "hostname" ? "the name of a host, such as app.terraform.io" : "letters, digits, - and _";
    findings.push(wrong(`--${name}`, { found: quote(value), allowed }));
  }
  if (workspace !== undefined && stacks?.length !== 1) {
    findings.push(
      wrong("--workspace", {
        found: `one workspace for ${stacks === undefined ? "every stack" : `${stacks.length} stacks`}`,
        allowed: "a workspace for each stack: without --workspace, it has the stack's name",
        fix: "name the stack: --stack <name> --workspace <name>",
      }),
    );
  }
  return findings;
}

function unknownOption(option: string): Finding {
  const known = Object.keys(values).map((name) => `--${name}`);
  const near = nearest(option, known);
  return wrong(option, {
    found: `the option ${quote(option)}`,
    allowed: list(known),
    ...(near === undefined ? {} : { fix: `write ${near}` }),
  });
}

/** A mistake on the command line. */
export function wrong(field: string, words: Words): Finding {
  return error({ file: "npm run export", field }, "IB-EXPORT-OPTION", words);
}
