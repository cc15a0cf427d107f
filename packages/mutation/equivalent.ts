import type { Mutant } from "./mutants";

/** A mutant that no test can notice, because nothing that anybody can see changes. */
interface EquivalentMutant extends Pick<Mutant, "file" | "before" | "after"> {
  readonly reason: string;
}

/** At most 5 % of a package's. */
export const equivalentMutants: readonly EquivalentMutant[] = [];
