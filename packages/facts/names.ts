/**
 * Returns the form in which Image Builder compares names, as in ARNs. Names with the same folded form are the same
 * name.
 */
export function foldName(name: string): string {
  return name.toLowerCase().replaceAll(/[ _]/g, "-");
}
