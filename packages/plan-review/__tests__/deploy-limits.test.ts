import { deployLimits } from "../deploy-limits";
import { parsePlan } from "../plan-json";
import { change, planOf } from "./hand-made";

/** Returns a plan that builds this many images, each with this timeout. */
function plan(images: number, create: string | undefined, others: object = {}): string {
  const builds = Array.from({ length: images }, (_, index) =>
    change({
      type: "aws_imagebuilder_image",
      address: `aws_imagebuilder_image.i${index}`,
      actions: ["create"],
      before: null,
      after: create === undefined ? {} : { timeouts: { create } },
    }),
  );
  return planOf(builds, others);
}

describe("how long an apply may take", () => {
  test("is half an hour if nothing is built, in a one-hour session, which is the minimum", () => {
    expect(deployLimits(parsePlan({ json: planOf([change({})]) }))).toEqual({
      minutes: 30,
      sessionSeconds: 3600,
      parallelism: 10,
    });
  });

  test("is as long as the longest build, since all builds are waited for in parallel", () => {
    const limits = { minutes: 120, sessionSeconds: 7200, parallelism: 40 };
    expect(deployLimits(parsePlan({ json: plan(40, "90m") }))).toEqual(limits);
    expect(deployLimits(parsePlan({ json: plan(40, "1h30m") }))).toEqual(limits);
  });

  test("uses the provider's own hour if no timeout is set", () => {
    expect(deployLimits(parsePlan({ json: plan(1, undefined) })).minutes).toBe(90);
  });

  test("is twice as long for more images than Image Builder builds at the same time", () => {
    expect(deployLimits(parsePlan({ json: plan(101, "60m") }))).toEqual({
      minutes: 150,
      sessionSeconds: 9000,
      parallelism: 100,
    });
  });

  test("adds up the builds of images that are built on each other", () => {
    const configuration = {
      root_module: {
        resources: [
          { address: "aws_imagebuilder_image.i0", expressions: {} },
          {
            address: "aws_imagebuilder_container_recipe.r1",
            expressions: {
              parent_image: { references: ["aws_imagebuilder_image.i0.arn", "aws_imagebuilder_image.i0"] },
            },
          },
          {
            address: "aws_imagebuilder_image.i1",
            expressions: { container_recipe_arn: { references: ["aws_imagebuilder_container_recipe.r1.arn"] } },
          },
          { address: "aws_imagebuilder_image.i2", depends_on: ["aws_imagebuilder_image.i1"] },
        ],
      },
    };
    expect(deployLimits(parsePlan({ json: plan(3, "60m", { configuration }) })).minutes).toBe(30 + 3 * 60);
  });

  test("is refused if GitHub would end the job before that", () => {
    expect(() => deployLimits(parsePlan({ json: plan(2, "6h") }))).toThrow(
      "the 2 builds in this plan may take 390 minutes, and GitHub ends a job after 360: give the builds a shorter " +
        "timeout (buildOnDeploy), or deploy from your own machine",
    );
  });
});
