package dev.cutover.reports.reading;

import dev.cutover.record.verdict.Result;

/**
 * A finding or a gate of the verdict.
 *
 * @param area {@code checks} or {@code gates}
 * @param name the checker, or the gate with its phase
 * @param facts as written in the verdict
 */
public record Judged(String area, String name, Result result, Json facts) {

    static Judged finding(Json facts) {
        return new Judged("checks", facts.text("checker"), result(facts), facts);
    }

    static Judged gate(Json facts) {
        String phase = facts.text("phase");
        return new Judged(
                "gates",
                phase.isEmpty() ? facts.text("gate") : facts.text("gate") + " in " + phase,
                result(facts),
                facts);
    }

    /** Anything unheard of is UNKNOWN: never a pass. */
    private static Result result(Json facts) {
        return switch (facts.text("result")) {
            case "PASS" -> Result.PASS;
            case "FAIL" -> Result.FAIL;
            default -> Result.UNKNOWN;
        };
    }

    public String title() {
        String title = facts.text("title");
        return title.isEmpty() ? name : title;
    }

    /** Why the result is what it is. */
    public String message() {
        if (area.equals("checks")) {
            return facts.text("message");
        }
        String detail = facts.text("detail");
        String measured = facts.text("value") + " (limit " + facts.text("limit") + ")";
        return detail.isEmpty() ? measured : measured + ": " + detail;
    }
}
