import * as fs from "node:fs";
import * as path from "node:path";
import { root } from "./workflow";

interface Manager {
  readonly managerFilePatterns: readonly string[];
  readonly matchStrings: readonly string[];
}

const { customManagers } = JSON.parse(fs.readFileSync(path.join(root, "renovate.json"), "utf8")) as {
  customManagers: readonly [Manager];
};
const [{ managerFilePatterns, matchStrings }] = customManagers;
const files = managerFilePatterns.map((pattern) => new RegExp(pattern.slice(1, -1)));

/** What Renovate finds in a string. */
function found(text: string) {
  return matchStrings.flatMap((pattern) =>
    [...text.matchAll(new RegExp(pattern, "g"))].map(({ groups }) => ({ ...groups })),
  );
}

describe("Renovate's manager for parent images", () => {
  test.each([
    ["amazonlinux:2023", { depName: "amazonlinux", currentValue: "2023" }],
    ["public.ecr.aws/nginx/nginx:1.27", { depName: "public.ecr.aws/nginx/nginx", currentValue: "1.27" }],
    [
      `amazonlinux:2023@sha256:${"a1".repeat(32)}`,
      { depName: "amazonlinux", currentValue: "2023", currentDigest: `sha256:${"a1".repeat(32)}` },
    ],
    [`amazonlinux@sha256:${"a1".repeat(32)}`, { depName: "amazonlinux", currentDigest: `sha256:${"a1".repeat(32)}` }],
  ])("reads %s", (parent, parts) => {
    expect(found(`image("web", { parentImage: "${parent}" })`)).toEqual([
      { currentValue: undefined, currentDigest: undefined, ...parts },
    ]);
  });

  test("ignores Image Builder's own images, which are not listed in any registry", () => {
    expect(found('parentImage: "arn:aws:imagebuilder:eu-west-1:aws:image/amazon-linux-2023/x.x.x"')).toEqual([]);
  });

  test("finds every parent that a definition or an environment names", () => {
    const app = path.join(root, "packages/testing/fixtures/app");
    const places = ["images", "stacks"].flatMap((folder) =>
      fs
        .readdirSync(path.join(app, folder), { recursive: true, encoding: "utf8" })
        .filter((file) => file.endsWith(".ts"))
        .map((file) => `${folder}/${file.replaceAll(path.sep, "/")}`),
    );
    let parents = 0;
    for (const file of places) {
      const text = fs.readFileSync(path.join(app, file), "utf8");
      // Only parents that a user sets; Renovate ignores a default in the code.
      const named = [...text.matchAll(/\bparentImage: "(?!arn:)[^"]+"/g)].length;
      parents += named;
      if (named === 0) continue;
      expect(files.some((pattern) => pattern.test(file))).toBe(true);
      expect({ file, found: found(text).length }).toEqual({ file, found: named });
    }
    expect(parents).toBeGreaterThan(0);
  });

  test("has no lookaround, which Renovate's regular expressions do not support", () => {
    for (const pattern of matchStrings) expect(pattern).not.toMatch(/\(\?(?:[=!]|<[=!])/);
  });
});
