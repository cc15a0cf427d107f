import { eventsName, namePrefix } from "@pipelines/image-definition/full-names";
import { foldName } from "@pipelines/facts/names";
import { isBuild, isRecipe, isReplacement, type ResourceChange } from "./resource-change";
import { textAt } from "./values";

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
export class Ripples {
  /** Image names by repository, and each image's own parent image. */
  private readonly byRepository = new Map<string, string>();
  private readonly parentImages = new Map<string, string>();
  private readonly replaced = new Set<string>();
  private readonly created = new Set<string>();
  private builds = false;
  /** Rules by target ID. */
  private readonly targets = new Map<string, string>();
  private readonly rules = new Set<string>();
  private environment = "";

  public see(change: ResourceChange): void {
    const { type, action, before, after, deposed } = change;
    if (deposed || action === "delete" || action === "forget") return;
    const name = textAt(after, "name") ?? "";
    if (isRecipe(change)) {
      this.environment = textAt(after, "tags_all", "Environment") ?? this.environment;
      this.parentImages.set(name, textAt(after, "parent_image") ?? "");
      this.byRepository.set(textAt(after, "target_repository", 0, "repository_name") ?? "", name);
      if (action === "create") this.created.add(name);
    } else if (isBuild(change)) {
      this.builds ||= action === "create";
      if (isReplacement(change)) this.replaced.add(textAt(before, "name") ?? "");
    } else if (type === "aws_cloudwatch_event_target" && action !== "create") {
      // A new target exists only after the builds that it would follow.
      this.targets.set(textAt(after, "target_id") ?? "", textAt(after, "rule") ?? "");
    } else if (type === "aws_cloudwatch_event_rule" && textAt(after, "event_pattern")?.includes("aws.imagebuilder")) {
      this.rules.add(name);
    }
  }

  public ripple(): Ripple {
    const { replaced, created } = this;
    const built = new Set([...replaced, ...(this.builds ? created : [])]);
    const deploy = this.levels(built);
    const after = new Set<string>();
    let size = -1;
    while (size < after.size) {
      size = after.size;
      for (const name of this.parentImages.keys()) {
        const parent = this.parentOf(name);
        const begins = parent !== undefined && (replaced.has(parent) || after.has(parent));
        if (begins && !built.has(name) && this.follows(name)) after.add(name);
      }
    }
    return {
      rebuilt: [...replaced].map((name) => this.short(name)),
      after: [...after].map((name) => this.short(name)),
      levels: { deploy, all: this.levels(new Set([...built, ...after])) },
    };
  }

  private follows(name: string): boolean {
    return this.rules.has(this.targets.get(eventsName(foldName(name))) ?? "");
  }

  private parentOf(name: string): string | undefined {
    const [, repository = ""] = /^\d+\.dkr\.ecr\.[^/]+\/([^:@]+)/.exec(this.parentImages.get(name) ?? "") ?? [];
    return this.byRepository.get(repository);
  }

  /** Length of the longest chain of these images in which each is built on the previous one. */
  private levels(names: ReadonlySet<string>): number {
    const parents = (name: string): string[] => [this.parentOf(name) ?? []].flat();
    return longestPath(names, parents, (name) => (names.has(name) ? 1 : 0));
  }

  private short(name: string): string {
    const prefix = namePrefix({ environment: this.environment });
    return this.environment !== "" && name.startsWith(prefix) ? name.slice(prefix.length) : name;
  }
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
