import { type At, error, type Finding } from "@pipelines/findings/finding";
import { nearest } from "@pipelines/findings/nearest";
import { quote } from "@pipelines/findings/text";

/**
 * Checks that a time zone is an IANA name of 3 to 100 characters, such as `Europe/Berlin`. `UTC` and links such as
 * `US/Eastern` are accepted.
 *
 * Names are case-sensitive, although Node's own lookup is not.
 */
export function checkTimeZone(value: string, at: At): Finding[] {
  const zones = Intl.supportedValuesOf("timeZone");
  if (value === "UTC" || zones.includes(value)) return [];
  const sameLetters = zones.find((zone) => zone.toLowerCase() === value.toLowerCase());
  if (sameLetters === undefined && value.length >= 3 && value.length <= 100 && isLink(value)) return [];
  const near = sameLetters ?? nearest(value, [...zones, "UTC"]);
  return [
    error(at, "IB-TIMEZONE", {
      found: `the time zone ${quote(value)}`,
      allowed: "an IANA name with its exact capitalization, such as UTC or Europe/Berlin",
      ...(near === undefined ? {} : { fix: `write ${near}` }),
    }),
  ];
}

/**
 * Whether this is an alias of a time zone, such as `US/Eastern` or `Etc/GMT+5`, which Node accepts but does not list.
 * Each part starts with a capital letter, and words are not all caps.
 */
function isLink(timeZone: string): boolean {
  const parts = timeZone.split("/");
  const wellWritten = parts.every((part) => /^[A-Z]/.test(part) && (parts.length === 1 || !/[A-Z]{4}/.test(part)));
  if (!wellWritten) return false;
  try {
    new Intl.DateTimeFormat("en", { timeZone });
    return true;
  } catch {
    return false;
  }
}
