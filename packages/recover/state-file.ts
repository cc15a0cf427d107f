import { randomUUID } from "node:crypto";

/** One object of a resource in a state. */
export interface Instance {
  readonly schema_version: number;
  readonly attributes: Readonly<Record<string, unknown>>;
  /** Its creation did not complete, so Terraform replaces it. */
  readonly status?: "tainted";
  /** Key of a deposed object: it has been replaced by another one, but still has to be destroyed. */
  readonly deposed?: string;
  readonly dependencies?: readonly string[];
  readonly create_before_destroy?: boolean;
  readonly sensitive_attributes?: readonly unknown[];
}

export interface StateResource {
  readonly mode: "managed" | "data";
  readonly type: string;
  readonly name: string;
  /** `provider["registry.terraform.io/hashicorp/aws"]` */
  readonly provider: string;
  readonly instances: readonly Instance[];
}

/** The output of `terraform state pull`, in version 4, which Terraform has written since 0.12. */
export interface StateFile {
  readonly version: number;
  readonly terraform_version: string;
  readonly serial: number;
  readonly lineage: string;
  readonly outputs: object;
  readonly resources: readonly StateResource[];
  readonly check_results?: unknown;
}

/** Returns the first state of a stack. @param terraform_version version of the Terraform that writes it */
export function emptyState(terraform_version: string): StateFile {
  return { version: 4, terraform_version, serial: 0, lineage: randomUUID(), outputs: {}, resources: [] };
}

/** Returns the current object at an address, ignoring deposed ones. */
export function currentOf(state: StateFile | undefined, address: string): Instance | undefined {
  return resourceAt(state, address)?.instances.find(({ deposed }) => deposed === undefined);
}

/** Returns the IDs of all objects of a type in the state, including deposed ones. */
export function idsOf(state: StateFile | undefined, type: string): Set<unknown> {
  const resources = (state?.resources ?? []).filter((each) => each.mode === "managed" && each.type === type);
  return new Set(resources.flatMap(({ instances }) => instances.map(({ attributes }) => attributes["id"])));
}

/** Reports whether the state has an object with this ID, or any object at this address. */
export function hasObject({ resources }: StateFile, id: string, address?: string): boolean {
  return resources.some((each) =>
    address === undefined
      ? each.instances.some(({ attributes }) => attributes["id"] === id)
      : addressOf(each) === address,
  );
}

export function addressOf({ type, name }: StateResource): string {
  return `${type}.${name}`;
}

/** Returns the managed resource at an address. */
export function resourceAt(state: StateFile | undefined, address: string): StateResource | undefined {
  return state?.resources.find((each) => each.mode === "managed" && addressOf(each) === address);
}

/**
 * Puts an object at an address. The previous object either becomes `deposed`, so that the next apply destroys it, or is
 * `dropped`.
 */
export function withCurrent(
  state: StateFile,
  address: string,
  provider: string,
  instance: Instance,
  old: "deposed" | "dropped",
): StateFile {
  const existing = resourceAt(state, address);
  const before = currentOf(state, address);
  const others = existing?.instances.filter((each) => each !== before) ?? [];
  const kept = before !== undefined && old === "deposed" ? [{ ...before, deposed: newKey(others) }] : [];
  // Dependencies determine the order of destruction; the next apply writes them again.
  const { dependencies, create_before_destroy } = before ?? {};
  const order = {
    ...(dependencies === undefined ? {} : { dependencies }),
    ...(create_before_destroy === undefined ? {} : { create_before_destroy }),
  };
  const [type = "", name = ""] = address.split(".");
  const instances = [{ ...order, ...instance }, ...others, ...kept];
  const resource: StateResource = { mode: "managed", type, name, provider, ...existing, instances };
  return { ...state, resources: [...state.resources.filter((each) => each !== existing), resource] };
}

/** Returns the state without the current object at an address. */
export function withoutCurrent(state: StateFile, address: string): StateFile {
  const current = currentOf(state, address);
  return {
    ...state,
    resources: state.resources.flatMap((resource) => {
      const instances = resource.instances.filter((each) => each !== current);
      return instances.length === 0 ? [] : [{ ...resource, instances }];
    }),
  };
}

export function withoutTaint(state: StateFile, address: string): StateFile {
  const current = currentOf(state, address);
  const untainted = (instance: Instance): Instance =>
    Object.fromEntries(Object.entries(instance).filter(([key]) => key !== "status")) as unknown as Instance;
  return {
    ...state,
    resources: state.resources.map((resource) => ({
      ...resource,
      instances: resource.instances.map((each) => (each === current ? untainted(each) : each)),
    })),
  };
}

/** Returns a key of eight hexadecimal digits that no other deposed object of the resource has. */
function newKey(others: readonly Instance[]): string {
  for (let number = others.length + 1; ; number++) {
    const key = number.toString(16).padStart(8, "0");
    if (others.every(({ deposed }) => deposed !== key)) return key;
  }
}
