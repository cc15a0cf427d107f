import { foldName } from "@pipelines/facts/names";
import type { Scope } from "../world";
import type { Owned } from "./state";

/** `arn:aws:imagebuilder:eu-west-1:111122223333:component/hello/1.0.0/1` and the like. */
export function arnOf(scope: Scope, kind: string, name: string, ...versions: readonly (string | number)[]): string {
  return scope.arn("imagebuilder", [kind, foldName(name), ...versions].join("/"));
}

/** The owner (an account id, or `aws` for Amazon-owned resources) and the name in an ARN. */
export function partsOf(arn: string): { readonly owner: string; readonly name: string } {
  const [, , , , owner = "", resource = ""] = arn.split(":");
  return { owner, name: resource.split("/")[1] ?? "" };
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
export function matchesVersion(wanted: string, version = ""): boolean {
  const parts = version.split(".");
  return wanted.split(".").every((part, i) => part === "x" || part === parts[i]);
}

/** Returns the newest resource that matches an ARN. The ARN may contain wildcards, and may have no build number. */
export function newest<T extends Owned>(arn: string, all: ReadonlyMap<string, T>): T | undefined {
  const wanted = arn.split("/");
  const matches = ({ arn: own }: T) => wanted.every((part, i) => matchesVersion(part, own.split("/")[i]));
  return [...all.values()].filter(matches).sort(byVersion).at(-1);
}

/** Orders by version, then build. */
export function byVersion(a: Pick<Owned, "version" | "build">, b: Pick<Owned, "version" | "build">): number {
  const [left = [], right = []] = [a, b].map(({ version = "", build = 0 }) => [
    ...version.split(".").map(Number),
    build,
  ]);
  return left.map((number, i) => number - (right[i] ?? 0)).find((difference) => difference !== 0) ?? 0;
}
