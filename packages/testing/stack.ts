import * as path from "node:path";
import { App, TerraformStack, Testing } from "cdktf";
import { asksForTerraform, findingsOf } from "../../constructs/attach";
import { formatFinding } from "@pipelines/findings/report";
import { type Image, isPlaced, type PlacedImage } from "@pipelines/image-definition/image";
import type { ImageDefinition, ImageOverrides } from "@pipelines/image-definition";
import { resolveImage } from "@pipelines/image-definition/load-image";
import type { EnvironmentSettings } from "../../stacks/environment/environment-settings";
import { EnvironmentStack } from "../../stacks/environment/environment-stack";
import { addProvider } from "../../stacks/environment/provider";
import type { Versions } from "@pipelines/version-lock/versions";
import type { Place } from "../../constructs/place";
import { helloWorld } from "./fixture-app";
import { temporaryFolder } from "./temporary-folder";

/** Creates an app like the one in `main.ts` that writes its output to a separate folder. */
export function testApp(): App {
  return new App({ stackTraces: false, skipValidation: true, outdir: path.join(temporaryFolder(), "cdktf.out") });
}

/** Creates a stack for one construct, with the provider that the stack needs to be valid. */
export function testStack(): TerraformStack {
  const stack = new TerraformStack(testApp(), "test");
  addProvider(stack, { account: place.account, region: place.region, tags: {} });
  return stack;
}

export const place: Place = { environment: "test", account: "123456789012", region: "eu-west-1", partition: "aws" };

/** Gives every resource its first version. */
export const firstVersions: Versions = {
  versionOf: (request) => `${request.line ?? "1.0"}.0`,
  recipeHas: () => false,
  formerRepositories: () => [],
};

/** Returns the files of the fixture's hello-world, with a different definition. */
export function testImage(definition: Partial<ImageDefinition> = {}, name = "web", overrides?: ImageOverrides): Image {
  return resolveImage({
    name,
    folder: helloWorld,
    definition: { components: [{ document: "hello-world.yaml" }], ...definition },
    overrides,
  });
}

/** Returns an image whose parent is not in the same environment. */
export function placed(image: Image): PlacedImage {
  if (!isPlaced(image)) throw new Error(`the parent of ${image.name} is an image in its environment`);
  return image;
}

export class TestEnvironment extends EnvironmentStack {
  public constructor(app: App, settings: Partial<EnvironmentSettings> = {}, versions = firstVersions) {
    super(app, versions, {
      environment: place.environment,
      account: place.account,
      region: place.region,
      images: [testImage()],
      ...settings,
    });
  }
}

/** Returns what a synth reports about environments with these settings in one app. */
export function reported(...environments: readonly Partial<EnvironmentSettings>[]): string {
  const app = testApp();
  for (const settings of environments) new TestEnvironment(app, settings);
  return findingsOf(app)
    .map((one) => formatFinding(one))
    .join("\n");
}

type Attributes = Readonly<Record<string, unknown>>;

/** A block in `cdk.tf.json`, by type and name, with only the fields that tests read. */
export interface StackJson {
  readonly "//": { readonly metadata: Attributes };
  readonly terraform: {
    readonly backend?: Readonly<Record<string, Attributes>>;
    readonly cloud?: Attributes;
    readonly required_version: string;
    readonly required_providers: Readonly<Record<string, Attributes>>;
  };
  readonly provider: { readonly aws: readonly Attributes[] };
  readonly resource: Readonly<Record<string, Readonly<Record<string, Attributes>>>>;
  readonly variable?: Readonly<Record<string, Attributes>>;
  readonly output?: Readonly<Record<string, { readonly value: unknown; readonly description: string }>>;
}

/** A stack, prepared and synthesized once, including its validations, for CDKTF's matchers and for inspection. */
export class SynthesizedStack {
  public readonly text: string;
  public readonly json: StackJson;

  public constructor(stack: TerraformStack) {
    stack.prepareStack();
    const validated = stack.node.findAll().filter((construct) => !asksForTerraform(construct));
    const mistakes = validated.flatMap(({ node }) => node.validate());
    if (mistakes.length > 0) throw new Error(mistakes.join("\n"));
    this.text = Testing.synth(stack, false);
    this.json = JSON.parse(this.text) as StackJson;
  }

  /** Returns the number of resources of each type. */
  public counts(): Record<string, number> {
    return Object.fromEntries(
      Object.entries(this.json.resource).map(([type, resources]) => [type, Object.keys(resources).length]),
    );
  }

  /** Returns the resources of a type, without the comments that CDKTF adds. */
  public resources(type: string): Attributes[] {
    return Object.values(this.json.resource[type] ?? {}).map((resource) =>
      Object.fromEntries(Object.entries(resource).filter(([attribute]) => attribute !== "//")),
    );
  }

  /** Returns the only resource of a type. */
  public resource(type: string): Attributes {
    const [resource, ...others] = this.resources(type);
    if (resource === undefined || others.length > 0) throw new Error(`${others.length + (resource ? 1 : 0)} × ${type}`);
    return resource;
  }

  /** Returns the Terraform address of the only resource of a type. */
  public address(type: string): string {
    return `${type}.${Object.keys(this.json.resource[type] ?? {}).join("|")}`;
  }

  /** Returns the Terraform addresses of all resources of a type. */
  public addresses(type: string): string[] {
    return Object.keys(this.json.resource[type] ?? {}).map((id) => `${type}.${id}`);
  }

  /** Returns a reference to an attribute of the only resource of a type. */
  public ref(type: string, attribute: string): string {
    return `\${${this.address(type)}.${attribute}}`;
  }
}
