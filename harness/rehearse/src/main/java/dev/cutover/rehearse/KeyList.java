package dev.cutover.rehearse;

import dev.cutover.record.dump.TabSeparated;
import dev.cutover.record.dump.Texts;
import dev.cutover.record.run.RunDirectory;
import dev.cutover.rehearse.load.LoadModel;
import dev.cutover.rehearse.load.Variables;
import dev.cutover.rehearse.plan.KeySpec;
import dev.cutover.rehearse.plan.Plan;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The keys that the plan reads by SQL, as they are before the load: a line of labels, then one for each key, by whose number the journal calls it. */
public final class KeyList implements Databases.Rows {
    private static final String KEY = "key";

    private final BufferedWriter evidence;
    private final BufferedWriter injector;
    private final LoadModel load;
    private final Texts texts;
    private final Set<String> keys = new HashSet<>();

    private KeyList(BufferedWriter evidence, BufferedWriter injector, LoadModel load, Texts texts) {
        this.evidence = evidence;
        this.injector = injector;
        this.load = load;
        this.texts = texts;
    }

    /**
     * Writes them into the run's evidence, and for its injector; nothing for keys that are numbers.
     *
     * @param texts how what the plan reads beside the key is kept in the evidence
     * @throws RehearsalException if they cannot be read, or are no keys
     */
    public static void write(Plan plan, Databases databases, RunDirectory run, Texts texts) {
        if (!(plan.keys() instanceof KeySpec.Sql sql)) {
            return;
        }
        try (Databases.Database database = databases.connect(sql.component(), sql.database());
                BufferedWriter evidence = writer(run.keys());
                BufferedWriter injector = writer(run.keysOfInjector())) {
            KeyList list = new KeyList(evidence, injector, plan.load(), texts);
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
        String[] line = labels.toArray(String[]::new);
        line(evidence, line);
        line(injector, line);
    }

    @Override
    public void row(@Nullable String... values) throws IOException {
        String key = values[0];
        if (key == null || !keys.add(key)) {
            throw new RehearsalException("'keys.sql' gives the key " + key + (key == null ? "" : " twice"));
        }
        line(injector, values);
        @Nullable String[] kept = values.clone();
        for (int column = 1; column < kept.length; column++) {
            kept[column] = texts.kept(key, values[column]);
        }
        line(evidence, kept);
    }

    private static BufferedWriter writer(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        return Files.newBufferedWriter(file);
    }

    private static void line(BufferedWriter out, @Nullable String... values) throws IOException {
        out.write(TabSeparated.line(values));
        out.newLine();
    }
}
