import Ajv from "ajv";
import type { Finding } from "../finding";
import { formatFor } from "../formats";
import schema from "./corpus/sarif-2.1.0.schema.json";

const someFindings: readonly Finding[] = [
  {
    severity: "error",
    code: "IB-DOC-ACTION",
    file: "a b/ü,1.yaml",
    line: 3,
    column: 5,
    field: "x",
    found: "50% of\nit",
    allowed: "y",
    fix: "z",
  },
  { severity: "warning", code: "IB-PARENT-BOOTSTRAP", file: "images/web/image.ts", found: "alpine", allowed: "other" },
];

describe("findings for programs", () => {
  test("are valid according to the SARIF 2.1.0 schema", () => {
    // OASIS publishes the schema in draft 4. Ajv rejects that draft's $schema and id, so this copy has neither.
    const validate = new Ajv({ strict: false, allErrors: true, validateFormats: false, unicodeRegExp: false }).compile(
      schema,
    );
    for (const findings of [someFindings, []]) {
      validate(JSON.parse(formatFor("sarif", findings)));
      expect(validate.errors ?? []).toEqual([]);
    }
    expect(validate({ version: "2.1.0", runs: [{}] })).toBe(false);
    expect(JSON.parse(formatFor("sarif", someFindings))).toMatchObject({
      runs: [
        {
          results: [
            {
              ruleId: "IB-DOC-ACTION",
              level: "error",
              message: { text: "x: found 50% of\nit; allowed: y; fix: z" },
              locations: [
                {
                  physicalLocation: {
                    artifactLocation: { uri: "a%20b/%C3%BC%2C1.yaml" },
                    region: { startLine: 3, startColumn: 5 },
                  },
                },
              ],
            },
            { ruleId: "IB-PARENT-BOOTSTRAP", level: "warning" },
          ],
        },
      ],
    });
  });

  test("are escaped GitHub annotations", () => {
    expect(formatFor("github", someFindings)).toBe(
      "::error file=a b/ü%2C1.yaml,line=3,col=5,title=IB-DOC-ACTION::x: found 50%25 of%0Ait; allowed: y; fix: z\n" +
        "::warning file=images/web/image.ts,title=IB-PARENT-BOOTSTRAP::found alpine; allowed: other\n",
    );
  });

  test("are a JSON list without duplicates", () => {
    expect(JSON.parse(formatFor("json", [...someFindings, ...someFindings]))).toEqual(someFindings);
  });
});
