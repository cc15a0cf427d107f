import * as path from "node:path";
import { type App, TerraformStack } from "cdktf";
import { callersIn } from "@pipelines/findings/thrown";
import { isRecord } from "@pipelines/findings/values";
import { addCheck } from "../../constructs/attach";
import type { ContainerImage } from "../../constructs/container-image";
import { type At, error, type Finding, hasErrors } from "@pipelines/findings/finding";
import { partitionOf } from "@pipelines/facts/regions";
import type { Place } from "../../constructs/place";
import { namePrefix } from "@pipelines/image-definition/full-names";
import type { Versions } from "@pipelines/version-lock/versions";
import { checkNeighbours } from "./check-collisions";
import { checkFirstBuilds } from "./check-first-builds";
import { deployOrder } from "./check-groups";
import { checkAnywhere, checkPlace, checkSettings } from "./check-settings";
import { type EnvironmentSettings, fullName, readSettings, type ResolvedSettings } from "./environment-settings";
import { definedImages, ImageStack } from "./image-stack";
import { type ProjectSettings, readProject } from "./project-settings";

/**
 * Everything needed to build the images of one environment, in one account and region: a stack with its own state, and
 * a further stack for each group of images.
 *
 * A subclass only sets the settings.
 */
export abstract class EnvironmentStack extends ImageStack {
  /** All images in the environment, including those in its groups. */
  public readonly allImages: ReadonlyMap<string, ContainerImage>;
  /** The stacks of its groups, in the order in which they can be deployed. */
  public readonly groups: readonly ImageStack[];

  protected constructor(app: App, versions: Versions, given: EnvironmentSettings) {
    const project = readProject(app);
    const file = fileOfClass();
    const { value: settings, findings } = readSettings(given, file, project.value);
    const place = placeOf(settings);
    const built = new Map<string, ContainerImage>();
    const environment = {
      settings,
      place,
      file,
      versions,
      defined: definedImages(settings, place, versions),
      built,
      foreignLogGroups: () => foreignLogGroups(app, place, built),
    };
    super(app, unusedId(app, given, project.value), environment);
    this.allImages = built;
    addCheck(this, [...project.findings, ...findings, ...this.check(findings, versions), ...checkOrder(app)]);
    this.groups = deployOrder(settings).flatMap((name) => {
      const { stack } = settings.groups?.get(name) ?? {};
      // A check reports a name that another stack already has, or that would make CDKTF throw.
      if (stack === undefined || /\s/.test(stack) || app.node.tryFindChild(stack) !== undefined) return [];
      return new ImageStack(app, stack, environment, name);
    });
    for (const stack of [this, ...this.groups]) stack.finish();
    for (const group of this.groups) {
      const parents = [...group.images.values()].flatMap(({ parent }) => parent ?? []);
      for (const other of new Set([this, ...parents.map((parent) => TerraformStack.of(parent))])) {
        if (other !== group) group.addDependency(other);
      }
    }
  }

  /**
   * `findings`: mistakes in the structure of the settings. Fields with such mistakes have placeholders, which are not
   * checked.
   */
  private check(findings: readonly Finding[], versions: Versions): Finding[] {
    const { settings, place, file } = this;
    const unknown = findings.some(({ field = "" }) => ["", "environment", "account", "region"].includes(field));
    const wrong = unknown ? [] : checkPlace(settings, file);
    const anywhere = [...wrong, ...checkAnywhere(settings, file)];
    if (unknown || hasErrors(wrong)) return anywhere;
    const stacks = this.node.scope?.node.children ?? [];
    const others = stacks.filter((child) => child instanceof EnvironmentStack).filter((child) => child !== this);
    return [
      ...anywhere,
      ...checkSettings(settings, place, file),
      ...checkFirstBuilds(settings, versions),
      ...checkNeighbours(this, others, file),
    ];
  }
}

/**
 * Returns log groups of other environments in the account whose names start with this one's, like `dev-critical` for
 * `dev`.
 */
function foreignLogGroups(
  app: App,
  { account, environment }: Place,
  own: ReadonlyMap<string, ContainerImage>,
): string[] {
  return app.node.children
    .filter((child) => child instanceof EnvironmentStack)
    .filter(({ place }) => place.account === account && place.environment.startsWith(`${environment}-`))
    .flatMap((other) => {
      const beginnings = ["", "pipeline/"].map((kind) => `/aws/imagebuilder/${kind}${namePrefix(other.place)}`);
      // Uses a wildcard, so that a new image in the other environment changes nothing here, unless an image in this one
      // has a name that the wildcard matches.
      const isAlike = logGroupsOf(own).some((name) => beginnings.some((beginning) => name.startsWith(beginning)));
      return isAlike ? logGroupsOf(other.allImages) : beginnings.map((beginning) => `${beginning}*`);
    });
}

/** Returns the names of the log groups of an environment's images, and of the log streams in those groups. */
function logGroupsOf(images: ReadonlyMap<string, ContainerImage>): string[] {
  const groups = [...images.values()].flatMap(({ logGroup, pipelineLogGroup }) => [logGroup, pipelineLogGroup]);
  return groups.flatMap(({ nameInput = "" }) => [nameInput, `${nameInput}:*`]);
}

function placeOf({ environment, account, region, encryptionKey }: ResolvedSettings): Place {
  return { environment, account, region, partition: partitionOf(region), encryptionKey };
}

/**
 * Returns the environment's name. If the name would make CDKTF throw, which would hide every other mistake, returns a
 * similar name; the environment's checks report what is wrong with it.
 */
function unusedId(app: App, settings: unknown, project: ProjectSettings): string {
  const environment = isRecord(settings) ? settings.environment : undefined;
  const id =
    (typeof environment === "string" && fullName(environment, project).replaceAll(/[^A-Za-z0-9_-]/g, "-")) || "unnamed";
  return app.node.tryFindChild(id) === undefined ? id : `${id}-${app.node.children.length}`;
}

/** Type of the app's metadata that holds the line after which no environment may be added. */
const endKey = "end of environments";

/** Ends the list of environments: the stacks of their accounts exist, and one added later would have none. */
export function endEnvironments(app: App): void {
  app.node.addMetadata(endKey, callersIn(root).find(({ file }) => file === "main.ts") ?? { file: "main.ts" });
}

/** All late environments get the same message, because it is a single mistake. */
function checkOrder(app: App): Finding[] {
  const ends = app.node.metadata.filter(({ type }) => type === endKey);
  return ends.map(({ data }) =>
    error(data as At, "IB-ENVIRONMENT-LATE", {
      found: "AccountStack.forEnvironmentsOf before the last environment",
      allowed: "it after all environments, because it creates what their accounts need",
      fix: "move it below the last environment",
    }),
  );
}

const root = path.resolve(__dirname, "../..");

/** Returns the file of the subclass that is being created, or `main.ts`. */
function fileOfClass(): string {
  const files = callersIn(root).map(({ file }) => file);
  return files.findLast((file) => file !== "main.ts") ?? "main.ts";
}
