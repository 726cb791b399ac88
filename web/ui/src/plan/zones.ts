/** The time zones one may choose from. */

/** Browsers leave UTC out; and what is set now may be a name this browser does not use. */
export function zonesWith(zone: string): string[] {
  return [...new Set([zone, "UTC", ...Intl.supportedValuesOf("timeZone")])].sort();
}
