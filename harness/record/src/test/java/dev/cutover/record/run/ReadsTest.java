package dev.cutover.record.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What can be seen of an operation, by what is read. */
class ReadsTest {
    private static final Manifest.Kind ADD = new Manifest.Kind("add", Role.APPEND);
    private static final Manifest.Kind SET = new Manifest.Kind("set", Role.REGISTER);
    private static final Manifest.Kind DROP = new Manifest.Kind("drop", Role.DELETE, "add");

    @Test
    void anAppendShowsWhereItsRowsAreRead() {
        assertThat(rows(Map.of("notes", List.of("add"))).shows(ADD)).isTrue();
        assertThat(rows(Map.of("notes", List.of("set"))).shows(ADD)).isFalse();
        assertThat(Reads.NOTHING.shows(ADD)).isFalse();
    }

    @Test
    void aRegisterShowsByItsValue() {
        Reads reads = new Reads(new TreeMap<>(), List.of("set"), List.of(), List.of(), List.of());
        assertThat(reads.shows(SET)).isTrue();
        assertThat(reads.shows(ADD)).isFalse();
        assertThat(reads.asTables()).containsExactly(Map.entry("set", new Reads.Table(List.of("set"), false)));
    }

    @Test
    void anOperationOwesARowInEachTableThatListsIt() {
        Reads reads = rows(Map.of("notes", List.of("add"), "audit", List.of("set", "add"), "prices", List.of("set")));
        assertThat(reads.tablesOf("add")).containsExactly("audit", "notes");
        assertThat(reads.tablesOf("drop")).isEmpty();
    }

    @Test
    void aDeleteShowsByAbsenceWhereItTakesARow() {
        Reads reads = rows(Map.of("notes", List.of("add"), "prices", List.of("set")));
        assertThat(reads.onlyByAbsence(DROP)).isTrue();
        assertThat(reads.shows(DROP)).isTrue();
        assertThat(reads.onlyByAbsence(ADD)).isFalse();
        assertThat(rows(Map.of("prices", List.of("set"))).onlyByAbsence(DROP)).isFalse();
    }

    @Test
    void aDeleteThatLeavesARowOfItsOwnShowsByThatRow() {
        Reads reads = rows(Map.of("notes", List.of("add"), "removals", List.of("drop")));
        assertThat(reads.onlyByAbsence(DROP)).isFalse();
        assertThat(reads.shows(DROP)).isTrue();
    }

    @Test
    void aTableLosesRowsToDeletesThatItDoesNotKeep() {
        assertThat(new Reads.Table(List.of("add"), true).loses(DROP)).isTrue();
        assertThat(new Reads.Table(List.of("add", "drop"), true).loses(DROP)).isFalse();
        assertThat(new Reads.Table(List.of("set"), true).loses(DROP)).isFalse();
        assertThat(new Reads.Table(List.of("add"), true).loses(new Manifest.Kind("put", Role.APPEND, "add")))
                .isFalse();
    }

    @Test
    void whatIsCountedIsOnlyCountedIfNothingElseShowsIt() {
        Reads counted = counted(Map.of(), "add");
        assertThat(counted.onlyCounts(ADD)).isTrue();
        assertThat(counted.onlyCounts(SET)).isFalse();
        assertThat(counted(Map.of("notes", List.of("add")), "add").onlyCounts(ADD))
                .isFalse();
        assertThat(counted.shows(ADD)).isFalse();
    }

    private static Reads rows(Map<String, List<String>> tables) {
        return counted(tables);
    }

    private static Reads counted(Map<String, List<String>> tables, String... kinds) {
        var applied = new TreeMap<String, Reads.Table>();
        tables.forEach((name, of) -> applied.put(name, new Reads.Table(of, false)));
        return new Reads(
                applied,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                new TreeMap<>(),
                new TreeMap<>(Map.of("rows", List.of(kinds))),
                List.of(),
                List.of());
    }
}
