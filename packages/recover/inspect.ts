import { foldName } from "@pipelines/facts/names";
import { inParallel } from "@pipelines/operations/access";
import { isRunning } from "@pipelines/operations/builds";
import { finderOf, type Found, versionedTypes } from "./resource-types";
import type { Services } from "./services";
import { currentOf, idsOf, type Instance, type StateFile } from "./state-file";
import { nameOf, type Wanted } from "./wanted";
import { namePrefix } from "@pipelines/image-definition/full-names";

/** A problem with a resource, or with an object that nothing refers to. */
export type Matter = Kind & {
  /** The resource's region, if it is an additional one. @default the environment's */
  readonly region?: string | undefined;
};

type Kind =
  /** AWS has what the stack needs, but the state does not. `instead` is what the state has at this address. */
  | { readonly kind: "missing"; readonly address: string; readonly id: string; readonly instead: Instead | undefined }
  /** The same, without the environment's tags. */
  | { readonly kind: "foreign"; readonly address: string; readonly id: string; readonly tags: Found["tags"] }
  /** The state has it, but AWS does not. */
  | { readonly kind: "gone"; readonly address: string; readonly id: string }
  /** Its creation was interrupted, or the wait for its build was, and it is complete now. */
  | { readonly kind: "tainted"; readonly address: string; readonly id: string }
  /** The same, but it is not complete: the next deploy creates it again. */
  | { readonly kind: "broken"; readonly address: string; readonly id: string; readonly status: string }
  /** A build that has not ended yet. */
  | { readonly kind: "building"; readonly address: string | undefined; readonly id: string; readonly status: string }
  /** A version, or a build, that this environment created and nothing wants. */
  | { readonly kind: "left over"; readonly id: string }
  /** AWS has what the stack wants, and so has the state of another stack of the environment. */
  | { readonly kind: "elsewhere"; readonly address: string; readonly id: string; readonly stack: string }
  /** A signature, an attestation or an SBOM whose image is gone. */
  | { readonly kind: "orphan"; readonly id: string; readonly repository: string; readonly tag: string };

/** What the state has at an address, and whether that object still exists. */
export interface Instead {
  readonly id: string;
  readonly exists: boolean;
}

/** Compares stack, state and AWS without changing anything. */
export class Inspection {
  public constructor(
    private readonly services: Services,
    private readonly wanted: ReadonlyMap<string, Wanted>,
    private readonly ownTags: Readonly<Record<string, string>>,
    private readonly state: StateFile | undefined,
    /** Reports whether a version with this name belongs to one of the stack's images. */
    private readonly isOfStack: (name: string) => boolean = () => true,
  ) {}

  public async matters(): Promise<Matter[]> {
    const resources = await inParallel([...this.wanted.values()], 8, async (each) => {
      const { region } = each;
      return (await this.resource(each)).map((matter) => (region === undefined ? matter : { ...matter, region }));
    });
    const all: Matter[] = resources.flat();
    return [...all, ...(await this.leftOver(all))];
  }

  private isOwn(tags: Found["tags"]): boolean {
    return tags !== undefined && Object.entries(this.ownTags).every(([key, value]) => tags[key] === value);
  }

  private async resource({ address, type, attributes, region }: Wanted): Promise<Matter[]> {
    const finder = finderOf(type);
    if (finder === undefined) return [];
    const services = this.services.in(region);
    const find = (of: Wanted["attributes"]) => finder(of, services, (tags) => this.isOwn(tags), id);
    const current = currentOf(this.state, address);
    const id = current === undefined ? "" : idOf(current);
    const found = await find(attributes);
    if (current !== undefined && found?.id === id) {
      return current.status === "tainted" ? [tainted(address, found, this.isOwn(found.tags))] : [];
    }
    const before = current && (await find(current.attributes));
    const instead = current && { id, exists: before?.id === id };
    const gone: Matter[] = instead?.exists === false ? [{ kind: "gone", address, id }] : [];
    if (found === undefined) return gone;
    if (!this.isOwn(found.tags) && found.unfinished !== true) {
      return [...gone, { kind: "foreign", address, id: found.id, tags: found.tags }];
    }
    if (stillBuilds(found)) return [...gone, { kind: "building", address, id: found.id, status: found.status }];
    return [{ kind: "missing", address, id: found.id, instead }];
  }

  private async leftOver(matters: readonly Matter[]): Promise<Matter[]> {
    const { imageBuilder, place } = this.services;
    const prefix = foldName(namePrefix(place));
    const used = new Set<unknown>(matters.map(({ id }) => id));
    const left: Matter[] = [];
    for (const [type, builds] of Object.entries(versionedTypes)) {
      for (const id of idsOf(this.state, type)) used.add(id);
      for (const found of await builds(imageBuilder)) {
        const { id, tags } = found;
        const [name = ""] = nameOf(id).split(" ");
        if (!name.startsWith(prefix) || used.has(id) || !this.isOwn(tags) || !this.isOfStack(name)) continue;
        left.push(
          stillBuilds(found)
            ? { kind: "building", address: undefined, id, status: found.status }
            : { kind: "left over", id },
        );
      }
    }
    return left;
  }
}

function idOf({ attributes: { id } }: Instance): string {
  return typeof id === "string" ? id : "";
}

function stillBuilds(found: Found): found is Found & { readonly status: string } {
  return found.status !== undefined && isRunning({ state: found.status });
}

function tainted(address: string, found: Found, isOwn: boolean): Matter {
  const { id, status = "AVAILABLE" } = found;
  if (stillBuilds(found)) return { kind: "building", address, id, status };
  if (status === "AVAILABLE" && (isOwn || found.unfinished === true)) return { kind: "tainted", address, id };
  return { kind: "broken", address, id, status };
}
