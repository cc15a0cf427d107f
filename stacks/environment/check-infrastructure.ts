import { checkTopicArn } from "@pipelines/image-checks/arns";
import { type At, error, type Finding } from "@pipelines/findings/finding";
import { quote } from "@pipelines/findings/text";
import type { Place } from "../../constructs/place";
import type { ResolvedSettings } from "./environment-settings";

/** Checks the build instances' settings: placement, key pair, and Image Builder's own topic. */
export function checkInfrastructure(settings: ResolvedSettings, place: Place, file: string): Finding[] {
  const at = (field: string): At => ({ file, field });
  const { placement, keyPair, snsTopicArn } = settings;
  return [
    ...(placement === undefined ? [] : checkPlacement(placement, place, at)),
    ...(keyPair === undefined || /^[\x20-\x7e]{1,255}$/.test(keyPair)
      ? []
      : [error(at("keyPair"), "IB-KEY-PAIR", { found: quote(keyPair), allowed: "the name of an EC2 key pair" })]),
    ...checkEncryptionKey(settings, place, at("encryptionKey")),
    ...(snsTopicArn === undefined ? [] : checkTopicArn(snsTopicArn, place, at("snsTopicArn"))),
  ];
}

function checkPlacement(
  { tenancy, availabilityZone, hostId, hostResourceGroupArn }: NonNullable<ResolvedSettings["placement"]>,
  { partition, region }: Place,
  at: (field: string) => At,
): Finding[] {
  const findings: Finding[] = [];
  const wrong = (field: string, found: string, allowed: string): void => {
    findings.push(error(at(`placement.${field}`), "IB-PLACEMENT", { found, allowed }));
  };
  if (availabilityZone !== undefined && !new RegExp(`^${region}(?:[a-z]|-[a-z0-9-]+[a-z])$`).test(availabilityZone)) {
    wrong("availabilityZone", quote(availabilityZone), `a zone in ${region}, such as ${region}a`);
  }
  if (hostId !== undefined && !/^h-[0-9a-f]{8,17}$/.test(hostId)) {
    wrong("hostId", quote(hostId), "the ID of a Dedicated Host, such as h-0123456789abcdef0");
  }
  const groups = `arn:${partition}:resource-groups:${region}:`;
  if (hostResourceGroupArn !== undefined && !hostResourceGroupArn.startsWith(groups)) {
    const allowed = `the ARN of a host resource group in ${region}, ${groups}…:group/<name>`;
    wrong("hostResourceGroupArn", quote(hostResourceGroupArn), allowed);
  }
  const [host, ...more] = [
    ...(hostId === undefined ? [] : ["hostId"]),
    ...(hostResourceGroupArn === undefined ? [] : ["hostResourceGroupArn"]),
  ];
  if (host !== undefined && tenancy !== "host") wrong("tenancy", `${host} with the tenancy ${tenancy}`, "host");
  if (more.length > 0) wrong("hostId", "hostId together with hostResourceGroupArn", "one of them");
  return findings;
}

/** Services need the key itself, not an alias, in their own region. */
function checkEncryptionKey(settings: ResolvedSettings, { partition, region }: Place, at: At): Finding[] {
  const { encryptionKey: key, images } = settings;
  if (key === undefined) return [];
  const [, ofPartition, , ofRegion, , resource = ""] = key.split(":");
  const example = `arn:${partition}:kms:${region}:123456789012:key/…`;
  if (
    !/^arn:aws(?:-[a-z]+)*:kms:[a-z0-9-]+:\d{12}:key\/(?:mrk-[0-9a-f]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.test(
      key,
    )
  ) {
    return [error(at, "IB-ENCRYPTION-KEY", { found: quote(key), allowed: `the ARN of a key, ${example}` })];
  }
  if (ofPartition !== partition || ofRegion !== region) {
    return [error(at, "IB-ENCRYPTION-KEY", { found: quote(key), allowed: `a key in ${region}, ${example}` })];
  }
  const further = new Set([...settings.regions, ...images.flatMap(({ regions = [] }) => regions)]);
  if (further.size === 0 || resource.startsWith("key/mrk-")) return [];
  const allowed = "a multi-Region key (key/mrk-…) with a replica in each additional region";
  return [error(at, "IB-ENCRYPTION-KEY", { found: `${quote(key)}, which is in one region only`, allowed })];
}
