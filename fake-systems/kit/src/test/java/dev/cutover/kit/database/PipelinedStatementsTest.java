package dev.cutover.kit.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cutover.testing.Postgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class PipelinedStatementsTest {
    private static Connection db;

    @BeforeAll
    static void connect() throws SQLException {
        db = new Database(Postgres.newDatabase("statements")).unhurried().getConnection();
        try (PipelinedStatements table =
                new PipelinedStatements(db, "create table t (n bigint unique, s text);select 1")) {
            table.rows();
        }
    }

    @AfterAll
    static void disconnect() throws SQLException {
        db.close();
    }

    @Test
    void eachStatementSeesWhatTheOneBeforeItDid() throws SQLException {
        String sql = "insert into t values (?, ?);select s from t where n = ?;select count(*) from t where s is null";
        try (PipelinedStatements statements = new PipelinedStatements(db, sql)) {
            statements.number(1L).text(null).number(1L);
            ResultSet inserted = statements.rows();
            assertThat(inserted.next()).isTrue();
            assertThat(inserted.getString(1)).isNull();
            ResultSet counted = statements.rows();
            assertThat(counted.next()).isTrue();
            assertThat(counted.getLong(1)).isEqualTo(1);
        }
    }

    @Test
    void moreRowsThanStatementsGiveCannotBeAskedFor() throws SQLException {
        try (PipelinedStatements statements = new PipelinedStatements(db, "select 1;delete from t where n = ?")) {
            statements.number(7L).rows();
            assertThatThrownBy(statements::rows).hasMessageContaining("expected another statement with rows");
        }
    }

    @Test
    void whatAUniqueIndexRefusesIsRecognised() {
        assertThatThrownBy(() -> {
                    String sql = "insert into t values (?, 'a'), (?, 'b') returning n";
                    try (PipelinedStatements twice = new PipelinedStatements(db, sql)) {
                        twice.number(3L).number(3L).rows();
                    }
                })
                .matches(SqlState.UNIQUE::in)
                .matches(e -> !SqlState.UNAVAILABLE.in(e));
    }

    @Test
    void anUnreachableDatabaseIsUnavailable() {
        Database nobody = new Database("jdbc:postgresql://127.0.0.1:1/shop?user=shop");
        assertThatThrownBy(() -> nobody.unhurried().getConnection()).matches(SqlState.UNAVAILABLE::in);
    }
}
