import { type At, error, type Finding } from "./finding";
import { nearest } from "./nearest";
import { quote } from "./text";

/** An IANA time zone of 3 to 100 characters, such as `Europe/Berlin`; `UTC` and links such as `US/Eastern` too. */
export function checkTimeZone(value: string, at: At): Finding[] {
  if (value.length >= 3 && value.length <= 100 && /^[A-Za-z]/.test(value) && isKnown(value)) return [];
  const near = nearest(value, Intl.supportedValuesOf("timeZone"));
  return [
    error(at, "IB-TIMEZONE", {
      found: `the time zone ${quote(value)}`,
      allowed: "an IANA name, such as UTC or Europe/Berlin",
      ...(near === undefined ? {} : { fix: `write ${near}` }),
    }),
  ];
}

function isKnown(timeZone: string): boolean {
  // A formatter takes ten times as long to make, but knows the links too, such as US/Eastern.
  if (timeZone === "UTC" || Intl.supportedValuesOf("timeZone").includes(timeZone)) return true;
  try {
    new Intl.DateTimeFormat("en", { timeZone });
    return true;
  } catch {
    return false;
  }
}
