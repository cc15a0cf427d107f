import * as fs from "node:fs";
import * as path from "node:path";
import { summarizePlanFile } from "../plan-summary";
import { temporaryFolder } from "@pipelines/testing/temporary-folder";
import { planOf } from "./hand-made";

const folder = temporaryFolder();

/** Returns the message about a file with this content, without its folder. */
function refusal(content: string | Buffer): string {
  const file = path.join(folder, "plan.json");
  fs.writeFileSync(file, content);
  try {
    return summarizePlanFile(file).markdown;
  } catch (error) {
    return error instanceof Error ? error.message.replace(file, "plan.json") : String(error);
  }
}

const show = "run `terraform show -json <plan file> > plan.json` and use plan.json";

describe("input that is not a plan", () => {
  test.each([
    ["an empty file", "", `plan.json is empty: ${show}`],
    ["spaces alone", " \n ", `plan.json is empty: ${show}`],
    [
      "a plan file",
      Buffer.from("PK\u0003\u0004\u0014\u0000"),
      `plan.json is a plan in Terraform's own format, which only Terraform reads: ${show}`,
    ],
    [
      "UTF-16",
      Buffer.from('\ufeff{"format_version":"1.2"}', "utf16le"),
      "plan.json is text in UTF-16, which PowerShell's > writes: write it as UTF-8",
    ],
    [
      "words",
      "Terraform will perform the following actions",
      `plan.json is not a plan in JSON, which begins with {: ${show}`,
    ],
    ["a list", "[1]", `plan.json is not a plan in JSON, which begins with {: ${show}`],
    [
      "a cut file",
      '{"format_version":"1.2","resource_changes":[{"address":"a',
      "plan.json is cut off: the JSON ends in the middle, after 57 bytes",
    ],
    [
      "a file cut between members",
      '{"format_version":"1.2",',
      "plan.json is cut off: the JSON ends in the middle, after 24 bytes",
    ],
    [
      "two plans",
      `${planOf([])}${planOf([])}`,
      "plan.json continues after the end of its JSON: it is not what terraform show -json wrote",
    ],
    [
      "the log of a plan",
      '{"@level":"info","@message":"Terraform 1.11.4"}\n{"@level":"info"}\n',
      `plan.json is the log of \`terraform plan -json\`: plan with -out=<plan file>, then ${show}`,
    ],
    [
      "a state file",
      '{"version":4,"terraform_version":"1.11.4","serial":1,"lineage":"x","resources":[]}',
      `plan.json is a state file, not a plan: plan with -out=<plan file>, then ${show}`,
    ],
    [
      "a state in JSON",
      '{"format_version":"1.0","terraform_version":"1.11.4","values":{}}',
      `plan.json is the JSON of a state, not of a plan: name the plan file, as in ${show}`,
    ],
    [
      "a configuration",
      '{"terraform":{},"provider":{},"resource":{}}',
      `plan.json is a configuration, not a plan: plan with -out=<plan file>, then ${show}`,
    ],
    ["other JSON", '{"a":1}', `plan.json is JSON without a format_version, so not a plan: ${show}`],
    [
      "a version and nothing else",
      '{"format_version":"1.2"}',
      `plan.json has a format_version but is not a plan: ${show}`,
    ],
    [
      "a later format",
      '{"format_version":"2.0","resource_changes":[{"all":"new"}]}',
      "plan.json has format_version 2.0; this program reads 1.x, which Terraform has written since 1.1",
    ],
    [
      "an older format",
      '{"format_version":"0.2","resource_changes":[]}',
      "plan.json has format_version 0.2; this program reads 1.x, which Terraform has written since 1.1",
    ],
    [
      "a version of a different type",
      '{"format_version":{"a":"@x"}}',
      "plan.json has format_version of another type; this program reads 1.x, which Terraform has written since 1.1",
    ],
    [
      "broken JSON inside",
      '{"format_version":"1.2","resource_changes":[{"secret": hunter2}]}',
      "plan.json is not valid JSON",
    ],
    [
      "a resource with a different shape",
      '{"format_version":"1.2","resource_changes":[{"address":"a"}]}',
      'resource_changes[0] has no "change" with "actions", which every resource in a plan has',
    ],
  ])("%s is refused with a message", (_, content, words) => {
    expect(refusal(content)).toBe(words);
  });

  test("a file that does not exist, and a folder", () => {
    expect(() => summarizePlanFile(path.join(folder, "none.json"))).toThrow(
      `${path.join(folder, "none.json")} cannot be read: ENOENT: no such file or directory`,
    );
    expect(() => summarizePlanFile(folder)).toThrow(
      `${folder} cannot be read: EISDIR: illegal operation on a directory`,
    );
  });

  test("a byte order mark is accepted", () => {
    expect(refusal(`\ufeff${planOf([])}`)).toBe("no changes.\n");
  });
});
