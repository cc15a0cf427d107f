import { count } from "@pipelines/findings/text";
import type { RegionalTag } from "./further-regions";
import { shortDigest } from "./repository";
import type { EnvironmentStatus, ImageStatus, TagStatus } from "./status";
import { columns, findingsText, megabytes, moment, span } from "./words";

/** Formats the status for people to read in a terminal. */
export function statusText({ environment, account, region, at, images, calls }: EnvironmentStatus): string {
  const problems = images.flatMap((image) => image.problems).filter(({ severity }) => severity === "error").length;
  const head = `${environment}  ${account} ${region}  ${count(images.length, "image")}, ${problems === 0 ? "no problems" : count(problems, "problem")} (${count(calls, "call")})`;
  const isGrouped = images.some(({ stack }) => stack !== environment);
  return [head, ...images.flatMap((image) => ["", ...imageText(image, new Date(at), isGrouped)])].join("\n");
}

function imageText(image: ImageStatus, now: Date, isGrouped: boolean): string[] {
  const { version, lastBuild: build } = image;
  const deployed = version.deployed === version.defined ? "deployed" : `deployed: ${version.deployed ?? "nothing"}`;
  const took = build?.minutes === undefined ? "" : `, ${build.minutes} min`;
  return [
    `${image.name}  ${image.uri}`,
    ...columns(
      [
        ...(isGrouped ? [["stack", image.stack]] : []),
        ["version", `${version.defined}, ${deployed}`],
        ["pipeline", [image.pipeline, ...nextBuilds(image)].join(", ")],
        [
          "last build",
          build === undefined
            ? "none for this version"
            : `${build.build} ${build.state}, ${moment(build.started)}${took}`,
        ],
        ["parent", `${image.parent.image}${image.parent.isNewer === false ? ", up to date" : ""}`],
      ],
      "  ",
    ),
    ...columns(
      image.tags.flatMap((tag) => [tagRow(tag, now), ...tag.regions.map(regionRow)]),
      "  ",
    ),
    ...image.tags.flatMap(({ tag, isBuild }) => (isBuild ? [`  docker pull ${image.uri}:${tag}`] : [])),
    ...image.problems.map(({ severity, text }) => `  ${severity === "error" ? "✗" : "!"} ${text}`),
  ];
}

/** When the image is next built: one string per reason. */
export function nextBuilds({ follows, nextRun }: ImageStatus): string[] {
  return [
    ...(follows === undefined ? [] : [`built ${follows}`]),
    ...(nextRun === undefined ? [] : [`next run ${moment(nextRun)}`]),
  ];
}

function regionRow({ region, build, digest, state }: RegionalTag): string[] {
  const image = digest === undefined ? ["nowhere", ""] : [build === digest ? "" : (build ?? ""), shortDigest(digest)];
  return [`  in ${region}`, ...image, state];
}

function tagRow({ tag, isChannel, isBuild, image, promoted }: TagStatus, now: Date): string[] {
  const name = isChannel ? `${tag} (channel)` : isBuild ? `${tag} (newest build)` : tag;
  if (image === undefined) return [name, "nowhere"];
  const before = promoted?.before === undefined ? "" : `, before: ${promoted.before}`;
  return [
    name,
    image.build === image.digest ? "" : image.build,
    shortDigest(image.digest),
    `${span(now.getTime() - Date.parse(image.pushed))} old`,
    megabytes(image.size),
    findingsText(image.findings),
    promoted === undefined ? "" : `promoted ${moment(promoted.at)} by ${promoted.by}${before}`,
  ];
}
