package dev.cutover.junit;

import dev.cutover.record.run.RunDirectory;
import dev.cutover.record.verdict.VerdictReport;

/**
 * What a rehearsal came to.
 *
 * @param report everything in {@code verdict.json}
 * @param run the evidence and the reports
 */
public record RehearsalVerdict(VerdictReport report, RunDirectory run) {}
