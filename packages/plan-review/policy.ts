import { list } from "@pipelines/findings/text";
import { powerfulActions } from "./access-levels";
import { conditionCovers, meaningful, reachedAccounts } from "./policy-conditions";
import { code } from "./escape";
import { isList, isObject, JsonObject } from "./values";
import { matches } from "./wildcards";

/** What a policy newly gives, and which of its refusals are gone: as Markdown, to be read by a reviewer. */
export interface PolicyChange {
  readonly opened: readonly string[];
  /** What others could do that they can no longer. */
  readonly closed: readonly string[];
  readonly weakened: readonly string[];
}

/**
 * Compares what a policy document allows before and after a change.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html
 *
 * Dangerous is what it newly allows, to whoever holds it, to hand out rights on all resources; and, where it names
 * principals, whatever it newly allows to everybody, to another account or organization, or to identities of an
 * identity provider. Accounts in `own` are not another's.
 */
export function policyChange(
  before: string | undefined,
  after: string | undefined,
  own: ReadonlySet<string>,
): PolicyChange {
  const [old, now] = [statements(before), statements(after)];
  const [oldGrants, nowGrants] = [grants(old, own), grants(now, own)];
  const fresh = nowGrants.filter((grant) => !oldGrants.some((other) => covers(other, grant)));
  const ended = oldGrants.filter(({ who }) => who !== undefined && !nowGrants.some((grant) => grant.who === who));
  const refusals = now.filter(({ allow }) => !allow);
  const gone = old.filter((statement) => !statement.allow && !refusals.some((other) => refuses(other, statement)));
  const closed = [...new Set(ended.map(({ who }) => `${who ?? ""} may no longer use it`))];
  return { opened: words(fresh), closed, weakened: gone.map(refusalGone) };
}

interface Statement {
  readonly allow: boolean;
  readonly sid: string | undefined;
  readonly actions: readonly string[];
  readonly notActions: readonly string[] | undefined;
  readonly resources: readonly string[];
  readonly notResources: readonly string[] | undefined;
  readonly principal: unknown;
  readonly notPrincipal: unknown;
  readonly condition: JsonObject;
}

/** Something dangerous that a policy allows. */
interface Grant {
  /** Who may do it, in Markdown; undefined: whoever the policy is attached to. */
  readonly who: string | undefined;
  readonly action: string;
  readonly resource: string;
  readonly condition: JsonObject;
}

function statements(policy: string | undefined): Statement[] {
  const document = parsed(policy);
  if (document === undefined) return [];
  return oneOrMany(document["Statement"])
    .filter(isObject)
    .map((statement) => ({
      allow: statement["Effect"] === "Allow",
      sid: typeof statement["Sid"] === "string" ? statement["Sid"] : undefined,
      actions: texts(statement["Action"]),
      notActions: "NotAction" in statement ? texts(statement["NotAction"]) : undefined,
      resources: texts(statement["Resource"]),
      notResources: "NotResource" in statement ? texts(statement["NotResource"]) : undefined,
      principal: statement["Principal"],
      notPrincipal: statement["NotPrincipal"],
      condition: isObject(statement["Condition"]) ? statement["Condition"] : {},
    }));
}

function grants(all: readonly Statement[], own: ReadonlySet<string>): Grant[] {
  const refusals = all.filter(({ allow }) => !allow);
  return all
    .filter(({ allow }) => allow)
    .flatMap((statement) =>
      statement.principal === undefined && statement.notPrincipal === undefined
        ? identityGrants(statement, refusals)
        : resourceGrants(statement, own),
    );
}

/** Of a policy that is attached to a role or user: rights that give further rights, on all resources. */
function identityGrants(statement: Statement, refusals: readonly Statement[]): Grant[] {
  const { actions, notActions, resources, notResources, condition } = statement;
  if (notResources === undefined && !resources.some(namesAll)) return [];
  if (meaningful(condition, "identity")) return [];
  const allowed =
    notActions === undefined
      ? powerfulActions(actions)
      : powerfulActions(["*"]).filter((action) => !notActions.some((pattern) => matches(pattern, action)));
  const left = allowed.filter((action) => !refusals.some((refusal) => refusesEverywhere(refusal, action)));
  const all = notActions === undefined && actions.some((pattern) => /^\*+(:\*+)?$/.test(pattern));
  const found = all && left.length === allowed.length ? ["*", ...left] : left;
  return found.map((action) => ({ who: undefined, action, resource: "*", condition: {} }));
}

function refusesEverywhere({ actions, notActions, resources, condition }: Statement, action: string): boolean {
  if (Object.keys(condition).length > 0 || !resources.some((resource) => /^\*+$/.test(resource))) return false;
  const named = (notActions ?? actions).some((pattern) => matches(pattern, action));
  return notActions === undefined ? named : !named;
}

/** Whether a resource of a policy stands for all of a kind: `*`, `arn:aws:iam::111122223333:role/*`. */
function namesAll(resource: string): boolean {
  if (/^\*+$/.test(resource)) return true;
  const [, , service, , , ...rest] = resource.split(":");
  const name = rest.join(":");
  // The ARNs of S3 have no type before the name.
  return /^[*?:/]*$/.test(service === "s3" ? name : name.replace(/^[a-z-]+[:/](?=[*?])/, ""));
}

/** Of a policy that names principals: those outside of this account. */
function resourceGrants(statement: Statement, own: ReadonlySet<string>): Grant[] {
  const { condition, actions, notActions, resources, notResources } = statement;
  const named = notActions === undefined ? actions : [`all but ${notActions.join(", ")}`];
  const objects = notResources === undefined ? resources : [`all but ${notResources.join(", ")}`];
  return outsiders(statement, own).flatMap((who) =>
    named.flatMap((action) =>
      (objects.length === 0 ? [""] : objects).map((resource) => ({ who, action, resource, condition })),
    ),
  );
}

function outsiders({ principal, notPrincipal, condition }: Statement, own: ReadonlySet<string>): string[] {
  if (notPrincipal !== undefined) return meaningful(condition, "public") ? [] : ["everybody but those it names"];
  const kinds = isObject(principal) ? principal : { AWS: principal };
  const found = new Set<string>();
  for (const [kind, values] of Object.entries(kinds)) {
    for (const value of texts(values)) {
      if (/[*?]/.test(value)) {
        if (!meaningful(condition, "public")) found.add("everybody");
        for (const account of reachedAccounts(condition)) if (!own.has(account)) found.add(account);
      } else if (kind === "Federated") {
        found.add(`${meaningful(condition, "federated") ? "identities" : "every identity"} of ${code(value)}`);
      } else if (kind === "AWS") {
        const account = /^(?:arn:[\w-]+:(?:iam|sts)::)?(\d{12})(?::|$)/.exec(value)?.[1];
        if (account !== undefined && !own.has(account)) found.add(`account ${account}`);
      } else if (kind === "Service") {
        for (const reached of reachedAccounts(condition)) {
          if (!own.has(reached)) found.add(`${code(value)} for ${inWords(reached)}`);
        }
      } else if (kind === "CanonicalUser") found.add("another account's canonical user");
    }
  }
  return [...found].map(inWords);
}

function inWords(who: string): string {
  return /^\d{12}$/.test(who) ? `account ${who}` : who;
}

function covers(wide: Grant, narrow: Grant): boolean {
  return (
    wide.who === narrow.who &&
    conditionCovers(wide.condition, narrow.condition) &&
    matches(wide.action, narrow.action) &&
    matches(wide.resource, narrow.resource)
  );
}

/** Whether one refusal refuses all that another does. */
function refuses(wide: Statement, narrow: Statement): boolean {
  const same = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b);
  const everybody = wide.principal === "*" || same(wide.principal, { AWS: "*" });
  return (
    (everybody || same(wide.principal, narrow.principal)) &&
    same(wide.notPrincipal, narrow.notPrincipal) &&
    (Object.keys(wide.condition).length === 0 || same(wide.condition, narrow.condition)) &&
    included(wide.actions, narrow.actions) &&
    included(wide.resources, narrow.resources) &&
    same(wide.notActions, narrow.notActions) &&
    same(wide.notResources, narrow.notResources)
  );
}

function included(wide: readonly string[], narrow: readonly string[]): boolean {
  return narrow.every((pattern) => wide.some((other) => matches(other, pattern)));
}

/** One sentence for each who; actions are named as long as they are few. */
function words(fresh: readonly Grant[]): string[] {
  const byWho = new Map<string | undefined, Set<string>>();
  for (const { who, action } of fresh) byWho.set(who, (byWho.get(who) ?? new Set()).add(action));
  return [...byWho].map(([who, actions]) => {
    if (who === undefined && actions.has("*")) return "it allows everything";
    const named = [...actions]
      .sort()
      .slice(0, 3)
      .map((action) => code(action));
    const more = actions.size - named.length;
    const what = list(more > 0 ? [...named, `${more} more`] : named);
    return who === undefined ? `it allows ${what} on all resources` : `${who} may use it: ${what}`;
  });
}

function refusalGone({ sid, actions, notActions }: Statement): string {
  const what = notActions === undefined ? actions : ["all but", ...notActions];
  const name = sid === undefined ? "" : ` ${code(sid)}`;
  return `the statement${name} that denies ${code(what.join(", "))} is gone or denies less`;
}

/** Managed policies of AWS that give everything, or the power to give oneself everything. */
export function isAlmighty(policyArn: string | undefined): boolean {
  return (
    policyArn !== undefined &&
    /:iam::aws:policy\/(job-function\/)?(AdministratorAccess|PowerUserAccess|SystemAdministrator$|\w*FullAccess)/.test(
      policyArn,
    )
  );
}

/** The text as a JSON object; undefined for any other text. */
export function parsed(text: string | undefined): JsonObject | undefined {
  if (text?.trimStart().startsWith("{") !== true) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Nothing that IAM takes is nested deeper. */
const deepest = 8;

/** The same text for the same value, whatever the order of keys, and for one value and a list of it. */
function canonical(value: unknown, depth = 0): string {
  if (depth > deepest) return "…";
  const inner = (each: unknown): string => canonical(each, depth + 1);
  if (isList(value)) return value.length === 1 ? inner(value[0]) : `[${value.map(inner).sort().join()}]`;
  if (!isObject(value)) return value === undefined ? "" : JSON.stringify(value);
  const members = Object.entries(value).map(([key, each]) => `${JSON.stringify(key)}:${inner(each)}`);
  return `{${members.sort().join()}}`;
}

function oneOrMany(value: unknown): readonly unknown[] {
  if (value === undefined) return [];
  return isList(value) ? value : [value];
}

function texts(value: unknown): string[] {
  return oneOrMany(value).filter((each) => typeof each === "string");
}
