import { type JsonObject, needed, objects, shown, text } from "../json";
import type { Scope } from "../world";
import { checkVersion } from "./components";
import { mappingIn, parameterOf, textOrUri } from "./documents";
import { invalidValue } from "./errors";
import { isHere, newest } from "./names";
import { newBuild, operationsOn } from "./resources";

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
  return { parameters: objects(parsed, "parameters").map(parameterOf), steps };
}

export const workflowResourceOperations = operationsOn({
  type: "Workflow",
  all: (scope) => scope.imageBuilder.workflows,
  make: (input, scope) => {
    checkVersion(text(input, "semanticVersion"));
    const data = textOrUri(input, "data", "uri", scope);
    const { parameters } = readWorkflow(data);
    const added = {
      data,
      parameters: parameters.length === 0 ? undefined : parameters,
      state: { status: "AVAILABLE" },
    };
    const kind = `workflow/${needed(input, "type").toLowerCase()}`;
    return newBuild("Workflow", input, added, scope, scope.imageBuilder.workflows, kind);
  },
  isUsed: (workflow, { imageBuilder }) =>
    [...imageBuilder.pipelines.values()]
      .flatMap(({ settings }) => objects(settings, "workflows"))
      .some((used) => newest(needed(used, "workflowArn"), imageBuilder.workflows) === workflow),
});

const service = "imagebuilder.amazonaws.com";

/** Throws if the role that Image Builder is to use does not exist, or does not trust it. */
export function checkExecutionRole(settings: JsonObject, scope: Scope): void {
  const arn = needed(settings, "executionRole");
  if (scope.iam.trusts(arn, service) || scope.world.existing.has(arn)) return;
  // Image Builder creates its own role along with the first resource in an account.
  if (arn === scope.arn("iam", `role/aws-service-role/${service}/AWSServiceRoleForImageBuilder`, "")) return;
  // The Terraform provider retries for a while when it gets this error.
  throw invalidValue("executionRole", "The provided role does not exist or does not have sufficient permissions");
}

/** Throws if the workflows named by a pipeline (or an image), or the role that runs them, do not exist. */
export function checkWorkflows(settings: JsonObject, scope: Scope): void {
  for (const [i, used] of objects(settings, "workflows").entries()) {
    const arn = needed(used, "workflowArn");
    const refuse = (why: string) => invalidValue(`workflows[${i}]`, why);
    // Resources owned by Amazon and by other accounts are not known here.
    const workflow = newest(arn, scope.imageBuilder.workflows);
    if (workflow === undefined && isHere(arn, scope)) throw refuse(`The workflow '${arn}' does not exist.`);
    if (/:aws(?:-[a-z]+)*:workflow\//.test(arn) && !arn.endsWith("/x.x.x")) {
      throw refuse("AWS managed workflows must have latest version 'x.x.x'.");
    }
    const isTest = arn.includes(":workflow/test/");
    if (!isTest && (used["onFailure"] ?? used["parallelGroup"]) !== undefined) {
      throw refuse("Only test workflows have 'onFailure' and 'parallelGroup'.");
    }
    const given = objects(used, "parameters").map(({ name }) => name);
    const parameters = objects(workflow?.settings ?? {}, "parameters");
    const missing = parameters.find(({ name, defaultValue }) => defaultValue === undefined && !given.includes(name));
    if (missing !== undefined) throw refuse(`The parameter '${shown(missing["name"])}' must be given.`);
    const foreign = given.find((name) => workflow !== undefined && !parameters.some((each) => each["name"] === name));
    if (foreign !== undefined) throw refuse(`The parameter '${shown(foreign)}' is not one of '${arn}'.`);
  }
  if (settings["executionRole"] !== undefined) checkExecutionRole(settings, scope);
}
