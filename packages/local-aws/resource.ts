/** One entry in the list of existing resources. */
export interface Resource {
  readonly service: string;
  readonly region: string;
  /** The API's term for it, in lower case: `container recipe`. */
  readonly kind: string;
  readonly name: string;
  readonly version?: string;
  readonly state?: string;
}

/** Makes rows of one service and region. */
export function rowsOf(service: string, region: string) {
  return (kind: string, name: string, rest: Pick<Resource, "version" | "state"> = {}): Resource => {
    return { service, region, kind, name, ...rest };
  };
}
