package dev.cutover.environment;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Looks whether this machine has what a rehearsal needs. */
public final class Doctor {
    private final List<Supplier<Check>> checks = new ArrayList<>();

    /**
     * One thing that was looked at.
     *
     * @param found what is there, or what is wrong
     * @param advice what to do; empty if it is as it should be
     */
    public record Check(String name, Level level, String found, String advice) {
        public static Check ok(String name, String found) {
            return new Check(name, Level.OK, found, "");
        }
    }

    /** How much a check matters. */
    public enum Level {
        OK,
        /** A rehearsal runs, but slower or less safely. */
        POOR,
        /** A rehearsal cannot run, or not on this runtime. */
        MISSING
    }

    public Doctor with(Supplier<Check> check) {
        checks.add(check);
        return this;
    }

    /** Looks at everything; a check that itself fails counts as missing. */
    public List<Check> examine() {
        return checks.stream().map(Doctor::look).toList();
    }

    private static Check look(Supplier<Check> check) {
        try {
            return check.get();
        } catch (RuntimeException e) {
            return new Check("a check", Level.MISSING, String.valueOf(e.getMessage()), "see the message");
        }
    }
}
