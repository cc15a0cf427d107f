import { type Resource, rowsOf } from "../resource";

export interface Topic {
  readonly name: string;
  readonly arn: string;
  readonly attributes: Map<string, string>;
  readonly tags: Map<string, string>;
}

export function newTopic(arn: string, attributes = new Map<string, string>(), tags = new Map<string, string>()): Topic {
  return { name: arn.split(":").at(-1) ?? "", arn, attributes, tags };
}

export interface Subscription {
  readonly arn: string;
  readonly topic: Topic;
  readonly protocol: string;
  readonly endpoint: string;
  readonly attributes: Map<string, string>;
}

export class SnsState {
  public readonly topics = new Map<string, Topic>();
  public readonly subscriptions = new Map<string, Subscription>();
  private numbered = 0;

  /** The last part of a subscription ARN. */
  public nextId(): string {
    return `00000000-0000-4000-8000-${String(++this.numbered).padStart(12, "0")}`;
  }

  public rows(region: string): Resource[] {
    const row = rowsOf("sns", region);
    return [
      ...[...this.topics.values()].map(({ name }) => row("topic", name)),
      ...[...this.subscriptions.values()].map((each) =>
        row("subscription", `${each.topic.name}/${each.endpoint}`, {
          state: isPending(each) ? "pending confirmation" : "confirmed",
        }),
      ),
    ];
  }
}

/** Confirmation requires a click on a link in an email, which does not happen here. */
export function isPending({ protocol }: Subscription): boolean {
  return protocol === "email" || protocol === "email-json";
}
