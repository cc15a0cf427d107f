import * as fs from "node:fs";
import * as path from "node:path";
import { startLocalAws } from "@pipelines/local-aws/local-aws";
import { environmentFor, run, Terraform } from "@pipelines/terraform/terraform";
import { temporaryFolder } from "@pipelines/testing/stack";
import { account, Case } from "./corpus-cases";

/** Elements of `resource_changes`, by the case that they are of. */
export type CorpusPlans = Readonly<Record<string, readonly unknown[]>>;

interface PlannedResource {
  readonly type: string;
  readonly name: string;
  readonly schema_version: number;
  readonly values: Readonly<Record<string, unknown>>;
}

/**
 * Has the real Terraform plan all cases, in two runs: what is planned of the resources as they were before becomes
 * the state in which the resources as they are after are planned.
 */
export async function planCorpus(terraform: Terraform, cases: readonly Case[]): Promise<CorpusPlans> {
  const aws = await startLocalAws({ accountId: account });
  const folder = temporaryFolder();
  const terraformRun = async (...args: readonly string[]): Promise<string> => {
    const ended = await run(terraform.command, args, { cwd: folder, env: environmentFor(terraform, aws.endpoint) });
    if (ended.code !== 0) throw new Error(`terraform ${args.join(" ")}: ${ended.output}`);
    return ended.stdout;
  };
  const plan = async (half: "before" | "after"): Promise<Record<string, unknown>> => {
    fs.writeFileSync(path.join(folder, "main.tf.json"), configuration(cases, half));
    await terraformRun("plan", "-input=false", "-no-color", "-refresh=false", "-out=plan.tfplan");
    return JSON.parse(await terraformRun("show", "-json", "plan.tfplan")) as Record<string, unknown>;
  };
  try {
    fs.writeFileSync(path.join(folder, "main.tf.json"), configuration(cases, "before"));
    await terraformRun("init", "-input=false", "-no-color");
    const before = (await plan("before")) as { planned_values: { root_module: { resources: PlannedResource[] } } };
    fs.writeFileSync(path.join(folder, "terraform.tfstate"), stateOf(before.planned_values.root_module.resources));
    const { resource_changes: changes } = (await plan("after")) as {
      resource_changes: { name: string; change: { actions: string[] } }[];
    };
    return Object.fromEntries(
      cases.map(({ name }, index) => [name, changes.filter((change) => change.name === localName(index)).map(compact)]),
    );
  } finally {
    await aws.close();
  }
}

function localName(index: number): string {
  return `case_${index}`;
}

function configuration(cases: readonly Case[], half: "before" | "after"): string {
  const resource: Record<string, Record<string, unknown>> = {};
  for (const [index, one] of cases.entries()) {
    for (const [type, args] of Object.entries(one[half] ?? {})) {
      resource[type] = { ...resource[type], [localName(index)]: args };
    }
  }
  return JSON.stringify({
    terraform: { required_providers: { aws: { source: "hashicorp/aws" } }, backend: { local: {} } },
    provider: { aws: [{ region: "eu-west-1", allowed_account_ids: [account] }] },
    resource,
  });
}

/** What AWS reports of a resource, a change of which would replace it. */
const readBack: Readonly<Record<string, object>> = {
  aws_ecr_lifecycle_policy: { registry_id: account },
  aws_ecr_repository_policy: { registry_id: account },
  aws_s3_bucket_lifecycle_configuration: { expected_bucket_owner: "" },
};

/** A state in which everything is there as it was planned, under its name in the configuration. */
function stateOf(resources: readonly PlannedResource[]): string {
  return JSON.stringify({
    version: 4,
    terraform_version: "1.11.4",
    serial: 1,
    lineage: "00000000-0000-0000-0000-000000000000",
    outputs: {},
    resources: resources.map(({ type, name, schema_version, values }) => ({
      mode: "managed",
      type,
      name,
      provider: 'provider["registry.terraform.io/hashicorp/aws"]',
      instances: [{ schema_version, attributes: { ...values, ...readBack[type], id: name } }],
    })),
  });
}

/** Without what a review does not read. */
function compact(change: object): object {
  return Object.fromEntries(Object.entries(change).filter(([name]) => name !== "provider_name"));
}
