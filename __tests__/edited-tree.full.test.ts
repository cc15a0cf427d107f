import { EditedTree } from "./edited-tree";

// The unit tests of a whole tree, on a machine that may be busy.
jest.setTimeout(900_000);

/** What needs Terraform, which the copy does not find, and what reads nothing that is edited here. */
const leftOut = [
  "full.test",
  "image-checks/.*document",
  "image-checks/.*patterns",
  "packages/(operations|rehearsal|local-aws)/",
  "version-lock/.*histories",
];

describe("A tree that is edited as CONTRIBUTING says", () => {
  it("synthesizes, and passes its tests", () => {
    const tree = new EditedTree();
    expect(tree.node("--require", "./typescript.cjs", "main.ts")).toMatchObject({ code: 0 });
    const jest = ["node_modules/jest/bin/jest.js", ...leftOut.flatMap((file) => ["--testPathIgnorePatterns", file])];
    const { code, output } = tree.node(...jest);
    expect({ code, failures: output.match(/^\s+● .*(?:\n.*){0,12}/gm) }).toEqual({ code: 0, failures: null });
  });
});
