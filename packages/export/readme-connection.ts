import { code, fence } from "@pipelines/findings/escape";
import type { ReadmeProps } from "./readme-props";
import { isProtected, placeOf, type StackConfig } from "@pipelines/permissions/stack-config";

/**
 * Explains how to run Terraform in this folder: with a workspace that watches a repository, with a CLI-driven
 * workspace, or on its own.
 */
export function connection(props: ReadmeProps): string {
  return [
    "## Connect an HCP Terraform workspace",
    "### In every case",
    inEveryCase(props),
    "### VCS-driven: the workspace watches a repository",
    vcsDriven(props),
    "### CLI-driven: runs start at a terminal or in CI",
    cliDriven(props),
    "## Without HCP Terraform",
    plain(props),
    ...notes(props.config),
  ].join("\n\n");
}

function inEveryCase({ stack, config }: ReadmeProps): string {
  const { account } = placeOf(config);
  const names = Object.keys(config.variable ?? {});
  return [
    "1. Set the workspace's Terraform version to one that the table above allows.",
    `2. Set the workspace's environment variables, for credentials that last as long as a run ([dynamic provider credentials](https://developer.hashicorp.com/terraform/cloud-docs/workspaces/dynamic-provider-credentials/aws-configuration)): \`TFC_AWS_PROVIDER_AUTH\` = \`true\` and \`TFC_AWS_RUN_ROLE_ARN\` = the ARN of the role with the permissions above, such as \`arn:aws:iam::${account}:role/${stack}-deploy\`.`,
    ...(names.length > 0
      ? [
          `3. Set the workspace's Terraform variables if a default does not fit: ${names.map((name) => code(name)).join(", ")}. Lists are written in HCL (\`["…"]\`, with the "HCL" box checked).`,
        ]
      : []),
  ].join("\n");
}

function vcsDriven({ config, backend }: ReadmeProps): string {
  return [
    "1. Commit this folder unchanged to the repository.",
    '2. Create the workspace with "Version control workflow", choose the repository, and set "Terraform working directory" to the path of this folder.',
    '3. Set "Automatic run triggering" to run only when files in this folder change.',
    ...(backend.kind === "none"
      ? ["", "`cdk.tf.json` has no backend: the state is in the workspace."]
      : config.terraform.cloud !== undefined
        ? ["", "The `cloud` block in `cdk.tf.json` is for the CLI; runs started by the repository ignore it."]
        : ["", "`cdk.tf.json` has an S3 backend: to keep the state in the workspace, export with `--backend none`."]),
  ].join("\n");
}

function cliDriven({ config, backend, stack }: ReadmeProps): string {
  const { cloud } = config.terraform;
  if (cloud === undefined) {
    const also = backend.kind === "none" ? ", or add a `cloud_override.tf` with a `cloud` block" : "";
    return `Export with \`--stack ${stack} --backend cloud --organization <name>\`${also}; then \`terraform login\`, \`terraform init\`, \`terraform plan\`.`;
  }
  const { name } = cloud["workspaces"] as { readonly name: string };
  return [
    `\`cdk.tf.json\` names the organization ${code(String(cloud["organization"]))} and the workspace ${code(name)}, which \`terraform init\` creates if it does not exist.`,
    fence("terraform login\nterraform init\nterraform plan\nterraform apply", "sh"),
  ].join("\n\n");
}

function plain({ config }: ReadmeProps): string {
  const { backend, cloud } = config.terraform;
  const s3 = backend?.["s3"];
  const state =
    cloud !== undefined
      ? "The state is in HCP Terraform; see above."
      : s3 !== undefined
        ? `The state is in ${code(`s3://${String(s3["bucket"])}/${String(s3["key"])}`)}.`
        : "The state is a file in the folder unless you configure a backend. For anything beyond a trial, add one in your own file next to `cdk.tf.json`, such as `backend.tf`.";
  const variables = "Variables come from `TF_VAR_<name>`, `terraform.tfvars` or `-var`.";
  return [
    `${state}${Object.keys(config.variable ?? {}).length > 0 ? ` ${variables}` : ""}`,
    fence("terraform init\nterraform validate\nterraform plan -out=plan.bin\nterraform apply plan.bin", "sh"),
  ].join("\n\n");
}

function notes(config: StackConfig): string[] {
  const everything = Object.values(config.resource).flatMap((resources) => Object.values(resources));
  const protects = everything.some(isProtected);
  const builds = config.resource["aws_imagebuilder_image"] !== undefined;
  if (!protects && !builds) return [];
  return [
    "## Good to know",
    [
      ...(builds
        ? ["- An apply builds the images that it creates or changes and waits for each one, usually 15 to 20 minutes."]
        : []),
      ...(protects ? ["- Terraform refuses any plan that destroys resources holding data (`prevent_destroy`)."] : []),
    ].join("\n"),
  ];
}
