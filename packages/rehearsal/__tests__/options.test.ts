import { testedProvider } from "@pipelines/terraform/provider-mirror";
import { readRehearsalOptions } from "../options";

test("A rehearsal's options have defaults, and keep what is given", () => {
  const defaults = { stack: undefined, keep: false, run: false, failBuild: undefined, missing: [] };
  expect(readRehearsalOptions([], {})).toStrictEqual({ ...defaults, provider: testedProvider });
  const given = ["dev", "--keep", "--run", "--fail-build", "web", "--provider", "6.1.0", "--missing=a", "--missing=b"];
  expect(readRehearsalOptions(given, {})).toStrictEqual({
    ...{ stack: "dev", keep: true, run: true, failBuild: "web", missing: ["a", "b"], provider: "6.1.0" },
  });
});
