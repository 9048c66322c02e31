package dev.cutover.rehearse.trial;

import dev.cutover.environment.running.Await;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Whether what is read of both systems can be compared, and says the same once all has come to rest. */
final class AgreementTrials {

    private final SystemReading old;
    private final SystemReading next;
    private final Trials trials;

    AgreementTrials(SystemReading old, SystemReading next, Trials trials) {
        this.old = old;
        this.next = next;
        this.trials = trials;
    }

    void within(Duration limit) throws InterruptedException {
        AtomicReference<List<Trial>> last = new AtomicReference<>(List.of());
        boolean unused = Await.until(limit, Duration.ofMillis(250), () -> {
            last.set(look());
            return last.get().stream().noneMatch(Trial::isWrong);
        });
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        trials.addAll(last.get());
    }

    private List<Trial> look() {
        List<Trial> found = new ArrayList<>();
        old.spec()
                .entities()
                .forEach((name, sql) -> Optional.ofNullable(
                                next.spec().entities().get(name))
                        .ifPresent(other -> entity(name, sql, other).ifPresent(found::add)));
        old.spec()
                .totals()
                .forEach((name, total) -> Optional.ofNullable(
                                next.spec().totals().get(name))
                        .ifPresent(
                                other -> total(name, total.sql(), other.sql()).ifPresent(found::add)));
        return found;
    }

    private Optional<Trial> entity(String name, String sql, String other) {
        String path = ".entities." + name;
        if (!old.right("observe.old" + path) || !next.right("observe.new" + path)) {
            return Optional.empty();
        }
        String what = "entity " + name + " of both";
        try {
            Map<String, String> here = old.read(sql).texts();
            Map<String, String> there = next.read(other).texts();
            String difference = difference(here, there);
            return Optional.of(
                    difference.isEmpty()
                            ? Trial.ok(what, Brief.count(here.size(), "row") + ", the same on both")
                            : Trial.wrong(
                                    what,
                                    difference,
                                    "write key and text alike on both sides; or see what the sync does not carry",
                                    trials.at("observe", "new", "entities", name)));
        } catch (SQLException | IOException e) {
            return Optional.of(Trial.wrong(what, String.valueOf(e.getMessage()), "see the database's log", ""));
        }
    }

    private static String difference(Map<String, String> here, Map<String, String> there) {
        if (here.isEmpty() || there.isEmpty()) {
            return "old gives " + here.size() + " rows and new " + there.size() + ", so nothing is compared";
        }
        var all = new TreeSet<>(here.keySet());
        all.addAll(there.keySet());
        List<String> different = all.stream()
                .filter(key -> !Objects.equals(here.get(key), there.get(key)))
                .toList();
        if (different.isEmpty()) {
            return "";
        }
        String first = different.getFirst();
        return "%d of %d keys differ; of '%s' old says %s, new says %s"
                .formatted(different.size(), all.size(), first, said(here.get(first)), said(there.get(first)));
    }

    private static String said(@Nullable String text) {
        return text == null ? "nothing" : "'" + text + "'";
    }

    private Optional<Trial> total(String name, String sql, String other) {
        if (!old.right(old.total(name)) || !next.right(next.total(name))) {
            return Optional.empty();
        }
        String what = "total " + name + " of both";
        try {
            BigDecimal here = old.number(sql);
            BigDecimal there = next.number(other);
            if (here != null && there != null && here.compareTo(there) == 0) {
                return Optional.of(Trial.ok(what, here.toPlainString()));
            }
            return Optional.of(Trial.wrong(
                    what,
                    "old says " + text(here) + ", new says " + text(there),
                    "sum the same up in the same unit on both sides",
                    trials.at("observe", "new", "totals", name)));
        } catch (SQLException e) {
            return Optional.of(Trial.wrong(what, String.valueOf(e.getMessage()), "see the database's log", ""));
        }
    }

    private static String text(@Nullable BigDecimal number) {
        return number == null ? "NULL" : number.toPlainString();
    }
}
