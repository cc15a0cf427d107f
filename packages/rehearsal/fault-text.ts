/** Returns the lines that two states have in different numbers. */
export function difference(expected: string, found: string): string {
  const [a, b] = [expected.split("\n"), found.split("\n")];
  const count = (rows: readonly string[], row: string) => rows.filter((each) => each === row).length;
  const all = [...new Set([...a, ...b])].filter((row) => count(a, row) !== count(b, row));
  return all.map((row) => `${count(b, row)} instead of ${count(a, row)}: ${row}`).join("; ");
}

/** Returns an error on one line, without what is different in every run. */
export function shorten(error: string): string {
  return error
    .replaceAll(/\s+/g, " ")
    .replaceAll(/https response error StatusCode: (\d+), RequestID: [^,]*,( HostID: [^,]*,)?/g, "$1")
    .slice(0, 300)
    .trim();
}
