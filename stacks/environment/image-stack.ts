import type { App } from "cdktf";
import { Construct } from "constructs";
import { hasErrors } from "@pipelines/findings/finding";
import { BuildInfrastructure } from "../../constructs/build-infrastructure";
import { BuildNotifications, hasDestination } from "../../constructs/build-notifications";
import { ChainRebuilds } from "../../constructs/chain-rebuilds";
import { ContainerImage, type ContainerImageProps } from "../../constructs/container-image";
import { existingRepository, ImageRepository, type TargetRepository } from "../../constructs/image-repository";
import { workflowsOf } from "../../constructs/image-workflows";
import type { Place } from "../../constructs/place";
import { RegistryScan } from "../../constructs/registry-scan";
import { WorkflowRole, workflowRoleArn } from "../../constructs/workflow-role";
import { scanRepositoryName } from "@pipelines/image-definition/full-names";
import { isPlaced, type Workflow } from "@pipelines/image-definition/image";
import { ImageChains } from "@pipelines/image-definition/image-chains";
import type { Versions } from "@pipelines/version-lock/versions";
import { ResolvedOnce } from "../synthesis/resolved-once";
import { addBackend, stateOwner } from "./backend";
import { accessOf, existingProfile } from "./check-build-permissions";
import { isScanned } from "./check-scans";
import { EnvironmentOutputs } from "./environment-outputs";
import type { GroupedImage, ResolvedSettings } from "./environment-settings";
import { addProvider, projectTags } from "./provider";
import { type Former, formerOf, Repositories } from "./repositories";

/** An environment while its stacks are being created. */
export interface Environment {
  readonly settings: ResolvedSettings;
  readonly place: Place;
  /** The file of the environment's class, for findings. */
  readonly file: string;
  readonly versions: Versions;
  /** Its images, parents first. */
  readonly defined: readonly DefinedImage[];
  /** The images that are already in a stack, by name. */
  readonly built: Map<string, ContainerImage>;
  /**
   * Returns log groups of other environments whose names start with this environment's name. Called once all
   * environments are defined.
   */
  readonly foreignLogGroups: () => string[];
}

interface DefinedImage extends GroupedImage {
  readonly regions: readonly string[];
  readonly workflows: readonly Workflow[];
}

export function definedImages({ images, regions }: ResolvedSettings, place: Place, versions: Versions): DefinedImage[] {
  return new ImageChains(images).parentsFirst().map((image) => ({
    ...image,
    regions: image.regions ?? regions,
    workflows: workflowsOf(image, place, versions),
  }));
}

/**
 * Images of one environment that share a state: those of one group, or those in no group. The stack without a group
 * contains everything that the environment's images share; the other stacks refer to it by name.
 */
export class ImageStack extends ResolvedOnce {
  public readonly settings: ResolvedSettings;
  public readonly place: Place;
  public readonly file: string;
  public readonly images: ReadonlyMap<string, ContainerImage>;
  /** Repositories that its images used before, and images that it no longer has. Known once the stack is finished. */
  public former: Former = { images: [], repositories: [] };
  private readonly infrastructure: BuildInfrastructure;
  private readonly repositories: Repositories;

  /** @param group name of the group. @default images that are in no group */
  public constructor(
    app: App,
    id: string,
    private readonly environment: Environment,
    public readonly group?: string,
  ) {
    super(app, id);
    const { settings, place, file } = environment;
    this.settings = settings;
    this.place = place;
    this.file = file;

    const tags = { Environment: place.environment, ...projectTags, ...settings.tags };
    addProvider(this, { account: place.account, region: place.region, tags });
    addBackend(this, stateOwner(settings, group));
    this.infrastructure = this.addInfrastructure(tags);
    this.addNotifications();
    this.addRegistryScan();
    this.repositories = new Repositories(this, place, settings, tags);
    this.images = this.addImages();
  }

  /** Adds what depends on the images in all stacks of the environment. */
  public finish(): void {
    const { settings, place, group, images, infrastructure, environment } = this;
    const former = environment.versions
      .formerRepositories(place.environment, settings.deletionProtection)
      .filter((each) => each.group === group);
    this.repositories.keep(former);
    this.former = formerOf(former, settings);
    this.addRebuilds();
    new EnvironmentOutputs(this, "outputs", {
      place,
      infrastructure,
      images,
      instanceProfileRole: settings.instanceProfileRole,
      project: settings.project,
      grouped: settings.groups !== undefined,
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
      elsewhere: this.group !== undefined,
    });
  }

  private addNotifications(): void {
    const { notifications, permissionsBoundary } = this.settings;
    if (this.group !== undefined || !hasDestination(notifications)) return;
    new BuildNotifications(this, "notifications", { place: this.place, permissionsBoundary, ...notifications });
  }

  private addRegistryScan(): void {
    const { registryScan } = this.settings;
    if (this.group !== undefined || registryScan === undefined) return;
    new RegistryScan(this, "registry-scan", { type: registryScan });
  }

  private addRebuilds(): void {
    const { settings, place, group } = this;
    const { permissionsBoundary, groups, images } = settings;
    const followers = [...this.images.values()].filter(({ rebuiltWithParent }) => rebuiltWithParent);
    const role = group === undefined && groups !== undefined && new ImageChains(images).followers().length > 0;
    if (followers.length === 0 && !role) return;
    const grouped = groups && { role };
    new ChainRebuilds(this, "rebuilds", { place, permissionsBoundary, followers, grouped });
  }

  /**
   * Images are pushed here to be scanned before they are tested, so that untested images do not appear in a repository
   * that others pull from. Each image expires after a day.
   */
  private addScanRepository(): TargetRepository | undefined {
    const { place, group, settings } = this;
    if (!isScanned(settings)) return undefined;
    const name = scanRepositoryName(place);
    if (group !== undefined) return existingRepository(place, name);
    const { repository } = new ImageRepository(this, "scans", {
      place,
      name,
      imageTagMutability: "MUTABLE",
      deletionProtection: false,
      keep: { days: 1 },
      protectedTags: [],
      tags: {},
    });
    return repository;
  }

  private addWorkflowRole(): ContainerImageProps["workflowRole"] {
    const { settings, place, group, environment } = this;
    if (environment.defined.every(({ workflows }) => workflows.length === 0)) return undefined;
    if (group !== undefined) return { arn: workflowRoleArn(place), permissions: [] };
    const { permissionsBoundary, workflowPermissions: permissions } = settings;
    return new WorkflowRole(this, "workflows", {
      place,
      instanceProfile: existingProfile(settings),
      permissionsBoundary,
      permissions,
      foreignLogGroups: environment.foreignLogGroups,
    });
  }

  private addImages(): Map<string, ContainerImage> {
    const { settings, place, environment, infrastructure, repositories } = this;
    const { built, versions } = environment;
    // A separate scope, so that an image's name cannot collide with an ID in this stack.
    const imageScope = new Construct(this, "image");
    const images = new Map<string, ContainerImage>();
    const scanRepository = this.addScanRepository();
    const workflowRole = this.addWorkflowRole();
    for (const image of environment.defined.filter(({ group }) => group === this.group)) {
      // The image's findings are reported elsewhere. It cannot be built, but must not hide other mistakes.
      if (hasErrors(image.findings) || built.has(image.name) || !isPlaced(image)) continue;
      const scan = image.scan ?? settings.scan;
      const construct = new ContainerImage(imageScope, image.name, {
        place,
        image,
        group: this.group,
        repository: repositories.of(image),
        regionalRepositories: new Map(image.regions.map((region) => [region, repositories.of(image, region)])),
        infrastructure,
        versions,
        workflowRole: image.workflows.length > 0 ? workflowRole : undefined,
        scanRepository: scan === undefined ? undefined : scan === "enhanced" ? scanRepository : null,
        schedule: image.schedule === undefined ? settings.schedule : image.schedule,
        buildOnDeploy:
          (image.buildOnDeploy ?? settings.buildOnDeploy)
            ? { timeoutMinutes: settings.buildTimeoutMinutes }
            : undefined,
        logRetentionDays: settings.logRetentionDays,
        parent: image.parent && built.get(image.parent.image),
      });
      images.set(image.name, construct);
      built.set(image.name, construct);
    }
    return images;
  }
}
