import * as fs from "node:fs";
import * as path from "node:path";
import { temporaryFolder } from "@pipelines/testing/temporary-folder";
import { code, fence, html, mermaid, prose, terminal, workflowLog } from "../escape";
import { error, warning } from "../finding";
import { Located, pointer } from "../located";
import { nearest } from "../nearest";
import { reportFileErrors, reportFindings, type Streams } from "../output";
import { excerpt, quote } from "../text";

const where = { file: "images/web/image.ts" };
const bad = error(where, "IB-BAD", { found: "a", allowed: "b" });
const doubtful = warning(where, "IB-DOUBTFUL", { found: "a", allowed: "b" });

/** Returns what a command does with these streams, and everything that it writes. */
function written<T>(run: (streams: Streams) => T, color = false): { result: T; out: string; err: string } {
  const [out, err]: [string[], string[]] = [[], []];
  const result = run({ color, out: (text) => out.push(text), err: (text) => err.push(text) });
  return { result, out: out.join(""), err: err.join("") };
}

describe("Findings", () => {
  it.each([
    ["errors", [bad], false, false],
    ["errors, strictly", [bad], true, false],
    ["warnings", [doubtful], false, true],
    ["warnings, strictly", [doubtful], true, false],
    ["nothing", [], false, true],
    ["nothing, strictly", [], true, true],
  ])("let a command go on or not: %s", (_, findings, strict, goesOn) => {
    const { result, out, err } = written((streams) => reportFindings(findings, { check: true, strict }, streams));
    expect(result).toBe(goesOn);
    expect(out).toBe(findings.length === 0 ? "no findings\n" : "");
    expect(err.split("\n")[0]).toBe(
      findings.map((each) => `${each.severity} images/web/image.ts ${each.code}`).join(""),
    );
  });

  it("are written to standard output in a program's format, and nothing is without any if it was not asked for", () => {
    const json = written((streams) => reportFindings([bad], { check: true, strict: false, format: "json" }, streams));
    expect({ ...json, out: JSON.parse(json.out) as unknown }).toEqual({ result: false, out: [bad], err: "" });
    expect(written((streams) => reportFindings([], { check: false, strict: false }, streams))).toEqual({
      result: true,
      out: "",
      err: "",
    });
  });
});

describe("An error of the file system", () => {
  const missing = path.join(temporaryFolder(), "missing");
  const read = (streams: Streams) => reportFileErrors(() => fs.readFileSync(missing).length, streams);

  it("becomes a finding at the file, in colors on a terminal that has them", () => {
    const file = path.relative(process.cwd(), missing);
    expect(written(read)).toEqual({
      result: 1,
      out: "",
      err: `error ${file} IB-FILE-SYSTEM
  found:   the file system refuses it: ENOENT: no such file or directory
  allowed: a file or folder that can be read and written

1 error

`,
    });
    expect(written(read, true).err).toContain("\u001b[31merror\u001b[0m");
  });

  it("is not one if it is of another kind, and what succeeds keeps its exit code", () => {
    const fail = () => {
      throw new Error("a bug");
    };
    expect(() => written((streams) => reportFileErrors(fail, streams))).toThrow("a bug");
    expect(written((streams) => reportFileErrors(() => 3, streams))).toEqual({ result: 3, out: "", err: "" });
  });
});

describe("Text that is not ours", () => {
  const hostile = "a\r\nb\rc\u001b[1m <i>\"'&`|\u202e\ud800";

  it.each([
    ["a terminal", terminal, "a\nb\\rc\\u001b[1m <i>\"'&`|\\u202e\ufffd"],
    ["HTML", html, "a\nb\\rc\\u001b[1m &lt;i&gt;&quot;&#39;&amp;`|\\u202e\ufffd"],
    ["a chart", mermaid, "a b#92;rc#92;u001b[1m #60;i#62;#34;'#38;#96;|#92;u202e\ufffd"],
    [
      "a sentence",
      prose,
      "a b\\\\rc\\\\u001b\\[1m <code>&#60;</code>i<code>&#62;</code>\"'<code>&#38;</code>\\`\\|\\\\u202e\ufffd",
    ],
    ["a cell", code, "<code>a⏎b&#92;rc&#92;u001b&#91;1m &#60;i&#62;&#34;&#39;&#38;&#96;&#124;&#92;u202e\ufffd</code>"],
  ])("is shown in %s and does nothing there", (_, escape, shown) => {
    expect(escape(hostile)).toBe(shown);
  });

  it("cannot command a workflow, or end a block of code", () => {
    expect(workflowLog("::a\n \t::b::c\n##[d]\n#[e]")).toBe("\\u003a:a\n \t\\u003a:b::c\n\\u0023#[d]\n#[e]");
    expect(fence("a\n````\n", "hcl")).toBe("`````hcl\na\n````\n\n`````");
    expect(fence("a")).toBe("```\na\n```");
  });

  it("is shortened in the middle if it is long", () => {
    expect(code("x".repeat(160))).toBe(`\`${"x".repeat(160)}\``);
    expect(code(`a${"x".repeat(159)}b`)).toBe(`\`a${"x".repeat(79)} … ${"x".repeat(79)}b\``);
    expect([code(""), code(" "), code("\t")]).toEqual(['`""`', "`(blank)`", "`→`"]);
    expect(quote("x".repeat(60))).toBe(`"${"x".repeat(60)}"`);
    expect(quote(`a${"x".repeat(59)}b`)).toBe(`"a${"x".repeat(28)}…${"x".repeat(28)}b"`);
    expect(excerpt("abcdef", 5)).toBe("ab…ef");
  });

  it("is compared with the names that it may mean", () => {
    const names = ["dev", "staging", "prod"];
    expect(["dve", "DEV", "stagin", "dox", ""].map((each) => nearest(each, names))).toEqual([
      "dev",
      "dev",
      "staging",
      undefined,
      undefined,
    ]);
    expect(nearest("x".repeat(200), ["x".repeat(199)])).toBe("x".repeat(199));
    expect(nearest("x".repeat(201), ["x".repeat(200)])).toBe(undefined);
  });
});

describe("A place in a document", () => {
  const places = new Map([
    [pointer([]), { value: 0 }],
    [pointer(["a/b"]), { value: 9, key: 4 }],
    [pointer(["1"]), { value: 30, key: 20, keyIsNoText: true as const }],
  ]);
  const position = (offset: number) => ({ line: 1 + Math.floor(offset / 10), column: 1 + (offset % 10) });
  const document = new Located({}, places, "a.yaml", position);

  it("is that of the value, of its key or of what is around it, with the field's name", () => {
    expect(document.at(["a/b"])).toEqual({ file: "a.yaml", line: 1, column: 10, field: '["a/b"]' });
    expect(document.atKey(["a/b"])).toEqual({ file: "a.yaml", line: 1, column: 5, field: '["a/b"]' });
    expect(document.with([]).atKey(["1", "steps", 2, "name"])).toEqual({
      file: "a.yaml",
      line: 4,
      column: 1,
      field: "1.steps[2].name",
    });
    expect(document.at([])).toEqual({ file: "a.yaml", line: 1, column: 1 });
    expect(document.atOffset(["1"], 25)).toEqual({ file: "a.yaml", line: 3, column: 6, field: "1" });
    expect(["1", "a/b"].map((key) => document.isTextKey([key]))).toEqual([false, true]);
    expect(new Located({}, new Map(), "b.yaml", position).at(["x"])).toEqual({ file: "b.yaml", line: 1, column: 1 });
  });
});
