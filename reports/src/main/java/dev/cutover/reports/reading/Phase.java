package dev.cutover.reports.reading;

/**
 * A phase as it ran.
 *
 * @param endNs the last thing known of it, if it was not ended
 * @param figures its numbers from the verdict; missing in a run that was not judged
 */
public record Phase(String name, long beginNs, long endNs, Json figures) {

    static Phase judged(Json phase) {
        return new Phase(
                phase.text("phase"),
                phase.count("beginNs").orElse(0),
                phase.count("endNs").orElse(0),
                phase);
    }

    public boolean ran() {
        return endNs > beginNs;
    }
}
