import fc from "fast-check";
import { checkComponentDocument } from "../component-document";
import { arbitraryDocument, arbitraryStyle, type Document, type Step, write } from "./arbitrary-document";

/** Codes of warnings about likely mistakes, which arbitrary text can easily trigger. */
const slips = ["IB-YAML-QUOTE", "IB-YAML-SCRIPT", "IB-DOC-DAEMON", "IB-DOC-REFERENCE-DOT"];

function codes(text: string, platform: "Linux" | "Windows" = "Linux"): string[] {
  return checkComponentDocument({ file: "a.yaml", text, platform })
    .filter(({ code, severity }) => severity === "error" || !slips.includes(code))
    .map(({ code }) => code);
}

/** Breaks exactly one rule in a document; `step` is any one of its steps, `document` the whole document. */
type Break = (document: Document, step: Step) => void;

const breaks: readonly (readonly [what: string, code: string, how: Break])[] = [
  ["no schemaVersion", "IB-DOC-MISSING", (document) => delete document.schemaVersion],
  ["another schemaVersion", "IB-DOC-VERSION", (document) => (document.schemaVersion = "2.0")],
  [
    "no phase that Image Builder needs",
    "IB-DOC-PHASES",
    ({ phases }) => {
      phases.forEach((phase, index) => (phase.name = `p${index}`));
    },
  ],
  ["a phase twice", "IB-DOC-REPEATED", ({ phases }) => phases.push({ name: phases[0]?.name ?? "", steps: [] })],
  [
    "a step twice",
    "IB-DOC-REPEATED",
    ({ phases }, step) => {
      for (const { steps } of phases) if (steps.includes(step)) steps.push({ ...step });
    },
  ],
  ["an action that does not exist", "IB-DOC-ACTION", (_, step) => (step.action = `${step.action}s`)],
  ["text instead of inputs", "IB-DOC-TYPE", (_, step) => (step.inputs = "text")],
  ["a timeout of 0", "IB-DOC-VALUE", (_, step) => (step.timeoutSeconds = 0)],
  ["half an attempt", "IB-DOC-TYPE", (_, step) => (step.maxAttempts = 0.5)],
  ["an unknown onFailure", "IB-DOC-VALUE", (_, step) => (step.onFailure = "Retry")],
  [
    "a loop of both kinds at once",
    "IB-DOC-ONE-OF",
    (_, step) => (step.loop = { forEach: ["a"], for: { start: 1, end: 2, updateBy: 1 } }),
  ],
  ["a loop without end", "IB-DOC-LOOP", (_, step) => (step.loop = { for: { start: 1, end: 2, updateBy: -1 } })],
  [
    "a loop over an undeclared list",
    "IB-DOC-REFERENCE",
    (_, step) => (step.loop = { forEach: ["{{ not-declared-anywhere }}"] }),
  ],
  [
    "a chain that cannot be resolved",
    "IB-DOC-CHAIN",
    (_, step) => (step.loop = { forEach: ["{{ build.no_such_step.outputs.x }}"] }),
  ],
  [
    "an undeclared parameter's type",
    "IB-DOC-MISSING",
    (document) => (document.parameters ?? []).push({ Extra: { default: "x" } }),
  ],
  [
    "a parameter name that is too short",
    "IB-DOC-NAME",
    (document) => (document.parameters ?? []).push({ ab: { type: "string" } }),
  ],
];

describe("documents generated from the schema", () => {
  test.each(["Linux", "Windows"] as const)("pass for %s, however they are written", (platform) => {
    fc.assert(
      fc.property(arbitraryDocument(platform), arbitraryStyle, fc.boolean(), (document, style, crlf) => {
        const written = write(document, style);
        const text = crlf && style.collectionStyle === "flow" ? written.replaceAll("\n", "\r\n") : written;
        fc.pre(text.length <= 16_000);
        expect(codes(text, platform)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  test("do not pass with any single mistake", () => {
    fc.assert(
      fc.property(arbitraryDocument("Linux"), fc.nat(), (valid, at) => {
        // Generating a document takes longer than checking it, so each one gets every mistake in turn.
        for (const [what, code, how] of breaks) {
          const document = structuredClone(valid);
          const steps = document.phases.flatMap((phase) => phase.steps);
          const step = steps[at % steps.length];
          if (!step) throw new Error("a document has steps");
          how(document, step);
          const found = codes(write(document));
          expect([what, found]).toEqual([what, expect.arrayContaining([code])]);
        }
      }),
      { numRuns: 25 },
    );
  });

  test("do not pass if any of the required inputs is missing", () => {
    fc.assert(
      fc.property(arbitraryDocument("Linux"), fc.nat(), (document, at) => {
        const steps = document.phases
          .flatMap((phase) => phase.steps)
          .filter(({ action }) => ["ExecuteBash", "ExecuteBinary", "ExecuteDocument"].includes(action));
        const step = steps[at % steps.length];
        fc.pre(step !== undefined);
        step.inputs = {};
        expect(codes(write(document))).toContain("IB-DOC-INPUT");
      }),
      { numRuns: 25 },
    );
  });
});

describe("text of any kind", () => {
  /**
   * In milliseconds. Generous, because machines may be busy: it only stops checks that would never finish. The bench
   * measures the speed.
   */
  const longest = 60_000;

  function inTime(text: string): string[] {
    const begin = performance.now();
    const found = codes(text);
    expect(performance.now() - begin).toBeLessThan(longest);
    return found;
  }

  test("made of arbitrary bytes is checked without an exception, and never passes", () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 400 }),
        fc.constantFrom("utf8" as const, "latin1" as const),
        (bytes, encoding) => {
          expect(inTime(Buffer.from(bytes).toString(encoding))).not.toEqual([]);
        },
      ),
      { numRuns: 500 },
    );
  });

  test("made of YAML's own characters is checked without an exception", () => {
    const piece = fc.constantFrom(
      "[",
      "]",
      "{",
      "}",
      "- ",
      "? ",
      ": ",
      ",",
      "&a ",
      "*a",
      "<<: ",
      "\n",
      "  ",
      "\t",
      "|",
      ">",
      "'",
      '"',
      "!!map ",
      "---\n",
      "#",
      "phases",
      "{{ x }}",
      "%",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 200 }), (pieces) => {
        expect(inTime(pieces.join(""))).toEqual(expect.any(Array));
      }),
      { numRuns: 500 },
    );
  });

  test.each([
    ["brackets", "[", "IB-YAML-DEPTH"],
    ["braces", "{", "IB-YAML-DEPTH"],
    ["maps in maps", "{a: ", "IB-YAML-DEPTH"],
    ["lists in lists", "- ", "IB-YAML-DEPTH"],
    ["keys of keys", "? ", "IB-YAML-DEPTH"],
    ["anchored lists", "&a [", "IB-YAML-DEPTH"],
    ["aliases", "*a ", "IB-YAML-SYNTAX"],
    ["empty keys", ": ", "IB-YAML-DEPTH"],
    ["equal keys", "k: v\n", "IB-YAML-DUPLICATE"],
    ["empty entries", "-\n", "IB-DOC-TYPE"],
    ["quotes", "'", "IB-DOC-TYPE"],
    ["comments", "#", "IB-YAML-EMPTY"],
    ["documents", "---\na\n", "IB-YAML-DOCUMENTS"],
  ])("made of 16,000 characters of %s is reported as such", (_what, piece, code) => {
    expect(inTime(piece.repeat(Math.floor(16_000 / piece.length)))).toContain(code);
  });

  test("with aliases that multiply is abandoned at a limit instead of being read to the end", () => {
    const rows = Array.from(
      { length: 20 },
      (_, index) => `a${index + 1}: &a${index + 1} [${`*a${index},`.repeat(9)}*a${index}]`,
    );
    expect(inTime(`a0: &a0 [x]\n${rows.join("\n")}\n`)).toEqual(["IB-YAML-ALIASES"]);
    const merges = Array.from(
      { length: 20 },
      (_, index) => `m${index + 1}: &m${index + 1} {k${index}: *m${index}, <<: [${`*m${index},`.repeat(9)}*m${index}]}`,
    );
    expect(inTime(`m0: &m0 {x: y}\n${merges.join("\n")}\n`)).toEqual(["IB-YAML-ALIASES"]);
  });

  test("with endless braces on one line takes time in proportion to its length", () => {
    const command = "{{ ".repeat(4000);
    expect(
      inTime(
        write({
          schemaVersion: 1,
          phases: [{ name: "build", steps: [{ name: "A", action: "ExecuteBash", inputs: { commands: [command] } }] }],
        }),
      ),
    ).toEqual([]);
  });

  test("of more than 64 KiB is not read", () => {
    expect(inTime("[".repeat(1_000_000))).toEqual(["IB-DOC-SIZE"]);
  });

  test("with keys that JavaScript objects also have is treated like any other document", () => {
    const keys = ["__proto__", "constructor", "toString", "hasOwnProperty"]
      .map((key) => `${key}: {phases: 1}`)
      .join("\n");
    expect(new Set(inTime(keys))).toEqual(new Set(["IB-DOC-MISSING", "IB-DOC-UNKNOWN-KEY"]));
    expect(({} as Record<string, unknown>).phases).toBeUndefined();
  });
});
