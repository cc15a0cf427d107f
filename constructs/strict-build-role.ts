/** The part of a `buildPermissions` statement that is relevant here. */
interface Statement {
  readonly effect: "Allow" | "Deny";
  readonly actions: readonly string[];
  readonly resources: readonly string[];
}

/** What AWS's own policies allow every build to do on any repository in the account. */
const pushes = ["ecr:CompleteLayerUpload", "ecr:InitiateLayerUpload", "ecr:PutImage", "ecr:UploadLayerPart"];

/** What AWS's own policies allow every build to do on any Systems Manager parameter. */
const reads = ["ssm:GetParameter", "ssm:GetParameters", "ssm:GetParametersByPath"];

/**
 * Denies the build role what AWS's policies for container builds and for Systems Manager would allow: pushing to other
 * repositories, and reading parameters that were not granted.
 *
 * @param repositories ARNs of everything that builds push to
 * @param granted what `buildPermissions` allows, which remains allowed
 */
export function strictStatements(
  partition: string,
  repositories: readonly string[],
  granted: readonly Statement[],
): object[] {
  return [
    denyExcept(pushes, [...repositories, ...resourcesOf(pushes, granted)]),
    // ARNs of AWS's public parameters have no account id.
    denyExcept(reads, [`arn:${partition}:ssm:*:*:parameter/aws/service/*`, ...resourcesOf(reads, granted)]),
  ].flat();
}

function denyExcept(actions: readonly string[], resources: readonly string[]): object[] {
  if (resources.includes("*")) return [];
  return [{ Effect: "Deny", Action: actions, NotResource: [...new Set(resources)].sort() }];
}

/** Whether statements allow anything that {@link strictStatements} denies. */
export function grantsStrictly(granted: readonly Statement[]): boolean {
  return resourcesOf([...pushes, ...reads], granted).length > 0;
}

/** Returns the resources on which statements allow these actions; the statements may use patterns. */
function resourcesOf(actions: readonly string[], granted: readonly Statement[]): string[] {
  return granted
    .filter(({ effect }) => effect === "Allow")
    .filter((statement) => statement.actions.some((pattern) => actions.some((action) => stands(pattern, action))))
    .flatMap(({ resources }) => resources);
}

function stands(pattern: string, action: string): boolean {
  const source = pattern
    .replaceAll(/[^\w*?:-]/g, "\\$&")
    .replaceAll("*", ".*")
    .replaceAll("?", ".");
  return new RegExp(`^${source}$`, "i").test(action);
}
