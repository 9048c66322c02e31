package dev.cutover.oldsystem.shop;

import dev.cutover.kit.database.PipelinedStatements;
import java.sql.SQLException;

/** What a write does: one statement with its values, and what is journalled. */
record Change(String sql, Values values, Entry entry) {
    /** Fills the statement's question marks. */
    @FunctionalInterface
    interface Values {
        void bind(PipelinedStatements statements) throws SQLException;
    }
}
