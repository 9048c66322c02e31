package dev.cutover.rehearse.trial;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The columns, of those tables that a plan's queries read, that no query names: what becomes of them nobody judges. */
final class UnreadColumns {
    private static final Pattern TABLE = Pattern.compile("\\b(?:from|join)\\s+([a-z_][\\w.]*)");
    private static final Pattern WORD = Pattern.compile("\\w+");
    private static final Pattern ALL = Pattern.compile("(?:select|,)\\s*(?:\\w+\\.)?\\*");

    private UnreadColumns() {}

    /** How a table is read, if it can be. */
    interface Reading {
        Table read(String sql) throws SQLException, IOException;
    }

    /** As {@code table.column}; none of what is no table, such as a function. */
    static List<String> of(Collection<String> queries, Reading reading) {
        var words = new TreeMap<String, Set<String>>();
        for (String query : queries) {
            String sql = query.toLowerCase(Locale.ROOT);
            Set<String> named =
                    WORD.matcher(sql).results().map(match -> match.group()).collect(Collectors.toSet());
            if (ALL.matcher(sql).find()) {
                named.add("*");
            }
            TABLE.matcher(sql)
                    .results()
                    .forEach(table -> words.computeIfAbsent(table.group(1), name -> new TreeSet<>())
                            .addAll(named));
        }
        List<String> unread = new ArrayList<>();
        words.forEach((table, named) -> columns(table, reading).stream()
                .filter(column -> !named.contains("*") && !named.contains(column))
                .forEach(column -> unread.add(table + "." + column)));
        return unread;
    }

    private static List<String> columns(String table, Reading reading) {
        try {
            return reading.read("select * from " + table + " where 1 = 0").labels();
        } catch (SQLException | IOException | RuntimeException e) {
            return List.of(); // no table, or not to be read
        }
    }
}
