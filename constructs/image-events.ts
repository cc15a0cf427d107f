import type { Place } from "./place";
import { eventRuleName, namePrefix } from "@pipelines/image-definition/full-names";

/** Image states that can be reported. */
type NotifiedState = "FAILED" | "AVAILABLE" | "CANCELLED";

/** Which Image Builder events to report. */
export interface NotifiedEvents {
  readonly states: readonly NotifiedState[];
  /** Whether to report pipelines that Image Builder disables because their scheduled builds fail. */
  readonly disabledPipelines: boolean;
  /** Lowest severity of scan findings to report. @default none */
  readonly findings?: "critical" | "high" | "medium" | undefined;
}

/** An event and its rule. */
export interface ImageEvent {
  /** First part of the ids of its resources. */
  readonly id: string | undefined;
  /** The rule's description. */
  readonly name: string;
  readonly description: string;
  readonly pattern: object;
  /** The sentence that people receive. */
  readonly sentence: { readonly inputPaths: Record<string, string>; readonly inputTemplate: string };
}

/**
 * Returns the chosen events, for this environment's images only. Events contain ARNs, with lowercase names, but no
 * tags. https://docs.aws.amazon.com/imagebuilder/latest/userguide/integ-eventbridge.html
 */
export function imageEvents(place: Place, { states, disabledPipelines, findings }: NotifiedEvents): ImageEvent[] {
  const { environment, account, region, partition } = place;
  const pattern = (type: string, kind: string, detail?: object): object => ({
    source: ["aws.imagebuilder"],
    "detail-type": [`EC2 Image Builder ${type}`],
    resources: [{ prefix: `arn:${partition}:imagebuilder:${region}:${account}:${kind}/${namePrefix(place)}` }],
    ...(detail && { detail }),
  });
  const found: ImageEvent[] = [];
  if (states.length > 0) {
    found.push({
      id: undefined,
      name: eventRuleName(place, "image-builds"),
      description: `Builds of ${environment} that are ${states.join(", ")}`,
      pattern: pattern("Image State Change", "image", { state: { status: states } }),
      sentence: {
        inputPaths: { image: "$.resources[0]", status: "$.detail.state.status", reason: "$.detail.state.reason" },
        inputTemplate: '"<image> is <status>. <reason>"',
      },
    });
  }
  if (disabledPipelines) {
    found.push({
      id: "disabled",
      name: eventRuleName(place, "disabled-pipelines"),
      description: `Pipelines of ${environment} that Image Builder switched off`,
      pattern: pattern("Image Pipeline Automatically Disabled", "image-pipeline"),
      sentence: {
        inputPaths: { pipeline: "$.resources[0]", failures: "$.detail.consecutive-failures" },
        inputTemplate:
          '"<pipeline> was switched off after <failures> failed builds in a row. Fix the build, then deploy: that switches it on again."',
      },
    });
  }
  if (findings !== undefined) {
    const counts = "$.detail.finding-severity-counts";
    found.push({
      id: "findings",
      name: eventRuleName(place, "image-findings"),
      description: `Scans of images of ${environment} with findings: ${severities(findings).join(", ")}`,
      pattern: pattern("CVE Detected", "image", { "finding-severity-counts": anyOf(severities(findings)) }),
      sentence: {
        inputPaths: {
          image: "$.resources[0]",
          critical: `${counts}.critical`,
          high: `${counts}.high`,
          medium: `${counts}.medium`,
        },
        inputTemplate: '"The scan of <image> has <critical> critical, <high> high and <medium> medium findings."',
      },
    });
  }
  return found;
}

function severities(least: "critical" | "high" | "medium"): string[] {
  const all = ["critical", "high", "medium"];
  return all.slice(0, all.indexOf(least) + 1);
}

/** This event follows every scan, even one without findings. */
function anyOf(fields: readonly string[]): object {
  const found = fields.map((field) => ({ [field]: [{ numeric: [">", 0] }] }));
  return found.length === 1 ? (found[0] ?? {}) : { $or: found };
}
