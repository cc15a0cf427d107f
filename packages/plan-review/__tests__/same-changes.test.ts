import * as fs from "node:fs";
import * as path from "node:path";
import { differences } from "../same-changes";
import { temporaryFolder } from "@pipelines/testing/stack";
import { change, ChangeParts, planOf } from "./hand-made";

const folder = temporaryFolder();

/** What differs between a plan with one change and another with the other. */
function between(reviewed: ChangeParts, fresh: ChangeParts): string[] {
  const [old, now] = [reviewed, fresh].map((parts, index) => {
    const file = path.join(folder, `${index}.json`);
    fs.writeFileSync(file, planOf([change(parts)]));
    return file;
  });
  return differences(old ?? "", now ?? "");
}

const pipeline = (dates: object, more: object = {}): ChangeParts => ({
  type: "aws_imagebuilder_image_pipeline",
  before: { name: "web", status: "ENABLED", ...dates },
  after: { name: "web", status: "DISABLED", ...dates, ...more },
});

describe("the comparison with the reviewed plan", () => {
  test("ignores when a pipeline last ran and will run next", () => {
    const reviewed = pipeline({ date_last_run: "2026-11-01T09:00:00Z", date_next_run: "2026-11-02T09:00:00Z" });
    const fresh = pipeline({
      date_last_run: "2026-11-02T09:00:00Z",
      date_next_run: "2026-11-03T09:00:00Z",
      date_updated: "2026-11-02T09:00:00Z",
    });
    expect(between(reviewed, fresh)).toEqual([]);
  });

  test("finds any other attribute, before or after", () => {
    const changes = ["aws_imagebuilder_image_pipeline.one changes otherwise than was reviewed"];
    expect(between(pipeline({}), pipeline({}, { description: "other" }))).toEqual(changes);
    expect(between(pipeline({}), pipeline({ description: "other" }, { description: undefined }))).toEqual(changes);
  });

  test("takes a date that people set for a change", () => {
    const parameter = (date: string): ChangeParts => ({ before: {}, after: { date_next_run: date } });
    expect(between(parameter("a"), parameter("b"))).toEqual(["aws_sqs_queue.one changes otherwise than was reviewed"]);
  });

  test("does not mind the order of keys", () => {
    expect(between({ after: { a: 1, b: [2] } }, { after: { b: [2], a: 1 } })).toEqual([]);
  });
});
