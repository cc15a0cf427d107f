import { checkEventBusArn, checkKmsKey, checkPolicyArn, checkTopicArn } from "../arns";
import { re2Problem } from "../component-document/re2";
import { checkInstanceTags, checkTags } from "../tags";
import { workflowNeeds } from "../workflow-needs";

const at = { file: "stacks/dev-stack.ts" };
const own = { account: "111122223333", partition: "aws", region: "eu-west-1" };
const codes = (findings: readonly { readonly code: string; readonly field?: string | undefined }[]) =>
  findings.map(({ code, field }) => [field, code].filter(Boolean).join(" "));

const id = "1234abcd-12ab-34cd-56ef-1234567890ab";
const multiRegion = `mrk-${"0".repeat(32)}`;

describe("An ARN", () => {
  const policies = (value: string) => codes(checkPolicyArn(value, own, at));
  const buses = (value: string) => codes(checkEventBusArn(value, own, at));
  const topics = (value: string) => codes(checkTopicArn(value, own, at));
  const keys = (value: string) => codes(checkKmsKey(value, at));

  test.each([
    [policies, "arn:aws:iam::aws:policy/ReadOnlyAccess"],
    [policies, "arn:aws:iam::111122223333:policy/team/a/own"],
    [buses, "arn:aws:events:eu-west-1:111122223333:event-bus/other"],
    [buses, "arn:aws:events:us-east-1:444455556666:event-bus/default"],
    [topics, "arn:aws:sns:eu-west-1:444455556666:builds"],
    [keys, id],
    [keys, multiRegion],
    [keys, "alias/images"],
    [keys, `arn:aws:kms:eu-west-1:111122223333:key/${id}`],
    [keys, `arn:aws-cn:kms:cn-north-1:111122223333:key/${multiRegion}`],
    [keys, "arn:aws:kms:eu-west-1:111122223333:alias/images"],
  ])("is accepted: %p %s", (check, value) => {
    expect(check(value)).toEqual([]);
  });

  test.each([
    [policies, "arn:aws:iam::444455556666:policy/own"],
    [policies, "arn:aws-cn:iam::aws:policy/ReadOnlyAccess"],
    [policies, "arn:aws:iam::aws:role/ReadOnlyAccess"],
    [policies, "ReadOnlyAccess"],
    [buses, "arn:aws:events:eu-west-1:111122223333:event-bus/default"],
    [buses, "arn:aws-cn:events:cn-north-1:111122223333:event-bus/other"],
    [buses, "arn:aws:events:eu-west-1:111122223333:rule/other"],
    [topics, "arn:aws:sns:us-east-1:111122223333:builds"],
    [topics, "arn:aws-cn:sns:eu-west-1:111122223333:builds"],
    [topics, "arn:aws:sns:eu-west-1:111122223333:builds.fifo"],
    [topics, "builds"],
    [keys, "images"],
    [keys, `key/${id}`],
    [keys, "arn:aws:kms:eu-west-1:111122223333:key/images"],
  ])("is refused: %p %s", (check, value) => {
    expect(check(value)).toHaveLength(1);
  });
});

describe("Tags", () => {
  test("are counted, and their keys and values have limits", () => {
    const many = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, index) => [`k${index}`, ""]));
    expect([checkTags(many(50), at), checkInstanceTags(many(30), at)]).toEqual([[], []]);
    expect([checkTags(many(51), at), checkInstanceTags(many(31), at)].map(codes)).toEqual([
      ["IB-TAG-COUNT"],
      ["IB-TAG-COUNT"],
    ]);
    const longest = { ["k".repeat(128)]: "v".repeat(256) };
    expect(checkTags(longest, at)).toEqual([]);
    const wrong = { ["k".repeat(129)]: "", "": "", "AWS:x": "", long: "v".repeat(257), number: 1 as unknown as string };
    expect(codes(checkTags(wrong, { ...at, field: "t" }))).toEqual([
      `t.${"k".repeat(129)} IB-TAG-KEY`,
      "t. IB-TAG-KEY",
      "t.AWS:x IB-TAG-KEY",
      "t.long IB-TAG-VALUE",
      "t.number IB-TAG-VALUE",
    ]);
  });

  test("of an instance differ in more than case, and are not Image Builder's own", () => {
    expect(codes(checkInstanceTags({ TEAM: "a", Team: "b", Name: "c", name: "d" }, at))).toEqual([
      "tags.Team IB-TAG-CASE",
      "tags.name IB-TAG-CASE",
      "tags.Name IB-TAG-RESERVED",
    ]);
  });
});

test("A workflow needs permissions for what its steps call, unless each role has them or the target is unknown", () => {
  const steps = [
    ["RunCommand", { documentName: "AWS-RunShellScript" }],
    ["RunCommand", { documentName: "my-document" }],
    ["RunCommand", { documentName: "{{ document }}" }],
    ["RunCommand", { documentName: "$.parameters.document" }],
    ["RunCommand", { documentName: "arn:aws:ssm:eu-west-1:111122223333:document/x" }],
    ["WaitForAction", { lambdaFunctionName: "approve" }],
    ["WaitForAction", { snsTopicArn: "arn:aws:sns:eu-west-1:111122223333:builds" }],
    ["ExecuteStateMachine", { stateMachineArn: "arn:aws:states:eu-west-1:111122223333:stateMachine:scan" }],
    ["LaunchInstance", { waitFor: "ssmAgent", documentName: "mine" }],
  ].map(([action, inputs], index) => ({ name: `s${index}`, action, inputs }));
  const needs = workflowNeeds("flow.yaml", JSON.stringify({ schemaVersion: 1, steps }));
  expect(needs.map(({ step, actions, resource, arn }) => [step, actions.join(), resource, arn])).toEqual([
    ["s1", "ssm:SendCommand", "document/my-document", undefined],
    ["s4", "ssm:SendCommand", "document/x", "arn:aws:ssm:eu-west-1:111122223333:document/x"],
    ["s5", "lambda:InvokeFunction", "function:approve", undefined],
    [
      "s7",
      "states:StartExecution,states:DescribeExecution",
      "stateMachine:scan",
      "arn:aws:states:eu-west-1:111122223333:stateMachine:scan",
    ],
  ]);
  expect(needs[0]?.at).toMatchObject({ file: "flow.yaml", field: "steps[1].inputs.documentName" });
  expect(workflowNeeds("flow.yaml", "steps: {}")).toEqual([]);
});

test.each([
  ["[]a]", undefined],
  ["[^]a]", undefined],
  ["[[:alpha:]]", undefined],
  ["[\\]]", undefined],
  ["[^]", "an unclosed ["],
  ["[]", "an unclosed ["],
  ["(a", "an unclosed ("],
  ["a)", "a ) without a matching ("],
  ["(?=a)", "the lookaround (?="],
  ["(?<!a)", "the lookaround (?<!"],
  ["(?>a)", "the atomic group (?>"],
])("The pattern %s has %s", (pattern, problem) => {
  expect(re2Problem(pattern)).toBe(problem);
});
