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
    file: "packages/permissions/policy.ts",
    before:
      "arns(block, context).every((arn) => allowed.some((one) => one.actions.has(action) && one.arns.include(arn))),",
    after:
      "arns(block, context).some((arn) => allowed.some((one) => one.actions.has(action) && one.arns.include(arn))),",
    reason: "A grant that covers a resource also covers its parts, or neither.",
  },
  {
    file: "packages/operations/build-follow.ts",
    before: 'const seconds = Math.round((Date.parse(endTime ?? "") - Date.parse(startTime ?? "")) / 1000);',
    after: 'const seconds = Math.round((Date.parse(endTime ?? "") - Date.parse(startTime ?? "mutated")) / 1000);',
    reason: "Neither text is a time.",
  },
  {
    file: "packages/operations/channel.ts",
    before: "if (rival.tag < tag || waited >= patience) {",
    after: "if (rival.tag <= tag || waited >= patience) {",
    reason: "The tags are on different images, so they are never equal.",
  },
  {
    file: "packages/plan-review/rules.ts",
    before: 'const values = isNew ? (now ?? "") : `${old ?? ""} → ${now ?? ""}`;',
    after: 'const values = isNew ? (now ?? "") : `${old ?? "mutated"} → ${now ?? ""}`;',
    reason: "There is always a first element.",
  },
  {
    file: "packages/recover/move-cli.ts",
    before: "fs.writeFileSync(file, JSON.stringify(state, null, 2), { mode: 0o600 });",
    after: "fs.writeFileSync(file, JSON.stringify(state, null, 3), { mode: 0o600 });",
    reason: "Terraform reads the state whatever its indentation is.",
  },
  {
    file: "packages/recover/orphans.ts",
    before: "const tags = await inParallel([...own, ...further], 8, async ({ repository, region, isOwn }) => {",
    after: "const tags = await inParallel([...own, ...further], 9, async ({ repository, region, isOwn }) => {",
    reason: "It is the number of calls at the same time.",
  },
  {
    file: "packages/import/terraform.ts",
    before: 'const ast = hcl().getExpressionAst("expression", `${thrown.expression}\\n`);',
    after: 'const ast = hcl().getExpressionAst("", `${thrown.expression}\\n`);',
    reason: "The name is only part of the parser's message, which is never shown.",
  },
  {
    file: "packages/import/import-source.ts",
    before: "reportFindings(thrown.findings, { check: false, strict: false }, streams);",
    after: "reportFindings(thrown.findings, { check: false, strict: true }, streams);",
    reason: "It decides the result, which is not used: after a failure, the exit code is always 1.",
  },
  {
    file: "packages/rehearsal/rehearsal.ts",
    before: "}, 200);",
    after: "}, 201);",
    reason: "It is how often something is looked for, in milliseconds.",
  },
  {
    file: "constructs/attach.ts",
    before: 'const findingKey = "finding";',
    after: 'const findingKey = "";',
    reason: "The type of this metadata is never synthesized, and nothing else reads it.",
  },
  {
    file: "packages/local-aws/answers.ts",
    before: 'const [key = "", content = ""] = Object.keys(model.answer(member?.shape).members ?? {});',
    after: 'const [key = "", content = ""] = Object.keys(model.answer(member!.shape).members ?? {});',
    reason: "The shape is a list, and every list in a model has a member.",
  },
];
