import { findingsOf } from "../../constructs/attach";
import { SynthesizedStack } from "@pipelines/testing/stack";
import { OwnApp } from "./environments";

const { app, environments } = new OwnApp();

describe("The environments of this project", () => {
  it("have no findings, alone or together", () => {
    expect(environments.length).toBeGreaterThan(0);
    expect(findingsOf(app).filter(({ severity }) => severity === "error")).toEqual([]);
  });

  it("have their own name in every AWS name", () => {
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
