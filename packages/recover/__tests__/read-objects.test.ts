import * as fs from "node:fs";
import * as path from "node:path";
import type { StackConfig } from "@pipelines/permissions/stack-config";
import { temporaryFolder } from "@pipelines/testing/temporary-folder";
import { readObjects } from "../read-objects";
import { emptyState } from "../state-file";
import { placeOfStack, wantedResources } from "../wanted";

const repository = "aws_ecr_repository.web";
const recipe = "aws_imagebuilder_container_recipe.web";

const config: StackConfig = {
  terraform: { required_version: ">= 1.10", required_providers: {}, backend: { s3: {} }, cloud: {} },
  provider: { aws: [{ region: "eu-west-1", allowed_account_ids: ["123456789012"] }] },
  resource: {
    aws_ecr_repository: { web: { name: "web", provider: "aws.eu-central-1", lifecycle: { prevent_destroy: true } } },
    aws_imagebuilder_container_recipe: {
      web: {
        name: "dev-web",
        version: "1.0.0",
        platform_override: "Linux",
        lifecycle: { create_before_destroy: true },
      },
    },
  },
};
const wanted = wantedResources(config, placeOfStack(config, "dev"));
const instance = { schema_version: 1, attributes: { id: "other" } };

/** Reads both objects with a Terraform that shows these changes. */
async function read(changes: Readonly<Record<string, object>>) {
  const folder = temporaryFolder();
  fs.mkdirSync(path.join(folder, ".terraform/providers"), { recursive: true });
  fs.writeFileSync(path.join(folder, ".terraform/providers/aws"), "the provider");
  fs.writeFileSync(path.join(folder, ".terraform.lock.hcl"), "the lock");
  const calls: string[] = [];
  const given: Record<string, string> = {};
  const resources = [repository, recipe].map((address) => {
    return { address, provider_name: "aws", schema_version: 2, values: { id: address } };
  });
  const plan = {
    terraform_version: "1.11.4",
    prior_state: { values: { root_module: { resources } } },
    resource_changes: Object.entries(changes).map(([address, change]) => ({ address, change })),
  };
  const terraform = (args: readonly string[], cwd: string) => {
    calls.push(args.join(" "));
    for (const file of ["cdk.tf.json", "terraform.tfstate", ".terraform.lock.hcl", ".terraform/providers/aws"])
      given[file] = fs.readFileSync(path.join(cwd, file), "utf8");
    const stdout = args[0] === "show" ? JSON.stringify(plan) : "";
    return Promise.resolve({ code: 0, stdout, stderr: "", output: stdout });
  };
  const resource = { mode: "managed", type: "aws_ecr_repository", provider: "" } as const;
  const state = {
    ...emptyState("1.11.4"),
    resources: ["web", "other"].map((name) => ({ ...resource, name, instances: [{ ...instance }] })),
  };
  const ids = new Map([
    [repository, "web"],
    [recipe, "arn"],
  ]);
  return { ...(await readObjects({ folder, config, wanted, state, terraform }, ids)), calls, given };
}

const update = { actions: ["update"], before: { name: "web", tags: {} }, after: { name: "web", tags: { a: "1" } } };

test("Objects are read by a plan in a folder of its own, with imports, without a backend and without their old entries", async () => {
  const { calls, given, version } = await read({});
  expect(calls).toEqual([
    "plan -refresh=false -lock=false -input=false -out=plan -no-color",
    "show -json plan -no-color",
  ]);
  expect(version).toBe("1.11.4");
  expect(JSON.parse(given["cdk.tf.json"] ?? "")).toEqual({
    ...config,
    terraform: { required_version: ">= 1.10", required_providers: {} },
    resource: {
      aws_ecr_repository: config.resource["aws_ecr_repository"],
      aws_imagebuilder_container_recipe: {
        web: {
          ...config.resource["aws_imagebuilder_container_recipe"]?.["web"],
          lifecycle: { create_before_destroy: true, ignore_changes: ["platform_override", "dockerfile_template_uri"] },
        },
      },
    },
    import: [
      { to: repository, id: "web" },
      { to: recipe, id: "arn" },
    ],
  });
  const { resources } = JSON.parse(given["terraform.tfstate"] ?? "") as { resources: { name: string }[] };
  expect(resources.map(({ name }) => name)).toEqual(["other"]);
  expect([given[".terraform.lock.hcl"], given[".terraform/providers/aws"]]).toEqual(["the lock", "the provider"]);
});

test("An object has its provider, its values, and what AWS does not return", async () => {
  const { objects } = await read({ [repository]: update, [recipe]: { ...update, actions: ["no-op"] } });
  expect(objects.get(repository)).toEqual({
    instance: { schema_version: 2, attributes: { id: repository }, sensitive_attributes: [] },
    provider: 'provider["aws"].eu-central-1',
    changes: ["tags"],
    replacedFor: [],
    inStateAlone: {},
  });
  expect(objects.get(recipe)).toMatchObject({
    instance: { attributes: { id: recipe, platform_override: "Linux" } },
    provider: 'provider["aws"]',
    changes: [],
  });
});

test.each<[string, object, object]>([
  [
    "replaced",
    { actions: ["delete", "create"], before: {}, after: { force_delete: true }, replace_paths: [["a", 0, "b"], ["c"]] },
    { replacedFor: ["a.0.b", "c"], changes: [], inStateAlone: { force_delete: true } },
  ],
  ["replaced for no attribute", { actions: ["delete", "create"], before: {}, after: {} }, { replacedFor: [] }],
  ["deleted", { actions: ["delete"], before: {}, after: null }, { replacedFor: [], inStateAlone: {} }],
  [
    "created",
    { actions: ["update"], before: null, after: { a: 1, force_destroy: false } },
    { changes: ["a", "force_destroy"] },
  ],
])("What a deploy would do to an object: %s", async (_, change, expected) => {
  expect((await read({ [repository]: change })).objects.get(repository)).toMatchObject(expected);
});

test("An object that the plan does not contain is not read", async () => {
  expect([...(await read({ [recipe]: update })).objects.keys()]).toEqual([recipe]);
});
