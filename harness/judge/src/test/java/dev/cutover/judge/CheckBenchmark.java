package dev.cutover.judge;

import dev.cutover.judge.facts.Checker;
import dev.cutover.judge.facts.Facts;
import dev.cutover.judge.facts.Inquiry;
import dev.cutover.record.evidence.Evidence;
import dev.cutover.record.journal.Journal;
import dev.cutover.record.journal.Outcome;
import dev.cutover.record.verdict.Finding;
import dev.cutover.record.verdict.Result;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Measures, on one thread and in processor time, so that other work on the machine counts little, what recording an operation costs and how
 * long all checkers take over a {@link LargeRun} of 1 million operations, or as many as are asked for. What counts is the least of several rounds.
 */
final class CheckBenchmark {
    private static final int MILLION = 1_000_000;
    private static final int ROUNDS = 12;

    private CheckBenchmark() {}

    /** Give the numbers of operations, one after another. */
    public static void main(String[] args) throws IOException {
        journal();
        for (String operations : args.length == 0 ? new String[] {"1000000"} : args) {
            check(Integer.parseInt(operations));
        }
    }

    private static void journal() throws IOException {
        Path directory = Files.createTempDirectory("check-benchmark");
        Path file = directory.resolve("injector-1.slots");
        double least = Double.MAX_VALUE;
        try {
            for (int round = 0; round < 3; round++) {
                long begin = cpuNs();
                write(file);
                least = Math.min(least, (cpuNs() - begin) / (double) MILLION);
                Files.delete(file);
            }
        } finally {
            Files.deleteIfExists(file);
            Files.delete(directory);
        }
        System.out.printf("journal: %.3f µs an operation%n", least / 1_000);
    }

    private static void write(Path file) throws IOException {
        try (Journal journal = Journal.open(file)) {
            for (int i = 1; i <= MILLION; i++) {
                long slot = journal.invoke(i & 63, (byte) (i & 1), i & 0xFFFF, 1L + i);
                journal.complete(slot, Outcome.OK, i, (short) 0, 1, (byte) 1);
            }
        }
    }

    private static void check(int operations) {
        Evidence evidence = new LargeRun(new LargeLoad(operations)).evidence();
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        System.out.printf(
                "%,d operations: the evidence takes %.0f bytes each%n",
                operations, (runtime.totalMemory() - runtime.freeMemory()) / (double) operations);
        least(evidence)
                .forEach((name, seconds) -> System.out.printf(
                        "  %-22s %8.3f s  %5.0f ns an operation%n", name, seconds, seconds * 1e9 / operations));
    }

    /** The least seconds by checker, and of all. */
    static Map<String, Double> least(Evidence evidence) {
        Map<String, Double> least = new LinkedHashMap<>();
        int rounds = Math.max(3, ROUNDS * MILLION / evidence.history().size());
        for (int round = 0; round < rounds; round++) {
            round(evidence).forEach((name, seconds) -> least.merge(name, seconds, Math::min));
        }
        return least;
    }

    private static Map<String, Double> round(Evidence evidence) {
        Facts facts = new Facts(evidence);
        Map<String, Double> seconds = new LinkedHashMap<>();
        long begin = cpuNs();
        Checkers.all().forEach((name, constructor) -> {
            long from = cpuNs();
            Checker checker = constructor.get();
            Inquiry inquiry = new Inquiry(name, checker.title());
            checker.check(facts, inquiry);
            Finding finding = inquiry.finding();
            if (finding.result() != Result.PASS) {
                throw new IllegalStateException(name + ": " + finding.message());
            }
            seconds.put(name, (cpuNs() - from) / 1e9);
        });
        seconds.put("all", (cpuNs() - begin) / 1e9);
        return seconds;
    }

    private static long cpuNs() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
