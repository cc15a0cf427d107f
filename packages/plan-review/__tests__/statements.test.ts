import { isWithinEnvelope } from "../envelope";
import { PlanContext } from "../plan-context";
import { covers, type Statement, statementsOf } from "../statements";

const account = "111122223333";
const plan = new PlanContext({}, { accounts: [account] });

const documentOf = (...Statement: readonly object[]): string => JSON.stringify({ Version: "2012-10-17", Statement });
const base = { Effect: "Allow", Action: "s3:GetObject", Resource: "*" };

function statement(parts: object = {}): Statement {
  const [found] = statementsOf(documentOf({ ...base, ...parts })) ?? [];
  if (found === undefined) throw new Error("not a statement");
  return found;
}

describe("A policy's statements", () => {
  test("have each element as a list", () => {
    const condition = { StringEquals: { "aws:SourceAccount": [account] } };
    const whole = { Sid: "A", Effect: "Deny", Action: ["a:B"], Resource: "*", Principal: "*", Condition: condition };
    expect(statementsOf(documentOf(whole))).toEqual([
      {
        allow: false,
        actions: ["a:B"],
        resources: ["*"],
        principals: new Map([["AWS", ["*"]]]),
        conditions: new Map([["StringEquals aws:sourceaccount", [account]]]),
        negated: "null,null,null",
      },
    ]);
  });

  test.each([
    ["no JSON", "x"],
    ["another version", JSON.stringify({ Version: "2008-10-17", Statement: base })],
    ["an unknown element", JSON.stringify({ Version: "2012-10-17", Statement: base, More: 1 })],
    ["an unknown element in a statement", documentOf({ ...base, More: 1 })],
    ["another effect", documentOf({ ...base, Effect: "allow" })],
    ["an action that is not a text", documentOf({ ...base, Action: {} })],
    ["a principal that is not an object", documentOf({ ...base, Principal: "me" })],
    ["a condition that is not an object", documentOf({ ...base, Condition: "x" })],
    ["the same key twice", documentOf({ ...base, Condition: { Bool: { "a:B": "true", "A:b": "false" } } })],
  ])("cannot be read with %s", (_, text) => {
    expect(statementsOf(text)).toBeUndefined();
  });

  test.each<[string, string, boolean]>([
    ["a/*", "a/${aws:username}", true],
    ["a/?", "a/b", true],
    ["a/?", "a/*", false],
    ["a/???????????????", "a/${aws:username}", false],
    ["a/${*}", "a/${*}", true],
    ["a/${*}", "a/${aws:username}", false],
  ])("cover with the resource %s one with the resource %s: %s", (wide, narrow, expected) => {
    expect(covers(statement({ Resource: wide }), statement({ Resource: narrow }))).toBe(expected);
  });

  test.each(["NotAction", "NotResource", "NotPrincipal"])("cover another one only if it has the same %s", (name) => {
    const [one, other] = [statement({ [name]: "a" }), statement({ [name]: "b" })];
    expect([covers(one, one), covers(one, other), covers(one, statement()), covers(statement(), one)]).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });
});

describe("A deploy role's permission on another role of the environment", () => {
  const arn = (role: string, owner = account) => `arn:aws:iam::${owner}:role/${role}`;
  const old = [statement({ Action: "iam:GetRole", Resource: arn("dev-image-builder") })];
  const isRoutine = (Resource: string, holder = "dev-image-pipelines-deploy", parts: object = {}) =>
    isWithinEnvelope("identity", statement({ Action: "iam:GetRole", Resource, ...parts }), { holder, plan, old });

  test.each([
    "executionServiceEC2Role/dev-image-builder",
    "imageBuilder/dev-image-builder-workflows",
    "dev-image-rebuilds",
    "dev-image-rebuilds-2",
    "dev-image-events-bus",
    "dev-image-events-topic",
  ])("comes with images: %s", (role) => {
    expect(isRoutine(arn(role))).toBe(true);
  });

  test.each([
    ["a role with another name", arn("dev-admin")],
    ["a role whose name only starts like one", arn("dev-image-builder-admin")],
    ["another environment's role", arn("prod-image-builder")],
    ["a role in another account", arn("dev-image-builder", "444455556666")],
    ["a pattern", arn("dev-image-*")],
    ["a path that is a pattern", arn("*/dev-image-builder")],
  ])("needs approval for %s", (_, role) => {
    expect(isRoutine(role)).toBe(false);
  });

  test("needs approval for another holder, action or condition", () => {
    const role = arn("dev-image-rebuilds");
    expect(isRoutine(role, "dev-image-builder")).toBe(false);
    expect(isRoutine(role, undefined, { Action: "iam:PutRolePolicy" })).toBe(false);
    expect(isRoutine(role, undefined, { NotResource: "x" })).toBe(false);
    const Condition = { StringEquals: { "iam:PassedToService": "events.amazonaws.com" } };
    expect(isRoutine(role, undefined, { Condition })).toBe(false);
    expect(isRoutine(role, undefined, { Action: "iam:PassRole", Condition })).toBe(true);
    expect(isRoutine(arn("dev-image-events-bus"), undefined, { Action: "iam:PassRole", Condition })).toBe(false);
  });
});

describe("A deploy role's permission on what a recipe uses", () => {
  const agent = "arn:aws:imagebuilder:eu-west-1:444455556666:component/agent/1.0.0";
  const isRoutine = (Action: string, Resource: string) =>
    isWithinEnvelope("identity", statement({ Action, Resource }), {
      holder: "dev-image-pipelines-deploy",
      plan,
      old: [statement({ Action, Resource: agent.replace("agent", "other") })],
    });

  test("comes with images if another account's component is only read", () => {
    expect(isRoutine("imagebuilder:GetComponent", agent)).toBe(true);
    expect(isRoutine("imagebuilder:DeleteComponent", agent)).toBe(false);
    expect(isRoutine("imagebuilder:GetComponent", agent.replace("agent", "${aws:username}"))).toBe(false);
  });
});

describe("A statement in a bucket's policy", () => {
  const arn = "arn:aws:s3:::logs";
  const tls = {
    Effect: "Deny",
    Action: "s3:*",
    Resource: [arn, `${arn}/*`],
    Principal: "*",
    Condition: { Bool: { "aws:SecureTransport": "false" } },
  };
  const isRoutine = (parts: object) =>
    isWithinEnvelope("bucket", statement({ ...tls, ...parts }), { holder: "logs", plan, old: [] });

  test("needs no approval if it only requires TLS", () => {
    expect(isRoutine({})).toBe(true);
    expect(isRoutine({ Resource: [`${arn}/*`, arn], Principal: { AWS: "*" } })).toBe(true);
  });

  test.each<[string, object]>([
    ["allows", { Effect: "Allow" }],
    ["denies something else", { Action: "s3:GetObject" }],
    ["is for one principal", { Principal: { AWS: "arn:aws:iam::111122223333:root" } }],
    ["has no principal", { Principal: undefined }],
    ["is for the bucket alone", { Resource: arn }],
    ["is for another bucket's objects", { Resource: [arn, "arn:aws:s3:::other/*"] }],
    ["is for one more bucket", { Resource: [arn, `${arn}/*`, "arn:aws:s3:::other"] }],
    ["has another condition", { Condition: { Bool: { "aws:SecureTransport": "true" } } }],
    [
      "has one more condition",
      { Condition: { Bool: { "aws:SecureTransport": "false", "aws:ViaAWSService": "false" } } },
    ],
  ])("needs approval if it %s", (_, parts) => {
    expect(isRoutine(parts)).toBe(false);
  });
});

const aws = { name: "aws", expressions: { region: { constant_value: "eu-west-1" } } };
const inRegion = new PlanContext({ configuration: { provider_config: { aws } } }, { accounts: [account] });

test.each<[string, object, boolean]>([
  ["a pipeline", { Resource: `arn:aws:imagebuilder:eu-west-1:${account}:image-pipeline/dev-web` }, true],
  ["no pipeline", { Resource: [] }, false],
  ["all pipelines, by an empty list of exceptions", { Resource: undefined, NotResource: [] }, false],
])("The permission to start %s comes with images: %s", (_, parts, expected) => {
  const starts = statement({ Action: "imagebuilder:StartImagePipelineExecution", ...parts });
  const context = { holder: "dev-image-rebuilds", plan: inRegion, old: [] };
  expect(isWithinEnvelope("identity", starts, context)).toBe(expected);
});

describe("The trust of a role that starts pipelines", () => {
  const rule = (name: string, owner = account) => `arn:aws:events:eu-west-1:${owner}:rule/${name}`;
  const isRoutine = (rules: readonly string[], owner = account) =>
    isWithinEnvelope(
      "trust",
      statement({
        Action: "sts:AssumeRole",
        Resource: undefined,
        Principal: { Service: "events.amazonaws.com" },
        Condition: { StringEquals: { "aws:SourceAccount": owner }, ArnLike: { "aws:SourceArn": rules } },
      }),
      { holder: "dev-image-rebuilds", plan: inRegion, old: [] },
    );

  test("comes with images for rules of its environment", () => {
    expect(isRoutine([rule("dev-*"), rule("dev-web")])).toBe(true);
  });

  test("needs approval if a single rule is not one of them, or the account is another", () => {
    expect(isRoutine([rule("dev-*"), rule("prod-web")])).toBe(false);
    expect(isRoutine([rule("dev-*"), rule("dev-web", "444455556666")])).toBe(false);
    expect(isRoutine([rule("dev-*")], "444455556666")).toBe(false);
    expect(isRoutine([])).toBe(false);
  });
});
