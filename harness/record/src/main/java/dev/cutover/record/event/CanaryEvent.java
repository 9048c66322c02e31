package dev.cutover.record.event;

/**
 * The testbed planted a difference between the systems, asked for it through the bridge, and took it away again.
 *
 * @param asked how often it asked until the difference was reported, or time was up: as many answers may be different by it
 * @param answered how many of these requests were answered as they should be
 * @param reported whether the bridge's account of comparisons then had one more that was different
 * @param detail what was found, or why it could not be planted
 */
@Line(
        kind = "canary",
        says =
                "a planted difference: after `asked` requests for it, of which `answered` were answered well, the bridge's account of comparisons `reported` it, or not; `detail`")
public record CanaryEvent(String phase, int asked, int answered, boolean reported, String detail) implements Event {}
