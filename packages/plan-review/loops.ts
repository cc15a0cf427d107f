import { foldName } from "@pipelines/facts/names";
import { awaitedBy } from "./event-pattern";
import type { Neighbour } from "./neighbours";
import type { PlanContext, Resource } from "./plan-context";
import type { ResourceChange } from "./resource-change";
import type { Row } from "./row";
import { subject } from "./subject";
import { isList, isObject, type JsonObject, objectsOf, plainText } from "./values";

/** A build of an image or a push to a repository, as in `image/dev-web`. If it is not known, it may be any. */
type Event = string | undefined;

/** Every pipeline may also be started by something that no build causes. */
const schedule = "schedule";

/** What starts a pipeline: an event rule's target, or a schedule. */
interface Start {
  readonly address: string;
  readonly awaited: Event;
  /** The events that the pipeline's builds cause. */
  readonly caused: readonly Event[];
}

/**
 * Returns rows for targets that, with this plan, start builds without end: what their pipeline causes is what they wait
 * for, directly or through other targets, including those in other stacks of the environment.
 */
export function loopRows(
  changes: readonly ResourceChange[],
  plan: PlanContext,
  neighbours: readonly Neighbour[] = [],
): Row[] {
  const loopsAt = (half: "before" | "after"): ReadonlySet<string> => {
    const others = neighbours.flatMap(({ stack, [half]: config }) =>
      startsIn(resourcesIn(config?.["resource"] ?? {}), `${stack} `),
    );
    return looping([...startsIn(plan.resourcesAt(half)), ...others]);
  };
  const [old, now] = [loopsAt("before"), loopsAt("after")];
  const message = "the builds that it starts may start it again, directly or through other targets, and never end";
  return changes
    .filter(({ address }) => now.has(address) && !old.has(address))
    .map((change) => ({ meaning: "approval", subject: subject(change), message }));
}

/** Returns the addresses of those that are in a loop, or between two loops. */
function looping(starts: readonly Start[]): ReadonlySet<string> {
  const known = new Set(starts.flatMap(({ caused }) => caused));
  // What no pipeline in the environment causes, anything may cause.
  const targets = starts.filter(({ awaited }) => awaited !== schedule);
  let rest = targets.map((start) => (known.has(start.awaited) ? start : { ...start, awaited: undefined }));
  for (let count = -1; count !== rest.length;) {
    count = rest.length;
    const [awaited, caused] = [rest.map((start) => start.awaited), rest.flatMap((start) => start.caused)].map(isOneOf);
    rest = rest.filter((start) => caused?.(start.awaited) === true && start.caused.some((each) => awaited?.(each)));
  }
  return new Set(rest.map(({ address }) => address));
}

function isOneOf(events: readonly Event[]): (event: Event) => boolean {
  const all = new Set(events);
  return (event) => event === undefined || all.has(event) || all.has(undefined);
}

/** @param resources undefined if nothing is known about them */
function startsIn(resources: readonly Resource[] | undefined, prefix = ""): Start[] {
  if (resources === undefined) return [{ address: prefix, awaited: undefined, caused: [undefined] }];
  const named = new Map<string, JsonObject>();
  for (const { type, id, values } of resources) {
    for (const attribute of ["name", "arn"]) {
      named.set(`\${${type}.${id}.${attribute}}`, values).set(`${type} ${plainText(values[attribute] ?? {})}`, values);
    }
  }
  const find = (type: string, value: unknown): JsonObject | undefined =>
    typeof value === "string" ? (named.get(`aws_${type} ${value}`) ?? named.get(value)) : undefined;
  const causedBy = (pipeline: JsonObject = {}): Event[] => {
    const { container_recipe_arn: recipeArn, distribution_configuration_arn: distributionArn } = pipeline;
    const recipe = find("imagebuilder_container_recipe", recipeArn);
    const distribution = find("imagebuilder_distribution_configuration", distributionArn);
    const image = literal(recipe?.["name"]);
    // A distribution that is not here may push to anything.
    const pushing = distribution ?? (typeof distributionArn === "string" ? { target_repository: {} } : undefined);
    const repositories = repositoriesIn([pipeline, recipe, pushing]);
    return [
      image && `image/${foldName(image)}`,
      ...repositories.map((each) => {
        const name = literal(find("ecr_repository", each)?.["name"] ?? each);
        return name && `repository/${name}`;
      }),
    ];
  };
  return resources.flatMap(({ type, id, values }): Start[] => {
    const address = `${prefix}${type}.${id}`;
    if (type === "aws_imagebuilder_image_pipeline") return [{ address, awaited: schedule, caused: causedBy(values) }];
    const { rule, arn } = values;
    if (type !== "aws_cloudwatch_event_target" || otherTarget.test(plainText(arn))) return [];
    const awaited = awaitedBy(plainText(find("cloudwatch_event_rule", rule)?.["event_pattern"]));
    return [{ address, awaited, caused: causedBy(find("imagebuilder_image_pipeline", arn)) }];
  });
}

/** Returns a text without references. */
function literal(value: unknown): string | undefined {
  return typeof value === "string" && !value.includes("$") ? value : undefined;
}

/** Something other than a pipeline, such as a topic. */
const otherTarget = /^(arn:[\w-]+:(?!imagebuilder:)|\$\{aws_(?!imagebuilder_)\w+\.[\w-]+\.arn\}$)/;

/** Returns the repositories in blocks at any depth, to which builds push. */
function repositoriesIn(value: unknown): unknown[] {
  if (isList(value)) return value.flatMap(repositoriesIn);
  return Object.entries(isObject(value) ? value : {}).flatMap(([name, inner]) => {
    const isRepository = name === "target_repository" || name === "ecr_configuration";
    return isRepository ? objectsOf([inner].flat()).map((block) => block["repository_name"]) : repositoriesIn(inner);
  });
}

/** Returns the resources of a configuration; undefined if it is not written as this project writes it. */
function resourcesIn(blocks: unknown): Resource[] | undefined {
  if (!isObject(blocks) || !Object.values(blocks).every(isObject)) return undefined;
  const all = Object.entries(blocks).flatMap(([type, bodies]) =>
    Object.entries(bodies as JsonObject).map(([id, values]) => ({ type, id, values })),
  );
  return all.every((one): one is Resource => isObject(one.values)) ? all : undefined;
}
