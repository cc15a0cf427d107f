import * as fs from "node:fs";
import * as path from "node:path";
import { temporaryFolder } from "@pipelines/testing/temporary-folder";
import { readRehearsedStack } from "../stack-config";

const provider = { aws: [{ region: "eu-west-1", allowed_account_ids: ["111122223333"] }] };

function read(terraform: object, resource: object = {}): ReturnType<typeof readRehearsedStack> {
  const folder = temporaryFolder();
  const text = JSON.stringify({ terraform: { required_providers: {}, ...terraform }, provider, resource });
  fs.writeFileSync(path.join(folder, "cdk.tf.json"), text);
  return readRehearsedStack(folder);
}

test("What a rehearsal needs to know is read from what is deployed", () => {
  const resource = {
    aws_imagebuilder_container_recipe: {
      base: { name: "dev-base", dockerfile_template_data: "FROM a\n" },
      web: { name: "dev-web", dockerfile_template_uri: "s3://templates/web" },
    },
    aws_cloudwatch_event_rule: { base: { name: "dev-base-children" }, web: { name: "dev-web-failed" } },
    aws_imagebuilder_component: { a: { data: "name: $${a}\n" }, b: { uri: "s3://templates/b" } },
    aws_imagebuilder_image: { base: {} },
    aws_iam_role: { a: { name: "dev-role" } },
    aws_iam_instance_profile: { a: { name: "dev-profile" } },
    aws_ecr_repository: { a: { name: "web", lifecycle: { prevent_destroy: true } }, b: { name: "base" } },
  };
  const backend = { s3: { bucket: "states", region: "us-east-1", key: "dev.tfstate" } };
  expect(read({ backend }, resource)).toEqual({
    ...{ account: "111122223333", region: "eu-west-1", environment: undefined },
    ...{ stateBucket: "states", stateRegion: "us-east-1", inHcpTerraform: false },
    ...{ recipes: ["dev-base", "dev-web"], parents: ["dev-base"], names: ["dev-role", "dev-profile", "web", "base"] },
    existingRepositories: [],
    existingParts: [
      { kind: "object", name: "s3://templates/web" },
      { kind: "object", name: "s3://templates/b" },
    ],
    ...{ buildsOnDeploy: true, protected: ["aws_ecr_repository.a"], texts: ["name: ${a}\n", "FROM a\n"] },
  });
});

test("A state may be in HCP Terraform, or in a file", () => {
  const none = { stateBucket: undefined, stateRegion: "eu-west-1", buildsOnDeploy: false };
  expect(read({ cloud: { organization: "acme" } })).toMatchObject({ ...none, inHcpTerraform: true });
  expect(read({ backend: { local: { path: "dev.tfstate" } } })).toMatchObject({ ...none, inHcpTerraform: false });
});
