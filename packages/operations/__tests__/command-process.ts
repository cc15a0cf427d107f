import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import type { EnvironmentDescription } from "@pipelines/image-definition/environment-description";
import type { LocalAws } from "@pipelines/local-aws/local-aws";
import { inheritedEnvironment } from "@pipelines/terraform/terraform";
import { temporaryFolder } from "@pipelines/testing/temporary-folder";
import { projectCopy } from "@pipelines/testing/exporting";
import { dockerfile } from "@pipelines/testing/clients";
import type { Ran } from "@pipelines/testing/local-environments";

const main = `
import * as path from "node:path";
import { App } from "cdktf";
import { image } from "@pipelines/image-definition/load-image";
import { EnvironmentStack } from "./stacks/environment/environment-stack";
import { readOptions } from "./stacks/synthesis/options";
import { synthesize } from "./stacks/synthesis/synthesize";
import { VersionLock } from "@pipelines/version-lock/version-lock";
import type { Versions } from "@pipelines/version-lock/versions";

class TestStack extends EnvironmentStack {
  public constructor(app: App, versions: Versions, environment: string, account: string) {
    super(app, versions, { environment, account, region: "eu-west-1", images: [image("web")] });
  }
}

const options = readOptions(process.argv.slice(2), process.env);
const versions = VersionLock.open(path.join(__dirname, "image-versions.lock"), options);
const app = new App({ stackTraces: false, skipValidation: true });
new TestStack(app, versions, "staging", "444455556666");
new TestStack(app, versions, "prod", "777788889999");
process.exitCode = synthesize(app, versions, options);
`;

const definition = `export default {
  components: [{ document: "hello.yaml" }],
  repository: "web",
  channels: ["stable"],
};
`;

const document = `schemaVersion: 1.0
phases:
  - name: test
    steps:
      - name: Hello
        action: ExecuteBash
        inputs:
          commands:
            - echo hello
`;

/** This project with the environments staging and prod, each in its own account and with the image web. */
export class OperatedProject {
  private readonly folder = projectCopy();
  public readonly staging: EnvironmentDescription;
  public readonly prod: EnvironmentDescription;

  public constructor() {
    fs.mkdirSync(path.join(this.folder, "images/web"));
    const files = {
      "main.ts": main,
      "images/web/image.ts": definition,
      "images/web/hello.yaml": document,
      "images/web/Dockerfile": dockerfile,
    };
    for (const [file, text] of Object.entries(files)) fs.writeFileSync(path.join(this.folder, file), text);
    const args = ["--require", "./typescript.cjs", "main.ts", "--describe"];
    const { stdout, stderr } = spawnSync(process.execPath, args, {
      cwd: this.folder,
      env: { ...inheritedEnvironment(), CDKTF_OUTDIR: path.join(temporaryFolder(), "out") },
      encoding: "utf8",
    });
    const [staging, prod] = JSON.parse(stdout || "[]") as EnvironmentDescription[];
    if (staging === undefined || prod === undefined) throw new Error(stderr);
    this.staging = staging;
    this.prod = prod;
  }

  public edit(file: string, change: (text: string) => string): void {
    const place = path.join(this.folder, file);
    fs.writeFileSync(place, change(fs.readFileSync(place, "utf8")));
  }

  /**
   * Starts a command the way `npm run` does.
   *
   * @param config text of the AWS CLI's config file
   */
  public start(
    command: "ancestry" | "build" | "promote" | "revoke" | "status",
    args: readonly string[],
    aws: Pick<LocalAws, "endpoint">,
    { config, env = {} }: { readonly config?: string; readonly env?: Readonly<Record<string, string>> },
  ): { readonly child: ChildProcess; readonly ended: Promise<Ran> } {
    const home = temporaryFolder();
    const file = path.join(home, "config");
    if (config !== undefined) fs.writeFileSync(file, config);
    const child = spawn(
      process.execPath,
      ["--require", "./typescript.cjs", `packages/operations/${command}-cli.ts`, ...args],
      {
        cwd: this.folder,
        env: {
          ...inheritedEnvironment(),
          HOME: home,
          AWS_ENDPOINT_URL: aws.endpoint,
          AWS_CONFIG_FILE: config === undefined ? os.devNull : file,
          AWS_SHARED_CREDENTIALS_FILE: os.devNull,
          AWS_EC2_METADATA_DISABLED: "true",
          ...env,
        },
      },
    );
    let out = "";
    let err = "";
    child.stdout.on("data", (chunk: Buffer) => (out += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (err += chunk.toString()));
    const ended = new Promise<Ran>((resolve) => {
      child.on("close", (code, signal) => {
        resolve({ code: code ?? -1, out, err: signal === null ? err : `${err}ended by ${signal}` });
      });
    });
    return { child, ended };
  }
}

/** Profiles named after the environments, each with keys for its account. */
export function profilesOf(...places: readonly EnvironmentDescription[]): string {
  return places
    .map(
      ({ environment, account }) =>
        `[profile ${environment}]\naws_access_key_id = ${account}\naws_secret_access_key = local\n`,
    )
    .join("\n");
}
