import {
  DeleteComponentCommand,
  DeleteContainerRecipeCommand,
  DeleteImageCommand,
  DeleteWorkflowCommand,
} from "@aws-sdk/client-imagebuilder";
import { randomUUID } from "node:crypto";
import * as fs from "node:fs";
import * as path from "node:path";
import type { StackConfig } from "@pipelines/permissions/stack-config";
import { type Access, inParallel, isNamed } from "@pipelines/operations/access";
import { failure } from "@pipelines/operations/failure";
import type { Ended } from "@pipelines/terraform/terraform";
import { adoptionOf, holderOf, type OldOwner } from "./adoption";
import { Inspection, type Matter } from "./inspect";
import { type LockInfo, StateLock } from "./lock";
import { orphans, removeOrphan } from "./orphans";
import { type ObjectRead, readObjects, succeed } from "./read-objects";
import { type Services, servicesOf } from "./services";
import { type StateFile, withCurrent, withoutTaint } from "./state-file";
import { defaultTags, type Wanted, wantedResources } from "./wanted";

/** The stack of an environment, and what works on it. */
export interface Site {
  /** The initialized folder of its `cdk.tf.json`. */
  readonly folder: string;
  readonly config: StackConfig;
  readonly access: Access;
  readonly terraform: (args: readonly string[], folder: string) => Promise<Ended>;
  readonly now: () => Date;
}

/** One thing that was found, and what is done about it. */
export interface Item {
  readonly matter: Matter;
  /** `forward`: the image gets its next version. `refuse`: a person has to decide. */
  readonly action: "take in" | "untaint" | "delete" | "tell" | "forward" | "refuse";
  readonly object?: ObjectRead;
  /** Who still deletes it, and keeps it from being adopted. */
  readonly holder?: OldOwner;
}

/** What was found in an environment. */
export interface Findings {
  readonly state: StateFile | undefined;
  readonly items: readonly Item[];
  /** For the first state of an environment: Terraform's version. */
  readonly version: string;
}

/** Makes stack, state and AWS agree again. */
export class Recovery {
  public readonly lock: StateLock | undefined;
  private readonly services: Services;
  private readonly wanted: ReadonlyMap<string, Wanted>;

  /**
   * @param adopted what to adopt without the environment's tags, see {@link adoptionOf}
   * @param withOrphans whether to delete signatures, attestations and SBOMs without their image
   */
  public constructor(
    private readonly site: Site,
    private readonly adopted: readonly string[] = [],
    private readonly withOrphans = false,
  ) {
    this.lock = StateLock.of(site.config, site.access);
    this.services = servicesOf(site.access);
    this.wanted = wantedResources(site.config, site.access.place);
  }

  /** Finds what is wrong, and changes nothing. */
  public async look(): Promise<Findings> {
    const state = await this.pull();
    const tags = defaultTags(this.site.config);
    const matters = await new Inspection(this.services, this.wanted, tags, state).matters();
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
    if (this.withOrphans) matters.push(...(await orphans(this.wanted.values(), this.site.access)));
    const found = matters.map((matter) => itemOf(matter, read?.objects));
    const items = await inParallel(found, 8, (item) => this.withHolder(item));
    return { state, items, version: read?.version ?? state?.terraform_version ?? "" };
  }

  /** What a stack of CloudFormation deletes is not adopted. */
  private async withHolder(item: Item): Promise<Item> {
    const { matter, action } = item;
    if (matter.kind !== "foreign" || action !== "take in") return item;
    const holder = await holderOf(this.services.in(matter.region).cloudFormation, matter.id);
    return holder === undefined || holder.letsGo ? item : { ...item, action: "refuse", holder };
  }

  private isAdopted({ address, id, region }: Matter & { readonly address: string }): boolean {
    return this.adopted.includes(adoptionOf(address, id, region));
  }

  private async pull(): Promise<StateFile | undefined> {
    const text = await succeed(this.site.terraform, ["state", "pull"], this.site.folder);
    return text.trim() === "" ? undefined : (JSON.parse(text) as StateFile);
  }

  /**
   * Carries out what was found to be necessary. The state is written only once.
   *
   * @param locked whether this holds the lock
   * @returns what something still uses, and was therefore not deleted
   */
  public async carryOut({ state, items, version }: Findings, locked: boolean): Promise<string[]> {
    const before: StateFile = state ?? {
      version: 4,
      terraform_version: version,
      serial: 0,
      lineage: randomUUID(),
      outputs: {},
      resources: [],
    };
    const after = items.reduce(inState, before);
    // Without a lock, the write fails if somebody works on the state.
    if (after !== before || (!locked && state !== undefined)) {
      await this.push({ ...after, serial: before.serial + 1 }, locked);
    }
    const held: string[] = [];
    for (const { action, matter } of items) {
      if (matter.kind === "orphan") await removeOrphan(matter, this.site.access);
      else if (action === "delete" && !(await this.remove(matter.id))) held.push(matter.id);
    }
    return held;
  }

  private async push(state: StateFile, locked: boolean): Promise<void> {
    const file = path.join(this.site.folder, `recover-${process.pid}.tfstate`);
    try {
      fs.writeFileSync(file, JSON.stringify(state, null, 2), { mode: 0o600 });
      // The lock is already held, and covers this too.
      await succeed(this.site.terraform, ["state", "push", ...(locked ? ["-lock=false"] : []), file], this.site.folder);
    } finally {
      fs.rmSync(file, { force: true });
    }
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

  /** Runs this while no Terraform can: each refuses to run next to the other. */
  public async whileLocked<T>(work: (locked: boolean) => Promise<T>): Promise<T> {
    if (this.lock === undefined) return work(false);
    const id = await this.lock.take(this.site.now());
    if (id === undefined) throw lockedBy(this.site.access.place.environment, await this.lock.read());
    try {
      return await work(true);
    } finally {
      await this.lock.free(id);
    }
  }
}

export function lockedBy(environment: string, info: LockInfo | undefined): ReturnType<typeof failure> {
  const who = info === undefined ? "somebody" : `${info.Who}, ${info.Operation}, since ${info.Created}, ID ${info.ID}`;
  return failure(
    "IB-RECOVER-LOCKED",
    environment,
    `the state is locked by ${who}`,
    "a state that nobody works on",
    info === undefined
      ? "run the same command again"
      : `wait until that ends; where you know that it is dead: --break-lock ${info.ID}`,
  );
}

/** What to do about a finding. */
function itemOf(matter: Matter, objects: ReadonlyMap<string, ObjectRead> | undefined): Item {
  switch (matter.kind) {
    case "tainted":
      return { matter, action: "untaint" };
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
      // If a recipe is not imported, its image is built again with the next one.
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
  // Whether something that others created may be deleted with its content is for the next deploy to decide.
  const ours = matter.kind === "missing" ? object.inStateAlone : {};
  const instance = { ...object.instance, attributes: { ...object.instance.attributes, ...ours } };
  return withCurrent(state, matter.address, object.provider, instance, old);
}
