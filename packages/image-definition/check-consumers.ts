import { type At, error, type Finding } from "@pipelines/findings/finding";
import { checkAccountId } from "@pipelines/image-checks/names";
import { quote } from "@pipelines/findings/text";
import type { Consumers } from "./image-definition";

/** https://docs.aws.amazon.com/organizations/latest/APIReference/API_Organization.html */
const organization = /^o-[a-z0-9]{10,32}$/;
/** https://docs.aws.amazon.com/organizations/latest/APIReference/API_OrganizationalUnit.html */
const unitPath = /^o-[a-z0-9]{10,32}\/r-[0-9a-z]{4,32}(?:\/ou-[0-9a-z]{4,32}-[a-z0-9]{8,32})+$/;

/** Checks who may pull. Only ids are accepted, so an image cannot be shared with everybody. */
export function checkConsumers(consumers: Consumers | undefined, at: At): Finding[] {
  if (consumers === undefined) return [];
  const each = (kind: "accounts" | "organizations" | "organizationalUnits", check: typeof checkAccountId): Finding[] =>
    consumers[kind].flatMap((value, index, all) => {
      const here = { ...at, field: `${at.field ?? "consumers"}.${kind}[${index}]` };
      if (all.indexOf(value) === index) return check(value, here);
      return [error(here, "IB-CONSUMER-TWICE", { found: `${quote(value)} a second time`, allowed: "once" })];
    });
  return [
    ...each("accounts", checkAccountId),
    ...each("organizations", checkOrganization),
    ...each("organizationalUnits", checkOrganizationalUnit),
  ];
}

function checkOrganization(value: string, at: At): Finding[] {
  if (organization.test(value)) return [];
  const allowed = "the id of an organization, such as o-a1b2c3d4e5";
  return [error(at, "IB-ORGANIZATION", { found: `the organization ${quote(value)}`, allowed })];
}

function checkOrganizationalUnit(value: string, at: At): Finding[] {
  if (unitPath.test(value)) return [];
  const trimmed = value.replace(/\/\*?$/, "");
  return [
    error(at, "IB-ORGANIZATIONAL-UNIT", {
      found: `the organizational unit ${quote(value)}`,
      allowed:
        "its full path starting with the organization, such as o-a1b2c3d4e5/r-ab12/ou-ab12-11112222; this includes the units below it",
      fix: unitPath.test(trimmed) ? `write "${trimmed}"` : undefined,
    }),
  ];
}
