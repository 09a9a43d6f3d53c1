package cn.wenzheng.petition;

import cn.wenzheng.organization.Actor;
import java.time.Instant;
import java.util.List;

/** Which other petitions may be about the same matter, for whoever has one before him; found by room {@code triage}. */
public interface SimilarPetitions {

    /**
     * One of them; a suggestion, nothing is decided by it.
     *
     * @param gist in the copy this reader may read
     * @param open false when it is over
     * @param certainty from 0 to 1 that both are about the same matter
     * @param reasons words that both have, from the copies without identifying words; the most telling first
     */
    record Like(
            String number,
            PetitionStatus status,
            String gist,
            Instant receivedAt,
            boolean open,
            double certainty,
            List<String> reasons) {

        /** In hundredths, as a page says it. */
        public int percent() {
            return (int) Math.floor(certainty * 100);
        }
    }

    /** Those the person may see, the surest first; at most five. */
    List<Like> of(String petition, Actor actor);
}
