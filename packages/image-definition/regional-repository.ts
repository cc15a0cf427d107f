/** A repository as the version lock and policies name it: `web` in the home region, `eu-central-1:web` in a further one. */
export function regionalName(repository: string, region: string | undefined): string {
  return region === undefined ? repository : `${region}:${repository}`;
}

/** The inverse: no repository's name contains a colon. */
export function fromRegionalName(name: string): { readonly repository: string; readonly region: string | undefined } {
  const [repository = "", region] = name.split(":").reverse();
  return { repository, region };
}
