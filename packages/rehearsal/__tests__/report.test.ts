import type { LoggedCall } from "@pipelines/local-aws/local-aws";
import type { Resource } from "@pipelines/local-aws/resource";
import { EffectWatch, waitedFor } from "../effects";
import { leftBehind, withoutForeign } from "../remains";
import { changes, effectLine, errorOf, resourceTable, seconds, slowestResource } from "../report";

const row = (service: string, kind: string, name: string, more: Partial<Resource> = {}): Resource => ({
  ...{ service, region: "eu-west-1", kind, name },
  ...more,
});
const call = (operation: string, error?: string, at = 0): LoggedCall => ({
  ...{ number: 1, service: "iam", operation, region: "", account: "", attempt: 1, status: 200 },
  ...{ invocation: "", error, fault: undefined, at },
});

describe("The effects of a call", () => {
  /** Returns the printed effects if what exists changes from `before` to `after`. */
  function effects(before: readonly Resource[], after: readonly Resource[], by?: LoggedCall): string[] {
    let now = before;
    const watch = new EffectWatch({ remaining: () => [...now] }, "states");
    now = after;
    const lines = watch.after(by).map((effect) => effectLine(effect).replace(/ +/, " ").replaceAll(/ {2,}/g, "  "));
    expect(watch.after()).toEqual([]);
    return lines;
  }
  const recipe = row("imagebuilder", "container recipe", "web", { version: "1.0.0" });
  const image = row("ecr", "image", "web", { version: "1.0.0-1,latest" });

  it.each<[string, Resource[], Resource[], string[]]>([
    ["created", [], [recipe], ["+ container recipe  web 1.0.0"]],
    ["deleted", [recipe], [], ["- container recipe  web 1.0.0"]],
    [
      "replaced",
      [recipe],
      [{ ...recipe, version: "1.0.1" }],
      ["+ container recipe  web 1.0.1", "- container recipe  web 1.0.0"],
    ],
    [
      "of another kind",
      [recipe],
      [{ ...recipe, kind: "component" }],
      ["+ component  web 1.0.0", "- container recipe  web 1.0.0"],
    ],
    ["changed", [recipe], [{ ...recipe, state: "BUILDING" }], ["~ container recipe  web 1.0.0 BUILDING"]],
    ["pushed", [], [image], ["+ pushed image  web 1.0.0-1,latest"]],
    ["tagged", [image], [{ ...image, version: "1.0.0-1" }], ["~ pushed image  web 1.0.0-1"]],
    [
      "an object",
      [],
      [row("s3", "object", "logs/a", { version: "Zx9", state: "deleted" })],
      ["+ object  logs/a deleted"],
    ],
    ["an object of a state", [], [row("s3", "object", "states/dev.tfstate")], []],
    [
      "the bucket for states",
      [],
      [row("s3", "bucket", "states"), row("s3", "bucket", "states-2")],
      ["+ bucket  states", "+ bucket  states-2"],
    ],
    ["unchanged", [recipe, image], [recipe, image], []],
  ])("are what has changed since: %s", (_, before, after, lines) => {
    expect(effects(before, after)).toEqual(lines);
    expect(effects(before, after, call("CreateThing"))).toEqual(lines);
    expect(effects(before, after, call("UpdateThing"))).toEqual(lines.length > 0 ? lines : ["~ UpdateThing  in place"]);
  });

  it("include a refusal, unless the call only reads", () => {
    expect(effects([], [], call("UpdateRole", "AccessDenied"))).toEqual(["! UpdateRole  AccessDenied"]);
    expect(effects([recipe], [], call("DeleteRole", "Late"))).toEqual([
      "- container recipe  web 1.0.0",
      "! DeleteRole  Late",
    ]);
    for (const read of ["Get", "Head", "List", "Describe"])
      expect(effects([], [], call(`${read}Role`, "No"))).toEqual([]);
  });
});

test("An apply waited for as long as it made no call for over a second, after it first created something", () => {
  const at = (operation: string, ...times: readonly number[]) => times.map((time) => call(operation, undefined, time));
  expect(waitedFor(at("GetRole", 0, 60_000))).toBe(0);
  const calls = [...at("GetRole", 0, 5_000), ...at("CreateRole", 9_000), ...at("GetRole", 10_000, 11_001, 14_000)];
  expect(waitedFor(calls)).toBe(4);
  expect(waitedFor(at("CreateRole", 9_000, 12_500))).toBe(3.5);
});

test("What exists is listed by service, and the content of buckets is counted", () => {
  expect(
    resourceTable([
      row("s3", "bucket", "logs"),
      row("s3", "object", "logs/a"),
      row("s3", "delete marker", "logs/b"),
      row("s3", "object", "logs-2/c"),
      row("s3", "bucket", "logs-2"),
      row("s3", "bucket", "empty"),
      row("ecr", "repository", "logs"),
      row("imagebuilder", "image", "web", { version: "1.0.0/1", state: "AVAILABLE" }),
    ]),
  ).toEqual([
    "SERVICE       RESOURCE    NAME    VERSION  STATE",
    "ecr           repository  logs",
    "imagebuilder  image       web     1.0.0/1  AVAILABLE",
    "s3            bucket      logs             2 object versions",
    "s3            bucket      logs-2           1 object version",
    "s3            bucket      empty",
  ]);
});

test.each([
  ["Terraform's own", "a\n╷\n│ Error: no role\n│ \n│   on a line\n╵\nb\n", "Error: no role\n\n  on a line\n\nb"],
  [
    "the CLI's",
    "dev  planning\ndev  Error: one\n       more\n     and more\nno more\n\n\n1 Stack deploying\n",
    "Error: one\n  more\nand more\nno more",
  ],
  [
    "each once",
    "Error: one\ntwo\nError: one\ntwo\nError: three\n2 Stacks deploying\n",
    "Error: one\ntwo\n\nError: three",
  ],
  [
    "or else the last twenty lines",
    `${Array.from({ length: 25 }, (_, at) => `line ${at}`).join("\n")}\n\n`,
    Array.from({ length: 20 }, (_, at) => `line ${at + 5}`).join("\n"),
  ],
])("Of an output, only the errors are shown: %s", (_, output, shown) => {
  expect(errorOf(output)).toBe(shown);
});

test("A time is shown in seconds", () => {
  expect(seconds(1_000, 3_260)).toBe("2.3 s");
});

test("Of an apply, its changes and the slowest resource are shown, as Terraform counts them", () => {
  const output = `dev  aws_iam_role.a: Creation complete after 59s [id=a]
dev  aws_s3_bucket.b (b): Creation complete after 1m2s [id=b]
dev  aws_s3_object.c: Creation complete after 9s [id=c]
dev  Apply complete! Resources: 3 added, 1 changed, 0 destroyed.
`;
  expect([changes(output), slowestResource(output)]).toEqual([
    "3 added, 1 changed, 0 destroyed",
    "aws_s3_bucket (62 s)",
  ]);
  expect([changes("No changes."), slowestResource("a.b: Creation complete after 0s")]).toEqual(["done", undefined]);
  expect(slowestResource("aws_iam_role.a: Creation complete after 0s [id=a]")).toBeUndefined();
});

test("What belongs to others does not count as the environment's", () => {
  const config = { stateBucket: "states", existingRepositories: ["shared", "us-east-1:far"], region: "eu-west-1" };
  const foreign = [
    ...[
      "templates/web",
      "arn:aws:iam::1:policy/team/boundary",
      "arn:aws:sns:eu-west-1:1:builds",
      "builders",
      "states/a",
    ],
  ];
  const others = [
    row("ecr", "repository", "shared"),
    row("ecr", "image", "far", { region: "us-east-1" }),
    row("s3", "bucket", "templates"),
    row("s3", "object", "templates/web"),
    row("iam", "policy", "boundary"),
    row("sns", "topic", "builds"),
    row("iam", "instance profile", "builders"),
  ];
  const own = [
    row("ecr", "repository", "far"),
    row("ecr", "repository", "builders"),
    row("s3", "bucket", "states"),
    row("s3", "bucket", "templates/web/more"),
    row("iam", "policy", "bound"),
    row("sns", "topic", "build"),
    row("iam", "role", "boundary"),
  ];
  expect(withoutForeign([...others, ...own], config, new Set(foreign))).toEqual(own);
});

test("A destroy leaves nothing behind but the states, the account's own roles and entries of images", () => {
  const image = row("imagebuilder", "image", "web", { version: "1.0.0/1" });
  const accounts = [
    row("s3", "bucket", "states"),
    row("s3", "object", "states/dev.tfstate"),
    row("iam", "identity provider", "token.actions.githubusercontent.com"),
    ...["plan", "deploy", "operate", "read"].map((role) => row("iam", "role", `dev-image-pipelines-${role}`)),
  ];
  const left = (...more: readonly Resource[]) => leftBehind([...accounts, ...more], "states", 1);
  expect(left()).toEqual({ left: [], entries: 0 });
  expect(left(image)).toEqual({ left: [], entries: 1 });
  expect(left(image, image)).toEqual({ left: [image, image], entries: 2 });
  for (const rest of [
    row("s3", "bucket", "states-2"),
    row("iam", "role", "dev-image-pipelines"),
    row("ecr", "image", "web"),
    row("imagebuilder", "component", "web"),
  ]) {
    expect(leftBehind([...accounts, image, rest], "states", 9).left).toEqual([image, rest]);
  }
});
