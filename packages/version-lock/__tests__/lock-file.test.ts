import fc from "fast-check";
import { formatLock, type LockEntry, parseLock, type RepositoryEntry } from "../lock-file";
import { highestNumber } from "../version-number";

const repository = "repository dev/web team/web";
const left = "repository dev/web old left";
const recipe = "recipe dev/web 1.0.3 parent=0123456789abcdef settings=fedcba9876543210";
const component = "component dev/web/install 2.1.10007 document=0123456789abcdef";
const removed = "component dev/web/old 1.0.7 removed";

function lock(...lines: string[]): string {
  return ["image-versions 2", "# a comment", ...lines, ""].join("\n");
}

/** Returns the numbers of the lines that cannot be read. */
function unreadable(text: string): number[] {
  return parseLock(text).unreadable.map(({ line }) => line);
}

describe("A lock file", () => {
  it("is read line by line: lines for repositories, then lines with kind, resource, version, and either hashes or a note that the resource was removed", () => {
    expect(parseLock(lock(repository, left, recipe, component, removed))).toEqual({
      repositories: [
        { ref: "dev/web", name: "team/web", use: "current" },
        { ref: "dev/web", name: "old", use: "left" },
      ],
      entries: [
        {
          kind: "recipe",
          ref: "dev/web",
          version: "1.0.3",
          hashes: new Map([
            ["parent", "0123456789abcdef"],
            ["settings", "fedcba9876543210"],
          ]),
        },
        {
          kind: "component",
          ref: "dev/web/install",
          version: "2.1.10007",
          hashes: new Map([["document", "0123456789abcdef"]]),
        },
        { kind: "component", ref: "dev/web/old", version: "1.0.7", hashes: undefined },
      ],
      conflict: undefined,
      newer: undefined,
      unreadable: [],
    });
  });

  it("in an unknown format is reported, in either half of a merge conflict", () => {
    expect(parseLock("image-versions 5\nfuture line\n").newer).toBe(1);
    expect(parseLock(`<<<<<<< HEAD\nimage-versions 2\n=======\nimage-versions 12\n>>>>>>> x\n`).newer).toBe(4);
  });

  it("may have Windows line endings, empty lines and comments", () => {
    const { entries, unreadable: bad } = parseLock(lock("", recipe, "# another", component).replaceAll("\n", "\r\n"));
    expect([entries.map(({ ref }) => ref), bad]).toEqual([["dev/web", "dev/web/install"], []]);
  });

  it("in the first format uses the resources' names in AWS", () => {
    const text =
      "image-versions 1\nrecipe dev-web 1.0.3 parent=0123456789abcdef\ncomponent dev-web-old 1.0.7 removed\n";
    const { entries, unreadable: bad } = parseLock(text);
    expect([entries.map(({ kind, ref, version }) => [kind, ref, version]), bad]).toEqual([
      [
        ["recipe", "dev-web", "1.0.3"],
        ["component", "dev-web-old", "1.0.7"],
      ],
      [],
    ]);
  });

  it.each([
    ["two sides", ["<<<<<<< HEAD", recipe, "=======", recipe.replace("1.0.3", "1.0.10001"), ">>>>>>> branch"]],
    [
      "what lies between them",
      ["<<<<<<< HEAD", recipe, "||||||| 0123abc", "=======", recipe.replace("1.0.3", "1.0.10001"), ">>>>>>> branch"],
    ],
  ])("with a merge conflict contains both sides' entries: %s", (_what, lines) => {
    const { entries, conflict, unreadable: bad } = parseLock(lock(component, ...lines));
    expect(entries.map(({ version }) => version)).toEqual(["2.1.10007", "1.0.3", "1.0.10001"]);
    expect([conflict, bad]).toEqual([4, []]);
  });

  it("is read even if the conflict is about the format itself", () => {
    const text = [
      "<<<<<<< HEAD",
      lock(recipe),
      "=======",
      "image-versions 1",
      "recipe dev-web 1.0.3 removed",
      ">>>>>>> b",
    ];
    const { entries, unreadable: bad } = parseLock(text.join("\n"));
    expect([entries.map(({ ref }) => ref), bad]).toEqual([["dev/web", "dev-web"], []]);
  });

  it.each([
    "nonsense",
    "image dev/web 1.0.0 parent=0123456789abcdef",
    "recipe dev/web 1.0 parent=0123456789abcdef",
    "recipe dev/web 1.0.x parent=0123456789abcdef",
    "recipe dev/web v1.0.0 parent=0123456789abcdef",
    "recipe dev/web 1.0.01 parent=0123456789abcdef",
    `recipe dev/web 1.0.${highestNumber + 1} parent=0123456789abcdef`,
    "recipe dev web 1.0.0 parent=0123456789abcdef",
    "recipe dev//web 1.0.0 parent=0123456789abcdef",
    "recipe dev/%E0%A4%A 1.0.0 parent=0123456789abcdef",
    "recipe dev/web 1.0.0 parent=0123456789ABCDEF",
    "recipe dev/web 1.0.0 parent=0123",
    "recipe dev/web 1.0.0 parent=0123456789abcdef parent=fedcba9876543210",
    "recipe dev/web 1.0.0 removed parent=0123456789abcdef",
    "recipe dev/web 1.0.0",
    "repository dev/web",
    "repository web web",
    "repository dev/web web gone",
    ` ${recipe}`,
    `${recipe} `,
  ])("reports the number of a line that has no meaning: %j", (line) => {
    expect(unreadable(lock(recipe, line))).toEqual([4]);
  });

  it.each(["", "{}\n", "image-versions three\n"])(
    "that does not start like a lock has an unreadable first line: %j",
    (text) => {
      expect(unreadable(text)).toEqual([1]);
    },
  );

  it("accepts the highest number that Image Builder accepts", () => {
    expect(unreadable(lock(`recipe a/b ${highestNumber}.${highestNumber}.${highestNumber} removed`))).toEqual([]);
  });

  it("is written image by image, sorted by name, and between two images there are lines that no change to either affects", () => {
    const hashes = new Map([["parent", "0".repeat(16)]]);
    const entries: LockEntry[] = [
      { kind: "recipe", ref: "dev/b", version: "1.0.0", hashes },
      { kind: "component", ref: "dev/b/x", version: "1.0.10001", hashes: undefined },
      { kind: "recipe", ref: "dev/Z", version: "1.0.1", hashes },
      { kind: "recipe", ref: "dev-old", version: "1.0.4", hashes: undefined },
    ];
    const repositories: RepositoryEntry[] = [
      { ref: "dev/b", name: "b", use: "current" },
      { ref: "dev/b", name: "a", use: "kept" },
      { ref: "dev/Z", name: "z", use: "current" },
    ];
    const text = formatLock({ entries, repositories });
    expect(text.split("\n").slice(3)).toEqual([
      "",
      "# dev-old, of an earlier format",
      "recipe dev-old 1.0.4 removed",
      "",
      "# dev/Z",
      "repository dev/Z z",
      "recipe dev/Z 1.0.1 parent=0000000000000000",
      "",
      "# dev/b",
      "repository dev/b a kept",
      "repository dev/b b",
      "component dev/b/x 1.0.10001 removed",
      "recipe dev/b 1.0.0 parent=0000000000000000",
      "",
    ]);
    expect(formatLock({ entries: entries.reverse(), repositories: repositories.reverse() })).toBe(text);
  });

  it("is in the third format only if it lists a repository that was deleted", () => {
    const repositories: RepositoryEntry[] = [{ ref: "dev/web", name: "web", use: "deleted" }];
    const text = formatLock({ entries: [], repositories });
    expect(text).toMatch(/^image-versions 3\n[^]*\nrepository dev\/web web deleted\n$/);
    expect(parseLock(text)).toMatchObject({ repositories, newer: undefined, unreadable: [] });
    expect(formatLock({ entries: [], repositories: [] })).toMatch(/^image-versions 2\n/);
  });

  it("is unchanged after being written and read", () => {
    const number = fc.nat({ max: highestNumber });
    const hex = fc.stringMatching(/^[0-9a-f]{16}$/);
    const entry: fc.Arbitrary<LockEntry> = fc.record({
      kind: fc.constantFrom("component" as const, "recipe" as const),
      ref: fc.stringMatching(/^[a-z]{1,3}\/[a-z%0-9-]{1,4}$/).map((ref) => ref.replaceAll("%", "%25")),
      version: fc.tuple(number, number, number).map((numbers) => numbers.join(".")),
      hashes: fc.option(
        fc
          .dictionary(fc.stringMatching(/^[a-z]{1,9}$/), hex, { minKeys: 1, maxKeys: 4 })
          .map((hashes) => new Map(Object.entries(hashes))),
        { nil: undefined },
      ),
    });
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 8 }), (entries) => {
        const text = formatLock({ entries, repositories: [] });
        const parsed = parseLock(text);
        expect(parsed.unreadable).toEqual([]);
        expect(parsed.entries).toHaveLength(entries.length);
        expect(parsed.entries).toEqual(expect.arrayContaining(entries));
        expect(formatLock(parsed)).toBe(text);
      }),
    );
  });
});

describe("The group of an image", () => {
  const repositories: RepositoryEntry[] = [
    { ref: "dev/old", name: "old", use: "left", group: "web" },
    { ref: "dev/web", name: "web", use: "current", group: "tools" },
    { ref: "prod/web", name: "web", use: "current", group: undefined },
  ];

  it("is stored with its repository, in a format that older versions reject", () => {
    const text = formatLock({ entries: [], repositories });
    expect(text.split("\n").filter((line) => /^(image-versions|repository)/.test(line))).toEqual([
      "image-versions 4",
      "repository dev/old old left group=web",
      "repository dev/web web group=tools",
      "repository prod/web web",
    ]);
    expect(parseLock(text)).toMatchObject({ repositories, unreadable: [], newer: undefined });
  });

  it("changes nothing in a lock without groups", () => {
    const withoutGroups = repositories.map((one) => ({ ...one, group: undefined }));
    expect(formatLock({ entries: [], repositories: withoutGroups })).toMatch(/^image-versions 2\n/);
  });
});
