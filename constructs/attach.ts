import { CloudBackend, DataResource } from "cdktf";
import type { IConstruct } from "constructs";
import type { Finding } from "@pipelines/findings/finding";
import { formatFinding } from "@pipelines/findings/report";

/** Type of the construct metadata that holds a finding. */
const findingKey = "finding";

/**
 * Makes findings part of a construct's validation. Errors stop `app.synth()` and `Testing.synth(stack, true)` like any
 * CDKTF validation; `findingsOf` also returns the details that CDKTF's strings omit.
 */
export function addCheck(construct: IConstruct, findings: readonly Finding[]): void {
  const isFirst = attachedTo(construct).length === 0;
  for (const finding of findings) construct.node.addMetadata(findingKey, finding);
  if (!isFirst) return;
  construct.node.addValidation({
    validate: () =>
      attachedTo(construct)
        .filter(({ severity }) => severity === "error")
        .map((finding) => formatFinding(finding)),
  });
}

function attachedTo({ node }: IConstruct): Finding[] {
  return node.metadata.filter(({ type }) => type === findingKey).map(({ data }) => data as Finding);
}

/** Returns all findings in a tree, and the messages of other validations in it, such as CDKTF's own. */
export function findingsOf(root: IConstruct): Finding[] {
  return root.node.findAll().flatMap((construct) => {
    const own = attachedTo(construct);
    const reported = new Set(own.map((finding) => formatFinding(finding)));
    const others = (asksForTerraform(construct) ? [] : construct.node.validate())
      .filter((message) => !reported.has(message))
      .map((message): Finding => ({
        severity: "error",
        code: "IB-CDKTF",
        file: construct.node.path,
        found: message,
        allowed: "what CDKTF accepts",
      }));
    return [...own, ...others];
  });
}

/**
 * Whether CDKTF would run Terraform to find out its version. A synth does not need this: the Terraform that runs the
 * stack checks its required_version.
 */
export function asksForTerraform(construct: IConstruct): boolean {
  return construct instanceof CloudBackend || construct instanceof DataResource;
}
