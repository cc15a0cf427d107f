import { code, fence, prose } from "@pipelines/findings/escape";
import { list } from "@pipelines/findings/text";
import { connection } from "./readme-connection";
import { placeOf, type StackConfig, type Variable } from "@pipelines/permissions/stack-config";
import { platforms } from "./provider-locks";
import type { ReadmeProps } from "./readme-props";

/** The sentence that identifies an export's README. */
export const generated = "It is generated: change it where it comes from and export it again.";

/**
 * What the folder's next owner needs to know. Everything in it follows from the config: the same input gives the same
 * bytes.
 */
export function readme(props: ReadmeProps): string {
  const { stack, config, lock } = props;
  const { account, region } = placeOf(config);
  const { required_version, required_providers } = config.terraform;
  return `${[
    `# ${stack}`,
    `Terraform configuration of the stack \`${stack}\`, for the AWS account ${account} in ${region}. ${generated} Whatever runs Terraform can run it; nothing else is needed.`,
    table(
      ["file", "what it is"],
      [
        ["`cdk.tf.json`", `the configuration: ${resources(config)}`],
        ...("text" in lock
          ? [["`.terraform.lock.hcl`", `the provider's version and its hashes for ${list(platforms)}`]]
          : []),
        ...props.policies.map((name) => [`\`${name}\``, "the IAM permissions that a deploy needs"]),
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
      ? "Commit `.terraform.lock.hcl`: every run then takes the same provider, and refuses one that was tampered with."
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
      "default" in variable ? code(JSON.stringify(variable.default)) : "none: must be given",
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
    `Whoever runs Terraform needs credentials of the account ${account} (any other is refused) with what ${list(policies.map((name) => code(name)))} ${policies.length === 1 ? "allows" : "allow together"}: to deploy, change and destroy exactly this, and no more; not to delete what \`prevent_destroy\` keeps. Reading its state is part of it where the state is in S3.`,
    fence(commands.join("\n"), "sh"),
    "Attach it to the role of the workspace. When a repository, role or bucket is taken out of the configuration, keep the older policy until that was applied: the newer one does not know what it no longer has.",
    ...(uncovered.length > 0
      ? [`**Not covered**: ${list(uncovered.map((name) => code(name)))}. Add what these need.`]
      : []),
  ].join("\n\n");
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}
