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
    const holder = holderOf(sides);
    const isKnown = (statement: Statement): boolean =>
      old.some((other) => covers(other, statement) && (statement.allow || covers(statement, other)));
    const isHarmless = (statement: Statement): boolean =>
      isKnown(statement) || isWithinEnvelope(kind, statement, { holder, plan: sides.plan, old });
    const fresh = now.filter((statement) => !isHarmless(statement));
    const gone = old.filter((statement) => !now.some((other) => covers(other, statement)));
    const isExchanged =
      kind === "trust" && fresh.length > 0 && deployers.test(holder) && gone.some(({ allow }) => allow);
    return [
      ...fresh.map((each) => `${name} newly ${said(each)}`),
      ...gone.filter(({ allow }) => !allow).map((each) => `${name} no longer ${said(each)}`),
      ...(isExchanged ? [`${name} ${exchanged}`] : []),
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

/** Reports whether a policy has no deny statements and can therefore be removed. */
export function deniesNothing(document: string | undefined): boolean {
  return statementsOf(document ?? "")?.every(({ allow }) => allow) === true;
}

/** Returns the name of the role or policy that a document belongs to; for a new role, the name in the plan. */
function holderOf({ plan, change: { address, before, after } }: Sides): string {
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
