/**
 * Tracks what Terraform is working on, according to its output: `aws_iam_role.build: Creating...`, `… Creation complete
 * after 2s`.
 */
export class TerraformWork {
  private readonly running = new Set<string>();
  private line = "";

  /** Reads the next piece of output, which may end in the middle of a line. */
  public read(text: string): void {
    const lines = (this.line + text).split("\n");
    this.line = lines.pop() ?? "";
    for (const line of lines) {
      const [, address = "", what = ""] = /\b(aws_\w+\.\w+)\b.*: (\w+(?: complete after|\.\.\.))/.exec(line) ?? [];
      if (what.endsWith("after")) this.running.delete(address);
      else if (/^(Creating|Modifying|Destroying)/.test(what)) this.running.add(address);
    }
  }

  /** Describes the current work; undefined if Terraform has not mentioned any. */
  public current(): string | undefined {
    const [first, ...others] = this.running;
    if (first === undefined) return undefined;
    return others.length === 0 ? first : `${first} and ${others.length} more`;
  }
}
