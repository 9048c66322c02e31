package dev.cutover.kit.database;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Families of SQL states, recognised anywhere in the chain of causes. */
public enum SqlState {
    /** A unique index refused. */
    UNIQUE("23505"),
    /** The link is broken, the server is stopping, or it ended a statement that took too long. */
    UNAVAILABLE("08...|57...|53...|55P03|25P03|40P01");

    private final Pattern pattern;

    SqlState(String pattern) {
        this.pattern = Pattern.compile(pattern);
    }

    /** Whether the failure is of this family. */
    public boolean in(Throwable failure) {
        for (@Nullable Throwable t = failure; t != null; t = t.getCause()) {
            if (t instanceof SQLException sql && matches(sql)) {
                return true;
            }
        }
        return false;
    }

    private boolean matches(SQLException sql) {
        String state = sql.getSQLState();
        return (this == UNAVAILABLE && sql instanceof SQLTransientException)
                || (state != null && pattern.matcher(state).matches());
    }
}
