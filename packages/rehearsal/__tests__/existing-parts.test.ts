import type { StackConfig } from "@pipelines/permissions/stack-config";
import { existingParts } from "../existing-parts";

function partsOf(resource: StackConfig["resource"]): string[] {
  const provider = { aws: [{ region: "eu-west-1", allowed_account_ids: ["111122223333"] }] };
  const config: StackConfig = { terraform: { required_version: "", required_providers: {} }, provider, resource };
  return existingParts(config).map(({ kind, name }) => `${kind} ${name}`);
}

const registry = "dkr.ecr.eu-west-1.amazonaws.com";

describe("What a stack refers to but does not create", () => {
  it("consists of the names that the stack contains as literal text: policies, topics, keys, profiles and buses, without duplicates", () => {
    const boundary = "arn:aws:iam::111122223333:policy/boundary";
    const topic = "arn:aws:sns:eu-west-1:111122223333:builds";
    expect(
      partsOf({
        aws_iam_role: { a: { permissions_boundary: boundary }, b: { permissions_boundary: boundary }, c: {} },
        aws_iam_role_policy_attachment: {
          own: { policy_arn: "arn:aws:iam::aws:policy/AmazonSSMManagedInstanceCore" },
          more: { policy_arn: "arn:aws:iam::aws:policy/AmazonAthenaFullAccess" },
        },
        aws_imagebuilder_infrastructure_configuration: {
          a: { instance_profile_name: "builders", sns_topic_arn: topic },
          b: { instance_profile_name: "${aws_iam_instance_profile.x.name}" },
        },
        aws_cloudwatch_event_target: {
          a: { arn: topic },
          b: { arn: "arn:aws:events:eu-west-1:444455556666:event-bus/central" },
          c: { arn: "${aws_sns_topic.x.arn}" },
        },
        aws_iam_role_policy: { a: { policy: "arn:aws:iam::111122223333:role/passed" } },
        aws_ecr_repository_policy: {
          a: {
            policy:
              '{"AWS":["arn:aws:iam::111122223333:role/puller","arn:aws:iam::111122223333:role/any-*","${aws_iam_role.x.arn}"]}',
          },
        },
        aws_cloudwatch_log_group: { a: { kms_key_id: "arn:aws:kms:eu-west-1:111122223333:key/1" } },
      }),
    ).toEqual([
      `policy ${boundary}`,
      "policy arn:aws:iam::aws:policy/AmazonAthenaFullAccess",
      "role arn:aws:iam::111122223333:role/puller",
      "instance profile builders",
      `topic ${topic}`,
      "event bus arn:aws:events:eu-west-1:444455556666:event-bus/central",
      "key arn:aws:kms:eu-west-1:111122223333:key/1",
    ]);
  });

  it("includes parent images and other resources from other accounts, but not images in the same environment or in a public registry", () => {
    const foreign = "arn:aws:imagebuilder:eu-west-1:444455556666";
    expect(
      partsOf({
        aws_ecr_repository: { base: { name: "base" } },
        aws_imagebuilder_container_recipe: {
          web: {
            parent_image: `111122223333.${registry}/base:latest`,
            component: [
              { component_arn: "${aws_imagebuilder_component.x.arn}" },
              { component_arn: "arn:aws:imagebuilder:eu-west-1:aws:component/update-linux/x.x.x" },
              { component_arn: `${foreign}:component/harden/x.x.x` },
            ],
          },
          api: {
            parent_image: `444455556666.${registry}/base:3`,
            dockerfile_template_uri: "s3://templates/Dockerfile",
          },
          tools: { parent_image: `${foreign}:image/golden/x.x.x` },
          hello: { parent_image: "amazonlinux:2023" },
        },
      }),
    ).toEqual([
      `parent image 444455556666.${registry}/base:3`,
      `parent image ${foreign}:image/golden/x.x.x`,
      `component ${foreign}:component/harden/x.x.x`,
      "object s3://templates/Dockerfile",
    ]);
  });

  it("includes anything else that images are built with: key pairs, workflows, objects and every kind of key", () => {
    const foreign = "arn:aws:imagebuilder:eu-west-1:444455556666";
    const workflow = [{ workflow_arn: `${foreign}:workflow/build/scan/x.x.x` }];
    const amazons = [{ workflow_arn: "arn:aws:imagebuilder:eu-west-1:aws:workflow/build/build-container/x.x.x" }];
    const key = "arn:aws:kms:eu-west-1:111122223333:key/";
    expect(
      partsOf({
        aws_iam_role: { own: { name: "own" } },
        aws_imagebuilder_infrastructure_configuration: { a: { key_pair: "builders" } },
        aws_imagebuilder_image: { a: { workflow: amazons }, b: {} },
        aws_imagebuilder_image_pipeline: { a: { workflow } },
        aws_imagebuilder_component: { a: { uri: "s3://templates/a.yaml", kms_key_id: `${key}1` } },
        aws_imagebuilder_workflow: { a: { uri: "s3://templates/b.yaml" } },
        aws_cloudwatch_event_bus: { a: { kms_key_arn: `${key}2` } },
        aws_cloudwatch_event_target: {
          own: { role_arn: "arn:aws:iam::111122223333:role/own" },
          other: { role_arn: "arn:aws:iam::111122223333:role/path/other" },
          service: { role_arn: "arn:aws:iam::111122223333:role/aws-service-role/events" },
        },
      }),
    ).toEqual([
      "role arn:aws:iam::111122223333:role/path/other",
      "key pair builders",
      `workflow ${foreign}:workflow/build/scan/x.x.x`,
      "object s3://templates/a.yaml",
      "object s3://templates/b.yaml",
      `key ${key}1`,
      `key ${key}2`,
    ]);
  });
});
