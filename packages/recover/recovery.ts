import {
  DeleteComponentCommand,
  DeleteContainerRecipeCommand,
  DeleteImageCommand,
  DeleteWorkflowCommand,
} from "@aws-sdk/client-imagebuilder";
import { foldName } from "@pipelines/facts/names";
import type { ImageDescription } from "@pipelines/image-definition/environment-description";
import { inParallel, isNamed } from "@pipelines/operations/access";
import { adoptionOf, holderOf, type OldOwner } from "./adoption";
import { Inspection, type Matter } from "./inspect";
import { orphans, removeOrphan } from "./orphans";
import { type ObjectRead, readObjects } from "./read-objects";
import { type Services, servicesOf } from "./services";
import { type Site, StackState } from "./stack-state";
import { emptyState, hasObject, type StateFile, withCurrent, withoutTaint } from "./state-file";
import { defaultTags, type Wanted, wantedResources } from "./wanted";

/** One thing that was found, and what to do about it. */
export interface Item {
  readonly matter: Matter;
  /** `forward`: the image gets its next version. `refuse`: a person must decide. */
  readonly action: "take in" | "untaint" | "delete" | "tell" | "forward" | "refuse";
  readonly object?: ObjectRead;
  /** The CloudFormation stack that would still delete the object, which is why it cannot be adopted. */
  readonly holder?: OldOwner;
}

/** What was found in an environment. */
export type Findings = Awaited<ReturnType<Recovery["look"]>>;

/**
 * What a recovery needs to know so that a stack does not take over what belongs to another stack in its environment.
 */
interface Neighbours {
  /** All images in the environment. */
  readonly images: readonly ImageDescription[];
  /** The states of the environment's other stacks, by name. */
  readonly states: () => Promise<ReadonlyMap<string, StateFile>>;
}

/** Brings the stack, the state and AWS back in sync. */
export class Recovery {
  public readonly state: StackState;
  private readonly services: Services;
  private readonly wanted: ReadonlyMap<string, Wanted>;

  /**
   * @param adopted objects to adopt although they lack the environment's tags, see {@link adoptionOf}
   * @param withOrphans whether to delete signatures, attestations and SBOMs whose image no longer exists
   * @param neighbours set if the environment has groups
   */
  public constructor(
    private readonly site: Site,
    private readonly adopted: readonly string[] = [],
    private readonly withOrphans = false,
    private readonly neighbours?: Neighbours,
  ) {
    this.state = new StackState(site, "recover");
    this.services = servicesOf(site.access);
    this.wanted = wantedResources(site.config, site.access.place);
  }

  /** Finds what is wrong, without changing anything. */
  public async look() {
    const state = await this.state.pull();
    const tags = defaultTags(this.site.config);
    const inspection = new Inspection(this.services, this.wanted, tags, state, this.neighbours && this.isOfStack());
    const matters = await this.withoutOthers(await inspection.matters());
    const ids = new Map(
      matters.flatMap((each) =>
        each.kind === "missing" || (each.kind === "foreign" && this.isAdopted(each))
          ? [[each.address, each.id] as const]
          : [],
      ),
    );
    const { folder, config, terraform } = this.site;
    const from = { folder, config, wanted: this.wanted, state, terraform };
    const read = ids.size === 0 ? undefined : await readObjects(from, ids);
    if (this.withOrphans) {
      const others = this.neighbours?.images.filter(({ stack }) => stack !== this.site.stack) ?? [];
      matters.push(...(await orphans(this.wanted.values(), others, this.site.access)));
    }
    const found = matters.map((matter) => itemOf(matter, read?.objects));
    const items = await inParallel(found, 8, (item) => this.withHolder(item));
    // Terraform's version is recorded in an environment's first state.
    return { state, items, version: read?.version ?? state?.terraform_version ?? "" };
  }

  /**
   * Reports whether a version belongs to this stack. If several images' names are prefixes of the version's name, it
   * belongs to the image with the longest one.
   */
  private isOfStack(): (name: string) => boolean {
    const images = this.neighbours?.images.map(({ resourceName, stack }) => ({ image: foldName(resourceName), stack }));
    const known = images?.sort((a, b) => b.image.length - a.image.length);
    return (name) => known?.find(({ image }) => `${name}-`.startsWith(`${image}-`))?.stack === this.site.stack;
  }

  /**
   * Leaves out what is in another stack's state: until a move transfers it, this stack's resources may still be there.
   */
  private async withoutOthers(matters: readonly Matter[]): Promise<Matter[]> {
    const isOpen = ({ kind }: Matter) => ["missing", "foreign", "building", "left over"].includes(kind);
    if (this.neighbours === undefined || !matters.some(isOpen)) return [...matters];
    const states = [...(await this.neighbours.states())];
    return matters.flatMap((matter): Matter[] => {
      const { id } = matter;
      const address = "address" in matter ? matter.address : undefined;
      const [stack] = states.find(([, state]) => isOpen(matter) && hasObject(state, id, address)) ?? [];
      if (stack === undefined) return [matter];
      return address === undefined ? [] : [{ kind: "elsewhere", address, id, stack, region: matter.region }];
    });
  }

  /** Objects that a CloudFormation stack would delete are not adopted. */
  private async withHolder(item: Item): Promise<Item> {
    const { matter, action } = item;
    if (matter.kind !== "foreign" || action !== "take in") return item;
    const holder = await holderOf(this.services.in(matter.region).cloudFormation, matter.id);
    return holder === undefined || holder.letsGo ? item : { ...item, action: "refuse", holder };
  }

  private isAdopted({ address, id, region }: Matter & { readonly address: string }): boolean {
    return this.adopted.includes(adoptionOf(address, id, region));
  }

  /**
   * Makes the necessary repairs. Writes the state only once.
   *
   * @param locked whether this process holds the lock
   * @returns objects that are still in use and were therefore not deleted
   */
  public async carryOut({ state, items, version }: Findings, locked: boolean): Promise<string[]> {
    const before = state ?? emptyState(version);
    const after = items.reduce(inState, before);
    // If no lock is held, the write fails if someone is working on the state.
    if (after !== before || (!locked && state !== undefined)) {
      await this.state.push({ ...after, serial: before.serial + 1 });
    }
    const held: string[] = [];
    for (const { action, matter } of items) {
      if (matter.kind === "orphan") await removeOrphan(matter, this.site.access);
      else if (action === "delete" && !(await this.remove(matter.id))) held.push(matter.id);
    }
    return held;
  }

  /** @returns false if something in AWS still uses it */
  private async remove(arn: string): Promise<boolean> {
    const client = this.services.imageBuilder;
    try {
      if (arn.includes(":image/")) await client.send(new DeleteImageCommand({ imageBuildVersionArn: arn }));
      else if (arn.includes(":container-recipe/")) {
        await client.send(new DeleteContainerRecipeCommand({ containerRecipeArn: arn }));
      } else if (arn.includes(":workflow/")) {
        await client.send(new DeleteWorkflowCommand({ workflowBuildVersionArn: arn }));
      } else await client.send(new DeleteComponentCommand({ componentBuildVersionArn: arn }));
      return true;
    } catch (error) {
      if (isNamed(error, "ResourceNotFoundException")) return true;
      if (isNamed(error, "ResourceDependencyException")) return false;
      throw error;
    }
  }
}

/** Decides what to do about a finding. */
function itemOf(matter: Matter, objects: ReadonlyMap<string, ObjectRead> | undefined): Item {
  switch (matter.kind) {
    case "tainted":
      return { matter, action: "untaint" };
    case "elsewhere":
      return { matter, action: "refuse" };
    case "left over":
    case "orphan":
      return { matter, action: "delete" };
    case "missing":
    case "foreign": {
      const versioned = /^aws_imagebuilder_(component|container_recipe|workflow)\./.test(matter.address);
      const object = objects?.get(matter.address);
      if (object === undefined) return { matter, action: versioned ? "forward" : "refuse" };
      if (object.replacedFor.length === 0) return { matter, action: "take in", object };
      if (versioned) return { matter, action: "forward", object };
      // If the recipe is not imported, it gets the next version, and its image is then built again.
      if (matter.address.startsWith("aws_imagebuilder_image.")) return { matter, action: "tell" };
      return { matter, action: "refuse", object };
    }
    default:
      return { matter, action: "tell" };
  }
}

function inState(state: StateFile, { action, matter, object }: Item): StateFile {
  if (action === "untaint" && matter.kind === "tainted") return withoutTaint(state, matter.address);
  if (action !== "take in" || object === undefined || !("address" in matter) || matter.address === undefined)
    return state;
  const old = matter.kind === "missing" && matter.instead?.exists === true ? "deposed" : "dropped";
  // For adopted objects, the next deploy sets whether they may be deleted along with their content.
  const ours = matter.kind === "missing" ? object.inStateAlone : {};
  const instance = { ...object.instance, attributes: { ...object.instance.attributes, ...ours } };
  return withCurrent(state, matter.address, object.provider, instance, old);
}
