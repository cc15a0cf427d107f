import fc from "fast-check";
import * as fs from "node:fs";
import * as path from "node:path";
import { temporaryFolder } from "@pipelines/testing/temporary-folder";
import { bash, phasesOf, runDocument } from "./run-document";

/** A step that counts its runs, fails in the first `failures` runs, and prints its inputs. */
interface Drawn {
  readonly failures: number;
  readonly attempts: number;
  readonly onFailure: "Abort" | "Continue" | "Ignore";
  /** Values of its loop; the step fails at the second value, if there is one. */
  readonly loop: readonly string[] | { readonly from: number; readonly to: number; readonly by: number } | undefined;
  readonly condition: { readonly holds: boolean; readonly then?: string; readonly else?: string } | undefined;
  /** Repeats the output of the step that is this many steps earlier; 0 for none. */
  readonly back: number;
}

const drawn: fc.Arbitrary<Drawn> = fc.record({
  failures: fc.constantFrom(0, 0, 0, 1, 2, 9),
  attempts: fc.integer({ min: 1, max: 3 }),
  onFailure: fc.constantFrom("Abort", "Continue", "Ignore"),
  loop: fc.oneof(
    { weight: 3, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fc.array(fc.constantFrom("a b", "$x", "é", "'"), { minLength: 1, maxLength: 3 }) },
    {
      weight: 1,
      arbitrary: fc.record({
        from: fc.integer({ min: -2, max: 2 }),
        to: fc.integer({ min: -2, max: 2 }),
        by: fc.constantFrom(-1, 1, 2),
      }),
    },
  ),
  condition: fc.option(
    fc.record(
      {
        holds: fc.boolean(),
        then: fc.constantFrom("Execute", "Skip", "Abort"),
        else: fc.constantFrom("Execute", "Skip", "Abort"),
      },
      { requiredKeys: ["holds"] },
    ),
    { nil: undefined },
  ),
  back: fc.integer({ min: 0, max: 2 }),
});

const documents = fc.record({
  build: fc.array(drawn, { minLength: 1, maxLength: 3 }),
  validate: fc.array(drawn, { minLength: 0, maxLength: 2 }),
});

type Phases = Readonly<Record<"build" | "validate", readonly Drawn[]>>;

interface Prediction {
  readonly code: number;
  readonly steps: readonly {
    readonly name: string;
    readonly outcome: string;
    readonly attempts: number;
    readonly output: string;
  }[];
}

/** The AWSTOE rules that the generated documents exercise, written only from the documentation. */
function predicted(phases: Phases): Prediction {
  const steps: Omit<Prediction["steps"][number], "output">[] = [];
  const said = new Map<string, string>();
  const order = [
    ...phases.build.map((step, i) => [`build.S${i}`, step] as const),
    ...phases.validate.map((step, i) => [`validate.S${i}`, step] as const),
  ];
  let failed = false;
  for (const [position, [name, step]] of order.entries()) {
    const what =
      step.condition === undefined
        ? "Execute"
        : step.condition.holds
          ? (step.condition.then ?? "Execute")
          : (step.condition.else ?? "Skip");
    if (what === "Skip") {
      steps.push({ name, outcome: "skipped", attempts: 1 });
      continue;
    }
    const before = step.back > 0 ? order[position - step.back]?.[0] : undefined;
    const values = valuesOf(step);
    let attempt = 1;
    let runs = 0;
    let done = false;
    if (what === "Execute") {
      for (; ; attempt++) {
        const outputs: string[] = [];
        done = values.every((value, index) => {
          runs++;
          if (runs <= step.failures) return false;
          outputs.push(`${index}=${value}<${before === undefined ? "" : (said.get(before) ?? "")}>`);
          return true;
        });
        if (done) said.set(name, outputs.join("\n"));
        if (done || attempt === step.attempts) break;
      }
    }
    if (done) {
      steps.push({ name, outcome: "ok", attempts: attempt });
      continue;
    }
    steps.push({ name, outcome: step.onFailure === "Ignore" ? "ignored" : "failed", attempts: attempt });
    if (step.onFailure !== "Ignore") failed = true;
    if (step.onFailure === "Abort") break;
  }
  return { code: failed ? 1 : 0, steps: steps.map((step) => ({ ...step, output: said.get(step.name) ?? "" })) };
}

function valuesOf({ loop }: Drawn): readonly (string | number)[] {
  if (loop === undefined) return [""];
  if (!("from" in loop)) return loop;
  const values: number[] = [];
  for (let at = loop.from; loop.by > 0 ? at <= loop.to : at >= loop.to; at += loop.by) values.push(at);
  return values;
}

function written(phases: Phases, folder: string): string {
  const names = [...phases.build.map((_, i) => `build.S${i}`), ...phases.validate.map((_, i) => `validate.S${i}`)];
  const step =
    (phase: keyof Phases) =>
    (each: Drawn, index: number): string => {
      const name = `${phase}.S${index}`;
      const position = names.indexOf(name);
      const before = each.back > 0 ? names[position - each.back] : undefined;
      const chain = before === undefined ? "" : `{{ ${before}.outputs.stdout }}`;
      const [loopIndex, value] = each.loop === undefined ? ["0", ""] : ["{{ loop.index }}", "{{ loop.value }}"];
      // The number of lines is the number of the current run; the command's output is also saved for the test.
      const command = [
        `echo x >>${folder}/${name}.runs`,
        `[ "$(wc -l <${folder}/${name}.runs)" -gt ${each.failures} ] || exit 1`,
        `cat <<'END'\n${loopIndex}=${value}<${chain}>\nEND`,
      ].join("\n");
      const fields = [
        `maxAttempts: ${each.attempts}`,
        `onFailure: ${each.onFailure}`,
        ...(each.condition === undefined
          ? []
          : [
              `if: ${JSON.stringify({ stringEquals: "a", value: each.condition.holds ? "a" : "b", ...(each.condition.then && { then: each.condition.then }), ...(each.condition.else && { else: each.condition.else }) })}`,
            ]),
        ...(each.loop === undefined
          ? []
          : [
              `loop: ${JSON.stringify("from" in each.loop ? { for: { start: each.loop.from, end: each.loop.to, updateBy: each.loop.by } } : { forEach: each.loop })}`,
            ]),
      ];
      return bash(`S${index}`, command, fields.join("\n"));
    };
  const build = phases.build.map(step("build"));
  return phasesOf({ build, ...(phases.validate.length > 0 && { validate: phases.validate.map(step("validate")) }) });
}

test("random documents run as predicted by a small model of the rules", () => {
  fc.assert(
    fc.property(documents, (phases) => {
      const folder = temporaryFolder();
      const names = (["build", "validate"] as const).flatMap((phase) => phases[phase].map((_, i) => `${phase}.S${i}`));
      // The document's last phase saves the last output of every step, because outputs are visible only through
      // chaining.
      const show = names.map((name) => `cat >${folder}/${name}.out <<'END'\n{{ ${name}.outputs.stdout }}\nEND`);
      const document = `${written(phases, folder)}  - name: show\n    steps:\n      - ${bash("Show", show.join("\n")).replaceAll("\n", "\n        ")}\n`;
      const ran = runDocument(document);
      const expected = predicted(phases);
      expect(ran.code).toBe(expected.code);
      const steps = ran.steps.filter(({ name }) => name !== "Show");
      expect(steps.map(({ phase, name, outcome, attempts }) => [`${phase}.${name}`, outcome, attempts])).toEqual(
        expected.steps.map(({ name, outcome, attempts }) => [name, outcome, attempts]),
      );
      // If a step aborted the document, the last phase did not run.
      if (ran.steps.length === steps.length) return;
      for (const { name, output } of expected.steps) {
        expect([name, fs.readFileSync(path.join(folder, `${name}.out`), "utf8")]).toEqual([name, `${output}\n`]);
      }
    }),
    { numRuns: Number(process.env["TRY_DOCUMENTS"] ?? 12) },
  );
});
