package dev.cutover.rehearse.trial;

import dev.cutover.rehearse.plan.ObservationSpec.OfOperations;
import dev.cutover.rehearse.trial.Asked.Sent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether what a system holds of operations is what they asked for. */
record AskedBack(SystemReading reading, Acknowledged acknowledged, Trials trials) {

    private static final String TEXT = "text";

    String path(String name) {
        return "observe." + reading.system() + ".asked." + name;
    }

    /** What came of comparing all that was answered OK; none if there was nothing. */
    Optional<Trial> look(String name, OfOperations asked, Table table, String when) {
        String what = path(name) + " holds what was asked for " + when;
        Map<Long, @Nullable String[]> rows = table.byOperation();
        List<String> right = new ArrayList<>();
        for (String operation : asked.of()) {
            List<Sent> held = acknowledged.asking(operation).stream()
                    .filter(sent -> rows.containsKey(sent.id()))
                    .toList();
            String complaint = held.isEmpty() ? nothing(operation) : differs(name, table, rows, held);
            if (!complaint.isEmpty()) {
                return Optional.of(Trial.wrong(
                        what,
                        "operation " + operation + complaint,
                        "write in 'asks' what the query gives as text, value for value in one form; or see what was lost on the way",
                        trials.at("observe", reading.system(), "asked", name)));
            }
            if (!held.isEmpty()) {
                right.add(operation + " " + held.size());
            }
        }
        return right.isEmpty() ? Optional.empty() : Optional.of(Trial.ok(what, String.join(", ", right)));
    }

    private String differs(String name, Table table, Map<Long, @Nullable String[]> rows, List<Sent> held) {
        for (Sent sent : held) {
            @Nullable String[] row = rows.get(sent.id());
            String text = row == null ? null : table.value(row, TEXT);
            if (!String.valueOf(sent.asks()).equals(text)) {
                return " asks for '" + sent.asks() + "', but asked." + name + " of " + reading.system() + " has "
                        + (text == null ? "NULL" : "'" + text + "'") + " under its id " + sent.id() + " (key "
                        + sent.key()
                        + ")";
            }
        }
        return "";
    }

    /** What is not there is for others to miss, but something of each must be. */
    private String nothing(String operation) {
        return acknowledged.there(operation).stream()
                .filter(sent -> sent.asks() != null)
                .findFirst()
                .map(sent -> " asks for '" + sent.asks() + "' and was answered OK, but no row shows its id " + sent.id()
                        + " (key " + sent.key() + ")")
                .orElse("");
    }
}
