import { CloudBackend } from "cdktf";
import { IConstruct } from "constructs";
import { Finding } from "@pipelines/findings/finding";
import { formatFinding } from "@pipelines/findings/report";

const attached = new WeakMap<IConstruct, Finding[]>();

/**
 * Makes findings part of a construct's validation: errors stop `app.synth()` and `Testing.synth(stack, true)`
 * as any CDKTF validation does, and `findingsOf` returns them with all that CDKTF's strings leave out.
 */
export function addCheck(construct: IConstruct, findings: readonly Finding[]): void {
  const known = attached.get(construct);
  if (known !== undefined) {
    known.push(...findings);
    return;
  }
  const all = [...findings];
  attached.set(construct, all);
  construct.node.addValidation({
    validate: () => all.filter((finding) => finding.severity === "error").map((finding) => formatFinding(finding)),
  });
}

/** All findings of a tree, and what other validations in it (CDKTF's own, say) have to say. */
export function findingsOf(root: IConstruct): Finding[] {
  return root.node.findAll().flatMap((construct) => {
    const own = attached.get(construct) ?? [];
    const reported = new Set(own.map((finding) => formatFinding(finding)));
    // CDKTF asks the Terraform binary for its version here, which a synth does without: the stack's required_version
    // says what is needed, to the Terraform that runs it.
    const others = (construct instanceof CloudBackend ? [] : construct.node.validate())
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
