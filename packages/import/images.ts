import type { ImageDefinition } from "@pipelines/image-definition";
import { error, type Finding } from "@pipelines/findings/finding";
import { checkSchedule } from "@pipelines/image-checks/schedule";
import { isImageBuilderArn } from "@pipelines/image-definition/check-image";
import { isList, isRecord } from "@pipelines/findings/values";
import { blocks, isAbsent, isTrue, kindOf, property, spelled, type Source, type SourceResource } from "./source";
import { masked, referenced, unknownsIn } from "./unknowns";

/** What a report says of one thing of the source. */
export interface Note {
  readonly kind: "taken" | "changed" | "left out";
  readonly what: string;
  readonly why?: string;
}

/** Settings of an image or of its environment. */
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
  const words = name.replaceAll(/([a-z0-9])([A-Z])/g, "$1-$2").toLowerCase();
  return words.replaceAll(/[^a-z0-9]+/g, "-").replaceAll(/^-+|-+$/g, "");
}

/** The name of a recipe, component or workflow; its id if its name is unknown. */
export function nameOf({ id, properties }: SourceResource): string {
  const name = property(properties, "name");
  return typeof name === "string" && unknownsIn(name).length === 0 ? name : id;
}

const texts = (value: unknown): string[] => (isList(value) ? value : [value]).map(String);
const flag = (value: unknown): boolean => isTrue(value);

/** A field of the source, the field here that has its value, and the value that need not be written. */
type Field = readonly [from: string, to: string, read: (value: unknown) => unknown, absent?: unknown];

const pipelineFields: readonly Field[] = [
  ["imageTestsConfiguration.imageTestsEnabled", "tests.enabled", flag, true],
  ["imageTestsConfiguration.timeoutMinutes", "tests.timeoutMinutes", Number, 60],
  ["status", "enabled", (value) => value !== "DISABLED", true],
  ["enhancedImageMetadataEnabled", "enhancedImageMetadata", flag, true],
  ["imageScanningConfiguration.imageScanningEnabled", "scan", (value) => flag(value) && "enhanced", false],
];
const volumeFields: readonly Field[] = [
  ["deviceName", "deviceName", String],
  ["ebs.volumeSize", "size", Number],
  ["ebs.volumeType", "type", String],
  ["ebs.iops", "iops", Number],
  ["ebs.throughput", "throughput", Number],
  ["ebs.encrypted", "encrypted", flag],
  ["ebs.kmsKeyId", "kmsKeyId", String],
];
const infrastructureFields: readonly Field[] = [
  ["subnetId", "subnetId", String],
  ["securityGroupIds", "securityGroupIds", texts],
  ["instanceTypes", "instanceTypes", texts],
  ["keyPair", "keyPair", String],
  ["snsTopicArn", "snsTopicArn", String],
  ["terminateInstanceOnFailure", "terminateInstanceOnFailure", flag, true],
  ...["tenancy", "availabilityZone", "hostId", "hostResourceGroupArn"].map((name): Field => [
    `placement.${name}`,
    `placement.${name}`,
    String,
  ]),
];
const ownFields: readonly Field[] = [
  ["description", "description", String],
  ["changeDescription", "changeDescription", String],
  ["supportedOsVersions", "supportedOsVersions", texts],
];

/** Properties that are read, that follow from others, or that the project always sets. */
const understood = new Set(
  `arn name id isMade newestVersion version semanticVersion type owner platform platformOverride containerType parentImage components
  targetRepository dockerfileTemplateData dockerfileTemplateUri description workingDirectory instanceConfiguration tags
  tagsAll encrypted dateCreated dateUpdated dateLastRun dateNextRun region changeDescription supportedOsVersions data uri
  containerRecipeArn infrastructureConfigurationArn distributionConfigurationArn imageTestsConfiguration schedule status
  enhancedImageMetadataEnabled imageScanningConfiguration workflows instanceProfileName subnetId securityGroupIds
  instanceTypes keyPair snsTopicArn terminateInstanceOnFailure placement logging instanceMetadataOptions distributions
  repositoryName repositoryUrl registryId imageTagMutability forceDelete emptyOnDelete skipDestroy dependsOn lifecycle
  provider timeouts`
    .split(/\s+/)
    .map(spelled),
);
const reasons: Readonly<Record<string, string>> = {
  kmskeyid: "set the environment's encryptionKey",
  encryptionconfiguration: "set the environment's encryptionKey if it names a key",
  imageosversionoverride: "the AWS provider cannot express it",
  executionrole: "the environment makes one for images with workflows",
  lifecyclepolicy: "keep says which builds stay; look at it before a deploy",
  repositorypolicytext: "consumers says who may pull",
};

/** Reads the container recipes of a source, and all that belongs to each. */
export class ImageReader {
  public readonly findings: Finding[] = [];
  /** Ids of resources that became a part of an image or of its environment. */
  public readonly used = new Set<string>();
  private readonly byId: ReadonlyMap<string, SourceResource>;
  private notes: Note[] = [];
  private files: Record<string, string> = {};

  /** @param names of the images of all recipes that are read, by the recipes' ids */
  public constructor(
    private readonly source: Source,
    private readonly names: ReadonlyMap<string, string>,
  ) {
    // A state knows ARNs and names; what refers to a resource has the same text.
    const byName = source.resources.flatMap((each) =>
      [each.id, property(each.properties, "arn"), property(each.properties, "repositoryUrl")].flatMap((name) =>
        typeof name === "string" ? [[name, each] as const] : [],
      ),
    );
    this.byId = new Map(byName);
  }

  public all(kind: string): SourceResource[] {
    return this.source.resources.filter(({ type }) => kindOf(type) === `aws_${kind}`);
  }

  public read(recipe: SourceResource): ImportedImage {
    [this.notes, this.files] = [[], {}];
    this.used.add(recipe.id);
    const { properties } = recipe;
    this.text(recipe, "isMade");
    const pipeline = this.user("image_pipeline", recipe);
    const build = this.user("image", recipe);
    const runs = pipeline ?? build;
    if (build === undefined) this.note("taken", "a deploy does not build the image: the source has pipelines alone");
    const parentImage = this.parent(recipe);
    const dockerfile = this.document(recipe, "dockerfileTemplate", "Dockerfile");
    const components = blocks(properties, "components").map((use, index) => this.component(recipe, use, index));
    const workflows = blocks(runs?.properties, "workflows").map((use) => this.workflow(runs ?? recipe, use));
    const distribution = this.distribution(recipe, runs);
    const volumes = blocks(properties, "instanceConfiguration.blockDeviceMappings").flatMap((mapping) => {
      const volume = this.settings(mapping, volumeFields);
      if ("size" in volume) return [volume];
      this.note("left out", "a volume without a size", "buildInstance.volumes has a size for each");
      return [];
    });
    const buildInstance = { image: this.text(recipe, "instanceConfiguration.image"), volumes };
    const definition = {
      ...this.settings(properties, ownFields.slice(0, 1)),
      parentImage,
      platform: this.platform(recipe, parentImage),
      dockerfile: dockerfile === "Dockerfile" ? undefined : dockerfile,
      ...distribution.definition,
      schedule: this.schedule(pipeline),
      buildOnDeploy: build === undefined ? false : undefined,
      ...this.settings(runs?.properties, pipelineFields),
      workflows,
      workingDirectory: this.text(recipe, "workingDirectory"),
      buildInstance: withoutEmpty(buildInstance),
      version: this.series(recipe),
      tags: this.tags(recipe),
    };
    if (definition.workingDirectory === "/tmp") definition.workingDirectory = undefined;
    const infrastructure = this.referred(
      runs,
      "infrastructureConfigurationArn",
      "imagebuilder_infrastructure_configuration",
    );
    const settings = this.environment(infrastructure, distribution.region);
    for (const each of [recipe, runs]) this.noteUnread(each);
    const { containerTags = [] } = distribution.definition;
    const written = { ...withoutEmpty(definition), containerTags, components } as unknown as ImageDefinition;
    return {
      name: this.names.get(recipe.id) ?? "",
      definition: written,
      files: this.files,
      settings,
      notes: this.notes,
    };
  }

  /** The text of a field; a finding if something in it is unknown. */
  private text(resource: SourceResource, path: string, from: unknown = resource.properties): string | undefined {
    const value = path === "" ? from : property(from, path);
    const at = { ...resource.at, field: `${resource.at.field ?? resource.id}.${path}` };
    for (const { name, what } of unknownsIn(value)) {
      const fix = `add --parameter '${name}=<value>'`;
      const words = { found: `it depends on ${what}`, allowed: "a known value", fix };
      this.findings.push(error(at, "IB-IMPORT-UNRESOLVED", words));
    }
    if (value === undefined || value === null) return undefined;
    return typeof value === "string" ? value : JSON.stringify(value);
  }

  /** The text of a field that has to be there. */
  private needed(resource: SourceResource, path: string, from: unknown = resource.properties): string {
    const text = this.text(resource, path, from);
    if (text !== undefined) return text;
    const at = { ...resource.at, field: `${resource.at.field ?? resource.id}.${path}` };
    const words = { found: "no value, as in a plan that has still to be applied", allowed: "a value, or a reference" };
    this.findings.push(error(at, "IB-IMPORT-INCOMPLETE", words));
    return "";
  }

  /** Settings that nothing else needs: left out if something in them is unknown. */
  private settings(properties: unknown, fields: readonly Field[]): Settings {
    const settings: Record<string, unknown> = {};
    for (const [from, to, read, absent] of fields) {
      const value = property(properties, from);
      const [unknown] = unknownsIn(value);
      if (unknown) {
        const why = `it depends on ${unknown.what}: set it, or add --parameter '${unknown.name}=<value>'`;
        this.note("left out", to, why);
      } else if (value !== undefined && read(value) !== absent) {
        const [name = "", inner] = to.split(".");
        settings[name] = inner === undefined ? read(value) : { ...Object(settings[name]), [inner]: read(value) };
      }
    }
    return settings;
  }

  private resource(value: unknown): SourceResource | undefined {
    return this.byId.get(referenced(value) ?? (typeof value === "string" ? value : ""));
  }

  private referred(from: SourceResource | undefined, field: string, kind: string): SourceResource | undefined {
    const resource = this.resource(property(from?.properties, field));
    if (resource === undefined || kindOf(resource.type) !== `aws_${kind}`) return undefined;
    this.used.add(resource.id);
    return resource;
  }

  /** The pipeline or image that uses a recipe. */
  private user(kind: "image_pipeline" | "image", recipe: SourceResource): SourceResource | undefined {
    const [first, ...others] = this.all(`imagebuilder_${kind}`).filter(
      (each) => this.resource(property(each.properties, "containerRecipeArn")) === recipe,
    );
    if (first) this.used.add(first.id);
    for (const { id } of others)
      this.note("left out", id, `an image has one ${kind.replace("image_", "")}, here ${first?.id ?? ""}`);
    return first;
  }

  private parent(recipe: SourceResource): ImageDefinition["parentImage"] {
    const value = property(recipe.properties, "parentImage");
    const [, reference, tag] = /^(.+?)(?::([\w.-]+))?$/s.exec(typeof value === "string" ? value : "") ?? [];
    const parent = this.resource(value) ?? this.resource(reference);
    const [, image] =
      [...this.names].find(([id]) => {
        const other = this.byId.get(id);
        const recipeOf = this.resource(property(parent?.properties, "containerRecipeArn"));
        return parent && other && (recipeOf === other || this.repositoryOf(other) === parent);
      }) ?? [];
    if (image === undefined) return this.text(recipe, "parentImage");
    return tag === undefined || parent === this.resource(value) ? { image } : { image, tag };
  }

  private platform(recipe: SourceResource, parent: ImageDefinition["parentImage"]): "Windows" | undefined {
    const isNeeded = typeof parent !== "string" || !isImageBuilderArn(parent);
    const override = this.text(recipe, "platformOverride");
    if (isNeeded && override === undefined && property(recipe.properties, "platform") === undefined) {
      this.note(
        "changed",
        "no platform override → Linux",
        "Image Builder needs one unless the parent is an image of its own",
      );
    }
    if (!isNeeded && override !== undefined) {
      this.note(
        "changed",
        "the platform override is removed",
        "Image Builder forbids one if the parent is an image of its own",
      );
    }
    const components = blocks(recipe.properties, "components").map((use) =>
      this.resource(property(use, "componentArn")),
    );
    const all = [recipe, ...components].map((each) => property(each?.properties, "platform"));
    return (override ?? all.find((each) => each !== undefined)) === "Windows" ? "Windows" : undefined;
  }

  /** What a definition names: a file, whose text is added to the others, or an address in S3. */
  private document(resource: SourceResource, field: string, file: string): string {
    const [data, uri] = field === "" ? ["data", "uri"] : [`${field}Data`, `${field}Uri`];
    const address = property(resource.properties, data) === undefined ? this.text(resource, uri) : undefined;
    const text = address === undefined ? this.text(resource, data) : this.source.textAt?.(address);
    if (text === undefined) {
      if (address !== undefined) return address;
      const words = { found: `neither ${data} nor ${uri}`, allowed: "one of the two" };
      this.findings.push(error(resource.at, "IB-IMPORT-INCOMPLETE", words));
      return file;
    }
    let name = file;
    for (let number = 2; this.files[name] !== undefined && this.files[name] !== text; number++) {
      name = file.replace(/(?=\.yaml$)/, `-${number}`);
    }
    this.files[name] = text;
    return name;
  }

  private component(recipe: SourceResource, use: unknown, index: number): ImageDefinition["components"][number] {
    const parameters = this.parameters(recipe, use, `components[${index}]`);
    const arn = property(use, "componentArn");
    const [, managed, version = ""] =
      /^arn:[^:]+:imagebuilder:[^:]*:aws:component\/([^/]+)\/([^/]+)/.exec(masked(arn)) ?? [];
    if (managed !== undefined) return { managed, ...(version === "x.x.x" ? {} : { version }), ...parameters };
    const own = this.resource(arn);
    const isOwn = own !== undefined && kindOf(own.type) === "aws_imagebuilder_component";
    return { ...(isOwn ? this.part(own) : { arn: this.needed(recipe, "componentArn", use) }), ...parameters };
  }

  private workflow(from: SourceResource, use: unknown): Settings {
    const shared = {
      ...this.parameters(from, use, "workflows"),
      ...this.settings(use, [
        ["onFailure", "onFailure", String],
        ["parallelGroup", "parallelGroup", String],
      ]),
    };
    const arn = property(use, "workflowArn");
    const [, managed] = /^arn:[^:]+:imagebuilder:[^:]*:aws:workflow\/[^/]+\/([^/]+)\//.exec(masked(arn)) ?? [];
    if (managed !== undefined) return { managed, ...shared };
    const own = this.resource(arn);
    if (own === undefined || kindOf(own.type) !== "aws_imagebuilder_workflow") {
      return { arn: this.needed(from, "workflowArn", use), ...shared };
    }
    return { ...this.part(own), type: this.needed(own, "type"), ...shared };
  }

  /** A component or workflow of the source's own. */
  private part(own: SourceResource): { document: string } {
    this.used.add(own.id);
    this.noteUnread(own);
    const name = slug(nameOf(own));
    const document = this.document(own, "", `${name}.yaml`);
    const isNamed = document === `${name}.yaml`;
    return {
      document,
      ...withoutEmpty({
        name: isNamed ? undefined : name,
        ...this.settings(own.properties, ownFields),
        version: this.series(own),
      }),
    };
  }

  private parameters(resource: SourceResource, use: unknown, field: string): { parameters?: Record<string, string> } {
    const given = blocks(use, "parameters").map((parameter): [string, string] => {
      const [value, ...more] = blocks(parameter, "value");
      const name = this.needed(resource, "name", parameter);
      if (more.length > 0) this.note("left out", `values of ${field}.${name} after the first`, "a parameter has one");
      return [name, this.text(resource, "", value) ?? ""];
    });
    return given.length === 0 ? {} : { parameters: Object.fromEntries(given) };
  }

  private series(resource: SourceResource): string | undefined {
    const version = this.text(resource, "version");
    const [, major, minor] = /^(\d+)\.(\d+)\./.exec(this.text(resource, "newestVersion") ?? "") ?? [];
    if (major !== undefined) {
      const next = `${major}.${Number(minor) + 1}`;
      this.note(
        "changed",
        `version ${version ?? ""} → ${next}.0`,
        "versions go on from the highest, so that no tag of a build moves",
      );
      return next;
    }
    const [, series] = /^(\d+\.\d+)\.\d+/.exec(version ?? "") ?? [];
    if (version !== undefined && !version.endsWith(".0")) {
      const why = "its name is new, so its patch number begins at 0";
      this.note("changed", `version ${version} of ${resource.id} → ${series ?? "1.0"}.0`, why);
    }
    return series === "1.0" ? undefined : series;
  }

  private tags(resource: SourceResource): Settings {
    const tags = property(resource.properties, "tags");
    const all = Object.entries(isRecord(tags) ? tags : {}).flatMap(([name, value]) => {
      const known = this.settings({ value }, [["value", `tag ${name.replaceAll(".", "·")}`, String]]);
      return Object.values(known).map((text) => [name, text] as const);
    });
    return Object.fromEntries(all);
  }

  private repositoryOf(recipe: SourceResource): SourceResource | undefined {
    const name = property(recipe.properties, "targetRepository.repositoryName");
    return (
      this.resource(name) ??
      this.all("ecr_repository").find(
        ({ properties }) =>
          name !== undefined && (property(properties, "repositoryName") ?? property(properties, "name")) === name,
      )
    );
  }

  private distribution(
    recipe: SourceResource,
    runs: SourceResource | undefined,
  ): { region: unknown; definition: Settings } {
    const own = this.referred(runs, "distributionConfigurationArn", "imagebuilder_distribution_configuration");
    if (!own)
      this.note(
        "changed",
        "no distribution configuration → one for the recipe's repository",
        "every image here has one",
      );
    const targets = blocks(own?.properties, "distributions").filter(
      (each) => property(each, "containerDistributionConfiguration") !== undefined,
    );
    const here = targets.find((each) => unknownsIn(property(each, "region")).length > 0) ?? targets[0];
    const container = property(here, "containerDistributionConfiguration");
    const resource = own ?? recipe;
    const repository = this.repositoryOf(recipe);
    if (repository) this.used.add(repository.id);
    this.noteUnread(repository);
    const name =
      repository &&
      (["repositoryName", "name"].find((each) => property(repository.properties, each) !== undefined) ??
        "repositoryName");
    return {
      region: property(here, "region"),
      definition: {
        repository:
          repository === undefined || property(repository.properties, name ?? "") === undefined
            ? { existing: this.needed(recipe, "targetRepository.repositoryName") }
            : this.needed(repository, name ?? ""),
        imageTagMutability:
          property(repository?.properties, "imageTagMutability") === "IMMUTABLE" ? "IMMUTABLE" : undefined,
        containerTags: blocks(container, "containerTags").map((tag) => this.text(resource, "", tag) ?? ""),
        regions: targets.filter((each) => each !== here).map((each) => this.needed(resource, "region", each)),
        distributionDescription: own && this.text(own, "description"),
      },
    };
  }

  private schedule(pipeline: SourceResource | undefined): ImageDefinition["schedule"] {
    const written = pipeline && this.text(pipeline, "schedule.scheduleExpression");
    if (pipeline === undefined || written === undefined) {
      this.note("taken", `built by hand only: the source has no ${pipeline ? "schedule" : "pipeline"}`);
      return null;
    }
    const fixes = checkSchedule(written, pipeline.at).filter(({ code }) => code === "IB-CRON-FIELDS");
    const [, right] = /^write (cron\(.*\))$/.exec(fixes[0]?.fix ?? "") ?? [];
    if (right !== undefined) this.note("changed", `${written} → ${right}`, "Image Builder takes six fields");
    const more = this.settings(property(pipeline.properties, "schedule"), [
      ["timezone", "timezone", String],
      ["pipelineExecutionStartCondition", "startCondition", String],
    ]);
    const { startCondition = "EXPRESSION_MATCH_AND_DEPENDENCY_UPDATES_AVAILABLE", ...zone } = more;
    const expression = right ?? written;
    if (Object.keys(zone).length === 0 && startCondition === "EXPRESSION_MATCH_ONLY") return expression;
    return { expression, ...zone, startCondition } as ImageDefinition["schedule"];
  }

  private environment(infrastructure: SourceResource | undefined, region: unknown): Settings {
    const properties = infrastructure?.properties;
    this.noteUnread(infrastructure);
    if (property(properties, "instanceMetadataOptions") !== undefined) {
      this.note("changed", "instance metadata options → tokens required, two hops", "builds of containers need two");
    }
    const profile = property(properties, "instanceProfileName");
    const own =
      this.resource(profile) ??
      this.all("iam_instance_profile").find(
        (each) =>
          profile !== undefined &&
          [property(each.properties, "instanceProfileName"), property(each.properties, "name")].includes(profile),
      );
    if (own) this.used.add(own.id);
    // The provider keeps the instance of a failed build unless it is told not to, CloudFormation does not.
    const isKept = this.source.tool === "Terraform" && infrastructure !== undefined;
    return {
      ...(unknownsIn(region).length === 0 && this.settings({ region }, [["region", "region", String]])),
      ...this.settings(
        isKept
          ? {
              ...Object(properties),
              terminateInstanceOnFailure: property(properties, "terminateInstanceOnFailure") ?? false,
            }
          : properties,
        infrastructureFields,
      ),
      ...(own ? {} : this.settings(properties, [["instanceProfileName", "instanceProfile", String]])),
    };
  }

  /** Names what a resource has and no field here expresses. */
  private noteUnread(resource: SourceResource | undefined): void {
    for (const [name, value] of Object.entries(Object(resource?.properties) as Settings)) {
      if (understood.has(spelled(name)) || isAbsent(value)) continue;
      this.note(
        "left out",
        `${name} of ${resource?.id ?? ""}`,
        reasons[spelled(name)] ?? "nothing here corresponds to it",
      );
    }
  }

  private note(kind: Note["kind"], what: string, why?: string): void {
    this.notes.push({ kind, what, ...(why !== undefined && { why }) });
  }
}

function withoutEmpty<T extends object>(value: T): T {
  const isEmpty = (each: unknown): boolean =>
    typeof each === "object" && each !== null && Object.keys(each).length === 0;
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined && !isEmpty(each))) as T;
}
