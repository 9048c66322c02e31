package dev.cutover.reports;

import dev.cutover.record.run.RunDirectory;
import dev.cutover.record.verdict.CounterExample;
import dev.cutover.record.verdict.Finding;
import dev.cutover.record.verdict.VerdictReport;
import dev.cutover.reports.sample.SampleRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A run in which every text that can be chosen from outside tries to be markup. */
final class Hostile {
    static final String TEXT = "</style><script>alert(1)</script>\"'&amp; ]]> | `x` @all \u0001 <b>é</b>";
    static final String AS_SHOWN = TEXT.replace('\u0001', '\uFFFD');

    private Hostile() {}

    static RunDirectory run(Path directory) throws IOException {
        VerdictReport plain = SampleRun.noGoVerdict();
        VerdictReport.Run run = plain.run();
        return SampleRun.judged(
                directory,
                new VerdictReport(
                        plain.schema(),
                        plain.verdict(),
                        plain.exitCode(),
                        TEXT,
                        new VerdictReport.Run(TEXT, TEXT, 42, TEXT, TEXT, TEXT, null, TEXT, run.machine()),
                        TEXT,
                        plain.findings().stream().map(Hostile::finding).toList(),
                        plain.gates().stream().map(Hostile::gate).toList(),
                        List.of(new VerdictReport.NotExamined(TEXT, TEXT)),
                        plain.figures(),
                        plain.phases().stream().map(Hostile::phase).toList(),
                        plain.faults().stream().map(Hostile::fault).toList(),
                        plain.hazards()));
    }

    private static Finding finding(Finding f) {
        List<CounterExample> examples = f.examples().stream()
                .map(unused -> new CounterExample(TEXT, Map.of(TEXT, TEXT)))
                .toList();
        return new Finding(f.checker(), TEXT, f.result(), f.examined(), f.violations(), TEXT, examples, List.of(TEXT));
    }

    private static VerdictReport.Gate gate(VerdictReport.Gate gate) {
        return new VerdictReport.Gate(gate.gate(), gate.phase(), gate.result(), TEXT, TEXT, TEXT);
    }

    private static VerdictReport.Phase phase(VerdictReport.Phase p) {
        return new VerdictReport.Phase(
                TEXT,
                p.index(),
                p.beginNs(),
                p.endNs(),
                p.operations(),
                p.ok(),
                p.refused(),
                p.unknown(),
                p.perSecond(),
                p.p50Ms(),
                p.p99Ms(),
                p.maxMs());
    }

    private static VerdictReport.Fault fault(VerdictReport.Fault f) {
        return new VerdictReport.Fault(
                f.id(), TEXT, f.target(), TEXT, f.injectedNs(), f.healedNs(), f.verified(), TEXT, f.touched());
    }
}
