import {
  type Command as CommandLineOf,
  type CommandLine,
  notOneOf,
  type Options,
  printHelp,
  readCommandLine,
  refuseCommandLine,
} from "@pipelines/findings/command-line";
import type { Finding } from "@pipelines/findings/finding";
import { type Streams, textStreams } from "@pipelines/findings/output";
import type { EnvironmentDescription } from "@pipelines/image-definition/environment-description";
import { Access, type ClientSettings, loadClients } from "./access";
import { readEnvironments } from "./environments";
import { explained, OperationFailed } from "./failure";

/** Everything that a command receives in addition to its arguments. */
export interface Surroundings {
  readonly environments: readonly EnvironmentDescription[];
  readonly access: (environment: EnvironmentDescription) => Access;
  /** Output for people goes to `err`, so that with `--json`, `out` is only for machines. */
  readonly streams: Streams;
  readonly now: () => Date;
  /** Real milliseconds. */
  readonly wait: (milliseconds: number) => Promise<void>;
}

const common = {
  profile: {
    type: "string",
    multiple: true,
    value: "[<environment>=]<name>",
    help: "profile in the AWS CLI's files, for all environments or one",
  },
  json: { type: "boolean", help: "the result as JSON" },
} as const satisfies Options;

export interface Command<O extends Options> extends Pick<CommandLineOf<O>, "name" | "about" | "takes" | "options"> {
  /** Printed on Ctrl-C: what is left unchanged, and how to continue. */
  readonly interrupted: string;
  /** The page that describes the command. @default "docs/operations.md" */
  readonly page?: string;
  /** Reports options that cannot be combined. @default nothing */
  readonly check?: (args: Parsed<O>) => Finding[];
  /** @returns the exit code */
  readonly run: (args: Parsed<O>, surroundings: Surroundings) => Promise<number>;
}

/** Option values by name, and the arguments. */
export type Parsed<O extends Options> = CommandLine<O & typeof common>;

/** Runs a command in the given context, and turns a failure into a message. */
export async function execute<O extends Options>(
  command: Command<O>,
  args: readonly string[],
  surroundings: (profiles: readonly string[]) => Promise<Surroundings>,
  streams: Streams,
  environment: NodeJS.ProcessEnv = {},
): Promise<number> {
  const full = {
    ...command,
    name: `npm run ${command.name}`,
    options: { ...command.options, ...common },
    more: `For details, see ${command.page ?? "docs/operations.md"}.`,
  };
  let read = readCommandLine(full, args, environment);
  if (!("help" in read)) {
    const wrong = command.check?.(read) ?? [];
    if (wrong.length > 0) read = refuseCommandLine(full, wrong, read.values);
  }
  if ("help" in read) return printHelp(read, streams);
  const values = read.values as { json?: boolean; profile?: string[] };
  try {
    return await command.run(read, await surroundings(values.profile ?? []));
  } catch (error) {
    const { findings, message } = explained(error);
    if (values.json === true) streams.out(`${JSON.stringify({ findings })}\n`);
    else if (message !== "") streams.err(`${message}\n`);
    return 1;
  }
}

/** The context in which this process runs. */
async function processSurroundings(profiles: readonly string[], streams: Streams): Promise<Surroundings> {
  const asked = readEnvironments();
  // Meanwhile, the app runs in another process.
  loadClients();
  const environments = await asked;
  const names = environments.map(({ environment }) => environment);
  const unknown = profiles
    .flatMap((profile) => profile.split("=").slice(0, -1))
    .filter((name) => !names.includes(name));
  if (unknown.length > 0) {
    throw new OperationFailed(unknown.map((name) => notOneOf("--profile", "<environment>", name, names)));
  }
  return {
    environments,
    access: (environment) => new Access(environment, credentialsFor(environment.environment, profiles)),
    streams,
    now: () => new Date(),
    wait: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  };
}

/** `staging=corp-staging` is for staging, `corp` is for all others. */
function credentialsFor(environment: string, profiles: readonly string[]): ClientSettings {
  const own = profiles.find((profile) => profile.startsWith(`${environment}=`))?.slice(environment.length + 1);
  const profile = own ?? profiles.find((each) => !each.includes("="));
  if (profile !== undefined) return { profile };
  const { AWS_ACCESS_KEY_ID: accessKeyId, AWS_SECRET_ACCESS_KEY: secretAccessKey } = process.env;
  if (!accessKeyId || !secretAccessKey) return {};
  // If both are set, the SDK prefers AWS_PROFILE; the AWS CLI prefers the keys.
  return { credentials: { accessKeyId, secretAccessKey, sessionToken: process.env["AWS_SESSION_TOKEN"] } };
}

/** Runs a command as a process, with its arguments, its exit code and Ctrl-C. */
export function main<O extends Options>(command: Command<O>): void {
  // On every run, the SDK warns about the end of support for Node 20, which the user cannot change.
  process.env["AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED"] = "true";
  // Names, tags and reasons come from AWS and from other people. In JSON, an escape sequence represents the same
  // character.
  const streams = textStreams;
  process.on("SIGINT", () => {
    process.stderr.write(`\nInterrupted. ${command.interrupted}\n`);
    process.exit(130);
  });
  const surroundings = (profiles: readonly string[]) => processSurroundings(profiles, streams);
  void execute(command, process.argv.slice(2), surroundings, streams, process.env).then((code) => {
    process.exitCode = code;
  });
}
