import { formatFinding } from "@pipelines/findings/report";
import { expectMessages, type Mistake } from "./messages";
import { checkWorkflowDocument, type WorkflowDocument } from "../workflow-document";

const launch = `  - name: LaunchBuildInstance
    action: LaunchInstance
    onFailure: Abort
    inputs:
      waitFor: ssmAgent
`;

/** A build with an approval at the end. */
const approval = `name: build-with-approval
description: Builds the container and waits
schemaVersion: 1.0
parameters:
  - name: waitForApproval
    type: boolean
    default: true
steps:
${launch}  - name: BootstrapBuildInstance
    action: BootstrapInstanceForContainer
    if:
      stringEquals: DOCKER
      value: $.imagebuilder.imageType
    inputs:
      instanceId.$: $.stepOutputs.LaunchBuildInstance.instanceId
  - name: DockerSetup
    action: RunCommand
    timeoutSeconds: 600
    inputs:
      documentName: AWS-RunShellScript
      parameters: { commands: ["docker info"] }
      instanceId.$: $.stepOutputs.LaunchBuildInstance.instanceId
  - name: ApplyBuildComponents
    action: ExecuteComponents
    inputs:
      instanceId.$: $.stepOutputs.LaunchBuildInstance.instanceId
  - name: Approve
    action: WaitForAction
    if:
      and:
        - booleanEquals: true
          value: $.parameters.waitForApproval
        - not: { stringEquals: none, value: "$.imagebuilder.imageType" }
outputs:
  - name: InstanceId
    value: $.stepOutputs.LaunchBuildInstance.instanceId
`;

/** Everything that these tests report. */
const mistakes: Mistake[] = [];

function check(document: WorkflowDocument): string[] {
  return checkWorkflowDocument(document).map((finding) => {
    mistakes.push([document.text.split("\n")[(finding.line ?? 1) - 1]?.trim() ?? "", finding]);
    return formatFinding(finding);
  });
}

function reported(text: string, parameters?: Record<string, string>): string[] {
  return check({ file: "flow.yaml", text, ...(parameters === undefined ? {} : { parameters }) });
}

/** Returns the findings for steps: position, found, allowed and fix, each on one line. */
function ofSteps(steps: string, type?: WorkflowDocument["type"]): string {
  return check({ file: "flow.yaml", text: `schemaVersion: 1.0\nsteps:\n${steps}`, ...(type ? { type } : {}) }).join(
    "\n",
  );
}

describe("The checks for a workflow document", () => {
  test("find nothing wrong with a build that has a command and an approval", () => {
    expect(reported(approval)).toEqual([]);
    expect(reported(approval, { waitForApproval: "false" })).toEqual([]);
  });

  test("find nothing wrong with AWS's example of a test workflow", () => {
    const example = `schemaVersion: 1.0
steps:
  - name: LaunchTestInstance
    action: LaunchInstance
    onFailure: Abort
    inputs:
      waitFor: "ssmAgent"
  - name: CollectImageScanFindings
    action: CollectImageScanFindings
    onFailure: Continue
    if:
      and:
        - booleanEquals: true
          value: "$.imagebuilder.collectImageScanFindings"
    inputs:
      instanceId.$: "$.stepOutputs.LaunchTestInstance.instanceId"
  - name: TerminateTestInstance
    action: TerminateInstance
    onFailure: Continue
    inputs:
      instanceId.$: "$.stepOutputs.LaunchTestInstance.instanceId"
`;
    expect(reported(example)).toEqual([]);
  });

  test("report a misspelled action and a missing input", () => {
    expect(ofSteps("  - { name: Launch, action: LaunchInstnace, inputs: { waitFor: ssmAgent } }\n")).toBe(
      [
        "error flow.yaml:3:29 steps[0].action IB-DOC-ACTION",
        '  found:   the action "LaunchInstnace"',
        "  allowed: a step action for Image Builder workflows",
        "  fix:     write LaunchInstance",
      ].join("\n"),
    );
    expect(ofSteps("  - { name: End, action: TerminateInstance, inputs: {} }\n")).toBe(
      [
        "error flow.yaml:3:53 steps[0].inputs IB-DOC-INPUT",
        "  found:   the action TerminateInstance has no instanceId",
        "  allowed: instanceId, or instanceId.$ with a reference",
      ].join("\n"),
    );
    expect(ofSteps("  - { name: End, action: TerminateInstance }\n")).toContain(
      'found:   the step "End" has no inputs\n  allowed: inputs for the action TerminateInstance',
    );
  });

  test("reject references to later steps or to a missing parameter, and references under a name without .$", () => {
    const later = `  - name: End
    action: TerminateInstance
    inputs: { instanceId.$: $.stepOutputs.LaunchBuildInstance.instanceId }
${launch}`;
    expect(ofSteps(later)).toBe(
      [
        'error flow.yaml:5:29 steps[0].inputs["instanceId.$"] IB-DOC-REFERENCE',
        '  found:   "$.stepOutputs.LaunchBuildInstance.instanceId", and no step before this one is called "LaunchBuildInstance"',
        "  allowed: no $.stepOutputs here",
      ].join("\n"),
    );
    const misspelt = approval.replace("value: $.parameters.waitForApproval", "value: $.parameters.waitForAproval");
    expect(reported(misspelt).join()).toContain("fix:     write waitForApproval");
    const chained = `${launch}  - name: End
    action: TerminateInstance
    inputs: { instanceId: $.stepOutputs.LaunchBuildInstance.instanceId }
`;
    expect(ofSteps(chained)).toBe(
      [
        "warning flow.yaml:10:15 steps[1].inputs.instanceId IB-WORKFLOW-CHAIN",
        '  found:   the reference "$.stepOutputs.LaunchBuildInstance.instanceId" under instanceId',
        "  allowed: instanceId.$; without it, the action gets the text itself",
        "  fix:     write instanceId.$",
      ].join("\n"),
    );
  });

  test("reject a repeated step name, more than 15 steps, no steps, and a condition without an operator", () => {
    expect(ofSteps(launch + launch)).toContain('found:   a second step "LaunchBuildInstance"');
    const wait = (count: number): string =>
      Array.from({ length: count }, (_, index) => `  - { name: Wait${index}, action: WaitForAction }\n`).join("");
    expect(ofSteps(wait(15))).toBe("");
    expect(ofSteps(wait(16))).toContain("IB-WORKFLOW-STEPS\n  found:   16 steps\n  allowed: 1 to 15 steps");
    expect(reported("schemaVersion: 1.0\nsteps: []\n").join()).toContain("found:   0 steps");
    expect(ofSteps("  - { name: Wait, action: WaitForAction, if: { stringEqual: a, value: b } }\n")).toContain(
      'IB-DOC-CONDITION\n  found:   a condition with "stringEqual" and "value"',
    );
    expect(ofSteps("  - { name: Wait, action: WaitForAction, if: { stringEquals: a } }\n")).toContain(
      "found:   stringEquals without value",
    );
  });

  test("warn about keys that have no effect, and about actions for AMIs", () => {
    expect(ofSteps("  - { name: Wait, action: WaitForAction, timeOutSeconds: 5 }\n")).toBe(
      [
        "warning flow.yaml:3:42 steps[0].timeOutSeconds IB-DOC-UNKNOWN-KEY",
        '  found:   "timeOutSeconds", which is not a known key in a step',
        "  allowed: name, description, action, if, inputs, onFailure, rollback or timeoutSeconds",
        "  fix:     write timeoutSeconds",
      ].join("\n"),
    );
  });

  test("warn about actions for AMIs in an image's workflows, unless they depend on the image type", () => {
    const image = "  - { name: Image, action: CreateImage, inputs: { instanceId: i-1 }";
    expect(ofSteps(`${image} }\n`)).toBe("");
    expect(ofSteps(`${image} }\n`, "BUILD")).toBe(
      [
        "warning flow.yaml:3:28 steps[0].action IB-WORKFLOW-AMI",
        "  found:   the action CreateImage, which is for AMIs",
        "  allowed: actions for containers: ExecuteComponents builds a container image",
      ].join("\n"),
    );
    expect(ofSteps(`${image}, if: { stringEquals: AMI, value: $.imagebuilder.imageType } }\n`, "BUILD")).toBe("");
  });

  test("know what AWS documents about each action: inputs, outputs, stages and the maximum timeout", () => {
    const push = `  - name: Push
    action: DistributeContainerImage
    timeoutSeconds: 43200
    inputs: { instanceId.$: $.stepOutputs.LaunchBuildInstance.instanceId }
  - name: End
    action: TerminateInstance
    inputs: { instanceId.$: $.stepOutputs.LaunchBuildInstance.instanceId, waitForTermination: true }
`;
    const healthy = launch.replace("waitFor: ssmAgent", "waitFor: ssmAgent\n      healthCheck: RUNNING");
    expect(healthy).not.toBe(launch);
    expect(ofSteps(healthy + push, "DISTRIBUTION")).toBe("");
    expect(ofSteps(healthy + push)).toBe("");
    expect(ofSteps(launch + push, "BUILD")).toContain(
      "IB-WORKFLOW-ACTION-STAGE\n  found:   the action DistributeContainerImage in a BUILD workflow\n" +
        "  allowed: DistributeContainerImage in workflows of type DISTRIBUTION",
    );
    expect(ofSteps(launch + push.replace("43200", "43201"))).toContain(
      'IB-DOC-VALUE\n  found:   timeoutSeconds is "43201"\n  allowed: At most 43200 seconds (12 hours) for this action',
    );
    expect(ofSteps(launch + push.replace("RUNNING", "RUNING"))).toBe("");
    expect(ofSteps(healthy.replace("RUNNING", "RUNING"))).toContain("fix:     write RUNNING");
    expect(ofSteps(healthy.replace("RUNNING", "HEALTHY_ENOUGH"))).toMatch(/^warning .*IB-DOC-VALUE/);
    expect(ofSteps(launch + push.replaceAll("instanceId }", "instanceID }"))).toContain(
      'IB-WORKFLOW-OUTPUT\n  found:   the output "instanceID" from the step "LaunchBuildInstance"\n' +
        "  allowed: instanceId: the outputs of LaunchInstance\n  fix:     write instanceId",
    );
    // An output that appears in an example on AWS's page, but not in its tables.
    expect(ofSteps(launch + push.replaceAll("instanceId }", "instanceType }"))).toBe("");
    expect(ofSteps(`${launch}${push}  - { name: Copy, action: DistributeImage }\n`)).toContain(
      "IB-WORKFLOW-DISTRIBUTION\n  found:   the action DistributeImage, which distributes AMIs, after one that distributes container images",
    );
    expect(
      ofSteps(`${launch}${push}  - { name: Scan, action: CollectImageScanFindings, inputs: { instanceId: i-1 } }\n`),
    ).toContain("found:   the action CollectImageScanFindings in a workflow with actions for the stage DISTRIBUTION");
  });

  test("warn about an unknown action, which may be new in AWS, and accept its inputs", () => {
    expect(ofSteps("  - { name: Sign, action: SignContainerImage, inputs: { key: x } }\n")).toMatch(
      /^warning flow.yaml:3:27 steps\[0\].action IB-DOC-ACTION\n {2}found: {3}the action "SignContainerImage"\n.*AWS may have added more$/,
    );
  });

  test("show the correct form for a parameter written as in components", () => {
    const text = approval.replace(
      "- name: waitForApproval\n    type: boolean",
      "- waitForApproval:\n      type: boolean",
    );
    expect(text).not.toBe(approval);
    expect(reported(text.replace("    default: true\n", ""))).toEqual([
      [
        "error flow.yaml:5:5 parameters[0] IB-DOC-PARAMETERS",
        "  found:   parameters in the form used in component documents",
        "  allowed: a list, with the name in the name field",
        "  fix:     write - { name: waitForApproval, type: boolean }",
      ].join("\n"),
    ]);
  });

  test("reject other documents, and values for unknown parameters", () => {
    expect(reported("")[0]).toContain(
      "a YAML map with schemaVersion, and with phases (a component) or steps (a workflow)",
    );
    expect(reported("schemaVersion: 2.0\nsteps: none\n").join()).toMatch(/IB-DOC-VERSION[^]*steps is the text "none"/);
    expect(reported("name: x\n").map((each) => each.split("\n")[1])).toEqual([
      "  found:   the document has no schemaVersion",
      "  found:   the document has no steps",
    ]);
    expect(reported("phases: []\n")).toEqual([
      [
        "error flow.yaml:1:1 IB-DOC-KIND",
        "  found:   a component document, which has phases",
        "  allowed: a workflow document, which has steps",
        "  fix:     name it under components in the image's definition",
      ].join("\n"),
    ]);
    const required = approval.replace("    default: true\n", "");
    expect(reported(required, {}).join()).toContain(
      'found:   the parameter "waitForApproval" has no default, and the image does not set it',
    );
    expect(reported(approval, { waitForAproval: "true" }).join()).toContain(
      'found:   the image sets "waitForAproval", which is not a parameter of this document\n' +
        "  allowed: waitForApproval\n  fix:     write waitForApproval in the image's definition",
    );
  });

  test("report every mistake in these tests with exactly the reviewed message", () => {
    expectMessages("workflow-documents", mistakes);
  });
});
