/**
 * A repository's name in the version lock and in policies: `web` in the home region, `eu-central-1:web` in any other
 * region.
 */
export function regionalName(repository: string, region: string | undefined): string {
  return region === undefined ? repository : `${region}:${repository}`;
}

/** The inverse of the function above: repository names never contain a colon. */
export function fromRegionalName(name: string): { readonly repository: string; readonly region: string | undefined } {
  const [repository = "", region] = name.split(":").reverse();
  return { repository, region };
}
