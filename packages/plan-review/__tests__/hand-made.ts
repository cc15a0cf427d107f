/** Plans in JSON that Terraform did not make, or would make only with a lot of setup. */

export interface ChangeParts {
  readonly type?: string;
  readonly address?: string;
  readonly mode?: string;
  readonly actions?: readonly string[];
  readonly before?: unknown;
  readonly after?: unknown;
  readonly [part: string]: unknown;
}

/** Returns an element of `resource_changes`: an update of a queue, unless specified otherwise. */
export function change(parts: ChangeParts): object {
  const {
    type = "aws_sqs_queue",
    address = `${type}.one`,
    mode = "managed",
    previous_address,
    deposed,
    ...rest
  } = parts;
  const { action_reason, ...inner } = rest;
  return {
    address,
    mode,
    type,
    name: "one",
    ...(previous_address === undefined ? {} : { previous_address }),
    ...(deposed === undefined ? {} : { deposed }),
    ...(action_reason === undefined ? {} : { action_reason }),
    change: { actions: ["update"], before: {}, after: {}, ...inner },
  };
}

/** Returns the JSON of a plan with these changes. */
export function planOf(changes: readonly object[], others: object = {}): string {
  return JSON.stringify({
    format_version: "1.2",
    terraform_version: "1.11.4",
    planned_values: {},
    configuration: { root_module: { resources: changes } },
    // Terraform's own order: drift first, then changes.
    ...others,
    resource_changes: changes,
  });
}
