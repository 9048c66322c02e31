package dev.cutover.record.run;

import java.nio.file.Path;

/** Where everything of one run lies; the contract between running and judging. */
public record RunDirectory(Path root) {

    public Path plan() {
        return root.resolve("plan.yaml");
    }

    /** The environment as it was started, fully resolved. */
    public Path environment() {
        return root.resolve("environment.yaml");
    }

    /** Facts that judging needs beside the journal: seed, versions, clock base, kinds of operations. */
    public Path manifest() {
        return root.resolve("manifest.json");
    }

    public Path journal() {
        return root.resolve("journal");
    }

    /** What the evidence was when the run ended; see {@link Checksums}. */
    public Path checksums() {
        return root.resolve("SHA256SUMS");
    }

    public Path events() {
        return root.resolve("events.jsonl");
    }

    public Path observed() {
        return root.resolve("observed");
    }

    public Path logs() {
        return root.resolve("logs");
    }

    /** Scratch space of the components; deleted when the environment stops, unless it is kept. */
    public Path work() {
        return root.resolve("work");
    }

    public Path verdict() {
        return root.resolve("verdict.json");
    }

    public Path junit() {
        return root.resolve("junit.xml");
    }

    public Path summary() {
        return root.resolve("summary.md");
    }

    public Path report() {
        return root.resolve("report.html");
    }
}
