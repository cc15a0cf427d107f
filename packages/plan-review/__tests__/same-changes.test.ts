import { configurationFingerprint, createsOnly, differences, fingerprint } from "../same-changes";
import { parsePlan } from "../plan-json";
import { change, type ChangeParts, planOf } from "./hand-made";

const plan = (changes: readonly object[], others: object = {}) => parsePlan({ json: planOf(changes, others) });

/** Differences between a plan with one change and a plan with the other. */
function between(reviewed: ChangeParts, fresh: ChangeParts): string[] {
  return differences(plan([change(reviewed)]), plan([change(fresh)]));
}

const pipeline = (dates: object, more: object = {}): ChangeParts => ({
  type: "aws_imagebuilder_image_pipeline",
  before: { name: "web", status: "ENABLED", ...dates },
  after: { name: "web", status: "DISABLED", ...dates, ...more },
});

describe("the comparison with the reviewed plan", () => {
  test("ignores when a pipeline last ran and will run next", () => {
    const reviewed = pipeline({ date_last_run: "2026-11-01T09:00:00Z", date_next_run: "2026-11-02T09:00:00Z" });
    const fresh = pipeline({
      date_last_run: "2026-11-02T09:00:00Z",
      date_next_run: "2026-11-03T09:00:00Z",
      date_updated: "2026-11-02T09:00:00Z",
    });
    expect(between(reviewed, fresh)).toEqual([]);
  });

  test("reports a difference in any other attribute, in `before` or `after`", () => {
    const changes = ["aws_imagebuilder_image_pipeline.one changes differently than reviewed"];
    expect(between(pipeline({}), pipeline({}, { description: "other" }))).toEqual(changes);
    expect(between(pipeline({}), pipeline({ description: "other" }, { description: undefined }))).toEqual(changes);
  });

  test("treats a date that people set as a change", () => {
    const parameter = (date: string): ChangeParts => ({ before: {}, after: { date_next_run: date } });
    expect(between(parameter("a"), parameter("b"))).toEqual(["aws_sqs_queue.one changes differently than reviewed"]);
  });

  test("ignores empty values in `before`, which the first plan after a deploy has", () => {
    const reviewed = { before: { a: 1, tags: null }, before_sensitive: {}, after: null, actions: ["delete"] };
    const fresh = { ...reviewed, before: { a: 1, tags: {} }, before_sensitive: { tags: {} } };
    expect(between(reviewed, fresh)).toEqual([]);
    expect(between(reviewed, { ...fresh, before: { a: 1, tags: { b: "c" } } })).toHaveLength(1);
    // In `after`, the same difference is a change.
    expect(between({ after: { tags: null } }, { after: { tags: {} } })).toHaveLength(1);
  });

  test("ignores the order of keys", () => {
    expect(between({ after: { a: 1, b: [2] } }, { after: { b: [2], a: 1 } })).toEqual([]);
  });
});

describe("everything that an apply does", () => {
  const configuration = (parts: object) => ({ configuration: { root_module: {}, ...parts } });
  const provider = (expressions: object) => configuration({ provider_config: { aws: { name: "aws", expressions } } });
  const output = (before: unknown, after: unknown) => ({
    output_changes: { a: { actions: ["update"], before, after } },
  });

  test.each<[string, readonly object[], object, readonly string[]]>([
    ["a deposed object", [change({ deposed: "ab12", actions: ["delete"] })], {}, ["aws_sqs_queue.one (deposed ab12)"]],
    ["an import", [change({ actions: ["no-op"], importing: { id: "a" } })], {}, ["aws_sqs_queue.one"]],
    ["a move", [change({ actions: ["no-op"], previous_address: "aws_sqs_queue.two" })], {}, ["aws_sqs_queue.one"]],
    ["what Terraform forgets", [change({ actions: ["forget"] })], {}, ["aws_sqs_queue.one"]],
    ["a data source that the apply reads", [change({ mode: "data", actions: ["read"] })], {}, ["aws_sqs_queue.one"]],
    ["an output", [], output({ a: 1 }, { a: 2 }), ["output a"]],
    ["a provider's settings", [], provider({ region: { constant_value: "a" } }), ["provider aws"]],
    [
      "a provisioner",
      [],
      configuration({ root_module: { resources: [{ address: "a.b", mode: "managed", provisioners: [{}] }] } }),
      ["provisioner of a.b"],
    ],
    [
      "an ephemeral resource",
      [],
      configuration({ root_module: { resources: [{ address: "ephemeral.a.b", mode: "ephemeral" }] } }),
      ["ephemeral.a.b"],
    ],
    ["a module", [], configuration({ root_module: { module_calls: { a: {} } } }), ["modules"]],
    ["an action", [], { action_invocations: [{}] }, ["actions"]],
  ])("is compared: %s", (_, changes, others, names) => {
    const [none, some] = [plan([]), plan(changes, others)];
    expect(differences(none, some)).toEqual(names.map((name) => `${name} was not in the reviewed plan`));
    expect(differences(some, none)).toEqual(
      names.map((name) => `${name} was in the reviewed plan and is not in this one`),
    );
    expect(fingerprint(some)).not.toBe(fingerprint(none));
    expect(fingerprint(some)).toBe(fingerprint(plan(changes, others)));
  });

  test("compares only what changes in an output: the rest may have been deployed in the meantime", () => {
    const reviewed = plan([], output({ a: "1", b: "1" }, { a: "2", b: "1" }));
    expect(differences(reviewed, plan([], output({ a: "1", b: "5" }, { a: "2", b: "5" })))).toEqual([]);
    expect(differences(reviewed, plan([], output({ a: "1", b: "1" }, { a: "3", b: "1" })))).toHaveLength(1);
  });

  test("ignores a provider's default tags: they show up in the changes", () => {
    const tagged = (tag: string) => plan([], provider({ default_tags: [{ tags: { constant_value: { a: tag } } }] }));
    expect(differences(tagged("a"), tagged("b"))).toEqual([]);
  });

  test("recognizes a new stack's plan, which only creates", () => {
    const created = change({ actions: ["create"], before: null });
    expect(createsOnly(plan([created, change({ actions: ["no-op"] })]))).toBe(true);
    for (const actions of [["update"], ["delete"], ["delete", "create"], ["forget"]]) {
      expect(createsOnly(plan([created, change({ actions })]))).toBe(false);
    }
    expect(createsOnly(plan([created, change({ actions: ["no-op"], importing: { id: "a" } })]))).toBe(false);
  });

  test("configurations are the same regardless of the order of their members", () => {
    expect(configurationFingerprint({ a: 1, b: { c: 2, d: 3 } })).toBe(
      configurationFingerprint({ b: { d: 3, c: 2 }, a: 1 }),
    );
    expect(configurationFingerprint({ a: 1 })).not.toBe(configurationFingerprint(undefined));
  });
});
