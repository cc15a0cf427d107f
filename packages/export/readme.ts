import { code, fence, prose } from "@pipelines/findings/escape";
import { list } from "@pipelines/findings/text";
import { connection } from "./readme-connection";
import { placeOf, type StackConfig, type Variable } from "@pipelines/permissions/stack-config";
import { platforms } from "./provider-locks";
import type { ReadmeProps } from "./readme-props";

/** The sentence that identifies an export's README. */
export const generated = "It is generated: change the source and export it again.";

/**
 * Returns the README for the folder's next owner. It depends only on the config, so the same input always produces the
 * same bytes.
 */
export function readme(props: ReadmeProps): string {
  const { stack, config, lock } = props;
  const { account, region } = placeOf(config);
  const { required_version, required_providers } = config.terraform;
  return `${[
    `# ${stack}`,
    `Terraform configuration of the stack \`${stack}\`, for the AWS account ${account} in ${region}. ${generated} Anything that runs Terraform can run it; nothing else is needed.`,
    table(
      ["file", "what it is"],
      [
        ["`cdk.tf.json`", `the configuration: ${resources(config)}`],
        ...("text" in lock
          ? [["`.terraform.lock.hcl`", `the provider's version and its hashes for ${list(platforms)}`]]
          : []),
        ...props.policies.map((name) => [`\`${name}\``, "the IAM permissions needed for a deploy"]),
      ],
    ),
    "## Required versions",
    table(
      ["what", "version"],
      [
        ["Terraform", code(required_version)],
        ...Object.values(required_providers).map(({ source, version }) => [`provider ${code(source)}`, code(version)]),
      ],
    ),
    "text" in lock
      ? "Commit `.terraform.lock.hcl`: every run then uses the same provider and rejects one that has been tampered with."
      : `There is no \`.terraform.lock.hcl\` here, because it could not be made for all of ${list(platforms)} when this was exported: \`terraform init\` takes the newest provider in range. To pin it, run this where the registry can be reached, and commit the file:\n\n${fence(`terraform providers lock ${platforms.map((platform) => `-platform=${platform}`).join(" ")}`, "sh")}`,
    "## Variables",
    variables(config.variable ?? {}),
    "## Outputs",
    table(
      ["output", "description"],
      Object.entries(config.output ?? {}).map(([name, { description = "" }]) => [code(name), prose(description)]),
    ),
    "## Required permissions",
    permissions(props),
    connection(props),
  ].join("\n\n")}\n`;
}

function resources(config: StackConfig): string {
  const counts = Object.values(config.resource).map((resources) => Object.keys(resources).length);
  const sum = counts.reduce((total, count) => total + count, 0);
  return `${sum} resources of ${counts.length} types`;
}

function variables(all: Readonly<Record<string, Variable>>): string {
  if (Object.keys(all).length === 0) return "None.";
  return table(
    ["variable", "type", "default", "description", "validation"],
    Object.entries(all).map(([name, variable]) => [
      code(name),
      code(variable.type),
      "default" in variable ? code(JSON.stringify(variable.default)) : "none: required",
      `${prose(variable.description ?? "")}${variable.nullable === false ? " Not null." : ""}`,
      (variable.validation ?? []).map(({ error_message }) => prose(error_message)).join("<br>"),
    ]),
  );
}

function permissions({ stack, config, policies, uncovered }: ReadmeProps): string {
  const { account } = placeOf(config);
  const commands = policies.map((file, index) => {
    const name = `${stack}-deploy${policies.length === 1 ? "" : `-${index + 1}`}`;
    return `aws iam create-policy --policy-name ${name} --policy-document file://${file}`;
  });
  return [
    `Anyone who runs Terraform needs credentials for the account ${account} (any other is refused) with the permissions that ${list(policies.map((name) => code(name)))} ${policies.length === 1 ? "allows" : "allow together"}. They are enough to deploy, change and destroy exactly this stack, but not to delete anything that \`prevent_destroy\` keeps. If the state is in S3, they include reading it.`,
    fence(commands.join("\n"), "sh"),
    `Attach ${policies.length === 1 ? "it" : "all of them"} to the workspace's role. When you remove a repository, role or bucket from the configuration, keep the older policy until the removal has been applied: the newer policy no longer covers what was removed.`,
    ...(uncovered.length > 0
      ? [`**Not covered**: ${list(uncovered.map((name) => code(name)))}. Add the permissions that these need.`]
      : []),
  ].join("\n\n");
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
