import * as fs from "node:fs";
import * as path from "node:path";
import { summarizePlan } from "../plan-summary";
import { free } from "../rules";
import { type Permission, type Shown, table } from "../table";
import { account, cases } from "./corpus-cases";
import { type Corpus, planOfCase } from "./corpus-plans";
import { change, planOf } from "./hand-made";

/** Written by corpus-plans.full.test.ts. */
const corpus = JSON.parse(fs.readFileSync(path.join(__dirname, "corpus", "plans.json"), "utf8")) as Corpus;

interface Judged {
  readonly routine: boolean;
  readonly text: string;
}

const plans = cases.map(({ name, routine }): Judged => ({ routine, text: JSON.stringify(planOfCase(corpus, name)) }));

function isRoutine(text: string): boolean {
  return !summarizePlan(text, { base: { accounts: [account] } }).needsApproval;
}

/** Whether any plan with this row's type gets the wrong verdict. */
function changesAVerdict(row: Row, routine: boolean): boolean {
  return [...row.plans, ...plans].some(
    (plan) => plan.routine === routine && plan.text.includes(`"${row.type}"`) && isRoutine(plan.text) !== routine,
  );
}

interface Row {
  readonly type: string;
  readonly name: string;
  readonly of: Readonly<Record<string, unknown>>;
  readonly plans: readonly Judged[];
}

type Values = readonly [before: unknown, after: unknown];

/**
 * Derives two pairs of values from a rule's wording: one in which the second value may follow the first, and one in
 * which it may not.
 */
function examplesOf(words: string): { readonly free?: Values; readonly held?: Values } {
  const [, first = "", last = ""] = /`([^`]+)`(?:.*`([^`]+)`)?/.exec(words) ?? [];
  if (words === "") return { free: ["a", "b"] };
  if (words === "only for a new resource" || words.startsWith("none or a key")) return { held: ["a", "b"] };
  if (words.startsWith("from left to right")) return { free: [first, last], held: [last, first] };
  if (/^to [^,]* in the same plan/.test(words)) return { free: ["a", `\${${first}}`], held: ["a", "b"] };
  if (!words.startsWith("to `")) return {};
  const value = /^(true|false)$/.test(first) ? (JSON.parse(first) as boolean) : first;
  const other = typeof value === "boolean" && last === "" ? !value : "other";
  return { free: [other, value], held: [value, other] };
}

/** Returns plans that change only this attribute. */
function plansFor({ type, name, of }: Omit<Row, "plans">): Judged[] {
  const made = byHand[`${type} ${name}`];
  if (made !== undefined) return made;
  const { words, judge, ...rest } = of[name] as { readonly words?: string; readonly judge?: unknown } & Shown;
  if ("by" in rest) return shownBy(type, name, rest);
  if (words === undefined || judge === undefined) return [];
  const { free: passes, held } = examplesOf(words);
  return [
    ...(passes === undefined ? [] : [{ routine: true, text: updateOf(type, name, passes) }]),
    ...(held === undefined ? [] : [{ routine: false, text: updateOf(type, name, held) }]),
  ];
}

/** A value in `${}` comes from another resource in the plan, which already has it. */
function updateOf(type: string, name: string, [before, after]: Values): string {
  const [, target, attribute = ""] = /^\$\{(\w+)\.(\w+)\}$/.exec(String(after)) ?? [];
  const value = target === undefined ? after : "there";
  const one = change({ type, before: { [name]: before }, after: { [name]: value } });
  if (target === undefined) return planFor(type, {}, [one]);
  const references = [`${target}.one.${attribute}`, `${target}.one`];
  return planFor(type, { [name]: { references } }, [one, there(target, { [attribute]: "there" })]);
}

/** Returns a resource that does not change. */
function there(type: string, values: object): object {
  return change({ type, actions: ["no-op"], before: values, after: values });
}

function planFor(type: string, expressions: object, changes: readonly object[], others: object = {}): string {
  const resources = [{ address: `${type}.one`, type, name: "one", expressions }];
  return planOf(changes, { configuration: { root_module: { resources } }, ...others });
}

/** All attributes are set in the configuration; the repository is the one in the plan. */
function createOf(type: string, after: Readonly<Record<string, unknown>>): string {
  const constants = Object.entries(after).map(([name, value]): [string, object] => [name, { constant_value: value }]);
  const references = ["aws_ecr_repository.one.name", "aws_ecr_repository.one"];
  const repository = { repository: { references }, target_repository: [{ repository_name: { references } }] };
  const one = change({ type, actions: ["create"], before: null, after });
  return planFor(type, { ...Object.fromEntries(constants), ...repository }, [
    one,
    there("aws_ecr_repository", { name: "web" }),
  ]);
}

function endOf(type: string, action: string): string {
  return planFor(type, {}, [change({ type, actions: [action], before: { name: "a", version: "1.0.0" }, after: null })]);
}

/** Drift in an attribute that mirrors a resource, which is either part of the plan or not. */
function shownBy(type: string, name: string, { type: shown, by, named, parts = {} }: Shown): Judged[] {
  const names = Object.entries(parts);
  const part = names.length > 1 ? Object.fromEntries(names.map(([, [at = ""]]) => [at, "there"])) : "there";
  const value = type === "aws_iam_role" ? [part] : part;
  const drift = change({ type, before: { [named]: "a" }, after: { [named]: "a", [name]: value } });
  return ["a", "b"].map((owner) => {
    const own = there(shown, { [by]: owner, ...Object.fromEntries(names.map(([each]) => [each, "there"])) });
    return { routine: owner === "a", text: planFor(type, {}, [own], { resource_drift: [drift] }) };
  });
}

const [key, foreignKey] = [account, "444455556666"].map((owner) => `arn:aws:kms:eu-west-1:${owner}:key/1`);
const recipe = {
  name: "a",
  version: "1.0.0",
  target_repository: [{ repository_name: "web", service: "ECR" }],
};
const withDisk = (kms_key_id: string | undefined) => ({
  ...recipe,
  instance_configuration: [
    {
      image: "ami-0123456789abcdef0",
      block_device_mapping: [
        {
          device_name: "/dev/xvda",
          no_device: true,
          virtual_name: "ephemeral0",
          ebs: [
            {
              encrypted: "true",
              kms_key_id,
              volume_size: 30,
              volume_type: "gp3",
              iops: 3000,
              throughput: 125,
              delete_on_termination: "true",
            },
          ],
        },
      ],
    },
  ],
});
const workflow = { name: "a", version: "1.0.0", type: "BUILD" };

/** A change to a distribution's description in this region, which also removes other regions or adds some. */
function distributed(
  region: string,
  { service = "ECR", removed = [] as readonly string[], added = [] as readonly string[] } = {},
): string {
  const type = "aws_imagebuilder_distribution_configuration";
  const target_repository = [{ repository_name: "web", service }];
  const of = (description: string, ...regions: readonly string[]) => ({
    distribution: regions.map((region) => ({
      region,
      container_distribution_configuration: [{ description, container_tags: ["a"], target_repository }],
    })),
  });
  const repository_name = { references: ["aws_ecr_repository.one.name", "aws_ecr_repository.one"] };
  const set = { target_repository: [{ repository_name }] };
  return planFor(type, { distribution: [{ container_distribution_configuration: [set] }] }, [
    change({ type, before: of("a", region, ...removed), after: of("b", region, ...added) }),
    there("aws_ecr_repository", { name: "web", arn: `arn:aws:ecr:eu-west-1:${account}:repository/web` }),
  ]);
}

/** A new version of a recipe with one component less, whose build instance has one volume less. */
function fewerParts(): string {
  const type = "aws_imagebuilder_container_recipe";
  const disks = (...names: readonly string[]) => [
    {
      block_device_mapping: names.map((device_name) => ({ device_name, ebs: [{ encrypted: "true", volume_size: 9 }] })),
    },
  ];
  // Somebody has already accepted the one from another account.
  const components = ["aws:component/update-linux", "444455556666:component/agent"].map((part) => ({
    component_arn: `arn:aws:imagebuilder:eu-west-1:${part}/1.0.0`,
  }));
  const before = { ...recipe, component: components, instance_configuration: disks("/dev/xvda", "/dev/sdb") };
  const fewer = { component: components.slice(1), instance_configuration: disks("/dev/xvda") };
  const after = { ...recipe, ...fewer, version: "1.0.1" };
  const one = change({ type, actions: ["create", "delete"], before, after, replace_paths: [["version"]] });
  return planFor(type, {}, [one]);
}

/** A new recipe that passes this parameter to a component. */
function withParameter(parameter: object): string {
  const component_arn = "arn:aws:imagebuilder:eu-west-1:aws:component/update-linux/x.x.x";
  const component = [{ component_arn, parameter: [parameter] }];
  return createOf("aws_imagebuilder_container_recipe", { ...recipe, component });
}

/** An infrastructure whose metadata service gets these blocks. */
function withMetadata(...blocks: readonly object[]): string {
  const before = [{ http_tokens: "optional" }];
  return updateOf("aws_imagebuilder_infrastructure_configuration", "instance_metadata_options", [before, blocks]);
}

/** A plan that may be applied, and one that may not. */
const pair = (routine: string, held: string): Judged[] => [
  { routine: true, text: routine },
  { routine: false, text: held },
];
const keys = (type: string, rest: object): Judged[] =>
  pair(createOf(type, { ...rest, kms_key_id: key }), createOf(type, { ...rest, kms_key_id: foreignKey }));
const scans = (type: string): Judged[] => {
  const [off, on] = [false, true].map((image_scanning_enabled) => [{ image_scanning_enabled }]);
  const name = "image_scanning_configuration";
  return [...pair(updateOf(type, name, [off, on]), updateOf(type, name, [on, off])), ...passing(buildOf(type))];
};

/** A new build or pipeline of existing parts, without a setting for scans. */
function buildOf(type: string): string {
  const parts = ["container_recipe", "distribution_configuration", "infrastructure_configuration"];
  const isPipeline = type === "aws_imagebuilder_image_pipeline";
  const set = { enhanced_image_metadata_enabled: true, ...(isPipeline ? { name: "a", status: "ENABLED" } : {}) };
  const expressions: Record<string, object> = { image_tests_configuration: [{}] };
  for (const [name, constant_value] of Object.entries(set)) expressions[name] = { constant_value };
  for (const part of parts) {
    const target = `aws_imagebuilder_${part}.one`;
    expressions[`${part}_arn`] = { references: [`${target}.arn`, target] };
  }
  const arns = Object.fromEntries(parts.map((part) => [`${part}_arn`, "there"]));
  const one = change({ type, actions: ["create"], before: null, after: { ...set, ...arns, ...tested } });
  const others = parts.map((part) => there(`aws_imagebuilder_${part}`, { arn: "there" }));
  return planFor(type, expressions, [one, ...others]);
}

const tested = { image_tests_configuration: [{ image_tests_enabled: true }] };
const passing = (text: string): Judged[] => [{ routine: true, text }];

/** Plans for rows whose wording is not specific enough. */
const byHand: Readonly<Record<string, Judged[]>> = {
  "aws_ecr_repository image_tag_mutability": pair(
    updateOf("aws_ecr_repository", "image_tag_mutability", ["MUTABLE", "IMMUTABLE"]),
    updateOf("aws_ecr_repository", "image_tag_mutability", ["IMMUTABLE_WITH_EXCLUSION", "MUTABLE"]),
  ),
  "aws_cloudwatch_log_group kms_key_id": keys("aws_cloudwatch_log_group", { name: "a", skip_destroy: false }),
  "aws_ecr_lifecycle_policy create": [
    { routine: false, text: createOf("aws_ecr_lifecycle_policy", { repository: "web", policy: "{}" }) },
  ],
  "aws_imagebuilder_component kms_key_id": keys("aws_imagebuilder_component", { name: "a", version: "1.0.0" }),
  "aws_imagebuilder_component forget": passing(endOf("aws_imagebuilder_component", "forget")),
  "aws_imagebuilder_container_recipe kms_key_id": keys("aws_imagebuilder_container_recipe", recipe),
  "aws_imagebuilder_container_recipe instance_configuration": pair(
    createOf("aws_imagebuilder_container_recipe", withDisk(key)),
    createOf("aws_imagebuilder_container_recipe", withDisk(foreignKey)),
  ).concat(passing(fewerParts())),
  "aws_imagebuilder_container_recipe component": [
    { routine: true, text: withParameter({ name: "Version", value: "3" }) },
    // An attribute that the provider may get one day.
    { routine: false, text: withParameter({ name: "Version", value: "3", from: "s3://anybody/x" }) },
  ],
  "aws_imagebuilder_container_recipe target_repository": pair(
    createOf("aws_imagebuilder_container_recipe", recipe),
    createOf("aws_imagebuilder_container_recipe", {
      ...recipe,
      target_repository: [{ repository_name: "web", service: "another" }],
    }),
  ),
  "aws_imagebuilder_distribution_configuration distribution": [
    { routine: true, text: distributed("eu-west-1") },
    { routine: false, text: distributed("us-east-1") },
    { routine: false, text: distributed("eu-west-1", { service: "another" }) },
    { routine: false, text: distributed("eu-west-1", { removed: ["eu-central-1"] }) },
    { routine: false, text: distributed("eu-west-1", { removed: ["eu-central-1"], added: ["eu-west-1"] }) },
  ],
  "aws_imagebuilder_image image_scanning_configuration": scans("aws_imagebuilder_image"),
  "aws_imagebuilder_image_pipeline image_scanning_configuration": scans("aws_imagebuilder_image_pipeline"),
  "aws_imagebuilder_infrastructure_configuration instance_metadata_options": pair(
    withMetadata({ http_tokens: "required" }),
    withMetadata({ http_tokens: "required" }, { http_tokens: "optional" }),
  ),
  "aws_imagebuilder_workflow kms_key_id": keys("aws_imagebuilder_workflow", workflow),
  "aws_imagebuilder_workflow create": passing(createOf("aws_imagebuilder_workflow", workflow)),
  "aws_imagebuilder_workflow name": pair(
    createOf("aws_imagebuilder_workflow", workflow),
    updateOf("aws_imagebuilder_workflow", "name", ["a", "b"]),
  ),
  "aws_imagebuilder_workflow type": pair(
    createOf("aws_imagebuilder_workflow", workflow),
    updateOf("aws_imagebuilder_workflow", "type", ["BUILD", "TEST"]),
  ),
  "aws_imagebuilder_workflow delete": passing(endOf("aws_imagebuilder_workflow", "delete")),
  "aws_imagebuilder_workflow forget": passing(endOf("aws_imagebuilder_workflow", "forget")),
};

/** Sets a member of an object to another value while something runs; `undefined` removes the member. */
function withMember<T>(object: Readonly<Record<string, unknown>>, name: string, value: unknown, run: () => T): T {
  const open = object as Record<string, unknown>;
  const before = open[name];
  if (value === undefined) Reflect.deleteProperty(open, name);
  else open[name] = value;
  try {
    return run();
  } finally {
    open[name] = before;
  }
}

const permissions = ["create", "replace", "delete", "forget"] as const;
const rows = Object.entries(table)
  .flatMap(([type, rules]): Omit<Row, "plans">[] => {
    const inside = (of: object, names: readonly string[] = Object.keys(of)) =>
      names.map((name) => ({ type, name, of: of as Row["of"] }));
    const given = permissions.filter((name) => rules[name] !== undefined);
    return [...inside(rules, given), ...inside(rules.attributes), ...inside(rules.shows ?? {})];
  })
  .map((row): Row => ({ ...row, plans: plansFor(row) }));

/** The rows that allow some changes and block others. */
const limited = rows.filter(({ of, name }) => {
  const row = of[name] as { readonly words?: string } & Pick<Permission, "holds">;
  return permissions.some((each) => each === name) ? row.holds !== undefined : row.words !== "" && "judge" in row;
});

test.each(rows.map((row) => [`${row.type} ${row.name}`, row] as const))(
  "The plans for %s get the expected verdict",
  (_, row) => {
    for (const { text, routine } of row.plans) expect([text, isRoutine(text)]).toEqual([text, routine]);
  },
);

describe("Every row in the table of harmless changes", () => {
  test.each(rows.map((row) => [`${row.type} ${row.name}`, row] as const))("lets a plan pass: %s", (_, row) => {
    expect(withMember(row.of, row.name, undefined, () => changesAVerdict(row, true))).toBe(true);
  });

  test.each(limited.map((row) => [`${row.type} ${row.name}`, row] as const))("holds a plan back: %s", (_, row) => {
    const anything = "judge" in (row.of[row.name] as object) ? free : { words: "" };
    expect(withMember(row.of, row.name, anything, () => changesAVerdict(row, false))).toBe(true);
  });
});
