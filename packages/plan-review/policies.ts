import { list } from "@pipelines/findings/text";
import { deployers, isWithinEnvelope, type PolicyKind } from "./envelope";
import { code } from "@pipelines/findings/escape";
import { type Rule, type Sides, text } from "./rules";
import { covers, type Statement, statementsOf } from "./statements";
import { textAt } from "./values";

const words: Readonly<Record<PolicyKind, string>> = {
  identity: "with statements that allow less or deny more, or that are in the permission table for this environment",
  trust: "with statements that trust less, or that trust EventBridge only for rules in this environment",
  resource: "with statements that allow less, and no fewer that deny",
  bucket: "with statements that allow less, or that deny everything but TLS",
};

/**
 * Rule for a policy document: each statement must be covered by one that already exists, or lie within the envelope.
 */
export function policy(kind: PolicyKind): Rule {
  return text(words[kind], (before, after, sides) => {
    const [old, now] = [before === undefined || before === "" ? [] : statementsOf(before), statementsOf(after)];
    const name = code(sides.path.join("."));
    if (old === undefined || now === undefined)
      return [`${name} ${old === undefined ? "was" : "is"} not a policy that this program can read`];
    const place = { holder: holderOf(sides), plan: sides.plan, old };
    const fresh = now.filter((statement) => !isKnown(statement, old) && !isWithinEnvelope(kind, statement, place));
    return [
      ...fresh.map((each) => `${name} newly ${said(each)}`),
      ...lost(old, now).map((each) => `${name} no longer ${said(each)}`),
      ...(kind === "trust" && fresh.length > 0 && deployers.test(place.holder) && isExchanged(old, now)
        ? [`${name} ${exchanged}`]
        : []),
    ];
  });
}

/**
 * A session that has already started continues, but the next job depends on the new trust policy, which may not let it
 * in.
 */
const exchanged =
  "no longer trusts those it trusted before: if that includes the job that deploys this, the next job is refused. Trust both first, " +
  "with `former` (docs/accounts.md, Change what is trusted)";

function isExchanged(old: readonly Statement[], now: readonly Statement[]): boolean {
  return old.some((statement) => statement.allow && !now.some((other) => covers(other, statement)));
}

/** Reports whether a policy has no deny statements and can therefore be removed. */
export function deniesNothing(document: string | undefined): boolean {
  return statementsOf(document ?? "")?.every(({ allow }) => allow) === true;
}

function isKnown(statement: Statement, old: readonly Statement[]): boolean {
  return old.some((other) => covers(other, statement) && (statement.allow || covers(statement, other)));
}

/** Returns the deny statements that are no longer in effect. */
function lost(old: readonly Statement[], now: readonly Statement[]): Statement[] {
  return old.filter((statement) => !statement.allow && !now.some((other) => covers(other, statement)));
}

/** Returns the name of the role or policy that a document belongs to; for a new role, the name in the plan. */
function holderOf({ address, plan, resource: { before, after } }: Sides): string {
  const [reference = ""] = plan.references(address, ["role"]);
  const role = plan.valueOf(reference.replace(/\.\w+$/, ".name"));
  return role ?? textAt(after, "role") ?? textAt(after, "name") ?? textAt(before, "name") ?? "";
}

/** How many actions and resources a reason lists by name. */
const named = 3;

function said({ allow, actions, resources, principals, conditions, negated }: Statement): string {
  const some = (all: readonly string[]): string => {
    const more = all.length > named ? [`${all.length - named} more`] : [];
    return list([...all.slice(0, named).map((each) => code(each, 80)), ...more]);
  };
  const who = [...(principals ?? [])].map(([kind, values]) =>
    kind === "AWS" && values.includes("*") ? "everybody" : some(values),
  );
  return [
    `${allow ? "allows" : "denies"} ${actions.length === 0 ? "all but some actions" : some(actions)}`,
    ...(resources.length > 0 ? [`on ${some(resources)}`] : []),
    ...(who.length > 0 ? [`for ${list(who)}`] : []),
    ...(/"/.test(negated) ? ["with exceptions"] : []),
    ...(conditions.size > 0
      ? [`if ${some([...conditions].map(([test, values]) => `${test} ${values.join(" or ")}`))}`]
      : []),
  ].join(" ");
}
