package dev.cutover.sync;

import java.util.List;

/** One of the two databases, and the names of what the sync creates or reads there. */
public enum Side {
    OLD("old", "hh", "hh_no", "hh_no", "ver", "jnl"),
    NEW("new", "household", "id", "household_id", "version", "ledger_entry");

    private final String text;
    private final String householdTable;
    private final String householdKey;
    private final String householdReference;
    private final String version;
    private final String ledger;

    Side(
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

    /** The tables whose changes are captured. The household's own is not: its version is in the ledger's row as well. */
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

    public String publication() {
        return "cutover_sync_" + text;
    }

    public String slot() {
        return "cutover_sync_" + text;
    }
}
