import { compareVersions, highestNumber, isVersion, nextVersion, parseLine, rankOf } from "../version-number";

describe("The major and minor number that a definition asks for", () => {
  it.each<[string, readonly [number, number]]>([
    ["1.0", [1, 0]],
    ["0.0", [0, 0]],
    ["10.20", [10, 20]],
    [`${highestNumber}.${highestNumber}`, [highestNumber, highestNumber]],
  ])("may be %s", (line, numbers) => {
    expect(parseLine(line)).toEqual(numbers);
  });

  it.each([
    "1",
    "1.0.0",
    "1.x",
    "v1.0",
    "1.0 ",
    " 1.0",
    "-1.0",
    "1,0",
    "",
    "1.",
    ".1",
    "01.0",
    "1.00",
    "1.0\n",
    "1e3.0",
  ])("is not %j", (line) => {
    expect(parseLine(line)).toBeUndefined();
  });

  it("is at most Image Builder's limit", () => {
    expect(highestNumber).toBe(1073741823);
    expect(parseLine("1073741824.0")).toBeUndefined();
    expect(parseLine("0.1073741824")).toBeUndefined();
  });
});

describe("Versions", () => {
  it("are three numbers that Image Builder accepts", () => {
    const versions = ["1.0.0", "0.0.0", `1.0.${highestNumber}`];
    expect(versions.filter(isVersion)).toEqual(versions);
    const others = ["1.0", "1.0.0.0", "1.0.x", "1.0.01", "1..0", `1.0.${highestNumber + 1}`, "1.0.0 ", ""];
    expect(others.filter(isVersion)).toEqual([]);
  });

  it.each<[string, number, number, string]>([
    ["1.0", 0, 4711, "1.0.14711"],
    ["1.0", 0.0003, 0, "1.0.10000"],
    ["2.7", 41, 9999, "2.7.429999"],
    ["1.0", 107_372, 9999, "1.0.1073739999"],
    ["1.0", 107_373, 1823, `1.0.${highestNumber}`],
    ["1.0", 107_373, 1824, "1.1.11824"],
    [`1.${highestNumber}`, 107_374, 5, "2.0.10005"],
  ])("in series %s continue from n = %s, with the fingerprint %s, as %s", (line, rank, fingerprint, version) => {
    expect(nextVersion(line, rank, fingerprint)).toBe(version);
  });

  it("have an n in their patch number; versions from before the n was introduced have an n below 1", () => {
    expect(["1.0.0", "1.0.3", "1.0.9999", "1.0.10000", "1.0.34711", `1.0.${highestNumber}`].map(rankOf)).toEqual([
      0, 0.0003, 0.9999, 1, 3, 107_374,
    ]);
  });

  it.each([
    ["1.0.0", "1.0.1"],
    ["1.0.9", "1.0.10"],
    ["1.0.7", "1.0.10000"],
    ["1.0.19999", "1.0.20000"],
    ["1.9.0", "1.10.0"],
    ["9.0.0", "10.0.0"],
    ["1.9.50000", "2.0.0"],
    ["1.0", "1.1.0"],
    ["1.9", "1.10"],
  ])("are compared number by number: %s is below %s", (lower, higher) => {
    expect(compareVersions(lower, higher)).toBeLessThan(0);
    expect(compareVersions(higher, lower)).toBeGreaterThan(0);
  });

  it("with the same n are neither above nor below each other, whatever their fingerprints", () => {
    expect(compareVersions("1.0.10001", "1.0.19999")).toBe(0);
    expect(compareVersions("1.0", "1.0")).toBe(0);
  });
});
