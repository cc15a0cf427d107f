import { createRequire } from "node:module";
import { type At, error, type Finding, warning } from "@pipelines/findings/finding";
import { checkVersion } from "@pipelines/image-checks/limits";
import { checkPartName, checkS3Uri } from "@pipelines/image-checks/names";
import { list, quote } from "@pipelines/findings/text";
import { checkLength, checkText } from "./check-length";
import type { Image, Workflow } from "./image";

type Stage = Extract<Workflow, { kind: "own" }>["type"];

/** The stages of Image Builder's own workflows for containers. */
export const managedStages = {
  "build-container": "BUILD",
  "test-container": "TEST",
  "distribute-container": "DISTRIBUTION",
} as const;

const arn =
  /^arn:aws(?:-[a-z]+)*:imagebuilder:[a-z0-9-]+:(?:\d{12}|aws(?:-[a-z]+)*):workflow\/(build|test|distribution)\/[a-z0-9-_]+\/(?:(?:\d+|x)\.(?:\d+|x)\.(?:\d+|x)|\d+\.\d+\.\d+\/\d+)$/;

/** Returns the stage that a workflow is for; undefined if its ARN does not contain one. */
export function stageOf(workflow: Workflow): Stage | undefined {
  if (workflow.kind === "own") return workflow.type;
  if (workflow.kind === "managed") return managedStages[workflow.managed];
  const stage = arn.exec(workflow.arn)?.[1]?.toUpperCase();
  return stage === "BUILD" || stage === "TEST" || stage === "DISTRIBUTION" ? stage : undefined;
}

/** Checks each workflow on its own, including its document, and reports duplicates and stages without a workflow. */
export function checkWorkflows({ file, workflows, tests }: Omit<Image, "findings">): Finding[] {
  const findings = workflows.flatMap((workflow, index) => {
    const field = `workflows[${index}]`;
    const first = workflows.findIndex((other) => nameOf(other) === nameOf(workflow));
    const twice = {
      found: `${quote(nameOf(workflow))} again, after workflows[${first}]`,
      allowed: "each workflow once",
    };
    return [
      ...checkWorkflow(workflow, { file, field }),
      ...(first < index ? [error({ file, field }, "IB-WORKFLOW-TWICE", twice)] : []),
    ];
  });
  const stages = new Set(workflows.map(stageOf));
  // An unknown stage is reported separately.
  if (workflows.length === 0 || stages.has(undefined)) return findings;
  const without: readonly Stage[] = (["BUILD", ...(tests.enabled ? ["TEST" as const] : [])] as const).filter(
    (stage) => !stages.has(stage),
  );
  if (without.length === 0) return findings;
  findings.push(
    warning({ file, field: "workflows" }, "IB-WORKFLOW-STAGE", {
      found: `no workflow of type ${list(without, "or")}, but the list replaces all of Image Builder's own workflows`,
      allowed: "one workflow for each stage that the image needs",
      fix: `add ${list(without.map((stage) => `{ managed: "${stage === "BUILD" ? "build" : "test"}-container" }`))}`,
    }),
  );
  return findings;
}

function nameOf(workflow: Workflow): string {
  if (workflow.kind === "own") return workflow.name;
  return workflow.kind === "managed" ? workflow.managed : workflow.arn;
}

function checkWorkflow(workflow: Workflow, at: At): Finding[] {
  const inside = (field: string): At => ({ ...at, field: `${at.field ?? ""}.${field}` });
  const stage = stageOf(workflow);
  const ofTests = (["onFailure", "parallelGroup"] as const).flatMap((field) => {
    if (workflow[field] === undefined || stage === "TEST" || stage === undefined) return [];
    const words = { found: `${field} on a ${stage} workflow`, allowed: "TEST workflows only" };
    return [error(inside(field), "IB-WORKFLOW-TESTS", words)];
  });
  const { parallelGroup } = workflow;
  if (parallelGroup !== undefined && !/^[A-Za-z0-9][A-Za-z0-9-_+#]{0,99}$/.test(parallelGroup)) {
    const words = {
      found: quote(parallelGroup),
      allowed: "1 to 100 letters, digits and - _ + #, starting with a letter or digit",
    };
    ofTests.push(error(inside("parallelGroup"), "IB-WORKFLOW-GROUP", words));
  }
  if (workflow.kind === "own") {
    const { source, name, description, changeDescription, parameters = {} } = workflow;
    // Loaded only when needed, to keep a synth without workflow documents fast.
    const load: (
      id: "@pipelines/image-checks/workflow-document",
    ) => typeof import("@pipelines/image-checks/workflow-document") = createRequire(__filename);
    return [
      ...ofTests,
      ...checkPartName("the workflow's name", name, inside("name"), (allowed) => `write name: "${allowed}"`),
      ...checkLength(description, 1, 1024, inside("description")),
      // 128 is the AWS provider's limit, as for components.
      ...checkLength(changeDescription, 1, 128, inside("changeDescription")),
      ...("uri" in source
        ? checkS3Uri(source.uri, inside("document"))
        : [
            ...load("@pipelines/image-checks/workflow-document").checkWorkflowDocument({
              ...source,
              type: workflow.type,
              parameters,
            }),
            ...checkText(source),
          ]),
    ];
  }
  if (workflow.kind === "managed") {
    const wrong = checkVersion(workflow.version, inside("version"), true);
    if (wrong.length === 0 && workflow.version !== "x.x.x") wrong.push(oldVersion(workflow.version, inside("version")));
    return [...ofTests, ...wrong];
  }
  if (stage !== undefined) {
    const [, , , , owner = "", resource = ""] = workflow.arn.split(":");
    const version = resource.split("/").slice(3).join("/");
    const isManaged = owner.startsWith("aws") && version !== "x.x.x";
    return [...ofTests, ...(isManaged ? [oldVersion(version, inside("arn"))] : [])];
  }
  const allowed =
    "arn:aws:imagebuilder:<region>:<account id or aws>:workflow/<build, test or distribution>/<name>/<version>";
  return [...ofTests, error(inside("arn"), "IB-WORKFLOW-ARN", { found: quote(workflow.arn), allowed })];
}

/**
 * The service accepts only the latest version of AWS's own workflows. Seen in 2024 as "AWS managed workflows must have
 * latest version 'x.x.x'" (github.com/aws/aws-cdk/issues/29910). Nothing more recent is known, so this is a warning.
 */
function oldVersion(version: string, at: At): Finding {
  return warning(at, "IB-WORKFLOW-MANAGED", {
    found: `the version ${version} of an AWS workflow`,
    allowed: "x.x.x: as far as we know, AWS rejects every other version of its own workflows",
    fix: "write x.x.x",
  });
}
