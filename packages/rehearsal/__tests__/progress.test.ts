import { Progress } from "../progress";
import { TerraformWork } from "../terraform-work";

describe("The progress of a rehearsal", () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  /** The printed lines, each with the second at which it was printed. */
  function recorded() {
    const started = Date.now();
    const lines: string[] = [];
    const progress = new Progress((text) => {
      const seconds = Math.round((Date.now() - started) / 1000);
      for (const line of text.trimEnd().split("\n")) lines.push(`${seconds}: ${line.trim()}`);
    });
    return { progress, lines };
  }

  it("is never silent for ten seconds, and says what it is waiting for", () => {
    const { progress, lines } = recorded();
    progress.step("Deploy");
    jest.advanceTimersByTime(21_000);
    progress.waitFor(() => "aws_iam_role.build");
    jest.advanceTimersByTime(8_000);
    progress.detail("+ role");
    jest.advanceTimersByTime(8_000);
    progress.step("Destroy");
    jest.advanceTimersByTime(9_000);
    progress.rest();
    jest.advanceTimersByTime(60_000);
    expect(lines).toEqual([
      "0: [  0.0 s] Deploy",
      "9: … 9.0 s: waiting for the end of this step: Deploy",
      "18: … 18.0 s: waiting for the end of this step: Deploy",
      "27: … 27.0 s: waiting for aws_iam_role.build",
      "29: + role",
      "37: [ 37.0 s] Destroy",
      "46: … 9.0 s: waiting for the end of this step: Destroy",
    ]);
  });

  it("sums up how long each step took, and how long it made no calls", () => {
    const { progress } = recorded();
    progress.step("Deploy");
    for (const wait of [500, 3_000, 900]) {
      jest.advanceTimersByTime(wait);
      progress.call();
    }
    jest.advanceTimersByTime(2_000);
    progress.step("Destroy");
    jest.advanceTimersByTime(800);
    expect(progress.summary()).toEqual([
      ["STEP", "TIME", "NO CALL TO AWS"],
      ["Deploy", "6.4 s", "5.0 s"],
      ["Destroy", "0.8 s", "0.0 s"],
      ["all", "7.2 s"],
    ]);
    progress.rest();
  });

  it("recognizes what Terraform is working on from its output", () => {
    const work = new TerraformWork();
    expect(work.current()).toBeUndefined();
    work.read("test  aws_iam_role.build_role_1A2B (build/role): Creating...\ntest  aws_s3_bucket.logs: Modif");
    expect(work.current()).toBe("aws_iam_role.build_role_1A2B");
    work.read("ying... [id=logs]\ntest  aws_s3_bucket.old: Still creating... [10s elapsed]\n");
    expect(work.current()).toBe("aws_iam_role.build_role_1A2B and 1 more");
    work.read("test  aws_iam_role.build_role_1A2B (build/role): Creation complete after 2s [id=x]\n");
    expect(work.current()).toBe("aws_s3_bucket.logs");
    work.read("aws_s3_bucket.logs: Modifications complete after 1s\n");
    expect(work.current()).toBeUndefined();
  });
});
