import { afterParent } from "@pipelines/image-definition/image-chains";
import { describeSchedule } from "@pipelines/image-checks/schedule";
import type { EnvironmentDescription, ImageDescription } from "@pipelines/image-definition/environment-description";

/** An image, or a parent that is not in the environment. */
export interface Node {
  readonly id: string;
  readonly title: string;
  /** The lines below the title: the stack if the image is in a group, then when it is built, one line per reason. */
  readonly lines: readonly string[];
  readonly foreign: boolean;
}

export interface Edge {
  readonly from: string;
  readonly to: string;
  /** Whether builds of the first image start builds of the second. */
  readonly follows: boolean;
}

export interface Graph {
  readonly title: string;
  readonly nodes: readonly Node[];
  readonly edges: readonly Edge[];
}

/** Returns a graph of which images in an environment are built on which, and when. */
export function graphOf({ environment, account, region, images }: EnvironmentDescription): Graph {
  const idOf = (kind: string, names: readonly string[], name: string) => `${kind}${names.indexOf(name)}`;
  const names = images.map(({ name }) => name);
  const foreign = [
    ...new Set(images.flatMap(({ parent, parentImage }) => (parent === undefined ? [parentImage] : []))),
  ];
  return {
    title: `${environment}, ${account} ${region}`,
    nodes: [
      ...foreign.map((title) => ({ id: idOf("p", foreign, title), title, lines: [], foreign: true })),
      ...images.map((image) => ({
        id: idOf("i", names, image.name),
        title: image.name,
        lines: [...(image.stack === environment ? [] : [`in ${image.stack}`]), ...whenBuilt(image)],
        foreign: false,
      })),
    ],
    edges: images.map(({ name, parent, parentImage, rebuiltWithParent }) => ({
      from: parent === undefined ? idOf("p", foreign, parentImage) : idOf("i", names, parent),
      to: idOf("i", names, name),
      follows: rebuiltWithParent,
    })),
  };
}

function whenBuilt({ enabled, schedule, parent, parentChannel, rebuiltWithParent }: ImageDescription): string[] {
  if (!enabled) return ["pipeline not enabled"];
  const lines = [
    ...(rebuiltWithParent && parent !== undefined ? [afterParent(parent, parentChannel)] : []),
    ...(schedule === null ? [] : [describeSchedule(schedule.expression, schedule.timezone)]),
  ];
  return lines.length === 0 ? ["by hand only"] : lines;
}
