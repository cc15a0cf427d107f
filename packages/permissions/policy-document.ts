/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html */
export interface PolicyDocument {
  readonly Version: "2012-10-17";
  readonly Statement: readonly Statement[];
}

export interface Statement {
  readonly Sid: string;
  readonly Effect: "Allow" | "Deny";
  readonly Action: readonly string[];
  readonly Resource: readonly string[];
  readonly Condition?: Condition;
}

/** Operators, keys and values. */
export type Condition = Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;

/** Removes duplicates and sorts by code units, so that the result is the same on every machine. */
export function sorted(words: Iterable<string>): string[] {
  return [...new Set(words)].sort();
}

/** ARN patterns, in which each `*` stands for any characters. */
export class ArnPatterns {
  private readonly texts: ReadonlySet<string>;
  private readonly wildcards: readonly RegExp[];

  public constructor(patterns: Iterable<string>) {
    this.texts = new Set(patterns);
    this.wildcards = [...this.texts].filter((pattern) => pattern.includes("*")).map(regexOf);
  }

  /** Whether these patterns cover an ARN, or everything that an ARN pattern stands for. */
  public include(arn: string): boolean {
    return this.texts.has(arn) || this.wildcards.some((wildcard) => wildcard.test(arn));
  }
}

function regexOf(pattern: string): RegExp {
  return new RegExp(`^${pattern.replaceAll(/[\\^$.+?()[\]{}|]/g, "\\$&").replaceAll("*", ".*")}$`, "s");
}
