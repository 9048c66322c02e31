package dev.cutover.rehearse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cutover.record.dump.Texts;
import dev.cutover.record.run.RunDirectory;
import dev.cutover.rehearse.load.SmallLoad;
import dev.cutover.rehearse.plan.KeySpec;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyListTest {

    @TempDir
    private Path directory;

    @Test
    void a_line_for_each_key_below_the_labels() throws IOException {
        RunDirectory run =
                write(List.of("key", "who"), new @Nullable String[] {"a", "x\ty"}, new @Nullable String[] {"b", null});

        assertThat(Files.readAllLines(run.keys())).containsExactly("key\twho", "a\tx\\ty", "b\t\\N");
    }

    @Test
    void what_the_evidence_hides_the_injector_is_given() throws IOException {
        RunDirectory run =
                write(Texts.hashed(), List.of("key", "who"), new String[] {"a", "Ada"}, new String[] {"b", "Bob"});

        assertThat(Files.readAllLines(run.keysOfInjector())).containsExactly("key\twho", "a\tAda", "b\tBob");
        assertThat(Files.readString(run.keys())).matches("key\twho\na\thash:[0-9a-f]{32}\nb\thash:[0-9a-f]{32}\n");
    }

    @Test
    void what_is_no_list_of_keys_is_refused() {
        assertThatThrownBy(() -> write(List.of("id", "who"), new String[] {"a", "x"}))
                .hasMessageContaining("must be the key and be labelled so, as in 'select id as key', but is 'id'");
        assertThatThrownBy(() -> write(List.of("key"))).hasMessageContaining("gives no row");
        assertThatThrownBy(() -> write(List.of("key"), new String[] {"a"}, new String[] {"a"}))
                .hasMessageContaining("gives the key a twice");
        assertThatThrownBy(() -> write(List.of("key"), new @Nullable String[] {null}))
                .hasMessageContaining("gives the key null");
    }

    @Test
    void what_the_load_uses_must_be_a_column() {
        var plan = ScriptedPlan.plan(
                new KeySpec.Sql("old-db", "shop", "keys"), SmallLoad.load("${key}/notes/", "${kye}/notes/"));

        assertThatThrownBy(
                        () -> KeyList.write(plan, new Rows(List.of("key", "kee"), List.of()), run(), Texts.AS_THEY_ARE))
                .hasMessageContaining("uses ${kye}, but 'keys.sql' gives the columns key, kee");
    }

    private RunDirectory write(List<String> labels, @Nullable String[]... rows) throws IOException {
        return write(Texts.AS_THEY_ARE, labels, rows);
    }

    private RunDirectory write(Texts texts, List<String> labels, @Nullable String[]... rows) throws IOException {
        var plan = ScriptedPlan.plan(new KeySpec.Sql("old-db", "shop", "keys"), SmallLoad.load());
        RunDirectory run = run();
        KeyList.write(plan, new Rows(labels, List.of(rows)), run, texts);
        return run;
    }

    private RunDirectory run() {
        return new RunDirectory(directory);
    }

    private record Rows(List<String> labels, List<@Nullable String[]> rows) implements Databases, Databases.Database {
        @Override
        public Database connect(String component, String database) {
            return this;
        }

        @Override
        public void read(String sql, Databases.Rows to) throws IOException {
            to.labels(labels);
            for (@Nullable String[] row : rows) {
                to.row(row);
            }
        }

        @Override
        public void freeze() {}

        @Override
        public void thaw() {}

        @Override
        public @Nullable BigDecimal number(String sql) {
            return null;
        }

        @Override
        public @Nullable String text(String sql) {
            return null;
        }

        @Override
        public void within(Duration limit) {}

        @Override
        public void execute(String sql) {}

        @Override
        public void close() {}
    }
}
