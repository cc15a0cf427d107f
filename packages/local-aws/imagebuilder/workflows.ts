import { createHash } from "node:crypto";
import { type JsonObject, needed, objects, text } from "../json";
import type { Operations } from "../protocols";
import type { Scope } from "../world";
import { isRunning, testsEnabled } from "./builds";
import { invalidRequest } from "./errors";
import data from "./managed-workflows.json";
import { newest } from "./names";
import { existing, paged } from "./resources";
import type { Image } from "./state";
import { readWorkflow } from "./workflow-resources";

interface Step {
  readonly name: string;
  readonly action: string;
  /** Share of the build's duration at which it starts. */
  readonly begins: number;
}

interface Workflow {
  readonly name: string;
  readonly type: "BUILD" | "TEST" | "DISTRIBUTION";
  readonly steps: readonly Step[];
  readonly ends: number;
  /** Set if the workflow is not one of Amazon's. */
  readonly arn?: string;
}

/** Shares of a build's duration taken by its stages. */
const stages = { BUILD: [0.05, 0.62], TEST: [0.62, 0.8], DISTRIBUTION: [0.8, 1] } as const;

/** Amazon's own workflows for containers: https://docs.aws.amazon.com/imagebuilder/latest/userguide/manage-image-workflows.html */
const managedWorkflows = (data as readonly Omit<Workflow, "ends">[]).map((each): Workflow => {
  return { ...each, ends: stages[each.type][1] };
});

/** Returns an id in the API's format, always the same for the same input. */
function idOf(prefix: string, ...of: readonly string[]): string {
  const hex = createHash("sha256").update(of.join(" ")).digest("hex");
  return `${prefix}-${[hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join("-")}`;
}

function momentOf(image: Image, share: number, scope: Scope): Date {
  return new Date(image.created.getTime() + share * scope.world.builds.minutes * 60_000);
}

/**
 * Returns the state of something that runs between these shares of the build's duration; undefined if it has not
 * started.
 */
function course(image: Image, begins: number, ends: number, scope: Scope) {
  const start = momentOf(image, begins, scope);
  const end = momentOf(image, ends, scope);
  const stop = image.ended ?? scope.now();
  if (start > stop || (start >= stop && !isRunning(image))) return undefined;
  if (end <= stop) return { start, end, status: "COMPLETED" };
  if (isRunning(image)) return { start, end: undefined, status: "RUNNING" };
  return { start, end: stop, status: image.status === "CANCELLED" ? "CANCELLED" : "FAILED" };
}

/** The image's own workflows instead of Amazon's; a step that waits for a person continues on its own. */
function workflowsOf(image: Image, scope: Scope): readonly Workflow[] {
  const given = objects(image.settings, "workflows").flatMap((used): Workflow[] => {
    const arn = needed(used, "workflowArn");
    const own = newest(arn, scope.imageBuilder.workflows);
    if (own === undefined) return managedWorkflows.filter(({ name }) => arn.split("/")[2] === name);
    const type = text(own.settings, "type") as Workflow["type"];
    const [begins, ends] = stages[type];
    const { steps: all } = readWorkflow(needed(own.settings, "data"));
    const timed = all.map((step, index) => ({ ...step, begins: begins + ((ends - begins) * index) / all.length }));
    return [{ name: own.name, type, steps: timed, ends, arn: own.arn }];
  });
  if (given.length === 0) return managedWorkflows;
  const distributes = given.some(({ type }) => type === "DISTRIBUTION");
  const all = [...given, ...managedWorkflows.filter(({ type }) => type === "DISTRIBUTION" && !distributes)];
  // Stages run in their own order, regardless of the order in the list.
  return all.sort((a, b) => a.ends - b.ends);
}

/** The workflow steps that have started, with the outcome of each one. */
function stepsOf({ workflow, image, id }: Execution, scope: Scope) {
  return workflow.steps.flatMap((step, index) => {
    const ran = course(image, step.begins, workflow.steps[index + 1]?.begins ?? workflow.ends, scope);
    return ran === undefined ? [] : [{ step, ran, image, id: idOf("step", id, step.name) }];
  });
}

function executions(image: Image, scope: Scope) {
  return workflowsOf(image, scope)
    .filter(({ type }) => type !== "TEST" || testsEnabled(image))
    .flatMap((workflow) => {
      const ran = course(image, workflow.steps[0]?.begins ?? 0, workflow.ends, scope);
      return ran === undefined ? [] : [{ workflow, ran, image, id: idOf("wf", image.arn, workflow.name) }];
    });
}

function arnOfWorkflow({ type, name, arn }: Workflow, scope: Scope): string {
  return (
    arn ?? `arn:${scope.partition}:imagebuilder:${scope.region}:aws:workflow/${type.toLowerCase()}/${name}/1.0.2/1`
  );
}

export const workflowOperations: Operations = {
  ListWorkflowExecutions: (input, scope) => {
    const image = existing(input, "imageBuildVersionArn", (arn) => newest(arn, scope.imageBuilder.images));
    const all = executions(image, scope);
    return {
      imageBuildVersionArn: image.arn,
      ...paged("workflowExecutions", all, input, (each) => describe(each, scope)),
    };
  },
  ListWorkflowStepExecutions: (input, scope) => {
    const execution = find(input, scope);
    return { ...describe(execution, scope), ...paged("steps", stepsOf(execution, scope), input, describeStep) };
  },
  GetWorkflowExecution: (input, scope) => describe(find(input, scope), scope),
  GetWorkflowStepExecution: (input, scope) =>
    existing(input, "stepExecutionId", (wanted) => {
      const steps = allExecutions(scope).flatMap((execution) =>
        stepsOf(execution, scope).map((step) => ({ ...describe(execution, scope), ...describeStep(step) })),
      );
      return steps.find(({ stepExecutionId }) => stepExecutionId === wanted);
    }),
  SendWorkflowStepAction: (input) => {
    throw invalidRequest(`The step '${needed(input, "stepExecutionId")}' does not wait for an action.`);
  },
  // A step that waits for someone continues on its own.
  ListWaitingWorkflowSteps: (input) => paged("steps", [], input),
};

type Execution = ReturnType<typeof executions>[number];

function allExecutions(scope: Scope): Execution[] {
  return [...scope.imageBuilder.images.values()].flatMap((image) => executions(image, scope));
}

function find(input: JsonObject, scope: Scope): Execution {
  return existing(input, "workflowExecutionId", (wanted) => allExecutions(scope).find(({ id }) => id === wanted));
}

/** Everything that answers say about the run of a workflow or of a step. By its model, each answer has a part of it. */
function describeRun({ image, ran }: Pick<Execution, "image" | "ran">) {
  const { status, start: startTime, end: endTime } = ran;
  return { status, message: status === "FAILED" ? image.reason : "", startTime, endTime };
}

function describe(execution: Execution, scope: Scope) {
  const { workflow, image, ran, id } = execution;
  const steps = stepsOf(execution, scope);
  const ended = (status: string) => steps.filter((each) => each.ran.status === status).length;
  return {
    ...describeRun(execution),
    imageBuildVersionArn: image.arn,
    workflowBuildVersionArn: arnOfWorkflow(workflow, scope),
    workflowExecutionId: id,
    type: workflow.type,
    totalStepCount: workflow.steps.length,
    totalStepsSucceeded: ended("COMPLETED"),
    totalStepsFailed: ended("FAILED"),
    totalStepsSkipped: ran.end === undefined ? 0 : workflow.steps.length - steps.length,
  };
}

function describeStep({ step: { name, action }, id, ...run }: ReturnType<typeof stepsOf>[number]) {
  return { ...describeRun(run), stepExecutionId: id, name, action };
}
