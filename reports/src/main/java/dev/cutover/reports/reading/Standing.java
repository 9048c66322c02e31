package dev.cutover.reports.reading;

/** The verdict as a reader sees it: a word and a sign, so that colour is never needed to tell. */
public enum Standing {
    GO("GO", "✓"),
    NO_GO("NO-GO", "✕"),
    INCONCLUSIVE("INCONCLUSIVE", "?"),
    NOT_JUDGED("NOT JUDGED", "–");

    private final String text;
    private final String sign;

    Standing(String text, String sign) {
        this.text = text;
        this.sign = sign;
    }

    public String text() {
        return text;
    }

    public String sign() {
        return sign;
    }

    /** Anything that is not a verdict of ours counts as not judged: never as a pass. */
    static Standing of(Json verdict) {
        return switch (verdict.text("verdict")) {
            case "GO" -> GO;
            case "NO-GO" -> NO_GO;
            case "INCONCLUSIVE" -> INCONCLUSIVE;
            default -> NOT_JUDGED;
        };
    }
}
