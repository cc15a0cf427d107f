export type Attributes = Readonly<Record<string, unknown>>;

/** The configurations that a resource type is tried in. */
export interface Situations {
  /** What every configuration of a resource of this name sets. A step adds attributes; `undefined` omits one. */
  readonly base: (name: string) => Attributes;
  /** Resources that each situation has to itself, by type: a bucket policy needs a bucket. */
  readonly parents?: (name: string) => Readonly<Record<string, Attributes>>;
  /** What `terraform import` is given. @default the id */
  readonly importId?: (state: Attributes) => string;
  /** Attributes that an import cannot read, and why. */
  readonly notImported?: Readonly<Record<string, string>>;
  /** Why destroying it leaves something that the provider finds again: a setting always has a value. */
  readonly staysAfterDestroy?: string;
  /** The steps of each situation, in the order in which they are applied. */
  readonly steps: Readonly<Record<string, readonly Attributes[]>>;
}

export const tags: readonly Attributes[] = [
  { tags: { team: "web" } },
  { tags: { team: "platform", stage: "test" } },
  { tags: { stage: "test" } },
];

/** Two steps that set one attribute to one value, then to another. */
export function changed(attribute: string, ...values: readonly unknown[]): Attributes[] {
  return values.map((value) => ({ [attribute]: value }));
}

/** The name of a situation's resource in the configuration. */
export function keyOf(type: string, situation: string): string {
  return `${type.replace(/^aws_/, "")}_${situation}`;
}

/** The name of a situation's resource in AWS. */
export function nameOf(type: string, situation: string): string {
  return keyOf(type, situation).replaceAll("_", "-");
}

/** An attribute of another situation's resource. */
export function of(type: string, attribute = "arn", situation = "basic"): string {
  return `\${${type}.${keyOf(type, situation)}.${attribute}}`;
}

/** An attribute of a situation's own parent, which has the same name. */
export function ofParent(type: string, name: string, attribute = "id"): string {
  return `\${${type}.${name.replaceAll("-", "_")}.${attribute}}`;
}

export const account = "111122223333";
export const region = "eu-west-1";
export const keys = ["1111", "2222"].map(
  (part) => `arn:aws:kms:${region}:${account}:key/00000000-0000-4000-8000-00000000${part}`,
);

export function policy(statement: Attributes): string {
  return JSON.stringify({ Version: "2012-10-17", Statement: [{ Effect: "Allow", ...statement }] });
}

export function trust(service: string): string {
  return policy({ Action: "sts:AssumeRole", Principal: { Service: `${service}.amazonaws.com` } });
}
