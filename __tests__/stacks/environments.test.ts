import * as fs from "node:fs";
import * as path from "node:path";
import { findingsOf } from "../../checks/attach";
import { EnvironmentStack } from "../../stacks/environment-stack";
import { firstVersions, SynthesizedStack, testApp } from "../stack";
import type { StackClass } from "./sample";

const folder = path.join(__dirname, "../../stacks");

const isEnvironment = (value: unknown): value is StackClass =>
  typeof value === "function" && value.prototype instanceof EnvironmentStack;

/** Every environment that stands in stacks/, whatever its settings, in one app as in main.ts. */
const app = testApp();
const environments = fs
  .readdirSync(folder)
  .filter((file) => file.endsWith("-stack.ts"))
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  .flatMap((file) => Object.values(require(path.join(folder, file)) as object).filter(isEnvironment))
  .map((Environment) => new Environment(app, firstVersions));

describe("The environments of this project", () => {
  it("have no findings, alone or beside each other", () => {
    expect(environments.length).toBeGreaterThan(0);
    expect(findingsOf(app).filter(({ severity }) => severity === "error")).toEqual([]);
  });

  it("carry their own name in every name in AWS that is theirs", () => {
    for (const stack of environments) {
      const { environment } = stack.settings;
      const names = Object.entries(new SynthesizedStack(stack).json.resource)
        .filter(([type]) => type !== "aws_ecr_repository" && type !== "aws_iam_role_policy")
        .flatMap(([, resources]) => Object.values(resources).map(({ name, bucket }) => name ?? bucket))
        .filter((name): name is string => typeof name === "string" && !name.startsWith("${"));
      expect(names.length).toBeGreaterThan(5);
      for (const name of names) expect(name).toMatch(new RegExp(`^(/aws/imagebuilder/(pipeline/)?)?${environment}-`));
    }
  });
});
