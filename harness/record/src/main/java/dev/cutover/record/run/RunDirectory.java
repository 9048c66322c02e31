package dev.cutover.record.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

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

    /** The keys of the load, where the plan reads them: labels, then a line for each key; the journal's key is its number, from 1. */
    public Path keys() {
        return journal().resolve("keys.tsv");
    }

    /** Scratch space of the load's injector. */
    public Path injector() {
        return work().resolve("injector");
    }

    /** The same keys with all their texts, for the injector alone. */
    public Path keysOfInjector() {
        return injector().resolve("keys.tsv");
    }

    /** What the load's operations asked for, as far as the plan says it. */
    public Path asked() {
        return journal().resolve("asked-1.jsonl");
    }

    /** What the load's reads were answered, as far as the plan wants it compared. */
    public Path contents() {
        return journal().resolve("contents-1.jsonl");
    }

    /** What the evidence was when the run ended; see {@link Checksums}. */
    public Path checksums() {
        return root.resolve("SHA256SUMS");
    }

    public Path events() {
        return root.resolve("events.jsonl");
    }

    /** What {@code heal} did after the run: no evidence of it, read by {@code heal} alone. */
    public Path healed() {
        return root.resolve("healed.jsonl");
    }

    public Path observed() {
        return root.resolve("observed");
    }

    /** What one component itself writes down; it is given no other place in the evidence. */
    public Path observed(String component) {
        return observed().resolve(component);
    }

    /** The totals that hold at every instant, as they were read again and again during the run. */
    public Path totals() {
        return observed().resolve("totals.tsv");
    }

    /**
     * The same path, if neither a part of it below the root nor, of a directory, what lies in it is a symbolic link: a
     * component could have made one, so that something else than evidence is read.
     *
     * @throws IOException naming the link
     */
    public Path withoutLinks(Path path) throws IOException {
        Path part = root;
        for (Path name : root.relativize(path)) {
            part = part.resolve(name);
            refuseLink(part);
        }
        if (Files.isDirectory(path)) {
            try (Stream<Path> content = Files.list(path)) {
                for (Path child : content.toList()) {
                    refuseLink(child);
                }
            }
        }
        return path;
    }

    private static void refuseLink(Path path) throws IOException {
        if (Files.isSymbolicLink(path)) {
            throw new IOException(path + " is a symbolic link, and evidence has none");
        }
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
