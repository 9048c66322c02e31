package dev.cutover.rehearse;

import dev.cutover.record.dump.TabSeparated;
import dev.cutover.record.run.RunDirectory;
import dev.cutover.rehearse.load.LoadModel;
import dev.cutover.rehearse.load.Variables;
import dev.cutover.rehearse.plan.KeySpec;
import dev.cutover.rehearse.plan.Plan;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The keys that the plan reads by SQL, as they are before the load: a line of labels, then one for each key, by whose number the journal calls it. */
public final class KeyList implements Databases.Rows {
    private static final String KEY = "key";

    private final BufferedWriter out;
    private final LoadModel load;
    private final Set<String> keys = new HashSet<>();

    private KeyList(BufferedWriter out, LoadModel load) {
        this.out = out;
        this.load = load;
    }

    /**
     * Writes them into the run; nothing for keys that are numbers.
     *
     * @throws RehearsalException if they cannot be read, or are no keys
     */
    public static void write(Plan plan, Databases databases, RunDirectory run) {
        if (!(plan.keys() instanceof KeySpec.Sql sql)) {
            return;
        }
        try (Databases.Database database = databases.connect(sql.component(), sql.database());
                BufferedWriter out = Files.newBufferedWriter(run.keys())) {
            KeyList list = new KeyList(out, plan.load());
            database.read(sql.sql(), list);
            if (list.keys.isEmpty()) {
                throw new RehearsalException("'keys.sql' gives no row, so there is nobody to send load for");
            }
        } catch (SQLException | IOException e) {
            throw new RehearsalException("the keys cannot be read by 'keys.sql': " + e.getMessage(), e);
        }
    }

    @Override
    public void labels(List<String> labels) throws IOException {
        if (!labels.getFirst().equals(KEY)) {
            throw new RehearsalException(
                    "the first column of 'keys.sql' must be the key and be labelled so, as in 'select id as key', but is '"
                            + labels.getFirst() + "'");
        }
        Set<String> missing = new TreeSet<>(Variables.used(load));
        missing.removeAll(Variables.given(load));
        labels.forEach(missing::remove);
        if (!missing.isEmpty()) {
            throw new RehearsalException("the load uses ${" + String.join("}, ${", missing)
                    + "}, but 'keys.sql' gives the columns " + String.join(", ", labels));
        }
        line(labels.toArray(String[]::new));
    }

    @Override
    public void row(@Nullable String... values) throws IOException {
        String key = values[0];
        if (key == null || !keys.add(key)) {
            throw new RehearsalException("'keys.sql' gives the key " + key + (key == null ? "" : " twice"));
        }
        line(values);
    }

    private void line(@Nullable String... values) throws IOException {
        out.write(TabSeparated.line(values));
        out.newLine();
    }
}
