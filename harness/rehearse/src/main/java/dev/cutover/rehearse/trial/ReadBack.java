package dev.cutover.rehearse.trial;

import dev.cutover.environment.running.Await;
import dev.cutover.record.journal.OperationIds;
import dev.cutover.rehearse.plan.ObservationSpec.Applied;
import dev.cutover.rehearse.plan.ObservationSpec.OfOperations;
import dev.cutover.rehearse.trial.Asked.Sent;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Whether what was answered OK is found again by the queries that claim it: written by HTTP, read by SQL. */
final class ReadBack {

    private static final int EXAMPLES = 3;
    private static final String WRONG_BEFORE = "it was wrong before";

    private final SystemReading reading;
    private final Acknowledged acknowledged;
    private final Trials trials;
    private final AskedBack askedBack;
    private final Set<String> wrong = new HashSet<>();

    ReadBack(SystemReading reading, Acknowledged acknowledged, Trials trials) {
        this.reading = reading;
        this.acknowledged = acknowledged;
        this.trials = trials;
        this.askedBack = new AskedBack(reading, acknowledged, trials);
    }

    /**
     * Looks until all is there, or the time is over; what is wrong then is told.
     *
     * @param when in words, for who reads it
     */
    void within(Duration limit, String when) throws InterruptedException {
        AtomicReference<Map<String, Trial>> last = new AtomicReference<>(Map.of());
        boolean unused = Await.until(limit, Duration.ofMillis(100), () -> {
            last.set(look(when));
            return last.get().values().stream().noneMatch(Trial::isWrong);
        });
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        last.get().forEach((claim, trial) -> {
            trials.add(trial);
            if (trial.isWrong()) {
                wrong.add(claim);
            }
        });
        reading.spec()
                .applied()
                .forEach((name, applied) -> applied.of().stream()
                        .filter(operation -> !acknowledged.there(operation).isEmpty())
                        .forEach(operation -> reading.found(operation, !wrong.contains(claim(path(name), operation)))));
    }

    /** By what the plan claims. */
    private Map<String, Trial> look(String when) {
        Map<String, Trial> found = new LinkedHashMap<>();
        reading.spec().applied().forEach((name, applied) -> applied(name, applied, when, found));
        reading.spec().registers().forEach((name, sql) -> register(name, sql, when, found));
        reading.spec().asked().forEach((name, asked) -> asked(name, asked, when, found));
        return found;
    }

    private void asked(String name, OfOperations asked, String when, Map<String, Trial> found) {
        String path = askedBack.path(name);
        @Nullable Table table = table(path, asked.sql());
        if (table == null) {
            return;
        }
        if (wrong.contains(path)) {
            found.put(path, Trial.notTried(path + " " + when, WRONG_BEFORE));
        } else {
            askedBack.look(name, asked, table, when).ifPresent(trial -> found.put(path, trial));
        }
    }

    private void applied(String name, Applied applied, String when, Map<String, Trial> found) {
        String path = path(name);
        @Nullable Table table = table(path, applied.sql());
        if (table == null) {
            return;
        }
        Map<Long, @Nullable String[]> rows = table.byOperation();
        List<String> right = new ArrayList<>();
        for (String operation : applied.of()) {
            List<Sent> there = acknowledged.there(operation);
            List<Sent> gone = acknowledged.gone(operation);
            String claim = claim(path, operation);
            String complaint = complaint(table, rows, there, gone);
            if (wrong.contains(claim)) {
                found.put(claim, Trial.notTried(claim + " " + when, WRONG_BEFORE));
            } else if (!complaint.isEmpty()) {
                found.put(
                        claim,
                        Trial.wrong(
                                claim + " " + when,
                                "operation " + operation + complaint,
                                "let the query give what the request of " + operation
                                        + " leaves of ${id}, as column operation; or see why the row is not as it should be",
                                trials.at("observe", reading.system(), "applied", name)));
            } else if (there.size() + gone.size() > 0) {
                right.add(operation + " " + shown(there.size(), gone.size()));
            }
        }
        if (!right.isEmpty()) {
            found.put(path, Trial.ok(path + " shows by id " + when, String.join(", ", right)));
        }
    }

    private String path(String table) {
        return "observe." + reading.system() + ".applied." + table;
    }

    private static String claim(String path, String operation) {
        return path + " shows " + operation;
    }

    private static String shown(int there, int gone) {
        return there + (gone == 0 ? "" : " (and " + gone + " deleted not any more)");
    }

    private static String complaint(
            Table table, Map<Long, @Nullable String[]> rows, List<Sent> there, List<Sent> gone) {
        for (Sent sent : there) {
            @Nullable String[] row = rows.get(sent.id());
            if (row == null) {
                return " was answered OK, but no row shows its id " + sent.id() + " (key " + sent.key() + "); "
                        + examples(table);
            }
            if (table.has(Table.KEY) && !sent.key().equals(table.value(row, Table.KEY))) {
                return " was for key " + sent.key() + ", but its row says key " + table.value(row, Table.KEY);
            }
        }
        return gone.stream()
                .filter(sent -> rows.containsKey(sent.id()))
                .findFirst()
                .map(sent -> " " + sent.id() + " (key " + sent.key()
                        + ") was deleted, which was answered OK, but its row is still shown")
                .orElse("");
    }

    private static String examples(Table table) {
        String some = table.rows().reversed().stream()
                .limit(EXAMPLES)
                .map(row -> String.valueOf(table.value(row, Table.OPERATION)))
                .collect(Collectors.joining(", "));
        return table.rows().isEmpty()
                ? "the query gives no row"
                : "of " + table.rows().size() + " rows some say " + some;
    }

    private void register(String name, String sql, String when, Map<String, Trial> found) {
        String path = "observe." + reading.system() + ".registers." + name;
        @Nullable Table table = table(path, sql);
        Map<String, Sent> last = acknowledged.last(name);
        if (table == null || last.isEmpty()) {
            return;
        }
        if (wrong.contains(path)) {
            found.put(path, Trial.notTried(path + " " + when, WRONG_BEFORE));
            return;
        }
        Map<String, @Nullable String[]> rows = table.by(Table.KEY);
        String what = path + " shows by id " + when;
        for (Sent sent : last.values()) {
            @Nullable String[] row = rows.get(sent.key());
            String value = row == null ? null : table.value(row, Table.OPERATION);
            if (OperationIds.read(String.valueOf(value)).orElse(0) != sent.id()) {
                String says = row == null ? "there is no row" : "it says operation " + value;
                found.put(
                        path,
                        Trial.wrong(
                                what,
                                "operation " + name + " was answered OK for key " + sent.key() + " under id "
                                        + sent.id() + ", but of that key " + says,
                                "let the query cut out of the value what the request leaves of ${id}; or see why it was not written",
                                trials.at("observe", reading.system(), "registers", name)));
                return;
            }
        }
        found.put(path, Trial.ok(what, name + " of " + Brief.count(last.size(), "key")));
    }

    /** Null if the query was wrong already, or is now: then it cannot be looked at, which was told. */
    private @Nullable Table table(String path, String sql) {
        if (!reading.right(path)) {
            return null;
        }
        try {
            return reading.read(sql);
        } catch (SQLException | IOException e) {
            return null;
        }
    }
}
