import { error, type Finding } from "@pipelines/findings/finding";
import { list } from "@pipelines/findings/text";
import { groupBy, isRecord } from "@pipelines/findings/values";
import { type StackConfig, unescape } from "@pipelines/permissions/stack-config";
import { addressOf, emptyState, type StateFile, type StateResource } from "./state-file";
import { nameOf, placeOfStack, wantedResources } from "./wanted";

/** A stack of an environment, as it is defined now and as its state has it. */
export interface PlacedStack {
  readonly name: string;
  readonly config: StackConfig;
  readonly state: StateFile | undefined;
}

/** Entries of a state that belong in another stack's. */
export interface Move {
  readonly from: string;
  readonly to: string;
  readonly addresses: readonly string[];
}

/** Entries that are in the state of one stack, and that only the configuration of another one has. */
export function movesBetween(stacks: readonly PlacedStack[]): Move[] {
  const all = stacks.map((each) => ({
    ...each,
    wanted: wantedResources(each.config, placeOfStack(each.config, each.name)),
  }));
  return all.flatMap((from) => {
    const others = (from.state?.resources ?? []).flatMap((entry) => {
      const address = addressOf(entry);
      if (entry.mode !== "managed" || from.wanted.has(address)) return [];
      const to = all.find(({ wanted }) => wanted.has(address));
      const rule = to?.wanted.get(address)?.attributes["rule"];
      return to !== undefined && hasSameRule(entry, rule) ? [{ to, address }] : [];
    });
    const targets = groupBy(others, ({ to }) => to);
    return all.flatMap((to) => {
      const addresses = targets.get(to)?.map(({ address }) => address) ?? [];
      return addresses.length === 0 ? [] : [{ from: from.name, to: to.name, addresses }];
    });
  });
}

/**
 * A target of a rule that no stack has any more stays with that rule: the next deploy deletes both, the target first,
 * as EventBridge demands.
 */
function hasSameRule({ type, instances }: StateResource, rule: unknown): boolean {
  return type !== "aws_cloudwatch_event_target" || instances.every(({ attributes }) => attributes["rule"] === rule);
}

/** Names of the images whose pipelines are moved. */
export function imagesOf({ addresses }: Move): string[] {
  return addresses.flatMap((each) => /_image_pipeline\.image_(.+)_pipeline_[0-9A-F]{8}$/.exec(each)?.[1] ?? []).sort();
}

/** Entries whose addresses have another object in the other state. */
export function takenAddresses(stacks: readonly PlacedStack[], moves: readonly Move[]): Finding[] {
  return moves.flatMap(({ from, to, addresses }) =>
    addresses.flatMap((address) => {
      const [moved, there] = [from, to].map((name) => entryAt(stateOf(stacks, name), address));
      if (moved === undefined || there === undefined || idsIn(moved) === idsIn(there)) return [];
      return error({ file: to, field: address }, "IB-MOVE-TAKEN", {
        found: `${idsIn(there)} in the state of ${to}, and ${idsIn(moved)} in that of ${from}`,
        allowed: "one object for each resource",
        fix: `find out which of them is right, and remove the other one: terraform -chdir=cdktf.out/stacks/<stack> state rm ${address}`,
      });
    }),
  );
}

/** The states to write, by stack: first those that get entries, then those that lose some. */
export function movedStates(
  stacks: readonly PlacedStack[],
  moves: readonly Move[],
): { readonly first: ReadonlyMap<string, StateFile>; readonly last: ReadonlyMap<string, StateFile> } {
  const before = stacks.flatMap(({ state }) => state ?? []);
  const outputs = before.map(outputValues);
  const [first, last] = [new Map<string, StateFile>(), new Map<string, StateFile>()];
  for (const { name, config, state } of stacks) {
    const loses = new Set(moves.filter(({ from }) => from === name).flatMap(({ addresses }) => addresses));
    const incoming = moves
      .filter(({ to }) => to === name)
      .flatMap(({ from, addresses }) => addresses.flatMap((each) => entryAt(stateOf(stacks, from), each) ?? []));
    let current = state ?? emptyState(before[0]?.terraform_version ?? "");
    if (incoming.length > 0) {
      const there = new Set(current.resources.map(addressOf));
      const added = [...incoming, ...records(config, before)].filter((each) => !there.has(addressOf(each)));
      // What another state still needs if this is interrupted stays until the end.
      current = written(current, config, [...current.resources, ...added], outputs, loses.size > 0);
      first.set(name, current);
    }
    if (loses.size === 0) continue;
    const kept = current.resources.filter((each) => !loses.has(addressOf(each)));
    last.set(name, written(current, config, kept, outputs, false));
  }
  return { first, last };
}

/** What each stack records in its own state, such as the project's name: no object of AWS. */
function records({ resource }: StackConfig, states: readonly StateFile[]): StateResource[] {
  return Object.keys(resource["terraform_data"] ?? {}).flatMap(
    (name) => states.map((state) => entryAt(state, `terraform_data.${name}`)).find((each) => each !== undefined) ?? [],
  );
}

function written(
  state: StateFile,
  config: StackConfig,
  resources: readonly StateResource[],
  outputs: readonly unknown[],
  keep: boolean,
): StateFile {
  const there = new Set(resources.map(addressOf));
  const values = Object.fromEntries(Object.entries(config.output ?? {}).map(([name, { value }]) => [name, value]));
  const known = knownValue(values, [outputValues(state), ...outputs], keep) as Readonly<Record<string, unknown>>;
  return {
    ...state,
    serial: state.serial + 1,
    outputs: Object.fromEntries(Object.entries(known).map(([name, value]) => [name, { value, type: typeOf(value) }])),
    resources: resources.map((each) => ({
      ...each,
      instances: each.instances.map((instance) =>
        instance.dependencies === undefined
          ? instance
          : { ...instance, dependencies: instance.dependencies.filter((address) => there.has(address)) },
      ),
    })),
  };
}

/**
 * A value of the configuration, with what only Terraform knows as the first of these states has it.
 *
 * @param keep whether keys stay that only the first one has
 */
function knownValue(value: unknown, before: readonly unknown[], keep: boolean): unknown {
  if (typeof value === "string") {
    const isLiteral = !/[$%]\{/.test(value.replaceAll(/([$%])\1\{/g, ""));
    return isLiteral ? unescape(value) : before.find((each) => each !== undefined);
  }
  if (Array.isArray(value)) return value.map((each) => knownValue(each, [], keep));
  if (!isRecord(value)) return value;
  const objects = before.map((each) => (isRecord(each) ? each : {}));
  const entries = Object.entries(value).map(([key, inner]) => {
    const known = knownValue(
      inner,
      objects.map((each) => each[key]),
      keep,
    );
    return [key, known] as const;
  });
  const known = Object.fromEntries(entries.filter(([, inner]) => inner !== undefined));
  return keep ? { ...objects[0], ...known } : known;
}

function outputValues({ outputs }: StateFile): Record<string, unknown> {
  const all = Object.entries(outputs as Readonly<Record<string, { readonly value: unknown }>>);
  return Object.fromEntries(all.map(([name, { value }]) => [name, value]));
}

/** The type of an output, as a state has it. */
function typeOf(value: unknown): unknown {
  if (Array.isArray(value)) return ["tuple", value.map(typeOf)];
  if (!isRecord(value)) return value === null ? "dynamic" : typeof value === "boolean" ? "bool" : typeof value;
  return ["object", Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, typeOf(inner)]))];
}

function stateOf(stacks: readonly PlacedStack[], name: string): StateFile | undefined {
  return stacks.find((each) => each.name === name)?.state;
}

function entryAt(state: StateFile | undefined, address: string): StateResource | undefined {
  return state?.resources.find((each) => each.mode === "managed" && addressOf(each) === address);
}

function idsIn({ instances }: StateResource): string {
  return list(instances.map(({ attributes }) => nameOf(String(attributes["id"]))).sort());
}
