package dev.cutover.bridge.adapter;

/** Answers of the new contract, said in the old one. */
public final class Answers {
    private Answers() {}

    /** Never fails: what cannot be read becomes return code 50, which promises nothing. */
    public static OldAnswer translate(Operation operation, int status, byte[] body) {
        try {
            NewAnswer answer = NewAnswer.read(body);
            return status / 100 == 2
                    ? new OldAnswer(200, Successes.translate(operation, answer))
                    : Problems.translate(answer);
        } catch (UnreadableAnswer e) {
            return OldAnswer.of(500, ReturnCode.INTERNAL, "the new system's answer: " + e.getMessage());
        }
    }
}
