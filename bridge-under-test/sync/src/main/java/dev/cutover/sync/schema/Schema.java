package dev.cutover.sync.schema;

import java.util.List;

/** The schema of one of the two databases: its tables and columns, as far as the sync knows them. */
public enum Schema {
    OLD("old", "hh", "hh_no", "hh_no", "ver", "jnl"),
    NEW("new", "household", "id", "household_id", "version", "ledger_entry");

    private final String text;
    private final String householdTable;
    private final String householdKey;
    private final String householdReference;
    private final String version;
    private final String ledger;

    Schema(
            String text,
            String householdTable,
            String householdKey,
            String householdReference,
            String version,
            String ledger) {
        this.text = text;
        this.householdTable = householdTable;
        this.householdKey = householdKey;
        this.householdReference = householdReference;
        this.version = version;
        this.ledger = ledger;
    }

    public String text() {
        return text;
    }

    public String householdTable() {
        return householdTable;
    }

    /** The column of the household table that identifies it. */
    public String householdKey() {
        return householdKey;
    }

    /** The column of every table that names the household of a row. */
    public String householdColumn(String table) {
        return table.equals(householdTable) ? householdKey : householdReference;
    }

    /** The version column, of the household table and of the ledger. */
    public String version() {
        return version;
    }

    public String ledger() {
        return ledger;
    }

    /** The ledger's column of operation ids. */
    public String operation() {
        return this == OLD ? "op_id" : "operation_id";
    }

    /** The tables whose changes are captured; not the household's own: its version is in the ledger's row, too. */
    public List<String> capturedTables() {
        return TablePair.ALL.stream()
                .filter(pair -> !pair.equals(TablePair.HOUSEHOLD))
                .map(pair -> pair.table(this))
                .toList();
    }

    /** Tables with long texts or deletions: the log must carry the whole row before the change. */
    public List<String> wholeRowTables() {
        return this == OLD ? List.of("cust", "ord") : List.of("customer", "purchase_order");
    }
}
