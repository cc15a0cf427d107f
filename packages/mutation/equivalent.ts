import type { Mutant } from "./mutants";

/** A mutant that no test can notice, because it has no observable effect. */
interface EquivalentMutant extends Pick<Mutant, "file" | "before" | "after"> {
  readonly reason: string;
}

/** At most 5 % of a package's mutants. */
export const equivalentMutants: readonly EquivalentMutant[] = [
  {
    file: "packages/version-lock/standing.ts",
    before: 'return [version, ...(hashes === undefined ? ["removed"] : [...hashes].flat())].join(" ");',
    after: 'return [version, ...(hashes === undefined ? [""] : [...hashes].flat())].join(" ");',
    reason: "It is only compared with other contents, all of which have hashes.",
  },
  {
    file: "constructs/attach.ts",
    before: 'const findingKey = "finding";',
    after: 'const findingKey = "";',
    reason: "The type of this metadata is never synthesized, and nothing else reads it.",
  },
];
