import { readCommandLine, refuseCommandLine, wrongOption, type CommandHelp } from "@pipelines/findings/command-line";
import type { Finding, Words } from "@pipelines/findings/finding";
import type { Purpose } from "@pipelines/permissions/policy-context";
import { quote } from "@pipelines/findings/text";

/** Options of an export, from the command line. */
export interface ExportOptions {
  /** @default every stack whose state is not a file in this repository */
  readonly stacks: readonly string[] | undefined;
  readonly out: string | undefined;
  readonly backend: "keep" | "cloud" | "none";
  readonly organization: string | undefined;
  readonly workspace: string | undefined;
  readonly hostname: string | undefined;
  /** Folder or address that providers come from, instead of the registry. */
  readonly mirror: string | undefined;
  /** Whether to overwrite files from an earlier export. */
  readonly replace: boolean;
  /** Purpose of the permissions to print instead of writing anything. */
  readonly policy: Purpose | undefined;
  /** Whether to accept that the version lock's git history cannot be read. */
  readonly withoutHistory: boolean;
}

const backends = ["keep", "cloud", "none"] as const;
const purposes = ["deploy", "plan", "operate", "read"] as const satisfies readonly Purpose[];

const command = {
  name: "npm run export",
  about: `Writes what an HCP Terraform workspace or another team needs to deploy a stack, with no trace of CDKTF.`,
  takes: ["[<stack> …]"],
  options: {
    stack: {
      type: "string",
      multiple: true,
      help: "the stack to export, same as <stack>; default: every stack whose state is not a file in this repository",
    },
    out: {
      type: "string",
      value: "<folder>",
      help: "where to write: this folder for one stack, or a folder in it for each of several stacks; default: export.out/<stack>",
    },
    backend: {
      type: "string",
      help:
        "where the state will be: none by default, for VCS-driven workspaces of HCP Terraform, or to bring your own; " +
        "cloud for CLI-driven workspaces; keep for the stack's own",
      choices: backends,
    },
    organization: { type: "string", help: "organization for --backend cloud, which requires it" },
    workspace: { type: "string", help: "workspace for --backend cloud; default: the stack's name" },
    hostname: { type: "string", help: "host name for --backend cloud; default: app.terraform.io" },
    mirror: {
      type: "string",
      value: "<place>",
      help: "take providers for .terraform.lock.hcl from this folder or https:// address",
    },
    replace: {
      type: "boolean",
      help: "overwrite files from an earlier export; other files in the folder are kept",
    },
    policy: {
      type: "boolean",
      help:
        "only print the IAM policy needed to deploy the stack, including its state unless --backend says " +
        "otherwise; use npm run -s export so that npm itself prints nothing",
    },
    "without-history": {
      type: "boolean",
      help: "use only the version lock if its git history cannot be read",
    },
    for: {
      type: "string",
      help: "what the policy from --policy is for: operate covers build, promote, revoke and status; read covers what a promotion needs in the environment that an image comes from",
      choices: purposes,
    },
  },
} as const;

/** Reads the command line. */
export function readOptions(
  args: readonly string[],
  environment: NodeJS.ProcessEnv = process.env,
): ExportOptions | CommandHelp {
  const read = readCommandLine(command, args, environment);
  if ("help" in read) return read;
  const { values, positionals } = read;
  const stacks = [...(values.stack ?? []), ...positionals];
  const backend = values.backend ?? (values.policy ? "keep" : "none");
  const options = {
    stacks: stacks.length === 0 ? undefined : [...new Set(stacks)],
    out: values.out,
    backend: backends.find((known) => known === backend) ?? "none",
    organization: values.organization,
    workspace: values.workspace,
    hostname: values.hostname,
    mirror: values.mirror,
    replace: values.replace === true,
    policy: values.policy ? (purposes.find((known) => known === values.for) ?? "deploy") : undefined,
    withoutHistory: values["without-history"] === true,
  };
  const findings = [...checkBackend(backend, options), ...checkPolicy(values.for, options)];
  return findings.length > 0 ? refuseCommandLine(command, findings) : options;
}

function checkPolicy(purpose: string | undefined, { policy, stacks }: ExportOptions): Finding[] {
  if (policy === undefined) {
    return purpose === undefined
      ? []
      : [wrong("--for", { found: "--for without --policy", allowed: "it with --policy" })];
  }
  const findings: Finding[] = [];
  if (stacks?.length !== 1) {
    const found = stacks === undefined ? "no stack" : `${stacks.length} stacks`;
    findings.push(wrong("--policy", { found, allowed: "one stack: npm run -s export -- --policy <stack>" }));
  }
  return findings;
}

/** https://developer.hashicorp.com/terraform/cloud-docs/workspaces/create: letters, numbers, - and _, at most 90. */
const cloudName = /^[A-Za-z0-9][A-Za-z0-9_-]{0,89}$/;
const hostName = /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+(:\d{1,5})?$/i;

function checkBackend(backend: string, { stacks, organization, workspace, hostname }: ExportOptions): Finding[] {
  const findings: Finding[] = [];
  const forCloud = Object.entries({ organization, workspace, hostname }).filter(([, value]) => value !== undefined);
  if (backend !== "cloud") {
    return forCloud.map(([name]) =>
      wrong(`--${name}`, { found: `--${name} without --backend cloud`, allowed: "it only with --backend cloud" }),
    );
  }
  if (organization === undefined) {
    const words = { found: "--backend cloud without an organization", allowed: "--organization <name>" };
    findings.push(wrong("--organization", words));
  }
  for (const [name, value = ""] of forCloud) {
    if ((name === "hostname" ? hostName : cloudName).test(value)) continue;
    const allowed = name === "hostname" ? "a host name, such as app.terraform.io" : "letters, digits, - and _";
    findings.push(wrong(`--${name}`, { found: quote(value), allowed }));
  }
  if (workspace !== undefined && stacks?.length !== 1) {
    findings.push(
      wrong("--workspace", {
        found: `one workspace for ${stacks === undefined ? "every stack" : `${stacks.length} stacks`}`,
        allowed: "one workspace per stack; without --workspace, it has the stack's name",
        fix: "name the stack: --stack <name> --workspace <name>",
      }),
    );
  }
  return findings;
}

/** Returns a finding about a mistake on the command line. */
export function wrong(field: string, words: Words): Finding {
  return wrongOption(command.name, field, words);
}
