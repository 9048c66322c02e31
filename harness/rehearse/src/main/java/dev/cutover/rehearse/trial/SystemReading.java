package dev.cutover.rehearse.trial;

import dev.cutover.rehearse.Databases;
import dev.cutover.rehearse.ObservedTables;
import dev.cutover.rehearse.ObservedTables.Query;
import dev.cutover.rehearse.plan.ObservationSpec;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the plan reads of one system, query by query; one that is wrong is told once and not relied on any more. */
final class SystemReading {

    private final String system;
    private final ObservationSpec spec;
    private final Databases databases;
    private final Trials trials;
    private final Set<String> wrong = new HashSet<>();

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
        return !wrong.contains(path);
    }

    /** Runs each query once. */
    void tryAll() {
        new ObservedTables(system, spec).queries().forEach(this::tryOne);
        spec.totals().forEach(this::tryTotal);
    }

    private void tryOne(Query query) {
        String path = query.path(system);
        Object[] place = {"observe", system, query.section().name().toLowerCase(Locale.ROOT), query.name()};
        try {
            Table found = read(query.sql());
            String labels = String.join(", ", found.labels());
            query.wrong(found.labels())
                    .ifPresentOrElse(
                            complaint -> bad(path, complaint, "label the columns as the plan is to read them", place),
                            () -> trials.ok(path, found.rows().size() + " rows of " + labels));
        } catch (SQLException | IOException | RuntimeException e) {
            bad(path, String.valueOf(e.getMessage()), advice(), place);
        }
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
        trials.wrong(path, complaint.strip().replaceAll("\\s+", " "), advice, place);
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
