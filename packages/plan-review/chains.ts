import { eventsName, namePrefix } from "@pipelines/image-definition/full-names";
import { foldName } from "@pipelines/facts/names";
import { isBuild, isRecipe, isReplacement, type ResourceChange } from "./resource-change";
import { textAt, type Value } from "./values";

/** The consequences of a set of builds. */
export interface Ripple {
  /** Images that the deploy rebuilds, by their short names. */
  readonly rebuilt: readonly string[];
  /** Images that EventBridge builds afterward. */
  readonly after: readonly string[];
  /** How many builds in a row wait for each other: in the deploy alone, and including those after it. */
  readonly levels: { readonly deploy: number; readonly all: number };
}

/**
 * Follows builds from parent images to child images: recipes show which image is built on which, and rule targets show
 * which pipelines are started.
 */
export function ripple(changes: readonly ResourceChange[]): Ripple {
  const staying = changes.filter(({ deposed, action }) => !deposed && action !== "delete" && action !== "forget");
  const ofType = (name: string): ResourceChange[] => staying.filter(({ type }) => type === `aws_${name}`);
  const recipes = staying.filter(isRecipe);
  const repositoryOf = (recipe: Value): string => textAt(recipe, "target_repository", 0, "repository_name") ?? "";
  const byRepository = new Map(recipes.map(({ after }) => [repositoryOf(after), nameOf(after)]));
  const parents = new Map(recipes.map(({ after }) => [nameOf(after), parentOf(after, byRepository)]));

  const builds = staying.filter(isBuild);
  const replaced = new Set(builds.filter(isReplacement).map(({ before }) => nameOf(before)));
  const isFirst = ({ action }: ResourceChange): boolean => action === "create";
  const created = builds.some(isFirst) ? recipes.filter(isFirst).map(({ after }) => nameOf(after)) : [];
  const built = new Set([...replaced, ...created]);

  const rules = ofType("cloudwatch_event_rule")
    .filter(({ after }) => textAt(after, "event_pattern")?.includes("aws.imagebuilder"))
    .map(({ after }) => nameOf(after));
  // A new target exists only after the builds that it would follow.
  const targets = ofType("cloudwatch_event_target")
    .filter((target) => !isFirst(target))
    .map(({ after }) => [textAt(after, "target_id"), textAt(after, "rule") ?? ""] as const);
  const ruleOf = new Map(targets);
  const follows = (name: string): boolean => rules.includes(ruleOf.get(eventsName(foldName(name))) ?? "");

  const after = new Set<string>();
  for (let size = -1; size < after.size;) {
    size = after.size;
    for (const [name, parent] of parents) {
      const begins = parent !== undefined && (replaced.has(parent) || after.has(parent));
      if (begins && !built.has(name) && follows(name)) after.add(name);
    }
  }
  /** Length of the longest chain of these images in which each is built on the previous one. */
  const levels = (names: ReadonlySet<string>): number => {
    const parentsOf = (name: string): string[] => [parents.get(name) ?? []].flat();
    return longestPath(names, parentsOf, (name) => (names.has(name) ? 1 : 0));
  };
  const environment = recipes.flatMap((recipe) => textAt(recipe.after, "tags_all", "Environment") ?? []).at(-1) ?? "";
  const prefix = environment === "" ? "" : namePrefix({ environment });
  const short = (name: string): string => (name.startsWith(prefix) ? name.slice(prefix.length) : name);
  return {
    rebuilt: [...replaced].map(short),
    after: [...after].map(short),
    levels: { deploy: levels(built), all: levels(new Set([...built, ...after])) },
  };
}

function nameOf(half: Value): string {
  return textAt(half, "name") ?? "";
}

/** Returns the image in whose repository a recipe's parent image is. */
function parentOf(recipe: Value, byRepository: ReadonlyMap<string, string>): string | undefined {
  const [, repository = ""] = /^\d+\.dkr\.ecr\.[^/]+\/([^:@]+)/.exec(textAt(recipe, "parent_image") ?? "") ?? [];
  return byRepository.get(repository);
}

/** Returns the weight of the heaviest path that ends at any of these names. */
export function longestPath(
  names: Iterable<string>,
  before: (name: string) => readonly string[],
  weight: (name: string) => number,
): number {
  const known = new Map<string, number>();
  const longest = (name: string): number => {
    const found = known.get(name);
    if (found !== undefined) return found;
    // A malicious file may contain a cycle.
    known.set(name, 0);
    const sum = Math.max(0, ...before(name).map(longest)) + weight(name);
    known.set(name, sum);
    return sum;
  };
  return Math.max(0, ...[...names].map(longest));
}
