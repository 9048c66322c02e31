package dev.cutover.rehearse.trial;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UnreadColumnsTest {
    private static final Map<String, List<String>> TABLES =
            Map.of("shelf", List.of("id", "name", "memo"), "stock.book", List.of("isbn", "shelf_id", "memo"));

    @Test
    void a_column_is_read_if_any_query_of_its_table_names_it() {
        assertThat(unread("select id, name from shelf", "SELECT ISBN FROM Stock.Book JOIN shelf ON shelf_id = id"))
                .containsExactly("shelf.memo", "stock.book.memo");
    }

    @Test
    void whoever_selects_all_reads_all() {
        assertThat(unread("select s.* from shelf s")).isEmpty();
        assertThat(unread("select count(*) from shelf")).containsExactly("shelf.id", "shelf.name", "shelf.memo");
    }

    @Test
    void what_is_no_table_has_no_columns() {
        assertThat(unread("select id, name, memo from shelf, lateral (select 1 from generate_series(1, 3)) x"))
                .isEmpty();
    }

    private static List<String> unread(String... queries) {
        return UnreadColumns.of(List.of(queries), sql -> {
            String table = sql.replace("select * from ", "").replace(" where 1 = 0", "");
            if (!TABLES.containsKey(table)) {
                throw new SQLException("no such table: " + table);
            }
            Table columns = new Table();
            columns.labels(TABLES.get(table));
            return columns;
        });
    }
}
