import type { BuildInstance, ImageDefinition } from "@pipelines/image-definition";
import { error, type Finding } from "@pipelines/findings/finding";
import { checkSchedule } from "@pipelines/image-checks/schedule";
import { isImageBuilderArn } from "@pipelines/image-definition/check-image";
import { isList, isRecord } from "@pipelines/findings/values";
import { block, blocks, isTrue, type Kind, kindOf, property, type Source, type SourceResource } from "./source";
import type { Unknowns } from "./unknowns";

type Writable<T> = { -readonly [Field in keyof T]: T[Field] };
type Component = ImageDefinition["components"][number];
type Workflow = NonNullable<ImageDefinition["workflows"]>[number];

/** What a report says of one thing of the source. */
export interface Note {
  readonly kind: "taken" | "changed" | "left out";
  readonly what: string;
  readonly why?: string;
}

/** Settings of the environment that an image was built in. */
export type Settings = Readonly<Record<string, unknown>>;

/** An image as it can be written. */
export interface ImportedImage {
  readonly name: string;
  readonly definition: ImageDefinition;
  /** Dockerfile and documents by their names. */
  readonly files: Readonly<Record<string, string>>;
  readonly settings: Settings;
  readonly notes: readonly Note[];
}

/** Lower case, digits and hyphens. */
export function slug(name: string): string {
  return name
    .replaceAll(/([a-z0-9])([A-Z])/g, "$1-$2")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "");
}

/** Reads the container recipes of a source, and all that belongs to each. */
export class ImageReader {
  public readonly findings: Finding[] = [];
  /** Ids of resources that became a part of an image or of its environment. */
  public readonly used = new Set<string>();
  private readonly byId: ReadonlyMap<string, SourceResource>;
  private readonly byName = new Map<string, string>();
  private notes: Note[] = [];

  public constructor(
    private readonly source: Source,
    private readonly unknowns: Unknowns,
  ) {
    this.byId = new Map(source.resources.map((resource) => [resource.id, resource]));
    // A state knows ARNs and names; what refers to a resource has the same text.
    for (const { id, properties } of source.resources) {
      for (const value of [property(properties, "arn"), property(properties, "repositoryUrl")]) {
        if (typeof value === "string" && value !== "") this.byName.set(value, id);
      }
    }
  }

  public all(kind: Kind): SourceResource[] {
    return this.source.resources.filter(({ type }) => kindOf(type) === kind);
  }

  /** The name of a recipe, component or workflow; its id if its name is unknown. */
  public nameOf(resource: SourceResource): string {
    const name = property(resource.properties, "name");
    return typeof name === "string" && this.unknowns.in(name).length === 0 ? name : resource.id;
  }

  /** @param names of the images of all recipes, by the recipes' ids */
  public read(recipe: SourceResource, names: ReadonlyMap<string, string>): ImportedImage {
    this.notes = [];
    this.used.add(recipe.id);
    const name = names.get(recipe.id) ?? "";
    const { properties } = recipe;
    const files: Record<string, string> = {};
    const text = (field: string): string | undefined => this.text(recipe, property(properties, field), field);
    if (property(properties, "UnclearCondition") !== undefined) text("UnclearCondition");
    const pipeline = this.user("pipeline", recipe);
    const build = this.user("image", recipe);
    const runs = pipeline ?? build;
    const parentImage = this.parent(recipe, names);
    const dockerfile = this.document(recipe, "dockerfileTemplateData", "dockerfileTemplateUri", "Dockerfile", files);
    const components = blocks(properties, "components", "component").map((use, index) =>
      this.component(recipe, use, index, files),
    );
    const distribution = this.distribution(recipe, runs);
    const tags = this.tags(recipe);
    const directory = text("workingDirectory");
    const definition: Partial<Writable<ImageDefinition>> = {
      description: text("description"),
      parentImage,
      platform: this.platform(recipe, parentImage),
      dockerfile: dockerfile === "Dockerfile" ? undefined : dockerfile,
      components,
      ...distribution.definition,
      ...this.pipelineSettings(recipe, pipeline, build, files),
      workingDirectory: directory === "/tmp" ? undefined : directory,
      buildInstance: this.buildInstance(recipe),
      version: this.series(recipe),
      tags,
    };
    if (property(properties, "kmsKeyId") !== undefined)
      this.leaveOut("the recipe's KMS key", "set the environment's encryptionKey");
    if (property(properties, "imageOsVersionOverride") !== undefined) {
      this.leaveOut("the OS version override", "the AWS provider cannot express it");
    }
    const settings = this.settings(
      this.referred(runs, "infrastructureConfigurationArn", "infrastructure"),
      distribution.region,
    );
    return {
      name,
      definition: { ...withoutUndefined(definition), components },
      files,
      settings,
      notes: this.notes,
    };
  }

  /** The text of a field; a finding if something in it is unknown. */
  private text(resource: SourceResource, value: unknown, field: string): string | undefined {
    if (value === undefined || value === null) return undefined;
    for (const { name, what } of this.unknowns.in(value)) {
      const at = { ...resource.at, field: `${resource.at.field ?? resource.id}.${field}` };
      const words = {
        found: `it depends on ${what}`,
        allowed: "a known value",
        fix: `add --parameter '${name}=<value>'`,
      };
      this.findings.push(error(at, "IB-IMPORT-UNRESOLVED", words));
    }
    return typeof value === "string" ? value : JSON.stringify(value);
  }

  /** The text of a field that has to be there. */
  private needed(resource: SourceResource, value: unknown, field: string): string {
    const text = this.text(resource, value, field);
    if (text !== undefined) return text;
    const at = { ...resource.at, field: `${resource.at.field ?? resource.id}.${field}` };
    const words = { found: "no value, as in a plan that has still to be applied", allowed: "a value, or a reference" };
    this.findings.push(error(at, "IB-IMPORT-INCOMPLETE", words));
    return "";
  }

  /** The text of a setting that nothing else needs: left out if something in it is unknown. */
  private known<T>(value: unknown, setting: string, read: (value: unknown) => T): T | undefined {
    const [unknown] = this.unknowns.in(value);
    if (value === undefined) return undefined;
    if (!unknown) return read(value);
    this.leaveOut(setting, `it depends on ${unknown.what}: set it, or add --parameter '${unknown.name}=<value>'`);
    return undefined;
  }

  private resource(value: unknown): SourceResource | undefined {
    const id = this.unknowns.resourceOf(value) ?? (typeof value === "string" ? this.byName.get(value) : undefined);
    return id === undefined ? undefined : this.byId.get(id);
  }

  private referred(from: SourceResource | undefined, field: string, kind: Kind): SourceResource | undefined {
    const resource = this.resource(property(from?.properties, field));
    if (resource === undefined || kindOf(resource.type) !== kind) return undefined;
    this.used.add(resource.id);
    return resource;
  }

  /** The pipeline or image that uses a recipe. */
  private user(kind: "pipeline" | "image", recipe: SourceResource): SourceResource | undefined {
    const [first, ...others] = this.all(kind).filter(
      (each) => this.resource(property(each.properties, "containerRecipeArn")) === recipe,
    );
    if (first) this.used.add(first.id);
    for (const { id } of others) this.leaveOut(id, `an image has one ${kind}, here ${first?.id ?? ""}`);
    return first;
  }

  private parent(recipe: SourceResource, names: ReadonlyMap<string, string>): ImageDefinition["parentImage"] {
    const value = property(recipe.properties, "parentImage");
    const [, reference, tag] = /^(.+?)(?::([\w.-]+))?$/s.exec(typeof value === "string" ? value : "") ?? [];
    const parent = this.resource(value) ?? this.resource(reference);
    const built = [...names].find(([id]) => {
      const other = this.byId.get(id);
      return (
        other !== undefined &&
        parent !== undefined &&
        (this.resource(property(parent.properties, "containerRecipeArn")) === other ||
          (kindOf(parent.type) === "repository" && this.repositoryOf(other) === parent))
      );
    });
    if (!built) return this.text(recipe, value, "parentImage");
    return { image: built[1], ...(tag === undefined || parent === this.resource(value) ? {} : { tag }) };
  }

  private platform(recipe: SourceResource, parent: ImageDefinition["parentImage"]): "Windows" | undefined {
    const override = this.text(recipe, property(recipe.properties, "platformOverride"), "platformOverride");
    const needed = typeof parent !== "string" || !isImageBuilderArn(parent);
    if (needed && override === undefined) {
      this.change("no platform override → Linux", "Image Builder needs one unless the parent is an image of its own");
    }
    if (!needed && override !== undefined) {
      this.change("the platform override is removed", "Image Builder forbids one if the parent is an image of its own");
    }
    const platforms = blocks(recipe.properties, "components", "component").map((use) =>
      property(this.resource(property(use, "componentArn"))?.properties, "platform"),
    );
    return (override ?? platforms.find((each) => each !== undefined)) === "Windows" ? "Windows" : undefined;
  }

  /** What a definition names: a file, whose text is added to the others, or an address in S3. */
  private document(
    resource: SourceResource,
    data: string,
    uri: string,
    file: string,
    files: Record<string, string>,
  ): string {
    const address = this.text(
      resource,
      property(resource.properties, data) === undefined ? property(resource.properties, uri) : undefined,
      uri,
    );
    const asset = address === undefined ? undefined : this.source.textAt(address);
    if (address !== undefined && asset === undefined) return address;
    const text = asset ?? this.text(resource, property(resource.properties, data), data);
    if (text === undefined) {
      const words = { found: `neither ${data} nor ${uri}`, allowed: "one of the two" };
      this.findings.push(error(resource.at, "IB-IMPORT-INCOMPLETE", words));
      return file;
    }
    if (files[file] !== undefined && files[file] !== text) {
      return this.document(
        resource,
        data,
        uri,
        file.replace(/(-\d+)?(?=\.yaml$)/, (number) => `-${Number(number.slice(1) || 1) + 1}`),
        files,
      );
    }
    files[file] = text;
    return file;
  }

  private component(recipe: SourceResource, use: unknown, index: number, files: Record<string, string>): Component {
    const arn = property(use, "componentArn");
    const parameters = this.parameters(recipe, use, `components[${index}]`);
    const managed = awsOwned(arn, "component");
    if (managed)
      return {
        managed: managed.name,
        ...(managed.version === "x.x.x" ? {} : { version: managed.version }),
        ...parameters,
      };
    const own = this.resource(arn);
    if (own === undefined || kindOf(own.type) !== "component") {
      return { arn: this.needed(recipe, arn, `components[${index}]`), ...parameters };
    }
    this.used.add(own.id);
    const supported = property(own.properties, "supportedOsVersions");
    return {
      ...this.ownDocument(own, files),
      ...(isList(supported) && supported.length > 0
        ? { supportedOsVersions: supported.map((each) => this.text(own, each, "supportedOsVersions") ?? "") }
        : {}),
      ...parameters,
    };
  }

  /** What a component and a workflow have in common. */
  private ownDocument(own: SourceResource, files: Record<string, string>) {
    const name = slug(this.nameOf(own));
    const document = this.document(own, "data", "uri", `${name}.yaml`, files);
    if (property(own.properties, "kmsKeyId") !== undefined) {
      this.leaveOut(`the KMS key of ${own.id}`, "set the environment's encryptionKey");
    }
    return withoutUndefined({
      document,
      name: document === `${name}.yaml` || document === files[document] ? undefined : name,
      description: this.text(own, property(own.properties, "description"), "description"),
      changeDescription: this.text(own, property(own.properties, "changeDescription"), "changeDescription"),
      version: this.series(own),
    });
  }

  private parameters(recipe: SourceResource, use: unknown, field: string): { parameters?: Record<string, string> } {
    const given = blocks(use, "parameters", "parameter").map((parameter): [string, string] => {
      const [value, ...more] = blocks(parameter, "value");
      const name = this.text(recipe, property(parameter, "name"), field) ?? "";
      if (more.length > 0) this.leaveOut(`values of the parameter ${name} after the first`, "a parameter has one");
      return [name, this.text(recipe, value, `${field}.${name}`) ?? ""];
    });
    return given.length === 0 ? {} : { parameters: Object.fromEntries(given) };
  }

  private series(resource: SourceResource): string | undefined {
    const version = this.text(resource, property(resource.properties, "version"), "version");
    const [, series] = /^(\d+\.\d+)\.\d+$/.exec(version ?? "") ?? [];
    if (version !== undefined && !version.endsWith(".0")) {
      this.change(
        `version ${version} of ${resource.id} → ${series ?? "1.0"}.0`,
        "its name is new, so its patch number begins at 0",
      );
    }
    return series === "1.0" ? undefined : series;
  }

  private tags(resource: SourceResource): Record<string, string> | undefined {
    const tags = property(resource.properties, "tags");
    const entries = (isRecord(tags) ? Object.entries(tags) : []).flatMap(([name, value]): [string, string][] => {
      const known = this.known(value, `the tag ${name}`, String);
      return known === undefined ? [] : [[name, known]];
    });
    return entries.length === 0 ? undefined : Object.fromEntries(entries);
  }

  private repositoryOf(recipe: SourceResource): SourceResource | undefined {
    const name = property(block(recipe.properties, "targetRepository"), "repositoryName");
    return (
      this.resource(name) ??
      this.all("repository").find(
        (each) => name !== undefined && property(each.properties, "repositoryName", "name") === name,
      )
    );
  }

  private repository(recipe: SourceResource): Pick<ImageDefinition, "repository" | "imageTagMutability"> {
    const own = this.repositoryOf(recipe);
    const value = property(block(recipe.properties, "targetRepository"), "repositoryName");
    if (own === undefined) return { repository: { existing: this.needed(recipe, value, "targetRepository") } };
    this.used.add(own.id);
    const { properties } = own;
    const mutability = property(properties, "imageTagMutability");
    if (property(properties, "lifecyclePolicy") !== undefined) {
      this.leaveOut(`the lifecycle policy of ${own.id}`, "keep says which builds stay; look at it before a deploy");
    }
    const name = property(properties, "repositoryName", "name") ?? value;
    return {
      repository: this.needed(own, name, "repositoryName"),
      ...(mutability === "IMMUTABLE" ? { imageTagMutability: "IMMUTABLE" } : {}),
    };
  }

  private distribution(
    recipe: SourceResource,
    runs: SourceResource | undefined,
  ): { region: unknown; definition: Partial<ImageDefinition> } {
    const own = this.referred(runs, "distributionConfigurationArn", "distribution");
    const targets = blocks(own?.properties, "distributions", "distribution").filter(
      (each) => block(each, "containerDistributionConfiguration") !== undefined,
    );
    const isHere = (each: unknown): boolean => this.unknowns.in(property(each, "region")).length > 0;
    const here = targets.find(isHere) ?? targets[0];
    const container = block(here, "containerDistributionConfiguration");
    const containerTags = blocks(container, "containerTags").map(
      (tag) => this.text(own ?? recipe, tag, "containerTags") ?? "",
    );
    const regions = targets
      .filter((each) => each !== here)
      .map((each) => this.text(own ?? recipe, property(each, "region"), "region") ?? "");
    const description = own && this.text(own, property(own.properties, "description"), "description");
    if (!own)
      this.change("no distribution configuration → one for the recipe's repository", "every image here has one");
    return {
      region: property(here, "region"),
      definition: {
        ...this.repository(recipe),
        containerTags,
        ...(regions.length === 0 ? {} : { regions }),
        ...(description === undefined ? {} : { distributionDescription: description }),
      },
    };
  }

  private pipelineSettings(
    recipe: SourceResource,
    pipeline: SourceResource | undefined,
    build: SourceResource | undefined,
    files: Record<string, string>,
  ): Partial<ImageDefinition> {
    const from = pipeline ?? build;
    const properties = from?.properties;
    const tests = block(properties, "imageTestsConfiguration");
    const minutes = this.known(property(tests, "timeoutMinutes"), "tests.timeoutMinutes", Number);
    const enabled = isTrue(property(tests, "imageTestsEnabled"), true);
    const scan = block(properties, "imageScanningConfiguration");
    if (build === undefined) this.taken("a deploy does not build the image: the source has pipelines alone");
    if (property(properties, "executionRole") !== undefined) {
      this.leaveOut(`the execution role of ${from?.id ?? ""}`, "the environment makes one for images with workflows");
    }
    const uses = blocks(properties, "workflows", "workflow").map((use) => this.workflow(from ?? recipe, use, files));
    return withoutUndefined<Partial<ImageDefinition>>({
      schedule: this.schedule(pipeline),
      ...(build === undefined ? { buildOnDeploy: false } : {}),
      ...(property(properties, "status") === "DISABLED" ? { enabled: false } : {}),
      ...(!enabled || (minutes ?? 60) !== 60
        ? {
            tests: {
              ...(enabled ? {} : { enabled }),
              ...(minutes === undefined || minutes === 60 ? {} : { timeoutMinutes: minutes }),
            },
          }
        : {}),
      ...(uses.length === 0 ? {} : { workflows: uses }),
      ...(isTrue(property(properties, "enhancedImageMetadataEnabled"), true) ? {} : { enhancedImageMetadata: false }),
      ...(isTrue(property(scan, "imageScanningEnabled"), false) ? { scan: "enhanced" as const } : {}),
    });
  }

  private schedule(pipeline: SourceResource | undefined): ImageDefinition["schedule"] {
    const schedule = block(pipeline?.properties, "schedule");
    const written = pipeline && this.text(pipeline, property(schedule, "scheduleExpression"), "scheduleExpression");
    if (pipeline === undefined || written === undefined) {
      this.taken(`built by hand only: the source has no ${pipeline ? "schedule" : "pipeline"}`);
      return null;
    }
    const [, right] =
      checkSchedule(written, pipeline.at)
        .map(({ code, fix }) => (code === "IB-CRON-FIELDS" ? /^write (cron\(.*\))$/.exec(fix ?? "") : null))
        .find((match) => match !== null) ?? [];
    if (right !== undefined) this.change(`${written} → ${right}`, "Image Builder takes six fields");
    const expression = right ?? written;
    const timezone = this.known(property(schedule, "timezone", "timeZone"), "the time zone", String);
    const condition = property(schedule, "pipelineExecutionStartCondition");
    const startCondition =
      condition === "EXPRESSION_MATCH_ONLY" ? condition : "EXPRESSION_MATCH_AND_DEPENDENCY_UPDATES_AVAILABLE";
    if (timezone === undefined && startCondition === "EXPRESSION_MATCH_ONLY") return expression;
    return { expression, ...(timezone === undefined ? {} : { timezone }), startCondition };
  }

  private workflow(from: SourceResource, use: unknown, files: Record<string, string>): Workflow {
    const arn = property(use, "workflowArn");
    const shared = withoutUndefined({
      ...this.parameters(from, use, "workflow"),
      onFailure: this.text(from, property(use, "onFailure"), "onFailure") as "ABORT" | "CONTINUE" | undefined,
      parallelGroup: this.text(from, property(use, "parallelGroup"), "parallelGroup"),
    });
    const managed = awsOwned(arn, "workflow");
    if (managed) return { managed: managed.name as "build-container", ...shared };
    const own = this.resource(arn);
    if (own === undefined || kindOf(own.type) !== "workflow")
      return { arn: this.needed(from, arn, "workflow"), ...shared };
    this.used.add(own.id);
    const type = this.text(own, property(own.properties, "type"), "type") as "BUILD" | "TEST" | "DISTRIBUTION";
    return { ...this.ownDocument(own, files), type, ...shared };
  }

  private buildInstance(recipe: SourceResource): BuildInstance | undefined {
    const configuration = block(recipe.properties, "instanceConfiguration");
    if (configuration === undefined) return undefined;
    const volumes = blocks(configuration, "blockDeviceMappings", "blockDeviceMapping").flatMap((mapping) => {
      const ebs = block(mapping, "ebs");
      const size = this.known(property(ebs, "volumeSize"), "the size of a volume", Number);
      if (size === undefined) {
        this.leaveOut("a volume without a size", "buildInstance.volumes has a size for each");
        return [];
      }
      const number = (field: string): number | undefined =>
        this.known(property(ebs, field), `${field} of a volume`, Number);
      return withoutUndefined({
        deviceName: this.text(recipe, property(mapping, "deviceName"), "deviceName"),
        size,
        type: this.text(recipe, property(ebs, "volumeType"), "volumeType"),
        iops: number("iops"),
        throughput: number("throughput"),
        encrypted: this.known(
          property(ebs, "encrypted"),
          "encryption of a volume",
          (value) => String(value) === "true",
        ),
        kmsKeyId: this.known(property(ebs, "kmsKeyId"), "the KMS key of a volume", String),
      });
    });
    const image = this.text(recipe, property(configuration, "image"), "instanceConfiguration.image");
    return withoutUndefined({ image, volumes: volumes.length === 0 ? undefined : volumes }) as BuildInstance;
  }

  private settings(infrastructure: SourceResource | undefined, region: unknown): Settings {
    const properties = infrastructure?.properties;
    const texts = (value: unknown): string[] => (isList(value) ? value : [value]).map(String);
    const field = <T>(name: string, read: (value: unknown) => T, setting = name): T | undefined => {
      const value = property(properties, name);
      return this.known(Array.isArray(value) && value.length === 0 ? undefined : value, setting, read);
    };
    const placement = block(properties, "placement");
    const profile = property(properties, "instanceProfileName");
    const own =
      this.resource(profile) ??
      this.all("profile").find(
        (each) => profile !== undefined && property(each.properties, "instanceProfileName", "name") === profile,
      );
    if (own) this.used.add(own.id);
    if (property(properties, "instanceMetadataOptions") !== undefined) {
      this.change("instance metadata options → tokens required, two hops", "builds of containers need two");
    }
    // The provider keeps the instance of a failed build unless it is told not to, CloudFormation does not.
    const terminate = property(properties, "terminateInstanceOnFailure") ?? this.source.tool === "CloudFormation";
    return withoutUndefined({
      region: this.unknowns.in(region).length > 0 ? undefined : region,
      subnetId: field("subnetId", String),
      securityGroupIds: field("securityGroupIds", texts),
      instanceTypes: field("instanceTypes", texts),
      keyPair: field("keyPair", String),
      snsTopicArn: field("snsTopicArn", String),
      ...(infrastructure && !isTrue(terminate, true) ? { terminateInstanceOnFailure: false } : {}),
      instanceProfile: own ? undefined : this.known(profile, "instanceProfile", String),
      placement:
        placement === undefined
          ? undefined
          : withoutUndefined({
              tenancy: this.known(property(placement, "tenancy"), "placement.tenancy", String),
              availabilityZone: this.known(
                property(placement, "availabilityZone"),
                "placement.availabilityZone",
                String,
              ),
              hostId: this.known(property(placement, "hostId"), "placement.hostId", String),
              hostResourceGroupArn: this.known(
                property(placement, "hostResourceGroupArn"),
                "placement.hostResourceGroupArn",
                String,
              ),
            }),
    });
  }

  private taken(what: string): void {
    this.notes.push({ kind: "taken", what });
  }

  private change(what: string, why: string): void {
    this.notes.push({ kind: "changed", what, why });
  }

  private leaveOut(what: string, why: string): void {
    this.notes.push({ kind: "left out", what, why });
  }
}

/** Name and version of a component or workflow that AWS keeps, whatever partition and region its ARN is of. */
function awsOwned(arn: unknown, kind: "component" | "workflow"): { name: string; version: string } | undefined {
  if (typeof arn !== "string") return undefined;
  const pattern =
    kind === "component"
      ? /^arn:[^:]+:imagebuilder:[^:]+:aws:component\/([^/]+)\/([^/]+)/
      : /^arn:[^:]+:imagebuilder:[^:]+:aws:workflow\/[^/]+\/([^/]+)\/([^/]+)/;
  const [, name, version] = pattern.exec(arn) ?? [];
  return name === undefined || version === undefined ? undefined : { name, version };
}

function withoutUndefined<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as T;
}
