package dev.cutover.newsystem.orders;

import java.sql.SQLException;
import java.sql.SQLTransientException;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells database errors apart by their SQL state. */
public final class DatabaseErrors {
    private static final String DUPLICATE = "23505";
    // connection, operator intervention, resources, lock and idle time-outs, deadlock
    private static final Pattern NO_ANSWER = Pattern.compile("08...|57...|53...|55P03|25P03|40P01");

    private DatabaseErrors() {}

    static boolean isDuplicate(Throwable error) {
        return any(error, sql -> DUPLICATE.equals(sql.getSQLState()));
    }

    /** Whether the database could not be reached, or did not answer in time. */
    public static boolean isNoAnswer(Throwable error) {
        return any(
                error,
                sql -> sql instanceof SQLTransientException
                        || (sql.getSQLState() != null
                                && NO_ANSWER.matcher(sql.getSQLState()).matches()));
    }

    private static boolean any(Throwable error, Predicate<SQLException> test) {
        for (@Nullable Throwable t = error; t != null; t = t.getCause()) {
            if (t instanceof SQLException sql && test.test(sql)) {
                return true;
            }
        }
        return false;
    }
}
