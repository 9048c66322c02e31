package dev.cutover.rehearse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.cutover.record.dump.DumpWriter;
import dev.cutover.record.dump.Texts;
import dev.cutover.rehearse.plan.ObservationSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a query must give, and what is kept of it. */
class ObservedTablesTest {

    @TempDir
    private Path directory;

    private void read(String notes, String names) throws SQLException, IOException {
        read(notes, names, "key,n;7,2", Texts.AS_THEY_ARE);
    }

    private void read(String notes, String names, String counts, Texts texts) throws SQLException, IOException {
        var spec = new ObservationSpec(
                "old-db",
                "app",
                Map.of("notes", new ObservationSpec.Applied(List.of("add"), notes, false)),
                Map.of("name", names),
                Map.of("account", "id,text,key;8,open,7"),
                Map.of(),
                Map.of("balance", "id,cents"),
                Map.of("texts", new ObservationSpec.OfOperations(List.of("add"), "text,operation;bread,11")),
                Map.of("opened", "id,day;7,1987"),
                Map.of("per-account", new ObservationSpec.OfOperations(List.of("add"), counts)),
                Map.of("bills", "amount,operation;250,11"));
        new ObservedTables("old", spec)
                .read(new EchoDatabase(), new DumpWriter(directory, "old", "final", texts)::table);
    }

    @Test
    void labelsComeFirst() throws SQLException, IOException {
        read("account,operation;7,11;8,12", "operation,key;11,7");
        assertThat(directory.resolve("old-final.applied.notes.tsv"))
                .content()
                .isEqualTo("account\toperation\n7\t11\n8\t12\n");
        assertThat(directory.resolve("old-final.registers.name.tsv")).content().isEqualTo("operation\tkey\n11\t7\n");
        assertThat(directory.resolve("old-final.counted.per-account.tsv"))
                .content()
                .isEqualTo("key\tn\n7\t2\n");
        assertThat(directory.resolve("old-final.entities.account.tsv"))
                .content()
                .isEqualTo("id\ttext\tkey\n8\topen\t7\n");
        assertThat(directory.resolve("old-final.invariants.balance.tsv"))
                .content()
                .isEqualTo("id\tcents\n");
        assertThat(directory.resolve("old-final.asked.texts.tsv")).content().isEqualTo("text\toperation\nbread\t11\n");
        assertThat(directory.resolve("old-final.effects.bills.tsv"))
                .content()
                .isEqualTo("amount\toperation\n250\t11\n");
        assertThat(directory.resolve("old-final.counted.per-account.tsv"))
                .content()
                .isEqualTo("key\tn\n7\t2\n");
    }

    @Test
    void whereTextsAreHiddenKeysAndOperationsStay() throws SQLException, IOException {
        Texts hidden = Texts.hashed();
        read("key,operation,said;7,11,hello", "operation,key;11,7", "key,n;7,2", hidden);

        assertThat(directory.resolve("old-final.applied.notes.tsv"))
                .content()
                .isEqualTo("key\toperation\tsaid\n7\t11\t" + hidden.kept("7", "hello") + "\n");
        assertThat(directory.resolve("old-final.registers.name.tsv")).content().isEqualTo("operation\tkey\n11\t7\n");
        assertThat(directory.resolve("old-final.counted.per-account.tsv"))
                .content()
                .isEqualTo("key\tn\n7\t2\n");
        assertThat(directory.resolve("old-final.entities.account.tsv"))
                .content()
                .isEqualTo("id\ttext\tkey\n8\t" + hidden.kept("8", "open") + "\t7\n");
    }

    @Test
    void aQueryWithoutItsColumnIsNamed() {
        assertThatIOException()
                .isThrownBy(() -> read("ref,account;11,7", "operation,key"))
                .withMessage("observe.old.applied.notes: expected a column operation, found ref, account;"
                        + " name it, as in: select ref as operation");
        assertThatIOException()
                .isThrownBy(() -> read("operation", "name"))
                .withMessageContaining("observe.old.registers.name: expected a column key and a column operation");
        assertThat(Files.exists(directory.resolve("old-final.registers.name.tsv")))
                .isFalse();
        assertThatIOException()
                .isThrownBy(() -> read("operation", "operation,key", "key,count", Texts.AS_THEY_ARE))
                .withMessageContaining("observe.old.counted.per-account: expected a column n");
    }
}
