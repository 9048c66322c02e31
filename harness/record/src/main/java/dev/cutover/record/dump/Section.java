package dev.cutover.record.dump;

import java.util.Arrays;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a table of a dump holds; its word is part of the file's name. */
public enum Section {
    /** Rows by the operations that left them. */
    APPLIED,
    /** Values with the operations that wrote them. */
    REGISTERS,
    /** Keys with canonical texts. */
    ENTITIES,
    /** Rows that must not be. */
    INVARIANTS,
    /** Operations with what is held of them, in canonical texts. */
    ASKED,
    /** Keys with how many rows they have. */
    COUNTED,
    /** Keys with texts that never change while there is such a key. */
    KEPT,
    /** Operations with what their effects outside were over. */
    EFFECTS;

    private static final String DOT = ".";

    /** A table's name in the dump: {@code applied.ledger}. */
    public String table(String name) {
        return name().toLowerCase(Locale.ROOT) + DOT + name;
    }

    /**
     * Whether a row is judged by this column as it is: it is a key, or names an operation. All others are texts.
     *
     * @param column from 0
     */
    boolean keepsAsItIs(int column, String label) {
        return switch (this) {
            case APPLIED, REGISTERS, ASKED -> LedgerReader.reads(label);
            case INVARIANTS, KEPT -> column == 0;
            case ENTITIES -> column == 0 || label.equals(StateDump.OWNER);
            case COUNTED, EFFECTS -> true;
        };
    }

    /** The section that a table of a dump is of; null if it is of none, as one of a later version. */
    static @Nullable Section of(String table) {
        return Arrays.stream(values())
                .filter(section -> !section.name(table).isEmpty())
                .findFirst()
                .orElse(null);
    }

    /** The name of a table of this section, or an empty one if it is none of it. */
    String name(String table) {
        String prefix = table("");
        return table.startsWith(prefix) ? table.substring(prefix.length()) : "";
    }
}
