import * as fs from "node:fs";
import * as path from "node:path";
import { App } from "cdktf";
import { TestEnvironment, testImage } from "@pipelines/testing/stack";
import { temporaryFolder } from "@pipelines/testing/temporary-folder";
import { main } from "../deployable-stacks-cli";

const base = testImage({}, "base");
const web = testImage({ parentImage: { image: "base" } }, "web");
const shop = testImage({ parentImage: { image: "web" } }, "shop");
const tools = testImage({ parentImage: { image: "base" } }, "tools");

/** Synth output for an environment with three groups. */
function synthesized(inTools: typeof tools): string {
  const outdir = temporaryFolder();
  const app = new App({ stackTraces: false, skipValidation: true, outdir });
  const groups = { web: { images: [web] }, tools: { images: [inTools] }, shop: { images: [shop] } };
  new TestEnvironment(app, { images: [base], groups });
  app.synth();
  return outdir;
}

function judged(args: readonly string[], change = tools): Readonly<Record<string, unknown>> & { readonly out: string } {
  const out = temporaryFolder();
  const write = jest.spyOn(process.stdout, "write").mockReturnValue(true);
  try {
    expect(main([synthesized(change), "--base", synthesized(tools), "--out", out, ...args])).toBe(0);
    const lines = write.mock.calls.map(([text]) => String(text).trimEnd().split("=", 2));
    return { ...Object.fromEntries(lines.map(([name = "", json = ""]) => [name, JSON.parse(json) as unknown])), out };
  } finally {
    write.mockRestore();
  }
}

const changed = testImage({ parentImage: { image: "base" }, containerTags: ["latest", "next"] }, "tools");
const wave = (...stacks: string[]) => stacks.map((stack) => expect.objectContaining({ stack }) as unknown);

describe("CI, for an environment with groups", () => {
  test("plans one group for a pull request that changes one team's images", () => {
    const { stacks, out } = judged([], changed);
    expect(stacks).toEqual([expect.objectContaining({ stack: "test-tools", verdict: "planned" })]);
    const verdicts = JSON.parse(fs.readFileSync(path.join(out, "verdicts.json"), "utf8")) as object;
    expect(
      Object.entries(verdicts).map(([stack, { verdict }]: [string, { verdict: string }]) => [stack, verdict]),
    ).toEqual([
      ["test", "unchanged"],
      ["test-shop", "unchanged"],
      ["test-tools", "planned"],
      ["test-web", "unchanged"],
    ]);
  });

  test("deploys one group after the merge, and nothing if nothing has changed", () => {
    expect(judged(["--deploy"], changed)["accounts"]).toEqual([
      expect.objectContaining({ environments: [{ environment: "test", waves: [wave("test-tools"), [], [], []] }] }),
    ]);
    expect(judged(["--deploy"])["accounts"]).toEqual([]);
  });

  test("deploys a whole environment or one group by hand, whatever has changed, in chain order", () => {
    expect(judged(["--deploy", "--all", "--only", "test"])["accounts"]).toEqual([
      expect.objectContaining({
        environments: [
          { environment: "test", waves: [wave("test"), wave("test-tools", "test-web"), wave("test-shop"), []] },
        ],
      }),
    ]);
    expect(judged(["--deploy", "--all", "--only", "test-shop"])["accounts"]).toEqual([
      expect.objectContaining({ environments: [{ environment: "test", waves: [wave("test-shop"), [], [], []] }] }),
    ]);
  });
});
