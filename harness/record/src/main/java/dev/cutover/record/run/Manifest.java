package dev.cutover.record.run;

import dev.cutover.record.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * {@code manifest.json}: the facts that judging needs beside the journal.
 *
 * @param startedAt ISO instant
 * @param replay the command that runs it again
 * @param kinds by the kind byte of a journal slot
 * @param phases by the phase byte of a journal slot
 * @param obligations what this run owes
 */
public record Manifest(
        String schema,
        String plan,
        long seed,
        String bridge,
        String runtime,
        String startedAt,
        String replay,
        ClockBase clock,
        Machine machine,
        Versions versions,
        List<Kind> kinds,
        List<String> phases,
        List<String> systems,
        Obligations obligations) {
    public static final String SCHEMA = "cutover.run/4";

    /** As many as a journal slot can tell apart. */
    private static final int MOST_KINDS = 256;

    private static final int MOST_PHASES = 128;

    public Manifest {
        Objects.requireNonNull(plan, "plan");
        // JSON may leave these out.
        bridge = Objects.requireNonNullElse(bridge, "");
        runtime = Objects.requireNonNullElse(runtime, "");
        startedAt = Objects.requireNonNullElse(startedAt, "");
        replay = Objects.requireNonNullElse(replay, "");
        clock = Objects.requireNonNullElse(clock, new ClockBase(0, ""));
        machine = Objects.requireNonNullElse(machine, new Machine(0, 0, "", ""));
        versions = Objects.requireNonNullElse(versions, new Versions("", ""));
        kinds = List.copyOf(Objects.requireNonNullElse(kinds, List.of()));
        phases = List.copyOf(Objects.requireNonNullElse(phases, List.of()));
        systems = List.copyOf(Objects.requireNonNullElse(systems, List.of("old", "new")));
        requireSchema(schema);
        if (obligations == null) {
            throw new IllegalArgumentException("a manifest says what the run owes: 'obligations' is missing");
        }
        if (kinds.isEmpty() || kinds.size() > MOST_KINDS || phases.isEmpty() || phases.size() > MOST_PHASES) {
            throw new IllegalArgumentException("a run has 1 … " + MOST_KINDS + " kinds of operations and 1 … "
                    + MOST_PHASES + " phases; found " + kinds + ", " + phases);
        }
    }

    /**
     * A kind of operation.
     *
     * @param role what it does, and so what it owes
     * @param of the kind of append that it is about; null if it is about none
     * @param content where its answers have what must be the same at the same version of the key; empty if nothing is compared
     */
    public record Kind(String name, Role role, @Nullable String of, List<String> content) {
        public Kind {
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(role, "role");
            content = List.copyOf(Objects.requireNonNullElse(content, List.of()));
        }

        /** One of whose answers nothing is compared. */
        public Kind(String name, Role role, @Nullable String of) {
            this(name, role, of, List.of());
        }

        /** One that is about no other. */
        public Kind(String name, Role role) {
            this(name, role, null);
        }

        /** Whether it changes state. */
        public boolean write() {
            return role.writes();
        }
    }

    /** What the run had to itself, and shared with what it tested. */
    public record Machine(int cpus, long memoryMiB, String os, String java) {}

    /**
     * What was run.
     *
     * @param commit of the checkout; empty outside one
     */
    public record Versions(String cutover, String commit) {}

    /** One instant on both clocks: monotonic {@code ns}, and the wall clock's ISO {@code at}. */
    public record ClockBase(long ns, String at) {}

    /** Whether there is a kind of operation with this role. */
    public boolean has(Role role) {
        return kinds.stream().anyMatch(kind -> kind.role() == role);
    }

    /** Which kinds are wanted, by their index: for who looks at many operations. */
    public boolean[] kindsThat(Predicate<Kind> wanted) {
        boolean[] which = new boolean[kinds.size()];
        for (int kind = 0; kind < which.length; kind++) {
            which[kind] = wanted.test(kinds.get(kind));
        }
        return which;
    }

    private static void requireSchema(String schema) {
        if (!SCHEMA.equals(schema)) {
            throw new IllegalArgumentException("expected schema " + SCHEMA + ", found " + schema
                    + ": the run was made by another version of cutover, which can judge it");
        }
    }

    /** Writes {@code manifest.json}. */
    public void write(RunDirectory directory) throws IOException {
        Json.write(directory.manifest(), this);
    }

    /** Reads {@code manifest.json}; throws {@link EvidenceException} if it is missing or not of this schema. */
    public static Manifest read(RunDirectory directory) {
        if (!Files.isRegularFile(directory.manifest())) {
            throw new EvidenceException(
                    directory.root() + " has no manifest.json: it is no run directory, or its run ended"
                            + " before the environment was described; give a directory below runs/");
        }
        try {
            // Asked first: a manifest of another version may lack anything.
            requireSchema(Json.MAPPER
                    .readTree(directory.manifest().toFile())
                    .path("schema")
                    .asText());
            return Json.read(directory.manifest(), Manifest.class);
        } catch (IOException | IllegalArgumentException e) {
            throw new EvidenceException(directory.manifest() + " cannot be read: " + e.getMessage(), e);
        }
    }
}
