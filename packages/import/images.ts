import * as path from "node:path";
import { isDeepStrictEqual } from "node:util";
import type { ImageDefinition } from "@pipelines/image-definition";
import { error, type Finding, type Words } from "@pipelines/findings/finding";
import { foldName } from "@pipelines/facts/names";
import { checkSchedule } from "@pipelines/image-checks/schedule";
import { isImageBuilderArn } from "@pipelines/image-definition/check-image";
import { groupBy, isList, isRecord } from "@pipelines/findings/values";
import { blocks, isAbsent, isTrue, kindOf, property, spelled, type Source, type SourceResource } from "./source";
import { listOf, textOf } from "./scope";
import { masked, referenced, shown, unknownsIn } from "./unknowns";

/** One entry in a report, about one thing in the source. */
export interface Note {
  readonly kind: "taken" | "changed" | "left out";
  readonly what: string;
  readonly why?: string | undefined;
}

/** Settings for an image or its environment. */
export type Settings = Readonly<Record<string, unknown>>;

/** An image that is ready to be written. */
export interface ImportedImage {
  readonly name: string;
  readonly definition: ImageDefinition;
  /** Dockerfile and documents, by name. */
  readonly files: Readonly<Record<string, string>>;
  readonly notes: readonly Note[];
}

/** Converts a name to lower case, digits and hyphens. */
export function slug(name: string): string {
  const words = name.replaceAll(/([a-z0-9])([A-Z])/g, "$1-$2").toLowerCase();
  return words.replaceAll(/[^a-z0-9]+/g, "-").replaceAll(/^-+|-+$/g, "");
}

/** Returns the name of a recipe, component or workflow; its id if its name is unknown or has no letters or digits. */
export function nameOf({ id, properties }: SourceResource): string {
  const name = property(properties, "name");
  return typeof name === "string" && /[a-z0-9]/i.test(name) && unknownsIn(name).length === 0 ? name : id;
}

const texts = (value: unknown): string[] => listOf(value).map(String);

/**
 * A field in the source, the project's field that gets its value, and the default, which does not need to be written.
 */
type Field = readonly [from: string, to: string, read: (value: unknown) => unknown, absent?: unknown];

const same = (...names: string[]): Field[] => names.map((name) => [name, name, String]);

/** The settings that can be read one by one, by the block in the source that contains them. */
const fields = {
  recipe: [
    ...same("description"),
    ["workingDirectory", "workingDirectory", String, "/tmp"],
    ["instanceConfiguration.image", "buildInstance.image", String],
  ],
  document: [...same("description", "changeDescription"), ["supportedOsVersions", "supportedOsVersions", texts]],
  use: [["onFailure", "onFailure", (value) => String(value).toUpperCase()], ...same("parallelGroup")],
  distribution: [["description", "distributionDescription", String]],
  pipeline: [
    ["imageTestsConfiguration.imageTestsEnabled", "tests.enabled", isTrue, true],
    ["imageTestsConfiguration.timeoutMinutes", "tests.timeoutMinutes", Number, 60],
    ["status", "enabled", (value) => value !== "DISABLED", true],
    ["enhancedImageMetadataEnabled", "enhancedImageMetadata", isTrue, true],
    ["imageScanningConfiguration.imageScanningEnabled", "scan", (value) => isTrue(value) && "enhanced", false],
  ],
  schedule: [...same("timezone"), ["pipelineExecutionStartCondition", "startCondition", String]],
  repository: [["imageTagMutability", "imageTagMutability", (value) => /^IMMUTABLE$/.exec(String(value))?.[0]]],
  volume: [
    ...same("deviceName"),
    ["ebs.volumeSize", "size", Number],
    ["ebs.volumeType", "type", String],
    ["ebs.iops", "iops", Number],
    ["ebs.throughput", "throughput", Number],
    ["ebs.encrypted", "encrypted", isTrue],
    ["ebs.kmsKeyId", "kmsKeyId", String],
  ],
  infrastructure: [
    ...same("subnetId"),
    ["securityGroupIds", "securityGroupIds", texts],
    ["instanceTypes", "instanceTypes", texts],
    ...same("keyPair", "snsTopicArn"),
    ["terminateInstanceOnFailure", "terminateInstanceOnFailure", isTrue, true],
    ["placement.tenancy", "placement.tenancy", String, "default"],
    ...same("placement.availabilityZone", "placement.hostId", "placement.hostResourceGroupArn"),
    ["instanceProfileName", "instanceProfile", String],
  ],
} satisfies Readonly<Record<string, readonly Field[]>>;

/** Other properties that are read, that are derived from others, or that the project always sets. */
const understood = new Set(
  `arn name id isMade version semanticVersion type owner platform platformOverride containerType parentImage components
  targetRepository dockerfileTemplateData dockerfileTemplateUri tagsAll encrypted dateCreated dateUpdated dateLastRun
  dateNextRun region data uri containerRecipeArn infrastructureConfigurationArn distributionConfigurationArn schedule
  workflows logging instanceMetadataOptions distributions repositoryName repositoryUrl registryId imageTagMutability
  forceDelete emptyOnDelete skipDestroy dependsOn lifecycle provider timeouts role roles path componentArn workflowArn
  parameters value service containerDistributionConfiguration containerTags blockDeviceMappings noDevice s3Logs
  scheduleExpression httpTokens httpPutResponseHopLimit`
    .split(/\s+/)
    .concat(Object.values<readonly Field[]>(fields).flatMap((all) => all.flatMap(([from]) => from.split("."))))
    .map(spelled),
);
const target = "targetRepository.repositoryName";
const output = "containerDistributionConfiguration";
/** What a pipeline and an image may both refer to. */
const shared = ["infrastructureConfigurationArn", "distributionConfigurationArn", "workflows"];
const reasons: Readonly<Record<string, string>> = {
  kmskeyid: "set the environment's encryptionKey",
  encryptionconfiguration: "set the environment's encryptionKey if it names a key",
  imageosversionoverride: "the AWS provider cannot express it",
  executionrole: "the environment creates one for images with workflows",
  lifecyclepolicy: "keep sets which builds are kept; check it before you deploy",
  repositorypolicytext: "consumers says who may pull",
  tag: "those of the recipe are used",
  scanonpush: "every push is scanned",
  amidistributionconfiguration: "it distributes an AMI",
  imagetagmutabilityexclusionfilter: "all tags become mutable",
  s3bucketname: "the environment creates its own",
  s3keyprefix: "the environment creates its own bucket",
};

const addIt = "add it to the source";

/** Reads a source's container recipes, and everything that belongs to each. */
export class ImageReader {
  public readonly findings: Finding[] = [];
  /** Ids of resources that became part of an image or its environment. */
  public readonly used = new Set<string>();
  /** Settings of the environment for all images. */
  public readonly environment: Record<string, unknown> = {};
  private readonly byKind: ReadonlyMap<string | undefined, readonly SourceResource[]>;
  private notes: Note[] = [];
  private recipeTags: unknown;
  private files: Record<string, string> = {};

  /**
   * @param names of the images, by the ids of the recipes that are read
   * @param versions ARNs of the versions in AWS, highest last, by recipe name
   */
  public constructor(
    private readonly source: Source,
    private readonly names: ReadonlyMap<string, string>,
    private readonly versions: ReadonlyMap<string, readonly string[]>,
  ) {
    this.byKind = groupBy(source.resources, ({ type }) => kindOf(type)?.replace("aws_", ""));
    for (const each of [...this.all("image_pipeline"), ...this.all("image")])
      if (property(each.properties, "imageRecipeArn") === undefined) this.require(each, "containerRecipeArn");
  }

  public read(recipe: SourceResource): ImportedImage {
    [this.notes, this.files] = [[], {}];
    this.recipeTags = tagsOf(property(recipe.properties, "tags"));
    const { properties } = this.take(recipe);
    const [pipeline, build] = [this.user("image_pipeline", recipe), this.user("image", recipe)];
    const runs = pipeline ?? build;
    if (pipeline && build) this.compare(pipeline, build);
    if (!build) this.note("taken", "a deploy does not build the image: the source has only pipelines");
    const highest = this.versions.get(foldName(nameOf(recipe)))?.at(-1);
    const parentImage = this.parent(recipe);
    const dockerfile = this.document(recipe, "dockerfileTemplate", "Dockerfile");
    const components = blocks(properties, "components").map((use) => this.use(recipe, use, "component"));
    const { region, ...distribution } = this.distribution(recipe, runs);
    const { buildInstance, ...settings } = this.settings(properties, fields.recipe);
    const definition = {
      ...settings,
      parentImage,
      platform: this.platform(recipe, parentImage),
      dockerfile: dockerfile === "Dockerfile" ? undefined : dockerfile,
      ...distribution,
      schedule: this.schedule(pipeline),
      buildOnDeploy: build ? undefined : false,
      ...this.settings(runs?.properties, fields.pipeline),
      workflows: blocks(runs?.properties, "workflows").map((use) => this.use(runs ?? recipe, use, "workflow")),
      buildInstance: withoutEmpty({ ...(Object(buildInstance) as Settings), volumes: this.volumes(properties) }),
      version: this.series(recipe, highest?.split("/").at(-1)),
      tags: this.tags(recipe),
    };
    const own = this.ownSettings(runs, region);
    const { containerTags } = distribution;
    return {
      name: this.names.get(recipe.id) ?? "",
      definition: { ...withoutEmpty(definition), containerTags, components, ...own } as unknown as ImageDefinition,
      files: this.files,
      notes: this.notes,
    };
  }

  /** Returns the text of a field; adds a finding if part of it is unknown. */
  private text(resource: SourceResource, path: string, from: unknown = resource.properties): string | undefined {
    const value = path === "" || typeof from === "string" ? from : property(from, path);
    for (const { name, what } of unknownsIn(value)) {
      const words = { allowed: "a known value", fix: `add --parameter '${name}=<value>'` };
      this.find(resource, path, "IB-IMPORT-UNRESOLVED", { found: `it depends on ${what}`, ...words });
    }
    return value === undefined ? undefined : textOf(value);
  }

  /** Returns the text of a field that Image Builder requires. */
  private needed(resource: SourceResource, path: string, from: unknown = resource.properties): string {
    this.require(resource, path, from);
    return textOf(this.text(resource, path, from));
  }

  private require(resource: SourceResource, path: string, from: unknown = resource.properties): void {
    if (property(from, path) !== undefined) return;
    const isPlan = this.source.tool === "Terraform" ? "; a plan may not contain it before it is applied" : "";
    const words = { found: "no value", allowed: "a value, which Image Builder requires", fix: `${addIt}${isPlan}` };
    this.find(resource, path, "IB-IMPORT-INCOMPLETE", words);
  }

  private find({ at, id }: SourceResource, path: string, code: string, words: Words): void {
    const found = error({ ...at, field: [at.field ?? id, path].filter((each) => each !== "").join(".") }, code, words);
    // Any number of fields may depend on the same unknown.
    const isSame = (each: Finding): boolean => code === "IB-IMPORT-UNRESOLVED" && each.fix === found.fix;
    if (!this.findings.some((each) => isSame(each) || isDeepStrictEqual(each, found))) this.findings.push(found);
  }

  /** Reads settings that nothing else needs: they are left out if part of them is unknown. */
  private settings(properties: unknown, fields: readonly Field[]): Settings {
    const settings: Record<string, unknown> = {};
    for (const [from, to, read, absent] of fields) {
      const value = property(properties, from);
      const [name = "", inner] = to.split(".");
      // If a whole block is unknown, one line says so.
      const isBlock = typeof property(properties, from.split(".")[0] ?? "") === "string";
      if (value === undefined || !this.isKnown(isBlock ? name : to, value) || read(value) === absent) continue;
      settings[name] = inner === undefined ? read(value) : { ...Object(settings[name]), [inner]: read(value) };
    }
    return settings;
  }

  private isKnown(name: string, value: unknown): boolean {
    const [unknown] = unknownsIn(value);
    const how = unknown && `it depends on ${unknown.what}: set it, or add --parameter '${unknown.name}=<value>'`;
    if (unknown) this.note("left out", name, how);
    return unknown === undefined;
  }

  /**
   * Returns the resource of a given kind that a value identifies, by reference, ARN or name.
   *
   * @param near id of a resource whose own stack has precedence, because several stacks may use a name
   */
  private resource(
    value: unknown,
    kind: string,
    names = ["arn", "repositoryUrl", "repositoryName", "instanceProfileName", "name"],
    near = "",
  ): SourceResource | undefined {
    const wanted = referenced(value) ?? (typeof value === "string" ? value : undefined);
    if (wanted === undefined) return undefined;
    const isWanted = ({ id, properties }: SourceResource): boolean =>
      id === wanted || names.some((name) => property(properties, name) === wanted);
    const all = this.byKind.get(kind)?.filter(isWanted);
    return all?.find(({ id }) => path.posix.dirname(id) === path.posix.dirname(near)) ?? all?.[0];
  }

  /** Returns the configuration that a pipeline or image refers to. @param needed a required property of it */
  private configuration(runs: SourceResource | undefined, kind: string, needed: string): SourceResource | undefined {
    const value = property(runs?.properties, `${kind}ConfigurationArn`);
    const resource = this.resource(value, `imagebuilder_${kind}_configuration`);
    const why = "the source does not contain it; check what it sets";
    if (value !== undefined && !resource) this.note("left out", `${kind} configuration ${shown(textOf(value))}`, why);
    if (resource) this.require(this.take(resource), needed);
    return resource;
  }

  /** Makes a resource part of the image, and notes its properties that no field of the project can express. */
  private take(resource: SourceResource): SourceResource {
    this.used.add(resource.id);
    this.text(resource, "", property(resource.properties, "isMade") ?? "");
    this.noteUnread(resource);
    return resource;
  }

  private noteUnread(resource: SourceResource, block: unknown = resource.properties): void {
    const own = resource.properties;
    for (const [name, value] of Object.entries(Object(block) as Settings)) {
      const key = spelled(name);
      const isSame = { tag: isDeepStrictEqual(tagsOf(value), this.recipeTags), scanonpush: isTrue(value) }[key];
      // What it refers to is listed itself.
      if (isAbsent(value) || referenced(value) !== undefined || isSame === true) continue;
      const isRead =
        key === "description" ? !/infrastructure|pipeline/i.test(resource.type) : key !== "kmskeyid" || block !== own;
      if (!understood.has(key) || !isRead)
        this.note("left out", `${name} of ${resource.id}`, reasons[key] ?? "nothing here corresponds to it");
      else if (!["lifecycle", "timeout"].includes(key))
        for (const inner of listOf(value).filter(isRecord)) this.noteUnread(resource, inner);
    }
  }

  /** Returns the pipeline or image that uses a recipe. */
  private user(kind: "image_pipeline" | "image", recipe: SourceResource): SourceResource | undefined {
    const [first, ...others] = this.all(kind).filter((each) => this.recipeOf(each) === recipe);
    const why = `an image has only one ${kind.replace("image_", "")}, here ${first?.id ?? ""}`;
    for (const { id } of others) this.note("left out", id, why);
    return first && this.take(first);
  }

  /** Notes the settings of an image that its pipeline has too, because here both have the same. */
  private compare(pipeline: SourceResource, build: SourceResource): void {
    const [own = {}, applied = {}] = [build, pipeline].map(({ properties }): Settings => {
      const references = shared.map((name) => [name, property(properties, name)] as const);
      return { ...this.settings(properties, fields.pipeline), enabled: undefined, ...Object.fromEntries(references) };
    });
    for (const name of Object.keys({ ...own, ...applied }))
      this.override(`${name} of ${build.id}`, own[name], applied[name], "an image has its pipeline's settings");
  }

  /** Notes a value that another one replaces. */
  private override(name: string, own: unknown, applied: unknown, why: string): void {
    const [from, to] = [own, applied].map((value) => shown(textOf(value)).replaceAll(".Arn}", "}") || "default");
    if (from !== to) this.note("changed", [name, from, "→", to].join(" "), why);
  }

  private all(kind: string): readonly SourceResource[] {
    return this.byKind.get(`imagebuilder_${kind}`) ?? [];
  }

  private recipeOf(runs: SourceResource): SourceResource | undefined {
    return this.resource(property(runs.properties, "containerRecipeArn"), "imagebuilder_container_recipe");
  }

  private parent(recipe: SourceResource): ImageDefinition["parentImage"] {
    const value = property(recipe.properties, "parentImage");
    const [, reference, tag] = /^(.+?)(?::([\w.-]+))?$/s.exec(typeof value === "string" ? value : "") ?? [];
    // A parent that is only a name is on Docker Hub, even if a repository has that name, too.
    const urls = ["arn", "repositoryUrl"];
    const find = (kind: string) => this.resource(value, kind, urls) ?? this.resource(reference, kind, urls);
    const [build, repository] = [find("imagebuilder_image"), find("ecr_repository")];
    const other = build
      ? this.recipeOf(build)
      : this.all("container_recipe").find((each) => repository && this.repositoryOf(each) === repository);
    const image = this.names.get(other?.id ?? "");
    if (image === undefined) return this.needed(recipe, "parentImage");
    return tag === undefined || referenced(value) !== undefined ? { image } : { image, tag };
  }

  private platform(recipe: SourceResource, parent: ImageDefinition["parentImage"]): "Windows" | undefined {
    const { properties } = recipe;
    const isNeeded = typeof parent !== "string" || !isImageBuilderArn(parent);
    const override = this.text(recipe, "platformOverride");
    const why = `Image Builder ${isNeeded ? "needs one unless" : "forbids one if"} the parent is an Image Builder image`;
    if (!isNeeded && override !== undefined) this.note("changed", "the platform override is removed", why);
    const components = blocks(properties, "components").map((use) => this.own(use, "component")?.properties);
    const all = [properties, ...components].map((each) => property(each, "platform"));
    // A recipe for one of AWS's own images does not have to say its platform.
    const byName = /:aws:image\/windows-/.test(textOf(parent)) ? "Windows" : undefined;
    const own = override ?? all.find((each) => each !== undefined);
    const platform = this.isKnown("platform", own) && own === "Windows" ? "Windows" : byName;
    if (isNeeded && override === undefined && property(properties, "platform") === undefined)
      this.note("changed", `no platform override → ${platform ?? "Linux"}`, why);
    return platform;
  }

  /**
   * Returns the value for a definition: the name of a file, after adding its text to the image's files, or an S3
   * address.
   */
  private document(resource: SourceResource, field: string, file: string): string {
    const [data, uri] = field === "" ? ["data", "uri"] : [`${field}Data`, `${field}Uri`];
    const isInline = property(resource.properties, data) !== undefined;
    const asset = isInline ? undefined : this.source.textAt?.(masked(property(resource.properties, uri)));
    const address = isInline || asset !== undefined ? undefined : this.text(resource, uri);
    const text = asset ?? this.text(resource, data);
    if (text === undefined && address === undefined) {
      const words = { found: `neither ${data} nor ${uri}`, allowed: "one of the two", fix: addIt };
      this.findings.push(error(resource.at, "IB-IMPORT-INCOMPLETE", words));
    }
    if (text === undefined) return address ?? file;
    let name = file;
    for (let number = 2; this.files[name] !== undefined && this.files[name] !== text; number++)
      name = file.replace(/(?=\.yaml$)/, `-${number}`);
    this.files[name] = text;
    return name;
  }

  /** Returns the source's own component or workflow, whether a reference or an ARN in its own account names it. */
  private own(use: unknown, kind: "component" | "workflow"): SourceResource | undefined {
    const arn = property(use, `${kind}Arn`);
    const built = /^arn:[^:]+:imagebuilder:[^:]+:\*:(?:component|workflow\/[^/]+)\/([^/]+)\/([^/]+)/;
    const [, name = "", version = ""] = built.exec(masked(arn)) ?? [];
    const isBuilt = (each: SourceResource): boolean => {
      const own = textOf(property(each.properties, "version")).split(".");
      const isSame = (part: string, index: number): boolean => ["x", "*", own[index]].includes(part);
      return foldName(nameOf(each)) === foldName(name) && version.split(".").every(isSame);
    };
    return this.resource(arn, `imagebuilder_${kind}`) ?? this.all(kind).find(isBuilt);
  }

  /** Converts a component or workflow as used by a recipe or pipeline. */
  private use(from: SourceResource, use: unknown, kind: "component" | "workflow"): Settings {
    const arn = /^arn:[^:]+:imagebuilder:[^:]*:aws:(?:component|workflow\/[^/]+)\/([^/]+)\/([^/]+)/;
    const [, managed, version] = arn.exec(masked(property(use, `${kind}Arn`))) ?? [];
    const own = managed === undefined ? this.own(use, kind) : undefined;
    return withoutEmpty({
      managed,
      ...(own ? this.part(own) : { version: kind === "workflow" || version === "x.x.x" ? undefined : version }),
      type: own && kind === "workflow" ? this.needed(own, "type") : undefined,
      arn: managed === undefined && !own ? this.needed(from, `${kind}Arn`, use) : undefined,
      parameters: this.parameters(from, use, kind),
      ...this.settings(use, fields.use),
    });
  }

  /** Converts one of the source's own components or workflows. */
  private part(own: SourceResource): Settings {
    const name = slug(nameOf(this.take(own)));
    const document = this.document(own, "", `${name}.yaml`);
    const settings = { ...this.settings(own.properties, fields.document), version: this.series(own) };
    return { document, name: document.startsWith("s3://") ? name : undefined, ...settings };
  }

  private parameters(resource: SourceResource, use: unknown, kind: string): Settings {
    const given = blocks(use, "parameters").map((parameter): [string, string] => {
      const [value = "", ...more] = blocks(parameter, "value");
      const name = this.needed(resource, "name", parameter);
      if (more.length > 0)
        this.note("left out", `values of the ${kind}'s ${name} after the first`, "a parameter has one");
      return [name, this.text(resource, "", value) ?? ""];
    });
    return Object.fromEntries(given);
  }

  /** @param highest its highest version in AWS */
  private series(resource: SourceResource, highest?: string): string | undefined {
    const given = property(resource.properties, "version");
    const version = this.isKnown(`version of ${resource.id}`, given) ? textOf(given) : undefined;
    const [, major, minor] = /^(\d+)\.(\d+)\./.exec(highest ?? version ?? "") ?? [];
    const series = major === undefined ? "1.0" : `${major}.${Number(minor) + (highest === undefined ? 0 : 1)}`;
    const why = "versions continue from the highest, so that no build's tag moves";
    if (highest !== undefined) this.note("changed", `version ${highest} → ${series}.0`, why);
    else if (version?.endsWith(".0") === false) {
      const what = `version ${version} of ${resource.id} → ${series}.0`;
      this.note("changed", what, "its name is new, so its patch number starts at 0");
    }
    return series === "1.0" ? undefined : series;
  }

  private tags({ properties }: SourceResource): Settings {
    const tags = property(properties, "tags");
    const given = isRecord(tags) ? Object.entries(tags) : [];
    if (!isRecord(tags)) this.isKnown("tags", tags);
    const known = given.filter(([name, value]) => this.isKnown(`tag ${name}`, value));
    return Object.fromEntries(known.map(([name, value]) => [name, String(value)]));
  }

  private volumes(properties: unknown): Settings[] {
    const mappings = blocks(properties, "instanceConfiguration.blockDeviceMappings");
    const all = mappings.filter((each) => isRecord(each) || this.isKnown("volumes", each));
    const volumes = all.map((each) => this.settings(each, fields.volume)).filter(({ size }) => size !== undefined);
    if (volumes.length < all.length)
      this.note("left out", "a volume without a size", "every volume in buildInstance.volumes has a size");
    return volumes;
  }

  private repositoryOf({ id, properties }: SourceResource): SourceResource | undefined {
    return this.resource(property(properties, target), "ecr_repository", undefined, id);
  }

  private distribution(recipe: SourceResource, runs: SourceResource | undefined) {
    const own = this.configuration(runs, "distribution", "distributions");
    const none = "no distribution configuration → one for the recipe's repository";
    if (property(runs?.properties, "distributionConfigurationArn") === undefined)
      this.note("changed", none, "every image here has one");
    const targets = blocks(own?.properties, "distributions").filter((each) => property(each, output) !== undefined);
    const isUnknown = (each: unknown): boolean => unknownsIn(property(each, "region")).length > 0;
    const [, region] = /^arn:[^:]+:imagebuilder:([\w-]+):/.exec(textOf(property(recipe.properties, "arn"))) ?? [];
    const deployed = unknownsIn(this.source.region).length === 0 ? this.source.region : undefined;
    const isHere = (each: unknown): boolean => property(each, "region") === (region ?? deployed);
    const here = targets.find(isUnknown) ?? targets.find(isHere) ?? targets[0];
    if (here !== undefined && targets.length > 1 && !isUnknown(here) && !isHere(here) && region === undefined)
      this.note("changed", `the region → ${textOf(property(here, "region"))}`, "it is the first of the distributions");
    const resource = own ?? recipe;
    const wanted = property(recipe.properties, target);
    const repository = this.repositoryOf(recipe);
    const name = repository && (this.text(this.take(repository), "repositoryName") ?? this.text(repository, "name"));
    for (const each of targets) {
      const [tags, shared] = [each, here].map((one) => property(one, `${output}.containerTags`));
      this.override("container tags", tags, shared, "they are the same in every region");
      const own = property(each, `${output}.${target}`);
      if (own !== wanted && (!repository || this.resource(own, "ecr_repository") !== repository))
        this.override("the distribution's repository", own, wanted, "an image has one");
    }
    const known = region ?? (here !== undefined && !isUnknown(here) ? this.needed(resource, "region", here) : deployed);
    return {
      region: known === undefined && here === undefined ? {} : { region: known },
      repository: name ?? { existing: this.needed(recipe, target) },
      ...this.settings(repository?.properties, fields.repository),
      containerTags: blocks(here, `${output}.containerTags`).map((tag) =>
        textOf(this.text(resource, "containerTags", tag)),
      ),
      regions: targets
        .filter((each) => (region === undefined ? each !== here : !isHere(each)))
        .map((each) => this.needed(resource, "region", each)),
      ...this.settings(own?.properties, fields.distribution),
    };
  }

  private schedule(pipeline: SourceResource | undefined): ImageDefinition["schedule"] {
    const written = pipeline && this.text(pipeline, "schedule.scheduleExpression");
    if (pipeline === undefined || written === undefined) {
      this.note("taken", `built manually only: the source has no ${pipeline ? "schedule" : "pipeline"}`);
      return null;
    }
    const fixes = checkSchedule(written, pipeline.at).filter(({ code }) => code === "IB-CRON-FIELDS");
    const [, right] = /^write (cron\(.*\))$/.exec(fixes[0]?.fix ?? "") ?? [];
    if (right !== undefined) this.note("changed", `${written} → ${right}`, "Image Builder takes six fields");
    const schedule = {
      expression: right ?? written,
      startCondition: "EXPRESSION_MATCH_AND_DEPENDENCY_UPDATES_AVAILABLE",
      ...this.settings(property(pipeline.properties, "schedule"), fields.schedule),
    };
    const isPlain = schedule.startCondition === "EXPRESSION_MATCH_ONLY" && !("timezone" in schedule);
    return isPlain ? schedule.expression : (schedule as ImageDefinition["schedule"]);
  }

  /**
   * Reads the environment's settings, and returns those that this image overrides. The environment has the settings of
   * the first image, defaults included; an image can override only its instance types.
   *
   * @param region if its distribution configuration sets one
   */
  private ownSettings(runs: SourceResource | undefined, region: Settings): Settings {
    const infrastructure = this.configuration(runs, "infrastructure", "instanceProfileName");
    if (runs) this.require(runs, "infrastructureConfigurationArn");
    if (property(infrastructure?.properties, "instanceMetadataOptions") !== undefined)
      this.note("changed", "instance metadata options → tokens required, two hops", "container builds need two");
    const profile = this.resource(property(infrastructure?.properties, "instanceProfileName"), "iam_instance_profile");
    if (profile) this.take(profile);
    // The provider keeps the instance of a failed build unless it is told not to; CloudFormation does not.
    const kept = this.source.tool === "Terraform" && { terminateInstanceOnFailure: false };
    const given = Object.entries({ ...Object(infrastructure?.properties), ...kept } as Settings);
    // The environment creates its own profile.
    const properties = Object.fromEntries(given.filter(([key]) => !profile || spelled(key) !== "instanceprofilename"));
    const known = fields.infrastructure.filter(([from]) => unknownsIn(property(properties, from)).length === 0);
    const settings = { ...region, ...(infrastructure && this.settings(properties, fields.infrastructure)) };
    const names = [...Object.keys(region), ...(infrastructure ? known.map(([, to]) => to.replace(/\..*/, "")) : [])];
    const why = "an environment has one for all images; import this image into an environment of its own";
    const own: Record<string, unknown> = {};
    for (const name of new Set(names)) {
      const value: unknown = settings[name];
      if (!(name in this.environment)) this.environment[name] = value;
      const applied = this.environment[name];
      if (name !== "instanceTypes" || value === undefined) this.override(name, value, applied, why);
      else if (textOf(value) !== textOf(applied)) own[name] = value;
    }
    if (infrastructure && this.environment["instanceTypes"] === undefined)
      this.note("changed", "no instance types → the environment's default", "Image Builder would choose one");
    return own;
  }

  private note(kind: Note["kind"], what: string, why?: string): void {
    this.notes.push({ kind, what, why });
  }
}

/** Returns tags as a map, which some resources have as a list of keys and values. */
function tagsOf(tags: unknown): unknown {
  if (!isList(tags)) return tags;
  return Object.fromEntries(tags.map((each) => [property(each, "key"), property(each, "value")]));
}

function withoutEmpty<T extends object>(value: T): T {
  const isEmpty = (each: unknown): boolean =>
    typeof each === "object" && each !== null && Object.keys(each).length === 0;
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined && !isEmpty(each))) as T;
}
