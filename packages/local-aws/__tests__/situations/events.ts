import { changed, keys, of, ofParent, policy, type Situations, tags } from "./situation";

const prefixed = (prefix: string) => [{ name: undefined, name_prefix: prefix }];
const pattern = (...sources: readonly string[]) => JSON.stringify({ source: sources });
const topic = (name: string, attribute = "arn") => ofParent("aws_sns_topic", name, attribute);
const publishing = (name: string, service: string, Sid = "events") => ({
  policy: policy({
    Sid,
    Action: "sns:Publish",
    Principal: { Service: `${service}.amazonaws.com` },
    Resource: topic(name),
  }),
});
const queue = (name: string) => `arn:aws:sqs:eu-west-1:111122223333:${name}`;
const forced = { force_destroy: "it only says how Terraform deletes" };
const retrying = (numRetries: number) =>
  JSON.stringify({
    http: {
      defaultHealthyRetryPolicy: {
        minDelayTarget: 20,
        maxDelayTarget: 20,
        numRetries,
        numMaxDelayRetries: 0,
        numNoDelayRetries: 0,
        numMinDelayRetries: 0,
        backoffFunction: "linear",
      },
      disableSubscriptionOverrides: false,
    },
  });

/** EventBridge, CloudWatch Logs and SNS. */
export const events: Readonly<Record<string, Situations>> = {
  aws_cloudwatch_event_rule: {
    base: (name) => ({ name, event_pattern: pattern("aws.imagebuilder") }),
    notImported: forced,
    steps: {
      basic: [{}],
      description: changed("description", "one", "two"),
      event_pattern: [{}, { event_pattern: pattern("aws.ecr", "aws.imagebuilder") }],
      force_destroy: changed("force_destroy", true),
      name_prefix: prefixed("rule-"),
      role_arn: [{ role_arn: of("aws_iam_role", "arn", "events") }],
      schedule_expression: ["rate(1 hour)", "cron(0 20 * * ? *)"].map((schedule_expression) => ({
        event_pattern: undefined,
        schedule_expression,
      })),
      schedule_and_pattern: [{ schedule_expression: "rate(1 hour)" }],
      state: changed("state", "DISABLED", "ENABLED"),
      tags,
    },
  },
  aws_cloudwatch_event_target: {
    base: (name) => ({
      rule: ofParent("aws_cloudwatch_event_rule", name, "name"),
      target_id: name,
      arn: of("aws_sns_topic"),
    }),
    parents: (name) => ({ aws_cloudwatch_event_rule: { name, event_pattern: pattern("aws.ecr") } }),
    importId: ({ rule, target_id }) => `${String(rule)}/${String(target_id)}`,
    notImported: forced,
    steps: {
      basic: [{}, { arn: of("aws_sns_topic", "arn", "display_name") }],
      dead_letter_config: [{ dead_letter_config: { arn: queue("dead") } }],
      generated_id: [{ target_id: undefined }],
      input: changed("input", '{"source":["aws.ecr"]}', '{"source":["aws.s3"]}'),
      input_path: changed("input_path", "$.detail"),
      input_transformer: [
        { input_transformer: { input_paths: { time: "$.time" }, input_template: '{"at": <time>}' } },
        {
          input_transformer: {
            input_paths: { time: "$.time", id: "$.id" },
            input_template: '{"at": <time>, "event": <id>}',
          },
        },
      ],
      pipeline: [
        {
          arn: of("aws_imagebuilder_image_pipeline"),
          role_arn: of("aws_iam_role", "arn", "events"),
        },
      ],
      retry_policy: changed(
        "retry_policy",
        { maximum_event_age_in_seconds: 60, maximum_retry_attempts: 5 },
        { maximum_event_age_in_seconds: 3600, maximum_retry_attempts: 0 },
      ),
    },
  },
  aws_cloudwatch_log_group: {
    base: (name) => ({ name }),
    notImported: { skip_destroy: "it only says how Terraform deletes" },
    steps: {
      basic: [{}],
      kms_key_id: changed("kms_key_id", ...keys, undefined),
      log_group_class: changed("log_group_class", "INFREQUENT_ACCESS"),
      name_prefix: prefixed("group-"),
      retention_in_days: changed("retention_in_days", 365, 30, undefined),
      tags,
    },
  },
  aws_cloudwatch_log_stream: {
    base: (name) => ({ name, log_group_name: ofParent("aws_cloudwatch_log_group", name, "name") }),
    parents: (name) => ({ aws_cloudwatch_log_group: { name } }),
    importId: ({ log_group_name, name }) => `${String(log_group_name)}:${String(name)}`,
    steps: { basic: [{}, { name: "another" }] },
  },
  aws_sns_topic: {
    base: (name) => ({ name }),
    steps: {
      basic: [{}],
      delivery_policy: [{ delivery_policy: retrying(3) }, { delivery_policy: retrying(5) }],
      display_name: changed("display_name", "one", "two", undefined),
      feedback: [100, 90].map((rate) => ({
        sqs_success_feedback_role_arn: of("aws_iam_role"),
        sqs_failure_feedback_role_arn: of("aws_iam_role"),
        sqs_success_feedback_sample_rate: rate,
      })),
      fifo_topic: [true, false].map((content_based_deduplication) => ({
        name: "sns-topic.fifo",
        fifo_topic: true,
        content_based_deduplication,
      })),
      kms_master_key_id: changed("kms_master_key_id", "alias/aws/sns", keys[0], undefined),
      name_prefix: prefixed("topic-"),
      policy: [
        {
          policy: policy({
            Sid: "events",
            Action: "sns:Publish",
            Principal: { Service: "events.amazonaws.com" },
            Resource: "arn:aws:sns:eu-west-1:111122223333:sns-topic-policy",
          }),
        },
      ],
      signature_version: changed("signature_version", 2, 1),
      tags,
      tracing_config: changed("tracing_config", "Active", "PassThrough"),
    },
  },
  aws_sns_topic_policy: {
    base: (name) => ({ arn: topic(name), ...publishing(name, "events") }),
    parents: (name) => ({ aws_sns_topic: { name } }),
    steps: {
      basic: [{}, publishing("sns-topic-policy-basic", "imagebuilder")],
    },
  },
  aws_sns_topic_subscription: {
    base: (name) => ({ topic_arn: topic(name), protocol: "sqs", endpoint: queue(name) }),
    parents: (name) => ({ aws_sns_topic: { name } }),
    notImported: {
      confirmation_timeout_in_minutes: "it only says how Terraform creates",
      endpoint_auto_confirms: "it only says how Terraform creates",
    },
    steps: {
      basic: [{}],
      delivery_policy: [
        {
          protocol: "https",
          endpoint: "https://example.com/hook",
          endpoint_auto_confirms: true,
          delivery_policy: JSON.stringify({
            healthyRetryPolicy: { minDelayTarget: 5, maxDelayTarget: 20, numRetries: 5 },
          }),
        },
      ],
      email: [{ protocol: "email", endpoint: "team@example.com" }],
      filter_policy: changed("filter_policy", '{"stage":["test"]}', '{"stage":["prod"]}', undefined),
      filter_policy_scope: ["MessageBody", "MessageAttributes"].map((filter_policy_scope) => ({
        filter_policy: '{"stage":["test"]}',
        filter_policy_scope,
      })),
      raw_message_delivery: changed("raw_message_delivery", true, false),
      redrive_policy: ["dead", "deader"].map((name) => ({
        redrive_policy: JSON.stringify({ deadLetterTargetArn: queue(name) }),
      })),
    },
  },
};
