package dev.cutover.record.dump;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DumpWriterTest {
    private static final String[] LABELS = {"key", "version", "operation", "kind"};

    @TempDir
    Path observed;

    private DumpWriter dump;

    @BeforeEach
    void aDumpOfTwoTables() throws IOException {
        dump = new DumpWriter(observed, "old", "final");
        try (DumpWriter.Table ledger = dump.table(Section.APPLIED, "ledger", LABELS)) {
            ledger.row("7", "1", "11", "PO");
        }
        try (DumpWriter.Table orders = dump.table(Section.ENTITIES, "order", "id", "text")) {
            orders.row("o11", "a\tb\\c\nd\re");
            orders.row("o12", null);
        }
        dump.totals(new TreeMap<>());
    }

    @Test
    void whatWouldBreakALineIsEscaped() throws IOException {
        assertThat(Files.readString(observed.resolve("old-final.entities.order.tsv")))
                .isEqualTo("id\ttext\no11\ta\\tb\\\\c\\nd\\re\no12\t\\N\n");
    }

    @Test
    void rowsThatAreTheSameHaveNotMoved() throws IOException {
        readAgain("7", "1");
        assertThat(dump.moved()).isEmpty();
        assertThat(Files.readString(observed.resolve("old-final.applied.ledger.tsv")))
                .isEqualTo("key\tversion\toperation\tkind\n7\t1\t11\tPO\n");
    }

    @Test
    void rowsThatAreOthersHaveMoved() throws IOException {
        readAgain("7", "2");
        assertThat(dump.moved())
                .isEqualTo("not at rest: read again after all dumps, other rows were in applied.ledger");
    }

    @Test
    void theMomentOfTheReadComesBack() throws IOException {
        dump.finish(5, 9, "");
        StateDump read = new StateDumpReader(observed, KeyNames.plain()).read("old-final");
        assertThat(read.complete()).as(read.reason()).isTrue();
        assertThat(read.name()).isEqualTo("old-final");
        assertThat(read.invokedNs()).isEqualTo(5);
        assertThat(read.returnedNs()).isEqualTo(9);
        assertThat(read.applied())
                .hasEntrySatisfying(
                        "ledger",
                        ledger -> assertThat(new long[] {ledger.key(0), ledger.version(0)})
                                .containsExactly(7, 1));
    }

    @Test
    void aKeyThatOccursTwiceHasBothTexts() throws IOException {
        dump = new DumpWriter(observed, "old", "final");
        dump.totals(new TreeMap<>());
        try (DumpWriter.Table orders = dump.table(Section.ENTITIES, "order", "id", "text")) {
            orders.row("o11", "open");
            orders.row("o11", "paid");
            orders.row("o12");
        }
        dump.finish(5, 9, "");
        StateDump read = new StateDumpReader(observed, KeyNames.plain()).read("old-final");
        assertThat(read.texts("order")).isEqualTo(Map.of("o11", "open and paid", "o12", ""));
        assertThat(read.texts("price")).isEmpty();
    }

    @Test
    void aLedgerOfTooFewColumnsCannotBeRead() throws IOException {
        dump = new DumpWriter(observed, "old", "final");
        dump.totals(new TreeMap<>());
        try (DumpWriter.Table ledger = dump.table(Section.APPLIED, "ledger", LABELS)) {
            ledger.row("7", "1");
        }
        dump.finish(5, 9, "");
        assertThat(new StateDumpReader(observed, KeyNames.plain())
                        .read("old-final")
                        .reason())
                .contains("expected 4 columns; found: 7\t1");
    }

    @Test
    void hiddenTextsLeaveWhatJudgingNeeds() throws IOException {
        DumpWriter hidden = new DumpWriter(observed, "new", "final", Texts.hashed());
        try (DumpWriter.Table ledger = hidden.table(Section.APPLIED, "ledger", LABELS)) {
            ledger.row("7", "1", "11", "PO");
        }
        try (DumpWriter.Table orders = hidden.table(Section.ENTITIES, "order", "id", "text")) {
            orders.row("o11", "open");
        }
        assertThat(Files.readString(observed.resolve("new-final.applied.ledger.tsv")))
                .matches("key\tversion\toperation\tkind\n7\t1\t11\thash:[0-9a-f]{32}\n");
        assertThat(Files.readString(observed.resolve("new-final.entities.order.tsv")))
                .matches("id\ttext\no11\thash:[0-9a-f]{32}\n");
    }

    @Test
    void rowsStandInTheOrderOfTheirVersionsWhereThereAreNoPositions() {
        Ledger ledger = new Ledger.Builder(EnumSet.of(Ledger.Column.VERSION))
                .row(0, 2, 12, 1)
                .row(0, 1, 11, 2)
                .row(0, 1, 10, 3)
                .build();
        assertThat(new long[] {ledger.operation(0), ledger.operation(1), ledger.operation(2)})
                .containsExactly(11, 10, 12);
        assertThat(ledger.position(0)).isEqualTo(2);
        assertThat(ledger.knows(Ledger.Column.VERSION)).isTrue();
        assertThat(ledger.knows(Ledger.Column.POSITION)).isFalse();
    }

    @Test
    void rowsWithoutPositionsAndVersionsStandAsTheyWereRead() {
        Ledger ledger = new Ledger.Builder(EnumSet.of(Ledger.Column.KEY))
                .row(2, 2, 12, 2)
                .row(1, 1, 11, 1)
                .build();
        assertThat(ledger.operation(0)).isEqualTo(12);
    }

    @Test
    void aRowWithAnEmptyKeyKeepsItsText() throws IOException {
        dump = new DumpWriter(observed, "old", "final");
        dump.totals(new TreeMap<>());
        try (DumpWriter.Table orders = dump.table(Section.ENTITIES, "order", "id", "text")) {
            orders.row("", "open");
        }
        dump.finish(5, 9, "");
        assertThat(new StateDumpReader(observed, KeyNames.plain())
                        .read("old-final")
                        .texts("order"))
                .isEqualTo(Map.of("", "open"));
    }

    @Test
    void aDumpThatMustNotBeReadKeepsItsName() {
        StateDump absent = StateDumpReader.incomplete("old-after-rollback-1", "it is not there");
        assertThat(absent.name()).isEqualTo("old-after-rollback-1");
        assertThat(absent.system()).isEqualTo("old");
    }

    @Test
    void aLongLedgerKeepsEveryRow() {
        Ledger.Builder builder = new Ledger.Builder(EnumSet.of(Ledger.Column.KEY, Ledger.Column.VERSION));
        for (int row = 0; row < 3_000; row++) {
            builder.row(row, 2L * row, 3L * row, 0);
        }
        Ledger ledger = builder.build();
        assertThat(ledger.size()).isEqualTo(3_000);
        for (int row = 0; row < 3_000; row++) {
            assertThat(new long[] {ledger.key(row), ledger.version(row), ledger.operation(row)})
                    .containsExactly(row, 2L * row, 3L * row);
        }
    }

    private void readAgain(String key, String version) throws IOException {
        try (DumpWriter.Table ledger = dump.again(Section.APPLIED, "ledger", LABELS)) {
            ledger.row(key, version, "11", "PO");
        }
    }
}
