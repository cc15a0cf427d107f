import type { Outcome, Tried } from "./fault-bench";
import { type FaultKind, faultKinds } from "./fault-points";

const outcomes: readonly Outcome[] = ["at once", "by a re-run", "by unlock and re-run", "by hand and re-run", "not"];

/** `deploy 12 imagebuilder:CreateComponent killed: by a re-run`. */
export function tellTried({ phase, kind, point, outcome, said }: Tried): string {
  const call = `${point.service}:${point.operation}`;
  return `${phase} ${point.number} ${call} ${kind}: ${outcome}${outcome === "not" ? ` (${said})` : ""}`;
}

/** How many points were tried and survived, then those that were not, then what a re-run was needed for. */
export function markdownTable(tried: readonly Tried[], words: Readonly<Record<FaultKind, string>>): string[] {
  const rows = ["deploy", "update"].flatMap((phase) =>
    faultKinds.flatMap((kind) => {
      const here = tried.filter((each) => each.phase === phase && each.kind === kind);
      if (here.length === 0) return [];
      const numbers = outcomes.map((outcome) => here.filter((each) => each.outcome === outcome).length);
      return [`| ${phase} | ${words[kind]} | ${here.length} | ${numbers.join(" | ")} |`];
    }),
  );
  return [
    `| of | fault | points | ${outcomes.join(" | ")} |`,
    `|---|---|---:|${outcomes.map(() => "---:|").join("")}`,
    ...rows,
    ...list("Did not converge by a plain re-run:", tried, "not"),
    ...list("Needed hands, then a re-run:", tried, "by hand and re-run"),
    ...list("Needed a re-run:", tried, "by a re-run"),
    ...list("Needed `terraform force-unlock`, then a re-run:", tried, "by unlock and re-run"),
  ];
}

/** The calls of one outcome, together where the same was said. */
function list(title: string, tried: readonly Tried[], outcome: Outcome): string[] {
  const reasons = new Map<string, Set<string>>();
  for (const { point, kind, said, ...each } of tried) {
    if (each.outcome !== outcome) continue;
    const reason = `${kind}${said === "" ? "" : ": "}${said.replaceAll(/\d{12}|[0-9a-f]{8}-[0-9a-f-]{27}|1\.0\.\d+/g, "…").replaceAll("|", "\\|")}`;
    const calls = reasons.get(reason) ?? new Set();
    reasons.set(reason, calls.add(`${point.service}:${point.operation}`));
  }
  if (reasons.size === 0) return [];
  return ["", title, "", ...[...reasons].map(([reason, calls]) => `- ${[...calls].join(", ")} – ${reason}`)];
}
