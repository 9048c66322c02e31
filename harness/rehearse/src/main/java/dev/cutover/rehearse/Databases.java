package dev.cutover.rehearse;

import java.io.IOException;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The systems' databases, past every proxy: where the observer reads, and where sentinels are sent and looked for. */
public interface Databases {

    Database connect(String component, String database) throws SQLException;

    /** A connection. For one thread. */
    interface Database extends AutoCloseable {

        /** From now on everything is read as it is at this instant. */
        void freeze() throws SQLException;

        /** Lets go of that instant: what follows is read as it is by then. */
        void thaw() throws SQLException;

        /** Reads rows in the order of the query. */
        void read(String sql, Rows rows) throws SQLException, IOException;

        /** The first column of the first row; null if that is NULL, or if there is no row. */
        @Nullable
        BigDecimal number(String sql) throws SQLException;

        void execute(String sql) throws SQLException;

        /** From now on, what takes longer ends by an exception. */
        void within(Duration limit) throws SQLException;

        /** As a text, the first column of the first row; null if that is NULL, or if there is no row. */
        @Nullable
        String text(String sql) throws SQLException;

        @Override
        void close() throws SQLException;
    }

    /** Is given the columns' labels, in small letters, and one row after the other. */
    interface Rows {
        void labels(List<String> labels) throws IOException;

        void row(@Nullable String... values) throws IOException;
    }
}
