import fc from "fast-check";
import { formatLock, keyOf, LockEntries, LockEntry, parseLock } from "../../versions/lock-file";
import { highestNumber } from "../../versions/version-number";

const recipe = "recipe dev-web 1.0.3 parent=0123456789abcdef settings=fedcba9876543210";
const component = "component dev-web-install 2.1.0 document=0123456789abcdef";
const tombstone = "component dev-web-old 1.0.7 removed";

function lock(...lines: string[]): string {
  return ["image-versions 1", "# a comment", ...lines, ""].join("\n");
}

/** Codes and lines of what is wrong. */
function problems(text: string): string[] {
  return parseLock(text, "image-versions.lock").findings.map(({ code, line }) => `${code}:${line ?? ""}`);
}

function entries(...list: LockEntry[]): LockEntries {
  return new Map(list.map((entry) => [keyOf(entry), entry]));
}

describe("A lock file", () => {
  it("is read line by line: kind, name, version and hashes, or that the resource was removed", () => {
    const { entries: read, findings } = parseLock(lock(recipe, component, tombstone), "image-versions.lock");
    expect(findings).toEqual([]);
    expect([...read.values()]).toEqual([
      {
        kind: "recipe",
        name: "dev-web",
        version: "1.0.3",
        hashes: new Map([
          ["parent", "0123456789abcdef"],
          ["settings", "fedcba9876543210"],
        ]),
      },
      {
        kind: "component",
        name: "dev-web-install",
        version: "2.1.0",
        hashes: new Map([["document", "0123456789abcdef"]]),
      },
      { kind: "component", name: "dev-web-old", version: "1.0.7", hashes: undefined },
    ]);
  });

  it("may have Windows line endings, empty lines and comments", () => {
    const text = lock("", recipe, "# another", component).replaceAll("\n", "\r\n");
    const { entries: read, findings } = parseLock(text, "image-versions.lock");
    expect(findings).toEqual([]);
    expect([...read.keys()]).toEqual(["recipe dev-web", "component dev-web-install"]);
  });

  it("keeps a component and a recipe of the same name apart", () => {
    const same = "component dev-web 1.0.0 document=0123456789abcdef";
    expect(problems(lock(recipe, same))).toEqual([]);
  });

  it.each([["<<<<<<< HEAD", recipe, "=======", recipe, ">>>>>>> branch"], ["||||||| 0123abc"], ["======="]])(
    "with markers of a merge conflict is told so once, at the first marker: %s",
    (...lines) => {
      const { entries: read, findings } = parseLock(lock(recipe, ...lines), "image-versions.lock");
      expect(findings).toEqual([
        {
          severity: "error",
          code: "IB-LOCK-CONFLICT",
          file: "image-versions.lock",
          line: 4,
          column: 1,
          found: "a merge conflict that nobody resolved",
          allowed: "one line for each resource",
          fix: "keep the line with the higher version, delete the markers, then run `npm run synth`",
        },
      ]);
      expect(read.size).toBe(0);
    },
  );

  it.each([
    ["image-versions 2\n", 'format "image-versions 2"'],
    ["image-versions 10\n", 'format "image-versions 10"'],
    ["", "a file that is no version lock"],
    ["{}\n", "a file that is no version lock"],
    [`\n${lock(recipe)}`, "a file that is no version lock"],
  ])("of another format is not guessed at: %j", (text, found) => {
    expect(parseLock(text, "image-versions.lock").findings).toEqual([
      expect.objectContaining({
        code: "IB-LOCK-FORMAT",
        line: 1,
        found,
        allowed: '"image-versions 1" in the first line',
      }),
    ]);
  });

  it("names the line of every duplicate", () => {
    expect(problems(lock(recipe, component, recipe, component))).toEqual([
      "IB-LOCK-DUPLICATE:5",
      "IB-LOCK-DUPLICATE:6",
    ]);
    expect(parseLock(lock(recipe, recipe), "image-versions.lock").findings[0]?.found).toBe(
      "recipe dev-web a second time",
    );
  });

  it.each([
    "nonsense",
    "image dev-web 1.0.0 parent=0123456789abcdef",
    "recipe dev-web 1.0 parent=0123456789abcdef",
    "recipe dev-web 1.0.x parent=0123456789abcdef",
    "recipe dev-web v1.0.0 parent=0123456789abcdef",
    "recipe dev-web 1.0.01 parent=0123456789abcdef",
    `recipe dev-web 1.0.${highestNumber + 1} parent=0123456789abcdef`,
    "recipe dev-web 1.0.99999999999 parent=0123456789abcdef",
    "recipe dev web 1.0.0 parent=0123456789abcdef",
    "recipe dev-web 1.0.0 parent=0123456789ABCDEF",
    "recipe dev-web 1.0.0 parent=0123",
    "recipe dev-web 1.0.0 parent=0123456789abcdef parent=fedcba9876543210",
    "recipe dev-web 1.0.0 removed parent=0123456789abcdef",
    "recipe dev-web 1.0.0",
    "recipe dev-web 1.0.0 ",
    ` ${recipe}`,
    `${recipe} `,
  ])("with a line that means nothing is told its number: %j", (line) => {
    expect(problems(lock(recipe.replace("web", "api"), line))).toEqual(["IB-LOCK-LINE:4"]);
  });

  it("is told all its bad lines at once, long ones cut", () => {
    const { findings } = parseLock(lock("x".repeat(500), recipe, "y"), "image-versions.lock");
    expect(findings.map(({ line, found }) => [line, found])).toEqual([
      [3, `"${"x".repeat(100)}"`],
      [5, '"y"'],
    ]);
  });

  it("takes the highest number that Image Builder takes", () => {
    expect(problems(lock(`recipe a ${highestNumber}.${highestNumber}.${highestNumber} removed`))).toEqual([]);
  });

  it("is written with its explanation, in the order of names whatever order they came in", () => {
    const one: LockEntry = {
      kind: "recipe",
      name: "b",
      version: "1.0.0",
      hashes: new Map([["parent", "0".repeat(16)]]),
    };
    const other: LockEntry = { kind: "component", name: "b", version: "1.0.1", hashes: undefined };
    const capital: LockEntry = { ...other, name: "Z" };
    const umlaut: LockEntry = { ...other, name: "ä" };
    const text = formatLock(entries(umlaut, one, capital, other));
    expect(text.split("\n")).toEqual([
      "image-versions 1",
      "# The version of every Image Builder component and recipe, and hashes of what that version stands for.",
      "# Written by `npm run synth`, which moves patch numbers forward when content changes. Commit it; never edit it.",
      "# After a merge conflict: keep the line with the higher version, then run `npm run synth`.",
      // By code unit, not by any locale: capitals first, umlauts last.
      "component Z 1.0.1 removed",
      "component b 1.0.1 removed",
      "recipe b 1.0.0 parent=0000000000000000",
      "component ä 1.0.1 removed",
      "",
    ]);
    expect(formatLock(entries(other, capital, one, umlaut))).toBe(text);
  });

  it("says after it was written and read what it said before", () => {
    const number = fc.nat({ max: highestNumber });
    const hex = fc.stringMatching(/^[0-9a-f]{16}$/);
    const entry: fc.Arbitrary<LockEntry> = fc.record({
      kind: fc.constantFrom("component" as const, "recipe" as const),
      name: fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/),
      version: fc.tuple(number, number, number).map((numbers) => numbers.join(".")),
      hashes: fc.option(
        fc
          .dictionary(fc.stringMatching(/^[a-z]{1,9}$/), hex, { minKeys: 1, maxKeys: 4 })
          .map((hashes) => new Map(Object.entries(hashes))),
        { nil: undefined },
      ),
    });
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 8 }), (list) => {
        const before = entries(...list);
        const { entries: after, findings } = parseLock(formatLock(before), "image-versions.lock");
        expect(findings).toEqual([]);
        expect(new Map(after)).toEqual(before);
      }),
    );
  });
});
