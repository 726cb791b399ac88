import assert from "node:assert/strict";
import { test } from "node:test";
import { daysBetween, daysLater, instantOf, localOf, monthStart } from "../src/studio/phases/days";
import { barsOf, daysOf, rowsOf, shareOf, shifted, spanOf, standingOf, type Dated } from "../src/studio/phases/timeline";

const PARIS = "Europe/Paris";
const at = (local: string): number => instantOf(local, PARIS) ?? NaN;
const NOW = at("2026-05-12T12:00");

function phase(id: string, from: string | null, to: string | null = null, track = "main"): Dated {
  return { id, track, starts_at: from === null ? null : at(from), ends_at: to === null ? null : at(to) };
}

test("a date goes to an instant and back, in summer and in winter", () => {
  for (const local of ["2026-01-15T18:30", "2026-07-15T18:30", "2026-10-25T01:30", "2026-10-25T04:00"])
    assert.equal(localOf(at(local), PARIS), local);
  assert.equal(new Date(at("2026-07-15T18:30")).toISOString(), "2026-07-15T16:30:00.000Z");
  assert.equal(instantOf("", PARIS), undefined);
});

test("an hour that a change of clocks skips is taken as the one after it", () => {
  assert.equal(localOf(at("2026-03-29T02:30"), PARIS), "2026-03-29T03:30");
});

test("a day later is the same hour across a change of clocks", () => {
  assert.equal(localOf(daysLater(at("2026-03-28T18:30"), 1, PARIS), PARIS), "2026-03-29T18:30");
  assert.equal(localOf(daysLater(at("2026-10-31T18:30"), -7, PARIS), PARIS), "2026-10-24T18:30");
  assert.equal(daysBetween(at("2026-03-28T23:00"), at("2026-03-30T01:00"), PARIS), 2);
});

test("a line of whole months lies around all that is dated", () => {
  const span = spanOf([phase("a", "2026-03-02", "2026-04-05"), phase("b", "2026-09-01", "2026-09-20")], NOW, PARIS);
  assert.equal(localOf(span.from, PARIS), "2026-03-01T00:00");
  assert.equal(span.months[0], span.from);
  assert.equal(span.months[6], monthStart(at("2026-09-10"), PARIS));
  assert.equal(shareOf(span.from, span), 0);
  assert.ok(shareOf(at("2026-09-20"), span) < 1);
});

test("without a date the line begins with this month", () => {
  const span = spanOf([phase("a", null)], NOW, PARIS);
  assert.equal(localOf(span.from, PARIS), "2026-05-01T00:00");
  assert.equal(span.months.length, 3);
});

test("phases follow one another in a row, and parallel tracks take rows of their own", () => {
  const phases = [
    phase("listen", "2026-03-02", "2026-04-05"),
    phase("imagine", "2026-05-01", "2026-06-30"),
    phase("ideas", "2026-05-01", "2026-08-31", "writing"),
    phase("undated", null),
  ];
  const bars = barsOf(phases, spanOf(phases, NOW, PARIS), NOW);
  assert.deepEqual(bars.map((bar) => [bar.phase.id, bar.row, bar.standing]), [
    ["listen", 0, "past"],
    ["imagine", 0, "now"],
    ["ideas", 1, "now"],
  ]);
  assert.equal(rowsOf(bars), 2);
});

test("two short phases whose words would lie on one another take two rows", () => {
  const phases = [phase("monday", "2026-06-01", "2026-06-02"), phase("tuesday", "2026-06-02", "2026-06-03")];
  assert.equal(rowsOf(barsOf(phases, spanOf(phases, NOW, PARIS), NOW)), 2);
});

test("a phase without an end lasts until the line does", () => {
  const phases = [phase("open", "2026-05-01")];
  const [bar] = barsOf(phases, spanOf(phases, NOW, PARIS), NOW);
  assert.equal((bar?.start ?? 0) + (bar?.size ?? 0), 1);
  assert.equal(standingOf(phase("open", "2026-05-01"), at("2030-01-01")), "now");
});

test("a drag moves a phase by days, as a whole or by one end", () => {
  const given = phase("a", "2026-03-20T18:30", "2026-04-05T18:30");
  const local = ({ starts_at, ends_at }: { starts_at: number; ends_at: number | null }): string[] =>
    [starts_at, ends_at ?? 0].map((each) => localOf(each, PARIS));
  assert.deepEqual(local(shifted(given, "both", 14, PARIS)), ["2026-04-03T18:30", "2026-04-19T18:30"]);
  assert.deepEqual(local(shifted(given, "start", -2, PARIS)), ["2026-03-18T18:30", "2026-04-05T18:30"]);
  assert.deepEqual(local(shifted(given, "end", 1, PARIS)), ["2026-03-20T18:30", "2026-04-06T18:30"]);
});

test("one end of a phase never passes the other", () => {
  const given = phase("a", "2026-03-20T18:30", "2026-03-25T18:30");
  assert.equal(localOf(shifted(given, "start", 90, PARIS).starts_at, PARIS), "2026-03-24T18:30");
  assert.equal(localOf(shifted(given, "end", -90, PARIS).ends_at ?? 0, PARIS), "2026-03-21T18:30");
});

test("a drag over a share of the line is so many days", () => {
  const span = { from: 0, to: 200 * 86_400_000, months: [] };
  assert.equal(daysOf(0.1, span), 20);
  assert.equal(daysOf(-0.012, span), -2);
});
