import * as fs from "node:fs";
import * as path from "node:path";
import { describeWithTerraform } from "@pipelines/testing/terraform";
import { cases } from "./corpus-cases";
import { planCorpus } from "./corpus-plans";

/** Rewritten if UPDATE_CORPUS is set. */
const file = path.join(__dirname, "corpus", "plans.json");

describeWithTerraform("the corpus of plans", (terraform) => {
  test("matches what Terraform currently plans for its cases", async () => {
    const corpus = await planCorpus(terraform, cases);
    if (process.env["UPDATE_CORPUS"] !== undefined) {
      const lines = Object.entries(corpus.cases).map((entry) => entry.map((part) => JSON.stringify(part)).join(":"));
      fs.writeFileSync(file, `{"all":${JSON.stringify(corpus.all)},"cases":{\n${lines.join(",\n")}\n}}\n`);
    }
    expect(corpus).toEqual(JSON.parse(fs.readFileSync(file, "utf8")));
  });
});
