import type { ListedStack } from "@pipelines/image-definition/environment-description";

/**
 * The stacks that names of a command line stand for, in the order of deploys: an environment's name for all of its
 * stacks, and `*` for any text.
 *
 * @param withoutGroups whether an environment's name stands for its own stack alone
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

/** Which stacks are worked on when. */
export class StackOrder {
  private readonly before: ReadonlyMap<string, readonly string[]>;

  /** @param direction a stack is destroyed before those that it is deployed after */
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

  /** All stacks that must come before a stack. */
  public allBefore(stack: string, found = new Set<string>()): ReadonlySet<string> {
    for (const each of this.before.get(stack) ?? []) {
      if (!found.has(each)) this.allBefore(each, found.add(each));
    }
    return found;
  }

  /** Those that must come before some of these, and are not among them. */
  public missing(chosen: readonly string[]): string[] {
    const needed = new Set(chosen.flatMap((stack) => [...this.allBefore(stack)]));
    return this.stacks.map(({ stack }) => stack).filter((stack) => needed.has(stack) && !chosen.includes(stack));
  }

  /**
   * Calls of CDKTF, one after the other. It orders stacks itself, unless some that these depend on are missing: then
   * it starts all of a call side by side, and, to destroy them, only one call with one stack is right.
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
