import { foldName } from "@pipelines/facts/names";
import type { Scope } from "../world";

/** `arn:aws:imagebuilder:eu-west-1:111122223333:component/hello/1.0.0/1` and the like. */
export function arnOf(scope: Scope, kind: string, name: string, ...versions: readonly (string | number)[]): string {
  return scope.arn("imagebuilder", [kind, foldName(name), ...versions].join("/"));
}

export interface ArnParts {
  readonly kind: string;
  /** Account id, or `aws` for Amazon-owned resources. */
  readonly owner: string;
  readonly name: string;
  /** `1.0.0`, or `1.x.x` with wildcards. */
  readonly version: string | undefined;
  readonly build: number | undefined;
}

export function partsOf(arn: string): ArnParts {
  const [, , , , owner = "", resource = ""] = arn.split(":");
  const [kind = "", name = "", version, build] = resource.split("/");
  return { kind, owner, name, version, build: build === undefined ? undefined : Number(build) };
}

/** Whether an ARN is in this partition, region and account. */
export function isHere(arn: string, scope: Scope): boolean {
  return arn.startsWith(scope.arn("imagebuilder", ""));
}

/** Whether an ARN belongs to an account, and not to Amazon or a vendor. Other accounts' resources do not exist here. */
export function isAccount(owner: string): boolean {
  return /^\d{12}$/.test(owner);
}

/** Whether `1.x.x` (or a version without wildcards) matches this version. */
export function matchesVersion(wanted: string, version: string): boolean {
  const parts = version.split(".");
  return wanted.split(".").every((part, i) => part === "x" || part === parts[i]);
}

/** Orders by version, then build. */
export function byVersion(a: { version: string; build: number }, b: { version: string; build: number }): number {
  const left = [...a.version.split(".").map(Number), a.build];
  const right = [...b.version.split(".").map(Number), b.build];
  for (const [i, number] of left.entries()) {
    const difference = number - (right[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
