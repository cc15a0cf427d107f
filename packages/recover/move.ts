import { error, type Finding } from "@pipelines/findings/finding";
import { list } from "@pipelines/findings/text";
import { groupBy, isRecord } from "@pipelines/findings/values";
import { type StackConfig, unescape } from "@pipelines/permissions/stack-config";
import { addressOf, emptyState, resourceAt, type StateFile, type StateResource } from "./state-file";
import { nameOf, placeOfStack, wantedResources } from "./wanted";

/** A stack in an environment, as currently defined and as recorded in its state. */
export interface PlacedStack {
  readonly name: string;
  readonly config: StackConfig;
  readonly state: StateFile | undefined;
}

/** Entries in a state that belong in another stack's state. */
export interface Move {
  readonly from: string;
  readonly to: string;
  readonly addresses: readonly string[];
}

/** Returns entries that are in one stack's state but only in another stack's configuration. */
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
 * If a rule is no longer in any stack, its target stays with it: the next deploy deletes both, the target first, as
 * EventBridge requires.
 */
function hasSameRule({ type, instances }: StateResource, rule: unknown): boolean {
  return type !== "aws_cloudwatch_event_target" || instances.every(({ attributes }) => attributes["rule"] === rule);
}

/** Returns the names of the images whose pipelines are moved. */
export function imagesOf({ addresses }: Move): string[] {
  return addresses.flatMap((each) => /_image_pipeline\.image_(.+)_pipeline_[0-9A-F]{8}$/.exec(each)?.[1] ?? []).sort();
}

/** Returns findings for entries whose address already refers to a different object in the other state. */
export function takenAddresses(stacks: readonly PlacedStack[], moves: readonly Move[]): Finding[] {
  return moves.flatMap(({ from, to, addresses }) =>
    addresses.flatMap((address) => {
      const [moved, there] = [from, to].map((name) => resourceAt(stateOf(stacks, name), address));
      if (moved === undefined || there === undefined || idsIn(moved) === idsIn(there)) return [];
      return error({ file: to, field: address }, "IB-MOVE-TAKEN", {
        found: `${idsIn(there)} in the state of ${to}, and ${idsIn(moved)} in that of ${from}`,
        allowed: "one object for each resource",
        fix: `find out which one is right, and remove the other: terraform -chdir=cdktf.out/stacks/<stack> state rm ${address}`,
      });
    }),
  );
}

/** Returns the states to write, by stack: first those that gain entries, then those that lose entries. */
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
      .flatMap(({ from, addresses }) => addresses.flatMap((each) => resourceAt(stateOf(stacks, from), each) ?? []));
    let current = state ?? emptyState(before[0]?.terraform_version ?? "");
    if (incoming.length > 0) {
      const there = new Set(current.resources.map(addressOf));
      const added = [...incoming, ...records(config, before)].filter((each) => !there.has(addressOf(each)));
      // Entries that another state would still need after an interruption stay until the end.
      current = written(current, config, [...current.resources, ...added], outputs, loses.size > 0);
      first.set(name, current);
    }
    if (loses.size === 0) continue;
    const kept = current.resources.filter((each) => !loses.has(addressOf(each)));
    last.set(name, written(current, config, kept, outputs, false));
  }
  return { first, last };
}

/**
 * Returns the entries in which a stack records facts about itself, such as the project's name; they do not exist in
 * AWS.
 */
function records({ resource }: StackConfig, states: readonly StateFile[]): StateResource[] {
  return Object.keys(resource["terraform_data"] ?? {}).flatMap(
    (name) =>
      states.map((state) => resourceAt(state, `terraform_data.${name}`)).find((each) => each !== undefined) ?? [],
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
 * Returns a value from the configuration. Anything that only Terraform knows is taken from the first of these states
 * that contains it.
 *
 * @param keep whether to keep keys that exist only in the first state
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

/** Returns the type of an output, in the form that a state uses. */
function typeOf(value: unknown): unknown {
  if (Array.isArray(value)) return ["tuple", value.map(typeOf)];
  if (!isRecord(value)) return value === null ? "dynamic" : typeof value === "boolean" ? "bool" : typeof value;
  return ["object", Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, typeOf(inner)]))];
}

function stateOf(stacks: readonly PlacedStack[], name: string): StateFile | undefined {
  return stacks.find((each) => each.name === name)?.state;
}

function idsIn({ instances }: StateResource): string {
  return list(instances.map(({ attributes }) => nameOf(String(attributes["id"]))).sort());
}
