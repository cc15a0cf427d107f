import { EditedTree } from "./edited-tree";

// The unit tests of a whole tree, on a machine that may be busy.
jest.setTimeout(900_000);

describe("A tree that is edited as CONTRIBUTING says", () => {
  it("synthesizes, and passes its tests", () => {
    const tree = new EditedTree();
    expect(tree.node("--require", "./typescript.cjs", "main.ts")).toMatchObject({ code: 0 });
    const { code, output } = tree.node("node_modules/jest/bin/jest.js", "--config", "jest.quick.config.js");
    expect({ code, failures: output.match(/^(?:FAIL|\s+●) .*$/gm) }).toEqual({ code: 0, failures: null });
  });
});
