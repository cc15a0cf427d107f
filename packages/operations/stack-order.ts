import type { ListedStack } from "@pipelines/image-definition/environment-description";

/**
 * Returns the stacks selected by names on a command line, in deployment order: an environment's name selects all of its
 * stacks, and `*` matches any text.
 *
 * @param withoutGroups whether an environment's name selects only its own stack
 */
export function stacksNamed(
  names: readonly string[],
  stacks: readonly ListedStack[],
  withoutGroups: boolean,
): string[] {
  const patterns = names.map((name) => name.replace(/[^\w*-]/g, "\\$&").replaceAll("*", ".*"));
  const pattern = new RegExp(`^(${patterns.join("|")})$`);
  return stacks
    .filter(({ stack, environment }) => {
      return pattern.test(stack) || (!withoutGroups && environment !== undefined && names.includes(environment));
    })
    .map(({ stack }) => stack);
}

/** The order in which stacks are processed. */
export class StackOrder {
  private readonly before: ReadonlyMap<string, readonly string[]>;

  /** @param direction destroying reverses the order: a stack is destroyed before those that it is deployed after */
  public constructor(
    private readonly stacks: readonly ListedStack[],
    private readonly direction: "deploy" | "destroy",
  ) {
    this.before = new Map(
      stacks.map(({ stack, dependencies }) => [
        stack,
        direction === "deploy"
          ? dependencies
          : stacks.filter((other) => other.dependencies.includes(stack)).map((other) => other.stack),
      ]),
    );
  }

  /** Returns all stacks that must come before a stack. */
  public allBefore(stack: string, found = new Set<string>()): ReadonlySet<string> {
    for (const each of this.before.get(stack) ?? []) {
      if (!found.has(each)) this.allBefore(each, found.add(each));
    }
    return found;
  }

  /** Returns the stacks that must come before some of these but are not among them. */
  public missing(chosen: readonly string[]): string[] {
    const needed = new Set(chosen.flatMap((stack) => [...this.allBefore(stack)]));
    return this.stacks.map(({ stack }) => stack).filter((stack) => needed.has(stack) && !chosen.includes(stack));
  }

  /**
   * Returns CDKTF calls to run one after the other. CDKTF orders stacks itself, unless dependencies of these stacks are
   * missing: it then starts all stacks in a call in parallel, so destroying them in the right order takes one call per
   * stack.
   */
  public rounds(chosen: readonly string[], isPart: boolean): string[][] {
    if (!isPart) return [[...chosen]];
    const rounds: string[][] = [];
    let left = [...chosen];
    while (left.length > 0) {
      const rest = left;
      const round = rest.filter((stack) => !rest.some((other) => this.allBefore(stack).has(other)));
      rounds.push(round);
      left = rest.filter((stack) => !round.includes(stack));
    }
    return this.direction === "deploy" ? rounds : rounds.flat().map((one) => [one]);
  }
}
