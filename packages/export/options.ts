import { readCommandLine, refuseCommandLine, wrongOption, type CommandHelp } from "@pipelines/findings/command-line";
import type { Finding, Words } from "@pipelines/findings/finding";
import type { Purpose } from "@pipelines/permissions/policy-context";
import { nearest } from "@pipelines/findings/nearest";
import { list, quote } from "@pipelines/findings/text";

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
  /** Whose permissions to print, and write nothing. */
  readonly policy: Purpose | undefined;
  /** Whether git's history of the version lock need not be seen. */
  readonly withoutHistory: boolean;
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
  --without-history     do with the version lock alone where git's history of it cannot be seen
  --policy              only print the IAM policy that deploying the stack needs, its state included unless
                        --backend says otherwise: npm run -s export, so that npm prints nothing before it
  --for plan            with --policy: what planning needs, which reads and changes nothing
        operate         what build, promote, revoke and status need of an environment
        read            what a promotion needs of the environment that an image is from
`;

const command = {
  name: "npm run export",
  usage,
  options: {
    stack: { type: "string", multiple: true },
    out: { type: "string" },
    backend: { type: "string" },
    organization: { type: "string" },
    workspace: { type: "string" },
    hostname: { type: "string" },
    mirror: { type: "string" },
    replace: { type: "boolean", default: false },
    policy: { type: "boolean", default: false },
    "without-history": { type: "boolean", default: false },
    for: { type: "string" },
  },
  takes: { what: "stacks", most: Infinity },
} as const;

const backends = ["keep", "cloud", "none"] as const;
const purposes = ["deploy", "plan", "operate", "read"] as const satisfies readonly Purpose[];

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
    replace: values.replace,
    policy: values.policy ? (purposes.find((known) => known === values.for) ?? "deploy") : undefined,
    withoutHistory: values["without-history"],
  };
  const findings = [...checkBackend(backend, options), ...checkPolicy(values.for, options)];
  return findings.length > 0 ? refuseCommandLine(usage, findings) : options;
}

function checkPolicy(purpose: string | undefined, { policy, stacks }: ExportOptions): Finding[] {
  if (policy === undefined) {
    return purpose === undefined
      ? []
      : [wrong("--for", { found: "--for without --policy", allowed: "it with --policy" })];
  }
  const findings: Finding[] = [];
  if (purpose !== undefined && !purposes.some((known) => known === purpose)) {
    findings.push(wrong("--for", { found: quote(purpose), allowed: list(purposes, "or") }));
  }
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

/** A mistake on the command line. */
export function wrong(field: string, words: Words): Finding {
  return wrongOption(command.name, field, words);
}
