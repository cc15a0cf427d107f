import { loopRows } from "../loops";
import { PlanContext } from "../plan-context";
import { changesIn } from "../resource-change";
import { change } from "./hand-made";

type Values = Readonly<Record<string, unknown>>;
type Resources = Readonly<Record<string, Readonly<Record<string, Values>>>>;

const built = (name: string) =>
  JSON.stringify({
    source: ["aws.imagebuilder"],
    "detail-type": ["EC2 Image Builder Image State Change"],
    resources: [{ prefix: `arn:aws:imagebuilder:eu-west-1:111122223333:image/${name}/` }],
    detail: { state: { status: ["AVAILABLE"] } },
  });
const pushed = (repository: string) =>
  JSON.stringify({
    source: ["aws.ecr"],
    "detail-type": ["ECR Image Action"],
    detail: { "action-type": ["PUSH"], result: ["SUCCESS"], "repository-name": [repository], "image-tag": ["stable"] },
  });

/** An image in a configuration, as this project writes it, whose pipeline starts after these events. */
function image(name: string, event_pattern?: string, pipeline: Values = {}): Resources {
  const repository_name = `\${aws_ecr_repository.${name}.name}`;
  return {
    aws_ecr_repository: { [name]: { name: `dev/${name}` } },
    aws_imagebuilder_container_recipe: { [name]: { name: `dev-${name}`, target_repository: { repository_name } } },
    aws_imagebuilder_image_pipeline: {
      [name]: { container_recipe_arn: `\${aws_imagebuilder_container_recipe.${name}.arn}`, ...pipeline },
    },
    ...(event_pattern !== undefined && {
      aws_cloudwatch_event_rule: { [name]: { name: `dev-${name}-parent`, event_pattern } },
      aws_cloudwatch_event_target: {
        [name]: {
          target_id: `dev-${name}`,
          rule: `\${aws_cloudwatch_event_rule.${name}.name}`,
          arn: `\${aws_imagebuilder_image_pipeline.${name}.arn}`,
        },
      },
    }),
  };
}

function both(one: Resources, other: Resources): Resources {
  return Object.fromEntries(Object.keys({ ...one, ...other }).map((type) => [type, { ...one[type], ...other[type] }]));
}

/** Returns the subjects of a plan that creates these resources, next to those of another stack before and after. */
function held(own: Resources, before: unknown = {}, after: unknown = before): string[] {
  const all = Object.entries(own).flatMap(([type, bodies]) =>
    Object.entries(bodies).map(([id, values]) => ({ type, address: `${type}.${id}`, values })),
  );
  const plan = {
    resource_changes: all.map(({ values, ...one }) => {
      return change({ ...one, actions: ["create"], before: null, after: values });
    }),
  };
  const configs = { before: { resource: before }, after: { resource: after } };
  const rows = loopRows(changesIn(plan, "resource_changes"), new PlanContext(plan, undefined), [
    { stack: "dev-other", ...configs },
  ]);
  return rows.map(({ subject }) => subject);
}

const api = "event target `dev-api`";

describe("An event target that starts a pipeline", () => {
  test.each([
    ["after builds of a parent in another stack", image("api", built("dev-base")), image("base")],
    ["after pushes of a parent in another stack", image("api", pushed("dev/base")), image("base")],
    ["after a parent that starts after another", image("api", built("dev-base")), image("base", built("dev-base"))],
    [
      "after builds of a parent whose name is written differently",
      image("api", built("dev-base")),
      { ...image("base"), aws_imagebuilder_container_recipe: { base: { name: "Dev_Base" } } },
    ],
    ["in a stack without neighbours", { ...image("api"), ...image("base") }, {}],
  ])("is harmless: %s", (_, own, other) => {
    expect(held(own, other)).toEqual([]);
  });

  test.each([
    ["after builds of a child in another stack", built("dev-base"), image("base", built("dev-api"))],
    ["after pushes of a child in another stack", pushed("dev/base"), image("base", built("dev-api"))],
    ["after builds of a child that its pushes start", built("dev-base"), image("base", pushed("dev/api"))],
    ["after builds whose name is written differently", built("dev-base"), image("base", built("Dev_Api"))],
    ["after builds of an image that no stack builds", built("dev-gone"), image("base")],
    ["after builds of a child with an unknown rule", built("dev-base"), image("base", "${var.pattern}")],
    [
      "after builds of an unknown image",
      built("dev-base"),
      {
        ...image("base", built("dev-api")),
        aws_imagebuilder_container_recipe: { base: { name: "${var.name}" } },
      },
    ],
    [
      "after pushes of an unknown distribution",
      pushed("dev/base"),
      both(image("base"), image("leaf", built("dev-api"), { distribution_configuration_arn: "${var.distribution}" })),
    ],
    ["next to blocks in a list", built("dev-base"), [image("base", built("dev-api"))]],
    ["next to a type in a list", built("dev-base"), { ...image("base"), aws_cloudwatch_event_target: [] }],
    ["next to a resource in a list", built("dev-base"), { ...image("base"), aws_cloudwatch_event_rule: { a: [] } }],
  ])("is held back: %s", (_, pattern, other) => {
    expect(held(image("api", pattern), other)).toEqual([api]);
  });

  test("is held back even if a target of the same address in another stack was in a loop before", () => {
    const loop = image("api", built("dev-api"));
    expect(held(loop, loop)).toEqual([api]);
  });

  test("is held back if its own pipeline is unknown", () => {
    const [own, base] = [image("api", built("dev-base")), image("base", built("dev-base"))];
    const target = { ...own["aws_cloudwatch_event_target"]?.["api"], arn: "${var.pipeline}" };
    expect(held({ ...own, aws_cloudwatch_event_target: { api: target } }, base)).toEqual([api]);
  });

  test.each(["arn:aws:sns:eu-west-1:111122223333:builds", "${aws_sns_topic.builds.arn}"])(
    "is not followed if it starts something else: %s",
    (arn) => {
      const own = image("api", built("dev-api"));
      const target = { ...own["aws_cloudwatch_event_target"]?.["api"], arn };
      expect(held({ ...own, aws_cloudwatch_event_target: { api: target } })).toEqual([]);
    },
  );

  test("is reported in the plan that closes the loop, and only there", () => {
    const own = image("api", built("dev-base"));
    const there = Object.entries(own).flatMap(([type, bodies]) =>
      Object.entries(bodies).map(([id, after]) => {
        return change({ type, address: `${type}.${id}`, actions: ["no-op"], before: after, after });
      }),
    );
    const judge = (before: Resources, after: Resources) => {
      const plan = { resource_changes: there };
      const neighbour = { stack: "dev-other", before: { resource: before }, after: { resource: after } };
      return loopRows(changesIn(plan, "resource_changes"), new PlanContext(plan, undefined), [neighbour]).length;
    };
    const [open, closed] = [image("base"), image("base", built("dev-api"))];
    expect([judge(open, closed), judge(closed, closed), judge(closed, open)]).toEqual([1, 0, 0]);
  });
});
