/** Highest number that Image Builder takes in any place of a version: 2^30 − 1. */
export const highestNumber = 2 ** 30 - 1;

/** `major.minor`, as a definition asks for it; `undefined` if it is anything else. */
export function parseLine(text: string): readonly [number, number] | undefined {
  const match = /^(\d{1,10})\.(\d{1,10})$/.exec(text);
  if (match === null) return undefined;
  const line = [Number(match[1]), Number(match[2])] as const;
  return line.every((number) => number <= highestNumber) ? line : undefined;
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
