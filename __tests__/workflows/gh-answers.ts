import { execFileSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import type { GhEnded } from "@pipelines/plan-review/github/api";

/**
 * The fake `gh`'s answers, which the test puts in its folder. `--jq` is evaluated with the real jq, which uses the same
 * language.
 */
export function answerGh(home: string, [command, ...args]: readonly string[]): GhEnded {
  const ended = (stdout: string, status = 0, stderr = ""): GhEnded => ({ status, stdout, stderr });
  const option = (name: string) => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined);
  if (command === "run") {
    const from = path.join(home, "artifacts", args[1] ?? "", option("--name") ?? "");
    if (!fs.existsSync(from)) return ended("", 1);
    fs.cpSync(from, option("--dir") ?? "", { recursive: true });
    return ended("");
  }
  const method = option("--method") ?? "GET";
  const url = args.find((arg) => arg.startsWith("repos/"));
  const file = option("--field")?.replace(/^body=@/, "");
  const fields = args.flatMap((arg, at) => {
    const [, name = "", value] = /^([^=]*)=([^]*)$/.exec(args[at + 1] ?? "") ?? [];
    return arg === "--raw-field" ? [[name, value] as const] : [];
  });
  const sent = fields.length === 0 ? undefined : JSON.stringify(Object.fromEntries(fields));
  const body = file === undefined ? sent : fs.readFileSync(file, "utf8");
  fs.appendFileSync(path.join(home, "asked"), `${JSON.stringify({ method, path: url, body })}\n`);
  const answers = JSON.parse(fs.readFileSync(path.join(home, "answers.json"), "utf8")) as Record<string, unknown>;
  const answer = answers[`${method} ${url}`];
  if (answer === undefined) return ended("", 1, `HTTP 404 ${url}\n`);
  if (answer === null) return ended("", 1, `HTTP 500 ${url}\n`);
  if (args.includes("--silent")) return ended("");
  const [text, jq] = [JSON.stringify(answer), option("--jq")];
  // The commands only select the elements of a list, so no process is needed.
  if (jq === ".[] | tojson" && Array.isArray(answer)) {
    return ended(answer.map((one) => `${JSON.stringify(one)}\n`).join(""));
  }
  return ended(jq === undefined ? text : execFileSync("jq", ["-r", jq], { input: text, encoding: "utf8" }));
}

if (require.main === module) {
  const { status, stdout, stderr } = answerGh(process.env["FAKE_GH"] ?? "", process.argv.slice(2));
  process.stdout.write(stdout);
  process.stderr.write(stderr);
  process.exitCode = status ?? 1;
}
