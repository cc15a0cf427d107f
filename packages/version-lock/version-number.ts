/** Highest number that Image Builder accepts in any part of a version: 2^30 − 1. */
export const highestNumber = 2 ** 30 - 1;

/** A patch number is n · 10,000 plus four digits of a fingerprint of the content. */
const step = 10_000;

/** Without leading zeros: `01.0` and `1.0` would be two versions in the lock file but one in AWS. */
const number = "(0|[1-9][0-9]{0,9})";
const line = new RegExp(`^${number}\\.${number}$`);
const version = new RegExp(`^${number}\\.${number}\\.${number}$`);

/** Parses `major.minor` from a definition; `undefined` for anything else. */
export function parseLine(text: string): readonly [number, number] | undefined {
  const match = line.exec(text);
  if (match === null) return undefined;
  const numbers = [Number(match[1]), Number(match[2])] as const;
  return numbers.every((place) => place <= highestNumber) ? numbers : undefined;
}

/** Reports whether a string is a `major.minor.patch` version that Image Builder accepts. */
export function isVersion(text: string): boolean {
  const match = version.exec(text);
  return match !== null && match.slice(1).every((place) => Number(place) <= highestNumber);
}

/** `1.0` of `1.0.3`. */
export function lineOf(text: string): string {
  return text.split(".", 2).join(".");
}

/**
 * Returns the n of a version. For versions from before the n was introduced (1.0.0, 1.0.1, 1.0.2), it is a fraction
 * below 1 that preserves the order of the patch numbers.
 */
export function rankOf(text: string): number {
  const patch = Number(text.split(".")[2] ?? 0);
  return patch < step ? patch / step : Math.floor(patch / step);
}

/**
 * Returns the version with the next n in a series, or in the next series if the patch numbers are exhausted.
 *
 * @param rank the highest n so far, as returned by `rankOf`
 * @param fingerprint 0 to 9,999
 */
export function nextVersion(line: string, rank: number, fingerprint: number): string {
  const patch = (Math.floor(rank) + 1) * step + fingerprint;
  if (patch <= highestNumber) return `${line}.${patch}`;
  const [major, minor] = parseLine(line) ?? [1, 0];
  return `${minor < highestNumber ? `${major}.${minor + 1}` : `${major + 1}.0`}.${step + fingerprint}`;
}

/** Returns a four-digit fingerprint, from any number that depends only on the content. */
export function fourDigits(number: number): number {
  return number % step;
}

/**
 * Returns a number below 0 if `a` is the lower of two versions or series, above 0 if it is the higher one.
 * Fingerprints do not count.
 */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((text) => [...text.split(".", 2).map(Number), rankOf(text)]);
  for (let place = 0; place < 3; place++) {
    const difference = (left?.[place] ?? 0) - (right?.[place] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
