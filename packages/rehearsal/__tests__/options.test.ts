import { testedProvider } from "@pipelines/terraform/provider-mirror";
import { readRehearsalOptions } from "../options";

test("A rehearsal's options have defaults, and keep what is given", () => {
  const defaults = { stack: undefined, keep: false, run: false, provider: testedProvider };
  expect(readRehearsalOptions([], {})).toStrictEqual(defaults);
  const given = ["dev", "--keep", "--run", "--fail-build", "web", "--provider", "6.1.0", "--missing=a", "--missing=b"];
  expect(readRehearsalOptions(given, {})).toStrictEqual({
    ...{ stack: "dev", keep: true, run: true, "fail-build": "web", missing: ["a", "b"], provider: "6.1.0" },
  });
});
