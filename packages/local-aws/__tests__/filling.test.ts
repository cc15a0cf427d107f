import type { Api } from "../generic/api";
import { Filling } from "../generic/filling";
import type { Thing } from "../generic/state";
import { Clock } from "../clock";
import type { Json } from "../json";
import { World } from "../world";

const world = new World(
  new Clock(0),
  { minutes: 1, failure: () => undefined, folder: () => undefined },
  () => undefined,
);
const scope = world.scope("111122223333", "eu-west-1");
const arn = "arn:aws:toys:eu-west-1:111122223333:robot/r2";
const thing: Thing = {
  service: "toys",
  noun: "Robot",
  name: "r2",
  id: "id-1",
  arn,
  created: 7,
  keys: ["RobotName"],
  fields: {
    Color: "red",
    Parts: ["arm"],
    Size: { Height: 1 },
    Labels: { a: "b" },
    MotorSpecification: { Power: 2, Noise: 3 },
  },
  version: 3,
  tags: new Map([["team", "toys"]]),
};
const shapes = {
  String: { type: "string" },
  Motor: { type: "structure", members: { Power: { shape: "String" }, Type: { shape: "String" } } },
  About: { type: "structure", members: { Arn: { shape: "String" }, Depth: { shape: "Deep" } } },
  Deep: { type: "structure", members: { Arn: { shape: "String" } } },
  None: { type: "structure", members: { Weight: { shape: "String" } } },
  Tag: { type: "structure", members: { TagKey: { shape: "String" }, TagValue: { shape: "String" } } },
  TagList: { type: "list", member: { shape: "Tag" } },
};

function filling(enums: Readonly<Record<string, readonly string[]>> = {}, noun = "Robot", fields = thing.fields) {
  const api = {
    name: "toys",
    file: { operations: {}, shapes },
    enums,
    time: (seconds: number): Json => `at ${seconds}`,
  };
  return new Filling(api as unknown as Api, { ...thing, fields }, scope, noun);
}

test.each([
  ["CreatedAt LastModified UpdateTime LastChange", "timestamp", "at 7"],
  ["ExpiresAt", "timestamp", undefined],
  ["VersionId versionid", "string", "3"],
  ["AccountId OwnerAccount Owner OwnerId registryId", "string", "111122223333"],
  ["OwnerName Ownership", "string", undefined],
  ["Arn RobotArn ResourceARN", "string", arn],
  ["Id RobotId", "string", "id-1"],
  ["Name RobotName", "string", "r2"],
  ["Url RobotURL", "string", "https://toys.eu-west-1.amazonaws.com/111122223333/r2"],
  ["Version ETag", "string", "3"],
  ["Version", "integer", 3],
  ["Enabled RobotEnabled", "boolean", true],
  ["Enabled", "string", undefined],
  ["MotorArn OtherName Weight", "string", undefined],
  ["Color", "string", "red"],
  ["Color", "list", undefined],
  ["Parts", "list", ["arm"]],
  ["Parts", "string", undefined],
  ["Size", "structure", { Height: 1 }],
  ["Size", "map", { Height: 1 }],
  ["Size", "string", undefined],
])("an answer's %s of type %s is filled", (names, type, expected) => {
  for (const name of names.split(" ")) expect([name, filling().value(name, { type }, 1)]).toEqual([name, expected]);
});

test.each(
  ["ACTIVE", "Enabled", "available", "READY", "InSync", "IN_SERVICE", "Completed", "created", "OK"].map(
    (state, index, all) => [state, all.slice(index + 1)] as const,
  ),
)("a state is %s if it can be, before %j", (state, others) => {
  for (const name of ["State", "Status", "RobotState"]) {
    const value = filling({ [name]: ["FAILED", ...others, state] }).value(name, { type: "string" }, 1);
    expect([name, value]).toEqual([name, state]);
  }
  expect(filling({ RobotState: [state] }).value("State", { type: "string" }, 1)).toBe(state);
  expect(filling({ State: ["FAILED"] }).value("State", { type: "string" }, 1)).toBeUndefined();
  expect(filling().value("State", { type: "string" }, 1)).toBeUndefined();
});

test.each([
  ["Tags", { type: "map" }, { team: "toys" }],
  ["TagSet", { type: "list", member: { shape: "Tag" } }, [{ TagKey: "team", TagValue: "toys" }]],
  [
    "ResourceTags",
    { type: "structure", members: { Items: { shape: "TagList" } } },
    { Items: [{ TagKey: "team", TagValue: "toys" }] },
  ],
  ["Motor", { type: "structure", members: { Power: { shape: "String" } } }, { Power: 2 }],
  ["MotorConfig", shapes.Motor, { Power: 2 }],
  ["About", shapes.About, { Arn: arn }],
  ["RobotDetails", shapes.None, undefined],
])("an answer's %s is filled", (name, shape, expected) => {
  expect(filling().value(name, shape, 0)).toEqual(expected);
});

test("a structure in a structure is filled only once", () => {
  expect(filling().value("About", shapes.About, 1)).toBeUndefined();
});

test("attributes include the thing's ARN", () => {
  const labels = (noun: string) => filling({}, noun).value("Labels", { type: "map" }, 0);
  expect([labels("Robot"), labels("RobotAttributes")]).toEqual([{ a: "b" }, { a: "b", RobotArn: arn }]);
});

test.each([
  ["Color", "red", true],
  ["Color", "blue", false],
  ["Any", "r2", true],
  ["Any", "id-1", true],
  ["Any", arn, true],
  ["Any", "https://toys.eu-west-1.amazonaws.com/111122223333/r2", true],
  ["Any", "c3", false],
])("a request whose %s is %s means the thing: %s", (member, value, expected) => {
  expect(filling().is(member, value)).toBe(expected);
});

test("KMS adds what its model does not say", () => {
  const key = { ...thing, service: "kms", noun: "Key", fields: { Origin: "EXTERNAL" } };
  const api = { file: { operations: {}, shapes: {} }, enums: {} } as unknown as Api;
  const value = (name: string, type: string) => new Filling(api, key, scope, "Key").value(name, { type }, 1);
  const all = [value("Origin", "string"), value("KeyManager", "string"), value("RotationPeriodInDays", "integer")];
  expect(all).toEqual(["EXTERNAL", "CUSTOMER", 365]);
});
