import fc from "fast-check";
import { compareVersions, highestNumber, isVersion, nextVersion, parseLine } from "../../versions/version-number";

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

  it("is at most what Image Builder takes", () => {
    expect(highestNumber).toBe(1073741823);
    expect(parseLine("1073741824.0")).toBeUndefined();
    expect(parseLine("0.1073741824")).toBeUndefined();
  });
});

describe("Versions", () => {
  it("are three numbers that Image Builder takes", () => {
    const versions = ["1.0.0", "0.0.0", `1.0.${highestNumber}`];
    expect(versions.filter(isVersion)).toEqual(versions);
    const others = ["1.0", "1.0.0.0", "1.0.x", "1.0.01", "1..0", `1.0.${highestNumber + 1}`, "1.0.0 ", ""];
    expect(others.filter(isVersion)).toEqual([]);
  });

  it.each([
    ["1.0.0", "1.0.1"],
    ["2.7.9", "2.7.10"],
    [`1.0.${highestNumber - 1}`, `1.0.${highestNumber}`],
    [`1.0.${highestNumber}`, "1.1.0"],
    [`1.${highestNumber}.${highestNumber}`, "2.0.0"],
  ])("go from %s to %s, because no number is higher than what Image Builder takes", (before, after) => {
    expect(nextVersion(before)).toBe(after);
  });

  it.each([
    ["1.0.0", "1.0.1"],
    ["1.0.9", "1.0.10"],
    ["1.9.0", "1.10.0"],
    ["9.0.0", "10.0.0"],
    ["1.9.9", "2.0.0"],
    ["1.0", "1.1.0"],
    ["1.9", "1.10"],
  ])("are compared number by number: %s is below %s", (lower, higher) => {
    expect(compareVersions(lower, higher)).toBeLessThan(0);
    expect(compareVersions(higher, lower)).toBeGreaterThan(0);
  });

  it.each([
    ["1.0.0", "1.0.0"],
    ["1.0", "1.0.7"],
  ])("are equal as far as both go: %s and %s", (a, b) => {
    expect(compareVersions(a, b)).toBe(0);
    expect(compareVersions(b, a)).toBe(0);
  });

  it("are in the order of their numbers, whatever these are", () => {
    const number = fc.nat({ max: highestNumber });
    const version = fc.tuple(number, number, number);
    fc.assert(
      fc.property(version, version, (a, b) => {
        const first = a.findIndex((value, place) => value !== b[place]);
        const expected = first === -1 ? 0 : Math.sign((a[first] ?? 0) - (b[first] ?? 0));
        expect(Math.sign(compareVersions(a.join("."), b.join(".")))).toBe(expected);
      }),
    );
  });
});
