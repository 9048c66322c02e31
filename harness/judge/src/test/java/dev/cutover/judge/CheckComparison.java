package dev.cutover.judge;

import dev.cutover.record.evidence.HistoryColumns;
import dev.cutover.record.journal.ServedBy;
import dev.cutover.record.verdict.Finding;
import dev.cutover.record.verdict.Result;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How long our checkers take for a right history, and what they see in wrong ones; and the same histories as files, for Porcupine. A history is
 * written as it is, and without the writes of unknown outcome that took no effect, which only a simulation knows.
 */
final class CheckComparison {
    private static final int RIGHT = 1_000_000;
    private static final int WRONG = 20_000;
    private static final int UNANSWERED = -1;

    private CheckComparison() {}

    /** A change of what a run has seen, before its history is made and after. */
    private record Wrong(String name, Consumer<LargeLoad> load, Consumer<LargeRun> run) {}

    private static final List<Wrong> WRONGS = List.of(
            new Wrong("read-is-older", load -> load.columns.version[readAfter(load)]--, run -> {}),
            new Wrong("read-was-never-written", load -> load.columns.version[lastRead(load)] += 5, run -> {}),
            new Wrong("answered-by-the-other-side", CheckComparison::otherSide, run -> {}),
            new Wrong("lost-in-new", load -> {}, run -> run.lost = placed(run.load)),
            new Wrong("applied-twice-in-old", load -> {}, run -> run.twice = placed(run.load)),
            new Wrong("held-other-than-asked", load -> {}, run -> run.altered = placed(run.load)));

    /** Give a directory, which gets the histories; what we find is printed. */
    public static void main(String[] args) throws IOException {
        Path directory = Path.of(args[0]);
        LargeLoad load = new LargeLoad(RIGHT);
        write(directory.resolve("right.tsv"), load, i -> load.effectNs[i] != LargeLoad.NEVER);
        write(directory.resolve("unresolved.tsv"), load, i -> true);
        Map<String, Double> seconds = CheckBenchmark.least(new LargeRun(load).evidence());
        double order = seconds.getOrDefault("order-per-key", 0.0) + seconds.getOrDefault("freshness", 0.0);
        line("right: order-per-key, freshness", "PASS", order);
        line("right: all checkers", "PASS", seconds.getOrDefault("all", 0.0));
        for (Wrong wrong : WRONGS) {
            LargeLoad changed = new LargeLoad(WRONG);
            wrong.load().accept(changed);
            write(directory.resolve(wrong.name() + ".tsv"), changed, i -> changed.effectNs[i] != LargeLoad.NEVER);
            LargeRun run = new LargeRun(changed);
            wrong.run().accept(run);
            line(wrong.name(), seen(run), 0);
        }
    }

    private static void line(String name, String found, double seconds) {
        System.out.printf("ours       %-32s %-8.3f %s%n", name, seconds, found);
    }

    private static String seen(LargeRun run) {
        String seen = Judge.findings(run.evidence(), Checkers.all()).stream()
                .filter(finding -> finding.result() == Result.FAIL)
                .map(Finding::checker)
                .collect(Collectors.joining(", "));
        return seen.isEmpty() ? "PASS" : "FAIL: " + seen;
    }

    // Refused operations are left out: they took no effect, and answer with no version.
    private static void write(Path file, LargeLoad load, IntPredicate known) throws IOException {
        HistoryColumns columns = load.columns;
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
            for (int i = 0; i < load.operations; i++) {
                boolean write = columns.kind[i] != LargeLoad.READ;
                boolean ok = ok(load, i);
                if (ok || (write && columns.outcome[i] != HistoryColumns.REFUSED && known.test(i))) {
                    out.printf(
                            "%d\t%d\t%d\t%d\t%d\t%d%n",
                            columns.key[i],
                            columns.process[i],
                            write ? 1 : 0,
                            columns.invokedNs[i],
                            columns.endedNs[i],
                            ok ? columns.version[i] : UNANSWERED);
                }
            }
        }
    }

    private static boolean ok(LargeLoad load, int i) {
        return load.columns.outcome[i] == HistoryColumns.OK;
    }

    // A read whose client could have known of the write before it.
    private static int readAfter(LargeLoad load) {
        int[] before = new int[load.keys + 1];
        for (int i : load.inOrder) {
            int key = load.columns.key[i];
            int write = before[key];
            boolean after = write > 0 && load.columns.endedNs[write] < load.columns.invokedNs[i];
            if (load.columns.kind[i] == LargeLoad.READ && ok(load, i) && after) {
                return i;
            }
            before[key] = load.columns.kind[i] != LargeLoad.READ && ok(load, i) ? i : 0;
        }
        throw new IllegalStateException("there is no such read");
    }

    // The read that took effect last.
    private static int lastRead(LargeLoad load) {
        return IntStream.of(load.inOrder)
                .filter(i -> load.columns.kind[i] == LargeLoad.READ && ok(load, i))
                .reduce(0, (before, i) -> i);
    }

    // The first order that was placed, of those that stay.
    private static int placed(LargeLoad load) {
        return IntStream.of(load.inOrder)
                .filter(i -> load.columns.kind[i] == LargeLoad.PLACE && ok(load, i))
                .filter(i -> load.goneNs[i] == LargeLoad.NEVER)
                .findFirst()
                .orElseThrow();
    }

    private static void otherSide(LargeLoad load) {
        load.columns.servedBy[placed(load)] = ServedBy.NEW.code();
    }
}
