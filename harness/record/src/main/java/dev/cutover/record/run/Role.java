package dev.cutover.record.run;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What an operation does to the systems, and so what it owes once it is acknowledged. */
public enum Role {
    /** Leaves one row under its id, until it is deleted. */
    APPEND,
    /** Sets a value that carries its id; the last one wins. */
    REGISTER,
    /** Leaves one row under its id where such rows are read, and no total changes. */
    TRANSFER,
    /** What it is about is gone. */
    DELETE,
    /** Leaves one row under its id, and has one effect outside both systems. */
    EFFECT,
    /** Changes nothing. */
    READ;

    public boolean writes() {
        return this != READ;
    }

    @JsonValue
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
