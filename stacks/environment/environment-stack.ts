import * as path from "node:path";
import type { App } from "cdktf";
import { Construct } from "constructs";
import { callersIn } from "@pipelines/findings/thrown";
import { isRecord } from "@pipelines/findings/values";
import { addCheck } from "../../constructs/attach";
import { type Finding, hasErrors } from "@pipelines/findings/finding";
import { regionalName } from "@pipelines/image-definition/regional-repository";
import { partitionOf } from "@pipelines/facts/regions";
import { BuildInfrastructure, type BuildInfrastructureProps } from "../../constructs/build-infrastructure";
import { BuildNotifications, hasDestination } from "../../constructs/build-notifications";
import { ChainRebuilds } from "../../constructs/chain-rebuilds";
import { ContainerImage } from "../../constructs/container-image";
import { workflowsOf } from "../../constructs/image-workflows";
import { ImageRepository } from "../../constructs/image-repository";
import { RegistryScan } from "../../constructs/registry-scan";
import type { Place } from "../../constructs/place";
import { isPlaced } from "@pipelines/image-definition/image";
import { ImageChains } from "@pipelines/image-definition/image-chains";
import { WorkflowRole } from "../../constructs/workflow-role";
import type { FormerRepository, Versions } from "@pipelines/version-lock/versions";
import { ResolvedOnce } from "../synthesis/resolved-once";
import { checkNeighbours } from "./check-collisions";
import { existingProfile, sourcesOf, strictTargets } from "./check-build-permissions";
import { isScanned } from "./check-scans";
import { namePrefix, scanRepositoryName } from "@pipelines/image-definition/full-names";
import { checkFirstBuilds } from "./check-first-builds";
import { checkAnywhere, checkPlace, checkSettings } from "./check-settings";
import { EnvironmentOutputs } from "./environment-outputs";
import { type EnvironmentSettings, fullName, readSettings, type ResolvedSettings } from "./environment-settings";
import { type ProjectSettings, readProject } from "./project-settings";
import { addProvider, projectTags } from "./provider";
import { addBackend } from "./backend";
import { Repositories } from "./repositories";

/**
 * Everything that builds the images of one environment, in one account and region, with its own state.
 *
 * A subclass sets the settings and nothing else.
 */
export abstract class EnvironmentStack extends ResolvedOnce {
  public readonly settings: ResolvedSettings;
  public readonly place: Place;
  public readonly images: ReadonlyMap<string, ContainerImage>;
  /** Names of repositories that its images used before, from the version lock. */
  public readonly formerRepositories: readonly string[];
  /** The file of its class, for findings. */
  public readonly file: string;

  protected constructor(app: App, versions: Versions, settings: EnvironmentSettings) {
    super(app, unusedId(app, settings, readProject(app).value));
    this.file = fileOfClass();
    const project = readProject(this);
    const { value, findings } = readSettings(settings, this.file, project.value);
    this.settings = value;
    this.place = placeOf(value);
    addCheck(this, [...project.findings, ...findings, ...this.check(findings, versions)]);

    const { environment, account, region } = value;
    const tags = { Environment: environment, ...projectTags, ...value.tags };
    addProvider(this, { account, region, tags });
    addBackend(this, value);
    const infrastructure = this.addInfrastructure(tags);
    this.addNotifications();
    const { registryScan } = value;
    if (registryScan !== undefined) new RegistryScan(this, "registry-scan", { type: registryScan });
    const repositories = new Repositories(this, this.place, value, tags);
    this.images = this.addImages(infrastructure, versions, repositories);
    const former = versions.formerRepositories(environment, value.deletionProtection);
    repositories.keep(former);
    this.formerRepositories = formerNames(former, value);
    this.addRebuilds();
    new EnvironmentOutputs(this, "outputs", {
      place: this.place,
      infrastructure,
      images: this.images,
      instanceProfileRole: value.instanceProfileRole,
      project: value.project,
    });
  }

  private addInfrastructure(instanceTags: Readonly<Record<string, string>>): BuildInfrastructure {
    const { settings, place } = this;
    const { subnetId, securityGroupIds, instanceTypes, terminateInstanceOnFailure } = settings;
    const { logRetentionDays, deletionProtection, placement, keyPair, snsTopicArn } = settings;
    return new BuildInfrastructure(this, "build", {
      place,
      subnetId,
      securityGroupIds,
      instanceTypes,
      terminateInstanceOnFailure,
      logRetentionDays,
      deletionProtection,
      placement,
      keyPair,
      snsTopicArn,
      instanceTags,
      access: accessOf(settings, place),
    });
  }

  private addNotifications(): void {
    const { notifications, permissionsBoundary } = this.settings;
    if (!hasDestination(notifications)) return;
    new BuildNotifications(this, "notifications", { place: this.place, permissionsBoundary, ...notifications });
  }

  private addRebuilds(): void {
    const followers = [...this.images.values()].filter(({ rebuiltWithParent }) => rebuiltWithParent);
    if (followers.length === 0) return;
    const { permissionsBoundary } = this.settings;
    new ChainRebuilds(this, "rebuilds", { place: this.place, permissionsBoundary, followers });
  }

  /** `findings`: what is wrong with the shape of the settings. Such fields have placeholders, which are not checked. */
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

  /**
   * Log groups of other environments in the account whose names begin with this one's, like `dev-critical` for `dev`.
   */
  private foreignLogGroups(): string[] {
    const others = this.node.root.node.children.filter((child) => child instanceof EnvironmentStack);
    return others
      .filter(({ node, place }) => place.account === this.place.account && node.id.startsWith(`${this.node.id}-`))
      .flatMap((other) => {
        const beginnings = ["", "pipeline/"].map((kind) => `/aws/imagebuilder/${kind}${namePrefix(other.place)}`);
        // A star, so that a new image of that environment changes nothing here, unless an image of this one has such a
        // name.
        const isAlike = logGroupsOf(this).some((own) => beginnings.some((beginning) => own.startsWith(beginning)));
        return isAlike ? logGroupsOf(other) : beginnings.map((beginning) => `${beginning}*`);
      });
  }

  /**
   * Images are pushed here to be scanned before they are tested, so that they are not where others pull from. Each
   * expires after a day.
   */
  private addScanRepository(): ImageRepository {
    return new ImageRepository(this, "scans", {
      place: this.place,
      name: scanRepositoryName(this.place),
      imageTagMutability: "MUTABLE",
      deletionProtection: false,
      keep: { days: 1 },
      protectedTags: [],
      tags: {},
    });
  }

  private addImages(
    infrastructure: BuildInfrastructure,
    versions: Versions,
    repositories: Repositories,
  ): Map<string, ContainerImage> {
    const { settings, place } = this;
    // A separate scope, so that an image's name cannot collide with an id of this stack.
    const imageScope = new Construct(this, "image");
    const images = new Map<string, ContainerImage>();
    const scans = isScanned(settings) ? this.addScanRepository() : undefined;
    const { permissionsBoundary, workflowPermissions: permissions } = settings;
    const ordered = new ImageChains(settings.images).parentsFirst();
    const defined = ordered.map((image) => ({
      ...image,
      regions: image.regions ?? settings.regions,
      workflows: workflowsOf(image, place, versions),
    }));
    const workflowRole = defined.some(({ workflows }) => workflows.length > 0)
      ? new WorkflowRole(this, "workflows", {
          place,
          instanceProfile: existingProfile(settings),
          permissionsBoundary,
          permissions,
          foreignLogGroups: () => this.foreignLogGroups(),
        })
      : undefined;
    for (const image of defined) {
      // Its findings are reported. It cannot be built, and must not hide other mistakes.
      if (hasErrors(image.findings) || images.has(image.name) || !isPlaced(image)) continue;
      const scan = image.scan ?? settings.scan;
      const construct = new ContainerImage(imageScope, image.name, {
        place,
        image,
        repository: repositories.of(image),
        regionalRepositories: new Map(image.regions.map((region) => [region, repositories.of(image, region)])),
        infrastructure,
        versions,
        workflowRole: image.workflows.length > 0 ? workflowRole : undefined,
        scanRepository: scan === undefined ? undefined : scan === "enhanced" ? scans?.repository : null,
        schedule: image.schedule === undefined ? settings.schedule : image.schedule,
        buildOnDeploy:
          (image.buildOnDeploy ?? settings.buildOnDeploy)
            ? { timeoutMinutes: settings.buildTimeoutMinutes }
            : undefined,
        logRetentionDays: settings.logRetentionDays,
        parent: image.parent && images.get(image.parent.image),
      });
      images.set(image.name, construct);
    }
    return images;
  }
}

/** Names of the log groups of a stack's images, and of their log streams. */
function logGroupsOf({ images }: EnvironmentStack): string[] {
  const groups = [...images.values()].flatMap(({ logGroup, pipelineLogGroup }) => [logGroup, pipelineLogGroup]);
  return groups.flatMap(({ nameInput = "" }) => [nameInput, `${nameInput}:*`]);
}

function placeOf({ environment, account, region, encryptionKey }: ResolvedSettings): Place {
  return { environment, account, region, partition: partitionOf(region), encryptionKey };
}

/** Those of these repositories that no image of the environment uses any more. */
function formerNames(former: readonly FormerRepository[], { images, regions: everywhere }: ResolvedSettings): string[] {
  const current = new Set(
    images.flatMap(({ repository, regions = everywhere }) =>
      [undefined, ...regions].map((each) => regionalName(repository, each)),
    ),
  );
  return former.map(({ name }) => name).filter((name) => !current.has(name));
}

/** What builds may do. */
function accessOf(settings: ResolvedSettings, place: Place): BuildInfrastructureProps["access"] {
  const { instanceProfile, buildPermissions: permissions, permissionsBoundary } = settings;
  return instanceProfile === undefined
    ? { reads: sourcesOf(settings), permissions, permissionsBoundary, pushesOnlyTo: strictTargets(settings, place) }
    : { instanceProfile };
}

/**
 * The environment's name. If CDKTF would throw because of it, which would hide every other mistake, a similar name; the
 * environment's checks report what is wrong with it.
 */
function unusedId(app: App, settings: unknown, project: ProjectSettings): string {
  const environment = isRecord(settings) ? settings.environment : undefined;
  const id =
    (typeof environment === "string" && fullName(environment, project).replaceAll(/[^A-Za-z0-9_-]/g, "-")) || "unnamed";
  return app.node.tryFindChild(id) === undefined ? id : `${id}-${app.node.children.length}`;
}

const root = path.resolve(__dirname, "../..");

/** The file of the subclass that is being created, or `main.ts`. */
function fileOfClass(): string {
  const files = callersIn(root).map(({ file }) => file);
  return files.findLast((file) => file !== "main.ts") ?? "main.ts";
}
