package dev.cutover.rehearse.trial;

import dev.cutover.record.dump.Section;
import dev.cutover.rehearse.Databases;
import dev.cutover.rehearse.ObservedTables;
import dev.cutover.rehearse.ObservedTables.Query;
import dev.cutover.rehearse.plan.ObservationSpec;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the plan reads of one system, query by query; one that is wrong is told once and not relied on any more. */
final class SystemReading {

    private final String system;
    private final ObservationSpec spec;
    private final Databases databases;
    private final Trials trials;
    private final Set<String> wrong = new HashSet<>();
    private final Set<String> shown = new HashSet<>();
    private final Set<String> hidden = new HashSet<>();
    private boolean up = true;

    SystemReading(String system, ObservationSpec spec, Databases databases, Trials trials) {
        this.system = system;
        this.spec = spec;
        this.databases = databases;
        this.trials = trials;
    }

    String system() {
        return system;
    }

    ObservationSpec spec() {
        return spec;
    }

    /** Whether the query of this path, such as {@code observe.old.totals.sum}, was right when it was tried. */
    boolean right(String path) {
        return up && !wrong.contains(path);
    }

    /** Runs each query once; without a database that is up nothing is. */
    void tryAll(Down down) {
        Optional<String> lacking = down.lacking(List.of(spec.component()));
        if (lacking.isPresent()) {
            up = false;
            trials.notTried("observe." + system, lacking.get());
            return;
        }
        new ObservedTables(system, spec).queries().forEach(this::tryOne);
        spec.totals().forEach((name, total) -> tryTotal(name, total.sql()));
        tellUnread();
    }

    private void tellUnread() {
        List<String> queries = Stream.concat(
                        new ObservedTables(system, spec).queries().stream().map(Query::sql),
                        spec.totals().values().stream().map(total -> total.sql()))
                .toList();
        List<String> unread = UnreadColumns.of(queries, this::read);
        trials.ok(
                "observe." + system + " names every column of its tables",
                unread.isEmpty()
                        ? "yes"
                        : "but for " + String.join(", ", unread) + ": what becomes of these is not judged");
    }

    private void tryOne(Query query) {
        String path = query.path(system);
        Object[] place = {"observe", system, query.section().name().toLowerCase(Locale.ROOT), query.name()};
        try {
            Table found = read(query.sql());
            Optional<String> complaint = query.wrong(found.labels());
            int rows = found.rows().size();
            if (complaint.isPresent()) {
                bad(path, complaint.get(), "label the columns as the plan is to read them", place);
            } else if (query.section() == Section.INVARIANTS && rows > 0) {
                bad(path, rows + " rows, of which each is a violation; the first: " + found.first(), "see why", place);
            } else {
                trials.ok(path, Brief.count(rows, "row") + columns(query, found));
            }
        } catch (SQLException | IOException | RuntimeException e) {
            bad(path, String.valueOf(e.getMessage()), advice(), place);
        }
    }

    /** Those that are read by their labels. */
    private static String columns(Query query, Table found) {
        return query.needed().isEmpty() ? "" : " of " + String.join(", ", found.labels());
    }

    private void tryTotal(String name, String sql) {
        String path = total(name);
        try {
            BigDecimal found = number(sql);
            trials.ok(path, found == null ? "NULL, as over no rows" : found.toPlainString());
        } catch (SQLException | RuntimeException e) {
            bad(path, String.valueOf(e.getMessage()), advice(), "observe", system, "totals", name);
        }
    }

    private String advice() {
        return "correct the SQL for database '" + spec.database() + "' of " + spec.component();
    }

    private void bad(String path, String complaint, String advice, Object... place) {
        wrong.add(path);
        trials.wrong(path, Brief.line(complaint), advice, place);
    }

    /** An operation was looked for by the queries that claim it, and found or not. */
    void found(String operation, boolean was) {
        (was ? shown : hidden).add(operation);
    }

    /** Whether an operation was found whenever it was looked for. */
    boolean shows(String operation) {
        return shown.contains(operation) && !hidden.contains(operation);
    }

    /** The queries that show the rows of an operation, unless they are wrong. */
    Stream<String> tables(String operation) {
        if (hidden.contains(operation)) {
            return Stream.empty();
        }
        return spec.applied().entrySet().stream()
                .filter(table -> table.getValue().of().contains(operation))
                .filter(table -> right("observe." + system + ".applied." + table.getKey()))
                .map(table -> table.getValue().sql());
    }

    String total(String name) {
        return "observe." + system + ".totals." + name;
    }

    @Nullable
    BigDecimal number(String sql) throws SQLException {
        try (Databases.Database database = databases.connect(spec.component(), spec.database())) {
            return database.number(sql);
        }
    }

    Table read(String sql) throws SQLException, IOException {
        try (Databases.Database database = databases.connect(spec.component(), spec.database())) {
            Table table = new Table();
            database.read(sql, table);
            return table;
        }
    }
}
