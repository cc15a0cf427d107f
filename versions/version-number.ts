/** Highest number that Image Builder takes in any place of a version: 2^30 − 1. */
export const highestNumber = 2 ** 30 - 1;

/** Without leading zeros: `01.0` and `1.0` would be two versions in the lock file and one in AWS. */
const number = "(0|[1-9][0-9]{0,9})";
const line = new RegExp(`^${number}\\.${number}$`);
const version = new RegExp(`^${number}\\.${number}\\.${number}$`);

/** `major.minor`, as a definition asks for it; `undefined` if it is anything else. */
export function parseLine(text: string): readonly [number, number] | undefined {
  const match = line.exec(text);
  if (match === null) return undefined;
  const numbers = [Number(match[1]), Number(match[2])] as const;
  return numbers.every((place) => place <= highestNumber) ? numbers : undefined;
}

/** Whether it is `major.minor.patch` as Image Builder takes it. */
export function isVersion(text: string): boolean {
  const match = version.exec(text);
  return match !== null && match.slice(1).every((place) => Number(place) <= highestNumber);
}

/** The lowest version above another that leaves its major and minor number as they are, if it can. */
export function nextVersion(text: string): string {
  const [major = 0, minor = 0, patch = 0] = text.split(".").map(Number);
  if (patch < highestNumber) return `${major}.${minor}.${patch + 1}`;
  return minor < highestNumber ? `${major}.${minor + 1}.0` : `${major + 1}.0.0`;
}

/** Below 0 where `a` is the lower of two versions or lines, above 0 where it is the higher. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a.split(".").map(Number), b.split(".").map(Number)];
  for (let place = 0; place < Math.min(left.length, right.length); place++) {
    const difference = (left[place] ?? 0) - (right[place] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
