import * as fs from "node:fs";
import * as path from "node:path";
import { dockerfile } from "./clients";

/** A test's environments and images, which replace the project's own in a copy of it. */
export interface SmallTree {
  /** Settings of each environment, by its name, as TypeScript: `images: [image("one")], deletionProtection: true`. */
  readonly environments: Readonly<Record<string, string>>;
  /** Fields of each image's definition, by its name, as TypeScript; the definition already has a component. */
  readonly images: Readonly<Record<string, string>>;
  /** Project settings, as TypeScript. @default none */
  readonly project?: string;
}

/** Account and region of environments that set no others. */
export const smallTreePlace = { account: "123456789012", region: "eu-west-1" } as const;

/**
 * Writes these environments and images into a copy of the project. Replaces the copy's `main.ts`, `stacks/*-stack.ts`
 * and `images/`, but does not change its lock.
 */
export function writeSmallTree(folder: string, { environments, images, project = "" }: SmallTree): void {
  const write = (file: string, text: string): void => {
    fs.mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    fs.writeFileSync(path.join(folder, file), text);
  };
  const stacks = path.join(folder, "stacks");
  for (const name of fs.readdirSync(stacks)) if (name.endsWith("-stack.ts")) fs.rmSync(path.join(stacks, name));
  fs.rmSync(path.join(folder, "images"), { recursive: true });
  const names = Object.keys(environments);
  write("main.ts", mainOf(fs.readFileSync(path.join(folder, "main.ts"), "utf8"), names));
  write("stacks/accounts.ts", accountsWith(project));
  for (const [name, settings] of Object.entries(environments))
    write(`stacks/${name}-stack.ts`, stackOf(name, settings));
  fs.mkdirSync(path.join(folder, "images"));
  for (const [name, definition] of Object.entries(images)) {
    write(`images/${name}/image.ts`, imageOf(definition));
    write(`images/${name}/Dockerfile`, dockerfile);
    write(`images/${name}/install.yaml`, documentOf(name));
  }
}

/** Returns the project's own `main.ts`, with these environments. */
function mainOf(main: string, environments: readonly string[]): string {
  const imports = environments.map((name) => `import { ${classOf(name)} } from "./stacks/${name}-stack";`);
  const made = environments.map((name) => `    new ${classOf(name)}(app, versions);`);
  return main
    .replace(/^import \{ \w+Stack \} from ".\/stacks\/[\w-]+-stack";\n/gm, "")
    .replace(/^ *new \w+Stack\(app, versions\);\n/gm, "")
    .replace(/^run\(/m, `${imports.join("\n")}\n\n$&`)
    .replace(/^ *addStacks\(.*$/m, ["$&", ...made].join("\n"));
}

function accountsWith(project: string): string {
  return `import type { ProjectSettings } from "./environment/project-settings";
import type { TrustSettings } from "./account/trust-settings";

export const region = "${smallTreePlace.region}";
export const accounts = {
  own: "${smallTreePlace.account}",
} as const;
export const project: ProjectSettings = { ${project} };
export const trust: TrustSettings = {};
`;
}

function classOf(environment: string): string {
  return `${environment.charAt(0).toUpperCase()}${environment.slice(1)}Stack`;
}

function stackOf(environment: string, settings: string): string {
  return `import { App } from "cdktf";
import { image } from "@pipelines/image-definition/load-image";
import { Versions } from "@pipelines/version-lock/versions";
import { accounts, region } from "./accounts";
import { EnvironmentStack } from "./environment/environment-stack";

export class ${classOf(environment)} extends EnvironmentStack {
  public constructor(app: App, versions: Versions) {
    super(app, versions, {
      environment: "${environment}",
      account: accounts.own,
      region,
      ...{ ${settings} },
    });
  }
}
`;
}

function imageOf(definition: string): string {
  return `import { ImageDefinition } from "@pipelines/image-definition";

const image: ImageDefinition = { components: [{ document: "install.yaml" }], ${definition} };
export default image;
`;
}

function documentOf(name: string): string {
  return `name: install
description: Writes the image's name
schemaVersion: 1.0
phases:
  - name: build
    steps:
      - name: Install
        action: ExecuteBash
        inputs:
          commands:
            - echo ${name} > /etc/image-name
`;
}
