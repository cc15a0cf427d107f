import { readFileSync } from "node:fs";
import { join } from "node:path";

type Attributes = Readonly<Record<string, unknown>>;

interface ConfigJson {
  readonly terraform: { readonly backend?: { readonly s3?: { readonly bucket: string } }; readonly cloud?: object };
  readonly provider: { readonly aws: readonly { readonly region: string; readonly allowed_account_ids: string[] }[] };
  readonly resource: Readonly<Record<string, Readonly<Record<string, Attributes>>>>;
}

/** What a rehearsal must know of a synthesized stack; read from its `cdk.tf.json`, which is what is deployed. */
export interface StackConfig {
  readonly account: string;
  readonly region: string;
  /** Bucket of its state; undefined where the state is in HCP Terraform or on the disk. */
  readonly stateBucket: string | undefined;
  readonly inHcpTerraform: boolean;
  /** Names of its container recipes: `dev-hello-world`. */
  readonly recipes: readonly string[];
  /** Whether a deploy builds images, and waits for them. */
  readonly buildsOnDeploy: boolean;
  /** Addresses of what Terraform refuses to destroy. */
  readonly protected: readonly string[];
  /** The component documents, then the Dockerfile templates, as they stand in `images/`. */
  readonly texts: readonly string[];
  readonly resources: number;
}

export function readStackConfig(folder: string): StackConfig {
  const json = JSON.parse(readFileSync(join(folder, "cdk.tf.json"), "utf8")) as ConfigJson;
  const all = Object.entries(json.resource).flatMap(([type, resources]) =>
    Object.entries(resources).map(([name, attributes]) => ({ type, address: `${type}.${name}`, attributes })),
  );
  const values = (type: string, attribute: string): string[] =>
    all
      .filter((each) => each.type === type)
      .map(({ attributes }) => attributes[attribute])
      .filter((value) => typeof value === "string");
  const [provider] = json.provider.aws;
  return {
    account: provider?.allowed_account_ids[0] ?? "",
    region: provider?.region ?? "",
    stateBucket: json.terraform.backend?.s3?.bucket,
    inHcpTerraform: json.terraform.cloud !== undefined,
    recipes: values("aws_imagebuilder_container_recipe", "name"),
    buildsOnDeploy: all.some(({ type }) => type === "aws_imagebuilder_image"),
    protected: all
      .filter(({ attributes }) => (attributes["lifecycle"] as Attributes | undefined)?.["prevent_destroy"] === true)
      .map(({ address }) => address),
    texts: [
      ...values("aws_imagebuilder_component", "data"),
      ...values("aws_imagebuilder_container_recipe", "dockerfile_template_data"),
    ].map(unescape),
    resources: all.length,
  };
}

/** The text behind Terraform's escapes; the way back from `literal` in constructs/terraform-text.ts. */
function unescape(text: string): string {
  return text.replaceAll(/([$%])\1\{/g, "$1{");
}
