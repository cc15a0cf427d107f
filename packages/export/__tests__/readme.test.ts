import * as path from "node:path";
import type { StackConfig } from "@pipelines/permissions/stack-config";
import { expectFile } from "@pipelines/testing/expected";
import { type Backend, withBackend } from "../backend";
import { readme } from "../readme";
import type { ReadmeProps } from "../readme-props";

const terraform = {
  required_version: ">= 1.10, < 2",
  required_providers: { aws: { source: "hashicorp/aws", version: "~> 5.0" } },
};
const small: StackConfig = {
  terraform: { ...terraform, backend: { s3: { bucket: "state", key: "dev.tfstate" } } },
  provider: { aws: [{ region: "us-east-1", allowed_account_ids: ["111122223333"] }] },
  resource: { aws_sns_topic: { news: {} } },
};
const large: StackConfig = {
  ...small,
  terraform,
  resource: {
    aws_ecr_repository: { web: { lifecycle: { prevent_destroy: true } }, "web|api": {} },
    aws_imagebuilder_image: { web: {} },
  },
  variable: {
    web_version: {
      type: "string",
      description: "The | version.",
      nullable: false,
      validation: [
        { condition: "true", error_message: "Not this." },
        { condition: "true", error_message: "Nor that." },
      ],
    },
    web_types: { type: "list(string)", default: ["t3.large"] },
  },
  output: { web_uri: { description: "Address to <pull> from", value: "" }, plain: { value: "" } },
};
const cloud: Backend = { kind: "cloud", organization: "acme", workspace: "web", hostname: undefined };

const props: ReadmeProps = {
  stack: "dev",
  config: small,
  backend: { kind: "keep" },
  lock: { text: "" },
  policies: ["deploy-policy.json"],
  uncovered: [],
};

test.each<[string, Partial<ReadmeProps>]>([
  ["small", {}],
  [
    "large",
    {
      config: large,
      backend: { kind: "none" },
      lock: { missing: "Terraform was not found" },
      policies: ["deploy-policy-1.json", "deploy-policy-2.json"],
      uncovered: ["aws_new_thing", "aws_newer_thing"],
    },
  ],
  ["cloud", { config: withBackend(small, cloud), backend: cloud }],
  [
    "protected",
    { config: { ...small, resource: { aws_s3_bucket: { logs: { lifecycle: { prevent_destroy: true } } } } } },
  ],
  ["built", { config: { ...small, resource: { aws_imagebuilder_image: { web: {} } } } }],
])("the README of a %s stack says all that its next owner needs", (name, change) => {
  expectFile(path.join(__dirname, `readme-${name}.txt`), readme({ ...props, ...change }));
});

test("a config keeps its backend, has none or has a cloud block", () => {
  expect(withBackend(small, { kind: "keep" })).toBe(small);
  expect(withBackend(small, { kind: "none" }).terraform).toStrictEqual(terraform);
  const workspaces = { name: "web" };
  expect(withBackend(small, cloud).terraform).toStrictEqual({
    ...terraform,
    cloud: { organization: "acme", workspaces },
  });
  expect(withBackend(small, { ...cloud, hostname: "tfe.acme.com" }).terraform).toStrictEqual({
    ...terraform,
    cloud: { hostname: "tfe.acme.com", organization: "acme", workspaces },
  });
});
