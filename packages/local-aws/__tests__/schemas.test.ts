import Ajv from "ajv";
import lifecyclePolicy from "../ecr/lifecycle-policy.schema.json";
import policy from "../policy.schema.json";

test.each([
  ["policies", policy],
  ["lifecycle policies", lifecyclePolicy],
])("the schema of %s is valid, which local AWS does not check when it starts", (_, schema) => {
  expect(new Ajv().validateSchema(schema)).toBe(true);
});
