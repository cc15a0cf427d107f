import type { Finding } from "@pipelines/findings/finding";
import { checkComponentDocument } from "../component-document";
import { actions } from "./corpus/invalid/actions";
import type { Case } from "./corpus/invalid/case";
import { conditions } from "./corpus/invalid/conditions";
import { references } from "./corpus/invalid/references";
import { structure } from "./corpus/invalid/structure";
import { yaml } from "./corpus/invalid/yaml";
import { expectMessages, type Mistake } from "./messages";

const all = [...yaml, ...structure, ...actions, ...conditions, ...references];

function findingsOf({ text, platform = "Linux", parameters }: Case): Finding[] {
  const document = { file: "a.yaml", text: text.replaceAll("»", ""), platform, ...(parameters ? { parameters } : {}) };
  return checkComponentDocument(document);
}

/** Returns every finding in the form `IB-DOC-ACTION 6:17`. */
function check(each: Case): string[] {
  return findingsOf(each).map(
    ({ code, line, column }) => `${code} ${line?.toString() ?? "?"}:${column?.toString() ?? "?"}`,
  );
}

/** Returns the expected findings in the same form, from the marks in the text. */
function expected({ codes, text }: Case): string[] {
  const places = text.split("»").slice(0, -1);
  let before = "";
  return places.map((part, index) => {
    before += part;
    const lines = before.split("\n");
    return `${codes[index] ?? "no code"} ${lines.length}:${(lines[lines.length - 1] ?? "").length + 1}`;
  });
}

/** Returns the line with the mistake, and the platform unless it is Linux. */
function marked({ text, platform }: Case, { line = 1 }: Finding): string {
  const written = text.split("\n")[line - 1]?.trim().replaceAll("»", "") ?? "";
  const shown = written.length > 100 ? `${written.slice(0, 100)}…` : written;
  return platform === "Windows" ? `${shown} (Windows)` : shown;
}

describe("a document with a mistake is reported with its code, line and column", () => {
  test.each(
    all.map((each) => ({ ...each, title: `${each.codes.join(", ")} in ${JSON.stringify(each.text.slice(-90))}` })),
  )("$title", (each) => {
    expect(check(each)).toEqual(expected(each));
  });

  test("every message has been reviewed", () => {
    const mistakes = all.flatMap((each) =>
      findingsOf(each).map((finding): Mistake => [marked(each, finding), finding]),
    );
    expectMessages("component-documents", mistakes);
  });

  test("there are at least 400 such documents, all different", () => {
    const texts = new Set(all.map(({ text, platform, parameters }) => JSON.stringify([text, platform, parameters])));
    expect(texts.size).toBe(all.length);
    expect(all.length).toBeGreaterThanOrEqual(400);
  });
});
