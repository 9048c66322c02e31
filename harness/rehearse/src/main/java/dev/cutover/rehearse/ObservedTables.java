package dev.cutover.rehearse;

import dev.cutover.record.dump.DumpWriter;
import dev.cutover.record.dump.Section;
import dev.cutover.rehearse.Databases.Database;
import dev.cutover.rehearse.plan.ObservationSpec;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The tables that a plan reads of one system, each by its query and with the columns that it must give. */
public record ObservedTables(String system, ObservationSpec spec) {

    /** Where rows go: to a file, or to be compared with one. */
    interface Target {
        DumpWriter.Table table(Section section, String name, String... labels) throws IOException;
    }

    /**
     * One of them.
     *
     * @param needed the columns that it must have
     */
    public record Query(Section section, String name, String sql, List<String> needed) {
        public String path(String system) {
            return "observe." + system + "." + section.table(name);
        }

        /** What is wrong with its columns; none if all that it needs are there. */
        public Optional<String> wrong(List<String> labels) {
            List<String> missing =
                    needed.stream().filter(column -> !labels.contains(column)).toList();
            return missing.isEmpty()
                    ? Optional.empty()
                    : Optional.of("expected a column " + String.join(" and a column ", missing) + ", found "
                            + String.join(", ", labels) + "; name it, as in: select ref as " + missing.getFirst());
        }
    }

    void read(Database open, Target target) throws SQLException, IOException {
        read(open, target, query -> true);
    }

    void read(Database open, Target target, Predicate<Query> wanted) throws SQLException, IOException {
        for (Query query : queries().stream().filter(wanted).toList()) {
            try (Columns rows = new Columns(query, target)) {
                open.read(query.sql(), rows);
            } catch (SQLException e) {
                throw new SQLException(query.path(system) + ": " + e.getMessage(), e);
            }
        }
    }

    public List<Query> queries() {
        List<Query> queries = new ArrayList<>();
        spec.applied()
                .forEach((name, applied) ->
                        queries.add(new Query(Section.APPLIED, name, applied.sql(), List.of("operation"))));
        add(queries, Section.REGISTERS, spec.registers(), "key", "operation");
        add(queries, Section.ENTITIES, spec.entities());
        add(queries, Section.INVARIANTS, spec.invariants());
        add(queries, Section.KEPT, spec.kept());
        spec.asked()
                .forEach((name, asked) ->
                        queries.add(new Query(Section.ASKED, name, asked.sql(), List.of("operation", "text"))));
        add(queries, Section.EFFECTS, spec.effects(), "operation", "amount");
        spec.counted()
                .forEach((name, counted) ->
                        queries.add(new Query(Section.COUNTED, name, counted.sql(), List.of("key", "n"))));
        return queries;
    }

    private static void add(List<Query> queries, Section section, Map<String, String> sqls, String... needed) {
        sqls.forEach((name, sql) -> queries.add(new Query(section, name, sql, List.of(needed))));
    }

    /** Passes rows on if the query gives the columns that it must. */
    private final class Columns implements Databases.Rows, AutoCloseable {
        private final Query query;
        private final Target target;
        private DumpWriter.@Nullable Table table;

        Columns(Query query, Target target) {
            this.query = query;
            this.target = target;
        }

        @Override
        public void labels(List<String> labels) throws IOException {
            Optional<String> wrong = query.wrong(labels);
            if (wrong.isPresent()) {
                throw new IOException(query.path(system) + ": " + wrong.get());
            }
            table = target.table(query.section(), query.name(), labels.toArray(String[]::new));
        }

        @Override
        public void row(@Nullable String... values) throws IOException {
            if (table != null) {
                table.row(values);
            }
        }

        @Override
        public void close() {
            if (table != null) {
                table.close();
            }
        }
    }
}
