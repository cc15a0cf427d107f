import { AwsProvider } from "@cdktf/provider-aws/lib/provider";
import { App, TerraformStack } from "cdktf";
import { Construct } from "constructs";
import { addCheck } from "../checks/attach";
import { hasErrors } from "../checks/finding";
import { partitionOf } from "../checks/regions";
import { BuildInfrastructure } from "../constructs/build-infrastructure";
import { ContainerImage } from "../constructs/container-image";
import { ImageRepository } from "../constructs/image-repository";
import { Place } from "../constructs/place";
import { literalMap } from "../constructs/terraform-text";
import { Versions } from "../versions/versions";
import { checkNeighbours } from "./check-collisions";
import { checkKinds, checkSettings } from "./check-settings";
import { EnvironmentOutputs } from "./environment-outputs";
import { EnvironmentSettings, ResolvedSettings, resolveSettings } from "./environment-settings";
import { requireVersions } from "./required-versions";
import { addBackend } from "./backend";

/** Value of the tag `Project` on everything. */
const project = "container-image-pipelines";

/**
 * Everything that builds the images of one environment, in one account and region, with a state of its own.
 *
 * A subclass sets the settings and nothing else.
 */
export abstract class EnvironmentStack extends TerraformStack {
  public readonly settings: ResolvedSettings;
  public readonly place: Place;
  public readonly images: ReadonlyMap<string, ContainerImage>;

  protected constructor(app: App, versions: Versions, settings: EnvironmentSettings) {
    super(app, unusedId(app, settings.environment));
    const file = `stacks/${kebabCase(new.target.name)}.ts`;
    const kinds = checkKinds(settings, file);
    this.settings = resolveSettings(kinds.settings);
    const { environment, account, region, deletionProtection, logRetentionDays } = this.settings;
    const place: Place = { environment, account, region, partition: partitionOf(region) };
    this.place = place;
    const others = app.node.children
      .filter((child) => child instanceof EnvironmentStack)
      .filter((child) => child !== this);
    addCheck(this, [
      ...kinds.findings,
      ...checkSettings(this.settings, place, file),
      ...checkNeighbours(this, others, file),
    ]);

    requireVersions(this);
    addBackend(this, this.settings);
    const tags = { Environment: environment, Project: project, ManagedBy: "cdktf", ...this.settings.tags };
    new AwsProvider(this, "aws", {
      region,
      allowedAccountIds: [account],
      defaultTags: [{ tags: literalMap(tags) }],
    });

    const infrastructure = new BuildInfrastructure(this, "build", {
      place,
      subnetId: this.settings.subnetId,
      securityGroupIds: this.settings.securityGroupIds,
      instanceTypes: this.settings.instanceTypes,
      terminateInstanceOnFailure: this.settings.terminateInstanceOnFailure,
      logRetentionDays,
      deletionProtection,
      instanceTags: tags,
    });

    // Scopes of their own, so that no image's or repository's name meets an id of this stack.
    const repositoryScope = new Construct(this, "repository");
    const imageScope = new Construct(this, "image");
    const repositories = new Map<string, ImageRepository>();
    const images = new Map<string, ContainerImage>();
    for (const image of this.settings.images) {
      // What is wrong with it is told; it cannot be built, and must not hide what is wrong elsewhere.
      if (hasErrors(image.findings) || images.has(image.name)) continue;
      let repository = repositories.get(image.repository);
      if (repository === undefined) {
        repository = new ImageRepository(repositoryScope, image.repository, {
          name: image.repository,
          imageTagMutability: image.imageTagMutability,
          deletionProtection,
          tags: image.tags,
        });
        repositories.set(image.repository, repository);
      }
      images.set(
        image.name,
        new ContainerImage(imageScope, image.name, {
          place,
          image,
          repository: repository.repository,
          infrastructure,
          versions,
          schedule: image.schedule === undefined ? this.settings.schedule : image.schedule,
          buildOnDeploy: this.settings.buildOnDeploy
            ? { timeoutMinutes: this.settings.buildTimeoutMinutes }
            : undefined,
          logRetentionDays,
        }),
      );
    }
    this.images = images;
    new EnvironmentOutputs(this, "outputs", { place, infrastructure, images });
  }
}

/**
 * The environment's name, or one like it where CDKTF would throw, which would hide every other mistake; the
 * environment's checks tell what is wrong with it.
 */
function unusedId(app: App, environment: unknown): string {
  const id = (typeof environment === "string" && environment.replaceAll(/[^A-Za-z0-9_-]/g, "-")) || "unnamed";
  return app.node.tryFindChild(id) === undefined ? id : `${id}-${app.node.children.length}`;
}

/** `ProdStack` → `prod-stack`: files are named after the class inside. */
function kebabCase(name: string): string {
  return name.replaceAll(/(?<=[a-z0-9])(?=[A-Z])/g, "-").toLowerCase();
}
