import { foldName } from "@pipelines/facts/names";
import { canonical, type JsonObject, objects, omit, shown, text, textMap } from "../json";
import type { Scope } from "../world";
import { checkVersion } from "./components";
import { mappingIn, textOrUri } from "./documents";
import { checkExecutionRole } from "./execution-role";
import { alreadyExists, existing, hasDependents, invalidValue } from "./errors";
import { newest } from "./find";
import { arnOf, byVersion, isHere } from "./names";
import { buildsOf, endDryRun, idempotent, type Operation, paged, settingsOf, tagsOf, versionsOf } from "./operation";
import type { Workflow } from "./state";

export interface WorkflowStep {
  readonly name: string;
  readonly action: string;
}

/**
 * Reads only the parts of a workflow document that responses depend on:
 * https://docs.aws.amazon.com/imagebuilder/latest/userguide/image-workflow-create-document.html
 */
export function readWorkflow(document: string): { parameters: JsonObject[]; steps: WorkflowStep[] } {
  const refuse = (why: string) => invalidValue("data", why);
  const parsed = mappingIn(document);
  if (!["1", "1.0"].includes(shown(parsed["schemaVersion"]))) throw refuse("The schemaVersion must be 1.0.");
  const steps = objects(parsed, "steps").map((step) => ({
    name: text(step, "name") ?? "",
    action: text(step, "action") ?? "",
  }));
  if (steps.length === 0 || steps.length > 15) throw refuse("A workflow has 1 to 15 steps.");
  const parameters = objects(parsed, "parameters").map(({ name, type, default: preset, description }) => ({
    name,
    type,
    defaultValue: preset === undefined ? undefined : [shown(preset)],
    description,
  }));
  return { parameters, steps };
}

/** Returns the newest build that matches an ARN. The ARN may contain wildcards, and may have no build number. */
export function findWorkflow(arn: string, scope: Scope): Workflow | undefined {
  const [, , , , , resource = ""] = arn.split(":");
  const [kind, stage, name, version, build] = resource.split("/");
  if (kind !== "workflow" || !isHere(arn, scope)) return undefined;
  const staged = [...scope.imageBuilder.workflows.values()].filter(
    ({ settings }) => text(settings, "type")?.toLowerCase() === stage,
  );
  return newest(staged, { name, version, build: build === undefined ? undefined : Number(build) });
}

function create(input: JsonObject, scope: Scope): JsonObject {
  const name = text(input, "name") ?? "";
  const version = text(input, "semanticVersion") ?? "";
  const type = text(input, "type") ?? "";
  checkVersion(version);
  const document = textOrUri(input, "data", "uri", scope);
  const { parameters } = readWorkflow(document);
  const settings = settingsOf(input);
  const builds = [...scope.imageBuilder.workflows.values()].filter(
    (each) => foldName(each.name) === foldName(name) && each.version === version && each.settings["type"] === type,
  );
  const twin = builds.find((each) => each.document === document && canonical(each.settings) === canonical(settings));
  if (twin !== undefined) throw alreadyExists("Workflow", twin.arn);
  const build = Math.max(0, ...builds.map((each) => each.build)) + 1;
  const arn = arnOf(scope, `workflow/${type.toLowerCase()}`, name, version, build);
  endDryRun(input);
  const made = { arn, name, version, build, settings, document, parameters, created: scope.now() };
  scope.imageBuilder.workflows.set(arn, { ...made, tags: textMap(input, "tags") });
  return { workflowBuildVersionArn: arn };
}

function get(input: JsonObject, scope: Scope): JsonObject {
  const workflow = existing(input, "workflowBuildVersionArn", (arn) => findWorkflow(arn, scope));
  const { parameters, document, settings } = workflow;
  return {
    workflow: {
      ...summary(workflow, scope),
      kmsKeyId: settings["kmsKeyId"],
      parameters: parameters.length === 0 ? undefined : parameters,
      data: document,
    },
  };
}

function summary({ arn, name, version, settings, created, tags }: Workflow, scope: Scope): JsonObject {
  return {
    ...omit(settings, "data", "uri", "kmsKeyId"),
    arn,
    name,
    version,
    state: { status: "AVAILABLE" },
    owner: scope.accountId,
    dateCreated: created.toISOString(),
    tags: tagsOf(tags),
  };
}

function remove(input: JsonObject, scope: Scope): JsonObject {
  const workflow = existing(input, "workflowBuildVersionArn", (arn) => scope.imageBuilder.workflows.get(arn));
  const { arn } = workflow;
  for (const { settings } of scope.imageBuilder.pipelines.values()) {
    const used = objects(settings, "workflows").map((each) => findWorkflow(text(each, "workflowArn") ?? "", scope));
    if (used.includes(workflow)) throw hasDependents(arn);
  }
  scope.imageBuilder.workflows.delete(arn);
  return { workflowBuildVersionArn: arn };
}

export const workflowResourceOperations: Record<string, Operation> = {
  CreateWorkflow: idempotent("CreateWorkflow", create),
  GetWorkflow: get,
  DeleteWorkflow: remove,
  ListWorkflows: (input, scope) => {
    const builds = [...scope.imageBuilder.workflows.values()].sort(byVersion).map((each) => summary(each, scope));
    return versionsOf("workflowVersionList", builds, input);
  },
  ListWorkflowBuildVersions: (input, scope) => {
    const builds = buildsOf(text(input, "workflowVersionArn"), scope.imageBuilder.workflows.values());
    return paged("workflowSummaryList", builds.sort(byVersion), input, (each) => summary(each, scope));
  },
};

/** Throws if the workflows named by a pipeline (or an image), or the role that runs them, do not exist. */
export function checkWorkflows(settings: JsonObject, scope: Scope): void {
  for (const [i, used] of objects(settings, "workflows").entries()) {
    const arn = text(used, "workflowArn") ?? "";
    const refuse = (why: string) => invalidValue(`workflows[${i}]`, why);
    // Resources owned by Amazon and by other accounts are not known here.
    const workflow = findWorkflow(arn, scope);
    if (workflow === undefined && isHere(arn, scope)) throw refuse(`The workflow '${arn}' does not exist.`);
    if (/:aws(?:-[a-z]+)*:workflow\//.test(arn) && !arn.endsWith("/x.x.x")) {
      throw refuse("AWS managed workflows must have latest version 'x.x.x'.");
    }
    const isTest = arn.includes(":workflow/test/");
    if (!isTest && (used["onFailure"] ?? used["parallelGroup"]) !== undefined) {
      throw refuse("Only test workflows have 'onFailure' and 'parallelGroup'.");
    }
    const given = objects(used, "parameters").map(({ name }) => name);
    const parameters = workflow?.parameters ?? [];
    const missing = parameters.find(({ name, defaultValue }) => defaultValue === undefined && !given.includes(name));
    if (missing !== undefined) throw refuse(`The parameter '${shown(missing["name"])}' must be given.`);
    const foreign = given.find((name) => workflow !== undefined && !parameters.some((each) => each["name"] === name));
    if (foreign !== undefined) throw refuse(`The parameter '${shown(foreign)}' is not one of '${arn}'.`);
  }
  if (settings["executionRole"] !== undefined) checkExecutionRole(settings, scope);
}
